"""What a batch did to each record, gathered while it writes and kept as revisions at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils import timezone

from partnerships import derivation
from partnerships.models import (
    Batch,
    Participation,
    Partnership,
    ProductLaunch,
    Record,
    Revision,
)
from partnerships.models.record import Content, Key
from partnerships.models.vocabulary import RevisionAction, Source

# What a record is called asks the database for others; for many at once, in few questions.
CALLED_BY: dict[type[Record], Sequence[str]] = {
    Partnership: ["participations__company"],
    ProductLaunch: ["names"],
    Participation: ["company"],
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who does what, through which door, and why; `reverts` is the batch that is taken back."""

    actor: Any = None
    source: Source = Source.COMMAND
    comment: str = ""
    reverts: Batch | None = None


@dataclass(slots=True)
class Change:
    """What one batch did to one record: its content before and after, None where there was or is
    none, and the number of the revision that says so."""

    row: Record
    before: Content | None
    after: Content | None
    number: int
    page: Key
    label: str = ""

    @property
    def action(self) -> RevisionAction:
        if self.after is None:
            return RevisionAction.DELETED
        return RevisionAction.CREATED if self.before is None else RevisionAction.CHANGED

    @property
    def came_and_went(self) -> bool:
        """Made and removed by the same batch: nobody ever saw it."""
        return self.before is None and self.after is None


def last_number(row: Record) -> int:
    """The number of the record's last revision; 0 where it has none."""
    kind, pk = row.record_key
    found = Revision.objects.filter(kind=kind, record=pk).aggregate(last=Max("number"))
    return int(found["last"] or 0)


def keep(changes: dict[Key, Change], occasion: Occasion) -> Batch | None:
    """Store what was done, in the order in which the records were first touched; None for nothing.

    To be called inside the transaction of the changes.
    """
    done = {key: change for key, change in changes.items() if not change.came_and_went}
    if not done:
        return None
    _name(done)
    actor = occasion.actor
    batch = Batch(
        at=timezone.now(),
        actor=actor,
        actor_name=actor.get_username() if actor else "",
        source=occasion.source,
        comment=occasion.comment,
        reverts=occasion.reverts,
    )
    batch.save()
    made = [_revision(batch, key, change) for key, change in done.items()]
    Revision.objects.bulk_create(made, batch_size=500)
    return batch


def _revision(batch: Batch, key: Key, change: Change) -> Revision:
    kind, pk = key
    page_kind, page = change.page
    return Revision(
        batch=batch,
        kind=kind,
        record=pk,
        number=change.number,
        action=change.action,
        address=getattr(change.row, "slug", "") or getattr(change.row, "public_id", ""),
        label=change.label[:200],
        page_kind=page_kind,
        page=page,
        after=change.after,
    )


def _name(changes: dict[Key, Change]) -> None:
    """Fill in what each record is called now; a removed one was named before."""
    for model, called_by in CALLED_BY.items():
        kind = str(model._meta.model_name)
        left = [pk for (of, pk), change in changes.items() if of == kind and change.after]
        # Each has several companies, makers or names, and SQLite takes no more than a thousand.
        for part in derivation.batched(left, 100):
            rows = model._base_manager.filter(pk__in=part).prefetch_related(*called_by)
            for row in rows:
                changes[kind, row.pk].label = str(row)
    for change in changes.values():
        change.label = change.label or str(change.row)
