"""The search box in a real browser: suggestions, keys, and the form without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search brands, products, people, quotes")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def type_in(page: Page, words: str) -> None:
    page.goto("/brands/")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type(words)
    expect(options(page).first).to_be_visible()


def test_slash_leads_to_the_box_but_is_a_letter_in_another_field(page: Page) -> None:
    page.goto("/brands/")
    page.get_by_label("Name").press("/")
    expect(page.get_by_label("Name")).to_have_value("/")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")


def test_arrow_keys_choose_and_enter_follows(page: Page) -> None:
    type_in(page, "Xaomi Lecia")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", "suggestion-1")
    page.keyboard.press("ArrowUp")  # back in the box
    expect(options(page).first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowUp")  # round to the last
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/partnerships/xiaomi-leica/")


def test_escape_closes_the_list_and_keeps_the_words(page: Page) -> None:
    type_in(page, "hassel")
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("hassel")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")


def test_leaving_the_box_closes_the_list(page: Page) -> None:
    type_in(page, "hassel")
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)


def test_suggestion_is_a_link_to_click(page: Page) -> None:
    type_in(page, "hasselb")
    options(page).filter(has_text="DJI").click()
    expect(page).to_have_url("/partnerships/dji-hasselblad/")


def test_number_of_suggestions_is_said(page: Page) -> None:
    type_in(page, "konica")
    expect(page.get_by_role("status")).to_have_text("2 suggestions, best first.")


def test_enter_shows_all_results_and_a_kind_narrows_them_in_place(page: Page) -> None:
    type_in(page, "leica")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/search/?q=leica")
    page.get_by_label("Launches").check(force=True)
    expect(page).to_have_url("/search/?q=leica&kind=launch")
    expect(page.locator(".results .badge").first).to_have_text("Launch")
    expect(box(page)).to_have_value("leica")
    page.go_back()
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.locator(".results .badge").first).to_have_text("Brand")


def test_box_takes_the_day_that_was_chosen_in_place(page: Page) -> None:
    page.goto("/brands/leica/")
    page.get_by_label("As known on").fill("2022-05-25")
    expect(page.get_by_text("Back to today")).to_be_visible()
    box(page).fill("12 ultra")
    box(page).press("Enter")
    expect(page).to_have_url("/search/?q=12+ultra&as_of=2022-05-25")


@pytest.mark.parametrize("width", [1280, 360])
def test_works_without_script(browser: Browser, site: LiveServer, width: int) -> None:
    with browser.new_context(
        base_url=site.url, java_script_enabled=False, viewport={"width": width, "height": 800}
    ) as context:
        page = context.new_page()
        page.goto("/brands/leica/?as_of=2022-05-25")
        page.get_by_role("searchbox", name="Search brands").fill("12 ultra")
        page.get_by_role("button", name="Search").click()
        expect(page).to_have_url("/search/?q=12+ultra&as_of=2022-05-25")
        expect(page.locator(".results h2").first).to_have_text("Xiaomi 12 Ultra rumoured name")
        page.get_by_label("Articles").check(force=True)
        page.get_by_role("button", name="Show").click()
        expect(page.locator(".results .badge")).to_have_text(["Article"])


def test_open_list_is_accessible_and_fits_a_phone(browser: Browser, site: LiveServer) -> None:
    with browser.new_context(base_url=site.url, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        type_in(page, "leica")
        page.keyboard.press("ArrowDown")
        found = Axe().run(page).response["violations"]
        assert [each["id"] for each in found] == []
        assert not page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
