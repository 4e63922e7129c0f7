"""Lanes and comparisons in a real browser: read, followed, filtered, and changed without script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

# Of every text of the pictures: its size in real pixels.
SIZES = """() => [...document.querySelectorAll(".lanes :is(svg text, p, p span)")].map(one =>
    parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM?.().a ?? 1))"""


@pytest.mark.parametrize("width", [360, 1280])
def test_words_of_the_picture_can_be_read(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/brands/leica/")
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 20
    assert min(sizes) >= 11


def test_bar_and_mark_lead_to_their_pages(page: Page) -> None:
    page.goto("/brands/leica/")
    page.locator(".lanes a", has_text="Huawei and Leica, phone cameras: ended").locator(
        "rect"
    ).click(position={"x": 30, "y": 7})
    expect(page).to_have_url("/partnerships/huawei-leica/")
    page.go_back()
    page.locator(".lanes svg a", has_text="Huawei P30 Pro: launched").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Huawei P30 Pro")


def test_picture_follows_the_filters(page: Page) -> None:
    page.goto("/brands/leica/")
    expect(page.locator(".lane p")).to_have_count(8)
    page.get_by_label("Partner").select_option("huawei")
    expect(page.locator(".lane p")).to_have_count(1)
    page.get_by_label("Milestones").check()
    expect(page.locator(".lanes circle.launched")).to_have_count(0)


def test_keyboard_passes_the_picture_by(page: Page) -> None:
    page.goto("/brands/leica/")
    page.get_by_text("Skip the picture").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Everything")).to_be_focused()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_six_brands_fit_beside_each_other(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    names = ["leica", "zeiss", "hasselblad", "xiaomi", "huawei", "samsung"]
    page.goto("/compare/?" + "&".join(f"brand={name}" for name in names))
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("script", [True, False])
def test_brand_is_added_and_removed(browser: Browser, site: LiveServer, script: bool) -> None:
    with browser.new_context(base_url=site.url, java_script_enabled=script) as context:
        page = context.new_page()
        page.goto("/brands/leica/")
        page.get_by_role("link", name="Compare").click()
        page.get_by_label("Compared with").fill("carl zeiss")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Leica and ZEISS compared")
        page.get_by_label("Add a brand").fill("hasselblad")
        page.keyboard.press("Enter")
        expect(page).to_have_url(
            re.compile(r"/compare/\?brand=leica&brand=zeiss&brand=hasselblad$")
        )
        page.get_by_role("link", name="Remove ZEISS").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Leica and Hasselblad compared")


def test_mistyped_brand_is_offered_beside_the_field(page: Page) -> None:
    page.goto("/compare/?brand=leica&brand=zeiss")
    page.get_by_label("Add a brand").fill("Hasselblat")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_role("link", name="Hasselblad").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Leica, ZEISS and Hasselblad compared"
    )


def test_earlier_years_are_added(page: Page) -> None:
    page.goto("/compare/?brand=leica&brand=zeiss")
    years = page.locator(".one-year h3")
    expect(years).to_have_count(8)
    page.get_by_role("link", name="Earlier years").click()
    expect(years).to_have_count(16)
    expect(page).to_have_url("/compare/?brand=leica&brand=zeiss")
