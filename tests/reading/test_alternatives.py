"""Patterns for one of many words: each is found, the longest first, and nothing else."""

import re

from partnerships.reading.alternatives import one_of

WORDS = ("lab", "labs", "label", "start-up", "start", "maker", "u.s.")


def test_every_word_is_found_and_no_other() -> None:
    pattern = re.compile(one_of(WORDS))
    assert [word for word in (*WORDS, "la", "mak", "uxsx", "") if pattern.fullmatch(word)] == [
        *WORDS
    ]


def test_the_longest_word_comes_first() -> None:
    assert re.findall(one_of(WORDS), "label start-up labs") == ["label", "start-up", "labs"]


def test_few_words_make_a_short_pattern() -> None:
    assert one_of({"labs", "label", "maker"}) == "(?:l(?:abel|abs)|maker)"
