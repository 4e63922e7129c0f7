"""The network of brands and partnerships, as a picture and as tables."""

import re
from html import unescape
from importlib import import_module

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from partnerships.models import Company, Partnership
from tests import factories as make
from tests.parts import in_page
from tests.views.days import NEW, OLD

pytestmark = pytest.mark.django_db

# The module; its name in the package is that of its function.
LIMITS = import_module("partnerships.timeline.network")
ELSEWHERE = {"lego-polaroid": "no-end-reported"}


@pytest.fixture
def elsewhere() -> Partnership:
    """Between others, since 2001."""
    partnership = make.partnership(make.company("LEGO"), make.company("Polaroid"))
    make.milestone(partnership, "announced", "2001", make.article("2001-06-01"))
    return partnership


ALL = pytest.mark.usefixtures("huawei", "xiaomi", "elsewhere")


def get(client: Client, query: str = "", **headers: str) -> str:
    response = client.get(f"/network/{query}", headers=headers)
    assert response.status_code == 200
    return str(response.content.decode())


def drawn(html: str) -> dict[str, str]:
    """By address of each partnership in the picture: its class."""
    [picture] = re.findall(r'<svg class="network.*?</svg>', html, re.DOTALL)
    return {
        href: status
        for status, href in re.findall(r'<a class="tie ([\w-]+)" href="(.*?)"', picture)
    }


def brands(html: str) -> dict[str, str]:
    """By address of each brand in the picture: its title."""
    found = re.findall(r'class="brand[^"]*" href="(.*?)"[^>]*><title>(.*?)</title>', html)
    return {href: unescape(title) for href, title in found}


def tables(html: str) -> list[list[list[str]]]:
    """Both tables: of each row the address of its link, then the words of each cell."""
    return [
        [
            [re.findall(r'href="(.*?)"', row)[0]]
            + [unescape(re.sub("<.*?>", "", cell)) for cell in re.findall("<td>(.*?)</td>", row)]
            for row in re.findall(r"<tr>(<td>.*?)</tr>", body, re.DOTALL)
        ]
        for body in re.findall(r"<tbody>(.*?)</tbody>", html, re.DOTALL)
    ]


def statuses(client: Client, query: str = "") -> dict[str, str]:
    """By slug of each partnership drawn: its class."""
    return {href.split("/")[2]: status for href, status in drawn(get(client, query)).items()}


def test_empty_record_says_how_to_begin(client: Client) -> None:
    html = get(client)
    assert "No partnership has been entered yet" in html
    assert 'id="year"' not in html


@ALL
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"huawei-leica": "ended", "xiaomi-leica": "rumoured", **ELSEWHERE}),
        ("?brand=huawei", {"huawei-leica": "ended"}),
        ("?brand=leica", {"huawei-leica": "ended", "xiaomi-leica": "rumoured"}),
        ("?kind=co-development", {"huawei-leica": "ended"}),
        ("?kind=unknown&brand=leica", {"xiaomi-leica": "rumoured"}),
        ("?status=rumoured", {"xiaomi-leica": "rumoured"}),
        ("?status=no-end-reported", ELSEWHERE),
        ("?year=2001", {"lego-polaroid": "active"}),
        ("?year=2015", ELSEWHERE),
        ("?year=2016&brand=leica", {"huawei-leica": "active"}),
        ("?year=2019&brand=leica", {"huawei-leica": "no-end-reported"}),
        ("?year=2022&brand=leica", {"huawei-leica": "ended", "xiaomi-leica": "rumoured"}),
        ("?as_of=2017-01-01&brand=leica", {"huawei-leica": "active"}),
        ("?as_of=2022-05-22&brand=leica", {"huawei-leica": "no-end-reported"}),
        # What has happened by the end of the year, as far as it was known on the day.
        ("?as_of=2022-05-22&year=2022&brand=leica", {"huawei-leica": "no-end-reported"}),
        ("?as_of=2017-01-01&year=2022&brand=leica", {"huawei-leica": "active"}),
        ("?year=2016&status=active", {"huawei-leica": "active"}),
    ],
)  # fmt: skip
def test_year_day_and_filters_combine(client: Client, query: str, found: dict[str, str]) -> None:
    assert statuses(client, query) == found


