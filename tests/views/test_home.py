"""The first page: what is new, what is due, what is overdue, and how to begin."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnerships import recording, timeline
from partnerships.models import ProductLaunch
from tests import factories as make

pytestmark = pytest.mark.django_db


def html(client: Client, query: str = "") -> str:
    response = client.get(f"/{query}")
    assert response.status_code == 200
    return str(response.content.decode())


def in_days(number: int) -> str:
    return (timezone.localdate() + datetime.timedelta(number)).isoformat()


def promised(name: str, due: str, occurred: str = "") -> ProductLaunch:
    launch = make.launch(name)
    day = occurred or in_days(-500)
    make.milestone(launch, "announced", day, make.article(day), due=due)
    return launch


def launches(page: str, part: str) -> list[str]:
    """The names under one heading."""
    found = re.search(rf'<h2 id="{part}">(.*?)</section>', page, re.DOTALL)
    return re.findall(r'<p class="what"><a [^>]*>([^<]*)<', found[1]) if found else []


def test_empty_record_says_how_to_begin(client: Client) -> None:
    page = html(client)
    assert "How to begin" in page
    assert 'href="/admin/"' in page


def test_says_what_it_is_with_one_heading(client: Client) -> None:
    assert re.findall(r"<h1>(.*?)</h1>", html(client)) == ["Who works with whom"]


def test_what_was_reported_last_is_first(client: Client) -> None:
    for name, occurred, reported in (
        ("Early", "2022-03-01", "2022-03-02"),
        ("Late", "2016-01-01", "2022-03-05"),
        ("Between", "2022-03-03", "2022-03-03"),
    ):
        make.milestone(make.launch(name), "launched", occurred, make.article(reported))
    assert launches(html(client), "new") == ["Late", "Between", "Early"]


def test_news_are_ten_claims_each_leading_to_its_place(client: Client) -> None:
    partnership = make.partnership()
    rows = [make.milestone(partnership, "extended", f"2022-01-{day:02}") for day in range(1, 13)]
    found = re.findall(r'<p class="what"><a href="([^"]*)"', html(client))
    assert found == [row.get_absolute_url() for row in reversed(rows[2:])]


def test_day_of_report_is_said_or_that_it_is_not_known(client: Client) -> None:
    make.milestone(make.launch(), "launched", "2022-03-01", make.article("2022-03-02"))
    make.milestone(make.launch(), "launched", "2022-03-01", make.article(""))
    page = html(client)
    assert 'Reported <time datetime="2022-03-02">2 March 2022</time>' in page
    assert "Day of report not known" in page


def test_deprecated_and_superseded_claims_are_no_news(client: Client) -> None:
    partnership = make.partnership()
    make.milestone(partnership, "began", "2016", rank="deprecated", rank_reason="A misprint.")
    make.milestone(partnership, "announced", "2022")
    best = make.milestone(
        partnership, "announced", "2022-05-23", rank="preferred", rank_reason="Their own day."
    )
    found = re.findall(r'<p class="what"><a href="([^"]*)"', html(client))
    assert found == [best.get_absolute_url()]


def test_what_lies_ahead_is_no_news_yet(client: Client) -> None:
    make.milestone(make.launch("Ahead"), "launched", in_days(30), make.article(in_days(-1)))
    assert launches(html(client), "new") == []


def test_due_come_soonest_first_and_overdue_the_longest_last(client: Client) -> None:
    for name, days in (("Soon", 3), ("Later", 300), ("Long ago", -300), ("Lately", -3)):
        promised(name, in_days(days))
    page = html(client)
    assert launches(page, "due") == ["Soon", "Later"]
    assert launches(page, "overdue") == ["Lately", "Long ago"]


def test_kept_withdrawn_rumoured_and_old_promises_are_not_due(client: Client) -> None:
    make.milestone(promised("Launched", in_days(-30)), "launched", in_days(-40))
    make.milestone(promised("Cancelled", in_days(30)), "cancelled", in_days(-40))
    promised("Unresolved", in_days(-400))
    make.milestone(make.launch("Rumoured"), "announced", certainty="rumoured", due=in_days(30))
    page = html(client)
    assert launches(page, "due") + launches(page, "overdue") == []
    assert "No launch is promised for the days ahead, and none is overdue" in page


def test_day_promised_twice_is_due_once(client: Client) -> None:
    launch = promised("Flagship", in_days(30))
    make.milestone(launch, "announced", in_days(-2), due=in_days(30))
    assert launches(html(client), "due") == ["Flagship"]


def test_shows_what_was_known_on_a_day_and_links_keep_it(client: Client) -> None:
    launch = promised("first flagship", "2022-07", "2022-05-24")
    make.milestone(launch, "launched", "2022-07-04", make.article("2022-07-04"))
    page = html(client, "?as_of=2022-06-01")
    assert launches(page, "new") == launches(page, "due") == ["first flagship"]
    assert f'href="/launches/{launch.slug}/?as_of=2022-06-01#' in page
    assert "Nothing was known by 1 June 1999" in html(client, "?as_of=1999-06-01")


@pytest.mark.parametrize("query", ["as_of=2999-01-01", "as_of=%00", "as_of=2022-02-30"])
def test_wrong_day_is_named(client: Client, query: str) -> None:
    response = client.get(f"/?{query}")
    assert response.status_code == 400
    assert "<code>as_of</code>" in response.content.decode()


def enter(number: int, first_year: int) -> None:
    """So many partnerships, a year apart, each with a claim of every kind and an open promise."""
    with recording.batch():
        for year in range(first_year, first_year + number):
            partnership = make.partnership()
            launch = make.launch(partnership=partnership)
            source = make.article(f"{year}-05-23")
            make.milestone(
                partnership, "began", f"{year}", source, rank="preferred", rank_reason="Their day."
            )
            make.milestone(launch, "announced", f"{year}", source, due=in_days(20 - year % 2 * 40))
            make.statement(
                "We are convinced.",
                f"{year}",
                source,
                partnership=partnership,
                company=make.company(),
            )


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        html(client)
    return len(captured)


def test_as_many_queries_for_200_claims_as_for_three(client: Client) -> None:
    enter(1, 2025)
    few = queries(client)
    enter(66, 1951)
    assert queries(client) == few <= 12


def test_parts_end_after_ten_lines() -> None:
    for place in range(15):
        promised(f"Soon {place}", in_days(3 + place))
    assert len(timeline.home(None).due) == 10


def active(page: str) -> list[tuple[str, str]]:
    """The most active brands with what is said of each."""
    found = re.search(r'<h2 id="most-active">(.*?)</section>', page, re.DOTALL)
    said = r'<li><a href="([^"]*)">.*?<p class="muted">([^<]*)</p>'
    return re.findall(said, found[1], re.DOTALL) if found else []


def test_most_active_brands_say_in_words_what_their_picture_shows(client: Client) -> None:
    maker, other = make.company("Leica"), make.company("Sharp")
    for day in ("2016-05-01", "2019-05-01", "2019-06-01"):
        make.milestone(make.launch(maker=maker), "launched", day, make.article(day))
    make.milestone(make.launch(maker=other), "launched", "2020", make.article("2020"))
    page = html(client, "?as_of=2021-01-01")
    assert active(page) == [
        ("/brands/leica/?as_of=2021-01-01", "3 entries since 2016, most in 2019"),
        ("/brands/sharp/?as_of=2021-01-01", "1 entry in 2020"),
    ]
    assert page.count('<div class="spark" aria-hidden="true"><svg') == 2
    assert "Entries a year, 2010 to 2021" in page


def test_no_active_brand_is_no_heading(client: Client) -> None:
    make.milestone(make.launch(), "launched", "1994", make.article("1994"))
    assert "Most active" not in html(client)
