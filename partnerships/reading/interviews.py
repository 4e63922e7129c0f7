"""Interviews: lines that begin with who speaks, and questions that are lines of their own."""

import re
from collections import Counter
from collections.abc import Iterator

from partnerships.reading.text import Document

LABEL = re.compile(
    r"(?P<letter>[QA])\. (?=[A-Z])"
    r"|(?P<name>[^\W\d_][\w.' -]{0,40}?)(?: \([^()]{1,30}\))?(?:: | - )(?=\S)"
)
LONGEST_LABEL = 80  # characters, with what stands in brackets and the mark after it
QUESTION_MARK = re.compile(r"[-•]{0,2} ?[A-Z][^\"]{4,260}\?")
FEWEST_TURNS = 2
FEWEST_QUESTIONS = 3
MOST_LABELS = 6  # who speak in one interview
NO_TURN = frozenset({"byline", "boilerplate", "caption"})


def labels_of(document: Document) -> Iterator[tuple[int, str, int]]:
    """The blocks that begin with a label: their numbers, the label, and where the words begin."""
    for number, block in enumerate(document.blocks):
        if block.kind in NO_TURN or not _may_be_labelled(document.shadow, block.span.start):
            continue
        if found := LABEL.match(document.shadow, block.span.start, block.span.end):
            yield number, found["name"] or found["letter"], found.end()


def _may_be_labelled(shadow: str, start: int) -> bool:
    head = shadow[start : start + LONGEST_LABEL]
    return ": " in head or " - " in head or head[1:3] == ". "


def questions_of(document: Document) -> list[int]:
    """The blocks that only ask."""
    return [
        number
        for number, block in enumerate(document.blocks[:-1])
        if number
        and document.shadow[block.span.end - 1] == "?"
        and QUESTION_MARK.fullmatch(document.shadow, block.span.start, block.span.end)
    ]


def who_speaks(document: Document) -> frozenset[str]:
    """The labels, in small letters, that take turns; none where the text is no interview."""
    counts = Counter(name.casefold() for _, name, _ in labels_of(document))
    turns = {name for name, count in counts.items() if count >= FEWEST_TURNS}
    return frozenset(turns) if len(turns) <= MOST_LABELS else frozenset()


def is_interview(document: Document) -> bool:
    """Whether somebody is asked in it: “you” is not the reader then."""
    return bool(who_speaks(document)) or len(questions_of(document)) >= FEWEST_TURNS
