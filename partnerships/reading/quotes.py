"""Where words are quoted: pairs of marks, whatever their shape, and what is left without them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.text import Block


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between marks; `span` is inside them, `outer` with them."""

    span: Span
    outer: Span
    block: int
    closed: bool = True


MARK = re.compile(r'""|"|\'')


def find_quotes(text: str, shadow: str, blocks: Iterable[Block]) -> tuple[Quote, ...]:
    """The quotations of a text, block by block, in its order."""
    found: list[Quote] = []
    for number, block in enumerate(blocks):
        opened: re.Match[str] | None = None
        for mark in MARK.finditer(shadow, block.span.start, block.span.end):
            if mark[0] == "'":
                continue
            if opened is None:
                opened = mark
            else:
                inner = Span(opened.end(), mark.start())
                found.append(Quote(inner, Span(opened.start(), mark.end()), number))
                opened = None
        if opened is not None:
            end = block.span.end
            found.append(Quote(Span(opened.end(), end), Span(opened.start(), end), number, False))
    return tuple(found)


def without_quotes(shadow: str, quotes: Iterable[Quote]) -> str:
    """The narration: each letter of quoted words is a blank, so that no rule reads them."""
    pieces, place = [], 0
    for quote in quotes:
        pieces += [shadow[place : quote.span.start], " " * (quote.span.end - quote.span.start)]
        place = quote.span.end
    return "".join([*pieces, shadow[place:]])
