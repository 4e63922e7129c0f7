"""The words that were looked for, marked where they stand in a text."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from partnerships.search.words import IDEOGRAPHS, fold, stem

LENGTH = 220  # letters of an excerpt, about three lines
BEFORE = 60  # of them before the first word that is marked
MOST_LOOKED_AT = 200  # places in a text among which the best excerpt is chosen
ACCENTS = "[\u0300-\u036f]*"  # that stand after a letter as letters of their own
LETTER = rf"[^\W_{IDEOGRAPHS}]"
NO_LETTER = re.compile(r"\Z(?!\Z)")


class Part(NamedTuple):
    """A piece of a text; the marked pieces are what was looked for."""

    text: str
    marked: bool


class _Letters(dict[int, str]):
    """Each letter without case and accent, as one letter, so that places stay what they are."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))[:1] or chr(code)
        return self[code]


LETTERS = _Letters()


class Marker:
    """Finds words in texts: each as it is, as a beginning, and in its other number."""

    def __init__(self, words: Iterable[str]) -> None:
        patterns = list(dict.fromkeys(each for word in words for each in _patterns(word)))
        self.words = re.compile("|".join(patterns)) if patterns else NO_LETTER

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where the first of them stand."""
        found = self.words.finditer(text.translate(LETTERS))
        return [match.span() for match, _ in zip(found, range(MOST_LOOKED_AT), strict=False)]

    def whole(self, text: str) -> list[Part]:
        """All of a short text."""
        return _parts(text, self.places(text), 0, len(text))

    def excerpt(self, text: str) -> list[Part]:
        """The part of a text in which most of the words stand; its beginning where none does."""
        places = self.places(text)
        first = _richest(text, places)
        start = _before_word(text, places[first][0] - BEFORE) if places else 0
        end = _after_word(text, start + LENGTH)
        inside = [(begin, stop) for begin, stop in places if start <= begin and stop <= end]
        parts = _parts(text, inside, start, end)
        before = [Part("… ", False)] if start else []
        return [*before, *parts, *([Part(" …", False)] if end < len(text) else [])]


def _patterns(word: str) -> Iterable[str]:
    if re.fullmatch(f"[{IDEOGRAPHS}]", word):
        yield word
        return
    spelt = [f"{_letters(word)}{LETTER}*"]
    if stem(word) != word:
        spelt.append(f"{_letters(stem(word))}(?!{LETTER})")
    if word.endswith("y"):
        spelt.append(f"{_letters(word[:-1])}ies(?!{LETTER})")
    yield from (f"(?<!{LETTER}){each}" for each in spelt)


def _letters(word: str) -> str:
    return "".join(f"{letter}{ACCENTS}" for letter in word)


def _richest(text: str, places: Sequence[tuple[int, int]]) -> int:
    """At which of the places an excerpt has the most different words, the first of the best."""
    best, most = 0, 0
    for at, (start, _) in enumerate(places):
        near = {
            fold(text[begin:stop]) for begin, stop in places[at:] if stop <= start + LENGTH - BEFORE
        }
        if len(near) > most:
            best, most = at, len(near)
    return best


def _before_word(text: str, at: int) -> int:
    """The beginning of a word near a place, or the place where no space is near."""
    if at <= 0:
        return 0
    space = text.rfind(" ", max(0, at - BEFORE), at)
    return space + 1 if space >= 0 else at


def _after_word(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.find(" ", at, at + BEFORE)
    return space if space >= 0 else at


def _parts(text: str, places: Iterable[tuple[int, int]], start: int, end: int) -> list[Part]:
    parts, at = [], start
    for begin, stop in places:
        parts += [Part(text[at:begin], False), Part(text[begin:stop], True)]
        at = stop
    return [part for part in (*parts, Part(text[at:end], False)) if part.text]
