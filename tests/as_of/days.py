"""The fifty days, the same in every run."""

import datetime
import random
from typing import Any

import pytest

FIRST, LAST = datetime.date(1996, 1, 1), datetime.date(2026, 6, 30)
DICE = random.Random(20220524)  # noqa: S311 - the same days in every run
DAYS = sorted(
    FIRST + datetime.timedelta(days) for days in DICE.sample(range((LAST - FIRST).days), 50)
)
each_day = pytest.mark.parametrize("day", DAYS, ids=str)
LONG_AGO = datetime.date.min


def some(rows: list[Any], day: datetime.date, number: int) -> list[Any]:
    """So many of them, others each day; over fifty days each comes several times."""
    dice = random.Random(day.toordinal())  # noqa: S311 - the same in every run
    return dice.sample(rows, min(number, len(rows)))
