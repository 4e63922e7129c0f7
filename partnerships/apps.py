"""The application's entry in Django, and the time limit of statements on SQLite."""

import math
import sqlite3
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

# Between two looks at the clock: less than a millisecond of work, far more than a COMMIT needs.
INSTRUCTIONS = 10_000


class StatementDeadline:
    """SQLite's missing `statement_timeout`: a statement that runs past `seconds` is interrupted.

    SQLite asks its progress handler again and again while a statement runs, also while its rows
    are fetched. The handler cannot know when the statement began, so the wrapper around every
    execution notes it. An interrupted statement raises OperationalError("interrupted"); the next
    one starts with a fresh deadline. Waiting for a lock does not count: the connection's own
    timeout limits that.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.ends = math.inf

    def __call__(
        self,
        execute: Callable[..., Any],
        sql: str,
        params: Any,
        many: bool,
        context: Mapping[str, Any],
    ) -> Any:
        self.ends = monotonic() + self.seconds
        return execute(sql, params, many, context)

    def passed(self) -> bool:
        return monotonic() > self.ends


def limit_statements(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Give a new SQLite connection its deadline; PostgreSQL has been told by its options."""
    database = connection.connection
    if not isinstance(database, sqlite3.Connection) or settings.SQLITE_STATEMENT_TIMEOUT is None:
        return
    deadline = StatementDeadline(settings.SQLITE_STATEMENT_TIMEOUT)
    # The wrapper outlives the connection: after a reconnect the old deadline is dropped. It stands
    # first, for whoever adds one for a while takes the last away again.
    others = [
        each for each in connection.execute_wrappers if not isinstance(each, StatementDeadline)
    ]
    connection.execute_wrappers[:] = [deadline, *others]
    database.set_progress_handler(deadline.passed, INSTRUCTIONS)


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = "Records"

    def ready(self) -> None:
        connection_created.connect(limit_statements, dispatch_uid="limit_statements")
