"""Two records of one thing become one: what the editor chose of each stays, all that rested on the
one that goes rests on the other, and its address leads there. One batch, so that it can be undone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from rapidfuzz import fuzz

from partnerships import recording
from partnerships.models import (
    Batch,
    Citation,
    Claim,
    Company,
    CompanyName,
    FormerAddress,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Record,
)
from partnerships.models.names import bare_key, skeleton
from partnerships.models.record import columns, kept_fields
from partnerships.models.vocabulary import ClaimRank, NameKind, ParticipantRole, Source

Merged: TypeAlias = Company | Person | Partnership | ProductLaunch
M = TypeVar("M", Company, Person, Partnership, ProductLaunch)

MERGED = "merged"  # the choice of a field's value that is not the kept record's own

# What rests on a record of each kind: the relation, and the foreign key that it comes by.
RESTING: dict[type[Record], dict[str, str]] = {
    Company: {
        "names": "company",
        "participations": "company",
        "statements": "company",
        "brands": "part_of",
        "former_addresses": "company",
    },
    Person: {"statements": "speaker", "former_addresses": "person"},
    Partnership: {
        "participations": "partnership",
        "milestones": "partnership",
        "launches": "partnership",
        "statements": "partnership",
        "former_addresses": "partnership",
    },
    ProductLaunch: {
        "names": "launch",
        "milestones": "launch",
        "statements": "launch",
        "former_addresses": "launch",
    },
}
# Rows of which a record has one for each value of the column.
ONCE: dict[tuple[type[Record], str], str] = {
    (Company, "names"): "key",
    (Company, "participations"): "partnership_id",
    (Partnership, "participations"): "company_id",
}
ADDRESSED_BY: dict[type[Record], str] = {
    Company: "company",
    Person: "person",
    Partnership: "partnership",
    ProductLaunch: "launch",
}

NEAR = 80.0  # of 100: a name of five letters may differ in one
NEAR_LAUNCH = 88.0  # products of one maker are called alike: “P30” is not “P30 Pro”
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which the two records differ, with what each of them says."""

    name: str
    label: str
    kept: Any
    merged: Any

    @property
    def suggested(self) -> str:
        """What most editors want: the kept record's value, unless it has none."""
        return "kept" if self.kept else MERGED


@dataclass(frozen=True, slots=True)
class Moving:
    """How many rows of a kind come to the kept record."""

    label: str
    count: int


def choices(kept: M, merged: M) -> list[Choice]:
    """The fields that differ, in the order of the model."""
    ours, theirs = columns(kept), columns(merged)
    return [
        Choice(
            field.name,
            str(field.verbose_name),
            getattr(kept, field.name),
            getattr(merged, field.name),
        )
        for field in kept_fields(type(kept))
        if ours[field.name] != theirs[field.name] and not _is_lost(field.name, kept, merged)
    ]


def moving(merged: Merged) -> list[Moving]:
    """What would come to the kept record."""
    found = []
    for relation in RESTING[type(merged)]:
        rows = getattr(merged, relation)
        found.append(Moving(_label(rows.model), rows.count()))
    if isinstance(merged, Company):
        found.append(Moving("product launches made", merged.launches.count()))
    if isinstance(merged, ProductLaunch):
        found.append(Moving("makers", merged.makers.count()))
    return [each for each in found if each.count]


def _label(model: type[Record]) -> str:
    """“name forms” for the names of a company, else the plural of the model."""
    return {CompanyName: "name forms", Company: "brands"}.get(
        model, str(model._meta.verbose_name_plural)
    )


def problems(kept: M, merged: M) -> list[str]:
    """Why the two cannot become one, a sentence each."""
    if type(kept) is not type(merged) or kept.pk == merged.pk:
        return ["Choose another record of the same kind."]
    if isinstance(kept, Company):
        return [
            f"{each.title} work with each other in {each.slug}: as one company, it would be alone "
            "there. Correct or remove that partnership first."
            for each in Partnership.objects.filter(participations__company=kept)
            .filter(participations__company=merged)
            .prefetch_related("participations__company")
            if len(each.participations.all()) == 2
        ]
    return []


