"""The calendar of the demonstration: the outcomes of fixtures/facts/launches.csv, computed anew,
are those that the pages tell, and its numbers are right."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client

from partnerships import dates, demonstration
from partnerships.management.commands import build_demonstration
from tests.views.listing import get, numbers
from tests.views.test_launches import LIST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

TABLES = build_demonstration.tables()
# What the words of the facts are in ours, by the domain's mapping.
MAPPING = {
    "kept": "kept on time",
    "scheduled": "kept on time",
    "missed": "kept late",
    "delayed": "kept late",
    "unknown": "unresolved",
    "denied": "withdrawn",
    "launched": "none",
    "unconfirmed": "none",
}


def outcome(row: demonstration.Row) -> str:
    """By the days alone, long after all of them: what came of the day expected."""
    if not row["expected"]:
        return "none"
    due, launched = (
        dates.parse(demonstration.notation(row[name])) if row[name] else None
        for name in ("expected", "launched")
    )
    assert due is not None
    if launched is None:
        return "withdrawn" if row["status"] == "denied" else "unresolved"
    if launched.latest <= due.latest:
        return "kept on time"
    assert launched.earliest is not None
    assert launched.earliest > due.latest
    return "kept late"


@pytest.fixture(scope="module")
def slugs() -> dict[str, str]:
    """By product of the facts: the address of the launch that it became."""
    ledger = demonstration.build(TABLES).ledger
    found = {}
    for line, row in enumerate(TABLES["launches"], 2):
        [slug] = {
            name.removeprefix("productlaunch ")
            for name in ledger[demonstration.Place("launches", line)]
            if name.startswith("productlaunch ")
        }
        found[row["product"]] = slug
    return found


def listed(client: Client, outcome: str) -> set[str]:
    """The launches that the calendar has with that outcome, read to its end."""
    query, found = f"?outcome={outcome.replace(' ', '-')}", set()
    while query:
        html = client.get(f"/launches/{query}").content.decode()
        found |= set(re.findall(r'<h3><a href="/launches/([\w-]+)/', html))
        [*more] = re.findall(r'id="more"><a href="([^"]+)"', html)
        query = unescape(more[0]) if more else ""
    return found


def test_days_of_the_facts_come_to_what_the_facts_say() -> None:
    rows = TABLES["launches"]
    assert [outcome(row) for row in rows] == [MAPPING[row["status"]] for row in rows]


def test_calendar_has_each_launch_under_its_outcome(client: Client, slugs: dict[str, str]) -> None:
    found = {word: listed(client, word) for word in set(MAPPING.values())}
    wrong = [
        row["product"]
        for row in TABLES["launches"]
        if slugs[row["product"]] not in found[outcome(row)]
    ]
    assert wrong == []
    assert sum(outcome(row) == "none" for row in TABLES["launches"]) == len(found["none"])


PROMISE = re.compile(r'<td><a href="#\w+">(.*?)</a></td>\s*<td><span class="[^"]+">(.*?)</span>')


@pytest.mark.parametrize("row", TABLES["launches"], ids=lambda row: row["product"])
def test_page_of_a_launch_tells_what_came_of_the_day_expected(
    client: Client, slugs: dict[str, str], row: demonstration.Row
) -> None:
    html = client.get(f"/launches/{slugs[row['product']]}/").content.decode()
    told = dict(PROMISE.findall(html))
    if row["expected"]:
        due = dates.plain_due(dates.parse(demonstration.notation(row["expected"])))
        assert told[due].lower().removesuffix(", only rumoured") == outcome(row)
    else:
        assert {word for word in told.values() if not word.endswith("nly rumoured")} == set()


@pytest.mark.parametrize("filters", [{}, {"as_of": "2022-05-24", "brand": "leica"}])
def test_numbers_hold_for_the_demonstration(client: Client, filters: dict[str, str]) -> None:
    shown = numbers(get(client, f"/launches/?{urlencode(filters)}"))
    assert {"0"} < set(shown.values())
    some = dict(list(shown.items())[::3])  # there are as many months as in thirty years
    assert some == {
        (name, value): str(LIST.length(client, filters | {name: value})) for name, value in some
    }
