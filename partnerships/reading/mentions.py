"""Which companies are named where: every capitalised name, what kind of thing it is, and whose."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from partnerships.reading.findings import Span
from partnerships.reading.people import FoundPerson
from partnerships.reading.text import Document

Kind: TypeAlias = Literal["company", "source", "person", "product", "place", "other"]
SURE = 2  # the evidence from which a company is one without being needed by another finding


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of the record, each with the number of the company that goes by it; a name with
    several numbers is ambiguous. Empty where the reader works cold."""

    companies: dict[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the text names, under all its forms.

    `name` is a company's shortest form. `score` is the number of independent reasons to take it
    for what `kind` says. A "source" is a company that is only named as such (“reports GSMArena”).
    """

    kind: Kind
    name: str
    score: int
    rule: str
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named; `run` is the whole capitalised name that it begins or
    ends: of “Leica M11” in the text the mention is “Leica”, the run “Leica M11”."""

    span: Span
    entity: int
    run: Span


@dataclass(frozen=True)
class Mentions:
    """All of them in the order of the text."""

    entities: tuple[Entity, ...] = ()
    all: tuple[Mention, ...] = ()

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Those that lie in the span."""
        first = bisect_left(self.all, span.start, key=lambda each: each.span.start)
        last = bisect_left(self.all, span.end, key=lambda each: each.span.start)
        return tuple(each for each in self.all[first:last] if each.span.end <= span.end)

    def companies_within(self, span: Span) -> tuple[Mention, ...]:
        """Those of companies, or of what may be one, that lie in the span."""
        kinds = {"company"}
        return tuple(each for each in self.within(span) if self.entities[each.entity].kind in kinds)

    def entity(self, mention: Mention) -> Entity:
        return self.entities[mention.entity]


def find_mentions(document: Document, people: Sequence[FoundPerson], known: KnownNames) -> Mentions:
    """Every name of the text, as what it is taken for."""
    return Mentions()
