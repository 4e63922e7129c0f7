"""What a reading holds: each finding keeps its words, their place, and the rule that found them."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

PartnershipStatus: TypeAlias = Literal["rumoured", "announced", "active", "ended"]
LaunchStatus: TypeAlias = Literal["rumoured", "announced", "launched", "delayed", "cancelled"]


class Span(NamedTuple):
    """A place in the article's text: code points, half open.

    A tuple, for thousands of them are made, sorted and looked up in an article.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a finding states, with the words that state it.

    `value` is those words, or what follows from them: an EDTF date, a status, the name by which a
    company goes in this reading. `why` tells the reckoning where there is one.
    """

    value: str
    span: Span
    rule: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """A company with all forms by which the text calls it; `name` is the shortest of them."""

    name: str
    forms: tuple[Field, ...]  # one a form, where it stands first
    rule: str
    record: int | None = None  # of the known names, the record that goes by it


@dataclass(frozen=True, slots=True)
class Partnership:
    participants: tuple[Field, ...]  # values: names of companies of this reading
    status: Field  # value: a PartnershipStatus
    rule: str
    evidence: tuple[Span, ...]  # the words that state it, best first
    kinds: tuple[Field, ...] = ()  # values: as AllianceKind, such as "licensing"
    announced: Field | None = None  # EDTF: announced, or begun where the text gives no other day
    ended: Field | None = None  # EDTF
    scope: Field | None = None


@dataclass(frozen=True, slots=True)
class Launch:
    product: Field  # value: the shortest full name, or the noun phrase where it has none
    named: bool
    companies: tuple[Field, ...]  # values: names of companies; the maker first
    status: Field  # value: a LaunchStatus
    rule: str
    evidence: tuple[Span, ...]
    date: Field | None = None  # EDTF: launched on, or due where it is not launched yet
    partnership: frozenset[str] | None = None  # the participants of the partnership it came from
    same_as: Field | None = None  # value: the product of the launch that this is a name of


@dataclass(frozen=True, slots=True)
class Statement:
    segments: tuple[Span, ...]  # inside the quotation marks
    rule: str
    speaker: Field | None = None  # value: a person's full name, or a company's name
    role: Field | None = None
    company: Field | None = None  # value: the name of a company of this reading


@dataclass(frozen=True, slots=True)
class Person:
    name: Field  # value: the first full name that the text has
    forms: tuple[Span, ...]  # one a form by which the text calls them, where it stands first
    role: Field | None = None  # value: the words of the text
    company: Field | None = None  # value: the name of a company that the text names


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article, each kind in the order of the text."""

    text: str
    published: Field | None = None  # EDTF
    title: Field | None = None
    publisher: Field | None = None
    named_source: Field | None = None
    companies: tuple[Company, ...] = ()
    people: tuple[Person, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    launches: tuple[Launch, ...] = ()
    statements: tuple[Statement, ...] = ()