def merge(
    kept: M,
    merged: M,
    chosen: Mapping[str, str],
    actor: Any,
    source: Source = Source.ADMIN,
) -> Batch:
    """Let `merged` go into `kept`; `chosen` says by field “kept” or “merged”, and kept's own value
    stays where it says nothing.

    Raises Refused where a rule of the record forbids it, Stale where one of the two is no longer
    what was read.
    """
    against = problems(kept, merged)
    if against:
        raise recording.Refused(against)
    values = {
        each.name: each.merged for each in choices(kept, merged) if chosen.get(each.name) == MERGED
    }
    _refuse_circles(kept, merged, values)
    called, key = _called(merged), merged.record_key
    dropped = (kept.slug, _called(kept)) if "slug" in values else (merged.slug, called)
    comment = f"Merged {called} into {_called(kept)}"[:300]
    with recording.batch(actor, source, comment) as writer:
        if isinstance(kept, Company) and kept.part_of_id == merged.pk:
            kept.part_of = None
            writer.record(kept)
        for relation, foreign_key in RESTING[type(kept)].items():
            for row in getattr(merged, relation).all():
                _move(writer, row, kept, relation, foreign_key)
        makers = _makers(writer, kept, merged)
        writer.remove(merged)
        writer.changes[key].label = called
        for name, value in values.items():
            setattr(kept, name, value)
        writer.record(kept)
        if makers:
            writer.link(kept, "makers", makers)
        _undone_before_the_merged(writer, kept)
        _lead_here(writer, kept, *dropped)
    assert writer.kept is not None
    return writer.kept


def possibly_same(record: M, most: int = 5) -> list[M]:
    """Other records of the kind that may be the same thing, the likeliest first."""
    found: Any
    match record:
        case Company():
            found = _companies_like(record)
        case Person():
            found = _people_like(record)
        case Partnership():
            found = _partnerships_like(record)
        case ProductLaunch():
            found = _launches_like(record)
    likeliest = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:most]
    rows = type(record)._base_manager.in_bulk([pk for pk, _ in likeliest])
    return [rows[pk] for pk, _ in likeliest]


def _called(record: Record) -> str:
    return str(record)[:200]


def _is_lost(name: str, kept: Record, merged: Record) -> bool:
    """A company that is part of the other would be part of itself."""
    return name == "part_of" and (
        getattr(kept, "part_of_id", None) == merged.pk
        or getattr(merged, "part_of_id", None) == kept.pk
    )


def _refuse_circles(kept: Merged, merged: Merged, values: Mapping[str, Any]) -> None:
    if not isinstance(kept, Company):
        return
    parent = values.get("part_of", kept.part_of)
    parent = None if parent == merged else parent
    seen: set[int] = set()
    while parent is not None and parent.pk not in seen:
        if parent.pk in {kept.pk, merged.pk}:
            raise recording.Refused(
                [f"{kept} would be part of itself: correct first what is part of what."]
            )
        seen.add(parent.pk)
        parent = parent.part_of


def _move(
    writer: recording.Writer, row: Any, kept: Merged, relation: str, foreign_key: str
) -> None:
    """Let the row rest on the kept record, or go into the one that stands there in its place."""
    twin = _twin(row, kept, relation)
    if twin is not None:
        if isinstance(row, Claim):
            _unite_citations(writer, row, twin)
        _unite(writer, row, twin)
        writer.remove(row)
        return
    setattr(row, foreign_key, kept)
    if isinstance(row, Milestone) and row.rank == ClaimRank.PREFERRED:
        _step_back(row, kept)
    writer.record(row)


def _twin(row: Any, kept: Merged, relation: str) -> Any:
    """What the kept record has in the row's place, where it can have only one."""
    there = getattr(kept, relation)
    if isinstance(row, ProductName):
        return there.called(row.name, row.kind).first()
    column = ONCE.get((type(kept), relation))
    return there.filter(**{column: getattr(row, column)}).first() if column else None


def _unite(writer: recording.Writer, row: Any, twin: Any) -> None:
    """The twin says the more of the two. Raises Refused where they say different things."""
    if isinstance(row, Participation) and row.role != twin.role:
        if ParticipantRole.PARTNER not in {row.role, twin.role}:
            roles = f"{row.get_role_display()} in one and as {twin.get_role_display()} in the other"
            raise recording.Refused([f"{row.company} takes part as {roles}: correct one first."])
        twin.role = row.role if twin.role == ParticipantRole.PARTNER else twin.role
    elif isinstance(row, ProductName):
        twin.kind = min(row.kind, twin.kind, key=NameKind.values.index)
    elif isinstance(row, CompanyName):
        twin.ambiguous = twin.ambiguous or row.ambiguous
    writer.record(twin)


def _unite_citations(writer: recording.Writer, row: Any, twin: Any) -> None:
    """The twin is cited by what cited either; what would cite it twice goes with the row."""
    there = {_place(each) for each in twin.citations.all()}
    for citation in row.citations.all():
        if _place(citation) not in there:
            setattr(citation, twin.citation_field, twin)
            writer.record(citation)


