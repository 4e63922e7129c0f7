"""The lanes of brands as their picture takes them: in words, with addresses."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from partnerships import dates, timeline
from partnerships.models import Company
from partnerships.models.launch import UNNAMED
from partnerships.models.partnership import listing
from partnerships.models.vocabulary import MilestoneKind, NameKind
from partnerships.pictures import lanes as drawing
from partnerships.pictures.scale import Scale
from partnerships.pictures.svg import Svg
from partnerships.standing import PartnershipStatus

MOST_SHOWN = 10  # lanes; of more than these
SHOWN = 8  # stand there at once, the others are folded away
MOST_FOLDED = 60  # and what are still more than these is left to the list of partnerships

STATES = {PartnershipStatus.NOT_KNOWN: "known by its launches"}
LOOKS = {
    PartnershipStatus.NOT_KNOWN: drawing.BarLook.ANNOUNCED,
    PartnershipStatus.RUMOURED: drawing.BarLook.RUMOURED,
    PartnershipStatus.DENIED: drawing.BarLook.DENIED,
    PartnershipStatus.ANNOUNCED: drawing.BarLook.ANNOUNCED,
    PartnershipStatus.ACTIVE: drawing.BarLook.RUNNING,
    PartnershipStatus.ENDED: drawing.BarLook.ENDED,
}


class DrawnLane(NamedTuple):
    """A lane in words and as drawn."""

    lane: drawing.Lane
    svg: Svg


@dataclass(frozen=True, slots=True)
class Group:
    """The lanes of one brand: those that stand there at once, those that are folded away, and how
    many partners are left out."""

    found: timeline.Lanes
    shown: list[DrawnLane]
    folded: list[DrawnLane]

    @property
    def company(self) -> Company:
        return self.found.company

    @property
    def left_out(self) -> int:
        return len(self.found.lanes) - len(self.shown) - len(self.folded)

    @property
    def running(self) -> int:
        """How many of its partnerships run."""
        return sum(bar.standing.running for bar in self.found.bars)

    @property
    def lanes(self) -> list[drawing.Lane]:
        """All of them, as the table lists them."""
        return [each.lane for each in (*self.shown, *self.folded)]


@dataclass(frozen=True, slots=True)
class Picture:
    """Lanes on one axis, with the words for the day from which they are looked at."""

    groups: list[Group]
    day: Svg
    axis: Svg


def picture_of(found: timeline.Lanes, question: timeline.Question) -> Picture:
    """The lanes of one brand, between the days that are asked for."""
    return picture([found], question.as_of, question.first, question.last)


def picture(
    found: Sequence[timeline.Lanes],
    as_of: datetime.date | None,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
) -> Picture:
    """The lanes of brands on one axis."""
    chosen = [_Chosen(each, as_of) for each in found]
    on = found[0].on
    lanes = [lane for each in chosen for lane in (*each.shown, *each.folded)]
    scale = drawing.scale_of(lanes, on, first, last)
    day = f"{on.day} {on:%B %Y}" if as_of else "today"
    return Picture(
        [each.drawn(scale) for each in chosen],
        drawing.draw_day(scale, on, day),
        drawing.draw_axis(scale),
    )


def most_telling(
    found: timeline.Lanes, as_of: datetime.date | None, most: int
) -> list[tuple[Company, drawing.Lane]]:
    """So many of a brand's lanes in words, those that tell most, each with its partner."""
    wording = Wording(found.company, as_of)
    chosen = sorted(found.lanes, key=lambda lane: -lane.activity)[:most]
    return [(each.partner, wording.lane(each)) for each in found.lanes if each in chosen]


class _Chosen:
    """A brand's lanes in words, those that tell most first; of very many only some."""

    def __init__(self, found: timeline.Lanes, as_of: datetime.date | None) -> None:
        self.found = found
        wording = Wording(found.company, as_of)
        liveliest = sorted(found.lanes, key=lambda lane: -lane.activity)
        number = len(liveliest) if len(liveliest) <= MOST_SHOWN else SHOWN
        self.shown, self.folded = (
            [wording.lane(each) for each in found.lanes if each in some]
            for some in (liveliest[:number], liveliest[number : number + MOST_FOLDED])
        )

    def drawn(self, scale: Scale) -> Group:
        shown, folded = (
            [self._draw(lane, scale, f"{kind}-{place}") for place, lane in enumerate(lanes)]
            for kind, lanes in (("lane", self.shown), ("more", self.folded))
        )
        return Group(self.found, shown, folded)

    def _draw(self, lane: drawing.Lane, scale: Scale, key: str) -> DrawnLane:
        name = f"{self.found.company.slug}-{key}"
        return DrawnLane(lane, drawing.draw(lane, scale, self.found.on, name))


