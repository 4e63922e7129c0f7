"""Comparing brands: who is compared, how one is added or removed, and what the page shows."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import merging, recording
from partnerships.models import Company, CompanyName
from tests import factories as make
from tests.parts import in_page

pytestmark = pytest.mark.django_db

BOTH = "/compare/?brand=leica&brand=zeiss"


@pytest.fixture
def brands() -> list[Company]:
    with recording.batch():
        found = [make.company("Leica"), make.company("ZEISS")]
        make.record(CompanyName(company=found[1], name="Carl Zeiss"))
    return found


def page(client: Client, path: str = BOTH) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize("value", ["carl-zeiss", "Carl Zeiss", "CARL+ZEISS", "Zeiss"])
def test_other_name_leads_to_the_address(client: Client, brands: list[Company], value: str) -> None:
    response = client.get(f"/compare/?brand=leica&brand={value}&as_of=2022-05-01")
    assert response.status_code == 301
    assert response["Location"] == f"{BOTH}&as_of=2022-05-01"


def test_merged_brand_leads_to_the_kept_one(client: Client, brands: list[Company]) -> None:
    merged = make.company("Leitz")
    merging.merge(brands[0], merged, {}, None)
    response = client.get("/compare/?brand=leitz&brand=zeiss")
    assert (response.status_code, response["Location"]) == (301, BOTH)
    assert response["Cache-Control"] == "max-age=3600"


def test_removed_brand_is_gone(client: Client, brands: list[Company]) -> None:
    mistake = make.company("Mistake")
    with recording.batch() as batch:
        batch.remove(Company.objects.get(pk=mistake.pk))
    assert client.get("/compare/?brand=leica&brand=mistake").status_code == 410


@pytest.mark.parametrize(
    ("query", "named", "why"),
    [
        (
            "&".join(f"brand=b{number}" for number in range(7)),
            "brand",
            "six brands can be compared, and this address names 7.",
        ),
        ("brand=leica&brand=zeiss&brand=leica", "brand", "In the address twice: leica."),
        ("brand=leica&brand=nobody", "brand", "No brand has this name in its address: nobody."),
        ("brand=leica&brand=%00", "brand", "Null characters are not allowed."),
        ("brand=leica&brand=zeiss&until=soon", "until", "Write a year as 2019."),
        ("brand=leica&brand=zeiss&as_of=2999-01-01", "as_of", "It lies after today"),
        ("name=" + "x" * 201, "name", "at most 200 characters"),
    ],
)
def test_wrong_value_is_named(
    client: Client, brands: list[Company], query: str, named: str, why: str
) -> None:
    response = client.get(f"/compare/?{query}")
    html = response.content.decode()
    assert response.status_code == 400
    assert f"<code>{named}</code>" in html
    assert why in html


def test_ambiguous_name_in_the_address_is_no_brand(client: Client, brands: list[Company]) -> None:
    for brand in brands:
        make.record(CompanyName(company=brand, name="Lens maker", ambiguous=True))
    response = client.get("/compare/?brand=leica&brand=lens-maker")
    assert response.status_code == 400


def test_page_without_brands_asks_for_two(client: Client, brands: list[Company]) -> None:
    html = page(client, "/compare/")
    assert "<h1>Compare brands</h1>" in html
    assert html.count('name="name"') == 2


def test_page_without_brands_offers_the_most_active(client: Client, brands: list[Company]) -> None:
    fill(brands, 22)
    offered = r'<li><a href="([^"]+)">ZEISS</a></li>'
    first = unescape(re.findall(offered, page(client, "/compare/?as_of=2022-05-01"))[0])
    second = unescape(re.findall(offered, page(client, "/compare/?brand=leica"))[0])
    assert (first, second) == ("/compare/?name=ZEISS&as_of=2022-05-01", BOTH)


def test_brand_page_leads_to_the_page_that_asks_for_another(
    client: Client, brands: list[Company]
) -> None:
    link = re.findall(r'<a href="([^"]+)">Compare</a>', page(client, "/brands/leica/"))[0]
    html = page(client, unescape(link))
    assert "<h1>Compare Leica with another brand</h1>" in html
    assert 'value="Leica"' in html


@pytest.mark.parametrize(
    "query",
    [
        "name=Leica&name=ZEISS",
        "brand=leica&name=carl zeiss",
        "brand=leica&brand=zeiss&name=Leica",
        "name=&name=leica&name=&name=ｚｅｉｓｓ",
    ],
)
def test_typed_names_lead_to_the_comparison(
    client: Client, brands: list[Company], query: str
) -> None:
    response = client.get(f"/compare/?{query}&as_of=2022-05-01&until=")
    assert (response.status_code, response["Location"]) == (302, f"{BOTH}&as_of=2022-05-01")


@pytest.mark.parametrize("query", ["name=carl+zeiss&name=", "brand=zeiss"])
def test_one_brand_alone_waits_for_another(
    client: Client, brands: list[Company], query: str
) -> None:
    assert "Compare ZEISS with another brand" in page(client, f"/compare/?{query}")


def test_mistyped_name_offers_what_may_be_meant(client: Client, brands: list[Company]) -> None:
    response = client.get("/compare/?brand=leica&name=Zeis")
    html = response.content.decode()
    assert response.status_code == 400
    assert "No brand goes by “Zeis”" in html
    assert f'<a href="{BOTH.replace("&", "&amp;")}">ZEISS</a>' in html


def test_unknown_name_is_said(client: Client, brands: list[Company]) -> None:
    response = client.get("/compare/?name=Qwertzuiop&name=Leica")
    assert response.status_code == 400
    assert "No brand goes by “Qwertzuiop”" in response.content.decode()


def test_name_of_several_asks_which_one(client: Client, brands: list[Company]) -> None:
    for brand in brands:
        make.record(CompanyName(company=brand, name="Lens maker", ambiguous=True))
    response = client.get("/compare/?name=lens+maker&name=Leica")
    html = response.content.decode()
    assert response.status_code == 400
    assert "Several brands go by “lens maker”" in html
    assert re.findall(r'<li><a href="([^"]+)">', html) == [
        "/compare/?name=Leica",
        BOTH.replace("&", "&amp;"),
    ]


def test_seventh_name_is_refused(client: Client) -> None:
    with recording.batch():
        names = [make.company().name for _ in range(7)]
    asked = "&".join(f"name={name}" for name in names)
    response = client.get(f"/compare/?{asked}")
    assert response.status_code == 400
    assert "this address names 7" in response.content.decode()


def test_each_brand_can_be_removed(client: Client, brands: list[Company]) -> None:
    make.company("Nokia")
    html = page(client, f"{BOTH}&brand=nokia")
    assert re.findall(r'class="remove" href="([^"]+)"', html) == [
        "/compare/?brand=zeiss&amp;brand=nokia",
        "/compare/?brand=leica&amp;brand=nokia",
        "/compare/?brand=leica&amp;brand=zeiss",
    ]
    html = page(client)
    assert re.findall(r'class="remove" href="([^"]+)"', html)[0] == "/compare/?name=ZEISS"


def test_to_six_brands_none_is_added(client: Client) -> None:
    with recording.batch():
        slugs = [make.company().slug for _ in range(6)]
    html = page(client, "/compare/?" + "&".join(f"brand={slug}" for slug in slugs))
    assert "Add a brand" not in html


def test_brands_without_anything_have_empty_parts(client: Client, brands: list[Company]) -> None:
    html = page(client)
    assert html.count("Nothing with a partner.") == 2
    assert "No partner of one is a partner of another." in html
    assert "Nothing is recorded of these brands" in html


def fill(brands: list[Company], years: int) -> None:
    with recording.batch():
        for brand in brands:
            row = make.partnership(brand, make.company(f"Partner of {brand}"))
            for year in range(2000, 2000 + years):
                make.milestone(row, "extended", str(year))
                make.milestone(make.launch(partnership=row), "launched", str(year))
                make.statement("We are convinced.", str(year), company=brand, partnership=row)


def test_earlier_years_are_added_alone(client: Client, brands: list[Company]) -> None:
    fill(brands, 12)
    link = unescape(re.findall(r'<a href="(\?[^"]+)" hx-get', page(client))[0])
    assert link == "?brand=leica&brand=zeiss&until=2003"
    with CaptureQueriesContext(connection) as captured:
        part = client.get(f"/compare/{link}", headers={"HX-Request": "true"})
    html = part.content.decode()
    assert re.findall(r"<h3>(\d+)</h3>", html) == ["2003", "2002", "2001", "2000"]
    assert "<h1>" not in html
    assert "HX-Push-Url" not in part.headers
    assert not any("of partnership" in query["sql"] for query in captured)


def test_earlier_years_without_script_lead_back(client: Client, brands: list[Company]) -> None:
    fill(brands, 12)
    html = page(client, f"{BOTH}&until=2003")
    assert '<a href="?brand=leica&amp;brand=zeiss">Back to the latest years</a>' in html


def test_day_changes_the_comparison_alone(client: Client, brands: list[Company]) -> None:
    fill(brands, 1)
    response = client.get(f"{BOTH}&name=&as_of=2020-01-01", headers={"HX-Request": "true"})
    html = response.content.decode()
    assert "<html" not in html
    assert in_page(html) in page(client, f"{BOTH}&as_of=2020-01-01")
    assert response.headers["HX-Push-Url"] == f"{BOTH}&as_of=2020-01-01"


def test_mistyped_name_is_said_beside_the_field(client: Client, brands: list[Company]) -> None:
    response = client.get(f"{BOTH}&name=Zeis", headers={"HX-Request": "true"})
    assert (response.status_code, response.headers["HX-Retarget"]) == (400, "#problems")
    assert response.content.decode().lstrip().startswith('<div class="unclear">')


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(client, path)
    return len(captured)


def test_page_takes_as_many_queries_for_six_brands_as_for_two(client: Client) -> None:
    with recording.batch():
        brands = [make.company(f"B{number}") for number in range(6)]
    fill(brands[:1], 1)
    fill(brands[1:], 6)
    two = queries(client, "/compare/?brand=b0&brand=b1")
    six = queries(client, "/compare/?" + "&".join(f"brand={each.slug}" for each in brands))
    assert six == two <= 12


# Last, for what it loads stays there until the end of the module


@pytest.mark.usefixtures("demonstration")
class TestLeicaAndZeiss:
    def test_shows_the_moves_of_both(self, client: Client) -> None:
        moves = re.findall(r"<li><strong>.*?</li>", page(client), re.DOTALL)
        assert [re.sub("<.*?>", "", each) for each in moves] == [
            "Leica: Huawei until March 2022, Xiaomi from May 2022",
            "ZEISS: HMD Global until 2021, vivo from December 2020",
        ]
        assert '<a href="/partnerships/huawei-leica/">Huawei</a> until March 2022' in moves[0]
        assert '<a href="/partnerships/xiaomi-leica/">Xiaomi</a> from May 2022' in moves[0]

    def test_knows_no_move_before_it_was_reported(self, client: Client) -> None:
        assert "Huawei until" not in page(client, f"{BOTH}&as_of=2022-05-01")

    def test_has_the_lanes_of_both_on_one_axis(self, client: Client) -> None:
        html = page(client)
        assert re.findall(r'<h2><a href="/brands/[\w-]+/">(\w+)</a>', html) == ["Leica", "ZEISS"]
        years = re.findall(r'<text x="([\d.]+)%" y="13"[^>]*>(\d{4})</text>', html)
        assert years[: len(years) // 2] == years[len(years) // 2 :]

    def test_leads_to_the_rest_of_a_year(self, client: Client) -> None:
        link = '<a href="/brands/leica/?from=2025-01-01&amp;to=2025-12-31">5 more'
        assert link in page(client)
        listed = client.get("/brands/leica/?from=2025-01-01&to=2025-12-31").content.decode()
        assert listed.count("<article ") == 9

    def test_shows_shared_partners(self, client: Client) -> None:
        html = page(client, "/compare/?brand=xiaomi&brand=huawei")
        shared = html[html.index('id="shared"') : html.index('id="years"')]
        assert re.findall(r'href="(/\w+/[\w-]+/)"', shared) == [
            "/brands/harman-kardon/",
            "/partnerships/xiaomi-harman-kardon/",
            "/partnerships/huawei-harman-kardon/",
            "/brands/leica/",
            "/partnerships/xiaomi-leica/",
            "/partnerships/huawei-leica/",
        ]

    def test_keeps_the_day_in_every_link(self, client: Client) -> None:
        html = page(client, f"{BOTH}&as_of=2022-06-01")
        main = html[html.index('<div id="compare">') : html.index("<footer")]
        links = [unescape(each) for each in re.findall(r'<a [^>]*?href="([^"#]+)"', main)]
        assert [each for each in links if "as_of=2022-06-01" not in each] == [
            "/compare/?brand=leica&brand=zeiss"  # back to today
        ]
