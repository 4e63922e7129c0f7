"""The history: a revision for every change, whatever way it was written."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from partnerships import history, recording
from partnerships.models import Batch, Citation, Company, Milestone, Revision, TimelineEntry
from tests import factories

pytestmark = pytest.mark.django_db


def revisions(row: Any) -> list[tuple[int, str]]:
    kind, pk = row.record_key
    found = Revision.objects.filter(kind=kind, record=pk).order_by("number")
    return [(each.number, each.action) for each in found]


def change(row: Any, **values: Any) -> Batch:
    for name, value in values.items():
        setattr(row, name, value)
    with recording.batch() as batch:
        batch.record(row)
    assert batch.kept is not None
    return batch.kept


def test_each_change_of_a_record_is_a_revision() -> None:
    leica = factories.company("Leica")
    change(leica, country="DE")
    assert revisions(leica) == [(1, "created"), (2, "changed")]
    assert leica.version == 2


def test_saving_without_a_change_keeps_nothing() -> None:
    leica = factories.company("Leica")
    with recording.batch() as batch:
        batch.record(leica)
    assert batch.kept is None
    assert revisions(leica) == [(1, "created")]


def test_a_batch_tells_who_did_what_at_once() -> None:
    ada = User.objects.create_user("ada")
    with recording.batch(ada, Batch.Source.ADMIN, "From its imprint") as batch:
        batch.record(Company(name="Leica", slug="leica", legal_name="Leica Camera AG"))
    kept = batch.kept
    assert kept is not None
    assert (kept.actor, kept.actor_name, kept.source, kept.comment) == (
        ada,
        "ada",
        "admin",
        "From its imprint",
    )
    assert sorted(kept.revisions.values_list("label", flat=True)) == [
        "Leica",
        "Leica",
        "Leica Camera AG",
    ]


def test_the_history_of_an_account_outlives_it() -> None:
    ada = User.objects.create_user("ada")
    with recording.batch(ada) as batch:
        batch.record(Company(name="Leica", slug="leica"))
    with recording.as_recording():  # deleting accounts is not ours
        ada.delete()
    assert Batch.objects.get().who == "ada"


def test_relations_are_part_of_what_a_record_said() -> None:
    launch = factories.launch("Phone", factories.company("Xiaomi"))
    other = factories.company("Huawei")
    with recording.batch() as batch:
        batch.link(launch, "makers", [other])
    last = Revision.objects.filter(kind="productlaunch").latest("number")
    assert last.after["makers"] == [other.pk]
    [told] = history.told([last])
    assert told.differences == [("makers", "Xiaomi", "Huawei")]


def test_a_relation_and_a_column_changed_at_once_are_one_revision() -> None:
    launch = factories.launch("Phone", factories.company("Xiaomi"))
    other = factories.company("Huawei")
    with recording.batch() as batch:
        batch.link(launch, "makers", [other])
        launch.slug = "another-phone"
        batch.record(launch)
    last = Revision.objects.filter(kind="productlaunch").latest("number")
    assert (last.number, last.after["slug"], last.after["makers"]) == (
        2,
        "another-phone",
        [other.pk],
    )
    assert list(history.verify()) == []


def test_what_goes_with_a_record_is_kept_with_it() -> None:
    partnership = factories.partnership()
    factories.milestone(partnership, "announced", "2022-05-23")
    with recording.batch() as batch:
        batch.remove(partnership)
    assert batch.kept is not None
    deleted = batch.kept.revisions.values_list("kind", flat=True)
    assert sorted(deleted) == sorted(
        ["partnership", "participation", "participation", "milestone", *["citation"] * 3]
    )


def test_differences_are_told_in_words() -> None:
    partnership = factories.partnership()
    claim = factories.milestone(partnership, "announced", "2022-05-23")
    batch = change(claim, occurred="2022-05", rank="deprecated", rank_reason="A misprint")
    [told] = history.told(batch.revisions.all())
    assert told.differences == [
        ("occurred", "23 May 2022", "May 2022"),
        ("rank", "normal", "deprecated"),
        ("reason for the rank", "", "A misprint"),
    ]


def test_a_stale_record_is_not_written_over_a_newer_one() -> None:
    leica = factories.company("Leica")
    mine, theirs = Company.objects.get(), Company.objects.get()
    change(theirs, country="DE")
    mine.description = "Cameras"
    with pytest.raises(recording.Stale), recording.batch() as batch:
        batch.record(mine)
    leica.refresh_from_db()
    assert (leica.country.code, leica.description) == ("DE", "")


def test_a_removed_record_does_not_come_back_by_saving() -> None:
    leica = factories.company("Leica")
    mine = Company.objects.get()
    with recording.batch() as batch:
        batch.remove(leica)
    with pytest.raises(recording.Stale), recording.batch() as batch:
        batch.record(mine)
    assert not Company.objects.exists()


def test_a_record_changed_since_it_was_read_is_not_removed() -> None:
    factories.company("Leica")
    mine, theirs = Company.objects.get(), Company.objects.get()
    change(theirs, country="DE")
    with pytest.raises(recording.Stale), recording.batch() as batch:
        batch.remove(mine)
    assert Company.objects.exists()


def test_history_is_only_added_to() -> None:
    factories.company("Leica")
    revision = Revision.objects.latest("pk")
    for attempt in (
        revision.save,
        revision.delete,
        Revision.objects.all().delete,
        lambda: Revision.objects.update(number=7),
    ):
        with pytest.raises(TypeError, match="only added to"):
            attempt()


def test_derived_columns_are_no_change() -> None:
    source = factories.article("2022-05-24")
    partnership = factories.partnership(source=source)
    claim = factories.milestone(partnership, "announced", "2022-05-23", source)
    change(source, published="2022-05-25")
    assert Milestone.objects.get().known_from.isoformat() == "2022-05-25"
    assert revisions(claim) == [(1, "created")]


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda: Company.objects.update(country="FR"), "differs from its revision 1"),
        (lambda: Company.objects.update(version=3), "is at version 3, its last revision is 1"),
        (lambda: Citation.objects.all().delete(), "says that it is there, and it is not"),
    ],
)
def test_verifying_finds_what_was_written_past_recording(damage: Any, problem: str) -> None:
    factories.partnership()
    with recording.as_recording():
        damage()
    assert all(problem in line for line in history.verify())
    with pytest.raises(CommandError, match="differences"):
        call_command("verify_history", verbosity=0)


def test_content_hash_tells_what_is_said_and_not_in_which_rows() -> None:
    leica = factories.company("Leica")
    before = history.content_hash()
    change(leica, country="DE")
    assert history.content_hash() != before
    change(leica, country="")
    assert history.content_hash() == before


@pytest.mark.usefixtures("seed")
def test_history_agrees_with_the_records_of_a_fixture() -> None:
    call_command("verify_history", verbosity=0)
    assert TimelineEntry.objects.exists()
