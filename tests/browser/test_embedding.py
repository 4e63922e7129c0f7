"""A timeline in the page of another site, in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
EMBED = "/brands/leica/embed/"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def elsewhere(browser: Browser, script: bool) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=script) as context:
        yield context.new_page()


@contextmanager
def host(code: str) -> Iterator[str]:
    """The address of another site, whose only page is this code. Chromium lets no page of another
    address space frame a server of this machine, so it is served from here too."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(code.encode())

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def framed(site: LiveServer, path: str) -> str:
    return (
        f'<!doctype html><iframe src="{site.url}{path}" width="100%" height="300"></iframe>'
        f'<script src="{site.url}/static/embed-host.js" defer></script>'
    )


def test_frame_is_as_high_as_its_content_or_keeps_its_height_without_script(
    elsewhere: Page, site: LiveServer, script: bool
) -> None:
    with host(framed(site, EMBED)) as address:
        elsewhere.goto(address, wait_until="networkidle")
        elsewhere.wait_for_timeout(200)
        box = elsewhere.locator("iframe").bounding_box()
        body = elsewhere.frame_locator("iframe").locator("body").bounding_box()
    assert box
    assert body
    border = 4
    assert box["height"] == pytest.approx(border + (body["height"] if script else 300), abs=1)


def test_no_other_page_shows_in_a_frame(elsewhere: Page, site: LiveServer) -> None:
    with host(framed(site, "/brands/leica/")) as address:
        elsewhere.goto(address, wait_until="networkidle")
        shown = elsewhere.frame_locator("iframe").get_by_role("heading", name="Leica").count()
    assert shown == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_quiet_and_fits(browser: Browser, site: LiveServer, scheme: str) -> None:
    with browser.new_context(
        base_url=site.url,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": 320, "height": 700},
    ) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(EMBED)
        found = [each["id"] for each in Axe().run(page).response["violations"]]
        wide = page.evaluate("document.documentElement.scrollWidth")
    assert (said, found, wide) == ([], [], 320)
