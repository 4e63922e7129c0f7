"""An editor's plain words, with the article's day as anchor, understood as a date."""

import re
from calendar import day_name, month_name
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from partnerships.dates.notation import (
    GROUPS,
    KEPT,
    OPEN_END,
    DateError,
    EdtfDate,
    check_characters,
    first_of_month,
    is_date,
    parse,
    refusal,
)

_MONTH_CODES = {
    form.lower(): f"{number:02}"
    for number, name in enumerate(month_name)
    for form in (name, name[:3], name[:3] + "t" * (name == "September"))
    if form
}
_GROUP_CODES = {name.removesuffix(" of"): code for code, (_, _, name) in GROUPS.items()}
_GROUP_CODES |= {"fall": "23", "last quarter": "36", "last half": "41"}
for _unit, _before_first, _count in (("quarter", 32, 4), ("half", 39, 2)):
    for _number in range(1, _count + 1):
        for _form in (f"{_unit[0]}{_number}", f"{_number}{_unit[0]}", f"{_number} {_unit}"):
            _GROUP_CODES[_form] = str(_before_first + _number)
_WEEKDAYS = {name.lower(): number for number, name in enumerate(day_name)}
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_SHIFTS = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
_NEAR = timedelta(120)  # how far from the article a month or day without a year may lie

_NAMES = "|".join(sorted(_MONTH_CODES, key=len, reverse=True))
_PARTS, _WEEKDAY = "|".join(_THIRDS), "|".join(_WEEKDAYS)
_YEAR, _DAY, _NUMBER = "(?P<year>[0-9]{4})", "(?P<day>[0-9]{1,2})", "(?P<month>0?[1-9]|1[0-2])"
_CLEAR_DAY = "(?P<day>1[3-9]|2[0-9]|3[01])"  # cannot be a month
_MONTH, _GROUP = f"(?P<month>{_NAMES})", f"(?P<month>{'|'.join(_GROUP_CODES)})"
_CALENDAR = tuple(
    re.compile(form)
    for form in (
        f"{_DAY}[ -]?{_MONTH}[ -]?{_YEAR}",
        f"{_MONTH} {_DAY} {_YEAR}",
        f"{_MONTH}[ -]{_YEAR}",
        f"{_YEAR}[ -]{_MONTH}(?:[ -]{_DAY})?",
        f"{_YEAR}[-/.]{_NUMBER}(?:[-/.]{_DAY})?",
        f"{_NUMBER}[-/.]{_YEAR}",
        f"{_CLEAR_DAY}[-/.]{_NUMBER}[-/.]{_YEAR}",
        f"{_NUMBER}[-/.]{_CLEAR_DAY}[-/.]{_YEAR}",
        f"{_GROUP}[ /-]?{_YEAR}",
        f"(?P<month>winter) {_YEAR}[/-](?:[0-9]{{2}})?(?P<next>[0-9]{{2}})",
        f"{_YEAR}[ -]?{_GROUP}",
    )
)
_SIMPLER = (  # each in turn, on words in lower case
    (r"[\u2010-\u2015\u2212]", "-"),
    (r",(?= |[0-9]{4}$)|(?<=[a-z])\.|(?<=[0-9])\.(?= |$)", " "),
    (r"\b([0-9]{1,2})(?:st|nd|rd|th)\b", r"\1"),
    (r"\b(?:of|the|in|on|at|during)\b", " "),
    (rf"\b({_PARTS})-", r"\1 "),
    (r"\s+", " "),
    (rf"^ |^(?:{_WEEKDAY}) (?=.*[0-9])| $", ""),
    (rf"\b({_NAMES}) ([0-9]{{1,2}}) ?(-|to) ?([0-9]{{1,2}}) ([0-9]{{4}})\b", r"\2 to \4 \1 \5"),
    (r"\b([0-9]{3})0s\b", r"[\g<1>0..\g<1>9]"),
    (r"\byear[ -]?end ([0-9]{4})\b", r"end \1"),
    (r"\byear[ -]?end\b", "end year"),
    (rf"\b({_PARTS}) (year|quarter|month)\b", r"\1 this \2"),
    (rf"\bthis ({_NAMES}|spring|summer|autumn|fall)\b", r"\1 this year"),
)
_RELATIVE = re.compile(
    r"\b(?:(?P<day>today|yesterday|tomorrow)"
    r"|(?P<shift>this|last|next) (?P<unit>year|quarter|month)(?! [0-9]{4}))\b"
)


def understand(words: str, anchor: EdtfDate | None = None) -> EdtfDate:
    """The date that EDTF or an editor's plain words state; DateError where none or two are meant.

    `anchor` is the article's date, for "today", "this year" or a month without a year. Such a
    month, day, quarter or season is read as the nearest one where exactly one lies within 120
    days of the anchor. "By" starts at the anchor where that is an exact day and not too late.
    "Early", "mid" and "late" are thirds; the beginning or end of a longer time is a month.
    """
    check_characters(words)
    phrase = " ".join(words.lower().split())
    return _stated(phrase) or _read(_simplified(phrase, anchor), anchor)


