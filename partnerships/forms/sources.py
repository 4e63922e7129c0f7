"""What sources and promises are worth: tables of tallies, and the lists behind their numbers."""

from typing import Any

from django import forms

from partnerships.forms.fields import (
    brand_field,
    order_field,
    person_field,
    publisher_of,
    words_field,
)
from partnerships.forms.filters import NamedRowsForm
from partnerships.standing import Fate, Kept


class TallyForm(NamedRowsForm):
    """The parameters of a table of tallies: order, as_of, and after, the name of a row."""

    order = order_field()

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        first, _ = self.base_fields["order"].choices[0]  # type: ignore[attr-defined]
        return asked | {"order": asked["order"] or first}


class SourceForm(TallyForm):
    """The parameters of the publishers and their rumours."""

    order = order_field(
        reported="Reported",
        name="Publisher",
        true="Came true",
        false="Came false",
        open="Open",
        lead="Median lead",
    )


class PromiserForm(TallyForm):
    """The parameters of those who promise, companies or speakers."""

    order = order_field(
        made="Promises",
        name="Name",
        **{"on-time": "On time"},
        late="Late",
        broken="Broken",
        withdrawn="Withdrawn",
        open="Open",
    )


class RumourListForm(NamedRowsForm):
    """The parameters of the list of rumours: publisher, outcome, as_of, after."""

    publisher = forms.CharField(required=False, max_length=200, label="Publisher")
    outcome = words_field("Outcome", "Everything", Fate)

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        return {
            "publisher": publisher_of(asked["publisher"]),
            "fate": asked["outcome"],
            "as_of": asked["as_of"],
        }


class PromiseListForm(NamedRowsForm):
    """The parameters of the list of promises: company or speaker, outcome, as_of, after."""

    company = brand_field("Company")
    speaker = person_field("Speaker")
    outcome = words_field("Outcome", "Everything", Kept)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("company") and cleaned.get("speaker"):
            self.add_error("speaker", "Ask for a company's promises or for a speaker's, not both.")
        return cleaned

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        who = asked["company"] or asked["speaker"]
        return {"who": who, "kept": asked["outcome"], "as_of": asked["as_of"]}
