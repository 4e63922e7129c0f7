"""The role that stands before a name: “Samsung audio lead ”, “LEGO's head of play, ”."""

import re
from collections.abc import Sequence

from partnerships.reading.employers import is_name_part, owner_in
from partnerships.reading.findings import Span
from partnerships.reading.role_tokens import (
    AFTER_HEAD,
    BASED,
    JOINS,
    LONGEST,
    POSSESSIVES,
    PREPOSITIONS,
    Token,
    ends_a_role,
    is_head,
    span_of,
    tokens_of,
)
from partnerships.reading.roles import Role, role_tail
from partnerships.reading.words.companies import ARTICLES
from partnerships.reading.words.people import COMPANY_NOUNS, DOMAINS, MODIFIERS, NO_NAMES, STOPS
from partnerships.reading.words.statements import CUES

ENDS_LEFTWARDS = STOPS | PREPOSITIONS | JOINS
# A stop that ends the clause: no dot of an abbreviation or an initial.
CLAUSE_END = re.compile(
    r"[;:()\[\]\"\n]|[!?](?= |$)|(?<![A-Z])(?<!\b[A-Z][a-z])\.(?= |$)|\.$|, | - "
)


def role_before(text: str, start: int, end: int) -> Role | None:
    """The role that ends where a name begins: “Samsung audio lead ”, “LEGO's head of play, ”."""
    begin = max(start, end - LONGEST)
    window = text[begin:end]
    bare = window.rstrip()
    comma = bare.endswith(",")
    bare = bare.rstrip(", ")
    cut = max((m.end() for m in CLAUSE_END.finditer(bare[:-1] if bare else "")), default=0)
    tokens = tokens_of(text, begin + cut, begin + len(bare))
    if not tokens:
        return None
    head = _last_head(tokens, comma)
    if head is None:
        return None
    first, employer = _leftwards(tokens, head)
    if tokens[head].low in COMPANY_NOUNS and head == len(tokens) - 1:
        return None  # “watchmaker TAG Heuer”
    unled = comma and employer is None and (first == 0 or tokens[first - 1].low not in ARTICLES)
    if unled and not (first == 0 and tokens[0].has_capital):
        return None
    last, named = role_tail(tokens, head)
    if last < len(tokens) - 1 and named is None:
        return None
    return Role(span_of(tokens[first : last + 1]), employer or named)


def _last_head(tokens: Sequence[Token], comma: bool) -> int | None:
    if is_head(tokens[-1]) and not tokens[-1].owns:
        return len(tokens) - 1
    if len(tokens) > 1 and tokens[-1].low in AFTER_HEAD and is_head(tokens[-2]):
        return len(tokens) - 2
    for number in range(len(tokens) - 1, max(-1, len(tokens) - 10), -1):
        if ends_a_role(tokens[number]):
            return None
        if is_head(tokens[number]) and number + 1 < len(tokens):
            return number if tokens[number + 1].low in {"of", "for", "at"} else None
    return None


def _leftwards(tokens: Sequence[Token], head: int) -> tuple[int, Span | None]:
    """Where the words of a role begin before its head, and who is named before them."""
    first = head
    while first and head - first < 5:
        token = tokens[first - 1]
        low = token.low
        if token.owns:
            return first, owner_in(tokens[:first])
        if low in POSSESSIVES:
            return first, span_of(tokens[first - 1 : first])
        if low in ENDS_LEFTWARDS or (low in CUES and low not in MODIFIERS):
            if low in JOINS and first > 1 and is_head(tokens[first - 2]):
                first -= 2
                continue
            return first, None
        if is_head(token) or (
            low in MODIFIERS and (not token.has_capital or tokens[head].has_capital)
        ):
            first -= 1
            continue
        if low in MODIFIERS and token.has_capital and first == 1:
            first -= 1  # “Chief executive Rowena Styles”: a sentence begins
            continue
        if token.has_capital and low in DOMAINS and tokens[head].has_capital and first < head:
            first -= 1
            continue
        if is_name_part(token):
            begin = first - 1
            while begin and is_name_part(tokens[begin - 1]):
                begin -= 1
            while begin < first and tokens[begin].text in {"&", "+"}:
                begin += 1
            return first, span_of(tokens[begin:first])
        if token.text == "-" or low in NO_NAMES or BASED.match(token.text):
            return first, None
        first -= 1
    return first, None
