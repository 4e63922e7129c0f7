"""Removing records: through recording, with what belongs to them, or refused with the reason."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from partnerships.models import (
    Article,
    Batch,
    Citation,
    Company,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Revision,
    Statement,
    TimelineEntry,
)
from tests import factories
from tests.admin import address, problems, send

pytestmark = pytest.mark.django_db


def remove(client: Client, row: Any) -> Any:
    url = address(row, "delete", row.pk)
    return client.post(url, {"post": "yes", "seen": client.get(url).context["seen"]})


def remove_all(client: Client, model: Any) -> Any:
    keys = list(model.objects.values_list("pk", flat=True))
    chosen = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    chosen["seen"] = Revision.objects.latest("pk").pk
    return client.post(address(model, "changelist"), chosen)


def test_what_was_changed_since_the_page_that_asked_is_not_removed(client: Client) -> None:
    person, other = factories.person("Ada"), factories.person("Berta")
    chosen = {"action": "delete_selected", "_selected_action": [person.pk, other.pk]}
    seen = client.post(address(Person, "changelist"), chosen).context["seen"]
    person.name = "Ada Lovelace"
    factories.record(person)
    answer = client.post(address(Person, "changelist"), chosen | {"post": "yes", "seen": seen})
    assert messages(answer) == ["Nothing was removed. Changed meanwhile: Ada Lovelace. Look again."]
    assert Person.objects.count() == 2


def messages(answer: Any) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_a_partnership_goes_with_its_claims_and_their_index_lines(client: Client) -> None:
    partnership = factories.partnership()
    factories.milestone(partnership, "began", "2016")
    assert TimelineEntry.objects.exists()
    assert remove(client, partnership).status_code == 302
    for model in (Partnership, Participation, Milestone, Citation, TimelineEntry):
        assert not model.objects.exists()


def test_records_that_nothing_rests_on_can_go(client: Client) -> None:
    statement = factories.statement("Words.", "2022", company=factories.company())
    for row in (statement, factories.company(), factories.person(), factories.article()):
        assert remove(client, row).status_code == 302
        assert not type(row).objects.filter(pk=row.pk).exists()


def test_the_page_before_removal_leaves_derived_lines_out(client: Client) -> None:
    partnership = factories.partnership()
    factories.milestone(partnership, "began", "2016")
    page = client.get(address(partnership, "delete", partnership.pk)).content.decode()
    assert "Milestone: " in page
    assert "imeline" not in page


def test_a_company_in_use_stays_and_the_page_says_what_rests_on_it(client: Client) -> None:
    company = factories.company("Leica")
    factories.partnership(company, factories.company("Huawei"))
    answer = remove(client, company)
    assert "Leica as partner" in answer.content.decode()
    assert Company.objects.filter(pk=company.pk).exists()


def test_a_maker_stays_with_the_reason(client: Client) -> None:
    company = factories.company("Leica")
    factories.launch("Leitz Phone", company)
    answer = remove(client, company)
    assert (answer.status_code, answer.url) == (302, address(company, "change", company.pk))
    assert messages(answer) == [
        "Nothing was removed. Leica is the maker of a launch: change its makers first."
    ]
    assert Company.objects.filter(pk=company.pk).exists()
    assert not Batch.objects.filter(revisions__action="deleted").exists()


def test_the_last_citation_of_a_claim_stays_with_the_reason(client: Client) -> None:
    milestone = factories.milestone(factories.partnership(), "began", "2016")
    answer = remove(client, milestone.citations.get())
    assert messages(answer) == [
        "Nothing was removed. Milestone “Began 2016” cites no article: say who says so."
    ]
    assert milestone.citations.count() == 1


def test_one_of_two_companies_stays(client: Client) -> None:
    partnership = factories.partnership(factories.company("A"), factories.company("B"))
    url = address(Partnership, "change", partnership.pk)
    answer = send(client, url, **{"participations-0-DELETE": "on", "scope": "phones"})
    assert problems(answer) == ["Partnership a-b needs at least two companies; so far it has B."]
    partnership.refresh_from_db()
    assert (partnership.scope, partnership.participations.count()) == ("", 2)


def test_a_row_is_removed_with_its_page(client: Client) -> None:
    partnership = factories.partnership(*(factories.company() for _ in range(3)))
    url = address(Partnership, "change", partnership.pk)
    assert send(client, url, **{"participations-0-DELETE": "on"}).status_code == 302
    assert (partnership.participations.count(), Citation.objects.count()) == (2, 2)


class TestAction:
    def test_removes_all_chosen(self, client: Client) -> None:
        for _ in range(3):
            factories.milestone(factories.partnership(), "began", "2016")
        assert remove_all(client, Partnership).status_code == 302
        assert (Partnership.objects.count(), TimelineEntry.objects.count()) == (0, 0)
        assert Batch.objects.filter(revisions__action="deleted").distinct().count() == 1

    def test_removes_nothing_where_one_cannot_go(self, client: Client) -> None:
        factories.launch("Leitz Phone", factories.company("Leica"))
        factories.company("Huawei")
        answer = remove_all(client, Company)
        assert messages(answer) == [
            "Nothing was removed. Leica is the maker of a launch: change its makers first."
        ]
        assert Company.objects.count() == 2
        assert not Batch.objects.filter(revisions__action="deleted").exists()

    def test_asks_first(self, client: Client) -> None:
        person = factories.person()
        chosen = {"action": "delete_selected", "_selected_action": [person.pk]}
        answer = client.post(address(Person, "changelist"), chosen)
        assert answer.status_code == 200
        assert Person.objects.exists()


def test_the_only_name_of_a_launch_stays(client: Client) -> None:
    launch = factories.launch("Leitz Phone")
    answer = remove(client, launch.names.get())
    assert "needs a name" in messages(answer)[0]
    assert ProductName.objects.exists()


def test_an_article_that_is_cited_stays(client: Client) -> None:
    source = factories.article(title="Leica and Huawei")
    factories.launch(source=source)
    answer = remove(client, source)
    assert answer.status_code == 200
    assert "would require deleting the following protected related objects" in " ".join(
        answer.content.decode().split()
    )
    assert Article.objects.filter(pk=source.pk).exists()


def test_what_is_gone_already_is_said(client: Client) -> None:
    for model in (Statement, ProductLaunch):
        assert client.post(address(model, "delete", 999), {"post": "yes"}).status_code == 302
