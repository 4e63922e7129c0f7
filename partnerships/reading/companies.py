"""Which companies an article is about: those that fill a place in a finding, and competitors."""

from collections.abc import Sequence

from partnerships.reading.context import Context
from partnerships.reading.findings import Company, Launch, Partnership, Statement


def find_companies(
    context: Context,
    partnerships: Sequence[Partnership],
    launches: Sequence[Launch],
    statements: Sequence[Statement],
) -> tuple[Company, ...]:
    """Participants, makers, employers of speakers and competitors, in the order of the text."""
    return ()
