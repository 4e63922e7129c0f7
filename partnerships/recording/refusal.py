"""Why a batch is not kept, and the guard that tells recording's writes from all others."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_writing: ContextVar[bool] = ContextVar("writing", default=False)


class Refused(Exception):
    """A batch that breaks a rule of the record. `problems` say which, a sentence each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(dict.fromkeys(problems))
        super().__init__(" ".join(self.problems))


class Stale(Refused):
    """A record was changed or removed since it was read: what was decided then may be wrong now."""


def is_writing() -> bool:
    """Whether the writes of this moment are recording's own; the guard in the tests asks."""
    return _writing.get()


@contextmanager
def as_recording() -> Iterator[None]:
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)
