"""What the head and foot of an article tell about it: its day, title, publisher, named source."""

import re

from partnerships.dates import DateError, parse
from partnerships.reading.findings import Field, Span
from partnerships.reading.text import Document, date_line


def find_published(document: Document) -> Field | None:
    """The day before the first sentence: “date 2022-05-24”."""
    found = date_line(document.shadow)
    if found is None:
        return None
    try:
        when = parse(found["date"])
    except DateError:
        return None
    return Field(when.edtf, Span(*found.span("date")), "date line")


def find_title(document: Document) -> Field | None:
    """The headline."""
    for block in document.blocks[:1]:
        if block.kind == "headline":
            return Field(block.span.of(document.text), block.span, "headline")
    return None


NAMED_SOURCE = re.compile(
    r"(?:More information|More info|Source|Via|Sources|Further information)"
    r" ?: ?(?P<name>[^\n.:;]{2,80}?) ?\.?$"
)


def find_named_source(document: Document) -> Field | None:
    """“More information: Leica” on the last lines."""
    for block in reversed(document.blocks[-4:]):
        if found := NAMED_SOURCE.match(block.span.of(document.shadow)):
            start = block.span.start
            span = Span(start + found.start("name"), start + found.end("name"))
            return Field(span.of(document.text), span, "named source")
    return None
