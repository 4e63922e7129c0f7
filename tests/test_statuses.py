"""Statuses and outcomes that the database decides: the same as `standing` says of each row."""

import datetime
import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeVar

import pytest

from partnerships import recording
from partnerships.models import Milestone, Partnership, ProductLaunch, Statement
from partnerships.models.vocabulary import LAUNCH_KINDS, PARTNERSHIP_KINDS
from partnerships.standing import launch_standing, partnership_standing
from partnerships.timeline import statuses
from partnerships.timeline.lines import looked_at_on
from tests import factories as make

pytestmark = pytest.mark.django_db

T = TypeVar("T")
Day = datetime.date | None

# Few days, so that random claims often meet on one, and the 29th of a February among them.
KNOWN = [
    None,
    *(datetime.date(year, month, 28) for year in (2019, 2020, 2022) for month in (2, 8)),
    datetime.date(2020, 2, 29),
]
OCCURRED = ["", "2019", "2020-02", "2020-02-29", "2021-08~", "[..2021-08-28]", "2022/2022-08"]
OCCURRED += ["2099", "[2021-02-01..2021-08-28]", "2022-02-28", "[..2020-02]", "2022-08?"]
ASKED: list[Day] = [
    None,
    *(datetime.date(year, month, 28) for year in (2018, 2020, 2021, 2022) for month in (2, 8)),
    datetime.date(2022, 3, 1),
    datetime.date(2024, 2, 29),
    datetime.date(2024, 8, 29),
]


class Chance:
    """Rows at random, the same in each run; past recording, which refuses some of them."""

    def __init__(self) -> None:
        self.random = random.Random(20220524)  # noqa: S311 - no secret

    def milestones(self, kinds: tuple[str, ...], **subject: Any) -> Iterator[Milestone]:
        preferred = set()
        for _ in range(self.random.choice([0, 1, 1, 2, 3, 5])):
            row = Milestone(
                kind=self.random.choice(kinds),
                certainty=self.random.choice(["stated", "stated", "rumoured", "denied"]),
                occurred=self.random.choice(OCCURRED),
                due=self.random.choice(OCCURRED),
                rank=self.random.choice(["normal", "normal", "preferred", "deprecated"]),
                rank_reason="So the test decided.",
                known_from=self.random.choice(KNOWN),
                **subject,
            )
            if row.rank == "preferred" and row.family in preferred:
                row.rank = "normal"
            preferred.add(row.family if row.rank == "preferred" else None)
            yield dated(row, "occurred", "due")

    def statements(self, **fields: Any) -> Iterator[Statement]:
        for _ in range(self.random.choice([0, 0, 1])):
            said, known_from = self.random.choice(OCCURRED), self.random.choice(KNOWN)
            row = Statement(text="We are convinced.", said=said, known_from=known_from, **fields)
            yield dated(row, "said")


def dated(row: T, *names: str) -> T:
    for name in names:
        row._meta.get_field(name).derive(row)  # type: ignore[attr-defined]
    return row


@pytest.fixture
def record() -> None:
    chance, company = Chance(), make.company()
    with recording.as_recording():
        partnerships = Partnership.objects.bulk_create(
            Partnership(slug=f"p-{number}") for number in range(300)
        )
        launches = ProductLaunch.objects.bulk_create(
            ProductLaunch(slug=f"l-{number}", partnership=chance.random.choice([None, row]))
            for number, row in enumerate(partnerships)
        )
        Milestone.objects.bulk_create(
            milestone
            for partnership, launch in zip(partnerships, launches, strict=True)
            for milestone in (
                *chance.milestones(PARTNERSHIP_KINDS, partnership=partnership),
                *chance.milestones(LAUNCH_KINDS, launch=launch),
            )
        )
        Statement.objects.bulk_create(
            statement
            for partnership in partnerships
            for statement in chance.statements(partnership=partnership, company=company)
        )


def known_claims(subject: str, as_of: Day) -> defaultdict[int, list[Any]]:
    """The milestones by id of their partnership or launch."""
    found = defaultdict(list)
    for row in Milestone.objects.filter(**{f"{subject}__isnull": False}).select_related("launch"):
        if row.known(as_of):
            found[getattr(row, f"{subject}_id")].append(row)
    return found


def last_reported(as_of: Day) -> dict[int, datetime.date]:
    """By id of the partnership, in plain words: the latest day of anything that counts."""
    days: defaultdict[int, list[datetime.date]] = defaultdict(list)
    for row in Milestone.objects.select_related("launch"):
        partnership = row.partnership_id or (row.launch.partnership_id if row.launch else None)
        day = row.occurred_latest or row.known_from
        if row.known(as_of) and row.counts and day and partnership:
            days[partnership].append(min(day, looked_at_on(as_of)))
    for said in Statement.objects.all():
        day = said.said_latest or said.known_from
        if said.known(as_of) and day and said.partnership_id:
            days[said.partnership_id].append(min(day, looked_at_on(as_of)))
    return {partnership: max(each) for partnership, each in days.items()}


@pytest.mark.usefixtures("record")
def test_status_of_partnerships_is_that_of_standing() -> None:
    seen = set()
    for as_of in ASKED:
        claims, reported = known_claims("partnership", as_of), last_reported(as_of)
        rows = Partnership.objects.annotate(status=statuses.partnership_status(as_of))
        found = dict(rows.values_list("pk", "status"))
        said = {}
        for pk in found:
            standing = partnership_standing(claims[pk], looked_at_on(as_of), reported.get(pk))
            said[pk] = (
                statuses.NO_END_REPORTED if standing.no_end_reported else str(standing.status)
            )
        assert found == said, as_of
        seen |= set(found.values())
    assert len(seen) == 7


@pytest.mark.usefixtures("record")
def test_outcome_of_promises_is_that_of_standing() -> None:
    seen = set()
    for as_of in ASKED:
        found = dict(statuses.promises_made(as_of).values_list("pk", "outcome"))
        said = {
            promise.milestone.pk: str(promise.outcome)
            for claims in known_claims("launch", as_of).values()
            for promise in launch_standing(claims, looked_at_on(as_of)).promises
            if not promise.rumoured
        }
        assert found == said, as_of
        seen |= set(found.values())
    assert len(seen) == 9
