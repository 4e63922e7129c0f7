"""Writes fixtures/demonstration.json from the facts and the decisions beside them."""

import csv
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from partnerships import demonstration
from partnerships.publishing.fixtures import as_json

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
FILE = FIXTURES / "demonstration.json"


class Command(BaseCommand):
    help = "Writes fixtures/demonstration.json from fixtures/facts and the decisions beside it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Write nothing; exit 1 if the file differs."
        )
        parser.add_argument(
            "--report", action="store_true", help="Print what became of each row of the facts."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        built = demonstration.build(tables())
        if options["report"]:
            for place, records in built.ledger.items():
                self.stdout.write(f"{place}: {', '.join(records)}")
        elif options["check"]:
            if not FILE.exists() or FILE.read_text(encoding="utf-8") != as_json(built.records):
                raise CommandError(
                    f"{FILE.name} is not what the facts make: run “manage.py build_demonstration”.",
                    returncode=1,
                )
        else:
            FILE.write_text(as_json(built.records), encoding="utf-8")
            self.stdout.write(f"{FILE.name} has {len(built.records)} records.")


def tables() -> demonstration.Tables:
    """The facts and the decisions, by the name of their file."""
    files = [FIXTURES / "facts" / f"{name}.csv" for name in demonstration.FACTS]
    files += [FIXTURES / f"{name}.csv" for name in demonstration.DECISIONS]
    return {file.stem: _rows(file) for file in files}


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
