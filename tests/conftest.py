"""What all tests share: the database file, the static files, a live server, a browser."""

import fcntl
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from partnerships import recording
from tests.chromium import find_chromium, launch
from tests.databases import Databases

WRITE_TO_RECORDS = re.compile(
    r"\s*(INSERT INTO|UPDATE|DELETE FROM)\s+\"partnerships_(?!presence)", re.IGNORECASE
)
SECONDS_TO_FINISH = 30  # longer than SQLite waits for its lock
# Begun first, so that no process works on one of them alone at the end.
LONGEST = (
    "tests/browser/test_accessible.py",
    "tests/browser/test_everywhere.py",
    "tests/admin/test_roles.py",
    "tests/test_bulk_history.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "browser" in asked:
            item.add_marker("browser")
        if asked & {"db", "django_db_setup"} or item.get_closest_marker("django_db"):
            item.add_marker("database")
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


@pytest.fixture(scope="session", autouse=True)
def _settings_for_tests(static_root: Path) -> Iterator[None]:
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STATIC_ROOT=static_root,
        # Otherwise every client of every test would first list all static files.
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(autouse=True)
def _only_recording_writes(
    request: pytest.FixtureRequest, _django_db_marker: None
) -> Iterator[None]:
    """Fail on any statement that writes records outside recording, whatever code sends it.

    It comes after pytest-django's own fixture, which empties the tables of some tests.
    """
    asked = {"db", "transactional_db", "live_server"} & set(request.fixturenames)
    if not asked and request.node.get_closest_marker("django_db") is None:
        yield
        return
    with connection.execute_wrapper(refuse_writes_elsewhere):
        yield


def refuse_writes_elsewhere(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
) -> Any:
    if WRITE_TO_RECORDS.match(sql) and not recording.is_writing():
        raise AssertionError(f"Written outside recording: {sql[:200]}")
    return execute(sql, params, many, context)


@pytest.fixture
def roles(db: None) -> None:
    """The groups as the migration makes them: a test that empties the tables takes them away."""
    for name in ("0004_roles", "0007_contributors"):
        migration = import_module(f"partnerships.migrations.{name}")
        migration.make(apps, connection.schema_editor())


@pytest.fixture(scope="session")
def databases(django_db_setup: None, django_db_blocker: Any) -> Iterator[Databases]:
    """Copies of the test database, filled once a process."""
    with django_db_blocker.unblock():
        databases = Databases()
    yield databases
    with django_db_blocker.unblock():
        databases.drop()


@pytest.fixture(scope="module")
def seed(databases: Databases, django_db_blocker: Any) -> Iterator[None]:
    """The seed article with all that it states, for the tests of one module."""
    with django_db_blocker.unblock(), loaded(databases, "seed"):
        yield


@pytest.fixture(scope="module")
def demonstration(databases: Databases, django_db_blocker: Any) -> Iterator[None]:
    """The seed and the demonstration data, for the tests of one module."""
    with django_db_blocker.unblock(), loaded(databases, "seed", "demonstration"):
        yield


@pytest.fixture(scope="module")
def site(databases: Databases, django_db_blocker: Any, server: LiveServer) -> Iterator[LiveServer]:
    """The server with the demonstration data, for the tests of one module that only read."""
    with django_db_blocker.unblock(), databases.own("seed", "demonstration"):
        yield server


@contextmanager
def loaded(databases: Databases, *fixtures: str) -> Iterator[None]:
    """The fixtures, and one transaction in which each test has its own savepoint."""
    with databases.filled(*fixtures), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def static_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static files as they are served in production, collected once for all processes."""
    common = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        common = common.parent
    root = common / "static-root"
    with (common / "static-root.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not root.exists():
            draft = common / "static-root.draft"
            with override_settings(STATIC_ROOT=draft):
                call_command("collectstatic", interactive=False, verbosity=0)
            draft.rename(root)
    return root


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Put SQLite's test database into a file: in memory there is no WAL and only one writer.

    It lives for minutes, so no commit waits for the disk: on a busy one eight writers at once would
    wait for each other longer than the time limit. What the application sets, test_settings reads.
    """
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database["TEST"]["NAME"] = str(file)
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session")
def live_server(server: LiveServer) -> LiveServer:
    """The server for tests that write: pytest-django empties the tables after each of them."""
    return server


@pytest.fixture(scope="session")
def server() -> Iterator[LiveServer]:
    """The application on a port of its own, with its static files served as in production."""
    server = LiveServer("127.0.0.1", start=False)
    # Django's would look for static files in the source directories, past their hashed names.
    server.thread.static_handler = lambda _: Watched()
    server.start()
    yield server
    server.stop()


class Watched(WSGIHandler):
    """The application, which knows how many requests it is answering."""

    def __init__(self) -> None:
        super().__init__()
        self.answering = 0
        self.change = threading.Condition()

    def __call__(self, *request: Any) -> Any:
        self._count(1)
        try:
            return super().__call__(*request)
        finally:
            self._count(-1)

    def wait_until_idle(self) -> bool:
        with self.change:
            return self.change.wait_for(lambda: not self.answering, SECONDS_TO_FINISH)

    def _count(self, step: int) -> None:
        with self.change:
            self.answering += step
            self.change.notify_all()


@pytest.fixture(autouse=True)
def _server_is_idle(request: pytest.FixtureRequest, _django_db_marker: None) -> Iterator[None]:
    """No request outlives its test: one that a failed test left would write after the tables are
    emptied, or keep the next test from writing."""
    yield
    if "server" in request.fixturenames:
        application = request.getfixturevalue("server").thread.httpd.get_app()
        assert application.wait_until_idle(), "A request is still being answered"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if find_chromium() is None:
        _skip("Chromium not found: install it, or name it in CHROMIUM")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread; the tests' own queries are not async.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: LiveServer) -> Iterator[Page]:
    """An empty tab with cookies of its own; `page.goto("/")` opens the server's pages."""
    with browser.new_context(base_url=server.url) as context:
        yield context.new_page()


def _skip(reason: str) -> None:
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
