"""What an article tells, in the words of filing: a frozen value for each kind of fact."""

from dataclasses import dataclass
from typing import TypeAlias

from partnerships.models import Citation, Company, Partnership, Person, ProductLaunch, Record
from partnerships.models.fields import TypedDate
from partnerships.models.vocabulary import ClaimCertainty, NameKind, ParticipantRole, StatementKind

# Start and end of each passage in the article's text (code points); none where it is not kept.
Passages: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class AlsoCalled:
    """A company by names that may be new for it: Leica as “Leica Camera AG”. Those that another
    company goes by are left out."""

    company: Company | str
    names: tuple[str, ...]


# A name alone is that of the company or person who goes by it, or else of a new one.
NamedCompany: TypeAlias = Company | AlsoCalled | str
NamedPerson: TypeAlias = Person | str


def company_of(named: NamedCompany) -> Company | str:
    """The company that is meant, or the name of a new one, whatever else it is called."""
    return named.company if isinstance(named, AlsoCalled) else named


@dataclass(frozen=True, slots=True)
class Participant:
    company: NamedCompany
    role: str = ParticipantRole.PARTNER


@dataclass(frozen=True, slots=True)
class ToldPartnership:
    """A cooperation; `known` says which one where several have the same companies."""

    participants: tuple[Participant, ...]
    passages: Passages
    kinds: tuple[str, ...] = ()
    scope: str = ""
    known: Partnership | None = None


@dataclass(frozen=True, slots=True)
class ToldParticipation:
    """One more company in a partnership."""

    partnership: Partnership | ToldPartnership
    participant: Participant
    passages: Passages


@dataclass(frozen=True, slots=True)
class ToldLaunch:
    """A product with one name; `known` says which one where several go by it, `new` that it is none
    of those."""

    name: str
    makers: tuple[NamedCompany, ...]
    passages: Passages
    name_kind: str = NameKind.OFFICIAL
    partnership: Partnership | ToldPartnership | None = None
    known: ProductLaunch | None = None
    new: bool = False


@dataclass(frozen=True, slots=True)
class ToldName:
    """One more name of a product."""

    launch: ProductLaunch | ToldLaunch
    name: str
    passages: Passages
    kind: str = NameKind.OFFICIAL


@dataclass(frozen=True, slots=True)
class ToldMilestone:
    """A step of a partnership or launch, with its day and the day that it promises."""

    subject: Partnership | ProductLaunch | ToldPartnership | ToldLaunch
    kind: str
    passages: Passages
    certainty: str = ClaimCertainty.STATED
    occurred: TypedDate | None = None
    due: TypedDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """Words that somebody said: those of the passages, each a segment. `text` only where the
    article's own is not kept."""

    passages: Passages
    speaker: NamedPerson | None = None
    company: NamedCompany | None = None
    role: str = ""
    said: TypedDate | None = None
    kind: str = StatementKind.DIRECT
    text: str = ""
    partnership: Partnership | ToldPartnership | None = None
    launch: ProductLaunch | ToldLaunch | None = None


Told: TypeAlias = (
    ToldPartnership | ToldParticipation | ToldLaunch | ToldName | ToldMilestone | ToldStatement
)


@dataclass(frozen=True, slots=True)
class Filed:
    """What came of it: the records, one for each that was told; those of all kinds that had to be
    made for it; and the citations that are new. Nothing new: all was recorded before."""

    records: list[Record]
    made: list[Record]
    citations: list[Citation]
