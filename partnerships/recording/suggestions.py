"""Suggestions wait beside the record: kept as they are found, and decided once."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from partnerships.models import Article, Batch, Record, Suggestion
from partnerships.models.vocabulary import SearchKind
from partnerships.recording.refusal import Stale, as_recording
from partnerships.recording.searching import bring_search_up_to_date


def keep_suggestions(article: Article, found: Iterable[Suggestion]) -> list[Suggestion]:
    """Store those that the article does not have yet; returns them."""
    with transaction.atomic(), as_recording():
        known = set(article.suggestions.values_list("key", flat=True))
        new = [each for each in {one.key: one for one in found}.values() if each.key not in known]
        kept = Suggestion.objects.bulk_create(new, batch_size=100)
        # Readers find an article that waits for review once something cites it.
        bring_search_up_to_date({SearchKind.ARTICLE: [article.pk]})
        return kept


def decide(suggestion: Suggestion, state: str, user: Any, reason: str = "") -> None:
    """Take an open suggestion as decided. In the transaction of what is filed with it.

    Raises Stale where somebody has decided it meanwhile.
    """
    with as_recording():
        taken = Suggestion.objects.open().filter(pk=suggestion.pk)
        decided = taken.update(
            state=state,
            reason=reason,
            decided_by=user.get_username() if user else "",
            decided_at=timezone.now(),
        )
    suggestion.refresh_from_db()
    if not decided:
        who = suggestion.decided_by or "a command"
        raise Stale([f"{who} has {suggestion.get_state_display()} it already."])


def note_filed(suggestion: Suggestion, record: Record, batch: Batch | None) -> None:
    """What the suggestion became."""
    suggestion.record_kind, suggestion.record = record.record_key
    suggestion.batch = batch
    with as_recording():
        suggestion.save(update_fields=["record_kind", "record", "batch"])


def reopen(suggestions: Iterable[Suggestion]) -> None:
    """They wait again, as if nobody had decided them."""
    keys = [each.pk for each in suggestions]
    with as_recording():
        Suggestion.objects.filter(pk__in=keys).update(
            state=Suggestion.State.OPEN,
            reason="",
            decided_by="",
            decided_at=None,
            batch=None,
            record_kind="",
            record=None,
        )
