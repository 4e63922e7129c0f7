"""What an editor enters from an article: a form for each kind of fact, cited with its passage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from partnerships import filing, passages
from partnerships.admin.dated import EdtfInput
from partnerships.admin.forms import clean_as_recording_does
from partnerships.admin.naming import NameField, meant
from partnerships.models import (
    Article,
    Citation,
    Partnership,
    ProductLaunch,
    Statement,
    listing,
    name_key,
)
from partnerships.models.fields import EdtfFormField, as_typed
from partnerships.models.text import TextError, clean_text
from partnerships.models.vocabulary import (
    LAUNCH_KINDS,
    PARTNERSHIP_KINDS,
    AllianceKind,
    ClaimCertainty,
    MilestoneKind,
    NameKind,
    ParticipantRole,
    StatementKind,
)

LONGEST_PASSAGE = 20_000  # characters
MOST_PLACES = 20  # to choose one of
COMPANIES = ("company_1", "company_2", "company_3")
SEGMENTS = ("passage", "passage_2", "passage_3")
NEW_COMPANIES = "Not in the list: a partnership between"
NEW_PRODUCT = "Not in the list: a product, by any of its names"


class Option(NamedTuple):
    """One answer to what a form asks back."""

    value: str
    label: str | SafeString
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks back about one of its fields."""

    name: str
    question: str
    options: list[Option]


class Shown(NamedTuple):
    """A field as its page shows it, with what is asked about it."""

    field: BoundField
    asked: list[Asked]


class Group(NamedTuple):
    """Fields that stand together, in rows; folded away where they are seldom needed."""

    title: str
    rows: Sequence[Sequence[str]]
    folded: bool = False


class ShownGroup(NamedTuple):
    title: str
    rows: list[list[Shown]]
    folded: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """What an article is cited for already: the partnerships and launches to choose from, and what
    was entered last, whose subject, company and day often serve again."""

    partnerships: dict[int, Partnership]
    launches: dict[int, ProductLaunch]
    last: Any = None

    @classmethod
    def of(cls, citations: Iterable[Citation], last: str) -> "Cited":
        """From all citations of the article; `last` is the id of one of them, as an address has
        it."""
        partnerships: dict[int, Partnership] = {}
        launches: dict[int, ProductLaunch] = {}
        claim = None
        for citation in sorted(citations, key=lambda each: each.pk):
            for partnership in filter(None, [_partnership(citation.claim)]):
                partnerships[partnership.pk] = partnership
            for launch in filter(None, [_launch(citation.claim)]):
                launches[launch.pk] = launch
            claim = citation.claim if str(citation.pk) == last else claim
        return cls(partnerships, launches, claim)

    @property
    def last_partnership(self) -> Partnership | None:
        launch = self.last_launch
        return _partnership(self.last) or (launch.partnership if launch else None)

    @property
    def last_launch(self) -> ProductLaunch | None:
        return _launch(self.last)

    @property
    def last_company(self) -> str:
        company = getattr(self.last, "company", None)
        return str(company.name) if company and isinstance(self.last, Statement) else ""


def _partnership(claim: Any) -> Partnership | None:
    found: Partnership | None = getattr(claim, "partnership", None)
    return found


def _launch(claim: Any) -> ProductLaunch | None:
    found: ProductLaunch | None = getattr(claim, "launch", None)
    return found


class PassageInput(AdminTextareaWidget):
    """The words; the script fills it from the text, and keeps their place beside it."""

    def __init__(self) -> None:
        super().__init__({"rows": 4, "data-passage": ""})


def _place() -> forms.CharField:
    return forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)


def _date(label: str, help_text: str) -> EdtfFormField:
    return EdtfFormField(label=label, help_text=help_text, required=False, widget=EdtfInput())


def _choice(
    choices: Iterable[tuple[str, str]], label: str, empty: str = "", **more: Any
) -> forms.ChoiceField:
    first = [("", empty)] if empty else []
    return forms.ChoiceField(choices=[*first, *choices], label=label, required=not empty, **more)


