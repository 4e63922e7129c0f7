"""Every capitalised name of a text: where it begins, where it ends, and what it cannot be."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnerships.reading.findings import Span
from partnerships.reading.page import TITLES, Page, Token, shouts
from partnerships.reading.words import names as words

LONGEST_NAME = 7  # words
MOST_NAMES = 20_000  # of one text; what has more is no article
ADDRESSES = ("http", "www.")
SHORT_FORM = re.compile(r"(?:[a-z]\.){1,4}[a-z]")  # “S.A.C.”
PUBLIC = words.ORGANISATIONS | words.PUBLIC
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")


@dataclass(slots=True)
class Name:
    """A capitalised name, the tokens `first` to `last` of the text; others of the same company are
    compared with it by its `key`."""

    first: int
    last: int
    words: tuple[str, ...]
    span: Span
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = key_of(self.words)


def key_of(name: Sequence[str]) -> str:
    """Without legal forms at the end, and without “the”, whatever its capitals.

    >>> key_of(("The", "Leica", "Camera", "AG"))
    'leica camera'
    """
    low = [_plain(each.casefold()).rstrip(".") for each in name]
    while len(low) > 1 and (low[-1] in words.LEGAL_FORMS or SHORT_FORM.fullmatch(low[-1])):
        low.pop()
        if len(low) > 1 and low[-1] in {"&", "and"}:
            low.pop()
    if len(low) > 1 and low[0] == "the":
        del low[0]
    return " ".join(low)


def _plain(word: str) -> str:
    """The word without accents: “ŌURA” is “Oura”."""
    if word.isascii():
        return word
    return "".join(
        each for each in unicodedata.normalize("NFKD", word) if each.isalnum() or each in "&.-'"
    )


def find_names(page: Page, persons: Sequence[Span]) -> Iterator[Name]:
    """The names in their order, without those of people.

    A title in capitals (“Leica and Xiaomi Announce Joint Phone”) yields each piece that is also
    named elsewhere: that is left to who knows the names.
    """
    people = _Places(persons)
    count, ending, named = 0, _ending_in_s(page), sorted(page.named)
    for block, first, stop in page.blocks:
        if block.kind in TITLES and shouts(page.tokens[first:stop]):
            continue
        end = first
        for place in named[bisect_left(named, first) : bisect_left(named, stop)]:
            if place < end or page.tokens[place].low.startswith(ADDRESSES):
                continue
            end = _run_end(page, place, stop)
            for one, other in _cut(page, place, end, people):
                if name := _trimmed(page, one, _with_s(page, other, ending)):
                    count += 1
                    if count > MOST_NAMES:
                        return
                    yield name


def _ending_in_s(page: Page) -> frozenset[str]:
    """The words that are names with their 's, “Tod's”: something is said of them so."""
    tokens = page.tokens
    return frozenset(
        tokens[number - 1].text
        for number in page.places_of("'s")
        if 0 < number < len(tokens) - 1
        and tokens[number - 1].text[0].isupper()
        and (
            tokens[number + 1].low in words.AFTER_NAME_IN_S
            or tokens[number - 1].low in words.NAMES_IN_S
        )
    )


def _with_s(page: Page, end: int, ending: frozenset[str]) -> int:
    follows = page.tokens[end]
    return end + (follows.text == "'s" and page.tokens[end - 1].text in ending)


class _Places:
    """Whether a place lies in one of many spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.taken = {place for each in spans for place in range(each.start, each.end)}

    def hold(self, token: Token) -> bool:
        return token.start in self.taken


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() and len(token.text) <= 6


def _run_end(page: Page, place: int, stop: int) -> int:
    """After the last token of the name that begins at the place."""
    tokens = page.tokens
    end = place + 1
    while end < stop and end - place < 2 * LONGEST_NAME:
        if _goes_on(page, end):
            end += 1
        elif _is_legal_form(tokens[end], tokens[min(end + 1, stop)]) or _joins(page, end, stop):
            end += 2
        else:
            break
    return end


def _goes_on(page: Page, place: int) -> bool:
    """Whether the token in the place is a part of the name that the one before it is of."""
    last, here = page.tokens[place - 1], page.tokens[place]
    apart = here.start - last.end
    if apart == 1 and (place in page.named or _is_number(here) or here.text == "plc"):
        return True
    return apart == 0 and here.text == "." and _keeps_stop(last, page.tokens[place + 1])


