"""Standing: statuses, dates and outcomes that follow from claims; no database is needed."""

import pytest

from partnerships.models import Milestone
from partnerships.standing import (
    LaunchStatus,
    Outcome,
    PartnershipStatus,
    deciding,
    launch_standing,
    partnership_standing,
    promises,
)
from tests.claims import claim, day


def status(on: str, *claims: Milestone) -> PartnershipStatus:
    return partnership_standing(claims, day(on), None).status


def test_partnership_without_claims_is_not_known() -> None:
    assert status("2022-01-01") == PartnershipStatus.NOT_KNOWN


def test_partnership_is_rumoured_while_every_claim_is_a_rumour() -> None:
    rumour = claim("began", "2021-05-15", certainty="rumoured")
    assert status("2022-01-01", rumour) == PartnershipStatus.RUMOURED


def test_rumoured_end_moves_nothing() -> None:
    rumour = claim("ended", "2021-05-15", certainty="rumoured")
    assert status("2022-01-01", claim("announced", "2016"), rumour) == PartnershipStatus.ACTIVE


def test_denied_end_moves_nothing() -> None:
    denial = claim("ended", "2021-05-20", certainty="denied")
    assert status("2022-01-01", claim("announced", "2016"), denial) == PartnershipStatus.ACTIVE


def test_denied_when_the_latest_word_on_its_existence_is_a_denial() -> None:
    claims = [
        claim("began", "2021-07-12", certainty="rumoured"),
        claim("began", "2021-09-22", certainty="denied"),
    ]
    assert status("2022-01-01", *claims) == PartnershipStatus.DENIED


def test_denied_and_then_announced_is_active() -> None:
    claims = [claim("began", "2017-03-06", certainty="denied"), claim("announced", "2017-07-06")]
    assert status("2018-01-01", *claims) == PartnershipStatus.ACTIVE


def test_whatever_is_stated_after_a_denial_says_that_it_exists() -> None:
    claims = [claim("began", "2017-03-06", certainty="denied"), claim("extended", "2018-07-06")]
    assert status("2019-01-01", *claims) == PartnershipStatus.ACTIVE


def test_launch_that_is_stated_for_a_day_ahead_has_not_happened() -> None:
    launched = claim("launched", known="2026-01-01", due="2030-07")
    assert launch_standing([launched], day("2026-11-22")).status == LaunchStatus.ANNOUNCED


@pytest.mark.parametrize("kind", ["announced", "signed", "began", "extended"])
def test_active_from_what_is_stated(kind: str) -> None:
    assert status("2022-06-01", claim(kind, "2022-05-23")) == PartnershipStatus.ACTIVE


def test_announced_while_the_beginning_lies_ahead() -> None:
    claims = [claim("announced", "2022-05-23"), claim("began", "2022-07-01")]
    assert status("2022-06-30", *claims) == PartnershipStatus.ANNOUNCED
    assert status("2022-07-01", *claims) == PartnershipStatus.ACTIVE


def test_letter_of_intent_is_no_beginning() -> None:
    assert status("2022-06-30", claim("letter-of-intent", "2022")) == PartnershipStatus.ANNOUNCED


@pytest.mark.parametrize("kind", ["terminated", "expired", "ended"])
def test_ended_from_its_stated_end(kind: str) -> None:
    claims = [claim("announced", "2016"), claim(kind, "2022-03-31")]
    assert status("2022-03-30", *claims) == PartnershipStatus.ACTIVE
    assert status("2022-03-31", *claims) == PartnershipStatus.ENDED


def test_deprecated_end_decides_nothing() -> None:
    end = claim("ended", "2020", rank="deprecated", rank_reason="A misprint.")
    assert status("2022-01-01", claim("announced", "2016"), end) == PartnershipStatus.ACTIVE


def test_no_end_reported_after_two_quiet_years() -> None:
    claims = [claim("announced", "2007-09-23")]
    quiet = partnership_standing(claims, day("2009-09-24"), day("2007-09-23"))
    assert (quiet.no_end_reported, quiet.running) == (True, False)


def test_running_within_two_years() -> None:
    claims = [claim("announced", "2007-09-23")]
    standing = partnership_standing(claims, day("2009-09-23"), day("2007-09-23"))
    assert (standing.no_end_reported, standing.running) == (False, True)


def test_end_before_the_beginning_is_a_contradiction() -> None:
    claims = [claim("began", "2016"), claim("ended", "2012")]
    assert partnership_standing(claims, day("2020-01-01"), None).contradictory
    claims = [claim("began", "2012"), claim("ended", "2012")]
    assert not partnership_standing(claims, day("2020-01-01"), None).contradictory


def test_two_years_after_a_leap_day() -> None:
    standing = partnership_standing(
        [claim("announced", "2020-02-29")], day("2022-02-28"), day("2020-02-29")
    )
    assert standing.running


def test_since_takes_the_beginning_before_the_announcement() -> None:
    began = claim("began", "2022-07")
    standing = partnership_standing(
        [claim("announced", "2022-05-23"), began], day("2023-01-01"), None
    )
    assert standing.since is began


def test_since_takes_no_open_start_where_an_announcement_is_dated() -> None:
    announced = claim("announced", "2016-02-25")
    standing = partnership_standing(
        [claim("began", "[..2022-05-24]"), announced], day("2023-01-01"), None
    )
    assert standing.since is announced


