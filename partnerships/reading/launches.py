"""What comes to market: products with or without a name, their makers and their dates."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from partnerships.dates import DateError, parse
from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Launch, LaunchStatus, Partnership, Span
from partnerships.reading.products import Item, Names, Token, find_items
from partnerships.reading.rules import Rule
from partnerships.reading.text import Sentence
from partnerships.reading.when import When
from partnerships.reading.words import launches as words

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
CueKind: TypeAlias = Literal["sale", "launch", "show", "make", "due", "delay", "cancel", "fruit"]
Form: TypeAlias = Literal["base", "s", "past", "part", "ing"]
FORMS: tuple[Form, ...] = ("base", "s", "past", "part", "ing")
FRUIT = re.compile(words.FRUIT, re.IGNORECASE)
TOGETHER = re.compile(words.TOGETHER, re.IGNORECASE)
HEDGE = re.compile(words.HEDGE, re.IGNORECASE)


def _verbs() -> dict[str, tuple[tuple[CueKind, Form], ...]]:
    tables: tuple[tuple[CueKind, tuple[str, ...]], ...] = (
        ("launch", words.LAUNCHING),
        ("show", words.SHOWING),
        ("make", words.MAKING),
        ("sale", words.COMING),
        ("delay", words.DELAYING),
        ("cancel", words.CANCELLING),
    )
    found: dict[str, tuple[tuple[CueKind, Form], ...]] = {}
    for kind, lines in tables:
        for line in lines:
            for form, word in zip(FORMS, line.split(), strict=True):
                found.setdefault(word, ((kind, form),))
    return found


VERBS = _verbs()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that launch something; `subject` tells that the product stands before them."""

    kind: CueKind
    first: int
    last: int
    form: Form
    subject: bool
    future: bool


@dataclass(slots=True)
class Product:
    """A product while the text is read."""

    name: Span
    named: bool
    order: int
    head: str = ""
    determiner: str = ""
    forms: list[str] = field(default_factory=list)
    facts: list["Fact"] = field(default_factory=list)
    makers: list[Field] = field(default_factory=list)
    same_as: "Product | None" = None
    block: int = 0
    family: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    kind: CueKind
    future: bool
    hedged: bool
    when: When | None
    words: Span
    sentence: Span


def find_launches(context: Context, partnerships: Sequence[Partnership]) -> tuple[Launch, ...]:
    """One a product or family, in the order of the text."""
    reader = _Reader(context, partnerships)
    for sentence in context.document.prose:
        if context.document.blocks[sentence.block].kind not in {"about", "caption"}:
            reader.read(sentence)
    return reader.launches()


