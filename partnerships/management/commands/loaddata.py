"""Django's loaddata, with records of ours going through recording."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import loaddata
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import DatabaseError

from partnerships import recording
from partnerships.models import Record


class Command(loaddata.Command):
    """Loads fixtures whole or not at all, checked like any other entry, with every timeline
    complete afterwards; loading the same file twice changes nothing."""

    def handle(self, *fixture_labels: str, **options: Any) -> None:
        try:
            comment = f"loaddata {' '.join(fixture_labels)}"[:300]
            with recording.batch(comment=comment) as self.batch:
                super().handle(*fixture_labels, **options)
        except recording.Refused as refused:
            raise CommandError("\n".join(["Nothing was loaded.", *refused.problems])) from refused
        except (DatabaseError, DeserializationError, ValueError) as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        recording.refresh_statistics()

    def save_obj(self, obj: DeserializedObject) -> bool:
        row: Any = obj.object
        if row._meta.app_label != "partnerships":
            return bool(super().save_obj(obj))
        if not isinstance(row, Record):
            return True  # it follows from the records: lines of the index, and the history
        kind, key = row._meta.verbose_name, "/".join(map(str, row.natural_key()))
        if obj.deferred_fields:
            raise CommandError(f"{kind} {key} refers to a record that comes later: put it first.")
        if row.pk is not None and not self._is_known_by(row):
            raise CommandError(
                f"{kind} {key} has the number {row.pk}, another one's here: leave “pk” out, "
                "records are known by their natural keys."
            )
        self.models.add(type(row))
        self.batch.record(row)
        for relation, targets in (obj.m2m_data or {}).items():
            self.batch.link(row, relation, targets)
        return True

    def _is_known_by(self, row: Any) -> bool:
        """Whether the number is that of the record with this natural key."""
        stored = type(row)._base_manager.filter(pk=row.pk).first()
        return stored is not None and stored.natural_key() == row.natural_key()
