"""Lanes: with whom somebody worked, and when. A lane a partner, a bar a partnership, and marks for
launches and rumours.

Each lane is an SVG of its own, as wide as its place: all stands at a share of the width and has its
size in pixels, so that nothing shrinks on a phone. Looks are classes, for the stylesheet.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from partnerships.dates import Edge, Stretch
from partnerships.pictures import svg
from partnerships.pictures.scale import Scale, scale_around
from partnerships.pictures.svg import Svg

# Pixels.
ROW = 26
BAR = 14
RADIUS = 6
AXIS = 18
BEYOND = 20  # how far the lines of the years reach out, to those of the next lane
# Hundredths of the width.
NARROWEST = 1.5  # a bar of one day is still seen
APART = 2.2  # marks that stand nearer than this are drawn as one, with their number
MOST_ROWS = 4  # of bars above each other in one lane
FAINT = 0.1  # how much is left of a bar's colour where it may not have begun, or be over


class BarLook(StrEnum):
    """How a partnership is drawn; `QUIET` is one whose end nobody reported."""

    RUNNING = "running"
    QUIET = "quiet"
    ENDED = "ended"
    ANNOUNCED = "announced"
    RUMOURED = "rumoured"
    DENIED = "denied"


OUTLINES = {BarLook.ANNOUNCED, BarLook.RUMOURED, BarLook.DENIED}


class MarkLook(StrEnum):
    """How a day is drawn; `OFF` is a product that was cancelled, denied or discontinued."""

    RUMOUR = "rumour"
    EXPECTED = "expected"
    OFF = "off"
    LAUNCHED = "launched"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a lane in words: its name, what became of it, and when; its address; and a gloss
    on its name. The picture and the table beside it are both made of these, and so say the same."""

    name: str
    state: str
    when: str
    address: str
    gloss: str = ""

    @property
    def words(self) -> str:
        """“Huawei and Leica: ended, 25 February 2016 to 31 March 2022”."""
        name = f"{self.name} ({self.gloss})" if self.gloss else self.name
        return f"{name}: {', '.join(filter(None, [self.state, self.when]))}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A launch or a rumour, on the days on which it may have been."""

    entry: Entry
    look: MarkLook
    span: Edge


@dataclass(frozen=True, slots=True)
class Bar:
    """A partnership with the marks on it; without a stretch no day of it is known."""

    entry: Entry
    look: BarLook
    stretch: Stretch | None
    marks: Sequence[Mark] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """One partner. `marks` belong to no bar; `between` gives the address of everything of a look
    that happened between two days."""

    name: str
    address: str
    note: str
    between: Callable[[MarkLook, datetime.date, datetime.date], str]
    bars: Sequence[Bar] = ()
    marks: Sequence[Mark] = ()

    @property
    def everything(self) -> list[Mark]:
        """Its marks and those of its bars."""
        return [*self.marks, *(mark for bar in self.bars for mark in bar.marks)]

    @property
    def entries(self) -> list[Entry]:
        """All that the lane tells: each bar with its marks, then the other marks."""
        entries = []
        for bar in self.bars:
            entries += [bar.entry, *(mark.entry for mark in bar.marks)]
        return entries + [mark.entry for mark in self.marks]


