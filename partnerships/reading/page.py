"""A text in words and marks, as names are looked for in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from partnerships.reading.alternatives import one_of
from partnerships.reading.findings import Span
from partnerships.reading.interviews import who_speaks
from partnerships.reading.text import Block, Document
from partnerships.reading.words import names as words
from partnerships.reading.words.companies import DESCRIBED, RIVALS
from partnerships.reading.words.launches import ADVERBS, NO_MODIFIERS, TIMES
from partnerships.reading.words.partnerships import HEADS

TOKEN = re.compile(
    r"(?:https?://|www\.|@|#)\S{1,200}|'s(?!\w)"
    r"|[^\W_]\w{0,40}(?:(?:[.&/+-]|'(?!s(?!\w)))\w{1,40}){0,6}\+?|[^\w\s]"
)
# “polyglot.io”, “8bitdojo”
DOMAIN_OR_DIGITS = re.compile(r"[a-z][\w-]{2,}\.(?:ai|app|dev|io|ly|tv)|[0-9]{1,3}[a-z]{5,}")
TITLES = frozenset({"headline", "heading"})
SENTENCE_STARTS = frozenset(".!?:;\"'(-•*|[→")
# “I've”, “T-shirt”
NO_NAME = re.compile(r"(?:I|[WHYIST]\w{0,4}|Let|Here)'(?:ve|d|m|ll|re|t)|[A-Z]-[a-z]+")


@dataclass(slots=True)
class Token:
    """A word or a mark; `starts` if a sentence, a line or a quotation begins with it."""

    start: int
    end: int
    text: str
    low: str
    starts: bool


@dataclass(frozen=True)
class Page:
    """The tokens of a text, block after block; between two blocks stands a line's end."""

    document: Document
    tokens: tuple[Token, ...]
    blocks: tuple[tuple[Block, int, int], ...]  # with its first token and the one after its last
    weighed: dict[tuple[int, int], Any] = field(default_factory=dict)  # by a name's place

    @cached_property
    def asking(self) -> frozenset[str]:
        """The labels of those who take turns in an interview: the paper that asks among them."""
        return who_speaks(self.document)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """By each word or mark, as the text writes it: the numbers of its tokens."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self.tokens):
            found[each.text].append(number)
        return dict(found)

    def places_of(self, *texts: str) -> Iterator[int]:
        """The numbers of the tokens that are one of the words or marks."""
        return chain.from_iterable(self.places.get(each, ()) for each in texts)

    @cached_property
    def named(self) -> frozenset[int]:
        """The numbers of the tokens that are written as names are."""
        return frozenset(self.places_of(*self.lower_brands, *filter(_is_named, self.places)))

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text also writes in small letters."""
        paragraphs = (each for each in self.blocks if each[0].kind == "paragraph")
        found = {each.text for _, first, stop in paragraphs for each in self.tokens[first:stop]}
        capital = (each for each in self.places if each[0].isupper())
        inside = (each for each in self.places_of(*capital) if not self.tokens[each].starts)
        names = {self.tokens[each].low for each in inside}
        return frozenset(filter(str.islower, found)) - self.lower_brands - names

    @cached_property
    def lower_brands(self) -> frozenset[str]:
        """Names written small, “nuvo”: they begin sentences so, or own something."""
        begins = [each + 1 for each in self.places_of(".", "\n") if each + 1 < len(self.tokens)]
        found = {self.tokens[each].text for each in begins if self.tokens[each].starts}
        follows = (each for each in self.places if each.casefold() in words.AFTER_SMALL_BRAND)
        owners = {self.tokens[each - 1].text for each in self.places_of(*follows) if each}
        return frozenset(
            each
            for each in found & owners
            if len(each) > 2 and each.isalpha() and each.islower() and each not in words.COMMON
        ) | frozenset([*self._crossed(), *(owners & set(self._introduced()))])

    def _introduced(self) -> Iterator[str]:
        """“inkhorn, a studio from Leipzig”, “the start-up nuvo has”; the text has no “the nuvo”."""
        shadow = self.document.shadow
        found = {
            before["name"]
            for told, named in INTRODUCED
            for each in told.finditer(shadow)
            if (before := named.search(shadow, max(0, each.start() - FAR), each.start()))
        }
        for name in sorted(found - NEVER_SMALL)[:MOST_INTRODUCED]:
            others = re.findall(rf"([\w']+) {name}\b", shadow)
            if not set(map(str.lower, others)) & words.BEFORE_NOUNS:
                yield name

    def _crossed(self) -> Iterator[str]:
        """The small one of “adidas x Gucci”."""
        for place in self.places_of("x", "×"):
            if 0 < place < len(self.tokens) - 1:
                one, other = self.tokens[place - 1].text, self.tokens[place + 1].text
                if one.islower() and other[0].isupper():
                    yield one
                elif other.islower() and one[0].isupper():
                    yield other


