"""When: the expressions of time in a text, each resolved to EDTF with the article's day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnerships.dates import EdtfDate
from partnerships.reading.anycase import small
from partnerships.reading.findings import Span
from partnerships.reading.text import Document
from partnerships.reading.when_forms import (
    CLAUSE,
    EXPRESSION,
    FIRST_WORDS,
    FORM_OF,
    LEADS_FEAST,
    LEADS_MONTH,
    LEADS_SEASON,
    LEADS_YEAR,
    WORD,
)
from partnerships.reading.when_reckoning import exact, resolved


@dataclass(frozen=True, slots=True)
class When:
    """One expression of time: “by July this year” is [2022-05-24..2022-07-31].

    `modifier` is the word that sets it: by, since, until, from, before, after, about or nothing.
    `why` tells the reckoning: “‘July this year’, article of 2022-05-24”.
    """

    span: Span
    edtf: str
    modifier: str
    why: str


def find_dates(document: Document, published: EdtfDate | None) -> tuple[When, ...]:
    """The expressions of time of the whole text, quotations included, in its order."""
    return tuple(_found(document, published))


def _found(document: Document, published: EdtfDate | None) -> Iterator[When]:
    shadow = document.shadow
    low = small(shadow)
    last: EdtfDate | None = None
    for block in document.blocks:
        for found in _expressions(low, block.span):
            group = found.lastgroup or ""
            form, words = FORM_OF[group], shadow[slice(*found.span(group))]
            start, modifier = found.start(), found["modifier"] or ""
            before = shadow[max(block.span.start, start - CLAUSE) : found.start(group)]
            after = shadow[found.end() : found.end() + 16]
            if not _is_a_time(form, words, before) or _is_no_time(form, words, before, after):
                continue
            around = _clause(shadow, block.span, found.span())
            around = f"{modifier} | " if modifier == "since" else around
            when = resolved(form, words.lower(), around, published, last)
            if when is None:
                continue
            edtf = _set(modifier if form != "feast" else "", when, published)
            why = f"“{words}”" + (f", article of {published.edtf}" if published else "")
            yield When(Span(start, found.end()), edtf, modifier, why)
            last = when


def _expressions(low: str, block: Span) -> Iterator[re.Match[str]]:
    """What has the form of one, looked for only at words with which one can begin."""
    place = block.start
    for word in WORD.finditer(low, block.start, block.end):
        if word[1] not in FIRST_WORDS:
            continue
        for start in sorted({word.start(), word.start(1)}):
            if start >= place and (found := EXPRESSION.match(low, start, block.end)):
                yield found
                place = found.end()


def _is_a_time(form: str, words: str, before: str) -> bool:
    if form == "year":
        return bool(LEADS_YEAR.search(before.lower()))
    bare = words.rstrip(".").lower()
    if form == "bare month" and bare in {"may", "march", "august", "mar", "april", "june", "dec"}:
        return bool(LEADS_MONTH.search(before)) and words[0].isupper()
    if form == "in":
        return bool(re.search(r"\b(?:in|within) $", before.lower()))
    if form == "feast":
        return bool(LEADS_FEAST.search(before))
    if form == "short year":
        return bool(re.search(r"\b(?:in|since|of|from|until|back in|by) $", before.lower()))
    if form == "of month":
        return True
    if form == "bare season":
        return bool(LEADS_SEASON.search(before))
    return form not in {"bare month", "weekday", "bare day"} or any(map(str.isupper, words))


def _is_no_time(form: str, words: str, before: str, after: str) -> bool:
    """“The first half of the book”, “June Smith and August Weber”."""
    if "group" in form and not any(map(str.isdigit, words)):
        return words.endswith(" of") or after.startswith(" of ")
    return form == "bare month" and before.endswith("and ") and bool(re.match(" [A-Z]", after))


def _clause(shadow: str, block: Span, at: tuple[int, int]) -> str:
    """The words around, within the sentence: the tense of its verb says which year is meant."""
    before = shadow[max(block.start, at[0] - CLAUSE) : at[0]]
    after = shadow[at[1] : min(block.end, at[1] + CLAUSE // 2)]
    clause = re.split(r"[.;!?] |, (?:which|where|who) ", before)[-1]
    return clause + " | " + re.split(r"[.;!?](?: |$)", after)[0]


def _set(modifier: str, when: EdtfDate, published: EdtfDate | None) -> str:
    """By or before a time: one day up to its last, from the article's on where that is known."""
    if modifier not in {"by", "before", "no later than"} or when.earliest is None:
        return when.edtf
    day = exact(published)
    if day is None:
        return f"[..{when.latest}]"
    return f"[{day}..{when.latest}]" if day <= when.latest else when.edtf
