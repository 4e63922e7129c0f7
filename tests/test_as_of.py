"""For fifty days, what pages and lists show agrees with a plain recomputation from the records.

Nothing here reads what is derived and stored (known-from days, the index of the timelines), nor
uses the functions under test: the rules are written a second time, for one day, in plain loops.
"""

import datetime
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from partnerships import dates, timeline
from partnerships.models import (
    Article,
    Citation,
    Company,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Statement,
)
from partnerships.models.calendar import Month
from partnerships.standing import PartnershipStanding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

FIRST, LAST = datetime.date(1996, 1, 1), datetime.date(2026, 6, 30)
DICE = random.Random(20220524)  # noqa: S311 - the same days in every run
DAYS = sorted(
    FIRST + datetime.timedelta(days) for days in DICE.sample(range((LAST - FIRST).days), 50)
)
each_day = pytest.mark.parametrize("day", DAYS, ids=str)
LONG_AGO = datetime.date.min
Row = dict[str, Any]


def span(edtf: str) -> tuple[datetime.date | None, datetime.date | None]:
    """The earliest and the latest day of a date; two of None where there is no date."""
    if not edtf:
        return None, None
    when = dates.parse(edtf)
    return when.earliest, when.latest


def by_id(rows: Iterable[Row]) -> dict[int, Row]:
    return {row["id"]: row for row in rows}


@dataclass
class Records:
    """The records as plain rows, and for each claim the day from which it is known."""

    articles: dict[int, Row] = field(default_factory=dict)
    milestones: dict[int, Row] = field(default_factory=dict)
    statements: dict[int, Row] = field(default_factory=dict)
    names: dict[int, Row] = field(default_factory=dict)
    participations: dict[int, Row] = field(default_factory=dict)
    launches: dict[int, Row] = field(default_factory=dict)
    cited: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls) -> "Records":
        records = cls(
            articles=by_id(Article.objects.values("id", "published", "publisher", "text")),
            milestones=by_id(Milestone.objects.values()),
            statements=by_id(Statement.objects.values()),
            names=by_id(ProductName.objects.values()),
            participations=by_id(Participation.objects.values()),
            launches=by_id(ProductLaunch.objects.values()),
        )
        for row in records.launches.values():
            row["makers"] = []
        for launch, company in ProductLaunch.makers.through.objects.values_list(
            "productlaunch", "company"
        ):
            records.launches[launch]["makers"].append(company)
        for citation in Citation.objects.values():
            for claim in ("milestone", "statement", "participation", "product_name"):
                if citation[f"{claim}_id"]:
                    records.cited[claim, citation[f"{claim}_id"]].append(citation["article_id"])
        for row in records.articles.values():
            row["out"] = span(row["published"])[1]
        records._find_known_days()
        return records

    def _find_known_days(self) -> None:
        for row in self.milestones.values():
            row["from"], row["to"] = span(row["occurred"])
            row["due_from"], row["due_to"] = span(row["due"])
            last = row["to"] or row["due_to"]
            row["known"] = self._known("milestone", row["id"], row["from"], last)
        for row in self.statements.values():
            row["from"], row["to"] = span(row["said"])
            row["known"] = self._known("statement", row["id"], row["from"], row["to"])
        for row in self.participations.values():
            row["known"] = self._first(self._about(row["partnership_id"]))
        for row in self.names.values():
            row["known"] = self._name_known(row)

    def _known(
        self, claim: str, pk: int, first: datetime.date | None, last: datetime.date | None
    ) -> datetime.date | None:
        """When an article said so, but not before it began; unreported, when it was over."""
        reports = [self.articles[each]["out"] for each in self.cited[claim, pk]]
        reports = [day for day in reports if day]
        if not reports:
            return last
        return max(min(reports), first) if first else min(reports)

    def _about(self, partnership: int) -> Iterator[Row]:
        """The claims about a partnership, about its launches, and what was said of it."""
        launches = {pk for pk, row in self.launches.items() if row["partnership_id"] == partnership}
        for row in self.milestones.values():
            if row["partnership_id"] == partnership or row["launch_id"] in launches:
                yield row
        for row in self.statements.values():
            if row["partnership_id"] == partnership:
                yield row

    def _name_known(self, row: Row) -> datetime.date | None:
        """With the first article that gives it; an undated one counts from the first claim about
        the launch that cites it too; without any of these with the launch."""
        claims = [
            each for each in self.milestones.values() if each["launch_id"] == row["launch_id"]
        ]
        days = []
        for article in self.cited["product_name", row["id"]]:
            same = [each for each in claims if article in self.cited["milestone", each["id"]]]
            days.append(self.articles[article]["out"] or self._first(same))
        return min(filter(None, days), default=self._first(claims))

    @staticmethod
    def _first(rows: Iterable[Row]) -> datetime.date | None:
        return min(filter(None, (row["known"] for row in rows)), default=None)

    # What was known on a day

    def of_partnership(self, pk: int, day: datetime.date) -> list[Row]:
        return [row for row in known(self.milestones.values(), day) if row["partnership_id"] == pk]

    def of_launch(self, pk: int, day: datetime.date) -> list[Row]:
        return [row for row in known(self.milestones.values(), day) if row["launch_id"] == pk]

    def concerned(self, row: Row) -> set[int]:
        """The companies on whose timelines the claim stands."""
        partnership, companies = row["partnership_id"], set()
        if "said" in row:
            companies.add(row["company_id"])
        elif row["launch_id"]:
            companies.update(self.launches[row["launch_id"]]["makers"])
            partnership = self.launches[row["launch_id"]]["partnership_id"]
        for each in self.participations.values():
            if partnership and each["partnership_id"] == partnership:
                companies.add(each["company_id"])
        return companies - {None}

    def name(self, launch: int, day: datetime.date) -> str:
        rows = [row for row in known(self.names.values(), day) if row["launch_id"] == launch]
        for kind in ("official", "rumoured", "descriptive"):
            of_kind = [row for row in rows if row["kind"] == kind]
            if of_kind:
                return str(max(of_kind, key=lambda row: (row["known"], row["id"]))["name"])
        return "a product not yet named"

    def sources(self, claim: str, pk: int, day: datetime.date) -> list[int]:
        """The articles that were out, or undated ones where no dated one says so."""
        cited = self.cited[claim, pk]
        dated = [each for each in cited if self.articles[each]["out"]]
        out = [each for each in dated if self.articles[each]["out"] <= day]
        return sorted(out if dated else cited)


