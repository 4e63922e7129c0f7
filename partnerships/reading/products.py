"""What in a sentence may be a product: names by their shape, noun phrases by their last word."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from partnerships.reading.context import Context
from partnerships.reading.findings import Span
from partnerships.reading.mentions import Mention
from partnerships.reading.words import launches as words

ItemKind: TypeAlias = Literal["name", "noun", "pronoun"]
WORD = re.compile(r"\w+(?:['.&/+-]\w+)*\+?")
SHORT = re.compile(r"(?<=\w)'(?:ll|ve|re|d)$", re.IGNORECASE)
LONGEST_NAME = 7  # words
PRONOUNS = frozenset({"it", "they", "both", "deliveries", "shipments"})


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    low: str
    apostrophe: bool = False  # whether an 's follows

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def named(self) -> bool:
        return self.capital or self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Item:
    """A candidate; `first` and `last` number its words in the sentence, both included."""

    span: Span
    kind: ItemKind
    first: int
    last: int
    head: str = ""  # of a noun phrase, the noun in the singular
    determiner: str = ""
    modifiers: tuple[str, ...] = ()
    maker: int | None = None  # the company that the name begins with


def tokens_of(shadow: str, span: Span) -> list[Token]:
    """The words of a passage."""
    found = []
    for each in WORD.finditer(shadow, span.start, span.end):
        text, end = each[0], each.end()
        short = SHORT.search(text)
        if short:
            end -= len(short[0])
            head = text[: short.start()]
            found.append(Token(each.start(), end, head, head.lower()))
            found.append(Token(end, each.end(), short[0], short[0].lower()))
            continue
        apostrophe = text.endswith(("'s", "'S"))
        if apostrophe:
            text, end = text[:-2], end - 2
        found.append(Token(each.start(), end, text, text.lower(), apostrophe))
    return found


@dataclass(frozen=True)
class Names:
    """What the article's own words tell about its capitalised ones."""

    context: Context

    @cached_property
    def people(self) -> tuple[Span, ...]:
        return tuple(sorted(form for each in self.context.people for form in each.forms))

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that also stand in small letters: a capital one at a start is no name."""
        return frozenset(re.findall(r"\b[a-z]{2,20}\b", self.context.document.shadow))

    @cached_property
    def capital(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[A-Z]\w{1,20}\b", self.context.document.shadow))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Two capitalised words that stand together within sentences."""
        found = re.findall(r"(?<=[a-z,'] )([A-Z]\w+) (?=([A-Z]\w+))", self.context.document.shadow)
        return frozenset(found)

    def pair(self, tokens: Sequence[Token], first: int) -> bool:
        here = tokens[first : first + 2]
        return len(here) == 2 and (here[0].text, here[1].text) in self.pairs

    def unglued(self, token: Token) -> list[Token]:
        """The word without a function word that was run into it: “Ultrawhose” is “Ultra”."""
        for tail in words.GLUED:
            stem = token.text[: -len(tail)]
            if len(stem) > 1 and token.named and token.text.endswith(tail):
                sure = stem[-1].isdigit() or stem.lower() in words.QUALIFIERS or tail == "that"
                sure = sure or (tail == "and" and stem[-1] == "e" and len(stem) > 4)
                if sure or len(tail) == 5 or stem in self.capital:
                    cut = token.end - len(tail)
                    return [
                        Token(token.start, cut, stem, stem.lower()),
                        Token(cut, token.end, tail, tail),
                    ]
        return [token]


def find_items(names: Names, span: Span) -> tuple[list[Token], list[Item]]:
    """The words of a sentence, and its candidates in their order."""
    shadow = names.context.document.shadow
    tokens = [
        part
        for each in tokens_of(names.context.document.narration, span)
        for part in names.unglued(each)
    ]
    companies = names.context.mentions.companies_within(span)
    named = list(_names(names, tokens, companies, span))
    named += _titles(names, tokens, span)
    taken = {number for each in named for number in range(each.first, each.last + 1)}
    nouns = list(_nouns(shadow, tokens, taken))
    pronouns = [
        Item(Span(each.start, each.end), "pronoun", number, number)
        for number, each in enumerate(tokens)
        if each.low in PRONOUNS
    ]
    return tokens, sorted([*named, *nouns, *pronouns], key=lambda each: each.span)


def _titles(names: Names, tokens: list[Token], span: Span) -> Iterator[Item]:
    """Titles in quotation marks: few words that begin with capitals."""
    text = names.context.document.shadow
    for quote in names.context.quotes:
        if not span.holds(quote.outer):
            continue
        found = tokens_of(text, quote.span)
        if not found or len(found) > LONGEST_NAME or not found[0].named or not found[-1].named:
            continue
        if text[quote.span.end - 1] in ".,!?":
            continue
        before = sum(each.start < quote.span.start for each in tokens)
        yield Item(quote.span, "name", before, before - 1)


