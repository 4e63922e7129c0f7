"""What the full-text index of either database finds: the one room with SQL of its own."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from partnerships.models.vocabulary import SearchKind
from partnerships.search.documents import DATED, NAMED, bounds

MOST = 1000  # entries of a kind that are looked at, and so counted; more are “1,000+”


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


class Wanted(NamedTuple):
    """Entries of a kind, or of any with names, by the words that they have."""

    kind: SearchKind | None
    having: Expression


class Found(NamedTuple):
    """An entry that was found; of a kind without names only its place is told."""

    place: int
    record: int
    forms: str
    words: str


def find(wanted: Iterable[Wanted], as_of: datetime.date | None = None) -> list[Found]:
    """Of each that is wanted the MOST that stand highest, and one more where there are more; on a
    day only what was known by then. One statement."""
    select = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    selects = [select(each, as_of) for each in wanted]
    if not selects:
        return []
    statement = " UNION ALL ".join(f"SELECT * FROM ({sql}) found" for sql, _ in selects)
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for _, values in selects for value in values])
        return [Found(*row) for row in cursor.fetchall()]


def _on_sqlite(wanted: Wanted, as_of: datetime.date | None) -> tuple[str, list[Any]]:
    """FTS5 gives the entries from the highest place down, and stops where it has enough."""
    kinds = [wanted.kind] if wanted.kind else NAMED
    low, high = bounds(kinds[-1], as_of)[0], bounds(kinds[0], as_of)[1]
    values: list[Any] = [_fts5(wanted.having), low, high]
    matching = "i.partnerships_searchindex MATCH %s AND i.rowid >= %s AND i.rowid < %s"
    if wanted.kind in DATED:
        columns, tables = "i.rowid, 0, '', ''", "partnerships_searchindex i"
    else:
        columns = "e.place, e.record, e.forms, e.words"
        tables = "partnerships_searchindex i JOIN partnerships_searchentry e ON e.place = i.rowid"
        if as_of:
            matching += " AND e.known_from <= %s"
            values.append(as_of)
    sql = f"SELECT {columns} FROM {tables} WHERE {matching} ORDER BY i.rowid DESC LIMIT %s"
    return sql, [*values, MOST + 1]


def _on_postgresql(wanted: Wanted, as_of: datetime.date | None) -> tuple[str, list[Any]]:
    """GIN gives all that match, in no order. The sum keeps the planner from reading the entries by
    place in the hope of finding enough early: where they are of another kind it reads them all."""
    having = wanted.having
    if wanted.kind:
        having = Every([Token(f"@{wanted.kind}"), having])
    values: list[Any] = [_tsquery(having)]
    columns = "place, 0, '', ''" if wanted.kind in DATED else "place, record, forms, words"
    matching = "lexemes @@ %s::tsquery"
    if as_of:
        matching += " AND known_from <= %s"
        values.append(as_of)
    sql = (
        f"SELECT {columns} FROM partnerships_searchentry WHERE {matching}"
        " ORDER BY place + 0 DESC LIMIT %s"
    )
    return sql, [*values, MOST + 1]


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