def _text(label: str, help_text: str = "", longest: int = 200) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=longest,
        widget=AdminTextInputWidget(),
    )


def _role() -> forms.ChoiceField:
    return _choice(ParticipantRole.choices, "as", initial=ParticipantRole.PARTNER)


def _labels(kinds: Iterable[MilestoneKind]) -> list[tuple[str, str]]:
    return [(kind.value, str(kind.label)) for kind in kinds]


class EntryForm(forms.Form):
    """A fact of the article. Names are resolved and passages are placed as the form is cleaned;
    what is in doubt is asked back, and nothing is guessed."""

    title: ClassVar[str]
    help: ClassVar[str] = ""
    groups: ClassVar[Sequence[Group]]
    segments: ClassVar[Sequence[str]] = SEGMENTS[:1]

    passage = forms.CharField(
        label="Passage",
        help_text="Select the words in the text, or paste them here.",
        widget=PassageInput,
        max_length=LONGEST_PASSAGE,
        error_messages={"required": "Select or paste the words that say so."},
    )
    passage_place = _place()

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
            name: self._meant(name)
            for name, field in self.fields.items()
            if isinstance(field, NameField)
        }
        self.places = self._places()
        return self.cleaned_data

    def _meant(self, name: str) -> Any:
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
        answer = self.ask(name, f"Which {field.kind.noun} is “{words}”?", asked)
        return options[answer][1] if answer else None

    def ask(self, name: str, question: str, options: dict[str, Any], about: str = "means") -> str:
        """The answer to what is asked back; empty, with the question as the field's error, where
        none is given yet. Of two questions about one field each is `about` something else, and an
        answer stays while the next is asked."""
        answer = self.data.get(f"{name}_{about}", "")
        answer = answer if answer in options else ""
        shown = [Option(value, label, value == answer) for value, label in options.items()]
        asked = Asked(f"{name}_{about}", question, shown)
        self.asked.setdefault(name, []).append(asked)
        if not answer:
            self.add_error(name, question)
        return str(answer)

    def _places(self) -> filing.Passages:
        names = [name for name in self.segments if self.cleaned_data.get(name)]
        return tuple(place for name in names if (place := self._place(name)))

    def _place(self, name: str) -> tuple[int, int] | None:
        """Where the words of the field stand in the text."""
        try:
            passage = clean_text(self.cleaned_data[name])
        except TextError as error:
            self.add_error(name, str(error))
            return None
        starts = self.article.places_of(passage)
        seen_at = self.cleaned_data.get(f"{name}_place") or ""
        if seen_at in {str(start) for start in starts}:
            return int(seen_at), int(seen_at) + len(passage)
        if len(starts) == 1:
            return starts[0], starts[0] + len(passage)
        if len(starts) > MOST_PLACES:
            self.add_error(
                name, f"This stands in the text {len(starts)} times: take more words around it."
            )
            return None
        if starts:
            question = f"This stands in the text {len(starts)} times. Which do you mean?"
            return self._chosen(name, question, [(each, each + len(passage)) for each in starts])
        return self._nearest(name, passage)

    def _nearest(self, name: str, passage: str) -> tuple[int, int] | None:
        text = self.article.text
        if same := passages.alike(text, passage)[:MOST_PLACES]:
            question = "The text writes this with other spaces, quotation marks or dashes:"
            return self._chosen(name, question, same)
        if near := passages.nearest(text, passage):
            return self._chosen(name, "The text has no such passage. The nearest is:", [near])
        self.add_error(name, "The text has no such passage, nor one that is near to it.")
        return None

    def _chosen(
        self, name: str, question: str, places: list[tuple[int, int]]
    ) -> tuple[int, int] | None:
        """The place that was chosen of several; its words then stand in the field."""
        options = {
            f"{start}-{end}": format_html(
                "{}<b>{}</b>{}", *passages.surrounded(self.article.text, start, end)
            )
            for start, end in places
        }
        answer = self.ask(name, question, options)
        if not answer:
            return None
        start, end = map(int, answer.split("-"))
        del self.asked[name]
        typed: Any = self.data  # a copy of its own
        typed[name], typed[f"{name}_place"] = self.article.text[start:end], str(start)
        return start, end

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
        companies = [_company(each.company) for each in members]
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


