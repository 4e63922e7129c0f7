"""The queue: the articles of which something waits for an editor's decision."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse

from partnerships.models import Article, Revision, Suggestion

REVIEW = "partnerships_article_review"  # the page on which an article's suggestions are decided
WAITING = "waiting"

_ANY = Suggestion.objects.filter(article=OuterRef("pk")).order_by()
_OPEN = _ANY.open()


def _number_of(suggestions: QuerySet[Suggestion]) -> Coalesce:
    counted = suggestions.values("article").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


HOW_MANY, HOW_MANY_WAIT = _number_of(_ANY), _number_of(_OPEN)
# Whoever entered it: the account of its first revision.
ENTERED_BY = Subquery(
    Revision.objects.filter(kind="article", record=OuterRef("pk"), number=1)
    .order_by()
    .values("batch__actor_name")[:1]
)


class ReviewFilter(admin.SimpleListFilter):
    """Whether something that was found in the article waits for a decision."""

    title = "review"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(WAITING, "waiting"), ("decided", "decided"), ("never", "never read")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "waiting":
                return queryset.filter(Exists(_OPEN))
            case "decided":
                return queryset.filter(Exists(_ANY), ~Exists(_OPEN))
            case "never":
                return queryset.filter(~Exists(_ANY))
        return queryset


def review_address(article: Article) -> str:
    return reverse(f"admin:{REVIEW}", args=[article.pk])


def articles_waiting() -> int:
    return Article.objects.filter(Exists(_OPEN)).count()


def is_asked_for(request: HttpRequest) -> bool:
    return request.GET.get(ReviewFilter.parameter_name) == WAITING
