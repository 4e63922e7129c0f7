"""Patterns that mind no capitals: what they match, and that places in the text stay."""

from partnerships.reading.anycase import AnyCase, small


def test_neither_the_capitals_of_the_text_nor_of_the_pattern_matter() -> None:
    found = AnyCase(r"\bMoUs?\b").finditer("An MOU, a mou and two MoUs.")
    assert [each.span() for each in found] == [(3, 6), (10, 13), (22, 26)]


def test_signs_and_names_of_groups_keep_their_capitals() -> None:
    found = AnyCase(r"(?P<word>JOINT)\W\S").search("A joint venture")
    assert found is not None
    assert (found["word"], found.span()) == ("joint", (2, 9))


def test_only_the_piece_that_is_asked_for_is_looked_at() -> None:
    pattern = AnyCase("deal$")
    assert pattern.search("The Deal of the day", 0, 8)
    assert not pattern.match("The Deal of the day", 0, 8)
    assert pattern.fullmatch("The Deal of the day", 4, 8)


def test_small_letters_keep_their_places() -> None:
    assert small("İN İSTANBUL") == "İn İstanbul"
