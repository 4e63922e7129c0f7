"""Which labels a picture shows at which size, so that none lies on another or on a dot.

Labels keep their size while the picture grows under the reader's zoom, and so find more and more
room; one that is shown at some scale is shown, on the same side of its dot, at every larger one.
The first few dots have theirs even where it hides parts of dots that matter less.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# Pixels of the screen a unit of the picture, from a telephone's to eight times a desk's.
SCALES = (0.35, 0.5, 0.7, 1.0, 2.0, 4.0, 8.0)
LETTER, LINE, GAP = 6.3, 15.0, 4.0  # pixels: a letter's width, a line's height, from dot to label
FEW = 10
LABEL = -1  # matters more than any dot
CELL = 48.0  # pixels: of the squares by which neighbours are found

# For each side of a dot, those tried first first: in which direction a label lies there, and how
# far on either hand a line would run through it, in degrees; 0 is to the right, 90 below.
SIDES = {
    "below": (90, 65),
    "right": (0, 30),
    "left": (180, 30),
    "above": (270, 65),
    "below right": (50, 42),
    "below left": (130, 42),
    "above right": (310, 42),
    "above left": (230, 42),
}


class Dot(NamedTuple):
    """A dot on the picture, in its units, how many letters its label has, and the directions in
    which lines leave it, in degrees."""

    x: float
    y: float
    radius: float
    letters: int
    lines: tuple[float, ...] = ()

    def sides(self, scale: float) -> list[str]:
        """Those where its label may stand, first where the fewest of its own lines run through it;
        no others where the picture is small, for what is shown there stays there."""
        crossed = {side: self._crossing(*SIDES[side]) for side in SIDES}
        least = min(crossed.values()) if scale < 1 else math.inf
        return sorted((side for side in SIDES if crossed[side] <= least), key=crossed.__getitem__)

    def _crossing(self, middle: float, reach: float) -> int:
        """How many of its lines run through a label there."""
        return sum(abs((line - middle + 180) % 360 - 180) < reach for line in self.lines)


class Label(NamedTuple):
    """The number of the first of `SCALES` at which the label is shown, len(SCALES) for never, and
    the side of its dot where it stands."""

    first: int
    side: str


class Box(NamedTuple):
    """A part of the screen, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Screen:
    """What is taken of a screen, each box with a number: that of its dot, the first of which matter
    most, or LABEL."""

    def __init__(self, width: float, height: float) -> None:
        self.size = Box(0, 0, width, height)
        self._taken: defaultdict[tuple[int, int], list[tuple[Box, int]]] = defaultdict(list)

    def take(self, box: Box, number: int) -> None:
        for cell in _cells(box):
            self._taken[cell].append((box, number))

    def has_room(self, box: Box, own: int, before: float) -> bool:
        """Whether it lies on the screen, on no label, and on no dot before that number but its
        own."""
        size = self.size
        if box.left < 0 or box.top < 0 or box.right > size.right or box.bottom > size.bottom:
            return False
        near = (each for cell in _cells(box) for each in self._taken[cell])
        return not any(
            number < before and number != own and box.meets(other) for other, number in near
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
            yield column, row


@lru_cache(maxsize=64)
def labelled(dots: tuple[Dot, ...], width: float, height: float) -> Sequence[Label]:
    """A label for each dot, the dots that matter most first, on a picture of that size. It is kept,
    by the dots themselves."""
    found: dict[int, Label] = {}
    for number, scale in enumerate(SCALES):
        screen = Screen(width * scale, height * scale)
        for place, dot in enumerate(dots):
            screen.take(_circle(dot, scale), place)
        for place, label in found.items():
            screen.take(_box(dots[place], label.side, scale), LABEL)
        for place in range(len(dots)):
            side = None if place in found else _side(dots[place], place, scale, screen)
            if side:
                screen.take(_box(dots[place], side, scale), LABEL)
                found[place] = Label(number, side)
    return [found.get(place, Label(len(SCALES), "below")) for place in range(len(dots))]


def _side(dot: Dot, place: int, scale: float, screen: Screen) -> str | None:
    """The first side on which its label lies on nothing, or, for the first few dots, on nothing
    that matters as much; None where there is none."""
    limits = [math.inf, place] if place < FEW else [math.inf]
    sides = (
        side
        for limit in limits
        for side in dot.sides(scale)
        if screen.has_room(_box(dot, side, scale), place, limit)
    )
    return next(sides, None)


def _circle(dot: Dot, scale: float) -> Box:
    x, y, radius = dot.x * scale, dot.y * scale, dot.radius * scale
    return Box(x - radius, y - radius, x + radius, y + radius)


def _box(dot: Dot, side: str, scale: float) -> Box:
    """Where a label stands on a side of its dot, from the middle of the dot on: two boxes that do
    not meet, each tied to its middle, will not meet at a larger scale."""
    x, y, away = dot.x * scale, dot.y * scale, dot.radius * scale + GAP
    width = (dot.letters + 1) * LETTER
    if side == "right":
        return Box(x, y - LINE / 2, x + away + width, y + LINE / 2)
    if side == "left":
        return Box(x - away - width, y - LINE / 2, x, y + LINE / 2)
    where, _, hand = side.partition(" ")
    top, bottom = (y, y + away + LINE) if where == "below" else (y - away - LINE, y)
    left = {"": x - width / 2, "right": x, "left": x - width}[hand]
    return Box(left, top, left + width, bottom)
