"""From when to when: the days between which a partnership may have begun and ended, and those on
which a launch or a rumour may have been."""

import datetime
from collections.abc import Sequence

from partnerships.dates import Edge, EdtfDate, Stretch
from partnerships.models import Milestone
from partnerships.standing import (
    STALE_AFTER_YEARS,
    PartnershipStanding,
    PartnershipStatus,
    years_after,
)

A_YEAR = datetime.timedelta(days=365)


def edge_of(when: EdtfDate) -> Edge:
    """A date whose start is open stands on its last day."""
    return Edge(when.sort_day, when.latest)


def span_of(claim: Milestone) -> Edge | None:
    """When what the claim tells may have been: its own day, otherwise the day from which it is
    known; None where nothing dates it."""
    if claim.occurred_on:
        return edge_of(claim.occurred_on)
    return Edge(claim.known_from, claim.known_from) if claim.known_from else None


def stretch(
    claims: Sequence[Milestone], standing: PartnershipStanding, on: datetime.date
) -> Stretch | None:
    """From when to when the partnership lasted by these claims, looked at on a day; None where
    nothing dates it.

    It begins with the claim that tells since when; where nothing of that kind is stated, with the
    first word about it. What began before some day reaches back a year from it. It ends with its
    stated end; where that may be any day before another, some time since the beginning. A rumoured
    or denied one ends with the last word about it, one without a reported end in the two years
    after the last report, any other on the day from which it is looked at; one that lies ahead is
    drawn for a year.
    """
    counting = [each for each in claims if each.counts]
    begin = _begin(counting, standing)
    if begin is None:
        return None
    end = _end(counting, standing, begin, on)
    if end.last < begin.first:  # the claims contradict each other
        return Stretch(Edge(end.first, end.first), Edge(begin.last, begin.last))
    return Stretch(begin, end)


def _begin(claims: Sequence[Milestone], standing: PartnershipStanding) -> Edge | None:
    if not standing.since:
        words = [span for claim in claims if (span := span_of(claim))]
        return min(words, default=None)
    when = standing.since.occurred_on or standing.since.due_on
    if when and when.earliest:
        return edge_of(when)
    last = when.latest if when else standing.since.known_from
    return Edge(last - A_YEAR, last) if last else None


def _end(
    claims: Sequence[Milestone], standing: PartnershipStanding, begin: Edge, on: datetime.date
) -> Edge:
    ahead = max(on, begin.last)
    if standing.status == PartnershipStatus.ENDED and standing.ended:
        return _stated_end(standing.ended, begin, on)
    if standing.status in {PartnershipStatus.RUMOURED, PartnershipStatus.DENIED}:
        words = [span.last for claim in claims if (span := span_of(claim))]
        last = min(max(words, default=on), ahead)
        return Edge(last, last)
    if standing.no_end_reported and standing.last_reported:
        return Edge(standing.last_reported, years_after(standing.last_reported, STALE_AFTER_YEARS))
    if begin.first > on:
        return Edge(begin.last, begin.last + A_YEAR)
    return Edge(on, on)


def _stated_end(claim: Milestone, begin: Edge, on: datetime.date) -> Edge:
    when = claim.occurred_on
    if when is None:
        last = claim.known_from or on
        return Edge(min(begin.last, last), last)
    return Edge(when.earliest or min(begin.last, when.latest), when.latest)
