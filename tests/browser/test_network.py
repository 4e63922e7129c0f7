"""The network in a real browser: by slider, keyboard, wheel, mouse, and without script."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

REST = 400  # milliseconds after which a moved picture is drawn anew, and more


def picture(page: Page) -> Locator:
    return page.locator("svg.network")


def scale(page: Page) -> float:
    """How much larger the picture is than the whole of it."""
    page.wait_for_timeout(REST)
    transform = page.locator("svg.network > g").get_attribute("transform") or "scale(1)"
    return float(re.findall(r"scale\((.*?)\)", transform)[0])


def places(page: Page) -> dict[str, str]:
    """By address of each brand: where it stands."""
    pairs = (
        picture(page)
        .locator("a.brand")
        .evaluate_all(
            "all => all.map(one => [one.getAttribute('href'), one.lastChild.getAttribute('cx')])"
        )
    )
    return dict(pairs)


def names(page: Page) -> list[str]:
    """The labels that can be seen."""
    return page.locator(".names text:visible").all_text_contents()


def test_slider_shows_the_network_growing_and_moves_nothing(page: Page) -> None:
    page.goto("/network/")
    today = places(page)
    page.get_by_label("Year").fill("2016")
    expect(page).to_have_url("/network/?year=2016")
    expect(page.locator("#found")).to_contain_text("At the end of 2016")
    expect(page.locator("#shown-year")).to_have_text("2016")
    expect(page.get_by_role("status")).to_contain_text("at the end of 2016")
    then = places(page)
    assert 0 < len(then) < len(today)
    assert today | then == today
    page.get_by_label("Year").press("ArrowRight")
    expect(page).to_have_url("/network/?year=2017")
    expect(page.get_by_label("Year")).to_be_focused()
    page.get_by_label("Year").press("End")
    expect(page).to_have_url("/network/")
    expect(page.locator("#shown-year")).to_have_text("Today")


def test_back_leaves_out_the_steps_of_the_slider(page: Page) -> None:
    page.goto("/brands/")
    page.goto("/network/")
    for year in ("2010", "2015"):
        page.get_by_label("Year").fill(year)
        expect(page).to_have_url(f"/network/?year={year}")
    page.go_back()
    expect(page).to_have_url("/brands/")


def test_title_is_that_of_the_brand_chosen(page: Page) -> None:
    page.goto("/network/")
    page.get_by_label("Around").select_option("leica")
    expect(page).to_have_title("Network around Leica – Partnerships")
    page.get_by_label("Around").select_option("")
    expect(page).to_have_title("Network – Partnerships")


def test_filters_keep_the_year(page: Page) -> None:
    page.goto("/network/?year=2018")
    page.get_by_label("Around").select_option("leica")
    expect(page).to_have_url("/network/?brand=leica&year=2018")
    expect(page.get_by_role("heading", level=1)).to_have_text("Network around Leica")
    expect(page.get_by_label("Year")).to_have_value("2018")
    page.get_by_label("Year").fill("2021")
    expect(page).to_have_url("/network/?brand=leica&year=2021")


def test_years_run_to_today(page: Page) -> None:
    page.goto("/network/?year=2024")
    page.get_by_role("button", name="Play").click()
    expect(page.locator("#found")).to_contain_text("At the end of 2025")
    expect(page.locator("#shown-year")).to_have_text("Today")
    expect(page.get_by_role("button", name="Play")).to_have_attribute("aria-pressed", "false")


def test_keys_zoom_and_move_the_picture(page: Page) -> None:
    page.goto("/network/")
    few = names(page)
    picture(page).focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert scale(page) == pytest.approx(2.25)
    before = page.locator("svg.network > g").get_attribute("transform")
    scrolled = page.evaluate("scrollY")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    assert scale(page) == pytest.approx(2.25)
    assert page.locator("svg.network > g").get_attribute("transform") != before
    assert page.evaluate("scrollY") == scrolled
    page.keyboard.press("-")
    assert scale(page) == pytest.approx(1.5)
    page.keyboard.press("0")
    assert scale(page) == 1
    assert names(page) == few


def test_tab_goes_from_brand_to_brand_and_shows_each(page: Page) -> None:
    page.goto("/network/")
    picture(page).focus()
    for _ in range(5):
        page.keyboard.press("+")
    page.keyboard.press("Tab")
    first = picture(page).locator("a.brand").first
    expect(first).to_be_focused()
    page.wait_for_timeout(REST)
    expect(first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/brands/leica/"))


def test_buttons_and_wheel_zoom_and_the_page_still_scrolls(page: Page) -> None:
    page.goto("/network/")
    page.get_by_role("button", name="Zoom in").click()
    assert scale(page) == pytest.approx(1.5)
    page.get_by_role("button", name="Whole").click()
    assert scale(page) == 1
    picture(page).hover(position={"x": 5, "y": 5})
    page.mouse.wheel(0, 100)
    assert scale(page) == 1
    picture(page).focus()
    page.mouse.wheel(0, -400)
    assert scale(page) > 1.5


def test_picture_is_dragged_and_a_drag_follows_no_link(page: Page) -> None:
    page.goto("/network/")
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    assert scale(page) > 2
    box = picture(page).locator("a.brand circle").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=4)
    page.mouse.up()
    page.wait_for_timeout(REST)
    moved = picture(page).locator("a.brand circle").first.bounding_box()
    assert moved is not None
    assert (moved["x"], moved["y"]) == pytest.approx((box["x"] - 60, box["y"] - 40), abs=2)
    expect(page).to_have_url("/network/")


def test_zoom_stays_while_the_years_go_by(page: Page) -> None:
    page.goto("/network/")
    page.get_by_role("button", name="Zoom in").click()
    assert scale(page) == pytest.approx(1.5)
    page.get_by_label("Year").fill("2016")
    expect(page.locator("#found")).to_contain_text("At the end of 2016")
    assert scale(page) == pytest.approx(1.5)


def test_brand_is_lit_with_its_partnerships_and_partners(page: Page) -> None:
    page.goto("/network/")
    page.locator('a.brand[href="/brands/zeiss/"]').focus()
    lit = page.locator("a.brand.on").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert sorted(lit) == [
        f"/brands/{name}/" for name in ("adobe", "hmd-global", "nokia", "sony", "vivo", "zeiss")
    ]
    expect(page.locator("a.tie.on")).to_have_count(5)


def test_line_leads_to_its_partnership(page: Page) -> None:
    page.goto("/network/?brand=leica")
    page.locator('a.tie[href="/partnerships/huawei-leica/"]').click()
    expect(page).to_have_url("/partnerships/huawei-leica/")


def test_wrong_year_keeps_the_picture_and_is_said(page: Page) -> None:
    page.goto("/network/")
    page.evaluate("document.getElementById('year').max = 2199")
    page.get_by_label("Year").fill("2199")
    expect(page.get_by_role("alert")).to_contain_text("It has not begun yet.")
    expect(picture(page)).to_be_visible()


def test_labels_are_read_at_390_pixels(browser: Browser, site: LiveServer) -> None:
    with browser.new_context(base_url=site.url, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto("/network/")
        heights = page.locator(".names text:visible").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )
        assert "Leica" in names(page)
        assert min(heights) >= 11
        assert len(heights) < picture(page).locator("a.brand").count()


def test_all_of_it_works_without_script(browser: Browser, site: LiveServer) -> None:
    with browser.new_context(base_url=site.url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/network/")
        page.get_by_role("link", name="2016", exact=True).click()
        expect(page.locator("#found")).to_contain_text("At the end of 2016")
        page.get_by_label("Around").select_option("leica")
        page.get_by_role("button", name="Show").click()
        expect(page).to_have_url(re.compile(r"brand=leica&.*year=2016"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Network around Leica")
        expect(page.get_by_role("button", name="Zoom in")).to_be_hidden()
        page.get_by_text("The same as tables").click()
        page.get_by_role("row", name="Huawei and Leica").get_by_role("link").click()
        expect(page).to_have_url("/partnerships/huawei-leica/")
