"""Launches as a calendar: which of them, in which month, in which order, as known on which day.

What each launch is on a day is kept in an index (`CalendarEntry`), for today as for any other day,
so that a list costs the same with few launches and with many.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Prefetch, Q, QuerySet

from partnerships import phases
from partnerships.dates import EdtfDate
from partnerships.models import (
    CalendarEntry,
    Company,
    Milestone,
    Participation,
    ProductLaunch,
    ProductName,
)
from partnerships.models.calendar import CalendarEntryQuerySet, Month, place_of
from partnerships.models.launch import ProductLaunchQuerySet
from partnerships.models.vocabulary import Basis
from partnerships.standing import COMING_UP, LaunchStanding, Promise, launch_standing
from partnerships.timeline.lines import load_participants, looked_at_on
from partnerships.timeline.newest import PAGE_SIZE
from partnerships.timeline.statuses import known


@dataclass(frozen=True, slots=True)
class LaunchQuestion:
    """What a reader asks of the launches; all of it may be left out. `brand` made it or takes part
    in its partnership; `outcome` is one of `standing.OUTCOMES`."""

    brand: Company | None = None
    status: str = ""
    outcome: str = ""
    month: Month | None = None
    as_of: datetime.date | None = None

    @property
    def soonest_first(self) -> bool:
        """Whether it is read from today on and not back from the end."""
        return self.outcome == COMING_UP

    @property
    def order(self) -> str:
        return "soonest first" if self.soonest_first else "newest first"


class ListedLaunch(NamedTuple):
    """A launch as its line in the calendar shows it: its names, the best first, and the day by
    which it stands there, None where nothing dates it. `is_past_today`: the first that does not
    lie ahead of the day, after others that do."""

    launch: ProductLaunch
    names: list[ProductName]
    standing: LaunchStanding
    when: EdtfDate | None
    month: Month
    is_past_today: bool

    @property
    def promises(self) -> list[Promise]:
        """The days promised for it, then those that were only rumoured."""
        return [*self.standing.made, *self.standing.rumoured]

    @property
    def partners(self) -> list[Company]:
        """Who takes part in its partnership and does not make it."""
        if not self.launch.partnership:
            return []
        makers = set(self.launch.makers.all())
        taking_part = (each.company for each in self.launch.partnership.participations.all())
        return [each for each in taking_part if each not in makers]


class LaunchPage(NamedTuple):
    """Launches in the order of the calendar, and after which place and launch the next page goes
    on; None at the end."""

    launches: list[ListedLaunch]
    next: tuple[int, int] | None


def launches_answering(question: LaunchQuestion) -> ProductLaunchQuerySet:
    """The launches that answer it, in no order."""
    return ProductLaunch.objects.filter(pk__in=calendar_entries(question).values("launch"))


def calendar_entries(question: LaunchQuestion) -> CalendarEntryQuerySet:
    """The calendar's entries of the launches that answer it, one each."""
    return with_any_outcome(question).filter(outcome=question.outcome)


def entries_on(as_of: datetime.date | None) -> CalendarEntryQuerySet:
    """What every launch was on the day, with each thing that came of its promises."""
    basis = Basis.KNOWN if as_of else Basis.RECORDED
    return CalendarEntry.objects.on(looked_at_on(as_of), basis)


def with_any_outcome(question: LaunchQuestion) -> CalendarEntryQuerySet:
    """Their entries without regard to what came of them: several each."""
    found = entries_on(question.as_of)
    if question.brand:
        made = ProductLaunch.objects.filter(makers=question.brand)
        taking_part = Participation.objects.filter(company=question.brand)
        shared = ProductLaunch.objects.filter(partnership__in=taking_part.values("partnership"))
        found = found.filter(Q(launch__in=made) | Q(launch__in=shared))
    if question.status:
        found = found.filter(status=question.status)
    if question.month:
        first, behind = question.month.places
        found = found.filter(place__gte=first, place__lt=behind)
    return found


def launch_page(
    question: LaunchQuestion, after: tuple[int, int] | None = None, size: int = PAGE_SIZE
) -> LaunchPage:
    """At most `size` launches from a place on, newest first or soonest first, in six queries."""
    found = list(_in_order(question, after)[: size + 1])
    shown = found[:size]
    rows = _with_claims((pk for _, pk in shown), question.as_of)
    today = place_of(looked_at_on(question.as_of))
    before = [after[0] if after else 0, *(place for place, _ in shown)]
    listed = [
        _listed(rows[pk], place, question, is_past_today=place <= today < last)
        for last, (place, pk) in zip(before, shown, strict=False)
    ]
    return LaunchPage(listed, shown[-1] if len(found) > size else None)


def _listed(
    launch: ProductLaunch, place: int, question: LaunchQuestion, *, is_past_today: bool
) -> ListedLaunch:
    claims = list(launch.milestones.all())
    standing = launch_standing(claims, looked_at_on(question.as_of))
    return ListedLaunch(
        launch,
        launch.names_on(question.as_of),
        standing,
        phases.day_of(standing, claims),
        Month.of(place),
        is_past_today and not question.soonest_first,
    )


def _in_order(
    question: LaunchQuestion, after: tuple[int, int] | None
) -> QuerySet[CalendarEntry, Any]:
    """Place and id of each launch from a place on."""
    way, sign = ("gt", "") if question.soonest_first else ("lt", "-")
    found = calendar_entries(question).order_by(f"{sign}place", f"{sign}launch_id")
    if after:
        place, pk = after
        further = Q(**{f"place__{way}": place}) | Q(**{"place": place, f"launch__{way}": pk})
        found = found.filter(further, **{f"place__{way}e": place})
    return found.values_list("place", "launch_id")


def _with_claims(ids: Iterable[int], as_of: datetime.date | None) -> dict[int, ProductLaunch]:
    """By id: the launches with all that their lines show."""
    claims = Prefetch("milestones", known(Milestone.objects.all(), as_of))
    rows = ProductLaunch.objects.with_story().prefetch_related(claims).in_bulk(list(ids))
    load_participants([row.partnership for row in rows.values() if row.partnership])
    return rows