def _names(
    names: Names, tokens: list[Token], companies: Sequence[Mention], span: Span
) -> Iterator[Item]:
    starts = {each.span.start: each for each in companies}
    number = _after_dateline(names, tokens, span)
    while number < len(tokens):
        mention = starts.get(tokens[number].start)
        last = _run(names, tokens, number, mention)
        if last < number:
            number += 1
            continue
        yield from _cut(names, tokens, number, last, starts)
        number = last + 1


DATELINE = re.compile(r"[A-Z][^.!?]{0,110}? -+ ")
MARKED = re.compile(r"[A-Z]{4}|[12][0-9]{3}|\(|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def _after_dateline(names: Names, tokens: list[Token], span: Span) -> int:
    """The first word behind “BASEL, Switzerland (Reuters) -”."""
    shadow = names.context.document.shadow
    found = DATELINE.match(shadow, span.start, span.end)
    if not found or not MARKED.search(found[0]):
        return 0
    return sum(each.start < found.end() for each in tokens)


def _run(names: Names, tokens: list[Token], first: int, mention: Mention | None) -> int:
    """The last word of the capitalised run that begins here; before `first` where there is none."""
    token = tokens[first]
    if not mention:
        if not token.capital and not (
            token.named and any(letter.isalpha() for letter in token.text)
        ):
            return first - 1
        if "'" in token.text and token.low.split("'")[0] in words.STARTERS:
            return first - 1
        if token.low in words.NEVER and not _compass(tokens, first):
            return first - 1
        if first == 0 and (
            token.low in words.STARTERS or (token.low in names.small and not names.pair(tokens, 0))
        ):
            return first - 1
        if token.low in words.STARTERS and not _the_of_a_title(tokens, first):
            return first - 1
    last = first
    while last + 1 < len(tokens) and last - first < LONGEST_NAME:
        step = _step(names, tokens, first, last, mention)
        if not step:
            break
        last += step
    return last


def _compass(tokens: list[Token], first: int) -> bool:
    """“The North Box”: no place."""
    if tokens[first].low not in {"north", "south"} or not 0 < first < len(tokens) - 1:
        return False
    return tokens[first - 1].low == "the" and tokens[first + 1].low not in words.NEVER


def _the_of_a_title(tokens: list[Token], first: int) -> bool:
    return 0 < first < len(tokens) - 1 and tokens[first].low == "the" and tokens[first + 1].capital


def _step(names: Names, tokens: list[Token], first: int, last: int, mention: Mention | None) -> int:
    """How many words further the run goes: none, one, or two with a small one between."""
    here, new = tokens[last], tokens[last + 1]
    gap = names.context.document.shadow[here.end : new.start]
    after = tokens[last + 2] if last + 2 < len(tokens) else None
    titled = gap == ": " and new.capital and (last > first or new.low in ("the", "a"))
    if gap not in (" ", " & ") and not titled:
        return 0
    small_brand = mention is not None and not tokens[first].capital
    if new.text in ("x", "×", "by") and mention is not None and after is not None:
        inside = mention.span.end >= here.end
        return 2 if (after.capital or new.text != "by") and inside else 0
    if new.text[0].isdigit():
        unit = after is not None and after.low in words.UNITS and not after.capital
        return 0 if unit or here.low in words.NEVER else 1
    if new.capital:
        return 0 if new.low in words.NEVER else 1
    if small_brand and after is not None and _continues(new, after, last - first):
        return 1
    if small_brand and here.text[0].isdigit() and new.low in words.QUALIFIERS:
        return 1
    return 0


def _continues(new: Token, after: Token, length: int) -> bool:
    """Whether a name in small letters goes on: “motorola edge 30”, “nuvo three”."""
    if new.low in words.NUMBERS:
        return True
    return length == 0 and after.text[0].isdigit() and new.low not in words.NO_MODIFIERS


def _cut(
    names: Names, tokens: list[Token], first: int, last: int, starts: dict[int, Mention]
) -> Iterator[Item]:
    """The run without what is no part of a product's name; nothing where nothing is left."""
    span = Span(tokens[first].start, tokens[last].end)
    if any(form.overlaps(span) for form in _near(names.people, span)):
        return
    mention = starts.get(span.start)
    if mention is not None:
        if mention.span.end >= span.end:
            return
        rest = [each for each in tokens[first : last + 1] if each.start >= mention.span.end]
        if rest and all(each.low.strip(".") in words.CORPORATE for each in rest):
            return
    inner = next(
        (each for each in starts.values() if span.start < each.span.start < span.end), None
    )
    if inner is not None and mention is None and inner.span.end >= span.end:
        return
    if not any(letter.isalpha() for letter in span.of(names.context.document.shadow)):
        return
    source = [each for each in names.context.mentions.within(span) if each.span == span]
    kinds = {names.context.mentions.entity(each).kind for each in source}
    if kinds & {"person", "place", "source"}:
        return
    yield Item(span, "name", first, last, maker=mention.entity if mention else None)


def _near(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    place = bisect_left(spans, span)
    return spans[max(0, place - 2) : place + 3]


def _singular(word: str) -> str:
    if word in words.NOUNS:
        return word
    last = word.rsplit("-", 1)[-1]
    for each in (word, last):
        for tail, new in (("ies", "y"), ("es", ""), ("s", ""), ("", "")):
            if each.endswith(tail) and each[: len(each) - len(tail)] + new in words.NOUNS:
                return each[: len(each) - len(tail)] + new
    return ""


def _nouns(shadow: str, tokens: list[Token], taken: set[int]) -> Iterator[Item]:
    for number, token in enumerate(tokens):
        head = "" if token.named or number in taken else _singular(token.low)
        if not head or (number + 1 < len(tokens) and _goes_on(shadow, tokens, number, taken)):
            continue
        first = number
        while first > 0 and _modifies(shadow, tokens[first - 1], tokens[first], number - first):
            first -= 1
        before = tokens[first - 1].low if first and _near_by(shadow, tokens, first) else ""
        while first < number and tokens[first].low in words.PARTICIPLES:
            first += 1
        last = _tail(shadow, tokens, number, first, taken)
        span = Span(tokens[first].start, tokens[last].end)
        modifiers = tuple(each.low for each in tokens[first:number])
        yield Item(span, "noun", first, last, head, before, modifiers)


def _near_by(shadow: str, tokens: list[Token], first: int) -> bool:
    return shadow[tokens[first - 1].end : tokens[first].start] in (" ", "'s ", "' ")


def _goes_on(shadow: str, tokens: list[Token], number: int, taken: set[int]) -> bool:
    """Whether the next word is a noun too, so that this one is not the last of its phrase."""
    new = tokens[number + 1]
    gap = shadow[tokens[number].end : new.start]
    if gap != " " or new.named:
        return False
    return bool(_singular(new.low)) or _is_noun(new.low)


def _is_noun(low: str) -> bool:
    """Whether the word is likely no verb, adverb or preposition: “novel approach”."""
    if low in words.NO_MODIFIERS or low in words.ADVERBS | words.DETERMINERS | words.TIMES:
        return False
    return low.isalpha() and not low.endswith(("s", "ed", "ing", "ly", "ble")) and len(low) > 3


def _modifies(shadow: str, token: Token, after: Token, length: int) -> bool:
    gap = shadow[token.end : after.start]
    if gap != " " or length > 5:
        return False
    if token.low in words.DETERMINERS or (
        token.low in words.NO_MODIFIERS and token.low not in words.PARTICIPLES
    ):
        return False
    if token.low in words.PARTICIPLES and not token.low.startswith(("co-", "planned")):
        return True
    if token.low in {"jointly", "newly", "specially"}:
        return after.low in words.PARTICIPLES
    if token.low in words.UNITS or token.text.isdigit():
        return token.text.isdigit() or token.low in {"mm", "inch"}
    return not token.low.endswith("ly")


def _tail(shadow: str, tokens: list[Token], number: int, first: int, taken: set[int]) -> int:
    """The last word of what belongs to the noun: “earphones tuned by AKG”, “range of coffees”."""
    rest = tokens[number + 1 : number + 6]
    if not rest or shadow[tokens[number].end : rest[0].start] != " ":
        return number
    low = [each.low for each in rest]
    if low[0] == "of" and _singular(tokens[number].low) in words.MEASURES:
        last = number + 1
        while last + 1 < len(tokens) and last - number < 5:
            gap = shadow[tokens[last].end : tokens[last + 1].start]
            new = tokens[last + 1]
            if last + 1 in taken:
                return number
            if gap != " " or (new.low in words.NO_MODIFIERS and last > number + 1):
                break
            last += 1
        return last if last > number + 1 else number
    if low[0] in {"for", "of", "to", "under"} and tokens[number].low in words.OF_SOMETHING:
        return _of_something(shadow, tokens, number)
    if number > first or len(rest) < 2:
        return number
    start = number + (2 if low[0] == "with" else 3)
    if low[0] == "with" or (low[0].endswith("ed") and low[1] == "by"):
        last = start
        while last < len(tokens) and tokens[last].capital and last - start < 4:
            last += 1
        return last - 1 if last > start and tokens[last - 1].capital else number
    return number


def _of_something(shadow: str, tokens: list[Token], number: int) -> int:
    """The last word of “version for caravan parks”, “successor to the Galaxy S24 Ultra”."""
    last = number + 1
    while last + 1 < len(tokens) and last - number < 6:
        new = tokens[last + 1]
        stops = new.low in words.NO_MODIFIERS or new.low in words.TIMES or new.low in words.NEVER
        if shadow[tokens[last].end : new.start] != " " or (
            stops and not (last == number + 1 and new.low in words.DETERMINERS)
        ):
            break
        last += 1
    return last if last > number + 1 else number
