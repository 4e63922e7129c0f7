"""What follows from the records and is stored beside them: known-from days, the lines of the
timelines, and the entries of the calendar.

It reads and computes; `recording` writes what comes out.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from django.db.models import F, Min, Prefetch, Q, QuerySet

from partnerships import phases
from partnerships.models import (
    CalendarEntry,
    Citation,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    ProductName,
    Statement,
    TimelineEntry,
)
from partnerships.models.timeline import ALWAYS, NO_DAY
from partnerships.models.vocabulary import Basis, ClaimCertainty, ClaimRank, EntryKind
from partnerships.quoting import first_appearances

T = TypeVar("T")

KIND_SHIFT = 48  # a tie is the entry's kind above the claim's id: statements, launches, milestones
# The rows of the two indexes, which are derived alike.
E = TypeVar("E", TimelineEntry, CalendarEntry)
KIND_ORDER = (EntryKind.MILESTONE, EntryKind.LAUNCH, EntryKind.STATEMENT)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which subjects to derive for, by id; a statement counts as its own subject."""

    partnerships: frozenset[int]
    launches: frozenset[int]
    statements: frozenset[int]


def milestones_of(scope: Scope) -> QuerySet[Milestone]:
    return Milestone.objects.filter(
        Q(partnership__in=scope.partnerships) | Q(launch__in=scope.launches)
    )


def report_days(claim: str, ids: Iterable[int]) -> dict[int, datetime.date]:
    """By id of the claim: the first day on which an article cited for it was certainly out."""
    rows = (
        Citation.objects.filter(**{f"{claim}__in": list(ids)})
        .values_list(claim)
        .annotate(out=Min("article__published_latest"))
    )
    return {pk: day for pk, day in rows if day is not None}


def known_from(
    reported: datetime.date | None,
    earliest: datetime.date | None,
    latest: datetime.date | None,
) -> datetime.date | None:
    """The report's day, never before the earliest day of the event; without a dated report the
    last day of the event."""
    if reported is None:
        return latest
    return max(reported, earliest) if earliest else reported


def milestone_known_from(row: Milestone, reported: datetime.date | None) -> datetime.date | None:
    """As `known_from`. A promise whose own day is not recorded was made by the day it promises."""
    return known_from(reported, row.occurred_earliest, row.occurred_latest or row.due_latest)


def known_days(scope: Scope) -> Iterator[tuple[Milestone | Statement, datetime.date | None]]:
    """Each milestone and statement of the scope with the day it is known from."""
    milestones = list(milestones_of(scope))
    reported = report_days("milestone", [each.pk for each in milestones])
    for milestone in milestones:
        yield milestone, milestone_known_from(milestone, reported.get(milestone.pk))
    statements = list(Statement.objects.filter(pk__in=scope.statements))
    reported = report_days("statement", [each.pk for each in statements])
    for statement in statements:
        day = known_from(reported.get(statement.pk), statement.said_earliest, statement.said_latest)
        yield statement, day


def dependent_days(
    scope: Scope,
) -> Iterator[tuple[Participation | ProductName, datetime.date | None]]:
    """Each participation and product name with its day; to be asked after `known_days` are stored.

    A participation is known with the first claim of its partnership, its launches and statements.
    A name is known with the first article that gives it, an undated one with the first claim of the
    launch that it is cited for; where neither tells, with the launch.
    """
    first = _first_of_partnerships(scope.partnerships)
    for participation in Participation.objects.filter(partnership__in=scope.partnerships):
        yield participation, first.get(participation.partnership_id)
    first = _first_of_launches(scope.launches)
    undated = _days_of_undated_articles(scope.launches)
    names = ProductName.objects.filter(launch__in=scope.launches).prefetch_related(
        Prefetch("citations", Citation.objects.select_related("article").defer("article__text"))
    )
    for name in names:
        days = [
            each.article.published_latest or undated.get((name.launch_id, each.article_id))
            for each in name.citations.all()
        ]
        yield name, min(filter(None, days), default=first.get(name.launch_id))


