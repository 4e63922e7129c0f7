"""A network as SVG: brands as dots, larger the more is told of them, and partnerships as lines
whose class says where they stand. What they look like is in site.css."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import permutations
from typing import NamedTuple

from partnerships.pictures.arrangement import Arrangement, Point, Ties, arranged
from partnerships.pictures.labels import SCALES, Dot, Label, labelled
from partnerships.pictures.svg import Svg

SMALLEST, LARGEST = 5.0, 18.0  # radius of a dot where there is room
ROOMY = 50.0  # there is, where neighbours lie so far apart
SMALL = 700.0  # the width under which a picture fits a telephone without being shrunk much
BEND = 24.0  # how far lines between the same two dots bend away from each other

# What a side of its dot means for a label: which end of it stands there, how far from the middle
# of the dot in its radii, and how far it moves in lines of its own height, for letters stand on
# their line.
PLACES = {
    "below": ("middle", 0.0, 1.0, "0", "1.15em"),
    "above": ("middle", 0.0, -1.0, "0", "-0.5em"),
    "right": ("start", 1.0, 0.0, "0.35em", "0.35em"),
    "left": ("end", -1.0, 0.0, "-0.35em", "0.35em"),
    "below right": ("start", 0.5, 0.7, "0", "1.05em"),
    "below left": ("end", -0.5, 0.7, "0", "1.05em"),
    "above right": ("start", 0.5, -0.7, "0", "-0.3em"),
    "above left": ("end", -0.5, -0.7, "0", "-0.3em"),
}


class Vertex(NamedTuple):
    """A brand: its number, name and address; what is said of it in full; how much is told of it;
    and whether the picture is about it."""

    number: int
    name: str
    href: str
    title: str
    told: int
    chosen: bool = False


class Tie(NamedTuple):
    """A partnership: its number and those of the brands that take part in it, its address, what is
    said of it in full, and the name of a class for where it stands."""

    number: int
    members: tuple[int, ...]
    href: str
    title: str
    status: str


def drawn(vertices: Sequence[Vertex], ties: Sequence[Tie], whole: Ties, label: str) -> Svg:
    """The picture of vertices, those that matter most first, and of ties between them, each where
    it stands in the whole, of which they are a part. `label` says what the picture shows."""
    arrangement = arranged(whole)
    width, height = arrangement.width, arrangement.height
    ways = _ways(ties, arrangement)
    dots = tuple(_dot(each, arrangement, ways[each.number]) for each in vertices)
    labels = labelled(dots, width, height)
    parts = [
        f'<svg class="network{" small" if width < SMALL else ""}" role="group"',
        f' width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"',
        f' aria-label="{escape(label)}" data-scales="{" ".join(map(str, SCALES))}"><g>',
        # Lines are for pointing at; whoever comes by keyboard or listens has the table.
        '<g aria-hidden="true">',
        *_lines(ties, arrangement),
        "</g><g>",
        *map(_brand, vertices, dots),
        # Above all dots, and apart from them, so that a script can size them in one place.
        '</g><g class="names" aria-hidden="true">',
        *map(_name, vertices, dots, labels),
        "</g></g></svg>",
    ]
    return Svg("".join(parts))


def _lines(ties: Sequence[Tie], arrangement: Arrangement) -> Iterator[str]:
    for tie, bend in _bent(ties):
        ends = [arrangement.vertices[each] for each in tie.members]
        hub = arrangement.hubs.get(tie.number)
        if hub:
            path = "".join(_line(end, hub) for end in ends)
            dot = f'<circle cx="{hub[0]:.1f}" cy="{hub[1]:.1f}" r="3"/>'
        else:
            path, dot = _line(ends[0], ends[1], bend), ""
        yield (
            f'<a class="tie {tie.status}" href="{escape(tie.href)}" tabindex="-1"'
            f' data-of="{" ".join(map(str, tie.members))}"><title>{escape(tie.title)}</title>'
            f'<path class="reach" d="{path}"/><path d="{path}"/>{dot}</a>'
        )


def _bent(ties: Iterable[Tie]) -> Iterator[tuple[Tie, float]]:
    """Each tie, and how far its line bends away so that it does not hide another's."""
    beside: defaultdict[tuple[int, ...], list[Tie]] = defaultdict(list)
    for tie in ties:
        beside[tuple(sorted(tie.members))].append(tie)
    for group in beside.values():
        middle = (len(group) - 1) / 2
        for place, tie in enumerate(group):
            # However many there are, they stay within three bends on either side.
            yield tie, BEND * (place - middle) * min(1, 3 / (middle or 1))


def _line(start: Point, end: Point, bend: float = 0) -> str:
    (x, y), (to_x, to_y) = sorted([start, end])
    if not bend:
        return f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}"
    length = math.dist(start, end) or 1
    # A curve reaches half as far as the point that it is drawn to.
    across, down = (to_y - y) / length * bend * 2, (x - to_x) / length * bend * 2
    by_x, by_y = (x + to_x) / 2 + across, (y + to_y) / 2 + down
    return f"M{x:.1f} {y:.1f}Q{by_x:.1f} {by_y:.1f} {to_x:.1f} {to_y:.1f}"


def _ways(ties: Iterable[Tie], arrangement: Arrangement) -> defaultdict[int, list[float]]:
    """For the number of each brand the directions in which its lines leave it, in degrees."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for tie in ties:
        hub = arrangement.hubs.get(tie.number)
        for one, other in permutations(tie.members, 2):
            x, y = arrangement.vertices[one]
            to_x, to_y = hub or arrangement.vertices[other]
            found[one].append(round(math.degrees(math.atan2(to_y - y, to_x - x)), 1))
    return found


def _dot(vertex: Vertex, arrangement: Arrangement, ways: Sequence[float]) -> Dot:
    x, y = arrangement.vertices[vertex.number]
    # The area grows with what is told, and not with all the rest of the picture: a dot of an early
    # year is no larger than it is later.
    radius = min(LARGEST, SMALLEST + 1.3 * math.sqrt(vertex.told))
    radius *= min(1, arrangement.step / ROOMY)
    return Dot(x, y, radius, len(vertex.name), tuple(ways))


def _brand(vertex: Vertex, dot: Dot) -> str:
    return (
        f'<a class="{"brand chosen" if vertex.chosen else "brand"}" href="{escape(vertex.href)}"'
        f' data-brand="{vertex.number}"><title>{escape(vertex.title)}</title>'
        f'<circle cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="{dot.radius:.1f}"/></a>'
    )


def _name(vertex: Vertex, dot: Dot, label: Label) -> str:
    anchor, right, down, dx, dy = PLACES[label.side]
    x, y = dot.x + right * dot.radius, dot.y + down * dot.radius
    kind = f"from-{label.first}{' chosen' if vertex.chosen else ''}"
    return (
        f'<text class="{kind}" data-brand="{vertex.number}" x="{x:.1f}" y="{y:.1f}"'
        f' text-anchor="{anchor}" dx="{dx}" dy="{dy}">{escape(vertex.name)}</text>'
    )
