"""What somebody is and for whom: the words of a role beside a name, cut into role and employer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.words.people import (
    COMPANY_NOUNS,
    DOES,
    DOMAINS,
    HEADS,
    MODIFIERS,
    NO_NAMES,
    STOPS,
)
from partnerships.reading.words.statements import CUES

LONGEST = 130  # characters that are read on either side of a name
_PREPOSITIONS = "of for at with from in"
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
_ARTICLES = "the a an"
ARTICLES = frozenset(_ARTICLES.split())
_POSSESSIVES = "its their his her our my whose"
POSSESSIVES = frozenset(_POSSESSIVES.split())
JOINS = frozenset(("and", "&"))
DETERMINERS = ARTICLES | POSSESSIVES
DESCRIBING = MODIFIERS | DOMAINS
ENDS_A_ROLE = STOPS | PREPOSITIONS | JOINS
_AFTER_HEAD = "general in-chief officer emeritus executive"
AFTER_HEAD = frozenset(_AFTER_HEAD.split())
TOKEN = re.compile(r"[^\s,;:()\[\]\"]{1,60}")
# A stop that ends the clause: no dot of an abbreviation or an initial.
CLAUSE_END = re.compile(
    r"[;:()\[\]\"\n]|[!?](?= |$)|(?<![A-Z])(?<!\b[A-Z][a-z])\.(?= |$)|\.$|, | - "
)
BASED = re.compile(r"\S+-based$|\S+-(?:listed|headquartered|owned|born)$")


@dataclass(frozen=True, slots=True)
class Role:
    """The place of the words of a role, and of those that name the employer."""

    role: Span | None
    employer: Span | None = None


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.bare.lower()

    @property
    def bare(self) -> str:
        """Without the possessive."""
        if self.text.endswith("'s"):
            return self.text[:-2]
        return self.text.rstrip("'")

    @property
    def owns(self) -> bool:
        return self.text.endswith(("'s", "'"))

    @property
    def has_capital(self) -> bool:
        return self.text[0].isupper()


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    found = []
    for each in TOKEN.finditer(text, start, end):
        stop = each.end()
        words = each[0]
        if words.endswith(".") and not re.search(
            r"\b[A-Za-z]\.$|(?:Inc|Corp|Co|Ltd|Bros|St)\.$", words
        ):
            words, stop = words[:-1], stop - 1
        if words:
            found.append(Token(words, each.start(), stop))
    return found


def is_head(token: Token) -> bool:
    """“director”, “Vice-President”, “CEO”, “chairman-designate”, “co-CEO”."""
    low = token.low
    if low in HEADS:
        return (
            token.text != low.upper() or low in {"ceo", "cfo", "cto", "coo", "cmo"} or len(low) < 5
        )
    first, _, last = low.partition("-")
    return bool(last) and (first in HEADS or last in HEADS)


def span_of(tokens: Sequence[Token], owning: bool = False) -> Span | None:
    """From the first to the last of the tokens, without the last one's possessive."""
    if not tokens:
        return None
    last = tokens[-1]
    return Span(tokens[0].start, last.end if owning else last.start + len(last.bare))


# ---- after a name -------------------------------------------------------------------------------


def role_in(text: str, start: int, end: int) -> Role | None:
    """The role in a piece of text without commas: “the company's head of play”."""
    tokens = tokens_of(text, start, min(end, start + LONGEST))
    if tokens and tokens[0].low == "who":
        return _deed(tokens[1:])
    head = _first_head(tokens)
    if head is None:
        return None
    first, employer = _before_head(tokens, head)
    last, named = _tail(tokens, _whole_head(tokens, head))
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
        if number and token.low in CUES and not token.has_capital:
            return None
        if token.low in STOPS - ARTICLES - POSSESSIVES and number:
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
        return owner + 1, _owner(tokens[: owner + 1])
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


def _owner(tokens: Sequence[Token]) -> Span | None:
    """“the Genoese brand's”, “LEGO's”: the owner with its article if it has no name."""
    last = tokens[-1]
    begin = len(tokens) - 1
    if last.has_capital or last.bare[:1].isdigit():
        while begin and (_is_name_part(tokens[begin - 1])):
            begin -= 1
        return span_of([each for each in tokens[begin:] if not BASED.match(each.text)])
    while begin and tokens[begin].low not in ARTICLES and len(tokens) - begin < 4:
        begin -= 1
    if tokens[begin].low not in DETERMINERS:
        begin = len(tokens) - 1
    return span_of(tokens[begin:])


def _is_name_part(token: Token) -> bool:
    if token.owns or token.low in NO_NAMES or token.low in CUES:
        return False
    return token.has_capital or token.text in {"&", "+"} or token.text[0].isdigit()


def _tail(tokens: Sequence[Token], last: int) -> tuple[int, Span | None]:
    """Where the words of the role end, and the employer after them."""
    place = last + 1
    employer = None
    while place < len(tokens):
        word = tokens[place].low
        if word in JOINS:
            more = next(
                (n for n in range(place + 1, min(place + 5, len(tokens))) if is_head(tokens[n])),
                None,
            )
            if more is None or any(each.low in STOPS for each in tokens[place + 1 : more]):
                break
            last, place = more, more + 1
            continue
        if word not in PREPOSITIONS:
            if place == last + 1 and tokens[place].has_capital and tokens[place].low in DESCRIBING:
                last, place = place, place + 1
                continue
            break
        stop = _piece_end(tokens, place + 1)
        piece = tokens[place + 1 : stop]
        if not piece:
            break
        later = any(each.low in {"at", "with"} for each in tokens[stop : stop + 1])
        if _is_employer(word, piece) and not later:
            employer = employer_in(piece)
            break
        if word in {"in", "from", "with"}:
            break
        last, place = stop - 1, stop
    return last, employer


