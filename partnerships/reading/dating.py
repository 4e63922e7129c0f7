"""When a cooperation was announced, begun or ended: which date of a sentence belongs to it."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from partnerships.dates import DateError, parse
from partnerships.reading.anycase import AnyCase
from partnerships.reading.context import Context
from partnerships.reading.scenes import Hit, words_of
from partnerships.reading.slots import Line
from partnerships.reading.when import When
from partnerships.reading.words import partnerships as words

Role: TypeAlias = Literal["begun", "ended", ""]
NEWS_DAYS = 10  # what was announced so many days before the article is its news


ENDS = words_of(words.ENDS)
BEGINS = words_of(words.BEGINS_ON)
OTHER = words_of(words.OTHER_EVENTS)
NOUN = re.compile(r"(?:co-?operation|collaboration)s?", re.IGNORECASE)
SAYS = words_of(r"said|says|told|confirm\w*")
BREAKS = re.compile(words.BREAKS, re.IGNORECASE)
VERBS: tuple[tuple[str, AnyCase], ...] = (
    ("begins", BEGINS),
    ("ends", ENDS),
    ("other", OTHER),
)
AND_THEN = re.compile(r", and (?=§|an? |the |one )|,? and (?=(?:now|in [A-Z0-9]))")
ANOTHER_VERB = re.compile(
    r" and (?:\w+ )?(?:began|begun|started|signed|has|have|had|announced|launched|works|is)\b"
    r"|, (?:while|whereas|but)\b"
)
LAUNCHED_IT = re.compile(  # “a collaboration that the companies launched in”
    r"(?:co-?operation|collaboration|partnership|alliance|venture"
    r"|programme|program),? (?:that|which)"
    r" [^,;]{0,40}\b(?:launched|unveiled|presented) (?:in|on) $"
)
NOW = re.compile(r"(?:until |till )?(?:today|now|this day)\b")
AND_CLAUSE = re.compile(r",? and ")
AND_ANOTHER = re.compile(r",? and [^;]{1,80}\bwith §")
GOES_BACK = re.compile(
    r"\b(?:go(?:es|ing)|dat(?:es|ing)|stretch\w+|reach\w+) (?:back (?:to|as far as)|from)"
    r" (?:the )?(?:\w+ of )?$"
)
RUNS = re.compile(
    r", (?:which|that) (?:has |have |had )?(?:\w+ )?(?:run|been|existed|lasted|dates?|goes|going"
    r"|began|started)\b"
)
LEADING = re.compile(
    r"(?:In|On|From|Since|Earlier|Last|This|Back in|As early as"
    r"|As far back as)? ?(?:the )?(?:\w+ of )?"
)
UNTIL = re.compile(
    r"\b(?i:(?:until|till)|from [\w ]{3,15} (?:to|until)|between [\w ]{0,10}\d{4} and) (?:\w+ )?$"
)
SPAN = re.compile(r"([^/.]+)/([^/.]+)")


def clause_start(text: str, at: int) -> int:
    """Where the clause begins that the place of a line lies in."""
    start = 0
    for found in BREAKS.finditer(text, 0, at):
        start = found.end()
    for found in AND_THEN.finditer(text, start, at + 1):  # it looks at the letter behind
        start = min(found.end(), at)
    return start


def is_past(context: Context, when: When) -> bool:
    """Whether the date does not lie after the article."""
    if context.published is None:
        return True
    try:
        given = parse(when.edtf)
    except DateError:
        return False
    return _day(given.earliest) <= _day(context.published.latest)


def _day(given: date | None) -> date:
    """A bound of an EDTF date; an open one lies far off."""
    return given or date.max


def is_news(context: Context, when: When) -> bool:
    """Whether the day is that of the article, or one of the days before it."""
    try:
        given = parse(when.edtf)
    except DateError:
        return False
    if given.days is None or given.days > 31 or context.published is None:
        return given.days == 1
    if given.days > 1:
        return _day(given.earliest) <= _day(context.published.latest) <= _day(given.latest)
    try:
        first_news = _day(context.published.latest) - timedelta(NEWS_DAYS)
    except OverflowError:
        return False
    return _day(given.earliest) >= first_news


def dates_of(context: Context, hit: Hit) -> tuple[When | None, When | None]:
    """The day that a passage was announced or begun, and the day it ended."""
    begun: When | None = None
    ended: When | None = None
    surest = (0, 0)
    sentence = hit.line.sentence.span
    first = bisect_left(context.dates, sentence.start, key=lambda when: when.span.start)
    for when in context.dates[first : first + 12]:
        if when.span.end > sentence.end:
            break
        if whole := SPAN.fullmatch(when.edtf):  # “from 2016 to 2020”
            begun = begun or replace(when, edtf=whole[1])
            ended = ended or replace(when, edtf=whole[2])
            continue
        role, sure = _role(context, hit, when)
        if role == "ended" and when.modifier != "since":
            ended = ended or when
        elif role == "begun" and (sure, -_distance(hit, when)) > surest:
            begun, surest = when, (sure, -_distance(hit, when))
    return begun, ended


def _distance(hit: Hit, when: When) -> int:
    """How far the date stands from the words that tell the cooperation."""
    place = _place(hit.line, when) or (0, 0)
    return max(place[0] - hit.right, hit.start - place[1], 0)


def _place(line: Line, when: When) -> tuple[int, int] | None:
    """Where the date stands in the line, if it was not cut out of it."""
    at = bisect_left(line.where, when.span.start)
    if at >= len(line.where) or line.where[at] >= when.span.end:
        return None
    return at, bisect_left(line.where, when.span.end)


def _role(context: Context, hit: Hit, when: When) -> tuple[Role, int]:
    """What a date of the sentence dates, and how surely."""
    text = hit.line.words
    place = _place(hit.line, when)
    if place is None or text[place[1] : place[1] + 2] == "'s":
        return "", 0  # “last year’s model”
    at, end = place
    if when.modifier in {"until", "till"} or UNTIL.search(text, max(0, at - 40), at):
        another = AND_ANOTHER.search(text, hit.right) and AND_CLAUSE.search(text, hit.right, at)
        return ("", 0) if another or NOW.match(text, at) else ("ended", 1)
    if hit.rule == "another with C" and at < hit.start:
        return "", 0
    if when.modifier in {"by", "before"} or not is_past(context, when):
        return "", 0
    between = text[hit.right : at] if hit.right <= at else text[end : max(end, hit.left)]
    if at < hit.start and (when.modifier == "since") and ANOTHER_VERB.search(text, end, hit.start):
        return "", 0  # “has worked with B since 2011 and began a codeshare with C”
    if when.modifier == "since" or GOES_BACK.search(text, max(0, at - 40), at):
        broken = BREAKS.search(between.removeprefix(", when ") if at < hit.left else between)
        broken = broken or AND_THEN.search(between)
        return ("", 0) if broken and not RUNS.match(between, broken.start()) else ("begun", 5)
    return _by_verb(hit, at, end, between)


def _by_verb(hit: Hit, at: int, end: int, between: str) -> tuple[Role, int]:
    """What a date dates by the verb before it: “formed in May”, “ended in May”."""
    text = hit.line.words
    if (
        at < hit.left
        and AND_THEN.search(text, end, hit.left + 1)
        and not LEADING.fullmatch(text[:at])
    ):
        return "", 0  # “A joined forces with B in May, and C's pact with D …”
    verb, gap = _last_verb(text[clause_start(text, at) : at])
    if verb == "ends":
        return ("", 0) if _ends_another(hit, at, end, between) else ("ended", 1)
    near = gap <= 60
    if verb == "other" and LAUNCHED_IT.search(text, 0, at):
        return "begun", 4
    if verb == "other" and near:
        return "", 0
    said = verb == "begins" and gap < 14 and SAYS.search(text, max(0, at - gap - 12), at)
    if verb == "begins" and near and not said:
        return "begun", 2 if BREAKS.search(between) else 4
    return _beside(hit, at, end, between, bool(said))


def _ends_another(hit: Hit, at: int, end: int, between: str) -> bool:
    """Whether the date is told of what is done with somebody else: “parted ways with B two years
    later and now works with C”."""
    if at < hit.start:
        return AND_THEN.search(hit.line.words, end, hit.start) is not None
    return AND_ANOTHER.search(between) is not None


def _beside(hit: Hit, at: int, end: int, between: str, said: bool) -> tuple[Role, int]:
    """What a date without a verb before it dates: “in May A and B formed an alliance”."""
    text = hit.line.words
    if at >= hit.right:
        apart = OTHER.search(between) or BREAKS.search(between)
        apart = apart or AND_THEN.search(text, hit.right, end)
        return ("", 0) if apart else ("begun", 3)
    if LEADING.fullmatch(text[:at]) and AND_THEN.search(text, end, max(end, hit.start)):
        return "begun", 2  # “In May A left, and B teamed up with C”
    apart = BREAKS.search(text, end, max(end, hit.start))
    if ENDS.search(text, end, hit.right) and not apart:
        return "ended", 1
    if _first_verb(text[end : max(hit.right, end + 40)]) == "other":
        return "", 0
    if said:
        return "begun", 1
    return ("", 0) if apart else ("begun", 3)


def _last_verb(clause: str) -> tuple[str, int]:
    """Which kind of verb stands last before a date, and how far from it."""
    best, kind, gap = -1, "", 0
    for name, pattern in VERBS:
        for found in pattern.finditer(clause):
            if found.start() > best and not _is_what_ends(clause, found):
                best, kind, gap = found.start(), name, len(clause) - found.end()
    return kind, gap


def _is_what_ends(clause: str, found: re.Match[str]) -> bool:
    """Whether the word is no verb but what a verb before it ends: “ended its cooperation”."""
    return bool(NOUN.fullmatch(found[0]) and ENDS.search(clause, 0, found.start()))


def _first_verb(clause: str) -> str:
    """Which kind of verb stands first after a date."""
    found = [(each.start(), name) for name, pattern in VERBS if (each := pattern.search(clause))]
    return min(found)[1] if found else ""
