"""Capitalised runs of words that may be people's names."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from partnerships.reading.text import Block, Document
from partnerships.reading.words.people import HEADS, MODIFIERS, NO_NAMES, PARTICLES, TITLES

UPPER = "A-Z" + "".join(chr(n) for n in range(0xC0, 0x530) if chr(n).isupper())
WORD = rf"[{UPPER}]\w{{0,30}}(?:'(?!s\b)\w{{1,20}}|-\w{{1,20}}){{0,3}}"
INITIALS = rf"(?:[{UPPER}]\. ?){{1,3}}"
BOUND = r"(?:[dl]'|(?:al|el|as|ibn|bin)-)?"  # d'Arcy, al-Masri
NAME = re.compile(
    rf"(?=[{UPPER}])(?<![\w'&@#])(?<!\w-)(?:{INITIALS})?{WORD}"
    rf"(?: (?:(?:{PARTICLES}|{PARTICLES.title()}) )?(?:{INITIALS} )?{BOUND}{WORD}){{0,7}}"
    r"(?! ?[&@]|\w|\.\w)"
)
WORDS = re.compile(r"[^ ]{1,60}")
MOST = 20_000  # names; a text with more is no article, and need not be read to its end


Run: TypeAlias = tuple[int, Block, int, int]  # the number of the block, it, start and end


def runs_of(document: Document) -> Iterator[Run]:
    """Capitalised runs, without roles, titles and months: what may be names."""
    text = document.narration
    left = MOST
    for number, block in enumerate(document.blocks):
        for found in NAME.finditer(text, block.span.start, block.span.end):
            left -= 1
            if left < 0:
                return
            for start, end in _names_in(text, found.start(), found.end()):
                yield number, block, start, end


def _names_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of a capitalised run that are left when roles, titles and months are cut out."""
    run = text[start:end]
    if " " not in run:
        if not _splits(run.lower().rstrip("."), run, 0, 1):
            yield start, end
        return
    words = [(m.start(), m.end(), m[0]) for m in WORDS.finditer(run)]
    first = 0
    for number, (_, _, word) in enumerate([*words, (0, 0, "the")]):
        low = word.lower().rstrip(".")
        if number < len(words) and not _splits(low, word, number, len(words)):
            continue
        if number > first:
            yield start + words[first][0], start + words[number - 1][1]
        first = number + 1


def _splits(low: str, word: str, number: int, count: int) -> bool:
    if low in NO_NAMES or low in TITLES:
        return True
    if low in HEADS:
        return True
    return low in MODIFIERS and number < count - 1 and word.istitle()
