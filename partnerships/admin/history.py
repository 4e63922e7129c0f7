"""The pages of the history: of one record, of the whole site, of one batch."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, Min, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from partnerships import history
from partnerships.admin.choices import is_key
from partnerships.admin.differences import marked, shortened
from partnerships.forms import BetweenDaysForm, DayField, ListForm
from partnerships.models import Batch, Revision
from partnerships.models.vocabulary import RevisionAction, Source

PAGE_SIZE = 50


class PlaceForm(ListForm):
    """The one parameter of a list of revisions: after."""

    as_of = None  # type: ignore[assignment]  # the history itself is asked, not a day's knowledge

    def place_from(self, *parts: str) -> tuple[int]:
        (pk,) = parts
        return (int(pk),)


class ChangesForm(PlaceForm, BetweenDaysForm):
    """The parameters of the recent changes: who, kind, through, from, to, batch, after."""

    who = forms.CharField(required=False, max_length=150, label="Who")
    kind = forms.ChoiceField(required=False, label="What")
    through = forms.ChoiceField(
        required=False,
        label="Through",
        choices=[("", "Any door"), *((value, capfirst(label)) for value, label in Source.choices)],
    )
    first = DayField(required=False, label="From")
    last = DayField(required=False, label="To")
    batch = forms.ModelChoiceField(
        Batch.objects.all(),
        required=False,
        to_field_name="public_id",
        label="Batch",
        widget=forms.TextInput,
        error_messages={"invalid_choice": "No batch has this id."},
    )

    def __init__(self, data: Any) -> None:
        self.base_fields["kind"].choices = [("", "All records"), *_kind_names()]  # type: ignore[attr-defined]
        super().__init__(data, of="changes")

    def found(self) -> QuerySet[Batch]:
        """The batches that are asked for, the last first."""
        asked: Any = self.cleaned_data
        batches: QuerySet[Batch] = Batch.objects.select_related("reverts")
        if asked["who"]:
            batches = batches.filter(actor_name=asked["who"])
        if asked["kind"]:
            of_kind = Revision.objects.filter(batch=OuterRef("pk"), kind=asked["kind"])
            batches = batches.filter(Exists(of_kind))
        if asked["through"]:
            batches = batches.filter(source=asked["through"])
        if asked["first"]:
            batches = batches.filter(at__gte=_start_of(asked["first"]))
        if asked["last"]:
            batches = batches.filter(at__lt=_start_of(asked["last"] + datetime.timedelta(days=1)))
        if asked["batch"]:
            batches = batches.filter(pk=asked["batch"].pk)
        return batches


class Line(NamedTuple):
    """A revision with what it changed, as a page shows it."""

    revision: Revision
    kind: str
    history: str  # the address of its record's history
    differences: list[tuple[str, SafeString]]


class Done(NamedTuple):
    """What a batch did to the records of one kind: "changed", "company", and one of them."""

    action: str
    kind: str
    first: str
    others: int


@require_safe
def of_record(request: HttpRequest, kind: str, object_id: str) -> HttpResponse | None:
    """What happened to the record and what stands on its page, the last first; None where no such
    record ever was."""
    last = _last_revision(kind, object_id)
    if last is None:
        return None
    form = PlaceForm(request.GET, of=f"history of {kind} {object_id}")
    if not form.is_valid():
        return _wrong(form)
    revisions = history.of_record(last.kind, last.record).select_related("batch__reverts")
    page, more = _page(form, revisions)
    title = f"History: {last.label}"
    gone = last.action == RevisionAction.DELETED
    context = {
        "title": title if len(title) < 100 else f"{title[:99]}…",
        "kind": _kind_name(kind),
        "label": last.label,
        "list": _address(kind, "changelist"),
        "record": "" if gone else _address(kind, "change", last.record),
        "removed": last if gone else None,
        "lines": lines(page),
        "more": more,
    }
    return _shown(request, "admin/history/record.html", context)


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """The recent changes of the site."""
    _may_look(request)
    form = ChangesForm(request.GET)
    page: list[Any] = []
    more = ""
    if form.is_valid():
        page, more = _page(form, form.found())
    context = {
        "title": "Recent changes",
        "form": form,
        "batches": with_what_was_done(page),
        "more": more,
        "narrowed": form.is_valid() and form.narrowed,
    }
    status = 200 if form.is_valid() else 400
    return _shown(request, "admin/history/changes.html", context, status)


@require_safe
def batch(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was done at once."""
    _may_look(request)
    found = get_object_or_404(Batch.objects.select_related("reverts"), public_id=public_id)
    form = PlaceForm(request.GET, of=f"batch {public_id}")
    if not form.is_valid():
        return _wrong(form)
    page, more = _page(form, found.revisions.select_related("batch"))
    context = {
        "title": "Changes made at once",
        "batch": found,
        "reverted_by": list(found.reverted_by.all()[:PAGE_SIZE]),
        "done": with_what_was_done([found])[0][1],
        "lines": lines(page),
        "more": more,
    }
    return _shown(request, "admin/history/batch.html", context)