def known(rows: Iterable[Row], day: datetime.date) -> list[Row]:
    return [row for row in rows if row["known"] and row["known"] <= day]


def entries(rows: list[Row]) -> list[Row]:
    """Those that stand for themselves: not those beside which one is preferred."""

    def family(row: Row) -> tuple[Any, ...]:
        return tuple(row[name] for name in ("partnership_id", "launch_id", "kind", "certainty"))

    preferred = {family(row) for row in rows if row["rank"] == "preferred"}
    return [row for row in rows if row["rank"] == "preferred" or family(row) not in preferred]


# Statuses, by hand


def best(rows: list[Row], *kinds: str) -> Row | None:
    """The claim that a date is taken from."""
    found = [row for row in rows if row["kind"] in kinds and row["certainty"] == "stated"]
    for only in ("preferred", "normal"):
        of_rank = [row for row in found if row["rank"] == only]
        if of_rank:
            return min(of_rank, key=lambda row: (precision(row), row["known"], row["id"]))
    return None


def precision(row: Row) -> float:
    return (row["to"] - row["from"]).days if row["from"] else float("inf")


def reached(row: Row | None, day: datetime.date) -> bool:
    return bool(row) and (row["from"] or row["to"] or LONG_AGO) <= day  # type: ignore[index]


