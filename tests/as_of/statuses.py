"""Statuses, outcomes and what was promised, worked out in plain loops."""

import datetime
from collections import defaultdict

from tests.as_of.days import LONG_AGO
from tests.as_of.records import Records, Row, known


def best(rows: list[Row], *kinds: str) -> Row | None:
    """The claim that a date is taken from."""
    found = [row for row in rows if row["kind"] in kinds and row["certainty"] == "stated"]
    for only in ("preferred", "normal"):
        of_rank = [row for row in found if row["rank"] == only]
        if of_rank:
            return min(of_rank, key=lambda row: (precision(row), row["known"], row["id"]))
    return None


def precision(row: Row) -> float:
    return (row["to"] - row["from"]).days if row["from"] else float("inf")


def reached(row: Row | None, day: datetime.date) -> bool:
    return bool(row) and (row["from"] or row["to"] or LONG_AGO) <= day  # type: ignore[index]


def denied(rows: list[Row], *kinds: str) -> bool:
    """Whether the last word on it, at the end of its day, was a denial."""
    words = [row for row in rows if row["kind"] in kinds]
    order = ["rumoured", "denied", "stated"]
    words.sort(key=lambda row: (row["known"], order.index(row["certainty"])))
    return bool(words) and words[-1]["certainty"] == "denied"


def partnership_status(rows: list[Row], day: datetime.date) -> str:
    rows = [row for row in rows if row["rank"] != "deprecated"]
    stated = [row for row in rows if row["certainty"] == "stated"]
    began = best(rows, "began")
    if not rows:
        return "not known"
    if denied(rows, "letter-of-intent", "began", "signed", "announced"):
        return "denied"
    if not stated:
        return "rumoured"
    if reached(best(rows, "terminated", "expired", "ended"), day):
        return "ended"
    intended = all(row["kind"] == "letter-of-intent" for row in stated)
    return "announced" if intended or (began and not reached(began, day)) else "active"


def quiet(rows: list[Row], day: datetime.date) -> bool:
    """Whether nothing was reported to have happened in the two years before the day."""
    last = max(
        (min(row["to"] or row["known"], day) for row in rows if row.get("rank") != "deprecated"),
        default=None,
    )
    return last is not None and (last.year + 2, last.month, last.day) < (
        day.year,
        day.month,
        day.day,
    )


def launch_status(rows: list[Row], day: datetime.date) -> str:
    rows = [row for row in rows if row["rank"] != "deprecated"]
    stated = [row for row in rows if row["certainty"] == "stated"]
    if not rows:
        return "not known"
    for kind in ("discontinued", "launched", "cancelled"):
        if reached(best(rows, kind), day):
            return kind
    if denied(rows, "announced", "launched"):
        return "denied"
    if not stated:
        return "rumoured"
    last = max(stated, key=lambda row: (row["known"], row["id"]))
    return "delayed" if last["kind"] == "delayed" else "announced"


DENIABLE = {"announced", "launched"}


def outcomes(rows: list[Row], day: datetime.date) -> dict[int, str]:
    """By id of the claim that promises: what came of it."""
    rows = [row for row in rows if row["rank"] != "deprecated"]
    launched = best(rows, "launched")
    promised = [row for row in rows if row["due"] and row["certainty"] != "denied"]
    return {
        row["id"]: kept(row, launched)
        if launched and reached(launched, day)
        else still_open(row, called_off(rows), day)
        for row in promised
    }


def kept(row: Row, launched: Row) -> str:
    if launched["to"] and launched["to"] <= row["due_to"]:
        return "kept on time"
    if launched["from"] and launched["from"] > row["due_to"]:
        return "kept late"
    return "cannot tell"


def called_off(rows: list[Row]) -> datetime.date | None:
    cancelled = best(rows, "cancelled")
    if cancelled:
        return cancelled["to"] or cancelled["known"]  # type: ignore[no-any-return]
    if not denied(rows, "announced", "launched"):
        return None
    words = [row for row in rows if row["certainty"] == "denied"]
    return min(row["to"] or row["known"] for row in words if row["kind"] in DENIABLE)


def still_open(row: Row, cancelled: datetime.date | None, day: datetime.date) -> str:
    if cancelled:
        return "withdrawn" if cancelled <= row["due_to"] else "broken"
    if row["due_from"] and day < row["due_from"]:
        return "pending"
    if day <= row["due_to"]:
        return "due"
    return "overdue" if (day - row["due_to"]).days <= 365 else "unresolved"


def promises(rows: list[Row], day: datetime.date) -> dict[str, str]:
    """What came of each day that was promised and not only rumoured."""
    came = outcomes(rows, day)
    return {
        row["due"]: came[row["id"]]
        for row in rows
        if row["id"] in came and row["certainty"] == "stated"
    }


def of_partnerships(records: Records, day: datetime.date) -> dict[int, list[Row]]:
    """By partnership: all that was known of it, of its launches, and said of it; none left out that
    is known."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in known([*records.milestones.values(), *records.statements.values()], day):
        pk = row["partnership_id"]
        if not pk and "kind" in row and row["launch_id"]:
            pk = records.launches[row["launch_id"]]["partnership_id"]
        if pk:
            found[pk].append(row)
    return found


def status_in_words(records: Records, pk: int, rows: list[Row], day: datetime.date) -> str:
    status = partnership_status(records.of_partnership(pk, day), day)
    return "no end reported" if status == "active" and quiet(rows, day) else status
