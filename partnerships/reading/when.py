"""When: the expressions of time in a text, each resolved to EDTF with the article's day."""

from dataclasses import dataclass

from partnerships.dates import EdtfDate
from partnerships.reading.findings import Span
from partnerships.reading.text import Document


@dataclass(frozen=True, slots=True)
class When:
    """One expression of time: “by July this year” is [2022-05-24..2022-07-31].

    `modifier` is the word that sets it: by, since, until, from, before, after, about or nothing.
    `why` tells the reckoning: “‘July this year’, article of 2022-05-24”.
    """

    span: Span
    edtf: str
    modifier: str
    why: str


def find_dates(document: Document, published: EdtfDate | None) -> tuple[When, ...]:
    """The expressions of time of the whole text, quotations included, in its order."""
    return ()