def denied(rows: list[Row], *kinds: str) -> bool:
    """Whether the last word on it, at the end of its day, was a denial."""
    words = [row for row in rows if row["kind"] in kinds]
    order = ["rumoured", "denied", "stated"]
    words.sort(key=lambda row: (row["known"], order.index(row["certainty"])))
    return bool(words) and words[-1]["certainty"] == "denied"


def partnership_status(rows: list[Row], day: datetime.date) -> str:
    rows = [row for row in rows if row["rank"] != "deprecated"]
    stated = [row for row in rows if row["certainty"] == "stated"]
    began = best(rows, "began")
    if not rows:
        return "not known"
    if denied(rows, "letter-of-intent", "began", "signed", "announced"):
        return "denied"
    if not stated:
        return "rumoured"
    if reached(best(rows, "terminated", "expired", "ended"), day):
        return "ended"
    intended = all(row["kind"] == "letter-of-intent" for row in stated)
    return "announced" if intended or (began and not reached(began, day)) else "active"


def quiet(rows: list[Row], day: datetime.date) -> bool:
    """Whether nothing was reported to have happened in the two years before the day."""
    last = max(
        (min(row["to"] or row["known"], day) for row in rows if row.get("rank") != "deprecated"),
        default=None,
    )
    return last is not None and (last.year + 2, last.month, last.day) < (
        day.year,
        day.month,
        day.day,
    )


def launch_status(rows: list[Row], day: datetime.date) -> str:
    rows = [row for row in rows if row["rank"] != "deprecated"]
    stated = [row for row in rows if row["certainty"] == "stated"]
    if not rows:
        return "not known"
    for kind in ("discontinued", "launched", "cancelled"):
        if reached(best(rows, kind), day):
            return kind
    if denied(rows, "announced", "launched"):
        return "denied"
    if not stated:
        return "rumoured"
    last = max(stated, key=lambda row: (row["known"], row["id"]))
    return "delayed" if last["kind"] == "delayed" else "announced"


def outcomes(rows: list[Row], day: datetime.date) -> dict[int, str]:
    """By id of the claim that promises: what came of it."""
    rows = [row for row in rows if row["rank"] != "deprecated"]
    launched = best(rows, "launched")
    promised = [row for row in rows if row["due"] and row["certainty"] != "denied"]
    return {
        row["id"]: kept(row, launched)
        if launched and reached(launched, day)
        else still_open(row, called_off(rows), day)
        for row in promised
    }


def kept(row: Row, launched: Row) -> str:
    if launched["to"] and launched["to"] <= row["due_to"]:
        return "kept on time"
    if launched["from"] and launched["from"] > row["due_to"]:
        return "kept late"
    return "cannot tell"


def called_off(rows: list[Row]) -> datetime.date | None:
    cancelled = best(rows, "cancelled")
    if cancelled:
        return cancelled["to"] or cancelled["known"]  # type: ignore[no-any-return]
    if not denied(rows, "announced", "launched"):
        return None
    words = [row for row in rows if row["certainty"] == "denied"]
    return min(row["to"] or row["known"] for row in words if row["kind"] in DENIABLE)


DENIABLE = {"announced", "launched"}


def still_open(row: Row, cancelled: datetime.date | None, day: datetime.date) -> str:
    if cancelled:
        return "withdrawn" if cancelled <= row["due_to"] else "broken"
    if row["due_from"] and day < row["due_from"]:
        return "pending"
    if day <= row["due_to"]:
        return "due"
    return "overdue" if (day - row["due_to"]).days <= 365 else "unresolved"


# What is compared


@pytest.fixture(scope="module")
def records(demonstration: None, django_db_blocker: Any) -> Records:
    with django_db_blocker.unblock():
        return Records.read()


def some(rows: list[Any], day: datetime.date, number: int) -> list[Any]:
    """So many of them, others each day; over fifty days each comes several times."""
    dice = random.Random(day.toordinal())  # noqa: S311 - the same in every run
    return dice.sample(rows, min(number, len(rows)))


