"""What was found in an article waits for an editor, and is filed when it is accepted."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from partnerships import filing, recording
from partnerships.models import Article, Suggestion
from partnerships.models.vocabulary import Source
from partnerships.reviewing.deciding import (
    accept,
    accept_certain,
    accept_edited,
    drafted,
    reject,
    undo,
    undo_all,
)
from partnerships.reviewing.known import Known
from partnerships.reviewing.meanings import (
    COMPANY_SPEAKS,
    Meanings,
    asked_companies,
    forms_of,
    speaking_person,
)
from partnerships.reviewing.proposals import (
    MOST,
    by_hand,
    known_names,
    proposals,
    read,
)
from partnerships.reviewing.telling import NO_CHOICE, Chosen, Telling, Unclear

__all__ = [
    "COMPANY_SPEAKS",
    "MOST",
    "NO_CHOICE",
    "Chosen",
    "Known",
    "Meanings",
    "Telling",
    "Unclear",
    "accept",
    "accept_certain",
    "accept_edited",
    "add",
    "asked_companies",
    "drafted",
    "forms_of",
    "known_names",
    "offer",
    "proposals",
    "read",
    "reject",
    "speaking_person",
    "suggest",
    "undo",
    "undo_all",
]


def add(article: Article, facts: Sequence[filing.Told], user: Any) -> None:
    """File what an editor found and the reader missed; it stands among the suggestions as decided.

    Raises Refused.
    """
    with transaction.atomic():
        new = offer(article, facts, user)
        if new is not None:
            accept_edited(new, facts, user)
        else:
            with recording.batch(user, Source.ADMIN) as batch:
                filing.file(batch, article, *facts)


def offer(article: Article, facts: Sequence[filing.Told], user: Any) -> Suggestion | None:
    """Suggest what a contributor found; None where it is no suggestion or is suggested already."""
    made = by_hand(article, facts, user)
    kept = recording.keep_suggestions(article, [made]) if made else []
    return kept[0] if kept else None


def suggest(article: Article) -> list[Suggestion]:
    """Read the article and keep what is new of what is found; returns that."""
    return recording.keep_suggestions(article, proposals(article, read(article)))
