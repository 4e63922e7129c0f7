"""What the settings promise, read back from the running application and database."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.test import Client, RequestFactory

from partnerships.middleware import content_security_policy

PRODUCTION = {
    "HTTPS": "on",
    "ALLOWED_HOSTS": "partnerships.example",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
# Counts for about a minute, on either database.
ENDLESS = """
    WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 100000000)
    SELECT count(*) FROM counter
"""

on_sqlite = pytest.mark.skipif(
    "sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="about SQLite"
)
on_postgresql = pytest.mark.skipif(
    "postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="about PostgreSQL"
)


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of manage.py with that environment and nothing else of ours."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def shown(setting: str, **environment: str) -> str:
    code = f"from django.conf import settings; print(settings.{setting})"
    return manage("shell", "--no-imports", "--command", code, **environment).stdout.strip()


def ask(database: BaseDatabaseWrapper, question: str) -> str:
    with database.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])


@contextmanager
def new_connection() -> Iterator[BaseDatabaseWrapper]:
    database = connections.create_connection("default")
    try:
        yield database
    finally:
        database.close()


# The databases


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20000}
READ_PRAGMAS = f"""
from django.db import connection
with connection.cursor() as cursor:
    print({{name: cursor.execute(f"PRAGMA {{name}}").fetchone()[0] for name in {list(PRAGMAS)}}})