def claim_ids(lines: Iterable[timeline.Line]) -> list[tuple[str, int]]:
    return [(line.claim.citation_field, line.claim.pk) for line in lines]


def whole_timeline(company: Company, day: datetime.date) -> list[timeline.Line]:
    found: list[timeline.Line] = []
    after = None
    while True:
        page = timeline.page(timeline.Question(company, as_of=day), after)
        found += page.lines
        if page.next is None:
            return found
        after = page.next


@each_day
def test_timeline_of_a_brand(records: Records, day: datetime.date) -> None:
    brands = list(Company.objects.order_by("pk"))
    for brand in [*Company.objects.filter(slug="leica"), *some(brands, day, 7)]:
        expected = [
            ("milestone", row["id"])
            for row in entries(known(records.milestones.values(), day))
            if brand.pk in records.concerned(row)
        ] + [
            ("statement", row["id"])
            for row in known(records.statements.values(), day)
            if brand.pk in records.concerned(row)
        ]
        lines = whole_timeline(brand, day)
        assert sorted(claim_ids(lines)) == sorted(expected), brand
        standing = [line.day or LONG_AGO for line in lines]
        assert standing == sorted(standing, reverse=True), brand
        assert max(standing, default=day) <= day


@each_day
def test_sources_of_a_line(records: Records, day: datetime.date) -> None:
    for line in whole_timeline(Company.objects.get(slug="leica"), day):
        for claim, citations in [(line.claim, line.citations), *line.beneath]:
            found = sorted(each.article_id for each in citations)
            assert found == records.sources(claim.citation_field, claim.pk, day)
            assert claim.pk in {
                row["id"]
                for rows in (records.milestones, records.statements)
                for row in known(rows.values(), day)
            }


@each_day
def test_story_of_a_partnership(records: Records, day: datetime.date) -> None:
    for partnership in some(list(Partnership.objects.order_by("pk")), day, 12):
        pk = partnership.pk
        story = timeline.partnership_story(partnership, day)
        rows = records.of_partnership(pk, day)
        said = [
            row for row in known(records.statements.values(), day) if row["partnership_id"] == pk
        ]
        launches = {
            launch: records.of_launch(launch, day)
            for launch, row in records.launches.items()
            if row["partnership_id"] == pk
        }
        everything = [*rows, *said, *(row for of in launches.values() for row in of)]
        status = partnership_status(rows, day)
        assert story.standing.status.value == status, partnership
        assert story.standing.no_end_reported == (status == "active" and quiet(everything, day))
        assert sorted(claim_ids(story.milestones)) == sorted(
            ("milestone", row["id"]) for row in entries(rows)
        )
        assert {launch.pk: found.status.value for launch, found in story.launches} == {
            launch: launch_status(of, day) for launch, of in launches.items() if of
        }
        assert {each.claim.pk for each in story.participations} == {
            row["id"]
            for row in known(records.participations.values(), day)
            if row["partnership_id"] == pk
        }
        assert {line.claim.pk for line in story.statements} == {row["id"] for row in said}


@each_day
def test_story_of_a_launch(records: Records, day: datetime.date) -> None:
    for launch in some(list(ProductLaunch.objects.with_story().order_by("pk")), day, 16):
        story = timeline.launch_story(launch, day)
        rows = records.of_launch(launch.pk, day)
        assert story.standing.status.value == launch_status(rows, day), launch
        assert {
            promise.milestone.pk: promise.outcome.value for promise in story.standing.promises
        } == outcomes(rows, day), launch
        assert launch.name_on(day) == records.name(launch.pk, day)
        assert {each.claim.pk for each in story.names} == {
            row["id"] for row in known(records.names.values(), day) if row["launch_id"] == launch.pk
        }
        assert sorted(claim_ids(story.milestones)) == sorted(
            ("milestone", row["id"]) for row in entries(rows)
        )


