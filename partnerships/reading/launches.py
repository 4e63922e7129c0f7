"""What comes to market: products with or without a name, their makers and their dates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Launch, Partnership
from partnerships.reading.launch_cues import Cue, CueKind, find_cues
from partnerships.reading.launch_facts import Times, fact_of
from partnerships.reading.launch_frames import bare_facts, dated_fact, joint_fact
from partnerships.reading.launch_outcome import Outcome
from partnerships.reading.launch_parts import Clause, Fact, Product
from partnerships.reading.launch_register import TOGETHER, Register
from partnerships.reading.launch_targets import targets, with_lists
from partnerships.reading.products import Item, Names, find_items
from partnerships.reading.rules import Rule
from partnerships.reading.text import Sentence

RULES = (
    Rule(
        "launched by a verb",
        "The text says that it is launched, released or introduced.",
        "Norr has launched the Norr Bow 3 today.",
        "Norr has bought a house in Basel today.",
    ),
    Rule(
        "goes on sale",
        "The text says that it goes on sale, or can be had.",
        "The Norr Bow 3 goes on sale on 4 July.",
        "The Norr works in Basel are for sale.",
    ),
    Rule(
        "shown",
        "The text says that it was shown or announced.",
        "Norr showed the Norr Bow 3 at a fair in Basel.",
        "The bow maker Norr showed a profit of two million.",
    ),
    Rule(
        "due on a day",
        "The text says when it is due.",
        "The Norr Bow 3 is due in July.",
        "The rent of the Norr works is due in July.",
    ),
    Rule(
        "fruit of a partnership",
        "The text says that it came out of a partnership.",
        "Norr and Vale have teamed up. The first fruit of the partnership is the Norr Bow 3.",
        "Norr and Vale have teamed up. They are proud of it.",
    ),
    Rule(
        "made together",
        "The text says that several companies made it together.",
        "Norr and Vale have worked together since 2016. They made the Norr Bow 3 together.",
        "Norr and Vale have worked together since 2016.",
    ),
    Rule(
        "delayed",
        "The text says that it comes later than was told.",
        "Norr delayed the Norr Bow 3 from May to July.",
        "The train from Basel was delayed.",
    ),
    Rule(
        "cancelled",
        "The text says that it will not come.",
        "Norr cancelled the Norr Bow 3.",
        "The bow maker Norr cancelled a meeting in Basel.",
    ),
)
FRAME = Cue("fruit", 0, 0, "o", "ahead", 0)
RULE_OF: dict[CueKind, str] = {
    "cancel": "cancelled",
    "delay": "delayed",
    "sale": "goes on sale",
    "launch": "launched by a verb",
    "due": "due on a day",
    "show": "shown",
    "fruit": "fruit of a partnership",
    "make": "made together",
    "live": "already sold",
}


def find_launches(context: Context, partnerships: Sequence[Partnership]) -> tuple[Launch, ...]:
    """One a product or family, in the order of the text."""
    reader = _Reader(context, partnerships)
    titles = []
    for sentence in context.document.prose:
        kind = context.document.blocks[sentence.block].kind
        if kind in {"headline", "heading"}:
            titles.append(sentence)
        elif kind not in {"about", "caption"}:
            reader.read(sentence)
    for sentence in titles:  # last: they name nothing that the text below does not name
        reader.read(sentence)
    return tuple(reader.launches())


class _Reader:
    """Goes through the sentences and gathers what each tells of which product."""

    def __init__(self, context: Context, partnerships: Sequence[Partnership]) -> None:
        self.context = context
        self.partnerships = partnerships
        self.names = Names(context)
        self.times = Times(context)
        self.register = Register(context)
        self.outcome = Outcome(context.published)

    def read(self, sentence: Sentence) -> None:
        clause = self._clause(sentence)
        if clause is None:
            return
        self.register.seen.update(
            {
                self.register.key(each): (each, clause)
                for each in clause.items
                if each.kind == "name"
            }
        )
        told = self._framed(clause)
        last: list[Product] = []
        skipped = False
        for number, cue in enumerate(clause.cues):
            if skipped:
                skipped = False
                continue
            skipped = _goes_on(clause, number)
            fact = fact_of(self.times, clause, number + skipped)
            if skipped and cue.kind == "show" and fact is not None:
                fact = replace(fact, kind="show")  # the day on which orders can be placed
            last = self._told(clause, cue, fact, last) if fact is not None else []
            told += last
        told += self._dated_only(clause)
        self._set_focus(clause, told)

    def _framed(self, clause: Clause) -> list[Product]:
        """What the frames of the sentence tell of."""
        told = []
        for item, fact in bare_facts(clause, self.times):
            product = self.register.product(item, clause, FRAME)
            if product is None:
                continue
            if fact.points:
                fact = replace(fact, when=self.register.dated_without_a_name())
            product.facts.append(fact)
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
            fact = None
            if self.register.has_shape(item, clause):
                fact = dated_fact(clause, self.times, item) or joint_fact(clause, self.times, item)
            product = self.register.named(item, clause) if fact else None
            if product is not None and fact is not None:
                product.facts.append(fact)
                self._makers(product, item, clause)
                told.append(product)
        return told

    def _clause(self, sentence: Sentence) -> Clause | None:
        tokens, items = find_items(self.names, sentence.span)
        if not items or not tokens:
            return None
        document = self.context.document
        headline = document.blocks[sentence.block].kind in {"headline", "heading"}
        cues = find_cues(tokens)
        return Clause(sentence, document.shadow, tokens, items, cues, headline)

    def _told(self, clause: Clause, cue: Cue, fact: Fact, last: list[Product]) -> list[Product]:
        """The products of a cue, each with its new fact."""
        joined = clause.low(cue.verb - 1) in {"and", "but", "then", "or"}
        if joined and last and cue.side != "o":
            for product in last:
                product.facts.append(fact)
            return last
        for first in targets(clause, cue):
            found = []
            for item in with_lists(clause, first):
                product = self.register.product(item, clause, cue)
                if product is None:
                    continue
                product.facts.append(fact)
                if item.kind != "pronoun":
                    self._makers(product, item, clause)
                found.append(product)
            if found:
                self.register.focus = found
                return found
        return []

    def _set_focus(self, clause: Clause, told: list[Product]) -> None:
        if not told:
            told = self.register.introduced(clause)
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
            if item.kind == "name" and self.register.is_sure(item, clause):
                if before not in {"with", "by", "of", "for", "to", "in", "at", "from", "than"}:
                    return item, clause
        return self.register.topic

    # ---- whose it is ----------------------------------------------------------------------

    def _makers(self, product: Product, item: Item, clause: Clause) -> None:
        mentions = self.context.mentions
        found = list(mentions.companies_within(item.span))
        if not found:
            near = mentions.companies_within(clause.sentence.span)
            left = [each for each in near if each.span.end <= item.span.start]
            found = left[-1:] or list(near[:1])
        for each in found:
            name = mentions.entity(each).name
            if name not in {other.value for other in product.makers}:
                product.makers.append(Field(name, each.span, "maker"))

    def _partnership(self, product: Product) -> Partnership | None:
        shadow = self.context.document.shadow
        makers = {each.value for each in product.makers}
        for fact in product.facts:
            for each in self.partnerships:
                if any(place.overlaps(fact.sentence) for place in each.evidence):
                    return each
        for fact in product.facts:
            if fact.kind == "fruit" or TOGETHER.search(fact.sentence.of(shadow)):
                for each in self.partnerships:
                    if makers & {other.value for other in each.participants}:
                        return each
        return None

    # ---- the rows -------------------------------------------------------------------------

    def launches(self) -> Iterator[Launch]:
        for each in sorted(self.register.products, key=lambda product: product.name):
            if each.same_as is None and self._is_launch(each):
                yield self._row(each)

    def _is_launch(self, product: Product) -> bool:
        kinds = {each.kind for each in product.facts}
        if product.named and not product.sure and not kinds & {"launch", "name", "delay", "cancel"}:
            return False
        if kinds - {"make", "name", "live"} or ("live" in kinds and product.shaped):
            return True
        shadow = self.context.document.shadow
        return any(
            each.kind == "make"
            and (each.tense == "ahead" or TOGETHER.search(each.sentence.of(shadow)))
            for each in product.facts
        )

    def _row(self, product: Product) -> Launch:
        status, date = self.outcome.of(product.facts)
        partnership = self._partnership(product)
        companies = list(product.makers)
        if partnership is not None:
            have = {each.value for each in companies}
            companies += [each for each in partnership.participants if each.value not in have]
        text = self.context.document.text
        return Launch(
            product=Field(product.name.of(text), product.name, "name" if product.named else "noun"),
            named=product.named,
            companies=tuple(companies),
            status=status,
            rule=_rule(product.facts),
            evidence=tuple(dict.fromkeys(each.sentence for each in product.facts)),
            date=date,
            partnership=(
                frozenset(each.value for each in partnership.participants) if partnership else None
            ),
        )


def _goes_on(clause: Clause, number: int) -> bool:
    """Whether the next verb tells of this noun: “the launch of X is planned for June”."""
    cue, following = clause.cues[number], clause.cues[number + 1 : number + 2]
    if not cue.loose or not following or following[0].side == "o":
        return False
    gap = clause.gap(clause.tokens[cue.last].end, clause.tokens[following[0].verb].start)
    return len(gap) < 70 and not set(",;:") & set(gap) and " and " not in gap[-6:]


def _rule(facts: Sequence[Fact]) -> str:
    kinds = {each.kind for each in facts}
    return next((rule for kind, rule in RULE_OF.items() if kind in kinds), "launched by a verb")
