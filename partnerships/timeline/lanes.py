"""A brand's partners side by side: with each its partnerships from beginning to end, and the
launches and rumours on the way, as known on which day. How it looks is no question here.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from partnerships.dates import Edge, Stretch
from partnerships.models import Company, Partnership
from partnerships.standing import PartnershipStanding, partnership_standing
from partnerships.timeline.drawn import Drawn, KnownLaunch, KnownPartnership, drawn
from partnerships.timeline.drawn_rows import IN_A_LANE, LOOKED_AT
from partnerships.timeline.entries import Question
from partnerships.timeline.lines import looked_at_on
from partnerships.timeline.marks import Mark, marks_of_launch, rumours
from partnerships.timeline.spans import stretch


@dataclass(frozen=True, slots=True)
class Bar:
    """A partnership from its beginning to its end (None where nothing dates it), with its launches
    and rumours."""

    partnership: Partnership
    companies: Sequence[Company]
    standing: PartnershipStanding
    stretch: Stretch | None
    marks: Sequence[Mark]


@dataclass(slots=True)
class Lane:
    """All with one partner; `marks` belong to none of the bars. Not `complete` where it has only
    the IN_A_LANE latest recorded of the partnerships."""

    partner: Company
    bars: list[Bar] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    complete: bool = True

    @property
    def everything(self) -> list[Mark]:
        """The marks of the lane and of its bars."""
        return [*self.marks, *(mark for bar in self.bars for mark in bar.marks)]

    @property
    def activity(self) -> int:
        """How much it tells; by this lanes are chosen where there are too many."""
        return len(self.bars) + len(self.everything)

    @property
    def place(self) -> tuple[datetime.date, str]:
        """Its place among the lanes: by its first day, then A to Z."""
        days = [bar.stretch.begin.first for bar in self.bars if bar.stretch]
        days += [mark.span.first for mark in self.everything]
        return min(days, default=datetime.date.max), self.partner.key


@dataclass(frozen=True, slots=True)
class Lanes:
    """A company's lanes as looked at on a day, the first to begin first. Not `complete` where a
    lane is not, or where it has so many partnerships or launches that only the LOOKED_AT latest
    recorded were read."""

    company: Company
    on: datetime.date
    lanes: list[Lane]
    complete: bool

    @property
    def bars(self) -> list[Bar]:
        """Each partnership once."""
        return list({bar.partnership: bar for lane in self.lanes for bar in lane.bars}.values())


def lanes(question: Question) -> Lanes:
    """What the question's company did with each of its partners, in one query.

    These are the launches and rumours that answer the question, and the partnerships that ran
    between its days and of which anything answers it, on whatever day; of very many with one
    partner the IN_A_LANE latest recorded, with what belongs to them.
    """
    narrowing = (question.kind, question.certainty, question.first, question.last)
    narrowed = any(narrowing) or question.dated is not None
    found = drawn(
        [question.company],
        question.as_of,
        question if narrowed or question.partner else None,
        # What answers a narrower question may be any of them; one more shows that there are more.
        with_each=None if narrowed else IN_A_LANE + 1,
    )
    return _lanes(found, question, in_a_lane=IN_A_LANE)


def lanes_of(companies: Sequence[Company], as_of: datetime.date | None) -> list[Lanes]:
    """The lanes of several companies, in their order, in one query."""
    found = drawn(companies, as_of)
    return [_lanes(found, Question(company, as_of=as_of)) for company in companies]


def _lanes(found: Drawn, question: Question, in_a_lane: int | None = None) -> Lanes:
    on = looked_at_on(question.as_of)
    by_partner: dict[Company, Lane] = {}
    for partner, told in [*_bars(found, question, on), *_marks(found, question, on)]:
        lane = by_partner.setdefault(partner, Lane(partner))
        if isinstance(told, Bar):
            lane.bars.append(told)
        else:
            lane.marks.append(told)
    for lane in by_partner.values():
        lane.marks.sort(key=_in_order)
        latest = sorted(lane.bars, key=lambda bar: -bar.partnership.pk)[:in_a_lane]
        lane.complete = len(latest) == len(lane.bars)
        lane.bars = sorted(latest, key=_first_to_begin)
    in_order = sorted(by_partner.values(), key=lambda lane: lane.place)
    complete = all(lane.complete for lane in in_order) and _all_read(found, question.company)
    return Lanes(question.company, on, in_order, complete)


def _first_to_begin(bar: Bar) -> tuple[bool, Stretch | None, str]:
    return bar.stretch is None, bar.stretch, bar.partnership.slug


def _all_read(found: Drawn, company: Company) -> bool:
    """Whether so little was found of the company that nothing of it can have been left out."""
    partnerships = sum(company in found.participants[pk] for pk in found.partnerships)
    launches = sum(company in _concerned(found, launch) for launch in found.launches.values())
    return max(partnerships, launches) < LOOKED_AT


def _concerned(found: Drawn, known: KnownLaunch) -> list[Company]:
    """Who made it, and who takes part in its partnership."""
    members = found.participants.get(known.launch.partnership_id or 0, [])
    return list(dict.fromkeys([*known.makers, *members]))


def _bars(
    found: Drawn, question: Question, on: datetime.date
) -> Iterator[tuple[Company, Bar | Mark]]:
    """The company's partnerships for each of their other participants; of one that is not asked for
    only the marks."""
    launches: defaultdict[int | None, list[Mark]] = defaultdict(list)
    for launch in found.launches.values():
        launches[launch.launch.partnership_id].extend(marks_of_launch(launch, on))
    for pk, known in found.partnerships.items():
        members = found.participants[pk]
        if question.company in members:
            marks = sorted([*rumours(known, members), *launches[pk]], key=_in_order)
            bar = _bar(known, members, marks, on)
            asked = known.answers and _lies_between(bar, question)
            for partner in _others(members, question):
                yield from ((partner, each) for each in ([bar] if asked else marks))


def _in_order(mark: Mark) -> tuple[Edge, int]:
    return mark.span, mark.claim.pk


def _bar(
    known: KnownPartnership, members: Sequence[Company], marks: Sequence[Mark], on: datetime.date
) -> Bar:
    last_reported = min(known.last_reported, on) if known.last_reported else None
    standing = partnership_standing(known.claims, on, last_reported)
    lasted = stretch(known.claims, standing, on) or _stretch_of(marks)
    return Bar(known.partnership, members, standing, lasted, marks)


def _stretch_of(marks: Sequence[Mark]) -> Stretch | None:
    """Where nothing else dates a partnership it lasted from its first launch to its last."""
    spans = [mark.span for mark in marks]
    return Stretch(min(spans), max(spans, key=lambda span: span.last)) if spans else None


def _lies_between(bar: Bar, question: Question) -> bool:
    """Whether it ran between the days asked for; what nothing dates lies between no two days."""
    if bar.stretch:
        return bar.stretch.overlaps(question.first, question.last)
    return not (question.first or question.last)


def _marks(found: Drawn, question: Question, on: datetime.date) -> Iterator[tuple[Company, Mark]]:
    """The company's launches for those who made them or take part in their partnership, as far as
    no bar has told them."""
    for known in found.launches.values():
        members = found.participants.get(known.launch.partnership_id or 0, [])
        concerned = _concerned(found, known)
        told = members if question.company in members else []
        if question.company in concerned:
            for partner in _others([each for each in concerned if each not in told], question):
                yield from ((partner, mark) for mark in marks_of_launch(known, on))


def _others(companies: Sequence[Company], question: Question) -> list[Company]:
    """Whose lanes tell of it: the other companies, or of these the one that is asked for."""
    others = [each for each in companies if each != question.company]
    return [each for each in others if question.partner in {None, each}]
