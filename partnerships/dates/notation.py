"""EDTF text (ISO 8601-2) to days: the small part of the notation that is kept.

One pattern recognises it: pages parse hundreds of dates, and the grammar of the edtf package takes
5 to 30 ms each. That grammar says what a refused text was.
"""

import re
from calendar import month_name
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from edtf.parser import EDTFParseException, parse_edtf

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2200
LONGEST: Final = 64  # characters; nothing longer reaches a pattern or the grammar


class DateError(ValueError):
    """A text that is no date we keep; the message tells an editor what to type instead."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One date as a text states it; made by `parse` and `understand`.

    `edtf` is stored; the days follow from it and are inclusive. An `earliest` of None is an open
    start. `approximate` (~) and `uncertain` (?) are shown; they never widen the days.
    """

    edtf: str
    earliest: date | None
    latest: date
    approximate: bool = False
    uncertain: bool = False

    @property
    def sort_day(self) -> date:
        """The earliest day, or the latest where the start is open."""
        return self.earliest or self.latest

    @property
    def days(self) -> int | None:
        """How many days the span has (1 is one exact day); None where its start is open."""
        return (self.latest - self.earliest).days + 1 if self.earliest else None

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether any day lies in first to last, both inclusive; None leaves that side open."""
        starts_in_time = last is None or self.earliest is None or self.earliest <= last
        return starts_in_time and (first is None or first <= self.latest)


DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
KEPT = re.compile(
    rf"(?P<date>{DATE})(?P<mark>[~?%]?)"
    rf"|\[(?P<first>{DATE})?\.\.(?P<last>{DATE})\]"
    rf"|(?P<start>{DATE})/(?P<end>{DATE})"
)
# EDTF writes seasons, quarters and halves where a month stands: first month, last month, name.
GROUPS = {
    "21": (3, 5, "spring"),
    "22": (6, 8, "summer"),
    "23": (9, 11, "autumn"),
    "24": (12, 14, "winter"),  # to February of the next year
    "33": (1, 3, "first quarter of"),
    "34": (4, 6, "second quarter of"),
    "35": (7, 9, "third quarter of"),
    "36": (10, 12, "fourth quarter of"),
    "40": (1, 6, "first half of"),
    "41": (7, 12, "second half of"),
}
_MONTHS = {"": (1, 12)} | {f"{month:02}": (month, month) for month in range(1, 13)}
_MONTHS |= {code: (first, last) for code, (first, last, _) in GROUPS.items()}

OPEN_END = "An open end is not kept: write the beginning alone; an end is a milestone of its own."
_NO_LISTS = "A list is not kept: write one date, or a span such as [2022-05..2022-07]."
_GROUPS_KEPT = "Of seasons, quarters and halves, 21-24, 33-36, 40 and 41 are kept, without ~?%."
YEARS_KEPT = f"Years go from {FIRST_YEAR} to {LAST_YEAR}, in four digits."
_REFUSED = {  # what the grammar found in EDTF outside the part that is kept
    "DateAndTime": "Leave out the time of day: write the day alone, as in 2022-07-04.",
    "UncertainOrApproximate": "Put ~, ? or % once, after the whole date: 2022-07~.",
    "Interval": "Both ends of an interval are dates without ~, ? or %: 2016/2022-03-31.",
    "Season": _GROUPS_KEPT,
    "OneOfASet": _NO_LISTS,
    "MultipleDates": _NO_LISTS,
}


@lru_cache(maxsize=8192)
def parse(edtf: str) -> EdtfDate:
    """The date that one canonical EDTF text states; DateError for any other text."""
    check_characters(edtf)
    kept = KEPT.fullmatch(edtf)
    if not kept:
        raise DateError(refusal(edtf))
    if text := kept["date"]:
        mark = kept["mark"]
        if mark and _is_group(text):
            raise DateError(_GROUPS_KEPT)
        return EdtfDate(edtf, *_bounds(text), mark in {"~", "%"}, mark in {"?", "%"})
    first, last = kept["first"] or kept["start"], kept["last"] or kept["end"]
    if _is_group(last) or (first and _is_group(first)):
        raise DateError("A span goes between days, months or years; write the months of a season.")
    if kept["first"] and len(first) != len(last):
        raise DateError("Both ends of a set are days, or both months, or both years.")
    earliest, latest = _bounds(first)[0] if first else None, _bounds(last)[1]
    if earliest and earliest > latest:
        raise DateError(
            f"{in_words(first)} is after {in_words(last)}: give the earlier date first."
        )
    return EdtfDate(edtf, earliest, latest)


def check_characters(text: str) -> None:
    if len(text) > LONGEST:
        raise DateError(f"That is too long for a date: use at most {LONGEST} characters.")
    if not text.strip():
        raise DateError("Type a date, such as 4 July 2022, July 2022 or 2022.")
    if not text.isprintable() and not all(map(_is_visible, text)):
        raise DateError("Remove the invisible character and type the date again.")
    if not text.isascii() and any(char.isdigit() and not char.isascii() for char in text):
        raise DateError("Write the date with the digits 0 to 9.")


def _is_visible(char: str) -> bool:
    return char.isprintable() or char.isspace()


def _is_group(text: str) -> bool:
    return text[5:] in GROUPS


def is_date(text: str) -> bool:
    """Whether it is a day, month or year alone, which may also be the end of a span."""
    return bool(re.fullmatch(DATE, text)) and not _is_group(text)


def is_day(text: str) -> bool:
    """Whether it is one day alone."""
    return is_date(text) and len(text) == len("YYYY-MM-DD")


def _bounds(text: str) -> tuple[date, date]:
    """First and last day of YYYY, YYYY-MM, YYYY-MM-DD or a season, quarter or half."""
    year, month, day = int(text[:4]), text[5:7], text[8:]
    first, last = _MONTHS.get(month, (0, 0))
    if not FIRST_YEAR <= year + last // 13 <= LAST_YEAR:
        raise DateError(f"Years go from {FIRST_YEAR} to {LAST_YEAR}, and {text} is outside.")
    if not first or (day and month in GROUPS):
        raise DateError(f"{text} has no such month: write 01 to 12, or the month as a word.")
    start, end = first_of_month(year, first), first_of_month(year, last + 1) - timedelta(1)
    if not day:
        return start, end
    if not 1 <= int(day) <= end.day:
        raise DateError(f"{month_name[first]} {year} has {end.day} days, so there is no {text}.")
    return start.replace(day=int(day)), start.replace(day=int(day))


def first_of_month(year: int, month: int) -> date:
    """The first day of a month; month 13 is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def refusal(text: str) -> str:
    """Why a text outside the kept part of EDTF is refused, and what to write instead."""
    if text.startswith(("../", "/")) and re.fullmatch(DATE, end := text.lstrip("./")):
        return f"An open start is written as a set: [..{_bounds(end)[1]}]."
    if text.endswith(("/", "/..", "..]")):
        return OPEN_END
    if re.fullmatch("[0-9X]{4}(-[0-9X]{2}){0,2}", text) and "X" in text:
        return "Leave out the X: write 2022, or a span of years such as [2020..2029]."
    with suppress(EDTFParseException, ValueError, TypeError, AttributeError):
        # The grammar forgives spaces, and prints to standard output when it trips over X or S.
        if not re.search(r"[\sXS]", text):
            kind = re.sub("^(Partial|Level[12])", "", type(parse_edtf(text)).__name__)
            return _REFUSED.get(kind, YEARS_KEPT)
    return (
        f"No date is understood in “{text}”. Write it like 4 July 2022, July 2022, Q3 2022,"
        " early 2023, by July 2022 or about 2016."
    )


def in_words(text: str) -> str:
    """One day, month, year or grouping in words: “4 July 2022”, “third quarter of 2022”."""
    year, month, day = text[:4], text[5:7], text[8:]
    if month in GROUPS:
        winter = f"/{(int(year) + 1) % 100:02}" if month == "24" else ""
        return f"{GROUPS[month][2]} {year}{winter}"
    month = f"{month_name[int(month)]} " if month else ""
    return f"{int(day)} {month}{year}" if day else f"{month}{year}"
