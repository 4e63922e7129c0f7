"""What the first page tells: what is new, which promised launches are due, which are overdue."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Exists, F, OuterRef, QuerySet

from partnerships.models import Milestone, Statement, TimelineEntry
from partnerships.models.vocabulary import ClaimRank
from partnerships.standing import Outcome
from partnerships.timeline.lines import (
    MILESTONE_SUBJECTS,
    STATEMENT_SUBJECTS,
    Line,
    lines,
    looked_at_on,
)
from partnerships.timeline.statuses import promises_made

LENGTH = 10  # lines of each part

C = TypeVar("C", Milestone, Statement)


@dataclass(frozen=True, slots=True)
class News:
    """A line and the day of its report; None where no dated article reports it."""

    line: Line
    reported: datetime.date | None


@dataclass(frozen=True, slots=True)
class Home:
    """What was known latest, newest first; the stated promises still open, the soonest first; and
    those overdue, the longest last. Each has at most LENGTH lines."""

    news: list[News]
    due: list[Line]
    overdue: list[Line]


def home(as_of: datetime.date | None) -> Home:
    """The first page as of the day, in a constant number of queries."""
    on = looked_at_on(as_of)
    new = _newest(
        _latest(
            Milestone.objects.exclude(rank=ClaimRank.DEPRECATED), "milestone", as_of
        ).select_related(*MILESTONE_SUBJECTS),
        _latest(Statement.objects.all(), "statement", as_of).select_related(*STATEMENT_SUBJECTS),
    )
    promises = promises_made(as_of).select_related(*MILESTONE_SUBJECTS)
    due = promises.filter(due_latest__gte=on, outcome__in=_words(Outcome.PENDING, Outcome.DUE))
    overdue = promises.filter(due_latest__lt=on, outcome__in=_words(Outcome.OVERDUE))
    ahead = _each_day_once(due.order_by("due_latest", "pk")[: 2 * LENGTH])
    behind = _each_day_once(overdue.order_by("-due_latest", "-pk")[: 2 * LENGTH])
    found = lines([*new, *ahead, *behind], as_of)
    first, second = len(new), len(new) + len(ahead)
    return Home(
        news=[News(line, _reported(line)) for line in found[:first]],
        due=found[first:second],
        overdue=found[second:],
    )


def _latest(claims: QuerySet[C], field: str, as_of: datetime.date | None) -> QuerySet[C]:
    """The entries of timelines among these claims that were known last."""
    entries = TimelineEntry.objects.filter(**{field: OuterRef("pk")}, partner=None).known(as_of)
    known = claims.filter(Exists(entries), known_from__lte=looked_at_on(as_of))
    return known.order_by(F("known_from").desc(), "-pk")[:LENGTH]


def _newest(
    milestones: Iterable[Milestone], statements: Iterable[Statement]
) -> list[Milestone | Statement]:
    both: list[Milestone | Statement] = [*milestones, *statements]
    both.sort(key=lambda claim: (claim.known_from or datetime.date.min, claim.pk), reverse=True)
    return both[:LENGTH]


def _each_day_once(promises: Iterable[Milestone]) -> list[Milestone]:
    """What several claims promise for a launch by one day is one promise."""
    once: dict[tuple[int | None, datetime.date | None], Milestone] = {}
    for claim in promises:
        once.setdefault((claim.launch_id, claim.due_latest), claim)
    return list(once.values())[:LENGTH]


def _reported(line: Line) -> datetime.date | None:
    dated = any(citation.article.published_latest for citation in line.citations)
    return line.claim.known_from if dated else None


def _words(*outcomes: Outcome) -> list[str]:
    return [str(outcome) for outcome in outcomes]
