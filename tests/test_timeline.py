"""The timeline: which lines, in which order, as known on which day, for how many queries."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import recording, timeline
from partnerships.models import CalendarEntry, Company, Milestone, Partnership, TimelineEntry
from tests import factories as make

pytestmark = pytest.mark.django_db

PREFERRED = {"rank": "preferred", "rank_reason": "The companies' own day."}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def leica() -> Company:
    return make.company("Leica")


@pytest.fixture
def partnership(leica: Company) -> Partnership:
    return make.partnership(make.company("Xiaomi"), leica)


def days(company: Company, **asked: Any) -> list[str]:
    page = timeline.page(timeline.Question(company, **asked))
    return [line.claim.occurred for line in page.lines]


def test_newest_first(leica: Company, partnership: Partnership) -> None:
    for occurred in ("2021", "2022-05-23", "2016-02-25"):
        make.milestone(partnership, "extended", occurred)
    assert days(leica) == ["2022-05-23", "2021", "2016-02-25"]


def test_sorts_by_the_earliest_day_and_open_starts_by_the_latest(
    leica: Company, partnership: Partnership
) -> None:
    for occurred in ("2016", "[..2016-06-30]", "2016-04-06", "[2016-05-01..2016-12-31]"):
        make.milestone(partnership, "extended", occurred)
    assert days(leica) == ["[..2016-06-30]", "[2016-05-01..2016-12-31]", "2016-04-06", "2016"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2016-06-01", None, ["2017-01-05", "[..2016-06-30]", "2016"]),
        (None, "2016-06-01", ["[..2016-06-30]", "2016", "2015-12-31"]),
        ("2016-07-01", "2016-12-31", ["2016"]),
        ("2015-12-31", "2015-12-31", ["[..2016-06-30]", "2015-12-31"]),
        ("2018-01-01", None, []),
    ],
)
def test_days_match_overlapping_spans(
    leica: Company,
    partnership: Partnership,
    first: str | None,
    last: str | None,
    expected: list[str],
) -> None:
    for occurred in ("2015-12-31", "2016", "[..2016-06-30]", "2017-01-05"):
        make.milestone(partnership, "extended", occurred)
    asked = {"first": first and day(first), "last": last and day(last)}
    assert days(leica, **asked) == expected


def test_with_one_partner(leica: Company, partnership: Partnership) -> None:
    huawei = make.company("Huawei")
    make.milestone(partnership, "announced", "2022-05-23")
    make.milestone(make.partnership(huawei, leica), "announced", "2016-02-25")
    assert days(leica, partner=huawei) == ["2016-02-25"]


def test_of_one_kind(leica: Company, partnership: Partnership) -> None:
    make.milestone(partnership, "announced", "2022-05-23")
    make.milestone(make.launch(partnership=partnership), "launched", "2022-07-04")
    assert days(leica, kind="launch") == ["2022-07-04"]


def test_of_one_certainty(leica: Company, partnership: Partnership) -> None:
    make.milestone(partnership, "announced", "2022-05-23")
    make.milestone(partnership, "began", "2021-05-15", certainty="rumoured")
    assert days(leica, certainty="rumoured") == ["2021-05-15"]


def test_as_of_shows_what_was_reported(leica: Company, partnership: Partnership) -> None:
    make.milestone(partnership, "began", "2021-05-15", make.article("2021-05-15"))
    make.milestone(partnership, "extended", "2021-11", make.article("2022-05-23"))
    assert days(leica, as_of=day("2022-05-22")) == ["2021-05-15"]
    assert days(leica, as_of=day("2022-05-23")) == ["2021-11", "2021-05-15"]


def four_claims(partnership: Partnership) -> None:
    for occurred, out in (("2015", "2017-01-01"), ("2016", "2017-01-02"), ("2017~", "2017-12-31")):
        make.milestone(partnership, "began", occurred, make.article(out))
    make.milestone(partnership, "began", "2016-02-25", make.article("2018-01-01"), **PREFERRED)


def test_preferred_claim_is_the_entry_and_the_others_stand_under_it(
    leica: Company, partnership: Partnership
) -> None:
    four_claims(partnership)
    [line] = timeline.page(timeline.Question(leica)).lines
    assert line.claim.occurred == "2016-02-25"
    assert [cited.claim.occurred for cited in line.beneath] == ["2015", "2016", "2017~"]


def test_before_the_preferred_claim_was_known_each_was_an_entry(
    leica: Company, partnership: Partnership
) -> None:
    four_claims(partnership)
    assert days(leica, as_of=day("2017-12-31")) == ["2017~", "2016", "2015"]


def test_beneath_stands_only_what_was_known(leica: Company, partnership: Partnership) -> None:
    four_claims(partnership)
    make.milestone(partnership, "began", "2014", make.article("2020-01-01"))
    [line] = timeline.page(timeline.Question(leica, as_of=day("2019-01-01"))).lines
    assert [cited.claim.occurred for cited in line.beneath] == ["2015", "2016", "2017~"]


def test_without_a_preferred_claim_each_is_an_entry(
    leica: Company, partnership: Partnership
) -> None:
    make.milestone(partnership, "began", "2015")
    make.milestone(partnership, "began", "2016")
    assert days(leica) == ["2016", "2015"]


def test_rumour_stays_beside_the_preferred_fact(leica: Company, partnership: Partnership) -> None:
    make.milestone(partnership, "began", "2021-05-15", certainty="rumoured")
    make.milestone(partnership, "began", "2022-05-23", **PREFERRED)
    assert days(leica) == ["2022-05-23", "2021-05-15"]


def test_deprecated_claim_stays_visible(leica: Company, partnership: Partnership) -> None:
    make.milestone(partnership, "began", "2012", rank="deprecated", rank_reason="A misprint.")
    assert days(leica) == ["2012"]


def test_citations_of_later_articles_are_not_told(leica: Company, partnership: Partnership) -> None:
    early, late = make.article("2022-05-23"), make.article("2025-02-07")
    make.milestone(partnership, "announced", "2022-05-23", early, late)
    [line] = timeline.page(timeline.Question(leica, as_of=day("2023-01-01"))).lines
    assert [citation.article for citation in line.citations] == [early]


def walk(company: Company, size: int, between: Callable[[], None] = lambda: None) -> list[str]:
    """Page after page to the end, something happening between them."""
    seen, after = [], None
    while True:
        page = timeline.page(timeline.Question(company), after, size)
        seen += [line.claim.public_id for line in page.lines]
        if page.next is None:
            return seen
        after = page.next
        between()


def test_pages_neither_skip_nor_repeat(leica: Company, partnership: Partnership) -> None:
    for number in range(23):
        make.milestone(partnership, "extended", f"20{10 + number * 7 % 4}-01")
    all_at_once = [line.claim.public_id for line in timeline.page(timeline.Question(leica)).lines]
    assert walk(leica, 5) == all_at_once


def test_pages_do_not_shift_when_something_is_entered(
    leica: Company, partnership: Partnership
) -> None:
    before = [make.milestone(partnership, "extended", "2012-01-01").public_id for _ in range(9)]

    def enter() -> None:
        make.milestone(partnership, "extended", "2013-01-01")
        call_command("rebuild_timeline", verbosity=0)

    assert sorted(walk(leica, 2, enter)) == sorted(before)


# One constant number of queries


def enter_cooperations(brand: Company, number: int) -> None:
    """So many partnerships, each with an entry of every kind, one of them with a claim beneath."""
    partner = make.company()
    with recording.batch():
        for place in range(number):
            partnership = make.partnership(brand, partner, slug=f"{brand.slug}-{place}")
            launch = make.launch(f"{brand} {place}", partner, partnership=partnership)
            make.milestone(partnership, "announced", "2020")
            make.milestone(partnership, "announced", "2020-02-01", **PREFERRED)
            make.milestone(launch, "announced", "2020-03", due="2020-07")
            make.milestone(launch, "launched", "2020-08-01")
            make.statement(
                f"We are convinced of {place}.",
                "2020-03-01",
                company=brand,
                partnership=partnership,
                speaker=make.person(f"{brand} {place}"),
            )


def queries(brand: Company, size: int) -> int:
    with CaptureQueriesContext(connection) as captured:
        page = timeline.page(timeline.Question(brand), size=size)
        for line in page.lines:
            [citation.article.byline for citation in line.citations]
            [str(each) for each in line.companies]
            [str(each.claim) for each in line.beneath]
    return len(captured)


@pytest.mark.parametrize(
    "asked", [{}, {"kind": "launch"}, {"certainty": "rumoured"}, {"dated": False}]
)
def test_page_is_read_in_the_order_of_an_index(leica: Company, asked: dict[str, Any]) -> None:
    found = timeline.entries(timeline.Question(leica, **asked))[:51]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # which would rather sort the few rows of a test
            for way in ("seqscan", "bitmapscan", "sort", "incremental_sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
    plan = found.explain().lower()
    assert [word for word in ("sort", "temp b-tree") if word in plan] == []


def test_as_many_queries_for_200_entries_as_for_four() -> None:
    few, many = make.company("Few"), make.company("Many")
    enter_cooperations(few, 1)
    enter_cooperations(many, 50)
    assert TimelineEntry.objects.of(many).known(None).count() == 200
    assert queries(few, 4) == queries(many, 200) == 8


# The commands


def test_check_agrees_with_what_recording_kept(leica: Company, partnership: Partnership) -> None:
    make.milestone(partnership, "announced", "2022-05-23", make.article("2022-05-24"))
    call_command("check_timeline")


@pytest.mark.parametrize(
    "drift",
    [
        lambda: TimelineEntry.objects.all().delete(),
        lambda: TimelineEntry.objects.update(day=day("1999-01-01")),
        lambda: Milestone.objects.update(known_from=None),
        lambda: CalendarEntry.objects.all().delete(),
        lambda: CalendarEntry.objects.update(place=20200101),
    ],
)
def test_check_finds_drift_and_rebuild_mends_it(
    leica: Company,
    partnership: Partnership,
    drift: Callable[[], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    make.milestone(partnership, "announced", "2022-05-23", make.article("2022-05-24"))
    make.milestone(make.launch(), "announced", "2022-05-23")
    with recording.as_recording():
        drift()
    with pytest.raises(CommandError) as error:
        call_command("check_timeline")
    assert error.value.returncode == 1
    assert capsys.readouterr().out
    call_command("rebuild_timeline")
    call_command("check_timeline")


def test_undated_claim_stands_on_the_day_of_its_report(
    leica: Company, partnership: Partnership
) -> None:
    make.milestone(partnership, "announced", "", make.article("2022-05-24"))
    asked = {"first": day("2022-05-24"), "last": day("2022-05-24")}
    assert days(leica, **asked) == [""]


def test_claim_that_nothing_dates_stands_last_and_in_no_span(
    leica: Company, partnership: Partnership
) -> None:
    make.milestone(partnership, "announced", "", make.article(""))
    make.milestone(partnership, "extended", "1900")
    assert days(leica) == ["1900", ""]
    assert days(leica, last=day("2100-01-01")) == ["1900"]
