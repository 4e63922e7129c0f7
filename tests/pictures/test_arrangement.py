"""Where the brands of a network stand."""

import math
from itertools import combinations

import pytest

from partnerships.pictures.arrangement import MARGIN, TALLEST, WIDEST, Ties, arranged

PAIR: Ties = ((1, (10, 11)),)
STAR: Ties = tuple((number, (0, number)) for number in range(1, 9))
ISLANDS: Ties = tuple((number, (2 * number, 2 * number + 1)) for number in range(40))
RING: Ties = tuple((number, (number, (number + 1) % 60)) for number in range(60))
EVERY = pytest.mark.parametrize("ties", [PAIR, STAR, ISLANDS, RING], ids=len)


def anew(ties: Ties) -> object:
    arranged.cache_clear()
    return arranged(ties)


@EVERY
def test_same_ties_give_the_same_arrangement(ties: Ties) -> None:
    assert anew(ties) == anew(ties)


@EVERY
def test_all_stand_on_the_canvas_and_apart(ties: Ties) -> None:
    arrangement = arranged(ties)
    points = arrangement.vertices.values()
    assert set(arrangement.vertices) == {each for _, members in ties for each in members}
    assert arrangement.height <= TALLEST
    for x, y in points:
        assert MARGIN - 0.01 <= x <= arrangement.width - MARGIN + 0.01
        assert MARGIN - 0.01 <= y <= arrangement.height - MARGIN + 0.01
    assert min(math.dist(*pair) for pair in combinations(points, 2)) > arrangement.step / 2


def test_few_have_a_small_canvas() -> None:
    arrangement = arranged(PAIR)
    [one, other] = arrangement.vertices.values()
    assert math.dist(one, other) == pytest.approx(120)
    assert (arrangement.width, arrangement.height) == pytest.approx((420, 90))
    assert arranged(RING).width == WIDEST


def test_what_does_not_hang_together_lies_beside_each_other() -> None:
    """No line of one crosses the box of another: here every pair has a box of its own."""
    vertices = arranged(ISLANDS).vertices
    boxes = [
        (*map(min, vertices[one], vertices[other]), *map(max, vertices[one], vertices[other]))
        for _, (one, other) in ISLANDS
    ]
    assert not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for a, b in combinations(boxes, 2)
    )


def test_islands_are_packed_over_the_width() -> None:
    arrangement = arranged(ISLANDS)
    across = [x for x, _ in arrangement.vertices.values()]
    assert max(across) - min(across) > (WIDEST - 2 * MARGIN) * 0.7
    assert arrangement.height > TALLEST * 0.5


def test_tie_of_three_has_a_hub_between_its_members() -> None:
    arrangement = arranged(((1, (10, 11, 12)), (2, (10, 13))))
    assert list(arrangement.hubs) == [1]
    hub = arrangement.hubs[1]
    distances = [math.dist(hub, arrangement.vertices[each]) for each in (10, 11, 12)]
    assert max(distances) < 2 * min(distances)


def test_nothing_can_be_arranged() -> None:
    arrangement = arranged(())
    assert (arrangement.vertices, arrangement.hubs) == ({}, {})


def test_two_ties_between_the_same_two_move_nothing() -> None:
    assert arranged((*STAR, (99, (0, 1)))).vertices == arranged(STAR).vertices
