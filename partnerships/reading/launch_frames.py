"""Facts that no verb of launching tells: fruits, “last year's X”, “next up is X”."""

import re
from collections.abc import Iterator
from dataclasses import replace

from partnerships.reading.anycase import AnyCase
from partnerships.reading.findings import Span
from partnerships.reading.launch_appositions import left_edge, with_lists
from partnerships.reading.launch_facts import HEDGE, Times, day_in_brackets
from partnerships.reading.launch_parts import Clause, Fact
from partnerships.reading.launch_phrases import CueKind, Tense
from partnerships.reading.product_tokens import Item
from partnerships.reading.words import launches as words
from partnerships.reading.words.launch_cues import AHEAD

FRUIT = AnyCase(words.FRUIT)
TOGETHER = AnyCase(words.TOGETHER)
LED = AnyCase(words.LEADS_TO)
OPENING = re.compile(
    r"(?:[^.;:]{0,30}: )?(?:(?:next|first|second|third|last|also)(?: up| on| out)?(?: is| are|:)"
    r"|up (?:next|first)(?: is|:)|meet|say hello to|here comes?|enter|introducing"
    r"|(?:the )?next day brings|new (?:from|at|by) [\w &]{2,30}:) (?:the |a |an |its )?\"?",
    re.IGNORECASE,
)
ON_A = re.compile(
    r"\b(?:partner|team|work|collaborat|cooperat|join|link)(?:ed|s|ing|e|ion|ership)?\b[^.;]{0,90}"
    r" (?:on|for) (?:an?|another) $"
)
UNREAL = re.compile(
    r"\b(?:not|never|\w+n't|had|previously|formerly|once|claimed|used to|den(?:y|ies|ied)|no plans"
    r"|whether|rul(?:es?|ed) out)\b[^.;,]{0,60}$"
)
LAST_YEARS = re.compile(
    r"\b(?P<which>last (?:year|month|week|spring|summer|autumn|winter)|(?:20|19)[0-9]{2}"
    r"|this (?:year|month|spring|summer|autumn|winter)|next (?:year|month))'s \"?$",
    re.IGNORECASE,
)
NAMING = re.compile(
    r"\b(?:the|its|whose) (?:full |working |code ?)?name(?: is| will be|:) \"?$", re.IGNORECASE
)
EXAMPLE = re.compile(
    r"\b(?:such as|including|among them|among others|starting with|ranging from|notably|for example"
    r"|for instance|not least|above all|take|remember|recall|think of|consider|there (?:is|was)"
    r"(?: also)?|and then came|then came|before that came|came|brought)(?:,|:)? (?:the |its "
    r"|their |an? )?\"?$",
    re.IGNORECASE,
)
RESULT = re.compile(
    r"\b(?:the (?:result|outcome|fruit|upshot)s?|(?:first|second|third|fourth|latest|last|next"
    r"|only|joint"
    r"|best-known|most famous|newest|biggest|common) (?:[\w-]+ ){0,2}?(?:product|result|model"
    r"|car|phone"
    r"|game|device|fruit|child|release|offering|title|drug|medicine|service|shoe|watch|collection"
    r"|project|one|work|line|flavour|flavor|beer|drink|film|app|camera|speaker|vehicle|train"
    r"|plane|card))"
    r"[^.;,]{0,50}?,? (?:is|was|are|were|will be|became|being|came in the form of)(?: called| "
    r"named| the| a| an"
    r"| its| their){0,3} \"?$",
    re.IGNORECASE,
)
IS_FIRST = re.compile(
    r"\"?,? (?:is|was|are|were|will be|became|marks?) (?:\w+'s |both \w+ |\w+ \w+' )?(?:the "
    r"|their |its |an? )?(?:[\w-]+ ){0,2}?"
    r"(?:first|second|third|fourth|fifth|latest|newest|joint|only|result|fruit|product"
    r"|brainchild|child) "
)
REMEMBERED = re.compile(
    r"\b(?:everything|all|all signs|signs|rumou?rs?|leaks?|it|the \w+) (?:suggests?|points?"
    r"|indicates?"
    r"|pointing)\b[^.;]{0,90}\b(?:is|be|to|at)(?: the| a)?(?: new| expected| and| upcoming| "
    r"rumou?red){0,4} \"?$",
    re.IGNORECASE,
)


def bare_facts(clause: Clause, times: Times) -> Iterator[tuple[Item, Fact]]:
    """The named candidates of a sentence with what its frame tells of them."""
    if clause.headline or not any(each.kind != "pronoun" for each in clause.items):
        return
    span = clause.sentence.span
    text = clause.gap(span.start, span.end)
    fruit, leads = FRUIT.search(text), list(LED.finditer(text))
    opening = OPENING.match(text)
    for item in clause.items:
        if item.kind == "noun" and item.determiner in words.INDEFINITE:
            yield from _of_a_noun(clause, times, item, opening)
        if item.kind != "name":
            continue
        place = item.span.start - span.start + 2
        led = next((each for each in reversed(leads) if each.end() <= place), None)
        for fact in _facts(clause, times, item, fruit, led, opening):
            for each in with_lists(clause, item):
                when = day_in_brackets(times, clause, each)
                yield each, replace(fact, when=when) if when else fact


