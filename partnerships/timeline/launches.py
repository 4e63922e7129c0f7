"""All that is known of one launch, as known on which day; `calendar` has the list of them."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from partnerships.models import Citation, Milestone, ProductLaunch
from partnerships.models.launch import ProductLaunchQuerySet
from partnerships.models.vocabulary import EntryKind
from partnerships.standing import LaunchStanding, Promise, launch_standing
from partnerships.timeline import statuses
from partnerships.timeline.lines import (
    MILESTONE_SUBJECTS,
    STATEMENT_SUBJECTS,
    Citations,
    Cited,
    Line,
    lines,
    load_participants,
    looked_at_on,
)
from partnerships.timeline.stories import Source, known, leading, sources


class CitedPromise(NamedTuple):
    """A promise with the citations that were out on the day asked for."""

    promise: Promise
    citations: list[Citation]


@dataclass(frozen=True, slots=True)
class LaunchStory:
    """All that is known of a launch on a day."""

    launch: ProductLaunch
    as_of: datetime.date | None
    standing: LaunchStanding
    names: list[Cited]
    promises: list[CitedPromise]
    milestones: list[Line]
    statements: list[Line]

    @property
    def known(self) -> bool:
        """Whether anything was known to have happened to it, or is asked of today's record."""
        return bool(self.milestones) or self.as_of is None

    @property
    def sources(self) -> list[Source]:
        """Every article that its page cites, newest first."""
        return sources(self.names, [*self.milestones, *self.statements])


def known_launches(as_of: datetime.date | None) -> ProductLaunchQuerySet:
    """Those to which something was known to have happened; in today's record all of them."""
    if as_of is None:
        return ProductLaunch.objects.all()
    milestones = Milestone.objects.filter(launch=OuterRef("pk"))
    return ProductLaunch.objects.filter(Exists(statuses.known(milestones, as_of)))


def launch_story(launch: ProductLaunch, as_of: datetime.date | None) -> LaunchStory:
    """Everything about it that was known on the day, in a constant number of queries."""
    milestones = known(launch.milestones.select_related(*MILESTONE_SUBJECTS), as_of)
    statements = known(launch.statements.select_related(*STATEMENT_SUBJECTS), as_of)
    names = launch.every_name_on(as_of)
    standing = launch_standing(milestones, looked_at_on(as_of))
    cited = Citations([*names, *(each.milestone for each in standing.promises)], as_of)
    shown = lines([*leading(milestones), *statements], as_of)
    if launch.partnership:
        load_participants([launch.partnership])
    return LaunchStory(
        launch=launch,
        as_of=as_of,
        standing=standing,
        names=[cited.of(each) for each in names],
        promises=[
            CitedPromise(each, cited.of(each.milestone).citations) for each in standing.promises
        ],
        milestones=[line for line in shown if line.kind == EntryKind.LAUNCH],
        statements=[line for line in shown if line.kind == EntryKind.STATEMENT],
    )
