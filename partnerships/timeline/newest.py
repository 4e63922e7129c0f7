"""Rows by day, newest first, a page at a time; what has no day stands last."""

import datetime
from typing import NamedTuple, TypeVar

from django.db.models import F, Model, Q, QuerySet

PAGE_SIZE = 50

M = TypeVar("M", bound=Model)


class Position(NamedTuple):
    """Where a page of such rows ends: the next one begins after it."""

    day: datetime.date | None
    pk: int


def newest_first(
    rows: QuerySet[M], field: str, after: tuple[datetime.date | None, int] | None
) -> QuerySet[M]:
    """The rows from a position on, ordered by the day in `field`, then by id."""
    ordered = rows.order_by(F(field).desc(nulls_last=True), "-pk")
    if after is None:
        return ordered
    day, pk = after
    undated = Q(**{f"{field}__isnull": True})
    if day is None:
        return ordered.filter(undated, pk__lt=pk)
    earlier = Q(**{f"{field}__lt": day}) | Q(**{field: day}, pk__lt=pk)
    return ordered.filter(earlier | undated)


def end_of(rows: list[M], field: str, size: int) -> Position | None:
    """Where a page of `size` rows ends, if more were found than it shows."""
    if len(rows) <= size:
        return None
    last = rows[size - 1]
    return Position(getattr(last, field), last.pk)
