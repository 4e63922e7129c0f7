"""Who left whom for whom: a partnership that ended, and one of the same kind that began near it."""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from partnerships.dates import Edge
from partnerships.models import Company
from partnerships.standing import PartnershipStatus
from partnerships.timeline.lanes import Bar
from partnerships.timeline.spans import span_of

NEAR = datetime.timedelta(days=365)
BEGUN = {PartnershipStatus.ANNOUNCED, PartnershipStatus.ACTIVE, PartnershipStatus.ENDED}
WORD = re.compile(r"\w{4,}")  # a shorter word of a scope, “of” or “for”, tells nothing of it


class Move(NamedTuple):
    """A company went from the partners of one partnership to those of another."""

    company: Company
    left: Bar
    joined: Bar

    @property
    def left_partners(self) -> list[Company]:
        return _partners(self.left, self.company)

    @property
    def joined_partners(self) -> list[Company]:
        return _partners(self.joined, self.company)


def moves(company: Company, bars: Iterable[Bar]) -> list[Move]:
    """The company's moves between these of its partnerships, the latest first.

    It moved where a partnership is stated to have ended, and another to have begun:

    - no partner of the one takes part in the other;
    - their kinds have one in common or, where those of either are not recorded, their scopes have a
      word of four letters or more in common;
    - the other began after the one had begun, and within a year before or after it ended, counted
      between those of their possible days that lie nearest to each other.

    Of several that began within that year the nearest is told, of equally near ones the first.
    """
    own = [bar for bar in bars if company in bar.companies]
    ended = [bar for bar in own if bar.standing.status == PartnershipStatus.ENDED]
    found = [
        (_began(joined), left, joined) for left in ended for joined in _next(company, left, own)
    ]
    latest_first = sorted(found, key=lambda each: each[0], reverse=True)
    return [Move(company, left, joined) for _, left, joined in latest_first]


def _next(company: Company, left: Bar, own: Sequence[Bar]) -> list[Bar]:
    """The partnership that took its place; none where none did."""
    end = span_of(left.standing.ended) if left.standing.ended else None
    if end is None:
        return []
    near = [
        bar for bar in own if _may_follow(company, left, bar) and _gap(end, _began(bar)) <= NEAR
    ]
    near.sort(key=lambda bar: (_gap(end, _began(bar)), _began(bar), bar.partnership.slug))
    return near[:1]


def _may_follow(company: Company, left: Bar, bar: Bar) -> bool:
    """Whether it is of the same kind, with others, and began later."""
    others = {*_partners(left, company)} & {*_partners(bar, company)}
    begun = bar.standing.status in BEGUN and _began(left) < _began(bar)
    return begun and not others and _overlap(left, bar)


def _overlap(one: Bar, other: Bar) -> bool:
    """Whether they have a kind in common, or else a word of their scopes."""
    kinds = [set(bar.partnership.kinds) for bar in (one, other)]
    if all(kinds):
        return bool(kinds[0] & kinds[1])
    words = [set(WORD.findall(bar.partnership.scope.casefold())) for bar in (one, other)]
    return bool(words[0] & words[1])


def _began(bar: Bar) -> Edge:
    """When it may have begun; what nothing dates began before all else."""
    began = span_of(bar.standing.since) if bar.standing.since else None
    return began or Edge(datetime.date.min, datetime.date.min)


def _gap(one: Edge, other: Edge) -> datetime.timedelta:
    """How far apart the nearest of their days lie."""
    earlier, later = sorted([one, other])
    return max(later.first - earlier.last, datetime.timedelta(0))


def _partners(bar: Bar, company: Company) -> list[Company]:
    return [each for each in bar.companies if each != company]
