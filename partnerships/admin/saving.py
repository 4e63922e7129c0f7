"""Saving a page through recording: with all its rows, whole or not at all. A refusal shows it again
as it was typed."""

from contextlib import AbstractContextManager
from http import HTTPStatus
from typing import Any, cast

from django.contrib import admin, messages
from django.http import HttpRequest

from partnerships import recording, reverting
from partnerships.models import Revision
from partnerships.models.vocabulary import Source

# How often a page is saved anew after somebody else was faster; each time somebody was.
MOST_TRIES = 20


class RefusedRequest(HttpRequest):
    """A request whose changes recording refused; the form is shown again with its reasons."""

    problems: list[str]


class Saving(admin.ModelAdmin):  # type: ignore[type-arg]
    """Saves what was typed in one batch, or tells what stands against it."""

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


def carry_version(rows: Any) -> None:
    """Have the page write the version of a form, or of each row, where its last fields stand."""
    *others, (name, options) = rows.fieldsets
    rows.fieldsets = [*others, (name, {**options, "fields": [*options["fields"], "version"]})]


def _bring_back(request: HttpRequest, removal: Revision) -> None:
    """Restore a removed row, inside the batch that then changes it."""
    _, plan = reverting.revert(reverting.of_revision(removal), request.user)
    if plan.kept:
        raise recording.Stale([f"{removal.label} has been entered again meanwhile."])
