"""The phrases of launches by their first word, in all forms of their verbs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Literal, TypeAlias

from partnerships.reading.words import launch_phrases as words
from partnerships.reading.words.launch_cues import AHEAD, DATE_WORDS, KINDS, MONTHS
from partnerships.reading.words.launches import ADVERBS, BE, HAVE, SHOPS

CueKind: TypeAlias = Literal[
    "sale", "launch", "show", "make", "due", "delay", "cancel", "fruit", "name", "live"
]
Side: TypeAlias = Literal["o", "s", "b"]
Tense: TypeAlias = Literal["past", "now", "ahead"]
Form: TypeAlias = Literal["base", "s", "past", "part", "ing"]
FORMS: tuple[Form, ...] = ("base", "s", "past", "part", "ing")


ANY = frozenset({"*"})


@dataclass(frozen=True)
class Phrase:
    """A verb in one of its forms, and the words that follow it; “(x)” may be missing."""

    kind: CueKind
    side: Side
    form: Form
    tail: tuple[str, ...]

    @cached_property
    def parts(self) -> tuple[tuple[bool, frozenset[str]], ...]:
        """Of each part of the tail, whether it may be missing, and its words."""
        return tuple((each.startswith("("), _words(each.strip("()~"))) for each in self.tail)

    @cached_property
    def beyond(self) -> frozenset[str]:
        """The words one of which must stand behind the object: “put the Bow 3 off”."""
        return _words(self.tail[-1][1:]) if self.tail and self.tail[-1][0] == "~" else frozenset()

    @cached_property
    def seconds(self) -> frozenset[str]:
        """The words one of which must follow the first; none where anything may."""
        found: set[str] = set()
        for optional, options in self.parts:
            if self.beyond:
                return frozenset()
            found |= options
            if not optional:
                return frozenset() if options is ANY else frozenset(found)
        return frozenset()


def _words(part: str) -> frozenset[str]:
    if part == "*":
        return ANY
    named = {"SHOPS": SHOPS, "DATE": DATE_WORDS, "MONTH": MONTHS, "KIND": KINDS}.get(part)
    return frozenset(part.split("|")) if named is None else named


def _inflected(base: str) -> tuple[str, ...]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    if base.endswith(("ch", "sh", "ss", "x")):
        return base, f"{base}es", f"{base}ed", f"{base}ed", f"{base}ing"
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d", f"{base}d", f"{base[:-1]}ing"
    return base, f"{base}s", f"{base}ed", f"{base}ed", f"{base}ing"


def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """By the first word, in each of its forms; the longest phrase first."""
    irregular = {line.split()[0]: tuple(line.split()) for line in words.IRREGULAR}
    found: dict[str, list[Phrase]] = {}
    for line in words.PHRASES:
        head, tail = line.split(": ")
        kind, side = head.split()
        first, *rest = tail.split()
        for base in first.split("|"):
            for form, word in zip(FORMS, irregular.get(base) or _inflected(base), strict=True):
                phrase = Phrase(kind, side, form, tuple(rest))  # type: ignore[arg-type]
                found.setdefault(word, []).append(phrase)
    for spelling, other in (("canceled", "cancelled"), ("canceling", "cancelling")):
        found[spelling] = found[other]
    present = [each for each in found["is"] if each.form == "s"]
    for word in ("are", "be", "'s", "'re", "it's", "that's", "isn't"):
        found[word] = present
    found["were"] = found["wasn't"] = [replace(each, form="past") for each in present]
    found["have"] = found["has"]
    return {
        word: tuple(sorted(each, key=lambda one: -len(one.tail))) for word, each in found.items()
    }


def _by_second(phrases: Sequence[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Those that may go on with a word, by that word; under "" those that go on with any."""
    words = {"", *chain.from_iterable(each.seconds for each in phrases)}
    return {
        word: tuple(each for each in phrases if not each.seconds or word in each.seconds)
        for word in words
    }


PHRASES = {word: _by_second(each) for word, each in _phrases().items()}
BEFORE_VERB = BE | HAVE | ADVERBS | AHEAD | {"not", "be", "been", "being", "have", "has"}


@dataclass(frozen=True, slots=True)
class Cue:
    """The words `first` to `last` of a sentence; `verb` numbers the first of their verb group.

    `side` tells where the product stands: o after them, s before them, b after them where a noun
    phrase follows, else before.
    """

    kind: CueKind
    first: int
    last: int
    side: Side
    tense: Tense
    verb: int
    form: Form = "base"
    loose: bool = False  # a noun such as “the launch of”, without a tense of its own
    dated: bool = False  # that tells of a launch only with a date
    former: bool = False  # “was planned for”: a plan that need not hold any more
