"""Reviewing in a real browser: a pasted article is filed in a few clicks, by keys, or by words that
are selected; with script and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from partnerships import recording, reviewing
from partnerships.models import (
    Article,
    Company,
    Milestone,
    Partnership,
    ProductLaunch,
    ProductName,
    Statement,
)
from tests import factories
from tests.admin import account_in
from tests.reviewing.readings import certain_reading, seed_article

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roles")]

SEED = Path(__file__).parents[1] / "reading" / "00-seed.txt"
SCHEMES = [("light", 1280), ("dark", 390)]


def sign_in(page: Page, account: User, server: LiveServer) -> None:
    client = Client()
    client.force_login(account)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server.url}
    page.context.add_cookies([session])


@pytest.fixture
def article(live_server: LiveServer, roles: None) -> Article:
    article = seed_article()
    recording.keep_suggestions(article, reviewing.proposals(article, certain_reading(article)))
    return article


@pytest.fixture
def review(page: Page, article: Article, live_server: LiveServer) -> Page:
    """The review of the seed article, of which everything waits, to an editor."""
    sign_in(page, account_in("Editors"), live_server)
    page.goto(address(article))
    return page


@pytest.fixture
def without_script(browser: Browser, article: Article, live_server: LiveServer) -> Iterator[Page]:
    with browser.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, account_in("Editors"), live_server)
        page.goto(address(article))
        yield page


def address(article: Article) -> str:
    return f"/admin/partnerships/article/{article.pk}/review/"


def counts() -> list[int]:
    return [kind.objects.count() for kind in (Partnership, ProductLaunch, Statement)]


def test_the_page_stays_and_the_next_card_has_the_focus(review: Page) -> None:
    review.evaluate("window.stayed = true")
    review.keyboard.press("a")
    expect(review.get_by_role("status")).to_have_text("Accepted.")
    expect(review.locator("progress")).to_have_attribute("value", "1")
    second = review.locator(".card").nth(1)
    expect(second).to_be_focused()
    assert review.evaluate("window.stayed") is True


def test_one_key_an_action(review: Page) -> None:
    for key in ["j", "k", "a", "r"]:
        review.keyboard.press(key)
        if key == "a":
            expect(review.locator("progress")).to_have_attribute("value", "1")
            expect(review.locator(".card.is-open:focus")).to_have_count(1)
    review.locator(".card details[open]").get_by_role("button").first.click()
    expect(review.locator("progress")).to_have_attribute("value", "2")
    review.locator(".card.is-rejected").focus()
    review.keyboard.press("u")
    expect(review.locator("progress")).to_have_attribute("value", "1")


def test_the_keys_are_told(review: Page) -> None:
    expect(review.locator(".card.is-open").first.locator("kbd:visible")).to_have_text(
        ["A", "E", "R"]
    )
    review.keyboard.press("?")
    expect(review.get_by_text("next, K the one before")).to_be_visible()


def test_keys_are_not_told_without_script(without_script: Page) -> None:
    expect(without_script.locator("kbd").first).to_be_attached()
    expect(without_script.locator("kbd:visible")).to_have_count(0)


def test_keys_are_not_told_on_a_phone(
    browser: Browser, article: Article, live_server: LiveServer
) -> None:
    with browser.new_context(is_mobile=True, has_touch=True) as context:
        page = context.new_page()
        sign_in(page, account_in("Editors"), live_server)
        page.goto(f"{live_server.url}{address(article)}")
        expect(page.locator("html.listens-to-keys kbd").first).to_be_attached()
        expect(page.locator("kbd:visible")).to_have_count(0)


def test_words_that_are_selected_can_be_added(review: Page, article: Article) -> None:
    review.evaluate(
        """words => {
            const walker = document.createTreeWalker(
                document.getElementById("entry-words"), NodeFilter.SHOW_TEXT)
            for (let node; node = walker.nextNode();) {
                const at = node.data.indexOf(words)
                if (at >= 0) {
                    const range = document.createRange()
                    range.setStart(node, at)
                    range.setEnd(node, at + words.length)
                    getSelection().removeAllRanges()
                    getSelection().addRange(range)
                    document.dispatchEvent(new Event("keyup"))
                }
            }
        }""",
        "improve results along the way",
    )
    choice = review.get_by_role("navigation", name="Add the selected words as")
    choice.get_by_role("link", name="Statement").click()
    expect(review.locator("#id_passage")).to_have_value("improve results along the way")
    place = str(article.text.index("improve results along the way"))
    expect(review.locator("#id_passage_place")).to_have_value(place)


@pytest.fixture
def kamera(article: Article) -> Company:
    """A company that may be the article's Leica."""
    return factories.company("Leica Kamera")


