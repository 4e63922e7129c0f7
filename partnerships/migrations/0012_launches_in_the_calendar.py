"""Launches that are recorded already stand in the calendar, as `rebuild_timeline` would put them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import migrations

from partnerships import phases
from partnerships.models import Milestone

# What tells when a launch changes.
CLAIM = ("pk", "kind", "certainty", "rank", "known_from", "occurred", "due", "occurred_latest")


def fill(apps: Any, schema_editor: Any) -> None:
    launches = apps.get_model("partnerships", "ProductLaunch").objects.order_by("pk")
    entry = apps.get_model("partnerships", "CalendarEntry")
    claims = defaultdict(list)
    milestones = apps.get_model("partnerships", "Milestone").objects
    rows = milestones.filter(launch__isnull=False).order_by("pk")
    for row in rows.values("launch", *CLAIM):
        claims[row.pop("launch")].append(Milestone(**row))
    made = (each for pk in launches.values_list("pk", flat=True) for each in of(entry, pk, claims))
    entry.objects.bulk_create(made, batch_size=500)


def of(entry: Any, launch: int, claims: Any) -> Iterator[Any]:
    for basis, found in (
        ("recorded", phases.as_recorded(claims[launch])),
        ("known", phases.as_known(claims[launch])),
    ):
        for phase in found:
            for outcome in ("", *phase.outcomes):
                yield entry(
                    launch_id=launch,
                    basis=basis,
                    since=phase.since,
                    until=phase.until,
                    status=phase.status,
                    outcome=outcome,
                    place=phase.place,
                )


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0011_launch_calendar")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
