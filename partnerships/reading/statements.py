"""Who said what: quotations and paragraphs without marks, with their speakers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerships.reading.anycase import AnyCase
from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Span, Statement
from partnerships.reading.persons import employer_of, role_of
from partnerships.reading.quotes import Quote
from partnerships.reading.rules import Rule
from partnerships.reading.speakers import (
    NOBODY,
    Hearing,
    Speaker,
    speaker_alone,
    speaker_before,
    speaker_beside,
)
from partnerships.reading.turns import find_turns, signer_below
from partnerships.reading.words.statements import SAYING_AFTER, SAYINGS

FEWEST_WORDS = 5  # over all segments; less is a fragment of the narration
FEWEST_UNCLEAR = 8  # of a quotation whose speaker is not found
COMPANY_SPEAKS = "company speaks"
RULES = (
    Rule(
        "said by somebody near the quotation",
        "A verb of saying stands between the quotation and the name.",
        "“We built this bridge in a single winter,” said Ada Norr, CEO of Norr.",
        "The “very long and winding road” leads past the Norr works.",
    ),
    Rule(
        "goes on after an attributed quotation",
        "The quotation goes on after one whose speaker is known.",
        "“We built it,” said Ada Norr, CEO of Norr. “Nobody thought that it would stand up.”",
        "Norr built a bridge.",
    ),
    Rule(
        "signed below",
        "The line below the words signs them.",
        "“We built this bridge in a single winter.”\n\n— Ada Norr, CEO, Norr",
        "“We built this bridge.”\n\nNorr is in Basel.",
    ),
    Rule(
        "paragraph of its own",
        "The quotation has a paragraph for itself, after words about the speaker.",
        "Ada Norr, CEO of Norr, was pleased.\n\n“Nobody thought that it would stand up.”",
        "“Nobody thought that it would stand up.”",
    ),
    Rule(
        "block without marks",
        "The words stand under a line that names their speaker, or over one that signs them.",
        "For Ada Norr, CEO of Norr:\n\nWe are glad that the bridge stands at last.",
        "These are the dates:\n\nThe bridge opens on Monday at nine in the morning.",
    ),
    Rule(
        "quotation without a clear speaker",
        "The words stand in quotation marks; who said them is not clear.",
        "Then came the answer: “We never asked anybody to build this bridge for us.”",
        "Norr built a “bridge”.",
    ),
)
NEAR, GOES_ON, SIGNED, ALONE, BLOCK, UNCLEAR = (each.name for each in RULES)
SMALL = frozenset(["of", "the", "a", "and", "in", "to", "for", "by", "x", "&", "at", "on", "with"])
NAMED_SO = AnyCase(rf"\b(?:{SAYINGS})(?: (?:is|was|as|of|the|a|says|said))?[:,]? ?$")
NAMED_AFTER = re.compile(rf",? (?:is |was |are |the )?(?:{SAYING_AFTER})\b")
SENTENCES = re.compile(r"[.!?](?: |\n|$)|\n")
NO_SPEECH = frozenset({"headline", "heading", "boilerplate", "caption", "byline"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words with who says them."""

    span: Span
    block: int
    speaker: Speaker
    rule: str
    begins: bool = False  # a statement of its own


def find_statements(context: Context) -> tuple[Statement, ...]:
    """The statements of the text, in its order."""
    hearing = Hearing(context)
    turns = list(find_turns(hearing, frozenset(each.block for each in context.quotes)))
    taken = {each.block for each in turns}
    said = [Said(each.span, each.block, each.speaker, BLOCK, each.answers) for each in turns]
    said += _quoted(hearing, taken)
    said.sort(key=lambda each: each.span)
    return tuple(
        _statement(group, context)
        for group in _grouped(said, context)
        if _count(group, context) >= (FEWEST_WORDS if group[0].speaker else FEWEST_UNCLEAR)
    )


def _count(group: Sequence[Said], context: Context) -> int:
    return sum(len(each.span.of(context.document.text).split()) for each in group)


def _quoted(hearing: Hearing, taken: set[int]) -> Iterator[Said]:
    """The quotations, each with its speaker; titles, slogans and single words are none."""
    context, last_block = hearing.context, -9
    for number, quote in enumerate(context.quotes):
        kind = context.document.blocks[quote.block].kind
        if quote.block in taken or _is_name(context, quote):
            continue
        if kind in NO_SPEECH and not _begins_block(hearing, quote):
            continue
        speaker, rule = _heard(hearing, number, last_block)
        if _is_inside(context, quote) or (not speaker and _is_fragment(context, quote)):
            continue
        yield Said(quote.span, quote.block, speaker, rule)
        if speaker:
            hearing.last, last_block = speaker, quote.block


