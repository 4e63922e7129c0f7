"""The brand list and a brand's timeline: pages, parts, filters, bad addresses, query counts."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording, timeline
from partnerships.models import Company, Partnership
from tests import factories as make
from tests.parts import in_page

pytestmark = pytest.mark.django_db

VARY = {"HX-Request", "HX-Boosted", "HX-History-Restore-Request"}


@pytest.fixture
def leica() -> Company:
    return make.company("Leica", country="DE", legal_name="Leica Camera AG")


@pytest.fixture
def partnership(leica: Company) -> Partnership:
    return make.partnership(make.company("Xiaomi"), leica, scope="mobile imaging")


def more(html: str) -> str:
    """The address behind "Earlier entries"."""
    [link] = re.findall(r'<a href="(\?[^"]+)" hx-get', html)
    return unescape(link)


def test_list_goes_from_a_to_z(client: Client) -> None:
    for name in ("ZEISS", "vivo", "AKG"):
        make.company(name)
    html = client.get("/brands/").content.decode()
    assert listed(html) == ["akg", "vivo", "zeiss"]


def test_empty_list_says_how_to_begin(client: Client) -> None:
    assert "No brand has been entered yet" in client.get("/brands/").content.decode()


def listed(html: str) -> list[str]:
    return re.findall(r'<li><a href="/brands/([\w-]+)/', html)


def test_brands_stand_under_their_letters(client: Client) -> None:
    for name in ("ZEISS", "vivo", "Vodafone", "3M", "Ämilia"):
        make.company(name, slug=name.lower().replace("ä", "a"))
    html = client.get("/brands/").content.decode()
    assert re.findall(r'<h2 id="[^"]*">(.*?)</h2>', html) == ["0–9", "V", "Z", "Ä"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("xi", ["xiaomi", "maxim"]),
        ("XIAO", ["xiaomi"]),
        ("leitz", ["leica"]),
        ("camera", ["leica"]),
        ("ｌｅｉ", ["leica"]),
        ("+", ["a-b"]),
        ("%25", []),
        ("_", []),
        ("\\", []),
        ("' OR 1=1--", []),
    ],
)
def test_search_finds_any_form_of_a_name(
    client: Client, leica: Company, query: str, found: list[str]
) -> None:
    for name in ("Maxim", "Xiaomi"):
        make.company(name)
    make.company("a+b", slug="a-b")
    make.record(leica.names.model(company=leica, name="Leitz"))
    html = client.get("/brands/", {"q": query}).content.decode()
    assert listed(html) == found


def test_search_says_how_many_it_shows(client: Client, leica: Company) -> None:
    make.company("Xiaomi")
    assert "2 brands</p>" in client.get("/brands/").content.decode()
    assert "1 brand with “lei” in a name" in client.get("/brands/?q=lei").content.decode()
    assert "No brand has “nokia” in a name" in client.get("/brands/?q=nokia").content.decode()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("q=%00", "q"),
        ("q=" + "x" * 201, "q"),
        ("as_of=2999-01-01", "as_of"),
        ("after=1", "after"),
        ("q=a&q=b", "q"),
    ],
)
def test_wrong_value_of_the_list_is_named(client: Client, query: str, named: str) -> None:
    response = client.get(f"/brands/?{query}")
    assert response.status_code == 400
    assert f"<code>{named}</code>" in response.content.decode()


def test_list_counts_what_was_known_on_the_day(
    client: Client, leica: Company, partnership: Partnership
) -> None:
    make.company("Nokia")
    make.milestone(partnership, "announced", "2022-05-23", make.article("2022-05-23"))
    other = make.partnership(leica, make.company("Huawei"))
    make.milestone(other, "announced", "2023-01-01", make.article("2023-01-01"))
    html = client.get("/brands/?as_of=2022-06-01").content.decode()
    assert re.findall(
        r'/brands/(\w+)/\?as_of=2022-06-01">\w+</a> <span class="muted">(\d)', html
    ) == [
        ("leica", "1"),
        ("xiaomi", "1"),
    ]


def test_list_goes_on_where_its_page_ends(client: Client) -> None:
    names = [f"{prefix} {number:03}" for prefix in ("Brand", "Old Brand") for number in range(110)]
    with recording.batch() as batch:
        for name in names:
            batch.record(Company(name=name, slug=name.lower().replace(" ", "-")))
    for query in ("", "brand"):
        first = client.get(f"/brands/?q={query}").content.decode()
        second = client.get(f"/brands/{more(first)}").content.decode()
        assert "The first 200 of 220 brands" in first
        assert (len(listed(first)), len(listed(second))) == (200, 20)
        assert listed(first) + listed(second) == [name.lower().replace(" ", "-") for name in names]


def test_names_that_begin_as_asked_come_first_on_every_page() -> None:
    for name in ("A Brand", "Brand A", "B Brand", "Brand B", "C Brand"):
        make.company(name)
    seen, place = [], None
    while not seen or place:
        page = timeline.brand_page(timeline.BrandQuestion("brand"), place, size=2)
        seen += [each.company.name for each in page.brands]
        place = page.next
    assert seen == ["Brand A", "Brand B", "A Brand", "B Brand", "C Brand"]


def test_typing_changes_the_list_alone(client: Client, leica: Company) -> None:
    response = client.get("/brands/?q=lei&as_of=", headers={"HX-Request": "true"})
    assert "<form" not in response.content.decode()
    assert response.headers["HX-Push-Url"] == "/brands/?q=lei"


def test_unknown_brand_is_not_found(client: Client) -> None:
    response = client.get("/brands/nobody/")
    assert response.status_code == 404
    assert "Nothing at this address" in response.content.decode()


def test_page_tells_who_it_is(client: Client, leica: Company) -> None:
    html = client.get("/brands/leica/").content.decode()
    assert "<h1>Leica</h1>" in html
    assert "Leica Camera AG · Germany" in html


def test_empty_timeline_says_so(client: Client, leica: Company) -> None:
    assert "Nothing is recorded here" in client.get("/brands/leica/").content.decode()


def test_line_leads_to_its_partnership_and_source(client: Client, partnership: Partnership) -> None:
    source = make.article(text="Xiaomi and Leica announced it today.")
    row = make.milestone(partnership, "announced", "2022-05-23")
    make.record(make.cite(row, source, "announced it today"))
    html = client.get("/brands/leica/").content.decode()
    assert 'href="/partnerships/xiaomi-leica/"' in html
    assert "<mark>announced it today</mark>" in html
    assert f"{source.get_absolute_url()}#{row.citations.get(article=source).public_id}" in html


def test_what_is_rumoured_is_marked_as_such(client: Client, partnership: Partnership) -> None:
    make.milestone(partnership, "began", "2021-05-15", certainty="rumoured")
    html = client.get("/brands/leica/").content.decode()
    assert "is-rumoured" in html
    assert "Rumoured: began" in html


def test_undated_report_is_said(client: Client, partnership: Partnership) -> None:
    make.milestone(partnership, "announced", "2022-05-23", make.article(""))
    assert "Day of report not known" in client.get("/brands/leica/").content.decode()


@pytest.mark.parametrize(
    ("headers", "whole"),
    [
        ({}, True),
        ({"HX-Request": "true"}, False),
        ({"HX-Request": "true", "HX-Boosted": "true"}, True),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, True),
    ],
)
def test_part_only_for_htmx_itself(
    client: Client, partnership: Partnership, headers: dict[str, str], whole: bool
) -> None:
    response = client.get("/brands/leica/", headers=headers)
    assert ("<html" in response.content.decode()) is whole
    assert set(response.headers["Vary"].split(", ")) >= VARY


def test_part_stands_in_the_page_word_for_word(client: Client, partnership: Partnership) -> None:
    make.milestone(partnership, "announced", "2022-05-23")
    page = client.get("/brands/leica/").content.decode()
    part = client.get("/brands/leica/", headers={"HX-Request": "true"}).content.decode()
    assert in_page(part) in page


def test_address_bar_gets_the_filters_without_empty_ones(
    client: Client, partnership: Partnership
) -> None:
    asked = "/brands/leica/?kind=&partner=xiaomi&certainty=&from=&to=2022-12-31&as_of="
    response = client.get(asked, headers={"HX-Request": "true"})
    assert response.headers["HX-Push-Url"] == "/brands/leica/?partner=xiaomi&to=2022-12-31"


def test_next_page_continues_where_this_one_ends(
    client: Client, leica: Company, partnership: Partnership
) -> None:
    with recording.batch():
        rows = [make.milestone(partnership, "extended", f"{year}-01") for year in range(1940, 2000)]
    first = client.get("/brands/leica/").content.decode()
    second = client.get(f"/brands/leica/{more(first)}").content.decode()
    order = [row.public_id for row in reversed(rows)]
    ids = r'<article class="line[^"]*" id="(\w+)"'
    assert re.findall(ids, first) == order[:50]
    assert re.findall(ids, second) == order[50:]
    assert "<html" in second


def test_next_part_is_the_entries_alone(client: Client, partnership: Partnership) -> None:
    with recording.batch():
        for _ in range(51):
            make.milestone(partnership, "extended", "2022-01-01")
    link = more(client.get("/brands/leica/").content.decode())
    part = client.get(f"/brands/leica/{link}", headers={"HX-Request": "true"})
    assert "<h1>" not in part.content.decode()
    assert "<h2>" not in part.content.decode()  # the year goes on
    assert "HX-Push-Url" not in part.headers


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("kind=wedding", "kind"),
        ("kind=Launch", "kind"),
        ("partner=nobody", "partner"),
        ("certainty=perhaps", "certainty"),
        ("dated=maybe", "dated"),
        ("from=2024-02-30", "from"),
        ("to=99999-01-01", "to"),
        ("to=1799-12-31", "to"),
        ("from=2022", "from"),
        ("from=٢٠٢٢-٠١-٠١", "from"),
        ("from=2022-W21-2", "from"),
        ("from=20220524", "from"),
        ("from=2023-01-01&to=2022-01-01", "from"),
        ("as_of=2999-01-01", "as_of"),
        ("as_of=yesterday", "as_of"),
        ("after=nonsense", "after"),
        ("after=2022-01-01.5:forged", "after"),
        ("after=" + "x" * 10_000, "after"),
        ("partner=%00", "partner"),
    ],
)
def test_wrong_value_is_named(
    client: Client, partnership: Partnership, query: str, named: str
) -> None:
    response = client.get(f"/brands/leica/?{query}")
    assert response.status_code == 400
    assert f"<code>{named}</code>" in response.content.decode()


def test_cursor_of_other_filters_is_refused(client: Client, partnership: Partnership) -> None:
    with recording.batch():
        for _ in range(51):
            make.milestone(partnership, "extended", "2022-01-01")
    link = more(client.get("/brands/leica/").content.decode())
    assert client.get(f"/brands/leica/{link}&kind=launch").status_code == 400


def test_unknown_names_of_parameters_are_ignored(client: Client, leica: Company) -> None:
    assert client.get("/brands/leica/?utm_source=x").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client: Client, leica: Company, method: str) -> None:
    assert getattr(client, method)("/brands/leica/").status_code == 405


def test_as_of_goes_with_every_link(client: Client, partnership: Partnership) -> None:
    make.milestone(partnership, "announced", "2022-05-23", make.article("2022-05-23"))
    html = client.get("/brands/leica/?as_of=2022-06-01").content.decode()
    assert 'href="/partnerships/xiaomi-leica/?as_of=2022-06-01"' in html
    assert "As known on <strong>1 June 2022</strong>" in html


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_as_many_queries_for_200_brands_as_for_one(client: Client, leica: Company) -> None:
    one = queries(client, "/brands/")
    with recording.batch():
        for _ in range(199):
            make.company()
    assert queries(client, "/brands/") == one <= 12


def enter(brand: Company, number: int) -> None:
    """So many partnerships with a launch, a promise and a statement each, a year apart."""
    with recording.batch():
        for place in range(number):
            year = 1950 + place
            partnership = make.partnership(brand, make.company())
            launch = make.launch(partnership=partnership)
            make.milestone(
                partnership,
                "announced",
                f"{year}-05-23",
                rank="preferred",
                rank_reason="Their day.",
            )
            make.milestone(launch, "announced", f"{year}-05-23", due=f"{year}-07")
            make.milestone(launch, "launched", f"{year}-07-04")
            make.statement(
                f"We are convinced of {place}.", f"{year}", company=brand, partnership=partnership
            )


EVERY_FILTER = "certainty=stated&dated=yes&from=1940-01-01&to=2020-01-01&as_of=2024-01-01&partner="


@pytest.mark.parametrize("query", ["", EVERY_FILTER])
def test_page_takes_as_many_queries_for_200_entries_as_for_four(client: Client, query: str) -> None:
    few, many = make.company("Few"), make.company("Many")
    enter(few, 1)
    enter(many, 50)
    partners = [
        brand.partnerships.first().participants.exclude(pk=brand.pk).get().slug if query else ""
        for brand in (few, many)
    ]
    one = queries(client, f"/brands/few/?{query}{partners[0]}")
    assert queries(client, f"/brands/many/?{query}{partners[1]}") == one <= 12


def test_head_has_four_figures(client: Client, leica: Company) -> None:
    enter(leica, 2)
    html = client.get("/brands/leica/?as_of=1951-06-01").content.decode()
    figures = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    assert [tuple(re.sub(r"<.*?>", "", words) for words in figure) for figure in figures] == [
        ("Partnerships", "2 2 running"),
        ("Launches", "2"),
        ("Statement", "1"),
        ("Promises kept", "1 of 1 decided"),
    ]


def test_figures_lead_to_what_they_count(client: Client, leica: Company) -> None:
    enter(leica, 2)
    html = client.get("/brands/leica/?as_of=1951-06-01").content.decode()
    links = re.findall(r'<dt><a href="(.*?)">', html)
    assert [unescape(link) for link in links] == [
        "/partnerships/?brand=leica&as_of=1951-06-01",
        "/launches/?brand=leica&as_of=1951-06-01",
        "?kind=statement&as_of=1951-06-01",
    ]
    statements = client.get(f"/brands/leica/{unescape(links[2])}").content.decode()
    assert statements.count("<article ") == 1


def test_choices_have_their_numbers(client: Client, leica: Company) -> None:
    enter(leica, 2)
    html = client.get("/brands/leica/?kind=launch").content.decode()
    assert re.findall(r"<span>(\w+) <b>(\d+)</b>", html) == [
        ("Everything", "8"),
        ("Milestones", "2"),
        ("Launches", "4"),
        ("Statements", "2"),
    ]
    assert re.findall(r"<option[^>]*>(\w[\w ]*) \((\d+)\)", html)[-5:] == [
        ("stated", "4"),
        ("rumoured", "0"),
        ("denied", "0"),
        ("known", "4"),
        ("not known", "0"),
    ]


def test_what_has_no_day_of_its_own_can_be_asked_for(
    client: Client, leica: Company, partnership: Partnership
) -> None:
    undated = make.milestone(partnership, "announced", "", make.article("2022-05-24"))
    dated = make.milestone(partnership, "extended", "2022")
    ids = r'<article class="line[^"]*" id="(\w+)"'
    for value, row in (("unknown", undated), ("yes", dated)):
        html = client.get(f"/brands/leica/?dated={value}").content.decode()
        assert re.findall(ids, html) == [row.public_id]


@pytest.mark.usefixtures("demonstration")
def test_page_of_fifty_entries_is_small(client: Client) -> None:
    html = client.get("/brands/leica/").content.decode()
    picture = re.search('<figure class="lanes".*</figure>', html, re.DOTALL)
    assert picture
    assert html.count("<article ") == 50
    assert len(html.encode()) - len(picture[0].encode()) <= 60_000
    assert len(picture[0].encode()) <= 30_000
