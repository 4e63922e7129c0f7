"""The same words in several articles: which of what somebody said repeats which.

An article may quote all of a statement or a part of it, within other marks, with a comma where
another has a full stop. What counts are the words, in their order.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

# The words of a text, a segment each; between the segments something was left out.
Segments: TypeAlias = frozenset[tuple[str, ...]]

# “…”, “[…]”, “(...)”: what parts the segments.
LEFT_OUT = re.compile(r"…|\.{3,}")
WORD = re.compile(r"\w+")
# A quotation of fewer words may be anybody's and on any day: “Yes”, “We are proud”.
FEWEST = 4


def segments_of(text: str) -> Segments:
    """The words of each segment, without regard to case, spaces, quotation marks and punctuation.

    >>> segments_of("“We ARE convinced,” … it says")
    frozenset({('we', 'are', 'convinced'), ('it', 'says')})
    """
    parts = LEFT_OUT.split(text)
    folded = (unicodedata.normalize("NFKC", part).casefold() for part in parts)
    return frozenset(words for part in folded if (words := tuple(WORD.findall(part))))


def is_part(some: Segments, whole: Segments) -> bool:
    """Whether each segment stands within one of the other text, word for word; the longest has
    FEWEST words at least."""
    if max(map(len, some), default=0) < FEWEST:
        return False
    texts = [_run(words) for words in whole]
    return all(any(_run(words) in text for text in texts) for words in some)


def first_appearances(texts: Sequence[str]) -> list[int | None]:
    """For each text of one speaker, in the order in which they appeared: the place of the first
    that has the same words, more or fewer of them; None where they are new.

    A text is compared with those whose words were new, so that what appears later never changes
    what is said of what was there before.
    """
    new = _New()
    found: list[int | None] = []
    for place, text in enumerate(texts):
        segments = segments_of(text)
        first = new.same_as(segments)
        found.append(first)
        if first is None:
            new.add(place, segments)
    return found


class _New:
    """The texts whose words were new, found by FEWEST words in a row: one speaker may have said
    thousands."""

    def __init__(self) -> None:
        self.texts: dict[int, Segments] = {}
        self.whole: dict[Segments, int] = {}
        self.having: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self.beginning: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)

    def add(self, place: int, segments: Segments) -> None:
        self.texts[place] = segments
        self.whole[segments] = place
        for run in set(_runs(segments)):
            self.having[run].append(place)
        if beginning := _beginning(segments):
            self.beginning[beginning].append(place)

    def same_as(self, segments: Segments) -> int | None:
        """The place of the first that is the same, a part of it, or has it as a part."""
        found = [self.whole[segments]] if segments in self.whole else []
        longer = self.having.get(_beginning(segments), [])
        found += [each for each in longer if is_part(segments, self.texts[each])]
        shorter = {each for run in _runs(segments) for each in self.beginning.get(run, [])}
        found += [each for each in shorter if is_part(self.texts[each], segments)]
        return min(found, default=None)


def _beginning(segments: Segments) -> tuple[str, ...]:
    """The first FEWEST words of the longest segment; none where it is too short."""
    longest = max(segments, key=lambda words: (len(words), words), default=())
    return longest[:FEWEST] if len(longest) >= FEWEST else ()


def _runs(segments: Segments) -> Iterator[tuple[str, ...]]:
    for words in segments:
        yield from (words[start : start + FEWEST] for start in range(len(words) - FEWEST + 1))


def _run(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "
