"""What “the company”, “the chipmaker”, “it” and “both companies” stand for."""

from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.mentions import Mentions
from partnerships.reading.text import Document


@dataclass(frozen=True, slots=True)
class Referent:
    """Words that stand for companies named elsewhere; `entities` number them in the mentions."""

    span: Span
    entities: tuple[int, ...]


def find_referents(document: Document, mentions: Mentions) -> tuple[Referent, ...]:
    """Those that are clear, in the order of the text; what is in doubt is left out."""
    return ()
