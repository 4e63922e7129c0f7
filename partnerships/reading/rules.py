"""A rule by which something is found: its name, what it says to an editor, and two examples."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """`finds` is a text in which it must find something, `refuses` one in which it must not."""

    name: str
    says: str
    finds: str
    refuses: str
