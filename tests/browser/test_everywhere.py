"""What must hold of every page in a real browser: for everyone, on anything, from here alone."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.pages import LISTS, PAGES, every_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize("script", [True, False])
def test_pages_are_whole_quiet_and_ask_nobody_else(
    browser: Browser, site: LiveServer, script: bool
) -> None:
    """Nor does any scroll sideways at 360 px. Of all that is asked of a page only axe cannot run
    without script: it is one; what it looks at is the same markup."""
    with browser.new_context(base_url=site.url, java_script_enabled=script) as context:
        found = {path: visit(context.new_page(), path, site.url) for path in every_page()}
    assert found == {path: [] for path in found}


def visit(page: Page, path: str, site: str) -> list[str]:
    """What is wrong with a page: complaints of the browser, requests elsewhere, parts it lacks."""
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    problems += [f"asked {host}" for host in hosts - {urlsplit(site).netloc}]
    for role in ("banner", "navigation", "main", "contentinfo"):
        if page.get_by_role(role).count() != 1:  # type: ignore[arg-type]
            problems.append(f"{page.get_by_role(role).count()} of {role}")  # type: ignore[arg-type]
    if page.get_by_role("heading", level=1).count() != 1:
        problems.append("not one h1")
    page.set_viewport_size({"width": 360, "height": 900})
    metrics = page.context.new_cdp_session(page).send("Page.getLayoutMetrics")
    if metrics["cssContentSize"]["width"] > 360:
        problems.append(f"{metrics['cssContentSize']['width']} px wide at 360 px")
    page.close()
    return problems


def test_brand_page_asks_for_four_files_at_most(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/brands/leica/")
    page.wait_for_load_state("networkidle")
    assert len(asked) - 1 <= 4


FILTERED = ["/brands/leica/", "/network/", *(path for path in LISTS if path != "/people/")]


@pytest.mark.parametrize("path", FILTERED)
def test_back_after_a_filter_shows_a_whole_page(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_label("As known on").fill("2022-06-01")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{path}?as_of=2022-06-01")
    page.goto("/")
    page.go_back()
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Back to today")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(path)
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_text("Back to today")).to_have_count(0)


# Each is given a number, but for the lines of a picture, which stand in its table too; of the radio
# buttons of a group one alone is come to, by Tab.
CONTROLS = """() => {
    const groups = new Set()
    const controls = "a[href], button, select, input, summary, svg[tabindex]"
    return [...document.querySelectorAll(controls)].filter(one => {
        if (one.type === "hidden" || one.disabled) return false
        if (one.closest("svg [aria-hidden=true]")) return false
        if (!one.checkVisibility({visibilityProperty: true})) return false
        if (one.type !== "radio") return true
        if (groups.has(one.name)) return false
        return groups.add(one.name)
    }).map((one, number) => {
        const group = one.type === "radio" ? document.getElementsByName(one.name) : [one]
        group.forEach(each => { each.dataset.control = number })
        return String(number)
    })
}"""
# Of a date's three parts the browser itself shows which has the focus.
FOCUSED = """() => {
    const one = document.activeElement
    const shown = one.matches(":focus-visible, [type=date]") && one.checkVisibility()
    return [one.dataset.control ?? "", shown, one.outerHTML.slice(0, 200)]
}"""


@pytest.mark.parametrize("path", PAGES)
def test_every_control_is_reached_by_keyboard_and_shows_it(page: Page, path: str) -> None:
    # Tab must not bring further entries while they are counted.
    page.route("**/*after=*", lambda route: route.abort())
    page.goto(path)
    controls = page.evaluate(CONTROLS)
    reached: set[str] = set()
    for _ in range(4 * len(controls)):
        page.keyboard.press("Tab")
        control, shown, html = page.evaluate(FOCUSED)
        if html.startswith("<body"):
            break  # round once
        assert shown, html
        reached.add(control)
    assert reached == set(controls)
