"""In which order what was found is shown."""

import datetime
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from partnerships.models.vocabulary import SearchKind
from partnerships.search.asking import Asked
from partnerships.search.documents import (
    CODES,
    NAMED,
    OF_NAME,
    kind_at,
    record_at,
    standing_at,
)
from partnerships.search.index import Found

Way = Sequence[Sequence[str]]


class Tier(IntEnum):
    """How well something answers, the best first."""

    NAME = 0  # it is called just so
    BEGINNING = 1
    WORD = 2
    NEAR_NAME = 3  # the same with a typing error mended
    NEAR_BEGINNING = 4
    NEAR_WORD = 5
    ABOUT = 6  # what has a name is described so
    TEXT = 7


class Hit(NamedTuple):
    """A record that was found. `order` sorts it among the others; statements that repeat each other
    have one `first`."""

    order: tuple[int, int, int, int]
    kind: SearchKind
    record: int
    first: int

    @property
    def tier(self) -> Tier:
        return Tier(self.order[0])

    @property
    def told_first(self) -> tuple[int, ...]:
        """Which of the same is told is the least: what answers best; of statements what appeared
        first, as `timeline.appearances` orders them."""
        if self.kind != SearchKind.STATEMENT:
            return self.order
        known = -self.order[1]
        return (int(not known), known, self.record)


def ranked(found: Iterable[Found], asked: Asked, as_of: datetime.date | None) -> list[Hit]:
    """Each record once, and the same words of a speaker once; the best first: by tier, then what
    most is told of, then the newest. On a day nothing is ordered by what was told later."""
    best: dict[tuple[SearchKind, int], Hit] = {}
    ranking = _Ranking(asked)
    for each in found:
        hit = ranking.hit(each, as_of)
        key = hit.kind, hit.first
        if key not in best or hit.told_first < best[key].told_first:
            best[key] = hit
    return sorted(best.values())


class _Way(NamedTuple):
    """One of the ways in which a name may have been typed: for each word what it may stand for, as
    typed first; the same as parts of names are marked in the index; and all in one word."""

    words: Sequence[tuple[str, ...]]
    parts: Sequence[tuple[str, ...]]
    joined: str

    @classmethod
    def of(cls, way: Way) -> "_Way":
        parts = [tuple(f"{OF_NAME}{word}" for word in one) for one in way]
        return cls([tuple(one) for one in way], parts, "".join(one[0] for one in way))


class _Ranking:
    """How well entries answer one question."""

    def __init__(self, asked: Asked) -> None:
        self.typed = [_Way.of(way) for way in Asked(asked.words).ways]
        self.near = [_Way.of(way) for way in asked.ways] if asked.meant else []

    def hit(self, found: Found, as_of: datetime.date | None) -> Hit:
        kind, standing = kind_at(found.place), standing_at(found.place)
        if kind not in NAMED:
            record = record_at(found.place)
            order = (Tier.TEXT, -standing, -CODES[kind], -record)
            return Hit(order, kind, record, found.record or record)
        activity = 0 if as_of else standing
        tier = self._tier(found)
        if kind == SearchKind.PARTNERSHIP and tier in {Tier.WORD, Tier.NEAR_WORD}:
            tier = Tier(tier - 1)  # it is called by its companies, whichever stands first
        order = (tier, -activity, -CODES[kind], found.record)
        return Hit(order, kind, found.record, found.record)

    def _tier(self, found: Found) -> Tier:
        """How well the names of an entry answer."""
        forms = [form.split() for form in found.forms.split("\n")]
        tier = _tier(self.typed, forms, found.words)
        if tier < Tier.ABOUT or not self.near:
            return tier
        near = _tier(self.near, forms, found.words)
        return Tier(near + Tier.NEAR_NAME) if near < Tier.NEAR_NAME else tier


def _tier(ways: Sequence[_Way], forms: Sequence[Sequence[str]], words: str) -> Tier:
    """A thousand names are ranked for one question: the cheapest is asked first."""
    pairs = [(way, form) for way in ways for form in forms]
    if any(_is(way, form) for way, form in pairs):
        return Tier.NAME
    if any(_begins(way, form) for way, form in pairs):
        return Tier.BEGINNING
    return Tier.WORD if any(_is_part(way, words) for way in ways) else Tier.ABOUT


def _is(way: _Way, form: Sequence[str]) -> bool:
    """Whether the words are those of the name, in any order."""
    if len(way.words) == len(form):
        typed = [_in_name(one, form) for one in way.words]
        if "" not in typed and sorted(typed) == sorted(form):
            return True
    return way.joined == "".join(form)


def _in_name(one: Sequence[str], form: Sequence[str]) -> str:
    """What of the word stands in the name; empty, which no name has, where nothing does."""
    return next((each for each in one if each in form), "")


def _begins(way: _Way, form: Sequence[str]) -> bool:
    """Whether the name begins with the words, of which the last may be begun only."""
    last = len(way.words) - 1
    if last >= len(form) or not form[last].startswith(way.words[last]):
        return False
    return all(form[at] in way.words[at] for at in range(last))


def _is_part(way: _Way, words: str) -> bool:
    """Whether each of the words begins a part of a name."""
    return all(any(part in words for part in one) for one in way.parts)
