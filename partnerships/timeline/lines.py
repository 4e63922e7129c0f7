"""Claims as lines: each with all that a page shows beside it, for a constant number of queries."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import timezone

from partnerships.models import (
    Article,
    Citation,
    Company,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    ProductName,
    Statement,
)
from partnerships.models.vocabulary import ClaimRank, EntryKind
from partnerships.quoting import Segments, is_part, segments_of
from partnerships.standing import Promise, launch_standing

CitedClaim = Milestone | Statement | Participation | ProductName

MILESTONE_SUBJECTS = ("partnership", "launch__partnership")
STATEMENT_SUBJECTS = ("speaker", "company", "partnership", "launch__partnership")


class Cited(NamedTuple):
    """A claim with the citations that were out on the day asked for."""

    claim: CitedClaim
    citations: list[Citation]


class Appearance(NamedTuple):
    """A statement of the same words as another, with the citations that were out; `share` is how
    much of the other it has: all where empty, “in part”, “with more”, or “another part”."""

    statement: Statement
    citations: list[Citation]
    share: str

    @property
    def articles(self) -> list[Article]:
        """Those that print it, each once."""
        return list({each.article_id: each.article for each in self.citations}.values())


@dataclass(slots=True)
class Line:
    """One claim with everything that its line on a page shows."""

    claim: Milestone | Statement
    citations: list[Citation]
    companies: list[Company]
    beneath: list[Cited] = field(default_factory=list)
    names: list[ProductName] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    # Where its words appeared, first and again; empty where they appeared once.
    appearances: list[Appearance] = field(default_factory=list)
    day: datetime.date | None = None  # where it stands on a timeline; None where nothing dates it

    @property
    def kind(self) -> EntryKind:
        if isinstance(self.claim, Statement):
            return EntryKind.STATEMENT
        return EntryKind.LAUNCH if self.claim.launch_id else EntryKind.MILESTONE

    @property
    def year(self) -> str:
        """The year that it stands under."""
        return str(self.day.year) if self.day else "No date"


def looked_at_on(as_of: datetime.date | None) -> datetime.date:
    """The day from which things are looked at: the day asked for, or today in TIME_ZONE."""
    return as_of or timezone.localdate()


def lines(
    claims: Sequence[Milestone | Statement],
    as_of: datetime.date | None,
    company: Company | None = None,
    again: Mapping[int, Sequence[Statement]] | None = None,
) -> list[Line]:
    """A line for each claim, in five queries however many there are. `company`, on whose page they
    stand, is not named among the others. The claims come with their subjects selected. `again`, as
    `appearances` finds them, are the statements that have the same words."""
    launches, partnerships = _subjects(claims)
    load_participants(partnerships)
    prefetch_related_objects(launches, "makers", "names")
    beside = _beside(claims, launches, as_of)
    beneath = [each for claim in claims for each in beside.beneath(claim)]
    said = again or {}
    cited = Citations([*claims, *beneath, *(row for rows in said.values() for row in rows)], as_of)
    found = [_line(claim, beside, cited, as_of, company) for claim in claims]
    for line in found:
        if isinstance(line.claim, Statement):
            line.appearances = _appearances(line.claim, said.get(line.claim.first_id, []), cited)
    return found


def _line(
    claim: Milestone | Statement,
    beside: "Beside",
    cited: "Citations",
    as_of: datetime.date | None,
    company: Company | None,
) -> Line:
    others = [each for each in concerned(claim) if each != company]
    line = Line(claim, cited.of(claim).citations, others)
    line.beneath = [cited.of(each) for each in beside.beneath(claim)]
    if claim.launch:
        line.names = claim.launch.names_on(as_of)
        if isinstance(claim, Milestone):
            line.promises = _promises_of(claim, beside.launches[claim.launch.pk], as_of)
    return line


def _appearances(
    statement: Statement, rows: Sequence[Statement], cited: "Citations"
) -> list[Appearance]:
    words = segments_of(statement.text)
    return [
        Appearance(row, cited.of(row).citations, _share(segments_of(row.text), words))
        for row in rows
    ]


def _share(some: Segments, whole: Segments) -> str:
    if some == whole:
        return ""
    if is_part(some, whole):
        return "in part"
    return "with more" if is_part(whole, some) else "another part"


def _promises_of(
    claim: Milestone, known: Sequence[Milestone], as_of: datetime.date | None
) -> list[Promise]:
    """For a launch every promise that it settles; for a promise its own outcome. `known` are all
    claims about the launch."""
    standing = launch_standing(known, looked_at_on(as_of))
    if claim.kind == Milestone.Kind.LAUNCHED and claim.stated:
        return standing.made
    return [promise for promise in standing.promises if promise.milestone.pk == claim.pk]


def concerned(claim: Milestone | Statement) -> list[Company]:
    """Whose timelines it stands on: the makers or the company spoken for, then the participants."""
    companies: list[Company | None] = []
    partnership = claim.partnership
    if isinstance(claim, Statement):
        companies.append(claim.company)
    elif claim.launch:
        companies += claim.launch.makers.all()
        partnership = claim.launch.partnership
    if partnership:
        companies += [each.company for each in partnership.participations.all()]
    return [each for each in dict.fromkeys(companies) if each]


def _subjects(
    claims: Sequence[Milestone | Statement],
) -> tuple[list[ProductLaunch], list[Partnership]]:
    """The launches and partnerships behind the claims, one instance each, put back into them."""
    launches: dict[int, ProductLaunch] = {}
    partnerships: dict[int, Partnership] = {}

    def shared(found: Partnership | None) -> Partnership | None:
        return partnerships.setdefault(found.pk, found) if found else None

    for claim in claims:
        claim.partnership = shared(claim.partnership)
        if claim.launch:
            claim.launch = launches.setdefault(claim.launch.pk, claim.launch)
            claim.launch.partnership = shared(claim.launch.partnership)
    return list(launches.values()), list(partnerships.values())


def load_participants(partnerships: Sequence[Partnership]) -> None:
    rows = Participation.objects.select_related("company")
    prefetch_related_objects(partnerships, Prefetch("participations", rows))


class Beside(NamedTuple):
    """The known claims beside those of the lines: all about a launch, by its id, and those of which
    another is preferred, by their family."""

    launches: defaultdict[int | None, list[Milestone]]
    families: defaultdict[tuple[object, ...], list[Milestone]]

    def beneath(self, claim: Milestone | Statement) -> list[Milestone]:
        """What stands under the claim: where it is preferred, the others of its family."""
        preferred = isinstance(claim, Milestone) and claim.rank == ClaimRank.PREFERRED
        return self.families[claim.family] if preferred else []  # type: ignore[union-attr]


def _beside(
    claims: Sequence[Milestone | Statement],
    launches: Sequence[ProductLaunch],
    as_of: datetime.date | None,
) -> Beside:
    wanted = Q(launch__in=launches) if launches else Q()
    for claim in claims:
        if isinstance(claim, Milestone) and claim.rank == ClaimRank.PREFERRED:
            wanted |= Q(**dict(zip(Milestone.FAMILY, claim.family, strict=True)))
    found = Beside(defaultdict(list), defaultdict(list))
    rows = Milestone.objects.filter(wanted) if wanted else Milestone.objects.none()
    for milestone in rows.order_by("occurred_latest", "pk"):
        if milestone.known(as_of):
            found.launches[milestone.launch_id].append(milestone)
            if milestone.rank != ClaimRank.PREFERRED:
                found.families[milestone.family].append(milestone)
    return found


class Citations:
    """The citations of several claims, as far as they were out on a day; read in one query."""

    def __init__(self, claims: Sequence[CitedClaim], as_of: datetime.date | None) -> None:
        self.as_of = as_of
        self.by_claim: defaultdict[tuple[str, int], list[Citation]] = defaultdict(list)
        ids: defaultdict[str, list[int]] = defaultdict(list)
        for claim in claims:
            ids[claim.citation_field].append(claim.pk)
        wanted = Q()
        for name, pks in ids.items():
            wanted |= Q(**{f"{name}__in": pks})
        rows = Citation.objects.filter(wanted) if wanted else Citation.objects.none()
        # The database compares: the articles' texts are long, and only the answer is needed.
        rows = rows.with_holding().select_related("article").defer("article__text")
        for row in rows.order_by("start", "pk"):
            self.by_claim[row.supports].append(row)

    def of(self, claim: CitedClaim) -> Cited:
        """Those out by the day; undated ones only where no dated one supports the claim."""
        rows = self.by_claim[claim.citation_field, claim.pk]
        dated = [row for row in rows if row.article.published_latest]
        if self.as_of is None or not dated:
            return Cited(claim, rows)
        return Cited(claim, [row for row in dated if row.article.out_by(self.as_of)])
