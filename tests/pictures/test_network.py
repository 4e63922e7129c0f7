"""The network as SVG."""

import re
from xml.etree import ElementTree

import pytest

from partnerships.pictures.network import Tie, Vertex, drawn

LEICA, HUAWEI, XIAOMI, SIGMA = (
    Vertex(number, name, f"/brands/{name.lower()}/", f"{name}: partnerships", told)
    for number, name, told in [
        (1, "Leica", 40),
        (2, "Huawei", 9),
        (3, "Xiaomi", 9),
        (4, "Sigma", 1),
    ]
)
ENDED = Tie(7, (2, 1), "/partnerships/huawei-leica/", "Huawei and Leica: ended", "ended")
ACTIVE = Tie(8, (3, 1), "/partnerships/xiaomi-leica/", "Xiaomi and Leica: active", "active")
SECOND = Tie(9, (1, 2), "/partnerships/leica-huawei/", "Leica and Huawei: rumoured", "rumoured")
THREE = Tie(10, (1, 2, 4), "/partnerships/three/", "Leica, Huawei and Sigma", "denied")
WHOLE = tuple((tie.number, tie.members) for tie in (ENDED, ACTIVE, SECOND, THREE))
SVG = "{http://www.w3.org/2000/svg}"


def parsed(*ties: Tie, vertices: tuple[Vertex, ...] = (LEICA, HUAWEI)) -> ElementTree.Element:
    picture = drawn(vertices, ties, WHOLE, "Brands").replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1
    )
    return ElementTree.fromstring(picture)  # noqa: S314 - our own


def lines(picture: ElementTree.Element) -> list[str]:
    """The visible path of each tie."""
    return [
        tie.findall(f"{SVG}path")[-1].attrib["d"]
        for tie in picture.iter(f"{SVG}a")
        if "tie" in tie.attrib["class"]
    ]


def places(picture: ElementTree.Element) -> dict[str, tuple[str, str]]:
    return {
        brand.attrib["href"]: (circle.attrib["cx"], circle.attrib["cy"])
        for brand in picture.iter(f"{SVG}a")
        for circle in brand.findall(f"{SVG}circle")
        if "brand" in brand.attrib["class"]
    }


def test_brands_and_partnerships_are_links_that_say_what_they_are() -> None:
    found = [
        (link.attrib["class"], link.attrib["href"], link.findtext(f"{SVG}title"))
        for link in parsed(ENDED).iter(f"{SVG}a")
    ]
    assert found == [
        ("tie ended", "/partnerships/huawei-leica/", "Huawei and Leica: ended"),
        ("brand", "/brands/leica/", "Leica: partnerships"),
        ("brand", "/brands/huawei/", "Huawei: partnerships"),
    ]


def test_part_stands_where_it_stands_in_the_whole() -> None:
    early = places(parsed(ENDED))
    late = places(parsed(ENDED, ACTIVE, SECOND, THREE, vertices=(LEICA, HUAWEI, XIAOMI, SIGMA)))
    assert late | early == late


def test_line_goes_from_brand_to_brand() -> None:
    picture = parsed(ENDED)
    ends = {f"{x} {y}" for x, y in places(picture).values()}
    assert set(re.split("[ML]", lines(picture)[0])[1:]) == ends


def test_lines_between_the_same_two_bend_apart() -> None:
    one, other = lines(parsed(ENDED, SECOND))
    assert one != other
    assert ("Q" in one, "Q" in other) == (True, True)


def test_partnership_of_three_goes_out_from_its_hub() -> None:
    [path] = lines(parsed(THREE, vertices=(LEICA, HUAWEI, SIGMA)))
    assert path.count("M") == 3


def test_dot_is_larger_the_more_is_told_and_the_same_in_any_part() -> None:
    def radius(picture: ElementTree.Element) -> dict[str, float]:
        return {
            brand.attrib["href"]: float(circle.attrib["r"])
            for brand in picture.iter(f"{SVG}a")
            for circle in brand.findall(f"{SVG}circle")
            if brand.attrib["class"] == "brand"
        }

    alone, all_of_it = (
        radius(parsed(ENDED)),
        radius(parsed(ENDED, ACTIVE, vertices=(LEICA, HUAWEI, XIAOMI))),
    )
    assert alone["/brands/leica/"] > alone["/brands/huawei/"]
    assert all_of_it | alone == all_of_it


def test_words_are_escaped() -> None:
    hostile = Vertex(1, "<b>&\"'", '/"><script>', "<title>", 1)
    tie = ENDED._replace(href='/"><script>', title="</title><script>")
    picture = drawn((hostile, HUAWEI), (tie,), WHOLE, '"><script>')
    assert "<script>" not in picture
    assert "<b>" not in picture


def test_picture_of_nothing() -> None:
    assert "<a " not in drawn((), (), (), "Nothing")


@pytest.mark.parametrize("number", [2, 3, 7, 40])
def test_however_many_lines_between_two_stay_near(number: int) -> None:
    ties = [ENDED._replace(number=each) for each in range(number)]
    whole = tuple((tie.number, tie.members) for tie in ties)
    picture = drawn((LEICA, HUAWEI), ties, whole, "")
    bends = {float(y) for _, y in re.findall(r"Q([\d.-]+) ([\d.-]+) ", picture)}
    assert max(bends) - min(bends) <= 2 * 2 * 72 + 1
