"""What the stories of partnerships and launches have in common: which claims, and who says so."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from django.db.models import QuerySet

from partnerships.models import Article, Milestone, Statement
from partnerships.models.timeline import NO_DAY
from partnerships.models.vocabulary import ClaimRank
from partnerships.timeline.lines import Cited, Line

T = TypeVar("T", Milestone, Statement)


class Source(NamedTuple):
    """An article, and how many claims of a story it supports."""

    article: Article
    claims: int


def known(rows: QuerySet[T], as_of: datetime.date | None) -> list[T]:
    """Those of the rows that were known on the day, in the order of a timeline: newest first."""
    found = [each for each in rows if each.known(as_of)]
    return sorted(found, key=lambda each: (each.entry_day or NO_DAY, each.pk), reverse=True)


def leading(milestones: Sequence[Milestone]) -> list[Milestone]:
    """Those that are entries: where one of a family is preferred, it alone."""
    preferred = {each.family for each in milestones if each.rank == ClaimRank.PREFERRED}
    return [
        each
        for each in milestones
        if each.rank == ClaimRank.PREFERRED or each.family not in preferred
    ]


def sources(cited: Iterable[Cited], lines: Iterable[Line]) -> list[Source]:
    """The articles cited for these claims and lines, those beneath a line included: each once,
    newest first, undated ones last."""
    claims = list(cited)
    for line in lines:
        claims += [Cited(line.claim, line.citations), *line.beneath]
    articles: dict[int, Article] = {}
    supported: dict[int, int] = {}
    for claim in claims:
        for article in {each.article_id: each.article for each in claim.citations}.values():
            articles.setdefault(article.pk, article)
            supported[article.pk] = supported.get(article.pk, 0) + 1
    newest_first = sorted(
        articles.values(),
        key=lambda each: (each.published_latest or datetime.date.min, each.pk),
        reverse=True,
    )
    return [Source(article, supported[article.pk]) for article in newest_first]
