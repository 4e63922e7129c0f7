"""The question, and the page of answers to it."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from partnerships.models.vocabulary import SearchKind
from partnerships.search import index
from partnerships.search.asking import Asked
from partnerships.search.documents import NAMED, kind_at
from partnerships.search.index import MOST, Found
from partnerships.search.ranking import Hit, Tier, ranked
from partnerships.search.results import Result, results
from partnerships.search.words import fold, stem

PAGE_SIZE = 20
MOST_SUGGESTED = 8


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader looks for: words, of one kind of record or of any, as known on a day."""

    q: str = ""
    kind: str = ""
    as_of: datetime.date | None = None


class Place(NamedTuple):
    """Where a page ends: after which record, and after how many."""

    kind: str
    record: int
    number: int


class Answers(NamedTuple):
    """A page of what was found, the best first; how many there are of each kind that the index
    looked at (more than 1,000 where there are more); and where the next page goes on. `asked` has
    the words, and what they were taken for."""

    results: list[Result]
    counts: dict[SearchKind, int]
    asked: Asked
    next: Place | None

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def meant(self) -> list[str]:
        """What on this page is near to mistyped words, as it is spelt there."""
        near = {
            name
            for word, names in self.asked.meant.items()
            for name in names
            if stem(name) != stem(word)
        }
        parts = [part for each in self.results for part in each.parts if part.marked]
        spelt = {fold(part.text): part.text for part in reversed(parts)}
        return [text for folded, text in reversed(spelt.items()) if folded in near]


def answers(
    question: Question, after: tuple[str, int, int] | None = None, size: int = PAGE_SIZE
) -> Answers:
    """At most `size` answers from a place on, in twelve queries at most."""
    asked, found, hits = _found(question)
    counts = _counted(found, hits)
    if question.kind:
        hits = [hit for hit in hits if hit.kind == question.kind]
    first = _position(hits, after) if after else 0
    shown = hits[first : first + size]
    end = None
    if len(hits) > first + size:
        end = Place(shown[-1].kind, shown[-1].record, first + size)
    return Answers(
        results(shown, _marked(asked), question.as_of),
        {kind: counts[kind] for kind in SearchKind},
        asked,
        end,
    )


def suggestions(question: Question, size: int = MOST_SUGGESTED) -> list[Result]:
    """The records with names that a reader who types this most likely looks for."""
    asked, _, hits = _found(question)
    named = [hit for hit in hits if hit.kind in NAMED and hit.tier < Tier.ABOUT]
    return results(named[:size], _marked(asked), question.as_of)


def _found(question: Question) -> tuple[Asked, list[Found], list[Hit]]:
    """All that answers; where no name does, typing errors are looked for."""
    asked = Asked.typed(question.q)
    if not asked.words:
        return asked, [], []
    found = index.find(asked.wanted, question.as_of)
    hits = ranked(found, asked, question.as_of)
    if any(hit.tier < Tier.ABOUT for hit in hits):
        return asked, found, hits
    mended = asked.mended(loosely=not hits)
    if not mended.meant and not mended.loosely:
        return asked, found, hits
    found = index.find(mended.wanted, question.as_of)
    return mended, found, ranked(found, mended, question.as_of)


def _counted(found: Iterable[Found], hits: Iterable[Hit]) -> Counter[SearchKind]:
    """How many hits there are of each kind. Where the index has more than it looks at, so have
    they, however many of those it looked at are the same."""
    counts = Counter(hit.kind for hit in hits)
    looked_at = Counter(kind_at(place) for place in {each.place for each in found})
    return counts | Counter({kind: MOST + 1 for kind in looked_at if looked_at[kind] > MOST})


def _position(hits: Sequence[Hit], after: tuple[str, int, int]) -> int:
    """Where the next page begins, also where the last record of the one before is gone."""
    kind, record, number = after
    places = (at for at, hit in enumerate(hits, 1) if (hit.kind, hit.record) == (kind, record))
    return next(places, number)


def _marked(asked: Asked) -> list[str]:
    words = asked.telling or asked.words
    return [each for word in words for each in asked.alternatives(word)]
