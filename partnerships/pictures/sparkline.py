"""A sparkline: numbers in, one narrow column each."""

from collections.abc import Sequence

from partnerships.pictures import svg
from partnerships.pictures.svg import Svg

HEIGHT = 32  # pixels
LEAST = 2  # of a column that has anything: one entry beside a hundred is still there
FLOOR = 1  # the line on which they stand
GAP = 0.25  # of a column's place


def sparkline(numbers: Sequence[int]) -> Svg:
    """A column for each number, as high as its share of the highest, which is marked; where the
    number is 0 only the floor. It says nothing in words: these stand beside it."""
    highest = max(numbers, default=0)
    place = 100 / max(len(numbers), 1)
    columns = [
        _column(number, highest, place * at, place) for at, number in enumerate(numbers) if number
    ]
    floor = f'<rect class="floor" y="{HEIGHT - FLOOR}" width="100%" height="{FLOOR}"/>'
    return svg.canvas(HEIGHT, [floor, *columns])


def _column(number: int, highest: int, left: float, place: float) -> str:
    height = max(round((HEIGHT - FLOOR) * number / highest, 1), LEAST)
    look = "most" if number == highest else "some"
    return (
        f'<rect class="{look}" x="{left + place * GAP / 2:.4g}%" y="{HEIGHT - FLOOR - height:g}"'
        f' width="{place * (1 - GAP):.4g}%" height="{height:g}"/>'
    )
