"""The parameters that pages share: the day, the filters, the place in a list."""

import datetime
import json
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from partnerships.forms.fields import AsOfField


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


class NewestFirstForm(ListForm):
    """The parameters of a list by day, newest first, in which what has no day stands last."""

    def cursor(self, *place: object) -> str:
        day, pk = place
        return super().cursor(day or "", pk)

    def place_from(self, *parts: str) -> tuple[datetime.date | None, int]:
        day, pk = parts
        return datetime.date.fromisoformat(day) if day else None, int(pk)


class BetweenDaysForm(ListForm):
    """The parameters of a list that may be asked for between two days: it has fields `first` and
    `last`, from and to in the address."""

    parameters: ClassVar[dict[str, str]] = {"first": "from", "last": "to"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and first > last:
            self.add_error("first", "The first day lies after the last.")
        return cleaned


class NamedRowsForm(ListForm):
    """The parameters of a list whose rows have a name, or a key, that is their place."""

    def place_from(self, *parts: str) -> Any:
        [name] = parts
        return name