def _stated(phrase: str) -> EdtfDate | None:
    """What needs neither the anchor nor simpler words, as most of what articles say."""
    return parse(phrase) if KEPT.fullmatch(phrase) else _calendar(phrase)


def _simplified(phrase: str, anchor: EdtfDate | None) -> str:
    for pattern, replacement in _SIMPLER:
        phrase = re.sub(pattern, replacement, phrase)
    return _RELATIVE.sub(partial(_absolute, anchor), phrase)


def _absolute(anchor: EdtfDate | None, found: re.Match[str]) -> str:
    """The words "today", "last month", "this year" as the EDTF text of that day, month or year."""
    if found["day"]:
        return str(_anchor_day(anchor, found[0]) + timedelta(_SHIFTS[found["day"]]))
    unit = {"year": 12, "quarter": 3, "month": 1}[found["unit"]]
    days = (anchor.earliest, anchor.latest) if anchor and anchor.earliest else ()
    counts = {(day.year * 12 + day.month - 1) // unit for day in days}
    if len(counts) != 1:
        raise DateError(f"“{found[0]}” needs the article's {found['unit']}: type the date itself.")
    start = first_of_month(0, (counts.pop() + _SHIFTS[found["shift"]]) * unit + 1)
    quarter = f"{start.year}-{33 + start.month // 3}"
    return {12: str(start.year), 3: quarter, 1: str(start)[:7]}[unit]


def _read(phrase: str, anchor: EdtfDate | None) -> EdtfDate:
    if found := _stated(phrase):
        return found
    for pattern, rule in _RULES:
        if match := pattern.fullmatch(phrase):
            return rule(match, anchor)
    return _without_year(phrase, anchor)


def _calendar(phrase: str) -> EdtfDate | None:
    """A day, month, season, quarter or half with its year, in words or numbers."""
    for form in _CALENDAR:
        if found := form.fullmatch(phrase):
            parts = found.groupdict(default="")
            year, month, day = parts["year"], parts["month"], parts.get("day")
            if "next" in parts and int(parts["next"]) != (int(year) + 1) % 100:
                raise DateError(f"A winter ends in the next year: write winter {year}.")
            code = _MONTH_CODES.get(month) or _GROUP_CODES.get(month) or f"{month:0>2}"
            return parse(f"{year}-{code}" + (f"-{day:0>2}" if day else ""))
    return None


def _without_year(phrase: str, anchor: EdtfDate | None) -> EdtfDate:
    if _calendar(f"{phrase} 2020") is None:
        raise DateError(refusal(phrase))
    near = []
    if anchor and anchor.earliest and anchor.latest - anchor.earliest < timedelta(366):
        for year in range(anchor.earliest.year - 1, anchor.latest.year + 2):
            with suppress(DateError):  # no 29 February in that year, or not a year that is kept
                when = _calendar(f"{phrase} {year}")
                if when and when.overlaps(anchor.earliest - _NEAR, anchor.latest + _NEAR):
                    near.append(when)
    if len(near) != 1:
        raise DateError(f"Which year? Add it to “{phrase}”.")
    return near[0]


def _exact_day(anchor: EdtfDate | None) -> date | None:
    doubted = anchor is None or anchor.approximate or anchor.uncertain
    return None if anchor is None or doubted or anchor.days != 1 else anchor.latest


def _anchor_day(anchor: EdtfDate | None, words: str) -> date:
    if day := _exact_day(anchor):
        return day
    raise DateError(f"“{words}” needs the day of the article: type the date itself.")


def _settled(phrase: str, anchor: EdtfDate | None) -> EdtfDate:
    """A date that can end a span, so that its sort day is its first."""
    when = _read(phrase, anchor)
    if when.approximate or when.uncertain or when.earliest is None:
        raise DateError("The ends of a span are dates without “about”, “?” or an open start.")
    return when


def _marked(mark: str, match: re.Match[str], anchor: EdtfDate | None) -> EdtfDate:
    when = _read(match[1], anchor)
    text = when.edtf.rstrip("~?%")
    if not is_date(text):
        raise DateError("Only a day, a month or a year can be “about” or not certain.")
    return parse(text + (mark if when.edtf in {text, text + mark} else "%"))


def _by(match: re.Match[str], anchor: EdtfDate | None) -> EdtfDate:
    latest, start = _settled(match[1], anchor).latest, _exact_day(anchor)
    if start and start > latest:
        if not re.search("[0-9]{4}", match[1]):
            raise DateError(f"“{match[0]}” ended before the article: write the whole date.")
        start = None
    return parse(f"[{start or ''}..{latest}]")


def _before(match: re.Match[str], anchor: EdtfDate | None) -> EdtfDate:
    """The day itself counts, as pages say "before" of a report's day; a month or year does not."""
    when = _settled(match[2], anchor)
    latest = when.latest if match[1] or when.days == 1 else when.sort_day - timedelta(1)
    return parse(f"[..{latest}]")


def _span(form: str, match: re.Match[str], anchor: EdtfDate | None) -> EdtfDate:
    """A set or an interval; what its left end leaves out stands in the right one."""
    start, last = match[1], _settled(match[2], anchor)
    if re.fullmatch("[0-9]{1,2}", start):
        start = f"{start} {month_name[last.sort_day.month].lower()}"
    if not re.search("[0-9]{4}", start):
        start = f"{start} {last.sort_day.year}"
    first = _settled(start, anchor)
    ends, alike = (first.edtf, last.edtf), len(first.edtf) == len(last.edtf)
    as_set = form == "set" or (not form and alike)
    if not all(map(is_date, ends)) or (as_set and not alike):
        ends = str(first.sort_day), str(last.latest)
    return parse("[{}..{}]".format(*ends) if as_set else "{}/{}".format(*ends))


def _part(match: re.Match[str], anchor: EdtfDate | None) -> EdtfDate:
    """A third of a month in days, of anything longer in months; its beginning or end is a month."""
    when, third = _settled(match[2], anchor), _THIRDS[match[1]]
    if not re.fullmatch("[0-9]{4}(-[0-9]{2})?", when.edtf):
        raise DateError(f"“{match[1]}” goes with a month, quarter, half, season or year.")
    first = when.sort_day
    months = (when.latest.year - first.year) * 12 + when.latest.month - first.month + 1
    if months == 1:
        days = ("01", "10"), ("11", "20"), ("21", when.latest.day)
        return parse("[{0}-{1}..{0}-{2}]".format(when.edtf, *days[third]))
    narrow = match[1] in {"beginning", "start", "end"}
    size = 1 if narrow else months // 3
    skip = third // 2 * (months - 1) if narrow else third * size
    ends = [
        str(first_of_month(first.year, first.month + skip + more))[:7] for more in (0, size - 1)
    ]
    return parse(ends[0] if size == 1 else "[{}..{}]".format(*ends))


def _weekday(match: re.Match[str], anchor: EdtfDate | None) -> EdtfDate:
    """The latest such day up to the article's; with "last" one before it."""
    day = _anchor_day(anchor, match[0])
    back = (day.weekday() - _WEEKDAYS[match[2]]) % 7
    return parse(str(day - timedelta(7 if match[1] and not back else back)))


def _refuse(message: str, match: re.Match[str], _: EdtfDate | None) -> EdtfDate:
    raise DateError(message.format(match[0]))


def _outside(match: re.Match[str], _: EdtfDate | None) -> EdtfDate:
    return parse(match[0].upper())


_TWO_MEANINGS = "“{}” can mean two dates: type the day, or the month and its year."
_WHICH_FIRST = "Day or month first? Write the month as a word and the year in four digits."
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], EdtfDate | None], EdtfDate]], ...] = (
    tuple(
        (re.compile(pattern), rule)
        for pattern, rule in (  # the first that fits the whole phrase decides
            (r"(?:about|around|circa|approx(?:imately)?|roughly|ca?) ?(.+)", partial(_marked, "~")),
            (r"(?:possibly|perhaps|maybe|probably) (.+)", partial(_marked, "?")),
            (r"(.+?) ?(?:\?|not certain|uncertain)", partial(_marked, "?")),
            (r"(?:by|until|till|up to|(?:no|not) later than) (.+)", _by),
            (r"before (end )?(.+)", _before),
            (r"between (.+) and (.+)", partial(_span, "set")),
            (r"from (.+?) (?:to|until|till|through|-) (.+)", partial(_span, "interval")),
            (r"(?:since|from|after|starting|as) .+", partial(_refuse, OPEN_END)),
            (r"(.+?) (?:to|until|till|through|-) (.+)", partial(_span, "")),
            (r"([0-9]{4})-([0-9]{4})", partial(_span, "")),
            (r"(?:[0-9]{1,2}[-./]){2}[0-9]{2,4}", partial(_refuse, _WHICH_FIRST)),
            (r"(?=.*[0-9])[0-9xyetzs:+.,/~?%^{}\[\]-]+", _outside),
            (r"([a-z0-9 ]+?)-([a-z0-9 ]*[a-z][a-z0-9 ]*)", partial(_span, "")),
            (rf"({_PARTS}) (.+)", _part),
            (rf"(last )?({_WEEKDAY})", _weekday),
            (r"(?:this|last|next) \w+", partial(_refuse, _TWO_MEANINGS)),
        )
    )
)
