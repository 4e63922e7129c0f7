"""How many launches the calendar has with each choice of its filters."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from partnerships.models import Company, ProductLaunch
from partnerships.models.calendar import MONTH_NOT_KNOWN, NO_PLACE, Month
from partnerships.standing import OUTCOMES, LaunchStatus
from partnerships.timeline.calendar import (
    LaunchQuestion,
    calendar_entries,
    entries_on,
    with_any_outcome,
)

MOST_COUNTED = 1000  # launches, each for its brands and its month


@dataclass(frozen=True, slots=True)
class LaunchChoices:
    """What can be chosen for each filter, and how many launches the list has with it; a launch
    counts once for each outcome that one of its promises has. Months newest first, each year before
    its months; `earlier` and `later` are the nearest to the one that is chosen.

    Where there are more than MOST_COUNTED launches they are not counted for brands and months
    (None), and of months only those of the chosen year are choices."""

    brands: dict[Company, int | None]
    statuses: dict[LaunchStatus, int]
    outcomes: dict[str, int]
    months: dict[Month, int | None]
    any_outcome: int
    earlier: Month | None
    later: Month | None


def launch_choices(question: LaunchQuestion) -> LaunchChoices:
    """The choices of each filter with the others in force, in five queries. A brand that was not
    known on the day is one only where it is chosen already."""
    many = _are_many(question.as_of)
    by_status, by_outcome = _by_status_and_outcome(question)
    by_brand = None if many else _by_brand(replace(question, brand=None))
    brands: dict[Company, int | None] = {
        each: None if by_brand is None else by_brand[each.pk] for each in launching(question.as_of)
    }
    if question.brand:
        brands.setdefault(question.brand, 0)
    by_month = _not_counted(question) if many else _by_month(replace(question, month=None))
    months: dict[Month, int | None] = dict(by_month)
    if question.month:
        months.setdefault(question.month, 0)
    return LaunchChoices(
        brands=brands,
        statuses={status: by_status[status] for status in LaunchStatus},
        outcomes={outcome: by_outcome[outcome] for outcome in OUTCOMES},
        months={month: months[month] for month in sorted(months, key=_newest_first)},
        any_outcome=by_outcome[""],
        earlier=_nearest(months, question.month, -1),
        later=_nearest(months, question.month, 1),
    )


def _are_many(as_of: datetime.date | None) -> bool:
    """Whether there are more launches on the day than are counted for each brand and month."""
    return (
        entries_on(as_of).filter(outcome="").order_by()[: MOST_COUNTED + 1].count() > MOST_COUNTED
    )


def _not_counted(question: LaunchQuestion) -> Iterator[tuple[Month, None]]:
    """The years from that of the first launch to that of the last, and in the chosen year its
    months; and what has no date."""
    found = calendar_entries(replace(question, month=None)).filter(place__gt=NO_PLACE)
    first, last = (found.order_by(way).values_list("place").first() for way in ("place", "-place"))
    yield Month(None), None
    if first and last:
        for year in range(Month.of(*first).year or 0, (Month.of(*last).year or 0) + 1):
            yield Month(year), None
    if question.month and question.month.year:
        yield from ((Month(question.month.year, number), None) for number in range(1, 13))


def _by_status_and_outcome(question: LaunchQuestion) -> tuple[Counter[str], Counter[str]]:
    """By word: how many launches answer the question with another status, with another outcome."""
    by_status: Counter[str] = Counter()
    by_outcome: Counter[str] = Counter()
    found = with_any_outcome(replace(question, status="")).order_by()
    for status, outcome, number in found.values_list("status", "outcome").annotate(
        number=Count("pk")
    ):
        if outcome == question.outcome:
            by_status[status] += number
        if question.status in {"", status}:
            by_outcome[outcome] += number
    return by_status, by_outcome


def _by_month(question: LaunchQuestion) -> Iterator[tuple[Month, int]]:
    """How many launches answer the question in each month and in each year that has any."""
    found = calendar_entries(question).order_by().annotate(month=F("place") / 100)
    years: Counter[Month] = Counter()
    for month, number in found.values_list("month").annotate(number=Count("pk")):
        each = Month.of(month * 100)
        years[Month(each.year)] += number
        if each.number and each.number != MONTH_NOT_KNOWN:
            yield each, number
    yield from years.items()


def _nearest(months: Iterable[Month], to: Month | None, way: int) -> Month | None:
    """The month, or the year, that has launches and comes before it (-1) or after it (1)."""
    if to is None or to.year is None:
        return None
    alike = [each for each in months if each.year and bool(each.number) == bool(to.number)]
    beyond = [each for each in alike if way * each.places[0] > way * to.places[0]]
    return min(beyond, key=lambda each: way * each.places[0], default=None)


def _newest_first(month: Month) -> tuple[int, int]:
    """Years newest first, each before its months; what has no year last."""
    return -(month.year or 0), -(month.number or MONTH_NOT_KNOWN)


def _by_brand(question: LaunchQuestion) -> Counter[int]:
    """By id of the company: how many launches that answer the question it made or takes part in."""
    found = calendar_entries(question).order_by()
    own = ProductLaunch.makers.through.objects.filter(
        productlaunch=OuterRef("launch"), company=OuterRef("brand")
    )
    made = (
        found.filter(launch__makers__isnull=False)
        .annotate(brand=F("launch__makers"))
        .values_list("brand")
        .annotate(number=Count("pk"))
    )
    # Who made it and takes part as well is one brand of it.
    shared = (
        found.filter(launch__partnership__participations__isnull=False)
        .annotate(brand=F("launch__partnership__participations__company"))
        .filter(~Exists(own))
        .values_list("brand")
        .annotate(number=Count("pk"))
    )
    numbers: Counter[int] = Counter()
    for brand, number in made.union(shared, all=True):
        numbers[brand] += number
    return numbers


def launching(as_of: datetime.date | None) -> QuerySet[Company]:
    """The companies that the list can be narrowed to, A to Z."""
    found = entries_on(as_of).filter(outcome="")
    made = found.filter(launch__makers=OuterRef("pk"))
    part = found.filter(launch__partnership__participations__company=OuterRef("pk"))
    return Company.objects.filter(Exists(made) | Exists(part)).alphabetical()
