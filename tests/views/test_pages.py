"""The plain pages of partnership, launch, statement, person and article."""

import re

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from partnerships import recording
from partnerships.models import Citation
from tests import factories as make

pytestmark = pytest.mark.django_db


def html(client: Client, page: Model, query: str = "") -> str:
    response = client.get(f"{page.get_absolute_url()}{query}")
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize(
    "path",
    [
        "/partnerships/none/",
        "/launches/none/",
        "/statements/none/",
        "/people/none/",
        "/articles/none/",
        "/brands/%00/",
        "/brands/%2e%2e/",
        "/statements/1e3/",
    ],
)
def test_unknown_thing_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("query", ["as_of=2999-01-01", "as_of=x", "as_of=2022-02-30"])
def test_every_page_names_a_wrong_day(client: Client, query: str) -> None:
    pages = [
        make.partnership(),
        make.launch(),
        make.person(),
        make.statement("We are convinced.", company=make.company()),
        make.article(),
    ]
    answers = [client.get(f"{page.get_absolute_url()}?{query}") for page in pages]
    assert [answer.status_code for answer in answers] == [400] * 5


def test_partnership_tells_its_status_and_the_claims_behind_it(client: Client) -> None:
    partnership = make.partnership(scope="mobile imaging", kinds=["co-development"])
    make.milestone(partnership, "announced", "2016-02-25")
    make.milestone(partnership, "ended", "2022-03-31")
    page = html(client, partnership)
    assert "Mobile imaging · co-development" in page
    assert ">Ended</span> 31 March 2022" in page
    assert "25 February 2016" in page


def test_partnership_quiet_for_two_years_is_not_called_running(client: Client) -> None:
    partnership = make.partnership()
    make.milestone(partnership, "announced", "2007-09-23")
    page = html(client, partnership)
    assert ">No end reported</span>, announced 23 September 2007, last reported in 2007" in page


def test_partnership_lists_its_launches_with_their_promises(client: Client) -> None:
    partnership = make.partnership()
    launch = make.launch("Xiaomi 13", partnership=partnership)
    make.milestone(launch, "announced", "2022-11", due="2022-12-01")
    make.milestone(launch, "launched", "2022-12-11")
    page = html(client, partnership)
    assert "Xiaomi 13</a>" in page
    assert "10 days late: promised for 1 December 2022" in page


def test_contradicting_claims_stand_side_by_side(client: Client) -> None:
    partnership = make.partnership()
    make.milestone(partnership, "began", "2016")
    make.milestone(partnership, "ended", "2012")
    page = html(client, partnership)
    assert "end lies before the beginning" in page


def test_launch_has_the_name_of_the_day(client: Client) -> None:
    launch = make.launch("first flagship", kind="descriptive", source=make.article("2022-05-24"))
    make.claim(launch.names.model(launch=launch, name="12S Ultra"), make.article("2022-06-28"))
    make.milestone(launch, "announced", "2022-05-24", make.article("2022-05-24"))
    assert "<h1>first flagship</h1>" in html(client, launch, "?as_of=2022-06-27")
    assert "<h1>12S Ultra</h1>" in html(client, launch)


def test_statement_gives_words_speaker_role_and_company(client: Client) -> None:
    said = make.statement(
        "We are convinced.",
        "2022-05-24",
        speaker=make.person(),
        role="CEO",
        company=make.company("Leica"),
    )
    page = html(client, said)
    assert "“We are convinced.”" in page
    assert "Matthias Harsch</a> CEO" in page
    assert 'href="/brands/leica/"' in page


def test_statement_is_not_told_before_it_was_known(client: Client) -> None:
    said = make.statement("We are convinced.", "2022-05-24", company=make.company())
    assert "We are convinced" not in html(client, said, "?as_of=2022-05-23")


def test_person_lists_what_they_said(client: Client) -> None:
    speaker = make.person()
    make.statement("We are convinced.", "2022-05-24", speaker=speaker)
    assert "We are convinced." in html(client, speaker)


def test_article_marks_overlapping_passages_without_losing_a_letter(client: Client) -> None:
    source = make.article(text="Leica & Xiaomi <b>today</b> announced a partnership")
    partnership = make.partnership()
    for words in ("Leica & Xiaomi <b>today</b>", "Xiaomi <b>today</b> announced"):
        row = make.milestone(partnership, "announced")
        make.record(make.cite(row, source, words))
    page = html(client, source)
    marked = page[page.index("<bdi>") : page.index("</bdi>")]
    plain = marked.replace("</mark>", "").replace('<mark class="marks-milestone">', "")
    anchors = [f'<a class="anchor" id="{each.public_id}"></a>' for each in source.citations.all()]
    for anchor in anchors:
        assert anchor in plain
        plain = plain.replace(anchor, "")
    assert plain == "<bdi>Leica &amp; Xiaomi &lt;b&gt;today&lt;/b&gt; announced a partnership"


