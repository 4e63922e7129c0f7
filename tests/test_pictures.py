"""Lanes as they are drawn: days and words in, SVG out."""

import datetime
import re
from xml.etree import ElementTree

import pytest

from partnerships.dates import Edge, Stretch
from partnerships.pictures.lanes import (
    APART,
    ROW,
    Bar,
    BarLook,
    Entry,
    Lane,
    Mark,
    MarkLook,
    draw,
    draw_axis,
    draw_day,
    groups,
    scale_of,
)
from partnerships.pictures.scale import Scale, scale_around

TODAY = datetime.date(2026, 1, 1)
TWENTY_YEARS = Scale(datetime.date(2006, 1, 1), TODAY)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def edge(first: str, last: str = "") -> Edge:
    return Edge(day(first), day(last or first))


def bar(
    begin: Edge, end: Edge, look: BarLook = BarLook.RUNNING, *marks: Mark, name: str = "A and B"
) -> Bar:
    return Bar(Entry(name, "active", "since 2010", "/p/"), look, Stretch(begin, end), marks)


def mark(span: Edge, look: MarkLook = MarkLook.LAUNCHED, name: str = "Phone") -> Mark:
    return Mark(Entry(name, "launched", "2010", f"/l/{name}/"), look, span)


def lane(*bars: Bar, marks: tuple[Mark, ...] = ()) -> Lane:
    return Lane("B", "/b/", "since 2010", "/a/?{}&from={}&to={}".format, bars, marks)


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)  # noqa: S314 - made by ourselves, a line above


def drawn(one: Lane, scale: Scale = TWENTY_YEARS) -> ElementTree.Element:
    return parsed(draw(one, scale, TODAY, "key"))


def rect(one: Lane) -> dict[str, str]:
    [found] = drawn(one).iter("rect")
    return found.attrib


def test_every_year_has_its_place() -> None:
    assert [TWENTY_YEARS.at(day(f"{year}-01-01")) for year in (2006, 2011, 2016, 2026)] == [
        0,
        25,
        50,
        100,
    ]


def test_what_lies_outside_stands_at_the_edge() -> None:
    assert [TWENTY_YEARS.at(day(each)) for each in ("1990-01-01", "2050-01-01")] == [0, 100]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1986-01-01", "2026-06-01", ["1990", "2000", "2010", "2020"]),
        ("2005-06-01", "2026-06-01", ["2010", "2015", "2020", "2025"]),
        ("2020-01-02", "2023-06-01", ["2021", "2022", "2023"]),
        ("2022-01-01", "2022-12-31", ["Jan 2022", "Apr 2022", "Jul 2022", "Oct 2022"]),
        ("2022-05-15", "2022-07-20", ["Jun 2022", "Jul 2022"]),
        ("1800-01-01", "2200-12-31", ["1800", "1900", "2000", "2100", "2200"]),
    ],
)
def test_axis_names_few_days_at_even_distances(first: str, last: str, words: list[str]) -> None:
    assert [tick.words for tick in Scale(day(first), day(last)).ticks()] == words


def test_scale_shows_all_with_a_margin_on_either_side() -> None:
    scale = scale_around([day("2010-01-01"), day("2020-01-01")])
    assert scale.first < day("2010-01-01") < day("2020-01-01") < scale.last


def test_scale_of_one_day_is_a_year_long() -> None:
    scale = scale_around([day("2020-01-01")])
    assert (scale.last - scale.first).days >= 365


@pytest.mark.parametrize("days", [["2010-01-01"], ["2021-06-01"], ["2030-01-01"]])
def test_days_that_are_asked_for_are_the_ends_of_the_scale(days: list[str]) -> None:
    scale = scale_around(list(map(day, days)), day("2020-01-01"), day("2022-12-31"))
    assert scale == Scale(day("2020-01-01"), day("2022-12-31"))


@pytest.mark.parametrize("first", ["2020-01-01", "2030-01-01", "2200-12-31"])
def test_first_day_alone_is_kept_whatever_comes_before_it(first: str) -> None:
    scale = scale_around([day("2010-01-01"), TODAY], day(first))
    assert (scale.first, scale.last > scale.first) == (day(first), True)


@pytest.mark.parametrize("last", ["1800-01-01", "2020-01-01", "2200-12-31"])
def test_last_day_alone_is_kept_whatever_comes_after_it(last: str) -> None:
    scale = scale_around([day("2010-01-01"), TODAY], None, day(last))
    assert (scale.last, scale.last > scale.first) == (day(last), True)


