"""Who may see, add to and decide on what was found in an article, and where that stands."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect

from partnerships.admin import entries
from partnerships.admin.citations import find_article
from partnerships.admin.queue import review_address
from partnerships.models import Article, Suggestion


def may_look(request: HttpRequest) -> bool:
    return request.user.has_perm("partnerships.view_suggestion")


def may_add(request: HttpRequest) -> bool:
    return request.user.has_perm("partnerships.add_suggestion")


def may_decide(request: HttpRequest) -> bool:
    return request.user.has_perm("partnerships.change_suggestion") and entries.may_enter(request)


def article_of(request: HttpRequest, pk: str) -> Article:
    """The article with this id. Raises PermissionDenied, and Http404 where it has no text."""
    if not may_look(request):
        raise PermissionDenied
    article = find_article(pk)
    if article is None or not article.digest:
        raise Http404("There is no such article with a text to review.")
    return article


def suggestion_of(article: Article, public_id: str) -> Suggestion:
    """That with this id of the article's. Raises Http404."""
    found = article.suggestions.filter(public_id=public_id).first()
    if found is None:
        raise Http404("There is no such suggestion.")
    return found


def article_to_decide(request: HttpRequest, pk: str) -> Article:
    """The article, for somebody who may decide on its suggestions. Raises PermissionDenied."""
    article = article_of(request, pk)
    if not may_decide(request):
        raise PermissionDenied
    return article


def back(article: Article, to: Suggestion | None = None) -> HttpResponseRedirect:
    """On to the review, at the card of the suggestion."""
    anchor = f"#card-{to.public_id}" if to else ""
    return HttpResponseRedirect(f"{review_address(article)}{anchor}")
