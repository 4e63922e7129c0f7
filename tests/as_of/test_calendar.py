"""The calendar of launches."""

import datetime
from typing import Any

import pytest

from partnerships import timeline
from partnerships.models.calendar import Month
from tests.as_of.days import each_day
from tests.as_of.records import Records, Row
from tests.as_of.statuses import best, launch_status, outcomes, promises

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

MONTH_NOT_KNOWN = 13


def whole_calendar(question: timeline.LaunchQuestion) -> list[timeline.ListedLaunch]:
    """Its launches page after page."""
    found: list[timeline.ListedLaunch] = []
    after = None
    while True:
        page = timeline.launch_page(question, after)
        found += page.launches
        if page.next is None:
            return found
        after = page.next


@each_day
def test_calendar_of_launches(records: Records, day: datetime.date) -> None:
    known_launches = {pk: records.of_launch(pk, day) for pk in records.launches}
    known_launches = {pk: rows for pk, rows in known_launches.items() if rows}
    statuses = {pk: launch_status(rows, day) for pk, rows in known_launches.items()}
    listed = whole_calendar(timeline.LaunchQuestion(as_of=day))
    assert {row.launch.pk: row.standing.status.value for row in listed} == statuses
    months = {pk: month_of(rows) for pk, rows in known_launches.items()}
    assert [(row.launch.pk, (row.month.year, row.month.number)) for row in listed] == sorted(
        months.items(), key=lambda each: (in_order(each[1], known_launches[each[0]]), each[0])
    )[::-1]
    for status in ("rumoured", "announced", "launched"):
        assert found_with(day, status=status) == {
            pk for pk, each in statuses.items() if each == status
        }
    came = {pk: calendar_words(rows, day) for pk, rows in known_launches.items()}
    for outcome in (
        "kept on time",
        "kept late",
        "overdue",
        "unresolved",
        "withdrawn",
        "coming up",
        "none",
    ):
        assert found_with(day, outcome=outcome) == {
            pk for pk, words in came.items() if outcome in words
        }
    for month in {(2022, 7), (2021, None), *list(months.values())[::20]}:
        if month[1] != MONTH_NOT_KNOWN:
            assert found_with(day, month=Month(*month)) == {
                pk for pk, each in months.items() if month in {each, (each[0], None)}
            }


def found_with(day: datetime.date, **asked: Any) -> set[int]:
    """The launches that the calendar of the day has with a filter."""
    question = timeline.LaunchQuestion(as_of=day, **asked)
    return {row.pk for row in timeline.launches_answering(question)}


def calendar_span(rows: list[Row]) -> tuple[datetime.date | None, datetime.date | None, bool]:
    """From when to when its day may be, and whether that is only what was promised."""
    rows = [row for row in rows if row["rank"] != "deprecated"]
    launched = best(rows, "launched")
    if launched and launched["to"]:
        return launched["from"], launched["to"], False
    promised = [row for row in rows if row["due"] and row["certainty"] == "stated"]
    if promised:
        last = max(promised, key=lambda row: (row["known"], row["id"]))
        return last["due_from"], last["due_to"], last["due"].startswith("[")
    happened = [row for row in rows if row["to"]]
    last = max(happened, key=lambda row: row["to"], default={"from": None, "to": None})
    return last["from"], last["to"], False


def month_of(rows: list[Row]) -> tuple[int | None, int | None]:
    first, last, by = calendar_span(rows)
    if last is None:
        return None, None
    if by or (first and (first.year, first.month) == (last.year, last.month)):
        return last.year, last.month
    return last.year, MONTH_NOT_KNOWN


def in_order(month: tuple[int | None, int | None], rows: list[Row]) -> tuple[int, ...]:
    """By month, then by the last day; where the month is not known, by the last month it may be."""
    last = calendar_span(rows)[1]
    if last is None:
        return (0,)
    return month[0] or 0, month[1] or 0, last.month if month[1] == MONTH_NOT_KNOWN else last.day


def calendar_words(rows: list[Row], day: datetime.date) -> set[str]:
    """What a calendar says of its promises."""
    words = set(promises(rows, day).values())
    if not words and {"withdrawn", "broken"} & set(outcomes(rows, day).values()):
        return {"withdrawn"}
    return {"coming up" if word in {"pending", "due"} else word for word in words} or {"none"}
