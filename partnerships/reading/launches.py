"""What comes to market: products with or without a name, their makers and their dates."""

from collections.abc import Sequence

from partnerships.reading.context import Context
from partnerships.reading.findings import Launch, Partnership


def find_launches(context: Context, partnerships: Sequence[Partnership]) -> tuple[Launch, ...]:
    """One a product or family, in the order of the text."""
    return ()
