"""Dates as texts give them: a day, a month, a quarter, "by July", kept as EDTF (ISO 8601-2)."""

from partnerships.dates.notation import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    DateError,
    EdtfDate,
    parse,
)
from partnerships.dates.spans import Edge, Stretch
from partnerships.dates.understanding import understand
from partnerships.dates.wording import explain, html_datetime, plain, plain_due, to_the_month

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LONGEST",
    "DateError",
    "Edge",
    "EdtfDate",
    "Stretch",
    "explain",
    "html_datetime",
    "parse",
    "plain",
    "plain_due",
    "to_the_month",
    "understand",
]
