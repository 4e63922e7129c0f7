"""An article's text cut where its cited passages begin and end."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

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
    ends = {0, len(text)}
    for citation in citations:
        ends |= {citation.start or 0, citation.end or 0}
    cuts = sorted(ends)
    for start, end in pairwise(cuts):
        covering = [
            each for each in citations if (each.start or 0) <= start and end <= (each.end or 0)
        ]
        yield Piece(
            text=text[start:end],
            citations=tuple(covering),
            begins=tuple(each for each in covering if each.start == start),
        )
