"""The form that all kinds of facts have in common: its names are resolved, its passages placed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms

from partnerships import filing
from partnerships.admin.dated import EdtfInput
from partnerships.admin.entering.cited import Cited
from partnerships.admin.entering.fields import LONGEST_PASSAGE, PassageInput, place_field
from partnerships.admin.entering.placing import PlacingForm
from partnerships.admin.entering.questions import Asked, Group, Option, Shown, ShownGroup
from partnerships.admin.forms import clean_as_recording_does
from partnerships.admin.naming import NameField, meant
from partnerships.models import (
    Article,
    Partnership,
    ProductLaunch,
    name_key,
)
from partnerships.models.fields import EdtfFormField
from partnerships.models.vocabulary import (
    NameKind,
)

COMPANIES = ("company_1", "company_2", "company_3")


class EntryForm(PlacingForm):
    """A fact of the article. Names are resolved and passages are placed as the form is cleaned;
    what is in doubt is asked back, and nothing is guessed."""

    title: ClassVar[str]
    help: ClassVar[str] = ""
    groups: ClassVar[Sequence[Group]]

    passage = forms.CharField(
        label="Passage",
        help_text="Select the words in the text, or paste them here.",
        widget=PassageInput,
        max_length=LONGEST_PASSAGE,
        error_messages={"required": "Select or paste the words that say so."},
    )
    passage_place = place_field()

    def __init__(self, article: Article, cited: Cited, data: Any = None) -> None:
        self.article = article
        self.cited = cited
        self.asked: dict[str, list[Asked]] = {}
        self.meant: dict[str, Any] = {}  # by field: the record that a typed name stands for
        self.places: filing.Passages = ()
        super().__init__(data.copy() if data is not None else None)
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField):
                clean_as_recording_does(name, field)
        self._read_dates_by_the_article()
        if not article.text:
            self._leave_out_passages()
        self.prepare()

    def prepare(self) -> None:
        """Fill in what the article and the last entry tell."""

    def told(self) -> list[filing.Told]:
        """What is to be filed, of a form without errors."""
        raise NotImplementedError

    def refuse(self, problems: Iterable[str]) -> None:
        for problem in problems:
            self.add_error(None, problem)

    # As the page shows it

    def shown(self) -> list[ShownGroup]:
        return [
            ShownGroup(
                group.title,
                [[self._shown(name) for name in row if name in self.fields] for row in group.rows],
                group.folded,
                self._is_used(name for row in group.rows for name in row),
            )
            for group in self.groups
        ]

    def _shown(self, name: str) -> Shown:
        return Shown(self[name], self.asked.get(name, []))

    def _is_used(self, names: Iterable[str]) -> bool:
        return any(
            name in self.asked
            or name in self.errors
            or (self.is_bound and self.data.get(name) and self.data.get(name) != self[name].initial)
            or (not self.is_bound and self.initial.get(name))
            for name in names
            if name in self.fields
        )

    # Cleaning

    def _read_dates_by_the_article(self) -> None:
        for field in self.fields.values():
            if isinstance(field, EdtfFormField):
                field.anchor = self.article.published_on
                if isinstance(field.widget, EdtfInput):
                    field.widget.article = self.article

    def _leave_out_passages(self) -> None:
        for name in self.segments:
            del self.fields[name], self.fields[f"{name}_place"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.meant = {
            name: self.resolve(name)
            for name, field in self.fields.items()
            if isinstance(field, NameField)
        }
        self.places = self.find_places()
        return self.cleaned_data

    def resolve(self, name: str) -> Any:
        """The record that a typed name stands for, the name of a new one, or None."""
        words = self.cleaned_data.get(name, "")
        field = self.fields[name]
        assert isinstance(field, NameField)  # noqa: S101 - tells the type checker
        if not words:
            return None
        meaning = meant(field.kind, words)
        options = meaning.options()
        if not options:
            return meaning.known[0] if meaning.known else meaning.words
        asked = {value: label for value, (label, _) in options.items()}
        answer = self.ask(name, _which(field, words), asked)
        return options[answer][1] if answer else None

    def answer(self, chosen: Mapping[str, Any]) -> None:
        """Before anything is typed: answer whom the names that are filled in stand for, as it was
        chosen of each elsewhere."""
        for name, field in self.fields.items():
            words = str(self.initial.get(name, ""))
            if isinstance(field, NameField) and words in chosen and not self.is_bound:
                self._answer(name, field, filing.company_of(chosen[words]))

    def _answer(self, name: str, field: NameField, record: Any) -> None:
        words = self.initial[name]
        options = meant(field.kind, words).options()
        answers = (f"also-{record.pk}", f"is-{record.pk}")
        answer = next((each for each in answers if each in options), "")
        if answer:
            shown = [Option(value, label, value == answer) for value, (label, _) in options.items()]
            self.asked[name] = [Asked(f"{name}_means", _which(field, words), shown)]
        else:
            self.initial[name] = str(record)

    # Partnerships and launches that are chosen or named

    def choose_from(self, name: str, rows: dict[int, Any], last: Any) -> None:
        """Offer what the article is cited for; the one that was entered last is chosen."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        field.choices = [
            ("", "None, or named below"),
            *((str(pk), str(row)) for pk, row in rows.items()),
        ]
        if last and last.pk in rows:
            self.initial[name] = str(last.pk)

    def partnership_meant(self) -> Partnership | filing.ToldPartnership | None:
        """The one that is chosen, or that between the companies that are named."""
        chosen = self.cited.partnerships.get(int(self.cleaned_data.get("partnership") or 0))
        named = self.partnership_named("partnership")
        if chosen and named and named != chosen:
            self.add_error("partnership", "Choose one here or name its companies, not both.")
        return named or chosen

    def partnership_named(self, name: str) -> Partnership | filing.ToldPartnership | None:
        """That between the companies that are named, known or new; of several, `name` asks."""
        members = [
            filing.Participant(self.meant[each], self.cleaned_data.get(f"{each}_role", "partner"))
            for each in COMPANIES
            if self.meant.get(each)
        ]
        if not members:
            return None
        companies = [company_named(each.company) for each in members]
        if len(set(companies)) < max(2, len(companies)):
            if not set(COMPANIES) & set(self.errors):
                self.add_error(COMPANIES[1], "Name two different companies at least.")
            return None
        told = filing.ToldPartnership(tuple(members), self.places)
        if any(isinstance(each, str) for each in companies):
            return told
        known = Partnership.objects.of_exactly(each.pk for each in companies)
        found = {str(each.pk): each for each in known}
        if len(found) > 1:
            labels = {pk: f"{each}: {each.scope or each.slug}" for pk, each in found.items()}
            answer = self.ask(name, "These have several partnerships. Which one?", labels, "which")
            return found.get(answer)
        return next(iter(found.values()), told)

    def launch_meant(self) -> ProductLaunch | filing.ToldLaunch | None:
        """The one that is chosen, or that which goes by the name."""
        chosen = self.cited.launches.get(int(self.cleaned_data.get("launch") or 0))
        named = self.launch_named()
        if chosen and named and named != chosen:
            self.add_error("launch", "Choose one here or name it, not both.")
        return named or chosen

    def launch_named(self) -> ProductLaunch | filing.ToldLaunch | None:
        product = self.meant.get("product")
        if not isinstance(product, str):
            return product if isinstance(product, ProductLaunch) else None
        maker = self.meant.get("maker")
        if not maker:
            if "maker" not in self.errors:
                self.add_error("maker", f"“{product}” is new: who makes it?")
            return None
        kind = self.cleaned_data.get("product_kind") or NameKind.OFFICIAL
        return filing.ToldLaunch(product, (maker,), self.places, kind)


def _which(field: NameField, words: str) -> str:
    return f"Which {field.kind.noun} is “{words}”?"


def company_named(named: Any) -> Any:
    """What two inputs have in common that name one company: the record, or the key of its name."""
    if isinstance(named, str):
        return name_key(named)
    return filing.company_of(named)
