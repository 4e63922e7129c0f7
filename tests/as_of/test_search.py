"""For fifty days, what is found agrees with a plain recomputation from the records."""

import datetime
import re
from collections.abc import Iterable

import pytest

from partnerships import search
from partnerships.models import Article, Company, CompanyName, Partnership, Person
from partnerships.models.vocabulary import AllianceKind, SearchKind
from tests.as_of.days import DAYS, each_day
from tests.as_of.records import Records, Row, known

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

# In names, in notes and in titles; none of them has a plural or an accent.
WORDS = ["leica", "zeiss", "huawei", "harman", "samsung", "camera", "edition", "imaging", "licence"]


def begins(word: str, names: Iterable[str]) -> bool:
    """Whether a word of the names begins so."""
    return any(each.startswith(word) for name in names for each in split(name))


def says(word: str, *texts: str) -> bool:
    """Whether a text has the word, in the singular or the plural."""
    return any(each in (word, f"{word}s") for text in texts for each in split(text))


def split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def brands(records: Records, word: str, day: datetime.date) -> set[int]:
    forms: dict[int, list[str]] = {}
    for company, name in CompanyName.objects.values_list("company", "name"):
        forms.setdefault(company, []).append(name)
    rows = known([*records.milestones.values(), *records.statements.values()], day)
    about = {company for row in rows for company in records.concerned(row)}
    found = Company.objects.filter(pk__in=about).values_list("pk", "description")
    return {pk for pk, text in found if begins(word, forms[pk]) or says(word, text, *forms[pk])}


def partnerships(records: Records, word: str, day: datetime.date) -> set[int]:
    members: dict[int, set[int]] = {}
    for row in known(records.participations.values(), day):
        members.setdefault(row["partnership_id"], set()).add(row["company_id"])
    found = set()
    for row in Partnership.objects.filter(pk__in=members):
        forms = list(
            CompanyName.objects.filter(company__in=members[row.pk]).values_list("name", flat=True)
        )
        labels = [str(AllianceKind(kind).label) for kind in row.kinds]
        if begins(word, forms) or says(word, row.scope, row.description, *labels, *forms):
            found.add(row.pk)
    return found


def launches(records: Records, word: str, day: datetime.date) -> set[int]:
    called = dict(Company.objects.values_list("pk", "name"))
    found = set()
    for name in known(records.names.values(), day):
        pk = name["launch_id"]
        makers = [called[maker] for maker in records.launches[pk]["makers"]]
        if records.of_launch(pk, day) and begins(word, [name["name"], *makers]):
            found.add(pk)
    return found


def statements(records: Records, word: str, day: datetime.date) -> set[int]:
    """Of those of the same words the one that appeared first."""
    speakers = dict(Person.objects.values_list("pk", "name"))
    found: dict[int, int] = {}
    for row in sorted(
        known(records.statements.values(), day), key=lambda row: (row["known_from"], row["id"])
    ):
        if says(word, row["text"], speakers.get(row["speaker_id"], "")):
            found.setdefault(row["repeats_id"] or row["id"], row["id"])
    return set(found.values())


def people(records: Records, word: str, day: datetime.date) -> set[int]:
    said = {row["speaker_id"] for row in known(records.statements.values(), day)}
    found = Person.objects.filter(pk__in=said - {None}).values_list("pk", "name")
    return {pk for pk, name in found if begins(word, [name])}


def milestones(records: Records, word: str, day: datetime.date) -> set[int]:
    return {row["id"] for row in known(records.milestones.values(), day) if says(word, row["note"])}


def articles(records: Records, word: str, day: datetime.date) -> set[int]:
    out = {pk for pk, row in records.articles.items() if row["out"] and row["out"] <= day}
    columns = ("pk", "title", "publisher", "named_source", "text")
    rows: Iterable[Row] = Article.objects.filter(pk__in=out).values(*columns)
    return {row["pk"] for row in rows if says(word, *(str(row[column]) for column in columns[1:]))}


@each_day
def test_finds_what_was_known_on_the_day(records: Records, day: datetime.date) -> None:
    word = WORDS[DAYS.index(day) % len(WORDS)]
    answers = search.answers(search.Question(word, as_of=day), size=10_000)
    found: dict[str, set[int]] = {}
    for each in answers.results:
        found.setdefault(each.kind.value, set()).add(each.record.pk)
    expected = {
        "brand": brands(records, word, day),
        "partnership": partnerships(records, word, day),
        "launch": launches(records, word, day),
        "statement": statements(records, word, day),
        "milestone": milestones(records, word, day),
        "article": articles(records, word, day),
    }
    assert found == {kind: ids for kind, ids in expected.items() if ids}


@each_day
def test_finds_a_person_from_the_first_day_of_a_statement(
    records: Records, day: datetime.date
) -> None:
    # Before that day a name may be taken for a misspelt one of something else.
    found = search.answers(search.Question("matthias harsch", as_of=day)).results
    ids = {each.record.pk for each in found if each.kind == SearchKind.PERSON}
    assert ids == people(records, "harsch", day)
