"""Which product a cue tells of: what it launches, or what comes to market."""

import re
from collections.abc import Iterator

from partnerships.reading.findings import Span
from partnerships.reading.launch_cues import Cue
from partnerships.reading.launch_parts import Clause
from partnerships.reading.product_tokens import Item
from partnerships.reading.words import launches as words

BREAK = re.compile(r"[;()]|[.!?] |, (?:which|who|where|while|but|whose|when|because|said)\b")
IN_RELATIVE = re.compile(r"\"?,? (?:that|which|who) [^,;]{3,80},? $")
OTHER_CLAUSE = re.compile(
    r"[;]|[.!?] | (?:that|and|but|because|if|when|while|who|which|as|(?<!is )(?<!are )said|says|than|so) (?!$)"
)
LONGEST = 16  # words between a verb and its object


def targets(clause: Clause, cue: Cue) -> Iterator[Item]:
    """The candidates for the product of a cue, the likeliest first; a pronoun stands for itself."""
    if cue.kind == "name":
        yield from _called(clause, cue)
        return
    is_relative, antecedent = _of_a_relative(clause, cue)
    if is_relative:
        yield from filter(None, [antecedent])
        return
    follows = _noun_follows(clause, cue)
    if _reduced(clause, cue):
        yield from filter(None, [_right_before(clause, cue)])
        return
    ends = cue.form in {"past", "part"} and not cue.loose
    if cue.side == "s" or (not follows and (cue.side == "b" or ends)):
        subjects = list(_subjects(clause, cue))
        yield from subjects or filter(None, [_unlisted(clause, cue)])
        return
    yield from filter(None, [_object(clause, cue)])


def _unlisted(clause: Clause, cue: Cue) -> Item | None:
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


def _called(clause: Clause, cue: Cue) -> Iterator[Item]:
    """“They call it the Arc 5”: the name, whatever it is given to."""
    for item in clause.items:
        if item.kind == "name" and cue.last < item.first <= cue.last + 6:
            if not BREAK.search(clause.gap(clause.tokens[cue.last].end, item.span.start)):
                yield item
            return


def _of_a_relative(clause: Clause, cue: Cue) -> tuple[bool, Item | None]:
    """“The phone that the brand launched in 2016”: what stands before the relative word."""
    if cue.side == "s" or cue.form not in {"past", "part", "s", "base"} or cue.loose:
        return False, None
    if _noun_follows(clause, cue) and clause.low(cue.last + 1) not in {"in", "on", "at", "with"}:
        return False, None
    place = cue.verb - 1
    for _ in range(7):
        low = clause.low(place)
        if not low or any(each.last >= place >= each.verb for each in clause.cues if each != cue):
            return False, None
        if low in words.RELATIVE and place + 1 < cue.verb:
            return True, _ending_at(clause, place)
        place -= 1
    return False, None


def _ending_at(clause: Clause, place: int) -> Item | None:
    """The candidate right before the word; a pronoun never is."""
    start = clause.tokens[place].start
    for item in reversed(clause.items):
        if item.span.end <= start and item.kind != "pronoun":
            gap = clause.gap(item.span.end, start)
            if not re.fullmatch(r"\"?[,)]? (?:with |of |in |for )?|", gap):
                return None
            before = clause.low(_left_edge(clause, item) - 1)
            if before == "with" and item.kind == "name":
                return None
            return item
    return None


def _noun_follows(clause: Clause, cue: Cue) -> bool:
    """Whether the words after the verb may be its object."""
    place = cue.last + 1
    while clause.low(place) in words.ADVERBS | {"today", "yesterday"}:
        place += 1
    if place >= len(clause.tokens):
        return False
    gap = clause.gap(clause.tokens[place - 1].end, clause.tokens[place].start)
    if gap.strip(' "'):
        return ":" in gap and cue.side != "s"
    token = clause.tokens[place]
    return token.low not in words.PREPOSITIONS - {"on"} | words.NO_OBJECT and not (
        token.low == "on" and not clause.low(place + 1).endswith("day")
    )


def _reduced(clause: Clause, cue: Cue) -> bool:
    """“A watch, developed with Norr, …”: whether it is a participle behind its noun."""
    if cue.form not in {"past", "part"} or cue.verb != cue.first or cue.side == "s":
        return False
    after = clause.low(cue.last + 1)
    if after not in words.PREPOSITIONS | {
        "together",
        "jointly",
        "last",
        "this",
        "today",
        "earlier",
        "",
    }:
        return False
    return _right_before(clause, cue) is not None


