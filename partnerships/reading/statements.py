"""Who said what: quotations and block statements with their speakers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Span, Statement
from partnerships.reading.people import FoundPerson
from partnerships.reading.quotes import Quote
from partnerships.reading.rules import Rule
from partnerships.reading.words.statements import CUES

FEWEST_WORDS = 5  # over all segments; less is a fragment of the narration
FARTHEST = 170  # characters from a quotation to the one who says it
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
        "block under a line that names its speaker",
        "The paragraph stands under a line that names who says it.",
        "For Ada Norr, CEO of Norr:\n\nWe are glad that the bridge stands at last.",
        "These are the dates:\n\nThe bridge opens on Monday at nine in the morning.",
    ),
    Rule(
        "quotation without a clear speaker",
        "The words stand in quotation marks; who said them is not clear.",
        "Then came the answer: “We never asked anybody to build this bridge.”",
        "Norr built a “bridge”.",
    ),
)
NEAR, GOES_ON, BLOCK, UNCLEAR = (each.name for each in RULES)
_SAYS = re.compile(rf"\b(?:{'|'.join(sorted(CUES))})\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_STATEMENT_OF = re.compile(
    r"^(?:According to (?:the |a )?(?P<company>.{2,60}?)(?:'s)? (?:press )?"
    r"(?:statement|release|announcement|communiqué)(?:,.{0,60})?:"
    r"|(?:For|From|By|Statement (?:from|by)) .{2,120}:"
    r"|.{2,120}\b(?:said|says|commented|explained|wrote|adds|added|stated)\b.{0,60}:"
    r"|[A-Z].{2,120}, .{2,80}:)$"
)
_SMALL = frozenset(["of", "the", "a", "and", "in", "to", "for", "by", "x", "&", "at", "on"])


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with who said it: a person's number, or a company's, or nobody."""

    span: Span
    block: int
    person: int | None
    company: int | None
    rule: str


def find_statements(context: Context) -> tuple[Statement, ...]:
    """The statements of the text, in its order."""
    said = sorted([*_quoted(context), *_blocks(context)], key=lambda each: each.span)
    return tuple(
        _statement(group, context)
        for group in _grouped(said, context)
        if sum(len(each.span.of(context.document.text).split()) for each in group) >= FEWEST_WORDS
    )


def _quoted(context: Context) -> Iterator[_Said]:
    speaker: tuple[int | None, int | None] = (None, None)
    last_block = -9
    forms = _forms(context.people)
    for number, quote in enumerate(context.quotes):
        words = quote.span.of(context.document.text).strip()
        if context.document.blocks[quote.block].kind in {"headline", "boilerplate", "caption"}:
            continue
        if not words or all(each[0].isupper() or each in _SMALL for each in words.split()):
            continue  # a title
        found = _near(quote, number, context, forms, speaker[0])
        rule = NEAR
        if found is None and quote.block - last_block <= 1 and speaker != (None, None):
            found, rule = speaker, GOES_ON
        if found is None:
            if len(words.split()) < FEWEST_WORDS:
                continue
            found, rule = (None, None), UNCLEAR
        yield _Said(quote.span, quote.block, *found, rule)
        if found != (None, None):
            speaker, last_block = found, quote.block


def _forms(people: Sequence[FoundPerson]) -> list[tuple[Span, int]]:
    return sorted((form, number) for number, each in enumerate(people) for form in each.forms)


def _near(
    quote: Quote,
    number: int,
    context: Context,
    forms: list[tuple[Span, int]],
    last: int | None,
) -> tuple[int | None, int | None] | None:
    """Who says it: in the rest of the sentence after it, or in the words that lead to it."""
    narration, quotes = context.document.narration, context.quotes
    block = context.document.blocks[quote.block].span
    following = quotes[number + 1].outer.start if number + 1 < len(quotes) else block.end
    end = min(block.end, quote.outer.end + FARTHEST, max(following, quote.outer.end))
    ended = quote.span.of(context.document.shadow).rstrip()[-1:] in {".", "…"}
    after = Span(quote.outer.end, end)
    stop = re.search(r"[.;](?= |$)", after.of(narration))
    after = Span(after.start, after.start + stop.start()) if stop else after
    signed = re.match(r"\s{0,3}(?:- |\()", narration[after.start : after.start + 6])
    leads = _leading(quote, number, context, block)
    tries = [after, leads] if not ended or signed else [leads, *([] if not signed else [after])]
    for span in tries:
        words = span.of(narration)
        if not signed and not _SAYS.search(words) and not words.rstrip().endswith(":"):
            continue
        near = [who for form, who in forms if span.start <= form.start < span.end]
        if near:
            return (near[-1] if span is leads else near[0]), None
        if last is not None and _PRONOUN.search(words):
            return last, None
        companies = context.mentions.companies_within(span)
        if companies:
            return None, companies[0].entity
    return None


