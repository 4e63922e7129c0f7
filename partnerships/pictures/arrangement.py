"""Where the vertices of a graph stand on a canvas: decided once for the whole graph, so that a part
of it, as in an earlier year, stands where it stands in the whole."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from statistics import median
from typing import NamedTuple

import rustworkx

WIDEST, NARROWEST, TALLEST = 1000.0, 420.0, 760.0
MARGIN = 45.0
BESIDE = 75.0  # the margin left and right of a picture that is not of the full width
LONGEST_STEP = 120.0  # the most that neighbours lie apart: few vertices do not fill the canvas
STRETCH = 1.35  # how far what is as tall as the canvas may be stretched over its width
ROUNDS = 300  # of the springs; they come to rest earlier
SEED = 2022
TRIES = 25  # widths to pack the components into

Point = tuple[float, float]
# Each tie with the vertices that it holds together, two or more; both are named by numbers.
Ties = tuple[tuple[int, tuple[int, ...]], ...]


class Arrangement(NamedTuple):
    """Where each vertex stands, and the hub of each tie of three or more, from which its lines go
    out; on a canvas so wide and high. `step` is how far neighbours typically lie apart."""

    width: float
    height: float
    vertices: Mapping[int, Point]
    hubs: Mapping[int, Point]
    step: float


class Component(NamedTuple):
    """Vertices that hang together, moved so that their box begins at 0, 0."""

    points: dict[int, Point]
    width: float
    height: float


@lru_cache(maxsize=32)
def arranged(ties: Ties) -> Arrangement:
    """The same ties give the same arrangement: it is kept, by the ties themselves."""
    graph: rustworkx.PyGraph[int, None] = rustworkx.PyGraph(multigraph=False)
    number = {name: graph.add_node(name) for name in dict.fromkeys(_names(ties))}
    # A tie of three or more has a vertex of its own, its hub.
    hubs = {tie: graph.add_node(tie) for tie, members in ties if len(members) > 2}
    for tie, members in ties:
        ends = [number[each] for each in members]
        pairs = [(end, hubs[tie]) for end in ends] if tie in hubs else [(ends[0], ends[1])]
        graph.add_edges_from_no_data(pairs)
    components = [_component(graph, each) for each in _connected(graph)]
    width, height, step, places = _fitted(components)
    return Arrangement(
        width,
        height,
        {name: places[index] for name, index in number.items()},
        {tie: places[index] for tie, index in hubs.items()},
        step,
    )


def _names(ties: Ties) -> list[int]:
    return [name for _, members in ties for name in members]


def _connected(graph: "rustworkx.PyGraph[int, None]") -> list[list[int]]:
    """The components, the largest first."""
    found = [sorted(each) for each in rustworkx.connected_components(graph)]
    return sorted(found, key=lambda each: (-len(each), each))


def _component(graph: "rustworkx.PyGraph[int, None]", indices: list[int]) -> Component:
    """One component laid out by springs, lying along its longest extent, neighbours 1 apart."""
    part = graph.subgraph(indices)
    springs = rustworkx.spring_layout(part, seed=SEED, num_iter=ROUNDS)
    points = _lying([(springs[place][0], springs[place][1]) for place in range(len(indices))])
    apart = _apart(points) or 1.0
    left, top = (min(axis) for axis in zip(*points, strict=True))
    moved = [((x - left) / apart, (y - top) / apart) for x, y in points]
    width, height = (max(axis) for axis in zip(*moved, strict=True))
    return Component(dict(zip(indices, moved, strict=True)), width, height)


def _lying(points: Sequence[Point]) -> list[Point]:
    """Turned so that they spread most from left to right."""
    count = len(points)
    x_mean, y_mean = (sum(axis) / count for axis in zip(*points, strict=True))
    shifted = [(x - x_mean, y - y_mean) for x, y in points]
    spread = sum(x * x - y * y for x, y in shifted)
    angle = math.atan2(2 * sum(x * y for x, y in shifted), spread) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in shifted]


def _apart(points: Sequence[Point]) -> float:
    """How far a vertex typically lies from its nearest."""
    return median(
        min(math.dist(one, other) for other in points if other is not one) for one in points
    )


def _fitted(
    components: Sequence[Component],
) -> tuple[float, float, float, dict[int, Point]]:
    """The width and height of the canvas, the step, and where each vertex stands on it."""
    corners, width, height = _packed([(each.width + 1, each.height + 1) for each in components])
    step = _step(width, height)
    steps = max(width - 1, 0)
    wide = min((WIDEST - 2 * MARGIN) / max(steps, 1), step * STRETCH, LONGEST_STEP)
    canvas = min(WIDEST, max(NARROWEST, steps * wide + 2 * BESIDE))
    left = (canvas - steps * wide) / 2
    places = {
        index: (left + (x + dx) * wide, MARGIN + (y + dy) * step)
        for each, (dx, dy) in zip(components, corners, strict=True)
        for index, (x, y) in each.points.items()
    }
    return canvas, 2 * MARGIN + max(height - 1, 0) * step, step, places


def _step(width: float, height: float) -> float:
    """How large a step can be, so that boxes packed into so many fit on the canvas. Each box has a
    step to its right and beneath; the last need none."""
    across, down = WIDEST - 2 * MARGIN, TALLEST - 2 * MARGIN
    return min(LONGEST_STEP, across / max(width - 1, 1), down / max(height - 1, 1))


def _packed(sizes: Sequence[Point]) -> tuple[list[Point], float, float]:
    """The upper left corner of each box, and the width and height of all: of some widths to pack
    them into the one that leaves the largest step."""
    widest = max((width for width, _ in sizes), default=1.0)
    area = sum(width * height for width, height in sizes)
    least = max(widest, math.sqrt(area))
    tried = [_stacked(sizes, least * (1 + more / 20)) for more in range(TRIES)]
    return max(tried, key=lambda each: (_step(each[1], each[2]), -each[1] * each[2]))


def _stacked(sizes: Iterable[Point], limit: float) -> tuple[list[Point], float, float]:
    """Each box as far up, then as far left, as it goes on a canvas so wide; in their order."""
    skyline: list[tuple[float, float]] = [(0.0, 0.0)]  # from where on, and how far down it is full
    corners = []
    width = height = 0.0
    for box_width, box_height in sizes:
        starts = [x for x, _ in skyline if x + box_width <= limit + 1e-9]
        down, x = min((_depth(skyline, x, x + box_width), x) for x in starts)
        corners.append((x, down))
        skyline = _filled(skyline, x, x + box_width, down + box_height)
        width, height = max(width, x + box_width), max(height, down + box_height)
    return corners, width, height


def _depth(skyline: Sequence[tuple[float, float]], start: float, end: float) -> float:
    """How far down it is full between two places."""
    ends = [x for x, _ in skyline[1:]] + [math.inf]
    return max(
        down
        for (x, down), after in zip(skyline, ends, strict=True)
        if x < end - 1e-9 and after > start + 1e-9
    )


def _filled(
    skyline: Sequence[tuple[float, float]], start: float, end: float, down: float
) -> list[tuple[float, float]]:
    behind = [depth for x, depth in skyline if x <= end + 1e-9][-1]
    kept = [(x, depth) for x, depth in skyline if x < start - 1e-9 or x > end + 1e-9]
    return sorted([*kept, (start, down), (end, behind)])
