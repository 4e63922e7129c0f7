"""What only a browser shows of the pages for editors: htmx, select2, rows added, the policy."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from partnerships.models import Article, Company, Milestone, Partnership, ProductLaunch
from tests import factories
from tests.admin import address

SERIOUS = ("error", "warning")


@pytest.fixture
def editing(live_server: LiveServer, page: Page, editor: User, client: Client) -> Iterator[Page]:
    """A signed-in tab; nothing of what it does may break the policy or raise."""
    complaints: list[str] = []
    page.on("console", lambda each: each.type in SERIOUS and complaints.append(each.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    yield page
    assert complaints == []


def choose(page: Page, row: Any, label: str, words: str) -> None:
    """Choose a record as an editor does: open the list, type, take the first."""
    row.locator(f".field-{label} .select2-selection").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


@pytest.mark.django_db(transaction=True)
def test_a_date_tells_what_it_means_while_it_is_typed(editing: Page) -> None:
    source = factories.article("2022-05-24")
    milestone = factories.milestone(factories.launch(), "announced", "", source)
    editing.goto(address(Milestone, "change", milestone.pk))
    editing.get_by_label("Due:").fill("by July this year")
    understood = editing.locator(".fieldBox.field-due .understood")
    expect(understood).to_have_text("One day from 24 May to 31 July 2022")
    editing.get_by_label("Due:").fill("by July")
    editing.get_by_label("Due:").fill("some day")
    expect(understood).to_contain_text("No date is understood")


@pytest.mark.django_db(transaction=True)
def test_an_added_row_reads_its_date_by_the_article_chosen_in_it(editing: Page) -> None:
    factories.article("2022-05-24", title="Xiaomi and Leica")
    launch = factories.launch()
    editing.goto(address(ProductLaunch, "change", launch.pk))
    editing.get_by_text("Add another Milestone").click()
    row = editing.locator("#milestones-0")
    row.get_by_label("Kind:").select_option("announced")
    row.get_by_label("Due:").fill("by July")
    understood = row.locator(".fieldBox.field-due .understood")
    expect(understood).to_have_text("Which year? Add it to “july”.")
    choose(editing, row, "article", "Xiaomi and Leica")
    expect(understood).to_have_text("One day from 24 May to 31 July 2022")
    editing.get_by_role("button", name="Save", exact=True).click()
    expect(editing.locator(".messagelist .success")).to_be_visible()
    assert launch.milestones.get().due == "[2022-05-24..2022-07-31]"


@pytest.mark.django_db(transaction=True)
def test_the_policy_lets_every_page_work(editing: Page) -> None:
    partnership = factories.partnership(source=factories.article(text=""))
    factories.milestone(partnership, "began", "2016")
    company = partnership.participations.first().company
    pages = [reverse("admin:index"), reverse("admin:password_change")]
    for row in (partnership, company, Article.objects.first(), Milestone.objects.first()):
        pages += [address(row, page, row.pk) for page in ("change", "delete", "history")]
        pages += [address(row, "add"), address(row, "changelist")]
    for each in pages:
        answer = editing.goto(each)
        assert answer is not None
        assert answer.status == 200


@pytest.mark.django_db(transaction=True)
def test_a_slug_is_made_while_the_name_is_typed(editing: Page) -> None:
    editing.goto(address(Company, "add"))
    editing.locator("#id_name").press_sequentially("Carl Zeiss")
    expect(editing.get_by_label("Slug:")).to_have_value("carl-zeiss")


@pytest.mark.django_db(transaction=True)
def test_a_partnership_is_entered_with_the_keyboard_and_the_lists(editing: Page) -> None:
    for name in ("Xiaomi", "Leica"):
        factories.company(name)
    factories.article("2022-05-24", "Xiaomi and Leica work together.", title="Together")
    editing.goto(address(Partnership, "add"))
    for number, name in enumerate(("Xiaomi", "Leica")):
        row = editing.locator(f"#participations-{number}")
        choose(editing, row, "company", name)
        choose(editing, row, "article", "Together")
        row.get_by_label("Passage:").fill("Xiaomi and Leica")
    editing.get_by_role("button", name="Save", exact=True).click()
    expect(editing.locator(".messagelist .success")).to_be_visible()
    assert Partnership.objects.get().slug == "xiaomi-leica"
