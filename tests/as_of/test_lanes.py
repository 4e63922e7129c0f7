"""A brand's lanes."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from partnerships import timeline
from partnerships.models import Company
from partnerships.standing import PartnershipStanding
from tests.as_of.days import each_day, some
from tests.as_of.records import Records, Row, known
from tests.as_of.statuses import (
    best,
    launch_status,
    of_partnerships,
    partnership_status,
    quiet,
    status_in_words,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def on_days(row: Row) -> tuple[datetime.date, datetime.date]:
    """Its own days, or the day from which it is known."""
    return (row["from"] or row["to"], row["to"]) if row["to"] else (row["known"], row["known"])


def beginning(rows: list[Row]) -> tuple[datetime.date, datetime.date] | None:
    began = best(rows, "began")
    since = began if began and began["from"] else best(rows, "announced", "signed") or began
    if since is None:
        return min((on_days(row) for row in rows), default=None)
    last = since["to"] or since["due_to"] or since["known"]
    first = since["from"] if since["to"] else since["due_from"]
    return first or last - datetime.timedelta(365), last


def ending(
    rows: list[Row], everything: list[Row], day: datetime.date, begun: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """`everything` is all that was reported of the partnership, `begun` the last day on which it
    may have begun."""
    status = partnership_status(rows, day)
    if status == "ended":
        ended = best(rows, "terminated", "expired", "ended")
        assert ended is not None
        last = ended["to"] or ended["known"]
        return ended["from"] or min(begun, last), last
    if status in {"rumoured", "denied"}:
        last = min(max(on_days(row)[1] for row in rows), max(day, begun))
        return last, last
    if status == "active" and quiet(everything, day):
        counting = [row for row in everything if row.get("rank") != "deprecated"]
        last = max(min(row["to"] or row["known"], day) for row in counting)
        leap = (last.month, last.day) == (2, 29)
        return last, last.replace(year=last.year + 2, day=28 if leap else last.day)
    return day, day


def launch_marks(rows: list[Row], day: datetime.date) -> Iterator[tuple[int, str, Any]]:
    """The claim that a mark stands for, its kind and its days."""
    rows = [row for row in rows if row["rank"] != "deprecated"]
    status = launch_status(rows, day)
    stated = [row for row in rows if row["certainty"] == "stated"]
    latest_first = sorted(stated, key=lambda row: (row["known"], row["id"]), reverse=True)
    promises = [row for row in latest_first if row["due"]]
    launched = best(rows, "launched")
    if status == "launched" and launched:
        yield launched["id"], "launched", on_days(launched)
    elif status in {"announced", "delayed"} and launched:
        yield launched["id"], "expected", on_days(launched)
    elif status in {"announced", "delayed"} and promises:
        due = promises[0]
        yield due["id"], "expected", (due["due_from"] or due["due_to"], due["due_to"])
    elif status in {"announced", "delayed"}:
        yield latest_first[0]["id"], "expected", on_days(latest_first[0])
    elif status in {"cancelled", "denied", "discontinued"}:
        words = [row for row in rows if status in {row["kind"], row["certainty"]}]
        word = max(words, key=lambda row: (row["known"], row["id"]))
        yield word["id"], "off", on_days(word)
    yield from rumoured(rows)


def rumoured(rows: list[Row]) -> Iterator[tuple[int, str, Any]]:
    for row in rows:
        if row["certainty"] == "rumoured" and row["rank"] != "deprecated":
            yield row["id"], "rumour", on_days(row)


@each_day
def test_lanes_of_a_brand(records: Records, day: datetime.date) -> None:
    by_partnership = of_partnerships(records, day)
    members: defaultdict[int, set[int]] = defaultdict(set)
    for row in known(records.participations.values(), day):
        members[row["partnership_id"]].add(row["company_id"])
    brands = list(Company.objects.order_by("pk"))
    for brand in [*Company.objects.filter(slug="leica"), *some(brands, day, 5)]:
        bars, marks = set(), set()
        for pk in (pk for pk, companies in members.items() if brand.pk in companies):
            rows = [row for row in records.of_partnership(pk, day) if row["rank"] != "deprecated"]
            begin = beginning(rows)
            end = begin and ending(rows, by_partnership[pk], day, begin[1])
            if begin is None:  # then it lasted from its first launch to its last
                spans = [
                    span
                    for launch, row in records.launches.items()
                    if row["partnership_id"] == pk
                    for _, _, span in launch_marks(records.of_launch(launch, day), day)
                ]
                begin = min(spans, default=None)
                end = max(spans, key=lambda span: span[1], default=None)
            status = status_in_words(records, pk, by_partnership[pk], day)
            for partner in members[pk] - {brand.pk}:
                bars.add((partner, pk, status, begin, end))
                marks |= {(partner, *mark) for mark in rumoured(rows)}
        for pk, launch in records.launches.items():
            companies = {*launch["makers"], *members[launch["partnership_id"]]}
            if brand.pk in companies:
                for mark in launch_marks(records.of_launch(pk, day), day):
                    marks |= {(partner, *mark) for partner in companies - {brand.pk}}
        found = timeline.lanes(timeline.Question(brand, as_of=day))
        assert {
            (lane.partner.pk, bar.partnership.pk, status_word(bar.standing), *edges(bar))
            for lane in found.lanes
            for bar in lane.bars
        } == bars, brand
        assert {
            (lane.partner.pk, mark.claim.pk, mark.kind.value, tuple(mark.span))
            for lane in found.lanes
            for mark in lane.everything
        } == marks, brand


def status_word(standing: PartnershipStanding) -> str:
    return "no end reported" if standing.no_end_reported else standing.status.value


def edges(bar: timeline.Bar) -> tuple[Any, Any]:
    if bar.stretch is None:
        return None, None
    return tuple(bar.stretch.begin), tuple(bar.stretch.end)
