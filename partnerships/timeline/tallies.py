"""Whose rumours came true: for each publisher how many did, as known on which day."""

import datetime
import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from partnerships.standing import Fate
from partnerships.timeline.newest import PAGE_SIZE
from partnerships.timeline.rumours import Report, reports

ENOUGH = 10  # resolved ones, below which a share would say more than is known


@dataclass(frozen=True, slots=True)
class Tally:
    """A publisher (empty: not known) with their rumours: how many came true, came false, are open,
    and the leads that are known of those that came true, in days."""

    publisher: str
    true: int
    false: int
    open: int
    leads: tuple[int, ...]

    @property
    def reported(self) -> int:
        return self.true + self.false + self.open

    @property
    def resolved(self) -> int:
        return self.true + self.false

    @property
    def share(self) -> float | None:
        """The part that came true of those that were resolved; None where these are too few."""
        return self.true / self.resolved if self.resolved >= ENOUGH else None

    @property
    def lead(self) -> float | None:
        """The median lead in days; None where none is known."""
        return statistics.median(self.leads) if self.leads else None


class SourceQuestion(NamedTuple):
    """What a reader asks of the sources: in order of their names or of a number of the tally, the
    most or the longest first."""

    order: str = "reported"
    as_of: datetime.date | None = None


class SourcePage(NamedTuple):
    """Tallies in the order asked for, of all of them together, and after which publisher the next
    page goes on; None at the end."""

    tallies: list[Tally]
    total: Tally
    next: str | None


def source_page(
    question: SourceQuestion, after: str | None = None, size: int = PAGE_SIZE
) -> SourcePage:
    """At most `size` publishers from one on, in four queries."""
    found = reports(question.as_of)
    by_publisher: defaultdict[str, list[Report]] = defaultdict(list)
    for report in found:
        by_publisher[report.key].append(report)
    tallies = sorted((_tally(each) for each in by_publisher.values()), key=_by(question.order))
    shown, end = part_of(tallies, lambda tally: tally.publisher.casefold(), after, size)
    return SourcePage(shown, _tally(found), end)


def _tally(found: Sequence[Report]) -> Tally:
    fates = [report.verdict.fate for report in found]
    leads = sorted(report.lead for report in found if report.lead is not None)
    return Tally(
        publisher=min((report.publisher for report in found), default=""),
        true=fates.count(Fate.TRUE),
        false=fates.count(Fate.FALSE),
        open=fates.count(Fate.OPEN),
        leads=tuple(leads),
    )


def _by(order: str) -> Callable[[Tally], tuple[Any, ...]]:
    def key(tally: Tally) -> tuple[Any, ...]:
        name = (not tally.publisher, tally.publisher.casefold())
        if order == "name":
            return name
        number = getattr(tally, order)
        return (-number if number is not None else 1, *name)

    return key


T = TypeVar("T")


def part_of(
    rows: Sequence[T], key: Callable[[T], str], after: str | None, size: int
) -> tuple[list[T], str | None]:
    """At most `size` of the rows behind the one with that key, all from the first where it is
    gone; and the key of the last of them if more follow."""
    keys = [key(row) for row in rows]
    start = keys.index(after) + 1 if after in keys else 0
    end = start + size
    return list(rows[start:end]), keys[end - 1] if len(rows) > end else None
