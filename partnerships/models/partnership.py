"""Cooperations between companies, and who takes part in them."""

from collections.abc import Iterable

from django.db import models
from django.urls import reverse

from partnerships.models.claim import Claim
from partnerships.models.company import Company
from partnerships.models.fields import FlagsField
from partnerships.models.record import Key, Record
from partnerships.models.vocabulary import AllianceKind, ParticipantRole


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    def get_by_natural_key(self, slug: str) -> "Partnership":
        return self.get(slug=slug)

    def of_exactly(self, companies: Iterable[int]) -> "list[Partnership]":
        """Those between exactly the companies with these ids, oldest first."""
        wanted = set(companies)
        candidates = self.filter(participations__company__in=wanted).distinct().order_by("pk")
        return [
            each
            for each in candidates.prefetch_related("participations__company")
            if {member.company_id for member in each.participations.all()} == wanted
        ]


class Partnership(Record):
    """One cooperation between two or more companies: Xiaomi and Leica in mobile imaging.

    Its status, beginning and end are not stored: they follow from its milestones.
    """

    Kind = AllianceKind

    slug = models.SlugField(
        max_length=120, unique=True, help_text="Its address: xiaomi-leica. It must tell no event."
    )
    kinds = FlagsField(
        vocabulary=AllianceKind, blank=True, help_text="All that apply; the kinds combine."
    )
    scope = models.CharField(
        max_length=200,
        blank=True,
        help_text="What it is about, in two or three words: “mobile imaging”. Shown on every day, "
        "so it must not tell later events.",
    )
    description = models.TextField(blank=True, help_text="Like the scope: no later events.")
    participants = models.ManyToManyField(
        Company, through="Participation", related_name="partnerships"
    )

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug.replace("-", " ").capitalize() if not self.pk else self.title

    def get_absolute_url(self) -> str:
        return reverse("partnership", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    @property
    def title(self) -> str:
        """“Xiaomi and Leica”, “Leica, Panasonic and Sigma”. Reads `participations` and their
        companies: prefetch them for lists."""
        return listing([each.company.name for each in self.participations.all()])

    @property
    def kind_labels(self) -> list[str]:
        return [str(self.Kind(kind).label) for kind in self.kinds]


def listing(names: list[str]) -> str:
    """Names as a sentence lists them.

    >>> listing(["Leica", "Panasonic", "Sigma"])
    'Leica, Panasonic and Sigma'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def get_by_natural_key(self, public_id: str) -> "Participation":
        return self.get(public_id=public_id)


class Participation(Claim):
    """One company taking part in one partnership: Leica as technology provider. A claim: cited."""

    Role = ParticipantRole
    citation_field = "participation"

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="participations")
    company = models.ForeignKey(Company, models.PROTECT, related_name="participations")
    role = models.CharField(
        max_length=30, choices=ParticipantRole.choices, default=ParticipantRole.PARTNER
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="participation_once",
                fields=["partnership", "company"],
                violation_error_message="This company takes part already.",
            ),
            models.CheckConstraint(
                name="participation_role_known",
                condition=models.Q(role__in=ParticipantRole.values),
                violation_error_message="Unknown role.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.company} as {self.get_role_display()}"

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = ["partnerships.partnership", "partnerships.company"]  # type: ignore[attr-defined]

    @property
    def page_key(self) -> Key:
        return "partnership", self.partnership_id
