"""Which labels a picture shows at which scale."""

import random
from itertools import combinations

from partnerships.pictures.labels import FEW, SCALES, Dot, Label, _box, _circle, labelled

DICE = random.Random(20220524)  # noqa: S311 - the same in every run


def crowd() -> tuple[Dot, ...]:
    return tuple(
        Dot(
            DICE.uniform(20, 980),
            DICE.uniform(20, 680),
            DICE.uniform(2, 9),
            DICE.randint(2, 20),
            tuple(DICE.uniform(-180, 180) for _ in range(DICE.randint(0, 4))),
        )
        for _ in range(200)
    )


CROWD = crowd()
LONG_WAY = (Dot(100, 100, 5, 8), Dot(900, 600, 5, 8))


def test_labels_with_room_are_always_shown() -> None:
    assert labelled(LONG_WAY, 1000, 700) == [Label(0, "below"), Label(0, "below")]


def test_label_moves_where_there_is_room() -> None:
    assert labelled((Dot(500, 300, 5, 8), Dot(500, 320, 5, 1)), 1000, 700)[0] == Label(0, "above")


def test_label_moves_off_the_lines_of_its_dot() -> None:
    below_and_right = (Dot(500, 300, 5, 8, (90.0, 15.0)),)
    everywhere_but_up_left = (Dot(500, 300, 5, 8, (0.0, 60.0, 120.0, 175.0, 290.0)),)
    assert [labelled(dots, 1000, 700) for dots in (below_and_right, everywhere_but_up_left)] == [
        [Label(0, "left")],
        [Label(0, "above left")],
    ]


def test_label_stays_on_the_picture() -> None:
    [label] = labelled((Dot(995, 690, 5, 8),), 1000, 700)
    assert label.side == "above left"


def test_labels_never_lie_on_each_other() -> None:
    for dots in (CROWD, *(crowd() for _ in range(5))):
        labels = labelled(dots, 1000, 700)
        for number, scale in enumerate(SCALES):
            boxes = [
                _box(dot, label.side, scale)
                for dot, label in zip(dots, labels, strict=True)
                if label.first <= number
            ]
            assert not any(one.meets(other) for one, other in combinations(boxes, 2)), scale


def test_only_what_matters_most_hides_parts_of_lesser_dots() -> None:
    labels = labelled(CROWD, 1000, 700)
    hiding = {
        place
        for place, label in enumerate(labels)
        for number, scale in enumerate(SCALES)
        if label.first == number
        for other, dot in enumerate(CROWD)
        if _box(CROWD[place], label.side, scale).meets(_circle(dot, scale))
        and (other < place or (other > place >= FEW))
    }
    assert hiding == set()


def test_more_are_shown_the_larger_the_picture() -> None:
    labels = labelled(CROWD, 1000, 700)
    shown = [sum(label.first <= number for label in labels) for number in range(len(SCALES))]
    assert shown == sorted(shown)
    assert 0 < 4 * shown[0] < shown[-1]
