"""The articles, and a page for each."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from partnerships.models import Article
from partnerships.timeline.articles import ArticleChoices
from tests import factories as make
from tests.parts import in_page
from tests.views.listing import Listing, get, more, numbers

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
FACETS = ["publisher", "text", "dated"]
LIST = Listing("/articles/", r'<li><a href="/articles/\w+/[^"]*">([^<]*)</a>')


def titles(page: str) -> list[str]:
    """The links of the list, in its order."""
    return LIST.names(page)


def test_list_goes_from_the_newest_to_what_has_no_day(client: Client) -> None:
    for title, day in (("none", ""), ("month", "2022-05"), ("day", "2022-05-24"), ("old", "2007")):
        make.article(day, title=title)
    assert titles(get(client, "/articles/")) == ["month", "day", "old", "none"]


def test_row_tells_publisher_day_text_and_how_much_is_cited(client: Client) -> None:
    source = make.article("2022-05-24", title="Story", publisher="The Paper", text="Leica, Xiaomi")
    partnership = make.partnership()
    for row in (make.milestone(partnership, "announced"), partnership.participations.all()[0]):
        for words in ("Leica", "Xiaomi"):
            make.record(make.cite(row, source, words))
    page = get(client, "/articles/")
    assert "The Paper, 24 May 2022 · text kept · cited for 2 claims" in page


def test_row_without_title_is_called_by_publisher_and_day(client: Client) -> None:
    make.article("2022-05-24", title="", publisher="The Paper")
    page = get(client, "/articles/")
    assert titles(page) == ["The Paper, 24 May 2022"]
    assert "text not kept · not cited" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("publisher=the+paper", ["a"]),
        ("publisher=THE+PAPER", ["a"]),
        ("publisher=süddeutsche", ["b"]),
        ("publisher=SÜDDEUTSCHE", ["b"]),
        ("publisher=paper", []),
        ("publisher=unknown", ["c"]),
        ("publisher=%25", []),
        ("text=kept", ["b"]),
        ("text=not-kept", ["a", "c"]),
        ("dated=yes", ["a", "b"]),
        ("dated=unknown", ["c"]),
        ("dated=yes&text=kept&publisher=The+Paper", []),
        ("as_of=2022-05-24", ["b"]),
        ("as_of=2022-05-24&dated=unknown", []),
        ("publisher=&text=&dated=&as_of=", ["a", "b", "c"]),
    ],
)
def test_filters_combine(client: Client, query: str, expected: list[str]) -> None:
    make.article("2022-05", title="a", publisher="The Paper")
    make.article("2022-05-24", title="b", publisher="Süddeutsche", text="Leica")
    make.article("", title="c")
    assert titles(get(client, f"/articles/?{query}")) == expected


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("publisher=%00", "publisher"),
        (f"publisher={'x' * 201}", "publisher"),
        ("text=yes", "text"),
        ("dated=no", "dated"),
        ("dated=yes&dated=yes", "dated"),
        ("after=x", "after"),
    ],
)
def test_wrong_value_is_named(client: Client, query: str, named: str) -> None:
    response = client.get(f"/articles/?{query}")
    assert response.status_code == 400
    assert f"<code>{named}</code>" in response.content.decode()


def test_as_of_goes_with_every_link(client: Client) -> None:
    source = make.article("2022-05-24")
    page = get(client, "/articles/?as_of=2022-06-01")
    assert f'href="{source.get_absolute_url()}?as_of=2022-06-01"' in page


def test_claims_that_were_not_known_are_not_counted(client: Client) -> None:
    source = make.article("2022-05-24")
    make.milestone(make.partnership(), "began", "2023", source)
    assert "not cited" in get(client, "/articles/?as_of=2022-06-01")
    assert "cited for 1 claim" in get(client, "/articles/?as_of=2023-06-01")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "No article has been entered yet"),
        ("?text=kept", "No such article is recorded"),
        ("?as_of=2000-01-01", "certainly out by 1 January 2000"),
    ],
)
def test_empty_list_says_what_to_do(client: Client, query: str, said: str) -> None:
    assert said in get(client, f"/articles/{query}")


def test_next_page_continues_where_this_one_ends_also_without_days(client: Client) -> None:
    names = [f"Article {number:02}" for number in range(70)]
    for number, name in enumerate(names):
        make.article(f"{2020 - number}" if number < 40 else "", title=name)
    expected = names[:40] + names[:39:-1]
    first = get(client, "/articles/")
    second = get(client, f"/articles/{more(first)}")
    assert titles(first) + titles(second) == expected


def test_part_stands_in_the_page_word_for_word(client: Client) -> None:
    make.article()
    part = get(client, "/articles/", **HTMX)
    assert "<html" not in part
    assert in_page(part) in get(client, "/articles/")


def test_address_bar_gets_the_filters_without_empty_ones(client: Client) -> None:
    response = client.get("/articles/?publisher=&text=kept&dated=", headers=HTMX)
    assert response.headers["HX-Push-Url"] == "/articles/?text=kept"


# The numbers beside the choices


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"publisher": "the paper"},
        {"publisher": "unknown", "dated": "yes"},
        {"publisher": "nobody"},
        {"text": "kept"},
        {"text": "not-kept", "dated": "unknown"},
        {"as_of": "2022-05-25"},
        {"as_of": "2022-05-25", "publisher": "süddeutsche", "text": "not-kept"},
    ],
)
def test_number_beside_a_choice_is_that_of_its_rows(client: Client, asked: dict[str, str]) -> None:
    make.article("2022-05-24", publisher="The Paper")
    make.article("2022-05-26", publisher="THE PAPER", text="Leica")
    make.article("", publisher="the paper")
    make.article("2022-05", publisher="Süddeutsche", text="Xiaomi")
    make.article("2022-05-25", publisher="SÜDDEUTSCHE")
    make.article("2022-05-24", publisher="Tom & Jerry", text="Both")
    make.article("", text="Neither")
    make.article("2022-05-24")
    LIST.assert_numbers_are_those_of_the_rows(client, asked, FACETS)


def test_publisher_is_one_choice_however_it_is_spelt(client: Client) -> None:
    for publisher in ("the paper", "The Paper", "THE PAPER"):
        make.article("2022", publisher=publisher)
    page = get(client, "/articles/")
    assert re.findall(r"<option[^>]*>(the paper .*?)</option>", page, re.IGNORECASE) == [
        "THE PAPER (3)"
    ]


def test_numbers_change_with_the_part(client: Client) -> None:
    make.article("2022", publisher="The Paper", text="Leica")
    make.article("", publisher="Süddeutsche")
    part = get(client, "/articles/?text=kept", **HTMX)
    assert numbers(part) == {
        ("publisher", "unknown"): "0",
        ("publisher", "Süddeutsche"): "0",
        ("publisher", "The Paper"): "1",
        ("text", "kept"): "1",
        ("text", "not-kept"): "1",
        ("dated", "yes"): "1",
        ("dated", "unknown"): "0",
    }


@pytest.mark.parametrize(("number", "shown"), [(1000, "1,000"), (1001, "1,000+")])
def test_above_a_thousand_a_choice_says_no_more_than_that(
    client: Client, monkeypatch: pytest.MonkeyPatch, number: int, shown: str
) -> None:
    told = ArticleChoices({"The Paper": number}, *[number] * 5)
    monkeypatch.setattr("partnerships.views.articles.article_choices", lambda _: told)
    assert set(numbers(get(client, "/articles/")).values()) == {shown}


# An article on a day


@pytest.mark.parametrize("published", ["2022-05-24", "2022-05", ""])
def test_before_it_was_certainly_out_nothing_of_it_is_told(client: Client, published: str) -> None:
    source = make.article(published, title="Later news", text="Leica and Xiaomi")
    page = get(client, f"{source.get_absolute_url()}?as_of=2022-05-23")
    assert "Later news" not in page
    assert "Leica and Xiaomi" not in page
    assert '<a href="/articles/?as_of=2022-05-23">' in page


def test_undated_article_is_shown_once_it_alone_made_something_known(client: Client) -> None:
    source = make.article("", title="Undated news")
    make.milestone(make.partnership(), "announced", "2016-02-25", source)
    path = source.get_absolute_url()
    assert "Undated news" not in get(client, f"{path}?as_of=2016-02-24")
    assert "Undated news" in get(client, f"{path}?as_of=2016-02-25")


def test_article_marks_only_what_was_known(client: Client) -> None:
    source = make.article("2022-05-24", text="They began. They will end.")
    partnership = make.partnership()
    began = make.milestone(partnership, "began", "2022-05")
    ended = make.milestone(partnership, "ended", "2030")
    for row, words in ((began, "They began."), (ended, "They will end.")):
        make.record(make.cite(row, source, words))
    path = source.get_absolute_url()
    then, today = get(client, f"{path}?as_of=2022-06-01"), get(client, path)
    assert re.findall(r"<mark[^>]*>([^<]*)", then) == ["They began."]
    assert re.findall(r"<mark[^>]*>([^<]*)", today) == ["They began.", "They will end."]


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        get(client, path)
    return len(captured)


def cited(number: int) -> Article:
    """An article with so many citations of every kind."""
    with recording.batch():
        source = make.article("")
        for _ in range(number):
            launch = make.launch(source=source)
            partnership = make.partnership(source=source)
            make.milestone(launch, "launched", "2022", source)
            make.milestone(partnership, "began", "2022", source)
    return source


def test_list_takes_as_many_queries_for_200_rows_as_for_one(client: Client) -> None:
    make.article(publisher="The Paper")
    path = "/articles/?publisher=the+paper&text=not-kept&dated=yes"
    one = queries(client, path)
    with recording.batch():
        for _ in range(199):
            make.article(publisher="The Paper")
    assert queries(client, path) == one <= 12


def test_article_takes_as_many_queries_with_200_citations_as_with_few(client: Client) -> None:
    few, many = cited(1), cited(34)
    counts = {
        queries(client, f"{each.get_absolute_url()}?as_of=2023-01-01") for each in (few, many)
    }
    assert len(counts) == 1
    assert counts.pop() <= 12


# The last of this module: the demonstration data stay until its end.
@pytest.mark.usefixtures("demonstration")
def test_numbers_are_those_of_the_demonstration(client: Client) -> None:
    # One in five: there are more than two hundred publishers.
    LIST.assert_numbers_are_those_of_the_rows(client, {}, FACETS, step=5)
    filters = {"as_of": "2022-06-30", "text": "not-kept", "dated": "yes"}
    LIST.assert_numbers_are_those_of_the_rows(client, filters, FACETS, step=5)
