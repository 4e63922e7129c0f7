"""What a launch is from day to day: the days on which that changes, by its claims, computed only.

`standing` tells of one day. Lists ask of every launch at once, today or on any day, so what it says
is kept for as many days as it stays the same.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from partnerships.dates import EdtfDate
from partnerships.models.calendar import MONTH_NOT_KNOWN, NO_PLACE, place_of
from partnerships.models.milestone import Milestone
from partnerships.models.timeline import ALWAYS, NO_DAY
from partnerships.standing import OVERDUE_DAYS, LaunchStanding, launch_standing

ONE_DAY = datetime.timedelta(1)


@dataclass(frozen=True, slots=True)
class Phase:
    """What a launch is on the days from `since` until before `until`: its status, what came of its
    promises, and its place in the calendar (see `place`)."""

    since: datetime.date
    until: datetime.date
    status: str
    outcomes: tuple[str, ...]
    place: int


def as_recorded(claims: Sequence[Milestone]) -> list[Phase]:
    """By all claims, whenever they became known: what the record of each day would have shown if
    it had held all that this one holds."""
    return _merged(_phase(claims, *days) for days in _stretches(claims, NO_DAY))


def as_known(claims: Sequence[Milestone]) -> list[Phase]:
    """By those claims that were known on each day; nothing before the first of them."""
    return _merged(
        _phase(known, *days)
        for days in _stretches(claims)
        if (known := [claim for claim in claims if claim.known(days[0])])
    )


def day_of(standing: LaunchStanding, claims: Iterable[Milestone]) -> EdtfDate | None:
    """The day by which a launch stands in the calendar: its own; without one that last promised for
    it; else the last on which any of its claims happened. None where nothing dates it."""
    if standing.launched and standing.launched.occurred_on:
        return standing.launched.occurred_on
    happened = [claim.occurred_on for claim in claims if claim.counts and claim.occurred_on]
    return standing.expected or max(happened, key=lambda when: when.latest, default=None)


def place(standing: LaunchStanding, claims: Iterable[Milestone]) -> int:
    """Where it stands there. “By July” is in July; what does not tell its month is in none."""
    when = day_of(standing, claims)
    if when is None:
        return NO_PLACE
    first, last = when.earliest, when.latest
    dated = standing.launched and standing.launched.occurred_on
    by_a_month = not dated and when == standing.expected and when.edtf.startswith("[")
    if by_a_month or (first and (first.year, first.month) == (last.year, last.month)):
        return place_of(last)
    return last.year * 10_000 + MONTH_NOT_KNOWN * 100 + last.month


def _phase(claims: Sequence[Milestone], since: datetime.date, until: datetime.date) -> Phase:
    standing = launch_standing(claims, since)
    return Phase(
        since=since,
        until=until,
        status=standing.status.value,
        outcomes=standing.outcomes,
        place=place(standing, claims),
    )


def _stretches(
    claims: Iterable[Milestone], *first: datetime.date
) -> Iterator[tuple[datetime.date, datetime.date]]:
    """The stretches of days in which nothing can change, each with the day after its end."""
    changes = {day for claim in claims for day in _days_of_change(claim)}
    return pairwise([*sorted({*first, *changes}), ALWAYS])


def _days_of_change(claim: Milestone) -> Iterator[datetime.date]:
    """When it becomes known, when its day or the promised one comes, and when a promise that is
    open is due, overdue and at last unresolved."""
    if claim.known_from:
        yield claim.known_from
    when, due = claim.occurred_on or claim.due_on, claim.due_on
    if when:
        yield when.sort_day
    if due:
        yield due.sort_day
        yield due.latest + ONE_DAY
        yield due.latest + ONE_DAY * (OVERDUE_DAYS + 1)


def _merged(phases: Iterable[Phase]) -> list[Phase]:
    """The phases without the days on which nothing changed after all."""
    merged: list[Phase] = []
    for phase in phases:
        if merged and replace(phase, since=merged[-1].since) == replace(
            merged[-1], until=phase.until
        ):
            merged[-1] = replace(merged[-1], until=phase.until)
        else:
            merged.append(phase)
    return merged
