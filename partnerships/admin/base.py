"""What all pages for editors share: whole-or-nothing saving through recording, autocomplete for
every relation, search over all forms of a name."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import wraps
from http import HTTPStatus
from typing import Any, ClassVar, cast
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import flatten_fieldsets, quote, unquote
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import smart_split, unescape_string_literal
from django.views.decorators.http import require_POST

from partnerships import history, recording, reverting
from partnerships.admin import history as history_pages
from partnerships.admin import presence
from partnerships.admin.choices import RecordSelect, RecordSelectMultiple, is_key
from partnerships.admin.dated import EdtfInput
from partnerships.admin.forms import LinesField, RecordForm
from partnerships.admin.gone import last_removal, typed_in
from partnerships.admin.reverts import may_revert
from partnerships.admin.rows import RecordFormSet
from partnerships.models import Revision, TimelineEntry, name_key
from partnerships.models.fields import EdtfField
from partnerships.models.vocabulary import Source

MOST_NAMED = 10  # of the records that stand in the way of a removal
LONGEST_QUERY = 200  # characters
MOST_WORDS = 10
# How often a page is saved anew after somebody else was faster; each time somebody was.
MOST_TRIES = 20


class RefusedRequest(HttpRequest):
    """A request whose changes recording refused; the form is shown again with its reasons."""

    problems: list[str]


class Choosing(BaseModelAdmin):  # type: ignore[type-arg]
    """Every relation is chosen by typing a part of a name; no page loads all records."""

    formfield_overrides = {
        EdtfField: {"widget": EdtfInput},
        models.TextField: {
            "form_class": LinesField,
            "widget": AdminTextareaWidget(attrs={"rows": 3}),
        },
    }

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Other records are added and corrected beside a choice, not removed.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("widget", RecordSelectMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class RecordAdmin(Choosing, admin.ModelAdmin):  # type: ignore[type-arg]
    """The pages of one kind of record. What is saved or removed goes through recording: a page
    with all its rows is kept whole or not at all, and a refusal shows it again as it was typed."""

    form = RecordForm
    change_form_template = "admin/record_form.html"
    list_per_page = 50
    show_full_result_count = False
    prefetch: ClassVar[Sequence[Any]] = ()  # what str(), labels and list columns read
    names: ClassVar[Sequence[str]] = ()  # columns to search that hold `name_key`s

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related(*self.prefetch)

    def choice_label(self, row: Any) -> str:
        """What an editor sees who chooses among these records elsewhere."""
        return str(row)

    # Finding

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return [*super().get_search_fields(request), *self.names]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Records in which each word stands in some column or name; “two words” is a phrase.

        A word is looked for in names also as their key spells it: ＺＥＩＳＳ is found as zeiss.
        """
        for word in _words(search_term):
            found = Q()
            for column in self.search_fields:
                found |= Q(**{f"{column}__icontains": word})
            for column in self.names:
                found |= Q(**{f"{column}__contains": name_key(word)})
            matches = self.model._base_manager.filter(found)
            queryset = queryset.filter(pk__in=matches.values("pk"))
        return queryset, False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    # Saving

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.problems = getattr(request, "problems", ())  # type: ignore[attr-defined]
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        view = super().changeform_view
        for _ in range(MOST_TRIES):
            try:
                return _clashing(view(request, object_id, form_url, extra_context))
            except recording.Stale as stale:
                # Somebody was faster. The same request again meets the record as it is now.
                problems = stale.problems
            except recording.Refused as refused:
                problems = refused.problems
                break
        # Everything was rolled back. The same request again finds the form not valid, and so shows
        # it as Django shows any such form.
        cast(RefusedRequest, request).problems = problems
        return view(request, object_id, form_url, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["subtitle"] = shortened(context["subtitle"] or "", 80)
        for rows in (context["adminform"], *context["inline_admin_formsets"]):
            if getattr(rows, "has_change_permission", True):
                _carry_version(rows)
        if context.get("original"):
            context["presence"] = presence.context(request.user, context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing yet: the record is saved with its rows, in one batch, by `save_related`."""

    def batch_comment(self, form: Any) -> str:
        """What the history is told of a saved form, beside its changes."""
        return ""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        with batch_of(request, self.batch_comment(form)) as batch:
            batch.record(form.instance)
            for field in form.instance._meta.many_to_many:
                if field.name in form.cleaned_data:
                    batch.link(form.instance, field.name, form.cleaned_data[field.name])
            for formset in formsets:
                self.save_formset(request, form, formset, change)
        for each in (form, *(row for formset in formsets for row in formset.forms)):
            if each.meeting is not None and each.meeting.told():
                self.message_user(request, each.meeting.told(), messages.INFO)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        with batch_of(request) as batch:
            for row in formset.deleted_objects:
                batch.remove(row)
            for row_form in formset.saved_forms:
                if row_form.removed is not None:
                    _bring_back(request, row_form.removed)
                batch.record(row_form.instance)
                citation = getattr(row_form, "citation", None)
                if citation is not None:
                    batch.record(citation)

    # Removing

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Raises Stale where the page that asked showed the record, or its rows, as they no longer
        are."""
        with batch_of(request) as batch:
            seen = request.POST.get("seen", "")
            if seen != str(_last_change(obj)):
                raise recording.Stale([f"{obj} was changed meanwhile."])
            batch.remove(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """All of them, or none: raises Stale where one was changed since the page that asked."""
        seen = request.POST.get("seen", "")
        with batch_of(request) as batch:
            rows = list(queryset)
            later = [row for row in rows if not is_key(seen) or _last_change(row) > int(seen)]
            if later:
                names = "; ".join(str(each) for each in later[:MOST_NAMED])
                raise recording.Stale([f"Changed meanwhile: {names}. Look again."])
            for row in rows:
                batch.remove(row)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except recording.Stale:
            return self._ask_again(request, object_id)
        except recording.Refused as refused:
            self._report(request, refused)
            return HttpResponseRedirect(self._address("change", quote(object_id)))

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> Any:
        context["seen"] = _last_change(context["object"])
        return super().render_delete_form(request, context)

    def _ask_again(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The page that asks before something is removed, with what changed since it was shown."""
        seen = request.POST.get("seen", "")
        row = self.get_object(request, unquote(object_id))
        later = _changes(row).filter(pk__gt=int(seen)) if row and is_key(seen) else ()
        request.POST = QueryDict()  # Django takes any other as a yes
        view = super()._delete_view  # type: ignore[misc]  # what Django has inside its transaction
        answer = view(request, object_id, {"changed": history.told(later)})
        if answer.status_code == HTTPStatus.OK:
            answer.status_code = HTTPStatus.CONFLICT
        return cast(HttpResponse, answer)

    # What somebody else removed

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> Any:
        """What is saved for a removed record is kept on a page; its address shows what it was."""
        removal = last_removal(self.model, object_id)
        if request.method == "POST" and removal and _asks_for(request, "change"):
            return self._gone(request, removal)
        if history_pages.ever_was(str(opts.model_name), unquote(object_id)):
            return HttpResponseRedirect(self._address("history", object_id))
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[misc]

    def _gone(self, request: HttpRequest, removal: Revision) -> HttpResponse:
        """Everything typed, for a record that was removed meanwhile: saving does not make it anew,
        somebody decides to bring it back."""
        names = flatten_fieldsets(self.get_fieldsets(request))
        form = self.get_form(request, fields=names)(request.POST)
        rows = super()._create_formsets  # type: ignore[misc]  # Django's own, of a page to add
        formsets, _ = rows(request, form.instance, change=False)
        blocks = [typed_in(form)]
        blocks += [typed_in(row) for formset in formsets for row in formset.forms]
        context = {
            **self.admin_site.each_context(request),
            "title": f"{str(self.opts.verbose_name).capitalize()} removed meanwhile",
            "opts": self.opts,
            "removal": removal,
            "blocks": list(filter(None, blocks)),
            "may_restore": self.has_add_permission(request),
            "restore": self._address("restore", removal.record),
        }
        return TemplateResponse(request, "admin/gone.html", context, status=HTTPStatus.CONFLICT)

    def get_urls(self) -> list[URLPattern]:
        model, protected = (
            f"{self.opts.app_label}_{self.opts.model_name}",
            self.admin_site.admin_view,
        )
        urls = [_kept_for_back(each) for each in super().get_urls()]
        return [
            path("<int:object_id>/restore/", protected(self.restore_view), name=f"{model}_restore"),
            # Not protected: an answer that leads to the sign-in would be put into the page.
            path("<int:object_id>/presence/", self.presence_view, name=f"{model}_presence"),
            *urls,
        ]

    @method_decorator(require_POST)
    def restore_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Bring back what was removed, with what was removed along with it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        removal = last_removal(self.model, str(object_id))
        try:
            if removal is not None:
                revisions = reverting.of_revision(removal)
                may_revert(request, revisions)
                reverting.revert(revisions, request.user)
                self.message_user(request, f"{removal.label} is there again.", messages.SUCCESS)
        except recording.Refused as refused:
            for problem in refused.problems:
                self.message_user(request, f"Nothing was restored. {problem}", messages.ERROR)
        return HttpResponseRedirect(self._address("change", object_id))

    # Who else is here

    @method_decorator(require_POST)
    def presence_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What the open page of a record asks every few seconds."""
        if not self.admin_site.has_permission(request):
            return _sign_in(self._address("change", object_id))
        row = self.get_object(request, str(object_id))
        if row is None:
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        recording.note_presence(request.user, row)
        context = presence.context(request.user, row)
        if context["names"] == request.POST.get("shown"):
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        return render(request, "admin/_presence.html", {"presence": context})

    def response_action(self, *args: Any, **kwargs: Any) -> HttpResponse | None:
        request: HttpRequest = args[0]
        try:
            with transaction.atomic():
                answer = super().response_action(*args, **kwargs)
        except recording.Refused as refused:
            self._report(request, refused)
            return HttpResponseRedirect(request.get_full_path())
        if isinstance(answer, TemplateResponse) and answer.context_data is not None:
            last = Revision.objects.aggregate(last=Max("pk"))["last"]
            answer.context_data["seen"] = last or 0
        return answer

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Without the lines of the timeline index: they are derived, and nobody entered them."""
        nested, counts, lacking, protected = super().get_deleted_objects(objs, request)
        counts.pop(str(TimelineEntry._meta.verbose_name_plural), None)
        return _without_index_lines(nested), counts, lacking, protected

    def _report(self, request: HttpRequest, refused: recording.Refused) -> None:
        for problem in refused.problems:
            self.message_user(request, f"Nothing was removed. {problem}", messages.ERROR)

    def message_user(self, request: HttpRequest, message: Any, *args: Any, **kwargs: Any) -> None:
        """Django's sentences without “successfully”: that it was added says as much."""
        plain = str(message).replace(" successfully", "")
        if isinstance(message, SafeString):
            plain = mark_safe(plain)  # noqa: S308 - a part of what was safe
        super().message_user(request, plain, *args, **kwargs)

    # History

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        found = history_pages.of_record(request, str(self.opts.model_name), unquote(object_id))
        return found or self._get_obj_does_not_exist_redirect(request, self.opts, object_id)

    # The history says what was done, and so Django's log of it keeps nothing.

    def log_addition(self, *args: Any) -> None:  # type: ignore[override]
        pass

    def log_change(self, *args: Any) -> None:  # type: ignore[override]
        pass

    def log_deletions(self, *args: Any) -> None:  # type: ignore[override]
        pass

    # Addresses

    def _address(self, page: str, *args: object) -> str:
        model = f"{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"{self.admin_site.name}:{model}_{page}", args=args)


def batch_of(request: HttpRequest, comment: str = "") -> AbstractContextManager[recording.Writer]:
    """What the editor who is signed in changes at once."""
    return recording.batch(request.user, Source.ADMIN, comment[:300])


def _clashing(answer: Any) -> Any:
    """409 where the page shows what two editors changed at once."""
    context = getattr(answer, "context_data", None) or {}
    if "adminform" in context:
        forms = [context["adminform"].form]
        forms += [each for rows in context["inline_admin_formsets"] for each in rows.formset.forms]
        if any(each.clashing for each in forms):
            answer.status_code = HTTPStatus.CONFLICT
            context["clashing"] = True
    return answer


def _carry_version(rows: Any) -> None:
    """Have the page write the version of a form, or of each row, where its last fields stand."""
    *others, (name, options) = rows.fieldsets
    rows.fieldsets = [*others, (name, {**options, "fields": [*options["fields"], "version"]})]


def _bring_back(request: HttpRequest, removal: Revision) -> None:
    """Restore a removed row, inside the batch that then changes it."""
    _, plan = reverting.revert(reverting.of_revision(removal), request.user)
    if plan.kept:
        raise recording.Stale([f"{removal.label} has been entered again meanwhile."])


def _changes(row: Any) -> QuerySet[Revision]:
    """The revisions of what a page before removal shows: the record and what stands on its page."""
    if row.page_key == row.record_key:
        return history.of_page(row)
    kind, pk = row.record_key
    return Revision.objects.filter(kind=kind, record=pk).select_related("batch")


def _last_change(row: Any) -> int:
    last = _changes(row).order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


def _asks_for(request: HttpRequest, page: str) -> bool:
    match = request.resolver_match
    return match is not None and str(match.url_name).endswith(f"_{page}")


def _kept_for_back(pattern: URLPattern) -> URLPattern:
    """A form stays in the browser's own memory, so that Back shows it as it was typed. Django's
    `no-store` would have the browser forget it."""
    if str(pattern.name).endswith(("_add", "_change")):
        pattern.callback = _without_no_store(pattern.callback)
    return pattern


def _without_no_store(view: Any) -> Any:
    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> Any:
        answer = view(*args, **kwargs)
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer

    return answered


def _sign_in(after: str) -> HttpResponse:
    """For a page whose session ended: htmx goes where the header says."""
    address = f"{reverse('admin:login')}?{urlencode({REDIRECT_FIELD_NAME: after})}"
    return HttpResponse(status=HTTPStatus.UNAUTHORIZED, headers={"HX-Redirect": address})


def shortened(text: str, most: int = 120) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _words(query: str) -> list[str]:
    parts = smart_split(query[:LONGEST_QUERY].replace("\0", ""))
    words = (unescape_string_literal(each) if _is_phrase(each) else each for each in parts)
    return [word for word in words if name_key(word)][:MOST_WORDS]


def _is_phrase(part: str) -> bool:
    return len(part) > 1 and part[0] in "\"'" and part[0] == part[-1]


def _without_index_lines(nested: list[Any]) -> list[Any]:
    start = f"{str(TimelineEntry._meta.verbose_name).capitalize()}: "
    return [
        _without_index_lines(each) if isinstance(each, list) else each
        for each in nested
        if isinstance(each, list) or not str(each).startswith(start)
    ]


class LanguageFilter(admin.AllValuesFieldListFilter):
    """The languages that there are; what has none is a choice too, and says so."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "not known"}


class RecordInline(Choosing, admin.StackedInline):  # type: ignore[type-arg]
    """Rows that belong to the record of the page, each a block."""

    form = RecordForm
    formset = RecordFormSet
    extra = 0
    show_change_link = True
    view_on_site = False