def _company(named: Any) -> Any:
    """What two inputs have in common that name one company: the record, or the key of its name."""
    if isinstance(named, str):
        return name_key(named)
    return filing.company_of(named)


class AboutPartnership(EntryForm):
    """Has a partnership: one that the article is cited for, or one by its companies."""

    partnership = _choice([], "Partnership", "None")
    company_1 = NameField("company", label="Company")
    company_2 = NameField("company", label="and")
    company_3 = NameField("company", label="and")

    def prepare(self) -> None:
        super().prepare()
        self.choose_from("partnership", self.cited.partnerships, self.cited.last_partnership)


class AboutLaunch(EntryForm):
    """Has a launch: one that the article is cited for, or one by its name."""

    launch = _choice([], "Launch", "None")
    product = NameField("launch", label="Product")
    product_kind = _choice(NameKind.choices, "Kind of name", initial=NameKind.OFFICIAL)
    maker = NameField("company", label="Maker", help_text="Only of a new product.")

    def prepare(self) -> None:
        super().prepare()
        last = self.cited.last
        # Words about a partnership are seldom about the product that was entered before them.
        again = isinstance(last, Statement) or not isinstance(self, StatementEntry)
        self.choose_from("launch", self.cited.launches, self.cited.last_launch if again else None)


class Happening(EntryForm):
    """Has a step, dated."""

    kind = _choice(_labels(MilestoneKind), "What happened", "Nothing is told")
    certainty = _choice(ClaimCertainty.choices, "How sure", initial=ClaimCertainty.STATED)
    occurred = _date("When", "As the article says: “today”, “about 2016”, “before 24 May 2022”.")
    due = _date("Promised for", "“by July this year”, “Q3 2022”. Empty where nothing is promised.")

    def happened(self, subject: Any) -> list[filing.Told]:
        """The step, where one is told."""
        if not self.cleaned_data.get("kind"):
            return []
        return [
            filing.ToldMilestone(
                subject,
                self.cleaned_data["kind"],
                self.places,
                self.cleaned_data["certainty"],
                self.cleaned_data["occurred"],
                self.cleaned_data["due"],
                self.cleaned_data.get("note", ""),
            )
        ]

    def check_kind(self, fitting: Sequence[MilestoneKind], noun: str) -> None:
        kind = self.cleaned_data.get("kind")
        if kind and kind not in fitting:
            labels = ", ".join(str(each.label) for each in fitting)
            self.add_error("kind", f"A {noun} is one of these: {labels}.")
        for name in ("occurred", "due"):
            if not kind and "kind" not in self.errors and self.cleaned_data.get(name):
                self.add_error("kind", "A day is given: say what happened.")
                break


WHAT_HAPPENED = Group("What happened to it", [("kind", "certainty"), ("occurred", "due")])


class PartnershipEntry(Happening):
    """A partnership with its companies, and what happened to it if the same words say so."""

    title = "Partnership"
    help = "Companies that work together. Known ones are found, new ones are made."
    groups = [
        Group("", [("passage",)]),
        Group("", [(name, f"{name}_role") for name in COMPANIES]),
        WHAT_HAPPENED,
        Group("Kinds and scope", [("kinds",), ("scope",)]),
    ]

    company_1 = NameField("company", label="Company", required=True)
    company_2 = NameField("company", label="Company", required=True)
    company_3 = NameField("company", label="Company")
    company_1_role, company_2_role, company_3_role = _role(), _role(), _role()
    kinds = forms.MultipleChoiceField(
        choices=AllianceKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="All that apply; they combine.",
    )
    scope = _text("Scope", "In two or three words: “mobile imaging”. No later events.")

    def prepare(self) -> None:
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "Nothing is told"),
            *_labels(PARTNERSHIP_KINDS),
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.of_partnership = self.partnership_named("company_1")
        self.check_kind(PARTNERSHIP_KINDS, "step of a partnership")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        known = self.of_partnership if isinstance(self.of_partnership, Partnership) else None
        members = tuple(
            filing.Participant(self.meant[each], self.cleaned_data[f"{each}_role"])
            for each in COMPANIES
            if self.meant[each]
        )
        partnership = filing.ToldPartnership(
            members,
            self.places,
            tuple(self.cleaned_data["kinds"]),
            self.cleaned_data["scope"],
            known,
        )
        # What happened is filed to the same partnership: it is there by then.
        return [partnership, *self.happened(partnership)]


