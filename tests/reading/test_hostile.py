"""Texts that nobody wrote: cut, spliced, with signs in wrong places; each gives a reading whose
every word stands in the text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerships.dates import parse
from partnerships.reading import LONGEST, KnownNames, read_article
from partnerships.reading.annotation import as_annotation
from partnerships.reading.findings import Field, Reading, Span
from tests.reading.test_read_article import spans_of, strings_of

HERE = Path(__file__).parent
TEXTS = [each.read_bytes().decode() for each in sorted(HERE.glob("annotated/*.txt"))]
TEXTS += [each.read_bytes().decode() for each in sorted(HERE.glob("own/*.txt"))]
# Marks of every kind; spaces and line ends; marks of direction and width; letters that change their
# length with their case.
SIGNS = list("\"“”„«»‘’'()[—–….,;:?!§&\n\r\t\x00\x85\u2028\u00a0\u200b\u200f\u202e\ufeffﬁßİſK📷")
SIGNS += ["''", "``", "...", "\n\n", "\r\n", "👩‍👩‍👧", "e\u0301", "A.", "’s", "Ø" * 90, "a" * 300]
SIGNS += ["1" * 40, "2022-02-30", "31 June", "9999", "0000-00-00"]
NAMES = KnownNames({"Leica": (1,), "Xiaomi": (2, 3), "İş": (4,), "": (5,), "a": (6,), "“": (7,)})

pieces = st.builds(
    lambda text, start, length: text[start : start + length],
    st.sampled_from(TEXTS),
    st.integers(0, 900),
    st.integers(0, 700),
)
spliced = st.lists(st.one_of(pieces, st.sampled_from(SIGNS)), max_size=12).map("".join)
letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
days = st.sampled_from([None, "2022-05-24", "2022-05", "2022", "1800-01-01", "2200-12-31"])


def check(text: str, reading: Reading) -> None:
    """What holds of every reading."""
    assert reading.text == text
    assert [
        each for each in spans_of(reading) if not 0 <= each.start <= each.end <= len(text)
    ] == []
    assert [each for each in strings_of(reading) if each not in text] == []
    assert [each for each in shown_words(reading) if each.value != each.span.of(text)] == []
    assert [each for each in evidence(reading) if each.start == each.end] == []
    for each in dates_of(reading):
        parse(each.value)


def shown_words(reading: Reading) -> Iterator[Field]:
    """Fields whose value is what stands at their place."""
    for company in reading.companies:
        yield from company.forms
    yield from (each.product for each in reading.launches)
    yield from (each.scope for each in reading.partnerships if each.scope)
    yield from (each.role for each in reading.statements if each.role)
    yield from (each for each in (reading.title, reading.named_source) if each)


def evidence(reading: Reading) -> Iterator[Span]:
    for found in (*reading.partnerships, *reading.launches):
        yield from found.evidence
    for statement in reading.statements:
        yield from statement.segments


def dates_of(reading: Reading) -> Iterator[Field]:
    given_days = [reading.published, *(each.date for each in reading.launches)]
    for found in reading.partnerships:
        given_days += [found.announced, found.ended]
    yield from (each for each in given_days if each)


@settings(max_examples=250, deadline=None)
@given(spliced, days)
def test_articles_cut_and_spliced_are_read_verbatim(text: str, published: str | None) -> None:
    check(text, read_article(text, published))


@settings(max_examples=100, deadline=None)
@given(spliced)
def test_they_are_read_with_the_names_of_the_record(text: str) -> None:
    check(text, read_article(text, "2022-05-24", NAMES))


@settings(max_examples=100, deadline=None)
@given(letters)
def test_any_letters_are_read_verbatim(text: str) -> None:
    check(text, read_article(text))


@settings(max_examples=25, deadline=None)
@given(spliced)
def test_the_same_text_is_read_the_same(text: str) -> None:
    assert as_annotation(read_article(text)) == as_annotation(read_article(text))


@pytest.mark.parametrize("sign", SIGNS)
def test_one_sign_many_times_is_read(sign: str) -> None:
    text = sign * (3_000 // len(sign))
    check(text, read_article(text))


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_between_all_words_is_read(sign: str) -> None:
    text = sign.join(TEXTS[0].split())
    check(text, read_article(text))


def test_the_longest_text_is_read() -> None:
    assert read_article("x" * LONGEST).text == "x" * LONGEST