def latest(most: int = 10) -> list[tuple[Batch, list[Done]]]:
    """The last batches with what each did."""
    return with_what_was_done(list(Batch.objects.select_related("reverts")[:most]))


def lines(revisions: Iterable[Revision], *, back: bool = False) -> list[Line]:
    """The revisions with what each changed, or with what taking it `back` would change."""
    return [
        Line(
            each.revision,
            _kind_name(each.revision.kind),
            history_address(each.revision),
            [
                (capfirst(label), marked(new, old) if back else _changed(each.revision, old, new))
                for label, old, new in each.differences
            ],
        )
        for each in history.told(revisions)
    ]


def _changed(revision: Revision, old: str, new: str) -> SafeString:
    """Of a new record all is new, and nothing needs a mark."""
    if revision.action == RevisionAction.CREATED:
        return format_html("{}", shortened(new))
    return marked(old, new)


def with_what_was_done(batches: Sequence[Batch]) -> list[tuple[Batch, list[Done]]]:
    """Each batch with what it did, in two queries."""
    groups = (
        Revision.objects.filter(batch__in=batches)
        .order_by()
        .values("batch", "action", "kind")
        .annotate(first=Min("pk"), records=Count("pk"))
    )
    found = sorted(groups, key=lambda each: int(each["first"]))
    called = dict(
        Revision.objects.filter(pk__in=[each["first"] for each in found]).values_list("pk", "label")
    )
    done: defaultdict[int, list[Done]] = defaultdict(list)
    for each in found:
        action = str(RevisionAction(each["action"]).label)
        name = _kind_name(each["kind"])
        done[each["batch"]].append(Done(action, name, called[each["first"]], each["records"] - 1))
    return [(batch, done[batch.pk]) for batch in batches]


def history_address(revision: Revision) -> str:
    """The history of the record; of what has no page of its own, that of the page it stands on."""
    if has_pages(revision.kind):
        return _address(revision.kind, "history", revision.record)
    return _address(revision.page_kind, "history", revision.page)


def has_pages(kind: str) -> bool:
    """Whether editors have pages for the records of this kind."""
    model = history.kinds().get(kind)
    return model is not None and admin.site.is_registered(model)


def ever_was(kind: str, object_id: str) -> bool:
    return _last_revision(kind, object_id) is not None


def _last_revision(kind: str, object_id: str) -> Revision | None:
    return history.last_of(kind, int(object_id)) if is_key(object_id) else None


def _page(form: PlaceForm, rows: QuerySet[Any]) -> tuple[list[Any], str]:
    """The rows of one page, and the part of the address that leads to the next."""
    after = form.cleaned_data["after"]
    rows = rows.order_by("-pk")
    found = list((rows.filter(pk__lt=after[0]) if after else rows)[: PAGE_SIZE + 1])
    if len(found) <= PAGE_SIZE:
        return found, ""
    return found[:PAGE_SIZE], form.query(after=form.cursor(found[PAGE_SIZE - 1].pk))


def _wrong(form: PlaceForm) -> HttpResponse:
    text = "\n".join(f"{name}: {why}" for name, why in form.problems)
    return HttpResponseBadRequest(text, content_type="text/plain; charset=utf-8")


def _may_look(request: HttpRequest) -> None:
    user: Any = request.user
    if not user.has_perms(["partnerships.view_batch", "partnerships.view_revision"]):
        raise PermissionDenied


def _shown(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    return render(request, template, admin.site.each_context(request) | context, status=status)


def _kind_names() -> list[tuple[str, str]]:
    return sorted(
        ((kind, capfirst(_kind_name(kind))) for kind in history.kinds()), key=lambda x: x[1]
    )


def _kind_name(kind: str) -> str:
    model = history.kinds().get(kind)
    return str(model._meta.verbose_name) if model else kind


def _address(kind: str, page: str, *args: object) -> str:
    return reverse(f"admin:partnerships_{kind}_{page}", args=[quote(str(each)) for each in args])


def _start_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