class MilestoneEntry(Happening):
    """A step of a partnership or of a launch, which may be new themselves."""

    title = "Milestone"
    help = "Something that happened, or will, to a partnership or a product."
    groups = [
        Group("", [("passage",)]),
        Group("", [("about",), ("kind", "certainty"), ("occurred", "due"), ("note",)]),
        Group(NEW_COMPANIES, [COMPANIES], folded=True),
        Group(NEW_PRODUCT, [("product", "product_kind"), ("maker",)], folded=True),
    ]

    about = _choice([], "Of", "Named below")
    kind = _choice(_labels(MilestoneKind), "What happened")
    note = _text("Note", "In a sentence, what the article says; nothing that came later.", 2_000)
    company_1, company_2, company_3 = (
        NameField("company", label=label) for label in ("Company", "and", "and")
    )
    product = NameField("launch", label="Product")
    product_kind = _choice(NameKind.choices, "Kind of name", initial=NameKind.OFFICIAL)
    maker = NameField("company", label="Maker", help_text="Only of a new product.")

    def prepare(self) -> None:
        subjects = self._subjects()
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", "Named below"),
            *((key, str(row)) for key, row in subjects.items()),
        ]
        last = self.cited.last_launch or self.cited.last_partnership
        self.initial["about"] = next((key for key, row in subjects.items() if row == last), "")

    def _subjects(self) -> dict[str, Any]:
        return {
            f"{kind}-{pk}": row
            for kind, rows in (
                ("partnership", self.cited.partnerships),
                ("launch", self.cited.launches),
            )
            for pk, row in rows.items()
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        chosen = self._subjects().get(self.cleaned_data.get("about", ""))
        named = [self.partnership_named("company_1"), self.launch_named()]
        subjects = [each for each in (chosen, *named) if each]
        if len(subjects) > 1 and not all(each == subjects[0] for each in subjects):
            self.add_error("about", "A milestone is of one thing: choose it or name it, not both.")
        elif not subjects and not self.errors:
            self.add_error("about", "Choose what it is about, or name it below.")
        self.subject = subjects[0] if subjects else None
        if isinstance(self.subject, Partnership | filing.ToldPartnership):
            self.check_kind(PARTNERSHIP_KINDS, "step of a partnership")
        elif self.subject:
            self.check_kind(LAUNCH_KINDS, "step of a launch")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        return self.happened(self.subject)


class LaunchEntry(AboutPartnership, Happening):
    """A product with its name and makers, and what happened to it if the same words say so."""

    title = "Launch"
    help = "A product that is brought, or is to be brought, to market."
    groups = [
        Group("", [("passage",)]),
        Group("", [("product", "product_kind"), ("maker", "maker_2"), ("partnership",)]),
        WHAT_HAPPENED,
        Group(NEW_COMPANIES, [COMPANIES], folded=True),
    ]

    product = NameField(
        "launch",
        label="Name",
        required=True,
        help_text="As printed; where it has none, the words that stand for it.",
    )
    product_kind = _choice(NameKind.choices, "Kind of name", initial=NameKind.OFFICIAL)
    maker = NameField("company", label="Maker")
    maker_2 = NameField("company", label="Second maker")

    def prepare(self) -> None:
        super().prepare()
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "Nothing is told"),
            *_labels(LAUNCH_KINDS),
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self._tell_apart()
        self.launch_named()  # says where the maker of a new one is missing
        self.of_partnership = self.partnership_meant()
        self.check_kind(LAUNCH_KINDS, "step of a launch")
        return self.cleaned_data

    def _tell_apart(self) -> None:
        """Ask whether a known product is meant where it is said to be made by somebody else."""
        known, maker = self.meant.get("product"), _company(self.meant.get("maker"))
        if not isinstance(known, ProductLaunch) or not maker or "product" in self.asked:
            return
        if maker in known.makers.all():
            return
        makers = listing([each.name for each in known.makers.all()])
        options = {
            f"is-{known.pk}": f"The product of {makers}, made by {self.cleaned_data['maker']} too",
            "new": "Another product of the same name",
        }
        if self.ask("product", f"{makers} makes a product of this name.", options) == "new":
            self.meant["product"] = self.cleaned_data["product"]

    def told(self) -> list[filing.Told]:
        product = self.meant["product"]
        launch = filing.ToldLaunch(
            self.cleaned_data["product"],
            tuple(filter(None, [self.meant["maker"], self.meant["maker_2"]])),
            self.places,
            self.cleaned_data["product_kind"],
            self.of_partnership,
            product if isinstance(product, ProductLaunch) else None,
        )
        return [launch, *self.happened(launch)]


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
    passage_2_place, passage_3_place = _place(), _place()
    text = forms.CharField(
        label="Words",
        help_text="The words, verbatim and without quotation marks.",
        widget=AdminTextareaWidget(attrs={"rows": 3}),
    )
    speaker = NameField("person", label="Speaker")
    role = _text("Role", "As printed: “CEO”.")
    company = NameField("company", label="Spoken for")
    said = _date("Said", "Usually on the day of the article.")
    statement_kind = _choice(StatementKind.choices, "Kind", initial=StatementKind.DIRECT)

    def prepare(self) -> None:
        super().prepare()
        if self.article.text:
            del self.fields["text"]
        self.initial["said"] = as_typed(self.article.published)
        self.initial["company"] = self.cited.last_company

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


