"""What a form asks back, and how its fields stand on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.forms import BoundField
from django.utils.safestring import SafeString


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
