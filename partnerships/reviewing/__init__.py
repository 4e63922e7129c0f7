"""What was found in an article waits for an editor, and is filed when it is accepted."""

from partnerships import recording
from partnerships.models import Article, Suggestion
from partnerships.reviewing.deciding import (
    accept,
    accept_certain,
    accept_edited,
    certain,
    reject,
    siblings_of,
    told,
    undo,
    undo_all,
    with_records,
)
from partnerships.reviewing.meanings import Meanings, forms_of, named_companies
from partnerships.reviewing.proposals import MOST, known_names, proposals, read
from partnerships.reviewing.telling import Telling, Unclear

__all__ = [
    "MOST",
    "Meanings",
    "Telling",
    "Unclear",
    "accept",
    "accept_certain",
    "accept_edited",
    "certain",
    "forms_of",
    "known_names",
    "named_companies",
    "proposals",
    "read",
    "reject",
    "siblings_of",
    "suggest",
    "told",
    "undo",
    "undo_all",
    "with_records",
]


def suggest(article: Article) -> list[Suggestion]:
    """Read the article and keep what is new of what is found; returns that."""
    return recording.keep_suggestions(article, proposals(article, read(article)))
