"""A step of a partnership or of a launch."""

from typing import Any

from partnerships import filing
from partnerships.admin.entering.fields import choice_field, labels, text_field
from partnerships.admin.entering.form import COMPANIES
from partnerships.admin.entering.questions import Group
from partnerships.admin.entering.subjects import NEW_COMPANIES, NEW_PRODUCT, Happening
from partnerships.admin.naming import NameField
from partnerships.models import (
    Partnership,
)
from partnerships.models.vocabulary import (
    LAUNCH_KINDS,
    PARTNERSHIP_KINDS,
    MilestoneKind,
    NameKind,
)


class MilestoneEntry(Happening):
    """A step of a partnership or of a launch, which may be new themselves."""

    title = "Milestone"
    help = "Something that happened, or will, to a partnership or a product."
    groups = [
        Group("", [("passage",)]),
        Group("", [("about",), ("kind", "certainty"), ("occurred", "due"), ("note",)]),
        Group(NEW_COMPANIES, [COMPANIES], folded=True),
        Group(NEW_PRODUCT, [("product", "product_kind"), ("maker",)], folded=True),
    ]

    about = choice_field([], "Of", "Named below")
    kind = choice_field(labels(MilestoneKind), "What happened")
    note = text_field(
        "Note", "In a sentence, what the article says; nothing that came later.", 2_000
    )
    company_1, company_2, company_3 = (
        NameField("company", label=label) for label in ("Company", "and", "and")
    )
    product = NameField("launch", label="Product")
    product_kind = choice_field(NameKind.choices, "Kind of name", initial=NameKind.OFFICIAL)
    maker = NameField("company", label="Maker", help_text="Only of a new product.")

    def prepare(self) -> None:
        subjects = self._subjects()
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", "Named below"),
            *((key, str(row)) for key, row in subjects.items()),
        ]
        last = self.cited.last_launch or self.cited.last_partnership
        self.initial["about"] = next((key for key, row in subjects.items() if row == last), "")

    def _subjects(self) -> dict[str, Any]:
        return {
            f"{kind}-{pk}": row
            for kind, rows in (
                ("partnership", self.cited.partnerships),
                ("launch", self.cited.launches),
            )
            for pk, row in rows.items()
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        chosen = self._subjects().get(self.cleaned_data.get("about", ""))
        named = [self.partnership_named("company_1"), self.launch_named()]
        subjects = [each for each in (chosen, *named) if each]
        if len(subjects) > 1 and not all(each == subjects[0] for each in subjects):
            self.add_error("about", "A milestone is of one thing: choose it or name it, not both.")
        elif not subjects and not self.errors:
            self.add_error("about", "Choose what it is about, or name it below.")
        self.subject = subjects[0] if subjects else None
        if isinstance(self.subject, Partnership | filing.ToldPartnership):
            self.check_kind(PARTNERSHIP_KINDS, "step of a partnership")
        elif self.subject:
            self.check_kind(LAUNCH_KINDS, "step of a launch")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        return self.happened(self.subject)
