"""What the forms of all records share: constraints said beside the fields, refusals of recording,
the anchor of relative dates, addresses made of names."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import InlineForeignKeyField

from partnerships.admin.choices import RecordSelect
from partnerships.admin.dated import EdtfInput
from partnerships.admin.versions import Meeting, VersionField, removed_panel
from partnerships.models import Article, Revision, text
from partnerships.models.address import RESERVED, free_slug
from partnerships.models.fields import EdtfField, EdtfFormField


class RecordForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that says what recording will not take: broken constraints, also those over columns
    that follow from what is typed, and the `problems` for which it was refused just now.

    What others saved since its page was opened is merged in, and what clashes is shown; see
    `versions`. `removed` is the revision by which somebody removed the row that is typed here.
    """

    problems: ClassVar[Sequence[str]] = ()

    version = VersionField()

    meeting: Meeting | None = None
    removed: Revision | None = None
    clashing = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._anchor_dates()
        for name, field in self.fields.items():
            self._hand_over_chosen(name, field)
            if isinstance(field, forms.CharField):
                clean_as_recording_does(name, field)
        if self.instance.version:  # it was read from the database
            self.initial["version"] = self.instance.version
        if self.is_bound and self.instance.version:
            self.meeting = Meeting(self)

    def anchoring_article(self) -> Article | None:
        """The article by whose day the form's relative dates are read; the form knows which."""
        return None

    @property
    def facts(self) -> list[str]:
        """What the folded row of a stored record tells beside its name; the form knows what."""
        return []

    def clean(self) -> dict[str, Any]:
        super().clean()
        for problem in self.problems:
            self.add_error(None, problem)
        for name, clash in self._clashes():
            self.add_error(name, ValidationError(clash, code="clash"))
            self.clashing = True
        return self.cleaned_data

    def has_changed(self) -> bool:
        # Also as it was, it is entered again: that was chosen.
        return self.removed is not None or super().has_changed()

    def _clashes(self) -> Iterator[tuple[str | None, str]]:
        if self.removed is not None and self.data.get(self.add_prefix("keep")) != "mine":
            yield None, removed_panel(self.add_prefix("keep"), self.removed)
        if self.meeting is not None:
            yield from self.meeting.clashes()

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # the hook of Django after all cleaning
        if self.errors or not self.has_changed():
            return
        try:
            _derive(self.instance)
            self.instance.validate_constraints(exclude=self._parents_to_come())
        except ValidationError as error:
            self.add_error(None, error)

    def _anchor_dates(self) -> None:
        dated = {
            name: each for name, each in self.fields.items() if isinstance(each, EdtfFormField)
        }
        article = self.anchoring_article() if dated else None
        for name, field in dated.items():
            field.anchor = article.published_on if article else None
            if isinstance(field.widget, EdtfInput):
                field.widget.article = article
                field.widget.original = getattr(self.instance, f"{name}_words")

    def _parents_to_come(self) -> set[str]:
        """Of a row that is typed together with its new parent: the parent has no id yet."""
        return {
            name
            for name, field in self.fields.items()
            if isinstance(field, InlineForeignKeyField)
            and getattr(self.instance, f"{name}_id") is None
        }

    def _hand_over_chosen(self, name: str, field: forms.Field) -> None:
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, RecordSelect) and hasattr(self.instance, f"{name}_id"):
            relation: Any = self.instance._meta.get_field(name)
            widget.loaded = relation.get_cached_value(self.instance, None)


def clean_as_recording_does(name: str, field: forms.CharField) -> None:
    """What recording would take out is taken out before the form checks lengths and requirements;
    what recording would refuse is said beside the field."""
    convert = field.to_python

    def to_python(value: Any) -> Any:
        try:
            return convert(text.clean(name, value) if isinstance(value, str) else value)
        except text.TextError as error:
            raise ValidationError(str(error), code="text") from error

    field.to_python = to_python  # type: ignore[method-assign]


def _derive(row: models.Model) -> None:
    for field in row._meta.concrete_fields:
        if isinstance(field, EdtfField):
            field.derive(row)
    if hasattr(row, "derive"):
        row.derive()


class LinesField(forms.CharField):
    """A text of several lines; browsers send line ends of their own, which are no change."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(str(initial or "").strip(), data)


class SluggedForm(RecordForm):
    """A form that makes the record's address from its names where none is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text += " Left empty, it is made from the name."

    def slug_words(self) -> str:
        """What the address is made of; the form knows which."""
        return str(self.cleaned_data.get("name", ""))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.cleaned_data.get("slug") and "slug" not in self.errors:
            model, own = self._meta.model, self.instance.pk
            self.cleaned_data["slug"] = free_slug(model, self.slug_words(), own)
        return self.cleaned_data

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        if slug in RESERVED and slug != self.instance.slug:
            raise ValidationError("The site needs this address itself: take another.")
        return slug


def typed_in_rows(data: Any, prefix: str, name: str) -> Iterator[str]:
    """What is typed for one field in the rows of an inline, removed and empty rows left out."""
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    for number in range(min(int(total), 1000) if total.isdecimal() and len(total) < 9 else 0):
        value = data.get(f"{prefix}-{number}-{name}", "").strip()
        if value and not data.get(f"{prefix}-{number}-DELETE"):
            yield value
