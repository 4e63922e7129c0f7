"""A PostgreSQL of its own for one test run, thrown away afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

# Debian, Red Hat, Homebrew on both kinds of Mac, Postgres.app: none of them is on the PATH.
PLACES = [
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql*/bin",
    "usr/local/opt/postgresql*/bin",
    "Applications/Postgres.app/Contents/Versions/*/bin",
]
NAME = "partnerships"
# The data lives for minutes: nothing has to survive a power loss.
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
# Both know upper and lower case beyond ASCII; macOS has no C.UTF-8.
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
SECONDS_TO_START = 30


def find_postgres() -> Path | None:
    """The directory that holds `initdb` and `postgres`: on the PATH, else the newest installed."""
    on_path = shutil.which("initdb")
    installed = [place for pattern in PLACES for place in Path("/").glob(pattern)]
    newest_first = sorted(installed, key=_version, reverse=True)
    candidates = [Path(on_path).resolve().parent, *newest_first] if on_path else newest_first
    return next((place for place in candidates if _is_complete(place)), None)


@contextmanager
def running_postgres(programs: Path) -> Iterator[str]:
    """Start a new cluster with the programs of that directory; yields its DATABASE_URL.

    It listens on a socket in its own temporary directory only, so no port can be taken.
    """
    owner = _owner()
    with tempfile.TemporaryDirectory(prefix="partnerships-postgres-") as home:
        if owner:
            shutil.chown(home, owner["user"], owner["group"])
        _create(programs, home, owner)
        with _started(programs, home, owner):
            yield f"postgresql:///{NAME}?host={home}&user={NAME}"


def _version(programs: Path) -> list[int]:
    digits = "".join(letter if letter.isdigit() else " " for letter in str(programs))
    return [int(number) for number in digits.split()]


def _is_complete(programs: Path) -> bool:
    return (programs / "initdb").exists() and (programs / "postgres").exists()


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as its own user, or as nobody."""
    if os.geteuid() != 0:
        return {}
    users = {user.pw_name: user for user in pwd.getpwall()}
    user = users.get("postgres") or users["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _create(programs: Path, home: str, owner: dict[str, Any]) -> None:
    command = [programs / "initdb", "--pgdata", f"{home}/data", "--username", NAME]
    options = ["--auth=trust", "--no-sync", "--encoding=UTF8", f"--locale={LOCALE}"]
    made = subprocess.run(
        [*command, *options], cwd=home, capture_output=True, text=True, check=False, **owner
    )
    if made.returncode:
        raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")


@contextmanager
def _started(programs: Path, home: str, owner: dict[str, Any]) -> Iterator[None]:
    settings = [*FAST, "listen_addresses=", f"unix_socket_directories={home}"]
    log = Path(home, "log")
    with log.open("wb") as output:
        server = subprocess.Popen(
            [
                programs / "postgres",
                *("-D", f"{home}/data"),
                *(word for setting in settings for word in ("-c", setting)),
            ],
            cwd=home,
            stdout=output,
            stderr=output,
            # Ctrl-C is for the tests; they still need the database while they clean up.
            start_new_session=True,
            **owner,
        )
    try:
        _create_database(server, home, log)
        yield
    finally:
        _stop(server)


def _create_database(server: subprocess.Popen[bytes], home: str, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with psycopg.connect(host=home, user=NAME, dbname="postgres", autocommit=True) as link:
                link.execute(f"CREATE DATABASE {NAME}")
                return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}") from None
            time.sleep(0.05)


def _stop(server: subprocess.Popen[bytes]) -> None:
    # "Fast": it ends the sessions that are left, and its children with them.
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)  # "immediate"
        server.wait(timeout=20)
