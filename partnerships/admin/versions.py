"""Two editors of one record: what each changed since the page was opened, merged by field.

A form carries the version of the record that its page shows. Where the record has a later one when
the form arrives, what only the others changed is taken over, what only this editor changed stands,
and what both changed is a clash: shown with its three values until the editor chooses.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from partnerships import history
from partnerships.admin.choices import is_key
from partnerships.models import Record, Revision
from partnerships.models.fields import EdtfFormField
from partnerships.models.record import Content, content, kept_fields, kept_relations

MOST_DIGITS = 9  # of a version: what both databases take for one
UNVERSIONED = (
    "The page did not say which version of the record it shows, so nothing was saved. Look through "
    "it and save it again."
)


class VersionField(forms.CharField):
    """The version that the page shows; recording counts it, nobody types it."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


def number(text: object, most: int) -> int | None:
    """A version from 1 to `most`; None for anything else that may arrive in a form."""
    words = str(text)
    if not is_key(words) or len(words) > MOST_DIGITS:
        return None
    return int(words) if 1 <= int(words) <= most else None


class Meeting:
    """What a form brings and what others saved meanwhile. Making one rewrites the form's data: what
    only they changed is put in, and the version becomes that of the record now."""

    def __init__(self, form: Any) -> None:
        self.form = form
        self.row: Record = form.instance
        self.model = type(self.row)
        self.posted = number(self._sent("version"), self.row.version)
        self.merged: list[str] = []
        self.open: dict[str, int] = {}  # clashing fields, with the version before both changes
        self.refused_removal = False
        self.revisions: dict[int, Revision] = {}
        self.now: Content = {}
        if self.posted != self.row.version or any(map(self._before, form.fields)):
            self._meet()

    def clashes(self) -> Iterator[tuple[str | None, str]]:
        """Field, or None for the whole row, and what to show above it."""
        if self.posted is None:
            yield None, UNVERSIONED
        if self.refused_removal:
            yield None, self._removal_panel()
        for name, base in self.open.items():
            yield name, self._panel(name, base)

    def told(self) -> str:
        """Whose changes were taken over, to which fields; empty where there are none."""
        if not self.merged:
            return ""
        last = [self._changer(name, self.posted or 0) for name in self.merged]
        who = list(dict.fromkeys(each.batch.who for each in last if each))
        labels = ", ".join(self._label(name) for name in self.merged)
        return f"{self.row}: what {' and '.join(who)} changed meanwhile is kept ({labels})."

    # Comparing

    def _meet(self) -> None:
        names = [each for each in self.form.fields if each in _named(self.model)]
        bases = {name: self._base(name) for name in names}
        kind, pk = self.row.record_key
        first = min(filter(None, [self.posted, *bases.values()]), default=self.row.version)
        self.revisions = {each.number: each for each in history.since(kind, pk, first)}
        self.now = content(self.row)
        self.form.data = self.form.data.copy()
        if self.form.prefix and self._sent("DELETE"):
            self._meet_removal()
        else:
            for name in names:
                self._meet_field(name, bases[name])
        self.form.data[self.form.add_prefix("version")] = str(self.row.version)

    def _meet_field(self, name: str, base: int) -> None:
        """Of what is not the same, a choice that was made decides; then who changed it."""
        chosen = self._sent(f"{name}-keep") if self._before(name) else ""
        if self._is_as_now(name):
            self._take_theirs(name)
        elif chosen == "mine" and not self._changed_by_them(name, self.posted or 0):
            pass
        elif chosen == "theirs":
            self._take_theirs(name)
        elif not self._changed_by_them(name, base):
            pass
        elif not chosen and not self._changed_by_me(name, base):
            self._take_theirs(name)
            self.merged.append(name)
        else:
            self.open[name] = base

    def _meet_removal(self) -> None:
        """What was changed since it was last seen is shown once before it goes."""
        said = self._said(self.posted or 0)
        if said != self.now:
            self.refused_removal = True
            del self.form.data[self.form.add_prefix("DELETE")]
            for name in self.form.fields:
                if name in _named(self.model) and not self._changed_by_me(name, self.posted or 0):
                    self._take_theirs(name)

    def _is_as_now(self, name: str) -> bool:
        field, mine = self.form.fields[name], self.form[name].data
        if isinstance(field, EdtfFormField):
            try:
                return bool(_edtf(field.clean(mine)) == self.now[name])
            except forms.ValidationError:
                return False
        return not self._differs(name, self.now)

    def _changed_by_me(self, name: str, base: int) -> bool:
        said = self._said(base)
        return said is None or self._differs(name, said)

    def _differs(self, name: str, said: Content) -> bool:
        initial = _initial(self.model, name, said)
        return bool(self.form.fields[name].has_changed(initial, self.form[name].data))

    def _changed_by_them(self, name: str, base: int) -> bool:
        said = self._said(base)
        return said is None or any(said.get(each) != self.now[each] for each in self._group(name))

    def _take_theirs(self, name: str) -> None:
        put(self.form.data, self.form, name, _initial(self.model, name, self.now))

    def _group(self, name: str) -> list[str]:
        """A date and the words in which it was typed go together."""
        return [each for each in (name, f"{name}_words") if each in self.now]

    def _said(self, version: int) -> Content | None:
        revision = self.revisions.get(version)
        return revision.after if revision else None

    def _base(self, name: str) -> int:
        """The version before both changes; 0 where it is not known."""
        if self._before(name):
            return number(self._before(name), self.row.version) or 0
        return self.posted or 0

    def _before(self, name: str) -> str:
        return self._sent(f"{name}-before")

    def _sent(self, name: str) -> str:
        return str(self.form.data.get(self.form.add_prefix(name), ""))

    # Telling

    def _panel(self, name: str, base: int) -> SafeString:
        mine = {name: _plain(self.form, self.model, name)}
        before, theirs, own = history.in_words(self.model, name, self._said(base), self.now, mine)
        context = {
            "name": self.form.add_prefix(name),
            "label": self._label(name),
            "base": base,
            "known": self._said(base) is not None,
            "before": before,
            "theirs": theirs,
            "mine": own,
            "change": self._changer(name, base),
        }
        return render_to_string("admin/_clash.html", context)

    def _removal_panel(self) -> SafeString:
        later = [each for key, each in self.revisions.items() if key > (self.posted or 0)]
        return render_to_string("admin/_changed.html", {"told": history.told(later)})

    def _changer(self, name: str, base: int) -> Revision | None:
        """The last revision that changed the field."""
        last, said = None, self._said(base) or {}
        for version, revision in self.revisions.items():
            after = revision.after or {}
            if version > base and any(said.get(key) != after.get(key) for key in self._group(name)):
                last = revision
            said = after
        return last

    def _label(self, name: str) -> str:
        return str(self.form.fields[name].label or name)


