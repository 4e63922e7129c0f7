"""Addresses: which are free, and those of records that were merged into others."""

from collections.abc import Iterator
from typing import cast

from django.db import models
from django.db.models import Q
from django.utils.text import slugify

from partnerships.models.citation import exactly_one_of
from partnerships.models.company import Company
from partnerships.models.fields import PublicIdField
from partnerships.models.launch import ProductLaunch
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person
from partnerships.models.record import Key, Record

SUBJECTS = ("company", "person", "partnership", "launch")
# Words that addresses beside those of the records have, or will have.
RESERVED = frozenset({"add", "admin", "all", "api", "export", "feed", "new", "search", "static"})


class FormerAddressQuerySet(models.QuerySet["FormerAddress"]):
    def get_by_natural_key(self, public_id: str) -> "FormerAddress":
        return self.get(public_id=public_id)


class FormerAddress(Record):
    """An address that leads to another record since its own was merged into that one:
    /brands/carl-zeiss/ to ZEISS. `name` is what the merged record was called. Addresses that a
    record itself had before are in its history."""

    public_id = PublicIdField()
    slug = models.SlugField(max_length=120)
    name = models.CharField(max_length=200, blank=True)
    company = models.ForeignKey(
        Company, models.CASCADE, null=True, blank=True, related_name="former_addresses"
    )
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="former_addresses"
    )
    partnership = models.ForeignKey(
        Partnership, models.CASCADE, null=True, blank=True, related_name="former_addresses"
    )
    launch = models.ForeignKey(
        ProductLaunch, models.CASCADE, null=True, blank=True, related_name="former_addresses"
    )

    objects = FormerAddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "former addresses"
        ordering = ["slug", "pk"]
        constraints = [
            models.CheckConstraint(
                name="former_address_of_one",
                condition=exactly_one_of(*SUBJECTS),
                violation_error_message="An address leads to one record.",
            ),
            *(
                models.UniqueConstraint(
                    name=f"former_address_once_a_{subject}",
                    fields=["slug"],
                    condition=Q(**{f"{subject}__isnull": False}),
                    violation_error_message="This address leads elsewhere already.",
                )
                for subject in SUBJECTS
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "partnerships.company",
        "partnerships.person",
        "partnerships.partnership",
        "partnerships.productlaunch",
    ]

    @property
    def target(self) -> Record:
        """Where it leads."""
        target = self.company or self.person or self.partnership or self.launch
        assert target is not None  # former_address_of_one
        return target

    @property
    def page_key(self) -> Key:
        return self.target.record_key


def free_slug(model: type[models.Model], words: str, own: int | None = None) -> str:
    """An address from the words, or from the kind of record where they have no Latin letter;
    numbered where another record than the one with the id `own` has it, or had it before it was
    merged. Empty where a thousand have it."""
    longest = cast(int, model._meta.get_field("slug").max_length) - 4  # type: ignore[union-attr]
    kind = slugify(str(model._meta.verbose_name))
    stem = slugify(words) or kind
    stem = f"{stem}-{kind}" if stem in RESERVED else stem
    stem = stem[:longest].strip("-")
    others = model._base_manager.exclude(pk=own)
    taken = {
        slug
        for rows in (others, FormerAddress.objects.all())
        for slug in rows.filter(slug__startswith=stem).values_list("slug", flat=True)
    }
    return next((each for each in _numbered(stem) if each not in taken), "")


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in range(2, 1000))
