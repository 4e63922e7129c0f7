"""Every page of a list, one after another."""

import datetime
from collections.abc import Iterable

from partnerships import timeline
from partnerships.models import Company


def claim_ids(lines: Iterable[timeline.Line]) -> list[tuple[str, int]]:
    return [(line.claim.citation_field, line.claim.pk) for line in lines]


def whole_timeline(company: Company, day: datetime.date) -> list[timeline.Line]:
    found: list[timeline.Line] = []
    after = None
    while True:
        page = timeline.page(timeline.Question(company, as_of=day), after)
        found += page.lines
        if page.next is None:
            return found
        after = page.next
