"""Brands beside each other: their lanes, their moves and the partners they share, as known on which
day."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from partnerships.models import Company
from partnerships.timeline.lanes import Bar, Lane, Lanes, lanes_of
from partnerships.timeline.moves import Move, moves


class Shared(NamedTuple):
    """A partner of several of the brands, with its lane at each of these."""

    partner: Company
    lanes: list[Lane]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the brands did, beside each other; `together` are the partnerships between them."""

    lanes: list[Lanes]
    moves: list[Move]
    shared: list[Shared]
    together: list[Bar]


def comparison(companies: Sequence[Company], as_of: datetime.date | None) -> Comparison:
    """The companies beside each other, in one query."""
    found = lanes_of(companies, as_of)
    bars = list({bar.partnership: bar for each in found for bar in each.bars}.values())
    shared = _shared(companies, found)
    movers = [*companies, *(each.partner for each in shared)]
    return Comparison(
        found,
        [move for company in movers for move in moves(company, bars)],
        shared,
        [bar for bar in bars if len({*companies} & {*bar.companies}) > 1],
    )


def _shared(companies: Sequence[Company], found: Sequence[Lanes]) -> list[Shared]:
    """A to Z; the companies themselves are nobody's shared partner."""
    by_partner: defaultdict[Company, list[Lane]] = defaultdict(list)
    for lane in (lane for each in found for lane in each.lanes if lane.partner not in companies):
        by_partner[lane.partner].append(lane)
    several = [Shared(*pair) for pair in by_partner.items() if len(pair[1]) > 1]
    return sorted(several, key=lambda row: row.partner.key)
