"""Choosing a record by typing a part of any of its names."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.db import models

LONGEST_KEY = 18  # digits: what both databases take for an id


def is_key(value: object) -> bool:
    """Whether it can be an id; what was typed into an address or a forged form often cannot."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY


class ChoicesView(AutocompleteJsonView):
    """Django's answer to what is typed, with labels that tell similar records apart."""

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        model_admin: Any = self.model_admin
        label = model_admin.choice_label(obj)
        return super().serialize_result(obj, to_field_name) | {"text": label}


class _ChosenOnly(AutocompleteMixin):
    """Renders what is chosen and nothing else; the rest comes when somebody types."""

    url_name = "%s:partnerships_choices"
    # Set by a form that has the chosen record in hand: each row of an inline saves one query.
    loaded: models.Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        widget: Any = self  # the mixin of a Select
        model_admin = widget.admin_site.get_model_admin(widget.field.remote_field.model)
        several = widget.allow_multiple_selected
        options = [] if several else [widget.create_option(name, "", "", False, 0)]
        for row in self._rows([str(each) for each in value if is_key(each)], model_admin.prefetch):
            label = model_admin.choice_label(row)
            options.append(widget.create_option(name, row.pk, label, True, len(options)))
        return [(None, options, 0)]

    def _rows(self, keys: list[str], prefetch: Sequence[Any]) -> list[models.Model]:
        if self.loaded is not None and keys == [str(self.loaded.pk)]:
            return [self.loaded]
        chosen: Any = self.choices
        return list(chosen.queryset.filter(pk__in=keys).prefetch_related(*prefetch)) if keys else []


class RecordSelect(_ChosenOnly, AutocompleteSelect):
    """Chooses one record."""


class RecordSelectMultiple(_ChosenOnly, AutocompleteSelectMultiple):
    """Chooses several records."""
