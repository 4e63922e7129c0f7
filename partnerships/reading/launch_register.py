"""The products that a text has told of so far, and which of them its words mean."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from partnerships.reading.anycase import AnyCase
from partnerships.reading.context import Context
from partnerships.reading.launch_appositions import apposed, with_lists
from partnerships.reading.launch_called import ByName
from partnerships.reading.launch_kinds import is_another, is_kind, noun_beside, told_of_two
from partnerships.reading.launch_parts import Clause, Product
from partnerships.reading.launch_phrases import Cue
from partnerships.reading.product_tokens import Item
from partnerships.reading.when import When
from partnerships.reading.words import launches as words

TOGETHER = AnyCase(words.TOGETHER)
FRESH = words.INDEFINITE | words.NUMBERED  # what a new product begins with
FRAME = Cue("fruit", 0, 0, "o", "ahead", 0)  # of what no cue but a frame tells


@dataclass
class Register:
    """Finds the product behind a name, a noun phrase or a pronoun, or takes it up as a new one."""

    context: Context
    products: list[Product] = field(default_factory=list)
    by_name: ByName = field(default_factory=ByName)
    focus: list[Product] = field(default_factory=list)
    topic: tuple[Item, Clause] | None = None  # a name that the last sentence is about
    full: dict[str, Item] = field(default_factory=dict)
    seen: dict[str, tuple[Item, Clause]] = field(default_factory=dict)

    def product(self, item: Item, clause: Clause, cue: Cue) -> Product | None:
        if item.kind == "pronoun":
            return self._pronoun(item, clause)
        if item.kind == "name":
            return self.named(item, clause)
        if cue.kind in {"cancel", "delay"} and item.head in words.UNDERTAKINGS:
            return self.focus[0] if self.focus else None
        alias = apposed(clause, item)
        if alias is not None:
            return self.named(alias, clause, item.head)
        meant = self._meant(item, clause)
        if meant is None and item.head in words.GENERIC:
            item = noun_beside(clause, item) or item
        return meant or self._new(item, clause, cue)

    def _pronoun(self, item: Item, clause: Clause) -> Product | None:
        """“It”: a name earlier in the sentence, else what the text is about."""
        for each in clause.items:
            if each.kind != "name" or each.span.end > item.span.start:
                continue
            if self.is_sure(each, clause) and clause.low(each.first - 1) not in {"with", "by"}:
                return self.named(each, clause)
        if self.topic is not None:
            return self.named(*self.topic)
        return self.focus[0] if self.focus else None

    # ---- names ----------------------------------------------------------------------------

    def key(self, item: Item) -> str:
        return item.span.of(self.context.document.shadow).casefold()

    def known(self, item: Item) -> Product | None:
        return self.by_name.find(self.key(item))

    def named(self, item: Item, clause: Clause, head: str = "") -> Product | None:
        product = self.known(item)
        if clause.headline and product is None:
            return None
        if product is None:
            product = self._new_named(item, clause, head)
            self.products.append(product)
            self._adopt(product)
        elif len(self.key(item)) > product.name.end - product.name.start:
            product.name = item.span
        product.head = product.head or head
        product.concept |= self._is_concept(item, clause)
        several = item.last > item.first and item.span.end - item.span.start > 5
        product.shaped |= self.has_shape(item, clause)
        product.sure |= several or bool(product.head) or self.is_sure(item, clause)
        product.sure |= self.is_taken_for_one(item)
        self.by_name.add(self.key(item), product)
        return product

    def _new_named(self, item: Item, clause: Clause, head: str) -> Product:
        """“The Prickle” gets its full name, with its maker's, where the text has that."""
        full = self.full.get(self.key(item))
        product = Product(
            full.span if full else item.span, True, head or self.head_of(item, clause)
        )
        product.block = clause.sentence.block
        if full:
            self.by_name.add(self.key(full), product)
            product.shaped = True
        return product

    def learn(self, clauses: Iterable[Clause]) -> None:
        """Takes up the names that begin with their maker's, under what stands behind it."""
        shadow = self.context.document.shadow
        for clause in clauses:
            for item in clause.items:
                if item.kind != "name" or item.maker is None:
                    continue
                made = self.context.mentions.companies_within(item.span)
                rest = shadow[made[0].span.end : item.span.end].strip() if made else ""
                if rest:
                    self.full.setdefault(rest.casefold(), item)

    def _adopt(self, named: Product) -> None:
        """What was told of the product before it had its name."""
        for each in reversed(self.products[-4:-1]):
            near = 0 <= named.block - each.block <= 2
            if each.named or each.same_as or not near or not each.facts:
                continue
            if each.head in words.MEASURES or "second" in each.modifiers:
                continue
            if each.determiner not in words.INDEFINITE or not is_kind(each.head, named.head):
                continue
            self.merge(each, named)
            break

    def merge(self, unnamed: Product, named: Product) -> None:
        unnamed.same_as = named
        named.facts += unnamed.facts
        named.makers += unnamed.makers
        named.head = named.head or unnamed.head

    # ---- noun phrases ---------------------------------------------------------------------

    def introduced(self, clause: Clause) -> list[Product]:
        """“The Norr Bow has no string.”: the name of what was told of before without one."""
        if not clause.items:
            return []
        name = clause.items[0]
        if self.focus and self.focus[0].several and name.kind == "name":
            return self._each_named(clause)
        if not self.focus or self.focus[0].named or name.kind != "name" or name.first > 1:
            return []
        if not self.is_sure(name, clause) or self.focus[0].determiner not in words.INDEFINITE:
            return []
        product = self.named(name, clause)
        return [product] if product and product.facts else []

    def _each_named(self, clause: Clause) -> list[Product]:
        """“The Arc and the Bow differ”: the names of “two phones”, which share all facts."""
        several, found = self.focus[0], []
        listed = with_lists(clause, clause.items[0])
        for item in clause.items:
            if item.kind != "name" or not (item in listed or self.is_sure(item, clause)):
                continue
            product = self.named(item, clause)
            if product is not None and product is not several:
                product.facts += several.facts
                product.sure = True
                found.append(product)
        return found

    def dated_without_a_name(self) -> When | None:
        """The day of the last product that the text tells of without naming it."""
        for each in reversed(self.products):
            coming = (fact.when for fact in each.facts if fact.when and fact.tense == "ahead")
            when = next(coming, None)
            if not each.named and each.same_as is None and when is not None:
                return when
        return None

    def has_shape(self, item: Item, clause: Clause) -> bool:
        """Whether the name is that of a product: its maker's, a number, or what it is beside it."""
        text = item.span.of(self.context.document.shadow)
        if item.maker is not None or (item.last > item.first and text[-1].isdigit()):
            return True
        return self.head_of(item, clause) != ""

    def head_of(self, item: Item, clause: Clause) -> str:
        """The noun that the sentence gives the name: “the Tern, a city car”."""
        nouns = (each for each in clause.near(item) if each.kind == "noun")
        return next((each.head for each in nouns if apposed(clause, each) is item), "")

    def _is_concept(self, item: Item, clause: Clause) -> bool:
        """“The Vela, a concept car”: shown, but never to be sold."""
        nouns = (each for each in clause.near(item) if each.kind == "noun")
        return any("concept" in each.modifiers and apposed(clause, each) is item for each in nouns)

    def is_taken_for_one(self, item: Item) -> bool:
        """Whether the words around the name, anywhere in the text, say so."""
        mentions = self.context.mentions
        return any(
            mentions.entity(each).kind == "product" and each.span == item.span
            for each in mentions.within(item.span)
        )

    def is_sure(self, item: Item, clause: Clause) -> bool:
        """Whether the name looks like one of a product, whatever is told of it."""
        text = item.span.of(self.context.document.shadow)
        if any(letter.isdigit() for letter in text) or item.maker is not None:
            return True
        if clause.low(item.first - 1) == "whose":
            return True
        alone = len(clause.tokens) <= item.last - item.first + 3 and item.last > item.first
        if item.last < item.first or alone:
            return True
        before = clause.low(item.first - 1)
        if (
            before in {"the", "its", "their", "a", "an"}
            or clause.gap(item.span.start - 3, item.span.start) == "'s "
        ):
            return True
        return self.head_of(item, clause) != ""

    def _meant(self, item: Item, clause: Clause) -> Product | None:
        """“The phone”, “this watch”: a product that is known, by its kind or by its name."""
        if item.modifiers[:1] == ("own",):  # “Norr's own bow” is the Norr Bow
            named = self.seen.get(f"{item.determiner} {item.head}")
            return self.named(*named) if named else None
        if item.determiner not in {"the", "this", "that", "these", "both", "its", "their"}:
            return None
        if set(item.modifiers) & words.NEW - {"new", "latest"}:
            return None
        recent = [*self.focus, *reversed(self.products[-8:])]
        for each in recent:
            if is_another(each, item):
                continue
            if each.head and (each.head == item.head or is_kind(each.head, item.head, strict=True)):
                return each
            name = each.name.of(self.context.document.shadow).casefold().split()
            if item.head in name:
                return each
        for key, (seen, where) in reversed(self.seen.items()):
            if item.head in key.split()[1:] and self.is_sure(seen, where):
                return self.named(seen, where)
            if key in self.by_name or not self.is_sure(seen, where):
                continue
            if is_kind(self.head_of(seen, where), item.head, strict=True):
                return self.named(seen, where)
        if item.determiner in {"its", "their"} or set(item.modifiers) - {"new", "latest"}:
            return None
        if self.topic is not None and not self.head_of(*self.topic):
            return self.named(*self.topic)
        if self.focus and (item.head in words.GENERIC or not self.focus[0].head):
            return self.focus[0]
        return None

    def _new(self, item: Item, clause: Clause, cue: Cue) -> Product | None:
        """A product without a name, where the words leave no doubt that it is one."""
        modifiers = set(item.modifiers)
        if clause.headline or (modifiers & words.OLD and not modifiers & words.NEW):
            return None
        fresh = item.determiner in FRESH or bool(modifiers & words.NEW)
        if not fresh and cue.kind not in {"cancel", "delay"}:
            return None
        if item.head in words.NEVER_ALONE and not modifiers:
            return None
        if not fresh and not modifiers:
            return None
        last = item.span.of(clause.shadow).rsplit(" ", 1)[-1].casefold()
        if item.head in words.MEASURES and last.rstrip("s") in words.NO_VERSION:
            return None
        bare = item.head in words.NOT_ALONE and not modifiers and item.last == item.first
        if bare and cue.kind not in {"launch", "cancel", "sale"}:
            return None
        if cue.kind in {"make", "show"} and not self._is_planned(item, clause, cue):
            return None
        return self._taken_up(item, clause)

    def _is_planned(self, item: Item, clause: Clause, cue: Cue) -> bool:
        if cue.kind == "show" and cue.tense == "ahead":
            return True
        working = clause.low(cue.first) in words.AT_WORK
        if working and item.determiner in {"a", "an", "another"}:
            return True
        together = bool(TOGETHER.search(clause.sentence.span.of(clause.shadow)))
        together |= cue.tense == "ahead" and told_of_two(self.context.mentions, clause, cue)
        return together and (cue.tense != "now" or cue.form != "base")

    def _taken_up(self, item: Item, clause: Clause) -> Product:
        key = self.key(item)
        text = self.context.document.shadow
        for each in self.products:
            if not each.named and each.name.of(text).casefold() == key:
                return each.same_as or each
        product = Product(item.span, False, item.head, item.determiner, item.modifiers)
        product.block = clause.sentence.block
        product.several = item.determiner in words.NUMBERED or bool(
            words.NUMBERED.intersection(item.modifiers)
        )
        self.products.append(product)
        return product
