"""What a fact is about: a partnership, a launch, a step of either."""

from collections.abc import Sequence
from typing import Any

from partnerships import filing
from partnerships.admin.entering.fields import (
    choice_field,
    date_field,
    labels,
)
from partnerships.admin.entering.form import EntryForm
from partnerships.admin.entering.questions import Group
from partnerships.admin.naming import NameField
from partnerships.models import ProductLaunch
from partnerships.models.vocabulary import (
    ClaimCertainty,
    MilestoneKind,
    NameKind,
)

NEW_COMPANIES = "Not in the list: a partnership between"
NEW_PRODUCT = "Not in the list: a product, by any of its names"
WHAT_HAPPENED = Group("What happened to it", [("kind", "certainty"), ("occurred", "due")])


class AboutPartnership(EntryForm):
    """Has a partnership: one that the article is cited for, or one by its companies."""

    partnership = choice_field([], "Partnership", "None")
    company_1 = NameField("company", label="Company")
    company_2 = NameField("company", label="and")
    company_3 = NameField("company", label="and")

    def prepare(self) -> None:
        super().prepare()
        self.choose_from("partnership", self.cited.partnerships, self.cited.last_partnership)


class AboutLaunch(EntryForm):
    """Has a launch: one that the article is cited for, or one by its name."""

    launch = choice_field([], "Launch", "None")
    product = NameField("launch", label="Product")
    product_kind = choice_field(NameKind.choices, "Kind of name", initial=NameKind.OFFICIAL)
    maker = NameField("company", label="Maker", help_text="Only of a new product.")

    def prepare(self) -> None:
        super().prepare()
        self.choose_from("launch", self.cited.launches, self.last_launch())

    def last_launch(self) -> ProductLaunch | None:
        """The one that is likely to be meant again."""
        return self.cited.last_launch


class Happening(EntryForm):
    """Has a step, dated."""

    kind = choice_field(labels(MilestoneKind), "What happened", "Nothing is told")
    certainty = choice_field(ClaimCertainty.choices, "How sure", initial=ClaimCertainty.STATED)
    occurred = date_field(
        "When", "As the article says: “today”, “about 2016”, “before 24 May 2022”."
    )
    due = date_field(
        "Promised for", "“by July this year”, “Q3 2022”. Empty where nothing is promised."
    )

    def happened(self, subject: Any) -> list[filing.Told]:
        """The step, where one is told."""
        if not self.cleaned_data.get("kind"):
            return []
        return [
            filing.ToldMilestone(
                subject,
                self.cleaned_data["kind"],
                self.places,
                self.cleaned_data["certainty"],
                self.cleaned_data["occurred"],
                self.cleaned_data["due"],
                self.cleaned_data.get("note", ""),
            )
        ]

    def check_kind(self, fitting: Sequence[MilestoneKind], noun: str) -> None:
        kind = self.cleaned_data.get("kind")
        if kind and kind not in fitting:
            named = ", ".join(str(each.label) for each in fitting)
            self.add_error("kind", f"A {noun} is one of these: {named}.")
        for name in ("occurred", "due"):
            if not kind and "kind" not in self.errors and self.cleaned_data.get(name):
                self.add_error("kind", "A day is given: say what happened.")
                break
