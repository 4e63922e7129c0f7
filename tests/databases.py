"""Databases that are filled once a process, and copied: to load the demonstration takes seconds, to
copy it a moment."""

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import OperationalError, connection

SECONDS_TO_WAIT = 10  # for others to leave a database that is to be copied


class Databases:
    """Leads the connection, also that of other threads, to copies of the test database."""

    def __init__(self) -> None:
        self.empty = str(connection.settings_dict["NAME"])
        self._filled: dict[tuple[str, ...], str] = {}
        self._numbers = itertools.count(1)

    @contextmanager
    def filled(self, *fixtures: str) -> Iterator[None]:
        """One with the fixtures loaded. Others use it too: what is written is to be taken back."""
        if fixtures not in self._filled:
            self._filled[fixtures] = self._copy(self.empty, "_".join(fixtures))
            with _connected_to(self._filled[fixtures]):
                call_command("loaddata", *fixtures, verbosity=0)
        with _connected_to(self._filled[fixtures]):
            yield

    @contextmanager
    def own(self, *fixtures: str) -> Iterator[None]:
        """One with the fixtures loaded, for one user alone; it is dropped afterwards."""
        with self.filled(*fixtures):
            name = self._copy(self._filled[fixtures], f"own_{next(self._numbers)}")
        with _connected_to(name):
            yield
        _drop(name)

    def drop(self) -> None:
        for name in self._filled.values():
            _drop(name)

    def _copy(self, source: str, name: str) -> str:
        if connection.vendor == "postgresql":
            target = f"{self.empty}_{name}"
            _copy_on_postgresql(source, target)
        else:
            target = str(Path(self.empty).with_name(f"{name}.sqlite3"))
            with _connected_to(source), connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [target])
        return target


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    _lead_to(name)
    try:
        yield
    finally:
        _lead_to(before)


def _lead_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name  # the connections of all threads share it


def _copy_on_postgresql(source: str, target: str) -> None:
    """Nobody may be connected to the source: a server's thread may still be leaving it."""
    connection.close()
    _drop(target)
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while True:
        try:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
                return
        except OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _drop(name: str) -> None:
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    else:
        for ending in ("", "-wal", "-shm"):
            Path(f"{name}{ending}").unlink(missing_ok=True)
