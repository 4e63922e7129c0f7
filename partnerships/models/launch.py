"""Products brought to market, and the names they went by."""

import datetime
from collections.abc import Iterable

from django.db import models
from django.urls import reverse

from partnerships.models.claim import Claim
from partnerships.models.company import Company, name_key
from partnerships.models.partnership import Partnership
from partnerships.models.record import Key, Record
from partnerships.models.vocabulary import NameKind

UNNAMED = "a product not yet named"


class ProductLaunchQuerySet(models.QuerySet["ProductLaunch"]):
    def get_by_natural_key(self, slug: str) -> "ProductLaunch":
        return self.get(slug=slug)

    def with_story(self) -> "ProductLaunchQuerySet":
        """With what its own page names beside it."""
        return self.select_related("partnership").prefetch_related("makers", "names")


class ProductLaunch(Record):
    """One product, or family, brought or to be brought to market: the first flagship of Xiaomi and
    Leica, rumoured as the Xiaomi 12 Ultra, launched as the Xiaomi 12S Ultra.

    Its status and dates are not stored: they follow from its milestones.
    """

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="Its address, shown on every day: take a name that was known from the start.",
    )
    makers = models.ManyToManyField(Company, related_name="launches")
    partnership = models.ForeignKey(
        Partnership,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="launches",
        help_text="The partnership that it came from, if one is told.",
    )

    objects = ProductLaunchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "product launches"
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name_on(None) if self.pk else self.slug

    def get_absolute_url(self) -> str:
        return reverse("launch", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["partnerships.partnership"]  # type: ignore[attr-defined]

    def name_on(self, on: datetime.date | None) -> str:
        """What it is called by what is known on that day. Reads `names`: prefetch for lists."""
        names = self.names_on(on)
        return names[0].name if names else UNNAMED

    def names_on(self, on: datetime.date | None) -> list["ProductName"]:
        """The names known on that day, the one to call it by first; each once."""
        return best_first(self.every_name_on(on))

    def every_name_on(self, on: datetime.date | None) -> list["ProductName"]:
        """As `names_on`, with a name that was rumoured and proved right under both its kinds."""
        return in_order(name for name in self.names.all() if name.known(on))


class ProductNameQuerySet(models.QuerySet["ProductName"]):
    def get_by_natural_key(self, public_id: str) -> "ProductName":
        return self.get(public_id=public_id)

    def called(self, name: str, kind: str) -> "ProductNameQuerySet":
        """Those of that name: where it is rumoured the rumour, otherwise what is no rumour."""
        called, rumoured = self.filter(key=name_key(name)), models.Q(kind=NameKind.RUMOURED)
        return called.filter(rumoured if kind == NameKind.RUMOURED else ~rumoured)


class ProductName(Claim):
    """A name that a product goes or went by: “Xiaomi 12 Ultra”, rumoured. A claim: cited.

    A rumoured name that proves right is two claims: the rumour, and the official name.
    """

    Kind = NameKind
    citation_field = "product_name"

    launch = models.ForeignKey(ProductLaunch, models.CASCADE, related_name="names")
    name = models.CharField(
        max_length=200,
        help_text="As printed; for a product without a name the words that stand for it: "
        "“first flagship mobile model”.",
    )
    key = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=20, choices=NameKind.choices, default=NameKind.OFFICIAL)

    objects = ProductNameQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["key"], name="product_name_key")]  # finding by any name
        constraints = [
            models.UniqueConstraint(
                name="product_name_once_a_launch",
                fields=["launch", "key"],
                condition=~models.Q(kind=NameKind.RUMOURED),
                violation_error_message="The launch has this name already.",
            ),
            models.UniqueConstraint(
                name="product_name_rumoured_once",
                fields=["launch", "key"],
                condition=models.Q(kind=NameKind.RUMOURED),
                violation_error_message="The launch has this rumoured name already.",
            ),
            models.CheckConstraint(
                name="product_name_kind_known",
                condition=models.Q(kind__in=NameKind.values),
                violation_error_message="Unknown kind of name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = ["partnerships.productlaunch"]  # type: ignore[attr-defined]

    @property
    def page_key(self) -> Key:
        return "productlaunch", self.launch_id

    def derive(self) -> None:
        self.key = name_key(self.name)


def best_first(names: Iterable[ProductName]) -> list[ProductName]:
    """In order, and each name once."""
    once: dict[str, ProductName] = {}
    for name in in_order(names):
        once.setdefault(name.key, name)
    return list(once.values())


def in_order(names: Iterable[ProductName]) -> list[ProductName]:
    """The latest official name, then the latest rumoured, then the latest description."""
    order = {kind: place for place, kind in enumerate(NameKind.values)}
    newest = sorted(names, key=lambda n: (n.known_from or datetime.date.min, n.pk), reverse=True)
    return sorted(newest, key=lambda n: order[n.kind])
