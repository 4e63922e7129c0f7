"""Many claims at once: deprecated or preferred, with a reason, in one batch."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from partnerships import recording
from partnerships.models import Milestone, Revision
from partnerships.models.vocabulary import ClaimRank, Source

MOST_SHOWN = 100  # claims, on the page that asks for the reason
MOST_NAMED = 10  # claims, in a message


class ReasonForm(forms.Form):
    """Why, and the last revision of when the page was shown: what is changed later was not seen."""

    reason = forms.CharField(
        max_length=Milestone._meta.get_field("rank_reason").max_length,
        widget=AdminTextInputWidget,
        help_text="It stands beside each of them, and in the history.",
    )
    seen = forms.IntegerField(min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)


@admin.action(description="Deprecate with a reason…", permissions=["change"])
def deprecate(
    model_admin: Any, request: HttpRequest, queryset: QuerySet[Milestone]
) -> HttpResponse | None:
    return _rank(model_admin, request, queryset, ClaimRank.DEPRECATED)


@admin.action(description="Mark as preferred…", permissions=["change"])
def prefer(
    model_admin: Any, request: HttpRequest, queryset: QuerySet[Milestone]
) -> HttpResponse | None:
    return _rank(model_admin, request, queryset, ClaimRank.PREFERRED)


def _rank(
    model_admin: Any, request: HttpRequest, queryset: QuerySet[Milestone], rank: ClaimRank
) -> HttpResponse | None:
    """The page that asks for the reason; with one, the deed, and back to the list."""
    form = ReasonForm(request.POST) if "seen" in request.POST else None
    if form is None or not form.is_valid():
        return _asked(model_admin, request, queryset, rank, form)
    try:
        changed, left = _set_rank(request, queryset, rank, form.cleaned_data)
    except recording.Refused as refused:
        for problem in refused.problems[:MOST_NAMED]:
            model_admin.message_user(request, f"Nothing was changed. {problem}", messages.ERROR)
        return None
    if changed:
        model_admin.message_user(request, f"{_counted(changed)} now {rank}.", messages.SUCCESS)
    if left:
        names = "; ".join(_called(each) for each in left[:MOST_NAMED])
        more = f" and {len(left) - MOST_NAMED} more" if len(left) > MOST_NAMED else ""
        text = f"Changed meanwhile, and left as they are: {names}{more}."
        model_admin.message_user(request, text, messages.WARNING)
    return None


def _set_rank(
    request: HttpRequest, queryset: QuerySet[Milestone], rank: ClaimRank, given: dict[str, Any]
) -> tuple[int, list[Milestone]]:
    """How many were changed, and those left since somebody else changed them after the page was
    shown. Raises Refused."""
    comment = f"{rank.capitalize()}: {given['reason']}"[:300]
    with recording.batch(request.user, Source.ADMIN, comment) as batch:
        since = Revision.objects.filter(kind="milestone", pk__gt=given["seen"])
        later = set(since.values_list("record", flat=True))
        rows = list(queryset)  # read once no other batch can write
        left = [row for row in rows if row.pk in later]
        chosen = [row for row in rows if row.pk not in later]
        if rank == ClaimRank.PREFERRED:
            _refuse_several_of_a_family(chosen)
        for row in chosen:
            row.rank, row.rank_reason = rank, given["reason"]
        return sum(batch.record(row) for row in chosen), left


def _refuse_several_of_a_family(rows: Sequence[Milestone]) -> None:
    chosen = Counter(row.family for row in rows)
    problems = {
        row.family: f"Of the claims “{row.label}” of {row.subject} only one can be preferred; "
        f"{chosen[row.family]} are chosen."
        for row in rows
        if chosen[row.family] > 1
    }
    if problems:
        raise recording.Refused(problems.values())


def _asked(
    model_admin: Any,
    request: HttpRequest,
    queryset: QuerySet[Milestone],
    rank: ClaimRank,
    form: ReasonForm | None,
) -> HttpResponse:
    seen = Revision.objects.aggregate(last=Max("pk"))["last"] or 0
    shown = list(queryset[:MOST_SHOWN])
    across = request.POST.get("select_across") == "1"
    sent = request.POST.getlist(ACTION_CHECKBOX_NAME)
    count = queryset.count()
    context = {
        "title": f"{_counted(count)} to be {rank}",
        "rank": rank,
        "form": form or ReasonForm(initial={"seen": seen}),
        "seen": seen,
        "shown": [(_called(each), each) for each in shown],
        "more": count - len(shown),
        "action": request.POST["action"],
        "across": across,
        # With all pages chosen, one stands for them: a form has no room for ten thousand.
        "chosen": sent[:1] if across else sent,
        "checkbox": ACTION_CHECKBOX_NAME,
        "opts": model_admin.opts,
        "list": request.get_full_path(),
    }
    context = model_admin.admin_site.each_context(request) | context
    return render(request, "admin/milestones/rank.html", context)


def _counted(number: int) -> str:
    return "1 milestone" if number == 1 else f"{number:,} milestones"


def _called(row: Milestone) -> str:
    return f"{row.subject}: {row}"
