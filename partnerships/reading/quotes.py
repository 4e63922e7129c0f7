"""Where words are quoted: pairs of marks, whatever their shape, and what is left without them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.text import Block


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between marks; `span` is inside them, `outer` with them.

    One that is not `closed` ends with its paragraph; the next may go on with a new mark.
    """

    span: Span
    outer: Span
    block: int
    closed: bool = True


MARK = re.compile("\"\"|''|[\"“”„‟«»″〝〞]|['‘’‚‛]")
DOUBLE = frozenset(('""', "''", *'"“”„‟«»″〝〞'))
OPENING = frozenset("“„«〝‘‚‛")
BEFORE_OPENING = frozenset(" \n\t([{-–—:/\u00a0\u202f\u200e\u200f>")
AFTER_CLOSING = frozenset(" \n\t)]}.,;:!?-–—…/\u00a0\u202f\u200e\u200f<")
OPENS_AGAIN = frozenset('"“„«‘')  # a paragraph that goes on with what the one before quoted
STOPS = frozenset(",.!?…—–;")
LEADS_IN = re.compile(r"[:,]\s{0,3}$")
MOST = 20_000  # marks in a text; what has more is no article


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    double: bool
    opens: bool  # may open, by its shape and by what stands beside it
    closes: bool


def find_quotes(text: str, shadow: str, blocks: Iterable[Block]) -> tuple[Quote, ...]:
    """The quotations of a text, block by block, in its order."""
    found: list[Quote] = []
    left = MOST
    spans = [each.span for each in blocks]
    for number, span in enumerate(spans):
        marks = list(_marks(text, span, left))
        left -= len(marks)
        goes_on = number + 1 < len(spans) and text[spans[number + 1].start] in OPENS_AGAIN
        found += _pairs(text, marks, span, number, goes_on)
    return tuple(found)


def _marks(text: str, span: Span, most: int) -> Iterator[_Mark]:
    """The quotation marks of a block; no apostrophes, no inches."""
    for count, found in enumerate(MARK.finditer(text, span.start, span.end)):
        if count >= most:
            return
        start, end = found.span()
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        double = found[0] in DOUBLE
        spaced = found[0] in "«»"  # « as the French write »
        opens = (before in BEFORE_OPENING or before in OPENING) and (
            not after.isspace() or (spaced and found[0] == "«")
        )
        closes = (not before.isspace() or (spaced and found[0] == "»")) and (
            after in AFTER_CLOSING or not after.isalnum()
        )
        if double and before.isdigit() and found[0] in {'"', "″"} and not after.isalpha():
            opens = False
        if double and not opens and not closes:
            closes = True  # run into the next word
        if opens or closes:
            yield _Mark(start, end, double, opens, closes)


def _pairs(
    text: str, marks: Sequence[_Mark], block: Span, number: int, goes_on: bool
) -> Iterator[Quote]:
    place = 0
    while place < len(marks):
        opening = marks[place]
        place += 1
        if not opening.opens:
            continue
        closing = _closing(text, marks, place, opening)
        if closing is not None:
            last = marks[closing]
            yield _quote(text, opening, last, number)
            place = closing + 1
        elif goes_on or (opening.double and _is_left_open(text, opening, block)):
            yield _quote(text, opening, _Mark(block.end, block.end, True, False, True), number)
            return


def _quote(text: str, opening: _Mark, closing: _Mark, number: int) -> Quote:
    closed = closing.start < closing.end
    inner = _inner(text, opening.end, closing.start)
    return Quote(inner, Span(opening.start, closing.end), number, closed)


def _inner(text: str, start: int, end: int) -> Span:
    """The words between the marks without the spaces beside these."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + max(left, len(words.rstrip())))


def _closing(text: str, marks: Sequence[_Mark], place: int, opening: _Mark) -> int | None:
    """Which mark closes what this one opens. Of single marks the first after a stop: the others
    may be apostrophes, “the brands’ shops”."""
    fitting = [
        at
        for at in range(place, min(place + 60, len(marks)))
        if marks[at].double == opening.double and marks[at].closes
    ]
    if not fitting:
        return None
    if opening.double:
        return fitting[0]
    spoken = (at for at in fitting if text[marks[at].start - 1] in STOPS)
    return next(spoken, fitting[0])


def _is_left_open(text: str, opening: _Mark, block: Span) -> bool:
    """Whether a mark without its pair begins a quotation all the same."""
    before = text[block.start : opening.start]
    return not before.strip() or bool(LEADS_IN.search(before))


def without_quotes(shadow: str, quotes: Iterable[Quote]) -> str:
    """The narration: each letter of quoted words is a blank, so that no rule reads them."""
    pieces, place = [], 0
    for quote in quotes:
        pieces += [shadow[place : quote.span.start], " " * (quote.span.end - quote.span.start)]
        place = quote.span.end
    return "".join([*pieces, shadow[place:]])
