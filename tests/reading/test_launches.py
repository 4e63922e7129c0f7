"""What comes to market, in one-line cases: each phrase, each status, and what looks like one."""

import re

import pytest

from partnerships.dates import parse
from partnerships.reading.context import Context
from partnerships.reading.findings import Launch, Span
from partnerships.reading.launches import find_launches
from partnerships.reading.mentions import Entity, Mention, Mentions
from partnerships.reading.quotes import find_quotes, without_quotes
from partnerships.reading.text import Document, find_blocks, find_sentences, shadow_of
from partnerships.reading.when import find_dates
from tests.reading.launch_cases import COMPANIES, DAY, FOUND, NOT_FOUND

NAMES = re.compile(rf"\b(?:{'|'.join(COMPANIES)})\b")


def context_of(text: str) -> Context:
    """The text as the earlier stages would read it, if they knew the companies by their names."""
    shadow = shadow_of(text)
    blocks = find_blocks(shadow)
    quotes = find_quotes(text, shadow, blocks)
    narration = without_quotes(shadow, quotes)
    document = Document(text, shadow, blocks, narration, find_sentences(narration, blocks))
    found = [(Span(*each.span()), COMPANIES.index(each[0])) for each in NAMES.finditer(text)]
    entities = tuple(Entity("company", name, 2, "test") for name in COMPANIES)
    mentions = Mentions(entities, tuple(Mention(span, one, span) for span, one in found))
    published = parse(DAY)
    return Context(document, published, quotes, find_dates(document, published), (), mentions, ())


def shown(found: tuple[Launch, ...]) -> set[str]:
    return {
        " ".join([each.product.value, each.status.value, *([each.date.value] if each.date else [])])
        for each in found
    }


@pytest.mark.parametrize(("text", "answer"), FOUND)
def test_what_comes_to_market_is_found_with_status_and_date(text: str, answer: str) -> None:
    assert shown(find_launches(context_of(text), ())) == set(answer.split(";"))


@pytest.mark.parametrize("text", NOT_FOUND)
def test_nothing_comes_to_market_in_what_only_looks_like_it(text: str) -> None:
    assert find_launches(context_of(text), ()) == ()
