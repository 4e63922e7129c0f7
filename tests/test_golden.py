"""The golden behaviours of the domain, on the real fixtures."""

import datetime
import re

import pytest
from django.test import Client

from partnerships import timeline
from partnerships.models import Article, Company, Partnership, ProductLaunch, Statement
from partnerships.standing import LaunchStanding, PartnershipStatus
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def company(slug: str) -> Company:
    return Company.objects.get(slug=slug)


def seed_article() -> Article:
    return Article.objects.exclude(text="").get()


def passages_on(slug: str) -> set[str]:
    """The passages of the seed that the brand's timeline shows, page after page."""
    found: set[str] = set()
    after = None
    while True:
        page = timeline.page(timeline.Question(company(slug)), after)
        for line in page.lines:
            beneath = [citation for cited in line.beneath for citation in cited.citations]
            found |= {each.passage for each in [*line.citations, *beneath] if each.passage}
        if page.next is None:
            return found
        after = page.next


# 1. The seed article is on the timelines, each with its passage

XIAOMI_AND_LEICA = {
    "announced": "today announced a strategic partnership",
    "flagship": "by July this year will launch",
    "leica said": "Xiaomi and Leica share the same ideas",
    "harsch said": "We are convinced that the first jointly developed",
}
HUAWEI = {"launched": "including the Huawei P9", "began": "has experience cooperating"}


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("xiaomi", XIAOMI_AND_LEICA),
        ("leica", XIAOMI_AND_LEICA | HUAWEI),
        ("huawei", HUAWEI),
    ],
)
def test_seed_is_on_the_timeline_with_its_passages(slug: str, expected: dict[str, str]) -> None:
    shown = passages_on(slug)
    missing = {what for what, words in expected.items() if not any(words in each for each in shown)}
    assert missing == set()


def test_passages_of_the_seed_are_highlighted_on_its_page(client: Client) -> None:
    article = seed_article()
    html = client.get(article.get_absolute_url()).content.decode()
    citations = article.citations.exclude(passage="")
    assert citations.count() >= 12
    assert all(f'id="{citation.public_id}"' in html for citation in citations)
    assert "<mark" in html


def test_citations_of_the_seed_hold() -> None:
    article = seed_article()
    assert [each for each in article.citations.all() if not each.holds_in(article.text)] == []


# 2. As known on a day


def standing(slug: str, as_of: str) -> timeline.PartnershipStory:
    return timeline.partnership_story(Partnership.objects.get(slug=slug), day(as_of))


def test_in_april_2022_huawei_and_leica_are_active() -> None:
    assert standing("huawei-leica", "2022-04-15").standing.status == PartnershipStatus.ACTIVE


def test_on_24_may_2022_huawei_and_leica_ended_on_31_march() -> None:
    found = standing("huawei-leica", "2022-05-24").standing
    assert found.status == PartnershipStatus.ENDED
    assert found.ended is not None
    assert found.ended.occurred == "2022-03-31"


def test_on_1_may_2022_xiaomi_and_leica_are_rumoured() -> None:
    story = standing("xiaomi-leica", "2022-05-01")
    kinds = {(line.claim.kind, line.claim.certainty) for line in story.milestones}
    assert story.standing.status == PartnershipStatus.RUMOURED
    assert {certainty for _, certainty in kinds} == {"rumoured"}
    assert (story.launches, story.statements) == ([], [])


def test_on_1_may_2022_no_page_tells_a_later_name(client: Client) -> None:
    for slug in ("xiaomi", "leica"):
        html = client.get(f"/brands/{slug}/?as_of=2022-05-01").content.decode()
        assert "12S" not in html
        assert "12 Ultra" not in html
        assert "We are convinced" not in html


# 3. A promise, as its day comes


def of_flagship(as_of: str | None = None) -> LaunchStanding:
    launch = ProductLaunch.objects.get(slug="xiaomi-leica-first-flagship")
    return timeline.launch_story(launch, as_of and day(as_of)).standing


def outcome_of_the_seed(standing: LaunchStanding) -> str:
    cited = seed_article().citations.values_list("milestone", flat=True)
    [promise] = [each for each in standing.promises if each.milestone.pk in cited]
    return promise.outcome.value


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2022-05-24", "due"),
        ("2022-07-03", "due"),
        ("2022-07-04", "kept on time"),
        ("2022-08-01", "kept on time"),
    ],
)
def test_by_july_this_year(as_of: str, expected: str) -> None:
    assert outcome_of_the_seed(of_flagship(as_of)) == expected


# 5. One launch, several names

RUMOURED = '<span class="rumour">Xiaomi 12 Ultra</span>'


def test_rumoured_name_is_the_same_launch() -> None:
    by_name = ProductLaunch.objects.filter(names__key__in=["xiaomi 12 ultra", "xiaomi 12s ultra"])
    assert by_name.distinct().count() == 1


def test_on_25_may_2022_it_is_called_by_the_rumoured_name(client: Client) -> None:
    html = client.get("/launches/xiaomi-leica-first-flagship/?as_of=2022-05-25").content.decode()
    [heading] = re.findall("<h1>(.*?)</h1>", html)
    assert heading == f"{RUMOURED} <small>rumoured name</small>"
    assert "<title>Xiaomi 12 Ultra (rumoured name) –" in html
    assert "12S" not in html


@pytest.mark.parametrize(
    "path", ["/brands/leica/", "/partnerships/xiaomi-leica/", "/launches/", "/"]
)
def test_rumoured_name_says_so_wherever_it_stands(client: Client, path: str) -> None:
    html = client.get(f"{path}?as_of=2022-05-25").content.decode()
    links = re.findall(r"<a [^>]*>([^<]*(?:<span[^>]*>)?Xiaomi 12 Ultra.*?)</a>", html)
    assert links
    assert set(links) == {f"{RUMOURED} <small>rumoured name</small>"}


def test_today_it_is_called_by_the_official_name(client: Client) -> None:
    html = client.get("/launches/xiaomi-leica-first-flagship/").content.decode()
    assert "<h1>Xiaomi 12S Ultra</h1>" in html
    assert "Xiaomi 12 Ultra" in html


# What the issue asks of the first pages


def test_leica_until_the_end_of_2022(client: Client) -> None:
    html = client.get("/brands/leica/?to=2022-12-31").content.decode()
    assert "23 May 2022" in html
    assert "24 May 2022" in html
    assert "Xiaomi 12S Ultra" in html
    assert "rumoured as Xiaomi 12 Ultra" in html
    assert Statement.objects.get(speaker__slug="matthias-harsch").text[:60] in html


def test_leica_with_huawei_until_the_article(client: Client) -> None:
    html = client.get("/brands/leica/?partner=huawei&to=2022-05-24").content.decode()
    assert "Huawei P9" in html
    assert "including the Huawei P9" in html


def test_a_fact_added_under_the_seed_does_not_change_the_past(client: Client) -> None:
    before = client.get("/brands/leica/?as_of=2022-05-24").content
    partnership = Partnership.objects.get(slug="xiaomi-leica")
    make.milestone(partnership, "ended", "2026-01-01", make.article("2026-01-02"))
    assert client.get("/brands/leica/?as_of=2022-05-24").content == before
