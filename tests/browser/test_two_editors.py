"""Two people in two browsers on the page of one partnership."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from partnerships.models import Milestone, Partnership
from tests import factories as make
from tests.admin import address

pytestmark = pytest.mark.django_db(transaction=True)

SERIOUS = ("error", "warning")


def cookie(name: str) -> str:
    user = User.objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="partnerships"))
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value


@pytest.fixture
def desks(live_server: LiveServer, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Ada's tab and Berta's, each with cookies of its own; nothing may break the policy."""
    complaints: list[str] = []
    with ExitStack() as stack:
        pages = []
        for name in ("Ada", "Berta"):
            context = stack.enter_context(
                browser.new_context(
                    base_url=live_server.url, viewport={"width": 1280, "height": 900}
                )
            )
            context.add_cookies(
                [{"name": "sessionid", "value": cookie(name), "url": live_server.url}]
            )
            page = context.new_page()
            page.on("console", lambda each: each.type in SERIOUS and complaints.append(each.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            pages.append(page)
        yield pages[0], pages[1]
    # The console tells of every such answer; all else would be a fault.
    expected = ("409 (Conflict)", "401 (Unauthorized)")
    assert [each for each in complaints if not any(text in each for text in expected)] == []


@pytest.fixture
def partnership() -> Partnership:
    row = make.partnership(make.company("Leica"), make.company("Xiaomi"), scope="phones")
    make.milestone(row, "began", "2016", note="A note.")
    return row


def both_open(desks: tuple[Page, Page], row: Partnership) -> tuple[Page, Page]:
    for page in desks:
        page.goto(address(row, "change", row.pk))
    return desks


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def saved(page: Page) -> None:
    save(page)
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_different_fields(desks: tuple[Page, Page], partnership: Partnership) -> None:
    ada, berta = both_open(desks, partnership)
    ada.get_by_label("Scope:").fill("cameras")
    saved(ada)
    berta.get_by_label("Description:").fill("Line one.\nLine two.")
    saved(berta)
    expect(berta.locator(".messagelist .info")).to_contain_text(
        "what Ada changed meanwhile is kept"
    )
    partnership.refresh_from_db()
    assert (partnership.scope, partnership.description) == ("cameras", "Line one.\nLine two.")


def test_the_same_field_is_chosen_by_keyboard(
    desks: tuple[Page, Page], partnership: Partnership
) -> None:
    ada, berta = both_open(desks, partnership)
    ada.get_by_label("Scope:").fill("cameras")
    saved(ada)
    berta.get_by_label("Scope:").fill("lenses")
    berta.get_by_label("Description:").fill("Typed too.")
    save(berta)
    clash = berta.locator("fieldset.clash")
    expect(clash.locator("dd")).to_have_text(["phones", "cameras", "lenses"])
    expect(clash.locator("legend")).to_contain_text("Ada changed “Scope” too")
    expect(berta.get_by_label("Scope:")).to_have_value("lenses")
    expect(berta.get_by_label("Description:")).to_have_value("Typed too.")
    save(berta)  # without a choice it is asked again
    expect(clash.locator("dd")).to_have_text(["phones", "cameras", "lenses"])
    clash.get_by_label("Keep theirs").focus()
    berta.keyboard.press("ArrowDown")
    expect(clash.get_by_label("Keep mine")).to_be_checked()
    berta.get_by_label("Scope:").press("Enter")
    expect(berta.locator(".messagelist .success")).to_be_visible()
    partnership.refresh_from_db()
    assert (partnership.scope, partnership.description) == ("lenses", "Typed too.")


def test_a_row(desks: tuple[Page, Page], partnership: Partnership) -> None:
    ada, berta = both_open(desks, partnership)
    ada.locator("#milestones-0 summary").click()
    ada.locator("#milestones-0").get_by_label("Note:").fill("By Ada.")
    saved(ada)
    berta.locator("#milestones-0 summary").click()
    berta.locator("#milestones-0").get_by_label("Note:").fill("By Berta.")
    save(berta)
    clash = berta.locator("#milestones-0 fieldset.clash")
    expect(clash.locator("dd")).to_have_text(["A note.", "By Ada.", "By Berta."])
    clash.get_by_label("Keep theirs").check()
    saved(berta)
    assert Milestone.objects.get().note == "By Ada."


def test_a_row_that_the_other_removed(desks: tuple[Page, Page], partnership: Partnership) -> None:
    ada, berta = both_open(desks, partnership)
    ada.locator("#milestones-0 .delete input").check()
    saved(ada)
    berta.locator("#milestones-0 summary").click()
    berta.locator("#milestones-0").get_by_label("Note:").fill("By Berta.")
    save(berta)
    row = berta.locator("#milestones-0")
    expect(row.locator("fieldset.clash")).to_contain_text("Ada removed this row")
    expect(row.get_by_label("Note:")).to_have_value("By Berta.")
    row.get_by_label("Enter it again").check()
    saved(berta)
    assert Milestone.objects.get().note == "By Berta."


def test_a_save_after_the_others_removal(
    desks: tuple[Page, Page], partnership: Partnership
) -> None:
    ada, berta = both_open(desks, partnership)
    ada.get_by_role("link", name="Delete").click()
    ada.get_by_role("button", name="Yes, I’m sure").click()
    expect(ada.locator(".messagelist .success")).to_be_visible()
    berta.get_by_label("Description:").fill("Much that was typed.")
    save(berta)
    expect(berta.locator(".gone")).to_contain_text("Ada removed “Leica and Xiaomi”")
    expect(berta.locator(".gone")).to_contain_text("Much that was typed.")
    assert not Partnership.objects.exists()
    berta.get_by_role("button", name="Restore it").click()
    expect(berta.get_by_label("Scope:")).to_have_value("phones")
    assert Milestone.objects.count() == 1


def test_each_sees_that_the_other_is_there(
    desks: tuple[Page, Page], partnership: Partnership
) -> None:
    ada, berta = both_open(desks, partnership)
    expect(berta.locator(".presence")).to_contain_text("Ada has this page open too.")
    expect(ada.locator(".presence")).to_contain_text(
        "Berta has this page open too.", timeout=15_000
    )


def test_a_session_that_ends_leads_to_the_sign_in_and_back_has_the_text(
    desks: tuple[Page, Page], partnership: Partnership
) -> None:
    ada, _ = both_open(desks, partnership)
    ada.get_by_label("Description:").fill("Much that was typed.")
    ada.wait_for_load_state("networkidle")
    cookies = ada.context.cookies()
    ada.context.clear_cookies(name="sessionid")
    ada.evaluate("htmx.trigger('.presence', 'load')")
    ada.wait_for_url("**/admin/login/**")
    ada.context.add_cookies(cookies)
    ada.go_back()
    expect(ada.get_by_label("Description:")).to_have_value("Much that was typed.")
