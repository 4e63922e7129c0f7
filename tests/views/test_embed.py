"""A timeline for the page of another site: what it shows, who may frame it, and the code for it."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import merging, recording
from partnerships.models import Company
from partnerships.views.embed import SIZE
from tests import factories as make

pytestmark = pytest.mark.django_db


def brand_with(entries: int, name: str = "Leica") -> Company:
    maker = make.company(name, slug="leica")
    for number in range(entries):
        launch = make.launch(f"Phone {number}", maker=maker)
        day = f"20{10 + number}-05-01"
        make.milestone(launch, "launched", day, make.article(day))
    return maker


def html(client: Client, query: str = "") -> str:
    response = client.get(f"/brands/leica/embed/{query}")
    assert response.status_code == 200
    return str(response.content.decode())


def shown(page: str) -> list[str]:
    return re.findall(r'<p class="what"><a [^>]*>([^<]*)<', page)


def test_newest_entries_of_the_brand(client: Client) -> None:
    brand_with(SIZE + 2)
    assert shown(html(client)) == [f"Phone {number}" for number in range(SIZE + 1, 1, -1)]


def test_filters_and_day_are_those_of_the_brand_page(client: Client) -> None:
    brand_with(5)
    assert shown(html(client, "?to=2013-12-31&as_of=2012-12-31")) == [
        "Phone 2",
        "Phone 1",
        "Phone 0",
    ]
    assert client.get("/brands/leica/embed/?kind=wedding").status_code == 400


def test_every_link_opens_the_full_page_elsewhere(client: Client) -> None:
    brand_with(1)
    links = re.findall(r"<a ([^>]*)>", html(client, "?as_of=2020-01-01"))
    assert links == [
        'href="/brands/leica/?as_of=2020-01-01" target="_blank" rel="noopener"',
        links[1],
        'href="/brands/leica/?as_of=2020-01-01" target="_blank" rel="noopener"',
    ]
    assert re.fullmatch(
        r'href="/launches/phone-0/\?as_of=2020-01-01#\w+" target="_blank" rel="noopener"', links[1]
    )


def test_nothing_known_is_said(client: Client) -> None:
    brand_with(1)
    assert "Nothing was known by then" in html(client, "?as_of=2001-01-01")


def test_any_site_may_frame_it_and_no_other_page(client: Client) -> None:
    brand_with(1)
    framing = {
        path: (
            answer.headers.get("X-Frame-Options"),
            answer.headers["Content-Security-Policy"].rpartition("frame-ancestors ")[2],
        )
        for path in (
            "/brands/leica/embed/",
            "/brands/leica/",
            "/",
            "/admin/login/",
            "/brands/none/embed/",
            "/brands/leica/embed/?kind=wedding",
        )
        for answer in [client.get(path)]
    }
    refused = ("DENY", "'none'")
    assert framing == dict.fromkeys(framing, refused) | {"/brands/leica/embed/": (None, "*")}


def test_it_may_do_nothing_else_that_other_pages_may_not(client: Client) -> None:
    brand_with(1)
    embed, page = (
        client.get(path).headers["Content-Security-Policy"].partition("; frame-ancestors")[0]
        for path in ("/brands/leica/embed/", "/brands/leica/")
    )
    assert embed == page


def test_merged_brand_leads_to_the_embedded_timeline_of_the_kept_one(client: Client) -> None:
    merged, kept = brand_with(0), make.company("Kept")
    merging.merge(kept, merged, {}, None)
    answer = client.get("/brands/leica/embed/?kind=launch")
    assert (answer.status_code, answer["Location"]) == (301, "/brands/kept/embed/?kind=launch")


def test_removed_brand_is_gone(client: Client) -> None:
    brand = brand_with(0)
    with recording.batch() as batch:
        batch.remove(brand)
    assert client.get("/brands/leica/embed/").status_code == 410


def test_brand_page_offers_the_code_for_what_it_shows(client: Client) -> None:
    brand_with(1, name='A & "B"')
    page = client.get("/brands/leica/?kind=launch&to=2020-01-01", headers={"host": "127.0.0.1:99"})
    found = re.search(
        r'<textarea id="embed-code"[^>]*>(.*?)</textarea>', page.content.decode(), re.DOTALL
    )
    assert found
    assert unescape(found[1]) == (
        '<iframe src="http://127.0.0.1/brands/leica/embed/?kind=launch&amp;to=2020-01-01"'
        ' title="Timeline of A &amp; &quot;B&quot;" width="100%" height="600" loading="lazy"'
        ' frameborder="0"></iframe>\n'
        '<script src="http://127.0.0.1/static/embed-host.js" defer></script>'
    )


@pytest.mark.parametrize("name", ["🤝" * 50, "\u202eacieL", "L" * 200, "<b>Leica</b>"])
def test_hostile_name_stays_text(client: Client, name: str) -> None:
    brand_with(1, name=name)
    [heading] = re.findall(r"<h1><a [^>]*>([^<]*)</a></h1>", html(client))
    assert unescape(heading) == Company.objects.get().name


def test_number_of_queries_does_not_grow(client: Client) -> None:
    maker = brand_with(1)
    taken = []
    for number in (1, 8):
        for year in range(number):
            partnership = make.partnership(maker, make.company())
            make.milestone(partnership, "announced", f"20{year:02}")
            make.statement("Words.", f"20{year:02}", partnership=partnership, company=maker)
        with CaptureQueriesContext(connection) as queries:
            html(client)
        taken.append(len(queries))
    assert taken[0] == taken[1] <= 12
