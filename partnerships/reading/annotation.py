"""A reading in the format of the annotated articles: what an editor would enter, as JSON."""

from typing import Any

from partnerships.dates import DateError, parse
from partnerships.reading.findings import Field, Launch, Partnership, Reading, Statement

SPELT = {"rumoured": "rumored"}  # the format spells as its first articles did


def as_annotation(reading: Reading) -> dict[str, Any]:
    """The reading as the annotation guide writes it: plain strings, all verbatim."""
    return {
        "source_url": None,
        "publisher": _value(reading.publisher),
        "published": _value(reading.published),
        "companies": [
            {"name": each.name, "names": [form.value for form in each.forms]}
            for each in reading.companies
        ],
        "partnerships": [_partnership(each) for each in reading.partnerships],
        "launches": [_launch(each) for each in reading.launches],
        "statements": [_statement(each, reading.text) for each in reading.statements],
    }


def _partnership(found: Partnership) -> dict[str, Any]:
    return {
        "participants": [each.value for each in found.participants],
        "status": SPELT.get(found.status.value, found.status.value),
        "announced": plain_date(found.announced),
        "ended": plain_date(found.ended),
        "scope": _value(found.scope),
    }


def _launch(found: Launch) -> dict[str, Any]:
    return {
        "product": found.product.value,
        "named": found.named,
        "companies": [each.value for each in found.companies],
        "status": SPELT.get(found.status.value, found.status.value),
        "date": plain_date(found.date),
    }


def _statement(found: Statement, text: str) -> dict[str, Any]:
    return {
        "segments": [each.of(text) for each in found.segments],
        "speaker": _value(found.speaker),
        "role": _value(found.role),
        "company": _value(found.company),
    }


def _value(found: Field | None) -> str | None:
    return found.value if found else None


def plain_date(found: Field | None) -> str | None:
    """The date without its span: “by July” is July, “before the end of the year” the year.

    >>> plain_date(Field("[2022-05-24..2022-07-31]", Span(0, 7), "a date"))
    '2022-07'
    """
    if found is None:
        return None
    text = found.value.strip("[]").split("..")[-1].split("/")[-1].rstrip("~?%")
    try:
        last = parse(text)
    except DateError:
        return None
    if text == found.value.rstrip("~?%") or last.days != 1:
        return text
    for shorter in (text[:4], text[:7]):
        if parse(shorter).latest == last.latest:
            return shorter
    return text
