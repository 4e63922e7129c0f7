"""The one statement that lanes are drawn from: rows of several kinds, in columns that fit them all.

One statement, because a brand's page makes all others that it may.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    DateField,
    Exists,
    F,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    Window,
)
from django.db.models.functions import Cast, Coalesce, RowNumber

from partnerships import dates
from partnerships.models import (
    Company,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    ProductName,
    Statement,
)
from partnerships.models.launch import ProductLaunchQuerySet
from partnerships.models.vocabulary import ClaimCertainty, ClaimRank, MilestoneKind
from partnerships.timeline.entries import Question, entries_about
from partnerships.timeline.launches import known_launches
from partnerships.timeline.statuses import Day, known, reported

# Of how many partnerships of a brand, of how many launches that it makes and of how many that it
# shares the claims are read, the latest recorded first, so that no brand costs more.
LOOKED_AT = 120
# And how many of them with one partner are drawn: in more bars nobody finds their way.
IN_A_LANE = 8
# Steps that move neither a status nor a date. Of those that are stated the first says since when at
# the latest the partnership exists, and the one known last that it does; the others are not read.
STEPS = (MilestoneKind.EXTENDED, MilestoneKind.RENEGOTIATED, MilestoneKind.EXPANDED)

NO_DAY = Cast(Value(None), DateField())
TRUE = Value(True, BooleanField())


class Row(NamedTuple):
    """A row of the one statement. `subject` is the id of the partnership or launch that it is
    about; what the other columns hold depends on `what`."""

    what: str
    subject: int
    pk: int
    other: int
    words: tuple[str, ...]
    known_from: datetime.date | None
    days: tuple[datetime.date | None, ...]
    answers: bool

    @property
    def claim(self) -> Milestone:
        """As much of it as `standing` and the lanes read."""
        kind, certainty, rank, occurred, due = self.words
        when, due_on = (dates.parse(text) if text else None for text in (occurred, due))
        return Milestone(
            pk=self.pk,
            public_id="",  # not a new one, which takes longer than all the rest
            kind=kind,
            certainty=certainty,
            rank=rank,
            occurred=occurred,
            occurred_earliest=when.earliest if when else None,
            occurred_latest=when.latest if when else None,
            due=due,
            due_earliest=due_on.earliest if due_on else None,
            due_latest=due_on.latest if due_on else None,
            known_from=self.known_from,
        )

    @property
    def company(self) -> Company:
        """Somebody who takes part or made it."""
        name, slug, key, *_ = self.words
        return Company(pk=self.other, name=name, slug=slug, key=key)


class Columns(NamedTuple):
    """Where the rows of one kind find what stands in `Row`; what they lack is empty."""

    what: str
    subject: str
    pk: str
    other: Any = Value(0)
    words: Sequence[Any] = ()
    known_from: Any = NO_DAY
    days: Sequence[Any] = (NO_DAY, NO_DAY, NO_DAY)
    answers: Any = TRUE

    def of(self, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
        """The rows with these columns."""
        words: list[Any] = [*self.words, *[Value("")] * (5 - len(self.words))]
        ids = (Value(self.what), self.subject, self.pk, self.other)
        return rows.order_by().values_list(*ids, *words, self.known_from, *self.days, self.answers)


def branches(
    companies: Sequence[Company], as_of: Day, question: Question | None, with_each: int | None
) -> Iterator[QuerySet[Any, Any]]:
    """The queries of the one statement; that of claims first, for PostgreSQL takes the types of the
    columns from it."""
    partner = question.partner if question else None
    launching = known_launches(as_of).order_by("-pk")
    made = [_made_by(company, as_of) for company in companies]
    own = [_taken_part_in(company, as_of, partner) for company in companies]
    if with_each:
        made = [_of_others(*pair, as_of) for pair in zip(companies, made, strict=True)]
        pairs = zip(companies, own, strict=True)
        own = [_latest_with_each(company, rows, as_of, with_each) for company, rows in pairs]
    shared = [launching.filter(partnership__in=part)[:LOOKED_AT] for part in own]
    partnerships = together(Partnership, own)
    launches = together(ProductLaunch, [rows.values("pk") for rows in (*made, *shared)])
    claims = known(Milestone.objects.exclude(rank=ClaimRank.DEPRECATED), as_of)
    steps = claims.filter(kind__in=STEPS, certainty=ClaimCertainty.STATED)
    moving = claims.exclude(kind__in=STEPS, certainty=ClaimCertainty.STATED)
    yield _claims(moving.filter(partnership__in=partnerships), "partnership", question)
    ends = _first_and_last(steps.filter(partnership__in=partnerships))
    yield _claims(claims.filter(pk__in=ends), "partnership", question)
    yield _claims(claims.filter(launch__in=launches), "launch", question)
    yield _partnership_rows(Partnership.objects.filter(pk__in=partnerships), as_of, question)
    rows = ProductLaunch.objects.filter(pk__in=launches)
    partnership = Coalesce("partnership", 0)
    yield Columns("launch", "pk", "pk", partnership, ["slug"]).of(rows)
    of_others = [rows.values("partnership") for rows in made]
    concerned = together(Partnership, [*own, *of_others])
    part = known(Participation.objects.filter(partnership__in=concerned), as_of)
    named = ["company__name", "company__slug", "company__key"]
    yield Columns("participant", "partnership", "pk", "company", named).of(part)
    makers = ProductLaunch.makers.through.objects.filter(productlaunch__in=launches)
    yield Columns("maker", "productlaunch", "pk", "company", named).of(makers)
    names = known(ProductName.objects.filter(launch__in=launches), as_of)
    words = ["name", "kind"]
    yield Columns("name", "launch", "pk", words=words, known_from="known_from").of(names)


def _taken_part_in(company: Company, as_of: Day, partner: Company | None) -> QuerySet[Any, Any]:
    """The ids of its LOOKED_AT latest recorded partnerships; of those with the partner, if one is
    asked for."""
    part = known(Participation.objects.filter(company=company), as_of)
    if partner:
        others = Participation.objects.filter(partnership=OuterRef("partnership"))
        part = part.filter(Exists(others.filter(company=partner)))
    return part.order_by("-partnership").values("partnership")[:LOOKED_AT]


def _made_by(company: Company, as_of: Day) -> ProductLaunchQuerySet:
    """The LOOKED_AT latest recorded of its launches; by the index of makers, for it may have very
    many."""
    made = ProductLaunch.makers.through.objects.filter(company=company)
    if as_of:
        claims = Milestone.objects.filter(launch=OuterRef("productlaunch"))
        made = made.filter(Exists(known(claims, as_of)))
    latest = made.order_by("-productlaunch_id").values("productlaunch_id")[:LOOKED_AT]
    return ProductLaunch.objects.filter(pk__in=latest)


def _of_others(
    company: Company, launches: ProductLaunchQuerySet, as_of: Day
) -> ProductLaunchQuerySet:
    """Those that belong to none of its partnerships: the others come with these, or not at all."""
    part = known(Participation.objects.filter(partnership=OuterRef("partnership")), as_of)
    return launches.exclude(Exists(part.filter(company=company)))


def _latest_with_each(
    company: Company, partnerships: QuerySet[Any, Any], as_of: Day, number: int
) -> QuerySet[Any, Any]:
    """Of the ids of the company's partnerships the latest recorded with each partner, so many of
    them."""
    part = known(Participation.objects.filter(partnership__in=partnerships), as_of)
    place = Window(RowNumber(), partition_by="company", order_by="-partnership")
    others = part.exclude(company=company).order_by().annotate(place=place)
    return others.filter(place__lte=number).values("partnership")


def together(model: type[Model], ids: Sequence[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    """The ids that any of the queries finds. United, for where one of several conditions must hold
    PostgreSQL goes through the whole table."""
    # SQLite takes no limit and no order right inside a union.
    first, *others = [
        model._base_manager.filter(pk__in=each).order_by().values("pk") for each in ids
    ]
    return first.union(*others) if others else first


def _claims(
    claims: QuerySet[Milestone], subject: str, question: Question | None
) -> QuerySet[Any, Any]:
    return Columns(
        f"of {subject}",
        subject,
        "pk",
        words=["kind", "certainty", "rank", "occurred", "due"],
        known_from="known_from",
        answers=Exists(entries_about("milestone", question)) if question else TRUE,
    ).of(claims)


def _first_and_last(steps: QuerySet[Milestone]) -> QuerySet[Any, Any]:
    """The ids of the first step of each partnership, and of the one known last."""
    happened = Coalesce("occurred_earliest", "occurred_latest", "known_from")
    first: list[Any] = [
        happened.asc(nulls_last=True),
        F("occurred_latest").asc(nulls_last=True),
        "pk",
    ]
    last: list[Any] = [F("known_from").desc(nulls_last=True), "pk"]
    numbered = steps.order_by().annotate(
        **{
            name: Window(RowNumber(), partition_by="partnership", order_by=order)
            for name, order in (("first", first), ("last", last))
        }
    )
    return numbered.filter(Q(first=1) | Q(last=1)).values("pk")


def _partnership_rows(
    partnerships: QuerySet[Partnership], as_of: Day, question: Question | None
) -> QuerySet[Any, Any]:
    """With the last days on which anything was reported."""
    return Columns(
        "partnership",
        "pk",
        "pk",
        words=["slug", "scope", "kinds"],
        days=[Subquery(rows.values("last_day")[:1]) for rows in reported(as_of)],
        answers=_any_answers(question) if question else TRUE,
    ).of(partnerships)


def _any_answers(question: Question) -> Q:
    """Whether anything of the partnership answers the question, on whatever day: between two days
    stands also what began before them and ended after."""
    asked = replace(question, first=None, last=None)
    told = Exists(entries_about("milestone", asked))
    said = Exists(entries_about("statement", asked))
    return Q(
        Exists(Milestone.objects.filter(told, partnership=OuterRef("pk")))
        | Exists(Milestone.objects.filter(told, launch__partnership=OuterRef("pk")))
        | Exists(Statement.objects.filter(said, partnership=OuterRef("pk")))
    )
