"""The pages for editors in a real browser: for everyone, in the site's own colours."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from partnerships.models import Article, Batch, Company, Milestone, Partnership, Revision
from tests.admin import address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

# What axe may say of Django's own markup, with the reason why it stays.
KNOWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def session(site: LiveServer, django_db_blocker: Any) -> str:
    """The session of an editor with all rights over records; the fixture `site` clears it away.
    Signing in would have to write, and a test's transaction keeps the server from that."""
    with django_db_blocker.unblock():
        editor = User.objects.create_user("editor", is_staff=True)
        editor.user_permissions.set(
            Permission.objects.filter(content_type__app_label="partnerships")
        )
        client = Client()
        client.force_login(editor)
        return client.cookies["sessionid"].value


def record_pages() -> list[str]:
    """List, form for a new record and form of a stored one, of every kind of record."""
    pages = []
    for model in admin.site._registry:
        if model._meta.app_label == "partnerships":
            row = model._default_manager.order_by("pk").first()
            assert row is not None, model
            pages += [address(model, "changelist"), address(model, "add")]
            pages.append(address(model, "change", row.pk))
    return pages


def main_pages() -> list[str]:
    cited = Milestone.objects.filter(citations__article__digest__gt="").first()
    kept = Article.objects.exclude(digest="").first()
    both = Partnership.objects.get(slug="huawei-leica")
    leica, other = Company.objects.filter(slug__in=["leica", "zeiss"])
    assert cited is not None
    assert kept is not None
    return [
        reverse("admin:index"),
        address(Milestone, "changelist"),
        address(Milestone, "change", cited.pk),
        address(Article, "change", kept.pk),
        address(Partnership, "change", both.pk),
        address(Partnership, "add"),
        address(cited, "delete", cited.pk),
        address(Partnership, "history", both.pk),
        address(Article, "entries", kept.pk),
        reverse("admin:partnerships_changes"),
        reverse("admin:partnerships_batch", args=[Batch.objects.latest("pk").public_id]),
        reverse("admin:partnerships_revision_revert", args=[Revision.objects.latest("pk").pk]),
        address(Company, "merge", leica.pk),
        address(Company, "merge_with", leica.pk, other.pk),
        reverse("admin:password_change"),
    ]


def tab(
    browser: Browser, site: LiveServer, session: str = "", scheme: Any = "light", width: int = 1280
) -> BrowserContext:
    """A window for pages of the site, signed in where a session is given."""
    context = browser.new_context(
        base_url=site.url, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    # It would write that the page is open, and the test's own transaction keeps it from that.
    context.route("**/presence/", lambda route: route.fulfill(status=200, body=""))
    if session:
        context.add_cookies([{"name": "sessionid", "value": session, "url": site.url}])
    return context


def violations(page: Page, path: str) -> list[str]:
    """What is wrong with a page: what axe finds, complaints of the browser, requests elsewhere."""
    problems: list[str] = []
    hosts: set[str] = set()
    said = lambda message: message.type in {"error", "warning"} and problems.append(message.text)  # noqa: E731
    asked = lambda request: hosts.add(urlsplit(request.url).netloc)  # noqa: E731
    page.on("console", said)
    page.on("request", asked)
    answer = page.goto(path)
    assert answer is not None
    assert answer.ok, path
    here = urlsplit(page.url).netloc
    page.wait_for_load_state("networkidle")
    page.remove_listener("console", said)  # axe itself tries what the policy forbids
    for summary in page.locator(".inline-related summary").all()[:2]:
        summary.click()
    found = Axe().run(page).response["violations"]
    problems += [
        f"{each['id']}: {each['nodes'][0]['html'][:300]}"
        for each in found
        if each["id"] not in KNOWN
    ]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        problems.append("scrolls sideways")
    page.remove_listener("request", asked)
    return problems + [f"asked {host}" for host in hosts - {here}]


def test_pages_of_every_record_are_accessible_quiet_and_fit(
    browser: Browser, site: LiveServer, session: str
) -> None:
    with tab(browser, site, session) as context:
        page = context.new_page()
        found = {path: violations(page, path) for path in record_pages()}
    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.parametrize(("scheme", "width"), [("dark", 1280), ("light", 390)])
def test_main_pages_are_accessible_in_the_dark_and_on_a_phone(
    browser: Browser, site: LiveServer, session: str, scheme: str, width: int
) -> None:
    with tab(browser, site, session, scheme, width) as context:
        page = context.new_page()
        found = {path: violations(page, path) for path in main_pages()}
    with tab(browser, site, "", scheme, width) as context:
        found["login"] = violations(context.new_page(), reverse("admin:login"))
    assert {path: each for path, each in found.items() if each} == {}


def tokens(stylesheet: str) -> list[list[str]]:
    """The custom properties of the site in a stylesheet: of its light and of its dark set."""
    text = (Path(settings.BASE_DIR) / "static" / stylesheet).read_text(encoding="utf-8")
    sets = re.findall(r":root \{(.*?)\}", text, re.DOTALL)[:2]
    return [re.findall(r"--[\w-]+: [^;]+;", each) for each in sets]


def test_pages_for_editors_have_the_tokens_of_the_site() -> None:
    assert tokens("admin.css") == tokens("site.css")
