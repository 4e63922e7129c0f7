"""Compare the indexes of timelines and search with what follows from the records."""

from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships import derivation, search


class Command(BaseCommand):
    help = (
        "Compare the indexes of timelines and search with the records; exit 1 and the differences "
        "where they drifted."
    )

    def handle(self, *_: Any, **options: Any) -> None:
        of_timelines = map(derivation.differences, derivation.whole_record())
        count = 0
        for difference in chain(*of_timelines, search.differences()):
            self.stdout.write(difference)
            count += 1
        if count:
            raise CommandError(
                f"{count} differences. “manage.py rebuild_timeline” mends them.", returncode=1
            )
        self.stdout.write("The timeline and the search agree with the records.")
