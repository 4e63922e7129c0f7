"""Rumours by publisher, and promises by company."""

import datetime
from collections import defaultdict
from typing import Any

import pytest

from partnerships import timeline
from partnerships.models import Company
from tests.as_of.days import each_day
from tests.as_of.records import Records, Row, known, span
from tests.as_of.statuses import best, promises

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

ANY_BEGINNING, ANY_END = {"announced", "signed", "began"}, {"terminated", "expired", "ended"}
ANY_GOING_ON = {"extended", "renegotiated", "expanded"}
EIGHTEEN_MONTHS, A_YEAR = datetime.timedelta(548), datetime.timedelta(365)


def kinds_of(rumour: Row) -> tuple[set[str], set[str]]:
    """Of what would make a rumour true, and of what would make it false."""
    kind = rumour["kind"]
    if rumour["launch_id"]:
        opposite = {"announced": "cancelled", "launched": "cancelled", "cancelled": "launched"}
        also = {"launched"} if kind == "announced" else set()
        return {kind} | also, {opposite[kind]} if kind in opposite else set()
    for group, against in (
        (ANY_BEGINNING, set()),
        (ANY_END, ANY_GOING_ON),
    ):
        if kind in group:
            return group, against
    return {kind}, ANY_END if kind in ANY_GOING_ON else set()


def first_event(rows: list[Row], kinds: set[str]) -> Row | None:
    """The earliest of what is stated, one of each kind."""
    events = [row for kind in sorted(kinds) if (row := best(rows, kind))]
    return min(events, key=lambda row: (row["to"] or datetime.date.max, row["id"]), default=None)


def fate_of(
    rumour: Row, rows: list[Row], day: datetime.date
) -> tuple[str, tuple[datetime.date | None, datetime.date | None]]:
    """What became of a rumour, and the days of what decided it, if anything happened."""
    since = rumour["from"] if rumour["to"] else rumour["known"]
    rows = [row for row in rows if row["rank"] != "deprecated"]
    rows = [row for row in rows if since is None or row["known"] >= since]
    wanted, unwanted = kinds_of(rumour)
    event, against = first_event(rows, wanted), first_event(rows, unwanted)
    if against and (event is None or against["to"] < event["from"]):
        return "come false", (None, None)
    if event:
        span_of = (event["from"], event["to"]) if event["to"] else (None, event["known"])
        return within(rumour, *span_of), span_of
    denials = [row for row in rows if row["certainty"] == "denied" and row["kind"] in wanted]
    if any(row["known"] >= rumour["known"] for row in denials):
        return "come false", (None, None)
    told = rumour["to"] or rumour["known"]
    limit = rumour["due_to"] + A_YEAR if rumour["due_to"] else told + EIGHTEEN_MONTHS
    return ("come false" if day > limit else "open"), (None, None)


def within(rumour: Row, first: datetime.date | None, last: datetime.date) -> str:
    end = rumour["due_to"] or (rumour["to"] or rumour["known"]) + EIGHTEEN_MONTHS
    start = rumour["due_from"]
    if (start and last < start) or (first and first > end):
        return "come false"
    return "come true" if last <= end and (not start or (first and first >= start)) else "open"


def fate_of_name(
    row: Row, records: Records, day: datetime.date
) -> tuple[str, tuple[datetime.date | None, datetime.date | None]]:
    names = [each for each in known(records.names.values(), day) if each["kind"] == "official"]
    names = [each for each in names if each["launch_id"] == row["launch_id"]]
    same = [each for each in names if each["name"] == row["name"]]
    if names:
        decides = (same or sorted(names, key=lambda each: (each["known"], each["id"]))[-1:])[0]
        return "come true" if same else "come false", (decides["known"], decides["known"])
    words = [
        each for each in records.of_launch(row["launch_id"], day) if each["certainty"] != "rumoured"
    ]
    last = max(words, key=lambda each: (each["known"], each["id"]), default=None)
    if last and (last["certainty"] == "denied" or last["kind"] == "cancelled"):
        return "come false", (last["from"], last["to"])
    return "open", (None, None)


def reported(
    records: Records, claim: str, pk: int, happened: datetime.date | None, day: datetime.date
) -> dict[str, Row]:
    """By publisher: the first article that told the rumour before it had happened."""
    first: dict[str, Row] = {}
    for article in records.sources(claim, pk, day):
        row = records.articles[article]
        begins = span(row["published"])[0]
        key = row["publisher"].casefold()
        if not (happened and begins and begins >= happened):
            other = first.get(key)
            if other is None or (row["out"] or datetime.date.max) < (
                other["out"] or datetime.date.max
            ):
                first[key] = row
    return first


@each_day
def test_sources(records: Records, day: datetime.date) -> None:
    expected: defaultdict[str, list[tuple[str, int | None]]] = defaultdict(list)
    rumours: list[tuple[str, Row, str, Any]] = []
    for row in known(records.milestones.values(), day):
        if row["certainty"] == "rumoured" and row["rank"] != "deprecated":
            about = row["partnership_id"] or row["launch_id"]
            of = records.of_partnership if row["partnership_id"] else records.of_launch
            rumours.append(("milestone", row, *fate_of(row, of(about, day), day)))
    rumours += [
        ("product_name", row, *fate_of_name(row, records, day))
        for row in known(records.names.values(), day)
        if row["kind"] == "rumoured"
    ]
    for claim, row, became, (begins, ends) in rumours:
        for publisher, article in reported(records, claim, row["id"], ends, day).items():
            exact = begins == ends and span(article["published"])[0] == article["out"]
            lead = (ends - article["out"]).days if exact and ends and article["out"] else None
            expected[publisher].append((became, lead if became == "come true" else None))
    page = timeline.source_page(timeline.SourceQuestion(as_of=day), size=1000)
    assert {
        tally.publisher.casefold(): (tally.true, tally.false, tally.open, list(tally.leads))
        for tally in page.tallies
    } == {
        publisher: (
            *(
                [word for word, _ in found].count(word)
                for word in ("come true", "come false", "open")
            ),
            sorted(lead for _, lead in found if lead is not None),
        )
        for publisher, found in expected.items()
    }
    listed = timeline.rumour_page(timeline.RumourQuestion(as_of=day), size=1000)
    assert len(listed.rumours) == sum(map(len, expected.values()))


@each_day
def test_promises_by_company(records: Records, day: datetime.date) -> None:
    expected: defaultdict[int, list[str]] = defaultdict(list)
    for pk, launch in records.launches.items():
        for word in promises(records.of_launch(pk, day), day).values():
            for maker in launch["makers"]:
                expected[maker].append(word)
    kept = ("kept on time", "kept late", "broken", "withdrawn")
    slugs = dict(Company.objects.values_list("pk", "slug"))
    page = timeline.promiser_page(timeline.PromiserQuestion(False, as_of=day), size=1000)
    assert {
        each.slug: (each.on_time, each.late, each.broken, each.withdrawn, each.made)
        for each in page.tallies
    } == {slugs[pk]: (*map(words.count, kept), len(words)) for pk, words in expected.items()}
