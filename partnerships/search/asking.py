"""What is typed, as the index is asked for it: with what may have been meant by it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import OSA

from partnerships.models import NameWord
from partnerships.models.vocabulary import SearchKind
from partnerships.search.documents import DATED, NAMED, OF_NAME, WHOLE_NAME, wholes
from partnerships.search.index import Either, Every, Expression, Token, Wanted
from partnerships.search.words import (
    LINKS,
    STOP,
    TYPED_AS_MEANT,
    errors_allowed,
    stem,
    with_letters_left_out,
    words,
)

MOST_WORDS = 10  # that are looked for; whoever pastes a quotation finds it by its beginning
MOST_MEANT = 5  # names that a mistyped word may stand for
LONG_ENOUGH = 4  # letters by which the beginning of a word is looked for
WITH_TEXT = (SearchKind.BRAND, SearchKind.PARTNERSHIP)  # besides their names


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that were typed, and for the mistyped ones those of names that are nearest. A text
    has them as typed; `loosely`, it may also have what was meant, or what begins with them."""

    words: Sequence[str]
    meant: Mapping[str, Sequence[str]] = field(default_factory=dict)
    loosely: bool = False

    @classmethod
    def typed(cls, text: str) -> "Asked":
        return cls(list(dict.fromkeys(words(text)))[:MOST_WORDS])

    def alternatives(self, word: str) -> list[str]:
        """The word as typed first."""
        return [word, *self.meant.get(word, ())]

    @property
    def telling(self) -> list[str]:
        """The words without the most frequent ones."""
        return [word for word in self.words if word not in STOP]

    @property
    def ways(self) -> list[list[list[str]]]:
        """How names may have been typed: word by word, with “and” between them, with a space too
        many."""
        typed = [self.alternatives(word) for word in self.words]
        names = [self.alternatives(word) for word in self.words if word not in LINKS]
        linked = [names] if 1 < len(names) < len(typed) else []
        return [typed, *linked, *self._joined()]

    def _joined(self) -> Iterator[list[list[str]]]:
        meant = [self.alternatives(word) for word in self.words]
        for at, (one, other) in enumerate(pairwise(self.words)):
            if len(one + other) > TYPED_AS_MEANT:
                yield [*meant[:at], [one + other], *meant[at + 2 :]]

    @property
    def wanted(self) -> list[Wanted]:
        """What to ask of the index: a name that is just so, then each kind."""
        whole = Either([Token(f"{WHOLE_NAME}{each}") for each in wholes(self.words)])
        names = Either([_each(way) for way in self.ways])
        text = self._in_text()
        found = [Wanted(None, whole)]
        for kind in NAMED:
            also = [text] if text and kind in WITH_TEXT else []
            found.append(Wanted(kind, Either([names, *also])))
        return [*found, *(Wanted(kind, text) for kind in DATED if text)]

    def _in_text(self) -> Expression | None:
        if not self.telling:
            return None
        return Every([Either(list(self._tokens(word))) for word in self.telling])

    def _tokens(self, word: str) -> Iterator[Token]:
        spelt = self.alternatives(word) if self.loosely else [word]
        for each in dict.fromkeys(map(stem, spelt)):
            yield Token(each)
        if self.loosely and len(word) >= LONG_ENOUGH:
            yield Token(word, begins=True)

    def mended(self, *, loosely: bool) -> "Asked":
        """The same with the names that may have been meant; one query."""
        left = {
            each
            for word in self.words
            if errors_allowed(word)
            for each in with_letters_left_out(word)
        }
        known = set(NameWord.objects.filter(left__in=left).values_list("word", flat=True))
        meant = {word: nearest(word, known) for word in self.words}
        return Asked(self.words, {word: near for word, near in meant.items() if near}, loosely)


def _each(way: Sequence[Sequence[str]]) -> Every:
    return Every([Either([Token(f"{OF_NAME}{each}", begins=True) for each in one]) for one in way])


def nearest(word: str, known: set[str]) -> list[str]:
    """The words that differ least from the typed one, within what is allowed; other than itself.

    >>> nearest("lecia", {"leica", "leitz", "lecturn"})
    ['leica']
    """
    distances = {other: distance(word, other) for other in known - {word}}
    near = {other: far for other, far in distances.items() if far is not None}
    least = min(near.values(), default=None)
    return sorted(other for other, far in near.items() if far == least)[:MOST_MEANT]


def distance(word: str, other: str) -> tuple[int, bool] | None:
    """How many letters were mistyped, and whether only the beginning was typed; None where it is
    another word."""
    allowed = errors_allowed(word)
    if word.startswith(other) and len(word) > len(other) + 1:
        return None  # “photograph” is no mistyped “photo”
    far = OSA.distance(word, other)
    if far <= allowed:
        return far, False
    if len(word) < LONG_ENOUGH or len(other) <= len(word):
        return None
    beginnings = (other[: len(word) + more] for more in (-1, 0, 1))
    far = min(OSA.distance(word, beginning) for beginning in beginnings)
    return (far, True) if far <= allowed else None
