"""Dates in plain words: what was understood is told, and the words are kept."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from partnerships.models import Article, Milestone, Partnership, ProductLaunch
from tests import factories
from tests.admin import address, only_with, problems, rows, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def source() -> Article:
    return factories.article("2022-05-24")


@pytest.fixture
def launch(source: Article) -> ProductLaunch:
    return factories.launch("Xiaomi 12S Ultra", source=source)


def announced(article: object, **dates: str) -> dict[str, object]:
    row = {"kind": "announced", "certainty": "stated", "rank": "normal", "article": article}
    return rows("milestones", row | dates)


def test_a_row_reads_dates_by_the_article_that_it_cites(
    client: Client, source: Article, launch: ProductLaunch
) -> None:
    url = address(ProductLaunch, "change", launch.pk)
    typed = announced(source.pk, occurred="today", due="by July this year")
    assert send(client, url, **typed).status_code == 302
    milestone = launch.milestones.get()
    assert (milestone.occurred, milestone.occurred_words) == ("2022-05-24", "today")
    assert (milestone.due, milestone.due_words) == ("[2022-05-24..2022-07-31]", "by July this year")


def test_a_row_without_a_dated_article_asks_for_the_day(
    client: Client, launch: ProductLaunch
) -> None:
    url = address(ProductLaunch, "change", launch.pk)
    answer = send(client, url, **announced(factories.article("").pk, occurred="today"))
    assert problems(answer) == ["“today” needs the day of the article: type the date itself."]


def test_a_stored_claim_reads_new_dates_by_its_first_article(
    client: Client, source: Article, launch: ProductLaunch
) -> None:
    milestone = factories.milestone(launch, "announced", "2022-05", source)
    for page, name in (
        (address(ProductLaunch, "change", launch.pk), "milestones-0-occurred"),
        (address(Milestone, "change", milestone.pk), "occurred"),
    ):
        assert send(client, page, **{name: "yesterday"}).status_code == 302
        milestone.refresh_from_db()
        assert (milestone.occurred, milestone.occurred_words) == ("2022-05-23", "yesterday")
        send(client, page, **{name: "May 2022"})


@pytest.mark.parametrize(
    ("typed", "words"),
    [("4 July 2022", ""), ("2022-07-04", ""), ("July 4th, 2022", "July 4th, 2022")],
)
def test_words_are_kept_where_they_say_more_than_the_date(
    client: Client, launch: ProductLaunch, typed: str, words: str
) -> None:
    milestone = factories.milestone(launch, "launched", "2021")
    send(client, address(Milestone, "change", milestone.pk), occurred=typed)
    milestone.refresh_from_db()
    assert (milestone.occurred, milestone.occurred_words) == ("2022-07-04", words)


def test_words_stay_while_the_date_does(
    client: Client, source: Article, launch: ProductLaunch
) -> None:
    milestone = factories.milestone(launch, "announced", "", source)
    url = address(Milestone, "change", milestone.pk)
    send(client, url, due="by July this year")
    send(client, url, note="Another change.")
    milestone.refresh_from_db()
    assert (milestone.note, milestone.due_words) == ("Another change.", "by July this year")
    send(client, url, due="")
    milestone.refresh_from_db()
    assert (milestone.due, milestone.due_words) == ("", "")


def test_the_page_tells_what_is_stored_and_what_was_typed(
    client: Client, source: Article, launch: ProductLaunch
) -> None:
    milestone = factories.milestone(launch, "announced", "", source)
    send(client, address(Milestone, "change", milestone.pk), due="by July this year")
    for url in (
        address(Milestone, "change", milestone.pk),
        address(ProductLaunch, "change", launch.pk),
    ):
        page = client.get(url).content.decode()
        assert "One day from 24 May to 31 July 2022" in page
        assert "(“by July this year”)" in page
        assert f'data-anchor="{source.pk}"' in page


def test_a_refused_page_tells_what_was_understood(
    client: Client, source: Article, launch: ProductLaunch
) -> None:
    typed = announced(source.pk, occurred="yesterday", due="some day")
    answer = send(client, address(ProductLaunch, "change", launch.pk), **typed)
    assert "Monday 23 May 2022" in answer.content.decode()


def test_the_first_of_several_citations_anchors_a_page(client: Client, source: Article) -> None:
    other = factories.article("2023-01-01")
    partnership = factories.partnership()
    answer = send(
        client,
        address(Milestone, "add"),
        partnership=partnership.pk,
        kind="announced",
        occurred="today",
        **rows("citations", {"article": source.pk, "DELETE": "on"}, {"article": other.pk}),
    )
    assert answer.status_code == 302
    assert Milestone.objects.get().occurred == "2023-01-01"


class TestUnderstood:
    def ask(self, client: Client, **query: object) -> str:
        answer = client.get(reverse("admin:partnerships_understood"), query)
        assert answer.status_code == 200
        return answer.content.decode().strip()

    def test_counts_from_the_day_of_the_article(self, client: Client, source: Article) -> None:
        assert self.ask(client, words="by July 2022", anchor=source.pk) == (
            '<span class="understood" role="status">One day from 24 May to 31 July 2022</span>'
        )

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            ("by July 2022", "One day up to 31 July 2022"),
            ("4 July 2022", "Monday 4 July 2022"),
            ("July", "Which year? Add it to “july”."),
            ("<b>", "No date is understood in “&lt;b&gt;”."),
            ("", ""),
            ("  ", ""),
        ],
    )
    def test_needs_no_article(self, client: Client, words: str, line: str) -> None:
        assert self.ask(client, words=words).startswith(
            f'<span class="understood" role="status">{line}'
        )

    @pytest.mark.parametrize("query", [{"words": "\0"}, {"anchor": "x"}, {"anchor": "9" * 5000}])
    def test_refuses_what_no_page_asks(self, client: Client, query: dict[str, str]) -> None:
        answer = client.get(reverse("admin:partnerships_understood"), query)
        assert answer.status_code == 400

    def test_is_for_those_who_may_see_articles(self, client: Client, editor: User) -> None:
        only_with(editor, [])
        assert client.get(reverse("admin:partnerships_understood")).status_code == 403
        client.logout()
        assert client.get(reverse("admin:partnerships_understood")).status_code == 302


def test_a_date_that_is_none_is_said_beside_it(client: Client) -> None:
    partnership = factories.partnership()
    answer = send(
        client,
        address(Partnership, "change", partnership.pk),
        **announced(factories.article().pk, occurred="31 June 2022"),
    )
    assert problems(answer) == ["June 2022 has 30 days, so there is no 2022-06-31."]
