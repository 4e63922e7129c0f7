"""What a launch is from day to day: the same as `standing` says of each day."""

import datetime
import itertools
import random
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command

from partnerships import phases, recording
from partnerships.models import CalendarEntry, Milestone
from partnerships.models.calendar import Month
from partnerships.models.vocabulary import LAUNCH_KINDS
from partnerships.standing import launch_standing
from tests import factories as make
from tests.test_statuses import Chance

LAUNCHES = 300
FIRST = datetime.date(2018, 12, 1)


def launches() -> Iterator[list[Milestone]]:
    """The claims of so many launches, each with ids of its own."""
    chance = Chance()
    for _ in range(LAUNCHES):
        claims = list(chance.milestones(LAUNCH_KINDS))
        for number, claim in enumerate(claims, 1):
            claim.pk = number
        yield claims


def days() -> list[datetime.date]:
    dice = random.Random(20220524)  # noqa: S311 - no secret
    return [FIRST + datetime.timedelta(dice.randrange(2_000)) for _ in range(12)]


def on(found: list[phases.Phase], day: datetime.date) -> list[tuple[Any, ...]]:
    """The phases in which the day lies: one, or none."""
    return [
        (each.status, each.outcomes, each.place) for each in found if each.since <= day < each.until
    ]


def told(claims: list[Milestone], day: datetime.date) -> tuple[Any, ...]:
    standing = launch_standing(claims, day)
    return standing.status, standing.outcomes, phases.place(standing, claims)


def test_phases_by_what_was_known_say_what_standing_says_of_each_day() -> None:
    for claims in launches():
        found = phases.as_known(claims)
        for day in days():
            known = [claim for claim in claims if claim.known(day)]
            assert on(found, day) == ([told(known, day)] if known else [])


def test_phases_by_all_that_is_recorded_say_what_standing_says_of_each_day() -> None:
    for claims in launches():
        found = phases.as_recorded(claims)
        for day in days():
            assert on(found, day) == [told(claims, day)]


def test_phases_follow_on_each_other_and_differ() -> None:
    for claims in launches():
        for found in (phases.as_known(claims), phases.as_recorded(claims)):
            for one, other in itertools.pairwise(found):
                assert one.until == other.since
                assert on([one], one.since) != on([other], other.since)


def claim(kind: str, occurred: str = "", due: str = "") -> Milestone:
    row = Milestone(pk=1, kind=kind, occurred=occurred, due=due)
    for name in ("occurred", "due"):
        row._meta.get_field(name).derive(row)  # type: ignore[attr-defined]
    return row


@pytest.mark.parametrize(
    ("row", "place", "month"),
    [
        (claim("launched", "2022-07-04"), 20220704, "July 2022"),
        (claim("launched", "2022-07"), 20220731, "July 2022"),
        (claim("launched", "2022"), 20221312, "2022, month not known"),
        (claim("launched", "[2022-05-24..2022-07-31]"), 20221307, "2022, month not known"),
        (claim("launched", "[..2022-07-31]"), 20221307, "2022, month not known"),
        (claim("announced", "2022-05-24", "[2022-05-24..2022-07-31]"), 20220731, "July 2022"),
        (claim("announced", "2022-05-24", "[..2022-07-31]"), 20220731, "July 2022"),
        (claim("announced", "2022-05-24", "2022-35"), 20221309, "2022, month not known"),
        (claim("announced", "2022-05-24"), 20220524, "May 2022"),
        (claim("announced"), 0, "no date"),
    ],
)
def test_place_in_the_calendar(row: Milestone, place: int, month: str) -> None:
    standing = launch_standing([row], datetime.date(2022, 6, 1))
    found = phases.place(standing, [row])
    assert (found, Month.of(found).in_words) == (place, month)


@pytest.mark.parametrize(
    ("month", "places"),
    [
        (Month(2022, 7), (20220700, 20220800)),
        (Month(2022), (20220000, 20230000)),
        (Month(None), (0, 1)),
    ],
)
def test_month_holds_its_places(month: Month, places: tuple[int, int]) -> None:
    assert month.places == places


# Kept in the database


@pytest.mark.django_db
def test_calendar_follows_the_claims() -> None:
    launch = make.launch()
    make.milestone(launch, "announced", "2022-05-24", make.article("2022-05-24"), due="2022-07")
    whole = CalendarEntry.objects.filter(launch=launch, basis="known", outcome="")
    before = list(whole.order_by("since").values_list("since", "status"))
    make.milestone(launch, "launched", "2022-07-04", make.article("2022-07-05"))
    after = list(whole.order_by("since").values_list("since", "status"))
    assert [(str(day), status) for day, status in before[:1]] == [("2022-05-24", "announced")]
    assert [(str(day), status) for day, status in after] == [
        ("2022-05-24", "announced"),
        ("2022-07-05", "launched"),
    ]


@pytest.mark.django_db
def test_migration_fills_the_calendar_as_recording_does() -> None:
    for due in ("2022-07", "2022-06"):
        launch = make.launch()
        make.milestone(launch, "announced", "2022-05-24", make.article("2022-05-24"), due=due)
        make.milestone(launch, "launched", "2022-07-04", make.article("2022-07-05"))
    make.launch()
    with recording.as_recording():
        CalendarEntry.objects.all().delete()
        import_module("partnerships.migrations.0012_launches_in_the_calendar").fill(apps, None)
    call_command("check_timeline")
