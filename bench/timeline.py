"""How much a brand's pages cost with a thousand entries and with a million.

`python -m bench.timeline [entries …]` (default 4,000 and 1,000,000) makes a scratch database of each
size in DATABASE_URL's kind, asks each page many times in turn, and prints the median milliseconds
and the ratio to the smallest. One brand has a fifth of the entries, so that even in the smallest every
page has its fifty lines.
"""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

from django.core.management import call_command
from django.db import connection
from django.test import Client

from partnerships.forms import TimelineForm
from partnerships.models import Company, TimelineEntry

TURNS, WARM_UP, ROUNDS = 4, 3, 10
PARTNERS = 4
FIRST_DAY, DAYS = "1990-01-01", 12_000
PAGES = {
    "first page": "",
    "deep page": "after",
    "one partner": "partner=b2",
    "one kind": "kind=milestone",
    "rumours": "certainty=rumoured",
    "until 2000": "to=2000-01-01",
    "from 2020": "from=2020-01-01",
    "nothing found": "from=2030-01-01",
    "as of 2000": "as_of=2000-01-01",
}


def fill(entries: int) -> None:
    """So many milestones over five brands, brand b1 taking part in a fifth; one statement a table,
    past recording, for it is the reading that is measured."""
    subjects = max(20, entries // 50)
    day = _day("n")
    statements = [
        _insert(
            "company",
            "id, name, key, slug, legal_name, description, country, website, wikidata_id",
            "n, 'B' || n, 'b' || n, 'b' || n, '', '', '', '', ''",
            PARTNERS + 1,
        ),
        _insert(
            "partnership",
            "id, slug, kinds, scope, description",
            "n, 'p' || n, '', 'imaging', ''",
            subjects,
        ),
        _insert(
            "participation",
            "public_id, partnership_id, company_id, role, known_from",
            f"'f' || n, n, CASE WHEN n % 5 = 0 THEN 1 ELSE 2 + (n % {PARTNERS}) END, 'partner', NULL",
            subjects,
        ),
        _insert(
            "participation",
            "public_id, partnership_id, company_id, role, known_from",
            f"'s' || n, n, 2 + ((n / 5) % {PARTNERS}), 'partner', NULL",
            subjects,
            f"CASE WHEN n % 5 = 0 THEN 1 ELSE 2 + (n % {PARTNERS}) END <> 2 + ((n / 5) % {PARTNERS})",
        ),
        _insert(
            "article",
            "id, public_id, title, publisher, url, named_source, published, language, text, digest,"
            " published_words",
            "n, 'a' || n, 'Article', 'Paper', '', '', '', '', '', '', ''",
            1,
        ),
        # One launch and, for every third, one statement a partnership: a planner that has counted
        # a table and found it empty plans for an empty one.
        _insert("productlaunch", "id, slug, partnership_id", "n, 'l' || n, n", subjects),
        _insert(
            "statement",
            "public_id, partnership_id, company_id, text, role, said, said_words, kind, language",
            "'t' || n, n, 1, 'We are convinced.', '', '', '', 'direct', ''",
            subjects,
            "n % 3 = 0",
        ),
        _insert(
            "milestone",
            "id, public_id, launch_id, kind, certainty, occurred, occurred_words, due, due_words,"
            " note, rank, rank_reason",
            f"{entries} + n, 'k' || n, n, 'launched', 'stated', '', '', '', '', '', 'normal', ''",
            subjects,
        ),
        _insert(
            "milestone",
            "id, public_id, partnership_id, kind, certainty, occurred, occurred_words,"
            " occurred_earliest, occurred_latest, due, due_words, note, rank, rank_reason, known_from",
            f"n, 'm' || n, 1 + n % {subjects}, 'extended',"
            " CASE WHEN n % 11 = 0 THEN 'rumoured' ELSE 'stated' END,"
            f" {_text(day)}, '', {day}, {day}, '', '', 'Something was extended.', 'normal', '', {day}",
            entries,
        ),
        _insert(
            "citation",
            "public_id, article_id, milestone_id, passage",
            "'c' || n, 1, n, ''",
            entries,
        ),
        _entries("NULL", ""),
        _entries(
            "other.company_id",
            " JOIN partnerships_participation other ON other.partnership_id = part.partnership_id"
            " AND other.company_id <> part.company_id",
        ),
    ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("ANALYZE")


def _insert(table: str, columns: str, values: str, rows: int, condition: str = "TRUE") -> str:
    """A statement that makes so many records, each in its first version."""
    columns, values = f"{columns}, version", f"{values}, 1"
    numbers = f"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows})"
    select = f"SELECT {values} FROM numbers WHERE {condition}"
    if connection.vendor == "postgresql":
        numbers, select = "", f"SELECT {values} FROM generate_series(1, {rows}) n WHERE {condition}"
    return f"{numbers} INSERT INTO partnerships_{table} ({columns}) {select}"


def _entries(partner: str, join: str) -> str:
    return (
        "INSERT INTO partnerships_timelineentry (company_id, partner_id, day, tie, earliest, latest,"
        " kind, certainty, dated, known_from, known_until, milestone_id, statement_id)"
        f" SELECT part.company_id, {partner}, m.occurred_earliest, m.id, m.occurred_earliest,"
        " m.occurred_latest, 'milestone', m.certainty, TRUE, m.known_from, NULL, m.id, NULL"
        " FROM partnerships_milestone m JOIN partnerships_participation part"
        f" ON part.partnership_id = m.partnership_id{join}"
    )


def _day(number: str) -> str:
    """A day spread evenly over 33 years, as SQL of either database."""
    if connection.vendor == "postgresql":
        return f"(DATE '{FIRST_DAY}' + (({number}::bigint * 7919) % {DAYS})::int)"
    return f"date('{FIRST_DAY}', (({number} * 7919) % {DAYS}) || ' days')"


def _text(day: str) -> str:
    return f"to_char({day}, 'YYYY-MM-DD')" if connection.vendor == "postgresql" else day


def addresses() -> Iterator[tuple[str, str]]:
    for name, query in PAGES.items():
        yield name, f"/brands/b1/?{deep() if query == 'after' else query}"


def deep() -> str:
    """The query of a page from the middle of the timeline."""
    brand = Company.objects.get(slug="b1")
    middle = TimelineEntry.objects.of(brand).filter(day__lte="2005-01-01").newest_first().first()
    assert middle is not None
    return TimelineForm({}, company=brand).query(
        after=TimelineForm({}, company=brand).cursor(middle.day, middle.tie)
    )


def milliseconds(client: Client, address: str) -> list[float]:
    """What some requests took, the first ones left out."""
    taken = []
    for _ in range(WARM_UP + ROUNDS):
        start = time.perf_counter()
        response = client.get(address)
        taken.append((time.perf_counter() - start) * 1000)
        assert response.status_code == 200, f"{address}: {response.content.decode()}"
    return taken[WARM_UP:]


def use(database: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = database


def prepare(database: str, entries: int) -> None:
    """A database of that name with so many entries."""
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute(f'CREATE DATABASE "{database}"')
    use(database)
    call_command("migrate", verbosity=0)
    fill(entries)


def main(sizes: list[int]) -> None:
    base = connection.settings_dict["NAME"]
    databases = {size: f"{base}_{size}" for size in sizes}
    for size, database in databases.items():
        prepare(database, size)
    client = Client(headers={"Host": "127.0.0.1"})
    taken: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    # In turn, so that whatever else the machine does falls on every size alike.
    for _ in range(TURNS):
        for size, database in databases.items():
            use(database)
            for name, address in addresses():
                taken[name, size] += milliseconds(client, address)
    print(f"\n{connection.vendor}: median ms a page, and the ratio to {sizes[0]:,} entries")
    for name in PAGES:
        medians = [statistics.median(taken[name, size]) for size in sizes]
        cells = [f"{median:7.1f} ({median / medians[0]:4.2f})" for median in medians]
        print(f"{name:>14} {' '.join(cells)}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [4_000, 1_000_000])
