"""The addresses of the pages for editors: Django's admin, and the pages of the history."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path

from partnerships.admin import history, pasting, queue, reverts


def index(request: HttpRequest) -> HttpResponse:
    """Django's first page, with what waits for review and what was changed lately."""
    may_look = request.user.has_perm("partnerships.view_batch")
    may_review = request.user.has_perm("partnerships.view_suggestion")
    context = {
        "latest": history.latest() if may_look else [],
        "waiting": queue.articles_waiting() if may_review else 0,
        "may_read": pasting.may_read(request),
    }
    return admin.site.index(request, context)


def addresses() -> tuple[list[URLPattern | URLResolver], str, str]:
    """What `path` takes: the addresses, the application's namespace and this site's."""
    protected: Any = admin.site.admin_view
    ours = [
        path("", protected(index), name="index"),
        path("changes/", protected(history.changes), name="partnerships_changes"),
        path("changes/<slug:public_id>/", protected(history.batch), name="partnerships_batch"),
        path(
            "changes/<slug:public_id>/revert/",
            protected(reverts.revert_batch),
            name="partnerships_batch_revert",
        ),
        path(
            "changes/revision/<int:pk>/revert/",
            protected(reverts.revert_revision),
            name="partnerships_revision_revert",
        ),
    ]
    addresses, application, namespace = admin.site.urls
    return [*ours, *addresses], str(application), namespace
