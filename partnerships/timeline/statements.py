"""Which statements there are, as known on which day; the same words once."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from partnerships.models import Company, Partnership, Person, Statement
from partnerships.models.statement import StatementQuerySet
from partnerships.timeline.appearances import appearances, each_once
from partnerships.timeline.lines import STATEMENT_SUBJECTS, Line, lines
from partnerships.timeline.newest import PAGE_SIZE, Position, end_of, newest_first


@dataclass(frozen=True, slots=True)
class StatementQuestion:
    """What a reader asks of the statements; all of it may be left out. `unattributed`: only those
    that name no speaker; `role` is as printed, empty for those without one."""

    company: Company | None = None
    speaker: Person | None = None
    unattributed: bool = False
    role: str | None = None
    partnership: Partnership | None = None
    kind: str = ""
    as_of: datetime.date | None = None


class StatementPage(NamedTuple):
    """Statements newest first, and where the next page goes on; None at the end."""

    lines: list[Line]
    next: Position | None


def statements(question: StatementQuestion) -> StatementQuerySet:
    """The statements that answer it, in no order; the same words once, where they appeared
    first."""
    return each_once(Statement.objects.filter(known_by(question.as_of), answering(question)))


def answering(question: StatementQuestion) -> Q:
    """What the filters ask, the day apart."""
    wanted = Q()
    if question.company:
        wanted &= Q(company=question.company)
    if question.speaker:
        wanted &= Q(speaker=question.speaker)
    if question.unattributed:
        wanted &= Q(speaker=None)
    if question.role is not None:
        wanted &= Q(role=question.role)
    if question.partnership:
        wanted &= Q(partnership=question.partnership)
    if question.kind:
        wanted &= Q(kind=question.kind)
    return wanted


def statement_page(
    question: StatementQuestion,
    after: tuple[datetime.date | None, int] | None = None,
    size: int = PAGE_SIZE,
) -> StatementPage:
    """At most `size` statements from a position on, in a constant number of queries."""
    ids = newest_first(statements(question), "said_latest", after).values("pk")[: size + 1]
    few = Statement.objects.filter(pk__in=ids).select_related(*STATEMENT_SUBJECTS)
    rows = list(newest_first(few, "said_latest", None))
    shown = rows[:size]
    found = lines(shown, question.as_of, again=appearances(shown, question.as_of))
    for line, row in zip(found, rows, strict=False):
        line.day = row.said_latest
    return StatementPage(found, end_of(rows, "said_latest", size))


def known_by(as_of: datetime.date | None) -> Q:
    return Q(known_from__lte=as_of) if as_of else Q()