def _place(citation: Citation) -> tuple[int, int | None, int | None]:
    return citation.article_id, citation.start, citation.end


def _step_back(row: Milestone, kept: Any) -> None:
    """Where the kept record prefers a claim of the kind, that one stays preferred."""
    preferred = kept.milestones.filter(rank=ClaimRank.PREFERRED)
    if preferred.filter(kind=row.kind, certainty=row.certainty).exists():
        row.rank, row.rank_reason = ClaimRank.NORMAL, ""


def _makers(writer: recording.Writer, kept: Merged, merged: Merged) -> set[int]:
    """The makers of two launches that become one; a company takes the other's place as maker."""
    if isinstance(kept, ProductLaunch) and isinstance(merged, ProductLaunch):
        both = (kept, merged)
        return {pk for each in both for pk in each.makers.values_list("pk", flat=True)}
    if isinstance(kept, Company) and isinstance(merged, Company):
        for launch in merged.launches.all():
            makers = set(launch.makers.values_list("pk", flat=True))
            writer.link(launch, "makers", makers - {merged.pk} | {kept.pk})
    return set()


def _undone_before_the_merged(writer: recording.Writer, kept: Merged) -> None:
    """An undo goes backwards: the kept record must have given an address or a Wikidata id back
    before the merged one comes with it."""
    change = writer.changes.pop(kept.record_key, None)
    if change is not None:
        writer.changes[kept.record_key] = change


def _lead_here(writer: recording.Writer, kept: Merged, slug: str, name: str) -> None:
    about = ADDRESSED_BY[type(kept)]
    known = FormerAddress.objects.filter(slug=slug, **{f"{about}__isnull": False}).first()
    address = known or FormerAddress(slug=slug)
    address.name = name
    setattr(address, about, kept)
    writer.record(address)


def _companies_like(company: Company) -> dict[int, float]:
    own = [_Spelling(name) for name in _names(company)]
    others = CompanyName.objects.exclude(company=company).values_list("company_id", "name")
    return _best((pk, max(each.likeness(name) for each in own)) for pk, name in others)


def _names(company: Company) -> list[str]:
    return [each.name for each in company.names.all()] or [company.name]


def _people_like(person: Person) -> dict[int, float]:
    own = _Spelling(person.name)
    others = Person.objects.exclude(pk=person.pk).values_list("pk", "name")
    return _best((pk, own.likeness(name)) for pk, name in others)


def _partnerships_like(partnership: Partnership) -> dict[int, float]:
    """Those of the same companies."""
    companies = partnership.participations.values_list("company", flat=True)
    others = Partnership.objects.exclude(pk=partnership.pk)
    return {each.pk: 100.0 for each in others.of_exactly(companies)}


def _launches_like(launch: ProductLaunch) -> dict[int, float]:
    """Those of a maker in common whose names are near and have the same numbers in them."""
    own = [each.key for each in launch.names.all()]
    makers = launch.makers.values("pk")
    others = (
        ProductLaunch.objects.filter(makers__in=makers)
        .exclude(pk=launch.pk)
        .distinct()
        .prefetch_related("names")
    )
    pairs = (
        (each.pk, fuzz.ratio(key, name.key, score_cutoff=NEAR_LAUNCH))
        for each in others
        for name in each.names.all()
        for key in own
        if DIGITS.findall(key) == DIGITS.findall(name.key)
    )
    return _best(pairs)


class _Spelling:
    """A name, to be held against many others."""

    def __init__(self, name: str) -> None:
        self.skeleton = skeleton(name)
        self.bare = bare_key(name)
        self.words = set(self.bare.split())

    def likeness(self, name: str) -> float:
        """0 for another name, up to 100 for one that looks the same."""
        if skeleton(name) == self.skeleton:
            return 100.0
        bare = bare_key(name)
        if bare == self.bare:
            return 99.0
        near = fuzz.token_sort_ratio(bare, self.bare, score_cutoff=NEAR)
        # “Carl Zeiss” and “ZEISS”: one is the other with a word more.
        words = set(bare.split())
        return near or (NEAR if words <= self.words or self.words <= words else 0.0)


def _best(scores: Iterable[tuple[int, float]]) -> dict[int, float]:
    """The highest score of each that has one."""
    found: dict[int, float] = {}
    for pk, score in scores:
        if score > found.get(pk, 0.0):
            found[pk] = score
    return found