@ALL
@pytest.mark.parametrize("query", ["?year=2000", "?as_of=2000-01-01", "?status=denied"])
def test_where_there_is_nothing_it_says_what_to_do(client: Client, query: str) -> None:
    html = get(client, query)
    assert '<svg class="network' not in html
    assert "Choose another year or other filters" in html


@ALL
@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("year=abc", "Write a year as 2019."),
        ("year=20199", "Write a year as 2019."),
        ("year=２０１９", "Write a year as 2019."),
        ("year=+201", "Write a year as 2019."),
        ("year=2199", "It has not begun yet."),
        ("year=1799", "Years go from 1800 to 2200."),
        ("year=2019&year=2020", "It stands in the address more than once."),
        ("brand=nobody", "No brand has this name in its address."),
        ("kind=wedding", "It is one of:"),
        ("status=wedding", "It is one of:"),
        ("as_of=2999-01-01", "It lies after today"),
    ],
)
def test_wrong_value_is_said(client: Client, query: str, why: str) -> None:
    response = client.get(f"/network/?{query}")
    assert response.status_code == 400
    assert why in response.content.decode()


@ALL
@pytest.mark.parametrize("query", ["", "?year=2016", "?brand=leica", "?as_of=2022-05-23"])
def test_tables_say_what_the_picture_says(client: Client, query: str) -> None:
    html = get(client, query)
    of_partnerships, of_brands = tables(html)
    assert {
        href: words.lower().replace(" ", "-") for href, _, words, *_ in of_partnerships
    } == drawn(html)
    assert {
        href: f"{name}: {number} partnership{'' if number == '1' else 's'}"
        for href, name, number, _ in of_brands
    } == brands(html)


@ALL
def test_rows_tell_since_when_and_until_when(client: Client) -> None:
    rows = tables(get(client, "?brand=leica"))[0]
    assert [row[1:] for row in rows] == [
        ["Huawei and Leica", "Ended", "25 February 2016", "31 March 2022"],
        ["Xiaomi and Leica", "Rumoured", "", ""],
    ]


@ALL
def test_what_follows_from_the_picture_is_of_the_same_day(client: Client) -> None:
    html = get(client, "?as_of=2022-05-23")
    found = [*drawn(html), *brands(html), *(row[0] for table in tables(html) for row in table)]
    assert {href.partition("?")[2] for href in found} == {"as_of=2022-05-23"}


def places(html: str) -> dict[str, tuple[str, str]]:
    pattern = r'class="brand[^"]*" href="(.*?)".*?<circle cx="(.*?)" cy="(.*?)"'
    return {href: (x, y) for href, x, y in re.findall(pattern, html)}


@ALL
@pytest.mark.parametrize("query", ["?year=2001", "?year=2016", "?status=ended", "?kind=unknown"])
def test_brands_stay_in_their_places(client: Client, query: str) -> None:
    whole, part = places(get(client)), places(get(client, query))
    assert 0 < len(part) < len(whole)
    assert whole | part == whole


@ALL
def test_brand_page_leads_to_its_network(client: Client) -> None:
    html = client.get("/brands/leica/?as_of=2022-05-23").content.decode()
    [address] = re.findall(r'href="(/network/\?brand[^"]*)"', html)
    assert unescape(address) == "/network/?brand=leica&as_of=2022-05-23"
    assert "Network around" in client.get(unescape(address)).content.decode()


@ALL
def test_partnership_of_three_is_drawn_once(client: Client, leica: Company) -> None:
    others = [make.company("Panasonic"), make.company("Sigma")]
    make.milestone(make.partnership(leica, *others), "announced", "2018-09-25")
    html = get(client, "?brand=sigma")
    assert drawn(html) == {"/partnerships/leica-panasonic-sigma/": "no-end-reported"}
    assert len(brands(html)) == 3


