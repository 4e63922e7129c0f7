"""Every page for everyone: at 1280 and 390 px, light and dark, and down to 360 px."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.pages import ERRORS, every_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_accessible_and_fit(
    browser: Browser, site: LiveServer, scheme: str, width: int
) -> None:
    context = browser.new_context(
        base_url=site.url,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
    )
    with context:
        page = context.new_page()
        found = {path: violations(page, path) for path in [*every_page(), *ERRORS]}
    assert found == {path: [] for path in found}


def violations(page: Page, path: str) -> list[str]:
    width = page.viewport_size["width"]  # type: ignore[index]
    page.goto(path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = Axe().run(page).response["violations"]
    problems = [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]
    page.set_viewport_size({"width": min(360, width), "height": 900})
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        problems.append("scrolls sideways at 360 px")
    page.set_viewport_size({"width": width, "height": 900})
    return problems
