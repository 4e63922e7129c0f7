"""Days that are not known to the day: on which something may have been, between which it lasted."""

import datetime
from typing import NamedTuple


class Edge(NamedTuple):
    """The first and the last day on which something may have been."""

    first: datetime.date
    last: datetime.date


class Stretch(NamedTuple):
    """From when to when something lasted."""

    begin: Edge
    end: Edge

    def overlaps(self, first: datetime.date | None, last: datetime.date | None) -> bool:
        """Whether a day of it may lie in first to last, both inclusive; None leaves a side open."""
        return (last is None or self.begin.first <= last) and (
            first is None or first <= self.end.last
        )
