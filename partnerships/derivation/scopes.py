"""Which subjects to derive for, a portion at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from django.db.models import Q, QuerySet

from partnerships.models import Milestone, Partnership, ProductLaunch, Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which subjects to derive for, by id; a statement counts as its own subject."""

    partnerships: frozenset[int]
    launches: frozenset[int]
    statements: frozenset[int]


def milestones_of(scope: Scope) -> QuerySet[Milestone]:
    return Milestone.objects.filter(
        Q(partnership__in=scope.partnerships) | Q(launch__in=scope.launches)
    )


def whole_record(size: int = 500) -> Iterator[Scope]:
    """Every subject there is, in scopes of at most so many."""
    yield from in_portions(
        Partnership.objects.order_by("pk").values_list("pk", flat=True),
        ProductLaunch.objects.order_by("pk").values_list("pk", flat=True),
        Statement.objects.order_by("pk").values_list("pk", flat=True),
        size,
    )


def in_portions(
    partnerships: Iterable[int], launches: Iterable[int], statements: Iterable[int], size: int = 500
) -> Iterator[Scope]:
    """The same subjects in scopes small enough for one query's list of parameters."""
    nothing: frozenset[int] = frozenset()
    for part in batched(partnerships, size):
        yield Scope(part, nothing, nothing)
    for part in batched(launches, size):
        yield Scope(nothing, part, nothing)
    for part in batched(statements, size):
        yield Scope(nothing, nothing, part)


def partnerships_behind(portions: Sequence[Scope]) -> Iterator[Scope]:
    """The partnerships of the launches and statements: these make the participants known."""
    launches = {pk for scope in portions for pk in scope.launches}
    statements = {pk for scope in portions for pk in scope.statements}
    behind: set[int | None] = set()
    for part in batched(launches, 500):
        rows = ProductLaunch.objects.filter(pk__in=part)
        behind |= set(rows.values_list("partnership", flat=True))
    for part in batched(statements, 500):
        behind |= set(Statement.objects.filter(pk__in=part).values_list("partnership", flat=True))
    yield from in_portions([pk for pk in behind if pk], [], [])


def batched(ids: Iterable[T], size: int) -> Iterator[frozenset[T]]:
    rest = iter(ids)
    while part := frozenset(islice(rest, size)):
        yield part
