"""The products of a text as launches: which of them count, and what is filed of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Launch, Partnership, Span
from partnerships.reading.launch_outcome import Outcome
from partnerships.reading.launch_parts import Product
from partnerships.reading.launch_register import TOGETHER
from partnerships.reading.launch_rules import rule_of

NEXT = 3  # characters at most between a sentence and the one before
STRONG = {"launch", "name", "delay", "cancel"}  # kinds of fact that a weak name needs


@dataclass(frozen=True)
class Rows:
    """`partnerships` are those of the text, out of which a product may have come."""

    context: Context
    partnerships: Sequence[Partnership]

    @cached_property
    def by_sentence(self) -> dict[Span, Partnership]:
        """The first one that each sentence tells of."""
        return {place: each for each in reversed(self.partnerships) for place in each.evidence}

    def _partnership(self, product: Product) -> Partnership | None:
        shadow = self.context.document.shadow
        makers = {each.value for each in product.makers}
        for fact in product.facts:
            if fact.sentence in self.by_sentence:
                return self.by_sentence[fact.sentence]
        for fact in product.facts:
            if fact.kind == "fruit" or TOGETHER.search(fact.sentence.of(shadow)):
                for each in self.partnerships:
                    if makers & {other.value for other in each.participants}:
                        return each
        return None if makers else self._told_just_before(product)

    def _told_just_before(self, product: Product) -> Partnership | None:
        """“Norr and Vale announced an alliance. The first jointly developed phone will …”"""
        for fact in product.facts:
            if not TOGETHER.search(fact.sentence.of(self.context.document.shadow)):
                continue
            for each in self.partnerships:
                gaps = [fact.sentence.start - place.end for place in each.evidence]
                if each.status.value != "ended" and any(0 <= gap <= NEXT for gap in gaps):
                    return each
        return None

    def all(self, products: Sequence[Product]) -> Iterator[Launch]:
        for each in sorted(products, key=lambda product: product.name):
            if (
                each.same_as is None
                and not (each.several or each.concept)
                and self._is_launch(each)
            ):
                yield self._row(each)

    def _is_launch(self, product: Product) -> bool:
        kinds = {each.kind for each in product.facts}
        if product.named and not product.sure and not kinds & STRONG:
            return False
        if product.named and not product.head and not product.shaped and self._is_bare(product):
            return False
        if kinds - {"make", "name", "live"} or (product.shaped and self._is_sold(product)):
            return True
        shadow = self.context.document.shadow
        joint = bool(product.head) and product.named and len(product.makers) > 1
        return any(
            each.kind == "make"
            and (
                (each.tense == "ahead" and (product.named or each.when))
                or (each.when and (product.shaped or joint))
                or TOGETHER.search(each.sentence.of(shadow))
            )
            for each in product.facts
        )

    def _is_bare(self, product: Product) -> bool:
        """Whether the text only tells that it is planned, and no day."""
        weak = all(each.kind in {"make", "due", "live"} for each in product.facts)
        return weak and all(each.tense == "ahead" and not each.when for each in product.facts)

    def _is_sold(self, product: Product) -> bool:
        return any(each.kind == "live" and each.tense != "ahead" for each in product.facts)

    def _row(self, product: Product) -> Launch:
        status, date = Outcome(self.context.published).of(product.facts)
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
            rule=rule_of(product.facts),
            evidence=tuple(dict.fromkeys(each.sentence for each in product.facts)),
            date=date,
            partnership=(
                frozenset(each.value for each in partnership.participants) if partnership else None
            ),
        )