class Wording:
    """What one brand's lanes are called and where they lead, as known on a day; a method each."""

    def __init__(self, company: Company, as_of: datetime.date | None) -> None:
        self.company = company
        self.as_of = as_of

    def lane(self, lane: timeline.Lane) -> drawing.Lane:
        partner = lane.partner
        timeline_of = self.company.get_absolute_url()

        def between(look: drawing.MarkLook, first: datetime.date, last: datetime.date) -> str:
            what = "certainty=rumoured" if look == drawing.MarkLook.RUMOUR else "kind=launch"
            asked = f"{what}&partner={partner.slug}&from={first}&to={last}"
            return self.address(timeline_of, asked)

        return drawing.Lane(
            name=partner.name,
            address=self.address(partner.get_absolute_url()),
            note=_note(lane),
            between=between,
            bars=[self.bar(each) for each in lane.bars],
            marks=[self.mark(each) for each in lane.marks],
        )

    def bar(self, bar: timeline.Bar) -> drawing.Bar:
        title = listing([each.name for each in bar.companies])
        standing = bar.standing
        quiet = standing.no_end_reported
        entry = drawing.Entry(
            name=f"{title}, {bar.partnership.scope}" if bar.partnership.scope else title,
            state="no end reported" if quiet else STATES.get(standing.status, standing.status),
            when=_when(bar),
            address=self.address(bar.partnership.get_absolute_url()),
        )
        look = drawing.BarLook.QUIET if quiet else LOOKS[standing.status]
        return drawing.Bar(entry, look, bar.stretch, [self.mark(each) for each in bar.marks])

    def mark(self, mark: timeline.Mark) -> drawing.Mark:
        title = listing([each.name for each in mark.companies])
        name = mark.name.name if mark.name else title or UNNAMED
        rumoured = mark.name is not None and mark.name.kind == NameKind.RUMOURED
        entry = drawing.Entry(
            name,
            _state(mark),
            _day(mark),
            self.address(mark.subject.get_absolute_url()),
            gloss="rumoured name" if rumoured else "",
        )
        return drawing.Mark(entry, drawing.MarkLook(mark.kind), mark.span)

    def address(self, page: str, query: str = "") -> str:
        """A page as known on the day."""
        day = f"as_of={self.as_of.isoformat()}" if self.as_of else ""
        more = "&".join(filter(None, [query, day]))
        return f"{page}?{more}" if more else page


def _note(lane: timeline.Lane) -> str:
    """Where it stands with the partner: “ended 2022”, “2 partnerships, none running”."""
    if len(lane.bars) > 1:
        running = sum(bar.standing.running for bar in lane.bars)
        told = f"{running or 'none'} running" if lane.complete else "those recorded last"
        return f"{len(lane.bars)} partnerships, {told}"
    if not lane.bars:
        return ""
    [bar] = lane.bars
    if bar.stretch and bar.standing.running:
        return f"since {bar.stretch.begin.first.year}"
    if bar.stretch and bar.standing.status == PartnershipStatus.ENDED:
        return f"ended {bar.stretch.end.last.year}"
    if bar.standing.no_end_reported:
        return "no end reported"
    return "" if bar.standing.status == PartnershipStatus.NOT_KNOWN else bar.standing.status


def _when(bar: timeline.Bar) -> str:
    """“since 25 February 2016, until 31 March 2022”."""
    standing = bar.standing
    words = [f"since {standing.since.day}"] if standing.since and standing.since.day else []
    if standing.status == PartnershipStatus.ENDED and standing.ended:
        words.append(f"until {standing.ended.day or 'a day not recorded'}")
    if standing.no_end_reported and standing.last_reported:
        words.append(f"last reported in {standing.last_reported.year}")
    if standing.contradictory:
        words.append("which contradict each other")
    return ", ".join(words)


def _state(mark: timeline.Mark) -> str:
    if mark.kind == timeline.MarkKind.RUMOUR or mark.standing is None:
        return mark.claim.label
    return mark.standing.status.value


def _day(mark: timeline.Mark) -> str:
    """When it was, or when it is expected and whether that has passed."""
    claim, standing = mark.claim, mark.standing
    if mark.kind != timeline.MarkKind.EXPECTED or claim.kind == MilestoneKind.LAUNCHED:
        return claim.day or "day not recorded"
    if not claim.due_on:
        return claim.day or "day not recorded"
    gone = "" if standing and standing.awaited else ", no launch seen"
    return f"expected {dates.plain_due(claim.due_on)}{gone}"
