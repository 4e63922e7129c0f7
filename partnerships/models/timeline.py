"""The derived index behind every timeline."""

import datetime

from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from partnerships.models.citation import exactly_one_of
from partnerships.models.company import Company
from partnerships.models.milestone import Milestone
from partnerships.models.statement import Statement
from partnerships.models.vocabulary import ClaimCertainty, EntryKind

NO_DAY = datetime.date(1800, 1, 1)  # where nothing dates an entry it sorts last
ALWAYS = datetime.date(9999, 12, 31)
KNOWN = ("known_until", "known_from")


class TimelineEntryQuerySet(models.QuerySet["TimelineEntry"]):
    def of(
        self, company: Company, partner: Company | OuterRef | None = None
    ) -> "TimelineEntryQuerySet":
        """The company's timeline, or what of it concerns one partner."""
        return self.filter(company=company, partner=partner)

    def known(self, on: datetime.date | None) -> "TimelineEntryQuerySet":
        """What was an entry by what had been reported on that day; today's record without one.

        `day` never lies after `known_from`, so the index starts at the day that is asked for.
        """
        if on is None:
            return self.filter(known_until=None)
        still = Q(known_until=None) | Q(known_until__gt=on)
        return self.filter(still, known_from__lte=on, day__lte=on)

    def sharing_a_day(
        self, first: datetime.date | None, last: datetime.date | None
    ) -> "TimelineEntryQuerySet":
        """Entries whose span shares a day with first to last; an open start reaches far back."""
        entries = self.filter(latest__isnull=False) if first or last else self
        if first:
            entries = entries.filter(latest__gte=first)
        return entries.filter(Q(day__lte=last) | Q(earliest=None)) if last else entries

    def overlapping(
        self,
        first: datetime.date | None,
        last: datetime.date | None,
        among: "TimelineEntryQuerySet",
    ) -> "TimelineEntryQuerySet":
        """The same for a page of them, without reading all.

        The order is by day, so the index is read from one day to another: spans that began before
        `first`, and open starts that are dated after `last`, are few and move that range. They are
        looked for `among` the entries of one company and partner, of which these are some.
        """
        entries = self.sharing_a_day(first, last)
        if first:
            began = among.filter(day__lt=F("latest"), latest__gte=first).filter(day__lt=first)
            entries = entries.filter(day__gte=_furthest("MIN", began, first))
        if last:
            later = among.filter(earliest=None, latest__isnull=False, day__gt=last)
            entries = entries.filter(day__lte=_furthest("MAX", later, last))
        return entries

    def newest_first(self) -> "TimelineEntryQuerySet":
        """Of one partner, or of none: PostgreSQL reads no order from an index behind a column that
        IS NULL, unless that column is asked for in the order too."""
        return self.order_by("partner_id", "-day", "-tie")

    def after(self, day: datetime.date, tie: int) -> "TimelineEntryQuerySet":
        """What follows that place, newest first: keyset paging costs the same at any depth."""
        return self.filter(Q(day__lt=day) | Q(day=day, tie__lt=tie), day__lte=day)


def _furthest(end: str, entries: TimelineEntryQuerySet, day: datetime.date) -> Coalesce:
    """The first or last day of the entries, MIN or MAX; that day itself where there are none."""
    # Not Django's Min, which would group.
    found = entries.order_by().values(furthest=Func("day", function=end))
    return Coalesce(Subquery(found), Value(day), output_field=models.DateField())


class TimelineEntry(models.Model):
    """One line of one company's timeline; derived, never edited: `manage.py rebuild_timeline`.

    It stands once for everybody (no partner) and once for each partner it concerns, so that
    "Leica with Huawei" is as quick as the whole.
    """

    Kind = EntryKind

    company = models.ForeignKey(Company, models.CASCADE, related_name="entries")
    partner = models.ForeignKey(Company, models.CASCADE, null=True, related_name="+")
    day = models.DateField()
    # Settles the order of a day, and survives a rebuild (a row's own id would not).
    tie = models.BigIntegerField()
    # The span; the sort day where the claim has no day of its own, empty where nothing dates it.
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    dated = models.BooleanField(default=True)  # whether the claim has a day of its own
    kind = models.CharField(max_length=10, choices=EntryKind.choices)
    certainty = models.CharField(max_length=10, choices=ClaimCertainty.choices)
    known_from = models.DateField(null=True)
    # From this day on a preferred claim stands in its place.
    known_until = models.DateField(null=True)
    milestone = models.ForeignKey(Milestone, models.CASCADE, null=True, related_name="entries")
    statement = models.ForeignKey(Statement, models.CASCADE, null=True, related_name="entries")

    objects = TimelineEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "timeline entries"
        ordering = ["-day", "-tie"]
        indexes = [
            # The page: one company (with one partner, or all), newest first from any place. What
            # stands behind the order tells whether a line counts without a look at it.
            models.Index(
                fields=["company", "partner", "-day", "-tie", "dated", *KNOWN],
                name="timeline_page",
            ),
            # Which spans began before the day one asks from.
            models.Index(
                fields=["company", "partner", "latest", "day"],
                name="timeline_spans",
                condition=Q(day__lt=F("latest")),
            ),
            # What has no first day and is dated after the day one asks up to.
            models.Index(
                fields=["company", "partner", "day"],
                name="timeline_open_start",
                condition=Q(earliest__isnull=True),
            ),
            # The same with one certainty chosen, and how many there are of each.
            models.Index(
                fields=["company", "partner", "certainty", "-day", "-tie", *KNOWN],
                name="timeline_page_of_certainty",
            ),
            # The same of what has no day of its own.
            models.Index(
                fields=["company", "partner", "-day", "-tie"],
                name="timeline_page_undated",
                condition=Q(dated=False),
            ),
            # From which day anything of a company is known, and so search finds it.
            models.Index(
                fields=["company", "known_from"],
                name="timeline_known",
                condition=Q(partner__isnull=True),
            ),
            # How many entries each company has a year, for the most active ones.
            models.Index(
                fields=["company", "partner", "-day", "known_until", "known_from"],
                name="timeline_activity",
                condition=Q(partner__isnull=True),
            ),
            # The same with one kind chosen.
            models.Index(
                fields=["company", "partner", "kind", "-day", "-tie", *KNOWN],
                name="timeline_page_of_kind",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="timeline_entry_of_one", condition=exactly_one_of("milestone", "statement")
            ),
            models.CheckConstraint(
                name="timeline_day_not_after_known",
                condition=Q(known_from__isnull=True) | Q(day__lte=models.F("known_from")),
            ),
            *(
                models.UniqueConstraint(
                    name=f"timeline_{what}_once{suffix}",
                    fields=[what, "company", *more],
                    condition=Q(partner__isnull=not more),
                )
                for what in ("milestone", "statement")
                for suffix, more in (("", []), ("_a_partner", ["partner"]))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"

    @property
    def claim(self) -> Milestone | Statement:
        """What it is a line about."""
        claim = self.milestone or self.statement
        assert claim is not None  # timeline_entry_of_one
        return claim
