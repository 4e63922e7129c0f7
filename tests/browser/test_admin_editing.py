"""Editing in a real browser: by keyboard alone, and with rows that open on demand."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from partnerships.models import Partnership, Person
from tests import factories
from tests.admin import address

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery"


@pytest.fixture
def at_the_door(page: Page, live_server: LiveServer) -> Page:
    """The page on which an editor signs in."""
    editor = User.objects.create_user("editor", password=PASSWORD, is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label="partnerships"))
    page.goto("/admin/")
    return page


def sign_in(page: Page) -> None:
    page.keyboard.type("editor")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("For editors")


def go_to(page: Page, target: Any) -> None:
    """Tab until the target has the focus; every stop on the way shows that it has it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        shown, stop = page.evaluate(
            """() => {
                const one = document.activeElement, style = getComputedStyle(one)
                return [parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none",
                        one.outerHTML.slice(0, 200)]
            }"""
        )
        assert shown, stop
        if target.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"Not reached by keyboard: {target}")


def test_a_record_is_corrected_with_the_keyboard_alone(at_the_door: Page) -> None:
    page = at_the_door
    factories.person("Matthias Harsch")
    sign_in(page)
    go_to(page, page.get_by_role("navigation", name="For editors").get_by_text("People"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    go_to(page, page.get_by_role("link", name="Matthias Harsch"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Matthias Harsch")
    go_to(page, page.get_by_label("Name:"))
    page.keyboard.press("End")
    page.keyboard.type(" junior")
    go_to(page, page.get_by_role("button", name="Save", exact=True))
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Person.objects.get().name == "Matthias Harsch junior"


def test_a_stored_row_is_folded_and_opens_where_something_is_wrong(at_the_door: Page) -> None:
    page = at_the_door
    partnership = factories.partnership()
    for day in ("2022-05-23", "2022-05-24"):
        factories.milestone(partnership, "announced", day)
    sign_in(page)
    page.goto(address(Partnership, "change", partnership.pk))
    rows = page.locator("#milestones-group .has_original details")
    opened = page.locator("#milestones-group .has_original details[open]")
    expect(rows).to_have_count(2)
    expect(opened).to_have_count(0)
    rows.nth(1).locator("summary").press("Enter")
    rows.nth(1).get_by_label("Occurred:").fill("some day")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(opened).to_have_count(1)
    expect(opened.get_by_text("No date is understood")).to_have_count(1)
