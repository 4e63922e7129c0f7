"""The derived index behind the calendar of launches."""

import datetime
from calendar import month_name
from typing import NamedTuple

from django.db import models
from django.db.models import F, Q

from partnerships.models.launch import ProductLaunch
from partnerships.models.vocabulary import Basis

# A place is a number that sorts: 20220704 is 4 July 2022, 20221307 some time in 2022, up to July.
NO_PLACE = 0
MONTH_NOT_KNOWN = 13  # behind the months of its year


def place_of(day: datetime.date) -> int:
    """Where what is known to the month stands in the calendar."""
    return day.year * 10_000 + day.month * 100 + day.day


class Month(NamedTuple):
    """A month of the calendar; MONTH_NOT_KNOWN has what tells only its year. Without a number a
    whole year, without a year what has no date."""

    year: int | None
    number: int | None = None

    @classmethod
    def of(cls, place: int) -> "Month":
        """The one in which a place lies."""
        year, number = divmod(place // 100, 100)
        return cls(year, number) if year else cls(None)

    @property
    def places(self) -> tuple[int, int]:
        """The least place in it, and the least behind it."""
        if self.year is None:
            return NO_PLACE, NO_PLACE + 1
        if self.number is None:
            return self.year * 10_000, (self.year + 1) * 10_000
        return (self.year * 100 + self.number) * 100, (self.year * 100 + self.number + 1) * 100

    @property
    def name(self) -> str:
        """“July”, “month not known”, “no date”; empty for a whole year."""
        if self.year is None:
            return "no date"
        if self.number == MONTH_NOT_KNOWN:
            return "month not known"
        return month_name[self.number] if self.number else ""

    @property
    def in_words(self) -> str:
        """“July 2022”, “2022”, “2022, month not known”, “no date”."""
        told = f"{self.year}, {self.name}" if self.number == MONTH_NOT_KNOWN else ""
        return told or " ".join(filter(None, [self.name, str(self.year or "")]))

    @property
    def whole_year(self) -> "Month":
        return Month(self.year)

    def __str__(self) -> str:
        """As an address has it: 2022-07, 2022, unknown."""
        if self.year is None:
            return "unknown"
        return f"{self.year}-{self.number:02}" if self.number else str(self.year)


class CalendarEntryQuerySet(models.QuerySet["CalendarEntry"]):
    def on(self, day: datetime.date, basis: Basis) -> "CalendarEntryQuerySet":
        """What each launch was on the day."""
        return self.filter(basis=basis, since__lte=day, until__gt=day)


class CalendarEntry(models.Model):
    """What a launch is on some days, for lists: the Xiaomi 13, from 1 December 2022 until before
    the 11th, announced and overdue, in the calendar under 11 December. Derived, never edited:
    `manage.py rebuild_timeline`.

    It stands once for the launch itself (no outcome) and once for each thing that came of its
    promises, so that "kept late" is as quick as the whole.
    """

    # Found by the index of the constraint below.
    launch = models.ForeignKey(
        ProductLaunch, models.CASCADE, related_name="calendar", db_index=False
    )
    # Not a boolean: SQLite uses no index for one.
    basis = models.CharField(max_length=10, choices=Basis.choices)
    since = models.DateField()
    until = models.DateField()  # the first day on which it is no longer so
    status = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20, blank=True)
    place = models.PositiveIntegerField()

    objects = CalendarEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "calendar entries"
        ordering = ["-place", "-launch_id"]
        default_permissions = ()
        indexes = [
            # The page: newest first from any place, for the launch itself or with one outcome. The
            # columns behind tell whether an entry is wanted without a look at the row.
            models.Index(
                fields=["basis", "outcome", "-place", "-launch", "since", "until", "status"],
                name="calendar_page",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="calendar_once_a_day", fields=["launch", "basis", "outcome", "since"]
            ),
            models.CheckConstraint(
                name="calendar_since_before_until", condition=Q(since__lt=F("until"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.launch.slug} from {self.since}: {self.outcome or self.status}"
