"""Taking changes back, without taking back what was done since."""

from typing import Any

import pytest

from partnerships import history, recording, reverting
from partnerships.models import Batch, Company, Milestone, Participation, Partnership
from tests import factories

pytestmark = pytest.mark.django_db


def done(*rows: Any, remove: tuple[Any, ...] = ()) -> Batch:
    with recording.batch() as batch:
        for row in rows:
            batch.record(row)
        for row in remove:
            batch.remove(row)
    assert batch.kept is not None
    return batch.kept


def take_back(batch: Batch) -> reverting.Plan:
    return reverting.revert(reverting.of_batch(batch), None)[1]


@pytest.fixture
def partnership() -> Partnership:
    row = factories.partnership(factories.company("Xiaomi"), factories.company("Leica"))
    factories.milestone(row, "announced", "2022-05-23")
    return row


def test_a_changed_field_goes_back(partnership: Partnership) -> None:
    before = history.content_hash()
    partnership.scope = "mobile imaging"
    take_back(done(partnership))
    assert history.content_hash() == before


def test_a_revert_is_a_change_and_can_be_taken_back(partnership: Partnership) -> None:
    partnership.scope = "mobile imaging"
    batch = done(partnership)
    undone, _ = reverting.revert(reverting.of_batch(batch), None)
    assert undone is not None
    assert undone.reverts == batch
    take_back(undone)
    partnership.refresh_from_db()
    assert (partnership.scope, partnership.version) == ("mobile imaging", 4)


def test_a_removed_record_comes_back_with_all_that_belonged_to_it(partnership: Partnership) -> None:
    before, key = history.content_hash(), partnership.pk
    batch = done(remove=(partnership,))
    assert not Milestone.objects.exists()
    take_back(batch)
    assert history.content_hash() == before
    assert Partnership.objects.get().pk == key
    assert list(history.verify()) == []


def test_one_removed_row_brings_back_what_it_needs_and_nothing_else(
    partnership: Partnership,
) -> None:
    before = history.content_hash()
    batch = done(remove=(partnership,))
    milestone = batch.revisions.get(kind="milestone")
    found = {each.kind for each in reverting.of_revision(milestone)}
    assert found == {"milestone", "partnership", "participation", "citation"}
    reverting.revert(reverting.of_revision(milestone), None)
    assert history.content_hash() == before


def test_what_was_entered_goes_again() -> None:
    companies = [factories.company("Xiaomi"), factories.company("Leica")]
    source = factories.article()
    before = history.content_hash()
    factories.partnership(*companies, source=source)
    take_back(Batch.objects.latest("pk"))
    assert history.content_hash() == before


def test_what_was_changed_since_stays_and_is_told(partnership: Partnership) -> None:
    partnership.scope, partnership.description = "phones", "Cameras in phones"
    batch = done(partnership)
    partnership.scope = "mobile imaging"
    done(partnership)
    plan = take_back(batch)
    partnership.refresh_from_db()
    assert (partnership.scope, partnership.description) == ("mobile imaging", "")
    assert [each.reason for each in plan.kept] == ["Changed since: scope."]


def test_what_was_built_on_since_stays_whole() -> None:
    partnership = factories.partnership()
    batch = Batch.objects.latest("pk")
    factories.milestone(partnership, "announced", "2022-05-23")
    plan = take_back(batch)
    assert Partnership.objects.count() == 1
    assert Participation.objects.count() == 2
    assert "It is in use: Announced 23 May 2022." in [each.reason for each in plan.kept]


def test_a_record_entered_again_is_not_doubled(partnership: Partnership) -> None:
    batch = done(remove=(partnership,))
    take_back(batch)
    plan = take_back(batch)
    assert {each.reason for each in plan.kept} == {"It has been entered again since."}
    assert Partnership.objects.count() == 1


def test_a_revert_that_breaks_a_rule_is_refused_whole() -> None:
    leica = factories.company("Leica")
    batch = done(remove=(leica,))
    factories.company("Leica", slug="leica-2")
    with pytest.raises(recording.Refused, match="goes by this name"):
        take_back(batch)
    assert Company.objects.count() == 1


def test_makers_go_back_too() -> None:
    launch = factories.launch("Phone", factories.company("Xiaomi"))
    before = history.content_hash()
    with recording.batch() as batch:
        batch.link(launch, "makers", [factories.company("Huawei")])
    assert batch.kept is not None
    take_back(batch.kept)
    launch.refresh_from_db()
    assert [each.name for each in launch.makers.all()] == ["Xiaomi"]
    assert history.content_hash() == before  # Huawei, made by the same batch for this, is gone


def test_what_was_changed_and_changed_back_since_is_taken_back() -> None:
    leica = Company(name="Leica", slug="leica")
    made = done(leica)
    leica.name = "Leica Camera"
    take_back(done(leica))
    take_back(made)
    assert not Company.objects.exists()


def test_what_refers_to_something_gone_stays_and_is_told(partnership: Partnership) -> None:
    participation = factories.claim(
        Participation(partnership=partnership, company=factories.company("Huawei"))
    )
    batch = done(remove=(participation,))
    done(remove=(partnership,))
    plan = take_back(batch)
    assert {each.reason for each in plan.kept} == {"What it refers to has been removed since."}
    assert not Participation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_record_cannot_be_made_to_refer_to_one_that_is_gone() -> None:
    harman, akg = factories.company("Harman"), factories.company("AKG")
    akg.part_of_id = harman.pk
    done(remove=(harman,))
    with pytest.raises(recording.Refused, match="removed meanwhile"):
        done(akg)
