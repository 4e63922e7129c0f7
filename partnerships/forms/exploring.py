"""Pages that look across brands: the network, search, comparison."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError

from partnerships.forms.fields import (
    ListedField,
    YearField,
    alliance_kind_field,
    brand_field,
    partnership_status_field,
)
from partnerships.forms.filters import FilterForm, ListForm
from partnerships.models.vocabulary import SearchKind


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
        if number > self.MOST:
            self.add_error("brand", self.how_many(number))
        return cleaned

    def how_many(self, number: int) -> str:
        """Why so many brands cannot be compared."""
        return f"From two to six brands can be compared, and this address names {number}."

    def query(self, **more: str) -> str:
        asked = {"brand": self.cleaned_data["brand"], "as_of": self.data.get("as_of", "")} | more
        return urlencode({name: value for name, value in asked.items() if value}, doseq=True)