"""


def test_sqlite_has_its_pragmas(tmp_path: Path) -> None:
    """Read in a process of its own: the database of the tests does without the disk (2 is FULL)."""
    url = f"sqlite:///{tmp_path}/partnerships.sqlite3"
    read = manage("shell", "--no-imports", "--command", READ_PRAGMAS, DATABASE_URL=url)
    assert (read.stdout.strip(), read.stderr) == (str(PRAGMAS), "")


@on_sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", "0")])
def test_no_connection_of_the_tests_waits_for_the_disk(pragma: str, value: str) -> None:
    with new_connection() as another:
        assert [ask(each, f"PRAGMA {pragma}") for each in (connection, another)] == [value, value]


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_sqlite_takes_the_write_lock_when_a_transaction_begins() -> None:
    with new_connection() as first, new_connection() as second:
        # A dict of its own: the other one is that of every connection to come.
        impatient = second.settings_dict["OPTIONS"] | {"timeout": 0}
        second.settings_dict = second.settings_dict | {"OPTIONS": impatient}
        first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        with pytest.raises(OperationalError, match="locked"):
            second.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        first.rollback()
    with new_connection() as third:
        assert ask(third, "PRAGMA busy_timeout") == "20000"


@on_postgresql
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("statement_timeout", "5s"),
        ("lock_timeout", "2s"),
        ("idle_in_transaction_session_timeout", "10s"),
        ("jit", "off"),
        ("random_page_cost", "1.1"),
    ],
)
def test_postgresql_has_its_options(name: str, value: str) -> None:
    assert ask(connection, f"SHOW {name}") == value


@on_postgresql
@pytest.mark.database
def test_postgresql_connections_are_kept_and_checked() -> None:
    database = settings.DATABASES["default"]
    assert (
        database["CONN_MAX_AGE"],
        database["CONN_HEALTH_CHECKS"],
        database["OPTIONS"]["connect_timeout"],
    ) == (60, True, 3)


def test_options_in_the_url_stand_beside_the_timeouts() -> None:
    url = "postgresql://user@host/name?sslmode=require&options=-c%20search_path%3Dpress"
    options = shown("DATABASES['default']['OPTIONS']", DATABASE_URL=url, DATABASE_TIMEOUTS="on")
    assert "statement_timeout=5000" in options
    assert "-c search_path=press'" in options
    assert "'sslmode': 'require'" in options


# The deadline of a statement


@pytest.fixture
def hasty(settings) -> Iterator[BaseDatabaseWrapper]:
    """A connection that cuts every statement after 0.2 seconds."""
    settings.SQLITE_STATEMENT_TIMEOUT = 0.2
    with new_connection() as database:
        if database.vendor == "postgresql":
            ask(database, "SELECT set_config('statement_timeout', '200ms', false)")
        yield database


@pytest.mark.django_db(transaction=True)
def test_a_statement_past_the_deadline_is_cut(hasty: BaseDatabaseWrapper) -> None:
    start = time.monotonic()
    with pytest.raises(OperationalError, match=r"interrupted|statement timeout"):
        ask(hasty, ENDLESS)
    assert time.monotonic() - start < 2


@pytest.mark.django_db(transaction=True)
def test_the_statement_after_a_cut_one_works(hasty: BaseDatabaseWrapper) -> None:
    with pytest.raises(OperationalError):
        ask(hasty, ENDLESS)
    time.sleep(0.3)
    assert ask(hasty, "SELECT 1") == "1"


@pytest.mark.django_db(transaction=True)
def test_the_deadline_is_there_once_after_a_reconnect(hasty: BaseDatabaseWrapper) -> None:
    ask(hasty, "SELECT 1")
    hasty.close()
    ask(hasty, "SELECT 1")
    assert len(hasty.execute_wrappers) == (1 if hasty.vendor == "sqlite" else 0)


@pytest.mark.django_db(transaction=True)
def test_fetching_rows_past_the_deadline_is_cut_on_sqlite(hasty: BaseDatabaseWrapper) -> None:
    if hasty.vendor != "sqlite":
        pytest.skip("PostgreSQL has computed all rows when it answers")
    with hasty.cursor() as cursor:
        cursor.execute(ENDLESS.replace("count(*)", "n"))
        with pytest.raises(OperationalError, match="interrupted"):
            cursor.fetchall()


def test_commands_run_without_deadlines() -> None:
    assert shown("SQLITE_STATEMENT_TIMEOUT") == "None"


def test_web_requests_run_with_deadlines() -> None:
    assert shown("SQLITE_STATEMENT_TIMEOUT", DATABASE_TIMEOUTS="on") == "5"


# Production


def test_the_deployment_check_has_nothing_to_say() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (checked.returncode, checked.stderr, checked.stdout) == (
        0,
        "",
        "System check identified no issues (0 silenced).\n",
    )


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"DEBUG": "on"}, "DEBUG and HTTPS are both on"),
        ({"SECRET_KEY": ""}, "SECRET_KEY must be random"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must be random"),
        ({"SECRET_KEY": "x" * 60}, "SECRET_KEY must be random"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS must name the site"),
        ({"ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS must name the site"),
        ({"ALLOWED_HOSTS": "partnerships.example,*"}, "ALLOWED_HOSTS must name the site"),
        ({"HTTPS": "yes"}, 'HTTPS is "yes"'),
        ({"DEBUG": "1"}, 'DEBUG is "1"'),
        ({"TIME_ZONE": "Europe/Atlantis"}, 'TIME_ZONE is "Europe/Atlantis"'),
        ({"TIME_ZONE": "../../etc/passwd"}, 'TIME_ZONE is "../../etc/passwd"'),
        ({"DATABASE_URL": "mysql://host/name"}, "DATABASE_URL must be"),
        ({"DATABASE_URL": "postgresql://user:secret@host:port/name"}, "DATABASE_URL must be"),
        ({"DATABASE_URL": "sqlite://"}, "DATABASE_URL must be"),
        ({"DATABASE_TIMEOUTS": "5"}, 'DATABASE_TIMEOUTS is "5"'),
    ],
)
def test_a_bad_setting_stops_the_start_with_one_line(wrong: dict[str, str], reason: str) -> None:
    started = manage("check", **{**PRODUCTION, **wrong})
    assert started.returncode == 1
    assert started.stderr.startswith("Not started: ")
    assert reason in started.stderr
    assert started.stderr.count("\n") == 1


def test_a_bad_database_url_does_not_show_its_password() -> None:
    started = manage("check", DATABASE_URL="postgres://user:secret@host:port/name")
    assert "secret" not in started.stderr


def test_production_is_strict() -> None:
    strict = {
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SESSION_COOKIE_AGE": 43_200,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 6_291_456,
    }
    assert shown(", settings.".join(strict), **PRODUCTION) == " ".join(map(str, strict.values()))


def test_a_fresh_clone_makes_one_secret_key_for_itself() -> None:
    first, second = shown("SECRET_KEY"), shown("SECRET_KEY")
    assert first == second
    assert len(first) >= 50


def test_only_its_owner_can_read_the_secret_key() -> None:
    shown("SECRET_KEY")
    assert Path(settings.BASE_DIR, ".local", "secret-key").stat().st_mode & 0o777 == 0o600


# Answers

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/admin/login/", "/no-such-page/", "/static/admin/css/base.css"]
)
def test_every_answer_carries_the_policy(client: Client, address: str) -> None:
    with closing(client.get(address)) as answer:
        assert answer.headers["Content-Security-Policy"] == POLICY


def test_an_answer_for_an_unknown_host_carries_the_policy(client: Client) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert (answer.status_code, answer.headers["Content-Security-Policy"]) == (400, POLICY)


@pytest.mark.parametrize(("status", "carries"), [(200, True), (404, False), (500, False)])
def test_the_error_pages_of_debug_keep_their_styles(settings, status: int, carries: bool) -> None:
    settings.DEBUG = True
    answer = content_security_policy(lambda request: HttpResponse(status=status))(
        RequestFactory().get("/")
    )
    assert ("Content-Security-Policy" in answer.headers) is carries
