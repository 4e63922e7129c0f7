"""Who is quoted, and as what, as known on which day; the same words count once."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from partnerships.models import Company, Person, Statement
from partnerships.timeline.appearances import FIRST
from partnerships.timeline.newest import PAGE_SIZE
from partnerships.timeline.statements import known_by


def speakers(as_of: datetime.date | None) -> QuerySet[Person]:
    """Who was known to have said something, A to Z."""
    said = Statement.objects.filter(known_by(as_of), speaker=OuterRef("pk"))
    return Person.objects.filter(Exists(said)).order_by("name", "pk")


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
    said = Statement.objects.filter(known_by(as_of), speaker__in=people).order_by()
    return dict(said.values_list("speaker").annotate(number=Count(FIRST, distinct=True)))


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
        Statement.objects.filter(known_by(as_of), speaker=person)
        .order_by()
        .values_list("role", "company")
        .annotate(
            first=Min("said_latest"), last=Max("said_latest"), number=Count(FIRST, distinct=True)
        )
    )
    companies = Company.objects.in_bulk({pk for _, pk, *_ in grouped if pk})
    roles = [
        Role(role, companies.get(pk), first, last, number)
        for role, pk, first, last, number in grouped
    ]
    return sorted(roles, key=lambda each: each.last or datetime.date.min, reverse=True)
