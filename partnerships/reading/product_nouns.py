"""Noun phrases that may call products, by their last word."""

from collections.abc import Iterator

from partnerships.reading.findings import Span
from partnerships.reading.product_tokens import Item, Token
from partnerships.reading.words import launches as words

NO_NOUNS = words.NO_MODIFIERS | words.IRREGULAR | words.ADVERBS | words.DETERMINERS | words.TIMES
_PLURALS = {
    **{f"{noun}s": noun for noun in words.NOUNS},
    **{f"{noun}es": noun for noun in words.NOUNS},
    **{f"{noun[:-1]}ies": noun for noun in words.NOUNS if noun.endswith("y")},
}
_SINGULARS = _PLURALS | {noun: noun for noun in words.NOUNS}


def find_nouns(shadow: str, tokens: list[Token], taken: set[int]) -> Iterator[Item]:
    likely = [at for at, each in enumerate(tokens) if each.low in _SINGULARS or "-" in each.low]
    for number in likely:
        token = tokens[number]
        head = "" if token.named or number in taken else singular(token.low)
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


def singular(word: str) -> str:
    """The noun for a product in the singular, its last part where only that is one; else nothing.

    >>> singular("watches"), singular("city-car"), singular("wishes")
    ('watch', 'car', '')
    """
    head = _SINGULARS.get(word, "")
    return head if head or "-" not in word else _SINGULARS.get(word.rpartition("-")[2], "")


def _near_by(shadow: str, tokens: list[Token], first: int) -> bool:
    return shadow[tokens[first - 1].end : tokens[first].start] in (" ", "'s ", "' ")


def _goes_on(shadow: str, tokens: list[Token], number: int, taken: set[int]) -> bool:
    """Whether the next word is a noun too, so that this one is not the last of its phrase."""
    new = tokens[number + 1]
    gap = shadow[tokens[number].end : new.start]
    if gap != " " or new.named:
        return False
    return bool(singular(new.low)) or _is_noun(new.low)


def _is_noun(low: str) -> bool:
    """Whether the word is likely no verb, adverb or preposition: “novel approach”."""
    return (
        low not in NO_NOUNS
        and low.isalpha()
        and not low.endswith(("s", "ed", "ing", "ly", "ble"))
        and len(low) > 3
    )


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
    if low[0] == "of" and singular(tokens[number].low) in words.MEASURES:
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
