"""The derived columns, the timeline index and that of search, brought in step with the records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, models, transaction

from partnerships import derivation
from partnerships.models import CalendarEntry, Claim, Statement, TimelineEntry
from partnerships.recording.refusal import as_recording
from partnerships.recording.searching import rebuild_search

E = TypeVar("E", TimelineEntry, CalendarEntry)


@dataclass(slots=True)
class Derived:
    """What was stored anew: claims with another known-from day, companies with other lines."""

    claims: list[Claim] = field(default_factory=list)
    companies: set[int] = field(default_factory=set)


def bring_up_to_date(
    portions: Sequence[derivation.Scope], authors: Iterable[tuple[str, int]]
) -> Derived:
    """Store the known-from days and both indexes of the portions as they ought to be, and for each
    of the authors which of their statements repeats which.

    In rounds, for participations and names are known by the claims, whichever portion they are in,
    and the rest follows from the days.
    """
    derived = Derived()
    with as_recording():
        for scope in portions:
            derived.claims += _store_days(derivation.known_days(scope))
        for scope in [*portions, *derivation.partnerships_behind(portions)]:
            derived.claims += _store_days(derivation.dependent_days(scope))
        for author in authors:
            _store_repetitions(author)
        for scope in portions:
            lines = derivation.timeline_drift(scope)
            _mend(TimelineEntry, lines)
            _mend(CalendarEntry, derivation.calendar_drift(scope))
            changed = (*lines.surplus, *lines.missing)
            derived.companies.update(entry.company_id for entry in changed)
    return derived


def _mend(index: type[E], found: derivation.Drift[E]) -> None:
    """Take the surplus rows out of the index and put the missing ones in."""
    for surplus in derivation.batched((entry.pk for entry in found.surplus), 500):
        index._base_manager.filter(pk__in=surplus).delete()
    index._base_manager.bulk_create(found.missing, batch_size=500)


def _store_repetitions(author: tuple[str, int]) -> None:
    changed = []
    for row, first in derivation.repetitions(author):
        if row.repeats_id != first:
            row.repeats_id = first
            changed.append(row)
    Statement._base_manager.bulk_update(changed, ["repeats"], batch_size=300)


def _store_days(pairs: Iterable[tuple[Claim, Any]]) -> Iterator[Claim]:
    """Store the days that are others than before; those claims."""
    changed: dict[type[models.Model], list[Claim]] = {}
    for row, day in pairs:
        if row.known_from != day:
            row.known_from = day
            changed.setdefault(type(row), []).append(row)
    for model, rows in changed.items():
        model._base_manager.bulk_update(rows, ["known_from"], batch_size=300)
        yield from rows


def refresh_statistics() -> None:
    """Let PostgreSQL look at its tables after many rows were written at once. By itself it looks a
    minute later, and what it plans for nearly empty tables can run into the time limit."""
    if connection.vendor == "postgresql":
        kinds = apps.get_app_config("partnerships").get_models(include_auto_created=True)
        tables = [connection.ops.quote_name(each._meta.db_table) for each in kinds]
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(tables)}")


def rebuild() -> int:
    """Derive everything anew, in one transaction; the number of index lines afterwards."""
    with transaction.atomic():
        authors = derivation.authors(Statement.objects.all())
        bring_up_to_date(list(derivation.whole_record()), authors)
        rebuild_search()
    refresh_statistics()
    return TimelineEntry.objects.count()
