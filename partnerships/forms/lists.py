"""The lists of the record: brands, entries, partnerships, launches, statements, articles."""

import datetime
from typing import Any, ClassVar

from django import forms

from partnerships.forms.fields import (
    UNKNOWN,
    DayField,
    MonthField,
    SpeakerField,
    alliance_kind_field,
    brand_field,
    partnership_status_field,
    person_field,
    publisher_of,
    record_field,
    words_field,
)
from partnerships.forms.filters import BetweenDaysForm, ListForm, NewestFirstForm
from partnerships.models import Company, Partnership
from partnerships.models.vocabulary import ClaimCertainty, EntryKind, StatementKind
from partnerships.standing import NO_PROMISE, OUTCOMES, LaunchStatus


class BrandListForm(ListForm):
    """The parameters of the list of brands: q, as_of, after."""

    q = forms.CharField(required=False, max_length=200, label="Name")

    def place_from(self, *parts: str) -> tuple[int, str, int]:
        rank, key, pk = parts
        return int(rank), key, int(pk)


class TimelineForm(BetweenDaysForm):
    """The parameters of a brand's timeline: kind, partner, certainty, dated, from, to, as_of,
    after."""

    kind = forms.ChoiceField(
        required=False, choices=[("", "Everything"), *EntryKind.choices], label="Kind"
    )
    partner = brand_field("Partner")
    certainty = forms.ChoiceField(
        required=False, choices=[("", "Any certainty"), *ClaimCertainty.choices], label="Certainty"
    )
    # Of an entry only the day can be unknown: it always has a kind, a certainty and a company.
    dated = forms.ChoiceField(
        required=False, choices=[("", "Any"), ("yes", "known"), (UNKNOWN, "not known")], label="Day"
    )
    first = DayField(required=False, label="From")
    last = DayField(required=False, label="To")

    def __init__(self, data: Any, *, company: Company) -> None:
        super().__init__(data, of=f"timeline of {company.slug}")

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        return asked | {"dated": asked["dated"] == "yes" if asked["dated"] else None}

    def place_from(self, *parts: str) -> tuple[datetime.date, int]:
        day, tie = parts
        return datetime.date.fromisoformat(day), int(tie)


class StatementListForm(NewestFirstForm):
    """The parameters of the list of statements: company, speaker, role, partnership, kind, as_of,
    after."""

    company = brand_field("Spoken for")
    speaker = person_field("Speaker", SpeakerField)
    role = forms.CharField(required=False, max_length=200, label="Speaking as")
    partnership = record_field(
        Partnership.objects.all(), "On", "No partnership has this name in its address."
    )
    kind = forms.ChoiceField(
        required=False, choices=[("", "Any kind"), *StatementKind.choices], label="Kind"
    )

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        unattributed = asked["speaker"] == UNKNOWN
        speaker = None if unattributed else asked["speaker"]
        role = asked["role"]
        return asked | {
            "speaker": speaker,
            "unattributed": unattributed,
            "role": "" if role == UNKNOWN else role or None,
        }


class PeopleForm(ListForm):
    """The parameters of the list of people: as_of, after."""

    def place_from(self, *parts: str) -> tuple[str, int]:
        name, pk = parts
        return name, int(pk)


class ArticleListForm(NewestFirstForm):
    """The parameters of the list of articles: publisher, text, dated, as_of, after."""

    TEXTS: ClassVar[dict[str, str]] = {"kept": "kept here", "not-kept": "not kept"}
    DATED: ClassVar[dict[str, str]] = {"yes": "known", UNKNOWN: "not known"}

    publisher = forms.CharField(required=False, max_length=200, label="Publisher")
    text = forms.ChoiceField(
        required=False, choices=[("", "Any"), *TEXTS.items()], label="Its text"
    )
    dated = forms.ChoiceField(
        required=False, choices=[("", "Any"), *DATED.items()], label="Day of publication"
    )

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        return asked | {
            "publisher": publisher_of(asked["publisher"]),
            "text": asked["text"] == "kept" if asked["text"] else None,
            "dated": asked["dated"] == "yes" if asked["dated"] else None,
        }


class PartnershipListForm(ListForm):
    """The parameters of the list of partnerships: brand, kind, status, as_of, after."""

    brand = brand_field("Brand")
    kind = alliance_kind_field()
    status = partnership_status_field()


class LaunchListForm(ListForm):
    """The parameters of the calendar of launches: brand, status, outcome, month, as_of, after."""

    brand = brand_field("Brand")
    status = words_field("Status", "Any status", LaunchStatus)
    outcome = words_field("Promise", "Everything", OUTCOMES[:-1], **{NO_PROMISE: "No promise"})
    month = MonthField(required=False, label="Month")

    def place_from(self, *parts: str) -> tuple[int, int]:
        place, pk = parts
        return int(place), int(pk)