@ALL
def test_what_nothing_dates_stands_in_no_year(client: Client, leica: Company) -> None:
    make.partnership(leica, make.company("Sigma"))
    assert statuses(client, "?brand=sigma") == {"leica-sigma": "not-known"}
    assert statuses(client, "?year=2022&brand=leica") == {
        "huawei-leica": "ended",
        "xiaomi-leica": "rumoured",
    }


@ALL
def test_deprecated_claim_decides_nothing(client: Client, elsewhere: Partnership) -> None:
    make.milestone(elsewhere, "ended", "2002", rank="deprecated", rank_reason="A mistake.")
    assert statuses(client, "?brand=lego") == {"lego-polaroid": "no-end-reported"}


@ALL
def test_years_are_links_without_script(client: Client) -> None:
    html = get(client, "?brand=leica&year=2019")
    [plain] = re.findall(r"<noscript>(.*?)</noscript>", html, re.DOTALL)
    years = re.findall(r'href="\?(.*?)"( aria-current="true")?>(\w+)<', unescape(plain))
    assert years[:4] == [
        ("brand=leica&year=2016", "", "2016"),
        ("brand=leica&year=2017", "", "2017"),
        ("brand=leica&year=2018", "", "2018"),
        ("brand=leica&year=2019", ' aria-current="true"', "2019"),
    ]
    assert years[-1] == ("brand=leica", "", "Today")


@ALL
def test_slider_leaves_no_steps_to_go_back(client: Client) -> None:
    asked = {"HX-Request": "true", "HX-Trigger-Name": "year"}
    address = "/network/?kind=&brand=leica&year=2016"
    sliding = client.get(address, headers=asked)
    chosen = client.get(address, headers={"HX-Request": "true"})
    assert sliding["HX-Replace-Url"] == chosen["HX-Push-Url"] == "/network/?brand=leica&year=2016"
    assert ("HX-Push-Url" in sliding, "HX-Replace-Url" in chosen) == (False, False)


@ALL
def test_part_is_what_the_page_includes(client: Client) -> None:
    part = get(client, "?year=2016", **{"HX-Request": "true"})
    assert in_page(part) in get(client, "?year=2016")
    _, _, status = part.partition('<p id="status" hx-swap-oob="innerHTML">')
    assert "2 partnerships, between 4 brands at the end of 2016." in status


@ALL
def test_only_the_brands_with_most_partnerships_are_looked_at(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "MOST_BRANDS", 3)
    html = get(client)
    assert set(brands(html)) == {"/brands/leica/", "/brands/huawei/", "/brands/xiaomi/"}
    assert "among the 3 brands with the most partnerships, of 5." in html


@ALL
def test_only_the_partnerships_recorded_last_are_looked_at(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "MOST_PARTNERSHIPS", 1)
    html = get(client)
    assert drawn(html) == {"/partnerships/lego-polaroid/": "no-end-reported"}
    assert "Of 3 partnerships 1 are looked at." in html


def test_brand_with_more_partners_than_are_shown_is_shown(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "MOST_BRANDS", 2)
    one, two, three = (make.company(name) for name in ("Aaa", "Bbb", "Ccc"))
    make.partnership(one, two)
    make.partnership(one, two, slug="again")
    make.partnership(three, two)
    assert set(brands(get(client, "?brand=ccc"))) == {"/brands/ccc/", "/brands/bbb/"}


@pytest.mark.parametrize("number", [1, 15])
def test_queries_do_not_grow(client: Client, leica: Company, number: int) -> None:
    with recording.batch():
        for _ in range(number):
            partnership = make.partnership(leica, make.company())
            make.milestone(partnership, "began", OLD)
            launched = make.launch(partnership=partnership)
            make.milestone(launched, "launched", NEW)
            make.statement("We are convinced.", NEW, company=leica, partnership=partnership)
    for query, asked in [("", 6), ("?brand=leica&kind=unknown&status=active&year=2017", 7)]:
        with CaptureQueriesContext(connection) as queries:
            html = get(client, query)
        assert len(drawn(html)) == number
        assert len(queries) == asked