def test_the_line_follows_what_is_chosen(kamera: Company, review: Page) -> None:
    card = review.locator(".card").first
    expect(card).to_contain_text("new company Xiaomi; new company Leica; new partnership")
    card.get_by_label("Company Leica is").select_option(f"is-{kamera.pk}")
    expect(card).not_to_contain_text("new company Leica")
    expect(card.get_by_label("Company Leica is")).to_have_value(f"is-{kamera.pk}")
    card.get_by_role("button", name="Edit").click()
    expect(review.get_by_label("Leica Kamera; remember “Leica”")).to_be_checked()


def test_what_is_chosen_is_filed_with_one_key(kamera: Company, review: Page) -> None:
    card = review.locator(".card").first
    card.get_by_label("Company Leica is").select_option(f"is-{kamera.pk}")
    card.focus()
    review.keyboard.press("a")
    expect(review.locator("progress")).to_have_attribute("value", "1")
    assert Partnership.objects.get().participations.filter(company=kamera).exists()


def test_what_is_chosen_on_a_card_stays_while_another_is_decided(
    kamera: Company, review: Page
) -> None:
    card = review.locator(".card").first
    card.get_by_label("Company Leica is").select_option(f"is-{kamera.pk}")
    second = review.locator(".card").nth(1)
    second.get_by_text("Reject").click()
    second.get_by_role("button", name="The article does not say so").click()
    expect(review.locator("progress")).to_have_attribute("value", "1")
    expect(card.get_by_label("Company Leica is")).to_have_value(f"is-{kamera.pk}")
    expect(card).not_to_contain_text("new company Leica")


def test_the_line_follows_without_script(kamera: Company, without_script: Page) -> None:
    card = without_script.locator(".card").first
    card.get_by_label("Company Leica is").select_option(f"is-{kamera.pk}")
    card.get_by_role("button", name="Show what this files").click()
    expect(card).not_to_contain_text("new company Leica")
    card.get_by_role("button", name="Accept").click()
    expect(without_script.locator("progress")).to_have_attribute("value", "1")
    assert Partnership.objects.get().participations.filter(company=kamera).exists()


def test_what_somebody_else_has_decided_is_shown(review: Page, article: Article) -> None:
    suggestion = article.suggestions.first()
    assert suggestion is not None
    reviewing.accept(suggestion, account_in("Administrators"))
    review.keyboard.press("a")
    card = review.locator(f"#card-{suggestion.public_id}")
    expect(card.locator(".card-decided")).to_contain_text("Administrators")
    expect(review.get_by_role("status")).not_to_have_text("Accepted.")


def test_everything_works_without_script(without_script: Page) -> None:
    page = without_script
    page.get_by_role("button", name="Accept", exact=True).first.click()
    expect(page.locator("progress")).to_have_attribute("value", "1")
    page.get_by_role("button", name="Accept all that are certain").click()
    expect(page.get_by_role("status")).to_contain_text("Accepted: 6.")
    assert counts() == [2, 2, 2]
    page.get_by_role("link", name="Undo everything").click()
    expect(page.get_by_role("heading", name="7 decisions go back")).to_be_visible()
    page.get_by_role("button", name="Undo everything").click()
    assert counts() == [0, 0, 0]


