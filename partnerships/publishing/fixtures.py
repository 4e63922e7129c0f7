"""Records as fixtures: one a line, by natural keys, saying nothing that an empty field says."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from django.core import serializers

from partnerships.models import (
    Article,
    Citation,
    Claim,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Record,
    Statement,
)
from partnerships.models.record import kept_fields, kept_relations
from partnerships.models.vocabulary import ClaimRank

# The model, as partnerships.company, and the fields by their names.
Fixture: TypeAlias = dict[str, Any]


def as_json(fixtures: Iterable[Fixture]) -> str:
    """A fixture with one record a line, so that a change of one fact changes its lines alone."""
    lines = (json.dumps(each, ensure_ascii=False) for each in fixtures)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def of_article(article: Article) -> list[Fixture]:
    """The article with all that was filed from it, each record after those it refers to.

    A claim has the citations of this article alone. What it says of a partnership or product known
    from elsewhere is no whole record: then those who take part, or the names, come with the first
    article that tells of them.
    """
    return [_fixture(row) for row in _Filed(article).rows()]


class _Filed:
    """What was filed from one article, in lists by kind."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.milestones = self._told(Milestone)
        self.statements = self._told(Statement)
        self.launches = self._launches()
        self.partnerships = self._partnerships()
        self.names = self._whole(ProductName, "launch", self.launches, at_least=1)
        self.participations = self._whole(
            Participation, "partnership", self.partnerships, at_least=2
        )

    def rows(self) -> Iterator[Record]:
        companies = self._companies()
        citations = self._citations()
        articles = {self.article.pk} | {each.article_id for each in citations}
        people = {each.speaker_id for each in self.statements}
        yield from companies
        yield from CompanyName.objects.filter(company__in=companies).order_by("pk")
        yield from Person.objects.filter(pk__in=people).order_by("pk")
        yield from Article.objects.filter(pk__in=articles).order_by("pk")
        yield from self.partnerships
        yield from self.participations
        yield from self.launches
        yield from self.names
        yield from self.milestones
        yield from self.statements
        yield from citations

    def _told(self, model: Any) -> list[Any]:
        """The claims of a kind that this article is cited for."""
        told = model.objects.filter(citations__article=self.article)
        return list(told.distinct().order_by("pk"))

    def _launches(self) -> list[ProductLaunch]:
        claims = [*self._told(ProductName), *self.milestones, *self.statements]
        found = ProductLaunch.objects.filter(pk__in={each.launch_id for each in claims})
        return list(found.order_by("pk"))

    def _partnerships(self) -> list[Partnership]:
        claims = [*self._told(Participation), *self.milestones, *self.statements, *self.launches]
        found = Partnership.objects.filter(pk__in={each.partnership_id for each in claims})
        return list(found.order_by("pk"))

    def _whole(
        self, model: Any, subject: str, rows: Sequence[Record], *, at_least: int
    ) -> list[Any]:
        """The claims of a kind about each of the rows: all of them where the article tells too few
        for the row to stand alone."""
        told = self._told(model)
        found: list[Any] = []
        for row in rows:
            own = [each for each in told if getattr(each, f"{subject}_id") == row.pk]
            every = model.objects.filter(**{subject: row})
            found += own if len(own) >= at_least else every
        return sorted(found, key=lambda each: int(each.pk))

    def _companies(self) -> list[Company]:
        wanted = {each.company_id for each in (*self.participations, *self.statements)}
        for launch in self.launches:
            wanted |= set(launch.makers.values_list("pk", flat=True))
        return _owners_first(Company.objects.filter(pk__in=wanted).order_by("pk"))

    def _citations(self) -> list[Citation]:
        claims: tuple[Claim, ...] = (
            *self.participations,
            *self.names,
            *self.milestones,
            *self.statements,
        )
        found = [citation for claim in claims for citation in self._support(claim)]
        return sorted(found, key=lambda each: each.pk)

    def _support(self, claim: Any) -> Iterable[Citation]:
        """What this article says for the claim; where it says nothing, the first that does."""
        own = claim.citations.filter(article=self.article)
        if own.exists():
            return list(own)
        first = claim.citations.order_by("pk").values("article")[:1]
        return list(claim.citations.filter(article__in=first))


def _owners_first(companies: Iterable[Company]) -> list[Company]:
    """The companies, each after the one that it is part of."""
    found: dict[Company, None] = {}

    def add(company: Company) -> None:
        if company not in found:
            if company.part_of:
                add(company.part_of)
            found[company] = None

    for each in companies:
        add(each)
    return list(found)


def _fixture(row: Record) -> Fixture:
    (made,) = serializers.serialize(
        "python", [row], use_natural_foreign_keys=True, use_natural_primary_keys=True
    )
    said = {name: made["fields"][name] for name in _order(type(row))}
    fields = {name: value for name, value in said.items() if not _says_nothing(name, value)}
    return {"model": made["model"], "fields": fields}


def _order(model: type[Record]) -> list[str]:
    """The fields that say something, as the model declares them; the words of a date after it."""
    names = [each.name for each in kept_fields(model)] + kept_relations(model)

    def place(name: str) -> tuple[int, bool]:
        declared = model._meta.get_field(name.removesuffix("_words"))
        return declared.creation_counter, name.endswith("_words")  # type: ignore[union-attr]

    return sorted(names, key=place)


def _says_nothing(name: str, value: Any) -> bool:
    empty = value is None or value is False or value in ("", [])
    return empty or (name, value) == ("rank", ClaimRank.NORMAL)
