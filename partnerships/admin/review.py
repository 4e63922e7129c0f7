"""Reviewing an article: its text with what was found in it marked, and a card for each suggestion,
to be accepted, corrected, rejected and taken back. Each action is a plain form; htmx swaps the
page's middle with that of the page which answers it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from partnerships import recording, reviewing
from partnerships.admin import entries
from partnerships.admin import review_actions as actions
from partnerships.admin.cards import NO_PICKS, Card, Picks, cards
from partnerships.admin.entering import ENTRIES, EntryForm
from partnerships.admin.naming import suggestions as names_to_suggest
from partnerships.admin.prefilling import correcting, initial_of_words
from partnerships.admin.queue import REVIEW
from partnerships.admin.review_access import (
    article_of,
    back,
    may_add,
    may_decide,
    suggestion_of,
)
from partnerships.admin.review_text import stretches
from partnerships.models import Article, Suggestion
from partnerships.models.vocabulary import RejectionReason, SuggestionKind

HEADINGS = {
    SuggestionKind.PARTNERSHIP: "Partnerships",
    SuggestionKind.LAUNCH: "Launches",
    SuggestionKind.STATEMENT: "Statements",
}


class Section(NamedTuple):
    heading: str
    cards: list[Card]


def urls(protected: Callable[[Any], Any]) -> list[URLPattern]:
    """The addresses of this page and of its actions, below those of articles."""
    one = "<str:pk>/review/<slug:public_id>"
    return [
        path("<str:pk>/review/", protected(page), name=REVIEW),
        path("<str:pk>/review/certain/", protected(actions.certain), name=f"{REVIEW}_certain"),
        path("<str:pk>/review/undo/", protected(actions.undo_all), name=f"{REVIEW}_undo_all"),
        path("<str:pk>/review/again/", protected(actions.again), name=f"{REVIEW}_again"),
        path(f"{one}/files/", protected(files), name=f"{REVIEW}_files"),
        path(f"{one}/accept/", protected(actions.accept), name=f"{REVIEW}_accept"),
        path(f"{one}/reject/", protected(actions.reject), name=f"{REVIEW}_reject"),
        path(f"{one}/undo/", protected(actions.undo), name=f"{REVIEW}_undo"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str) -> HttpResponse:
    """The review; with `edit` or `add` in the address also the form of that. What was chosen on the
    card of `card` or `edit` stands in the address as well."""
    article = article_of(request, pk)
    suggestions = list(article.suggestions.all())
    if request.method == "POST" and not may_add(request):
        raise PermissionDenied
    edited = _edited(request, suggestions)
    picks = _picks(request, suggestions)
    form = _form(request, article, edited, picks)
    if form is not None and form.is_bound and form.is_valid():
        try:
            return _corrected(request, article, form, edited)
        except recording.Refused as refused:
            form.refuse(refused.problems)
    return _shown(request, article, suggestions, form, edited, picks)


@require_safe
def files(request: HttpRequest, pk: str, public_id: str) -> HttpResponse:
    """What accepting the suggestion files with what is chosen on its card."""
    article = article_of(request, pk)
    suggestion = suggestion_of(article, public_id)
    filed = list(article.suggestions.filed().exclude(pk=suggestion.pk))
    (card, *_) = cards(article, [suggestion, *filed], Picks.of(suggestion, request.GET))
    return render(request, "admin/review/_files.html", {"card": card})


def _edited(request: HttpRequest, suggestions: Iterable[Suggestion]) -> Suggestion | None:
    """The suggestion that is being corrected: an open one, or one that somebody decided while
    its form was filled in, which is then refused with what was typed still there."""
    wanted = request.GET.get("edit", "")
    found = [each for each in suggestions if each.public_id == wanted]
    if wanted and not found:
        raise Http404("There is no such suggestion.")
    is_sent = request.method == "POST"
    return found[0] if found and (found[0].is_open or is_sent) else None


def _picks(request: HttpRequest, suggestions: Iterable[Suggestion]) -> Picks:
    """What the address says was chosen on one of the cards."""
    wanted = request.GET.get("card") or request.GET.get("edit")
    found = [each for each in suggestions if each.public_id == wanted]
    return Picks.of(found[0], request.GET) if found else NO_PICKS


def _form(
    request: HttpRequest, article: Article, edited: Suggestion | None, picks: Picks
) -> EntryForm | None:
    """The form that corrects the suggestion, or that adds what was missed."""
    if not (may_decide(request) or (may_add(request) and edited is None)):
        return None
    kind = ENTRIES.get(edited.kind if edited else request.GET.get("add", ""))
    if kind is None:
        return None
    cited, data = entries.cited_for(article), request.POST if request.method == "POST" else None
    if edited is not None:
        return correcting(kind, edited, cited, data, picks.chosen)
    form = kind(article, cited, data)
    form.initial = {**form.initial, **initial_of_words(request.GET, article)}
    return form


def _corrected(
    request: HttpRequest, article: Article, form: EntryForm, edited: Suggestion | None
) -> HttpResponse:
    if edited:
        reviewing.accept_edited(edited, form.told(), request.user)
        messages.success(request, "Filed as corrected.")
    elif may_decide(request):
        reviewing.add(article, form.told(), request.user)
        messages.success(request, "Added.")
    elif reviewing.offer(article, form.told(), request.user):
        messages.success(request, "Suggested. An editor will decide.")
    else:
        messages.warning(request, "These words are suggested already.")
    return back(article, edited)


def _shown(  # noqa: PLR0913, PLR0917 - one for each part of the page
    request: HttpRequest,
    article: Article,
    suggestions: Sequence[Suggestion],
    form: EntryForm | None,
    edited: Suggestion | None,
    picks: Picks,
) -> HttpResponse:
    shown = cards(article, suggestions, picks)
    waiting = [each for each in shown if each.suggestion.is_open]
    certain_ones = [each for each in waiting if each.is_certain]
    context = {
        **admin.site.each_context(request),
        "title": "Review",
        "article": article,
        "stretches": stretches(article, suggestions),
        "sections": [
            Section(heading, found)
            for kind, heading in HEADINGS.items()
            if (found := [each for each in shown if each.suggestion.kind == kind])
        ],
        "total": len(shown),
        "done": len(shown) - len(waiting),
        "certain": len(certain_ones),
        "reasons": RejectionReason.choices,
        "may_decide": may_decide(request),
        "may_add": may_add(request),
        "form": form,
        "edited": edited,
        "kinds": [(f"?add={kind}", each.title) for kind, each in _addable(request)],
        "suggestions": names_to_suggest() if form else [],
        "capped": len(shown) >= reviewing.MOST,
        "is_nav_sidebar_enabled": False,  # the text and the cards need its room
    }
    return render(request, "admin/review/page.html", context)


def _addable(request: HttpRequest) -> Iterable[tuple[str, type[EntryForm]]]:
    """The kinds of fact that may be added: what a contributor adds becomes a suggestion."""
    kinds = ENTRIES if may_decide(request) else SuggestionKind.values
    return [(str(kind), ENTRIES[kind]) for kind in kinds]
