"""Which companies an article is about: those of its findings, competitors, and others for sure."""

import re
from collections.abc import Iterator, Sequence

from partnerships.reading.context import Context
from partnerships.reading.findings import Company, Field, Launch, Partnership, Statement
from partnerships.reading.mentions import Mention

RIVAL = re.compile(
    r"(?:\b(?:rivals?|competitors?|arch-rival|unlike|compared (?:with|to)|compet\w+ with|against"
    r"|takes? on|taking on|challenge|overtake|ahead of|position against|answer yet to the)"
    r" (?:the )?(?:[\w-]+ ){0,2}|(?<!\byou )(?<!\bwould )(?<!\bI )(?<!\bthey )\blike )$"
)
_AROUND = 60  # characters


def find_companies(
    context: Context,
    partnerships: Sequence[Partnership],
    launches: Sequence[Launch],
    statements: Sequence[Statement],
) -> tuple[Company, ...]:
    """Participants, makers, employers of speakers and competitors, in the order of the text."""
    wanted = {each.value for one in partnerships for each in one.participants}
    wanted |= {each.value for one in launches for each in one.companies}
    wanted |= {one.company.value for one in statements if one.company}
    entities = context.mentions.entities
    places: dict[int, list[Mention]] = {}
    for mention in context.mentions.all:
        places.setdefault(mention.entity, []).append(mention)
    found = [
        Company(
            entities[number].name,
            tuple(_forms(context, at)),
            entities[number].rule,
            entities[number].record,
        )
        for number, at in places.items()
        if entities[number].name in wanted or _is_sure(context, number, at)
    ]
    return tuple(sorted(found, key=lambda each: each.forms[0].span))


def _forms(context: Context, mentions: Sequence[Mention]) -> Iterator[Field]:
    seen = set()
    for each in mentions:
        form = each.span.of(context.document.text)
        if form not in seen:
            seen.add(form)
            yield Field(form, each.span, "a form of its name")


def _is_sure(context: Context, number: int, mentions: Sequence[Mention]) -> bool:
    """Whether it is a company for reasons of its own, or a rival of one."""
    entity = context.mentions.entities[number]
    return entity.is_likely or _is_rival(context, number, mentions)


def _is_rival(context: Context, number: int, mentions: Sequence[Mention]) -> bool:
    if context.mentions.entities[number].kind != "company":
        return False
    shadow = context.document.shadow
    return any(
        RIVAL.search(shadow, max(0, each.span.start - _AROUND), each.span.start)
        and each.run == each.span
        for each in mentions
    )
