"""When: expressions of time in running text, by the article's day."""

import pytest

from partnerships.dates import parse
from partnerships.reading import read_article
from partnerships.reading.quotes import find_quotes, without_quotes
from partnerships.reading.text import Document, find_blocks, find_sentences, shadow_of
from partnerships.reading.when import find_dates
from tests.reading.when_cases import DAY, FOUND, NOT_FOUND


def cut(text: str) -> Document:
    shadow = shadow_of(text)
    blocks = find_blocks(shadow)
    narration = without_quotes(shadow, find_quotes(text, shadow, blocks))
    return Document(text, shadow, blocks, narration, find_sentences(narration, blocks))


@pytest.mark.parametrize(("text", "day", "expected"), FOUND)
def test_an_expression_is_found_and_resolved(text: str, day: str, expected: str) -> None:
    found = find_dates(cut(text), parse(day))
    assert " ".join(each.edtf for each in found) == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert find_dates(cut(text), parse(DAY)) == ()


def test_without_the_articles_day_only_whole_dates_are_found() -> None:
    text = "It was announced today, in July and on 4 July 2022."
    assert [each.edtf for each in find_dates(cut(text), None)] == ["2022-07-04"]


def test_a_word_that_goes_on_to_the_end_of_the_text_is_no_time() -> None:
    assert read_article("Ø" * 90 + "9999").published is None
