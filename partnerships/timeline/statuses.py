"""Where partnerships and launches stand, decided by the database: for lists that ask for a status.

Each expression says what `standing` says of the same claims, in the same order; a test compares
the two. What a page shows of a row comes from `standing`.
"""

import datetime
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import (
    Case,
    CharField,
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact, GreaterThan, LessThanOrEqual

from partnerships.models import Milestone, Statement
from partnerships.models.vocabulary import ClaimCertainty, ClaimRank, MilestoneKind
from partnerships.standing import (
    OVERDUE_DAYS,
    STALE_AFTER_YEARS,
    Outcome,
    PartnershipStatus,
)
from partnerships.timeline.lines import looked_at_on

NO_END_REPORTED = "no end reported"  # active, but with nothing reported for a long time

M = TypeVar("M", bound=Model)
Day = datetime.date | None


def known(claims: QuerySet[M], as_of: Day) -> QuerySet[M]:
    """Those of the claims that were known on the day; all of them where no day is asked for."""
    return claims.filter(known_from__lte=as_of) if as_of else claims


def partnership_status(as_of: Day) -> Case:
    """For a query of partnerships: its status, as `PartnershipStatus` words it, or NO_END_REPORTED
    where it is active and nothing was reported of it for two years."""
    on = looked_at_on(as_of)
    claims = _counting("partnership", "pk", as_of)
    stated = claims.filter(certainty=ClaimCertainty.STATED)
    began = _deciding(claims, MilestoneKind.BEGAN)
    only_intended = ~Exists(stated.exclude(kind=MilestoneKind.LETTER_OF_INTENT))
    return _cases(
        (~Exists(claims), PartnershipStatus.NOT_KNOWN),
        (
            _denied(claims, (MilestoneKind.LETTER_OF_INTENT, *Milestone.BEGINNINGS)),
            PartnershipStatus.DENIED,
        ),
        (~Exists(stated), PartnershipStatus.RUMOURED),
        (_reached(_deciding(claims, *Milestone.ENDS), on), PartnershipStatus.ENDED),
        (GreaterThan(_sort_day(began), Value(on)), PartnershipStatus.ANNOUNCED),
        (only_intended, PartnershipStatus.ANNOUNCED),
        (quiet(as_of), NO_END_REPORTED),
        default=PartnershipStatus.ACTIVE,
    )


def promises_made(as_of: Day) -> QuerySet[Any]:
    """The claims that promise a day for a launch, with `outcome`: what came of each, as `Outcome`
    words it. What is rumoured promises nothing; several claims may promise the same day."""
    return (
        known(Milestone.objects.filter(launch__isnull=False), as_of)
        .filter(certainty=ClaimCertainty.STATED, due_latest__isnull=False)
        .exclude(rank=ClaimRank.DEPRECATED)
        .annotate(outcome=_outcome(as_of))
    )


def _outcome(as_of: Day) -> Case:
    on = looked_at_on(as_of)
    claims = _counting("launch", "launch", as_of)
    launched = _deciding(claims, MilestoneKind.LAUNCHED)
    is_launched = Q(_reached(launched, on))
    in_time = Q(LessThanOrEqual(_first(launched, "occurred_latest"), F("due_latest")))
    too_late = Q(GreaterThan(_first(launched, "occurred_earliest"), F("due_latest")))
    called_off = _called_off(claims)
    return _cases(
        (is_launched & in_time, Outcome.ON_TIME),
        (is_launched & too_late, Outcome.LATE),
        (is_launched, Outcome.CANNOT_TELL),
        (LessThanOrEqual(called_off, F("due_latest")), Outcome.WITHDRAWN),
        (GreaterThan(called_off, F("due_latest")), Outcome.BROKEN),
        (Q(due_earliest__gt=on), Outcome.PENDING),
        (Q(due_latest__gte=on), Outcome.DUE),
        (Q(due_latest__gte=on - datetime.timedelta(OVERDUE_DAYS)), Outcome.OVERDUE),
        default=Outcome.UNRESOLVED,
    )


def _called_off(claims: QuerySet[Milestone]) -> Case:
    """The day on which the launch was cancelled, or its rumour denied for good; else empty."""
    kinds = (MilestoneKind.ANNOUNCED, MilestoneKind.LAUNCHED)
    day = Coalesce("occurred_latest", "known_from", Value(datetime.date.max))
    cancelled: QuerySet[Any] = _deciding(claims, MilestoneKind.CANCELLED).annotate(last_day=day)
    denied = claims.filter(kind__in=kinds, certainty=ClaimCertainty.DENIED)
    denials: QuerySet[Any] = denied.annotate(last_day=day)
    return Case(
        When(Exists(cancelled), then=_first(cancelled, "last_day")),
        When(_denied(claims, kinds), then=_first(denials.order_by("last_day"), "last_day")),
        default=None,
        output_field=DateField(),
    )


def reported(as_of: Day) -> list[QuerySet[Any]]:
    """For a query of partnerships: its claims, its launches' and its statements, each with
    `last_day`, the last on which it may have happened; none without one, the latest first."""
    own = _counting("partnership", "pk", as_of)
    launches = _counting("launch__partnership", "pk", as_of)
    said = known(Statement.objects.filter(partnership=OuterRef("pk")), as_of)
    claims: list[QuerySet[Any]] = [
        own.annotate(last_day=Coalesce("occurred_latest", "known_from")),
        launches.annotate(last_day=Coalesce("occurred_latest", "known_from")),
        said.annotate(last_day=Coalesce("said_latest", "known_from")),
    ]
    return [rows.filter(last_day__isnull=False).order_by("-last_day") for rows in claims]


def quiet(as_of: Day) -> Q:
    """Whether something is reported of the partnership, but nothing of the last two years."""
    since = _years_before(looked_at_on(as_of), STALE_AFTER_YEARS)
    ever, lately = Q(), Q()
    for rows in reported(as_of):
        ever |= Q(Exists(rows))
        lately |= Q(Exists(rows.filter(last_day__gte=since)))
    return ever & ~lately


def _years_before(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, month=3, day=1)


def _counting(subject: str, outer: str, as_of: Day) -> QuerySet[Milestone]:
    """The claims that may decide about the subject that the query outside names in `outer`."""
    claims = known(Milestone.objects.filter(**{subject: OuterRef(outer)}), as_of)
    return claims.exclude(rank=ClaimRank.DEPRECATED).order_by()


def _deciding(claims: QuerySet[Milestone], *kinds: str) -> QuerySet[Milestone]:
    """As `standing.deciding`: the claim that a date is taken from is the first of these."""
    days = ExpressionWrapper(F("occurred_latest") - F("occurred_earliest"), DurationField())
    return claims.filter(certainty=ClaimCertainty.STATED, kind__in=kinds).order_by(
        Case(When(rank=ClaimRank.PREFERRED, then=0), default=1),
        days.asc(nulls_last=True),
        F("known_from").asc(nulls_last=True),
        "pk",
    )


def _first(claims: QuerySet[Any], value: str) -> Subquery:
    return Subquery(claims.values(value)[:1])


def _sort_day(deciding: QuerySet[Milestone]) -> Subquery:
    """The deciding claim's day, or the one it promises; without any it speaks of something past."""
    days = ("occurred_earliest", "occurred_latest", "due_earliest", "due_latest")
    day = Coalesce(*days, Value(datetime.date.min))
    return _first(deciding.annotate(day_it_stands_on=day), "day_it_stands_on")


def _reached(deciding: QuerySet[Milestone], on: datetime.date) -> LessThanOrEqual:
    return LessThanOrEqual(_sort_day(deciding), Value(on))


def _denied(claims: QuerySet[Milestone], kinds: Sequence[str]) -> Exact:
    """Whether the latest word on whether it exists is a denial of these kinds, as in `standing`."""
    words = claims.filter(Q(kind__in=kinds) | Q(certainty=ClaimCertainty.STATED)).order_by(
        F("known_from").desc(nulls_last=True),
        Case(
            When(certainty=ClaimCertainty.STATED, then=0),
            When(certainty=ClaimCertainty.DENIED, then=1),
            default=2,
        ),
    )
    return Exact(_first(words, "certainty"), Value(ClaimCertainty.DENIED))


def _cases(*cases: tuple[Any, str], default: str) -> Case:
    """The word of the first condition that holds."""
    return Case(
        *(When(condition, then=Value(str(word))) for condition, word in cases),
        default=Value(str(default)),
        output_field=CharField(),
    )
