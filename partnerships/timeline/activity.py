"""Which brands were most active of late, and how many entries each has a year."""

import datetime
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery

from partnerships.models import Company, TimelineEntry
from partnerships.models.timeline import TimelineEntryQuerySet
from partnerships.timeline.counts import LIMIT, HowMany
from partnerships.timeline.lines import looked_at_on

YEARS = 12  # back from the day, its own year included
MOST = 12  # brands


@dataclass(frozen=True, slots=True)
class Activity:
    """The entries of a brand's timeline year by year, from the year `first` on; LIMIT + 1 for more
    than LIMIT."""

    company: Company
    first: int
    numbers: list[int]

    @property
    def total(self) -> int:
        return sum(self.numbers)

    @property
    def last(self) -> int:
        return self.first + len(self.numbers) - 1

    @property
    def since(self) -> int:
        """The first year that has an entry."""
        return self._years[0]

    @property
    def one_year(self) -> bool:
        """Whether no other year has any."""
        return len(self._years) == 1

    @property
    def liveliest(self) -> int | None:
        """The year with most entries; None where several have as many."""
        if self.numbers.count(max(self.numbers)) > 1:
            return None
        return self.first + self.numbers.index(max(self.numbers))

    @property
    def _years(self) -> list[int]:
        return [self.first + place for place, number in enumerate(self.numbers) if number]


def most_active(as_of: datetime.date | None, most: int = MOST) -> list[Activity]:
    """The brands with most entries in the last YEARS years as known on the day, those with most
    first, in two queries. An entry counts for the year under which its timeline shows it.

    No brand costs more than LIMIT + 1 lines of the index, and as many for each year that is shown:
    of those with more, the ones that had so many in the shortest time come first.
    """
    years = range(looked_at_on(as_of).year - YEARS + 1, looked_at_on(as_of).year + 1)
    entries = _entries(as_of, years[0], years[-1])
    latest = Subquery(entries.newest_first().values("day")[LIMIT : LIMIT + 1])
    found = Company.objects.annotate(total=HowMany(entries, "day"), reached=latest)
    liveliest = found.order_by("-total", F("reached").desc(nulls_last=True), "key", "pk")
    chosen = [pk for pk, total in liveliest.values_list("pk", "total")[:most] if total]
    numbers = {f"in_{year}": HowMany(_entries(as_of, year, year), "day") for year in years}
    companies = Company.objects.annotate(**numbers).in_bulk(chosen)
    return [
        Activity(companies[pk], years[0], [getattr(companies[pk], each) for each in numbers])
        for pk in chosen
    ]


def _entries(as_of: datetime.date | None, first: int, last: int) -> TimelineEntryQuerySet:
    """The lines of one company's timeline in these years."""
    days = (datetime.date(first, 1, 1), datetime.date(last, 12, 31))
    entries = TimelineEntry.objects.filter(company=OuterRef("pk"), partner=None, day__range=days)
    return entries.known(as_of)