@each_day
def test_statements_and_people(records: Records, day: datetime.date) -> None:
    rows = said_first(known(records.statements.values(), day))
    rows.sort(key=lambda row: (row["to"] or LONG_AGO, row["id"]), reverse=True)
    page = timeline.statement_page(timeline.StatementQuestion(as_of=day))
    assert [line.claim.pk for line in page.lines] == [row["id"] for row in rows]
    speakers = [row["speaker_id"] for row in rows if row["speaker_id"]]
    people = timeline.people_page(day).people
    assert {person.pk: number for person, number in people} == {
        pk: speakers.count(pk) for pk in speakers
    }
    for person in Person.objects.all():
        spoken = timeline.StatementQuestion(speaker=person, as_of=day)
        assert timeline.statements(spoken).count() == speakers.count(person.pk)


def said_first(rows: list[Row]) -> list[Row]:
    """Of what the same speaker said in the same words, or a part of them, what appeared first."""
    first: list[Row] = []
    for row in sorted(rows, key=lambda row: (row["known"], row["id"])):
        author, words = author_and_words(row)
        said = [text for each, text in map(author_and_words, first) if each == author]
        if not any(words in text or text in words for text in said):
            first.append(row)
    return first


def author_and_words(row: Row) -> tuple[int, str]:
    author = row["speaker_id"] or -row["company_id"]
    return author, " ".join(re.findall(r"\w+", row["text"].casefold()))


def whole_list(question: timeline.ArticleQuestion) -> list[tuple[int, int]]:
    """Each article with the number of claims that cite it, page after page."""
    found: list[tuple[int, int]] = []
    after = None
    while True:
        page = timeline.article_page(question, after)
        found += [(article.pk, claims) for article, claims in page.articles]
        if page.next is None:
            return found
        after = page.next


@each_day
def test_articles(records: Records, day: datetime.date) -> None:
    claims: defaultdict[int, set[tuple[str, int]]] = defaultdict(set)
    for field_name, rows in (
        ("milestone", records.milestones),
        ("statement", records.statements),
        ("participation", records.participations),
        ("product_name", records.names),
    ):
        for row in known(rows.values(), day):
            for article in records.cited[field_name, row["id"]]:
                claims[article].add((field_name, row["id"]))
    out = [row for row in records.articles.values() if row["out"] and row["out"] <= day]
    out.sort(key=lambda row: (row["out"], row["id"]), reverse=True)
    assert whole_list(timeline.ArticleQuestion(as_of=day)) == [
        (row["id"], len(claims[row["id"]])) for row in out
    ]
    assert timeline.publishers(day) == sorted(
        {row["publisher"] for row in out} - {""}, key=str.casefold
    )


