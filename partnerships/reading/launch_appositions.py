"""What stands beside a candidate: its list, and what else it is called."""

import re
from collections.abc import Iterator

from partnerships.reading.launch_parts import Clause
from partnerships.reading.product_tokens import Item
from partnerships.reading.words import launches as words

OWNERS = words.DETERMINERS | {"own"}
LIST_GAP = re.compile(
    r"\"?(?: \([^()]{1,30}\))?"
    r"(?:,|,? and|,? or|,? as well as|,? plus)(?: the| its| a| an| their)? \"?"
)
APPOSED_AFTER = re.compile(
    r"\"?(?:,|:| -|,? (?:to be |reportedly |which is |that is |is )?(?:called|named|dubbed|titled"
    r"|entitled|codenamed|code-named|nicknamed|baptised|christened|known as|by the name of|under "
    r"the name(?: of)?)(?: the)?)?"
    r"(?: the| its| a| an)?(?: [0-9]+-[a-z]+)? \"?"
)
CALLED_AFTER = re.compile(
    r" (?:of|for|with) [^,;.]{2,30},? (?:to be )?(?:called|named|dubbed|titled|christened) "
    r"(?:the )?\"?"
)
APPOSED_BEFORE = re.compile(
    r"\"?(?:,| \(| -) ?(?! ?whose)(?:an?|the|its|their|our|his|her|\w+'s)?(?: [\w-]+){0,3}? "
)
LONG_AFTER = re.compile(
    r" (?:made|built|designed|developed|created|produced|born|to come|that|from|under|in|by|with"
    r"|without|of|between|against|on|at|for|through|around|behind|which|to)\b[^,;.]{0,60}, "
    r"(?:the |a |an |its |called |named |dubbed )?\"?"
)
COPULA = re.compile(r"\"? (?:is|are|was|will be) (?:an?|the|its|their|\w+'s) (?:[\w-]+ ){0,3}?")
THROUGH = re.compile(
    r"(?: (?:made|built|designed|developed|created|produced|born|to come|from|under|by|with|of)\b"
    r"[^,;.]{0,50})?, (?:an?|the|its|their) (?:\w+ ){0,2}"
)


def with_lists(clause: Clause, item: Item) -> list[Item]:
    """With those that are listed with it: “the P9, P10 and Mate 9”."""
    if item.kind == "pronoun":
        return [item]
    return [item, *_listed(clause, item, 1), *_listed(clause, item, -1)]


def _listed(clause: Clause, item: Item, step: int) -> Iterator[Item]:
    last, place = item, clause.items.index(item) + step
    while 0 <= place < len(clause.items):
        each = clause.items[place]
        left, right = (last, each) if step > 0 else (each, last)
        gap = clause.gap(left.span.end, right.span.start)
        if each.kind != item.kind or not LIST_GAP.fullmatch(gap):
            return
        if item.kind == "noun" and each.determiner not in words.INDEFINITE:
            return
        bare = gap.strip(' "').startswith(",") and " and" not in gap and " or" not in gap
        if item.kind == "name" and bare and not _goes_on(clause, right):
            return
        yield each
        last = each
        place += step


def _of_name(item: Item, gap: str) -> bool:
    """“A limited edition of the X”."""
    measured = item.head in words.MEASURES and item.head != "version"
    return measured and bool(re.fullmatch(r" of (?:the |its |their )?", gap))


def _goes_on(clause: Clause, item: Item) -> bool:
    """Whether a list goes on to an “and”, so that its commas are no apposition."""
    after = clause.gap(item.span.end, min(item.span.end + 80, clause.sentence.span.end))
    return bool(re.match(r"\"?(?:, [^,.;]{2,40}){0,4},? (?:and|or) ", after))


def apposed(clause: Clause, item: Item, *, deep: bool = True) -> Item | None:
    """“Its insulin patch, Glyka One”, “a dressing named Hivewell”, “the X, a shoe”."""
    for each in clause.near(item):
        if each.kind == "name" and each.span.start >= item.span.end:
            gap = clause.gap(item.span.end, each.span.start)
            if len(gap) < 60 and CALLED_AFTER.fullmatch(gap):
                return each
    for each in clause.near(item):
        if each.kind == "noun" and deep and each.span.start >= item.span.end:
            gap = clause.gap(item.span.end, each.span.start)
            found = len(gap) < 80 and THROUGH.fullmatch(gap) and apposed(clause, each, deep=False)
            if found:
                return found
        if each.kind != "name":
            continue
        beside = each.last + 1 == item.first + len(item.modifiers)
        if beside and item.first <= each.first and item.head not in words.COMPONENTS:
            return each
        if each.span.start >= item.span.end:
            gap = clause.gap(item.span.end, each.span.start)
            if len(gap) < 40 and APPOSED_AFTER.fullmatch(gap):
                return each
            if len(gap) < 80 and (LONG_AFTER.fullmatch(gap) or _of_name(item, gap)):
                return each
        elif each.span.end <= item.span.start:
            gap = clause.gap(each.span.end, item.span.start)
            if (
                gap in {" ", '" '}
                or (len(gap) < 60 and COPULA.fullmatch(gap))
                or (len(gap) < 30 and APPOSED_BEFORE.fullmatch(gap))
            ):
                return each
    return None


def left_edge(clause: Clause, item: Item) -> int:
    """The first word of its phrase, determiner and adjectives included."""
    place = item.first
    while 0 < place < len(clause.tokens) and clause.gap(
        clause.tokens[place - 1].end, clause.tokens[place].start
    ) in {
        " ",
        ' "',
        "'s ",
        "' ",
    }:
        low = clause.low(place - 1)
        if low in words.NO_MODIFIERS and low not in OWNERS:
            break
        place -= 1
        if low in words.DETERMINERS:
            break
    return place
