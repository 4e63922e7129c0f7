"""What a launch has to do with the others: the partnership that it came from, and the announced
product without a name that a rumour gives a name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from partnerships.reading.findings import Field, Launch, Partnership, Span

IDENTITY = re.compile(r"\b(?:is|be|was|as|called|named|dubbed|will be|points? to)\b")
SAID_AGAIN = re.compile(r"\b(?:the|this|that|its|their)\b", re.IGNORECASE)
RULE = "a rumoured name of it"
SHORTEST = 5  # letters of a word by which a product without a name is known again


def linked(
    text: str, launches: Sequence[Launch], partnerships: Sequence[Partnership]
) -> tuple[Launch, ...]:
    """The launches with these links set right."""
    found = [_from(each, partnerships) for each in launches]
    unnamed = [each for each in found if not each.named and each.status.value == "announced"]
    return tuple(_same_as(text, each, unnamed) for each in found)


def _from(launch: Launch, partnerships: Sequence[Partnership]) -> Launch:
    """The launch with the partnership of its maker, where its passage speaks of several."""
    if not launch.companies or launch.partnership is None:
        return launch
    maker = launch.companies[0].value
    if maker in launch.partnership:
        return launch
    for each in partnerships:
        members = frozenset(one.value for one in each.participants)
        near = any(one.overlaps(other) for one in each.evidence for other in launch.evidence)
        if near and maker in members:
            companies = [one for one in launch.companies if one.value in members]
            there = {one.value for one in companies}
            companies += [one for one in each.participants if one.value not in there]
            return replace(launch, partnership=members, companies=tuple(companies))
    return launch


def _same_as(text: str, launch: Launch, unnamed: Sequence[Launch]) -> Launch:
    """The launch as another name of the one that its passage says it is: “everything suggests that
    the flagship is the Norr 12”."""
    if not launch.named or launch.status.value != "rumoured" or launch.same_as:
        return launch
    for each in unnamed:
        for passage in launch.evidence:
            words = text[passage.start : max(passage.start, launch.product.span.start)]
            if place := _named_again(words, each.product.value):
                start = passage.start + place[0]
                span = Span(start, passage.start + place[1])
                same = Field(each.product.value, span, RULE)
                date = launch.date or each.date
                return replace(launch, same_as=same, date=date)
    return launch


def _named_again(words: str, product: str) -> tuple[int, int] | None:
    """Where the words speak of the product again and say that it is what follows."""
    for word in product.split():
        if len(word) < SHORTEST:
            continue
        found = re.search(rf"\b{re.escape(word)}\b", words, re.IGNORECASE)
        if found and IDENTITY.search(words, found.end()):
            before = words[max(0, found.start() - 30) : found.start()]
            if SAID_AGAIN.search(before):
                return found.span()
    return None
