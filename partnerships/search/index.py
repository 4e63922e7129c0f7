"""What the full-text index of either database finds: the one room with SQL of its own."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from partnerships.models.vocabulary import SearchKind
from partnerships.search.documents import BLOCK_SHIFT, DATED, NAMED, STANDING_SHIFT, bounds

MOST = 1000  # entries of a kind that are looked at, and so counted; more are “1,000+”
FEW = 300  # entries that PostgreSQL looks up one by one rather than by their days


class Token(NamedTuple):
    """A word as the index has it, or the beginning of one."""

    word: str
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """What has each of these."""

    parts: Sequence["Expression"]


@dataclass(frozen=True, slots=True)
class Either:
    """What has one of these."""

    parts: Sequence["Expression"]


Expression = Token | Every | Either
Select = tuple[str, list[Any]]  # a statement with its values


class Wanted(NamedTuple):
    """Entries of a kind, or of any with names, by the words that they have."""

    kind: SearchKind | None
    having: Expression


class Found(NamedTuple):
    """An entry that was found, and its record. Of a kind without names only its place is told, and
    of a statement in place of the record the one that it repeats (0 for none)."""

    place: int
    record: int
    forms: str
    words: str


def find(wanted: Iterable[Wanted], as_of: datetime.date | None = None) -> list[Found]:
    """Of each that is wanted the MOST that stand highest, and one more where there are more; on a
    day only what was known by then. One statement."""
    find_in = _in_postgresql if connection.vendor == "postgresql" else _in_sqlite
    selects = list(find_in(wanted, as_of))
    if not selects:
        return []
    statement = " UNION ALL ".join(f"SELECT * FROM ({sql}) found" for sql, _ in selects)
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for _, values in selects for value in values])
        return [Found(*row) for row in cursor.fetchall()]


def _in_sqlite(wanted: Iterable[Wanted], as_of: datetime.date | None) -> Iterator[Select]:
    """FTS5 gives the entries from the highest place down, and stops where it has enough."""
    for kind, having in wanted:
        kinds = [kind] if kind else NAMED
        low, high = bounds(kinds[-1], as_of)[0], bounds(kinds[0], as_of)[1]
        values: list[Any] = [_fts5(having), low, high]
        matching = "i.partnerships_searchindex MATCH %s AND i.rowid >= %s AND i.rowid < %s"
        repeated = _repeated("i.rowid") if kind == SearchKind.STATEMENT else "0"
        columns, tables = f"i.rowid, {repeated}, '', ''", "partnerships_searchindex i"
        if kind not in DATED:
            columns = "e.place, e.record, e.forms, e.words"
            tables = f"{tables} JOIN partnerships_searchentry e ON e.place = i.rowid"
        if as_of and kind not in DATED:
            matching += " AND e.known_from <= %s"
            values.append(as_of)
        sql = f"SELECT {columns} FROM {tables} WHERE {matching} ORDER BY i.rowid DESC LIMIT %s"
        yield sql, [*values, MOST + 1]


def _repeated(place: str) -> str:
    """The id of the statement that the one at a place repeats; 0 for none, and for what is none."""
    low, high = bounds(SearchKind.STATEMENT, None)
    record = f"({place} & {(1 << STANDING_SHIFT) - 1})"
    first = f"SELECT repeats_id FROM partnerships_statement WHERE id = {record}"
    return f"COALESCE(CASE WHEN {place} >= {low} AND {place} < {high} THEN ({first}) END, 0)"


def _in_postgresql(wanted: Iterable[Wanted], as_of: datetime.date | None) -> Iterator[Select]:
    """GIN gives all that match, in no order. The sum keeps the planner from reading the entries by
    place in the hope of finding enough early: where they are of another kind it reads them all."""
    dated: dict[str, list[SearchKind]] = {}
    for kind, having in wanted:
        if kind in DATED:
            dated.setdefault(_tsquery(having), []).append(kind)
            continue
        values: list[Any] = [_tsquery(Every([Token(f"@{kind}"), having]) if kind else having)]
        matching = "lexemes @@ %s::tsquery"
        if as_of:
            matching += " AND known_from <= %s"
            values.append(as_of)
        sql = (
            f"SELECT place, record, forms, words FROM partnerships_searchentry WHERE {matching}"
            " ORDER BY place + 0 DESC LIMIT %s"
        )
        yield sql, [*values, MOST + 1]
    for query, kinds in dated.items():
        yield _newest_in_postgresql(kinds, query, as_of)


def _newest_in_postgresql(
    kinds: Sequence[SearchKind], query: str, as_of: datetime.date | None
) -> Select:
    """Where FEW match at all, these are told. A frequent word is not looked for among all entries
    of a kind, to keep the newest of very many: only in the newest block, then in the one before it,
    the two before that, the next four, and so on until there are enough; last among all the rest.

    Words that few have are looked for without their kind, for GIN looks at each that matches in
    each list that it must be in too.
    """
    rows = [(f"@{kind}", *bounds(kind, as_of)) for kind in kinds]
    sql = f"""
        WITH asked (kind, low, high) AS (VALUES {", ".join(["(%s, %s, %s)"] * len(rows))}),
        few AS MATERIALIZED (
            SELECT place FROM partnerships_searchentry WHERE lexemes @@ %s::tsquery LIMIT {FEW + 1}
        ),
        number AS MATERIALIZED (SELECT COUNT(*) AS found FROM few)
        SELECT found.place, {_repeated("found.place")}, '', '' FROM (
            SELECT place FROM few JOIN asked ON place >= low AND place < high
            WHERE (SELECT found FROM number) <= {FEW}
            UNION ALL
            SELECT newest.place FROM asked CROSS JOIN LATERAL (
                SELECT matching.place
                FROM (
                    SELECT MAX(place) >> {BLOCK_SHIFT} AS block
                    FROM partnerships_searchentry WHERE place >= low AND place < high
                ) latest
                CROSS JOIN (
                    VALUES (0, 0), (1, 1), (2, 3), (4, 7), (8, 15), (16, 31), (32, NULL)
                ) blocks (first, last)
                CROSS JOIN LATERAL (
                    SELECT place FROM partnerships_searchentry
                    WHERE lexemes @@ (
                        %s::tsquery && (
                            SELECT COALESCE(string_agg('#' || block - ago, '|'), asked.kind)
                            FROM generate_series(first, last) ago
                        )::tsquery
                    )
                    AND place + 0 >= low
                    AND place + 0 < LEAST(high, (block - first + 1) << {BLOCK_SHIFT})
                    ORDER BY place + 0 DESC LIMIT {MOST + 1}
                ) matching
                LIMIT {MOST + 1}
            ) newest
            WHERE (SELECT found FROM number) > {FEW}
        ) found
    """
    return sql, [*(value for row in rows for value in row), query, query]


def _fts5(expression: Expression) -> str:
    """As FTS5 reads it; words have neither spaces nor quotation marks."""
    match expression:
        case Token(word, begins):
            return f'"{word}"{" *" if begins else ""}'
        case Every(parts):
            return f"({' AND '.join(map(_fts5, parts))})"
        case Either(parts):
            return f"({' OR '.join(map(_fts5, parts))})"


def _tsquery(expression: Expression) -> str:
    """As PostgreSQL reads it, without looking the words up in a dictionary."""
    match expression:
        case Token(word, begins):
            return f"'{word}'{':*' if begins else ''}"
        case Every(parts):
            return f"({' & '.join(map(_tsquery, parts))})"
        case Either(parts):
            return f"({' | '.join(map(_tsquery, parts))})"
