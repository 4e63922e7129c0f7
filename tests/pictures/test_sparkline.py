"""Sparklines as they are drawn: numbers in, SVG out."""

from xml.etree import ElementTree

import pytest

from partnerships.pictures.sparkline import FLOOR, HEIGHT, LEAST, sparkline


def columns(*numbers: int) -> list[dict[str, str]]:
    """The columns from left to right, without the floor."""
    root = ElementTree.fromstring(sparkline(numbers))  # noqa: S314 - made by ourselves
    return [each.attrib for each in root.iter("rect") if each.attrib["class"] != "floor"]


def test_each_number_is_a_column_of_its_share() -> None:
    heights = [float(each["height"]) for each in columns(5, 10, 0, 20)]
    tallest = HEIGHT - FLOOR
    assert heights == [round(tallest / 4, 1), round(tallest / 2, 1), tallest]


def test_columns_stand_on_the_floor() -> None:
    feet = {round(float(each["y"]) + float(each["height"]), 6) for each in columns(1, 7, 30)}
    assert feet == {HEIGHT - FLOOR}


def test_zero_keeps_its_place_empty() -> None:
    lefts = [float(each["x"].rstrip("%")) for each in columns(1, 0, 0, 1)]
    assert lefts[1] - lefts[0] == pytest.approx(75, abs=0.01)


def test_one_beside_a_thousand_is_still_seen() -> None:
    assert [float(each["height"]) for each in columns(1, 1000)] == [LEAST, HEIGHT - FLOOR]


def test_highest_are_marked() -> None:
    assert [each["class"] for each in columns(3, 1, 3)] == ["most", "some", "most"]


@pytest.mark.parametrize("numbers", [(), (0, 0)])
def test_nothing_is_a_floor_alone(numbers: tuple[int, ...]) -> None:
    assert columns(*numbers) == []
