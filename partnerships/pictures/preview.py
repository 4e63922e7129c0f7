"""The picture that other sites show beside a link to a page: words, figures and lanes in, PNG out.

Drawn twice as large and then halved, so that every edge is smooth. It has the colours of the site
by day: whoever shows it knows nothing of the reader's screen.
"""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PIL import Image, ImageDraw

from partnerships.dates import Stretch
from partnerships.pictures.lanes import OUTLINES, BarLook, Lane, Mark, MarkLook, groups, rows_of
from partnerships.pictures.lettering import Face, fitted, font
from partnerships.pictures.scale import Scale

WIDTH, HEIGHT = 1200, 630
TWICE = 2
MARGIN = 72
MOST_LANES = 4
PAPER, CARD, INK, MUTED, LINE = "#fbfaf7", "#ffffff", "#1c1b19", "#6b6761", "#e4e0d8"
ACCENT, MILESTONE, PALE, LAUNCH, RUMOUR = "#b3261e", "#1f5fa8", "#a3bedd", "#0f7a5a", "#8b8578"
BAR, RADIUS, DASH = 20, 9, 8  # pixels
LINE_OF_YEARS = HEIGHT - 56
NAMES = 250  # pixels, for the names of the lanes


class Hand(NamedTuple):
    """How words are written. The anchor is Pillow's: on the line, from the left or up to the
    right."""

    face: Face
    size: int
    colour: str
    anchor: str = "ls"

    def length(self, text: str) -> float:
        """How wide it would be, in pixels."""
        return float(font(self.face, TWICE * self.size).getlength(text)) / TWICE


SITE = Hand(Face.SERIF, 30, INK)
DAY = Hand(Face.SANS, 24, MUTED, "rs")
TITLE = Hand(Face.SERIF, 76, INK)
FACTS = Hand(Face.SANS, 28, MUTED)
NUMBER = Hand(Face.SERIF, 44, INK)
COUNTED = Hand(Face.SANS, 22, MUTED)
# The same where the numbers are long, and pixels between two figures.
FIGURES = [(NUMBER, COUNTED, 52), (NUMBER._replace(size=30), COUNTED._replace(size=17), 26)]
NAME = Hand(Face.SANS, 22, INK)
YEAR = Hand(Face.SANS, 18, MUTED)


class Figure(NamedTuple):
    """A number with what it counts, both as they are read."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the picture tells. `scale` is that of the lanes, of which MOST_LANES are drawn; beneath
    them stands what the `rest` is."""

    title: str
    facts: str
    day: str
    figures: Sequence[Figure] = ()
    lanes: Sequence[Lane] = ()
    scale: Scale | None = None
    on: datetime.date | None = None
    rest: str = ""

    @property
    def told(self) -> str:
        """All that can be seen of it, in letters: two cards that tell the same look the same."""
        lanes = [
            (
                lane.name,
                [(bar.look.value, bar.stretch) for bar in lane.bars],
                [(mark.look.value, mark.span) for mark in lane.everything],
            )
            for lane in self.lanes
        ]
        words = (self.title, self.facts, self.day, tuple(self.figures))
        return repr((words, lanes, self.scale, self.on, self.rest))


def draw(card: Card) -> bytes:
    """The card as a PNG of WIDTH by HEIGHT pixels."""
    image = Image.new("RGB", (TWICE * WIDTH, TWICE * HEIGHT), PAPER)
    pen = _Pen(ImageDraw.Draw(image))
    _head(pen, card)
    _figures(pen, card.figures)
    if card.lanes and card.scale:
        _lanes(pen, card.lanes[:MOST_LANES], card.scale, card.on)
        pen.words(YEAR, (MARGIN + 24, LINE_OF_YEARS), card.rest, NAMES - 40)
    file = io.BytesIO()
    image.reduce(TWICE).save(file, "PNG")
    return file.getvalue()


class _Pen:
    """Draws by the pixels of the finished picture."""

    def __init__(self, pen: ImageDraw.ImageDraw) -> None:
        self.pen = pen

    def words(self, hand: Hand, place: tuple[float, float], text: str, width: float) -> None:
        """Writes on one line, from the place or up to it, as much as fits."""
        shown, chosen = fitted(hand.face, TWICE * hand.size, text, TWICE * width)
        x, y = place
        self.pen.text((TWICE * x, TWICE * y), shown, hand.colour, chosen, anchor=hand.anchor)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """A filled box with round ends."""
        corners = [TWICE * each for each in (left, top, right, bottom)]
        radius = TWICE * min(bottom - top, right - left) / 2
        self.pen.rounded_rectangle(corners, radius, colour)

    def card(self, left: float, top: float, right: float, bottom: float) -> None:
        corners = [TWICE * each for each in (left, top, right, bottom)]
        self.pen.rounded_rectangle(corners, TWICE * 14, CARD, LINE, TWICE)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        self.pen.line([TWICE * each for each in (*start, *end)], colour, 2 * TWICE)

    def dashes(self, left: float, right: float, y: float, colour: str) -> None:
        at = left
        while at < right:
            self.line((at, y), (min(at + DASH, right), y), colour)
            at += 2 * DASH

    def circle(self, x: float, y: float, radius: float, fill: str | None, edge: str) -> None:
        corners = [TWICE * each for each in (x - radius, y - radius, x + radius, y + radius)]
        self.pen.ellipse(corners, fill, edge, 3 * TWICE)

    def ring(self, x: float, y: float, radius: float) -> None:
        """A dashed circle."""
        corners = [TWICE * each for each in (x - radius, y - radius, x + radius, y + radius)]
        for start in range(0, 360, 60):
            self.pen.arc(corners, start, start + 38, RUMOUR, 2 * TWICE)


