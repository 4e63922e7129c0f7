"""Timelines: their entries, the sources of each, and brands year by year."""

import datetime
from collections import defaultdict

import pytest

from partnerships import timeline
from partnerships.models import Company
from tests.as_of.days import LONG_AGO, each_day, some
from tests.as_of.records import Records, entries, known
from tests.as_of.walking import claim_ids, whole_timeline

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@each_day
def test_timeline_of_a_brand(records: Records, day: datetime.date) -> None:
    brands = list(Company.objects.order_by("pk"))
    for brand in [*Company.objects.filter(slug="leica"), *some(brands, day, 7)]:
        expected = [
            ("milestone", row["id"])
            for row in entries(known(records.milestones.values(), day))
            if brand.pk in records.concerned(row)
        ] + [
            ("statement", row["id"])
            for row in known(records.statements.values(), day)
            if brand.pk in records.concerned(row)
        ]
        lines = whole_timeline(brand, day)
        assert sorted(claim_ids(lines)) == sorted(expected), brand
        standing = [line.day or LONG_AGO for line in lines]
        assert standing == sorted(standing, reverse=True), brand
        assert max(standing, default=day) <= day


@each_day
def test_sources_of_a_line(records: Records, day: datetime.date) -> None:
    for line in whole_timeline(Company.objects.get(slug="leica"), day):
        for claim, citations in [(line.claim, line.citations), *line.beneath]:
            found = sorted(each.article_id for each in citations)
            assert found == records.sources(claim.citation_field, claim.pk, day)
            assert claim.pk in {
                row["id"]
                for rows in (records.milestones, records.statements)
                for row in known(rows.values(), day)
            }


@each_day
def test_brands_year_by_year(records: Records, day: datetime.date) -> None:
    brands = some(list(Company.objects.order_by("pk")), day, 3)
    page = timeline.years(brands, day)
    told = {
        (year.year, cell.company): (claim_ids(cell.lines), cell.more)
        for year in page.years
        for cell in year.cells
        if cell.lines
    }
    first = page.years[-1].year if page.years else 0
    expected: defaultdict[tuple[int, Company], list[timeline.Line]] = defaultdict(list)
    for brand in brands:
        for line in whole_timeline(brand, day):
            if line.day and line.day.year >= first:
                expected[line.day.year, brand].append(line)
    assert told == {
        key: (claim_ids(lines[:4]), max(len(lines) - 4, 0)) for key, lines in expected.items()
    }