def _of_a_noun(
    clause: Clause, times: Times, item: Item, opening: re.Match[str] | None
) -> Iterator[tuple[Item, Fact]]:
    """“Next up is a blanket”, “has teamed up with Norr on a watch”."""
    span = clause.sentence.span
    before = clause.gap(max(span.start, item.span.start - 140), item.span.start)
    joint = ON_A.search(before)
    if (joint and not UNREAL.search(before[: joint.start()])) or (
        opening and 0 <= item.span.start - span.start - opening.end() <= 2
    ):
        yield item, _fact(clause, times, item, "make", "ahead")


def _facts(  # noqa: PLR0913, PLR0917 - the frames of the sentence, each found once
    clause: Clause,
    times: Times,
    item: Item,
    fruit: re.Match[str] | None,
    led: re.Match[str] | None,
    opening: re.Match[str] | None,
) -> Iterator[Fact]:
    span = clause.sentence.span
    before = clause.gap(max(span.start, item.span.start - 160), item.span.start)
    start = item.span.start - span.start
    if LAST_YEARS.search(before):
        yield _fact(clause, times, item, "launch", "past")
    elif REMEMBERED.search(before):
        fact = _fact(clause, times, item, "launch", "ahead", sure=False)
        yield replace(fact, when=None, points=True)
    elif opening and abs(start - opening.end()) <= 2:
        yield _fact(clause, times, item, "show", "ahead")
    elif led and -2 <= start - led.end() <= 40 and _near(clause, span.start + led.end(), item):
        fact = _fact(clause, times, item, "fruit", "past")
        before_it = Span(max(span.start, span.start + led.start() - 100), item.span.start)
        dates = [each for each in times.within(before_it) if each.modifier != "since"]
        yield replace(fact, when=dates[-1]) if dates else fact
    elif NAMING.search(before):
        yield _fact(clause, times, item, "name", "past")
    elif (
        RESULT.search(before)
        or IS_FIRST.match(clause.gap(item.span.end, min(span.end, item.span.end + 80)))
        or (fruit and _is_result(clause, item, fruit))
    ):
        yield _fact(clause, times, item, "fruit", "past")


def dated_fact(clause: Clause, times: Times, item: Item) -> Fact | None:
    """What a date right beside the name tells, where no other name stands between."""
    span = clause.sentence.span
    if clause.low(item.first - 1) in words.REPLACED or clause.low(item.first - 2) in words.REPLACED:
        return None
    others = [each for each in clause.items if each.kind == "name" and each != item]
    after = min(
        (each.span.start for each in others if each.span.start > item.span.end), default=span.end
    )
    right = Span(item.span.end, min(span.end, item.span.end + 70, after))
    for when in times.within(right):
        gap = clause.gap(item.span.end, when.span.start)
        if not re.search(r"[;.]| (?:that|and|but|because|if|when|while|than|said|says) ", gap):
            ahead = any(each.low in AHEAD for each in clause.tokens)
            hedged = bool(HEDGE.search(clause.gap(span.start, span.end)))
            return Fact("sale", "now" if ahead else "past", hedged, when, item.span, span)
    return None


def example_fact(clause: Clause, times: Times, item: Item) -> Fact | None:
    """“Products such as the Bow 3”, “then there is the Bow 3”."""
    start = max(clause.sentence.span.start, item.span.start - 40)
    if not EXAMPLE.search(clause.gap(start, item.span.start)):
        return None
    return _fact(clause, times, item, "fruit", "past")


def joint_fact(clause: Clause, times: Times, item: Item) -> Fact | None:
    """What a sentence on a cooperation tells of a product that it names."""
    span = clause.sentence.span
    if not TOGETHER.search(clause.gap(span.start, span.end)):
        return None
    if clause.low(left_edge(clause, item) - 1) in words.COMPARING | {"from", "at"}:
        return None
    return _fact(clause, times, item, "fruit", "past")


def plain_fact(clause: Clause, times: Times, item: Item) -> Fact:
    return _fact(clause, times, item, "fruit", "past")


def _near(clause: Clause, start: int, item: Item) -> bool:
    """Whether the words between tell of nobody else."""
    gap = clause.gap(start, item.span.start)
    return not re.search(r"[.;:]| (?:in|at|on|to|from|by|with|for) ", gap)


def _is_result(clause: Clause, item: Item, fruit: re.Match[str]) -> bool:
    """Whether the name stands where the result does: as subject, after “is”, “:”, a comma."""
    start = clause.sentence.span.start
    if item.span.end - start <= fruit.start():
        between = clause.gap(item.span.end, start + fruit.start())
        return (
            bool(re.match(r"\"?,? ?(?:is|was|are|an?|the|which) ", between)) and len(between) < 60
        )
    if not fruit.start() < item.span.start - start < fruit.end() + 80:
        return False
    before = clause.gap(max(clause.sentence.span.start, item.span.start - 24), item.span.start)
    return bool(
        re.search(
            r"(?:\b(?:is|are|was|were|be|include[sd]?|including|called|named|dubbed|produced|as)"
            r"|[,:])(?: the| a| an| its)?(?: \w+)? \"?$",
            before,
        )
    )


def _fact(  # noqa: PLR0913 - the sentence, the product and what is told
    clause: Clause, times: Times, item: Item, kind: CueKind, tense: Tense, *, sure: bool = True
) -> Fact:
    span = clause.sentence.span
    near = Span(max(span.start, item.span.start - 60), min(span.end, item.span.end + 80))
    dates = times.within(near)
    text = clause.gap(span.start, span.end)
    return Fact(
        kind,
        tense,
        not sure or bool(HEDGE.search(text)),
        dates[0] if dates else None,
        item.span,
        span,
    )
