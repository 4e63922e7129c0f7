"""Records typed by name: what is meant is shown while an editor types, and asked where in doubt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from partnerships import filing
from partnerships.models import (
    Company,
    Person,
    ProductLaunch,
    listing,
    name_key,
)
from partnerships.models.text import TextError, clean_name

ADDRESS = "admin:partnerships_named"
MOST_SUGGESTED = 300


def _company_label(company: Company) -> str:
    return f"{company.name} ({company.legal_name})" if company.legal_name else company.name


def _launch_label(launch: ProductLaunch) -> str:
    makers = listing([each.name for each in launch.makers.all()])
    return f"{launch}, by {makers}" if makers else str(launch)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record that is typed by name; `also` where it can go by further names."""

    noun: str
    model: Any
    called: Callable[[str], list[Any]]
    label: Callable[[Any], str]
    also: bool = False


KINDS = {
    "company": Kind("company", Company, filing.companies_called, _company_label, also=True),
    "person": Kind("person", Person, filing.people_called, str),
    "launch": Kind("product", ProductLaunch, filing.launches_called, _launch_label),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The records that go by a name; where none does, those whose name is very near."""

    kind: Kind
    words: str
    known: list[Any]
    near: list[Any]

    def options(self) -> dict[str, tuple[str, Any]]:
        """What to ask: by the value of each answer its label and what it stands for; nothing where
        there is no doubt."""
        if len(self.known) > 1:
            return {f"is-{row.pk}": (self.kind.label(row), row) for row in self.known}
        options: dict[str, tuple[str, Any]] = {}
        for row in self.near:
            options[f"is-{row.pk}"] = (self.kind.label(row), row)
            if self.kind.also:
                label = f"{self.kind.label(row)}; remember “{self.words}” as a name of it"
                options[f"also-{row.pk}"] = (label, filing.AlsoCalled(row, (self.words,)))
        if self.near:
            options[f"new-{name_key(self.words)}"] = (f"A new {self.kind.noun}", self.words)
        return options

    @property
    def line(self) -> str:
        """What is understood, in a sentence or less."""
        if len(self.known) == 1:
            return self.kind.label(self.known[0])
        if self.known or self.near:
            found = [self.kind.label(row) for row in self.known or self.near]
            told = "Several go by this name" if self.known else "Not known, but nearly"
            return f"{told}: {'; '.join(found)}. You will be asked."
        return f"New {self.kind.noun}: will be made."


def meant(kind: Kind, words: str) -> Meaning:
    """What a typed name means. Raises TextError where it cannot be one."""
    name = clean_name(words)
    known = kind.called(name)
    return Meaning(kind, name, known, [] if known else filing.near(kind.model, [name])[name])


class NamedForm(forms.Form):
    """What the page asks while a name is typed: the kind, and the field that holds it."""

    of = forms.ChoiceField(choices=[(each, each) for each in KINDS])
    field = forms.CharField(max_length=40)

    @property
    def line(self) -> str:
        return understood(self.cleaned_data["of"], self.data.get(self.cleaned_data["field"], ""))

    @property
    def suggested(self) -> dict[str, Any] | None:
        """Names with what is typed in them, where there are too many to have them all at hand."""
        of = self.cleaned_data["of"]
        known = filing.name_forms(KINDS[of].model)
        if len(known) <= MOST_SUGGESTED:
            return None
        key = name_key(self.data.get(self.cleaned_data["field"], ""))
        return {"id": list_id(of), "names": _names(f for f in known if key in name_key(f.name))}


def understood(of: str, words: str) -> str:
    """What a typed name means, or why it is none; empty for no words."""
    if not words.strip():
        return ""
    try:
        return meant(KINDS[of], words).line
    except TextError as error:
        return str(error)


def suggestions() -> list[dict[str, Any]]:
    """The lists of names that the inputs of a page suggest, one for each kind."""
    return [
        {"id": list_id(of), "names": _names(filing.name_forms(kind.model))}
        for of, kind in KINDS.items()
    ]


def list_id(of: str) -> str:
    return f"names-of-{of}"


def _names(found: Iterable[filing.Form]) -> list[str]:
    return sorted({form.name for form in found}, key=name_key)[:MOST_SUGGESTED]


class NameInput(AdminTextInputWidget):
    """A name, with known ones suggested and what it means beside it, which htmx keeps fresh."""

    def __init__(self, of: str) -> None:
        super().__init__({"class": "vTextField", "autocomplete": "off", "list": list_id(of)})
        self.of = of

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        asking = {
            "hx-get": f"{reverse(ADDRESS)}?of={self.of}&field={name}",
            "hx-trigger": "input changed delay:300ms, change",
            "hx-target": "next .understood",
            "hx-swap": "outerHTML",
            "hx-sync": "this:queue last",
        }
        return format_html(
            "{}{}",
            super().render(name, value, {**(attrs or {}), **asking}, renderer),
            render_to_string(
                "admin/_understood.html", {"understood": understood(self.of, value or "")}
            ),
        )


class NameField(forms.CharField):
    """Takes the name of a record of one kind, as it is or will be called; cleans to a name."""

    def __init__(self, of: str, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(max_length=200, widget=NameInput(of), **kwargs)
        self.kind = KINDS[of]

    def clean(self, value: Any) -> str:
        try:
            return clean_name(str(super().clean(value)))
        except TextError as error:
            raise ValidationError(str(error)) from error
