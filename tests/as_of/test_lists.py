"""The lists of partnerships, articles, and of what was said by whom."""

import datetime
import re
from collections import defaultdict

import pytest

from partnerships import timeline
from partnerships.models import Person
from tests.as_of.days import LONG_AGO, each_day
from tests.as_of.records import Records, Row, known
from tests.as_of.statuses import of_partnerships, status_in_words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


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
