"""Patterns that mind no capitals, for half of what `re.IGNORECASE` costs.

With that flag re tries every alternative in turn; of a text in small letters it passes over those
that begin with another letter.
"""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

_CAPITALS = re.compile(r"\\.|\(\?P|[A-Z]+")


class AnyCase:
    """A pattern for a sentence, whatever its capitals; what it matches comes in small letters.

    The whole text that is given is made small: give it a sentence, not a place in an article.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(_CAPITALS.sub(_small_letters, pattern))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.search(_small(text), start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.match(_small(text), start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.fullmatch(_small(text), start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(_small(text), start, end)


Pattern: TypeAlias = re.Pattern[str] | AnyCase


def _small_letters(found: re.Match[str]) -> str:
    """The capitals of a pattern as small letters; its signs, such as the one for no word, stay."""
    return found[0].lower() if found[0].isalpha() else found[0]


def small(text: str) -> str:
    """The text in small letters, as long as it: a letter that would become two stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)


_small = lru_cache(maxsize=16)(small)  # many patterns are asked of one sentence
