"""What search takes for one word, and for a typing error."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from partnerships.search import asking, words
from partnerships.search.excerpts import LENGTH, Marker


@pytest.mark.parametrize("module", [words, asking], ids=lambda module: module.__name__)
def test_examples_in_the_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café", ["cafe"]),
        ("CAFE\u0301", ["cafe"]),
        ("ＡＣＭＥ", ["acme"]),
        ("Straße", ["strasse"]),
        ("Ærø & Łódź", ["aero", "lodz"]),
        ("İstanbul", ["istanbul"]),
        ("B&O_PLAY", ["b", "o", "play"]),
        ("ﬁrst 12S", ["first", "12s"]),
        ("東京Xperia", ["東", "京", "xperia"]),
        ("😀 – “…” %_\\ ' \" \0", []),
        ("a" * 41, ["a" * 40]),
    ],
)
def test_words_have_neither_case_nor_accents_nor_punctuation(
    text: str, expected: list[str]
) -> None:
    assert words.words(text) == expected


@given(st.text())
def test_words_are_their_own_words(text: str) -> None:
    found = words.words(text)
    assert words.words(" ".join(found)) == found


letters = st.text("abcdehiklost", min_size=5, max_size=9)


@given(letters, letters)
def test_what_is_near_has_something_in_common_with_letters_left_out(one: str, other: str) -> None:
    allowed = min(words.errors_allowed(one), words.errors_allowed(other))
    near = OSA.distance(one[:7], other[:7]) <= allowed
    common = set(words.with_letters_left_out(one)) & set(words.with_letters_left_out(other))
    assert not near or common


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("xaomi", ["xiaomi"]),
        ("lecia", ["leica"]),
        ("hasselblat", ["hasselblad"]),
        ("hasslb", ["hasselblad"]),
        ("p9", []),
        ("s22", []),
        ("photograph", []),
        ("leica", []),
        ("convinced", []),
    ],
)
def test_nearest_names_of_a_mistyped_word(typed: str, expected: list[str]) -> None:
    known = {"xiaomi", "leica", "hasselblad", "p9", "p8", "s21", "photo"}
    assert asking.nearest(typed, known - {typed}) == expected


# Excerpts


def marked(text: str, *typed: str) -> str:
    parts = Marker(typed).excerpt(text)
    return "".join(f"[{part.text}]" if part.marked else part.text for part in parts)


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("Café Leica", ["cafe"], "[Café] Leica"),
        ("Cafe\u0301 Leica", ["cafe"], "[Cafe\u0301] Leica"),
        ("Cameras and a camera", ["camera"], "[Cameras] and a [camera]"),
        ("a camera", ["cameras"], "a [camera]"),
        ("its companies", ["company"], "its [companies]"),
        ("lens, not length", ["lens"], "[lens], not length"),
        ("a Leicaflex, no Fleica", ["leica"], "a [Leicaflex], no Fleica"),
        ("東京の会社", ["京"], "東[京]の会社"),
        ("<b>Leica</b>", ["leica"], "<b>[Leica]</b>"),
        ("nothing here", ["leica"], "nothing here"),
        ("", ["leica"], ""),
        ("Leica", [], "Leica"),
    ],
)
def test_words_are_marked_where_they_stand(text: str, typed: list[str], expected: str) -> None:
    assert marked(text, *typed) == expected


def test_excerpt_is_where_most_of_the_words_stand() -> None:
    text = f"Leica. {'Something else. ' * 100}Then Leica joined Xiaomi. {'And more. ' * 100}"
    found = marked(text, "leica", "xiaomi")
    assert "Then [Leica] joined [Xiaomi]." in found
    assert found.startswith("… ")
    assert found.endswith(" …")


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_excerpt_is_a_part_of_the_text(text: str, typed: list[str]) -> None:
    parts = Marker(each for word in typed for each in words.words(word)).excerpt(text)
    whole = "".join(part.text for part in parts).removeprefix("… ").removesuffix(" …")
    assert whole in text
    assert len(whole) <= LENGTH + 2 * 60
