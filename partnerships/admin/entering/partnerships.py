"""A partnership with its companies, and one more company in it."""

from typing import Any

from django import forms

from partnerships import filing
from partnerships.admin.entering.fields import labels, role_field, text_field
from partnerships.admin.entering.form import COMPANIES
from partnerships.admin.entering.questions import Group
from partnerships.admin.entering.subjects import (
    NEW_COMPANIES,
    WHAT_HAPPENED,
    AboutPartnership,
    Happening,
)
from partnerships.admin.naming import NameField
from partnerships.models import (
    Partnership,
)
from partnerships.models.vocabulary import (
    PARTNERSHIP_KINDS,
    AllianceKind,
)


class PartnershipEntry(Happening):
    """A partnership with its companies, and what happened to it if the same words say so."""

    title = "Partnership"
    help = "Companies that work together. Known ones are found, new ones are made."
    groups = [
        Group("", [("passage",)]),
        Group("", [(name, f"{name}_role") for name in COMPANIES]),
        WHAT_HAPPENED,
        Group("Kinds and scope", [("kinds",), ("scope",)]),
    ]

    company_1 = NameField("company", label="Company", required=True)
    company_2 = NameField("company", label="Company", required=True)
    company_3 = NameField("company", label="Company")
    company_1_role, company_2_role, company_3_role = role_field(), role_field(), role_field()
    kinds = forms.MultipleChoiceField(
        choices=AllianceKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="All that apply; they combine.",
    )
    scope = text_field("Scope", "In two or three words: “mobile imaging”. No later events.")

    def prepare(self) -> None:
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "Nothing is told"),
            *labels(PARTNERSHIP_KINDS),
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.of_partnership = self.partnership_named("company_1")
        self.check_kind(PARTNERSHIP_KINDS, "step of a partnership")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        known = self.of_partnership if isinstance(self.of_partnership, Partnership) else None
        members = tuple(
            filing.Participant(self.meant[each], self.cleaned_data[f"{each}_role"])
            for each in COMPANIES
            if self.meant[each]
        )
        partnership = filing.ToldPartnership(
            members,
            self.places,
            tuple(self.cleaned_data["kinds"]),
            self.cleaned_data["scope"],
            known,
        )
        # What happened is filed to the same partnership: it is there by then.
        return [partnership, *self.happened(partnership)]


class ParticipationEntry(AboutPartnership):
    """One more company in a partnership."""

    title = "Participation"
    help = "One more company that takes part in a partnership."
    groups = [
        Group("", [("passage",)]),
        Group("", [("partnership",), ("company", "role")]),
        Group(NEW_COMPANIES, [COMPANIES], folded=True),
    ]

    company = NameField("company", label="Company", required=True)
    role = role_field()

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.of_partnership = self.partnership_meant()
        if not self.of_partnership and not self.errors:
            self.add_error("partnership", "Choose the partnership, or name its companies.")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        assert self.of_partnership  # noqa: S101 - tells the type checker
        participant = filing.Participant(self.meant["company"], self.cleaned_data["role"])
        return [filing.ToldParticipation(self.of_partnership, participant, self.places)]
