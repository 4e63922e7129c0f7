"""Search: what its page and its suggestions say."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from tests import factories as make

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
WORDS = re.compile(r"<[^>]+>")


def html(client: Client, path: str, **headers: str) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return str(response.content.decode())


def found(client: Client, query: str) -> list[str]:
    """What the results are called."""
    page = html(client, f"/search/?{query}")
    return [said(title) for title in re.findall(r"<h2[^>]*>(.*?)</h2>", page, re.DOTALL)]


def said(markup: str) -> str:
    return " ".join(unescape(WORDS.sub("", markup)).split())


@pytest.fixture
def leica() -> None:
    leica = make.company("Leica", description="Cameras & lenses.", legal_name="Leica Camera AG")
    xiaomi = make.company("Xiaomi")
    source = make.article("2022-05-24", title="Leica, at last", publisher="The Paper")
    partnership = make.partnership(xiaomi, leica, scope="mobile imaging")
    make.milestone(partnership, "ended", "2022", source, certainty="rumoured", note="No Leica.")
    launch = make.launch("Leica X", xiaomi, kind="rumoured", source=source)
    make.milestone(launch, "announced", "2022-05-24", source)
    speaker = make.person("Leo Leica")
    make.statement("Leica <is> back.", "2022", source, speaker=speaker, role="CEO", company=leica)


@pytest.mark.usefixtures("leica")
class TestResults:
    def test_are_of_every_kind(self, client: Client) -> None:
        assert found(client, "q=leica") == [
            "Leica",
            "Xiaomi and Leica",
            "Leica X rumoured name",
            "Leo Leica",
            "“Leica <is> back.”",
            "Xiaomi and Leica",
            "Leica, at last",
        ]

    def test_say_what_they_are(self, client: Client) -> None:
        page = html(client, "/search/?q=leica")
        badges = re.findall(r'<span class="badge">(.*?)</span>', page)
        kinds = ["Brand", "Partnership", "Launch", "Person", "Statement", "Rumoured: ended"]
        assert badges == [*kinds, "Article"]

    def test_have_the_words_marked_and_nothing_unescaped(self, client: Client) -> None:
        page = html(client, "/search/?q=lei+ca+leica")
        assert "<is>" not in page
        page = html(client, "/search/?q=leica")
        assert "“<mark>Leica</mark> &lt;is&gt; back.”" in page
        assert "also <mark>Leica</mark> Camera AG" in page

    def test_rumours_look_different(self, client: Client) -> None:
        page = html(client, "/search/?q=leica")
        assert 'class="result result-milestone is-rumoured"' in page
        assert '<span class="rumour"><mark>Leica</mark> X</span>' in page

    def test_are_counted_by_kind_and_can_be_narrowed(self, client: Client) -> None:
        page = html(client, "/search/?q=leica&kind=launch")
        chips = re.findall(r'<label class="chip.*?<span>(.*?)</span>', page)
        assert [said(chip) for chip in chips] == [
            "Everything 7",
            "Brands 1",
            "Partnerships 1",
            "Launches 1",
            "People 1",
            "Statements 1",
            "Milestones 1",
            "Articles 1",
        ]
        assert found(client, "q=leica&kind=launch") == ["Leica X rumoured name"]

    def test_say_what_a_typing_error_was_taken_for(self, client: Client) -> None:
        page = html(client, "/search/?q=Xaomi+Lecia")
        assert "Nothing is called “Xaomi Lecia”" in page
        assert found(client, "q=Xaomi+Lecia")[0] == "Xiaomi and Leica"

    def test_keep_the_day(self, client: Client) -> None:
        page = html(client, "/search/?q=leica&as_of=2022-05-24")
        assert 'href="/brands/leica/?as_of=2022-05-24"' in page
        assert '<input type="hidden" name="as_of" value="2022-05-24">' in page
        assert 'href="/search/?q=leica"' in page  # back to today

    def test_on_a_day_are_what_was_known(self, client: Client) -> None:
        assert found(client, "q=leica&as_of=2022-05-23") == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Write a name or some words above"),
        ("q=", "Write a name or some words above"),
        ("q=%20!%3F", "has neither a letter nor a digit"),
        ("q=😀", "has neither a letter nor a digit"),
        ("q=nothing", "Nothing was found for “nothing”"),
        ("q=<b>", "Nothing was found for “&lt;b&gt;”"),
        ("q=nothing&kind=brand", "Nothing of this kind was found for “nothing”"),
        ("q=nothing&as_of=2001-01-01", "that was known on 1 January 2001. Choose a later day"),
    ],
)
def test_nothing_found_says_what_to_do(client: Client, query: str, words: str) -> None:
    assert words in html(client, f"/search/?{query}")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("q=%00", "q"),
        (f"q={'x' * 201}", "q"),
        (f"q={'x' * 60_000}", "q"),
        ("q=a&q=b", "q"),
        ("q=a&kind=wedding", "kind"),
        ("q=a&kind=%00", "kind"),
        ("q=a&as_of=2999-01-01", "as_of"),
        ("q=a&after=1", "after"),
    ],
)
@pytest.mark.parametrize("path", ["/search/", "/search/suggestions/"])
def test_wrong_value_is_named(client: Client, path: str, query: str, name: str) -> None:
    response = client.get(f"{path}?{query}")
    assert response.status_code == 400
    assert f"<code>{name}</code>" in response.content.decode()


def more(page: str) -> str:
    [link] = re.findall(r'<a href="(\?[^"]+)" hx-get', page)
    return str(unescape(link))


def test_pages_go_on_where_they_ended(client: Client) -> None:
    with recording.batch():
        for number in range(45):
            make.company(f"Maker {number}")
    first = html(client, "/search/?q=maker")
    second = html(client, f"/search/{more(first)}", **HTMX)
    third = html(client, f"/search/{more(second)}")
    names = re.findall(r'<a href="/brands/([\w-]+)/', first + second + third)
    assert sorted(names) == sorted(f"maker-{number}" for number in range(45))
    assert "20 more results shown" in second


def test_place_of_one_search_is_none_of_another(client: Client) -> None:
    with recording.batch():
        for number in range(25):
            make.company(f"Maker {number}")
    query = more(html(client, "/search/?q=maker")).replace("q=maker", "q=make")
    response = client.get(f"/search/{query}")
    assert response.status_code == 400
    assert "<code>after</code>" in response.content.decode()


@pytest.mark.usefixtures("leica")
class TestSuggestions:
    def test_are_records_with_names_and_all_results(self, client: Client) -> None:
        page = html(client, "/search/suggestions/?q=leic", **HTMX)
        links = re.findall(r'<a role="option".*?href="([^"]*)"', page)
        assert links == [
            "/brands/leica/",
            "/partnerships/xiaomi-leica/",
            "/launches/leica-x/",
            "/people/leo-leica/",
            "/search/?q=leic",
        ]

    def test_are_those_of_the_day(self, client: Client) -> None:
        page = html(client, "/search/suggestions/?q=leic&as_of=2022-05-23", **HTMX)
        links = re.findall(r'<a role="option".*?href="([^"]*)"', page)
        assert links == ["/search/?as_of=2022-05-23&amp;q=leic"]

    def test_are_a_page_without_htmx(self, client: Client) -> None:
        page = html(client, "/search/suggestions/?q=leic")
        assert "<h1>Suggestions</h1>" in page
        assert "/brands/leica/" in page

    def test_of_nothing_are_none(self, client: Client) -> None:
        assert 'role="option"' not in html(client, "/search/suggestions/?q=", **HTMX)


@pytest.mark.parametrize("path", ["/search/?q=a", "/search/suggestions/?q=a"])
def test_answers_in_two_shapes_say_so(client: Client, path: str) -> None:
    vary = "HX-Request, HX-Boosted, HX-History-Restore-Request"
    assert vary in client.get(path)["Vary"]
    part = html(client, path, **HTMX)
    assert "<html" not in part


def boxes(page: str) -> int:
    return len(re.findall(r'<input type="search" name="q" id="search"', page))


@pytest.mark.parametrize("path", ["/", "/brands/", "/search/", "/nothing/", "/brands/?as_of=x"])
def test_every_page_has_one_box(client: Client, path: str) -> None:
    assert boxes(client.get(path).content.decode()) == 1


def test_box_of_the_first_page_takes_its_day(client: Client) -> None:
    page = html(client, "/?as_of=2022-05-24")
    [form] = re.findall(r'<form class="find".*?</form>', page, re.DOTALL)
    assert 'action="/search/"' in form
    assert '<input type="hidden" name="as_of" value="2022-05-24">' in form


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        html(client, path)
    return len(captured)


@pytest.mark.usefixtures("leica")
@pytest.mark.parametrize("query", ["q=leica", "q=liecaa", "q=leica&as_of=2022-06-01"])
def test_as_many_queries_for_many_results_as_for_few(client: Client, query: str) -> None:
    few = queries(client, f"/search/?{query}")
    with recording.batch():
        for number in range(3):
            company = make.company(f"Leica {number}", description="Of Leica.")
            source = make.article("2022-05-24", title=f"Leica {number}")
            launch = make.launch(f"Leica Q{number}", company, source=source)
            make.milestone(launch, "launched", "2022-05-24", source, note="A Leica.")
    assert queries(client, f"/search/?{query}") == few <= 12


def test_repeated_words_say_how_often_they_appeared(client: Client) -> None:
    speaker = make.person("Ada Quux")
    rows = [
        make.statement("We zorrify.", day, make.article(day), speaker=speaker)
        for day in ("2022-05-24", "2022-05-25", "2022-05-26")
    ]
    page = html(client, "/search/?q=zorrify")
    [link] = re.findall(r'<h2[^>]*><a href="([^"]*)"', page)
    assert link == rows[0].get_absolute_url()
    assert "First appearance, 2 repetitions" in page
    assert "Statements <b>1</b>" in page
