"""Whether two phrases may call the same product, by the nouns in them."""

import re

from partnerships.reading.findings import Span
from partnerships.reading.launch_parts import Clause, Product
from partnerships.reading.launch_phrases import Cue
from partnerships.reading.mentions import Mentions
from partnerships.reading.product_tokens import Item
from partnerships.reading.words import launches as words


def is_another(product: Product, item: Item) -> bool:
    """“The insulin patch” is no pain patch."""
    said = set(item.modifiers) - words.NEW - words.OLD
    return (
        not product.named
        and bool(said)
        and bool(product.modifiers)
        and (not said & set(product.modifiers))
    )


def is_kind(one: str, other: str, *, strict: bool = False) -> bool:
    """Whether two nouns may call the same thing; an unknown one may, unless that is too weak."""
    if not one or not other:
        return not strict
    return one == other or any({one, other} <= each for each in words.SAME_KIND)


def noun_beside(clause: Clause, item: Item) -> Item | None:
    """“Its second product, a kelp sausage,”: the noun that says more."""
    for each in clause.items:
        if each.kind == "noun" and each.span.start >= item.span.end:
            gap = clause.gap(item.span.end, each.span.start)
            return each if re.fullmatch(r",? (?:an?|two|three|four) ", gap) else None
    return None


def told_of_two(mentions: Mentions, clause: Clause, cue: Cue) -> bool:
    """“Norr and Vale have agreed to develop a lamp”: two companies stand before the verb."""
    before = Span(clause.sentence.span.start, clause.tokens[cue.verb].start)
    return len({each.entity for each in mentions.companies_within(before)}) > 1
