"""The words of a sentence, and what in it may be a product."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from partnerships.reading.findings import Span

ItemKind: TypeAlias = Literal["name", "noun", "pronoun"]
WORD = re.compile(r"\w+(?:['.&/+-]\w+)*\+?")
WITH_IS = frozenset(["it", "that", "there", "here", "what", "who", "he", "she"])  # whose 's is “is”
SHORT = re.compile(r"(?<=\w)'(?:ll|ve|re|d)$", re.IGNORECASE)


@dataclass(slots=True)
class Token:
    """A word; `capital` where it has a capital letter, `named` where it may begin a name."""

    start: int
    end: int
    text: str
    low: str
    capital: bool
    named: bool
    apostrophe: bool  # whether an 's follows


def token_of(start: int, end: int, text: str, apostrophe: bool = False) -> Token:
    low = text.lower()
    capital = low != text
    return Token(start, end, text, low, capital, capital or text[0].isdigit(), apostrophe)


@dataclass(frozen=True, slots=True)
class Item:
    """A candidate; `first` and `last` number its words in the sentence, both included."""

    span: Span
    kind: ItemKind
    first: int
    last: int
    head: str = ""  # of a noun phrase, the noun in the singular
    determiner: str = ""
    modifiers: tuple[str, ...] = ()
    maker: int | None = None  # the company that the name begins with


def tokens_of(shadow: str, span: Span) -> list[Token]:
    """The words of a passage."""
    found = []
    for each in WORD.finditer(shadow, span.start, span.end):
        text, end = each[0], each.end()
        short = SHORT.search(text) if "'" in text else None
        if short:
            end -= len(short[0])
            head = text[: short.start()]
            found.append(token_of(each.start(), end, head))
            found.append(token_of(end, each.end(), short[0]))
            continue
        apostrophe = text.endswith(("'s", "'S"))
        if apostrophe and text[:-2].lower() in WITH_IS:
            found.append(token_of(each.start(), end - 2, text[:-2]))
            found.append(token_of(end - 2, end, text[-2:].lower()))
            continue
        if apostrophe:
            text, end = text[:-2], end - 2
        found.append(token_of(each.start(), end, text, apostrophe))
    return found
