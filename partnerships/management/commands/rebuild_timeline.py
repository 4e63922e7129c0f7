"""Derive the known-from days and the indexes of timelines and search anew from the records."""

from typing import Any

from django.core.management.base import BaseCommand

from partnerships import recording


class Command(BaseCommand):
    help = "Derive the known-from days and the indexes of timelines and search anew."

    def handle(self, *_: Any, **options: Any) -> None:
        self.stdout.write(f"The timeline has {recording.rebuild()} lines.")
