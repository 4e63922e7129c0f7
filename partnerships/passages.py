"""An article's text cut where its cited passages begin and end; where in it a passage stands."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from partnerships.models import Article, Citation


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same citations cover; none for what nobody cites. `begins` are
    the citations whose passage starts here."""

    text: str
    citations: tuple[Citation, ...]
    begins: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """An article with its pieces, whose texts together are its text, and its citations in the
    order of their passages; `lost` ones no longer stand at their place and mark nothing."""

    article: Article
    pieces: list[Piece]
    cited: list[Citation]
    lost: list[Citation]
    without_passage: list[Citation]


def marked(article: Article, as_of: datetime.date | None = None) -> MarkedText:
    """The article as its page shows it, with what was known on the day; reads its citations and
    their claims in one query."""
    rows = (
        article.citations.select_related(
            "milestone__partnership",
            "milestone__launch",
            "statement__speaker",
            "statement__company",
            "participation__partnership",
            "participation__company",
            "product_name__launch",
        )
        .prefetch_related(
            "milestone__partnership__participations__company",
            "participation__partnership__participations__company",
            "milestone__launch__names",
            "product_name__launch__names",
        )
        .order_by("start", "end", "pk")
    )
    citations = [each for each in rows if each.claim.known(as_of)]
    placed = [each for each in citations if each.passage]
    holding = [each for each in placed if each.holds_in(article.text)]
    return MarkedText(
        article=article,
        pieces=list(pieces(article.text, holding)),
        cited=holding,
        lost=[each for each in placed if each not in holding],
        without_passage=[each for each in citations if not each.passage],
    )


def pieces(text: str, citations: list[Citation]) -> Iterable[Piece]:
    """The text in pieces, cut at each start and end; passages may overlap."""
    places = [(each.start or 0, each.end or 0) for each in citations]
    for start, end, covering in cut(len(text), places):
        found = [citations[each] for each in covering]
        begins = tuple(each for each in found if each.start == start)
        yield Piece(text[start:end], tuple(found), begins)


def cut(length: int, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, list[int]]]:
    """Stretches from 0 to `length`, cut where a place starts or ends: start, end, and the numbers
    of the places that cover it, in their order."""
    starts: defaultdict[int, list[int]] = defaultdict(list)
    ends: defaultdict[int, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(places):
        starts[start].append(number)
        ends[end].append(number)
    covering: set[int] = set()
    for start, end in pairwise(sorted({0, length, *starts, *ends})):
        covering = (covering - set(ends[start])) | set(starts[start])
        yield start, end, sorted(covering)


# Characters that writers and their programs take for one another.
ALIKE = {
    each: f"[{re.escape(group)}]"
    for group in ("'‘’‚‛′`´", '"“”„‟«»″', "-‐‑‒–—―−")
    for each in group
}
SURROUNDINGS = 60  # characters on either side
LEAST_ALIKE = 60  # of 100, by Levenshtein distance, to be shown as the nearest match


def alike(text: str, passage: str) -> list[tuple[int, int]]:
    """Where the same words stand in the text with other white space, quotation marks or dashes, as
    start and end in code points."""
    words = [_loosely(word) for word in passage.split()]
    pattern = r"\s+".join(words)
    return [found.span() for found in re.finditer(pattern, text)] if words else []


def _loosely(word: str) -> str:
    return "".join(ALIKE.get(char, re.escape(char)) for char in word).replace("…", r"(?:…|\.{3})")


def nearest(text: str, passage: str) -> tuple[int, int] | None:
    """The whole words of the text that are nearest to the passage, as start and end; None where
    none are near."""
    if not passage.strip() or len(passage) > len(text):
        return None
    found = fuzz.partial_ratio_alignment(passage, text, score_cutoff=LEAST_ALIKE)
    if found is None or found.dest_start == found.dest_end:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace() and not text[end - 1].isspace():
        end += 1
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


class Surrounded(NamedTuple):
    """A stretch of a text with what stands before and after it."""

    before: str
    words: str
    after: str


def surrounded(text: str, start: int, end: int) -> Surrounded:
    """The stretch with a few words on either side, cut with “…”."""
    before, after = text[max(0, start - SURROUNDINGS) : start], text[end : end + SURROUNDINGS]
    return Surrounded(
        f"…{before}" if start > SURROUNDINGS else before,
        text[start:end],
        f"{after}…" if end + SURROUNDINGS < len(text) else after,
    )