def _head(pen: _Pen, card: Card) -> None:
    for x, colour in ((MARGIN + 13, INK), (MARGIN + 33, ACCENT)):
        pen.circle(x, 66, 13, None, colour)
    inside = WIDTH - 2 * MARGIN
    pen.words(SITE, (MARGIN + 60, 77), "Partnerships", 400)
    pen.words(DAY, (WIDTH - MARGIN, 77), card.day, 500)
    pen.words(TITLE, (MARGIN - 3, 190), card.title, inside)
    pen.words(FACTS, (MARGIN, 244), card.facts, inside)


def _figures(pen: _Pen, figures: Sequence[Figure]) -> None:
    """In a row; smaller where they would reach beyond its end."""
    for number, counted, gap in FIGURES:
        lengths = [
            (number.length(each.number) + 12, counted.length(each.words) + gap) for each in figures
        ]
        if sum(map(sum, lengths)) - gap <= WIDTH - 2 * MARGIN:
            break
    x = float(MARGIN)
    for figure, (first, second) in zip(figures, lengths, strict=True):
        pen.words(number, (x, 318), figure.number, first)
        pen.words(counted, (x + first, 318), figure.words, second)
        x += first + second


def _lanes(pen: _Pen, lanes: Sequence[Lane], scale: Scale, on: datetime.date | None) -> None:
    top, bottom = 352, HEIGHT - 36
    pen.card(MARGIN, top, WIDTH - MARGIN, bottom)
    ticks = LINE_OF_YEARS
    for tick in scale.ticks():
        x = _across(tick.place)
        pen.line((x, top + 14), (x, ticks - 24), LINE)
        pen.words(YEAR, (min(x - 20, WIDTH - MARGIN - 60), ticks), tick.words, 120)
    each = (ticks - 24 - top - 14) / len(lanes)
    for row, lane in enumerate(lanes):
        above = top + 14 + each * row
        pen.words(NAME, (MARGIN + 24, above + each / 2 + 8), lane.name, NAMES - 40)
        _lane(pen, lane, scale, above, each)
    if on and scale.shows(on):
        x = _across(scale.at(on))
        pen.line((x, top + 8), (x, ticks - 20), ACCENT)


def _lane(pen: _Pen, lane: Lane, scale: Scale, top: float, height: float) -> None:
    """Its bars in rows, so that none covers another."""
    rows = rows_of(lane)
    each = height / len(rows)
    for number, row in enumerate(rows):
        middle = top + each * (number + 0.5)
        for bar, stretch in row.bars:
            _bar(pen, bar.look, stretch, scale, (middle, min(BAR, each - 4)))
        for group in groups(row.marks, scale):
            _mark(pen, group[0], scale, middle)


def _bar(
    pen: _Pen, look: BarLook, stretch: Stretch, scale: Scale, place: tuple[float, float]
) -> None:
    """Pale over the days on which it may not have begun, or be over; its place is its middle and
    its height."""
    middle, height = place
    first, begun, ending, last = (_across(scale.at(day)) for edge in stretch for day in edge)
    last = max(last, first + BAR)
    top, bottom = middle - height / 2, middle + height / 2
    if look in OUTLINES:
        colour = MILESTONE if look == BarLook.ANNOUNCED else RUMOUR
        for y in (top, bottom):
            pen.dashes(first, last, y, colour)
        for x in (first, last):
            pen.line((x, top), (x, bottom), colour)
        return
    pen.box(first, top, last, bottom, PALE)
    if look != BarLook.ENDED and ending - begun > BAR:
        pen.box(begun, top, ending, bottom, MILESTONE)


def _mark(pen: _Pen, mark: Mark, scale: Scale, middle: float) -> None:
    first, last = mark.span
    x = _across(scale.at(first + (last - first) / 2))
    if mark.look == MarkLook.LAUNCHED:
        pen.circle(x, middle, RADIUS, LAUNCH, CARD)
    elif mark.look == MarkLook.EXPECTED:
        pen.circle(x, middle, RADIUS, CARD, LAUNCH)
    else:
        pen.circle(x, middle, RADIUS, CARD, CARD)
        pen.ring(x, middle, RADIUS)


def _across(place: float) -> float:
    """From hundredths of the lanes' width to pixels."""
    left, right = MARGIN + NAMES, WIDTH - MARGIN - 24
    return left + (right - left) * place / 100