NEVER_SMALL = words.COMMON | ADVERBS | NO_MODIFIERS | TIMES | DESCRIBED | frozenset(HEADS.split())
MOST_INTRODUCED = 8  # names written small of one text
FAR = 48  # characters that a noun and a name take
_NOUNS = one_of(DESCRIBED | RIVALS)
# What tells of a name, and the name before it: few words tell so, and any word may be a name.
INTRODUCED = (
    (
        re.compile(rf", (?:an?|the) (?:[\w-]+ ){{0,3}}?{_NOUNS}\b"),
        re.compile(r"(?<![\w'-])(?P<name>[a-z]{4,20})$"),
    ),
    (
        re.compile(r" (?:has|is|unveiled|launched|said)\b"),
        re.compile(rf"\b{_NOUNS} (?P<name>[a-z]{{3,20}})(?<!ly)(?<!ed)(?<!ing)$"),
    ),
)


def page_of(document: Document) -> Page:
    """The text's tokens in the blocks that tell something."""
    tokens: list[Token] = []
    blocks = []
    for block in document.blocks:
        if block.kind == "byline":
            continue
        first = len(tokens)
        tokens += _tokens(document.shadow, block.span)
        blocks.append((block, first, len(tokens)))
        tokens.append(Token(block.span.end, block.span.end, "\n", "\n", False))
    return Page(document, tuple(tokens), tuple(blocks))


def _tokens(shadow: str, span: Span) -> Iterator[Token]:
    starts = True
    for found in TOKEN.finditer(shadow, span.start, span.end):
        text = found[0]
        start, end = found.span()
        if "-" in text and (cut := _hyphen(text)) > 0:
            head, tail = text[:cut], text[cut:]
            yield Token(start, start + cut, head, head.casefold(), starts)
            yield Token(start + cut, end, tail, tail, False)
        else:
            yield Token(start, end, text, text.casefold(), starts)
        starts = text in SENTENCE_STARTS


def _hyphen(text: str) -> int:
    """Where “-based” begins in “Tokyo-based”; nowhere in most words."""
    cut = text.rfind("-")
    return cut if cut > 0 and text[cut + 1 :] in words.AFTER_HYPHEN else -1


def is_shouted(page: Page, number: int) -> bool:
    """Whether the block is a title in capitals."""
    block, first, stop = page.blocks[number]
    return block.kind in TITLES and shouts(page.tokens[first:stop])


def shouts(tokens: Sequence[Token]) -> bool:
    """Whether nearly all its words have capitals: a title, in which they name nothing."""
    words_in = [each for each in tokens if each.text[0].isalpha() and len(each.text) > 3]
    capitals = sum(each.text[0].isupper() for each in words_in)
    return capitals > 0.7 * len(words_in)


def _is_named(text: str) -> bool:
    """Whether the word is written as a name is."""
    if text.islower():
        return not text.isalpha() and DOMAIN_OR_DIGITS.fullmatch(text) is not None
    first = text[0]
    if first.isupper():
        return not NO_NAME.fullmatch(text)
    if first.isdigit():
        return len(text) > 1 and any(each.isupper() for each in text)
    return first.isalpha() and len(text) > 2 and text[:3] != text[:3].lower()
