"""The rumours of a publisher, or of all: what each became, and by what."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import prefetch_related_objects

from partnerships.models import Citation, Milestone, ProductName
from partnerships.standing import Fate
from partnerships.timeline.lines import MILESTONE_SUBJECTS, Citations, CitedClaim, load_participants
from partnerships.timeline.newest import PAGE_SIZE
from partnerships.timeline.rumours import Report, reports
from partnerships.timeline.sources import Name, Verdict
from partnerships.timeline.tallies import part_of


@dataclass(frozen=True, slots=True)
class RumourQuestion:
    """What a reader asks of the rumours; all of it may be left out. `publisher` is empty for what
    was reported nobody knows where."""

    publisher: str | None = None
    fate: str = ""
    as_of: datetime.date | None = None

    def answered_by(self, report: Report) -> bool:
        wanted = self.publisher
        return (wanted is None or report.key == wanted.casefold()) and (
            self.fate in {"", report.verdict.fate}
        )


class Rumour(NamedTuple):
    """A report as its row shows it: the claim, the articles of the publisher, and the claim or name
    that decided its fate, if one did."""

    publisher: str
    claim: Milestone | ProductName
    citations: list[Citation]
    verdict: Verdict
    lead: int | None
    decided_by: Milestone | ProductName | None


class RumourPage(NamedTuple):
    """Rumours, the latest reported first, and behind which the next page goes on; None at the end.
    How many there are with another publisher, by name, or with another fate; and the name of the
    publisher asked for, as it is spelt."""

    publisher: str
    rumours: list[Rumour]
    next: str | None
    publishers: dict[str, int]
    fates: dict[Fate, int]


def rumour_page(
    question: RumourQuestion, after: str | None = None, size: int = PAGE_SIZE
) -> RumourPage:
    """At most `size` rumours from one on, in nine queries."""
    everything = sorted(reports(question.as_of), key=lambda report: report.place, reverse=True)
    found = [report for report in everything if question.answered_by(report)]
    shown, end = part_of(found, _key, after, size)
    publishers = _publishers(everything, replace(question, publisher=None))
    asked = (question.publisher or "").casefold()
    return RumourPage(
        publisher=next((each for each in publishers if each.casefold() == asked), ""),
        rumours=_rows(shown, question.as_of),
        next=end,
        publishers=publishers,
        fates=_fates(everything, replace(question, fate="")),
    )


def _key(report: Report) -> str:
    kind = "name" if isinstance(report.rumour, Name) else "milestone"
    return f"{kind} {report.rumour.pk} {report.key}"


def _publishers(everything: Sequence[Report], question: RumourQuestion) -> dict[str, int]:
    """A to Z, the unknown last; each in one spelling."""
    spellings: dict[str, str] = {}
    for report in everything:
        spellings[report.key] = min(report.publisher, spellings.get(report.key, report.publisher))
    numbers = Counter(report.key for report in everything if question.answered_by(report))
    order = sorted(spellings, key=lambda key: (not key, key))
    return {spellings[key]: numbers[key] for key in order}


def _fates(everything: Sequence[Report], question: RumourQuestion) -> dict[Fate, int]:
    numbers = Counter(report.verdict.fate for report in everything if question.answered_by(report))
    return {fate: numbers[fate] for fate in Fate}


def _rows(shown: Sequence[Report], as_of: datetime.date | None) -> list[Rumour]:
    milestones = {each.rumour.pk for each in shown if not isinstance(each.rumour, Name)}
    names = {each.rumour.pk for each in shown if isinstance(each.rumour, Name)}
    deciding = {each.verdict.by for each in shown if not isinstance(each.rumour, Name)}
    official = {each.verdict.by for each in shown if isinstance(each.rumour, Name)}
    claims = Milestone.objects.select_related(*MILESTONE_SUBJECTS).in_bulk(
        {pk for pk in milestones | deciding if pk}
    )
    called = ProductName.objects.select_related("launch").in_bulk(
        {pk for pk in names | official if pk}
    )
    _load_subjects([*claims.values(), *called.values()])
    rumours: list[CitedClaim] = [claims[pk] for pk in milestones]
    cited = Citations([*rumours, *(called[pk] for pk in names)], as_of)
    return [
        _row(each, called if isinstance(each.rumour, Name) else claims, cited) for each in shown
    ]


def _load_subjects(claims: Sequence[Milestone | ProductName]) -> None:
    load_participants(
        [each.partnership for each in claims if isinstance(each, Milestone) and each.partnership]
    )
    launches = [each.launch for each in claims if each.launch]
    prefetch_related_objects(launches, "names")


def _row(
    report: Report, claims: "dict[int, Milestone] | dict[int, ProductName]", cited: Citations
) -> Rumour:
    claim, by = claims[report.rumour.pk], report.verdict.by
    citations = [
        each
        for each in cited.of(claim).citations
        if each.article.publisher.casefold() == report.key
    ]
    citations.sort(key=lambda each: (each.article.published_latest or datetime.date.max, each.pk))
    return Rumour(
        report.publisher,
        claim,
        citations,
        report.verdict,
        report.lead,
        claims[by] if by else None,
    )
