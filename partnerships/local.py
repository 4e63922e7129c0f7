"""What one installation keeps for itself in `.local`: secrets, and the database by default."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

DIRECTORY = Path(__file__).resolve().parent.parent / ".local"


def path(name: str) -> Path:
    """Where `name` is kept; the directory exists, for its owner alone."""
    DIRECTORY.mkdir(mode=0o700, exist_ok=True)
    return DIRECTORY / name


def secret(name: str, make: Callable[[], str]) -> str:
    """The text of the file `name`, which is written on first use with what `make` returns.

    Processes that start at the same moment get the same text.
    """
    file = path(name)
    if not file.exists():
        _write_once(file, make())
    return file.read_text(encoding="utf-8").strip()


def _write_once(file: Path, text: str) -> None:
    # A hard link appears whole or not at all and never replaces the file of a faster process;
    # mkstemp gives mode 600 from the start.
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(f"{text}\n")
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
