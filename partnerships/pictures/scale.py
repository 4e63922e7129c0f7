"""Days along an axis: where each stands, in hundredths of the width, and which are named."""

import datetime
from calendar import month_abbr
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

MOST_TICKS = 6  # as many years as can be read side by side on a phone
MOST_MONTHS = 4  # and as many months with their years
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between two ticks
SHORTEST = datetime.timedelta(days=365)
MARGIN = 0.02  # of the width, before the first day and after the last


class Tick(NamedTuple):
    """A named day: its place and its words, “2016” or “May 2022”."""

    place: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch of time that a picture shows, both days inclusive."""

    first: datetime.date
    last: datetime.date

    def at(self, day: datetime.date) -> float:
        """Where the day stands, 0 to 100; what lies outside stands at the edge."""
        share = (day - self.first).days / ((self.last - self.first).days or 1)
        return round(100 * min(max(share, 0.0), 1.0), 1)

    def shows(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last

    def ticks(self) -> list[Tick]:
        """Years at even distances, or months where there are few years; six at most."""
        for step in STEPS:
            days = list(self._every(step))
            if len(days) <= (MOST_MONTHS if step < 12 else MOST_TICKS):
                break
        return [Tick(self.at(day), _words(day, step)) for day in days]

    def _every(self, step: int) -> Iterator[datetime.date]:
        """The first days of months that so many months divide, counted from the year 0."""
        months = 12 * self.first.year + self.first.month - 1
        months += self.first.day > 1
        for month in range(-(-months // step) * step, 12 * self.last.year + self.last.month, step):
            yield datetime.date(month // 12, month % 12 + 1, 1)


def _words(day: datetime.date, step: int) -> str:
    return f"{day.year}" if step >= 12 else f"{month_abbr[day.month]} {day.year}"


def scale_around(
    days: list[datetime.date],
    first: datetime.date | None = None,
    last: datetime.date | None = None,
) -> Scale:
    """A scale that shows all these days, with a margin and a year at the least; `first` and `last`
    take the place of its ends, and what lies outside them is left out."""
    inside = [day for day in days if (first or day) <= day <= (last or day)]
    start = first or min(inside, default=last or min(days))
    end = last or max(inside, default=start)
    if end - start < SHORTEST:
        spare = (SHORTEST - (end - start)) / 2
        start, end = start - spare, end + spare
    margin = (end - start) * MARGIN
    return Scale(first or start - margin, last or end + margin)
