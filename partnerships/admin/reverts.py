"""Taking back a change, a removal, or all that was done at once: shown first, then done."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods

from partnerships import recording, reverting
from partnerships.admin.history import Line, has_pages, history_address, lines
from partnerships.models import Batch, Revision
from partnerships.models.vocabulary import RevisionAction

MOST_SHOWN = 100  # steps, and as many changes that stay
NEEDED = {
    RevisionAction.CREATED: "delete",
    RevisionAction.CHANGED: "change",
    RevisionAction.DELETED: "add",
}


@require_http_methods(["GET", "HEAD", "POST"])
def revert_batch(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take back all that was done at once, as far as nothing was changed since."""
    batch = get_object_or_404(Batch, public_id=public_id)
    back = reverse("admin:partnerships_batch", args=[public_id])
    what = f"all that was changed at once by {batch}"
    return _answer(request, reverting.of_batch(batch), f"Take back {what}", back)


@require_http_methods(["GET", "HEAD", "POST"])
def revert_revision(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one change of a record; where it was made or removed, with what went with it."""
    revision = get_object_or_404(Revision.objects.select_related("batch"), pk=pk)
    removed = revision.action == RevisionAction.DELETED
    title = f"{'Restore' if removed else 'Take back'} {revision}"
    return _answer(request, reverting.of_revision(revision), title, history_address(revision))


def _answer(
    request: HttpRequest, revisions: Sequence[Revision], title: str, back: str
) -> HttpResponse:
    may_revert(request, revisions)
    problems: list[str] = []
    if request.method == "POST":
        comment = f"{title[:200]}".replace("Take back", "Took back").replace("Restore", "Restored")
        try:
            kept, plan = reverting.revert(revisions, request.user, comment)
        except recording.Refused as refused:
            problems = refused.problems
        else:
            _tell(request, kept, plan)
            return HttpResponseRedirect(back)
    plan = reverting.plan(revisions)
    context = {
        "title": title if len(title) < 120 else f"{title[:119]}…",
        "back": back,
        "problems": problems,
        "steps": _steps(plan.steps[:MOST_SHOWN]),
        "more_steps": max(0, len(plan.steps) - MOST_SHOWN),
        "kept": plan.kept[:MOST_SHOWN],
        "more_kept": max(0, len(plan.kept) - MOST_SHOWN),
    }
    shown = admin.site.each_context(request) | context
    return render(request, "admin/history/revert.html", shown, status=409 if problems else 200)


def may_revert(request: HttpRequest, revisions: Sequence[Revision]) -> None:
    """Whoever takes a change back changes the records: what has no page of its own is changed by
    those who may change the page on which it stands."""
    user: Any = request.user
    needed = {"view_batch", "view_revision"}
    for each in revisions:
        if has_pages(each.kind):
            needed.add(f"{NEEDED[RevisionAction(each.action)]}_{each.kind}")
        else:
            needed.add(f"change_{each.page_kind}")
    if not user.has_perms([f"partnerships.{each}" for each in needed]):
        raise PermissionDenied


def _steps(steps: Sequence[reverting.Step]) -> list[tuple[str, Line]]:
    """What each step does, in a word, with the change that it takes back."""
    words = {
        RevisionAction.CREATED: "Removed again",
        RevisionAction.CHANGED: "As before",
        RevisionAction.DELETED: "Restored",
    }
    shown = lines([each.revision for each in steps], back=True)
    return [
        (words[RevisionAction(line.revision.action)], _part(line, step))
        for line, step in zip(shown, steps, strict=True)
    ]


def _part(line: Line, step: reverting.Step) -> Line:
    """Without the fields that stay since they were changed again."""
    if step.stored is None or step.values is None:
        return line
    fields = [step.stored._meta.get_field(name) for name in step.values]
    labels = {capfirst(str(getattr(each, "verbose_name", each.name))) for each in fields}
    return line._replace(differences=[each for each in line.differences if each[0] in labels])


def _tell(request: HttpRequest, kept: Batch | None, plan: reverting.Plan) -> None:
    if kept is None:
        messages.warning(request, "Nothing was changed: nothing was left to take back.")
    else:
        url = reverse("admin:partnerships_batch", args=[kept.public_id])
        link = format_html('Taken back. <a href="{}">See what was changed</a>.', url)
        messages.success(request, link)
    for each in plan.kept[:10]:
        messages.warning(request, f"{each.revision.label} stays as it is. {each.reason}")
    if len(plan.kept) > 10:
        messages.warning(request, f"{len(plan.kept) - 10} more stay as they are.")
