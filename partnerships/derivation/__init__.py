"""What follows from the records and is stored beside them: known-from days, the lines of the
timelines, the entries of the calendar, and which statement repeats which.

It reads and computes; `recording` writes what comes out.
"""

from partnerships.derivation.days import dependent_days, known_days
from partnerships.derivation.drift import Drift, calendar_drift, differences, timeline_drift
from partnerships.derivation.repetitions import authors, repetitions
from partnerships.derivation.scopes import (
    Scope,
    batched,
    in_portions,
    milestones_of,
    partnerships_behind,
    whole_record,
)

__all__ = [
    "Drift",
    "Scope",
    "authors",
    "batched",
    "calendar_drift",
    "dependent_days",
    "differences",
    "in_portions",
    "known_days",
    "milestones_of",
    "partnerships_behind",
    "repetitions",
    "timeline_drift",
    "whole_record",
]