@pytest.mark.parametrize(
    ("scheme", "width"), [(s, w) for s in ("light", "dark") for w in (1280, 390)]
)
def test_the_review_is_for_everyone(
    review: Page, article: Article, scheme: str, width: int
) -> None:
    review.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    review.set_viewport_size({"width": width, "height": 900})
    found = []
    for query in ("", "?add=statement"):
        review.goto(address(article) + query)
        found += [each["id"] for each in Axe().run(review).response["violations"]]
    review.goto("/admin/partnerships/article/read/")
    found += [each["id"] for each in Axe().run(review).response["violations"]]
    assert found == []


def test_nothing_scrolls_sideways_on_a_small_screen(review: Page, article: Article) -> None:
    review.set_viewport_size({"width": 360, "height": 780})
    wide = []
    for path in (address(article), "/admin/partnerships/article/read/"):
        review.goto(path)
        wide.append(review.evaluate("document.documentElement.scrollWidth"))
    assert wide == [360, 360]


class Hand:
    """A hand on the mouse that counts what it does."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.clicks += 1


def test_the_seed_article_is_filed_in_six_clicks_without_typing(
    page: Page, live_server: LiveServer, roles: None
) -> None:
    sign_in(page, account_in("Editors"), live_server)
    page.goto("/admin/partnerships/article/read/")
    page.locator("#id_pasted").fill(SEED.read_text(encoding="utf-8"))  # pasted, not typed
    page.get_by_role("button", name="Read it").click()
    total = int(page.locator("progress").get_attribute("max") or 0)
    page.get_by_role("button", name="Accept all that are certain").click()
    expect(page.get_by_role("status")).to_contain_text("Accepted")
    hand = Hand(page)
    done = int(page.locator("progress").get_attribute("value") or 0)
    while done < total:
        hand.click("Accept")
        done += 1
        expect(page.locator("progress")).to_have_attribute("value", str(done))
    assert hand.clicks <= 6
    assert counts() == [2, 2, 2]
    assert sorted(filed()) == FILED
    assert sorted(ProductName.objects.values_list("name", "kind")) == NAMES
    shown = {slug: timeline(page, slug) for slug in ("xiaomi", "leica", "huawei")}
    assert {slug: [each in text for each in STATED[slug]] for slug, text in shown.items()} == {
        slug: [True] * len(stated) for slug, stated in STATED.items()
    }


def filed() -> list[tuple[str, ...]]:
    return [
        (str(each.partnership or each.launch), each.kind, each.certainty, each.occurred, each.due)
        for each in Milestone.objects.all()
    ]


BEFORE, BY_JULY = "[..2022-05-24]", "[2022-05-24..2022-07-31]"
FILED = [
    ("Huawei P9", "launched", "stated", BEFORE, ""),
    ("Leica and Huawei", "began", "stated", BEFORE, ""),
    ("Leica and Huawei", "ended", "stated", BEFORE, ""),
    ("Xiaomi 12 Ultra", "announced", "stated", "2022-05-24", BY_JULY),
    ("Xiaomi and Leica", "announced", "stated", "2022-05-24", ""),
]
NAMES = [
    ("Huawei P9", "official"),
    ("Xiaomi 12 Ultra", "rumoured"),
    ("first flagship mobile model", "descriptive"),
]
# What the seed article says of each, and its timeline shows.
STATED = {
    "xiaomi": ["Xiaomi 12 Ultra", "today announced a strategic partnership", "Matthias Harsch"],
    "leica": ["Huawei P9", "share the same ideas", "We are convinced that the first jointly"],
    "huawei": ["Huawei P9", "helped launch a few more models"],
}


def timeline(page: Page, slug: str) -> str:
    page.goto(f"/brands/{slug}/")
    return page.content()