@dataclass(slots=True)
class Row:
    """Bars that do not cover each other, with the marks on them; or one that nothing dates."""

    bars: list[tuple[Bar, Stretch]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    undated: Entry | None = None

    @property
    def end(self) -> datetime.date:
        return max((taken.end.last for _, taken in self.bars), default=datetime.date.min)


def scale_of(
    lanes: Iterable[Lane],
    on: datetime.date,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
) -> Scale:
    """The stretch of time that shows the lanes and the day from which they are looked at, as far as
    `first` and `last` allow."""
    days = [on]
    for lane in lanes:
        stretches = [bar.stretch for bar in lane.bars if bar.stretch]
        days += [day for edges in stretches for edge in edges for day in edge]
        days += [day for mark in lane.everything for day in mark.span]
    return scale_around(days, first, last)


def draw(lane: Lane, scale: Scale, on: datetime.date, key: str) -> Svg:
    """The bars and marks of a lane; `key` is a name that no other lane of the page has."""
    rows = rows_of(lane)
    height = ROW * len(rows)
    ends = (-BEYOND, height + BEYOND)
    parts = [svg.upright("grid", tick.place, *ends) for tick in scale.ticks()]
    for place, row in enumerate(rows):
        middle = ROW * place + ROW // 2
        parts += _bars(row, scale, middle, f"{key}-{place}")
        parts += [_group(group, lane, scale, middle) for group in groups(row.marks, scale)]
    if scale.shows(on):
        parts.append(svg.upright("on", scale.at(on), *ends))
    return svg.canvas(height, parts)


def draw_axis(scale: Scale) -> Svg:
    """The years, below the lanes."""
    return svg.canvas(AXIS, [svg.text(tick.words, tick.place, 13) for tick in scale.ticks()])


def draw_day(scale: Scale, on: datetime.date, words: str) -> Svg:
    """What the line of the day is, above the lanes; empty where the scale does not show it."""
    if not scale.shows(on):
        return Svg("")
    return svg.canvas(AXIS, [svg.text(words, scale.at(on), 12, "on")])


def rows_of(lane: Lane) -> list[Row]:
    """The bars in as few rows as keep them from covering each other, MOST_ROWS at most, and each
    that nothing dates in a row of its own. What belongs to no bar stands in the first."""
    rows = [Row(marks=list(lane.marks))]
    drawn = [(bar.stretch, bar) for bar in lane.bars if bar.stretch]
    for stretch, bar in sorted(drawn, key=lambda pair: pair[0]):
        row = next((row for row in rows if row.end <= stretch.begin.first), None)
        if row is None:
            rows += [Row()] if len(rows) < MOST_ROWS else []
            row = rows[-1]
        row.bars.append((bar, stretch))
        row.marks += bar.marks
    rows += [Row([], list(bar.marks), bar.entry) for bar in lane.bars if not bar.stretch]
    return [row for row in rows if row.bars or row.marks or row.undated] or rows


def _bars(row: Row, scale: Scale, middle: int, key: str) -> Iterator[str]:
    if row.undated:
        words = svg.text("no day known", 0, middle + 4)
        yield svg.link(row.undated.address, row.undated.words, words)
    for place, (bar, stretch) in enumerate(row.bars):
        if stretch.begin.first <= scale.last and scale.first <= stretch.end.last:
            shape = _bar(bar.look, stretch, scale, middle, f"{key}-{place}")
            yield svg.link(bar.entry.address, bar.entry.words, shape)


def _bar(look: BarLook, stretch: Stretch, scale: Scale, middle: int, key: str) -> str:
    """A pill; filled with a gradient of its own where an edge is not known to the day."""
    begin, end = stretch
    left, right = scale.at(begin.first), scale.at(end.last)
    width = max(right - left, NARROWEST)
    left = min(left, 100 - width)
    place = f'x="{left:g}%" y="{middle - BAR // 2}" width="{width:.3g}%" height="{BAR}"'
    shape = f'{place} rx="{BAR // 2}"'
    if look in OUTLINES:
        crossed = svg.flat("denied", left, left + width, middle) if look == BarLook.DENIED else ""
        return f'<rect class="{look}" {shape}/>{crossed}'
    stops = _stops(*((scale.at(day) - left) / width for day in (begin.last, end.first)))
    if not stops:
        return f'<rect class="{look}" {shape}/>'
    gradient = f'<linearGradient id="{key}" class="{look}">{stops}</linearGradient>'
    return f'{gradient}<rect class="{look} faded" fill="url(#{key})" {shape}/>'


def _stops(risen: float, falling: float) -> str:
    """Where a bar has got its colour and where it begins to lose it, in shares of its width; empty
    where it has it all the way."""
    rise, fall = round(max(risen, 0.0), 2), round(min(falling, 1.0), 2)
    if rise > fall:  # the days of its beginning and its end overlap
        rise = fall = round((rise + fall) / 2, 2)
    stops = [(0.0, FAINT)] * (rise > 0) + [(rise, 1.0)]
    stops += [(fall, 1.0)] * (fall > rise) + [(1.0, FAINT)] * (fall < 1)
    if all(opacity == 1 for _, opacity in stops):
        return ""
    return "".join(f'<stop offset="{at:g}" stop-opacity="{opacity:g}"/>' for at, opacity in stops)


def groups(marks: Iterable[Mark], scale: Scale) -> list[list[Mark]]:
    """The marks that the scale shows, rumours beneath and launches on top, each look from left to
    right; those of one look that would cover each other together."""
    shown = [
        mark for mark in marks if mark.span.first <= scale.last and scale.first <= mark.span.last
    ]
    order = list(MarkLook)
    found: list[list[Mark]] = []
    for mark in sorted(shown, key=lambda each: (order.index(each.look), _place(each, scale))):
        last = found[-1][0] if found else mark
        near = _place(mark, scale) - _place(last, scale) < APART
        if found and last.look == mark.look and near:
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def _place(mark: Mark, scale: Scale) -> float:
    """The middle of the days on which it may have been."""
    first, last = mark.span
    return scale.at(first + (last - first) / 2)


def _group(group: Sequence[Mark], lane: Lane, scale: Scale, middle: int) -> str:
    """A circle, on a line over the days on which it may have been; one for several marks has their
    number."""
    mark, *others = group
    place = _place(mark, scale)
    if others:
        days = [day for each in group for day in each.span]
        shapes = [svg.circle(mark.look, place, middle, RADIUS + 2)]
        shapes.append(svg.text(str(len(group)), place, middle + 4, mark.look))
        words = "; ".join(each.entry.words for each in group)
        return svg.link(lane.between(mark.look, min(days), max(days)), words, *shapes)
    left, right = (scale.at(day) for day in mark.span)
    span = svg.flat(f"span {mark.look}", left, right, middle) if right - left > NARROWEST else ""
    cross = svg.text("×", place, middle + 4, mark.look) if mark.look == MarkLook.OFF else ""
    shape = svg.circle(mark.look, place, middle, RADIUS)
    return svg.link(mark.entry.address, mark.entry.words, span, shape, cross)
