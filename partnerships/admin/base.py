"""What all pages for editors share: whole-or-nothing saving through recording, autocomplete for
every relation, search over all forms of a name."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import quote
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import smart_split, unescape_string_literal

from partnerships import recording
from partnerships.admin.choices import RecordSelect, RecordSelectMultiple
from partnerships.admin.dated import EdtfInput
from partnerships.admin.forms import RecordForm
from partnerships.models import TimelineEntry, name_key
from partnerships.models.fields import EdtfField
from partnerships.models.vocabulary import Source

LONGEST_QUERY = 200  # characters
MOST_WORDS = 10


class RefusedRequest(HttpRequest):
    """A request whose changes recording refused; the form is shown again with its reasons."""

    problems: list[str]


class Choosing(BaseModelAdmin):  # type: ignore[type-arg]
    """Every relation is chosen by typing a part of a name; no page loads all records."""

    formfield_overrides = {
        EdtfField: {"widget": EdtfInput},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
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
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except recording.Refused as refused:
            # Everything was rolled back. The same request again finds the form not valid, and so
            # shows it as Django shows any such form.
            cast(RefusedRequest, request).problems = refused.problems
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["subtitle"] = shortened(context["subtitle"] or "", 80)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing yet: the record is saved with its rows, in one batch, by `save_related`."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        with _batch(request) as batch:
            batch.record(form.instance)
            for field in form.instance._meta.many_to_many:
                if field.name in form.cleaned_data:
                    batch.link(form.instance, field.name, form.cleaned_data[field.name])
            for formset in formsets:
                self.save_formset(request, form, formset, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        with _batch(request) as batch:
            for row in formset.deleted_objects:
                batch.remove(row)
            for row_form in formset.saved_forms:
                batch.record(row_form.instance)
                citation = getattr(row_form, "citation", None)
                if citation is not None:
                    batch.record(citation)

    # Removing

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with _batch(request) as batch:
            batch.remove(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with _batch(request) as batch:
            for row in queryset:
                batch.remove(row)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except recording.Refused as refused:
            self._report(request, refused)
            return HttpResponseRedirect(self._address("change", quote(object_id)))

    def response_action(self, *args: Any, **kwargs: Any) -> HttpResponse | None:
        request: HttpRequest = args[0]
        try:
            with transaction.atomic():  # Django's log entries of the action included
                return super().response_action(*args, **kwargs)
        except recording.Refused as refused:
            self._report(request, refused)
            return HttpResponseRedirect(request.get_full_path())

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

    # Addresses

    def _address(self, page: str, *args: object) -> str:
        model = f"{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"{self.admin_site.name}:{model}_{page}", args=args)


def _batch(request: HttpRequest) -> AbstractContextManager[recording.Writer]:
    """What the editor who is signed in changes at once."""
    return recording.batch(request.user, Source.ADMIN)


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


class RecordInline(Choosing, admin.StackedInline):  # type: ignore[type-arg]
    """Rows that belong to the record of the page, each a block."""

    form = RecordForm
    extra = 0
    show_change_link = True
    view_on_site = False
