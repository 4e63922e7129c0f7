"""A text is cut before it is read: a shadow to match on, blocks, and sentences of the narration.

Everything keeps its place: the shadow and the narration are as long as the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from partnerships.reading.anycase import small
from partnerships.reading.findings import Span
from partnerships.reading.words.text import ABBREVIATIONS

BlockKind: TypeAlias = Literal[
    "headline", "heading", "byline", "caption", "list", "paragraph", "boilerplate", "about"
]
LONGEST_BLOCK = 250_000  # characters; what is longer is no paragraph, and is not read
LONGEST_SENTENCE = 3_000  # characters; what is longer is no sentence, and no frame reads it

# One mark for each: “ ” „ « » and ″ are ", ‘ ’ are ', dashes are -, odd spaces are spaces.
SHADOW = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
        **dict.fromkeys("\u200a\u202f\u3000\t\r\x0b\x0c\x85", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e", " "),
        **dict.fromkeys("\u2060\u2066\u2067\u2068\u2069\ufeff", " "),
        "\u2028": "\n",
        "\u2029": "\n",
    }
)
DATE_LINE = re.compile(
    r"\s{0,20}date:? {0,3}(?P<date>[0-9]{4}(?:-[0-9]{2}){0,2})(?=\s|$)", re.IGNORECASE
)
BYLINE = re.compile(
    r"(?:By|Posted by|Written by|Words|Text|Author|Reporting by|Editing by|Edited by|Published"
    r"|Updated|Last updated|Reported by)\b[: ](?!.{120})(?!.*\b(?:and|has|have|is|was|will)\b.*\.$)"
)
CAPTION = re.compile(
    r"[\[(]?(?:Images?|Photos?|Pictures?|Pictured|Caption|Credits?|Video|Source|Photograph)\b"
    r"(?: by\b| credit\b|[:/|])",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"(?:[•·▪◦‣*+]|-(?= )|[0-9]{1,2}[.)](?= ))\s{0,5}")
ABOUT = re.compile(r"About (?:the )?[^.!?:]{2,60}:?")
BOILERPLATE = re.compile(
    r"(?:Media|Press|Investor|Investors)(?: relations)?(?: contacts?| enquiries| inquiries)?:"
    r"|(?:Media|Press) contacts?\b|(?:Forward-looking|Safe harbou?r) statements?|Contacts?:?$"
    r"|(?:Read (?:more|next|also)|Subscribe|Sign up|Follow us|Share this|We use cookies|Cookies)\b"
    r"|Related(?: articles| stories)?:?|Advertisement|Copyright|©|All rights reserved"
    r"|\((?:Reporting|Editing|Additional reporting|Writing)\b|Notes to editors?|Trademarks",
    re.IGNORECASE,
)
# Who speaks, where the turns of an interview begin with it.
LABEL = re.compile(
    r"(?P<letter>[QA])\. (?=[A-Z])"
    r"|(?P<name>[^\W\d_][\w.' -]{0,40}?)(?: \([^()]{1,30}\))?(?:: | - )(?=\S)"
)
LONGEST_LABEL = 80  # characters, with what stands in brackets and the mark after it
NO_TURN = frozenset({"byline", "boilerplate", "caption"})
# A copied text may lack the space behind a full stop: “the product.The second”.
SENTENCE_END = re.compile(
    r"(?=[.!?…])"
    r"(?:[.!?…]['\")\]]{0,3}(?=[ \n]|$)|(?<=[a-z]{3})[.!?](?=(?:The|This|It|In) ))"
)
STARTS = re.compile(r"[ \n]*['\"(\[•-]{0,2} {0,1}[^\W_]")
INITIAL = re.compile(r"(?:^|[\s.(])(?:[A-Z]\.)$")
LAST_WORD = re.compile(r"[\w.]{1,12}$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or what stands for one, without the white space around it."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the narration: what is quoted in it is one dumb piece."""

    span: Span
    block: int  # which block of the document


