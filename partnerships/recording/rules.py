"""What the record must keep that no constraint can hold, for it crosses rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count, Prefetch

from partnerships import derivation
from partnerships.models import (
    Citation,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    ProductName,
    Record,
    Statement,
)
from partnerships.models.record import Content, referred
from partnerships.models.statement import SEGMENT_SEPARATOR
from partnerships.models.vocabulary import ClaimRank


def missing_references(
    contents: Iterable[tuple[type[Record], Content]],
) -> dict[str, set[int]]:
    """By kind: the ids of records to which the contents refer and that are not there."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for model, said in contents:
        for kind, pk in referred(model, said):
            wanted[kind].add(pk)
    missing: dict[str, set[int]] = {}
    for kind, ids in wanted.items():
        rows = apps.get_model("partnerships", kind)._base_manager
        for part in derivation.batched(ids, 500):
            there = set(rows.filter(pk__in=part).values_list("pk", flat=True))
            missing[kind] = missing.get(kind, set()) | (part - there)
    return {kind: ids for kind, ids in missing.items() if ids}


def problems(scope: derivation.Scope) -> Iterator[str]:
    """What the scope breaks of the rules that no constraint can hold."""
    yield from _lonely_partnerships(scope)
    yield from _nameless_launches(scope)
    yield from _uncited_claims(scope)
    yield from _ends_before_beginnings(scope)
    yield from _words_not_said(scope)


def _lonely_partnerships(scope: derivation.Scope) -> Iterator[str]:
    lonely = (
        Partnership.objects.filter(pk__in=scope.partnerships)
        .annotate(companies=Count("participations"))
        .filter(companies__lt=2)
    )
    for partnership in lonely:
        yield (
            f"Partnership {partnership.slug} needs at least two companies; so far it has "
            f"{partnership.title or 'none'}."
        )


def _nameless_launches(scope: derivation.Scope) -> Iterator[str]:
    launches = ProductLaunch.objects.filter(pk__in=scope.launches)
    for launch in launches.filter(names=None):
        yield f"Launch {launch.slug} needs a name: official, rumoured, or words that describe it."
    for launch in launches.filter(makers=None):
        yield f"Launch {launch.slug} needs a maker."


def _uncited_claims(scope: derivation.Scope) -> Iterator[str]:
    claims: list[models.QuerySet[Any]] = [
        derivation.milestones_of(scope),
        Participation.objects.filter(partnership__in=scope.partnerships).select_related("company"),
        ProductName.objects.filter(launch__in=scope.launches),
        Statement.objects.filter(pk__in=scope.statements),
    ]
    for rows in claims:
        for row in rows.filter(citations=None):
            kind = str(row._meta.verbose_name).capitalize()
            yield f"{kind} “{row}” cites no article: say who says so."


def _ends_before_beginnings(scope: derivation.Scope) -> Iterator[str]:
    preferred = derivation.milestones_of(scope).filter(rank=ClaimRank.PREFERRED)
    claims = [each for each in preferred if each.stated and each.occurred]
    for end in claims:
        for start in claims:
            if _same_subject(start, end) and _ends_before(start, end):
                yield (
                    f"The preferred end ({end.day}) lies before the preferred beginning "
                    f"({start.day}) of {end.subject}."
                )


def _words_not_said(scope: derivation.Scope) -> Iterator[str]:
    """A statement is verbatim: where a text that is kept says it, its passages are its words."""
    statements = Statement.objects.filter(pk__in=scope.statements).prefetch_related(
        Prefetch("citations", Citation.objects.exclude(passage="").order_by("start"))
    )
    for statement in statements:
        segments: dict[int, list[str]] = {}
        for citation in statement.citations.all():
            segments.setdefault(citation.article_id, []).append(citation.passage)
        for passages in segments.values():
            said = SEGMENT_SEPARATOR.join(passages)
            if said != statement.text:
                yield (
                    f"The words of {statement} are not those of the cited passages: “{said}”. Cite "
                    "each segment and join them by “ … ”."
                )


def _same_subject(one: Milestone, other: Milestone) -> bool:
    return (one.partnership_id, one.launch_id) == (other.partnership_id, other.launch_id)


def _ends_before(start: Milestone, end: Milestone) -> bool:
    pairs = [(Milestone.BEGINNINGS, Milestone.ENDS), *Milestone.LAUNCH_SPANS]
    fits = any(start.kind in starts and end.kind in ends for starts, ends in pairs)
    return fits and end.lies_before(start)


def citation_problems(ids: Iterable[int]) -> Iterator[str]:
    for part in derivation.batched(ids, 500):
        for citation in Citation.objects.filter(pk__in=part).select_related("article"):
            if not citation.holds_in(citation.article.text):
                yield (
                    f"“{citation.passage}” does not stand at characters {citation.start} to "
                    f"{citation.end} of “{citation.article}”."
                )
            elif citation.article.text and not citation.passage:
                yield f"The text of “{citation.article}” is kept: cite the passage that says so."