def test_scale_of_lanes_reaches_from_their_first_day_to_their_last() -> None:
    one = lane(bar(edge("2010-01-01"), edge("2012-01-01")), marks=(mark(edge("2030-01-01")),))
    scale = scale_of([one], TODAY)
    assert [scale.shows(day(each)) for each in ("2010-01-01", "2030-01-01")] == [True, True]
    assert not scale.shows(day("2009-01-01"))


def test_bar_reaches_from_beginning_to_end() -> None:
    found = rect(lane(bar(edge("2011-01-01"), edge("2016-01-01"))))
    assert (found["x"], found["width"], found["class"]) == ("25%", "25%", "running")


def test_bar_of_one_day_can_be_seen() -> None:
    found = rect(lane(bar(edge("2011-01-01"), edge("2011-01-01"))))
    assert found["width"] == "1.5%"


def test_bar_at_the_last_day_stays_inside() -> None:
    found = rect(lane(bar(edge("2026-01-01"), edge("2026-01-01"))))
    assert (found["x"], found["width"]) == ("98.5%", "1.5%")


def stops(one: Lane) -> list[tuple[str, str]]:
    return [
        (each.attrib["offset"], each.attrib["stop-opacity"]) for each in drawn(one).iter("stop")
    ]


def test_bar_fades_between_the_days_of_its_edges() -> None:
    uncertain = bar(edge("2006-01-01", "2011-01-01"), edge("2021-01-01", "2026-01-01"))
    assert stops(lane(uncertain)) == [("0", "0.1"), ("0.25", "1"), ("0.75", "1"), ("1", "0.1")]


def test_bar_fades_at_one_end_alone() -> None:
    one = bar(edge("2006-01-01"), edge("2016-01-01", "2026-01-01"))
    assert stops(lane(one)) == [("0", "1"), ("0.5", "1"), ("1", "0.1")]


def test_bar_whose_edges_overlap_is_fullest_between_them() -> None:
    one = bar(edge("2006-01-01", "2026-01-01"), edge("2006-01-01", "2026-01-01"))
    assert stops(lane(one)) == [("0", "0.1"), ("0.5", "1"), ("1", "0.1")]


def test_bar_that_is_certain_has_no_gradient() -> None:
    assert stops(lane(bar(edge("2011-01-01"), edge("2016-01-01")))) == []


@pytest.mark.parametrize("look", [BarLook.RUMOURED, BarLook.ANNOUNCED, BarLook.DENIED])
def test_what_is_no_fact_is_an_outline_without_gradient(look: BarLook) -> None:
    one = lane(bar(edge("2006-01-01", "2011-01-01"), edge("2016-01-01"), look))
    assert (rect(one)["class"], stops(one)) == (look.value, [])


def test_gradients_of_a_page_have_names_of_their_own() -> None:
    uncertain = bar(edge("2006-01-01", "2008-01-01"), edge("2009-01-01"))
    later = bar(edge("2010-01-01", "2011-01-01"), edge("2012-01-01"))
    markup = "".join(
        draw(lane(uncertain, later), TWENTY_YEARS, TODAY, key) for key in ("leica-0", "leica-1")
    )
    names = re.findall(r'id="([^"]+)"', markup)
    assert len(set(names)) == len(names) == 4
    assert re.findall(r"url\(#([^)]+)\)", markup) == names


def test_bars_that_overlap_stand_in_rows_of_their_own() -> None:
    bars = [bar(edge(f"20{year}-01-01"), edge(f"20{year + 5}-01-01")) for year in (10, 12, 16)]
    rows = [each.attrib["y"] for each in drawn(lane(*bars)).iter("rect")]
    assert rows == ["6", "6", "32"]


def test_of_many_bars_at_once_the_last_share_a_row() -> None:
    bars = [bar(edge("2010-01-01"), edge("2020-01-01")) for _ in range(9)]
    assert drawn(lane(*bars)).attrib["height"] == str(4 * ROW)


def test_lane_without_a_bar_has_its_marks() -> None:
    one = lane(marks=(mark(edge("2016-01-01")),))
    [circle] = drawn(one).iter("circle")
    assert (circle.attrib["cx"], circle.attrib["class"]) == ("50%", "launched")


def test_partnership_that_nothing_dates_has_a_row_of_words() -> None:
    undated = Bar(Entry("A and B", "not known", "", "/p/"), BarLook.ANNOUNCED, None)
    tree = drawn(lane(bar(edge("2010-01-01"), edge("2020-01-01")), undated))
    assert [link.findtext("title") for link in tree.iter("a")] == [
        "A and B: active, since 2010",
        "A and B: not known",
    ]
    assert tree.attrib["height"] == str(2 * ROW)


