"""Who has the page of a record open: no record itself, without history, forgotten soon."""

import datetime
from typing import Any

from django.utils import timezone

from partnerships.models import Presence, Record
from partnerships.recording.refusal import as_recording

PRESENT = datetime.timedelta(seconds=30)  # a page says every ten that it is still open
FORGOTTEN = datetime.timedelta(minutes=10)


def note_presence(user: Any, row: Record) -> None:
    """Somebody has the page of the record open now. Not within a batch: nobody waits for it."""
    kind, pk = row.record_key
    now = timezone.now()
    with as_recording():
        Presence.objects.filter(seen_at__lt=now - FORGOTTEN).delete()
        Presence.objects.update_or_create(
            user=user, kind=kind, record=pk, defaults={"seen_at": now}
        )


def others_present(user: Any, row: Record) -> list[str]:
    """The names of the other accounts that have the page open, in their order."""
    kind, pk = row.record_key
    seen = Presence.objects.filter(kind=kind, record=pk, seen_at__gte=timezone.now() - PRESENT)
    return [each.user.get_username() for each in seen.exclude(user=user).select_related("user")]
