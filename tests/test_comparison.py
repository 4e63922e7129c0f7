"""Brands beside each other: what they share, and what happened to each year by year."""

import datetime
from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import recording, timeline
from partnerships.models import Company
from partnerships.timeline.side_by_side import IN_A_YEAR, LOOKED_AT, YEARS
from tests import factories as make
from tests.claims import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def brands() -> list[Company]:
    with recording.batch():
        return [make.company("Leica"), make.company("ZEISS")]


def partner(name: str, *brands: Company, occurred: str = "2020-05-04") -> Company:
    """A partner of each of the brands, in a partnership of its own."""
    with recording.batch():
        company = make.company(name)
        for brand in brands:
            row = make.partnership(brand, company)
            make.milestone(row, "announced", occurred, make.article(occurred))
    return company


def test_partner_of_two_brands_is_shared(brands: list[Company]) -> None:
    partner("Sony", *brands)
    partner("Huawei", brands[0])
    [shared] = timeline.comparison(brands, None).shared
    assert (shared.partner.name, [lane.bars[0].partnership.slug for lane in shared.lanes]) == (
        "Sony",
        ["leica-sony", "zeiss-sony"],
    )


def test_brands_that_work_with_each_other_are_told_apart(brands: list[Company]) -> None:
    make.partnership(*brands, slug="both")
    found = timeline.comparison(brands, None)
    assert [bar.partnership.slug for bar in found.together] == ["both"]
    assert found.shared == []


def test_shared_partner_that_changes_sides_has_moved(brands: list[Company]) -> None:
    sony = partner("Sony", occurred="2010")
    with recording.batch():
        old, new = (make.partnership(brand, sony, kinds=["supply"]) for brand in brands)
        make.milestone(old, "announced", "2010")
        make.milestone(old, "ended", "2020-03")
        make.milestone(new, "announced", "2020-05")
    [move] = timeline.comparison(brands, None).moves
    assert (move.company, move.left_partners, move.joined_partners) == (
        sony,
        [brands[0]],
        [brands[1]],
    )


def test_comparison_is_as_known_on_the_day(brands: list[Company]) -> None:
    partner("Sony", *brands)
    assert timeline.comparison(brands, day("2020-05-03")).shared == []
    assert timeline.years(brands, day("2020-05-03")).years == []


def cells(page: timeline.Years) -> list[tuple[int, list[tuple[list[str], int, bool]]]]:
    return [
        (
            year.year,
            [
                ([line.claim.occurred for line in cell.lines], cell.more, cell.complete)
                for cell in year.cells
            ],
        )
        for year in page.years
    ]


def fill(brand: Company, occurred: Sequence[str]) -> None:
    with recording.batch():
        row = make.partnership(brand, make.company())
        for each in occurred:
            make.milestone(row, "extended", each, make.article("2024-12-31"))


def test_years_stand_beside_each_other(brands: list[Company]) -> None:
    fill(brands[0], ["2020-05", "2022-01-01", "2022-02"])
    fill(brands[1], ["2022-03-04", ""])
    assert cells(timeline.years(brands, None)) == [
        (2024, [([], 0, True), ([""], 0, True)]),
        (2022, [(["2022-02", "2022-01-01"], 0, True), (["2022-03-04"], 0, True)]),
        (2020, [(["2020-05"], 0, True), ([], 0, True)]),
    ]


def test_of_a_year_the_latest_are_told_and_how_many_more(brands: list[Company]) -> None:
    fill(brands[0], [f"2022-{month:02}" for month in range(1, 13)])
    [(_, [(told, more, complete), _])] = cells(timeline.years(brands, None))
    assert (told, more, complete) == (["2022-12", "2022-11", "2022-10", "2022-09"], 8, True)


def test_years_go_on_where_the_page_ends(brands: list[Company]) -> None:
    fill(brands[0], [str(year) for year in range(1990, 2010)])
    seen, until = [], None
    while not seen or until:
        page = timeline.years(brands, None, until)
        seen.append([year.year for year in page.years])
        until = page.next
    assert seen == [
        [*range(2009, 2009 - YEARS, -1)],
        [*range(2001, 2001 - YEARS, -1)],
        [*range(1993, 1989, -1)],
    ]


def test_what_nothing_dates_comes_last(brands: list[Company]) -> None:
    with recording.batch():
        row = make.partnership(brands[0], make.company())
        make.milestone(row, "extended")
        make.milestone(row, "extended", "2020")
    assert [year.year for year in timeline.years(brands, None).years] == [2020, 0]


def test_claim_about_both_stands_with_each(brands: list[Company]) -> None:
    row = make.partnership(*brands)
    make.milestone(row, "announced", "2022-01-01")
    assert cells(timeline.years(brands, None)) == [
        (2022, [(["2022-01-01"], 0, True), (["2022-01-01"], 0, True)])
    ]


def test_brand_with_very_many_entries_ends_the_page_where_it_was_looked_at(
    brands: list[Company],
) -> None:
    fill(brands[0], ["2021"] * 10 + ["2020"] * LOOKED_AT + ["2019"])
    fill(brands[1], ["2018"])
    page = timeline.years(brands, None)
    assert [(year.year, year.cells[0].more, year.cells[0].complete) for year in page.years] == [
        (2021, 10 - IN_A_YEAR, True),
        (2020, LOOKED_AT - 10 - IN_A_YEAR, False),
    ]
    assert [year.year for year in timeline.years(brands, None, page.next).years] == [2019, 2018]


def queries(brands: Sequence[Company]) -> int:
    with CaptureQueriesContext(connection) as captured:
        timeline.comparison(brands, datetime.date(2024, 1, 1))
        timeline.years(brands, datetime.date(2024, 1, 1))
    return len(captured)


def test_as_many_queries_for_six_brands_as_for_two() -> None:
    with recording.batch():
        brands = [make.company() for _ in range(6)]
        for number, brand in enumerate(brands, 1):
            for _ in range(number):
                row = make.partnership(brand, make.company())
                make.milestone(
                    row, "announced", "2022", rank="preferred", rank_reason="Their own day."
                )
                make.milestone(make.launch(partnership=row), "launched", "2023")
                make.statement("We are convinced.", "2022", company=brand, partnership=row)
    assert queries(brands) == queries(brands[:2]) == 9
