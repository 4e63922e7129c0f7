"""A product with its name and makers, and one more name of it."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget

from partnerships import filing
from partnerships.admin.entering.fields import choice_field, labels
from partnerships.admin.entering.form import COMPANIES, company_named
from partnerships.admin.entering.questions import Group
from partnerships.admin.entering.subjects import (
    NEW_COMPANIES,
    NEW_PRODUCT,
    WHAT_HAPPENED,
    AboutLaunch,
    AboutPartnership,
    Happening,
)
from partnerships.admin.naming import NameField
from partnerships.models import (
    ProductLaunch,
    listing,
)
from partnerships.models.vocabulary import (
    LAUNCH_KINDS,
    NameKind,
)

NEW = "new"


class LaunchEntry(AboutPartnership, Happening):
    """A product with its name and makers, and what happened to it if the same words say so."""

    title = "Launch"
    help = "A product that is brought, or is to be brought, to market."
    groups = [
        Group("", [("passage",)]),
        Group("", [("product", "product_kind"), ("maker", "maker_2"), ("partnership",)]),
        WHAT_HAPPENED,
        Group("It is known by another name", [("product_is",)], folded=True),
        Group(NEW_COMPANIES, [COMPANIES], folded=True),
    ]

    product = NameField(
        "launch",
        label="Name",
        required=True,
        help_text="As printed; where it has none, the words that stand for it.",
    )
    product_kind = choice_field(NameKind.choices, "Kind of name", initial=NameKind.OFFICIAL)
    product_is = choice_field([], "Product", "The one of this name, or else a new one")
    maker = NameField("company", label="Maker")
    maker_2 = NameField("company", label="Second maker")

    def prepare(self) -> None:
        super().prepare()
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "Nothing is told"),
            *labels(LAUNCH_KINDS),
        ]
        self.fields["product_is"].choices = [  # type: ignore[attr-defined]
            *self.fields["product_is"].choices,  # type: ignore[attr-defined]
            (NEW, "A new one, whatever goes by this name"),
            *((str(pk), str(row)) for pk, row in self.cited.launches.items()),
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.cleaned_data.get("product_is"):
            self._tell_apart()
        self.launch_named()  # says where the maker of a new one is missing
        self.of_partnership = self.partnership_meant()
        self.check_kind(LAUNCH_KINDS, "step of a launch")
        return self.cleaned_data

    def resolve(self, name: str) -> Any:
        """Nothing is asked of the product where it is chosen."""
        which = self.cleaned_data.get("product_is")
        if name != "product" or not which:
            return super().resolve(name)
        typed = self.cleaned_data.get(name)
        return typed if which == NEW else self.cited.launches[int(which)]

    def _tell_apart(self) -> None:
        """Ask whether a known product is meant where it is said to be made by somebody else."""
        known, maker = self.meant.get("product"), company_named(self.meant.get("maker"))
        if not isinstance(known, ProductLaunch) or not maker or "product" in self.asked:
            return
        if maker in known.makers.all():
            return
        makers = listing([each.name for each in known.makers.all()])
        options = {
            f"is-{known.pk}": f"The product of {makers}, made by {self.cleaned_data['maker']} too",
            "new": "Another product of the same name",
        }
        if self.ask("product", f"{makers} makes a product of this name.", options) == "new":
            self.meant["product"] = self.cleaned_data["product"]

    def told(self) -> list[filing.Told]:
        product = self.meant["product"]
        launch = filing.ToldLaunch(
            self.cleaned_data["product"],
            tuple(filter(None, [self.meant["maker"], self.meant["maker_2"]])),
            self.places,
            self.cleaned_data["product_kind"],
            self.of_partnership,
            product if isinstance(product, ProductLaunch) else None,
            new=self.cleaned_data["product_is"] == NEW,
        )
        return [launch, *self.happened(launch)]


class NameEntry(AboutLaunch):
    """One more name of a product."""

    title = "Name of a product"
    help = "One more name that a product goes or went by."
    groups = [
        Group("", [("passage",)]),
        Group("", [("launch",), ("name", "name_kind")]),
        Group(NEW_PRODUCT, [("product", "product_kind"), ("maker",)], folded=True),
    ]

    name = forms.CharField(label="Name", max_length=200, widget=AdminTextInputWidget())
    name_kind = choice_field(NameKind.choices, "Kind of name", initial=NameKind.RUMOURED)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.of_launch = self.launch_meant()
        if not self.of_launch and not self.errors:
            self.add_error("launch", "Choose the product, or name it below.")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        assert self.of_launch  # noqa: S101 - tells the type checker
        kind = self.cleaned_data["name_kind"]
        return [filing.ToldName(self.of_launch, self.cleaned_data["name"], self.places, kind)]
