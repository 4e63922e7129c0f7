"""How many: the figures of a brand's head and the numbers beside its filters, in one statement.

Every number is exact up to LIMIT; above it, "1,000+" is all a reader needs and all that is counted.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import DateField, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value

from partnerships import dates
from partnerships.models import (
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    TimelineEntry,
    name_key,
)
from partnerships.models.vocabulary import ClaimCertainty, ClaimRank, EntryKind
from partnerships.standing import Outcome, launch_standing, partnership_standing
from partnerships.timeline.entries import Question, entries, entries_with
from partnerships.timeline.launches import known_launches
from partnerships.timeline.lines import looked_at_on
from partnerships.timeline.statuses import Day, known, quiet

LIMIT = 1000
# Of how many partnerships and launches the claims are read, to tell which run and which promises
# were kept; a brand with more is told so.
LOOKED_AT = 200
DECIDED = (Outcome.ON_TIME, Outcome.LATE, Outcome.BROKEN)


class Row(NamedTuple):
    """A row of the one statement: a number with what it is about, the value it stands beside and
    that value's words; or a claim, for which they are its kind, its certainty and its subject."""

    what: str
    value: str
    label: str
    number: int
    pk: int = 0
    rank: str = ""
    occurred: str = ""
    due: str = ""
    known_from: datetime.date | None = None

    @property
    def choice(self) -> "Choice":
        return Choice(self.value, self.label, self.number)

    @property
    def claim(self) -> Milestone:
        """As much of it as `standing` reads."""
        when = dates.parse(self.occurred) if self.occurred else None
        return Milestone(
            pk=self.pk,
            kind=self.value,
            certainty=self.label,
            rank=self.rank,
            occurred=self.occurred,
            occurred_latest=when.latest if when else None,
            due=self.due,
            known_from=self.known_from,
        )


# What a number's row has in place of a claim's values.
NO_CLAIM = (Value(0), Value(""), Value(""), Value(""), Value(None, DateField()))


class HowMany(Subquery):
    """The number of rows that a query finds, at most LIMIT + 1 of which are read."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS found)"
    output_field = IntegerField()

    def __init__(self, rows: QuerySet[Any, Any], field: str = "pk") -> None:
        """`field` is one that the index which finds the rows has."""
        super().__init__(_few(rows, field))


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, and how many entries the timeline has if it is chosen."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A brand in four figures. `running` is counted among the first LOOKED_AT partnerships that
    the database finds, `kept` and `decided` among the promises of so many launches that it makes
    and so many that it shares, so that no brand costs more."""

    partnerships: int
    running: int
    launches: int
    statements: int
    kept: int
    decided: int

    @property
    def all_partnerships(self) -> bool:
        """Whether none was left out of `running`."""
        return self.partnerships <= LOOKED_AT

    @property
    def all_launches(self) -> bool:
        """Whether the promises of none were left out."""
        return self.launches <= LOOKED_AT


@dataclass(frozen=True, slots=True)
class Counts:
    """What a brand's page counts: each choice with the other filters in force, and the figures."""

    kinds: list[Choice]
    certainties: list[Choice]
    partners: list[Choice]
    dated: int
    undated: int
    figures: Figures
    names: list[str]