@dataclass(frozen=True)
class Document:
    """A text made ready: `shadow` and `narration` (without quoted words) are as long as it."""

    text: str
    shadow: str
    blocks: tuple[Block, ...]
    narration: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def low(self) -> str:
        """The narration in small letters, as long as it."""
        return small(self.narration)

    @cached_property
    def labels(self) -> tuple[tuple[int, str, int], ...]:
        """The blocks that begin with a label: their numbers, the label, where the words begin."""
        found = (
            (number, LABEL.match(self.shadow, each.span.start, each.span.end))
            for number, each in enumerate(self.blocks)
            if each.kind not in NO_TURN and _may_be_labelled(self.shadow, each.span.start)
        )
        return tuple(
            (number, label["name"] or label["letter"], label.end())
            for number, label in found
            if label
        )

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences that tell something: no byline, no contact, no legal note."""
        dumb = {"byline", "boilerplate"}
        return tuple(each for each in self.sentences if self.blocks[each.block].kind not in dumb)


def _may_be_labelled(shadow: str, start: int) -> bool:
    head = shadow[start : start + LONGEST_LABEL]
    return ": " in head or " - " in head or head[1:3] == ". "


def shadow_of(text: str) -> str:
    """The text with one kind of each mark, dash and space; as long as the text."""
    return text.translate(SHADOW)


def date_line(shadow: str) -> re.Match[str] | None:
    """The `date 2022-05-24` before the first sentence."""
    return DATE_LINE.match(shadow)


def find_blocks(shadow: str) -> tuple[Block, ...]:
    """The blocks of a text, each with its kind."""
    found = date_line(shadow)
    paragraphs = _paragraphs(shadow, found.end() if found else 0)
    spans = [each for each in paragraphs if each.end - each.start <= LONGEST_BLOCK]
    kinds: list[Block] = []
    under: BlockKind | None = None  # of the heading above: boilerplate goes on to the next heading
    for number, span in enumerate(spans):
        words = span.of(shadow)
        kind = _kind(words, number, len(spans))
        if kind in {"about", "boilerplate"}:
            under = kind if len(words) < 70 else None
        elif kind == "heading":
            under = None
        elif under:
            kind = under
        kinds.append(Block(span, kind))
    return tuple(kinds)


def _paragraphs(shadow: str, start: int) -> Iterator[Span]:
    place = start
    for chunk in re.split(r"(\n[ \n]*\n)", shadow[start:]):
        if chunk.strip():
            lines = chunk.split("\n")
            if _is_wrapped(lines):
                yield _stripped(shadow, place, place + len(chunk))
            else:
                at = place
                for line in lines:
                    if line.strip():
                        yield _stripped(shadow, at, at + len(line))
                    at += len(line) + 1
        place += len(chunk)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph, broken at a width."""
    full = [line.strip() for line in lines if line.strip()]
    if len(full) < 2 or any(LIST_ITEM.match(line) for line in full):
        return False
    broken = sum(
        len(line) >= 45 and line[-1] not in '.!?:"' and len(line) <= 110 for line in full[:-1]
    )
    return broken * 2 > len(full) - 1


def _stripped(shadow: str, start: int, end: int) -> Span:
    words = shadow[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + left + len(words.strip()))


def _kind(words: str, number: int, count: int) -> BlockKind:
    kinds: tuple[tuple[BlockKind, object], ...] = (
        ("caption", len(words) < 200 and CAPTION.match(words)),
        ("about", number > 1 and ABOUT.fullmatch(words)),
        ("boilerplate", BOILERPLATE.match(words)),
        ("byline", len(words) < 120 and BYLINE.match(words)),
        ("list", LIST_ITEM.match(words)),
        ("headline", number == 0 < count - 1 and len(words) < 250 and words[-1] not in '.:"'),
        ("heading", len(words) < 90 and words[-1] not in '.!?:;,"'),
    )
    return next((kind for kind, fits in kinds if fits), "paragraph")


def find_sentences(narration: str, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """The sentences of the narration, whose quoted words are blanked out."""
    found = []
    for number, block in enumerate(blocks):
        start = block.span.start
        for end in _ends(narration, block.span):
            span = _stripped(narration, start, end)
            if span.start < span.end and span.end - span.start <= LONGEST_SENTENCE:
                found.append(Sentence(span, number))
            start = end
    return tuple(found)


def _ends(narration: str, block: Span) -> Iterator[int]:
    for found in SENTENCE_END.finditer(narration, block.start, block.end):
        if found.end() == block.end:
            break
        follows = STARTS.match(narration, found.end(), block.end)
        if follows is None:
            continue
        first = follows[0][-1]
        if first.islower() and found[0][0] == ".":
            continue
        if found[0] == "." and _is_abbreviated(narration, found.start()):
            continue
        yield found.end()
    yield block.end


def _is_abbreviated(narration: str, stop: int) -> bool:
    before = narration[max(0, stop - 12) : stop]
    word = LAST_WORD.search(before)
    if word is None:
        return False
    last = word[0]
    return last.lower() in ABBREVIATIONS or bool(INITIAL.search(f" {last}."))
