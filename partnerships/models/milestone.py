"""Claims that something happened, or will, to a partnership or a launch."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from partnerships import dates
from partnerships.models.claim import Claim
from partnerships.models.fields import EdtfField, span_constraints
from partnerships.models.launch import ProductLaunch
from partnerships.models.partnership import Partnership
from partnerships.models.record import Key
from partnerships.models.vocabulary import (
    LAUNCH_KINDS,
    PARTNERSHIP_KINDS,
    ClaimCertainty,
    ClaimRank,
    MilestoneKind,
)


class MilestoneQuerySet(models.QuerySet["Milestone"]):
    def get_by_natural_key(self, public_id: str) -> "Milestone":
        return self.get(public_id=public_id)


class Milestone(Claim):
    """One claim that something happened, or will, to a partnership or a launch: "announced on
    24 May 2022, to be launched by July 2022". Four articles that give four years for a beginning
    are four milestones.

    `occurred` dates the step itself (for a rumour or a denial, the day of the word); `due` is the
    day it promises. Either may be empty.
    """

    Kind = MilestoneKind
    citation_field = "milestone"
    Certainty = ClaimCertainty
    Rank = ClaimRank

    BEGINNINGS = (MilestoneKind.BEGAN, MilestoneKind.SIGNED, MilestoneKind.ANNOUNCED)
    ENDS = (MilestoneKind.TERMINATED, MilestoneKind.EXPIRED, MilestoneKind.ENDED)
    FAMILY = ("partnership_id", "launch_id", "kind", "certainty")
    LAUNCH_SPANS = (((MilestoneKind.LAUNCHED,), (MilestoneKind.DISCONTINUED,)),)

    partnership = models.ForeignKey(
        Partnership, models.CASCADE, null=True, blank=True, related_name="milestones"
    )
    launch = models.ForeignKey(
        ProductLaunch, models.CASCADE, null=True, blank=True, related_name="milestones"
    )
    kind = models.CharField(
        max_length=20,
        choices=MilestoneKind.choices,
        help_text="What happened. A rumour of an end is “ended” with certainty “rumoured”.",
    )
    certainty = models.CharField(
        max_length=10,
        choices=ClaimCertainty.choices,
        default=ClaimCertainty.STATED,
        help_text="Only what is stated moves a status or a date.",
    )
    occurred = EdtfField(
        help_text="When, as precisely as the article says: “4 July 2022”, “about 2016”, "
        "“before 24 May 2022”, “today”. For a rumour, the day of the rumour.",
    )
    due = EdtfField(
        help_text="The day it promises: “by July 2022”, “Q3 2022”. Empty where it promises none."
    )
    note = models.TextField(
        blank=True, help_text="In a sentence, what the article says; nothing that came later."
    )
    rank = models.CharField(
        max_length=10,
        choices=ClaimRank.choices,
        default=ClaimRank.NORMAL,
        help_text="Preferred: the other claims of this kind stand under it. Deprecated: a mistake "
        "of the source or of ours; it decides nothing and stays visible.",
    )
    rank_reason = models.CharField(
        "reason for the rank",
        max_length=300,
        blank=True,
        help_text="Why it is preferred or deprecated.",
    )

    occurred_words: str
    occurred_earliest: datetime.date | None
    occurred_latest: datetime.date | None
    due_words: str
    due_earliest: datetime.date | None
    due_latest: datetime.date | None

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ["-occurred_latest", "-pk"]
        indexes = [
            models.Index(fields=["-occurred_latest", "-id"], name="milestone_newest"),  # admin list
            models.Index(fields=["due_latest"], name="milestone_due"),  # what is due, overdue
            models.Index(fields=["-known_from", "-id"], name="milestone_news"),  # home: what is new
            # When anything was reported of a partnership last: whether it runs, lanes.
            models.Index(
                F("partnership"),
                Coalesce("occurred_latest", "known_from").desc(),
                name="milestone_last_day",
                condition=Q(partnership__isnull=False),
            ),
        ]
        constraints = [
            *span_constraints("milestone", "occurred", "due"),
            models.CheckConstraint(
                name="milestone_of_one_subject",
                condition=Q(partnership__isnull=True, launch__isnull=False)
                | Q(partnership__isnull=False, launch__isnull=True),
                violation_error_message="A milestone belongs to a partnership or to a launch: "
                "choose one of them, not both.",
            ),
            models.CheckConstraint(
                name="milestone_kind_fits_subject",
                condition=Q(partnership__isnull=False, kind__in=PARTNERSHIP_KINDS)
                | Q(launch__isnull=False, kind__in=LAUNCH_KINDS),
                violation_error_message="This kind does not fit: partnerships begin and end, "
                "products are launched, delayed or cancelled.",
            ),
            models.CheckConstraint(
                name="milestone_certainty_known",
                condition=Q(certainty__in=ClaimCertainty.values),
                violation_error_message="Unknown certainty.",
            ),
            models.CheckConstraint(
                name="milestone_rank_has_reason",
                condition=Q(rank=ClaimRank.NORMAL)
                | (Q(rank__in=[ClaimRank.PREFERRED, ClaimRank.DEPRECATED]) & ~Q(rank_reason="")),
                violation_error_message="Say why this claim is preferred or deprecated.",
            ),
            *(
                models.UniqueConstraint(
                    name=f"milestone_preferred_once_a_{subject}",
                    fields=[subject, "kind", "certainty"],
                    condition=Q(rank=ClaimRank.PREFERRED),
                    violation_error_message="Another claim of this kind is preferred already. "
                    "Set that one back to normal first.",
                )
                for subject in ("partnership", "launch")
            ),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.label.capitalize(), self.day]))

    def get_absolute_url(self) -> str:
        return f"{self.subject.get_absolute_url()}#{self.public_id}"

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "partnerships.partnership",
        "partnerships.productlaunch",
    ]

    @property
    def page_key(self) -> Key:
        if self.partnership_id:
            return "partnership", self.partnership_id
        assert self.launch_id is not None  # milestone_of_one_subject
        return "productlaunch", self.launch_id

    @property
    def subject(self) -> Partnership | ProductLaunch:
        """What it is about."""
        subject = self.partnership or self.launch
        assert subject is not None  # milestone_of_one_subject
        return subject

    @property
    def family(self) -> tuple[object, ...]:
        """What one preferred claim speaks for: the claims of one kind and certainty about one
        subject; the values of `FAMILY`."""
        return tuple(getattr(self, name) for name in self.FAMILY)

    def lies_before(self, other: "Milestone") -> bool:
        """Whether it was certainly over before the other began."""
        ours, theirs = self.occurred_latest, other.occurred_earliest
        return ours is not None and theirs is not None and ours < theirs

    @property
    def occurred_on(self) -> dates.EdtfDate | None:
        return dates.parse(self.occurred) if self.occurred else None

    @property
    def entry_day(self) -> datetime.date | None:
        """Where it stands on a timeline: the earliest day, or the latest where the start is open,
        never after it was known. A promise whose own day is not recorded was made before what it
        promises; None where nothing dates it."""
        day = self.occurred_earliest or self.occurred_latest
        day = day or self.due_earliest or self.due_latest or self.known_from
        return min(day, self.known_from) if day and self.known_from else day

    @property
    def due_on(self) -> dates.EdtfDate | None:
        return dates.parse(self.due) if self.due else None

    @property
    def label(self) -> str:
        """The kind without its gloss, and how sure it is: “announced”, “rumoured: ended”."""
        kind = self.Kind(self.kind).label.partition(" (")[0]
        return kind if self.stated else f"{self.certainty}: {kind}"

    @property
    def day(self) -> str:
        """When it happened, in words; empty where no day is known."""
        return dates.plain(self.occurred_on) if self.occurred_on else ""

    @property
    def stated(self) -> bool:
        return self.certainty == self.Certainty.STATED

    @property
    def counts(self) -> bool:
        """Whether it may decide a status or a date."""
        return self.rank != self.Rank.DEPRECATED
