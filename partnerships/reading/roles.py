"""What somebody is and for whom: the words of a role after a name, cut into role and employer."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.reading.employers import (
    employer_in,
    is_employer,
    names_something,
    owner_in,
    piece_end,
)
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
from partnerships.reading.words.companies import ARTICLES
from partnerships.reading.words.people import (
    COMPANY_NOUNS,
    DOES,
    DOMAINS,
    MODIFIERS,
    NO_NAMES,
    RUNS,
    STOPS,
)

DESCRIBING = MODIFIERS | DOMAINS


@dataclass(frozen=True, slots=True)
class Role:
    """The place of the words of a role, and of those that name the employer."""

    role: Span | None
    employer: Span | None = None


def role_in(text: str, start: int, end: int) -> Role | None:
    """The role in a piece of text without commas: “the company's head of play”."""
    tokens = tokens_of(text, start, min(end, start + LONGEST))
    if tokens and tokens[0].low == "who":
        return _deed(tokens[1:])
    return _role_of(tokens)


def _role_of(tokens: Sequence[Token]) -> Role | None:
    head = _first_head(tokens)
    if head is None:
        return None
    first, employer = _before_head(tokens, head)
    last, named = role_tail(tokens, _whole_head(tokens, head))
    return Role(span_of(tokens[first : last + 1]), named or employer)


def _whole_head(tokens: Sequence[Token], head: int) -> int:
    """The last word of “chief technology officer”, “director general”, “chief executive”."""
    if tokens[head].low == "chief":
        for number in range(head + 1, min(head + 5, len(tokens))):
            if tokens[number].low == "officer":
                return number
    while head + 1 < len(tokens) and (
        tokens[head + 1].low in AFTER_HEAD or is_head(tokens[head + 1])
    ):
        head += 1
    return head


def _first_head(tokens: Sequence[Token]) -> int | None:
    for number, token in enumerate(tokens[:9]):
        if is_head(token) and not token.owns:
            return number
        if number and ends_a_role(token):
            return None
        if token.low in {"of", "for"} and not any(
            each.owns for each in tokens[number : number + 4]
        ):
            return None
    return None


def _before_head(tokens: Sequence[Token], head: int) -> tuple[int, Span | None]:
    """Where the words of the role begin, and who is named before them."""
    first = 0
    owner = next((n for n in range(head - 1, -1, -1) if tokens[n].owns), None)
    if owner is not None:
        return owner + 1, owner_in(tokens[: owner + 1])
    if tokens and tokens[0].low in POSSESSIVES and head > 0:
        return 1, span_of(tokens[:1])
    while first < head and tokens[first].low in ARTICLES:
        first += 1
    begin = first
    while first < head and _may_name(tokens[first], tokens[head]):
        first += 1
    if first == begin:
        return begin, None
    named = [each for each in tokens[begin:first] if not BASED.match(each.text)]
    while named and named[0].low in NO_NAMES:
        named = named[1:]
    return first, span_of(named)


def _may_name(token: Token, head: Token) -> bool:
    """Whether a word before the head is an employer's rather than the role's."""
    if BASED.match(token.text):
        return True
    if token.low in JOINS:
        return True
    capital = token.text[0].isupper() or token.text[0].isdigit()
    return capital and not ((token.low in DESCRIBING and head.has_capital) or is_head(token))


def role_tail(tokens: Sequence[Token], last: int) -> tuple[int, Span | None]:
    """Where the words of the role end, and the employer after them."""
    place = last + 1
    employer = None
    while place < len(tokens):
        word = tokens[place].low
        if word in JOINS:
            more = _joined_head(tokens, place + 1)
            if more is None:
                break
            last, place = more, more + 1
            continue
        if word not in PREPOSITIONS:
            if place == last + 1 and tokens[place].has_capital and tokens[place].low in DESCRIBING:
                last, place = place, place + 1
                continue
            break
        stop = piece_end(tokens, place + 1)
        piece = tokens[place + 1 : stop]
        if not piece:
            break
        later = any(each.low in {"at", "with"} for each in tokens[stop : stop + 1])
        if is_employer(word, piece) and not later:
            employer = employer_in(piece)
            break
        if word in {"in", "from", "with"}:
            break
        last, place = stop - 1, stop
    return last, employer


def _joined_head(tokens: Sequence[Token], start: int) -> int | None:
    """Where the second head of “founder and chief designer” stands."""
    head = next((n for n in range(start, min(start + 4, len(tokens))) if is_head(tokens[n])), None)
    if head is None or any(each.low in STOPS for each in tokens[start:head]):
        return None
    return head


def _deed(tokens: Sequence[Token]) -> Role | None:
    """“who leads design at Oura”: the verb and its object stand for a role."""
    skip = 0
    while skip < len(tokens) and tokens[skip].low in {"has", "had", "also", "now", "once", "co-"}:
        skip += 1
    if skip >= len(tokens):
        return None
    if tokens[skip].low in {"is", "was", "became", "serves", "acts"}:
        rest = [each for each in tokens[skip + 1 :] if each.low != "as"]
        return _role_of(rest)
    if tokens[skip].low not in DOES:
        return None
    stop = piece_end(tokens, skip + 1)
    piece = tokens[skip + 1 : stop]
    if not piece:
        return Role(span_of(tokens[: skip + 1]))
    last, employer = _employer_after(tokens, stop)
    return Role(span_of(tokens[: last + 1]), employer or _employer_of_deed(tokens[skip], piece))


def _employer_of_deed(verb: Token, piece: Sequence[Token]) -> Span | None:
    """“founded Oura”, “runs the family bakery”: what is led is the employer."""
    if verb.low in RUNS and any(names_something(each) for each in piece):
        return employer_in(piece)
    return span_of(piece) if piece[-1].low in COMPANY_NOUNS else None


def _employer_after(tokens: Sequence[Token], stop: int) -> tuple[int, Span | None]:
    """The last word of a deed whose object ends before `stop`, and the employer after it."""
    last = stop - 1
    while stop < len(tokens) and tokens[stop].low in PREPOSITIONS:
        end = piece_end(tokens, stop + 1)
        more = tokens[stop + 1 : end]
        if not more:
            break
        if is_employer(tokens[stop].low, more):
            return last, employer_in(more)
        last, stop = end - 1, end
    return last, None
