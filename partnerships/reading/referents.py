"""What “the company”, “the chipmaker”, “it” and “both companies” stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.mentions import Mentions
from partnerships.reading.text import Document


@dataclass(frozen=True, slots=True)
class Referent:
    """Words that stand for companies named elsewhere; `entities` number them in the mentions."""

    span: Span
    entities: tuple[int, ...]


_NOUN = (
    r"(?:company|firm|manufacturer|brand|group|maker|giant|start-up|startup|lender|bank|airline"
    r"|carrier|operator|publisher|studio|developer|brewer|brewery|retailer|insurer|utility|supplier"
    r"|label|house|foundry|biotech|fintech|(?:chip|car|auto|drug|watch|phone|toy|shoe|camera|plane"
    r"|battery)[ -]?maker|specialist|conglomerate|roaster|distiller|vendor)"
)
_ONE = re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,3}}?{_NOUN}\b(?! (?:of|and|that|which|behind)\b)")
_IT = re.compile(r"(?<![\w'])(?:[Ii]t|[Ii]ts)(?![\w'])")
_SEVERAL = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he three|[Tt]hese two|[Tt]he pair|[Tt]he duo|[Ee]ach of the two)"
    r"(?: (?:companies|firms|brands|partners|sides|groups|parties|houses|manufacturers|makers))?"
    r"(?! of| [a-z]+(?:phones|models|cars|products)\b)"
)
_APPOSED = re.compile(rf",? (?:an?|the) (?:[\w-]+ ){{0,4}}?(?P<noun>{_NOUN})\b")
_LED = re.compile(rf"\b(?:[\w-]+ )?(?P<noun>{_NOUN}) $")


def find_referents(document: Document, mentions: Mentions) -> tuple[Referent, ...]:
    """Those that are clear, in the order of the text; what is in doubt is left out."""
    return tuple(sorted(_found(document, mentions), key=lambda each: each.span))


def _found(document: Document, mentions: Mentions) -> Iterator[Referent]:
    described = _described(document, mentions)
    topic: int | None = None
    together: tuple[int, ...] = ()
    for sentence in document.prose:
        words = sentence.span.of(document.narration)
        start = sentence.span.start
        named = [each for each in mentions.companies_within(sentence.span) if each.span == each.run]
        for found in _ONE.finditer(words):
            noun = found[0].split()[-1]
            entity = described.get(noun, topic)
            before = [each.entity for each in named if each.span.end <= start + found.start()]
            entity = before[0] if noun not in described and before else entity
            if entity is not None:
                yield Referent(Span(start + found.start(), start + found.end()), (entity,))
        for found in _IT.finditer(words):
            before = [each.entity for each in named if each.span.end <= start + found.start()]
            if (entity := before[0] if before else topic) is not None:
                yield Referent(Span(start + found.start(), start + found.end()), (entity,))
        entities = tuple(dict.fromkeys(each.entity for each in named))
        for found in _SEVERAL.finditer(words):
            before = [each.entity for each in named if each.span.end <= start + found.start()]
            meant = tuple(dict.fromkeys(before))[:2]
            meant = meant if len(meant) == 2 else together
            if len(meant) >= 2:
                yield Referent(Span(start + found.start(), start + found.end()), meant)
        if len(entities) in {2, 3}:
            together = entities
        if named and named[0].span.start - start < 60:
            topic = named[0].entity


def _described(document: Document, mentions: Mentions) -> dict[str, int]:
    """By noun: the only company that the text calls so: “Norr, a Finnish chipmaker”."""
    found: dict[str, set[int]] = {}
    for each in mentions.all:
        if mentions.entities[each.entity].kind != "company":
            continue
        after = _APPOSED.match(document.narration, each.run.end, each.run.end + 60)
        before = _LED.search(document.narration, max(0, each.span.start - 40), each.span.start)
        for told in (after, before):
            if told and told["noun"] not in {"company", "firm", "group", "brand"}:
                found.setdefault(told["noun"], set()).add(each.entity)
    return {noun: one.pop() for noun, one in found.items() if len(one) == 1}
