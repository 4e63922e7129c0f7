"""When: expressions of time in running text, by the article's day."""

import pytest

from partnerships.dates import parse
from partnerships.reading.quotes import find_quotes, without_quotes
from partnerships.reading.text import Document, find_blocks, find_sentences, shadow_of
from partnerships.reading.when import find_dates

CASES = [
    ("It was announced on 23 May 2022.", ["2022-05-23"]),
    ("It was announced on May 23, 2022.", ["2022-05-23"]),
    ("It was announced on Monday.", ["2022-05-23"]),
    ("It will be shown on Friday.", ["2022-05-27"]),
    ("They announced it today.", ["2022-05-24"]),
    ("They announced it yesterday.", ["2022-05-23"]),
    ("It will launch by July this year.", ["[2022-05-24..2022-07-31]"]),
    ("It will launch in July.", ["2022-07"]),
    ("It was launched in July.", ["2021-07"]),
    ("It will launch in the third quarter of 2022.", ["2022-35"]),
    ("It was launched last year.", ["2021"]),
    ("It will arrive next month.", ["2022-06"]),
    ("It goes on sale later this year.", ["2022"]),
    ("It will arrive before the end of the year.", ["[2022-05-24..2022-12-31]"]),
    ("They have worked together since 2016.", ["2016"]),
    ("They signed it two years ago.", ["2020"]),
    ("They signed it three months ago.", ["2022-02"]),
    ("It comes in early 2023.", ["2023~"]),
    ("It opens in spring 2023.", ["2023-21"]),
    ("The deal was signed on 1 March.", ["2022-03-01"]),
    ("We may see it again.", []),
    ("The M11 has 60 megapixels.", []),
    ("They sold 2016 units.", []),
    ("It costs $2022 in all.", []),
    ("A march of 2,022 people went by.", []),
    ("It comes soon.", []),
    ("He took a second look.", []),
]


def cut(text: str) -> Document:
    shadow = shadow_of(text)
    blocks = find_blocks(shadow)
    narration = without_quotes(shadow, find_quotes(text, shadow, blocks))
    return Document(text, shadow, blocks, narration, find_sentences(narration, blocks))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_an_expression_is_found_and_resolved(text: str, expected: list[str]) -> None:
    found = find_dates(cut(text), parse("2022-05-24"))
    assert [each.edtf for each in found] == expected


def test_without_the_articles_day_only_whole_dates_are_found() -> None:
    text = "It was announced today, in July and on 4 July 2022."
    assert [each.edtf for each in find_dates(cut(text), None)] == ["2022-07-04"]