def _heard(hearing: Hearing, number: int, last_block: int) -> tuple[Speaker, str]:
    quotes = hearing.context.quotes
    quote = quotes[number]
    if speaker := speaker_beside(hearing, quotes, number):
        return speaker, NEAR
    kind = hearing.context.document.blocks[quote.block].kind
    if kind in NO_SPEECH:
        block = hearing.context.document.blocks[quote.block].span
        named = hearing.people_in(Span(quote.outer.end, block.end))
        return Speaker(person=named[0][1]), NEAR
    if speaker := signer_below(hearing, quote.block):
        return speaker, SIGNED
    reopened = number > 0 and not quotes[number - 1].closed and last_block == quote.block - 1
    if quote.block == last_block or reopened:
        return hearing.last, GOES_ON
    if speaker := speaker_before(hearing, quotes, number):
        return speaker, ALONE
    if _has_paragraph(hearing.context, quote) and quote.block - last_block <= 2:
        return hearing.last, ALONE
    if _has_paragraph(hearing.context, quote) and (speaker := speaker_alone(hearing, quote)):
        return speaker, ALONE
    return NOBODY, UNCLEAR


def _is_name(context: Context, quote: Quote) -> bool:
    """Whether the words are a title, a name or a slogan."""
    document = context.document
    words = quote.span.of(document.shadow).strip()
    if not words:
        return True
    before = document.narration[max(0, quote.outer.start - 40) : quote.outer.start]
    if NAMED_SO.search(before) or NAMED_AFTER.match(document.narration, quote.outer.end):
        return True
    titled = all(
        each[0].isupper() or each in SMALL or not each[0].isalpha() for each in words.split()
    )
    return titled and words[-1] not in ",.!?"


def _is_fragment(context: Context, quote: Quote) -> bool:
    """Whether it is a piece of the narration's own sentence: she called it “a very good day”."""
    words = quote.span.of(context.document.shadow).strip()
    return len(words.split()) < FEWEST_UNCLEAR or words[-1] not in ".,!?…"


def _is_inside(context: Context, quote: Quote) -> bool:
    """Whether a sentence goes on around few words: he gave “no date” for it."""
    words = quote.span.of(context.document.shadow).strip()
    short = len(words.split()) < FEWEST_WORDS and words[-1:] not in {".", ",", "!", "?"}
    before = context.document.narration[max(0, quote.outer.start - 2) : quote.outer.start]
    return short and before.rstrip()[-1:] not in {",", ":"}


def _begins_block(hearing: Hearing, quote: Quote) -> bool:
    """Whether a title begins with words of five or more and names who says them."""
    document = hearing.context.document
    block = document.blocks[quote.block]
    if block.kind not in {"heading", "headline"} or block.span.start != quote.outer.start:
        return False
    enough = len(quote.span.of(document.shadow).split()) >= FEWEST_WORDS
    return enough and bool(hearing.people_in(Span(quote.outer.end, block.span.end)))


def _has_paragraph(context: Context, quote: Quote) -> bool:
    block = context.document.blocks[quote.block].span
    outside = (quote.outer.start - block.start) + (block.end - quote.outer.end)
    return outside <= 3


def _grouped(said: Sequence[Said], context: Context) -> Iterator[list[Said]]:
    """Words of one speaker without another, and without a paragraph of narration between."""
    group: list[Said] = []
    for each in said:
        if group and _belong_together(group[-1], each, context):
            group.append(each)
            continue
        if group:
            yield group
        group = [each]
    if group:
        yield group


def _belong_together(one: Said, other: Said, context: Context) -> bool:
    if one.speaker != other.speaker or (not one.speaker and one.block != other.block):
        return False
    if other.begins or _is_asked_between(one, other, context):
        return False
    gap = context.document.narration[one.span.end : other.span.start]
    told = [each for each in SENTENCES.split(gap)[1:] if len(each.split()) > 5]
    # What leads to the second quotation is not told between them.
    begins = other.span.start - context.document.blocks[other.block].span.start < 3
    return len(told) - (not begins) < (2 if one.block != other.block else 3)


def _is_asked_between(one: Said, other: Said, context: Context) -> bool:
    """Whether a paragraph between them asks something: an interview of which only the answers
    stand in marks."""
    document = context.document
    between = document.blocks[one.block + 1 : other.block]
    return any(each.span.of(document.shadow).endswith("?") for each in between)


def _statement(group: Sequence[Said], context: Context) -> Statement:
    first = group[0]
    segments = tuple(each.span for each in group)
    if first.speaker.person is not None:
        person = context.people[first.speaker.person]
        name = Field(person.name.of(context.document.text), person.name, person.rule)
        return Statement(
            segments, first.rule, name, role_of(person, context), employer_of(person, context)
        )
    if first.speaker.company is not None:
        number = first.speaker.company
        entity = context.mentions.entities[number]
        place = context.mentions.first[number]
        company = Field(entity.name, place.span, COMPANY_SPEAKS)
        return Statement(segments, first.rule, company, None, company)
    return Statement(segments, first.rule)
