"""What the index holds of a record: the place of its entry, and the words that find it.

It computes from what it is given and asks no database, so that a migration can use it too.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from partnerships.models.vocabulary import SearchKind
from partnerships.search.words import stems, words

# Where a kind's places begin; those of the kinds with names of their own lie above the others.
CODES = {
    SearchKind.BRAND: 7,
    SearchKind.PARTNERSHIP: 6,
    SearchKind.LAUNCH: 5,
    SearchKind.PERSON: 4,
    SearchKind.STATEMENT: 3,
    SearchKind.MILESTONE: 2,
    SearchKind.ARTICLE: 1,
}
KINDS = {code: kind for kind, code in CODES.items()}
NAMED = [kind for kind, code in CODES.items() if code >= CODES[SearchKind.PERSON]]
DATED = [kind for kind in CODES if kind not in NAMED]
CODE_SHIFT, STANDING_SHIFT = 52, 32
BLOCK_SHIFT = STANDING_SHIFT + 7  # 128 days of a kind stand in one block of places
MOST_ACTIVE = 999  # above it, more claims make nothing more active

# What stands before a word says what it is of; a plain word is one of the text.
OF_NAME, WHOLE_NAME = ".", "="
READ = 100_000  # letters of a text that are read; most articles have a tenth
# Above a megabyte of distinct words PostgreSQL mixes them up, and does not say so.
MOST_BYTES = 400_000


def place(kind: SearchKind, standing: int, pk: int) -> int:
    """Where an entry stands in the index, which is read from the highest place down: by kind, then
    by `standing` (how active it is, or the day from which it is known), then by id."""
    return (CODES[kind] << CODE_SHIFT) + (standing << STANDING_SHIFT) + pk


def active(number: int) -> int:
    """The standing of what is ranked by how many claims are about it."""
    return min(number, MOST_ACTIVE)


def known(day: datetime.date | None) -> int:
    """The standing of what is ranked by the day from which it is known; 0 without one."""
    return day.toordinal() if day else 0


def bounds(kind: SearchKind, as_of: datetime.date | None) -> tuple[int, int]:
    """The places of a kind, from the first to before the second: on a day, those known by then of
    a kind that stands by day."""
    if as_of is None or kind in NAMED:
        return place(kind, 0, 0), place(kind, 0, 0) + (1 << CODE_SHIFT)
    return place(kind, 1, 0), place(kind, known(as_of) + 1, 0)


def standing_at(place: int) -> int:
    """How active the entry at a place is, or the number of the day from which it is known."""
    return (place & ((1 << CODE_SHIFT) - 1)) >> STANDING_SHIFT


def record_at(place: int) -> int:
    """The id of what the entry at a place was made from."""
    return place & ((1 << STANDING_SHIFT) - 1)


def kind_at(place: int) -> SearchKind:
    """Of which kind the entry at a place is."""
    return KINDS[place >> CODE_SHIFT]


@dataclass(frozen=True, slots=True)
class Document:
    """What an entry is made of. `forms` are the names it is ranked by, `others` names beside which
    it is looked for (of a product: its makers); `pk` is the id of what it is made from where that
    is not the record itself."""

    kind: SearchKind
    record: int
    standing: int
    known_from: datetime.date | None
    pk: int = 0
    forms: Sequence[str] = ()
    others: Sequence[str] = ()
    text: str = ""

    @property
    def fields(self) -> dict[str, Any]:
        """Those of its SearchEntry."""
        forms = [words(form) for form in self.forms]
        return {
            "place": place(self.kind, self.standing, self.pk or self.record),
            "kind": self.kind.value,
            "record": self.record,
            "known_from": self.known_from,
            "forms": "\n".join(dict.fromkeys(" ".join(form) for form in forms)),
            "words": _within_limit(" ".join(dict.fromkeys(self._tokens(forms)))),
        }

    def _tokens(self, forms: Sequence[Sequence[str]]) -> Iterator[str]:
        names = [*forms, *map(words, self.others)]
        yield from (f"{WHOLE_NAME}{whole}" for form in forms for whole in wholes(form))
        yield from (f"{OF_NAME}{word}" for name in names for word in parts(name))
        yield from stems(chain(*names, words(self.text[:READ])))


def wholes(name: Sequence[str]) -> list[str]:
    """A name in one word, however its words are ordered: “Zeiss, Carl” is “Carl Zeiss”."""
    return list(dict.fromkeys(["".join(name), "".join(sorted(name))])) if name else []


def parts(name: Sequence[str]) -> list[str]:
    """The words of a name, and those that it has without a space between two: “mate40”."""
    return [*name, *(one + other for one, other in pairwise(name))]


def _within_limit(text: str) -> str:
    if len(text) <= MOST_BYTES // 4:
        return text
    cut = text.encode()[:MOST_BYTES].decode(errors="ignore")
    return cut if len(cut) == len(text) else cut.rpartition(" ")[0]
