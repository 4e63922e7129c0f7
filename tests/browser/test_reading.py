"""Reading a timeline in a real browser: filters, scrolling, back, and all of it without script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def console(page: Page) -> Iterator[list[str]]:
    """What the browser complains of; empty at the end of a good visit."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield complaints
    assert complaints == []


def lines(page: Page) -> int:
    return page.locator("article.line").count()


@pytest.mark.usefixtures("console")
def test_filters_change_the_timeline_and_the_address(page: Page) -> None:
    page.goto("/brands/leica/")
    page.get_by_label("Partner").select_option("huawei")
    expect(page).to_have_url("/brands/leica/?partner=huawei")
    page.get_by_label("Launches").check()
    expect(page).to_have_url("/brands/leica/?kind=launch&partner=huawei")
    expect(page.locator("article.line-milestone")).to_have_count(0)
    expect(page.get_by_role("heading", name="Huawei P9", exact=True).first).to_be_visible()


@pytest.mark.usefixtures("console")
def test_back_and_reload_give_whole_pages(page: Page) -> None:
    page.goto("/brands/leica/")
    page.get_by_label("Partner").select_option("huawei")
    expect(page).to_have_url("/brands/leica/?partner=huawei")
    page.goto("/brands/")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leica")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leica")
    expect(page).to_have_url("/brands/leica/")
    expect(page.get_by_label("Partner")).to_have_value("")
    page.reload()
    expect(page.get_by_role("banner")).to_be_visible()


@pytest.mark.usefixtures("console")
def test_earlier_entries_come_as_one_scrolls(page: Page) -> None:
    page.goto("/brands/leica/")
    assert lines(page) == 50
    page.locator("#more").scroll_into_view_if_needed()
    expect(page.locator("article.line").nth(50)).to_be_attached()
    expect(page).to_have_url("/brands/leica/")
    ids = page.locator("article.line").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    years = page.locator(".year h2").all_inner_texts()
    assert len(years) == len(set(years))


@pytest.mark.usefixtures("console")
def test_passage_leads_to_its_place_in_the_article(page: Page) -> None:
    page.goto("/people/matthias-harsch/")
    page.get_by_text("Show passage").click()
    page.get_by_role("link", name="Article of 24 May 2022").click()
    marked = page.locator(".anchor:target + mark, .anchor:target ~ mark").first
    expect(marked).to_contain_text("We are convinced")


def test_all_of_it_works_without_script(browser: Browser, site: LiveServer) -> None:
    with browser.new_context(base_url=site.url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/brands/leica/")
        page.get_by_role("link", name="Earlier entries").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Leica")
        page.goto("/brands/leica/")
        page.get_by_label("Partner").select_option("huawei")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("heading", name="Huawei P9", exact=True).first).to_be_visible()
        page.get_by_text("Show passage").first.click()
        expect(page.locator("mark").first).to_be_visible()


