"""A brand's timeline: what happened to it, as known on which day, page by page."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import OuterRef

from partnerships.models import Company, Milestone, Statement, TimelineEntry
from partnerships.models.timeline import NO_DAY, TimelineEntryQuerySet
from partnerships.timeline.lines import MILESTONE_SUBJECTS, STATEMENT_SUBJECTS, Line, lines

PAGE_SIZE = 50


class Place(NamedTuple):
    """Where a page ends: the next one begins after it, whatever is entered meanwhile."""

    day: datetime.date
    tie: int


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks of one company's timeline; all but the company may be left out."""

    company: Company
    kind: str = ""
    partner: Company | None = None
    certainty: str = ""
    dated: bool | None = None  # whether it has a day of its own
    first: datetime.date | None = None
    last: datetime.date | None = None
    as_of: datetime.date | None = None


class Page(NamedTuple):
    """Lines newest first, and where the next page goes on; None at the end."""

    lines: list[Line]
    next: Place | None


def entries(question: Question) -> TimelineEntryQuerySet:
    """The index lines that answer it, newest first."""
    return entries_with(question.partner, question).newest_first()


def entries_with(partner: Company | OuterRef | None, question: Question) -> TimelineEntryQuerySet:
    """The index lines that answer it with that partner in place of the one asked for."""
    company, as_of = question.company, question.as_of
    found = _narrowed(TimelineEntry.objects.of(company, partner), question)
    # What a partner's lines are looked for among must not depend on a row outside.
    with_one = None if isinstance(partner, OuterRef) else partner
    among = TimelineEntry.objects.of(company, with_one).known(as_of)
    return found.overlapping(question.first, question.last, among)


def entries_about(claim: str, question: Question) -> TimelineEntryQuerySet:
    """The index lines that answer it and are about the claim outside, a field of theirs: found by
    the claim and not from day to day."""
    lines = TimelineEntry.objects.filter(**{claim: OuterRef("pk")})
    found = _narrowed(lines.of(question.company, question.partner), question)
    return found.sharing_a_day(question.first, question.last)


def _narrowed(found: TimelineEntryQuerySet, question: Question) -> TimelineEntryQuerySet:
    """By all that is asked but the partner and the days."""
    found = found.known(question.as_of)
    if question.kind:
        found = found.filter(kind=question.kind)
    if question.certainty:
        found = found.filter(certainty=question.certainty)
    if question.dated is not None:
        found = found.filter(dated=question.dated)
    return found


def page(
    question: Question, after: tuple[datetime.date, int] | None = None, size: int = PAGE_SIZE
) -> Page:
    """At most `size` lines from a place on, in a constant number of queries."""
    found = entries(question)
    if after:
        found = found.after(*after)
    rows = list(found[: size + 1])
    shown = rows[:size]
    end = Place(shown[-1].day, shown[-1].tie) if len(rows) > size else None
    claims = claims_of(shown)
    found_lines = lines(list(claims.values()), question.as_of, question.company)
    for line, row in zip(found_lines, claims, strict=True):
        line.day = row.day if row.day != NO_DAY else None
    return Page(found_lines, end)


def claims_of(rows: Sequence[TimelineEntry]) -> dict[TimelineEntry, Milestone | Statement]:
    """What the rows are about, with its subjects, in their order; without what was removed since
    they were read.

    Not joined to the rows: where tables are large PostgreSQL then joins them whole, before it looks
    which fifty it needs.
    """
    milestones = Milestone.objects.select_related(*MILESTONE_SUBJECTS).in_bulk(
        [row.milestone_id for row in rows if row.milestone_id]
    )
    statements = Statement.objects.select_related(*STATEMENT_SUBJECTS).in_bulk(
        [row.statement_id for row in rows if row.statement_id]
    )
    found = {
        row: milestones.get(row.milestone_id or 0) or statements.get(row.statement_id or 0)
        for row in rows
    }
    return {row: claim for row, claim in found.items() if claim}
