"""What stands before a verb as its subject: what comes to market."""

import re
from collections.abc import Iterator

from partnerships.reading.findings import Span
from partnerships.reading.launch_appositions import left_edge
from partnerships.reading.launch_parts import Clause
from partnerships.reading.launch_phrases import Cue
from partnerships.reading.product_tokens import Item
from partnerships.reading.words import launches as words
from partnerships.reading.words.launch_cues import PLANS

COOPERATION = re.compile(
    r"\b(?:partnership|alliance|collaboration|cooperation|tie-up|pact|agreement|deal|venture)\b"
)
IN_RELATIVE = re.compile(r"\"?,? (?:that|which|who) [^,;]{3,80},? $")
IN_PLACES = re.compile(r" (?:in|to|across|for) [A-Z]\w+(?:,? (?:and |the )*[A-Z]\w+){0,4} ")
OTHER_CLAUSE = re.compile(
    r"[;]|[.!?] | (?:that|and|but|because|if|when|while|who|which|as|(?<!is )(?<!are )said|says"
    r"|than|so) (?!$)"
)


def subjects(clause: Clause, cue: Cue) -> Iterator[Item]:
    """What may stand before the verb as its subject, the likeliest first."""
    number = cue.verb
    limit = clause.tokens[number].start
    if clause.low(number - 1) in {"who", "whom"}:
        return
    if clause.low(number - 1) in words.RELATIVE:
        if _of_a_cooperation(clause, number - 1):
            return
        found = ending_at(clause, number - 1) or _before_relative(clause, number - 1)
        if found is not None:
            yield found
            if found.kind == "name":
                return
    aside = _before_aside(clause, number, limit)
    if aside != limit:
        yield from _left_of(clause, cue, aside)
    yield from _left_of(clause, cue, limit)


def _of_a_cooperation(clause: Clause, place: int) -> bool:
    """“A partnership with Norr that began in 2015”: no product begins."""
    start = clause.tokens[place].start
    last = max((each.span.end for each in clause.items if each.span.end <= start), default=0)
    return bool(COOPERATION.search(clause.gap(max(last, start - 60), start)))


def _left_of(clause: Clause, cue: Cue, limit: int) -> Iterator[Item]:
    items = [each for each in clause.items if each.span.end <= limit]
    joined = clause.low(cue.verb - 1) in {"and", "but", "then", "or"}
    if not joined:
        items.reverse()
    for item in items:
        gap = clause.gap(item.span.end, limit)
        if item.kind == "name" and _is_modifier(clause, item):
            continue
        if len(gap) > 160 or (
            not _of_places(clause, item, gap)
            and (OTHER_CLAUSE.search(gap) and not IN_RELATIVE.match(gap))
        ):
            continue
        if not joined and not IN_RELATIVE.match(gap) and _tells_already(clause, item, cue, limit):
            return
        before = clause.low(left_edge(clause, item) - 1)
        if clause.low(item.first) == "it" and before in {"for", "with", "about"}:
            continue
        if before in words.PREPOSITIONS - {"for", "than"} and item.kind != "pronoun":
            leads = clause.low(left_edge(clause, item) - 2)
            if leads not in {
                "name",
                "work",
                "development",
                "launch",
                "release",
                "debut",
                "production",
            }:
                continue
        planned = clause.low(left_edge(clause, item) - 2) in PLANS and cue.kind == "cancel"
        if before in {"for", "than"} and item.kind == "name" and not planned:
            continue
        yield item
        return


def _of_places(clause: Clause, item: Item, gap: str) -> bool:
    """“Sales in Norway and Sweden start …”."""
    return clause.low(item.first) in words.TRADE and bool(IN_PLACES.fullmatch(gap))


def _is_modifier(clause: Clause, item: Item) -> bool:
    """“The Turin plant”: a name before a noun that is no product's."""
    after = clause.tokens[item.last + 1 : item.last + 2] if item.last >= item.first else []
    if not after or clause.gap(item.span.end, after[0].start) != " ":
        return False
    return after[0].low.rstrip("s") in words.NO_THINGS


def _tells_already(clause: Clause, item: Item, cue: Cue, limit: int) -> bool:
    """Whether the candidate already has its own verb before this one."""
    return any(
        each.verb > item.last
        and clause.tokens[each.last].end <= limit
        and each != cue
        and not (each.first == item.last + 1 and each.form in {"past", "part"})
        and not _set_apart(clause, item, each)
        and each.kind != "name"
        and not each.loose
        for each in clause.cues
    )


def _set_apart(clause: Clause, item: Item, cue: Cue) -> bool:
    """“The Bow 3, first planned for June, …”: a verb between commas is not the sentence's."""
    if clause.low(cue.verb) in words.BE | words.HAVE | words.WILL:
        return False
    gap = clause.gap(item.span.end, clause.tokens[cue.verb].start)
    return gap.lstrip('"') == ", "


def _before_relative(clause: Clause, place: int) -> Item | None:
    start = clause.tokens[place].start
    for item in reversed(clause.items):
        if item.span.end <= start and item.kind != "pronoun":
            before = clause.low(left_edge(clause, item) - 1)
            if before in words.PREPOSITIONS:
                continue
            return item if start - item.span.end < 60 else None
    return None


def _before_aside(clause: Clause, place: int, limit: int) -> int:
    """Before the words in commas between a subject and its verb."""
    if not place:
        return limit
    end = clause.tokens[place - 1].end
    if not clause.gap(end, clause.tokens[place].start).strip(' "').startswith(","):
        return limit
    start = max(clause.tokens[0].start, end - 220)
    found = re.search(
        r", (?:once|originally|initially|long|first|known"
        r"|which|whose|who|built|made|developed|based|co-|powered|designed|with|launched|first"
        r"|created|an?|the|its|their|named|called|due|priced|like|one|two|by|in|on|from|as"
        r"|\w+ed|shown|sold)\b[^,]*$",
        clause.gap(start, end),
    )
    return start + found.start() if found else limit


def ending_at(clause: Clause, place: int) -> Item | None:
    """The candidate right before the word; a pronoun never is."""
    start = clause.tokens[place].start
    for item in reversed(clause.items):
        if item.span.end <= start and item.kind != "pronoun":
            gap = clause.gap(item.span.end, start)
            if not re.fullmatch(r"\"?[,)]? (?:with |of |in |for )?|", gap):
                return None
            if item.kind == "noun" and item.determiner in words.PREPOSITIONS:
                return None  # “a shelf for wine, which …”
            before = clause.low(left_edge(clause, item) - 1)
            if before == "with" and item.kind == "name":
                return None
            return item
    return None


def unlisted(clause: Clause, cue: Cue) -> Item | None:
    """A subject that is no candidate: “The tonic goes on sale …”, “Available from June”."""
    if cue.verb == 0:
        token = clause.tokens[0]
        return Item(Span(token.start, token.end), "pronoun", 0, 0)
    place = cue.verb - 1
    while place > 0 and cue.verb - place < 5 and clause.low(place) not in words.THESE:
        place -= 1
    chunk = clause.tokens[place : cue.verb]
    if chunk[0].low not in words.THESE or (len(chunk) < 2 and chunk[0].low == "the"):
        return None
    if any(
        (each.named and each != chunk[0]) or each.low in words.NO_MODIFIERS for each in chunk[1:]
    ):
        return None
    if chunk[-1].low.rstrip("s") in words.NO_THINGS or place > 1:
        return None
    return Item(Span(chunk[0].start, chunk[-1].end), "pronoun", place, cue.verb - 1)