def _days_of_undated_articles(launches: Iterable[int]) -> dict[tuple[int, int], datetime.date]:
    """By launch and article: the day from which the first claim that cites it is known."""
    rows = (
        Citation.objects.filter(
            milestone__launch__in=list(launches),
            milestone__known_from__isnull=False,
            article__published_latest=None,
        )
        .values_list("milestone__launch", "article")
        .annotate(first=Min("milestone__known_from"))
    )
    return {(launch, article): day for launch, article, day in rows}


def _first_of_partnerships(ids: Iterable[int]) -> dict[int, datetime.date]:
    first: dict[int, datetime.date] = {}
    milestones = Milestone.objects.exclude(rank=ClaimRank.DEPRECATED)
    for rows, subject in (
        (milestones.filter(partnership__in=ids), "partnership"),
        (milestones.filter(launch__partnership__in=ids), "launch__partnership"),
        (Statement.objects.filter(partnership__in=ids), "partnership"),
    ):
        known = rows.filter(known_from__isnull=False).order_by()
        for pk, day in known.values_list(subject).annotate(first=Min("known_from")):
            first[pk] = min(day, first.get(pk, day))
    return first


def _first_of_launches(ids: Iterable[int]) -> dict[int, datetime.date]:
    rows = (
        Milestone.objects.filter(launch__in=list(ids), known_from__isnull=False)
        .exclude(rank=ClaimRank.DEPRECATED)
        .order_by()
        .values_list("launch")
        .annotate(first=Min("known_from"))
    )
    return dict(rows)


def repetitions(author: tuple[str, int]) -> Iterator[tuple[Statement, int | None]]:
    """Each statement of an author (see `Statement.author`) with the id of that in which its words
    appeared first, None where it did itself; to be asked after `known_days` are stored."""
    whose, pk = author
    alone = {} if whose == "speaker" else {"speaker": None}
    known = F("known_from").asc(nulls_last=True)
    rows = list(Statement.objects.filter(**{whose: pk}, **alone).order_by(known, "pk"))
    for row, first in zip(rows, first_appearances([row.text for row in rows]), strict=True):
        yield row, None if first is None else rows[first].pk


def authors(statements: QuerySet[Statement]) -> set[tuple[str, int]]:
    """Whose words the statements are."""
    both = statements.order_by().values_list("speaker", "company").distinct()
    return {Statement(speaker_id=speaker, company_id=company).author for speaker, company in both}


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


def calendar(scope: Scope) -> list[CalendarEntry]:
    """The calendar's entries of the scope, as they ought to be; unsaved."""
    claims: defaultdict[int, list[Milestone]] = defaultdict(list)
    for milestone in Milestone.objects.filter(launch__in=scope.launches).order_by("pk"):
        assert milestone.launch_id is not None
        claims[milestone.launch_id].append(milestone)
    launches = ProductLaunch.objects.filter(pk__in=scope.launches).order_by("pk")
    return [
        entry
        for pk in launches.values_list("pk", flat=True)
        for entry in _calendar_of(pk, claims[pk])
    ]


def _calendar_of(launch: int, claims: Sequence[Milestone]) -> Iterator[CalendarEntry]:
    for basis, stretches in (
        (Basis.RECORDED, phases.as_recorded(claims)),
        (Basis.KNOWN, phases.as_known(claims)),
    ):
        for phase in stretches:
            for outcome in ("", *phase.outcomes):
                yield CalendarEntry(
                    launch_id=launch,
                    basis=basis,
                    since=phase.since,
                    until=phase.until,
                    status=phase.status,
                    outcome=outcome,
                    place=phase.place,
                )


@dataclass(frozen=True, slots=True)
class Drift(Generic[E]):
    """How a stored index differs from what it ought to be."""

    missing: list[E]
    surplus: list[E]


