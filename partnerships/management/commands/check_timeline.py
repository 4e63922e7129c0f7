"""Compare the timeline index with what follows from the records."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships import derivation


class Command(BaseCommand):
    help = (
        "Compare the timeline index with the records; exit 1 and the differences where it drifted."
    )

    def handle(self, *_: Any, **options: Any) -> None:
        count = 0
        for scope in derivation.whole_record():
            for difference in derivation.differences(scope):
                self.stdout.write(difference)
                count += 1
        if count:
            raise CommandError(
                f"{count} differences. “manage.py rebuild_timeline” mends them.", returncode=1
            )
        self.stdout.write("The timeline agrees with the records.")
