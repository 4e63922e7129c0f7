"""Who said what: quotations and block statements with their speakers."""

from partnerships.reading.context import Context
from partnerships.reading.findings import Statement


def find_statements(context: Context) -> tuple[Statement, ...]:
    """The statements of the text, in its order."""
    return ()
