"""Who employs somebody: the words of a company beside those of a role."""

from collections.abc import Sequence

from partnerships.reading.findings import Span
from partnerships.reading.role_tokens import (
    BASED,
    DETERMINERS,
    JOINS,
    PREPOSITIONS,
    Token,
    ends_a_role,
    is_head,
    span_of,
)
from partnerships.reading.words.companies import ARTICLES
from partnerships.reading.words.people import COMPANY_NOUNS, DOMAINS, NO_NAMES
from partnerships.reading.words.statements import CUES


def owner_in(tokens: Sequence[Token]) -> Span | None:
    """“the Genoese brand's”, “LEGO's”: the owner with its article if it has no name."""
    last = tokens[-1]
    begin = len(tokens) - 1
    if last.has_capital or last.bare[:1].isdigit():
        while begin and (is_name_part(tokens[begin - 1])):
            begin -= 1
        return span_of([each for each in tokens[begin:] if not BASED.match(each.text)])
    while begin and tokens[begin].low not in ARTICLES and len(tokens) - begin < 4:
        begin -= 1
    if tokens[begin].low not in DETERMINERS:
        begin = len(tokens) - 1
    return span_of(tokens[begin:])


def is_name_part(token: Token) -> bool:
    if token.owns or token.low in NO_NAMES or token.low in CUES:
        return False
    return token.has_capital or token.text in {"&", "+"} or token.text[0].isdigit()


def piece_end(tokens: Sequence[Token], start: int) -> int:
    for number in range(start, len(tokens)):
        low = tokens[number].low
        if low in PREPOSITIONS and number > start:
            return number
        if ends_a_role(tokens[number]):
            return number
        if low in JOINS and any(is_head(each) for each in tokens[number + 1 : number + 3]):
            return number
        if tokens[number].text == "-":
            return number
    return len(tokens)


def is_employer(preposition: str, piece: Sequence[Token]) -> bool:
    if preposition in {"at", "with", "from"}:
        return any(names_something(each) for each in piece) or piece[-1].low in COMPANY_NOUNS
    if preposition == "in":
        return False
    if piece[0].low in DETERMINERS and piece[-1].low in COMPANY_NOUNS:
        return True
    capitals = [each for each in piece if names_something(each)]
    if not capitals:
        return False
    return any(each.low not in DOMAINS for each in capitals)


def names_something(token: Token) -> bool:
    return token.has_capital or any(letter.isupper() for letter in token.text[1:])


def employer_in(piece: Sequence[Token]) -> Span | None:
    """“the seaweed company Tarebruk”: the capitalised words; “the chipmaker” as it stands."""
    names = [
        n for n, each in enumerate(piece) if names_something(each) and not BASED.match(each.text)
    ]
    while len(names) > 1 and piece[names[0]].low in NO_NAMES:
        names.pop(0)
    if not names:
        sole = bool(piece) and (piece[-1].low in COMPANY_NOUNS or len(piece) == 1)
        return span_of(piece) if sole else None
    first = names[0]
    last = first
    while last + 1 < len(piece) and (
        names_something(piece[last + 1])
        or piece[last + 1].text in {"&", "+", "and", "de", "und", "et", "y"}
    ):
        if piece[last].owns:
            break
        last += 1
    while last > first and not names_something(piece[last]):
        last -= 1
    return span_of(piece[first : last + 1])