def _is_legal_form(comma: Token, after: Token) -> bool:
    """“Norr, Inc.”"""
    return comma.text == "," and after.low in words.LEGAL_AFTER_COMMA and after.text != "co"


def _keeps_stop(last: Token, following: Token) -> bool:
    if last.low in words.DOTTED or (INITIALS.fullmatch(last.text) and "." in last.text):
        return True
    return len(last.text) == 1 and last.text.isupper() and following.text[:1].isupper()


def _joins(page: Page, place: int, stop: int) -> bool:
    """Whether a small word in the place joins two words to one name: “Bank of Ireland”."""
    tokens = page.tokens
    if place + 1 >= stop:
        return False
    last, here, following = tokens[place - 1], tokens[place], tokens[place + 1]
    if here.start - last.end != 1 or following.start - here.end != 1:
        return False
    if place + 1 not in page.named:
        return False
    if here.text in {"&", "+"} or (here.low == "and" and following.low in words.AFTER_AND):
        return True
    if here.low in words.PARTICLES:
        return here.low not in {"of", "for"} or last.low in words.HEADS_WITH_OF
    return False


def _cut(page: Page, first: int, end: int, people: _Places) -> Iterator[tuple[int, int]]:
    """The run in pieces: at people, roles, months, and after “Tokyo-based”."""
    tokens, start = page.tokens, first
    for place in range(first, end):
        token = tokens[place]
        held = people.hold(token) and not _is_beside_and(tokens, place)
        if held or _is_no_part(token, tokens, place, first, end):
            if place > start:
                yield start, place
            start = place + 1
    if end > start:
        yield start, end


def _is_beside_and(tokens: Sequence[Token], place: int) -> bool:
    """Whether it belongs to a firm of two names: the second of “Larch & Thrum”."""
    beside = tokens[max(0, place - 1)], tokens[place + 1]
    return any(each.text == "&" for each in beside)


def _is_no_part(token: Token, tokens: Sequence[Token], place: int, first: int, end: int) -> bool:
    if token.low in words.ROLES or token.low in words.DAYS_AND_MONTHS:
        return True
    return token.low in words.TIMES_OF_SCALE


def _trimmed(page: Page, first: int, end: int) -> Name | None:
    """The name without what does not belong to it at either end; None where nothing is left."""
    tokens, whole = page.tokens, first
    while first < end and _is_no_first(page, first, end):
        first += 1
    if first == end - 1 > whole and tokens[first].low in PUBLIC:
        return None  # “the European Union”, “the Baltic Sea”
    while first < end and _is_no_last(tokens[end - 1], end - first):
        end -= 1
    if first == end or end - first > LONGEST_NAME:
        return None
    if end - first == 1 and not _stands_alone(page, first):
        return None
    span = Span(tokens[first].start, tokens[end - 1].end)
    return Name(first, end - 1, _words(page.document.shadow, span), span)


def _words(shadow: str, span: Span) -> tuple[str, ...]:
    return tuple(span.of(shadow).replace(",", "").split())


def _is_no_first(page: Page, first: int, end: int) -> bool:
    token = page.tokens[first]
    if first not in page.named:
        return True
    alone = end - first == 1
    if token.low in words.NEVER_FIRST:
        return True
    if token.low == "the":
        return alone or token.starts
    if token.low in words.PEOPLES:
        return alone or _has_article(page, first) or (token.starts and not _is_airline(page, first))
    if token.starts and token.low in words.COMMON:
        return not (end - first > 1 and token.low in words.FIRST_OF_NAMES)
    return (
        token.starts
        and not alone
        and token.low in page.small
        and token.low not in words.FIRST_OF_NAMES
    )


def _is_airline(page: Page, first: int) -> bool:
    return page.tokens[first + 1].low in words.ENDS_OF_COMPANIES


def _has_article(page: Page, first: int) -> bool:
    return first > 0 and page.tokens[first - 1].low in {"the", "a", "an", "this", "that"}


def _is_no_last(token: Token, count: int) -> bool:
    if token.text in {"&", "+", ","}:
        return True
    return count > 1 and (token.low in words.NEVER_LAST or token.low in words.ACRONYMS)


def _stands_alone(page: Page, place: int) -> bool:
    """Whether the one word can be a name by itself."""
    token = page.tokens[place]
    if len(token.text) < 2 or token.low in words.ACRONYMS or token.low in words.PEOPLES:
        return False
    if token.low in words.COMMON:
        return token.text.isupper() is False and not token.starts and token.low in words.ALSO_NAMES
    return not (token.starts and token.low in page.small)
