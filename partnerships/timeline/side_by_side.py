"""Brands year by year, beside each other: what happened to each, as known on which day."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from partnerships.dates import FIRST_YEAR
from partnerships.models import Company, TimelineEntry
from partnerships.models.timeline import NO_DAY
from partnerships.timeline.drawn_rows import together
from partnerships.timeline.entries import claims_of
from partnerships.timeline.lines import Line, lines

LOOKED_AT = 300  # entries of each brand, the latest
IN_A_YEAR = 4  # lines of a brand
YEARS = 8  # of a page
UNDATED = 0  # the year of what nothing dates


class Cell(NamedTuple):
    """A brand in a year: its latest lines, and how many more there are; `complete` is false where
    there may be still more, for not all of them were looked at."""

    company: Company
    lines: list[Line]
    more: int
    complete: bool


class Year(NamedTuple):
    """A year with a cell for each brand; UNDATED is that of what nothing dates."""

    year: int
    cells: list[Cell]


class Years(NamedTuple):
    """Years newest first, and the one from which the next page goes on; None at the end."""

    years: list[Year]
    next: int | None


def years(
    companies: Sequence[Company], as_of: datetime.date | None, until: int | None = None
) -> Years:
    """The latest YEARS, `until` and earlier, in which anything happened to one of the companies, in
    eight queries. Where a company has more entries than LOOKED_AT, the page ends with the year of
    the last that was looked at."""
    found = _entries(companies, as_of, until)
    cut = {pk: _year(rows[LOOKED_AT - 1]) for pk, rows in found.items() if len(rows) > LOOKED_AT}
    last = max(cut.values(), default=UNDATED)
    by_year = _by_year(found)
    held = sorted({year for year, _ in by_year if year >= last}, reverse=True)
    keys = [(year, company.pk) for year in held[:YEARS] for company in companies]
    told = _lines((by_year[key][:IN_A_YEAR] for key in keys), as_of)
    shown = [Year(year, []) for year in held[:YEARS]]
    for year, company in ((year, company) for year in shown for company in companies):
        rows = by_year[year.year, company.pk]
        first = [told[row] for row in rows[:IN_A_YEAR] if row in told]
        complete = cut.get(company.pk) != year.year
        year.cells.append(Cell(company, first, max(len(rows) - IN_A_YEAR, 0), complete))
    goes_on = len(held) > YEARS or last > FIRST_YEAR
    return Years(shown, max(shown[-1].year - 1, FIRST_YEAR) if shown and goes_on else None)


def _by_year(
    found: dict[int, list[TimelineEntry]],
) -> defaultdict[tuple[int, int], list[TimelineEntry]]:
    """By year and id of the company."""
    by_year: defaultdict[tuple[int, int], list[TimelineEntry]] = defaultdict(list)
    for pk, rows in found.items():
        for row in rows[:LOOKED_AT]:
            by_year[_year(row), pk].append(row)
    return by_year


def _year(row: TimelineEntry) -> int:
    return UNDATED if row.day == NO_DAY else row.day.year


def _entries(
    companies: Sequence[Company], as_of: datetime.date | None, until: int | None
) -> dict[int, list[TimelineEntry]]:
    """By id of the company: its latest entries, one more than LOOKED_AT at most."""
    entries = TimelineEntry.objects.filter(partner=None).known(as_of)
    if until:
        entries = entries.filter(day__lte=datetime.date(until, 12, 31))
    latest = [
        entries.filter(company=each).newest_first().values("pk")[: LOOKED_AT + 1]
        for each in companies
    ]
    found: dict[int, list[TimelineEntry]] = {each.pk: [] for each in companies}
    rows = TimelineEntry.objects.filter(pk__in=together(TimelineEntry, latest)).newest_first()
    for pk, company, day, milestone, statement in rows.values_list(
        "pk", "company", "day", "milestone", "statement"
    ):
        row = TimelineEntry(
            pk=pk, company_id=company, day=day, milestone_id=milestone, statement_id=statement
        )
        found[company].append(row)
    return found


def _lines(
    cells: Iterable[Sequence[TimelineEntry]], as_of: datetime.date | None
) -> dict[TimelineEntry, Line]:
    """The line of each entry; a claim that stands on several timelines has one."""
    claims = claims_of([row for rows in cells for row in rows])
    unique = list(dict.fromkeys(claims.values()))
    told = dict(zip(unique, lines(unique, as_of), strict=True))
    return {row: told[claim] for row, claim in claims.items()}
