"""Columns that Django lacks: a date as a text states it, flags that combine, a public id."""

import datetime
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from partnerships import dates

PUBLIC_ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
PUBLIC_ID_LENGTH = 12

FIRST_DAY = datetime.date(dates.FIRST_YEAR, 1, 1)
LAST_DAY = datetime.date(dates.LAST_YEAR, 12, 31)


LANGUAGE_TAG = RegexValidator(
    r"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z", "A language tag looks like en or pt-BR."
)


def new_public_id() -> str:
    """Twelve characters nobody mixes up when reading them aloud; 30**12 of them."""
    return "".join(secrets.choice(PUBLIC_ID_ALPHABET) for _ in range(PUBLIC_ID_LENGTH))


class PublicIdField(models.CharField):  # type: ignore[type-arg]
    """The permanent name of a row that has no slug: in fixtures, exports and addresses."""

    default_validators = [RegexValidator(r"\A[a-z0-9]{12}\Z", "A public id is twelve characters.")]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": PUBLIC_ID_LENGTH, "unique": True, "editable": False}
        kwargs.setdefault("default", new_public_id)
        super().__init__(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class TypedDate(dates.EdtfDate):
    """A date with the words it was typed in, empty where these say no more than the date itself:
    "by July this year" says more, "4 July 2022" does not."""

    words: str = ""

    @classmethod
    def of(cls, typed: str, when: dates.EdtfDate) -> "TypedDate":
        words = " ".join(typed.split())
        known = {when.edtf.casefold(), dates.plain(when).casefold()}
        return cls(
            edtf=when.edtf,
            earliest=when.earliest,
            latest=when.latest,
            approximate=when.approximate,
            uncertain=when.uncertain,
            words="" if words.casefold() in known else words,
        )


class EdtfFormField(forms.CharField):
    """Takes EDTF or plain words; cleans to a `TypedDate`, or None when left empty.

    `anchor`, the day of the article, is set by the form: words such as "this year" need it.
    """

    anchor: dates.EdtfDate | None = None

    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        if not words:
            return None
        try:
            return TypedDate.of(words, dates.understand(words, self.anchor))
        except dates.DateError as error:
            raise ValidationError(str(error), code="date") from error

    def prepare_value(self, value: Any) -> Any:
        return as_typed(value) if isinstance(value, str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as it is shown: the stored EDTF text itself was never in the input."""
        return super().has_changed(self.prepare_value(initial), data)


def as_typed(edtf: str) -> str:
    """The date in words where they are understood as the same date, else the EDTF text.

    What is not EDTF is what somebody typed into a form that is shown again: it stays as it is.
    """
    try:
        when = dates.parse(edtf)
        words = dates.plain(when)
        return words if dates.understand(words) == when else edtf
    except dates.DateError:
        return edtf


class EdtfField(models.CharField):  # type: ignore[type-arg]
    """A date as EDTF text, with three columns beside it that are kept in step.

    `occurred` brings `occurred_words` (the original wording), `occurred_earliest` and
    `occurred_latest` (indexed days; earliest is empty where the start is open). One calculation
    serves drawing, sorting and filtering.
    """

    def __init__(
        self, *args: Any, companions: bool = True, single: bool = False, **kwargs: Any
    ) -> None:
        """`single`: one day, month or year, as an article has it; no span."""
        kwargs.setdefault("max_length", dates.LONGEST)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        self.companions = companions
        self.single = single
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        # A migration lists the companions by name; the field must not bring them a second time.
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"companions": False}

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any) -> None:
        super().contribute_to_class(cls, name, *args)
        if self.companions:
            label = self.verbose_name or name.replace("_", " ")
            words = models.CharField(
                f"{label}, original words", max_length=200, blank=True, editable=False
            )
            words.contribute_to_class(cls, f"{name}_words")
            for end in ("earliest", "latest"):
                day = models.DateField(f"{label}, {end} day", null=True, editable=False)
                day.contribute_to_class(cls, f"{name}_{end}")

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if value:
            try:
                dates.parse(value)
            except dates.DateError as error:
                raise ValidationError(str(error), code="date") from error
            if self.single and ("/" in value or value.startswith("[")):
                raise ValidationError("Write one day, month or year.", code="span")

    def derive(self, row: models.Model) -> None:
        """Bring the day columns in step with the text. Raises DateError where it is no date."""
        text = getattr(row, self.attname)
        when = dates.parse(text) if text else None
        setattr(row, f"{self.name}_earliest", when.earliest if when else None)
        setattr(row, f"{self.name}_latest", when.latest if when else None)

    def formfield(self, **kwargs: Any) -> Any:
        return EdtfFormField(
            required=not self.blank,
            label=(self.verbose_name or self.name).capitalize(),
            help_text=self.help_text,
            **({"widget": kwargs["widget"]} if "widget" in kwargs else {}),
        )

    def save_form_data(self, instance: models.Model, data: TypedDate | None) -> None:
        """The typed words are kept beside a new date; an old one keeps its own unless others are
        typed, for what its input showed was the date and not those words."""
        edtf, words = (data.edtf, data.words) if data else ("", "")
        if edtf != getattr(instance, self.attname) or words:
            setattr(instance, self.attname, edtf)
            setattr(instance, f"{self.name}_words", words)


def span_constraints(model: str, *names: str) -> list[models.BaseConstraint]:
    """What must hold of each date: in order, within 1800 to 2200, text and days in step."""
    return [constraint for name in names for constraint in _constraints_of_one(model, name)]


def _constraints_of_one(model: str, name: str) -> Iterable[models.BaseConstraint]:
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    label = name.replace("_", " ")
    yield models.CheckConstraint(
        name=f"{model}_{name}_in_order",
        condition=Q(**{f"{earliest}__isnull": True}) | Q(**{f"{earliest}__lte": models.F(latest)}),
        violation_error_message=f"The earliest day of “{label}” lies after its latest day.",
    )
    yield models.CheckConstraint(
        name=f"{model}_{name}_in_range",
        condition=Q(**{f"{earliest}__isnull": True}, **{f"{latest}__isnull": True})
        | Q(
            Q(**{f"{earliest}__isnull": True}) | Q(**{f"{earliest}__gte": FIRST_DAY}),
            **{f"{latest}__gte": FIRST_DAY, f"{latest}__lte": LAST_DAY},
        ),
        violation_error_message=f"“{label}” must lie in the years 1800 to 2200.",
    )
    yield models.CheckConstraint(
        name=f"{model}_{name}_text_and_days",
        condition=Q(**{name: "", f"{latest}__isnull": True})
        | (~Q(**{name: ""}) & Q(**{f"{latest}__isnull": False})),
        violation_error_message=f"“{label}” has text without days, or days without text.",
    )


class FlagsField(models.CharField):  # type: ignore[type-arg]
    """Values of a vocabulary that combine, stored as words with a space on either side.

    In Python a tuple in the vocabulary's order; `filter(kinds__has="licensing")` finds one.
    """

    def __init__(
        self, *args: Any, vocabulary: type[models.TextChoices] | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("max_length", 255)
        kwargs.setdefault("default", ())
        self.vocabulary = vocabulary
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: Any) -> tuple[str, ...]:
        return tuple((value or "").split())  # None where an outer join found no row

    def to_python(self, value: Any) -> tuple[str, ...]:
        words = value.split() if isinstance(value, str) else tuple(value or ())
        if self.vocabulary is None:
            return tuple(words)
        known = [str(each) for each in self.vocabulary.values]
        return tuple(
            sorted(
                dict.fromkeys(words), key=lambda w: (w not in known, w in known and known.index(w))
            )
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise ValidationError("Choose at least one kind.", code="required")
        unknown = [word for word in value if self.vocabulary and word not in self.vocabulary.values]
        if unknown:
            raise ValidationError(f"Unknown: {', '.join(unknown)}.", code="invalid_choice")

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.get_prep_value(value))

    def get_prep_value(self, value: Any) -> str:
        words = self.to_python(value)
        return f" {' '.join(words)} " if words else ""

    def value_to_string(self, obj: models.Model) -> str:
        return " ".join(self.value_from_object(obj))

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=self.vocabulary.choices if self.vocabulary else (),
            required=not self.blank,
            label=(self.verbose_name or self.name).capitalize(),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


@FlagsField.register_lookup
class Has(models.lookups.Contains):
    """`kinds__has="licensing"`: the flag is set."""

    lookup_name = "has"

    def get_prep_lookup(self) -> str:
        return f" {self.rhs} "

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        # Databases have an operator by the name of the lookup that this one is.
        return str(connection.operators[models.lookups.Contains.lookup_name] % rhs)
