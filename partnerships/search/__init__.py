"""One door for finding names and words, on both databases alike.

`recording` keeps an index of the records (`entries`, `documents`); what is typed becomes a question
to it (`asking`), which the full-text index of the database answers (`index`). The order
(`ranking`) and what is taken for a typing error are ours, so that both databases answer the same.
"""

from partnerships.search.documents import NAMED
from partnerships.search.entries import (
    SIZE,
    Scope,
    differences,
    drift,
    in_portions,
    left_of,
    name_words,
    still_in_names,
    whole_record,
)
from partnerships.search.excerpts import Part
from partnerships.search.finding import Answers, Place, Question, answers, suggestions
from partnerships.search.results import Result

__all__ = [
    "NAMED",
    "SIZE",
    "Answers",
    "Part",
    "Place",
    "Question",
    "Result",
    "Scope",
    "answers",
    "differences",
    "drift",
    "in_portions",
    "left_of",
    "name_words",
    "still_in_names",
    "suggestions",
    "whole_record",
]
