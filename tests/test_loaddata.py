"""loaddata: whole or not at all, checked like any other entry."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from partnerships.models import Company, Person, TimelineEntry

pytestmark = pytest.mark.django_db


def load(tmp_path: Path, *rows: dict[str, object]) -> None:
    file = tmp_path / "rows.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    call_command("loaddata", str(file), verbosity=0)


def company(**fields: object) -> dict[str, object]:
    return {"model": "partnerships.company", "fields": {"name": "Leica", "slug": "leica"} | fields}


def test_number_of_another_record_is_refused(tmp_path: Path) -> None:
    load(tmp_path, company())
    number = Company.objects.get().pk
    with pytest.raises(CommandError, match="has the number"):
        load(tmp_path, company(name="Evil", slug="evil") | {"pk": number})
    assert Company.objects.get().name == "Leica"


@pytest.mark.parametrize(
    "fields",
    [
        {"name": None},
        {"name": "x" * 201},
        {"slug": "a b/<script>"},
        {"part_of": ["nobody"]},
        {"part_of": 99_999},
        {"name": "broken \ud83d"},
        {"colour": "red"},
    ],
)
def test_fixture_that_is_wrong_says_so_and_loads_nothing(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    with pytest.raises(CommandError):
        load(tmp_path, company(name="First", slug="first"), company(**fields))
    assert Company.objects.count() == 0


def test_lines_of_the_index_in_a_fixture_are_left_out(tmp_path: Path) -> None:
    line = {"model": "partnerships.timelineentry", "fields": {"day": "2022-01-01", "tie": 1}}
    load(tmp_path, company(), line)
    assert TimelineEntry.objects.count() == 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans without statistics")
def test_planner_knows_what_was_loaded() -> None:
    call_command("loaddata", "seed", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'partnerships_person'::regclass")
        assert cursor.fetchone() == (Person.objects.count(),)
