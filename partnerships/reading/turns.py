"""Statements without marks: answers of an interview, paragraphs that are announced or signed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.interviews import (
    FEWEST_QUESTIONS,
    FEWEST_TURNS,
    questions_of,
    who_speaks,
)
from partnerships.reading.speakers import NOBODY, Hearing, Speaker
from partnerships.reading.text import Document
from partnerships.reading.words.statements import CUES

DASHED = re.compile(r"-{1,2} ?(?P<words>[^\n]{10,600}?), (?P<verb>\w+)\b(?=[^.\n]{4,160}\.?$)")
FIRST_PERSON = re.compile(r"(?<![\w'])(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me)(?!\w)")
MOST_IN_ANSWER = 4  # paragraphs
QUESTION = frozenset({"q", "question"})
ANSWER = frozenset({"a", "answer"})
ANNOUNCES = re.compile(
    r"^(?:According to (?:the |a |an )?(?:.{0,80}?)(?:'s)? ?(?:press |official |joint )?"
    r"(?:statement|release|announcement|communiqué|communicated|communication|note|blog post)"
    r"(?:(?:,| of| from| by) .{0,60})?:"
    r"|(?:For|From|By|Statement (?:from|by)|Quote from) .{2,120}:"
    r"|.{2,140}\b(?:said|says|commented|comments|explained|explains|wrote|writes|adds|added|stated"
    r"|states|told us|put it)\b.{0,60}:"
    r"|[A-Z].{2,120}, .{2,80}:)$"
)
SIGNATURE = re.compile(r"[-–—]+ ?(?=\w)")
NO_STATEMENT = frozenset({"list", "boilerplate", "caption", "byline", "heading", "headline"})


@dataclass(frozen=True, slots=True)
class Turn:
    """Words without marks that somebody says."""

    span: Span
    block: int
    speaker: Speaker
    answers: bool = False  # a question stands between it and the one before


def find_turns(hearing: Hearing, quoted: frozenset[int]) -> Iterator[Turn]:
    """All of them; `quoted` are the blocks in which words stand in marks."""
    yield from _answers(hearing, quoted)
    yield from _announced(hearing, quoted)
    yield from _dashed(hearing, quoted)
    yield from _signed(hearing, quoted)


def _answers(hearing: Hearing, quoted: frozenset[int]) -> Iterator[Turn]:
    """The turns of an interview that the one who is asked takes."""
    document = hearing.context.document
    taking = who_speaks(document)
    labels = [each for each in document.labels if each[1].casefold() in taking]
    asking = _who_asks(document, labels)
    names = {each for _, each, _ in labels} - asking
    speakers = dict.fromkeys(asking, NOBODY) | {each: _labelled(hearing, each) for each in names}
    if not any(speakers.values()):
        yield from _unlabelled(hearing, quoted)
        return
    for block, name, start in labels:
        if speaker := speakers[name]:
            yield from _turn(hearing, block, start, speaker)


def _who_asks(document: Document, labels: Sequence[tuple[int, str, int]]) -> set[str]:
    """The labels whose turns mostly end with a question mark, where others answer."""
    turns = Counter(name for _, name, _ in labels)
    asked = Counter(
        name
        for block, name, _ in labels
        if document.blocks[block].span.of(document.shadow).endswith("?")
    )
    asking = {name for name, count in turns.items() if 2 * asked[name] > count}
    return asking if len(asking) < len(turns) else set()


def _unlabelled(hearing: Hearing, quoted: frozenset[int]) -> Iterator[Turn]:
    """Answers under questions that are paragraphs of their own, of the one whom all is about."""
    document = hearing.context.document
    asked = questions_of(document)
    speaker = _main_person(hearing)
    answers = [number + 1 for number in asked]
    personal = sum(
        bool(FIRST_PERSON.search(document.blocks[each].span.of(document.shadow)))
        for each in answers
    )
    if len(asked) < FEWEST_QUESTIONS or not speaker or 2 * personal <= len(asked):
        return
    if quoted.intersection(answers):
        return
    for number, following in zip(asked, [*asked[1:], len(document.blocks)], strict=True):
        last = min(following, number + 1 + MOST_IN_ANSWER)
        for block in range(number + 1, last):
            start = document.blocks[block].span.start
            dash = SIGNATURE.match(document.shadow, start)
            kind = document.blocks[block].kind
            if kind not in NO_STATEMENT - {"list"} or (kind == "list" and dash):
                turn = Turn(
                    Span(dash.end() if dash else start, document.blocks[block].span.end),
                    block,
                    speaker,
                    answers=block == number + 1,
                )
                yield turn


def _main_person(hearing: Hearing) -> Speaker:
    people = hearing.context.people
    if not people:
        return NOBODY
    most = max(range(len(people)), key=lambda each: len(people[each].forms))
    return Speaker(person=most)


def _turn(hearing: Hearing, block: int, start: int, speaker: Speaker) -> Iterator[Turn]:
    document = hearing.context.document
    end = document.blocks[block].span.end
    words = Span(start, end)
    while words.of(document.shadow)[:1] in {'"', "'"}:
        words = Span(words.start + 1, words.end)
    if words.of(document.shadow).rstrip()[-1:] == '"':
        words = Span(words.start, words.end - 1)
    yield Turn(words, block, speaker, answers=True)


def _labelled(hearing: Hearing, name: str) -> Speaker:
    """Who goes by a label: a person by name or surname, “A” for the one the text is about."""
    context = hearing.context
    low = name.casefold()
    if low in QUESTION:
        return NOBODY
    fitting = [
        number
        for number, each in enumerate(context.people)
        if low in each.name.of(context.document.shadow).casefold().split()
        or low == each.name.of(context.document.shadow).casefold()
        or name == "".join(word[0] for word in each.name.of(context.document.shadow).split())
    ]
    if fitting:
        return Speaker(person=fitting[0])
    if low in ANSWER:
        return _main_person(hearing)
    return NOBODY


def _announced(hearing: Hearing, quoted: frozenset[int]) -> Iterator[Turn]:
    """The paragraph under a line that ends in a colon and names who says it."""
    blocks, shadow = hearing.context.document.blocks, hearing.context.document.shadow
    for number, block in enumerate(blocks[:-1]):
        words = block.span.of(shadow)
        if len(words) > 250 or not words.endswith(":") or not ANNOUNCES.match(words):
            continue
        speaker = _named_in(hearing, block.span)
        below = number + 1
        if speaker and below not in quoted and blocks[below].kind not in NO_STATEMENT:
            yield Turn(blocks[below].span, below, speaker)


def _dashed(hearing: Hearing, quoted: frozenset[int]) -> Iterator[Turn]:
    """“— We built it, says Ada Norr”: a dash for marks, as novels and Spanish papers have it."""
    document = hearing.context.document
    for number, block in enumerate(document.blocks):
        found = DASHED.match(document.shadow, block.span.start, block.span.end)
        if found is None or number in quoted or found["verb"].casefold() not in CUES:
            continue
        speaker = _named_in(hearing, Span(found.end("words"), block.span.end))
        if speaker and len(found["words"].split()) > FEWEST_TURNS:
            yield Turn(Span(*found.span("words")), number, speaker)


def _named_in(hearing: Hearing, span: Span) -> Speaker:
    people = hearing.people_in(span)
    if people:
        return Speaker(person=people[0][1])
    companies = hearing.context.mentions.companies_within(span)
    return Speaker(company=companies[0].entity) if companies else NOBODY


def _signed(hearing: Hearing, quoted: frozenset[int]) -> Iterator[Turn]:
    """The paragraph over “— Ada Norr, CEO, Norr”."""
    blocks, shadow = hearing.context.document.blocks, hearing.context.document.shadow
    for number, block in enumerate(blocks[1:], 1):
        if len(block.span.of(shadow)) > 160 or not SIGNATURE.match(shadow, block.span.start):
            continue
        speaker = _named_in(hearing, block.span)
        above = number - 1
        if speaker and above not in quoted and blocks[above].kind == "paragraph":
            yield Turn(blocks[above].span, above, speaker)


def signer_below(hearing: Hearing, block: int) -> Speaker:
    """Who signs the paragraph in the line below it."""
    blocks, shadow = hearing.context.document.blocks, hearing.context.document.shadow
    if block + 1 >= len(blocks):
        return NOBODY
    below = blocks[block + 1].span
    if below.end - below.start > 160:
        return NOBODY
    if SIGNATURE.match(shadow, below.start):
        return _named_in(hearing, below)
    people = hearing.people_in(below)
    signed = people and people[0][0].start == below.start and "," in below.of(shadow)
    if signed and below.of(shadow)[-1] not in ".:!?":
        return Speaker(person=people[0][1])
    return NOBODY
