"""The network, in each of several years."""

import datetime
from collections import Counter

import pytest

from partnerships import timeline
from tests.as_of.days import each_day
from tests.as_of.records import Records, Row, known
from tests.as_of.statuses import of_partnerships, partnership_status, quiet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@each_day
def test_network(records: Records, day: datetime.date) -> None:
    for year in (None, day.year, day.year - 1, day.year - 6):
        past = year is not None and year < day.year
        on = datetime.date(year, 12, 31) if year and past else day
        expected = {}
        for pk in of_partnerships(records, day):
            told = [row for row in of_network(records, pk, day) if not past or stands_on(row, on)]
            own = [row for row in told if row["partnership_id"] == pk and "said" not in row]
            status = partnership_status(own, on)
            status = "no end reported" if status == "active" and quiet(told, on) else status
            if told or not past:
                expected[pk] = (status, sum(row.get("rank") != "deprecated" for row in told))
        network = timeline.network(timeline.NetworkQuestion(year=year, as_of=day))
        found = {each.partnership.pk: (each.status, each.told) for each in network.partnerships}
        assert found == expected
        assert {(row.company.pk, row.partnerships) for row in network.brands} == set(
            Counter(
                row["company_id"]
                for row in known(records.participations.values(), day)
                if row["partnership_id"] in expected
            ).items()
        )


def of_network(records: Records, pk: int, day: datetime.date) -> list[Row]:
    """What was known of a partnership, of its launches, and was said of it."""
    return known(records._about(pk), day)


def stands_on(row: Row, on: datetime.date) -> bool:
    """Whether it stands on a timeline by that day."""
    day = row["from"] or row["to"] or row.get("due_from") or row.get("due_to") or row["known"]
    return bool(min(day, row["known"]) <= on)