def test_lost_passage_is_said_and_nothing_is_marked(client: Client) -> None:
    source = make.article(text="Leica and Xiaomi")
    row = make.milestone(make.partnership(), "announced")
    citation = make.record(make.cite(row, source, "Leica"))
    with recording.as_recording():
        Citation.objects.filter(pk=citation.pk).update(start=1, end=6)
    for page in (html(client, source), html(client, row.subject)):
        assert "no longer stand" in page
        assert "<mark" not in page


def test_article_without_text_says_where_it_stands(client: Client) -> None:
    source = make.article(url="https://example.org/story", publisher="Example")
    page = html(client, source)
    assert "text of this article is not kept" in page
    assert 'href="https://example.org/story"' in page


def test_article_links_each_passage_to_its_record(client: Client) -> None:
    source = make.article(text="Leica and Xiaomi")
    partnership = make.partnership()
    row = make.milestone(partnership, "announced")
    make.record(make.cite(row, source, "Leica"))
    assert f'href="{row.get_absolute_url()}"' in html(client, source)


def test_statement_takes_as_many_queries_with_200_sources_as_with_one(client: Client) -> None:
    with recording.batch():
        few, many = (
            make.statement(
                "We are convinced.",
                "2022",
                *(make.article() for _ in range(number)),
                speaker=make.person(f"Speaker {number}"),
                company=make.company(),
                partnership=make.partnership(),
            )
            for number in (1, 200)
        )
    assert queries(client, few) == queries(client, many) <= 12


@pytest.mark.parametrize("path", ["/", "/brands/", "/launches/", "/statements/", "/people/"])
def test_form_that_is_sent_to_a_page_is_not_allowed(path: str) -> None:
    """Not "forbidden": the token that the admin's forms have is none of a reader's business."""
    assert Client(enforce_csrf_checks=True).post(path).status_code == 405


@pytest.mark.parametrize("path", ["/", "/brands/", "/launches/", "/people/"])
@pytest.mark.parametrize("day", ["2199-01-01", "2999-01-01"])
def test_day_after_today_is_said_to_lie_after_today(client: Client, path: str, day: str) -> None:
    answer = client.get(f"{path}?as_of={day}").content.decode()
    assert "<dd>It lies after today: what will be known then cannot be shown.</dd>" in answer


@pytest.mark.parametrize("path", ["/", "/brands/", "/launches/", "/articles/"])
def test_day_can_be_chosen_up_to_today(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    [field] = re.findall(r'<input[^>]*name="as_of"[^>]*>', page)
    assert f'max="{timezone.localdate().isoformat()}"' in field


def test_back_to_today_keeps_the_filters(client: Client) -> None:
    make.company("Leica")
    for path, query in {
        "/brands/leica/": "kind=launch&to=2020-01-01",
        "/articles/": "text=kept",
    }.items():
        page = client.get(f"{path}?{query}&as_of=2022-05-24").content.decode()
        assert f'<a href="{path}?{escape(query)}">Back to today</a>' in page


def test_nothing_found_leads_to_all_of_the_same_day(client: Client) -> None:
    page = client.get("/launches/?status=cancelled&as_of=2022-05-24").content.decode()
    assert '<a href="/launches/?as_of=2022-05-24">see every launch known by then</a>' in page


def queries(client: Client, page: Model) -> int:
    with CaptureQueriesContext(connection) as captured:
        html(client, page)
    return len(captured)


def test_partnership_takes_as_many_queries_with_many_records(client: Client) -> None:
    with recording.batch():
        few, many = make.partnership(), make.partnership()
        for partnership, number in ((few, 1), (many, 30)):
            for _ in range(number):
                launch = make.launch(partnership=partnership)
                make.milestone(launch, "launched", "2022-07-04")
                make.milestone(partnership, "extended", "2022-07-04")
                make.statement("We are convinced.", company=make.company(), partnership=partnership)
    assert queries(client, few) == queries(client, many) <= 12


def test_article_takes_as_many_queries_with_many_citations(client: Client) -> None:
    few, many = make.article(text="Leica"), make.article(text="Leica and Xiaomi")
    with recording.batch():
        for source, number in ((few, 1), (many, 30)):
            for _ in range(number):
                partnership = make.partnership()
                launch = make.launch(partnership=partnership)
                for row in (
                    make.milestone(partnership, "announced"),
                    make.milestone(launch, "launched"),
                    make.statement("Leica", company=make.company()),
                    launch.names.get(),
                    partnership.participations.first(),
                ):
                    make.record(make.cite(row, source, "Leica"))
    assert queries(client, few) == queries(client, many) <= 12
