"""How much the pages of a brand and the calendar cost with few entries and with a million.

`python -m bench.timeline [entries …]` (default 4,000 and 1,000,000) makes a scratch database of each
size in DATABASE_URL's kind, asks each page many times in turn, and prints the median milliseconds of
processor time and the ratio to the smallest. One brand has a fifth of the entries, so that even in the
smallest every page of it has its fifty lines.
"""

import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from django.core.management import call_command
from django.db import connection
from django.test import Client

from bench.clock import milliseconds
from partnerships.forms import TimelineForm
from partnerships.models import Company, TimelineEntry
from partnerships.models.timeline import ALWAYS, NO_DAY

TURNS, WARM_UP, ROUNDS = 4, 3, 10
PARTNERS = 4
UNVERSIONED = {"productlaunch_makers", "calendarentry"}
FIRST_DAY, DAYS = "1990-01-01", 12_000
BRAND, LAUNCHES = "/brands/b1/", "/launches/"
DEEP = "a page from the middle"
PAGES = {
    "first page": BRAND,
    "deep page": DEEP,
    "one partner": f"{BRAND}?partner=b2",
    "one kind": f"{BRAND}?kind=milestone",
    "rumours": f"{BRAND}?certainty=rumoured",
    "until 2000": f"{BRAND}?to=2000-01-01",
    "from 2020": f"{BRAND}?from=2020-01-01",
    "nothing found": f"{BRAND}?from=2030-01-01",
    "as of 2000": f"{BRAND}?as_of=2000-01-01",
    "home": "/",
    "launches": LAUNCHES,
    "late launches": f"{LAUNCHES}?outcome=kept-late",
    "… as of 2005": f"{LAUNCHES}?as_of=2005-01-01",
}


def fill(entries: int) -> None:
    """So many milestones over five brands, brand b1 taking part in a fifth; one statement a table,
    past recording, for it is the reading that is measured."""
    subjects = max(20, entries // 50)
    day, first = _day("n"), _as_date(f"'{FIRST_DAY}'")
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
            f"'f' || n, n, CASE WHEN n % 5 = 0 THEN 1 ELSE 2 + (n % {PARTNERS}) END, 'partner', {first}",
            subjects,
        ),
        _insert(
            "participation",
            "public_id, partnership_id, company_id, role, known_from",
            f"'s' || n, n, 2 + ((n / 5) % {PARTNERS}), 'partner', {first}",
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
            "public_id, partnership_id, company_id, text, role, said, said_words, said_earliest,"
            " said_latest, kind, language, known_from",
            f"'t' || n, n, 1, 'We are convinced.', '', {_text(day)}, '', {day}, {day}, 'direct', '',"
            f" {day}",
            subjects,
            "n % 3 = 0",
        ),
        *_launches(entries, subjects),
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
        *_entries(),
    ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    settle()


