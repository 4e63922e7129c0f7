"""Partnerships: the list of them, and all that is known of one, as known on which day."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.lookups import Exact

from partnerships.models import (
    Company,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    Statement,
)
from partnerships.models.partnership import PartnershipQuerySet
from partnerships.models.vocabulary import AllianceKind, EntryKind
from partnerships.standing import (
    LaunchStanding,
    PartnershipStanding,
    PartnershipStatus,
    launch_standing,
    partnership_standing,
)
from partnerships.timeline import statuses
from partnerships.timeline.launches import known_launches
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
from partnerships.timeline.newest import PAGE_SIZE
from partnerships.timeline.stories import Source, known, leading, sources

UNKNOWN_KIND = "unknown"  # of those whose kind is not recorded


@dataclass(frozen=True, slots=True)
class PartnershipQuestion:
    """What a reader asks of the partnerships; all of it may be left out. `kind` is an alliance
    kind, or UNKNOWN_KIND; `status` a word of `statuses.partnership_status`."""

    brand: Company | None = None
    kind: str = ""
    status: str = ""
    as_of: datetime.date | None = None


class ListedPartnership(NamedTuple):
    """A partnership as its line in a list shows it."""

    partnership: Partnership
    standing: PartnershipStanding
    launches: int


class PartnershipPage(NamedTuple):
    """Partnerships A to Z, and after which slug and id the next page goes on; None at the end."""

    partnerships: list[ListedPartnership]
    next: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class PartnershipChoices:
    """What can be chosen for each filter, and how many partnerships the list has with it.
    `unknown_kind` is of those whose kind is not recorded; a partnership of two kinds counts for
    both."""

    brands: dict[Company, int]
    kinds: dict[AllianceKind, int]
    unknown_kind: int
    statuses: dict[str, int]


@dataclass(frozen=True, slots=True)
class PartnershipStory:
    """All that is known of a partnership on a day."""

    partnership: Partnership
    standing: PartnershipStanding
    participations: list[Cited]
    milestones: list[Line]
    launches: list[tuple[ProductLaunch, LaunchStanding]]
    statements: list[Line]

    @property
    def known(self) -> bool:
        """Whether anything was known of it at all; companies take part from its first claim on."""
        return bool(self.participations)

    @property
    def sources(self) -> list[Source]:
        """Every article that its page cites, newest first."""
        return sources(self.participations, [*self.milestones, *self.statements])


def known_partnerships(as_of: datetime.date | None) -> PartnershipQuerySet:
    """Those of which something was known on the day; in today's record all of them."""
    if as_of is None:
        return Partnership.objects.all()
    return Partnership.objects.filter(Exists(_participations(as_of)))


def _participations(as_of: datetime.date | None) -> QuerySet[Participation]:
    return statuses.known(Participation.objects.filter(partnership=OuterRef("pk")), as_of)


def partnerships(question: PartnershipQuestion) -> PartnershipQuerySet:
    """The partnerships that answer it, in no order."""
    found = known_partnerships(question.as_of)
    if question.brand:
        found = found.filter(Exists(_participations(question.as_of).filter(company=question.brand)))
    if question.kind == UNKNOWN_KIND:
        found = found.filter(kinds=())
    elif question.kind:
        found = found.filter(kinds__has=question.kind)
    if question.status:
        status = statuses.partnership_status(question.as_of)
        found = found.filter(Exact(status, Value(question.status)))
    return found


def partnership_page(
    question: PartnershipQuestion, after: tuple[str, int] | None = None, size: int = PAGE_SIZE
) -> PartnershipPage:
    """At most `size` partnerships after a slug, in four queries."""
    found = partnerships(question).order_by("slug")
    if after:
        found = found.filter(slug__gt=after[0])
    rows = list(_with_figures(found, question.as_of)[: size + 1])
    shown = rows[:size]
    load_participants(shown)
    claims = _claims(shown, question.as_of)
    on = looked_at_on(question.as_of)
    return PartnershipPage(
        [
            ListedPartnership(
                row,
                partnership_standing(claims[row.pk], on, _last_reported(row, on)),
                row.launch_count or 0,  # type: ignore[attr-defined]
            )
            for row in shown
        ],
        (shown[-1].slug, shown[-1].pk) if len(rows) > size else None,
    )


def partnership_choices(question: PartnershipQuestion) -> PartnershipChoices:
    """The choices of each filter with the others in force, in four queries. A brand that was not
    known on the day is one only where it is chosen already."""
    by_brand = _by_brand(replace(question, brand=None))
    by_kind = _by_kind(replace(question, kind=""))
    by_status = _by_status(replace(question, status=""))
    brands = {each: by_brand.get(each.pk, 0) for each in partners(question.as_of)}
    if question.brand:
        brands.setdefault(question.brand, 0)
    return PartnershipChoices(
        brands=brands,
        kinds={kind: by_kind[kind] for kind in AllianceKind},
        unknown_kind=by_kind[UNKNOWN_KIND],
        statuses={
            word: by_status.get(word, 0) for word in (*PartnershipStatus, statuses.NO_END_REPORTED)
        },
    )


