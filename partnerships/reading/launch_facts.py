"""What a cue tells: its time, and whether it is only said so."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from partnerships.dates import parse
from partnerships.reading.anycase import AnyCase
from partnerships.reading.context import Context
from partnerships.reading.findings import Span
from partnerships.reading.launch_parts import Clause, Fact
from partnerships.reading.launch_phrases import Cue, CueKind
from partnerships.reading.product_tokens import Item
from partnerships.reading.when import When
from partnerships.reading.words import launch_cues as words

HEDGE = AnyCase(words.UNSURE)
WOULD = re.compile(words.WOULD)
FIRST_PLANNED = re.compile(words.FIRST_PLANNED)
DELAY = re.compile(
    r"(?<!without )(?<!further )\bdelays?\b|\bwait (?:longer|until)\b|\bnot make its\b"
)
LATER_THAN = re.compile(words.LATER_THAN)
SAYING = re.compile(words.SAYING)
NOT_BEFORE = re.compile(r"\b(?:not|won't|never|n't)\b[^,;]{0,60}$")
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|rul(?:es|ed) out|no plans? to|whether|no word on|dismiss(?:es|ed)"
    r"|not planning "
    r"to)\b[^;]{0,90}$"
)
PUT_OFF = {"now", "not", "won't", "only", "never"}
PIECE = re.compile(words.SURE_MARK)
LEADS = re.compile(
    r"\b(?:according to|sources?|rumou?rs?|leaks?|insiders?|reportedly|everything|talk of"
    r"|little bird|word is|tipsters?|is said|if it is)\b",
    re.IGNORECASE,
)
NOT_ITS = re.compile(r", (?:which|who|whose|where)\b|\bpartners? (?:of [\w ]{2,30} )?$")
OF_SAYING = re.compile(
    r"\b(?:said|says|told|wrote|according|spokes\w+|announced in)\b[^,;]{0,40}$"
    r"|\b(?:instead of|rather than|not|compared with|than) $"
)


@dataclass(frozen=True)
class Times:
    """The dates of the text, by their place."""

    context: Context

    @cached_property
    def starts(self) -> list[int]:
        return [each.span.start for each in self.context.dates]

    def within(self, span: Span) -> Sequence[When]:
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return self.context.dates[first:last]


def fact_of(times: Times, clause: Clause, number: int) -> Fact | None:
    """What the cue of that number in the clause tells; nothing where it lacks its date."""
    cue = clause.cues[number]
    verb = clause.tokens[cue.verb].start
    if DENIED.search(clause.gap(max(clause.sentence.span.start, verb - 140), verb)):
        return None
    span = clause.sentence.span
    before = [each for each in clause.cues[:number] if each.kind != "name"]
    after = [each for each in clause.cues[number + 1 :] if each.kind != "name"]
    left = clause.tokens[before[-1].last].end if before else span.start
    right = clause.tokens[after[0].verb].start if after else span.end
    last = min(cue.last, len(clause.tokens) - 1)
    spoken = Span(clause.tokens[cue.first].start, clause.tokens[last].end)
    when = _when(
        times, clause, cue, Span(spoken.start, max(right, spoken.end)), Span(left, spoken.start)
    )
    if when is None and before and (cue.loose or clause.low(cue.verb - 1) in {"with", "by", "to"}):
        earlier = clause.tokens[before[-2].last].end if len(before) > 1 else span.start
        start = clause.tokens[before[-1].first].start
        when = _when(times, clause, before[-1], Span(start, spoken.start), Span(earlier, start))
    if when is None and cue.dated:
        return None
    when = when or _only_date(times, clause, cue)
    tense = before[-1].tense if cue.loose and before and cue.kind == "launch" else cue.tense
    kind: CueKind = _becomes(clause, cue, when, spoken.end, right)
    if kind in {"make", "live"} and when and when.modifier == "since":
        kind = "sale"  # “has made it since 1931”
    if when and when.modifier == "since" and tense == "now":
        tense = "past"  # “on sale since last week”
    if kind == "live" or (cue.side == "s" and clause.low(cue.first) in words.SUCCEEDING):
        when = None
    if when and when.edtf.startswith("[") and NOT_BEFORE.search(clause.gap(left, when.span.start)):
        when = replace(when, edtf=_end_of(when.edtf))
    over = tense == "past" and kind in {"launch", "sale"} and when is not None
    hedged = not over and _is_hedged(clause, spoken)
    return Fact(kind, tense, hedged, when, spoken, span, cue.former)


def day_in_brackets(times: Times, clause: Clause, item: Item) -> When | None:
    """The day right behind a name: “the Bow 3 (June)”."""
    if clause.gap(item.span.end, item.span.end + 2) != " (":
        return None
    found = times.within(Span(item.span.end + 2, item.span.end + 3))
    return found[0] if found else None


def _only_date(times: Times, clause: Clause, cue: Cue) -> When | None:
    """The day that the sentence has elsewhere, if it has one only and the tense allows it."""
    dates, day = times.within(clause.sentence.span), times.context.published
    if len(dates) != 1 or day is None or cue.kind not in {"sale", "launch", "due", "make"}:
        return None
    start = max(clause.sentence.span.start, dates[0].span.start - 60)
    if OF_SAYING.search(clause.gap(start, dates[0].span.start)) or dates[0].modifier == "since":
        return None
    when = parse(dates[0].edtf)
    fits = when.latest > day.latest if cue.tense == "ahead" else when.latest <= day.latest
    return dates[0] if fits and cue.tense != "now" else None


def _becomes(clause: Clause, cue: Cue, when: When | None, start: int, end: int) -> CueKind:
    """The kind of the cue, or what becomes of a plan: “will now follow in June”, “in September
    instead of June”."""
    if when and _instead(clause, when):
        return "delay"
    if cue.kind in {"sale", "launch", "make", "due"} and LATER_THAN.search(clause.gap(start, end)):
        return "delay"
    spoken = {each.low for each in clause.tokens[cue.verb : cue.last + 1]}
    ended = cue.kind == "live" and "discontinued" in spoken
    coming = cue.tense != "past" and cue.kind in {"sale", "launch"}
    first, last = clause.sentence.span.start, clause.sentence.span.end
    if coming and when and DELAY.search(clause.gap(first, last)):
        return "delay"
    if not (ended or (coming and cue.tense == "ahead" and spoken & PUT_OFF)):
        return cue.kind
    if FIRST_PLANNED.search(clause.gap(first, clause.tokens[cue.verb].start)):
        return "cancel" if ended else "delay"
    return cue.kind


def _end_of(edtf: str) -> str:
    """The last day of a span of time, or the month or year that it ends: “not before 2026”."""
    end = edtf.rstrip("]").rsplit("..", 1)[-1]
    if end.endswith("-12-31"):
        return end[:4]
    return end[:7] if end[8:] in {"30", "31", "28", "29"} else end


def _instead(clause: Clause, when: When) -> bool:
    """“In September instead of June”."""
    after = clause.gap(when.span.end, min(when.span.end + 40, clause.sentence.span.end))
    return bool(re.match(r",? (?:instead of|rather than|not) (?:in |on |by |this |the )?\w", after))


def _when(times: Times, clause: Clause, cue: Cue, right: Span, left: Span) -> When | None:
    after = [
        each
        for each in times.within(right)
        if not OF_SAYING.search(clause.gap(max(right.start, each.span.start - 60), each.span.start))
        and not NOT_ITS.search(clause.gap(right.start, each.span.start))
        and (each.modifier != "since" or cue.kind in {"sale", "launch", "make", "live"})
    ]
    if after:
        return after[-1] if cue.kind == "delay" else after[0]
    before = [
        each
        for each in times.within(left)
        if not re.search(r"[;:] ", clause.gap(each.span.end, left.end))
        and not _of_another(clause, each, left)
    ]
    return before[-1] if before else None


def _of_another(clause: Clause, when: When, left: Span) -> bool:
    """Whether the day is that of a saying: “told us on Monday that”."""
    return bool(
        re.search(
            r"\b(?:said|told|announced|agreed|signed|founded|since|partners?|partnership|alliance"
            r"|collaboration)"
            r"(?: \w{1,4})?(?: the)? $",
            clause.gap(max(left.start, when.span.start - 40), when.span.start),
        )
    )


@lru_cache(maxsize=32)  # asked of a sentence once a cue
def _doubts(text: str) -> tuple[bool, bool]:
    """Whether a sentence says only what would be, and whether it says anything as a rumour."""
    would = bool(WOULD.search(text)) and not SAYING.search(text)
    return would, bool(HEDGE.search(text))


def _is_hedged(clause: Clause, spoken: Span) -> bool:
    span = clause.sentence.span
    start, end = span.start, span.end
    text = clause.gap(start, end)
    would, doubted = _doubts(text)
    if not doubted and not would:
        return False
    ends = [start + each.start() for each in PIECE.finditer(text)]
    first = max([start, *(each for each in ends if each <= spoken.start)])
    last = min([end, *(each for each in ends if each >= spoken.end)])
    if HEDGE.search(clause.gap(first, last)) or would:
        return True
    lead = clause.gap(start, min([end, *ends]))
    return bool(LEADS.search(lead)) and bool(HEDGE.search(lead))
