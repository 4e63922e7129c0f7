"""What all pages for editors share: autocomplete for every relation, whole-or-nothing saving, the
history, who else is here."""

from collections.abc import Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST

from partnerships import recording
from partnerships.admin import history as history_pages
from partnerships.admin import presence
from partnerships.admin.choices import RecordSelect, RecordSelectMultiple
from partnerships.admin.dated import EdtfInput
from partnerships.admin.finding import Finding
from partnerships.admin.forms import LinesField, RecordForm
from partnerships.admin.removing import Removing
from partnerships.admin.restoring import Restoring
from partnerships.admin.rows import RecordFormSet
from partnerships.admin.saving import Saving, carry_version
from partnerships.models.fields import EdtfField


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


class RecordAdmin(Choosing, Finding, Saving, Removing, Restoring):
    """The pages of one kind of record. What is saved or removed goes through recording: a page
    with all its rows is kept whole or not at all, and a refusal shows it again as it was typed."""

    form = RecordForm
    change_form_template = "admin/record_form.html"
    list_per_page = 50
    show_full_result_count = False
    prefetch: ClassVar[Sequence[Any]] = ()  # what str(), labels and list columns read

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related(*self.prefetch)

    def choice_label(self, row: Any) -> str:
        """What an editor sees who chooses among these records elsewhere."""
        return str(row)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        title = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

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

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["subtitle"] = shortened(context["subtitle"] or "", 80)
        for rows in (context["adminform"], *context["inline_admin_formsets"]):
            if getattr(rows, "has_change_permission", True):
                carry_version(rows)
        if context.get("original"):
            context["presence"] = presence.context(request.user, context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

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


class RecordInline(Choosing, admin.StackedInline):  # type: ignore[type-arg]
    """Rows that belong to the record of the page, each a block."""

    form = RecordForm
    formset = RecordFormSet
    extra = 0
    show_change_link = True
    view_on_site = False


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
