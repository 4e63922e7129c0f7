"""Which statement repeats which: kept in step with what is said, by whom, and when it appeared."""

import datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from partnerships import recording, timeline
from partnerships.models import Article, Company, Person, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db

WORDS = "We are convinced that the first flagship makes progress visible."
PART = "the first flagship makes progress"


@pytest.fixture
def harsch() -> Person:
    return make.person()


def say(text: str, day: str, **fields: object) -> Statement:
    return make.statement(text, day, make.article(day), **fields)


def repeated(row: Statement) -> Statement | None:
    row.refresh_from_db()
    return row.repeats


def test_later_statement_repeats_the_first(harsch: Person) -> None:
    first = say(WORDS, "2022-05-24", speaker=harsch)
    same, part = (say(words, "2022-05-25", speaker=harsch) for words in (f"“{WORDS}”", PART))
    assert [repeated(row) for row in (first, same, part)] == [None, first, first]


def test_other_speakers_do_not_repeat_it(harsch: Person) -> None:
    leica = make.company("Leica")
    say(WORDS, "2022-05-24", speaker=harsch, company=leica)
    others = [
        say(WORDS, "2022-05-25", speaker=make.person("Lei Jun"), company=leica),
        say(WORDS, "2022-05-25", company=leica),
    ]
    assert [repeated(row) for row in others] == [None, None]


def test_speaker_repeats_it_whatever_they_speak_for(harsch: Person) -> None:
    first = say(WORDS, "2022-05-24", speaker=harsch, company=make.company("Leica"))
    assert repeated(say(WORDS, "2022-05-25", speaker=harsch)) == first


def test_company_repeats_it(harsch: Person) -> None:
    leica = make.company("Leica")
    first = say(WORDS, "2022-05-24", company=leica)
    assert repeated(say(WORDS, "2022-05-25", company=leica)) == first


def test_the_first_to_appear_is_first_whenever_it_is_entered(harsch: Person) -> None:
    late = say(WORDS, "2022-05-25", speaker=harsch)
    early = say(WORDS, "2022-05-24", speaker=harsch)
    assert [repeated(early), repeated(late)] == [None, early]


def test_day_of_an_article_decides_which_is_first(harsch: Person) -> None:
    early, late = (say(WORDS, day, speaker=harsch) for day in ("2022-05-24", "2022-05-25"))
    article = Article.objects.get(citations__statement=early)
    article.published = "2022-06-01"
    make.record(article)
    assert [repeated(early), repeated(late)] == [late, None]


def test_removing_the_first_makes_the_next_the_first(harsch: Person) -> None:
    rows = [say(WORDS, f"2022-05-{day}", speaker=harsch) for day in (24, 25, 26)]
    with recording.batch() as batch:
        batch.remove(rows[0])
    assert [repeated(row) for row in rows[1:]] == [None, rows[1]]


def test_other_words_or_another_speaker_part_them(harsch: Person) -> None:
    rows = [say(WORDS, f"2022-05-{day}", speaker=harsch) for day in (24, 25, 26, 27)]
    rows[1].text = "Something else altogether was said."
    rows[2].speaker = make.person("Lei Jun")
    for row in rows[1:3]:
        make.record(row)
    assert [repeated(row) for row in rows] == [None, None, None, rows[0]]


def test_first_that_changes_its_speaker_leaves_the_others(harsch: Person) -> None:
    rows = [say(WORDS, f"2022-05-{day}", speaker=harsch) for day in (24, 25, 26)]
    rows[0].speaker = make.person("Lei Jun")
    make.record(rows[0])
    assert [repeated(row) for row in rows] == [None, None, rows[1]]


def test_row_that_was_read_before_keeps_what_was_found_since(harsch: Person) -> None:
    late = say(WORDS, "2022-05-25", speaker=harsch)
    early = say(WORDS, "2022-05-24", speaker=harsch)
    late.role = "CEO"
    make.record(late)
    assert repeated(late) == early


def test_check_finds_what_drifted_and_rebuild_mends_it(harsch: Person) -> None:
    for day in ("2022-05-24", "2022-05-25"):
        say(WORDS, day, speaker=harsch)
    with recording.as_recording():
        Statement.objects.update(repeats=None)
    with pytest.raises(CommandError):
        call_command("check_timeline")
    call_command("rebuild_timeline")
    call_command("check_timeline")


def test_migration_finds_what_recording_finds(harsch: Person) -> None:
    for day in ("2022-05-24", "2022-05-25"):
        say(WORDS, day, speaker=harsch)
        say(WORDS, day, company=Company.objects.first() or make.company())
    with recording.as_recording():
        Statement.objects.update(repeats=None)
        import_module("partnerships.migrations.0014_repetitions_found").find(apps, None)
    call_command("check_timeline")


# What is asked of them


@pytest.mark.parametrize(
    ("as_of", "found"),
    [
        ("2022-05-24", ["first"]),
        ("2022-05-25", ["first"]),
        ("2022-05-26", ["other", "first"]),
        ("2022-05-23", []),
    ],
)
def test_same_words_are_one_statement_on_every_day(
    harsch: Person, as_of: str, found: list[str]
) -> None:
    rows = {
        "first": say(WORDS, "2022-05-24", speaker=harsch),
        "part": say(PART, "2022-05-25", speaker=harsch),
        "other": say("Something else altogether was said.", "2022-05-26", speaker=harsch),
    }
    page = timeline.statement_page(
        timeline.StatementQuestion(as_of=datetime.date.fromisoformat(as_of))
    )
    names = {row.pk: name for name, row in rows.items()}
    assert [names[line.claim.pk] for line in page.lines] == found


def test_filter_that_leaves_the_first_out_finds_the_next(harsch: Person) -> None:
    leica = make.company("Leica")
    say(WORDS, "2022-05-24", speaker=harsch)
    second, _ = (say(PART, f"2022-05-{day}", speaker=harsch, company=leica) for day in (25, 26))
    found = timeline.statements(timeline.StatementQuestion(company=leica))
    assert list(found) == [second]
