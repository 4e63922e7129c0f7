"""The history holds after twenty thousand rows at once, and gives them back."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from partnerships import history, reverting
from partnerships.models import Batch, Revision
from tests.bulk import bulk_rows

pytestmark = pytest.mark.django_db


def load(rows: int, folder: Path) -> Batch:
    file = folder / "bulk.json"
    file.write_text(json.dumps(bulk_rows(rows)))
    call_command("loaddata", str(file), verbosity=0)
    batch: Batch = Batch.objects.first()
    return batch


def test_no_record_differs_from_its_revision_after_a_bulk_load(tmp_path: Path) -> None:
    load(20_000, tmp_path)
    assert Revision.objects.count() >= 20_000
    assert list(history.verify()) == []


def test_taking_a_load_back_leaves_what_was_there(tmp_path: Path) -> None:
    before = history.content_hash()
    batch = load(400, tmp_path)
    assert history.content_hash() != before
    reverting.revert(reverting.of_batch(batch), None)
    assert history.content_hash() == before
    assert list(history.verify()) == []