class _Reader:
    """Goes through the sentences and gathers what each tells of which product."""

    def __init__(self, context: Context, partnerships: Sequence[Partnership]) -> None:
        self.context = context
        self.partnerships = partnerships
        self.names = Names(context)
        self.products: list[Product] = []
        self.focus: list[Product] = []
        self.by_name: dict[str, Product] = {}
        self.starts = [each.span.start for each in context.dates]

    def read(self, sentence: Sentence) -> None:
        tokens, items = find_items(self.names, sentence.span)
        if not items or not tokens:
            return
        cues = list(find_cues(tokens, self.context.document.shadow))
        headline = self.context.document.blocks[sentence.block].kind in {"headline", "heading"}
        told: list[Product] = []
        for number, cue in enumerate(cues):
            stop = cues[number + 1].first if number + 1 < len(cues) else len(tokens)
            back = cues[number - 1].last if number else -1
            for item in self._targets(cue, cues, tokens, items):
                product = self._product(item, tokens, items, sentence, cue, headline)
                if product is None:
                    continue
                fact = self._fact(cue, tokens, back, stop, sentence)
                product.facts.append(fact)
                self._makers(product, item, cue, tokens, sentence)
                told.append(product)
        told += self._fruits(tokens, items, sentence, cues, headline)
        mentioned = [
            known
            for each in items
            if each.kind == "name" and (known := self.by_name.get(self._key(each))) is not None
        ]
        recent = told or mentioned
        if recent:
            self.focus = recent

    # ---- which product a verb launches ----------------------------------------------------

    def _targets(
        self, cue: Cue, cues: list[Cue], tokens: list[Token], items: list[Item]
    ) -> list[Item]:
        if not cue.subject:
            found = self._objects(cue, tokens, items)
            if found or cue.kind == "make":
                return found
        before = self._subject(cue, cues, tokens, items)
        if before is None:
            return self._objects(cue, tokens, items) if cue.subject else []
        return [before, *self._listed_before(before, tokens, items)]

    def _objects(self, cue: Cue, tokens: list[Token], items: list[Item]) -> list[Item]:
        shadow = self.context.document.shadow
        for place, item in enumerate(items):
            if item.first <= cue.last or item.kind == "pronoun":
                continue
            between = tokens[cue.last + 1 : item.first]
            gap = shadow[tokens[cue.last].end : item.span.start]
            if re.search(r"[;()]|, (?!together)|\. ", gap) and ": " not in gap[-3:]:
                return []
            low = [each.low for each in between]
            if len(low) > 12:
                return []
            if ("together" in low and "with" in low) or "alongside" in low:
                return [item] if item.kind == "name" else []
            if any(each not in words.BEFORE_OBJECT for each in low):
                nouns = [each for each in items if each.last < item.first and each.first > cue.last]
                ok = item.kind == "name" and nouns and nouns[-1].last == item.first - 1
                if not ok and not (
                    item.kind == "name" and all(self._adjective(each) for each in between)
                ):
                    continue
            return [item, *self._listed_after(item, tokens, items[place + 1 :])]
        return []

    def _adjective(self, token: Token) -> bool:
        return token.low in words.BEFORE_OBJECT or (
            token.low not in words.NO_MODIFIERS and not token.low.endswith("ly")
        )

    def _listed_after(self, item: Item, tokens: list[Token], rest: list[Item]) -> list[Item]:
        shadow, found, last = self.context.document.shadow, [], item
        for each in rest:
            gap = shadow[last.span.end : each.span.start]
            if each.kind == item.kind == "name" and re.fullmatch(
                r"(?:,|,? and|,? or)(?: the| its| a| an)? ", gap
            ):
                found.append(each)
                last = each
            else:
                break
        return found

    def _listed_before(self, item: Item, tokens: list[Token], items: list[Item]) -> list[Item]:
        shadow, found, last = self.context.document.shadow, [], item
        for each in reversed([other for other in items if other.span.end <= item.span.start]):
            gap = shadow[each.span.end : last.span.start]
            if each.kind == item.kind == "name" and re.fullmatch(
                r"(?:,|,? and|,? or)(?: the| its| a| an)? ", gap
            ):
                found.append(each)
                last = each
            else:
                break
        return found

    def _subject(
        self, cue: Cue, cues: list[Cue], tokens: list[Token], items: list[Item]
    ) -> Item | None:
        shadow = self.context.document.shadow
        limit = tokens[cue.first].start
        limit = self._before_aside(limit, tokens, cue)
        left = [each for each in items if each.span.end <= limit]
        for item in reversed(left):
            gap = shadow[item.span.end : limit]
            if ";" in gap or re.search(r"[.!?] ", gap) or len(gap) > 160:
                return None
            before = tokens[item.first - 1].low if item.first else ""
            if before in {"with", "in", "at", "on", "from", "by", "for", "than", "against"}:
                if item.kind == "name" and before in {"with", "for", "than", "against"}:
                    continue
                if item.kind == "noun":
                    continue
            return item
        return None

    def _before_aside(self, limit: int, tokens: list[Token], cue: Cue) -> int:
        """Before the relative clause that stands in commas between a subject and its verb."""
        shadow = self.context.document.shadow
        place = cue.first
        while place > 0 and (
            tokens[place - 1].low
            in words.BE | words.HAVE | words.WILL | words.ADVERBS | {"not", "to", "and"}
        ):
            place -= 1
        if not place or "," not in shadow[tokens[place - 1].end : tokens[place].start]:
            return limit
        end = tokens[place - 1].end
        start = tokens[0].start
        found = re.search(
            r", (?:which|whose|who|built|made|developed|based|co-|powered|designed)\b[^,]*$",
            shadow[max(start, end - 200) : end],
        )
        return max(start, end - 200) + found.start() if found else limit

    # ---- the product behind the words -----------------------------------------------------

    def _key(self, item: Item) -> str:
        return item.span.of(self.context.document.shadow).casefold()

    def _product(  # noqa: PLR0913, PLR0917 - the sentence in its parts
        self,
        item: Item,
        tokens: list[Token],
        items: list[Item],
        sentence: Sentence,
        cue: Cue,
        headline: bool,
    ) -> Product | None:
        if item.kind == "pronoun":
            return self.focus[0] if self.focus else None
        if item.kind == "name":
            if headline and not self._stands_elsewhere(item):
                return None
            return self._named(item, sentence)
        alias = self._apposed(item, items)
        if alias is not None:
            return self._named(alias, sentence, item.head)
        return self._unnamed(item, sentence, cue, headline)

    def _stands_elsewhere(self, item: Item) -> bool:
        text = self.context.document.narration
        block = self.context.document.blocks[0].span if self.context.document.blocks else item.span
        return item.span.of(text) in text[block.end :]

    def _named(self, item: Item, sentence: Sentence, head: str = "") -> Product:
        key = self._key(item)
        known = self.by_name.get(key) or self._by_part(key)
        if known is None:
            known = Product(item.span, True, item.span.start, head, block=sentence.block)
            self.products.append(known)
            self._adopt(known)
        elif len(key) > known.name.end - known.name.start:
            known.name = item.span
        self.by_name[key] = known
        return known

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
        for each in self.products[-4:-1]:
            near = 0 <= named.block - each.block <= 2
            if each.named or each.same_as or not near or each.family or not each.facts:
                continue
            if each.determiner not in words.INDEFINITE or "second" in each.forms:
                continue
            each.same_as = named
            named.facts += each.facts
            named.makers += each.makers
            break

    def _apposed(self, item: Item, items: list[Item]) -> Item | None:
        """“its insulin patch, Glyka One”, “a dressing named Hivewell”, “a shoe, the X, which”."""
        shadow = self.context.document.shadow
        for each in items:
            if each.kind != "name":
                continue
            if each.span.start >= item.span.end:
                gap = shadow[item.span.end : each.span.start]
                if re.fullmatch(
                    r"(?:,|:|,? (?:to be |reportedly )?(?:called|named|dubbed|titled|entitled"
                    r"|known as)(?: the)?)?(?: the| its)? \"?",
                    gap,
                ):
                    return each
            elif each.span.end <= item.span.start:
                gap = shadow[each.span.end : item.span.start]
                if re.fullmatch(r"\"?, (?:an?|the|its|their)(?: first| new)? ", gap):
                    return each
        return None

    def _unnamed(self, item: Item, sentence: Sentence, cue: Cue, headline: bool) -> Product | None:
        modifiers = set(item.modifiers)
        if modifiers & words.OLD and not modifiers & words.NEW:
            return None
        fresh = item.determiner in words.INDEFINITE or bool(modifiers & words.NEW)
        same = [
            each
            for each in [*self.focus, *reversed(self.products[-6:])]
            if each.head == item.head or (each.named and not each.head)
        ]
        if item.determiner in {"the", "this", "that", "these", "both"} and not (
            modifiers & words.NEW - {"new"}
        ):
            return next(iter(same or self.focus), None)
        if headline or not fresh:
            if cue.kind not in {"cancel", "delay"} and not modifiers:
                return None
            if headline:
                return None
        if item.head in words.NOT_ALONE and not modifiers and cue.kind not in {"launch", "cancel"}:
            return None
        if cue.kind in {"make", "show"} and not (
            fresh
            and (cue.future or TOGETHER.search(sentence.span.of(self.context.document.shadow)))
        ):
            return None
        known = next(
            (
                each
                for each in self.products
                if not each.named
                and each.name.of(self.context.document.shadow).casefold() == self._key(item)
            ),
            None,
        )
        if known is not None:
            return known
        product = Product(
            item.span,
            False,
            item.span.start,
            item.head,
            item.determiner,
            block=sentence.block,
            family=item.head in words.MEASURES,
        )
        product.forms = list(item.modifiers)
        self.products.append(product)
        return product

    # ---- what came out of a partnership ---------------------------------------------------

    def _fruits(
        self,
        tokens: list[Token],
        items: list[Item],
        sentence: Sentence,
        cues: list[Cue],
        headline: bool,
    ) -> list[Product]:
        shadow = sentence.span.of(self.context.document.narration)
        found = FRUIT.search(shadow)
        made = re.search(
            r"\b(?:(?:started|began|teamed up|begun|beginning)\b[^,;]{0,40}? (?:with|for)"
            r" (?:a |an |the )"
            r"|gave us |such as the |including the |produced the |signature appeared in the"
            r"|result, |the camera of the |launch(?:ed)? the )",
            shadow,
        )
        if headline or not (found or made):
            return []
        start = sentence.span.start + (made.end() if made else 0)
        told = []
        for item in items:
            if item.kind != "name":
                continue
            if made and not found and not (-2 <= item.span.start - start <= 60):
                continue
            key = self._key(item)
            if key in self.by_name and self.by_name[key].facts:
                continue
            product = self._named(item, sentence)
            cue = Cue("fruit", item.first, max(item.first, item.last), "past", True, False)
            product.facts.append(self._fact(cue, tokens, -1, len(tokens), sentence))
            self._makers(product, item, cue, tokens, sentence)
            told.append(product)
            if made and not found:
                break
        return told

    # ---- what is told of it ---------------------------------------------------------------

    def _fact(
        self, cue: Cue, tokens: list[Token], back: int, stop: int, sentence: Sentence
    ) -> Fact:
        shadow = self.context.document.shadow
        left = tokens[back].end if back >= 0 else sentence.span.start
        right = tokens[stop].start if stop < len(tokens) else sentence.span.end
        spoken = Span(tokens[cue.first].start, tokens[min(cue.last, len(tokens) - 1)].end)
        when = self._when(cue, Span(spoken.start, right), Span(left, spoken.start), tokens)
        hedged = bool(HEDGE.search(sentence.span.of(shadow)))
        return Fact(cue.kind, cue.future, hedged, when, spoken, sentence.span)

    def _dates(self, span: Span) -> Sequence[When]:
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return self.context.dates[first:last]

    def _when(self, cue: Cue, right: Span, left: Span, tokens: list[Token]) -> When | None:
        shadow = self.context.document.shadow
        after = [
            each
            for each in self._dates(right)
            if (
                not re.search(
                    r"\b(?:said|says|told|confirmed|wrote|according)\b[^,;]*$",
                    shadow[right.start : each.span.start],
                )
                and each.modifier != "since"
            )
            or (each.modifier == "since" and cue.kind == "sale")
        ]
        if after:
            return after[-1] if cue.kind == "delay" else after[0]
        before = [
            each
            for each in self._dates(left)
            if not re.search(
                r"\b(?:said|told|announced in)\b *(?:on )?$", shadow[left.start : each.span.start]
            )
        ]
        return before[-1] if before else None

    # ---- whose it is ----------------------------------------------------------------------

    def _makers(
        self, product: Product, item: Item, cue: Cue, tokens: list[Token], sentence: Sentence
    ) -> None:
        mentions = self.context.mentions
        found = [*mentions.companies_within(item.span)]
        near = mentions.companies_within(sentence.span)
        if not found:
            left = [each for each in near if each.span.end <= tokens[cue.last].end]
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
            said = fact.sentence.of(shadow)
            if fact.kind == "fruit" or TOGETHER.search(said):
                for each in self.partnerships:
                    if makers & {other.value for other in each.participants}:
                        return each
        return None

    # ---- the rows -------------------------------------------------------------------------

    def launches(self) -> tuple[Launch, ...]:
        return tuple(
            row
            for each in sorted(self.products, key=lambda product: product.order)
            if each.same_as is None and each.facts and (row := self._row(each)) is not None
        )

    def _row(self, product: Product) -> Launch | None:
        strong = [each for each in product.facts if each.kind != "make"]
        if not strong and not any(
            each.future or TOGETHER.search(each.sentence.of(self.context.document.shadow))
            for each in product.facts
        ):
            return None
        status, date = self._outcome(product)
        partnership = self._partnership(product)
        companies = list(product.makers)
        if partnership is not None:
            have = {each.value for each in companies}
            companies += [each for each in partnership.participants if each.value not in have]
        text = self.context.document.text
        name = Field(product.name.of(text), product.name, "name" if product.named else "noun")
        evidence = tuple(dict.fromkeys(each.sentence for each in product.facts))
        return Launch(
            product=name,
            named=product.named,
            companies=tuple(companies),
            status=status,
            rule=_rule(product),
            evidence=evidence,
            date=date,
            partnership=(
                frozenset(each.value for each in partnership.participants) if partnership else None
            ),
        )

    def _outcome(self, product: Product) -> tuple[Field, Field | None]:
        facts = product.facts
        for kind, status in (("cancel", "cancelled"), ("delay", "delayed")):
            for fact in facts:
                if fact.kind == kind:
                    later = [each for each in [fact, *facts] if each.when and self._is_ahead(each)]
                    date = None if kind == "cancel" else _dated(later[0] if later else fact)
                    return Field(status, fact.words, f"{status} words"), date
        ranks: tuple[tuple[CueKind, ...], ...] = (
            ("sale",), ("launch", "due"), ("fruit",), ("make",), ("show",)
        )  # fmt: skip
        ranked = [
            fact
            for kinds in ranks
            for fact in facts
            if fact.kind in kinds and fact.when is not None
        ]
        best = ranked[0] if ranked else next((f for f in facts if f.kind != "make"), facts[0])
        if best.hedged and not any(self._is_done(each) for each in facts):
            return Field("rumoured", best.words, "hedged"), _dated(best)
        ahead = self._is_ahead(best)
        if best.when is None:
            ahead = best.future or (best.kind in {"show", "make"} and not best.future)
        if best.kind == "show" and best.when is not None and not ahead and not self._is_old(best):
            return Field("announced", best.words, "shown"), None
        value: LaunchStatus = "announced" if ahead else "launched"
        return Field(value, best.words, "time of launch"), _dated(best)

    def _is_done(self, fact: Fact) -> bool:
        return fact.when is not None and not self._is_ahead(fact) and not fact.future

    def _is_ahead(self, fact: Fact) -> bool:
        """Whether the launch is still to come on the day of the article."""
        if fact.when is None:
            return fact.future
        published = self.context.published
        try:
            when = parse(fact.when.edtf)
        except DateError:
            return fact.future
        if published is None:
            return fact.future
        if fact.future and when.latest > published.latest:
            return True
        return when.earliest is not None and when.earliest > published.latest

    def _is_old(self, fact: Fact) -> bool:
        published = self.context.published
        if published is None or fact.when is None:
            return True
        return (published.latest - parse(fact.when.edtf).latest).days > 100


