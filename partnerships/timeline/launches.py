"""Launches: the list of them, and all that is known of one, as known on which day."""

import datetime
from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.lookups import Exact

from partnerships.models import (
    Citation,
    Company,
    Milestone,
    Participation,
    ProductLaunch,
)
from partnerships.models.launch import ProductLaunchQuerySet
from partnerships.models.vocabulary import EntryKind
from partnerships.standing import LaunchStanding, LaunchStatus, Outcome, Promise, launch_standing
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
from partnerships.timeline.newest import PAGE_SIZE, Position, end_of, newest_first
from partnerships.timeline.stories import Source, known, leading, sources

NO_PROMISE = "none"  # of those for which nobody promised a day


@dataclass(frozen=True, slots=True)
class LaunchQuestion:
    """What a reader asks of the launches; all of it may be left out. `brand` made it or takes part
    in its partnership; `outcome` is what came of one of its promises, or NO_PROMISE."""

    brand: Company | None = None
    status: str = ""
    outcome: str = ""
    as_of: datetime.date | None = None


class ListedLaunch(NamedTuple):
    """A launch as its line in a list shows it."""

    launch: ProductLaunch
    standing: LaunchStanding


class LaunchPage(NamedTuple):
    """Launches newest first, and where the next page goes on; None at the end."""

    launches: list[ListedLaunch]
    next: Position | None


@dataclass(frozen=True, slots=True)
class LaunchChoices:
    """What can be chosen for each filter, and how many launches the list has with it. `no_promise`
    is of those for which nobody promised a day; a launch counts once for each outcome that one of
    its promises has."""

    brands: dict[Company, int]
    statuses: dict[LaunchStatus, int]
    outcomes: dict[Outcome, int]
    no_promise: int


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


def launches(question: LaunchQuestion) -> ProductLaunchQuerySet:
    """The launches that answer it, in no order."""
    found = known_launches(question.as_of)
    if question.brand:
        made = ProductLaunch.makers.through.objects.filter(
            productlaunch=OuterRef("pk"), company=question.brand
        )
        part = Participation.objects.filter(
            partnership=OuterRef("partnership"), company=question.brand
        )
        found = found.filter(Exists(made) | Exists(part))
    if question.status:
        status = statuses.launch_status(question.as_of)
        found = found.filter(Exact(status, Value(question.status)))
    if question.outcome:
        found = found.filter(_promised(question))
    return found


def _promised(question: LaunchQuestion) -> Q:
    promises = statuses.promises_made(question.as_of).filter(launch=OuterRef("pk"))
    if question.outcome == NO_PROMISE:
        return ~Q(Exists(promises))
    return Q(Exists(promises.filter(outcome=question.outcome)))


def launch_page(
    question: LaunchQuestion,
    after: tuple[datetime.date | None, int] | None = None,
    size: int = PAGE_SIZE,
) -> LaunchPage:
    """At most `size` launches from a position on, in four queries."""
    dated = launches(question).annotate(day=statuses.launch_day(question.as_of))
    found = newest_first(dated, "day", after)
    claims = statuses.known(Milestone.objects.all(), question.as_of)
    rows = list(
        found.prefetch_related("makers", "names", Prefetch("milestones", claims))[: size + 1]
    )
    on = looked_at_on(question.as_of)
    shown = rows[:size]
    return LaunchPage(
        [ListedLaunch(row, launch_standing(list(row.milestones.all()), on)) for row in shown],
        end_of(rows, "day", size),
    )


def launch_choices(question: LaunchQuestion) -> LaunchChoices:
    """The choices of each filter with the others in force, in five queries. A brand that was not
    known on the day is one only where it is chosen already."""
    by_brand = _by_brand(replace(question, brand=None))
    by_status = _by_status(replace(question, status=""))
    by_outcome = _by_outcome(replace(question, outcome=""))
    brands = {each: by_brand[each.pk] for each in launching(question.as_of)}
    if question.brand:
        brands.setdefault(question.brand, 0)
    return LaunchChoices(
        brands=brands,
        statuses={status: by_status.get(status, 0) for status in LaunchStatus},
        outcomes={outcome: by_outcome.get(outcome, 0) for outcome in Outcome},
        no_promise=launches(replace(question, outcome=NO_PROMISE)).count(),
    )


def _by_brand(question: LaunchQuestion) -> Counter[int]:
    """By id of the company: how many launches that answer the question it made or takes part in."""
    found = launches(question).order_by()
    own = ProductLaunch.makers.through.objects.filter(
        productlaunch=OuterRef("pk"), company=OuterRef("brand")
    )
    made = (
        found.filter(makers__isnull=False)
        .annotate(brand=F("makers"))
        .values_list("brand")
        .annotate(number=Count("pk"))
    )
    # Who made it and takes part as well is one brand of it.
    shared = (
        found.filter(partnership__participations__isnull=False)
        .annotate(brand=F("partnership__participations__company"))
        .filter(~Exists(own))
        .values_list("brand")
        .annotate(number=Count("pk"))
    )
    numbers: Counter[int] = Counter()
    for brand, number in made.union(shared, all=True):
        numbers[brand] += number
    return numbers


def _by_status(question: LaunchQuestion) -> dict[str, int]:
    """By word of `statuses.launch_status`: how many launches answer the question."""
    found = launches(question).order_by().annotate(status=statuses.launch_status(question.as_of))
    return dict(found.values_list("status").annotate(number=Count("pk")))


def _by_outcome(question: LaunchQuestion) -> dict[str, int]:
    """By outcome: how many launches that answer the question have a promise of which it came."""
    found = launches(question).order_by().values("pk")
    promises = statuses.promises_made(question.as_of).filter(launch__in=found).order_by()
    number = Count("launch", distinct=True)
    return dict(promises.values_list("outcome").annotate(number=number))


def launching(as_of: datetime.date | None) -> QuerySet[Company]:
    """The companies that the list can be narrowed to, A to Z."""
    found = known_launches(as_of)
    made = found.filter(makers=OuterRef("pk"))
    part = found.filter(partnership__participations__company=OuterRef("pk"))
    return Company.objects.filter(Exists(made) | Exists(part)).alphabetical()


def launch_story(launch: ProductLaunch, as_of: datetime.date | None) -> LaunchStory:
    """Everything about it that was known on the day, in a constant number of queries."""
    milestones = known(launch.milestones.select_related(*MILESTONE_SUBJECTS), as_of)
    statements = known(launch.statements.select_related(*STATEMENT_SUBJECTS), as_of)
    names = launch.names_on(as_of)
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
