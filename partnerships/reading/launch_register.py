"""The products that a text has told of so far, and which of them its words mean."""

import re
from dataclasses import dataclass, field

from partnerships.reading.context import Context
from partnerships.reading.launch_cues import Cue
from partnerships.reading.launch_parts import Clause, Product
from partnerships.reading.launch_targets import apposed
from partnerships.reading.products import Item
from partnerships.reading.words import launches as words

TOGETHER = re.compile(words.TOGETHER, re.IGNORECASE)
GENERIC = frozenset("product model device thing item version edition successor novelty".split())
SAME_KIND = (
    frozenset("smartphone phone telephone handset mobile flagship foldable device".split()),
    frozenset("car vehicle automobile suv sedan saloon hatchback coupe ev crossover van".split()),
    frozenset("drug medicine treatment therapy injection pill vaccine tablet".split()),
    frozenset("game title sequel videogame remake".split()),
    frozenset("shoe sneaker trainer boot".split()),
    frozenset("watch smartwatch wearable".split()),
    frozenset("app application software platform service tool assistant".split()),
    frozenset("drink beverage beer spritz lemonade".split()),
    frozenset("headphones earbuds earphones headset speaker soundbar".split()),
    frozenset("collection line range capsule series family".split()),
)


@dataclass
class Register:
    """Finds the product behind a name, a noun phrase or a pronoun, or takes it up as a new one."""

    context: Context
    products: list[Product] = field(default_factory=list)
    by_name: dict[str, Product] = field(default_factory=dict)
    focus: list[Product] = field(default_factory=list)

    def product(self, item: Item, clause: Clause, cue: Cue) -> Product | None:
        if item.kind == "pronoun":
            return self.focus[0] if self.focus else None
        if item.kind == "name":
            return self.named(item, clause)
        alias = apposed(clause, item)
        if alias is not None:
            return self.named(alias, clause, item.head)
        return self._meant(item) or self._new(item, clause, cue)

    # ---- names ----------------------------------------------------------------------------

    def key(self, item: Item) -> str:
        return item.span.of(self.context.document.shadow).casefold()

    def known(self, item: Item) -> Product | None:
        key = self.key(item)
        return self.by_name.get(key) or self._by_part(key)

    def named(self, item: Item, clause: Clause, head: str = "") -> Product | None:
        if clause.headline and not self._stands_elsewhere(item):
            return None
        product = self.known(item)
        if product is None:
            noun = next(
                (
                    each
                    for each in clause.items
                    if not head and each.kind == "noun" and apposed(clause, each) is item
                ),
                None,
            )
            product = Product(item.span, True, head or (noun.head if noun else ""))
            product.block = clause.sentence.block
            self.products.append(product)
            self._adopt(product)
        elif len(self.key(item)) > product.name.end - product.name.start:
            product.name = item.span
        product.head = product.head or head
        self.by_name[self.key(item)] = product
        return product

    def _stands_elsewhere(self, item: Item) -> bool:
        document = self.context.document
        return item.span.of(document.narration) in document.narration[document.blocks[0].span.end :]

    def _by_part(self, key: str) -> Product | None:
        """“The Prickle” is the Hoot Prickle: the end of one name that is known."""
        fits = {
            id(each): each
            for name, each in self.by_name.items()
            if name.endswith(" " + key) or key.endswith(" " + name)
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

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

    def _meant(self, item: Item) -> Product | None:
        """“The phone”, “this watch”: a product that is known, by its kind or by its name."""
        if item.determiner not in {"the", "this", "that", "these", "both", "its", "their"}:
            return None
        if set(item.modifiers) & words.NEW - {"new", "latest"}:
            return None
        recent = [*self.focus, *reversed(self.products[-8:])]
        for each in recent:
            if each.head and (each.head == item.head or is_kind(each.head, item.head, strict=True)):
                return each
            name = each.name.of(self.context.document.shadow).casefold().split()
            if item.head in name:
                return each
        if item.determiner in {"its", "their"} or item.modifiers:
            return None
        if self.focus and (item.head in GENERIC or not self.focus[0].head):
            return self.focus[0]
        return None

    def _new(self, item: Item, clause: Clause, cue: Cue) -> Product | None:
        """A product without a name, where the words leave no doubt that it is one."""
        modifiers = set(item.modifiers)
        if clause.headline or (modifiers & words.OLD and not modifiers & words.NEW):
            return None
        fresh = item.determiner in words.INDEFINITE or bool(modifiers & words.NEW)
        if not fresh and cue.kind not in {"cancel", "delay"}:
            return None
        if not fresh and not modifiers:
            return None
        if item.head in words.NOT_ALONE and not modifiers and item.last == item.first:
            if cue.kind not in {"launch", "cancel", "sale"} or item.head in words.NEVER_ALONE:
                return None
        if cue.kind in {"make", "show"} and not self._is_planned(item, clause, cue):
            return None
        return self._taken_up(item, clause)

    def _is_planned(self, item: Item, clause: Clause, cue: Cue) -> bool:
        if cue.kind == "show" and cue.tense == "ahead":
            return True
        together = bool(TOGETHER.search(clause.sentence.span.of(clause.shadow)))
        return together and (cue.tense != "now" or cue.form != "base")

    def _taken_up(self, item: Item, clause: Clause) -> Product:
        key = self.key(item)
        text = self.context.document.shadow
        for each in self.products:
            if not each.named and each.name.of(text).casefold() == key:
                return each.same_as or each
        product = Product(item.span, False, item.head, item.determiner, item.modifiers)
        product.block = clause.sentence.block
        self.products.append(product)
        return product


def is_kind(one: str, other: str, *, strict: bool = False) -> bool:
    """Whether two nouns may call the same thing; an unknown one may, unless that is too weak."""
    if not one or not other:
        return not strict
    return one == other or any({one, other} <= each for each in SAME_KIND)
