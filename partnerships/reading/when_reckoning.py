"""What an expression of time comes to, by the article's day, the tense and the time named last."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from partnerships.dates import DateError, EdtfDate, parse, understand
from partnerships.reading.anycase import AnyCase
from partnerships.reading.when_forms import (
    COUNT,
    DAYS,
    FUTURE,
    NUMBERS,
    ONCE_PLANNED,
    PAST,
    PUT_OFF,
    YEAR,
)


def resolved(
    form: str, words: str, around: str, published: EdtfDate | None, last: EdtfDate | None
) -> EdtfDate | None:
    if form == "numbers":
        return _in_numbers(words)
    words = re.sub(r"\b(the|of)\b|,", " ", words.replace("-", " " if form != "iso" else "-"))
    words = " ".join(words.replace(".", "").split())
    if words.endswith("that year") and form in {"month", "group"}:
        words = words.replace("that year", _year_of(last or published))
    with suppress(DateError):
        match form:
            case "day" | "iso" | "month" | "group" | "year" | "part":
                return _absolute(words, published)
            case "near":
                return _near(words, published)
            case "bare day" | "bare month" | "bare group" | "bare season" | "shifted":
                return _by_tense(words, around, published, last)
            case "same":
                return _same(words, last or published)
            case "feast" | "week of":
                months = re.sub(
                    r"^\w+ (?:week|days) ",
                    "",
                    re.sub(r"christmas|holidays|holiday season", "december", words),
                )
                if year := re.search(YEAR, months):
                    easter = _month_of_easter(int(year[0]))
                    return understand(months.replace("easter", easter), published)
                return _by_tense(months, around, published, last)
            case "before last" | "new year" | "seasons ago" | "in" | "short year" | "of month":
                return _less_usual(form, words, around, published)
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
    day = exact(published)
    if day is None:
        return None
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(words, 0)
    return parse(str(day + timedelta(shift)))


def exact(published: EdtfDate | None) -> date | None:
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
    if bare in DAYS.lower().split("|"):
        tense = {"next": "will", "coming": "will", "this": around}.get(direction, "was")
        if direction == "this" and _place(PAST, around) == -1:
            tense = "will"
        return _weekday(bare, tense, published)
    bare = re.sub(r"(half|quarter) year$", r"\1", bare)
    choices = []
    for year in (anchor.latest.year - 1, anchor.latest.year, anchor.latest.year + 1):
        with suppress(DateError):
            month = _month_of_easter(year) if bare == "easter" else bare
            choices.append(understand(f"{month} {year}"))
    return _chosen(choices, direction, around, anchor)


def _month_of_easter(year: int) -> str:
    """By the reckoning of Gauss for the years 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    return "march" if 22 + moon + sunday <= 31 else "april"


def _chosen(
    choices: Sequence[EdtfDate], direction: str, around: str, anchor: EdtfDate
) -> EdtfDate | None:
    day = anchor.latest
    future = [each for each in choices if each.latest >= day]
    past = [each for each in choices if each.sort_day <= day]
    if not direction and ONCE_PLANNED.search(around.partition(" | ")[0]):
        return _nearest(choices, day)
    put_off = bool(PUT_OFF.search(around))
    future_at, past_at = _place(FUTURE, around), _place(PAST, around)
    ahead = put_off or future_at >= past_at > -1 or future_at > -1 == past_at
    behind = not put_off and past_at > future_at
    if direction == "next":
        later = [each for each in future if each.earliest and each.earliest > day]
        return later[0] if later else None
    if direction == "coming" or (direction == "" and ahead and not behind):
        return future[0] if future else None
    if direction in {"last", "past"}:
        before = [each for each in choices if each.latest < day]
        return before[-1] if before else None
    if direction == "this":
        same = [each for each in choices if each.latest.year == day.year]
        return same[0] if same else None
    if behind and not ahead:
        return past[-1] if past else None
    return _nearest(choices, day)


def _nearest(choices: Sequence[EdtfDate], day: date) -> EdtfDate | None:
    return min(choices, key=lambda each: abs((each.sort_day - day).days), default=None)


def _year_of(when: EdtfDate | None) -> str:
    return str(when.latest.year) if when else "that year"


def _in_numbers(words: str) -> EdtfDate | None:
    """12.6.2021 and 12/06/2021: the day first."""
    day, month, year = map(int, re.split(r"[./]", words))
    with suppress(DateError):
        return parse(f"{year}-{month:02}-{day:02}")
    return None


