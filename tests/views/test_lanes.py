"""The lanes on a brand's page: what is drawn, where it leads, and the table that says the same."""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from partnerships.models import Company, Partnership
from partnerships.timeline.drawn_rows import IN_A_LANE, LOOKED_AT
from partnerships.views.lanes import MOST_FOLDED, MOST_SHOWN, SHOWN
from tests import factories as make
from tests.parts import in_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership(leica: Company) -> Partnership:
    with recording.batch():
        row = make.partnership(make.company("Xiaomi"), leica, scope="mobile imaging")
        make.milestone(row, "announced", "2022-05-23", make.article("2022-05-23"))
    return row


def page(client: Client, query: str = "", slug: str = "leica") -> str:
    response = client.get(f"/brands/{slug}/{query}")
    assert response.status_code == 200
    return str(response.content.decode())


def picture(html: str) -> ElementTree.Element:
    found = re.search('<figure class="lanes".*</figure>', html, re.DOTALL)
    assert found
    return ElementTree.fromstring(found[0].replace("&times;", "×"))  # noqa: S314 - our own page


def drawn(html: str) -> list[tuple[str, str]]:
    """Where each bar and mark leads, and what it says it is; one drawn for several says all."""
    return [
        (link.attrib["href"], title)
        for svg in picture(html).iter("svg")
        for link in svg.iter("a")
        for title in (link.findtext("title") or "").split("; ")
    ]


def table(html: str) -> list[tuple[str, str, str]]:
    """Each row: where it leads, the partner, and the words of its cells."""
    return [
        (
            row.find("td/a").attrib["href"],  # type: ignore[union-attr]
            row.findtext("th") or "",
            ": ".join(in_letters(cell) for cell in row.iter("td")),
        )
        for row in picture(html).iter("tr")
        if row.find("td/a") is not None
    ]


def in_letters(cell: ElementTree.Element) -> str:
    gloss = cell.findtext(".//small")
    words = "".join(cell.itertext())
    return words.replace(f" {gloss}", f" ({gloss})") if gloss else words


def names(html: str) -> list[str]:
    return re.findall(r'<div class="lane"><p><a href="[^"]*">(.*?)</a>', html)


def test_brand_without_partners_has_no_picture(client: Client, leica: Company) -> None:
    assert "<svg width" not in page(client)


def test_bar_leads_to_its_partnership_and_says_what_it_is(
    client: Client, partnership: Partnership
) -> None:
    make.milestone(partnership, "ended", "2024-03-31")
    assert drawn(page(client)) == [
        (
            "/partnerships/xiaomi-leica/",
            "Xiaomi and Leica, mobile imaging: ended, since 23 May 2022, until 31 March 2024",
        )
    ]


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([("launched", "2022-07-04", {})], "launched, 4 July 2022"),
        ([("announced", "", {"due": "2022-07"})], "announced, expected July 2022, no launch seen"),
        ([("announced", "2022-06", {"due": "2199"})], "announced, expected 2199"),
        ([("announced", "2022-06", {})], "announced, June 2022"),
        ([("cancelled", "2022-06", {})], "cancelled, June 2022"),
        ([("launched", "2022-06", {"certainty": "rumoured"})], "rumoured: launched, June 2022"),
    ],
)
def test_mark_says_what_became_of_the_launch(
    client: Client,
    partnership: Partnership,
    claims: list[tuple[str, str, dict[str, str]]],
    words: str,
) -> None:
    launch = make.launch("12S Ultra", partnership.participants.first(), partnership=partnership)
    for kind, occurred, fields in claims:
        make.milestone(launch, kind, occurred, make.article("2022-06"), **fields)
    assert ("/launches/12s-ultra/", f"12S Ultra: {words}") in drawn(page(client))


def test_rumoured_name_says_so(client: Client, partnership: Partnership) -> None:
    launch = make.launch("12 Ultra", kind="rumoured", partnership=partnership)
    make.milestone(launch, "launched", "2022-05-24", certainty="rumoured")
    html = page(client)
    words = "12 Ultra (rumoured name): rumoured: launched, 24 May 2022"
    assert words in [each for _, each in drawn(html)]
    assert words in [each for _, _, each in table(html)]


def test_lane_leads_to_the_partner(client: Client, partnership: Partnership) -> None:
    assert '<a href="/brands/xiaomi/">Xiaomi</a> <span>no end reported</span>' in page(client)


@pytest.mark.parametrize(
    ("claims", "note"),
    [
        ([("announced", "2024-01")], "since 2024"),
        ([("announced", "2016"), ("ended", "2022-03-31")], "ended 2022"),
        ([("announced", "2007-09-23")], "no end reported"),
        ([], ""),
    ],
)
def test_lane_says_where_it_stands(
    client: Client, leica: Company, claims: list[tuple[str, str]], note: str
) -> None:
    row = make.partnership(leica, make.company("Sigma"))
    for kind, occurred in claims:
        make.milestone(row, kind, occurred, make.article(occurred))
    query = "?as_of=2025-01-01" if claims else ""
    address = f"/brands/sigma/{query}"
    assert f'<a href="{address}">Sigma</a> <span>{note}</span>' in page(client, query)


def test_all_links_keep_the_day(client: Client, partnership: Partnership) -> None:
    html = page(client, "?as_of=2023-01-01")
    links = [link.attrib["href"] for link in picture(html).iter("a")]
    assert [link for link in links if link.startswith("/") and "as_of=2023-01-01" not in link] == []
    assert "1 January 2023</text>" in html


