"""A product while the text is read, and the facts that are told of it."""

from bisect import bisect_left
from dataclasses import dataclass, field

from partnerships.reading.findings import Field, Span
from partnerships.reading.launch_phrases import Cue, CueKind, Tense
from partnerships.reading.product_tokens import Item, Token
from partnerships.reading.text import Sentence
from partnerships.reading.when import When


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a sentence tells of a product."""

    kind: CueKind
    tense: Tense
    hedged: bool
    when: When | None
    words: Span
    sentence: Span
    former: bool = False  # a plan that need not hold any more
    points: bool = False  # that a rumour names what was told of without a name


@dataclass(slots=True)
class Product:
    """`head` is the noun that says what it is, `same_as` the product that it turned out to be."""

    name: Span
    named: bool
    head: str = ""
    determiner: str = ""
    modifiers: tuple[str, ...] = ()
    facts: list[Fact] = field(default_factory=list)
    makers: list[Field] = field(default_factory=list)
    same_as: "Product | None" = None
    block: int = 0
    concept: bool = False  # shown, but never to be sold
    several: bool = False  # some products that get their names later: “two phones”
    sure: bool = False  # that its name looks like one of a product
    shaped: bool = False  # that it is one without doubt


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its words, its candidates and its cues."""

    sentence: Sentence
    shadow: str
    tokens: list[Token]
    items: list[Item]
    cues: list[Cue]
    headline: bool

    def gap(self, start: int, end: int) -> str:
        return self.shadow[start:end]

    def near(self, item: Item) -> list[Item]:
        """The candidates close to one, itself among them: long lists stay cheap."""
        place = bisect_left(self.items, item.span.start, key=lambda each: each.span.start)
        return self.items[max(0, place - 8) : place + 9]

    def low(self, number: int) -> str:
        return self.tokens[number].low if 0 <= number < len(self.tokens) else ""
