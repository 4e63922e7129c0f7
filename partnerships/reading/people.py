"""Who speaks: people with their roles and employers, found by the words around their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.quotes import Quote
from partnerships.reading.text import Document


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody by the first full name; `forms` are all places that name them, “Mr Harsch” too.

    `employer` is the place of the words in the text; which company that is, is found later.
    """

    name: Span
    forms: tuple[Span, ...]
    role: Span | None
    employer: Span | None
    rule: str


def find_people(document: Document, quotes: Sequence[Quote]) -> tuple[FoundPerson, ...]:
    """The people of the text, in its order."""
    return ()