class ParticipationEntry(AboutPartnership):
    """One more company in a partnership."""

    title = "Participation"
    help = "One more company that takes part in a partnership."
    groups = [
        Group("", [("passage",)]),
        Group("", [("partnership",), ("company", "role")]),
        Group(NEW_COMPANIES, [COMPANIES], folded=True),
    ]

    company = NameField("company", label="Company", required=True)
    role = _role()

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.of_partnership = self.partnership_meant()
        if not self.of_partnership and not self.errors:
            self.add_error("partnership", "Choose the partnership, or name its companies.")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        assert self.of_partnership  # noqa: S101 - tells the type checker
        participant = filing.Participant(self.meant["company"], self.cleaned_data["role"])
        return [filing.ToldParticipation(self.of_partnership, participant, self.places)]


class NameEntry(AboutLaunch):
    """One more name of a product."""

    title = "Name of a product"
    help = "One more name that a product goes or went by."
    groups = [
        Group("", [("passage",)]),
        Group("", [("launch",), ("name", "name_kind")]),
        Group(NEW_PRODUCT, [("product", "product_kind"), ("maker",)], folded=True),
    ]

    name = forms.CharField(label="Name", max_length=200, widget=AdminTextInputWidget())
    name_kind = _choice(NameKind.choices, "Kind of name", initial=NameKind.RUMOURED)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.of_launch = self.launch_meant()
        if not self.of_launch and not self.errors:
            self.add_error("launch", "Choose the product, or name it below.")
        return self.cleaned_data

    def told(self) -> list[filing.Told]:
        assert self.of_launch  # noqa: S101 - tells the type checker
        kind = self.cleaned_data["name_kind"]
        return [filing.ToldName(self.of_launch, self.cleaned_data["name"], self.places, kind)]


ENTRIES: dict[str, type[EntryForm]] = {
    "partnership": PartnershipEntry,
    "milestone": MilestoneEntry,
    "launch": LaunchEntry,
    "statement": StatementEntry,
    "participation": ParticipationEntry,
    "name": NameEntry,
}