def timeline_drift(scope: Scope) -> Drift[TimelineEntry]:
    """Index lines that lack or are too many in the scope; a changed line is one of each."""
    stored = TimelineEntry.objects.filter(
        Q(milestone__in=milestones_of(scope)) | Q(statement__in=scope.statements)
    )
    return _drift(stored, lines(scope))


def calendar_drift(scope: Scope) -> Drift[CalendarEntry]:
    """The same of the calendar's entries."""
    stored = CalendarEntry.objects.filter(launch__in=scope.launches)
    return _drift(stored, calendar(scope))


def _drift(stored: Iterable[E], wanted: Iterable[E]) -> Drift[E]:
    there = {_content(entry): entry for entry in stored}
    due = {_content(entry): entry for entry in wanted}
    return Drift(
        missing=[entry for key, entry in due.items() if key not in there],
        surplus=[entry for key, entry in there.items() if key not in due],
    )


def differences(scope: Scope) -> Iterator[str]:
    """Each difference between what is stored and what follows from the records, a line each."""
    for claim, day in (*known_days(scope), *dependent_days(scope)):
        if claim.known_from != day:
            kind = claim._meta.verbose_name
            yield f"{kind} {claim.public_id}: known from {claim.known_from}, not {day}"
    for author in authors(Statement.objects.filter(pk__in=scope.statements)):
        for row, first in repetitions(author):
            if row.pk in scope.statements and row.repeats_id != first:
                yield f"statement {row.public_id}: repeats {row.repeats_id}, not {first}"
    found = timeline_drift(scope)
    for sign, entries in (("missing", found.missing), ("surplus", found.surplus)):
        for entry in entries:
            with_partner = f" with {entry.partner}" if entry.partner_id else ""
            yield f"{sign}: {entry} of {entry.company}{with_partner}, {entry.claim.public_id}"
    places = calendar_drift(scope)
    yield from (f"missing in the calendar: {entry}" for entry in places.missing)
    yield from (f"surplus in the calendar: {entry}" for entry in places.surplus)


def _content(entry: E) -> tuple[object, ...]:
    fields = entry._meta.concrete_fields
    return tuple(getattr(entry, field.attname) for field in fields if not field.primary_key)


def whole_record(size: int = 500) -> Iterator[Scope]:
    """Every subject there is, in scopes of at most so many."""
    yield from in_portions(
        Partnership.objects.order_by("pk").values_list("pk", flat=True),
        ProductLaunch.objects.order_by("pk").values_list("pk", flat=True),
        Statement.objects.order_by("pk").values_list("pk", flat=True),
        size,
    )


def in_portions(
    partnerships: Iterable[int], launches: Iterable[int], statements: Iterable[int], size: int = 500
) -> Iterator[Scope]:
    """The same subjects in scopes small enough for one query's list of parameters."""
    nothing: frozenset[int] = frozenset()
    for part in batched(partnerships, size):
        yield Scope(part, nothing, nothing)
    for part in batched(launches, size):
        yield Scope(nothing, part, nothing)
    for part in batched(statements, size):
        yield Scope(nothing, nothing, part)


def partnerships_behind(portions: Sequence[Scope]) -> Iterator[Scope]:
    """The partnerships of the launches and statements: these make the participants known."""
    launches = {pk for scope in portions for pk in scope.launches}
    statements = {pk for scope in portions for pk in scope.statements}
    behind: set[int | None] = set()
    for part in batched(launches, 500):
        rows = ProductLaunch.objects.filter(pk__in=part)
        behind |= set(rows.values_list("partnership", flat=True))
    for part in batched(statements, 500):
        behind |= set(Statement.objects.filter(pk__in=part).values_list("partnership", flat=True))
    yield from in_portions([pk for pk in behind if pk], [], [])


def batched(ids: Iterable[T], size: int) -> Iterator[frozenset[T]]:
    rest = iter(ids)
    while part := frozenset(islice(rest, size)):
        yield part
