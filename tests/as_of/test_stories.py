"""The pages of one partnership and of one launch."""

import datetime

import pytest

from partnerships import timeline
from partnerships.models import Partnership, ProductLaunch
from tests.as_of.days import each_day, some
from tests.as_of.records import Records, entries, known
from tests.as_of.statuses import launch_status, outcomes, partnership_status, quiet
from tests.as_of.walking import claim_ids

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@each_day
def test_story_of_a_partnership(records: Records, day: datetime.date) -> None:
    for partnership in some(list(Partnership.objects.order_by("pk")), day, 12):
        pk = partnership.pk
        story = timeline.partnership_story(partnership, day)
        rows = records.of_partnership(pk, day)
        said = [
            row for row in known(records.statements.values(), day) if row["partnership_id"] == pk
        ]
        launches = {
            launch: records.of_launch(launch, day)
            for launch, row in records.launches.items()
            if row["partnership_id"] == pk
        }
        everything = [*rows, *said, *(row for of in launches.values() for row in of)]
        status = partnership_status(rows, day)
        assert story.standing.status.value == status, partnership
        assert story.standing.no_end_reported == (status == "active" and quiet(everything, day))
        assert sorted(claim_ids(story.milestones)) == sorted(
            ("milestone", row["id"]) for row in entries(rows)
        )
        assert {launch.pk: found.status.value for launch, found in story.launches} == {
            launch: launch_status(of, day) for launch, of in launches.items() if of
        }
        assert {each.claim.pk for each in story.participations} == {
            row["id"]
            for row in known(records.participations.values(), day)
            if row["partnership_id"] == pk
        }
        assert {line.claim.pk for line in story.statements} == {row["id"] for row in said}


@each_day
def test_story_of_a_launch(records: Records, day: datetime.date) -> None:
    for launch in some(list(ProductLaunch.objects.with_story().order_by("pk")), day, 16):
        story = timeline.launch_story(launch, day)
        rows = records.of_launch(launch.pk, day)
        assert story.standing.status.value == launch_status(rows, day), launch
        assert {
            promise.milestone.pk: promise.outcome.value for promise in story.standing.promises
        } == outcomes(rows, day), launch
        assert launch.name_on(day) == records.name(launch.pk, day)
        assert {each.claim.pk for each in story.names} == {
            row["id"] for row in known(records.names.values(), day) if row["launch_id"] == launch.pk
        }
        assert sorted(claim_ids(story.milestones)) == sorted(
            ("milestone", row["id"]) for row in entries(rows)
        )
