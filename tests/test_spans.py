"""From when to when a partnership lasted, by its claims; no database is needed."""

import datetime

import pytest

from partnerships.dates import Stretch
from partnerships.models import Milestone
from partnerships.standing import partnership_standing
from partnerships.timeline.spans import span_of, stretch
from tests.claims import claim, day


def lasted(on: str, *claims: Milestone, last_reported: str = "") -> list[str] | None:
    """The first and the last day of its beginning, then those of its end."""
    reported = day(last_reported) if last_reported else day(on)
    found = stretch(claims, partnership_standing(claims, day(on), reported), day(on))
    return [str(each) for edge in found for each in edge] if found else None


def test_running_partnership_lasts_until_the_day_it_is_looked_at() -> None:
    assert lasted("2022-01-01", claim("announced", "2016-02-25")) == [
        "2016-02-25",
        "2016-02-25",
        "2022-01-01",
        "2022-01-01",
    ]


def test_uncertain_days_are_the_edges() -> None:
    assert lasted("2025-01-01", claim("began", "2016"), claim("ended", "2022-03")) == [
        "2016-01-01",
        "2016-12-31",
        "2022-03-01",
        "2022-03-31",
    ]


def test_what_began_before_some_day_reaches_back_a_year() -> None:
    assert lasted("2022-01-01", claim("began", "[..2016-12-31]")) == [
        "2016-01-01",
        "2016-12-31",
        "2022-01-01",
        "2022-01-01",
    ]


def test_what_ended_before_some_day_may_have_ended_ever_since_it_began() -> None:
    claims = [claim("announced", "2016-11-03"), claim("ended", "[..2023-12-31]")]
    assert lasted("2025-01-01", *claims) == [
        "2016-11-03",
        "2016-11-03",
        "2016-11-03",
        "2023-12-31",
    ]


def test_end_without_a_day_may_be_any_until_it_was_known() -> None:
    claims = [claim("announced", "2016-11-03"), claim("ended", known="2022-05-24")]
    assert lasted("2025-01-01", *claims) == [
        "2016-11-03",
        "2016-11-03",
        "2016-11-03",
        "2022-05-24",
    ]


def test_beginning_without_a_day_lies_in_the_year_before_it_was_known() -> None:
    assert lasted("2022-06-01", claim("announced", known="2021-12-31")) == [
        "2020-12-31",
        "2021-12-31",
        "2022-06-01",
        "2022-06-01",
    ]


def test_without_a_reported_end_it_is_over_two_years_after_the_last_report() -> None:
    found = lasted("2022-01-01", claim("announced", "2007-09-23"), last_reported="2008-02-29")
    assert found == ["2007-09-23", "2007-09-23", "2008-02-29", "2010-02-28"]


def test_end_that_lies_ahead_is_not_reached() -> None:
    claims = [claim("announced", "2016-02-25"), claim("expired", "2030", known="2016-02-25")]
    assert lasted("2022-01-01", *claims) == [
        "2016-02-25",
        "2016-02-25",
        "2022-01-01",
        "2022-01-01",
    ]


def test_beginning_that_lies_ahead_is_drawn_for_a_year() -> None:
    found = lasted("2022-01-01", claim("began", "2023-01-01", known="2021-12-01"))
    assert found == ["2023-01-01", "2023-01-01", "2023-01-01", "2024-01-01"]


def test_intention_lasts_until_the_day_it_is_looked_at() -> None:
    assert lasted("2022-01-01", claim("letter-of-intent", "2021-05-01")) == [
        "2021-05-01",
        "2021-05-01",
        "2022-01-01",
        "2022-01-01",
    ]


@pytest.mark.parametrize("last", ["rumoured", "denied"])
def test_rumour_lasts_from_its_first_word_to_its_last(last: str) -> None:
    claims = [
        claim("began", "2021-05-15", certainty="rumoured"),
        claim("began", "2021-11", certainty=last),
    ]
    assert lasted("2022-05-01", *claims) == [
        "2021-05-15",
        "2021-05-15",
        "2021-11-30",
        "2021-11-30",
    ]


def test_contradicting_claims_are_drawn_from_the_end_to_the_beginning() -> None:
    assert lasted("2022-01-01", claim("began", "2016"), claim("ended", "2012")) == [
        "2012-01-01",
        "2012-01-01",
        "2016-12-31",
        "2016-12-31",
    ]


def test_deprecated_claim_moves_nothing() -> None:
    wrong = claim("began", "1999", rank="deprecated")
    assert lasted("2022-01-01", claim("announced", "2016-02-25"), wrong) == [
        "2016-02-25",
        "2016-02-25",
        "2022-01-01",
        "2022-01-01",
    ]


def test_what_nothing_dates_has_no_stretch() -> None:
    assert lasted("2022-01-01") is None
    assert lasted("2022-01-01", claim("announced")) is None


@pytest.mark.parametrize(
    ("occurred", "known", "expected"),
    [
        ("2022-05", "2022-06-01", ("2022-05-01", "2022-05-31")),
        ("[..2022-05-24]", "2022-05-24", ("2022-05-24", "2022-05-24")),
        ("", "2022-06-01", ("2022-06-01", "2022-06-01")),
    ],
)
def test_claim_stands_on_its_own_days_or_where_it_was_known(
    occurred: str, known: str, expected: tuple[str, str]
) -> None:
    span = span_of(claim("launched", occurred, known))
    assert span is not None
    assert (str(span.first), str(span.last)) == expected


@pytest.mark.parametrize(
    ("first", "last", "overlaps"),
    [
        (None, None, True),
        ("2022-03-31", None, True),
        ("2022-04-01", None, False),
        (None, "2016-02-25", True),
        (None, "2016-02-24", False),
        ("2018-01-01", "2018-12-31", True),
    ],
)
def test_stretch_overlaps_the_days_that_it_shares(
    first: str | None, last: str | None, overlaps: bool
) -> None:
    claims = [claim("announced", "2016-02-25"), claim("ended", "2022-03-31")]
    on = datetime.date(2025, 1, 1)
    found = stretch(claims, partnership_standing(claims, on, on), on)
    assert isinstance(found, Stretch)
    assert found.overlaps(first and day(first), last and day(last)) is overlaps
