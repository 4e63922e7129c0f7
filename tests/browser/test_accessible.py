"""Every page for everyone: at 1280 and 390 px, light and dark, and down to 360 px."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.pages import ERRORS, every_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

EVERYTHING: dict[str, object] = {"resultTypes": ["violations"]}
# In the dark nothing but the colours differs: no script and no markup asks for the scheme.
COLOURS = EVERYTHING | {"runOnly": ["color-contrast", "link-in-text-block"]}


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_accessible_and_fit(browser: Browser, site: LiveServer, width: int) -> None:
    context = browser.new_context(base_url=site.url, viewport={"width": width, "height": 900})
    with context:
        page = context.new_page()
        found = {path: problems(page, path, width) for path in [*every_page(), *ERRORS]}
    assert found == {path: [] for path in found}


def problems(page: Page, path: str, width: int) -> list[str]:
    """What is wrong with a page in either scheme, with everything on it unfolded."""
    page.emulate_media(color_scheme="light")
    page.goto(path)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    told = violations(page, EVERYTHING)
    page.emulate_media(color_scheme="dark")
    told += violations(page, COLOURS)
    page.set_viewport_size({"width": min(360, width), "height": 900})
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        told.append("scrolls sideways at 360 px")
    page.set_viewport_size({"width": width, "height": 900})
    return told


def violations(page: Page, options: dict[str, object]) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]
