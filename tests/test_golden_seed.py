"""The golden behaviours that the seed alone must show: a promise nobody has kept yet."""

import datetime

import pytest

from partnerships import timeline
from partnerships.models import Company, Person, ProductLaunch, Statement
from partnerships.standing import Outcome
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seed")]


def flagship() -> ProductLaunch:
    return ProductLaunch.objects.get(slug="xiaomi-leica-first-flagship")


def outcome(as_of: str) -> Outcome:
    story = timeline.launch_story(flagship(), datetime.date.fromisoformat(as_of))
    [promise] = story.standing.promises
    return promise.outcome


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2022-07-31", Outcome.DUE),
        ("2022-08-01", Outcome.OVERDUE),
        ("2023-07-31", Outcome.OVERDUE),
        ("2023-08-01", Outcome.UNRESOLVED),
    ],
)
def test_promise_without_a_launch(as_of: str, expected: Outcome) -> None:
    assert outcome(as_of) == expected


def test_promise_is_kept_on_time_once_launched() -> None:
    make.milestone(flagship(), "launched", "2022-07-04", make.article("2022-07-04"))
    assert outcome("2022-08-01") == Outcome.ON_TIME


def test_conflicting_promises_keep_their_own_outcomes() -> None:
    for due in ("2022-06", "[2022-06-01..2022-07-15]"):
        make.milestone(flagship(), "announced", "2022-05-25", make.article("2022-05-25"), due=due)
    make.milestone(flagship(), "launched", "2022-07-04", make.article("2022-07-04"))
    story = timeline.launch_story(flagship(), None)
    kept = {promise.due.edtf: promise.outcome for promise in story.standing.promises}
    assert kept == {
        "[2022-05-24..2022-07-31]": Outcome.ON_TIME,
        "2022-06": Outcome.LATE,
        "[2022-06-01..2022-07-15]": Outcome.ON_TIME,
    }


def test_counts_of_the_seed() -> None:
    assert list(Company.objects.alphabetical().values_list("name", flat=True)) == [
        "Huawei",
        "Leica",
        "Xiaomi",
    ]
    assert (Person.objects.count(), ProductLaunch.objects.count(), Statement.objects.count()) == (
        1,
        2,
        2,
    )


def test_four_claims_for_one_beginning() -> None:
    leica = Company.objects.get(slug="leica")
    partnership = leica.partnerships.get(slug="huawei-leica")
    for occurred in ("2015", "2016", "2017~"):
        make.milestone(partnership, "began", occurred, make.article("2018-01-01"))
    reason = "The announcement gives the day."
    make.milestone(
        partnership,
        "began",
        "2016-02-25",
        make.article("2016-02-25"),
        rank="preferred",
        rank_reason=reason,
    )
    question = timeline.Question(leica, as_of=datetime.date(2019, 1, 1))
    [line] = [each for each in timeline.page(question).lines if each.claim.kind == "began"]
    shown = [line.claim.occurred, *(cited.claim.occurred for cited in line.beneath)]
    assert shown == ["2016-02-25", "2015", "2016", "2017~"]
    assert line.claim.rank_reason == reason
