"""Which words repeat which: by the words alone, whole or in part."""

import random
from itertools import permutations

import pytest

from partnerships.quoting import first_appearances, is_part, segments_of

CONVINCED = "We are convinced that the first flagship makes progress visible."
MORE = "We will provide consumers with exceptional image quality."
WHOLE = f"{CONVINCED} {MORE}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CONVINCED, CONVINCED.upper()),
        (CONVINCED, f"“{CONVINCED}”"),
        (CONVINCED, CONVINCED.replace(".", ",")),
        (CONVINCED, CONVINCED.replace(" ", "\n  ")),
        (CONVINCED, CONVINCED.replace(" ", "\N{NO-BREAK SPACE}")),
        ("It’s «new», they said", 'it\'s "new" they said!'),
        (f"{CONVINCED} … {MORE}", f"{MORE}...{CONVINCED}"),
        (f"{CONVINCED} […] {MORE}", f"{CONVINCED} (...) {MORE}"),
        ("Café", "Cafe\N{COMBINING ACUTE ACCENT}"),
        ("我们相信。", "“我们相信”"),
    ],
)
def test_the_same_words(one: str, other: str) -> None:
    assert segments_of(one) == segments_of(other)
    assert first_appearances([one, other]) == [None, 0]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (CONVINCED, WHOLE),
        (MORE, WHOLE),
        (f"{CONVINCED} … {MORE}", WHOLE),
        (MORE, f"{CONVINCED} … {MORE}"),
        ("the first flagship makes progress", WHOLE),
        ("first flagship makes progress visible … image quality … Consumers", WHOLE),
    ],
)
def test_a_part_of_the_words(part: str, whole: str) -> None:
    assert is_part(segments_of(part), segments_of(whole))
    assert not is_part(segments_of(whole), segments_of(part))
    assert first_appearances([part, whole]) == first_appearances([whole, part]) == [None, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CONVINCED, MORE),
        ("makes progress visible", WHOLE),  # three words may be anybody's
        ("Yes … No", "Yes … No … Never"),
        ("We are convinced that the flagship makes progress visible.", WHOLE),
        ("the first flagship … makes no progress visible", WHOLE),
        ("progress visible We will not", WHOLE),
        ("the first flag", WHOLE),
        ("", WHOLE),
        ("…", WHOLE),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert first_appearances([one, other]) == first_appearances([other, one]) == [None, None]


def test_two_parts_of_one_whole_that_comes_later_stay_apart() -> None:
    assert first_appearances([CONVINCED, MORE, WHOLE]) == [None, None, 0]
    assert first_appearances([WHOLE, MORE, CONVINCED]) == [None, 0, 0]


def test_what_comes_later_changes_nothing_before_it() -> None:
    texts = [CONVINCED, MORE, WHOLE, f"“{MORE}”", "the first flagship makes progress", "Yes"]
    for order in permutations(texts):
        whole = first_appearances(order)
        assert [first_appearances(order[:end]) for end in range(7)] == [
            whole[:end] for end in range(7)
        ]


def test_as_a_comparison_of_each_with_all_before_it() -> None:
    dice = random.Random(20220524)  # noqa: S311 - no secret
    for _ in range(200):
        texts = [
            " … ".join(
                " ".join(dice.choices("abc", k=dice.randrange(1, 9)))
                for _ in range(dice.choice([1, 1, 2]))
            )
            for _ in range(12)
        ]
        found: list[int | None] = []
        for place, text in enumerate(texts):
            words = segments_of(text)
            same = (
                each
                for each in range(place)
                if found[each] is None
                and (
                    segments_of(texts[each]) == words
                    or is_part(words, segments_of(texts[each]))
                    or is_part(segments_of(texts[each]), words)
                )
            )
            found.append(next(same, None))
        assert first_appearances(texts) == found
