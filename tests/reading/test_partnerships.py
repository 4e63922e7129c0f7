"""Who works with whom, in one-line cases: each frame, each status, and what only looks like one."""

import re

import pytest

from partnerships.dates import parse
from partnerships.reading import read_article
from partnerships.reading.context import Context
from partnerships.reading.findings import Partnership, Span
from partnerships.reading.mentions import Entity, Mention, Mentions
from partnerships.reading.partnerships import RULES, find_partnerships
from partnerships.reading.quotes import find_quotes, without_quotes
from partnerships.reading.referents import Referent
from partnerships.reading.text import Document, find_blocks, find_sentences, shadow_of
from partnerships.reading.when import When
from tests.reading.frame_cases import COMPANIES, DAY, FOUND, NOT_FOUND

NAMES = re.compile(rf"\b(?:{'|'.join(COMPANIES)})\b")
ONE = re.compile(r"\b(?:[Ii]ts?|the company)\b")
TWO = re.compile(r"\b(?:[Tt]he (?:two|pair|companies)|[Tt]hey|[Bb]oth companies|[Tt]heir)\b")
MONTHS = "January February March April May June July August September October November December"
DATE = re.compile(rf"(?P<since>since )?(?:(?P<month>{MONTHS.replace(' ', '|')}) )?(?P<year>20\d\d)")


def context_of(text: str) -> Context:
    """The text as the earlier stages would read it, if they knew the companies by their names."""
    if text and text[-1] not in ".?!":
        text += "\n\nMore is to follow."  # so that the first line is a headline
    shadow = shadow_of(text)
    blocks = find_blocks(shadow)
    quotes = find_quotes(text, shadow, blocks)
    narration = without_quotes(shadow, quotes)
    document = Document(text, shadow, blocks, narration, find_sentences(narration, blocks))
    found = [(Span(*each.span()), COMPANIES.index(each[0])) for each in NAMES.finditer(text)]
    entities = tuple(Entity("company", name, 2, "test") for name in COMPANIES)
    mentions = Mentions(entities, tuple(Mention(span, one, span) for span, one in found))
    return Context(
        document, parse(DAY), quotes, _dates(text), (), mentions, _referents(narration, found)
    )


def _dates(text: str) -> tuple[When, ...]:
    found = []
    for each in DATE.finditer(text):
        month = MONTHS.split().index(each["month"]) + 1 if each["month"] else 0
        edtf = f"{each['year']}-{month:02}" if month else each["year"]
        found.append(When(Span(*each.span()), edtf, "since" if each["since"] else "", "test"))
    for word, edtf in (("today", DAY), ("on Monday", "2024-05-13"), ("last year", "2023")):
        found += [When(Span(*each.span()), edtf, "", "test") for each in re.finditer(word, text)]
    return tuple(sorted(found, key=lambda when: when.span))


def _referents(text: str, found: list[tuple[Span, int]]) -> tuple[Referent, ...]:
    referents = []
    for each in ONE.finditer(text):
        before = [one for span, one in found if span.end <= each.start()]
        if before:
            referents.append(Referent(Span(*each.span()), (before[0],)))
    for each in TWO.finditer(text):
        before = list(dict.fromkeys(one for span, one in found if span.end <= each.start()))
        if len(before) > 1:
            referents.append(Referent(Span(*each.span()), tuple(before[-2:])))
    return tuple(sorted(referents, key=lambda one: one.span))


def shown(found: tuple[Partnership, ...]) -> set[tuple[frozenset[str], str]]:
    return {(frozenset(p.value for p in each.participants), each.status.value) for each in found}


def wanted(answer: str) -> set[tuple[frozenset[str], str]]:
    rows = (row.split() for row in answer.split(";") if row)
    return {(frozenset(names.split("+")), status) for names, status in rows}


@pytest.mark.parametrize(("text", "answer"), FOUND)
def test_a_cooperation_is_found(text: str, answer: str) -> None:
    assert shown(find_partnerships(context_of(text))) == wanted(answer)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_a_cooperation_is_none(text: str) -> None:
    assert shown(find_partnerships(context_of(text))) == set()


