"""When: the expressions of time in a text, each resolved to EDTF with the article's day."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from partnerships.dates import DateError, EdtfDate, parse, understand
from partnerships.reading.findings import Span
from partnerships.reading.text import Document


@dataclass(frozen=True, slots=True)
class When:
    """One expression of time: “by July this year” is [2022-05-24..2022-07-31].

    `modifier` is the word that sets it: by, since, until, from, before, after, about or nothing.
    `why` tells the reckoning: “‘July this year’, article of 2022-05-24”.
    """

    span: Span
    edtf: str
    modifier: str
    why: str


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SEASONS = "spring|summer|autumn|fall|winter"
_YEAR = "(?:18|19|20|21)[0-9]{2}"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
} | {"an": 1, "one": 1}
_COUNT = rf"(?:{'|'.join(_NUMBERS)}|[0-9]{{1,2}})"
_UNIT = "days?|weeks?|months?|years?"
_PART = r"(?:early|mid|late|the (?:beginning|start|middle|end) of|end of)[ -]"
_MODIFIER = r"by|before|until|since|from|after|around|about|no later than|till|through"
_GROUP = (
    r"Q[1-4]|H[12]|(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)"
    r"(?: of(?: the year)?)?"
)
# From the fullest to the barest; what stands first wins.
_FORMS = (
    ("day", rf"(?:(?:{_DAYS}),? )?{_DAY}(?: of)? (?:{_MONTHS}),? {_YEAR}"),
    ("day", rf"(?:(?:{_DAYS}),? )?(?:{_MONTHS}) {_DAY},? {_YEAR}"),
    ("iso", rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"),
    ("month", rf"(?:{_PART})?(?:{_MONTHS})(?: of)?,? (?:{_YEAR}|(?:this|last|next) year)"),
    (
        "group",
        rf"(?:{_PART})?(?:{_GROUP}|{_SEASONS}),?(?: of)? (?:{_YEAR}|(?:this|last|next) year)",
    ),
    ("bare day", rf"(?:(?:{_DAYS}),? )?(?:{_DAY}(?: of)? (?:{_MONTHS})|(?:{_MONTHS}) {_DAY})"),
    (
        "shift",
        r"(?:(?:early|mid|late)[ -])?(?:this|last|next|past|coming) (?:year|month|week|quarter)",
    ),
    ("shifted", rf"(?:this|last|next|past|coming) (?:{_MONTHS}|{_DAYS}|{_SEASONS})"),
    ("end", r"(?:the )?(?:end of (?:the|this) (?:year|month)|year-end|end of next (?:year|month))"),
    ("later", r"later (?:this|that) (?:year|month|week)"),
    ("earlier", r"earlier (?:this|that) (?:year|month|week)"),
    (
        "same",
        r"(?:that|the|this)(?: very)? same (?:day|month|year)|that (?:day|month|year|spring|summer"
        r"|autumn|winter)|the (?:next|following) (?:day|month|year)",
    ),
    (
        "week of",
        rf"(?:the )?(?:first|second|third|last) (?:week|days) of (?:{_MONTHS})(?: {_YEAR})?",
    ),
    ("feast", rf"(?:Christmas|the holidays|the holiday season)(?: {_YEAR})?"),
    ("ago", rf"{_COUNT} (?:{_UNIT}) (?:ago|earlier|later|from now)"),
    ("near", r"today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)"),
    ("part", rf"{_PART}{_YEAR}"),
    ("bare month", rf"(?:{_PART})?(?:{_MONTHS})"),
    ("bare group", rf"(?:{_GROUP})"),
    ("bare season", rf"(?:{_SEASONS})"),
    ("weekday", rf"(?:{_DAYS})"),
    ("year", _YEAR),
)
_EXPRESSION = re.compile(
    rf"(?<![\w$€£.-])(?:(?P<modifier>(?i:{_MODIFIER})) (?:the )?)?(?:"
    + "|".join(f"(?P<f{number}>(?i:{form}))" for number, (_, form) in enumerate(_FORMS))
    + r")(?![\w%]|-[\w])"
)
_LEADS_YEAR = re.compile(
    r"(?:\b(?:in|since|from|until|by|before|after|of|during|around|about|to|early|mid|late|and|year"
    r"|between|through|back|for|till|summer|spring|autumn|winter|fall|as far back as)|[-(]) ?$"
)
_LEADS_MONTH = re.compile(
    r"\b(?:in|by|since|until|of|this|next|last|early|mid|late|from|before|after|during|till|and|to|for"
    r"|between|around|back in|early as|late as|soon as|beginning|start of|end of|middle of)[ -]$",
    re.IGNORECASE,
)
_LEADS_SEASON = re.compile(
    r"\b(?:in|by|until|till|for|from|before|after|during|since|early|late|mid)[ -](?:the )?$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|'ll|shall|would|expects?|expected|plans?|planned|due|set to|scheduled|slated"
    r"|going to"
    r"|to be|aims?|hopes?|coming|next|arrives?|lands?|goes|go|follows?|until|ships?|hits?|opens?"
    r"|takes|starts?|begins|comes|launch(?:es)?|debuts|releases|reach(?:es)?|rolls|enters|becomes"
    r"|premieres|introduces|brings|intends?|wants?|(?:is|are) (?:now |also )?\w+ing|promises|awaited|available from|available in"
    r"|rumou?red|could|might|is to|are to)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|ago|since|(?!called|named|dubbed|titled|planned|expected|scheduled|slated)\w{2,}ed|began|came|went|said|told|won|sold|struck"
    r"|bought|grew|fell|took|made|broke|ran|left|gave|brought|last|back|when)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(r"\b(?:delayed|postponed|put off|pushed back|moved|slipped|rescheduled)\b")
_CLAUSE = 90  # characters on either side that tell the tense


def find_dates(document: Document, published: EdtfDate | None) -> tuple[When, ...]:
    """The expressions of time of the whole text, quotations included, in its order."""
    return tuple(_found(document, published))


def _found(document: Document, published: EdtfDate | None) -> Iterator[When]:
    shadow = document.shadow
    last: EdtfDate | None = None
    for block in document.blocks:
        for found in _EXPRESSION.finditer(shadow, block.span.start, block.span.end):
            number = next(n for n in range(len(_FORMS)) if found[f"f{n}"])
            form, words = _FORMS[number][0], found[f"f{number}"]
            start, modifier = found.start(), (found["modifier"] or "").lower()
            before = shadow[max(block.span.start, start - _CLAUSE) : found.start(f"f{number}")]
            if not _is_a_time(form, words, before):
                continue
            around = _clause(shadow, block.span, found.span())
            when = _resolved(form, words.lower(), around, published, last)
            if when is None:
                continue
            edtf = _set(modifier, when, published)
            why = f"“{words}”" + (f", article of {published.edtf}" if published else "")
            yield When(Span(start, found.end()), edtf, modifier, why)
            last = when


def _is_a_time(form: str, words: str, before: str) -> bool:
    if form == "year":
        return bool(_LEADS_YEAR.search(before.lower()))
    bare = words.rstrip(".").lower()
    if form == "bare month" and bare in {"may", "march", "august", "mar", "april", "june", "dec"}:
        return bool(_LEADS_MONTH.search(before)) and words[0].isupper()
    if form == "bare season":
        return bool(_LEADS_SEASON.search(before))
    return form not in {"bare month", "weekday", "bare day"} or any(map(str.isupper, words))


def _clause(shadow: str, block: Span, at: tuple[int, int]) -> str:
    """The words around, within the sentence: the tense of its verb says which year is meant."""
    before = shadow[max(block.start, at[0] - _CLAUSE) : at[0]]
    after = shadow[at[1] : min(block.end, at[1] + _CLAUSE // 2)]
    return re.split(r"[.;!?] ", before)[-1] + " | " + re.split(r"[.;!?](?: |$)", after)[0]


def _resolved(
    form: str, words: str, around: str, published: EdtfDate | None, last: EdtfDate | None
) -> EdtfDate | None:
    words = re.sub(r"\b(the|of)\b|,", " ", words.replace("-", " " if form != "iso" else "-"))
    words = " ".join(words.replace(".", "").split())
    with suppress(DateError):
        match form:
            case "day" | "iso" | "month" | "group" | "year" | "part":
                return _absolute(words, published)
            case "near":
                return _near(words, published)
            case "bare day" | "bare month" | "bare group" | "bare season" | "shifted":
                return _by_tense(words, around, published, last)
            case "same":
                return _same(words, last)
            case "feast" | "week of":
                months = re.sub(
                    r"^\w+ (?:week|days) ",
                    "",
                    re.sub(r"christmas|holidays|holiday season", "december", words),
                )
                if re.search(_YEAR, months):
                    return understand(months, published)
                return _by_tense(months, around, published, last)
            case "weekday":
                return _weekday(words, around, published)
            case "ago":
                return _ago(words, published, last)
            case "end" | "later" | "earlier" | "shift":
                return _this(words, published)
    return None


def _absolute(words: str, published: EdtfDate | None) -> EdtfDate:
    part = re.match(r"(early|mid|late|beginning|start|middle|end) (.+)", words)
    if part:
        when = understand(part[2], published)
        simple = re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", when.edtf)
        return parse(f"{when.edtf}~") if simple else when
    return understand(words, published)


def _near(words: str, published: EdtfDate | None) -> EdtfDate | None:
    day = _exact(published)
    if day is None:
        return None
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(words, 0)
    return parse(str(day + timedelta(shift)))


def _exact(published: EdtfDate | None) -> date | None:
    return published.latest if published and published.days == 1 else None


def _by_tense(
    words: str, around: str, published: EdtfDate | None, last: EdtfDate | None
) -> EdtfDate | None:
    """A month, day or quarter without its year: the next one for what will be, the last one for
    what was, otherwise the nearest."""
    shift = re.match(r"(this|last|next|past|coming) (.+)", words)
    direction = shift[1] if shift else ""
    bare = (
        shift[2] if shift else re.sub(r"^(early|mid|late|beginning|start|middle|end) ", "", words)
    )
    anchor = published or last
    if anchor is None or anchor.earliest is None:
        return None
    if bare in _DAYS.lower().split("|"):
        return _weekday(bare, {"next": "will", "coming": "will"}.get(direction, "was"), published)
    choices = []
    for year in (anchor.latest.year - 1, anchor.latest.year, anchor.latest.year + 1):
        with suppress(DateError):
            choices.append(understand(f"{bare} {year}"))
    return _chosen(choices, direction, around, anchor)


def _chosen(
    choices: Sequence[EdtfDate], direction: str, around: str, anchor: EdtfDate
) -> EdtfDate | None:
    day = anchor.latest
    future = [each for each in choices if each.latest >= day]
    past = [each for each in choices if each.sort_day <= day]
    put_off = bool(_PUT_OFF.search(around))
    future_at, past_at = _place(_FUTURE, around), _place(_PAST, around)
    ahead = put_off or future_at >= past_at > -1 or future_at > -1 == past_at
    behind = not put_off and past_at > future_at
    if direction in {"next", "coming"} or (direction == "" and ahead and not behind):
        return future[0] if future else None
    if direction in {"last", "past"}:
        before = [each for each in choices if each.latest < day]
        return before[-1] if before else None
    if direction == "this":
        same = [each for each in choices if each.latest.year == day.year]
        return same[0] if same else None
    if behind and not ahead:
        return past[-1] if past else None
    return min(choices, key=lambda each: abs((each.sort_day - day).days), default=None)


def _same(words: str, last: EdtfDate | None) -> EdtfDate | None:
    """“That same month”, “that summer”, “the following year”, by the time named last."""
    if last is None or last.earliest is None:
        return None
    day, unit = last.earliest, words.rsplit(maxsplit=1)[-1]
    shift = int(bool(re.search(r"\b(?:next|following)\b", words)))
    if unit == "day":
        return parse(str(day + timedelta(shift))) if last.days == 1 else None
    if unit == "month":
        months = day.year * 12 + day.month - 1 + shift
        return parse(f"{months // 12}-{months % 12 + 1:02}") if last.days <= 31 else None
    return parse(str(day.year + shift)) if unit == "year" else understand(f"{unit} {day.year}")


def _place(tense: re.Pattern[str], around: str) -> int:
    """Where the last word of that tense before the expression stands; 0 for one only behind it."""
    before, _, after = around.partition(" | ")
    found = [each.start() + 1 for each in tense.finditer(before)]
    return found[-1] if found else 0 if tense.search(after) else -1


def _weekday(words: str, around: str, published: EdtfDate | None) -> EdtfDate | None:
    day = _exact(published)
    if day is None:
        return None
    number = _DAYS.lower().split("|").index(words)
    ahead = _FUTURE.search(around) and not _PAST.search(around)
    shift = (number - day.weekday()) % 7 if ahead else -((day.weekday() - number) % 7)
    return parse(str(day + timedelta(shift)))


def _ago(words: str, published: EdtfDate | None, last: EdtfDate | None) -> EdtfDate | None:
    count, unit, direction = words.split(maxsplit=2)
    number = _NUMBERS.get(count) or int(count)
    anchor = published if direction in {"ago", "from now"} else last
    if anchor is None or anchor.earliest is None:
        return None
    sign = -1 if direction in {"ago", "earlier"} else 1
    day = anchor.latest
    if unit.startswith(("day", "week")):
        days = sign * number * (7 if unit.startswith("week") else 1)
        return parse(str(day + timedelta(days))) if anchor.days == 1 else None
    if unit.startswith("year"):
        return parse(str(day.year + sign * number))
    months = day.year * 12 + day.month - 1 + sign * number
    return parse(f"{months // 12}-{months % 12 + 1:02}")


def _this(words: str, published: EdtfDate | None) -> EdtfDate | None:
    """“Later this year”, “end of next month”, “last week”, by the article's date."""
    if published is None:
        return None
    day = published.latest
    shift = -1 if re.search(r"\b(?:last|past)\b", words) else 0
    shift = 1 if re.search(r"\b(?:next|coming)\b", words) else shift
    if "week" in words:
        return None if words.rsplit(maxsplit=1)[-1] == "week" and shift else _week(day, shift)
    if "month" in words:
        months = day.year * 12 + day.month - 1 + shift
        return parse(f"{months // 12}-{months % 12 + 1:02}")
    if "quarter" in words:
        return understand(words, published)
    return parse(str(day.year + shift))


def _week(day: date, shift: int) -> EdtfDate:
    first = day - timedelta(day.weekday() - 7 * shift)
    return parse(f"[{first}..{first + timedelta(6)}]")


def _set(modifier: str, when: EdtfDate, published: EdtfDate | None) -> str:
    """By or before a time: one day up to its last, from the article's on where that is known."""
    if modifier not in {"by", "before", "no later than"} or when.earliest is None:
        return when.edtf
    day = _exact(published)
    if day is None:
        return f"[..{when.latest}]"
    return f"[{day}..{when.latest}]" if day <= when.latest else when.edtf
