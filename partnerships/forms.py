"""What people type, cleaned: every query parameter of a page is a field of a form."""

import datetime
import json
import re
from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import capfirst

from partnerships.dates import FIRST_YEAR, LAST_YEAR
from partnerships.models import Company, Partnership, Person
from partnerships.models.calendar import Month
from partnerships.models.vocabulary import (
    AllianceKind,
    ClaimCertainty,
    EntryKind,
    SearchKind,
    StatementKind,
)
from partnerships.standing import (
    NO_PROMISE,
    OUTCOMES,
    Fate,
    Kept,
    LaunchStatus,
    PartnershipStatus,
)

UNKNOWN = "unknown"  # the choice of what is not recorded


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
            raise ValidationError("Years go from 1800 to 2200.", code="year")


class AsOfField(DayField):
    """The day whose knowledge is shown: today or earlier."""

    def validate(self, value: datetime.date | None) -> None:
        if value and value > timezone.localdate():
            raise ValidationError(
                "It lies after today: what will be known then cannot be shown.", code="future"
            )
        super().validate(value)


class AsOfForm(forms.Form):
    """The one parameter that every page takes.

    A parameter that stands in an address twice is refused: either value could be the one that was
    meant. Names that no form knows are ignored.
    """

    as_of = AsOfField(required=False, label="As known on")

    # Fields whose parameter has another name: "from" is a word of Python's.
    parameters: ClassVar[dict[str, str]] = {}
    # Fields whose parameter may stand in an address several times.
    lists: ClassVar[frozenset[str]] = frozenset()

    def add_prefix(self, field_name: str) -> str:
        return self.parameters.get(field_name, field_name)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        if "as_of" in self.fields:  # the history has other days
            self.fields["as_of"].widget.attrs["max"] = timezone.localdate().isoformat()
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField) and isinstance(field.choices, list):
                words = ", ".join(str(value) for value, _ in field.choices if value)
                field.error_messages["invalid_choice"] = f"It is one of: {words}."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in self.fields:
            if name not in self.lists and len(self._values(name)) > 1:
                self.add_error(name, "It stands in the address more than once.")
        return cleaned

    def _values(self, field_name: str) -> list[str]:
        """What the address gives for the field; data that is no address has one value a field."""
        name = self.add_prefix(field_name)
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What is wrong: the name of the parameter as the address has it, and why."""
        return [
            (self.add_prefix(name), str(message))
            for name, messages in self.errors.items()
            for message in messages
        ]


class FilterForm(AsOfForm):
    """The parameters of a page that can be narrowed: its filters, and as_of."""

    @property
    def filters(self) -> list[str]:
        return list(self.fields)

    @property
    def asked(self) -> dict[str, Any]:
        """The cleaned filters, by the names of the fields."""
        return {name: self.cleaned_data[name] for name in self.filters}

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any(self.cleaned_data[name] for name in self.filters if name != "as_of")

    def query(self, **more: str) -> str:
        """The address's part after "?" that asks the same, with `more` in place of what it asks
        there: no empty parameters."""
        parameters = [self.add_prefix(name) for name in self.filters]
        asked = {name: self.data.get(name, "") for name in parameters} | more
        return urlencode({name: value for name, value in asked.items() if value})

    def query_of_today(self) -> str:
        """The same for the record of today."""
        return urlencode(
            [(name, value) for name, value in parse_qsl(self.query()) if name != "as_of"]
        )


class ListForm(FilterForm):
    """The parameters of a list that is read in pages: its filters, as_of, and after, the place from
    which it goes on."""

    after = forms.CharField(required=False, widget=forms.HiddenInput, max_length=1000)

    def __init__(self, data: Any, *, of: str) -> None:
        """`of` names the list; a place in one list is none in another."""
        super().__init__(data)
        self.of = of

    @property
    def filters(self) -> list[str]:
        return [name for name in self.fields if name != "after"]

    def cursor(self, *place: object) -> str:
        """A place as an address carries it: signed, and good for these filters alone."""
        return self._signer().sign(json.dumps([str(part) for part in place]))

    def clean_after(self) -> Any:
        """The parts of the place, as `place_from` gives them; None at the top of the list."""
        text = self.cleaned_data["after"]
        if not text:
            return None
        try:
            return self.place_from(*json.loads(self._signer().unsign(text)))
        except (signing.BadSignature, ValueError, TypeError) as error:
            raise ValidationError(
                "This place in the list is no longer valid: start again from the top.",
                code="cursor",
            ) from error

    def place_from(self, *parts: str) -> tuple[Any, ...]:
        """The values that a cursor was made of: text, and last the row's id."""
        return (*parts[:-1], int(parts[-1]))

    def _signer(self) -> signing.Signer:
        filters = [self.data.get(self.add_prefix(name), "") for name in self.filters]
        return signing.Signer(salt=json.dumps([self.of, *filters]))


