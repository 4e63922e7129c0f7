"""Which product a cue tells of: what it launches, or what comes to market."""

import re
from collections.abc import Iterator

from partnerships.reading.findings import Span
from partnerships.reading.launch_appositions import left_edge
from partnerships.reading.launch_parts import Clause
from partnerships.reading.launch_phrases import Cue
from partnerships.reading.launch_subjects import ending_at, subjects, unlisted
from partnerships.reading.product_nouns import singular
from partnerships.reading.product_tokens import Item
from partnerships.reading.words import launches as words

THAT = re.compile(r" (?:that|whether|how|why) ")
BREAK = re.compile(r"[;()]|[.!?] |, (?:which|who|where|while|but|whose|when|because|said)\b")
BEHIND_FRONT = re.compile(
    r"(?:(?! for [A-Z])[^,:;.]){0,50}[,:] \"?(?:(?:the|an?|its|their|new|latest|\w+'s) ){0,3}\"?"
)
UNKNOWN_KIND = re.compile(
    r" (?:its|their|a|an|his|her|\w+'s) (?:[a-z][\w-]* ){0,5}[a-z][\w-]*, (?:the )?\"?"
)
INTO = re.compile(r" (?:to|on|onto|into|in) (?:all )?(?:of )?(?:its|their) (?P<what>[\w -]{3,40})")
FRONT = 3  # words before the last one of a phrase that stands before its sentence
LONGEST = 16  # words between a verb and its object
BEFORE_OBJECT = words.ADVERBS | {"today", "yesterday"}
NO_OBJECT = words.PREPOSITIONS - {"on"} | words.NO_OBJECT
BOUND = words.NO_MODIFIERS | words.ADVERBS  # that end no noun phrase
AFTER_PARTICIPLE = words.PREPOSITIONS | frozenset(
    ("together", "jointly", "last", "this", "today", "earlier", "")
)
MAY_PRECEDE = words.PREPOSITIONS | words.ADVERBS | words.TIMES


def targets(clause: Clause, cue: Cue) -> Iterator[Item]:
    """The candidates for the product of a cue, the likeliest first; a pronoun stands for itself."""
    if cue.kind == "due" and clause.low(cue.first) in words.SAYING:
        yield Item(Span(clause.tokens[0].start, clause.tokens[0].start), "pronoun", cue.first, 0)
        return
    if cue.kind == "name":
        yield from _called(clause, cue)
        return
    is_relative, antecedent = _of_a_relative(clause, cue)
    if is_relative:
        yield from filter(None, [antecedent])
        return
    fronted = _behind_a_front(clause, cue)
    if fronted is not None:
        yield fronted
        return
    follows = _noun_follows(clause, cue)
    if _of_an_unknown_noun(clause, cue):
        return
    if _reduced(clause, cue):
        yield from filter(None, [_right_before(clause, cue)])
        return
    ends = cue.form in {"past", "part"} and not cue.loose
    if cue.side == "s" or (not follows and (cue.side == "b" or ends)):
        before = list(subjects(clause, cue))
        yield from before or filter(None, [unlisted(clause, cue)])
        return
    found = _object(clause, cue)
    if found is not None and found.kind == "noun" and clause.low(cue.last) == "had":
        return  # “has had a film made”
    if found is not None and not (
        clause.low(cue.first) in words.PUTTING and is_put_into(clause, found)
    ):
        yield found


def _behind_a_front(clause: Clause, cue: Cue) -> Item | None:
    """“Available from June, the Bow 3 …”, “Launched in 2021, the Bow 3 …”, “Out now: the Bow 3”."""
    leads = cue.form in {"past", "part", "ing"} or clause.low(cue.first) in words.LEADING
    if cue.first > FRONT or not leads:
        return None
    item = next((each for each in clause.items if each.kind != "pronoun"), None)
    if item is None or item.first <= cue.last:
        return None
    gap = clause.gap(clause.tokens[cue.last].end, item.span.start)
    return item if len(gap) < 80 and BEHIND_FRONT.fullmatch(gap) else None


def is_put_into(clause: Clause, item: Item) -> bool:
    """“Brings Norr Sound to its laptops”: a part of products, none itself."""
    after = clause.gap(item.span.end, min(item.span.end + 70, clause.sentence.span.end))
    found = INTO.match(after)
    return found is not None and any(map(singular, found["what"].split()))


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
            return True, ending_at(clause, place)
        place -= 1
    return False, None


def _noun_follows(clause: Clause, cue: Cue) -> bool:
    """Whether the words after the verb may be its object."""
    place = cue.last + 1
    while clause.low(place) in BEFORE_OBJECT:
        place += 1
    if place >= len(clause.tokens):
        return False
    gap = clause.gap(clause.tokens[place - 1].end, clause.tokens[place].start)
    if gap.strip(' "'):
        return ":" in gap and cue.side != "s"
    token = clause.tokens[place]
    return token.low not in NO_OBJECT and not (
        token.low == "on" and not clause.low(place + 1).endswith("day")
    )


def _reduced(clause: Clause, cue: Cue) -> bool:
    """“A watch, developed with Norr, …”: whether it is a participle behind its noun."""
    if cue.form not in {"past", "part"} or cue.verb != cue.first or cue.side == "s":
        return False
    after = clause.low(cue.last + 1)
    if after not in AFTER_PARTICIPLE:
        return False
    return _right_before(clause, cue) is not None


def _of_an_unknown_noun(clause: Clause, cue: Cue) -> bool:
    """“Every track made since 1961”: no word of the tables, but no subject of the sentence."""
    if cue.kind != "make" or cue.form not in {"past", "part"} or cue.verb != cue.first:
        return False
    before = clause.tokens[cue.first - 1] if cue.first else None
    if before is None or before.capital or clause.low(cue.last + 1) not in AFTER_PARTICIPLE:
        return False
    adjacent = clause.gap(before.end, clause.tokens[cue.first].start) == " "
    free = before.low.isalpha() and before.low not in BOUND
    return adjacent and free and _right_before(clause, cue) is None


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
        if (
            BREAK.search(gap)
            or THAT.search(gap)
            or item.first - cue.last > LONGEST
            or item.first > stop
        ):
            return None
        if item.kind == "pronoun":
            if item.first == cue.last + 1:
                return item
            continue
        if _of_a_kind(clause, item) or _is_adverbial(clause, cue.last + 1, item):
            return item
        if item.kind == "name" and is_apposed_name(clause, item, gap):
            return item
        if not _may_precede(clause, cue.last + 1):
            return None
    return None


def is_apposed_name(clause: Clause, item: Item, before: str) -> bool:
    """“Its parametric flood cover, Norr Plus”: the name of what no word of the tables calls."""
    after = clause.gap(item.span.end, min(item.span.end + 2, clause.sentence.span.end))
    return bool(UNKNOWN_KIND.fullmatch(before)) and after[:2] in {", ", "; ", ": ", ".", ""}


def _is_adverbial(clause: Clause, start: int, item: Item) -> bool:
    """Whether only a time or a place stands between a verb and its object."""
    edge = left_edge(clause, item)
    if edge <= start:
        return True
    return _may_precede(clause, start) and clause.low(edge - 1) not in words.PREPOSITIONS


def _may_precede(clause: Clause, start: int) -> bool:
    low = clause.low(start)
    return low in MAY_PRECEDE


def _of_a_kind(clause: Clause, item: Item) -> bool:
    """“A limited edition of the X”, “a range of X”, “a version of X”."""
    place = left_edge(clause, item) - 1
    return clause.low(place) == "of" and clause.low(place - 1).rstrip("s") in words.MEASURES
