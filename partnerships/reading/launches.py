"""What comes to market: products with or without a name, their makers and their dates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Launch, Partnership
from partnerships.reading.launch_appositions import apposed, left_edge, with_lists
from partnerships.reading.launch_cues import find_cues
from partnerships.reading.launch_facts import Times, day_in_brackets, fact_of
from partnerships.reading.launch_frames import (
    bare_facts,
    dated_fact,
    example_fact,
    joint_fact,
    plain_fact,
)
from partnerships.reading.launch_parts import Clause, Fact, Product
from partnerships.reading.launch_phrases import Cue
from partnerships.reading.launch_register import FRAME, Register
from partnerships.reading.launch_rows import Rows
from partnerships.reading.launch_rules import RULES
from partnerships.reading.launch_targets import is_put_into, targets
from partnerships.reading.product_tokens import Item
from partnerships.reading.product_words import Names
from partnerships.reading.products import find_items
from partnerships.reading.text import Sentence
from partnerships.reading.when import When
from partnerships.reading.words import launches as words

PLURAL = words.TRADE | {"they", "both"}
ASIDE = {"about", "caption"}  # blocks that tell of no launch
__all__ = ["RULES", "find_launches"]


def find_launches(context: Context, partnerships: Sequence[Partnership]) -> tuple[Launch, ...]:
    """One a product or family, in the order of the text."""
    reader = _Reader(context)
    blocks = context.document.blocks
    sentences = [each for each in context.document.prose if blocks[each.block].kind not in ASIDE]
    clauses = list(filter(None, map(reader.clause, sentences)))
    reader.register.learn(clauses)
    # Titles last: they name nothing that the text below does not name.
    for clause in sorted(clauses, key=lambda each: each.headline):
        reader.read(clause)
    return tuple(Rows(context, partnerships).all(reader.register.products))


class _Reader:
    """Goes through the sentences and gathers what each tells of which product."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.names = Names(context)
        self.times = Times(context)
        self.register = Register(context)

    def read(self, clause: Clause) -> None:
        self.register.seen |= {
            self.register.key(each): (each, clause) for each in clause.items if each.kind == "name"
        }
        before = self.register.focus
        told = [*self._framed(clause), *self._cued(clause), *self._dated_only(clause)]
        if all(each.facts[-1].kind == "live" for each in told):
            self.register.focus = before
            told = self.register.introduced(clause) or told
        if not told:
            self._dated_later(clause)
        self._set_focus(clause, told)

    def _dated_later(self, clause: Clause) -> None:
        """“Norr will launch the Bow 3. That will be in June.”"""
        product = self.register.focus[0] if self.register.focus else None
        dates = self.times.within(clause.sentence.span)
        if product is None or len(dates) != 1 or any(each.when for each in product.facts):
            return
        names = any(each.kind == "name" for each in clause.items)
        last = product.facts[-1] if product.facts else None
        near = last and 0 <= clause.sentence.span.start - last.sentence.end <= 3
        if last is None or last.kind not in {"sale", "launch", "due", "make", "fruit"}:
            return
        if last.kind == "make" and last.tense != "ahead":
            return
        if near and not names and len(clause.tokens) < 18:
            product.facts.append(
                replace(last, when=dates[0], tense="now", sentence=clause.sentence.span)
            )

    def _cued(self, clause: Clause) -> list[Product]:
        """What the cues of the sentence tell of; one of them may tell for the one before it."""
        told: list[Product] = []
        last: list[Product] = []
        number = 0
        while number < len(clause.cues):
            cue = clause.cues[number]
            joined = _goes_on(clause, number)
            fact = fact_of(self.times, clause, number + joined)
            if joined and cue.kind == "show" and fact is not None:
                fact = replace(fact, kind="show")  # the day on which orders can be placed
            last = self._told(clause, cue, fact, last) if fact is not None else []
            told += last
            number += 1 + joined
        return told

    def _framed(self, clause: Clause) -> list[Product]:
        """What the frames of the sentence tell of."""
        told = []
        for item, fact in bare_facts(clause, self.times):
            product = self.register.product(item, clause, FRAME)
            if product is None:
                continue
            pointed = self.register.dated_without_a_name() if fact.points else None
            product.facts.append(replace(fact, when=pointed) if fact.points else fact)
            self._makers(product, item, clause)
            told.append(product)
        self.register.focus = told or self.register.focus
        return told

    def _dated_only(self, clause: Clause) -> list[Product]:
        """Products that the text dates by no verb of launching: “the Bow 3 (2019)”."""
        told = []
        for item in clause.items:
            known = self.register.known(item) if item.kind == "name" else None
            if item.kind != "name" or clause.headline or (known and known.facts):
                continue
            if clause.low(item.last + 1) in words.COMPONENTS:
                continue
            fact = self._bare_fact(item, clause)
            product = self.register.named(item, clause) if fact else None
            if product is not None and fact is not None:
                product.facts.append(fact)
                self._makers(product, item, clause)
                told.append(product)
        return told

    def _bare_fact(self, item: Item, clause: Clause) -> Fact | None:
        bracketed = clause.gap(item.span.end, item.span.end + 2) == " ("
        several = item.last > item.first and self.register.is_sure(item, clause)
        if not bracketed and not several and not self.register.has_shape(item, clause):
            return None
        return (
            dated_fact(clause, self.times, item)
            or joint_fact(clause, self.times, item)
            or example_fact(clause, self.times, item)
            or self._of_two(item, clause)
        )

    def _of_two(self, item: Item, clause: Clause) -> Fact | None:
        """What a sentence that names two companies with a product tells of it."""
        mentions = self.context.mentions
        found = {each.entity for each in mentions.companies_within(clause.sentence.span)}
        if len(found) < 2 or not self.register.has_shape(item, clause):
            return None
        beside = clause.low(left_edge(clause, item) - 1)
        sure = self.register.is_sure(item, clause) and item.maker is None
        if is_put_into(clause, item) or not (sure or self.times.within(clause.sentence.span)):
            return None
        if clause.low(item.first - 1) in words.PREPOSITIONS or beside in words.COMPARING:
            return None
        return plain_fact(clause, self.times, item)

    def clause(self, sentence: Sentence) -> Clause | None:
        tokens, items = find_items(self.names, sentence.span)
        if not tokens:
            return None
        document = self.context.document
        headline = document.blocks[sentence.block].kind in {"headline", "heading"}
        cues = find_cues(tokens)
        return Clause(sentence, document.shadow, tokens, items, cues, headline)

    def _told(self, clause: Clause, cue: Cue, fact: Fact, last: list[Product]) -> list[Product]:
        """The products of a cue, each with its new fact."""
        joined = clause.low(cue.verb - 1) in {"and", "but", "then", "or"} or _trails(clause, cue)
        if joined and last and cue.side != "o":
            for product in last:
                product.facts.append(fact)
            return last
        for first in targets(clause, cue):
            found = list(self._added(clause, cue, fact, first))
            if found:
                self.register.focus = found
                return found
        return []

    def _added(self, clause: Clause, cue: Cue, fact: Fact, first: Item) -> Iterator[Product]:
        """The product of a candidate and of those listed with it, with the fact added to each."""
        alias = apposed(clause, first) if first.kind == "noun" else None
        if clause.low(first.first) in PLURAL and len(self.register.focus) > 1:
            for each in self.register.focus:
                each.facts.append(fact)
                yield each
            return
        items = [first, *with_lists(clause, alias or first)[1:]]
        days = self._respective(clause, len(items))
        for item in items:
            product = self.register.product(item, clause, cue)
            if product is not None:
                number = sum(each.span < item.span for each in items)
                when = days[number] if days else day_in_brackets(self.times, clause, item)
                product.facts.append(replace(fact, when=when) if when else fact)
                if item.kind != "pronoun":
                    self._makers(product, item, clause)
                yield product

    def _respective(self, clause: Clause, number: int) -> Sequence[When]:
        """The days of as many products: “in June and July respectively”."""
        days = self.times.within(clause.sentence.span)
        if number < 2 or len(days) != number:
            return ()
        return days if any(each.low == "respectively" for each in clause.tokens) else ()

    def _set_focus(self, clause: Clause, told: list[Product]) -> None:
        mentioned = [
            known
            for each in clause.items
            if each.kind == "name" and (known := self.register.known(each)) is not None
        ]
        recent = list({id(each): each.same_as or each for each in told or mentioned}.values())
        if recent:
            self.register.focus, self.register.topic = recent, None
        else:
            self.register.topic = self._topic(clause)

    def _topic(self, clause: Clause) -> tuple[Item, Clause] | None:
        for item in clause.items:
            before = clause.low(item.first - 1)
            leads = item.kind == "name" and before not in words.PREPOSITIONS
            if leads and self.register.is_sure(item, clause):
                return item, clause
        return self.register.topic

    def _makers(self, product: Product, item: Item, clause: Clause) -> None:
        mentions = self.context.mentions
        found = [each for each in mentions.companies_within(item.span) if each.span != item.span]
        if not found:
            near = mentions.companies_within(clause.sentence.span)
            left = [each for each in near if each.span.end <= item.span.start]
            found = left[-1:] or list(near[:1])
        for each in found:
            name = mentions.entity(each).name
            if name not in {other.value for other in product.makers}:
                product.makers.append(Field(name, each.span, "maker"))


def _trails(clause: Clause, cue: Cue) -> bool:
    """“It is late, arriving in August”."""
    if cue.form != "ing" or cue.side != "s" or not cue.verb:
        return False
    return clause.gap(clause.tokens[cue.verb - 1].end, clause.tokens[cue.verb].start) == ", "


def _goes_on(clause: Clause, number: int) -> bool:
    """Whether the next verb tells of this noun: “the launch of X is planned for June”."""
    cue, following = clause.cues[number], clause.cues[number + 1 : number + 2]
    if not cue.loose or not following or following[0].side == "o":
        return False
    gap = clause.gap(clause.tokens[cue.last].end, clause.tokens[following[0].verb].start)
    return len(gap) < 70 and not set(",;:") & set(gap) and " and " not in gap[-6:]