def removed_panel(name: str, removal: Revision) -> SafeString:
    """What to show above a row that somebody removed while it was changed here; `name` is that of
    the choice."""
    return render_to_string("admin/_removed.html", {"name": name, "removal": removal})


def row_of(model: type[Record], pk: int, said: Content) -> Record:
    """The record as it was, not stored."""
    row = model()
    row.pk = pk
    for field in kept_fields(model):
        if field.name in said:
            setattr(row, field.attname, field.to_python(said[field.name]))
    return row


def put(data: Any, form: Any, name: str, value: Any) -> None:
    """Write a value into the data of a form as a browser would send it."""
    key, field = form.add_prefix(name), form.fields[name]
    shown = field.prepare_value(value)
    if isinstance(field, forms.BooleanField):
        data.setlist(key, ["on"] if shown else [])
        if not shown:
            del data[key]
    elif isinstance(shown, list | tuple):
        data.setlist(key, [str(each) for each in shown])
    else:
        data[key] = "" if shown is None else str(shown)


def _named(model: type[Record]) -> set[str]:
    return {field.name for field in kept_fields(model)} | set(kept_relations(model))


def _initial(model: type[Record], name: str, said: Content) -> Any:
    """What a form starts with where the record says this."""
    if name in kept_relations(model):
        return said.get(name) or []
    field: Any = model._meta.get_field(name)
    said = {name: said[name]} if said.get(name) is not None else {}
    return field.value_from_object(row_of(model, 0, said))


def _plain(form: Any, model: type[Record], name: str) -> Any:
    """What is typed, as a content has it, as far as it can be one."""
    mine, field = form[name].data, model._meta.get_field(name)
    if isinstance(mine, Sequence) and not isinstance(mine, str):
        keys = [int(each) for each in mine if is_key(each)]
        return keys if field.is_relation else " ".join(map(str, mine))
    if field.is_relation:
        return int(mine) if is_key(mine) else None
    return bool(mine) if isinstance(field, models.BooleanField) else mine


def _edtf(date: Any) -> str:
    return date.edtf if date else ""