def counts(question: Question) -> Counts:
    """All numbers of the brand's page, and with them its further names, in one statement."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    # Claims first: PostgreSQL takes the types of the columns from the first query.
    first, *others = (
        *_claims(question),
        *_choices(question),
        *_figures(question),
        _names(question.company),
    )
    for values in first.union(*others, all=True):
        row = Row(*values)
        found[row.what].append(row)
    numbers = {row.value: row.number for row in found["number"]}
    on = looked_at_on(question.as_of)
    outcomes = _outcomes(found["of launch"], on)
    return Counts(
        kinds=[row.choice for row in found["kind"]],
        certainties=[row.choice for row in found["certainty"]],
        partners=sorted((row.choice for row in found["partner"]), key=_alphabetical),
        dated=numbers["dated"],
        undated=numbers["undated"],
        figures=Figures(
            partnerships=numbers["partnerships"],
            running=_running(found["of partnership"], on),
            launches=numbers["made"] + numbers["shared"],
            statements=numbers["statements"],
            kept=outcomes.count(Outcome.ON_TIME),
            decided=sum(outcome in DECIDED for outcome in outcomes),
        ),
        names=sorted(row.label for row in found["name"]),
    )


def _running(claims: Iterable[Row], on: datetime.date) -> int:
    """How many partnerships run, by the claims of those that are not quiet."""
    return sum(
        partnership_standing(each, on, last_reported=None).running for each in _by_subject(claims)
    )


def _outcomes(claims: Iterable[Row], on: datetime.date) -> list[Outcome]:
    """What came of every promise."""
    standings = (launch_standing(each, on) for each in _by_subject(claims))
    return [promise.outcome for standing in standings for promise in standing.made]


def _by_subject(rows: Iterable[Row]) -> Iterable[list[Milestone]]:
    found: defaultdict[int, list[Milestone]] = defaultdict(list)
    for row in rows:
        found[row.number].append(row.claim)
    return found.values()


def _choices(question: Question) -> Iterator[QuerySet[Any, Any]]:
    """A query for each number beside a filter, the filter itself left out of the question."""
    company = question.company
    for kind, label in [("", "everything"), *EntryKind.choices]:
        rows = entries(replace(question, kind=kind))
        yield _row(company, "kind", kind, HowMany(rows, "day"), label)
    for certainty, label in ClaimCertainty.choices:
        rows = entries(replace(question, certainty=certainty))
        yield _row(company, "certainty", certainty, HowMany(rows, "day"), label)
    for value, dated in (("dated", True), ("undated", False)):
        rows = entries(replace(question, dated=dated))
        yield _row(company, "number", value, HowMany(rows, "day"))
    shared = TimelineEntry.objects.filter(company=company, partner=OuterRef("pk"))
    # One look into the index for each company there is, not for each entry.
    partners = Company.objects.filter(Exists(shared.known(question.as_of))).order_by()
    yield partners.values_list(
        Value("partner"),
        "slug",
        "name",
        HowMany(entries_with(OuterRef("pk"), question), "day"),
        *NO_CLAIM,
    )


def _figures(question: Question) -> Iterator[QuerySet[Any, Any]]:
    """A query for each figure that is a number of rows: what was known on the day, whatever the
    filters."""
    company, as_of = question.company, question.as_of
    said = TimelineEntry.objects.of(company).known(as_of).filter(kind=EntryKind.STATEMENT)
    yield _row(company, "number", "partnerships", HowMany(_participations(company, as_of)))
    yield _row(company, "number", "statements", HowMany(said, "day"))
    for whose, launches in _launches(company, as_of).items():
        yield _row(company, "number", whose, HowMany(launches))


def _claims(question: Question) -> Iterator[QuerySet[Any, Any]]:
    """Queries for the claims that the other figures follow from: of the partnerships that may run,
    and of the launches that were promised for a day."""
    company, as_of = question.company, question.as_of
    takes_part = _few(_participations(company, as_of), "partnership", LOOKED_AT)
    lively = Partnership.objects.filter(~quiet(as_of), pk__in=takes_part).order_by()
    claims = known(Milestone.objects.exclude(rank=ClaimRank.DEPRECATED), as_of).order_by()
    yield _claim_rows(claims.filter(partnership__in=lively.values("pk")), "partnership")
    promised = claims.filter(launch=OuterRef("launch"), due_latest__isnull=False)
    for launches in _launches(company, as_of).values():
        of_launches = claims.filter(Exists(promised), launch__in=_few(launches, "pk", LOOKED_AT))
        yield _claim_rows(of_launches, "launch")


def _claim_rows(claims: QuerySet[Milestone], subject: str) -> QuerySet[Any, Any]:
    return claims.values_list(
        Value(f"of {subject}"),
        "kind",
        "certainty",
        subject,
        "pk",
        "rank",
        "occurred",
        "due",
        "known_from",
    )


def _participations(company: Company, as_of: Day) -> QuerySet[Participation]:
    return known(Participation.objects.filter(company=company), as_of)


def _launches(company: Company, as_of: Day) -> dict[str, QuerySet[ProductLaunch]]:
    """The launches on its timeline that were known on the day: those it makes, and the others of
    its partnerships. Apart, for each is found by an index of its own."""
    makers = ProductLaunch.makers.through.objects
    own = makers.filter(productlaunch=OuterRef("pk"), company=company)
    takes_part = _participations(company, as_of).values("partnership")
    launches = known_launches(as_of)
    # Of a brand that makes nearly all of its partnerships' launches no more are gone through than
    # tell whether there are more than LIMIT together.
    of_partnerships = _few(launches.filter(partnership__in=takes_part), most=2 * (LIMIT + 1))
    return {
        "made": launches.filter(makers=company),
        "shared": ProductLaunch.objects.filter(~Exists(own), pk__in=of_partnerships),
    }


def _names(company: Company) -> QuerySet[Any, Any]:
    """The forms by which texts call it beside its name and legal name."""
    own = {name_key(company.name), name_key(company.legal_name)}
    names = CompanyName.objects.filter(company=company).exclude(key__in=own).order_by()
    return names.values_list(Value("name"), Value(""), "name", Value(0), *NO_CLAIM)


def _row(
    company: Company, what: str, value: str, number: HowMany, label: str = ""
) -> QuerySet[Any, Any]:
    """One number as a row of its own."""
    one = Company.objects.filter(pk=company.pk).order_by()
    return one.values_list(Value(what), Value(value), Value(str(label)), number, *NO_CLAIM)


def _few(
    rows: QuerySet[Any, Any], field: str = "pk", most: int | None = None
) -> QuerySet[Any, Any]:
    """At most so many of the rows; by default as many as tell whether there are more than LIMIT."""
    return rows.order_by().values(field)[: most or LIMIT + 1]


def _alphabetical(choice: Choice) -> tuple[str, str]:
    return (name_key(choice.label), choice.value)
