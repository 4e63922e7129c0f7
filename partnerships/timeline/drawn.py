"""What the lanes of brands are made of: their partnerships and launches, each with the claims that
decide its dates, who takes part, and its names.
"""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from partnerships.models import (
    Company,
    Milestone,
    Partnership,
    ProductLaunch,
    ProductName,
)
from partnerships.models.launch import in_order
from partnerships.timeline.drawn_rows import Row, branches
from partnerships.timeline.entries import Question
from partnerships.timeline.statuses import Day


@dataclass(slots=True)
class KnownPartnership:
    """A partnership with what was known of it on the day. `asked` are the ids of its claims that
    answer the question; `answers` says whether these, its launches' or its statements do, on
    whatever day."""

    partnership: Partnership
    answers: bool
    last_reported: datetime.date | None
    claims: list[Milestone] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)


@dataclass(slots=True)
class KnownLaunch:
    """A launch with what was known of it on the day; `asked` as of a partnership."""

    launch: ProductLaunch
    makers: list[Company] = field(default_factory=list)
    names: list[ProductName] = field(default_factory=list)
    claims: list[Milestone] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)

    @property
    def name(self) -> ProductName | None:
        """What it was called."""
        return next(iter(in_order(self.names)), None)


@dataclass(frozen=True, slots=True)
class Drawn:
    """By id: what is drawn of some brands, and who takes part in each partnership, also in those
    that only share a launch with one of the brands."""

    partnerships: dict[int, KnownPartnership]
    launches: dict[int, KnownLaunch]
    participants: defaultdict[int, list[Company]]


def drawn(
    companies: Sequence[Company],
    as_of: Day,
    question: Question | None = None,
    with_each: int | None = None,
) -> Drawn:
    """What was known of the companies' partnerships and launches on the day, in one statement.

    A `question` narrows it to one of them: its claims say then whether they answer it. `with_each`
    partner no more than so many partnerships are looked for, the latest recorded.
    """
    first, *others = branches(companies, as_of, question, with_each)
    rows = [
        Row(what, subject, pk, other, tuple(rest[:5]), rest[5], tuple(rest[6:9]), rest[9])
        for what, subject, pk, other, *rest in first.union(*others, all=True)
    ]
    found = Drawn({}, {}, defaultdict(list))
    for row in rows:
        if row.what == "partnership":
            found.partnerships[row.subject] = _partnership(row)
        elif row.what == "launch":
            launch = ProductLaunch(
                pk=row.subject, slug=row.words[0], partnership_id=row.other or None
            )
            found.launches[row.subject] = KnownLaunch(launch)
    for row in sorted(rows, key=lambda each: each.pk):
        _put(found, row)
    return found


def _put(found: Drawn, row: Row) -> None:
    """A claim, company or name where it belongs."""
    if row.what == "participant":
        found.participants[row.subject].append(row.company)
    elif row.what == "maker":
        found.launches[row.subject].makers.append(row.company)
    elif row.what == "name":
        name, kind, *_ = row.words
        product_name = ProductName(
            pk=row.pk, public_id="", name=name, kind=kind, known_from=row.known_from
        )
        found.launches[row.subject].names.append(product_name)
    elif row.what in {"of partnership", "of launch"}:
        subject: Any = found.partnerships if row.what == "of partnership" else found.launches
        subject[row.subject].claims.append(row.claim)
        if row.answers:
            subject[row.subject].asked.add(row.pk)


def _partnership(row: Row) -> KnownPartnership:
    slug, scope, kinds, *_ = row.words
    return KnownPartnership(
        Partnership(pk=row.subject, slug=slug, scope=scope, kinds=tuple(kinds.split())),  # type: ignore[misc]
        row.answers,
        max((day for day in row.days if day), default=None),
    )
