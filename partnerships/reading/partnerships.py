"""Who works with whom: cooperations that the narration asserts, or reports as rumoured."""

from partnerships.reading.context import Context
from partnerships.reading.findings import Partnership


def find_partnerships(context: Context) -> tuple[Partnership, ...]:
    """One a cooperation, with all passages that state it, in the order of the text."""
    return ()
