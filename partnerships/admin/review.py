"""Reviewing an article: its text with what was found in it marked, and a card for each suggestion,
to be accepted, corrected, rejected and taken back. Each action is a plain form; htmx swaps the
page's middle with that of the page which answers it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_POST

from partnerships import recording, reviewing
from partnerships.admin import entries
from partnerships.admin.card_choices import chosen
from partnerships.admin.cards import Card, cards
from partnerships.admin.citations import find_article
from partnerships.admin.entering import ENTRIES, EntryForm
from partnerships.admin.naming import suggestions as names_to_suggest
from partnerships.admin.prefilling import initial_of, initial_of_words
from partnerships.admin.queue import REVIEW, review_address
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


def may_look(request: HttpRequest) -> bool:
    return request.user.has_perm("partnerships.view_suggestion")


def may_add(request: HttpRequest) -> bool:
    return request.user.has_perm("partnerships.add_suggestion")


def may_decide(request: HttpRequest) -> bool:
    return request.user.has_perm("partnerships.change_suggestion") and entries.may_enter(request)


def urls(protected: Callable[[Any], Any]) -> list[URLPattern]:
    """The addresses of this page and of its actions, below those of articles."""
    one = "<str:pk>/review/<slug:public_id>"
    return [
        path("<str:pk>/review/", protected(page), name=REVIEW),
        path("<str:pk>/review/certain/", protected(certain), name=f"{REVIEW}_certain"),
        path("<str:pk>/review/undo/", protected(undo_all), name=f"{REVIEW}_undo_all"),
        path("<str:pk>/review/again/", protected(again), name=f"{REVIEW}_again"),
        path(f"{one}/accept/", protected(accept), name=f"{REVIEW}_accept"),
        path(f"{one}/reject/", protected(reject), name=f"{REVIEW}_reject"),
        path(f"{one}/undo/", protected(undo), name=f"{REVIEW}_undo"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str) -> HttpResponse:
    """The review; with `edit` or `add` in the address also the form of that."""
    article = _article(request, pk)
    suggestions = list(article.suggestions.all())
    if request.method == "POST" and not may_add(request):
        raise PermissionDenied
    edited = _edited(request, suggestions)
    form = _form(request, article, edited)
    if form is not None and form.is_bound and form.is_valid():
        try:
            return _corrected(request, article, form, edited)
        except recording.Refused as refused:
            form.refuse(refused.problems)
    return _shown(request, article, suggestions, form, edited)


def _article(request: HttpRequest, pk: str) -> Article:
    if not may_look(request):
        raise PermissionDenied
    article = find_article(pk)
    if article is None or not article.digest:
        raise Http404("There is no such article with a text to review.")
    return article


def _to_decide(request: HttpRequest, pk: str) -> Article:
    """The article, for somebody who may decide on its suggestions."""
    article = _article(request, pk)
    if not may_decide(request):
        raise PermissionDenied
    return article


@contextmanager
def _refusals_told(request: HttpRequest) -> Iterator[None]:
    """What the record refuses stands as messages on the next page."""
    try:
        yield
    except recording.Refused as refused:
        for problem in refused.problems:
            messages.error(request, problem)


def _edited(request: HttpRequest, suggestions: Iterable[Suggestion]) -> Suggestion | None:
    """The suggestion that is being corrected: an open one, or one that somebody decided while
    its form was filled in, which is then refused with what was typed still there."""
    wanted = request.GET.get("edit", "")
    found = [each for each in suggestions if each.public_id == wanted]
    if wanted and not found:
        raise Http404("There is no such suggestion.")
    is_sent = request.method == "POST"
    return found[0] if found and (found[0].is_open or is_sent) else None


def _form(request: HttpRequest, article: Article, edited: Suggestion | None) -> EntryForm | None:
    """The form that corrects the suggestion, or that adds what was missed."""
    if not (may_decide(request) or (may_add(request) and edited is None)):
        return None
    kind = ENTRIES.get(edited.kind if edited else request.GET.get("add", ""))
    if kind is None:
        return None
    form = kind(
        article, entries.cited_for(article), request.POST if request.method == "POST" else None
    )
    more = initial_of(edited, article) if edited else initial_of_words(request.GET, article)
    form.initial = {**form.initial, **more}
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
    return _back(article, edited)


def _back(article: Article, to: Suggestion | None = None) -> HttpResponse:
    anchor = f"#card-{to.public_id}" if to else ""
    return HttpResponseRedirect(f"{review_address(article)}{anchor}")


def _action(act: Callable[..., None]) -> Callable[..., HttpResponse]:
    """An address that does one thing to one suggestion and goes back to its card; what the record
    refuses is told there."""

    @require_POST
    @wraps(act)
    def view(request: HttpRequest, pk: str, public_id: str) -> HttpResponse:
        article = _to_decide(request, pk)
        suggestion = article.suggestions.filter(public_id=public_id).first()
        if suggestion is None:
            raise Http404("There is no such suggestion.")
        with _refusals_told(request):
            act(request, suggestion)
        return _back(article, suggestion)

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


@require_POST
def undo_all(request: HttpRequest, pk: str) -> HttpResponse:
    """Take back all that was decided of the article."""
    article = _to_decide(request, pk)
    with _refusals_told(request):
        _tell(request, reviewing.undo_all(article, request.user))
    return _back(article)


@require_POST
def certain(request: HttpRequest, pk: str) -> HttpResponse:
    """Accept all that are certain."""
    article = _to_decide(request, pk)
    accepted, problems = reviewing.accept_certain(article, request.user)
    messages.success(request, f"Accepted: {accepted}.")
    for problem in {each for found in problems.values() for each in found}:
        messages.warning(request, problem)
    return _back(article)


@require_POST
def again(request: HttpRequest, pk: str) -> HttpResponse:
    """Read the article once more, with the names that are known by now."""
    article = _article(request, pk)
    if not may_add(request):
        raise PermissionDenied
    new = reviewing.suggest(article)
    messages.success(request, f"Read again. New suggestions: {len(new)}.")
    return _back(article)


def _tell(request: HttpRequest, plans: Iterable[Any]) -> None:
    kept = list(
        dict.fromkeys(
            f"{each.revision.label} stays: {each.reason}" for plan in plans for each in plan.kept
        )
    )
    messages.success(request, "Taken back.")
    for line in kept[:5]:
        messages.warning(request, line)


# The page


def _shown(
    request: HttpRequest,
    article: Article,
    suggestions: Sequence[Suggestion],
    form: EntryForm | None,
    edited: Suggestion | None,
) -> HttpResponse:
    shown = cards(article, suggestions)
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
