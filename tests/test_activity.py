"""Which brands were most active: by year, as known on the day, recomputed from the records."""

import datetime
import random
from collections import Counter
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnerships import timeline
from partnerships.models import Company, TimelineEntry
from partnerships.timeline.activity import MOST, YEARS
from tests import factories as make

pytestmark = pytest.mark.django_db
THIS_YEAR = timezone.localdate().year


def launches(maker: Company, *days: str) -> None:
    for day in days:
        make.milestone(make.launch(maker=maker), "launched", day, make.article(day))


def test_brand_with_most_entries_comes_first_with_a_number_for_each_year() -> None:
    quiet, lively = make.company("Quiet"), make.company("Lively")
    launches(quiet, "2019-05-01")
    launches(lively, "2017-05-01", "2019-05-01", "2019-06-01")
    found = timeline.most_active(datetime.date(2020, 6, 1))
    assert [(each.company, each.first, each.numbers) for each in found] == [
        (lively, 2009, [0] * 8 + [1, 0, 2, 0]),
        (quiet, 2009, [0] * 10 + [1, 0]),
    ]


def test_years_before_and_what_was_not_known_yet_do_not_count() -> None:
    maker = make.company()
    launches(maker, f"{THIS_YEAR - YEARS}-12-31", f"{THIS_YEAR - YEARS + 1}-01-01")
    late = make.launch(maker=maker)
    make.milestone(late, "launched", "2019-03-01", make.article("2020-07-01"))
    assert [each.total for each in timeline.most_active(None)] == [2]
    assert timeline.most_active(datetime.date(2020, 6, 30))[0].numbers[-2] == 0
    assert timeline.most_active(datetime.date(2020, 7, 1))[0].numbers[-2] == 1


def test_entry_with_a_partner_counts_once() -> None:
    first, second = make.company("A"), make.company("B")
    make.milestone(make.partnership(first, second), "announced", "2020", make.article("2020"))
    assert [(each.company, each.total) for each in timeline.most_active(None)] == [
        (first, 1),
        (second, 1),
    ]


def test_nothing_is_no_brand() -> None:
    make.company()
    assert timeline.most_active(None) == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2016", "2019", "2019"), (2016, False, 2019)),
        (("2016", "2019"), (2016, False, None)),
        (("2019", "2019"), (2019, True, 2019)),
    ],
)
def test_first_and_liveliest_year(days: tuple[str, ...], said: tuple[Any, ...]) -> None:
    launches(make.company(), *days)
    [found] = timeline.most_active(None)
    assert (found.since, found.one_year, found.liveliest) == said


def test_number_of_queries_does_not_grow() -> None:
    taken = []
    for _ in (1, 2):
        for _ in range(MOST):
            launches(make.company(), "2020-01-01")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(timeline.most_active(None)) == MOST
        taken.append(len(queries))
    assert taken == [2, 2]


def test_of_those_with_more_than_are_counted_who_had_them_soonest_comes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in ("activity", "counts"):
        monkeypatch.setattr(import_module(f"partnerships.timeline.{module}"), "LIMIT", 2)
    slow, quick = make.company("A slow one"), make.company("Quick")
    launches(slow, "2015", "2016", "2021", "2022")
    launches(quick, "2018", "2019", "2020")
    found = timeline.most_active(None)
    assert [(each.company, each.total) for each in found] == [(quick, 3), (slow, 4)]


@pytest.mark.usefixtures("demonstration")
def test_numbers_are_those_of_the_entries_on_fifty_days() -> None:
    chosen = random.Random(6)  # noqa: S311 - the same days every time
    days = [
        datetime.date(2005, 1, 1) + datetime.timedelta(chosen.randrange(7600)) for _ in range(50)
    ]
    rows = list(TimelineEntry.objects.filter(partner=None).select_related("company"))
    for on in days:
        assert {
            (each.company.slug, each.first + place): number
            for each in timeline.most_active(on, most=1000)
            for place, number in enumerate(each.numbers)
            if number
        } == recounted(rows, on)


def recounted(rows: list[TimelineEntry], on: datetime.date) -> Counter[tuple[str, int]]:
    return Counter(
        (row.company.slug, row.day.year)
        for row in rows
        if row.known_from
        and row.known_from <= on
        and not (row.known_until and row.known_until <= on)
        and row.day.year > on.year - YEARS
    )
