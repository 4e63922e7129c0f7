"""The words of a sentence, and what in it may be a product."""

import re
from collections.abc import Iterator
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


def token_of(start: int, end: int, text: str, *, apostrophe: bool = False) -> Token:
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
    found: list[Token] = []
    for each in WORD.finditer(shadow, span.start, span.end):
        text = each[0]
        start, end = each.span()
        if "'" in text:
            found += _cut_at_apostrophe(start, text)
        else:
            found.append(token_of(start, end, text))
    return found


def _cut_at_apostrophe(start: int, text: str) -> Iterator[Token]:
    """“They've” and “it's” are two words; of “Norr's” only Norr is one."""
    end = start + len(text)
    if short := SHORT.search(text):
        cut = start + short.start()
        yield token_of(start, cut, text[: short.start()])
        yield token_of(cut, end, short[0])
    elif text.endswith(("'s", "'S")):
        is_owner = text[:-2].lower() not in WITH_IS
        yield token_of(start, end - 2, text[:-2], apostrophe=is_owner)
        if not is_owner:
            yield token_of(end - 2, end, text[-2:].lower())
    else:
        yield token_of(start, end, text)
