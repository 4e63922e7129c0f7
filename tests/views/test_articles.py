"""The articles, and a page for each."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from partnerships.models import Article
from partnerships.timeline.articles import ArticleChoices
from tests import factories as make
from tests.parts import in_page

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def html(client: Client, path: str, **headers: str) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return str(response.content.decode())


def titles(page: str) -> list[str]:
    """The links of the list, in its order."""
    return re.findall(r'<li><a href="/articles/\w+/[^"]*">([^<]*)</a>', page)


def more(page: str) -> str:
    [link] = re.findall(r'<a href="(\?[^"]+)" hx-get', page)
    return str(unescape(link))


def test_list_goes_from_the_newest_to_what_has_no_day(client: Client) -> None:
    for title, day in (("none", ""), ("month", "2022-05"), ("day", "2022-05-24"), ("old", "2007")):
        make.article(day, title=title)
    assert titles(html(client, "/articles/")) == ["month", "day", "old", "none"]


def test_row_tells_publisher_day_text_and_how_much_is_cited(client: Client) -> None:
    source = make.article("2022-05-24", title="Story", publisher="The Paper", text="Leica, Xiaomi")
    partnership = make.partnership()
    for row in (make.milestone(partnership, "announced"), partnership.participations.all()[0]):
        for words in ("Leica", "Xiaomi"):
            make.record(make.cite(row, source, words))
    page = html(client, "/articles/")
    assert "The Paper, 24 May 2022 · text kept · cited for 2 claims" in page


def test_row_without_title_is_called_by_publisher_and_day(client: Client) -> None:
    make.article("2022-05-24", title="", publisher="The Paper")
    page = html(client, "/articles/")
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
    assert titles(html(client, f"/articles/?{query}")) == expected


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
    page = html(client, "/articles/?as_of=2022-06-01")
    assert f'href="{source.get_absolute_url()}?as_of=2022-06-01"' in page


def test_claims_that_were_not_known_are_not_counted(client: Client) -> None:
    source = make.article("2022-05-24")
    make.milestone(make.partnership(), "began", "2023", source)
    assert "not cited" in html(client, "/articles/?as_of=2022-06-01")
    assert "cited for 1 claim" in html(client, "/articles/?as_of=2023-06-01")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "No article has been entered yet"),
        ("?text=kept", "No such article is recorded"),
        ("?as_of=2000-01-01", "certainly out by 1 January 2000"),
    ],
)
def test_empty_list_says_what_to_do(client: Client, query: str, said: str) -> None:
    assert said in html(client, f"/articles/{query}")


def test_next_page_continues_where_this_one_ends_also_without_days(client: Client) -> None:
    names = [f"Article {number:02}" for number in range(70)]
    for number, name in enumerate(names):
        make.article(f"{2020 - number}" if number < 40 else "", title=name)
    expected = names[:40] + names[:39:-1]
    first = html(client, "/articles/")
    second = html(client, f"/articles/{more(first)}")
    assert titles(first) + titles(second) == expected


def test_part_stands_in_the_page_word_for_word(client: Client) -> None:
    make.article()
    part = html(client, "/articles/", **HTMX)
    assert "<html" not in part
    assert in_page(part) in html(client, "/articles/")


def test_address_bar_gets_the_filters_without_empty_ones(client: Client) -> None:
    response = client.get("/articles/?publisher=&text=kept&dated=", headers=HTMX)
    assert response.headers["HX-Push-Url"] == "/articles/?text=kept"


# The numbers beside the choices


def choices(page: str) -> dict[tuple[str, str], str]:
    """By the name of the filter and the value of the choice: the number beside it."""
    found = {}
    for name, options in re.findall(
        r'<(?:select name|datalist id)="(\w+)".*?>(.*?)</(?:select|datalist)>', page, re.DOTALL
    ):
        for value, number in re.findall(
            r'value="([^"]+)"[^>]*>[^<]*\(([\d,+]+)\)</option>', options
        ):
            found[name.removesuffix("s"), str(unescape(value))] = str(number)
    return found


def rows(client: Client, path: str) -> int:
    """How many rows the list has, read to its end."""
    page = html(client, path)
    number = len(titles(page))
    while 'hx-get="?' in page:
        page = html(client, f"/articles/{more(page)}")
        number += len(titles(page))
    return number


def assert_choices_tell_the_rows(client: Client, **asked: str) -> None:
    """Follow every choice of the page that `asked` gives."""
    shown = choices(html(client, f"/articles/?{urlencode(asked)}"))
    assert {name for name, _ in shown} == {"publisher", "text", "dated"}
    followed = {
        choice: str(rows(client, f"/articles/?{urlencode(asked | {choice[0]: choice[1]})}"))
        for choice in shown
    }
    assert shown == followed


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
    assert_choices_tell_the_rows(client, **asked)


def test_publisher_is_one_choice_however_it_is_spelt(client: Client) -> None:
    for publisher in ("the paper", "The Paper", "THE PAPER"):
        make.article("2022", publisher=publisher)
    page = html(client, "/articles/")
    assert re.findall(r"<option[^>]*>(the paper .*?)</option>", page, re.IGNORECASE) == [
        "THE PAPER (3)"
    ]


def test_numbers_change_with_the_part(client: Client) -> None:
    make.article("2022", publisher="The Paper", text="Leica")
    make.article("", publisher="Süddeutsche")
    part = html(client, "/articles/?text=kept", **HTMX)
    assert choices(part) == {
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
    numbers = ArticleChoices({"The Paper": number}, *[number] * 5)
    monkeypatch.setattr("partnerships.views.articles.article_choices", lambda _: numbers)
    assert set(choices(html(client, "/articles/")).values()) == {shown}


# An article on a day


@pytest.mark.parametrize("published", ["2022-05-24", "2022-05", ""])
def test_before_it_was_certainly_out_nothing_of_it_is_told(client: Client, published: str) -> None:
    source = make.article(published, title="Later news", text="Leica and Xiaomi")
    page = html(client, f"{source.get_absolute_url()}?as_of=2022-05-23")
    assert "Later news" not in page
    assert "Leica and Xiaomi" not in page
    assert '<a href="/articles/?as_of=2022-05-23">' in page


def test_undated_article_is_shown_once_it_alone_made_something_known(client: Client) -> None:
    source = make.article("", title="Undated news")
    make.milestone(make.partnership(), "announced", "2016-02-25", source)
    path = source.get_absolute_url()
    assert "Undated news" not in html(client, f"{path}?as_of=2016-02-24")
    assert "Undated news" in html(client, f"{path}?as_of=2016-02-25")


def test_article_marks_only_what_was_known(client: Client) -> None:
    source = make.article("2022-05-24", text="They began. They will end.")
    partnership = make.partnership()
    began = make.milestone(partnership, "began", "2022-05")
    ended = make.milestone(partnership, "ended", "2030")
    for row, words in ((began, "They began."), (ended, "They will end.")):
        make.record(make.cite(row, source, words))
    path = source.get_absolute_url()
    then, today = html(client, f"{path}?as_of=2022-06-01"), html(client, path)
    assert re.findall(r"<mark[^>]*>([^<]*)", then) == ["They began."]
    assert re.findall(r"<mark[^>]*>([^<]*)", today) == ["They began.", "They will end."]


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        html(client, path)
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
    assert_choices_tell_the_rows(client)
    assert_choices_tell_the_rows(client, as_of="2022-06-30", text="not-kept", dated="yes")
