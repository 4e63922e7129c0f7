"""How what is stored differs from what follows from the records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Q

from partnerships.derivation.calendar import calendar
from partnerships.derivation.days import dependent_days, known_days
from partnerships.derivation.lines import lines
from partnerships.derivation.repetitions import authors, repetitions
from partnerships.derivation.scopes import Scope, milestones_of
from partnerships.models import CalendarEntry, Statement, TimelineEntry

# The rows of the two indexes, which are derived alike.
E = TypeVar("E", TimelineEntry, CalendarEntry)


@dataclass(frozen=True, slots=True)
class Drift(Generic[E]):
    """How a stored index differs from what it ought to be."""

    missing: list[E]
    surplus: list[E]


def timeline_drift(scope: Scope) -> Drift[TimelineEntry]:
    """Index lines that lack or are too many in the scope; a changed line is one of each."""
    stored = TimelineEntry.objects.filter(
        Q(milestone__in=milestones_of(scope)) | Q(statement__in=scope.statements)
    )
    return _drift(stored, lines(scope))


def calendar_drift(scope: Scope) -> Drift[CalendarEntry]:
    """The same of the calendar's entries."""
    stored = CalendarEntry.objects.filter(launch__in=scope.launches)
    return _drift(stored, calendar(scope))


def _drift(stored: Iterable[E], wanted: Iterable[E]) -> Drift[E]:
    there = {_content(entry): entry for entry in stored}
    due = {_content(entry): entry for entry in wanted}
    return Drift(
        missing=[entry for key, entry in due.items() if key not in there],
        surplus=[entry for key, entry in there.items() if key not in due],
    )


def differences(scope: Scope) -> Iterator[str]:
    """Each difference between what is stored and what follows from the records, a line each."""
    for claim, day in (*known_days(scope), *dependent_days(scope)):
        if claim.known_from != day:
            kind = claim._meta.verbose_name
            yield f"{kind} {claim.public_id}: known from {claim.known_from}, not {day}"
    for author in authors(Statement.objects.filter(pk__in=scope.statements)):
        for row, first in repetitions(author):
            if row.pk in scope.statements and row.repeats_id != first:
                yield f"statement {row.public_id}: repeats {row.repeats_id}, not {first}"
    found = timeline_drift(scope)
    for sign, entries in (("missing", found.missing), ("surplus", found.surplus)):
        for entry in entries:
            with_partner = f" with {entry.partner}" if entry.partner_id else ""
            yield f"{sign}: {entry} of {entry.company}{with_partner}, {entry.claim.public_id}"
    places = calendar_drift(scope)
    yield from (f"missing in the calendar: {entry}" for entry in places.missing)
    yield from (f"surplus in the calendar: {entry}" for entry in places.surplus)


def _content(entry: E) -> tuple[object, ...]:
    fields = entry._meta.concrete_fields
    return tuple(getattr(entry, field.attname) for field in fields if not field.primary_key)
