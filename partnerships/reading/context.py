"""What the later stages stand on: the cut text with its dates, people, names and referents."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.dates import EdtfDate
from partnerships.reading.mentions import Mentions
from partnerships.reading.people import FoundPerson
from partnerships.reading.quotes import Quote
from partnerships.reading.referents import Referent
from partnerships.reading.text import Document
from partnerships.reading.when import When


@dataclass(frozen=True)
class Context:
    """`published` is the article's own date, to which “today” belongs; None where it has none."""

    document: Document
    published: EdtfDate | None
    quotes: Sequence[Quote]
    dates: Sequence[When]
    people: Sequence[FoundPerson]
    mentions: Mentions
    referents: Sequence[Referent]