def _piece_end(tokens: Sequence[Token], start: int) -> int:
    for number in range(start, len(tokens)):
        low = tokens[number].low
        if low in PREPOSITIONS and number > start:
            return number
        if low in STOPS - ARTICLES - POSSESSIVES or (
            low in CUES and not tokens[number].has_capital
        ):
            return number
        if low in JOINS and any(is_head(each) for each in tokens[number + 1 : number + 3]):
            return number
        if tokens[number].text == "-":
            return number
    return len(tokens)


def _is_employer(preposition: str, piece: Sequence[Token]) -> bool:
    if preposition in {"at", "with", "from"}:
        return any(_names(each) for each in piece) or piece[-1].low in COMPANY_NOUNS
    if preposition == "in":
        return False
    if piece[0].low in DETERMINERS and piece[-1].low in COMPANY_NOUNS:
        return True
    capitals = [each for each in piece if _names(each)]
    if not capitals:
        return False
    return any(each.low not in DOMAINS for each in capitals)


def _names(token: Token) -> bool:
    return token.has_capital or any(letter.isupper() for letter in token.text[1:])


def employer_in(piece: Sequence[Token]) -> Span | None:
    """“the seaweed company Tarebruk”: the capitalised words; “the chipmaker” as it stands."""
    names = [n for n, each in enumerate(piece) if _names(each) and not BASED.match(each.text)]
    while len(names) > 1 and piece[names[0]].low in NO_NAMES:
        names.pop(0)
    if not names:
        sole = bool(piece) and (piece[-1].low in COMPANY_NOUNS or len(piece) == 1)
        return span_of(piece) if sole else None
    first = names[0]
    last = first
    while last + 1 < len(piece) and (
        _names(piece[last + 1]) or piece[last + 1].text in {"&", "+", "and", "de", "und", "et", "y"}
    ):
        if piece[last].owns:
            break
        last += 1
    while last > first and not _names(piece[last]):
        last -= 1
    return span_of(piece[first : last + 1])


def _deed(tokens: Sequence[Token]) -> Role | None:
    """“who leads design at Oura”: the verb and its object stand for a role."""
    skip = 0
    while skip < len(tokens) and tokens[skip].low in {"has", "had", "also", "now", "once", "co-"}:
        skip += 1
    if skip >= len(tokens):
        return None
    if tokens[skip].low in {"is", "was", "became", "serves", "acts"}:
        rest = [each for each in tokens[skip + 1 :] if each.low != "as"]
        return role_in_tokens(rest)
    if tokens[skip].low not in DOES and tokens[skip].low not in {"run", "led", "headed"}:
        return None
    place = skip + 1
    stop = _piece_end(tokens, place)
    piece = list(tokens[place:stop])
    if not piece:
        return Role(span_of(tokens[: skip + 1]))
    employer = None
    last = stop - 1
    if any(_names(each) for each in piece) and tokens[skip].low in {
        "founded",
        "runs",
        "run",
        "owns",
        "started",
        "leads",
        "heads",
        "led",
        "ran",
        "co-founded",
        "created",
        "built",
    }:
        employer = employer_in(piece)
    elif piece[-1].low in COMPANY_NOUNS:
        employer = span_of(piece)
    while stop < len(tokens) and tokens[stop].low in PREPOSITIONS:
        end = _piece_end(tokens, stop + 1)
        more = tokens[stop + 1 : end]
        if not more:
            break
        if _is_employer(tokens[stop].low, more):
            employer = employer_in(more)
            break
        last, stop = end - 1, end
    return Role(span_of(tokens[: last + 1]), employer)


def role_in_tokens(tokens: Sequence[Token]) -> Role | None:
    """As `role_in`, of words that are cut already."""
    head = _first_head(tokens)
    if head is None:
        return None
    first, employer = _before_head(tokens, head)
    last, named = _tail(tokens, _whole_head(tokens, head))
    return Role(span_of(tokens[first : last + 1]), named or employer)


# ---- before a name ------------------------------------------------------------------------------


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
    last, named = _tail(tokens, head)
    if last < len(tokens) - 1 and named is None:
        return None
    return Role(span_of(tokens[first : last + 1]), employer or named)


def _last_head(tokens: Sequence[Token], comma: bool) -> int | None:
    if is_head(tokens[-1]) and not tokens[-1].owns:
        return len(tokens) - 1
    if len(tokens) > 1 and tokens[-1].low in AFTER_HEAD and is_head(tokens[-2]):
        return len(tokens) - 2
    for number in range(len(tokens) - 1, max(-1, len(tokens) - 10), -1):
        low = tokens[number].low
        if (
            low in CUES and not tokens[number].has_capital
        ) or low in STOPS - ARTICLES - POSSESSIVES:
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
            return first, _owner(tokens[:first])
        if low in POSSESSIVES:
            return first, span_of(tokens[first - 1 : first])
        if low in ENDS_A_ROLE or (low in CUES and low not in MODIFIERS):
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
        if _is_name_part(token):
            begin = first - 1
            while begin and _is_name_part(tokens[begin - 1]):
                begin -= 1
            while begin < first and tokens[begin].text in {"&", "+"}:
                begin += 1
            return first, span_of(tokens[begin:first])
        if token.text == "-" or low in NO_NAMES or BASED.match(token.text):
            return first, None
        first -= 1
    return first, None
