"""Entering from the article as an editor does: words selected with the mouse, or pasted."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from partnerships.models import Article, Citation, Partnership, Statement
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = (
    "Xiaomi 📷 and Leica work together.\n\nLeica said:\n\nWe share the same ideas.\n\n"
    "Leica 📷 again."
)


@pytest.fixture
def session(live_server: LiveServer) -> dict[str, str]:
    """The cookie of an editor who is signed in."""
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="partnerships"))
    client = Client()
    client.force_login(user)
    cookie = client.cookies["sessionid"].value
    return {"name": "sessionid", "value": cookie, "url": live_server.url}


@pytest.fixture
def source() -> Article:
    return factories.article("2022-05-24", TEXT)


@pytest.fixture
def editing(page: Page, session: dict[str, str]) -> Iterator[Page]:
    """A signed-in tab; nothing of what it does may break the policy or raise."""
    complaints: list[str] = []
    page.on("console", lambda each: complaints.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.context.add_cookies([session])  # type: ignore[list-item]
    yield page
    assert complaints == []


def entries(article: Article, kind: str) -> str:
    return f"{reverse('admin:partnerships_article_entries', args=[article.pk])}?add={kind}"


def drag_over(page: Page, words: str, occurrence: int = 0) -> None:
    """Select the words in the text with the mouse."""
    left, top, right, bottom = page.evaluate(
        """([words, occurrence]) => {
            const text = document.getElementById("entry-words")
            let at = -1
            for (let i = 0; i <= occurrence; i++) at = text.textContent.indexOf(words, at + 1)
            const point = (place) => {
                const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
                let node
                while ((node = walk.nextNode()) && place > node.length) place -= node.length
                return [node, place]
            }
            const range = document.createRange()
            range.setStart(...point(at))
            range.setEnd(...point(at + words.length))
            const boxes = [...range.getClientRects()].filter((each) => each.width > 1)
            const [first, last] = [boxes[0], boxes[boxes.length - 1]]
            return [first.left, first.top + 5, last.right, last.bottom - 5]
        }""",
        [words, occurrence],
    )
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=5)
    page.mouse.up()


def test_words_are_selected_with_the_mouse_and_cited(editing: Page, source: Article) -> None:
    editing.goto(entries(source, "partnership"))
    drag_over(editing, "Xiaomi 📷 and Leica work together")
    expect(editing.get_by_label("Passage")).to_have_value("Xiaomi 📷 and Leica work together")
    companies = editing.get_by_label("Company", exact=False)
    companies.nth(0).fill("Xiaomi")
    companies.nth(1).fill("Leica")
    expect(editing.locator(".field-company_2 .understood")).to_have_text(
        "New company: will be made."
    )
    editing.get_by_label("What happened", exact=True).select_option("announced")
    editing.get_by_label("When").fill("today")
    expect(editing.locator(".field-occurred .understood")).to_have_text("Tuesday 24 May 2022")
    editing.get_by_role("button", name="Save and cite").click()
    expect(editing.locator(".messagelist")).to_contain_text("partnership Xiaomi and Leica")
    expect(editing.locator("#entry-words mark")).to_have_text("Xiaomi 📷 and Leica work together")
    assert str(Partnership.objects.get().milestones.get()) == "Announced 24 May 2022"


def test_a_selection_knows_which_of_two_places_is_meant(editing: Page, source: Article) -> None:
    editing.goto(entries(source, "statement"))
    drag_over(editing, "Leica", occurrence=2)
    expect(editing.get_by_label("Passage")).to_have_value("Leica")
    editing.get_by_label("Spoken for").fill("Leica")
    editing.get_by_role("button", name="Save and cite").click()
    expect(editing.locator(".messagelist")).to_contain_text("statement")
    assert Citation.objects.get().start == TEXT.rindex("Leica")


def test_each_segment_takes_its_own_selection(editing: Page, source: Article) -> None:
    editing.goto(entries(source, "statement"))
    drag_over(editing, "We share")
    editing.get_by_text("It goes on after words of the article").click()
    editing.get_by_label("Second segment").focus()
    drag_over(editing, "the same ideas")
    expect(editing.get_by_label("Second segment")).to_have_value("the same ideas")
    editing.get_by_label("Spoken for").fill("Leica")
    editing.get_by_role("button", name="Save and cite").click()
    expect(editing.locator(".messagelist")).to_contain_text("statement")
    assert Statement.objects.get().text == "We share … the same ideas"


def test_a_new_selection_answers_a_passage_that_was_refused(editing: Page, source: Article) -> None:
    editing.goto(entries(source, "statement"))
    editing.get_by_label("Passage").fill("We all share the same ideas")
    editing.get_by_label("Spoken for").fill("Leica")
    editing.get_by_role("button", name="Save and cite").click()
    expect(editing.get_by_role("group", name="The text has no such passage")).to_be_visible()
    editing.locator("#entry-words").get_by_text("We share").click(click_count=1)
    drag_over(editing, "We share the same ideas")
    expect(editing.get_by_label("Passage")).to_have_value("We share the same ideas")
    editing.get_by_role("button", name="Save and cite").click()
    expect(editing.locator(".messagelist")).to_contain_text("statement")
    assert Statement.objects.get().text == "We share the same ideas"


def test_without_script_the_passage_is_pasted_and_questions_are_answered(
    browser: Browser, live_server: LiveServer, session: dict[str, str], source: Article
) -> None:
    with browser.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        context.add_cookies([session])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(entries(source, "statement"))
        page.get_by_label("Passage").fill("Leica")
        page.get_by_label("Spoken for").fill("Leica")
        page.get_by_role("button", name="Save and cite").click()
        page.get_by_role("radio").nth(1).check()
        page.get_by_role("button", name="Save and cite").click()
        expect(page.locator(".messagelist")).to_contain_text("statement")
    assert Citation.objects.get().start == TEXT.index("Leica said")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_forms_are_accessible_and_fit(
    page: Page, session: dict[str, str], source: Article, width: int
) -> None:
    page.context.add_cookies([session])  # type: ignore[list-item]
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for kind in ("partnership", "milestone", "launch", "statement", "participation", "name"):
        page.goto(entries(source, kind))
        page.get_by_label("Passage").fill("Leica")
        page.get_by_role("button", name="Save and cite").click()
        expect(page.get_by_role("alert")).to_be_visible()
        for folded in page.locator("details").all():
            if folded.get_attribute("open") is None:
                folded.locator("summary").click()
        problems = Axe().run(page, ".entry-page").response["violations"]
        found[kind] = [f"{each['id']}: {each['nodes'][0]['html']}" for each in problems]
        sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        found[kind] += ["scrolls sideways"] if page.evaluate(sideways) else []
    assert found == {kind: [] for kind in found}
