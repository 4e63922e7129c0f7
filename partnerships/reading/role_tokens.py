"""The words beside a name: cut, with what each may be to a role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.words.companies import ARTICLES
from partnerships.reading.words.people import HEADS, STOPS
from partnerships.reading.words.statements import CUES

LONGEST = 130  # characters that are read on either side of a name
PREPOSITIONS = frozenset(["of", "for", "at", "with", "from", "in"])
POSSESSIVES = frozenset(["its", "their", "his", "her", "our", "my", "whose"])
DETERMINERS = ARTICLES | POSSESSIVES
JOINS = frozenset(("and", "&"))
AFTER_HEAD = frozenset(["general", "in-chief", "officer", "emeritus", "executive"])
STOPS_WITHIN = STOPS - DETERMINERS  # a determiner may stand within the words of a role
TOKEN = re.compile(r"[^\s,;:()\[\]\"]{1,60}")
ABBREVIATED = re.compile(r"\b[A-Za-z]\.$|(?:Inc|Corp|Co|Ltd|Bros|St)\.$")
BASED = re.compile(r"\S+-based$|\S+-(?:listed|headquartered|owned|born)$")


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
        if words.endswith(".") and not ABBREVIATED.search(words):
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


def span_of(tokens: Sequence[Token]) -> Span | None:
    """From the first to the last of the tokens, without the last one's possessive."""
    if not tokens:
        return None
    last = tokens[-1]
    return Span(tokens[0].start, last.start + len(last.bare))


def ends_a_role(token: Token) -> bool:
    """Whether no role goes on over this word: “when”, “said”."""
    return token.low in STOPS_WITHIN or (token.low in CUES and not token.has_capital)
