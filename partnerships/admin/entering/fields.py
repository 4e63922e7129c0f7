"""The fields that several forms of an article have."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from partnerships.admin.dated import EdtfInput
from partnerships.models.fields import EdtfFormField
from partnerships.models.vocabulary import (
    MilestoneKind,
    ParticipantRole,
)

LONGEST_PASSAGE = 20_000  # characters


class PassageInput(AdminTextareaWidget):
    """The words; the script fills it from the text, and keeps their place beside it."""

    def __init__(self) -> None:
        super().__init__({"rows": 4, "data-passage": ""})


def place_field() -> forms.CharField:
    """Hidden: where in the text the script found the words of a passage."""
    return forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)


def date_field(label: str, help_text: str) -> EdtfFormField:
    """A date in plain words, with what was understood of it beside it."""
    return EdtfFormField(label=label, help_text=help_text, required=False, widget=EdtfInput())


def choice_field(
    choices: Iterable[tuple[str, str]], label: str, empty: str = "", **more: Any
) -> forms.ChoiceField:
    """One of the choices; none of them only where `empty` says what that means."""
    first = [("", empty)] if empty else []
    return forms.ChoiceField(choices=[*first, *choices], label=label, required=not empty, **more)


def text_field(label: str, help_text: str = "", longest: int = 200) -> forms.CharField:
    """A line of text that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=longest,
        widget=AdminTextInputWidget(),
    )


def role_field() -> forms.ChoiceField:
    """As what a company takes part in a partnership."""
    return choice_field(ParticipantRole.choices, "as", initial=ParticipantRole.PARTNER)


def labels(kinds: Iterable[MilestoneKind]) -> list[tuple[str, str]]:
    """Kinds of milestones as the choices of a field."""
    return [(kind.value, str(kind.label)) for kind in kinds]
