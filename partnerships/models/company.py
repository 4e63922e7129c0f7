"""Companies and brands, and the names by which texts call them."""

import unicodedata

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_countries.fields import CountryField

from partnerships.models.fields import PublicIdField
from partnerships.models.record import Key, Record


def name_key(name: str) -> str:
    """The form under which two spellings of one name meet: “Café” in NFC, NFD or upper case.

    >>> name_key("ＡＣＭＥ  Corp")
    'acme corp'
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    visible = "".join(char for char in folded if unicodedata.category(char) != "Cf")
    return " ".join(visible.split())


class CompanyQuerySet(models.QuerySet["Company"]):
    def get_by_natural_key(self, slug: str) -> "Company":
        return self.get(slug=slug)

    def alphabetical(self) -> "CompanyQuerySet":
        """A to Z as people read it: “vivo” beside “Vodafone”."""
        return self.order_by("key", "pk")


class Company(Record):
    """A company or brand that people know by one name: Leica, the brand of Leica Camera AG."""

    name = models.CharField(
        max_length=200, help_text="What people call it: “Leica”, not “Leica Camera AG”."
    )
    key = models.CharField(max_length=200, editable=False)
    slug = models.SlugField(
        max_length=80,
        unique=True,
        help_text="Its address: /brands/leica/. Keep it once it is in use.",
    )
    legal_name = models.CharField(
        max_length=200, blank=True, help_text="As in its imprint: “Leica Camera AG”."
    )
    description = models.TextField(
        blank=True,
        help_text="One line that was true from the start: it is shown on every day, so it must "
        "not tell later events.",
    )
    country = CountryField(blank=True, help_text="Where it is based.")
    website = models.URLField(blank=True)
    wikidata_id = models.CharField(
        "Wikidata id",
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"\AQ[1-9][0-9]*\Z", "A Wikidata id looks like Q95.")],
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="brands",
        help_text="The company whose brand it is, if it is one: AKG is part of Harman.",
    )

    objects = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "companies"
        ordering = ["key", "pk"]
        indexes = [models.Index(fields=["key", "id"], name="company_a_to_z")]  # the brand list
        constraints = [
            models.CheckConstraint(
                name="company_not_part_of_itself",
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("id")),
                violation_error_message="A company cannot be part of itself.",
            ),
            models.UniqueConstraint(
                name="company_wikidata_id_once",
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
                violation_error_message="Another company has this Wikidata id.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("brand", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def derive(self) -> None:
        self.key = name_key(self.name)


class CompanyNameQuerySet(models.QuerySet["CompanyName"]):
    def get_by_natural_key(self, public_id: str) -> "CompanyName":
        return self.get(public_id=public_id)


class CompanyName(Record):
    """A form by which texts call a company: “Carl Zeiss” for ZEISS."""

    public_id = PublicIdField()
    company = models.ForeignKey(Company, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)
    ambiguous = models.BooleanField(
        default=False,
        help_text="Tick when other companies go by this name too: it then needs its context.",
    )

    objects = CompanyNameQuerySet.as_manager()

    class Meta:
        ordering = ["key", "pk"]
        indexes = [models.Index(fields=["key"], name="company_name_key")]  # finding by any form
        constraints = [
            models.UniqueConstraint(
                name="company_name_once",
                fields=["key"],
                condition=Q(ambiguous=False),
                violation_error_message="Another company goes by this name. Mark both ambiguous "
                "if texts mean either.",
            ),
            models.UniqueConstraint(
                name="company_name_once_a_company",
                fields=["company", "key"],
                violation_error_message="The company has this name already.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = ["partnerships.company"]  # type: ignore[attr-defined]

    @property
    def page_key(self) -> Key:
        return "company", self.company_id

    def derive(self) -> None:
        self.key = name_key(self.name)