def _leading(quote: Quote, number: int, context: Context, block: Span) -> Span:
    start = block.start
    if number and context.quotes[number - 1].block == quote.block:
        start = context.quotes[number - 1].outer.end
    start = max(start, quote.outer.start - FARTHEST)
    words = context.document.narration[start : quote.outer.start]
    stops = [found.end() for found in re.finditer(r"[.!?;] ", words)]
    return Span(start + (stops[-1] if stops else 0), quote.outer.start)


def _blocks(context: Context) -> Iterator[_Said]:
    """Paragraphs without marks under a line that ends in a colon and names who says them."""
    blocks, shadow = context.document.blocks, context.document.shadow
    forms = _forms(context.people)
    quoted = {each.block for each in context.quotes}
    for number, block in enumerate(blocks[:-1]):
        words = block.span.of(shadow)
        if len(words) > 250 or not words.endswith(":") or not _STATEMENT_OF.match(words):
            continue
        if number + 1 in quoted or blocks[number + 1].kind in {"list", "boilerplate"}:
            continue
        people = [who for form, who in forms if block.span.holds(form)]
        companies = context.mentions.companies_within(block.span)
        if people:
            yield _Said(blocks[number + 1].span, number + 1, people[0], None, BLOCK)
        elif companies:
            yield _Said(blocks[number + 1].span, number + 1, None, companies[0].entity, BLOCK)


def _grouped(said: Sequence[_Said], context: Context) -> Iterator[list[_Said]]:
    """Words of one speaker without another, and without a paragraph of narration between."""
    group: list[_Said] = []
    for each in said:
        same = group and (group[-1].person, group[-1].company) == (each.person, each.company)
        if same and each.rule != UNCLEAR and not _told_between(group[-1], each, context):
            group.append(each)
            continue
        if group:
            yield group
        group = [each]
    if group:
        yield group


def _told_between(one: _Said, other: _Said, context: Context) -> bool:
    """Whether a paragraph of narration, or of more than one sentence, stands between them."""
    if other.block - one.block > 2:
        return True
    gap = context.document.narration[one.span.end : other.span.start]
    told = [each for each in re.split(r"[.!?](?: |\n|$)", gap) if len(each.split()) > 5]
    return len(told) > 1 + (one.block == other.block)


def _statement(group: Sequence[_Said], context: Context) -> Statement:
    first = group[0]
    segments = tuple(each.span for each in group)
    rule = first.rule
    entities = context.mentions.entities
    if first.person is not None:
        person = context.people[first.person]
        name = Field(person.name.of(context.document.text), person.name, person.rule)
        return Statement(segments, rule, name, _role(person, context), _employer(person, context))
    if first.company is not None:
        entity = entities[first.company]
        place = next(each for each in context.mentions.all if each.entity == first.company)
        company = Field(entity.name, place.span, COMPANY_SPEAKS)
        return Statement(segments, rule, company, None, company)
    return Statement(segments, rule)


def _role(person: FoundPerson, context: Context) -> Field | None:
    if person.role is None:
        return None
    return Field(person.role.of(context.document.text), person.role, person.rule)


def _employer(person: FoundPerson, context: Context) -> Field | None:
    """The company that the words for the employer name, or stand for."""
    if person.employer is None:
        return None
    mentions = context.mentions
    named = mentions.companies_within(person.employer)
    if not named:
        place = bisect_left(mentions.all, person.employer.start, key=lambda each: each.span.start)
        near = mentions.all[max(0, place - 1) : place + 1]
        named = tuple(each for each in near if each.span.overlaps(person.employer))
    if named:
        name = mentions.entity(named[0]).name
        return Field(name, named[0].span, person.rule)
    for each in context.referents:
        if each.span.overlaps(person.employer) and each.entities:
            name = mentions.entities[each.entities[0]].name
            return Field(name, each.span, person.rule)
    return None