def _right_before(clause: Clause, cue: Cue) -> Item | None:
    start = clause.tokens[cue.first].start
    for item in clause.items:
        if item.span.end <= start and item.kind != "pronoun":
            gap = clause.gap(item.span.end, start)
            if re.fullmatch(r"\"?,? (?:also |and |jointly |first |which )?", gap):
                return item
    return None


def _object(clause: Clause, cue: Cue) -> Item | None:
    end = clause.tokens[cue.last].end
    stop = min(
        (each.verb for each in clause.cues if each.verb > cue.last and each.kind != "name"),
        default=len(clause.tokens),
    )
    for item in clause.items:
        if item.first <= cue.last:
            continue
        gap = clause.gap(end, item.span.start)
        if BREAK.search(gap) or item.first - cue.last > LONGEST or item.first > stop:
            return None
        if item.kind == "pronoun":
            if item.first == cue.last + 1:
                return item
            continue
        if _of_a_kind(clause, item) or _is_adverbial(clause, cue.last + 1, item):
            return item
        if not _may_precede(clause, cue.last + 1):
            return None
    return None


def _is_adverbial(clause: Clause, start: int, item: Item) -> bool:
    """Whether only a time or a place stands between a verb and its object."""
    edge = _left_edge(clause, item)
    if edge <= start:
        return True
    return _may_precede(clause, start) and clause.low(edge - 1) not in words.PREPOSITIONS


def _may_precede(clause: Clause, start: int) -> bool:
    low = clause.low(start)
    return low in words.PREPOSITIONS | words.ADVERBS | words.TIMES


def _left_edge(clause: Clause, item: Item) -> int:
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
        if low in words.NO_MODIFIERS and low not in words.DETERMINERS | {"own"}:
            break
        place -= 1
        if low in words.DETERMINERS:
            break
    return place


def _of_a_kind(clause: Clause, item: Item) -> bool:
    """“A limited edition of the X”, “a range of X”, “a version of X”."""
    place = _left_edge(clause, item) - 1
    return clause.low(place) == "of" and clause.low(place - 1).rstrip("s") in words.MEASURES


def _subjects(clause: Clause, cue: Cue) -> Iterator[Item]:
    """What may stand before the verb as its subject, the likeliest first."""
    number = cue.verb
    limit = clause.tokens[number].start
    if clause.low(number - 1) in words.RELATIVE:
        found = _ending_at(clause, number - 1) or _before_relative(clause, number - 1)
        if found is not None:
            yield found
            if found.kind == "name":
                return
    aside = _before_aside(clause, number, limit)
    if aside != limit:
        yield from _left_of(clause, cue, aside)
    yield from _left_of(clause, cue, limit)


def _left_of(clause: Clause, cue: Cue, limit: int) -> Iterator[Item]:
    items = [each for each in clause.items if each.span.end <= limit]
    joined = clause.low(cue.verb - 1) in {"and", "but", "then", "or"}
    if not joined:
        items.reverse()
    for item in items:
        gap = clause.gap(item.span.end, limit)
        if item.kind == "name" and _is_modifier(clause, item):
            continue
        if len(gap) > 160 or (OTHER_CLAUSE.search(gap) and not IN_RELATIVE.match(gap)):
            continue
        if not joined and not IN_RELATIVE.match(gap) and _tells_already(clause, item, cue, limit):
            return
        before = clause.low(_left_edge(clause, item) - 1)
        if before in words.PREPOSITIONS - {"for", "than"} and item.kind != "pronoun":
            leads = clause.low(_left_edge(clause, item) - 2)
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
        if before in {"for", "than"} and item.kind == "name":
            continue
        yield item
        return


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
        and each.kind != "name"
        and not each.loose
        for each in clause.cues
    )


def _before_relative(clause: Clause, place: int) -> Item | None:
    start = clause.tokens[place].start
    for item in reversed(clause.items):
        if item.span.end <= start and item.kind != "pronoun":
            before = clause.low(_left_edge(clause, item) - 1)
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
        r", (?:which|whose|who|built|made|developed|based|co-|powered|designed|with|launched|first"
        r"|created|an?|the|its|their|named|called|due|priced|like|one|two|by|in|on|from|as"
        r"|\w+ed|shown|sold)\b[^,]*$",
        clause.gap(start, end),
    )
    return start + found.start() if found else limit
