"""Runs every measurement, pages and search on both databases: `python -m bench [entries …]`.

`python -m bench reading` measures only how fast articles are read.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.postgres import find_postgres, running_postgres


def main(arguments: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "bench.reading"], check=True)
    if arguments != ["reading"]:
        measure_pages(arguments)


def measure_pages(arguments: list[str]) -> None:
    with TemporaryDirectory(prefix="partnerships-bench-") as scratch:
        run(f"sqlite:///{Path(scratch, 'bench')}", arguments)
    programs = find_postgres()
    if programs is None:
        print("PostgreSQL not found: nothing was measured on it")
        return
    with running_postgres(programs) as url:
        run(url, arguments)


def run(url: str, arguments: list[str]) -> None:
    for what in ("bench.timeline", "bench.search"):
        command = [sys.executable, "-m", what, *arguments]
        subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