def test_every_element_leads_to_its_entry_and_says_what_it_is() -> None:
    one = lane(bar(edge("2010-01-01"), edge("2020-01-01"), BarLook.ENDED, mark(edge("2012-01-01"))))
    found = [(each.attrib["href"], each.findtext("title")) for each in drawn(one).iter("a")]
    assert found == [
        ("/p/", "A and B: active, since 2010"),
        ("/l/Phone/", "Phone: launched, 2010"),
    ]


def test_table_and_picture_are_made_of_the_same_entries() -> None:
    one = lane(
        bar(edge("2010-01-01"), edge("2020-01-01"), BarLook.ENDED, mark(edge("2012-01-01"))),
        marks=(mark(edge("2015-01-01"), MarkLook.RUMOUR, "Rumoured"),),
    )
    drawn_words = {each.findtext("title") for each in drawn(one).iter("a")}
    assert drawn_words == {entry.words for entry in one.entries}


def test_words_are_escaped() -> None:
    entry = Entry('A & <B> "C"', "", "", '/p/?a=1&b="2"')
    one = lane(Bar(entry, BarLook.RUNNING, Stretch(edge("2010-01-01"), edge("2020-01-01"))))
    [link] = drawn(one).iter("a")
    assert (link.attrib["href"], link.findtext("title")) == ('/p/?a=1&b="2"', 'A & <B> "C": ')


def test_uncertain_day_stands_in_the_middle_of_a_line_over_its_days() -> None:
    tree = drawn(lane(marks=(mark(edge("2014-01-01", "2018-01-01")),)))
    [line] = [each for each in tree.iter("line") if each.attrib["class"] == "span launched"]
    [circle] = tree.iter("circle")
    assert (line.attrib["x1"], circle.attrib["cx"], line.attrib["x2"]) == ("40%", "50%", "60%")


def test_marks_that_would_cover_each_other_are_one_with_their_number() -> None:
    marks = tuple(mark(edge("2016-01-01"), name=name) for name in ("12S", "12S Pro", "12S Ultra"))
    [link] = drawn(lane(marks=marks)).iter("a")
    assert link.findtext("text") == "3"
    assert link.attrib["href"] == "/a/?launched&from=2016-01-01&to=2016-01-01"
    assert link.findtext("title") == (
        "12S: launched, 2010; 12S Pro: launched, 2010; 12S Ultra: launched, 2010"
    )


def test_marks_of_different_looks_are_never_one() -> None:
    marks = [mark(edge("2016-01-01"), look) for look in MarkLook]
    assert [len(group) for group in groups(marks, TWENTY_YEARS)] == [1] * len(MarkLook)


def test_marks_at_some_distance_stand_for_themselves() -> None:
    years = 20 * APART / 100
    later = day("2016-01-01") + datetime.timedelta(days=366 * years + 1)
    marks = [mark(edge("2016-01-01")), mark(Edge(later, later))]
    assert [len(group) for group in groups(marks, TWENTY_YEARS)] == [1, 1]


def test_what_the_scale_does_not_show_is_not_drawn() -> None:
    early = bar(edge("1990-01-01"), edge("2000-01-01"))
    tree = drawn(lane(early, marks=(mark(edge("2000-01-01")),)))
    assert list(tree.iter("a")) == []


@pytest.mark.parametrize("on", ["2005-12-31", "2026-01-02"])
def test_day_outside_the_scale_has_no_line(on: str) -> None:
    tree = parsed(draw(lane(), TWENTY_YEARS, day(on), "key"))
    assert [each for each in tree.iter("line") if each.attrib["class"] == "on"] == []
    assert draw_day(TWENTY_YEARS, day(on), "today") == ""


def test_day_has_a_line_and_its_words() -> None:
    [line] = [each for each in drawn(lane()).iter("line") if each.attrib["class"] == "on"]
    text = parsed(draw_day(TWENTY_YEARS, TODAY, "today")).find("text")
    assert text is not None
    assert (line.attrib["x1"], text.attrib["x"], text.text) == ("100%", "100%", "today")


def test_axis_has_the_years() -> None:
    assert [each.text for each in parsed(draw_axis(TWENTY_YEARS)).iter("text")] == [
        "2010",
        "2015",
        "2020",
        "2025",
    ]


def test_picture_carries_no_style_of_its_own() -> None:
    """The policy for content would refuse it."""
    one = lane(bar(edge("2006-01-01", "2011-01-01"), edge("2020-01-01"), BarLook.ENDED))
    markup = "".join([draw(one, TWENTY_YEARS, TODAY, "key"), draw_axis(TWENTY_YEARS)])
    assert re.findall(r"style|<script|on\w+=", markup) == []
