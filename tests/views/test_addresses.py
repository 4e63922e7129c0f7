"""What an address answers whose record was merged, renamed, removed, or never there."""

from typing import Any

import pytest
from django.test import Client

from partnerships import history, merging, recording, reverting
from partnerships.models import Company, Partnership, Person, ProductLaunch, Record
from tests import factories

pytestmark = pytest.mark.django_db


def company() -> Company:
    return factories.company()


def person() -> Person:
    return factories.person(f"Ada {Person.objects.count()}")


def partnership() -> Partnership:
    return factories.partnership()


def launch() -> ProductLaunch:
    return factories.launch()


KINDS = [company, person, partnership, launch]
WITH_PUBLIC_ID = [
    lambda: factories.statement("Words.", "2022", company=factories.company()),
    factories.article,
]


def remove(row: Record) -> None:
    with recording.batch() as batch:
        batch.remove(type(row)._base_manager.get(pk=row.pk))


@pytest.mark.parametrize("make", KINDS)
class TestAnAddress:
    def test_of_a_merged_record_leads_to_the_kept_one(self, client: Client, make: Any) -> None:
        kept, merged = make(), make()
        old = merged.get_absolute_url()
        merging.merge(kept, merged, {}, None)
        answer = client.get(f"{old}?as_of=2022-05-01")
        assert answer.status_code == 301
        assert answer["Location"] == f"{kept.get_absolute_url()}?as_of=2022-05-01"
        assert answer["Cache-Control"] == "max-age=3600"

    def test_that_a_record_had_before_leads_to_its_own(self, client: Client, make: Any) -> None:
        row = make()
        old, row.slug = row.get_absolute_url(), "another"
        factories.record(row)
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, row.get_absolute_url())

    def test_that_a_merged_record_had_before_leads_to_the_kept_one(
        self, client: Client, make: Any
    ) -> None:
        kept, merged = make(), make()
        old, merged.slug = merged.get_absolute_url(), "another"
        factories.record(merged)
        merging.merge(kept, merged, {}, None)
        assert client.get(old)["Location"] == kept.get_absolute_url()

    def test_shows_the_merged_record_again_after_an_undo(self, client: Client, make: Any) -> None:
        kept, merged = make(), make()
        old = merged.get_absolute_url()
        batch = merging.merge(kept, merged, {}, None)
        reverting.revert(reverting.of_batch(batch), None)
        assert client.get(old).status_code == 200


@pytest.mark.parametrize("make", [*KINDS, *WITH_PUBLIC_ID])
class TestAnAddressOfNothing:
    def test_is_gone_where_a_record_was_removed(self, client: Client, make: Any) -> None:
        row = make()
        old = row.get_absolute_url()
        remove(row)
        answer = client.get(old)
        assert answer.status_code == 410
        assert "<h1>No longer here</h1>" in answer.content.decode()

    def test_was_never_there(self, client: Client, make: Any) -> None:
        address = make().get_absolute_url().rstrip("/").rpartition("/")[0]
        assert client.get(f"{address}/never-there/").status_code == 404


@pytest.mark.usefixtures("seed")
def test_a_merge_of_two_companies_can_be_undone(client: Client) -> None:
    """Golden behaviour 6."""
    kept = Company.objects.get(slug="leica")
    merged = factories.company("Leica Microsystems")
    factories.partnership(merged, Company.objects.get(slug="xiaomi"), slug="microscopes")
    before = history.content_hash()
    batch = merging.merge(kept, merged, {}, None)
    assert client.get("/brands/leica-microsystems/").status_code == 301
    reverting.revert(reverting.of_batch(batch), None)
    assert history.content_hash() == before
    remove(factories.company("Mistake"))
    assert client.get("/brands/mistake/").status_code == 410


@pytest.mark.parametrize("make", [*KINDS, *WITH_PUBLIC_ID])
def test_a_page_that_is_there_asks_nothing_more(
    client: Client, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("asked for a former address")

    row = make()
    monkeypatch.setattr(history, "last_under", fail)
    assert client.get(row.get_absolute_url()).status_code == 200
