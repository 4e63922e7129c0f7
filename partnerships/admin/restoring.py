"""What somebody else removed: what was typed for it is kept, and it can be brought back."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from partnerships import recording, reverting
from partnerships.admin import history as history_pages
from partnerships.admin.addresses import Addressed
from partnerships.admin.gone import last_removal, typed_in
from partnerships.admin.reverts import may_revert
from partnerships.models import Revision


class Restoring(Addressed):
    """Answers for records that are there no longer."""

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


def _asks_for(request: HttpRequest, page: str) -> bool:
    match = request.resolver_match
    return match is not None and str(match.url_name).endswith(f"_{page}")