def brand_field(label: str) -> "forms.ModelChoiceField[Company]":
    """A brand, named by its address."""
    return forms.ModelChoiceField(
        Company.objects.all(),
        required=False,
        to_field_name="slug",
        label=label,
        error_messages={"invalid_choice": "No brand has this name in its address."},
    )


class BrandListForm(ListForm):
    """The parameters of the list of brands: q, as_of, after."""

    q = forms.CharField(required=False, max_length=200, label="Name")

    def place_from(self, *parts: str) -> tuple[int, str, int]:
        rank, key, pk = parts
        return int(rank), key, int(pk)


class TimelineForm(ListForm):
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

    parameters: ClassVar[dict[str, str]] = {"first": "from", "last": "to"}

    def __init__(self, data: Any, *, company: Company) -> None:
        super().__init__(data, of=f"timeline of {company.slug}")

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        return asked | {"dated": asked["dated"] == "yes" if asked["dated"] else None}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and first > last:
            self.add_error("first", "The first day lies after the last.")
        return cleaned

    def place_from(self, *parts: str) -> tuple[datetime.date, int]:
        day, tie = parts
        return datetime.date.fromisoformat(day), int(tie)


class NewestFirstForm(ListForm):
    """The parameters of a list by day, newest first, in which what has no day stands last."""

    def cursor(self, *place: object) -> str:
        day, pk = place
        return super().cursor(day or "", pk)

    def place_from(self, *parts: str) -> tuple[datetime.date | None, int]:
        day, pk = parts
        return datetime.date.fromisoformat(day) if day else None, int(pk)


