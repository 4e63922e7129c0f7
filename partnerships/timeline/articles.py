"""The articles that everything is cited from, as far as they were out on which day."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q

from partnerships.models import Article, Citation, Suggestion
from partnerships.models.article import ArticleQuerySet
from partnerships.models.citation import CLAIMS
from partnerships.timeline.newest import PAGE_SIZE, Position, end_of, newest_first

# An article that was read to be reviewed is part of the record once something cites it.
IN_THE_RECORD = Q(Exists(Citation.objects.filter(article=OuterRef("pk")))) | ~Q(
    Exists(Suggestion.objects.filter(article=OuterRef("pk")))
)


@dataclass(frozen=True, slots=True)
class ArticleQuestion:
    """What a reader asks of the articles; all of it may be left out. `publisher` is empty for those
    whose publisher is not known; `text` and `dated`: whether the text is kept, the day known."""

    publisher: str | None = None
    text: bool | None = None
    dated: bool | None = None
    as_of: datetime.date | None = None


class CitedArticle(NamedTuple):
    """An article, and how many claims known on the day cite it."""

    article: Article
    claims: int


class ArticlePage(NamedTuple):
    """Articles newest first, and where the next page goes on; None at the end."""

    articles: list[CitedArticle]
    next: Position | None


@dataclass(frozen=True, slots=True)
class ArticleChoices:
    """What can be chosen for each filter, and how many articles the list has with it."""

    publishers: dict[str, int]
    unpublished: int
    kept: int
    not_kept: int
    dated: int
    undated: int


class Alike(NamedTuple):
    """How many articles have the same publisher, have their text kept or not, and a day or not."""

    publisher: str
    text: bool
    dated: bool
    number: int

    def answers(self, question: ArticleQuestion) -> bool:
        """Whether `articles` finds them, their day apart."""
        wanted = question.publisher
        return (
            (wanted is None or self.publisher.casefold() == wanted.casefold())
            and question.text in {None, self.text}
            and question.dated in {None, self.dated}
        )


def articles(question: ArticleQuestion) -> ArticleQuerySet:
    """The articles that answer it, in no order; on a day only those certainly out by then."""
    found = Article.objects.without_text().filter(IN_THE_RECORD, _out(question.as_of))
    if question.publisher is not None:
        found = found.filter(publisher__in=_spellings(question.publisher, question.as_of))
    if question.text is not None:
        found = found.exclude(digest="") if question.text else found.filter(digest="")
    if question.dated is not None:
        found = found.filter(published_latest__isnull=not question.dated)
    return found


def article_page(
    question: ArticleQuestion,
    after: tuple[datetime.date | None, int] | None = None,
    size: int = PAGE_SIZE,
) -> ArticlePage:
    """At most `size` articles from a position on, in a constant number of queries."""
    rows = list(newest_first(articles(question), "published_latest", after)[: size + 1])
    shown = rows[:size]
    counts = _claims_an_article(shown, question.as_of)
    return ArticlePage(
        [CitedArticle(each, counts.get(each.pk, 0)) for each in shown],
        end_of(rows, "published_latest", size),
    )


def article_choices(question: ArticleQuestion) -> ArticleChoices:
    """The choices of each filter with the others in force, in one query. A publisher is one choice
    however it is spelt, in upper or lower case."""
    groups = _alike(question.as_of)
    spellings = {each.publisher.casefold(): each.publisher for each in reversed(groups)}
    numbers: Counter[str] = Counter()
    for group in _answering(groups, replace(question, publisher=None)):
        numbers[group.publisher.casefold()] += group.number
    return ArticleChoices(
        publishers={spellings[key]: numbers[key] for key in sorted(spellings) if key},
        unpublished=numbers[""],
        kept=_total(groups, replace(question, text=True)),
        not_kept=_total(groups, replace(question, text=False)),
        dated=_total(groups, replace(question, dated=True)),
        undated=_total(groups, replace(question, dated=False)),
    )


def _alike(as_of: datetime.date | None) -> list[Alike]:
    """All articles out by the day, counted in groups: a few for each publisher, in a fixed order in
    which capitals come first."""
    told = Article.objects.filter(IN_THE_RECORD, _out(as_of)).values_list(
        "publisher",
        ExpressionWrapper(~Q(digest=""), BooleanField()),
        ExpressionWrapper(Q(published_latest__isnull=False), BooleanField()),
    )
    return sorted(Alike(*values) for values in told.order_by().annotate(number=Count("pk")))


def _answering(groups: Iterable[Alike], question: ArticleQuestion) -> Iterable[Alike]:
    return (each for each in groups if each.answers(question))


def _total(groups: Iterable[Alike], question: ArticleQuestion) -> int:
    return sum(each.number for each in _answering(groups, question))


def publishers(as_of: datetime.date | None) -> list[str]:
    """Every publisher of an article out by the day, A to Z."""
    found = Article.objects.filter(IN_THE_RECORD, _out(as_of)).exclude(publisher="")
    names = found.order_by().values_list("publisher", flat=True).distinct()
    return sorted(names, key=str.casefold)


def in_the_record(article: Article) -> bool:
    """Whether readers are shown the article."""
    return Article.objects.filter(IN_THE_RECORD, pk=article.pk).exists()


def shown_on(article: Article, as_of: datetime.date | None) -> bool:
    """Whether the article may be shown as of that day: it was certainly out, or it is undated and
    the only kind of source for something that was known by then."""
    if as_of is None or article.out_by(as_of):
        return True
    return article.published_latest is None and _alone_in_saying(article, as_of)


def _alone_in_saying(article: Article, as_of: datetime.date) -> bool:
    """Whether a claim known on the day cites the article and no dated one."""
    cited = Citation.objects.filter(article=article)
    for claim in CLAIMS:
        dated = Citation.objects.filter(
            **{claim: OuterRef(claim)}, article__published_latest__isnull=False
        )
        known = {f"{claim}__known_from__lte": as_of}
        if cited.filter(~Exists(dated), **known).exists():
            return True
    return False


def _spellings(publisher: str, as_of: datetime.date | None) -> list[str]:
    """The publishers of that name in upper or lower case: SQLite folds no letter beyond ASCII."""
    wanted = publisher.casefold()
    if not wanted:
        return [""]
    return [each for each in publishers(as_of) if each.casefold() == wanted]


def _claims_an_article(articles: Sequence[Article], as_of: datetime.date | None) -> dict[int, int]:
    """By id of the article: how many claims cite it, one cited for two passages once."""
    counts = {
        f"{claim}s": Count(
            claim,
            distinct=True,
            filter=Q(**{f"{claim}__known_from__lte": as_of}) if as_of else None,
        )
        for claim in CLAIMS
    }
    rows = Citation.objects.filter(article__in=articles).order_by().values_list("article")
    return {pk: sum(numbers) for pk, *numbers in rows.annotate(**counts)}


def _out(as_of: datetime.date | None) -> Q:
    return Q(published_latest__lte=as_of) if as_of else Q()