def test_lanes_are_as_known_on_the_day(client: Client, partnership: Partnership) -> None:
    make.milestone(
        partnership, "began", "2021-05-15", make.article("2021-05-15"), certainty="rumoured"
    )
    assert [words for _, words in drawn(page(client, "?as_of=2022-05-01"))] == [
        "Xiaomi and Leica, mobile imaging: rumoured",
        "Xiaomi and Leica: rumoured: began, 15 May 2021",
    ]


def test_picture_follows_the_filters(client: Client, partnership: Partnership) -> None:
    launch = make.launch("12S Ultra", partnership=partnership)
    make.milestone(launch, "launched", "2022-07-04")
    assert len(drawn(page(client, "?kind=milestone"))) == 1
    assert "<svg width" not in page(client, "?kind=statement")
    assert "2022-01-01" not in page(client, "?from=2022-01-01&to=2022-12-31").split("<form")[0]


def test_picture_is_swapped_with_the_filters(client: Client, partnership: Partnership) -> None:
    part = client.get("/brands/leica/?kind=milestone", headers={"HX-Request": "true"})
    html = part.content.decode()
    assert len(drawn(html)) == 1
    assert in_page(html) in page(client, "?kind=milestone")


def test_earlier_entries_come_without_the_picture(client: Client, partnership: Partnership) -> None:
    with recording.batch():
        for _ in range(50):
            make.milestone(partnership, "extended", "2022-01-01")
    link = unescape(re.findall(r'<a href="(\?[^"]+)" hx-get', page(client))[0])
    with CaptureQueriesContext(connection) as captured:
        part = client.get(f"/brands/leica/{link}", headers={"HX-Request": "true"})
    assert "<svg width" not in part.content.decode()
    assert not any("of partnership" in query["sql"] for query in captured)


def crowd(number: int) -> Iterator[Partnership]:
    brand = make.company("Crowd")
    for place in range(number):
        row = make.partnership(brand, make.company(f"Partner {place:03}"))
        make.milestone(row, "announced", str(2000 + place % 20))
        yield row


@pytest.mark.parametrize("number", [1, MOST_SHOWN])
def test_few_partners_stand_there_at_once(client: Client, number: int) -> None:
    with recording.batch():
        list(crowd(number))
    html = page(client, slug="crowd")
    assert len(names(html)) == number
    assert "more partners" not in html


def test_of_sixty_partners_the_liveliest_stand_there_and_the_rest_is_folded(client: Client) -> None:
    with recording.batch():
        rows = list(crowd(60))
        for row in rows[30 : 30 + SHOWN]:
            launch = make.launch(maker=row.participants.get(slug="crowd"), partnership=row)
            make.milestone(launch, "launched", "2022")
    shown, folded = page(client, slug="crowd").split(
        f"<summary>{60 - SHOWN} more partners</summary>"
    )
    assert sorted(names(shown)) == [f"Partner {place:03}" for place in range(30, 30 + SHOWN)]
    assert len([name for name in names(folded) if name.startswith("Partner")]) == 60 - SHOWN
    assert len(table(page(client, slug="crowd"))) == 60 + 2 * SHOWN - SHOWN


def test_what_is_left_out_is_said(client: Client) -> None:
    with recording.batch():
        list(crowd(LOOKED_AT))
    html = page(client, slug="crowd")
    left_out = LOOKED_AT - SHOWN - MOST_FOLDED
    assert f"{left_out} partners with less to tell are not drawn." in html
    assert '<a href="/partnerships/?brand=crowd">All partnerships of Crowd</a>' in html


def test_lane_says_that_it_has_only_what_was_recorded_last(client: Client, leica: Company) -> None:
    xiaomi = make.company("Xiaomi")
    with recording.batch():
        for place in range(IN_A_LANE + 1):
            row = make.partnership(leica, xiaomi, slug=f"of-{place}")
            make.milestone(row, "announced", str(2000 + place))
    html = page(client)
    assert f"{IN_A_LANE} partnerships, those recorded last" in html
    assert "Of so many only what was recorded last is drawn." in html


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("query", ["", "?as_of=2022-05-24", "?kind=launch", "?certainty=rumoured"])
def test_table_says_what_the_picture_says(client: Client, query: str) -> None:
    html = page(client, query)
    assert sorted(words for _, _, words in table(html)) == sorted(words for _, words in drawn(html))


@pytest.mark.usefixtures("demonstration")
def test_table_leads_where_the_picture_leads(client: Client) -> None:
    html = page(client, "?to=2021-12-31&from=2016-01-01&partner=huawei")
    drawn_for_several = "/brands/leica/?kind=launch&partner=huawei&from="
    addresses = {href for href, _ in drawn(html) if not href.startswith(drawn_for_several)}
    assert addresses <= {href for href, _, _ in table(html)}
    assert "/partnerships/huawei-leica/" in addresses


@pytest.mark.usefixtures("demonstration")
def test_what_stands_for_several_leads_to_the_entries_of_their_days(client: Client) -> None:
    several = r'<a href="([^"]*)"><title>Huawei P9: [^<]*; Huawei P9 Plus: [^<]*; Huawei Mate 9:'
    [link] = re.findall(several, page(client))
    assert unescape(link) == (
        "/brands/leica/?kind=launch&partner=huawei&from=2016-04-06&to=2016-11-03"
    )
    html = client.get(unescape(link)).content.decode()
    entries = re.findall(r"<h3><a[^>]*>(.*?)</a>", html)
    assert set(entries) == {"Huawei P9", "Huawei P9 Plus", "Huawei Mate 9"}
