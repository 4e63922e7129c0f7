"""Who left whom for whom, by what is stated of their partnerships; no database is needed."""

from itertools import count

import pytest

from partnerships.models import Company, Milestone, Partnership
from partnerships.standing import partnership_standing
from partnerships.timeline import Bar, moves
from tests.claims import claim, day

ON = day("2025-01-01")
LEICA, HUAWEI, XIAOMI, SHARP = (
    Company(pk=pk, name=name) for pk, name in enumerate(("Leica", "Huawei", "Xiaomi", "Sharp"), 1)
)
_ids = count(1)


def bar(
    *companies: Company, claims: list[Milestone], kinds: str = "co-development", scope: str = ""
) -> Bar:
    pk = next(_ids)
    row = Partnership(pk=pk, slug=f"p{pk}", kinds=tuple(kinds.split()), scope=scope)
    return Bar(row, companies, partnership_standing(claims, ON, ON), None, [])


def began(occurred: str = "2022-05-23", **fields: str) -> list[Milestone]:
    return [claim("announced", occurred, **fields)]


def ended(occurred: str = "2022-03-31", **fields: str) -> list[Milestone]:
    return [*began("2016-02-25"), claim("ended", occurred, **fields)]


def told(*bars: Bar) -> list[tuple[list[str], list[str]]]:
    return [
        ([each.name for each in move.left_partners], [each.name for each in move.joined_partners])
        for move in moves(LEICA, bars)
    ]


FROM_HUAWEI_TO_XIAOMI = [(["Huawei"], ["Xiaomi"])]


def test_company_moves_from_who_it_left_to_who_it_joined() -> None:
    old, new = bar(HUAWEI, LEICA, claims=ended()), bar(XIAOMI, LEICA, claims=began())
    assert told(old, new) == FROM_HUAWEI_TO_XIAOMI


@pytest.mark.parametrize(
    "occurred", ["2021-03-31", "2021", "2023-03-31", "2022-04~", "[..2022-12-01]"]
)
def test_within_a_year_on_either_side_it_is_a_move(occurred: str) -> None:
    old, new = bar(HUAWEI, LEICA, claims=ended()), bar(XIAOMI, LEICA, claims=began(occurred))
    assert told(old, new) == FROM_HUAWEI_TO_XIAOMI


@pytest.mark.parametrize("occurred", ["2020", "2021-03-30", "2023-04-01", "2024"])
def test_more_than_a_year_apart_it_is_none(occurred: str) -> None:
    old, new = bar(HUAWEI, LEICA, claims=ended()), bar(XIAOMI, LEICA, claims=began(occurred))
    assert told(old, new) == []


def test_of_several_the_nearest_is_told() -> None:
    old = bar(HUAWEI, LEICA, claims=ended())
    later, nearer = (
        bar(company, LEICA, claims=began(occurred))
        for company, occurred in ((SHARP, "2022-08"), (XIAOMI, "2022-05-23"))
    )
    assert told(old, later, nearer) == FROM_HUAWEI_TO_XIAOMI


def test_moves_are_told_latest_first() -> None:
    first = bar(HUAWEI, LEICA, claims=[claim("announced", "2010"), claim("ended", "2016-02")])
    second = bar(XIAOMI, LEICA, claims=ended())
    third = bar(SHARP, LEICA, claims=began())
    assert told(first, second, third) == [(["Xiaomi"], ["Sharp"]), (["Huawei"], ["Xiaomi"])]


@pytest.mark.parametrize(
    ("claims", "certainty"), [(began, "rumoured"), (began, "denied"), (ended, "rumoured")]
)
def test_what_is_only_rumoured_or_denied_is_no_move(claims: object, certainty: str) -> None:
    begun = began(certainty=certainty) if claims is began else began()
    over = ended(certainty=certainty) if claims is ended else ended()
    assert told(bar(HUAWEI, LEICA, claims=over), bar(XIAOMI, LEICA, claims=begun)) == []


def test_end_that_lies_ahead_is_no_move_yet() -> None:
    old = bar(HUAWEI, LEICA, claims=ended("2025-06-01", known="2024-01-01"))
    assert told(old, bar(XIAOMI, LEICA, claims=began("2024-12-01"))) == []


def test_new_partnership_with_the_same_partner_is_no_move() -> None:
    old = bar(HUAWEI, LEICA, claims=ended())
    assert told(old, bar(LEICA, HUAWEI, SHARP, claims=began())) == []


def test_partnership_that_had_begun_before_is_no_move() -> None:
    """It was there when the company joined the one that it left."""
    old = bar(HUAWEI, LEICA, claims=[claim("announced", "2022-01"), claim("ended", "2022-03-31")])
    assert told(old, bar(XIAOMI, LEICA, claims=began("2021-12-01"))) == []


def test_partnerships_of_others_are_no_moves_of_the_company() -> None:
    old = bar(HUAWEI, SHARP, claims=ended())
    assert told(old, bar(XIAOMI, LEICA, claims=began())) == []


@pytest.mark.parametrize(
    ("kinds", "scopes", "is_move"),
    [
        (("licensing", "licensing co-branding"), ("", ""), True),
        (("licensing", "co-branding"), ("phone cameras", "phone cameras"), False),
        (("", "co-branding"), ("phone cameras", "Cameras of phones"), True),
        (("", ""), ("phone cameras", "laser television"), False),
        (("", ""), ("optics for televisions", "sound for cars"), False),
        (("", ""), ("", ""), False),
    ],
)
def test_kinds_overlap_or_else_the_scopes(
    kinds: tuple[str, str], scopes: tuple[str, str], is_move: bool
) -> None:
    old = bar(HUAWEI, LEICA, claims=ended(), kinds=kinds[0], scope=scopes[0])
    new = bar(XIAOMI, LEICA, claims=began(), kinds=kinds[1], scope=scopes[1])
    assert bool(told(old, new)) is is_move
