"""What the head and foot of an article tell about it: its day, title, publisher, named source."""

import re

from partnerships.dates import DateError, parse
from partnerships.reading.findings import Field, Span
from partnerships.reading.text import Block, Document, date_line
from partnerships.reading.when_forms import DAY, MONTHS, YEAR
from partnerships.reading.when_reckoning import resolved

HEAD = 5  # blocks, in which a text tells its day and publisher
DATELINE = re.compile(
    r"[A-Z][A-Z .,/&'-]{2,50}(?:, | \(|, [A-Z]\.)|(?:By|Published|Updated|Posted|Last updated)\b"
)
DATE = re.compile(rf"(?:{DAY}(?: of)? (?:{MONTHS})|(?:{MONTHS}) {DAY}),? {YEAR}|{YEAR}-\d\d-\d\d")
# A line that tells nothing but the day: “Press release, 14 March 2023”.
ALONE = re.compile(rf"(?:[A-Z][\w ]{{2,30}}, )?(?:[A-Z][a-z]+day,? )?(?:{DATE.pattern})\.?")
PUBLISHER = re.compile(
    r"^[A-Z][\w .,/'-]{1,60}? \((?P<agency>[A-Z][\w&. -]{1,40})\) ?[-:]"
    r"|/ ?(?P<wire>[A-Z][\w&. -]{2,30}?) ?/ ?-"
    r"|\((?P<last>[A-Z]{2,6})\)$"
    r"|(?:©|\(c\)|Copyright) (?:©|\(c\))? ?\d{4},? (?P<owner>[A-Z][\w&.' -]{1,40}?)(?:[.,]|$)"
    r"|[Ff]irst (?:published|appeared) (?:in|on|at) (?P<first>[A-Z][\w&.' -]{1,40}?)\.?$"
)
# One of these stands in all that names a publisher.
PUBLISHED = ("(", "/", "©", "Copyright", "published", "appeared")


def find_published(document: Document) -> Field | None:
    """The day before the first sentence, “date 2022-05-24”, or that of a dateline or byline."""
    found = date_line(document.shadow)
    if found is not None:
        try:
            when = parse(found["date"])
        except DateError:
            return None
        return Field(when.edtf, Span(*found.span("date")), "date line")
    return next(filter(None, (_day_of(document, each) for each in document.blocks[:HEAD])), None)


def _day_of(document: Document, block: Block) -> Field | None:
    alone = ALONE.fullmatch(document.shadow, block.span.start, block.span.end)
    if not alone and not DATELINE.match(document.shadow, block.span.start, block.span.end):
        return None
    end = min(block.span.end, block.span.start + 120)
    found = DATE.search(document.shadow, block.span.start, end)
    if found is None:
        return None
    form = "iso" if "-" in found[0] else "day"
    when = resolved(form, found[0].lower(), "", None, None)
    return Field(when.edtf, Span(*found.span()), "dateline") if when else None


def find_publisher(document: Document) -> Field | None:
    """Who published it: the agency of the dateline, or who is named at the end."""
    blocks = document.blocks
    for block in [*blocks[:HEAD], *blocks[-HEAD:]]:
        head = block.span.of(document.shadow)[:300]
        found = PUBLISHER.search(head) if any(map(head.__contains__, PUBLISHED)) else None
        if found and found.lastgroup:
            start = block.span.start + found.start(found.lastgroup)
            span = Span(start, start + len(found[found.lastgroup]))
            return Field(span.of(document.text), span, "dateline")
    return None


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