def of_partnerships(records: Records, day: datetime.date) -> dict[int, list[Row]]:
    """By partnership: all that was known of it, of its launches, and said of it; none left out that
    is known."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in known([*records.milestones.values(), *records.statements.values()], day):
        pk = row["partnership_id"]
        if not pk and "kind" in row and row["launch_id"]:
            pk = records.launches[row["launch_id"]]["partnership_id"]
        if pk:
            found[pk].append(row)
    return found


def status_in_words(records: Records, pk: int, rows: list[Row], day: datetime.date) -> str:
    status = partnership_status(records.of_partnership(pk, day), day)
    return "no end reported" if status == "active" and quiet(rows, day) else status


@each_day
def test_list_of_partnerships(records: Records, day: datetime.date) -> None:
    expected = {
        pk: status_in_words(records, pk, rows, day)
        for pk, rows in of_partnerships(records, day).items()
    }
    question = timeline.PartnershipQuestion(as_of=day)
    page = timeline.partnership_page(question, size=1000)
    listed = {
        row.partnership.pk: "no end reported"
        if row.standing.no_end_reported
        else row.standing.status.value
        for row in page.partnerships
    }
    assert listed == expected
    for row in page.partnerships:
        assert row.launches == sum(
            launch["partnership_id"] == row.partnership.pk and bool(records.of_launch(pk, day))
            for pk, launch in records.launches.items()
        )
    for status in {*expected.values(), "denied"}:
        of_status = timeline.PartnershipQuestion(status=status, as_of=day)
        assert {each.pk for each in timeline.partnerships(of_status)} == {
            pk for pk, each in expected.items() if each == status
        }


def whole_calendar(question: timeline.LaunchQuestion) -> list[timeline.ListedLaunch]:
    """Its launches page after page."""
    found: list[timeline.ListedLaunch] = []
    after = None
    while True:
        page = timeline.launch_page(question, after)
        found += page.launches
        if page.next is None:
            return found
        after = page.next


@each_day
def test_network(records: Records, day: datetime.date) -> None:
    for year in (None, day.year, day.year - 1, day.year - 6):
        past = year is not None and year < day.year
        on = datetime.date(year, 12, 31) if year and past else day
        expected = {}
        for pk in of_partnerships(records, day):
            told = [row for row in of_network(records, pk, day) if not past or stands_on(row, on)]
            own = [row for row in told if row["partnership_id"] == pk and "said" not in row]
            status = partnership_status(own, on)
            status = "no end reported" if status == "active" and quiet(told, on) else status
            if told or not past:
                expected[pk] = (status, sum(row.get("rank") != "deprecated" for row in told))
        network = timeline.network(timeline.NetworkQuestion(year=year, as_of=day))
        found = {each.partnership.pk: (each.status, each.told) for each in network.partnerships}
        assert found == expected
        assert {(row.company.pk, row.partnerships) for row in network.brands} == set(
            Counter(
                row["company_id"]
                for row in known(records.participations.values(), day)
                if row["partnership_id"] in expected
            ).items()
        )


def of_network(records: Records, pk: int, day: datetime.date) -> list[Row]:
    """What was known of a partnership, of its launches, and was said of it."""
    return known(records._about(pk), day)


def stands_on(row: Row, on: datetime.date) -> bool:
    """Whether it stands on a timeline by that day."""
    day = row["from"] or row["to"] or row.get("due_from") or row.get("due_to") or row["known"]
    return bool(min(day, row["known"]) <= on)


@each_day
def test_calendar_of_launches(records: Records, day: datetime.date) -> None:
    known_launches = {pk: records.of_launch(pk, day) for pk in records.launches}
    known_launches = {pk: rows for pk, rows in known_launches.items() if rows}
    statuses = {pk: launch_status(rows, day) for pk, rows in known_launches.items()}
    listed = whole_calendar(timeline.LaunchQuestion(as_of=day))
    assert {row.launch.pk: row.standing.status.value for row in listed} == statuses
    months = {pk: month_of(rows) for pk, rows in known_launches.items()}
    assert [(row.launch.pk, (row.month.year, row.month.number)) for row in listed] == sorted(
        months.items(), key=lambda each: (in_order(each[1], known_launches[each[0]]), each[0])
    )[::-1]
    for status in ("rumoured", "announced", "launched"):
        assert found_with(day, status=status) == {
            pk for pk, each in statuses.items() if each == status
        }
    came = {pk: calendar_words(rows, day) for pk, rows in known_launches.items()}
    for outcome in (
        "kept on time",
        "kept late",
        "overdue",
        "unresolved",
        "withdrawn",
        "coming up",
        "none",
    ):
        assert found_with(day, outcome=outcome) == {
            pk for pk, words in came.items() if outcome in words
        }
    for month in {(2022, 7), (2021, None), *list(months.values())[::20]}:
        if month[1] != MONTH_NOT_KNOWN:
            assert found_with(day, month=Month(*month)) == {
                pk for pk, each in months.items() if month in {each, (each[0], None)}
            }


def found_with(day: datetime.date, **asked: Any) -> set[int]:
    """The launches that the calendar of the day has with a filter."""
    question = timeline.LaunchQuestion(as_of=day, **asked)
    return {row.pk for row in timeline.launches_answering(question)}


MONTH_NOT_KNOWN = 13


def calendar_span(rows: list[Row]) -> tuple[datetime.date | None, datetime.date | None, bool]:
    """From when to when its day may be, and whether that is only what was promised."""
    rows = [row for row in rows if row["rank"] != "deprecated"]
    launched = best(rows, "launched")
    if launched and launched["to"]:
        return launched["from"], launched["to"], False
    promised = [row for row in rows if row["due"] and row["certainty"] == "stated"]
    if promised:
        last = max(promised, key=lambda row: (row["known"], row["id"]))
        return last["due_from"], last["due_to"], last["due"].startswith("[")
    happened = [row for row in rows if row["to"]]
    last = max(happened, key=lambda row: row["to"], default={"from": None, "to": None})
    return last["from"], last["to"], False


def month_of(rows: list[Row]) -> tuple[int | None, int | None]:
    first, last, by = calendar_span(rows)
    if last is None:
        return None, None
    if by or (first and (first.year, first.month) == (last.year, last.month)):
        return last.year, last.month
    return last.year, MONTH_NOT_KNOWN


def in_order(month: tuple[int | None, int | None], rows: list[Row]) -> tuple[int, ...]:
    """By month, then by the last day; where the month is not known, by the last month it may be."""
    last = calendar_span(rows)[1]
    if last is None:
        return (0,)
    return month[0] or 0, month[1] or 0, last.month if month[1] == MONTH_NOT_KNOWN else last.day


def calendar_words(rows: list[Row], day: datetime.date) -> set[str]:
    """What a calendar says of its promises."""
    words = set(promises(rows, day).values())
    if not words and {"withdrawn", "broken"} & set(outcomes(rows, day).values()):
        return {"withdrawn"}
    return {"coming up" if word in {"pending", "due"} else word for word in words} or {"none"}


def promises(rows: list[Row], day: datetime.date) -> dict[str, str]:
    """What came of each day that was promised and not only rumoured."""
    came = outcomes(rows, day)
    return {
        row["due"]: came[row["id"]]
        for row in rows
        if row["id"] in came and row["certainty"] == "stated"
    }


# Rumours, by hand

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


@each_day
def test_counts_of_a_brand(records: Records, day: datetime.date) -> None:
    partnerships = of_partnerships(records, day)
    claims = [
        *entries(known(records.milestones.values(), day)),
        *known(records.statements.values(), day),
    ]
    for brand in [
        *Company.objects.filter(slug="leica"),
        *some(list(Company.objects.all()), day, 4),
    ]:
        concerning = [row for row in claims if brand.pk in records.concerned(row)]
        own = {
            row["partnership_id"]
            for row in known(records.participations.values(), day)
            if row["company_id"] == brand.pk
        }
        launches = [
            records.of_launch(pk, day)
            for pk, row in records.launches.items()
            if records.of_launch(pk, day)
            and (brand.pk in row["makers"] or row["partnership_id"] in own)
        ]
        came = [each for rows in launches for each in promises(rows, day).values()]
        found = timeline.counts(timeline.Question(brand, as_of=day))
        figures = found.figures
        assert figures.partnerships == len(own)
        assert figures.running == sum(
            status_in_words(records, pk, partnerships[pk], day) == "active" for pk in own
        )
        assert figures.launches == len(launches)
        assert figures.statements == sum("said" in row for row in concerning)
        assert figures.kept == came.count("kept on time")
        assert figures.decided == sum(
            came.count(each) for each in ("kept on time", "kept late", "broken")
        )
        assert {choice.value: choice.count for choice in found.kinds} == {
            "": len(concerning),
            "milestone": sum("due" in row and not row["launch_id"] for row in concerning),
            "launch": sum("due" in row and bool(row["launch_id"]) for row in concerning),
            "statement": sum("said" in row for row in concerning),
        }
        partners = [pk for row in concerning for pk in records.concerned(row) - {brand.pk}]
        slugs = dict(Company.objects.values_list("pk", "slug"))
        assert {choice.value: choice.count for choice in found.partners} == {
            slugs[pk]: partners.count(pk) for pk in partners
        }


# The lanes, by hand


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


@each_day
def test_brands_year_by_year(records: Records, day: datetime.date) -> None:
    brands = some(list(Company.objects.order_by("pk")), day, 3)
    page = timeline.years(brands, day)
    told = {
        (year.year, cell.company): (claim_ids(cell.lines), cell.more)
        for year in page.years
        for cell in year.cells
        if cell.lines
    }
    first = page.years[-1].year if page.years else 0
    expected: defaultdict[tuple[int, Company], list[timeline.Line]] = defaultdict(list)
    for brand in brands:
        for line in whole_timeline(brand, day):
            if line.day and line.day.year >= first:
                expected[line.day.year, brand].append(line)
    assert told == {
        key: (claim_ids(lines[:4]), max(len(lines) - 4, 0)) for key, lines in expected.items()
    }


@each_day
def test_brands_and_home(records: Records, day: datetime.date) -> None:
    claims = [*known(records.milestones.values(), day), *known(records.statements.values(), day)]
    companies = {pk for row in claims for pk in records.concerned(row)}
    takes_part = [row["company_id"] for row in known(records.participations.values(), day)]
    page = timeline.brand_page(timeline.BrandQuestion(as_of=day), size=1000)
    assert {each.company.pk: each.partnerships for each in page.brands} == {
        pk: takes_part.count(pk) for pk in companies
    }
    home = timeline.home(day)
    counting = [row for row in claims if row.get("rank") != "deprecated"]
    newest = sorted((row["known"] for row in counting if stands_alone(row, claims)), reverse=True)
    assert [news.line.claim.known_from for news in home.news] == newest[:10]
    still = {
        (row["launch_id"], row["due_to"]): came
        for row in counting
        if "due" in row and row["launch_id"] and row["certainty"] == "stated"
        for came in [outcomes(records.of_launch(row["launch_id"], day), day).get(row["id"], "")]
    }
    for lines, words in ((home.due, {"due", "pending"}), (home.overdue, {"overdue"})):
        wanted = {key for key, came in still.items() if came in words}
        shown = [(line.claim.launch_id, line.claim.due_latest) for line in lines]  # type: ignore[union-attr]
        assert len(shown) == len(set(shown)) == min(10, len(wanted))
        assert set(shown) <= wanted


def stands_alone(row: Row, claims: list[Row]) -> bool:
    """Whether it is an entry and not one of those beneath a preferred claim."""
    return "said" in row or row in entries([each for each in claims if "due" in each])


# A few pages as they are read


@pytest.mark.parametrize("day", DAYS[::7], ids=str)
def test_pages_show_what_was_known(client: Client, records: Records, day: datetime.date) -> None:
    def html(path: str) -> str:
        return str(client.get(path, {"as_of": day.isoformat()}).content.decode())

    shown = re.findall(r'<article class="line[^"]*" id="(\w+)"', html("/brands/leica/"))
    lines = timeline.page(timeline.Question(Company.objects.get(slug="leica"), as_of=day)).lines
    assert shown == [line.claim.public_id for line in lines]

    said = {row["public_id"] for row in known(records.statements.values(), day)}
    assert set(re.findall(r'<article class="line[^"]*" id="(\w+)"', html("/statements/"))) == said

    out = {pk for pk, row in records.articles.items() if row["out"] and row["out"] <= day}
    listed = re.findall(r'<li><a href="/articles/(\w+)/', html("/articles/"))
    assert len(listed) == min(len(out), 50)
    assert set(Article.objects.filter(public_id__in=listed).values_list("pk", flat=True)) <= out

    for launch in some(list(ProductLaunch.objects.order_by("pk")), day, 5):
        name = records.name(launch.pk, day)
        later = {row["name"] for row in records.names.values() if row["launch_id"] == launch.pk}
        later -= {row["name"] for row in known(records.names.values(), day)}
        text = html(launch.get_absolute_url())
        assert not any(f">{each}<" in text for each in later - {name})
