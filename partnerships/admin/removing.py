"""Removing records: what is seen is removed, or it is asked again with what changed since."""

from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse

from partnerships import history, recording
from partnerships.admin.addresses import Addressed
from partnerships.admin.choices import is_key
from partnerships.admin.saving import batch_of
from partnerships.models import CalendarEntry, Revision, TimelineEntry

MOST_NAMED = 10  # of the records that stand in the way of a removal
INDEXES = (TimelineEntry, CalendarEntry)


class Removing(Addressed):
    """Removes through recording, one record or those that were chosen in a list."""

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
        """Without the rows of the two indexes: they are derived, and nobody entered them."""
        nested, counts, lacking, protected = super().get_deleted_objects(objs, request)
        for index in INDEXES:
            counts.pop(str(index._meta.verbose_name_plural), None)
        return _without_index_lines(nested), counts, lacking, protected

    def _report(self, request: HttpRequest, refused: recording.Refused) -> None:
        for problem in refused.problems:
            self.message_user(request, f"Nothing was removed. {problem}", messages.ERROR)


def _changes(row: Any) -> QuerySet[Revision]:
    """The revisions of what a page before removal shows: the record and what stands on its page."""
    if row.page_key == row.record_key:
        return history.of_page(row)
    kind, pk = row.record_key
    return Revision.objects.filter(kind=kind, record=pk).select_related("batch")


def _last_change(row: Any) -> int:
    last = _changes(row).order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


def _without_index_lines(nested: list[Any]) -> list[Any]:
    starts = tuple(f"{str(index._meta.verbose_name).capitalize()}: " for index in INDEXES)
    return [
        _without_index_lines(each) if isinstance(each, list) else each
        for each in nested
        if isinstance(each, list) or not str(each).startswith(starts)
    ]