def test_filters_can_be_used_by_keyboard(page: Page) -> None:
    page.goto("/brands/leica/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.get_by_label("Everything").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url("/brands/leica/?kind=milestone")
    expect(page.get_by_label("Milestones")).to_be_focused()


def test_wrong_day_is_said_beside_what_was_typed(page: Page) -> None:
    page.goto("/brands/leica/")
    page.get_by_label("From", exact=True).fill("2023-01-01")
    page.get_by_label("To", exact=True).fill("2022-01-01")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("The first day lies after the last.")
    expect(page.get_by_label("To", exact=True)).to_have_value("2022-01-01")
    page.get_by_label("To", exact=True).fill("2024-01-01")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_empty()
    expect(page).to_have_url("/brands/leica/?from=2023-01-01&to=2024-01-01")


@pytest.mark.usefixtures("console")
def test_year_that_is_still_being_typed_is_not_asked_for(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/brands/leica/")
    page.get_by_label("As known on").click()
    page.keyboard.type("05012022", delay=60)
    expect(page).to_have_url("/brands/leica/?as_of=2022-05-01")
    assert [url.partition("as_of=")[2] for url in asked if "as_of=2" in url] == ["2022-05-01"]
    assert not any("as_of=0" in url for url in asked)


@pytest.mark.usefixtures("console")
@pytest.mark.parametrize("path", ["/brands/leica/", "/launches/", "/articles/"])
def test_whoever_comes_to_earlier_entries_by_keyboard_goes_on_at_the_first_new_one(
    page: Page, path: str
) -> None:
    lists = ".things > li:not(.more), .articles > li:not(.more), .agenda > li:not(.today)"
    entries = f"#content :is(article.line, {lists})"
    page.goto(path)
    before = page.locator(entries).count()
    page.locator("#more a").focus()
    first = page.locator(entries).nth(before)
    expect(first).to_be_focused()
    expect(first).to_have_attribute("tabindex", "-1")
    page.keyboard.press("Tab")
    assert first.evaluate("one => one.contains(document.activeElement)")


@pytest.mark.usefixtures("console")
def test_status_tells_of_every_swap_in_the_same_place(page: Page) -> None:
    page.goto("/brands/leica/")
    status = page.get_by_role("status")
    expect(status).to_have_text("50 and more entries, newest first.")
    place = status.element_handle()
    page.locator("#more").scroll_into_view_if_needed()
    expect(status).to_have_text(re.compile(r"^\d+ more entries shown"))
    page.get_by_label("Partner").select_option("huawei")
    expect(status).to_have_text(re.compile(r"^\d+ entries, newest first\.$"))
    page.get_by_label("As known on").fill("2022-05-24")
    page.keyboard.press("Enter")
    expect(status).to_have_text(re.compile(r"^As known on 24 May 2022: \d+ entries"))
    assert place.evaluate("one => one === document.querySelector('[role=status]')")
    expect(status).to_have_count(1)


def test_passages_open_by_keyboard_and_say_how_to_close_them(page: Page) -> None:
    page.goto("/people/matthias-harsch/")
    summary = page.locator(".sources summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    expect(summary.get_by_text("Hide passage")).to_be_visible()
    expect(summary.get_by_text("Show passage")).to_be_hidden()


def test_way_back_to_today_by_keyboard(page: Page) -> None:
    page.goto("/brands/leica/?partner=huawei&as_of=2022-05-24")
    page.get_by_role("link", name="Back to today").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/brands/leica/?partner=huawei")


@pytest.mark.parametrize("script", [True, False])
def test_filters_are_folded_away_on_a_phone_alone(
    browser: Browser, site: LiveServer, script: bool
) -> None:
    with browser.new_context(
        base_url=site.url, java_script_enabled=script, viewport={"width": 390, "height": 844}
    ) as context:
        page = context.new_page()
        page.goto("/brands/leica/")
        expect(page.get_by_label("Partner")).to_be_hidden()
        folded = page.locator(".filters").bounding_box()
        assert folded is not None
        assert folded["height"] < 120
        page.get_by_text("Filters", exact=True).click()
        expect(page.get_by_label("Partner")).to_be_visible()
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto("/brands/leica/")
        expect(page.get_by_label("Partner")).to_be_visible()
        expect(page.get_by_text("Filters", exact=True)).to_be_hidden()


def test_source_without_its_passage_has_its_address_on_paper(page: Page) -> None:
    page.goto("/brands/leica/")
    link = page.locator(".cite a[rel]").first
    after = "one => getComputedStyle(one, '::after').content"
    assert link.evaluate(after) == "none"
    page.emulate_media(media="print")
    expect(link).to_be_visible()
    assert link.evaluate(after) == f'" <{link.get_attribute("href")}>"'


def test_paper_says_that_earlier_entries_are_not_on_it(page: Page) -> None:
    page.route("**/*after=*", lambda route: route.abort())
    page.goto("/brands/leica/")
    page.emulate_media(media="print")
    link = page.get_by_role("link", name="Earlier entries")
    expect(link).to_be_visible()
    words = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert words == '" are not printed here."'
    expect(page.locator("form.filters")).to_be_hidden()
