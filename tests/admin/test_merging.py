"""Merging in the admin: choosing the other, comparing, one step that can be taken back."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client

from partnerships.models import Batch, Company, FormerAddress, Partnership, Person, ProductLaunch
from tests import factories
from tests.admin import address, only_with, rights_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def zeiss() -> Company:
    return factories.company("ZEISS")


@pytest.fixture
def carl() -> Company:
    return factories.company("Carl Zeiss", country="DE")


def comparison(kept: Any, merged: Any) -> str:
    return address(kept, "merge_with", kept.pk, merged.pk)


def versions(kept: Any, merged: Any) -> dict[str, int]:
    return {"kept_version": kept.version, "merged_version": merged.version}


def links(html: str) -> list[str]:
    return re.findall(r'href="([^"]*/merge/[^"]*)"', html)


def test_the_page_of_a_record_leads_to_merging(client: Client, zeiss: Company) -> None:
    html = client.get(address(zeiss, "change", zeiss.pk)).content.decode()
    assert links(html) == [address(zeiss, "merge", zeiss.pk)]


def test_the_possibly_same_are_offered(client: Client, zeiss: Company, carl: Company) -> None:
    factories.company("Nokia")
    html = client.get(address(zeiss, "merge", zeiss.pk)).content.decode()
    assert links(html) == [comparison(zeiss, carl)]


def test_any_other_is_found_by_search(client: Client, zeiss: Company) -> None:
    nokia = factories.company("Nokia")
    html = client.get(address(zeiss, "merge", zeiss.pk), {"q": "nok"}).content.decode()
    assert links(html) == [comparison(zeiss, nokia)]


def test_the_two_are_shown_side_by_side(client: Client, zeiss: Company, carl: Company) -> None:
    factories.partnership(carl, factories.company("Nokia"))
    answer: Any = client.get(comparison(zeiss, carl))
    assert [(row.label, row.kept, row.merged, row.chosen) for row in answer.context["rows"]] == [
        ("Name", "ZEISS", "Carl Zeiss", "kept"),
        ("Slug", "zeiss", "carl-zeiss", "kept"),
        ("Country", "", "Germany", "merged"),
    ]
    assert [(each.label, each.count) for each in answer.context["moving"]] == [
        ("name forms", 1),
        ("participations", 1),
    ]


def test_the_two_become_one_as_chosen(client: Client, zeiss: Company, carl: Company) -> None:
    sent = versions(zeiss, carl) | {"choice-country": "merged", "choice-name": "kept"}
    answer = client.post(comparison(zeiss, carl), sent)
    assert (answer.status_code, answer.url) == (302, address(zeiss, "change", zeiss.pk))
    [company] = Company.objects.all()
    assert (company.name, company.country.code) == ("ZEISS", "DE")
    batch = Batch.objects.latest("pk")
    assert (batch.who, batch.source, batch.comment) == (
        "editor",
        "admin",
        "Merged Carl Zeiss into ZEISS",
    )
    [message] = [str(each) for each in get_messages(answer.wsgi_request)]
    assert message.startswith("Carl Zeiss went into ZEISS.")


@pytest.mark.parametrize("make", [factories.partnership, factories.launch])
def test_other_kinds_become_one_too(client: Client, make: Any) -> None:
    kept, merged = make(), make()
    kept.refresh_from_db()
    merged.refresh_from_db()
    assert client.get(comparison(kept, merged)).status_code == 200
    assert client.post(comparison(kept, merged), versions(kept, merged)).status_code == 302
    assert FormerAddress.objects.get().target == kept


def test_people_become_one_too(client: Client) -> None:
    kept, merged = factories.person(), factories.person("Mathias Harsch")
    assert client.post(comparison(kept, merged), versions(kept, merged)).status_code == 302
    assert list(Person.objects.all()) == [kept]


@pytest.mark.parametrize("which", [0, 1])
def test_what_was_changed_meanwhile_is_shown_again(
    client: Client, zeiss: Company, carl: Company, which: int
) -> None:
    sent = versions(zeiss, carl) | {"choice-name": "merged"}
    newer = (zeiss, carl)[which]
    newer.website = "https://zeiss.example"
    factories.record(newer)
    answer: Any = client.post(comparison(zeiss, carl), sent)
    assert answer.status_code == 409
    assert "changed meanwhile" in answer.content.decode()
    assert {row.name: row.chosen for row in answer.context["rows"]}["name"] == "merged"
    assert Company.objects.count() == 2


@pytest.mark.parametrize("version", ["", "0", "-1", "abc", "9" * 30, None])
def test_without_the_version_that_was_compared_nothing_is_merged(
    client: Client, zeiss: Company, carl: Company, version: str | None
) -> None:
    sent = {"kept_version": version, "merged_version": version} if version is not None else {}
    assert client.post(comparison(zeiss, carl), sent).status_code == 409
    assert Company.objects.count() == 2


def test_partners_of_each_other_are_refused_with_the_reason(
    client: Client, zeiss: Company, carl: Company
) -> None:
    factories.partnership(zeiss, carl)
    answer = client.post(comparison(zeiss, carl), versions(zeiss, carl))
    assert answer.status_code == 200
    assert "it would be alone" in answer.content.decode()
    assert 'value="Merge the two"' not in answer.content.decode()
    assert Company.objects.count() == 2


def test_a_record_is_not_merged_with_itself(client: Client, zeiss: Company) -> None:
    answer = client.post(comparison(zeiss, zeiss), versions(zeiss, zeiss))
    assert "Choose another record of the same kind." in answer.content.decode()
    assert Company.objects.exists()


@pytest.mark.parametrize("key", ["abc", "0", "9" * 30, "1e3", "-1"])
def test_what_is_no_record_is_not_found(client: Client, zeiss: Company, key: str) -> None:
    assert client.get(address(zeiss, "merge", key)).status_code == 404
    assert client.get(address(zeiss, "merge_with", zeiss.pk, key)).status_code == 404


@pytest.mark.parametrize("missing", ["change", "delete"])
@pytest.mark.parametrize("model", [Company, Person, Partnership, ProductLaunch])
def test_who_may_not_change_and_delete_may_not_merge(
    client: Client, editor: User, model: Any, missing: str
) -> None:
    kind = model._meta.model_name
    only_with(editor, rights_of(editor, without=f"{missing}_{kind}"))
    assert client.get(address(model, "merge", 1)).status_code == 403
    assert client.post(address(model, "merge_with", 1, 2)).status_code == 403
