"""Compare every record with its last revision."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships import history


class Command(BaseCommand):
    help = "Compare every record with its last revision; exit 1 and the differences where they are."

    def handle(self, *_: Any, **options: Any) -> None:
        count = 0
        for difference in history.verify():
            self.stdout.write(difference)
            count += 1
        if count:
            raise CommandError(f"{count} differences.", returncode=1)
        self.stdout.write(f"The history agrees with the records: {history.content_hash()}")