def test_date_is_the_preferred_then_the_most_precise_then_the_earliest_known() -> None:
    year, exact = claim("began", "2016"), claim("began", "2016-02-25", known="2022-01-01")
    early = claim("began", "2016-02-26", known="2016-03-01")
    preferred = claim("began", "2015", rank="preferred", rank_reason="The contract says so.")
    assert deciding([year, exact], "began") is exact
    assert deciding([year, exact, early], "began") is early
    assert deciding([year, exact, early, preferred], "began") is preferred


# Promises

BY_JULY = "[2022-05-24..2022-07-31]"


def outcome(on: str, due: str, *others: Milestone) -> Outcome:
    promise = claim("announced", "2022-05-24", due=due)
    return promises([promise, *others], day(on))[0].outcome


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2022-05-23", Outcome.PENDING),
        ("2022-05-24", Outcome.DUE),
        ("2022-07-31", Outcome.DUE),
        ("2022-08-01", Outcome.OVERDUE),
        ("2023-07-31", Outcome.OVERDUE),
        ("2023-08-01", Outcome.UNRESOLVED),
    ],
)
def test_promise_without_a_launch(on: str, expected: Outcome) -> None:
    assert outcome(on, BY_JULY) == expected


@pytest.mark.parametrize(
    ("launched", "expected"),
    [
        ("2022-07-04", Outcome.ON_TIME),
        ("2022-05-01", Outcome.ON_TIME),  # early is on time
        ("2022-07-31", Outcome.ON_TIME),
        ("2022-08-01", Outcome.LATE),
        ("2022", Outcome.CANNOT_TELL),
        ("2022-08", Outcome.LATE),
        ("2022-07-04?", Outcome.ON_TIME),
        ("[..2022-06-30]", Outcome.ON_TIME),
        ("[..2022-12-31]", Outcome.CANNOT_TELL),
    ],
)
def test_promise_with_a_launch(launched: str, expected: Outcome) -> None:
    assert outcome("2024-01-01", BY_JULY, claim("launched", launched)) == expected


def test_launch_without_a_day_cannot_tell() -> None:
    assert (
        outcome("2024-01-01", BY_JULY, claim("launched", known="2023-01-01")) == Outcome.CANNOT_TELL
    )


@pytest.mark.parametrize(
    ("cancelled", "expected"),
    [("2022-07-31", Outcome.WITHDRAWN), ("2022-08-01", Outcome.BROKEN)],
)
def test_promise_of_what_was_cancelled(cancelled: str, expected: Outcome) -> None:
    assert outcome("2024-01-01", BY_JULY, claim("cancelled", cancelled)) == expected


def test_denied_rumour_is_withdrawn() -> None:
    rumour = claim("announced", "2021-07-12", due="2022", certainty="rumoured")
    denial = claim("announced", "2021-09-22", certainty="denied")
    [promise] = promises([rumour, denial], day("2024-01-01"))
    assert (promise.outcome, promise.rumoured) == (Outcome.WITHDRAWN, True)


def test_delay_does_not_erase_the_earlier_promise() -> None:
    claims = [
        claim("announced", "2022-11", due="2022-12-01"),
        claim("delayed", "2022-11-30", due="2022-12-11"),
        claim("launched", "2022-12-11"),
    ]
    kept = [promise.outcome for promise in promises(claims, day("2023-01-01"))]
    assert kept == [Outcome.LATE, Outcome.ON_TIME]


@pytest.mark.parametrize(
    ("due", "launched", "slip"),
    [
        ("2022-07-01", "2022-07-04", (3, 3)),
        ("2022-07", "2022-07-04", (-27, -27)),
        ("2022-07", "2022-08", (1, 31)),
        ("2022-07", "[..2022-08-31]", None),
    ],
)
def test_slip_in_days(due: str, launched: str, slip: tuple[int, int] | None) -> None:
    claims = [claim("announced", "2022-05-24", due=due), claim("launched", launched)]
    assert promises(claims, day("2023-01-01"))[0].slip == slip


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], LaunchStatus.NOT_KNOWN),
        ([("launched", "2023-10", "rumoured")], LaunchStatus.RUMOURED),
        ([("announced", "2022-05-24", "stated")], LaunchStatus.ANNOUNCED),
        (
            [("announced", "2022-05-24", "stated"), ("delayed", "2022-06-01", "stated")],
            LaunchStatus.DELAYED,
        ),
        ([("launched", "2022-07-04", "stated")], LaunchStatus.LAUNCHED),
        (
            [("launched", "2022-07-04", "stated"), ("discontinued", "2023", "stated")],
            LaunchStatus.DISCONTINUED,
        ),
        (
            [("announced", "2022-05-24", "stated"), ("cancelled", "2022-06-01", "stated")],
            LaunchStatus.CANCELLED,
        ),
        (
            [("launched", "2021-07-12", "rumoured"), ("launched", "2021-09-22", "denied")],
            LaunchStatus.DENIED,
        ),
    ],
)
def test_status_of_a_launch(claims: list[tuple[str, str, str]], expected: LaunchStatus) -> None:
    rows = [claim(kind, occurred, certainty=certainty) for kind, occurred, certainty in claims]
    assert launch_standing(rows, day("2024-01-01")).status == expected
