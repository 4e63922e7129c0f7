"""Words that somebody said, verbatim."""

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from partnerships import dates
from partnerships.models.claim import Claim
from partnerships.models.company import Company
from partnerships.models.fields import LANGUAGE_TAG, EdtfField, span_constraints
from partnerships.models.launch import ProductLaunch
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person
from partnerships.models.vocabulary import StatementKind

SEGMENT_SEPARATOR = " … "


class StatementQuerySet(models.QuerySet["Statement"]):
    def get_by_natural_key(self, public_id: str) -> "Statement":
        return self.get(public_id=public_id)


class Statement(Claim):
    """Words that a person said, or that a company gave out, verbatim: Matthias Harsch, CEO of
    Leica Camera AG, “We are convinced that …”. Its segments are joined by “ … ”, one citation each.
    """

    Kind = StatementKind
    citation_field = "statement"

    text = models.TextField(help_text="The words, verbatim and without quotation marks.")
    speaker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    company = models.ForeignKey(
        Company,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name="spoken for",
        help_text="The company that the words are spoken for.",
    )
    role = models.CharField(max_length=200, blank=True, help_text="As printed: “CEO”.")
    said = EdtfField(help_text="The day of the words; usually the article's.")
    kind = models.CharField(
        max_length=10, choices=StatementKind.choices, default=StatementKind.DIRECT
    )
    language = models.CharField(
        max_length=35, blank=True, help_text="A BCP 47 tag: en, de.", validators=[LANGUAGE_TAG]
    )
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    launch = models.ForeignKey(
        ProductLaunch, models.PROTECT, null=True, blank=True, related_name="statements"
    )

    # Derived by recording: where the speaker said these words, or more or fewer of them, first.
    repeats = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        editable=False,
        serialize=False,
        related_name="repetitions",
    )

    said_words: str
    said_earliest: datetime.date | None
    said_latest: datetime.date | None

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["-said_latest", "-pk"]
        indexes = [
            models.Index(fields=["-said_latest", "-id"], name="statement_newest"),  # both lists
            models.Index(fields=["-known_from", "-id"], name="statement_news"),  # home: what is new
        ]
        constraints = [
            *span_constraints("statement", "said"),
            models.CheckConstraint(
                name="statement_has_author",
                condition=Q(speaker__isnull=False) | Q(company__isnull=False),
                violation_error_message="Say who spoke: a person, a company, or both.",
            ),
            models.CheckConstraint(
                name="statement_has_words",
                condition=~Q(text=""),
                violation_error_message="A statement needs its words.",
            ),
            models.CheckConstraint(
                name="statement_kind_known",
                condition=Q(kind__in=StatementKind.values),
                violation_error_message="Unknown kind of statement.",
            ),
        ]

    def __str__(self) -> str:
        words = self.text if len(self.text) <= 60 else f"{self.text[:59].rstrip()}…"
        return f"“{words}”"

    def get_absolute_url(self) -> str:
        return reverse("statement", args=[self.public_id])

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "partnerships.person",
        "partnerships.company",
        "partnerships.partnership",
        "partnerships.productlaunch",
    ]

    @property
    def first_id(self) -> int:
        """The id of the statement in which its words appeared first; its own where they are new."""
        return self.repeats_id or self.pk

    @property
    def author(self) -> tuple[str, int]:
        """Whose words they are: the speaker's, else those of the company spoken for."""
        if self.speaker_id:
            return "speaker", self.speaker_id
        assert self.company_id is not None  # statement_has_author
        return "company", self.company_id

    @property
    def said_on(self) -> dates.EdtfDate | None:
        return dates.parse(self.said) if self.said else None

    @property
    def entry_day(self) -> datetime.date | None:
        """Where it stands on a timeline, never after it was known; None where nothing dates it."""
        day = self.said_earliest or self.said_latest or self.known_from
        return min(day, self.known_from) if day and self.known_from else day

    @property
    def day(self) -> str:
        """When it was said, in words; empty where no day is known."""
        return dates.plain(self.said_on) if self.said_on else ""
