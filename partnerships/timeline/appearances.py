"""Where the same words of a speaker appeared: first, and again."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from partnerships.models import Statement
from partnerships.models.statement import StatementQuerySet
from partnerships.models.timeline import ALWAYS

# What statements of the same words have in common: the id of the first.
FIRST = Coalesce("repeats", "pk")


def each_once(statements: StatementQuerySet) -> StatementQuerySet:
    """Of those among the statements that have the same words, the one that appeared first."""
    out = Coalesce("known_from", Value(ALWAYS))
    others = statements.annotate(out=out)
    before = Q(out__lt=OuterRef("out")) | Q(out=OuterRef("out"), pk__lt=OuterRef("pk"))
    earlier = Exists(others.filter(pk=OuterRef("repeats"))) | Exists(
        others.filter(before, repeats=OuterRef("repeats"))
    )
    return statements.annotate(out=out).filter(Q(repeats=None) | ~Q(earlier))


def of_words(firsts: Collection[int], as_of: datetime.date | None) -> StatementQuerySet:
    """All that were known to have the words of those that appeared first, in the order of their
    appearance."""
    known = Q(known_from__lte=as_of) if as_of else Q()
    rows = Statement.objects.filter(known, Q(pk__in=firsts) | Q(repeats__in=firsts))
    return rows.order_by(F("known_from").asc(nulls_last=True), "pk")


def appearances(
    statements: Sequence[Statement], as_of: datetime.date | None
) -> dict[int, list[Statement]]:
    """By `first_id` of those statements whose words were known to have appeared several times: all
    that have them, in the order of their appearance. One query."""
    return several_times(of_words({each.first_id for each in statements}, as_of))


def several_times(rows: Iterable[Statement]) -> dict[int, list[Statement]]:
    """By `first_id`: those of the rows that have their words in common with others of them."""
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    for row in rows:
        found[row.first_id].append(row)
    return {first: several for first, several in found.items() if len(several) > 1}
