"""Dates in words: for a timeline, for a promise, for an editor who asks what was understood."""

import re
from calendar import day_name
from datetime import timedelta

from partnerships.dates.notation import EdtfDate, in_words, is_date, is_day, parse


def plain(when: EdtfDate) -> str:
    """Words for a timeline: "4 July 2022", "third quarter of 2022", "about 2016".

    A set reads "24 May to 31 July 2022", or "before 24 May 2022"; an interval likewise, with
    "from" in front where it would otherwise read as a set.
    """
    first, last = _ends(when)
    if not first:
        return f"before {'the end of ' * (len(last) < len('YYYY-MM-DD'))}{in_words(last)}"
    if "/" in when.edtf and len(first) == len(last) and first != last:
        return f"from {_span_words(first, last)}"
    about, not_certain = "about " * when.approximate, ", not certain" * when.uncertain
    return f"{about}{_span_words(first, last)}{not_certain}"


def to_the_month(when: EdtfDate) -> str:
    """Words for where the day does not matter: "March 2022" for the 31st; otherwise as `plain`."""
    day = when.edtf.rstrip("~?%")
    return plain(parse(when.edtf.replace(day, day[:7]))) if is_day(day) else plain(when)


def plain_due(when: EdtfDate) -> str:
    """Words for a promise: "by July 2022" for a set that ends with July; otherwise as `plain`."""
    if not when.edtf.startswith("["):
        return plain(when)
    if (when.latest.month, when.latest.day) == (12, 31):
        return f"by the end of {when.latest.year}"
    ends_month = (when.latest + timedelta(1)).day == 1
    return f"by {in_words(str(when.latest)[: 7 if ends_month else 10])}"


def explain(when: EdtfDate) -> str:
    """What was understood, day by day, for an editor to confirm before saving.

    "Monday 4 July 2022"; "some day from 1 to 31 July 2022"; of a set "one day from 24 May to
    31 July 2022" or "one day up to 24 May 2022"; of an interval "all the time from 2016 to …".
    """
    if when.earliest is None:
        return f"one day up to {in_words(str(when.latest))}"
    if "/" in when.edtf:
        return f"all the time from {_span_words(*_ends(when))}"
    doubts = ", approximate" * when.approximate + ", not certain" * when.uncertain
    span = _span_words(str(when.earliest), str(when.latest))
    if when.days == 1:
        return f"{day_name[when.latest.weekday()]} {span}{doubts}"
    return f"{'one' if when.edtf.startswith('[') else 'some'} day from {span}{doubts}"


def html_datetime(when: EdtfDate) -> str | None:
    """The `datetime` of an HTML time element: a day, month or year without doubt, else None."""
    return when.edtf if is_date(when.edtf) else None


def _ends(when: EdtfDate) -> tuple[str, str]:
    """First and last part of the EDTF text: the same for a single date, "" for an open start."""
    ends = re.split(r"/|\.\.", when.edtf.strip("[]~?%"))
    return ends[0], ends[-1]


def _span_words(first: str, last: str) -> str:
    """Both ends with what they share said once: "24 to 31 May 2022"."""
    start, end = in_words(first), in_words(last)
    if first == last:
        return end
    if len(first) == len(last) == len("YYYY-MM-DD") and first[:7] == last[:7]:
        start = start.split()[0]
    elif len("YYYY") < min(len(first), len(last)) and first[:4] == last[:4]:
        start = start.removesuffix(f" {first[:4]}")
    return f"{start} to {end}"
