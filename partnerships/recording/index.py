"""The derived columns, the timeline index and that of search, brought in step with the records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from partnerships import derivation
from partnerships.models import Claim, TimelineEntry
from partnerships.recording.refusal import as_recording
from partnerships.recording.searching import rebuild_search


@dataclass(slots=True)
class Derived:
    """What was stored anew: claims with another known-from day, companies with other lines."""

    claims: list[Claim] = field(default_factory=list)
    companies: set[int] = field(default_factory=set)


def bring_up_to_date(portions: Sequence[derivation.Scope]) -> Derived:
    """Store the known-from days and the index lines of the portions as they ought to be.

    In three rounds, for participations and names are known by the claims, whichever portion they
    are in, and the lines carry the days.
    """
    derived = Derived()
    with as_recording():
        for scope in portions:
            derived.claims += _store_days(derivation.known_days(scope))
        for scope in [*portions, *derivation.partnerships_behind(portions)]:
            derived.claims += _store_days(derivation.dependent_days(scope))
        for scope in portions:
            found = derivation.drift(scope)
            surplus = [entry.pk for entry in found.surplus]
            TimelineEntry.objects.filter(pk__in=surplus).delete()
            TimelineEntry.objects.bulk_create(found.missing, batch_size=500)
            changed = (*found.surplus, *found.missing)
            derived.companies.update(entry.company_id for entry in changed)
    return derived


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
        bring_up_to_date(list(derivation.whole_record()))
        rebuild_search()
    refresh_statistics()
    return TimelineEntry.objects.count()
