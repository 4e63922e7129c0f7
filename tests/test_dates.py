"""Dates: what EDTF texts and an editor's words state, how they are worded, and what is refused."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from edtf.parser import is_valid_edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerships import dates
from tests.date_cases import CASES, Case

TUESDAY = "2022-05-24"

# Words of these do not lead back to the same EDTF text, though to the same days.
NOT_FROM_PLAIN_WORDS = (
    "[..2022-05]",  # "before the end of May 2022" is a day
    "[..2019]",
    "[2022-07-31..2022-07-31]",  # "31 July 2022" is that day
    "[2022-05-24..2022-05-24]",
)

REFUSED_EDTF = (
    ("", "Type a date"),
    ("   ", "Type a date"),
    ("2022-7-4", "No date is understood"),
    ("2022-07-04\n", "No date is understood"),
    (" 2022", "No date is understood"),
    ("2022 ", "No date is understood"),
    ("x2022", "No date is understood"),
    ("20220704", "No date is understood"),
    ("2022\0", "invisible"),
    ("2022\u200b", "invisible"),
    ("2022\ud800", "invisible"),
    ("２０２２", "digits 0 to 9"),
    ("٢٠٢٢-٠٧", "digits 0 to 9"),
    ("2022²", "digits 0 to 9"),
    ("2" * 65, "at most 64"),
    ("2022-02-30", "February 2022 has 28 days"),
    ("2023-02-29", "February 2023 has 28 days"),
    ("2022-07-00", "July 2022 has 31 days"),
    ("2022-13", "no such month"),
    ("2022-00-01", "no such month"),
    ("2022-21-05", "no such month"),
    ("0000", "from 1800 to 2200"),
    ("1799-12-31", "from 1800 to 2200"),
    ("2201", "from 1800 to 2200"),
    ("2200-24", "from 1800 to 2200"),
    ("-2022", "from 1800 to 2200"),
    ("Y20220", "from 1800 to 2200"),
    ("202X", "Leave out the X"),
    ("2022-XX", "Leave out the X"),
    ("2022-X2", "Leave out the X"),
    ("2022-07-04T10:00:00", "Leave out the time"),
    ("2022-22?", "without ~?%"),
    ("2022-35~", "without ~?%"),
    ("2022-28", "no such month"),
    ("~2022", "after the whole date"),
    ("2022~-07", "after the whole date"),
    ("2016~/2020", "without ~, ? or %"),
    ("{2022,2023}", "A list is not kept"),
    ("[2022,2023]", "A list is not kept"),
    ("[2022-05-24..2022-07]", "Both ends of a set"),
    ("[2022-33..2022-35]", "months of a season"),
    ("2016/2022-22", "months of a season"),
    ("[2022-07-31..2022-05-24]", "earlier date first"),
    ("2022/2016", "earlier date first"),
    ("../2022-07", "[..2022-07-31]"),
    ("/2009-04", "[..2009-04-30]"),
    ("2016/..", "An open end is not kept"),
    ("2016/", "An open end is not kept"),
    ("[2016..]", "An open end is not kept"),
)

REFUSED_WORDS = (
    ("soon", TUESDAY, "No date is understood in “soon”"),
    ("recently", TUESDAY, "No date is understood"),
    ("of the", TUESDAY, "No date is understood"),
    ("by", TUESDAY, "No date is understood"),
    ("4 July 22", TUESDAY, "No date is understood"),
    ("31 February 2024", "", "February 2024 has 29 days"),
    ("4 July 1066", "", "from 1800 to 2200"),
    ("03/04/05", "", "month as a word"),
    ("04/05/2022", "", "month as a word"),
    ("24.05.22", "", "month as a word"),
    ("2022/13", "", "No date is understood"),
    ("summer 2022/23", "", "No date is understood"),
    ("winter 2022/24", "", "next year"),
    ("../2022-07", TUESDAY, "[..2022-07-31]"),
    ("{2022,2023}", TUESDAY, "A list is not kept"),
    ("2022-xx", TUESDAY, "Leave out the X"),
    ("2022-07-04T10:00:00Z", TUESDAY, "Leave out the time"),
    ("since 2016", TUESDAY, "An open end is not kept"),
    ("from 2016", TUESDAY, "An open end is not kept"),
    ("after 24 May 2022", TUESDAY, "An open end is not kept"),
    ("about summer 2022", "", "Only a day, a month or a year"),
    ("early 24 May 2022", "", "goes with a month"),
    ("about 2016 to 2019", "", "Only a day, a month or a year"),
    ("from about 2016 to 2019", "", "ends of a span"),
    ("December to February 2023", "", "earlier date first"),
    ("today", "", "needs the day of the article"),
    ("today", "2022-05", "needs the day of the article"),
    ("today", "2022-05-24?", "needs the day of the article"),
    ("on Monday", "2022", "needs the day of the article"),
    ("this year", "", "needs the article's year"),
    ("this year", "[2021-12..2022-01]", "needs the article's year"),
    ("this year", "[..2022-05-24]", "needs the article's year"),
    ("last month", "2022", "needs the article's month"),
    ("next quarter", "2022", "needs the article's quarter"),
    ("July", "", "Which year?"),
    ("4 July", "[..2022-05-24]", "Which year?"),
    ("November", TUESDAY, "Which year?"),
    ("January", "2022", "Which year?"),
    ("29 February", TUESDAY, "Which year?"),
    ("by March", TUESDAY, "ended before the article"),
    ("next Friday", TUESDAY, "two dates"),
    ("this Friday", TUESDAY, "two dates"),
    ("last July", TUESDAY, "two dates"),
    ("next summer", TUESDAY, "two dates"),
    ("this winter", TUESDAY, "two dates"),
)

EXPLAINED = (
    ("2022-07-04", "Monday 4 July 2022"),
    ("2022-07-26?", "Tuesday 26 July 2022, not certain"),
    ("2022-07", "some day from 1 to 31 July 2022"),
    ("2016~", "some day from 1 January to 31 December 2016, approximate"),
    ("2022-35", "some day from 1 July to 30 September 2022"),
    ("2022-24", "some day from 1 December 2022 to 28 February 2023"),
    ("[2022-05-24..2022-07-31]", "one day from 24 May to 31 July 2022"),
    ("[2022-05..2022-07]", "one day from 1 May to 31 July 2022"),
    ("[..2022-05-24]", "one day up to 24 May 2022"),
    ("[..2022-05]", "one day up to 31 May 2022"),
    ("2016/2022-03-31", "all the time from 2016 to 31 March 2022"),
)

DUE = (
    ("[2022-05-24..2022-07-31]", "by July 2022"),
    ("[..2022-07-31]", "by July 2022"),
    ("[2022-05..2022-07]", "by July 2022"),
    ("[..2024-02-29]", "by February 2024"),
    ("[..2024-02-28]", "by 28 February 2024"),
    ("[2022-05-24..2022-07-14]", "by 14 July 2022"),
    ("[..2022-12-31]", "by the end of 2022"),
    ("[2016..2019]", "by the end of 2019"),
    ("2022-07", "July 2022"),
    ("2022-35", "third quarter of 2022"),
    ("2022-10~", "about October 2022"),
    ("2019-01/2019-04", "from January to April 2019"),
)


def anchor_of(text: str) -> dates.EdtfDate | None:
    return dates.parse(text) if text else None


@st.composite
def kept_dates(draw: st.DrawFn) -> str:
    """Canonical EDTF of every form that is kept."""
    first, last = sorted(
        draw(st.lists(st.dates(date(1800, 1, 1), date(2200, 12, 31)), min_size=2, max_size=2))
    )
    size = draw(st.sampled_from((4, 7, 10)))
    start, end = str(first)[:size], str(last)[:size]
    mark = draw(st.sampled_from(("", "~", "?", "%")))
    # Winter of 2200 would end outside the years that are kept.
    group = draw(st.sampled_from(("21", "22", "23", "33", "34", "35", "36", "40", "41")))
    other = str(last)[: draw(st.sampled_from((7, 10)))]
    forms = (f"{start}{mark}", f"{start[:4]}-{group}", f"[{start}..{end}]", f"[..{last}]")
    return draw(st.sampled_from((*forms, f"{start}/{end}", f"{str(first)[:4]}/{other}")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.words} @ {case.anchor}")
def test_words_state_their_date_and_days(case: Case) -> None:
    when = dates.understand(case.words, anchor_of(case.anchor))
    found = when.edtf, when.earliest, when.latest, dates.plain(when)
    assert found == (case.edtf, case.earliest, case.latest, case.plain)


@pytest.mark.parametrize("edtf", sorted({case.edtf for case in CASES}))
def test_a_date_is_parsed_back_to_itself(edtf: str) -> None:
    assert dates.understand(edtf) == dates.parse(dates.parse(edtf).edtf)


@pytest.mark.parametrize("edtf", sorted({case.edtf for case in CASES} - {*NOT_FROM_PLAIN_WORDS}))
def test_plain_words_lead_back_to_the_same_date(edtf: str) -> None:
    assert dates.understand(dates.plain(dates.parse(edtf))).edtf == edtf


@pytest.mark.parametrize("edtf", NOT_FROM_PLAIN_WORDS)
def test_plain_words_of_the_exceptions_lead_to_the_same_last_day(edtf: str) -> None:
    when = dates.parse(edtf)
    again = dates.understand(dates.plain(when))
    assert (again.earliest, again.latest) == (when.earliest, when.latest)


@settings(deadline=None)  # a busy machine is not a failure
@given(kept_dates())
def test_plain_words_of_any_date_lead_back_to_it(edtf: str) -> None:
    when = dates.parse(edtf)
    first, _, last = edtf.strip("[]").replace("..", "/").partition("/")
    assume(first != last)
    assert dates.understand(dates.plain(when)) == when


@settings(deadline=None)  # a busy machine is not a failure
@given(kept_dates())
def test_what_is_kept_is_edtf_for_the_package_too(edtf: str) -> None:
    assert is_valid_edtf(dates.parse(edtf).edtf)


@pytest.mark.parametrize(("edtf", "message"), REFUSED_EDTF)
def test_other_edtf_is_refused_with_advice(edtf: str, message: str) -> None:
    with pytest.raises(dates.DateError) as refusal:
        dates.parse(edtf)
    assert message in str(refusal.value)


@pytest.mark.parametrize(("words", "anchor", "message"), REFUSED_WORDS)
def test_words_without_one_meaning_are_refused_with_advice(
    words: str, anchor: str, message: str
) -> None:
    with pytest.raises(dates.DateError) as refusal:
        dates.understand(words, anchor_of(anchor))
    assert message in str(refusal.value)


PIECES = (
    "by before between and from to early mid late end of this last next year month quarter July "
    "Friday winter today about ? ~ 2022 4 24 31 Q3 first half 2022-07-04 / .. [ ] - , X"
)


@settings(deadline=None)  # a busy machine is not a failure
@given(
    st.text(max_size=200) | st.lists(st.sampled_from(PIECES.split()), max_size=10).map(" ".join),
    st.none() | kept_dates().map(dates.parse),
)
def test_any_text_is_understood_or_refused(text: str, anchor: dates.EdtfDate | None) -> None:
    try:
        when = dates.understand(text, anchor)
    except dates.DateError:
        return
    assert dates.parse(when.edtf) == when


@settings(deadline=None)  # a busy machine is not a failure
@given(st.text(alphabet="0123456789XYETZS:+.,/~?%^{}[]-", max_size=64))
def test_any_text_like_edtf_is_parsed_or_refused(text: str) -> None:
    with suppress(dates.DateError):
        assert dates.parse(text).edtf == text


@pytest.mark.parametrize("text", ["2022-X2", "~2022S3", "2022S99999999999"])
def test_a_refusal_prints_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(dates.DateError):
        dates.parse(text)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("edtf", "words"), EXPLAINED)
def test_an_explanation_names_the_days(edtf: str, words: str) -> None:
    assert dates.explain(dates.parse(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-03-31", "March 2022"),
        ("2022-03-31~", "about March 2022"),
        ("2022-03", "March 2022"),
        ("2022", "2022"),
        ("[..2022-03-31]", "before 31 March 2022"),
    ],
)
def test_a_day_can_be_told_to_the_month(edtf: str, words: str) -> None:
    assert dates.to_the_month(dates.parse(edtf)) == words


@pytest.mark.parametrize(("edtf", "words"), DUE)
def test_a_promise_names_its_last_day(edtf: str, words: str) -> None:
    assert dates.plain_due(dates.parse(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "anchor"),
    [
        ("[2022-05-24..2022-07-31]", TUESDAY),
        ("[2022-05-24..2022-07-14]", TUESDAY),
        ("[2022-05-24..2022-12-31]", TUESDAY),
        ("[..2022-07-31]", ""),
        ("[..2022-12-31]", "2022-05"),
    ],
)
def test_a_promise_is_understood_from_its_own_words(edtf: str, anchor: str) -> None:
    words = dates.plain_due(dates.parse(edtf))
    assert dates.understand(words, anchor_of(anchor)).edtf == edtf


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("2022-07-04", "2022-07-04"),
        ("2022-07", "2022-07"),
        ("2022", "2022"),
        ("2022-22", None),
        ("2022-35", None),
        ("2022~", None),
        ("2022-07-04?", None),
        ("[2022-05..2022-07]", None),
        ("[..2022-05-24]", None),
        ("2016/2022", None),
    ],
)
def test_html_takes_a_day_a_month_or_a_year(edtf: str, html: str | None) -> None:
    assert dates.html_datetime(dates.parse(edtf)) == html


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [("2016", False, False), ("2016~", True, False), ("2016?", False, True), ("2016%", True, True)],
)
def test_a_mark_says_how_sure(edtf: str, approximate: bool, uncertain: bool) -> None:
    when = dates.parse(edtf)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("edtf", "sort_day", "days"),
    [
        ("2022-07-04", date(2022, 7, 4), 1),
        ("2022", date(2022, 1, 1), 365),
        ("2022-24", date(2022, 12, 1), 90),
        ("[2022-05-24..2022-07-31]", date(2022, 5, 24), 69),
        ("[..2022-05-24]", date(2022, 5, 24), None),
    ],
)
def test_a_date_is_sorted_by_its_first_known_day(
    edtf: str, sort_day: date, days: int | None
) -> None:
    when = dates.parse(edtf)
    assert (when.sort_day, when.days) == (sort_day, days)


@pytest.mark.parametrize(
    ("edtf", "first", "last", "overlaps"),
    [
        ("2022-07", None, None, True),
        ("2022-07", date(2022, 7, 31), None, True),
        ("2022-07", date(2022, 8, 1), None, False),
        ("2022-07", None, date(2022, 7, 1), True),
        ("2022-07", None, date(2022, 6, 30), False),
        ("2022-07", date(2022, 7, 10), date(2022, 7, 10), True),
        ("[..2022-05-24]", None, date(1900, 1, 1), True),
        ("[..2022-05-24]", date(2022, 5, 24), None, True),
        ("[..2022-05-24]", date(2022, 5, 25), None, False),
    ],
)
def test_a_filter_matches_spans_that_share_a_day(
    edtf: str, first: date | None, last: date | None, overlaps: bool
) -> None:
    assert dates.parse(edtf).overlaps(first, last) is overlaps


@settings(deadline=None)  # a busy machine is not a failure
@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.sampled_from(range(1, 13)))
def test_a_month_without_its_year_is_near_or_asked_for(anchor: date, month: int) -> None:
    name = f"{date(2022, month, 1):%B}"
    with suppress(dates.DateError):
        when = dates.understand(name, dates.parse(str(anchor)))
        assert when.overlaps(anchor - timedelta(120), anchor + timedelta(120))