class SpeakerField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person, named by their address; `UNKNOWN` where nobody is named as the speaker."""

    def to_python(self, value: Any) -> Any:
        return UNKNOWN if value == UNKNOWN else super().to_python(value)


class StatementListForm(NewestFirstForm):
    """The parameters of the list of statements: company, speaker, role, partnership, kind, as_of,
    after."""

    company = brand_field("Spoken for")
    speaker = SpeakerField(
        Person.objects.all(),
        required=False,
        to_field_name="slug",
        label="Speaker",
        error_messages={"invalid_choice": "Nobody has this name in their address."},
    )
    role = forms.CharField(required=False, max_length=200, label="Speaking as")
    partnership = forms.ModelChoiceField(
        Partnership.objects.all(),
        required=False,
        to_field_name="slug",
        label="On",
        error_messages={"invalid_choice": "No partnership has this name in its address."},
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
        publisher = asked["publisher"]
        return asked | {
            "publisher": "" if publisher.casefold() == UNKNOWN else publisher or None,
            "text": asked["text"] == "kept" if asked["text"] else None,
            "dated": asked["dated"] == "yes" if asked["dated"] else None,
        }


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


def alliance_kind_field() -> forms.ChoiceField:
    kinds = ((value, capfirst(label)) for value, label in AllianceKind.choices)
    choices = [("", "Any kind"), *kinds, (UNKNOWN, "Kind not recorded")]
    return forms.ChoiceField(required=False, choices=choices, label="Kind")


def partnership_status_field() -> forms.TypedChoiceField:
    """Active are those that run: what was quiet for two years is a choice of its own."""
    return words_field("Status", "Any status", [*PartnershipStatus, "no end reported"])


class PartnershipListForm(ListForm):
    """The parameters of the list of partnerships: brand, kind, status, as_of, after."""

    brand = brand_field("Brand")
    kind = alliance_kind_field()
    status = partnership_status_field()


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


class LaunchListForm(ListForm):
    """The parameters of the calendar of launches: brand, status, outcome, month, as_of, after."""

    brand = brand_field("Brand")
    status = words_field("Status", "Any status", LaunchStatus)
    outcome = words_field("Promise", "Everything", OUTCOMES[:-1], **{NO_PROMISE: "No promise"})
    month = MonthField(required=False, label="Month")

    def place_from(self, *parts: str) -> tuple[int, int]:
        place, pk = parts
        return int(place), int(pk)


def order_field(**choices: str) -> forms.ChoiceField:
    """By what a table is in order, the first where nothing is asked."""
    return forms.ChoiceField(required=False, choices=list(choices.items()), label="Order")


class TallyForm(ListForm):
    """The parameters of a table of tallies: order, as_of, and after, the name of a row."""

    order = order_field()

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        first, _ = self.base_fields["order"].choices[0]  # type: ignore[attr-defined]
        return asked | {"order": asked["order"] or first}

    def place_from(self, *parts: str) -> Any:
        [name] = parts
        return name


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


class RumourListForm(ListForm):
    """The parameters of the list of rumours: publisher, outcome, as_of, after."""

    publisher = forms.CharField(required=False, max_length=200, label="Publisher")
    outcome = words_field("Outcome", "Everything", Fate)

    @property
    def asked(self) -> dict[str, Any]:
        asked = super().asked
        publisher = asked["publisher"]
        return {
            "publisher": "" if publisher.casefold() == UNKNOWN else publisher or None,
            "fate": asked["outcome"],
            "as_of": asked["as_of"],
        }

    def place_from(self, *parts: str) -> Any:
        [key] = parts
        return key


class PromiseListForm(ListForm):
    """The parameters of the list of promises: company or speaker, outcome, as_of, after."""

    company = brand_field("Company")
    speaker = forms.ModelChoiceField(
        Person.objects.all(),
        required=False,
        to_field_name="slug",
        label="Speaker",
        error_messages={"invalid_choice": "Nobody has this name in their address."},
    )
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

    def place_from(self, *parts: str) -> Any:
        [key] = parts
        return key


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
            raise ValidationError("Years go from 1800 to 2200.", code="year")


class NetworkForm(FilterForm):
    """The parameters of the network: brand, kind, status, year, as_of."""

    brand = brand_field("Around")
    kind = alliance_kind_field()
    status = partnership_status_field()
    year = YearField(required=False, label="Year")


class SearchForm(ListForm):
    """The parameters of search: q, kind, as_of, after."""

    q = forms.CharField(required=False, max_length=200, label="Words")
    kind = forms.ChoiceField(
        required=False, choices=[("", "Everything"), *SearchKind.choices], label="Kind"
    )

    def place_from(self, *parts: str) -> tuple[str, int, int]:
        kind, record, number = parts
        return kind, int(record), int(number)


class ListedField(forms.CharField):
    """What stands in an address under one name, perhaps several times: texts, none empty."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[str]:
        texts = value if isinstance(value, list | tuple) else filter(None, [value])
        return [text for text in map(super().clean, texts) if text]


class CompareForm(FilterForm):
    """The parameters of a comparison: brand, by its address, several times; name, a brand to add to
    these, by any of its names; until, a year; as_of."""

    FEWEST, MOST = 2, 6

    brand = ListedField(required=False, max_length=200, label="Brands")
    name = ListedField(required=False, max_length=200, label="Brand to add")
    until = YearField(required=False, label="Until")

    lists = frozenset({"brand", "name"})

    def clean_brand(self) -> list[str]:
        brands: list[str] = self.cleaned_data["brand"]
        twice = sorted({each for each in brands if brands.count(each) > 1})
        if twice:
            raise ValidationError(f"In the address twice: {', '.join(twice)}.", code="twice")
        return brands

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        number = len(cleaned.get("brand", []))
        if number > self.MOST or (0 < number < self.FEWEST and not cleaned.get("name")):
            self.add_error("brand", self.how_many(number))
        return cleaned

    def how_many(self, number: int) -> str:
        """Why so many brands cannot be compared."""
        return f"From two to six brands can be compared, and this address names {number}."

    @property
    def day(self) -> str:
        """The part of the address that asks for a day; empty for the record of today."""
        return urlencode({"as_of": as_of} if (as_of := self.data.get("as_of")) else {})

    def query(self, **more: str) -> str:
        asked = {"brand": self.cleaned_data["brand"], "as_of": self.data.get("as_of", "")} | more
        return urlencode({name: value for name, value in asked.items() if value}, doseq=True)
