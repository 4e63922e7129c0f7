"""Runs the tests on SQLite, then on PostgreSQL: `python -m tests [arguments of pytest]`.

With REQUIRE_ALL=1 a missing PostgreSQL or Chromium is a failure, otherwise its tests are skipped.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.postgres import find_postgres, running_postgres

# The tests say themselves what they need; what the developer's shell has set stays out.
SETTINGS = ["ALLOWED_HOSTS", "DATABASE_TIMEOUTS", "DEBUG", "HTTPS", "SECRET_KEY", "TIME_ZONE"]
# What a browser shows does not depend on the database, and takes minutes; what uses none neither.
ON_BOTH = ["-m", "database and not browser"]
NOTHING_TO_RUN = 5  # as pytest exits where only browser tests were chosen
# More processes than this create more databases than they save time.
WORKERS = str(min(4, os.cpu_count() or 1))


def main(arguments: list[str]) -> int:
    # So that the database is stopped also when the run is ended from outside.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="partnerships-tests-") as scratch:
        on_sqlite, counts = _run("SQLite", f"sqlite:///{scratch}/unused", arguments, scratch)
        programs = find_postgres()
        if programs is None:
            print("\nPostgreSQL not found: its half of the tests is skipped")
            return on_sqlite or int(os.environ.get("REQUIRE_ALL") == "1")
        with running_postgres(programs) as url:
            on_postgres, more = _run("PostgreSQL", url, [*ON_BOTH, *arguments], scratch)
    print(f"\nBoth halves together: {_summary(counts + more)}")
    return on_sqlite or (0 if on_postgres == NOTHING_TO_RUN else on_postgres)


def _run(name: str, url: str, arguments: list[str], scratch: str) -> tuple[int, Counter[str]]:
    print(f"\n{name}", flush=True)
    report = Path(scratch, f"{name}.xml")
    kept = {key: value for key, value in os.environ.items() if key not in SETTINGS}
    # A file stays with one process: what its tests share is loaded once. In the order of conftest.
    options = ["-m", "pytest", "-n", WORKERS, "--dist=loadfile", "--no-loadscope-reorder"]
    done = subprocess.run(
        [sys.executable, *options, f"--junit-xml={report}", *arguments],
        env=kept | {"DATABASE_URL": url},
        check=False,
    )
    return done.returncode, _counts(report)


def _counts(report: Path) -> Counter[str]:
    """Numbers of tests by outcome; empty when pytest did not get as far as running any."""
    counts: Counter[str] = Counter()
    if report.exists():
        # pytest has just written the file: its content is not from outside.
        for suite in ET.parse(report).getroot().iter("testsuite"):  # noqa: S314
            failed = int(suite.attrib["failures"]) + int(suite.attrib["errors"])
            skipped = int(suite.attrib["skipped"])
            passed = int(suite.attrib["tests"]) - failed - skipped
            counts.update(passed=passed, failed=failed, skipped=skipped)
    return counts


def _summary(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("passed", "failed", "skipped"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
