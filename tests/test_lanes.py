"""A brand's lanes: who stands in them, from when to when, as asked and as known on which day."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import recording, timeline
from partnerships.models import Company, Partnership
from partnerships.timeline import Question
from partnerships.timeline.drawn_rows import IN_A_LANE, LOOKED_AT
from tests import factories as make
from tests.claims import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def leica() -> Company:
    return make.company("Leica")


@pytest.fixture
def xiaomi() -> Company:
    return make.company("Xiaomi")


@pytest.fixture
def partnership(xiaomi: Company, leica: Company) -> Partnership:
    with recording.batch():
        row = make.partnership(xiaomi, leica)
        make.milestone(row, "announced", "2022-05-23", make.article("2022-05-23"))
    return row


def told(company: Company, **asked: Any) -> list[tuple[str, list[str], list[str]]]:
    """Each lane: the partner, the partnerships, and the launches by name or rumours by kind."""
    return [
        (
            lane.partner.name,
            [bar.partnership.slug for bar in lane.bars],
            [mark.name.name if mark.name else mark.claim.kind for mark in lane.everything],
        )
        for lane in timeline.lanes(Question(company, **asked)).lanes
    ]


def test_partner_that_came_first_stands_first(leica: Company, partnership: Partnership) -> None:
    older = make.partnership(make.company("Huawei"), leica)
    make.milestone(older, "announced", "2016-02-25")
    assert told(leica) == [
        ("Huawei", ["huawei-leica"], []),
        ("Xiaomi", ["xiaomi-leica"], []),
    ]


def test_partnership_of_three_stands_in_the_lane_of_each_partner(leica: Company) -> None:
    alliance = make.partnership(
        leica, make.company("Panasonic"), make.company("Sigma"), slug="l-mount"
    )
    make.milestone(alliance, "announced", "2018-09-25")
    assert told(leica) == [("Panasonic", ["l-mount"], []), ("Sigma", ["l-mount"], [])]
    assert [bar.partnership.slug for bar in timeline.lanes(Question(leica)).bars] == ["l-mount"]


def test_launch_stands_on_the_bar_of_its_partnership(
    leica: Company, xiaomi: Company, partnership: Partnership
) -> None:
    launch = make.launch("12S Ultra", xiaomi, partnership=partnership)
    make.milestone(launch, "launched", "2022-07-04")
    [lane] = timeline.lanes(Question(leica)).lanes
    assert [mark.kind for mark in lane.bars[0].marks] == [timeline.MarkKind.LAUNCHED]
    assert lane.marks == []


def test_launch_of_two_makers_without_a_partnership_has_a_lane(
    leica: Company, xiaomi: Company
) -> None:
    launch = make.launch("Camera", leica)
    with recording.batch() as batch:
        batch.link(launch, "makers", [leica, xiaomi])
    make.milestone(launch, "launched", "2022-07-04")
    assert told(leica) == [("Xiaomi", [], ["Camera"])]


def test_maker_who_takes_no_part_has_the_launch_in_a_lane_of_its_own(
    leica: Company, xiaomi: Company, partnership: Partnership
) -> None:
    launch = make.launch("Phone", make.company("Foxconn"), partnership=partnership)
    make.milestone(launch, "launched", "2022-07-04")
    assert told(leica) == [("Xiaomi", ["xiaomi-leica"], ["Phone"]), ("Foxconn", [], ["Phone"])]


def test_brand_that_makes_a_launch_of_others_partnership_has_their_lanes(
    leica: Company, partnership: Partnership
) -> None:
    maker = make.company("Foxconn")
    launch = make.launch("Phone", maker, partnership=partnership)
    make.milestone(launch, "launched", "2022-07-04")
    assert told(maker) == [("Leica", [], ["Phone"]), ("Xiaomi", [], ["Phone"])]


@pytest.mark.parametrize(
    ("claims", "kind", "edge"),
    [
        ([("launched", "2022-07-04", {})], "launched", "2022-07-04"),
        ([("discontinued", "2023", {})], "off", "2023-01-01"),
        (
            [("launched", "2022-07-04", {}), ("discontinued", "2023", {})],
            "launched",
            "2022-07-04",
        ),
        ([("announced", "2022-05-24", {"due": "2022-07"})], "expected", "2022-07-01"),
        ([("announced", "2022-05-24", {})], "expected", "2022-05-24"),
        (
            [
                ("announced", "2022-05", {"due": "2022-07"}),
                ("delayed", "2022-06", {"due": "2022-09"}),
            ],
            "expected",
            "2022-09-01",
        ),
        ([("cancelled", "2022-06-01", {})], "off", "2022-06-01"),
        ([("announced", "2022-06-01", {"certainty": "denied"})], "off", "2022-06-01"),
        ([("launched", "2022-06-01", {"certainty": "rumoured"})], "rumour", "2022-06-01"),
    ],
)
def test_launch_stands_where_its_status_comes_from(
    leica: Company, partnership: Partnership, claims: list[Any], kind: str, edge: str
) -> None:
    launch = make.launch(maker=leica, partnership=partnership)
    for what, occurred, fields in claims:
        make.milestone(launch, what, occurred, make.article(occurred), **fields)
    [mark] = timeline.lanes(Question(leica)).lanes[0].everything
    assert (mark.kind.value, str(mark.span.first)) == (kind, edge)


def test_rumour_before_a_launch_keeps_its_mark(leica: Company, partnership: Partnership) -> None:
    launch = make.launch("12S Ultra", leica, partnership=partnership)
    make.milestone(launch, "launched", "2022-05-24", certainty="rumoured")
    make.milestone(launch, "launched", "2022-07-04")
    marks = timeline.lanes(Question(leica)).lanes[0].everything
    assert [mark.kind.value for mark in marks] == ["rumour", "launched"]


def test_rumour_of_a_partnership_has_a_mark(leica: Company, partnership: Partnership) -> None:
    make.milestone(partnership, "began", "2021-05-15", certainty="rumoured")
    make.milestone(
        partnership,
        "ended",
        "2021-06-15",
        certainty="rumoured",
        rank="deprecated",
        rank_reason="A mistake.",
    )
    assert told(leica) == [("Xiaomi", ["xiaomi-leica"], ["began"])]


def test_partnership_without_any_claim_has_a_lane_without_days(leica: Company) -> None:
    make.partnership(leica, make.company("Sigma"))
    [lane] = timeline.lanes(Question(leica)).lanes
    assert [bar.stretch for bar in lane.bars] == [None]


def test_last_of_the_steps_says_that_it_exists(leica: Company) -> None:
    """Of the steps that move no date only the last is read."""
    row = make.partnership(leica, make.company("Sigma"))
    make.milestone(row, "announced", "2016", make.article("2016-12-31"), certainty="denied")
    make.milestone(row, "extended", "2015", make.article("2015-12-31"))
    assert [bar.standing.status.value for bar in timeline.lanes(Question(leica)).bars] == ["denied"]
    make.milestone(row, "expanded", "2017", make.article("2017-12-31"))
    assert [bar.standing.status.value for bar in timeline.lanes(Question(leica)).bars] == ["active"]


def test_lanes_are_as_known_on_the_day(leica: Company, partnership: Partnership) -> None:
    make.milestone(
        partnership, "began", "2021-05-15", make.article("2021-05-15"), certainty="rumoured"
    )
    launch = make.launch("12S Ultra", leica, partnership=partnership)
    make.milestone(launch, "launched", "2022-07-04", make.article("2022-07-04"))
    assert told(leica, as_of=day("2021-05-14")) == []
    [lane] = timeline.lanes(Question(leica, as_of=day("2022-05-01"))).lanes
    assert [bar.standing.status.value for bar in lane.bars] == ["rumoured"]
    assert told(leica, as_of=day("2022-07-03")) == [("Xiaomi", ["xiaomi-leica"], ["began"])]


@pytest.fixture
def history(leica: Company, xiaomi: Company, partnership: Partnership) -> Company:
    """Two partners with a rumour, a launch and a statement."""
    with recording.batch():
        huawei = make.partnership(make.company("Huawei"), leica)
        make.milestone(huawei, "announced", "2016-02-25")
        make.milestone(huawei, "ended", "2022-03-31")
        make.milestone(partnership, "began", "2021-05-15", certainty="rumoured")
        make.milestone(make.launch("P9", leica, partnership=huawei), "launched", "2016-04-06")
        make.milestone(make.launch("13", leica, partnership=partnership), "launched", "2022-12")
        make.statement("We are convinced.", "2022-05-24", company=leica, partnership=partnership)
    return leica


HUAWEI, XIAOMI = ("Huawei", ["huawei-leica"]), ("Xiaomi", ["xiaomi-leica"])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [(*HUAWEI, ["P9"]), (*XIAOMI, ["began", "13"])]),
        ({"kind": "milestone"}, [(*HUAWEI, []), (*XIAOMI, ["began"])]),
        ({"kind": "launch"}, [(*HUAWEI, ["P9"]), (*XIAOMI, ["13"])]),
        ({"kind": "statement"}, [(*XIAOMI, [])]),
        ({"certainty": "rumoured"}, [(*XIAOMI, ["began"])]),
        ({"certainty": "denied"}, []),
        ({"dated": False}, []),
        ({"dated": True, "certainty": "stated"}, [(*HUAWEI, ["P9"]), (*XIAOMI, ["13"])]),
        ({"first": day("2022-06-01")}, [(*XIAOMI, ["13"])]),
        ({"last": day("2016-03-01")}, [(*HUAWEI, [])]),
        # In these years nothing happened, but the partnership ran.
        ({"first": day("2018-01-01"), "last": day("2019-12-31")}, [(*HUAWEI, [])]),
        # The rumour lies before the partnership.
        (
            {"first": day("2021-05-01"), "last": day("2021-06-01"), "certainty": "rumoured"},
            [("Xiaomi", [], ["began"])],
        ),
    ],
)
def test_lanes_follow_the_filters(
    history: Company, asked: dict[str, Any], expected: list[Any]
) -> None:
    assert told(history, **asked) == expected


def test_one_partner_has_the_only_lane(history: Company) -> None:
    alliance = make.partnership(
        history, Company.objects.get(slug="huawei"), make.company("Sigma"), slug="l-mount"
    )
    make.milestone(alliance, "announced", "2018-09-25")
    partner = Company.objects.get(slug="sigma")
    assert told(history, partner=partner) == [("Sigma", ["l-mount"], [])]


def test_other_brands_do_not_stand_in_the_lanes(history: Company) -> None:
    other = make.partnership(Company.objects.get(slug="huawei"), make.company("Devialet"))
    make.milestone(other, "announced", "2019-11-25")
    assert [name for name, *_ in told(history)] == ["Huawei", "Xiaomi"]


def test_lanes_of_several_brands_are_those_of_each(history: Company, xiaomi: Company) -> None:
    brands = [history, xiaomi, make.company("Nokia")]
    for as_of in (None, day("2022-06-01")):
        assert [
            [(lane.partner, lane.bars, lane.marks) for lane in found.lanes]
            for found in timeline.lanes_of(brands, as_of)
        ] == [
            [
                (lane.partner, lane.bars, lane.marks)
                for lane in timeline.lanes(Question(brand, as_of=as_of)).lanes
            ]
            for brand in brands
        ]


def queries(company: Company, **asked: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        timeline.lanes(Question(company, **asked))
    return len(captured)


@pytest.mark.parametrize("asked", [{}, {"kind": "launch", "as_of": datetime.date(2024, 1, 1)}])
def test_lanes_take_one_query(history: Company, asked: dict[str, Any]) -> None:
    assert queries(history, **asked) == queries(make.company("Nokia"), **asked) == 1


def test_of_very_many_partnerships_the_last_recorded_are_drawn(leica: Company) -> None:
    with recording.batch():
        for number in range(LOOKED_AT + 1):
            partner = make.company(f"Partner {number}")
            row = make.partnership(leica, partner, slug=f"number-{number}")
            make.milestone(row, "announced", "2022")
    found = timeline.lanes(Question(leica))
    assert {bar.partnership.slug for bar in found.bars} == {
        f"number-{number}" for number in range(1, LOOKED_AT + 1)
    }
    assert not found.complete


def with_one_partner(brand: Company, partner: Company, number: int) -> None:
    """So many partnerships, one announced each year from 2001 on."""
    with recording.batch():
        for year in range(2001, 2001 + number):
            row = make.partnership(brand, partner, slug=f"of-{year}")
            make.milestone(row, "announced", str(year))


def test_of_very_many_with_one_partner_the_last_recorded_are_drawn(
    leica: Company, xiaomi: Company
) -> None:
    with_one_partner(leica, xiaomi, IN_A_LANE + 2)
    last = [f"of-{year}" for year in range(2003, 2003 + IN_A_LANE)]
    assert told(leica) == told(leica, partner=xiaomi) == [("Xiaomi", last, [])]
    assert not timeline.lanes(Question(leica)).complete


def test_as_many_with_one_partner_as_are_drawn_are_complete(
    leica: Company, xiaomi: Company
) -> None:
    with_one_partner(leica, xiaomi, IN_A_LANE)
    [lane] = timeline.lanes(Question(leica)).lanes
    assert (len(lane.bars), lane.complete) == (IN_A_LANE, True)
    assert timeline.lanes(Question(leica)).complete


def test_of_very_many_with_one_partner_those_that_are_asked_for_are_drawn(
    leica: Company, xiaomi: Company
) -> None:
    with_one_partner(leica, xiaomi, IN_A_LANE + 2)
    assert told(leica, last=day("2002-01-01")) == [("Xiaomi", ["of-2001", "of-2002"], [])]


def test_partnership_of_several_is_drawn_for_the_partner_with_few(
    leica: Company, xiaomi: Company
) -> None:
    alliance = make.partnership(leica, xiaomi, make.company("Sigma"), slug="alliance")
    make.milestone(alliance, "announced", "1999")
    with_one_partner(leica, xiaomi, IN_A_LANE + 2)
    last = [f"of-{year}" for year in range(2003, 2003 + IN_A_LANE)]
    assert told(leica) == [("Sigma", ["alliance"], []), ("Xiaomi", last, [])]


def test_comparison_has_every_partnership_with_a_partner(leica: Company, xiaomi: Company) -> None:
    with_one_partner(leica, xiaomi, IN_A_LANE + 2)
    [found] = timeline.lanes_of([leica], None)
    assert len(found.bars) == IN_A_LANE + 2


def test_liveliest_lane_is_that_with_most_to_tell(history: Company) -> None:
    lanes = timeline.lanes(Question(history)).lanes
    assert [(lane.partner.name, lane.activity) for lane in lanes] == [("Huawei", 2), ("Xiaomi", 3)]
