"""Statements and the people who made them, as known on which day."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from partnerships.models import Company, Person, Statement
from partnerships.models.statement import StatementQuerySet
from partnerships.models.vocabulary import StatementKind
from partnerships.timeline.lines import STATEMENT_SUBJECTS, Line, lines
from partnerships.timeline.newest import PAGE_SIZE, Position, end_of, newest_first


@dataclass(frozen=True, slots=True)
class StatementQuestion:
    """What a reader asks of the statements; all of it may be left out. `unattributed`: only those
    that name no speaker."""

    company: Company | None = None
    speaker: Person | None = None
    unattributed: bool = False
    kind: str = ""
    as_of: datetime.date | None = None


class StatementPage(NamedTuple):
    """Statements newest first, and where the next page goes on; None at the end."""

    lines: list[Line]
    next: Position | None


@dataclass(frozen=True, slots=True)
class StatementChoices:
    """What can be chosen for each filter, and how many statements the list has with it."""

    speakers: dict[Person, int]
    unattributed: int
    companies: dict[Company, int]
    kinds: dict[StatementKind, int]


def statements(question: StatementQuestion) -> StatementQuerySet:
    """The statements that answer it, in no order."""
    found = Statement.objects.filter(_known(question.as_of))
    if question.company:
        found = found.filter(company=question.company)
    if question.speaker:
        found = found.filter(speaker=question.speaker)
    if question.unattributed:
        found = found.filter(speaker=None)
    if question.kind:
        found = found.filter(kind=question.kind)
    return found


def statement_page(
    question: StatementQuestion,
    after: tuple[datetime.date | None, int] | None = None,
    size: int = PAGE_SIZE,
) -> StatementPage:
    """At most `size` statements from a position on, in a constant number of queries."""
    ids = newest_first(statements(question), "said_latest", after).values("pk")[: size + 1]
    few = Statement.objects.filter(pk__in=ids).select_related(*STATEMENT_SUBJECTS)
    rows = list(newest_first(few, "said_latest", None))
    found = lines(rows[:size], question.as_of)
    for line, row in zip(found, rows, strict=False):
        line.day = row.said_latest
    return StatementPage(found, end_of(rows, "said_latest", size))


def statement_choices(question: StatementQuestion) -> StatementChoices:
    """The choices of each filter with the others in force; one that was not known on the day only
    where it is chosen already."""
    anybody = replace(question, speaker=None, unattributed=False)
    by_speaker = dict(_numbers(anybody, "speaker"))
    by_company: Counter[int | None] = Counter()
    by_kind: Counter[str] = Counter()
    # There are few kinds: one query counts for both filters.
    for company, kind, number in _numbers(
        replace(question, company=None, kind=""), "company", "kind"
    ):
        if question.kind in {"", kind}:
            by_company[company] += number
        if question.company is None or question.company.pk == company:
            by_kind[kind] += number
    people = {each: by_speaker.get(each.pk, 0) for each in speakers(question.as_of)}
    companies = {each: by_company[each.pk] for each in spoken_for(question.as_of)}
    if question.speaker:
        people.setdefault(question.speaker, 0)
    if question.company:
        companies.setdefault(question.company, 0)
    return StatementChoices(
        speakers=people,
        unattributed=by_speaker.get(None, 0),
        companies=companies,
        kinds={each: by_kind[each.value] for each in StatementKind},
    )


def _numbers(question: StatementQuestion, *fields: str) -> QuerySet[Statement, Any]:
    """How many statements answer the question, by the values of the fields, which come before."""
    return statements(question).order_by().values_list(*fields).annotate(number=Count("pk"))


def speakers(as_of: datetime.date | None) -> QuerySet[Person]:
    """Who was known to have said something, A to Z."""
    said = Statement.objects.filter(_known(as_of), speaker=OuterRef("pk"))
    return Person.objects.filter(Exists(said)).order_by("name", "pk")


def spoken_for(as_of: datetime.date | None) -> QuerySet[Company]:
    """For which companies something was known to have been said, A to Z."""
    said = Statement.objects.filter(_known(as_of), company=OuterRef("pk"))
    return Company.objects.filter(Exists(said)).alphabetical()


class Quoted(NamedTuple):
    """A person, and how many of their statements were known."""

    person: Person
    statements: int


class PeoplePage(NamedTuple):
    """People A to Z, and where the next page goes on: after which name and id; None at the end."""

    people: list[Quoted]
    next: tuple[str, int] | None


def people_page(
    as_of: datetime.date | None, after: tuple[str, int] | None = None, size: int = PAGE_SIZE
) -> PeoplePage:
    """At most `size` people from a name on, in two queries. On a day only those of whom something
    was known; on the record of today also those who have said nothing yet."""
    found = speakers(as_of) if as_of else Person.objects.order_by("name", "pk")
    if after:
        name, pk = after
        found = found.filter(Q(name__gt=name) | Q(name=name, pk__gt=pk))
    rows = list(found[: size + 1])
    shown = rows[:size]
    counts = _statements_a_speaker(shown, as_of)
    end = (shown[-1].name, shown[-1].pk) if len(rows) > size else None
    return PeoplePage([Quoted(each, counts.get(each.pk, 0)) for each in shown], end)


def _statements_a_speaker(
    people: Iterable[Person], as_of: datetime.date | None
) -> dict[int | None, int]:
    said = Statement.objects.filter(_known(as_of), speaker__in=people).order_by()
    return dict(said.values_list("speaker").annotate(number=Count("pk")))


class Role(NamedTuple):
    """What a person was called in what they said, from the first such statement to the last; each
    day is empty where none of them has one."""

    role: str
    company: Company | None
    first: datetime.date | None
    last: datetime.date | None
    statements: int


def roles_of(person: Person, as_of: datetime.date | None) -> list[Role]:
    """Under which roles and for which companies the person was known to speak, latest first."""
    grouped = list(
        Statement.objects.filter(_known(as_of), speaker=person)
        .order_by()
        .values_list("role", "company")
        .annotate(first=Min("said_latest"), last=Max("said_latest"), number=Count("pk"))
    )
    companies = Company.objects.in_bulk({pk for _, pk, *_ in grouped if pk})
    roles = [
        Role(role, companies.get(pk), first, last, number)
        for role, pk, first, last, number in grouped
    ]
    return sorted(roles, key=lambda each: each.last or datetime.date.min, reverse=True)


def _known(as_of: datetime.date | None) -> Q:
    return Q(known_from__lte=as_of) if as_of else Q()
