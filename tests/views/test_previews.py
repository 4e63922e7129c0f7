"""The picture and the words that other sites show beside a link to a brand or a partnership."""

import io
import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from partnerships import merging, recording
from partnerships.models import Partnership
from tests import factories as make

pytestmark = pytest.mark.django_db
PATHS = ["/brands/leica/", "/partnerships/xiaomi-leica/"]


@pytest.fixture
def together() -> Partnership:
    source = make.article("2022-05-24")
    both = make.company("Xiaomi"), make.company("Leica", legal_name="Leica Camera AG")
    row = make.partnership(*both, source=source, scope="mobile imaging")
    make.milestone(row, "announced", "2022-05-23", source)
    return row


def words(page: bytes) -> dict[str, str]:
    """The meta elements of a page, and its canonical address."""
    text = page.decode()
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text)
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
    return {name: unescape(value) for name, value in found} | {"canonical": canonical[0]}


@pytest.mark.usefixtures("together")
@pytest.mark.parametrize("path", PATHS)
def test_picture_is_a_png_that_may_be_kept_for_an_hour(client: Client, path: str) -> None:
    answer = client.get(f"{path}preview.png")
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert answer["Content-Type"] == "image/png"
    assert answer["Cache-Control"] == "public, max-age=3600"


@pytest.mark.usefixtures("together")
@pytest.mark.parametrize("path", PATHS)
def test_whoever_has_the_picture_gets_none(client: Client, path: str) -> None:
    etag = client.get(f"{path}preview.png")["ETag"]
    answer = client.get(f"{path}preview.png", headers={"if-none-match": etag})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)


@pytest.mark.parametrize("path", PATHS)
def test_picture_changes_with_the_record_and_with_the_day(
    client: Client, together: Partnership, path: str
) -> None:
    def etag(query: str = "") -> str:
        return client.get(f"{path}preview.png{query}")["ETag"]

    before, on_a_day = etag(), etag("?as_of=2022-06-01")
    make.milestone(together, "ended", "2023-01-01", make.article("2023-01-02"))
    assert etag() != before
    assert etag("?as_of=2022-06-01") == on_a_day


@pytest.mark.usefixtures("together")
def test_partnership_not_known_on_the_day_is_not_told(client: Client) -> None:
    before, long_before = (
        client.get(f"/partnerships/xiaomi-leica/preview.png?as_of={day}")
        for day in ("2022-05-01", "2001-01-01")
    )
    page = client.get("/partnerships/xiaomi-leica/?as_of=2022-05-01").content.decode()
    assert (before.status_code, long_before.status_code) == (200, 200)
    assert "og:" not in page


@pytest.mark.parametrize("kind", ["brands", "partnerships"])
def test_picture_is_where_its_page_is(client: Client, together: Partnership, kind: str) -> None:
    old, new = together, make.partnership(make.company("A"), make.company("B"))
    if kind == "brands":
        old, new = (row.participations.all()[0].company for row in (old, new))  # type: ignore[assignment]
    merging.merge(new, old, {}, None)
    moved = client.get(f"/{kind}/{old.slug}/preview.png?as_of=2022-06-01")
    assert (moved.status_code, moved["Location"]) == (
        301,
        f"/{kind}/{new.slug}/preview.png?as_of=2022-06-01",
    )
    assert client.get(f"/{kind}/none/preview.png").status_code == 404
    assert client.get(f"/{kind}/{new.slug}/preview.png?as_of=tomorrow").status_code == 400


def test_picture_of_what_was_removed_is_gone(client: Client) -> None:
    brand = make.company("Leica")
    with recording.batch() as batch:
        batch.remove(brand)
    assert client.get("/brands/leica/preview.png").status_code == 410


@pytest.mark.usefixtures("together")
def test_words_say_where_things_stand_today(client: Client) -> None:
    today = f"{timezone.localdate().day} {timezone.localdate():%B %Y}"
    page = client.get("/partnerships/xiaomi-leica/").content
    assert words(page)["og:description"] == (
        f"As known on {today}: No end reported, announced 23 May 2022, last reported in 2022."
        " Mobile imaging."
    )


@pytest.mark.usefixtures("together")
def test_words_and_addresses_are_of_the_day_that_is_shown(client: Client) -> None:
    page = client.get(
        "/brands/leica/?as_of=2022-06-01&kind=launch", headers={"host": "127.0.0.1:99"}
    )
    said = words(page.content)
    at = "http://127.0.0.1/brands/leica/"
    assert (
        said["og:description"]
        == said["description"]
        == ("As known on 1 June 2022: 1 partnership, 1 running; 0 launches; 0 statements.")
    )
    assert said["canonical"] == said["og:url"] == f"{at}?as_of=2022-06-01"
    assert said["og:image"] == f"{at}preview.png?as_of=2022-06-01"
    assert said["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    "name", ["🤝" * 50, "\u202eacieL شركة", "W" * 200, '"><script>alert(1)</script>', "小米"]
)
def test_hostile_names_are_drawn_and_escaped(client: Client, name: str) -> None:
    brand = make.company(name, slug="leica")
    make.milestone(
        make.partnership(brand, make.company(f"{name[:190]} 2", slug="b")), "began", "2020"
    )
    assert client.get("/brands/leica/preview.png").status_code == 200
    assert client.get("/partnerships/leica-b/preview.png").status_code == 200
    assert words(client.get("/brands/leica/").content)["og:title"] == brand.name


@pytest.mark.parametrize("path", PATHS)
def test_number_of_queries_does_not_grow(client: Client, together: Partnership, path: str) -> None:
    leica = together.participations.get(company__name="Leica").company
    taken = []
    for number in (1, 8):
        for year in range(number):
            launch = make.launch(maker=leica, partnership=together)
            make.milestone(launch, "launched", f"20{year:02}", make.article(f"20{year:02}"))
            make.statement("Words.", f"20{year:02}", partnership=together, company=leica)
            make.milestone(make.partnership(leica, make.company()), "began", f"20{year:02}")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{path}preview.png").status_code == 200
        taken.append(len(queries))
    assert taken[0] == taken[1] <= 12
