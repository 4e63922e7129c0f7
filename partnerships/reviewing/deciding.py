"""Deciding on suggestions: what is accepted is filed with all that it needs, in one transaction and
as one batch of the history, and is taken back by the history's own revert."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from partnerships import filing, recording, reverting
from partnerships.models import Article, Partnership, ProductLaunch, Record, Statement, Suggestion
from partnerships.models.vocabulary import Source, SuggestionKind
from partnerships.reviewing.known import Known, with_records
from partnerships.reviewing.meanings import Meanings
from partnerships.reviewing.telling import NO_CHOICE, Chosen, Telling, Unclear, names_of


def accept(suggestion: Suggestion, user: Any, chosen: Chosen = NO_CHOICE) -> filing.Filed:
    """File it as it was found, with what was chosen for its names.

    Raises Refused where the record cannot take it or something is to be chosen first, Stale where
    somebody was faster; then nothing is changed.
    """
    with transaction.atomic():
        recording.decide(suggestion, Suggestion.State.ACCEPTED, user)
        return _filed(suggestion, _told(suggestion, chosen), user)


def drafted(suggestion: Suggestion, chosen: Chosen = NO_CHOICE) -> list[filing.Told]:
    """What accepting it would file, to be corrected: what is in doubt as the text names it."""
    meanings = Meanings.of([suggestion], chosen.values())
    return Telling(suggestion, meanings, siblings_of(suggestion), chosen, draft=True).told()


def accept_edited(suggestion: Suggestion, facts: Sequence[filing.Told], user: Any) -> filing.Filed:
    """File what an editor made of it. Raises Refused and Stale."""
    with transaction.atomic():
        recording.decide(suggestion, Suggestion.State.EDITED, user)
        return _filed(suggestion, facts, user)


def accept_certain(article: Article, user: Any) -> tuple[int, dict[int, list[str]]]:
    """Accept what is certain of the open suggestions, each as a batch of its own.

    Returns how many were, and by the id of each that could not be: why.
    """
    accepted, problems = 0, {}
    for suggestion in certain(article):
        try:
            accept(suggestion, user)
            accepted += 1
        except recording.Refused as refused:
            problems[suggestion.pk] = refused.problems
    return accepted, problems


def certain(article: Article) -> list[Suggestion]:
    """The open suggestions that may be filed without an editor's look at each."""
    suggestions = list(article.suggestions.all())
    known = Known.of(suggestions)
    return [each for each in suggestions if each.is_open and known.is_certain(each)]


def reject(suggestion: Suggestion, user: Any, reason: str) -> None:
    """Put it aside. Raises Stale where somebody was faster."""
    recording.decide(suggestion, Suggestion.State.REJECTED, user, reason)


def undo(suggestion: Suggestion, user: Any) -> reverting.Plan:
    """Take the decision back, and what was filed with it as far as nothing was built on it since.

    Raises Refused where the record cannot do without it, Stale where it waits already.
    """
    with transaction.atomic():
        suggestion.refresh_from_db()
        if suggestion.is_open:
            raise recording.Stale(["It waits for a decision already."])
        batch = suggestion.batch
        if batch is None:
            recording.reopen([suggestion])
            return reverting.Plan()
        # The revert opens all that was filed by the batch.
        comment = f"Undo: {suggestion}"
        return reverting.revert(reverting.of_batch(batch), user, comment, _door(user))[1]


def undo_all(article: Article, user: Any) -> list[reverting.Plan]:
    """Take back all that was decided of the article, the last first, whole or not at all."""
    with transaction.atomic():
        decided = article.suggestions.decided()
        return [undo(each, user) for each in decided.order_by("-decided_at", "-pk")]


def siblings_of(suggestion: Suggestion) -> list[tuple[Suggestion, Any]]:
    """The other suggestions of its article that became records, with these."""
    others = suggestion.article.suggestions.filed().exclude(pk=suggestion.pk)
    return with_records(others)


def _told(suggestion: Suggestion, chosen: Chosen) -> list[filing.Told]:
    """What accepting it would file. Raises Refused where something is to be chosen first."""
    meanings = Meanings.of([suggestion], chosen.values())
    try:
        return Telling(suggestion, meanings, siblings_of(suggestion), chosen).told()
    except Unclear as unclear:
        raise recording.Refused([str(unclear)]) from unclear


def _filed(suggestion: Suggestion, facts: Sequence[filing.Told], user: Any) -> filing.Filed:
    article = suggestion.article
    with recording.batch(user, _door(user), f"From “{article}”"[:300]) as writer:
        filed = filing.file(writer, article, *facts)
        _join(writer, suggestion, filed.records[0])
    recording.note_filed(suggestion, filed.records[0], writer.kept)
    return filed


def _door(user: Any) -> Source:
    return Source.ADMIN if user else Source.COMMAND


def _join(writer: recording.Writer, suggestion: Suggestion, record: Record) -> None:
    """Link a partnership with the products and statements of the article that were filed before
    it: in whatever order they are accepted, the same comes of it."""
    if suggestion.kind != SuggestionKind.PARTNERSHIP or not isinstance(record, Partnership):
        return
    for sibling, row in siblings_of(suggestion):
        belongs = set(sibling.found.get("partnership") or ()) == names_of(suggestion)
        if belongs and isinstance(row, ProductLaunch | Statement) and row.partnership_id is None:
            row.partnership = record
            writer.record(row)
