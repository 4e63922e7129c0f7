"""Milestones as the database would give them, for tests that need no database."""

import datetime
from itertools import count

from partnerships import dates
from partnerships.models import Milestone

_ids = count(1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def claim(
    kind: str, occurred: str = "", known: str = "", due: str = "", **fields: str
) -> Milestone:
    """A milestone with its days, known from `known` or else from when it was over."""
    row = Milestone(pk=next(_ids), kind=kind, occurred=occurred, due=due, **fields)
    row._meta.get_field("occurred").derive(row)
    row._meta.get_field("due").derive(row)
    when = dates.parse(occurred).latest if occurred else None
    row.known_from = day(known) if known else when
    return row
