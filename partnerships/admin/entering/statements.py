"""Words that somebody said."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget

from partnerships import filing
from partnerships.admin.entering.fields import (
    LONGEST_PASSAGE,
    PassageInput,
    choice_field,
    date_field,
    place_field,
    text_field,
)
from partnerships.admin.entering.form import COMPANIES
from partnerships.admin.entering.placing import SEGMENTS
from partnerships.admin.entering.questions import Group
from partnerships.admin.entering.subjects import (
    NEW_COMPANIES,
    NEW_PRODUCT,
    AboutLaunch,
    AboutPartnership,
)
from partnerships.admin.naming import NameField
from partnerships.models import ProductLaunch, Statement
from partnerships.models.fields import as_typed
from partnerships.models.vocabulary import (
    StatementKind,
)


class StatementEntry(AboutPartnership, AboutLaunch):
    """Words that somebody said; its passages are its text."""

    title = "Statement"
    help = "Words that a person or a company said. The passage is the statement, word for word."
    segments = SEGMENTS
    groups = [
        Group("", [("passage",), ("text",)]),
        Group("It goes on after words of the article", [SEGMENTS[1:]], folded=True),
        Group("", [("speaker", "role"), ("company", "said"), ("statement_kind",)]),
        Group("What it is about", [("partnership", "launch")]),
        Group(NEW_COMPANIES, [COMPANIES], folded=True),
        Group(NEW_PRODUCT, [("product", "product_kind"), ("maker",)], folded=True),
    ]

    passage_2, passage_3 = (
        forms.CharField(
            label=label, required=False, widget=PassageInput, max_length=LONGEST_PASSAGE
        )
        for label in ("Second segment", "Third segment")
    )
    passage_2_place, passage_3_place = place_field(), place_field()
    text = forms.CharField(
        label="Words",
        help_text="The words, verbatim and without quotation marks.",
        widget=AdminTextareaWidget(attrs={"rows": 3}),
    )
    speaker = NameField("person", label="Speaker")
    role = text_field("Role", "As printed: “CEO”.")
    company = NameField("company", label="Spoken for")
    said = date_field("Said", "Usually on the day of the article.")
    statement_kind = choice_field(StatementKind.choices, "Kind", initial=StatementKind.DIRECT)

    def prepare(self) -> None:
        super().prepare()
        if self.article.text:
            del self.fields["text"]
        self.initial["said"] = as_typed(self.article.published)
        self.initial["company"] = self.cited.last_company

    def last_launch(self) -> ProductLaunch | None:
        """Words about a partnership are seldom about the product that was entered before them."""
        return super().last_launch() if isinstance(self.cited.last, Statement) else None

    def clean(self) -> dict[str, Any]:
        super().clean()
        named = any(self.cleaned_data.get(each) for each in ("speaker", "company"))
        if not named and not {"speaker", "company"} & set(self.errors):
            self.add_error("speaker", "Say who spoke: a person, a company, or both.")
        self.of_partnership, self.of_launch = self.partnership_meant(), self.launch_meant()
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        return [
            filing.ToldStatement(
                self.places,
                speaker=self.meant["speaker"],
                company=self.meant["company"],
                role=self.cleaned_data["role"],
                said=self.cleaned_data["said"],
                kind=self.cleaned_data["statement_kind"],
                text=self.cleaned_data.get("text", ""),
                partnership=self.of_partnership,
                launch=self.of_launch,
            )
        ]