def _rule(product: Product) -> str:
    kinds = {each.kind for each in product.facts}
    for kind, rule in RULE_OF.items():
        if kind in kinds:
            return rule
    return "launched by a verb"


RULE_OF = {
    "cancel": "cancelled",
    "delay": "delayed",
    "sale": "goes on sale",
    "launch": "launched by a verb",
    "due": "due on a day",
    "show": "shown",
    "fruit": "fruit of a partnership",
    "make": "made together",
}


def _dated(fact: Fact) -> Field | None:
    when = fact.when
    return Field(when.edtf, when.span, "date of the launch", when.why) if when else None


def find_cues(tokens: list[Token], shadow: str) -> list[Cue]:
    """The words of a sentence that launch, delay or cancel something, in their order."""
    found: list[Cue] = []
    for number in range(len(tokens)):
        if found and number <= found[-1].last:
            continue
        cue = _cue(tokens, number, shadow)
        if cue is not None:
            found.append(cue)
    return found


def _cue(tokens: list[Token], number: int, shadow: str) -> Cue | None:
    low = tokens[number].low
    future = _future(tokens, number)
    rest = [each.low for each in tokens[number + 1 : number + 8]]
    if low in words.GO or low in words.COME or low in words.HIT or low in words.BE:
        return _phrase(tokens, number, rest, future)
    if low in {"put", "puts"} and "on sale" in " ".join(rest):
        return Cue("launch", number, number, "past", False, future)
    if low in {"roll", "rolls", "rolled", "rolling"}:
        if rest[:1] == ["out"]:
            passive = number > 0 and _passive(tokens, number)
            return Cue("sale", number, number + 1, "past", passive, future)
        return None
    if low in {"pulled", "took", "takes", "pulls", "lifted", "lifts"} and rest[:2] in (
        ["the", "wraps"], ["the", "veil"], ["the", "curtain"]
    ):  # fmt: skip
        return Cue("show", number, number + 3, "past", False, future)
    if low in {"launch", "release", "debut", "introduction", "arrival", "rollout"}:
        before = tokens[number - 1].low if number else ""
        if rest[:1] == ["of"]:
            return Cue("launch", number, number + 1, "ing", False, future)
        if before in words.DETERMINERS or before in {
            "'s",
            "big",
            "market",
            "new",
            "next",
            "global",
        }:
            return None
    if low in {"break", "breaks", "broke"} and rest[:1] == ["cover"]:
        return Cue("sale", number, number + 1, "base", True, future)
    if low in {"pushed", "pushes", "put"} and rest[:1] == ["back"]:
        return Cue("delay", number, number + 1, "past", _passive(tokens, number), future)
    if low in {"dates", "dated"} and rest[:1] in (["from"], ["back"]):
        return Cue("launch", number, number + 1, "s", True, False)
    if low in {"says", "started", "starts", "begins", "began", "start", "begin"} and rest[:1] in (
        ["selling"], ["shipping"]
    ):  # fmt: skip
        return Cue("sale", number, number + 1, "s", False, future)
    due = low in words.DUE and low != "set" and not _passive(tokens, number)
    due_when = {"in", "on", "for", "by", "next", "this", "to", "out", "from", "at"}
    if due and rest[:1] and rest[0] in due_when:
        return Cue("due", number, number, "part", True, True)
    if low == "sale" and rest[:1] and number and tokens[number - 1].low == "on":
        return Cue("sale", number - 1, number, "s", True, future)
    if low == "available" and rest[:1] and rest[0] in {"from", "in", "today", "now", "for", "on"}:
        return Cue("sale", number, number, "s", True, future)
    return _verb(tokens, number, future)


