"""One value of an address each: what it may be, and what is said of any other."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from partnerships.dates import FIRST_YEAR, LAST_YEAR
from partnerships.models import Company, Person
from partnerships.models.calendar import Month
from partnerships.models.vocabulary import AllianceKind
from partnerships.standing import PartnershipStatus

UNKNOWN = "unknown"  # the choice of what is not recorded
YEARS = f"Years go from {FIRST_YEAR} to {LAST_YEAR}."


class DayField(forms.Field):
    """A day as 2022-05-24; nothing else, so that no address has two meanings."""

    # The browser keeps a year back that is still being typed: its first digit is the year 2.
    widget = forms.DateInput(
        attrs={"type": "date", "min": f"{FIRST_YEAR}-01-01", "max": f"{LAST_YEAR}-12-31"},
        format="%Y-%m-%d",
    )

    def to_python(self, value: Any) -> datetime.date | None:
        if value in self.empty_values:
            return None
        try:
            day = datetime.datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day alone
        except ValueError:
            day = None
        if day is None or day.isoformat() != value:
            raise ValidationError("Write a day as 2022-05-24.", code="day")
        return day

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise ValidationError(YEARS, code="year")


class AsOfField(DayField):
    """The day whose knowledge is shown: today or earlier."""

    def validate(self, value: datetime.date | None) -> None:
        if value and value > timezone.localdate():
            raise ValidationError(
                "It lies after today: what will be known then cannot be shown.", code="future"
            )
        super().validate(value)


class YearField(forms.Field):
    """A year as 2019; one that has not begun yet is none."""

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        if not re.fullmatch(r"[0-9]{4}", value):
            raise ValidationError("Write a year as 2019.", code="year")
        return int(value)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value and value > timezone.localdate().year:
            raise ValidationError("It has not begun yet.", code="future")
        if value and value < FIRST_YEAR:
            raise ValidationError(YEARS, code="year")


class MonthField(forms.Field):
    """A month as 2022-07, a year as 2022, or `UNKNOWN` for what has no date."""

    def to_python(self, value: Any) -> Month | None:
        if value in self.empty_values:
            return None
        if value == UNKNOWN:
            return Month(None)
        found = re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?", value)
        if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            raise ValidationError("Write a month as 2022-07, or a year as 2022.", code="month")
        return Month(int(found[1]), int(found[2]) if found[2] else None)


class ListedField(forms.CharField):
    """What stands in an address under one name, perhaps several times: texts, none empty."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[str]:
        texts = value if isinstance(value, list | tuple) else filter(None, [value])
        return [text for text in map(super().clean, texts) if text]


def record_field(
    records: "QuerySet[Any]",
    label: str,
    unknown: str,
    field: "type[forms.ModelChoiceField[Any]]" = forms.ModelChoiceField,
) -> "forms.ModelChoiceField[Any]":
    """One of the records, named by its address; `unknown` says that none has the one given."""
    return field(
        records,
        required=False,
        to_field_name="slug",
        label=label,
        error_messages={"invalid_choice": unknown},
    )


def brand_field(label: str) -> "forms.ModelChoiceField[Any]":
    return record_field(Company.objects.all(), label, "No brand has this name in its address.")


def person_field(
    label: str, field: "type[forms.ModelChoiceField[Any]]" = forms.ModelChoiceField
) -> "forms.ModelChoiceField[Any]":
    return record_field(
        Person.objects.all(), label, "Nobody has this name in their address.", field
    )


def publisher_of(text: str) -> str | None:
    """The publisher that is asked for: empty for what names none, None where any may be."""
    return "" if text.casefold() == UNKNOWN else text or None


class SpeakerField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person, named by their address; `UNKNOWN` where nobody is named as the speaker."""

    def to_python(self, value: Any) -> Any:
        return UNKNOWN if value == UNKNOWN else super().to_python(value)


def words_field(
    label: str, everything: str, words: Iterable[str], **labels: str
) -> forms.TypedChoiceField:
    """One of some words; an address has hyphens where these have spaces. `labels` are further
    choices, each a word of the address with its label."""
    choices = [(word.replace(" ", "-"), word.capitalize()) for word in words]
    return forms.TypedChoiceField(
        required=False,
        choices=[("", everything), *choices, *labels.items()],
        coerce=lambda value: value.replace("-", " "),
        label=label,
    )


def order_field(**choices: str) -> forms.ChoiceField:
    """By what a table is in order, the first where nothing is asked."""
    return forms.ChoiceField(required=False, choices=list(choices.items()), label="Order")


def alliance_kind_field() -> forms.ChoiceField:
    kinds = ((value, capfirst(label)) for value, label in AllianceKind.choices)
    choices = [("", "Any kind"), *kinds, (UNKNOWN, "Kind not recorded")]
    return forms.ChoiceField(required=False, choices=choices, label="Kind")


def partnership_status_field() -> forms.TypedChoiceField:
    """Active are those that run: what was quiet for two years is a choice of its own."""
    return words_field("Status", "Any status", [*PartnershipStatus, "no end reported"])
