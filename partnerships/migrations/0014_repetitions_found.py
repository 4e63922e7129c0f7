"""Statements that are recorded already know which of them repeats which, as `rebuild_timeline` tells."""

from collections import defaultdict
from typing import Any

from django.db import migrations
from django.db.models import F

from partnerships.quoting import first_appearances


def find(apps: Any, schema_editor: Any) -> None:
    statements = apps.get_model("partnerships", "Statement").objects
    said = defaultdict(list)
    for row in statements.order_by(F("known_from").asc(nulls_last=True), "pk"):
        said[(row.speaker_id, None if row.speaker_id else row.company_id)].append(row)
    for rows in said.values():
        for row, first in zip(rows, first_appearances([row.text for row in rows]), strict=True):
            if first is not None:
                statements.filter(pk=row.pk).update(repeats=rows[first].pk)


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0013_repetitions")]

    operations = [migrations.RunPython(find, migrations.RunPython.noop)]
