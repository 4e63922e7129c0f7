"""Preview pictures as they are drawn: their size, their letters, and what no longer fits."""

import datetime
import io

import pytest
from PIL import Image

from partnerships.dates import Edge, Stretch
from partnerships.pictures.lanes import Bar, BarLook, Entry, Lane
from partnerships.pictures.lettering import LONGEST, Face, fitted, legible
from partnerships.pictures.preview import HEIGHT, WIDTH, Card, Figure, draw
from partnerships.pictures.scale import Scale

ON = datetime.date(2022, 5, 1)
CARD = Card("Leica", "Cameras", "As known on 1 May 2022", [Figure("4", "partnerships")])


def lanes(number: int, look: BarLook = BarLook.RUNNING) -> list[Lane]:
    edge = Edge(ON, ON)
    bar = Bar(Entry("A and B", "active", "", "/p/"), look, Stretch(edge, edge))
    return [Lane(f"Brand {each}", "/b/", "", "{}{}{}".format, [bar]) for each in range(number)]


def drawn(**other: object) -> Image.Image:
    fields = {name: getattr(CARD, name) for name in ("title", "facts", "day", "figures")}
    return Image.open(io.BytesIO(draw(Card(**fields | other))))  # type: ignore[arg-type]


def test_it_is_a_png_of_the_size_that_other_sites_show() -> None:
    image = drawn()
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))


def test_the_same_is_drawn_the_same() -> None:
    assert draw(CARD) == draw(CARD)


@pytest.mark.parametrize("look", list(BarLook))
def test_every_look_of_a_bar_is_drawn(look: BarLook) -> None:
    scale = Scale(datetime.date(2020, 1, 1), datetime.date(2024, 1, 1))
    image = drawn(lanes=lanes(9, look), scale=scale, on=ON)
    assert image.tobytes() != drawn(lanes=lanes(0), scale=scale, on=ON).tobytes()


def test_what_is_told_differs_where_the_picture_does() -> None:
    scale = Scale(datetime.date(2020, 1, 1), datetime.date(2024, 1, 1))
    cards = [
        Card("Leica", "", "", lanes=lanes(1, look), scale=scale, on=on)
        for look in (BarLook.RUNNING, BarLook.RUMOURED)
        for on in (None, ON)
    ]
    assert len({card.told for card in cards}) == len({draw(card) for card in cards}) == 4


def test_rest_of_the_lanes_is_told() -> None:
    scale = Scale(datetime.date(2020, 1, 1), datetime.date(2024, 1, 1))
    cards = [
        Card("Leica", "", "", lanes=lanes(4), scale=scale, rest=rest)
        for rest in ("", "and 4 others")
    ]
    assert len({card.told for card in cards}) == len({draw(card) for card in cards}) == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Leica", "Leica"),
        ("Ελληνική", "Ελληνική"),
        ("Яндекс", "Яндекс"),
        ("Cafe\u0301", "Café"),
        ("Ada 🤝 Bob", "Ada Bob"),
        ("\u202eLeica\x00", "Leica"),
        ("🤝", "Its address"),
        ("小米", "Its address"),
        ("شركة", "Its address"),
        ("A小", "Its address"),
    ],
)
def test_names_that_the_fonts_cannot_write_stand_as_their_address(name: str, shown: str) -> None:
    assert legible(name, "Its address") == shown


def test_a_long_name_is_shortened_with_an_ellipsis() -> None:
    shown, font = fitted(Face.SERIF, 76, "W" * 10_000, 1000)
    assert shown.lstrip("W") == "…"
    assert 0 < font.getlength(shown) <= 1000
    assert len(legible("W" * 10_000)) == LONGEST


def test_a_name_that_nearly_fits_is_written_smaller() -> None:
    words = "Ten letters"
    full, large = fitted(Face.SERIF, 76, words, 10_000)
    shown, small = fitted(Face.SERIF, 76, words, large.getlength(full) * 0.9)
    assert (shown, small.size < large.size) == (words, True)
