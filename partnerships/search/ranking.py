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
    """A record that was found. `order` sorts it among the others."""

    order: tuple[int, int, int, int]
    kind: SearchKind
    record: int

    @property
    def tier(self) -> Tier:
        return Tier(self.order[0])


def ranked(found: Iterable[Found], asked: Asked, as_of: datetime.date | None) -> list[Hit]:
    """Each record once, the best first: by tier, then what most is told of, then the newest. On a
    day nothing is ordered by what was told later."""
    best: dict[tuple[SearchKind, int], Hit] = {}
    ranking = _Ranking(asked)
    for each in found:
        hit = ranking.hit(each, as_of)
        key = hit.kind, hit.record
        if key not in best or hit < best[key]:
            best[key] = hit
    return sorted(best.values())


class _Ranking:
    """How well entries answer one question."""

    def __init__(self, asked: Asked) -> None:
        self.typed = Asked(asked.words).ways
        self.near = asked.ways if asked.meant else []

    def hit(self, found: Found, as_of: datetime.date | None) -> Hit:
        kind, standing = kind_at(found.place), standing_at(found.place)
        if kind not in NAMED:
            record = record_at(found.place)
            return Hit((Tier.TEXT, -standing, -CODES[kind], -record), kind, record)
        activity = 0 if as_of else standing
        tier = self._tier(found)
        if kind == SearchKind.PARTNERSHIP and tier in {Tier.WORD, Tier.NEAR_WORD}:
            tier = Tier(tier - 1)  # it is called by its companies, whichever stands first
        return Hit((tier, -activity, -CODES[kind], found.record), kind, found.record)

    def _tier(self, found: Found) -> Tier:
        """How well the names of an entry answer."""
        forms = [form.split() for form in found.forms.split("\n")]
        named = [word[1:] for word in found.words.split() if word[0] == OF_NAME]
        tier = min(_tier(way, forms, named) for way in self.typed)
        if tier < Tier.ABOUT or not self.near:
            return tier
        near = min(_tier(way, forms, named) for way in self.near)
        return Tier(near + Tier.NEAR_NAME) if near < Tier.NEAR_NAME else tier


def _tier(way: Way, forms: Sequence[Sequence[str]], named: Sequence[str]) -> Tier:
    if any(_is(way, form) for form in forms):
        return Tier.NAME
    if any(_begins(way, form) for form in forms):
        return Tier.BEGINNING
    if all(any(name.startswith(tuple(one)) for name in named) for one in way):
        return Tier.WORD
    return Tier.ABOUT


def _is(way: Way, form: Sequence[str]) -> bool:
    """Whether the words are those of the name, in any order."""
    typed = sorted(_in_name(one, form) for one in way)
    return typed == sorted(form) or "".join(one[0] for one in way) == "".join(form)


def _in_name(one: Sequence[str], form: Sequence[str]) -> str:
    return next((each for each in one if each in form), one[0])


def _begins(way: Way, form: Sequence[str]) -> bool:
    """Whether the name begins with the words, of which the last may be begun only."""
    if len(way) > len(form):
        return False
    *whole, last = range(len(way))
    return all(form[at] in way[at] for at in whole) and form[last].startswith(tuple(way[last]))
