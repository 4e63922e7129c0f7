"""From which day each claim is known."""

import datetime
from collections.abc import Iterable, Iterator

from django.db.models import Min, Prefetch

from partnerships.derivation.scopes import Scope, milestones_of
from partnerships.models import (
    Citation,
    Milestone,
    Participation,
    ProductName,
    Statement,
)
from partnerships.models.vocabulary import ClaimRank


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