@pytest.mark.parametrize("text", [text for text, _ in FOUND])
def test_everything_found_stands_in_the_text(text: str) -> None:
    for found in find_partnerships(context_of(text)):
        for field in (*found.participants, found.status, found.announced, found.scope):
            assert field is None or field.span.of(text).strip()
        assert all(span.of(text).strip() for span in found.evidence)
        assert found.scope is None or found.scope.value == found.scope.span.of(text)
        assert found.scope is None or len(found.scope.value.split()) <= 8


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Norvex and Calida today announced a partnership.", DAY),
        ("Norvex joined forces with Calida in March 2019.", "2019-03"),
        ("Norvex has worked with Calida since 2016.", "2016"),
        ("In May 2021 Norvex struck an alliance with Calida.", "2021-05"),
        ("Norvex works with Calida. The pact was signed in June 2020.", "2020-06"),
        ("Norvex and Calida have renewed the pact of January 2014.", None),
        ("Norvex has an alliance with Calida. It launched a phone in 2022.", None),
        ("Norvex and Calida will open a joint venture in 2026.", None),
        ("Norvex worked with Calida on last year's phone.", None),
    ],
)
def test_the_day_is_that_of_the_beginning(text: str, announced: str | None) -> None:
    (found,) = find_partnerships(context_of(text))
    assert (found.announced.value if found.announced else None) == announced


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Norvex ended its cooperation with Calida in 2019.", "2019"),
        ("Norvex and Calida ended their collaboration last year.", "2023"),
        ("Norvex and Calida ended their alliance in 2019.", "2019"),
    ],
)
def test_the_day_of_an_end_is_no_beginning(text: str, ended: str) -> None:
    (found,) = find_partnerships(context_of(text))
    assert found.announced is None
    assert found.ended
    assert found.ended.value == ended


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Norvex has teamed up with Calida to build a small van.", "small van"),
        ("Norvex has announced a partnership on solid batteries with Calida.", "solid batteries"),
        ("Norvex works with Calida on Monday.", None),
    ],
)
def test_the_scope_is_in_the_words_of_the_text(text: str, scope: str | None) -> None:
    (found,) = find_partnerships(context_of(text))
    assert (found.scope.value if found.scope else None) == scope


@pytest.mark.parametrize(
    "text",
    ["", "'", '"', "§", "§ and § §'s partnership with §", "🦔 with", "Norvex x", "\ud800 Norvex"],
)
def test_no_text_is_too_odd(text: str) -> None:
    assert find_partnerships(context_of(text)) == ()


def test_every_rule_finds_its_example_and_refuses_its_near_miss() -> None:
    for rule in RULES:
        assert find_partnerships(context_of(rule.finds)), rule.name
        assert not find_partnerships(context_of(rule.refuses)), rule.name


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Norvex and Calida ended their cooperation today, two years after it began.", "2022"),
        ("Norvex is celebrating the tenth anniversary of its partnership with Calida.", "2014"),
        ("Norvex has worked with Calida for six years.", "2018"),
        ("The alliance of Norvex and Calida is in its fourth year.", "2021"),
        ("Norvex has worked with Calida for years.", None),
        ("Norvex worked with Calida on a drug that will be sold for six dollars.", None),
    ],
)
def test_how_long_it_lasted_tells_the_year_in_which_it_began(text: str, begun: str | None) -> None:
    found = find_partnerships(context_of(text))
    assert [each.announced and each.announced.value for each in found] == [begun]


def test_a_beginning_before_the_years_that_are_kept_is_left_out() -> None:
    text = "Norvex Ltd is celebrating the tenth anniversary of its partnership with Calida Ltd."
    (found,) = read_article(text, "1805-01-01").partnerships
    assert found.announced is None


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("From 2013 Norvex worked together with Calida, and in October 2015 both won.", "2013"),
        (
            "Norvex works with Calida, in a partnership that both companies launched in 2020.",
            "2020",
        ),
        ("Norvex works with Calida on a phone that both companies launched in 2020.", None),
        ("Norvex sells lamps, and in March 2024 it began a collaboration with Calida.", "2024-03"),
        ("Norvex and Calida parted ways on Monday.", None),
    ],
)
def test_the_day_is_that_of_the_clause_that_tells_it(text: str, begun: str | None) -> None:
    found = find_partnerships(context_of(text))
    assert [each.announced and each.announced.value for each in found] == [begun]
