"""Interviews: lines that begin with who speaks, and questions that are lines of their own."""

import re
from collections import Counter

from partnerships.reading.text import Document

QUESTION_MARK = re.compile(r"[-•]{0,2} ?[A-Z][^\"]{4,260}\?")
FEWEST_TURNS = 2
FEWEST_QUESTIONS = 3
MOST_LABELS = 6  # who speak in one interview


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
    counts = Counter(name.casefold() for _, name, _ in document.labels)
    turns = {name for name, count in counts.items() if count >= FEWEST_TURNS}
    return frozenset(turns) if len(turns) <= MOST_LABELS else frozenset()


def is_interview(document: Document) -> bool:
    """Whether somebody is asked in it: “you” is not the reader then."""
    return bool(who_speaks(document)) or len(questions_of(document)) >= FEWEST_TURNS