def settle() -> None:
    """As a database is that has been in use for a while: it has counted its tables, and PostgreSQL
    knows which rows everybody sees."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _launches(entries: int, number: int) -> Iterator[str]:
    """What they were by day, as recorded and as known, promised half a year before they came, every
    fourth late; two makers take turns with each partner of the bench."""
    day, before = _day("n"), _day("n", earlier=180)
    yield _insert(
        "milestone",
        "id, public_id, launch_id, kind, certainty, occurred, occurred_words, occurred_earliest,"
        " occurred_latest, due, due_words, note, rank, rank_reason, known_from",
        f"{entries} + n, 'k' || n, n, 'launched', 'stated', {_text(day)}, '', {day}, {day}, '', '',"
        f" '', 'normal', '', {day}",
        number,
    )
    yield _insert(
        "productlaunch_makers", "productlaunch_id, company_id", f"n, 1 + n % {PARTNERS + 1}", number
    )
    place = f"CAST(REPLACE({_text(day)}, '-', '') AS INTEGER)"
    late = "CASE WHEN n % 4 = 0 THEN 'kept late' ELSE 'kept on time' END"
    for basis, since in (("recorded", f"'{NO_DAY}'"), ("known", before)):
        phases = [
            (since, day, "'announced'", "'coming up'"),
            (day, f"'{ALWAYS}'", "'launched'", late),
        ]
        for first, until, status, outcome in phases:
            for what in ("''", outcome):
                yield _insert(
                    "calendarentry",
                    "launch_id, basis, since, until, status, outcome, place",
                    f"n, '{basis}', {_as_date(first)}, {_as_date(until)}, {status}, {what}, {place}",
                    number,
                )


def _insert(table: str, columns: str, values: str, rows: int, condition: str = "TRUE") -> str:
    """A statement that makes so many records, each in its first version, or rows that have none."""
    if table not in UNVERSIONED:
        columns, values = f"{columns}, version", f"{values}, 1"
    numbers = f"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows})"
    select = f"SELECT {values} FROM numbers WHERE {condition}"
    if connection.vendor == "postgresql":
        numbers, select = "", f"SELECT {values} FROM generate_series(1, {rows}) n WHERE {condition}"
    return f"{numbers} INSERT INTO partnerships_{table} ({columns}) {select}"


def _entries() -> Iterator[str]:
    """The lines of what is said of partnerships, on the timeline of each member: for everybody, and
    for each other member."""
    others = (
        " JOIN partnerships_participation other ON other.partnership_id = part.partnership_id"
        " AND other.company_id <> part.company_id"
    )
    for partner, join in (("NULL", ""), ("other.company_id", others)):
        for claim, said, its_own in (
            ("milestone", "occurred", "m.certainty, m.id, NULL"),
            ("statement", "said", "'stated', NULL, m.id"),
        ):
            yield (
                "INSERT INTO partnerships_timelineentry (company_id, partner_id, day, tie, earliest,"
                " latest, kind, dated, known_from, known_until, certainty, milestone_id,"
                f" statement_id) SELECT part.company_id, {partner}, m.{said}_earliest, m.id,"
                f" m.{said}_earliest, m.{said}_latest, '{claim}', TRUE, m.known_from, NULL,"
                f" {its_own} FROM partnerships_{claim} m JOIN partnerships_participation part"
                f" ON part.partnership_id = m.partnership_id{join}"
            )


def _day(number: str, earlier: int = 0) -> str:
    """A day spread evenly over 33 years, or so many days before it, as SQL of either database."""
    if connection.vendor == "postgresql":
        return f"(DATE '{FIRST_DAY}' + (({number}::bigint * 7919) % {DAYS})::int - {earlier})"
    return f"date('{FIRST_DAY}', (({number} * 7919) % {DAYS} - {earlier}) || ' days')"


def _as_date(value: str) -> str:
    return f"({value})::date" if connection.vendor == "postgresql" else value


def _text(day: str) -> str:
    return f"to_char({day}, 'YYYY-MM-DD')" if connection.vendor == "postgresql" else day


def deep() -> str:
    """The address of a page from the middle of the timeline."""
    brand = Company.objects.get(slug="b1")
    middle = TimelineEntry.objects.of(brand).filter(day__lte="2005-01-01").newest_first().first()
    assert middle is not None
    form = TimelineForm({}, company=brand)
    return f"{BRAND}?{form.query(after=form.cursor(middle.day, middle.tie))}"


def ask(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200, f"{address}: {response.content.decode()}"


def use(database: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = database


def prepare(database: str, entries: int) -> None:
    """A database of that name with so many entries, and the static files that pages name."""
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute(f'CREATE DATABASE "{database}"')
    use(database)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
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
            for name, page in PAGES.items():
                address = deep() if page == DEEP else page
                asked = partial(ask, client, address)
                taken[name, size] += milliseconds(asked, WARM_UP, ROUNDS)
    print(
        f"\n{connection.vendor}: median ms of processor time a page, and the ratio to {sizes[0]:,} entries"
    )
    for name in PAGES:
        medians = [statistics.median(taken[name, size]) for size in sizes]
        cells = [f"{median:7.1f} ({median / medians[0]:4.2f})" for median in medians]
        print(f"{name:>14} {' '.join(cells)}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [4_000, 1_000_000])
