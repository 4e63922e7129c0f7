"""Names that look like another's: pointed out, and confirmed by the editor where they are not."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms

from partnerships.admin.forms import SluggedForm, typed_in_rows
from partnerships.admin.merging import Mergeable
from partnerships.models import CompanyName, Person, name_key
from partnerships.models.names import skeleton


class NamedForm(SluggedForm):
    """A form that asks once more where a new name cannot be told from another one by eye: “Аpple”
    with a Cyrillic А. The box to confirm it is shown only then."""

    is_another = forms.BooleanField(
        label="It is another",
        required=False,
        widget=forms.HiddenInput,
        help_text="The name looks like that of another record, and is meant for this one.",
    )

    confirmed = ""  # what the editor confirmed, for the history

    def typed_names(self) -> Iterator[str]:
        """The names that are new."""
        if "name" in self.changed_data:
            yield str(self.cleaned_data.get("name", ""))

    def other_names(self) -> Iterable[tuple[str, str]]:
        """The names of other records, each with what its record is called."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        super().clean()
        alike = self._look_alikes()
        if alike:
            self.fields["is_another"].widget = forms.CheckboxInput()
            told = "; ".join(f"“{name}” looks like “{other}”" for name, other in alike)
            if self.cleaned_data.get("is_another"):
                self.confirmed = f"Confirmed: {told}, and is another."
            else:
                self.add_error("name", f"{told}. If it is another, tick the box that says so.")
        return self.cleaned_data

    def _look_alikes(self) -> list[tuple[str, str]]:
        typed = [name for name in self.typed_names() if name]
        if not typed:
            return []
        others = {skeleton(name): (name, of) for name, of in self.other_names()}
        found = ((name, others.get(skeleton(name))) for name in typed)
        return [
            (name, other[0] if other[0] == other[1] else f"{other[0]} ({other[1]})")
            for name, other in found
            if other and self.differs(name, other[0])
        ]

    def differs(self, name: str, other: str) -> bool:
        """Whether the two are to be told apart; one name is refused or allowed by the record."""
        return name_key(name) != name_key(other)


class CompanyForm(NamedForm):
    """A company: the forms of its name that are typed below it count too."""

    def typed_names(self) -> Iterator[str]:
        yield from super().typed_names()
        if "legal_name" in self.changed_data:
            yield str(self.cleaned_data.get("legal_name", ""))
        known = {each.key for each in self.instance.names.all()} if self.instance.pk else set()
        for name in typed_in_rows(self.data, "names", "name"):
            if name_key(name) not in known:
                yield name

    def other_names(self) -> Iterable[tuple[str, str]]:
        others = CompanyName.objects.exclude(company=self.instance.pk)
        return others.values_list("name", "company__name")


class PersonForm(NamedForm):
    """A person: two may have one name, but seldom do."""

    def other_names(self) -> Iterable[tuple[str, str]]:
        others = Person.objects.exclude(pk=self.instance.pk)
        return ((name, name) for name in others.values_list("name", flat=True))

    def differs(self, name: str, other: str) -> bool:
        return True


class NamedAdmin(Mergeable):
    """The pages of records whose names are compared; what was confirmed is kept in the history."""

    def batch_comment(self, form: Any) -> str:
        return str(form.confirmed)
