"""What is done with an article's suggestions: each action is a plain form, and the page answers."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from partnerships import recording, reviewing
from partnerships.admin.card_choices import chosen
from partnerships.admin.cards import cards
from partnerships.admin.review_access import (
    article_of,
    article_to_decide,
    back,
    may_add,
    suggestion_of,
)
from partnerships.models import Suggestion
from partnerships.models.vocabulary import RejectionReason


@contextmanager
def _refusals_told(request: HttpRequest) -> Iterator[None]:
    """What the record refuses stands as messages on the next page."""
    try:
        yield
    except recording.Refused as refused:
        for problem in refused.problems:
            messages.error(request, problem)


def _action(act: Callable[..., None]) -> Callable[..., HttpResponse]:
    """An address that does one thing to one suggestion and goes back to its card; what the record
    refuses is told there."""

    @require_POST
    @wraps(act)
    def view(request: HttpRequest, pk: str, public_id: str) -> HttpResponse:
        article = article_to_decide(request, pk)
        suggestion = suggestion_of(article, public_id)
        with _refusals_told(request):
            act(request, suggestion)
        return back(article, suggestion)

    return view


@_action
def accept(request: HttpRequest, suggestion: Suggestion) -> None:
    reviewing.accept(suggestion, request.user, chosen(suggestion, request.POST))
    messages.success(request, "Accepted.")


@_action
def reject(request: HttpRequest, suggestion: Suggestion) -> None:
    reason = request.POST.get("reason", "")
    if reason not in RejectionReason.values:
        raise recording.Refused(["Say why: choose one of the six reasons."])
    reviewing.reject(suggestion, request.user, reason)
    messages.success(request, "Rejected.")


@_action
def undo(request: HttpRequest, suggestion: Suggestion) -> None:
    _tell(request, [reviewing.undo(suggestion, request.user)])


@require_http_methods(["GET", "HEAD", "POST"])
def undo_all(request: HttpRequest, pk: str) -> HttpResponse:
    """Take back all that was decided of the article: shown first, then done."""
    article = article_to_decide(request, pk)
    if request.method == "POST":
        with _refusals_told(request):
            _tell(request, reviewing.undo_all(article, request.user))
        return back(article)
    context = {
        **admin.site.each_context(request),
        "title": "Undo everything",
        "article": article,
        "decided": cards(article, list(article.suggestions.decided())),
    }
    return render(request, "admin/review/undo_all.html", context)


@require_POST
def certain(request: HttpRequest, pk: str) -> HttpResponse:
    """Accept all that are certain."""
    article = article_to_decide(request, pk)
    accepted, problems = reviewing.accept_certain(article, request.user)
    messages.success(request, f"Accepted: {accepted}.")
    for problem in {each for found in problems.values() for each in found}:
        messages.warning(request, problem)
    return back(article)


@require_POST
def again(request: HttpRequest, pk: str) -> HttpResponse:
    """Read the article once more, with the names that are known by now."""
    article = article_of(request, pk)
    if not may_add(request):
        raise PermissionDenied
    new = reviewing.suggest(article)
    messages.success(request, f"Read again. New suggestions: {len(new)}.")
    return back(article)


def _tell(request: HttpRequest, plans: Iterable[Any]) -> None:
    kept = list(
        dict.fromkeys(
            f"{each.revision.label} stays: {each.reason}" for plan in plans for each in plan.kept
        )
    )
    messages.success(request, "Taken back.")
    for line in kept[:5]:
        messages.warning(request, line)
