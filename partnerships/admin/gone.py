"""Records that somebody removed while another editor was typing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from partnerships.admin.choices import is_key
from partnerships.models import Record, Revision


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into one form: labels with words, ready to be copied."""

    title: str
    fields: Sequence[tuple[str, str]]


def last_removal(model: type[Record], pk: str) -> Revision | None:
    """The revision by which the record was removed; None where it is there or never was."""
    if not is_key(pk):
        return None
    kind = str(model._meta.model_name)
    last: Any = Revision.objects.filter(kind=kind, record=int(pk)).order_by("-number").first()
    if last is None or last.after is not None:
        return None
    return last if isinstance(last, Revision) else None


def typed_in(form: Any) -> Typed | None:
    """None where nothing was typed, or only a tick to remove the row."""
    fields = [(label, words) for label, words in _words(form) if words]
    title = str(form.instance._meta.verbose_name).capitalize()
    return Typed(title, fields) if fields else None


def _words(form: Any) -> Iterator[tuple[str, str]]:
    for bound in form.visible_fields():
        if bound.name != forms.formsets.DELETION_FIELD_NAME:
            yield str(bound.label), _in_words(bound.field, bound.data)


def _in_words(field: Any, value: Any) -> str:
    if isinstance(field, forms.BooleanField):
        return "yes" if value else "no"
    if isinstance(field, forms.ModelChoiceField):
        keys = [key for key in _listed(value) if is_key(key)]
        chosen: Any = field.queryset
        return ", ".join(map(str, chosen.filter(pk__in=keys)))
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        labels = {str(key): str(label) for key, label in choices}
        return ", ".join(labels.get(key, key) for key in _listed(value) if key)
    return str(value or "")


def _listed(value: Any) -> list[str]:
    return [str(each) for each in (value if isinstance(value, list | tuple) else [value or ""])]
