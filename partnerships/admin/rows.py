"""The rows of an inline, when others added, removed or reordered rows since the page was opened."""

import re
from typing import Any

from django import forms
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet

from partnerships import history
from partnerships.admin.choices import is_key
from partnerships.admin.gone import last_removal
from partnerships.admin.versions import number, put, row_of
from partnerships.models import Record, Revision


class RecordFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows that are matched by their ids, not by their places.

    What arrives is lined up with the rows that are there now: those that others added are shown
    too. A row that others removed stays removed; where it was changed here, it stands among the
    new ones until the editor chooses.
    """

    # What Django's own types leave open.
    model: type[Record]
    data: Any
    prefix: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.removed: dict[int, tuple[Record, Revision]] = {}
        stored = self.instance.pk is not None and not self.save_as_new
        if self.is_bound and stored and self.management_form.is_valid():
            self._line_up()

    def total_form_count(self) -> int:
        """No more than what arrived could fill: a number is easily typed, a form is costly."""
        total = super().total_form_count()
        return min(total, len(self.data)) if self.is_bound else total

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if index in self.removed:
            # The id is that of no row now.
            form.fields["id"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        row, removal = self.removed.get(i, (None, None))
        if row is not None:
            kwargs["instance"] = row
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]  # Django's hook
        if removal is not None:
            form.removed, form.empty_permitted = removal, False
        return form

    def _line_up(self) -> None:
        """Number what arrived anew: the rows that are there in their order, then all others."""
        rows = list(self.get_queryset())
        places = range(self.total_form_count())
        keys = [self._posted_id(place) for place in places]
        first = self.initial_form_count()
        if None in keys[:first]:
            return  # Django refuses a row without its id.
        here = [row.pk for row in rows]
        if keys[:first] == here and not any(keys[first:]):
            return
        lined_up = [
            self._as_posted(keys.index(row.pk)) if row.pk in keys else self._as_stored(row)
            for row in rows
        ]
        for place in places:
            key = keys[place]
            if key is not None:
                removed = self._removed_meanwhile(place, key) if key not in here else None
                if removed is None:
                    continue
                self.removed[len(lined_up)] = removed
            lined_up.append(self._as_posted(place))
        self._write(lined_up, len(rows))

    def _posted_id(self, place: int) -> int | None:
        key = self.data.get(f"{self.add_prefix(place)}-id", "")
        return int(key) if is_key(key) else None

    def _as_posted(self, place: int) -> dict[str, list[str]]:
        start = f"{self.add_prefix(place)}-"
        return {
            key.removeprefix(start): self.data.getlist(key)
            for key in self.data
            if key.startswith(start)
        }

    def _as_stored(self, row: Record) -> dict[str, list[str]]:
        """What a browser sends of a row that nobody touched."""
        form = self.form(instance=row)
        data = self.data.copy()
        data.clear()
        for name in form.fields:
            put(data, form, name, form.get_initial_for_field(form.fields[name], name))
        data["id"] = str(row.pk)
        data[self.fk.name] = str(self.instance.pk)
        return {key: data.getlist(key) for key in data}

    def _removed_meanwhile(self, place: int, pk: int) -> tuple[Record, Revision] | None:
        """The row as it was when its page was opened, with the revision that removed it; None where
        it can stay removed."""
        removal = last_removal(self.model, str(pk))
        start = self.add_prefix(place)
        chosen = self.data.get(f"{start}-keep")
        if removal is None or chosen == "theirs" or self.data.get(f"{start}-DELETE"):
            return None
        said = history.since(removal.kind, removal.record, 1)
        base = number(self.data.get(f"{start}-version"), removal.number - 1) or removal.number - 1
        content = next((each.after for each in said if each.number == base), None) or said[-2].after
        row = row_of(self.model, removal.record, content or {})
        form = self.form(self.data, instance=row, prefix=start)
        return (row, removal) if chosen or form.has_changed() else None

    def _write(self, lined_up: list[dict[str, list[str]]], first: int) -> None:
        data = self.data.copy()
        mine = re.compile(rf"{re.escape(self.prefix)}-\d+-")
        for key in [key for key in data if mine.match(key)]:
            del data[key]
        for place, values in enumerate(lined_up):
            for name, value in values.items():
                data.setlist(f"{self.add_prefix(place)}-{name}", value)
        data[f"{self.prefix}-{TOTAL_FORM_COUNT}"] = str(len(lined_up))
        data[f"{self.prefix}-{INITIAL_FORM_COUNT}"] = str(first)
        self.data = data
        self.__dict__.pop("management_form", None)
