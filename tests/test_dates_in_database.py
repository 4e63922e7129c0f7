"""Dates on both databases: saved, shown, sorted and filtered as the table of cases says."""

import datetime

import pytest

from partnerships import dates, recording, timeline
from partnerships.models import Company, Milestone, Partnership, TimelineEntry
from partnerships.models.fields import EdtfFormField, as_typed
from tests import factories as make
from tests.date_cases import CASES

pytestmark = pytest.mark.django_db


@pytest.fixture
def leica() -> Company:
    return make.company("Leica")


@pytest.fixture
def partnership(leica: Company) -> Partnership:
    return make.partnership(leica, make.company("Xiaomi"))


def saved(partnership: Partnership) -> dict[str, Milestone]:
    """Every date of the table, through the database; by its EDTF text."""
    rows = {
        case.edtf: Milestone(partnership=partnership, kind="extended", occurred=case.edtf)
        for case in CASES
    }
    source = make.article("2023-01-01")
    with recording.batch() as batch:
        for row in rows.values():
            batch.record(row)
            batch.record(make.cite(row, source))
    return {row.occurred: row for row in Milestone.objects.filter(partnership=partnership)}


def test_each_date_comes_back_as_it_was_saved(partnership: Partnership) -> None:
    rows = saved(partnership)
    stored = {
        edtf: (row.occurred_earliest, row.occurred_latest, row.day) for edtf, row in rows.items()
    }
    assert stored == {case.edtf: (case.earliest, case.latest, case.plain) for case in CASES}


def test_each_date_sorts_by_its_sort_day(leica: Company, partnership: Partnership) -> None:
    saved(partnership)
    rows = TimelineEntry.objects.of(leica).newest_first()
    expected = sorted(
        {case.edtf: dates.parse(case.edtf).sort_day for case in CASES}.values(), reverse=True
    )
    known = [min(day, datetime.date(2200, 12, 31)) for day in expected]
    assert [row.day for row in rows] == known


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (datetime.date(2022, 7, 1), datetime.date(2022, 7, 31)),
        (datetime.date(2022, 5, 24), None),
        (None, datetime.date(2016, 12, 31)),
        (datetime.date(1800, 1, 1), datetime.date(2200, 12, 31)),
    ],
)
def test_each_date_is_found_where_its_span_overlaps(
    leica: Company,
    partnership: Partnership,
    first: datetime.date | None,
    last: datetime.date | None,
) -> None:
    saved(partnership)
    question = timeline.Question(leica, first=first, last=last)
    found = timeline.entries(question).values_list("milestone__occurred", flat=True)
    expected = {case.edtf for case in CASES if dates.parse(case.edtf).overlaps(first, last)}
    assert set(found) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.words} ({case.anchor})")
def test_form_field_understands_what_is_typed(case: object) -> None:
    field = EdtfFormField()
    field.anchor = dates.parse(case.anchor) if case.anchor else None
    assert field.clean(case.words).edtf == case.edtf


@pytest.mark.parametrize("edtf", sorted({case.edtf for case in CASES}))
def test_form_shows_a_date_that_comes_back_the_same(edtf: str) -> None:
    assert dates.understand(as_typed(edtf)).edtf == edtf
