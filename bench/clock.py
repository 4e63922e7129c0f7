"""What something costs: processor time, which other work on the machine leaves nearly alone."""

import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection


def milliseconds(action: Callable[[], object], warm_up: int, rounds: int) -> list[float]:
    """What some calls took of the processor, here and in PostgreSQL; the first ones left out."""
    taken = []
    for _ in range(warm_up + rounds):
        start = _spent()
        action()
        taken.append((_spent() - start) / 1e6)
    return taken[warm_up:]


def _spent() -> int:
    """Nanoseconds that this process and the one that answers it in PostgreSQL have had so far. What
    workers of a parallel query had is not told; without /proc, which Linux has, only one's own."""
    spent = time.process_time_ns()
    if connection.vendor == "postgresql":
        connection.ensure_connection()
        schedule = Path("/proc", str(connection.connection.info.backend_pid), "schedstat")
        spent += int(schedule.read_text().split()[0]) if schedule.exists() else 0
    return spent