def _less_usual(form: str, words: str, around: str, published: EdtfDate | None) -> EdtfDate | None:
    if published is None:
        return None
    day = published.latest
    if form == "short year":
        short = 2000 + int(words[1:])
        return parse(str(short if short <= day.year + 10 else short - 100))
    if form == "new year":
        return parse(str(day.year + 1)) if _place(FUTURE, around) > _place(PAST, around) else None
    if form == "before last":
        months = day.year * 12 + day.month - 3
        year = str(day.year - 2)
        return parse(year if "year" in words else f"{months // 12}-{months % 12 + 1:02}")
    if form == "seasons ago":
        count, season, _ = words.rsplit(maxsplit=2)
        number = NUMBERS[count] if count in NUMBERS else int(count)
        return understand(f"{season.rstrip('s')} {day.year - number}")
    if form == "of month":
        shift = {"this": 0, "next": 1, "last": -1}[words.split()[1]]
        months = day.year * 12 + day.month - 1 + shift
        number = int(re.match("[0-9]+", words)[0])  # type: ignore[index]
        return parse(f"{months // 12}-{months % 12 + 1:02}-{number:02}")
    if _place(FUTURE, around) <= _place(PAST, around):
        return None
    return _ago(re.sub(r"'s?|\btime\b", "", words).strip() + " from now", published, None)


def _same(words: str, last: EdtfDate | None) -> EdtfDate | None:
    """“That same month”, “that summer”, “the following year”, by the time named last."""
    day = last.earliest if last else None
    if last is None or day is None:
        return None
    shift = int(bool(re.search(r"\b(?:next|following|after)\b", words)))
    shift -= int(bool(re.search(r"\b(?:previous|before)\b", words)))
    unit = re.sub(r"\b(?:after|before)$", "", words).split()[-1]
    if unit == "day":
        if last.days == 1:
            return parse(str(day + timedelta(shift)))
        return last if not shift and last.days and last.days <= 31 else None
    if unit == "month":
        months = day.year * 12 + day.month - 1 + shift
        return (
            parse(f"{months // 12}-{months % 12 + 1:02}") if last.days and last.days <= 31 else None
        )
    return parse(str(day.year + shift)) if unit == "year" else understand(f"{unit} {day.year}")


def _place(tense: AnyCase, around: str) -> int:
    """Where the last word of that tense before the expression stands; 0 for one only behind it."""
    before, _, after = around.partition(" | ")
    found = [each.start() + 1 for each in tense.finditer(before)]
    return found[-1] if found else 0 if tense.search(after) else -1


def _weekday(words: str, around: str, published: EdtfDate | None) -> EdtfDate | None:
    day = exact(published)
    if day is None:
        return None
    number = DAYS.lower().split("|").index(words)
    ahead = _place(FUTURE, around) > _place(PAST, around)
    shift = (number - day.weekday()) % 7 if ahead else -((day.weekday() - number) % 7)
    return parse(str(day + timedelta(shift)))


def _ago(words: str, published: EdtfDate | None, last: EdtfDate | None) -> EdtfDate | None:
    found = re.fullmatch(rf"(?P<count>{COUNT}) (?P<unit>\w+) (?P<direction>.+)", words)
    if found is None:
        return None
    count, unit, direction = found["count"], found["unit"], found["direction"]
    number = NUMBERS[count] if count in NUMBERS else int(count)
    if not number:
        return _half(unit, direction, published)
    if unit.startswith("fortnight"):
        number, unit = 2 * number, "weeks"
    if unit.startswith("decade"):
        number, unit = 10 * number, "years"
    anchor = published if direction in {"ago", "from now", "hence"} else last
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


def _half(unit: str, direction: str, published: EdtfDate | None) -> EdtfDate | None:
    """“Half a year ago”."""
    if unit != "year" or published is None:
        return None
    months = published.latest.year * 12 + published.latest.month - 1
    months += -6 if direction == "ago" else 6
    return parse(f"{months // 12}-{months % 12 + 1:02}")


def _this(words: str, published: EdtfDate | None) -> EdtfDate | None:
    """“Later this year”, “end of next month”, “last week”, by the article's date."""
    if published is None:
        return None
    day = published.latest
    shift = -1 if re.search(r"\b(?:last|past|previous)\b", words) else 0
    shift = 1 if re.search(r"\b(?:next|coming)\b", words) else shift
    if "week" in words:
        return _month_of_week(day, shift) if shift else _week(day, shift)
    if "month" in words:
        months = day.year * 12 + day.month - 1 + shift
        return parse(f"{months // 12}-{months % 12 + 1:02}")
    if "quarter" in words:
        return understand(words, published)
    return parse(str(day.year + shift))


def _week(day: date, shift: int) -> EdtfDate:
    first = day - timedelta(day.weekday() - 7 * shift)
    return parse(f"[{first}..{first + timedelta(6)}]")


def _month_of_week(day: date, shift: int) -> EdtfDate | None:
    """“Last week”: its month, where it lies in one."""
    first = day - timedelta(day.weekday() - 7 * shift)
    last = first + timedelta(6)
    return parse(f"{first.year}-{first.month:02}") if first.month == last.month else None
