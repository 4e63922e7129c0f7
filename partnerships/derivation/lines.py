"""The lines of the timelines: which claim stands on whose."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from partnerships.derivation.scopes import Scope, milestones_of
from partnerships.models import Milestone, Participation, ProductLaunch, Statement, TimelineEntry
from partnerships.models.timeline import ALWAYS, NO_DAY
from partnerships.models.vocabulary import ClaimCertainty, ClaimRank, EntryKind

KIND_SHIFT = 48  # a tie is the entry's kind above the claim's id: statements, launches, milestones
KIND_ORDER = (EntryKind.MILESTONE, EntryKind.LAUNCH, EntryKind.STATEMENT)


def lines(scope: Scope) -> list[TimelineEntry]:
    """The index lines of the scope, as they ought to be; unsaved."""
    milestones = list(milestones_of(scope))
    statements = list(Statement.objects.filter(pk__in=scope.statements))
    companies = _Companies(milestones, statements)
    until = _superseded(milestones)
    made: list[TimelineEntry] = []
    for milestone in milestones:
        made += _milestone_lines(milestone, companies, until.get(milestone.pk))
    for statement in statements:
        made += _statement_lines(statement, companies)
    return made


def _superseded(milestones: Sequence[Milestone]) -> dict[int, datetime.date]:
    """By id: the day from which a preferred claim of its kind stands in a claim's place."""
    preferred = {each.family: each for each in milestones if each.rank == ClaimRank.PREFERRED}
    return {
        each.pk: preferred[each.family].known_from or ALWAYS
        for each in milestones
        if each.rank != ClaimRank.PREFERRED and each.family in preferred
    }


def _milestone_lines(
    row: Milestone, companies: "_Companies", until: datetime.date | None
) -> Iterator[TimelineEntry]:
    if until and row.known_from and until <= row.known_from:
        return  # it never was an entry of its own
    kind = EntryKind.MILESTONE if row.partnership_id else EntryKind.LAUNCH
    for company, partner in _pairs(companies.of_milestone(row)):
        yield TimelineEntry(
            company_id=company,
            partner_id=partner,
            day=row.entry_day or NO_DAY,
            tie=_tie(kind, row.pk),
            earliest=row.occurred_earliest if row.occurred else row.entry_day,
            latest=row.occurred_latest if row.occurred else row.entry_day,
            dated=bool(row.occurred),
            kind=kind,
            certainty=row.certainty,
            known_from=row.known_from,
            known_until=until,
            milestone=row,
        )


def _statement_lines(row: Statement, companies: "_Companies") -> Iterator[TimelineEntry]:
    for company, partner in _pairs(companies.of_statement(row)):
        yield TimelineEntry(
            company_id=company,
            partner_id=partner,
            day=row.entry_day or NO_DAY,
            tie=_tie(EntryKind.STATEMENT, row.pk),
            earliest=row.said_earliest if row.said else row.entry_day,
            latest=row.said_latest if row.said else row.entry_day,
            dated=bool(row.said),
            kind=EntryKind.STATEMENT,
            certainty=ClaimCertainty.STATED,
            known_from=row.known_from,
            statement=row,
        )


def _tie(kind: EntryKind, pk: int) -> int:
    return (KIND_ORDER.index(kind) << KIND_SHIFT) + pk


def _pairs(companies: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """Each company with nobody, and with each of the others."""
    for company in companies:
        yield company, None
        yield from ((company, partner) for partner in companies if partner != company)


class _Companies:
    """Whose timelines a claim stands on: ids, without repetition, read in three queries."""

    def __init__(self, milestones: Sequence[Milestone], statements: Sequence[Statement]) -> None:
        launches = {each.launch_id for each in milestones if each.launch_id}
        origin = ProductLaunch.objects.filter(pk__in=launches)
        self.origin = dict(origin.values_list("pk", "partnership"))
        self.makers = _grouped(
            ProductLaunch.makers.through.objects.filter(productlaunch__in=launches)
            .order_by("pk")
            .values_list("productlaunch_id", "company_id")
        )
        partnerships = {
            *(each.partnership_id for each in milestones),
            *(each.partnership_id for each in statements),
            *self.origin.values(),
        } - {None}
        self.participants = _grouped(
            Participation.objects.filter(partnership__in=partnerships)
            .order_by("pk")
            .values_list("partnership_id", "company_id")
        )

    def of_milestone(self, row: Milestone) -> list[int]:
        if row.partnership_id:
            return self.participants[row.partnership_id]
        assert row.launch_id is not None
        partners = self.participants[self.origin.get(row.launch_id)]
        return list(dict.fromkeys([*self.makers[row.launch_id], *partners]))

    def of_statement(self, row: Statement) -> list[int]:
        spoken_for = [row.company_id] if row.company_id else []
        return list(dict.fromkeys([*spoken_for, *self.participants[row.partnership_id]]))


def _grouped(rows: Iterable[tuple[int, int]]) -> defaultdict[int | None, list[int]]:
    groups: defaultdict[int | None, list[int]] = defaultdict(list)
    for key, value in rows:
        groups[key].append(value)
    return groups