def _by_brand(question: PartnershipQuestion) -> dict[int, int]:
    """By id of the company: in how many partnerships that answer the question it takes part."""
    found = partnerships(question).order_by().values("pk")
    part = statuses.known(Participation.objects.filter(partnership__in=found), question.as_of)
    return dict(part.order_by().values_list("company").annotate(number=Count("pk")))


def _by_kind(question: PartnershipQuestion) -> Counter[str]:
    """By kind, or UNKNOWN_KIND: how many partnerships answer the question."""
    found = partnerships(question).order_by().values_list("kinds").annotate(number=Count("pk"))
    numbers: Counter[str] = Counter()
    for kinds, number in found:
        for kind in kinds or (UNKNOWN_KIND,):
            numbers[kind] += number
    return numbers


def _by_status(question: PartnershipQuestion) -> dict[str, int]:
    """By word of `statuses.partnership_status`: how many partnerships answer the question."""
    status = statuses.partnership_status(question.as_of)
    found = partnerships(question).order_by().annotate(status=status)
    return dict(found.values_list("status").annotate(number=Count("pk")))


def partners(as_of: datetime.date | None) -> QuerySet[Company]:
    """The companies that the list can be narrowed to, A to Z."""
    part = statuses.known(Participation.objects.filter(company=OuterRef("pk")), as_of)
    return Company.objects.filter(Exists(part)).alphabetical()


def _with_figures(found: PartnershipQuerySet, as_of: datetime.date | None) -> QuerySet[Partnership]:
    """With `launch_count`, and the last day of the own claims, those of launches, statements."""
    launches = known_launches(as_of).filter(partnership=OuterRef("pk")).order_by()
    number = launches.values("partnership").annotate(number=Count("pk")).values("number")
    days = {
        f"last_day_{place}": Subquery(rows.values("last_day")[:1])
        for place, rows in enumerate(statuses.reported(as_of))
    }
    return found.annotate(launch_count=Subquery(number), **days)


def _last_reported(row: Partnership, on: datetime.date) -> datetime.date | None:
    days = [getattr(row, f"last_day_{place}") for place in range(3)]
    return max((min(day, on) for day in days if day), default=None)


def _claims(
    rows: Iterable[Partnership], as_of: datetime.date | None
) -> dict[int | None, list[Milestone]]:
    """By id of the partnership: its milestones known on the day."""
    found: dict[int | None, list[Milestone]] = {row.pk: [] for row in rows}
    for claim in statuses.known(Milestone.objects.filter(partnership__in=list(found)), as_of):
        found[claim.partnership_id].append(claim)
    return found


def partnership_story(partnership: Partnership, as_of: datetime.date | None) -> PartnershipStory:
    """Everything about it that was known on the day, in a constant number of queries."""
    load_participants([partnership])
    launches = list(partnership.launches.prefetch_related("names", "milestones"))
    milestones = known(partnership.milestones.select_related(*MILESTONE_SUBJECTS), as_of)
    statements = known(partnership.statements.select_related(*STATEMENT_SUBJECTS), as_of)
    of_launches = {
        launch: [each for each in launch.milestones.all() if each.known(as_of)]
        for launch in launches
    }
    on = looked_at_on(as_of)
    reported: list[Milestone | Statement] = [*milestones, *statements]
    reported += [each for rows in of_launches.values() for each in rows]
    participations = [each for each in partnership.participations.all() if each.known(as_of)]
    cited = Citations(participations, as_of)
    shown = lines([*leading(milestones), *statements], as_of)
    return PartnershipStory(
        partnership=partnership,
        standing=partnership_standing(milestones, on, last_day(reported, on)),
        participations=[cited.of(each) for each in participations],
        milestones=[line for line in shown if line.kind == EntryKind.MILESTONE],
        launches=_newest_first(
            [
                (launch, launch_standing(rows, on))
                for launch, rows in of_launches.items()
                if rows or as_of is None
            ]
        ),
        statements=[line for line in shown if line.kind == EntryKind.STATEMENT],
    )


def _newest_first(
    launches: list[tuple[ProductLaunch, LaunchStanding]],
) -> list[tuple[ProductLaunch, LaunchStanding]]:
    """By the day of the launch, else the day expected, else last."""

    def day(standing: LaunchStanding) -> datetime.date:
        launched = standing.launched.occurred_on if standing.launched else None
        when = launched or standing.expected
        return when.sort_day if when else datetime.date.min

    return sorted(launches, key=lambda pair: day(pair[1]), reverse=True)


def last_day(claims: Iterable[Milestone | Statement], on: datetime.date) -> datetime.date | None:
    """The last day on which anything was reported to have happened."""
    days = []
    for claim in claims:
        deprecated = isinstance(claim, Milestone) and not claim.counts
        latest = claim.said_latest if isinstance(claim, Statement) else claim.occurred_latest
        day = latest or claim.known_from
        if day and not deprecated:
            days.append(min(day, on))
    return max(days, default=None)