def _verb(tokens: list[Token], number: int, future: bool) -> Cue | None:
    entry = VERBS.get(tokens[number].low)
    if entry is None:
        return None
    kind, form = entry[0]
    before = tokens[number - 1].low if number else ""
    if form == "base" and (before in words.DETERMINERS or before in {"of", "'s"}):
        return None
    passive = form in {"past", "part"} and _passive(tokens, number)
    subject = passive or kind == "sale" or tokens[number].low in {"debuts", "debuted"}
    if kind == "delay" and tokens[number].text == "delay" and number == 0:
        return None
    return Cue(kind, number, number, form, subject, future)


def _phrase(tokens: list[Token], number: int, rest: list[str], future: bool) -> Cue | None:
    low = tokens[number].low
    if low in words.GO and (rest[:2] == ["on", "sale"] or rest[:1] == ["live"]):
        return Cue("sale", number, number + (1 if rest[0] == "live" else 2), "s", True, future)
    if low in words.COME:
        if rest[:1] in (["out"], ["first"]) or rest[:2] in (
            ["in", "the"], ["to", "market"], ["to", "stores"], ["on", "the"], ["in", "spring"]
        ) or low == "coming" or (future and low == "come" and rest[:1] in (["in"], ["on"])):  # fmt: skip # noqa: E501
            if rest[:2] in (["out", "of"], ["from", "a"], ["out", "from"]) or rest[:1] == ["from"]:
                return None
            return Cue(
                "sale", number, number + (rest[:1] == ["out"]), "s", True, future or low == "coming"
            )
        return None
    if low in words.HIT and words.SHOPS & set(rest[:5]):
        return Cue("sale", number, number, "s", True, future)
    if low in words.BE:
        skip = 0
        while skip < len(rest) and rest[skip] in words.ADVERBS:
            skip += 1
        after = rest[skip : skip + 3]
        if after[:1] == ["out"] and after[1:2] != ["of"]:
            return Cue("sale", number, number + skip + 1, "s", True, future)
        if after[:2] in (["in", "shops"], ["in", "stores"], ["for", "sale"]):
            return Cue("sale", number, number + skip + 2, "s", True, future)
        if after[:1] and after[0] in words.DUE:
            return Cue("due", number, number + skip + 1, "s", True, True)
    return None


def _passive(tokens: list[Token], number: int) -> bool:
    place = number - 1
    while place >= 0 and tokens[place].low in words.ADVERBS:
        place -= 1
    return place >= 0 and tokens[place].low in words.BE | {"getting", "got", "been"}


def _future(tokens: list[Token], number: int) -> bool:
    return any(each.low in words.FUTURE for each in tokens[max(0, number - 5) : number])
