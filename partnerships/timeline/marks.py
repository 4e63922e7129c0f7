"""Days in a brand's lanes: when a product was launched or is expected, and when something was
rumoured."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from partnerships.dates import Edge
from partnerships.models import Company, Milestone, Partnership, ProductLaunch, ProductName
from partnerships.models.vocabulary import ClaimCertainty, MilestoneKind
from partnerships.standing import LaunchStanding, LaunchStatus, deciding, launch_standing
from partnerships.timeline.drawn import KnownLaunch, KnownPartnership
from partnerships.timeline.spans import edge_of, span_of


class MarkKind(StrEnum):
    """What a mark stands for; `OFF` is a product that was cancelled, denied or discontinued."""

    LAUNCHED = "launched"
    EXPECTED = "expected"
    RUMOUR = "rumour"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Mark:
    """A launch, or a rumour of a launch or a partnership, on the days on which it may have been;
    `claim` tells so. A launch has the name that it went by, and where it stands; a partnership has
    those who take part."""

    kind: MarkKind
    claim: Milestone
    span: Edge
    subject: Partnership | ProductLaunch
    companies: Sequence[Company] = ()
    name: ProductName | None = None
    standing: LaunchStanding | None = None


def marks_of_launch(known: KnownLaunch, on: datetime.date) -> Iterator[Mark]:
    """The launch itself, on the day that its status comes from, and each rumour of it; of these
    what answers the question."""
    standing = launch_standing(known.claims, on)
    for kind, claim in [*_launched(known.claims, standing), *_rumoured(known.claims)]:
        span = _span(claim, kind)
        if span and claim.pk in known.asked:
            yield Mark(kind, claim, span, known.launch, name=known.name, standing=standing)


def rumours(known: KnownPartnership, members: Sequence[Company]) -> Iterator[Mark]:
    """Each rumour of the partnership that answers the question."""
    for kind, claim in _rumoured(known.claims):
        span = span_of(claim)
        if span and claim.pk in known.asked:
            yield Mark(kind, claim, span, known.partnership, members)


def _rumoured(claims: Iterable[Milestone]) -> Iterator[tuple[MarkKind, Milestone]]:
    for claim in claims:
        if claim.counts and claim.certainty == ClaimCertainty.RUMOURED:
            yield MarkKind.RUMOUR, claim


def _launched(
    claims: list[Milestone], standing: LaunchStanding
) -> Iterator[tuple[MarkKind, Milestone]]:
    """What the launch's status comes from; nothing where it is only rumoured."""
    kind, claim = _deciding(claims, standing)
    if claim:
        yield kind, claim


def _deciding(
    claims: list[Milestone], standing: LaunchStanding
) -> tuple[MarkKind, Milestone | None]:
    match standing.status:
        case LaunchStatus.LAUNCHED:
            return MarkKind.LAUNCHED, standing.launched
        case LaunchStatus.DISCONTINUED:
            gone = deciding(claims, MilestoneKind.DISCONTINUED)
            return (
                (MarkKind.LAUNCHED, standing.launched)
                if standing.launched
                else (MarkKind.OFF, gone)
            )
        case LaunchStatus.CANCELLED:
            return MarkKind.OFF, deciding(claims, MilestoneKind.CANCELLED)
        case LaunchStatus.DENIED:
            return MarkKind.OFF, _latest(claims, ClaimCertainty.DENIED)
        case LaunchStatus.ANNOUNCED | LaunchStatus.DELAYED:
            stated = [claim for claim in claims if claim.stated]
            promised = _latest([claim for claim in stated if claim.due], ClaimCertainty.STATED)
            return MarkKind.EXPECTED, standing.launched or promised or _latest(
                stated, ClaimCertainty.STATED
            )
    return MarkKind.RUMOUR, None


def _latest(claims: Iterable[Milestone], certainty: ClaimCertainty) -> Milestone | None:
    """The one known last."""
    found = [each for each in claims if each.counts and each.certainty == certainty]
    return max(
        found, key=lambda each: (each.known_from or datetime.date.min, each.pk), default=None
    )


def _span(claim: Milestone, kind: MarkKind) -> Edge | None:
    """What is expected stands on the day that was promised for it."""
    if kind == MarkKind.EXPECTED and claim.due_on and claim.kind != MilestoneKind.LAUNCHED:
        return edge_of(claim.due_on)
    return span_of(claim)
