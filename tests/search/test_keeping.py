"""The index of search follows from the records, whatever is done to them, and can be rebuilt."""

from collections.abc import Callable
from importlib import import_module
from itertools import islice, product

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from partnerships import merging, recording, reverting, search
from partnerships.models import (
    Article,
    Company,
    CompanyName,
    Milestone,
    NameWord,
    Participation,
    Partnership,
    ProductName,
    Record,
    SearchEntry,
    Statement,
    Suggestion,
)
from partnerships.models.vocabulary import SearchKind
from partnerships.search.documents import MOST_BYTES, Document
from tests import factories as make

pytestmark = pytest.mark.django_db


def found(q: str) -> list[str]:
    """What a question finds, each by its kind and what it is called."""
    answers = search.answers(search.Question(q))
    return [f"{each.kind}: {each.record}" for each in answers.results]


def agrees() -> bool:
    """Whether the index is what it ought to be; the differences are printed where it is not."""
    differences = list(search.differences())
    print("\n".join(differences))  # noqa: T201 - shown by pytest where a test fails
    return not differences


def change(row: Record, **fields: object) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    make.record(row)


def remove(row: Record) -> None:
    with recording.batch() as batch:
        batch.remove(type(row)._base_manager.get(pk=row.pk))


@pytest.fixture
def leica() -> Company:
    return make.company("Leica", description="Makes lenses.")


@pytest.fixture
def partnership(leica: Company) -> Partnership:
    return make.partnership(make.company("Xiaomi"), leica, scope="mobile imaging")


def test_every_kind_of_record_is_found(partnership: Partnership, leica: Company) -> None:
    launch = make.launch("Leitz Phone", leica)
    speaker = make.person("Leo Leitz")
    make.milestone(launch, "launched", "2022", note="Lively leitz glass.")
    make.statement("Leitz is back.", "2022", speaker=speaker)
    make.article("2022", text="The name Leitz returned.", title="Return")
    assert found("leitz") == [
        "launch: Leitz Phone",
        "person: Leo Leitz",
        "statement: “Leitz is back.”",
        "milestone: Launched 2022",
        "article: Return (2022)",
    ]
    assert found("imaging") == ["partnership: Xiaomi and Leica"]
    assert found("lenses") == ["brand: Leica"]


def test_new_name_of_a_company_is_found_with_its_partnerships(
    partnership: Partnership, leica: Company
) -> None:
    make.record(CompanyName(company=leica, name="Ernst Leitz"))
    assert found("ernst") == ["brand: Leica", "partnership: Xiaomi and Leica"]
    assert agrees()


def test_former_name_is_found_no_more(partnership: Partnership, leica: Company) -> None:
    change(leica, name="Summilux")
    [form] = CompanyName.objects.filter(name="Leica")
    remove(form)
    assert found("leica") == []
    assert not NameWord.objects.filter(word="leica").exists()
    assert agrees()


def test_word_stays_as_long_as_some_name_has_it(leica: Company) -> None:
    make.company("Leica Geosystems")
    remove(CompanyName.objects.get(company__name="Leica Geosystems"))
    assert NameWord.objects.filter(word="leica").exists()
    assert agrees()


def test_renamed_maker_and_speaker_are_found_with_what_is_theirs(leica: Company) -> None:
    make.launch("Phone 1", leica)
    speaker = make.person("Ada Adler")
    make.statement("We agree.", "2022", speaker=speaker)
    change(leica, name="Summilux")
    change(speaker, name="Ada Byron")
    assert found("summilux phone") == ["launch: Phone 1"]
    assert found("byron agree") == ["statement: “We agree.”"]
    assert agrees()


def test_article_that_moves_the_days_of_its_claims_moves_their_entries(
    partnership: Partnership,
) -> None:
    source = make.article("2022-05-24")
    make.milestone(partnership, "announced", "2022-05-23", source, note="Announced in Wetzlar.")
    make.statement("We agree.", "2022-05-23", source, speaker=make.person())
    change(source, published="2022-06-01")
    assert agrees()


def test_article_waiting_for_review_is_found_once_it_is_cited(partnership: Partnership) -> None:
    waiting = make.article("2022", text="Unreviewed wording.", title="Draft")
    recording.keep_suggestions(
        waiting, [Suggestion(article=waiting, kind="statement", key="s", place=0, found={})]
    )
    assert found("unreviewed") == []
    announced = make.milestone(partnership, "announced", "2022")
    make.record(make.cite(announced, waiting, "Unreviewed"))
    assert found("unreviewed") == ["article: Draft (2022)"]
    assert agrees()


@pytest.mark.parametrize(
    "removed", [Milestone, Statement, ProductName, Participation, Article, Partnership]
)
def test_removed_record_is_found_no_more(
    partnership: Partnership, leica: Company, removed: type[Record]
) -> None:
    make.partnership(leica, make.company("Sharp"), make.company("SoftBank"))
    launch = make.launch("Leitz Phone", leica)
    make.claim(ProductName(launch=launch, name="Leitz Phone One"))
    make.milestone(launch, "launched", "2022", note="Glass.")
    make.milestone(partnership, "began", "2022", note="Glass.")
    make.statement("Glass matters.", "2022", speaker=make.person(), company=leica)
    make.article("2022", text="Of glass.")
    row = removed._base_manager.order_by("pk").last()
    assert row is not None
    remove(row)
    assert agrees()


def test_merged_and_undone_companies_are_found_as_what_they_are(partnership: Partnership) -> None:
    leitz = make.company("Leitz")
    kept = Company.objects.get(name="Leica")
    merged = merging.merge(kept, leitz, {}, None)
    assert found("leitz") == ["brand: Leica", "partnership: Xiaomi and Leica"]
    assert agrees()
    reverting.revert(reverting.of_batch(merged), None)
    assert found("leitz") == ["brand: Leitz"]
    assert agrees()


def test_refused_batch_leaves_the_index_alone(leica: Company) -> None:
    with pytest.raises(recording.Refused), recording.batch() as batch:
        batch.record(Company(name="Lumix", slug="lumix"))
        batch.record(Statement(text="Nobody said so."))
    assert found("lumix") == []
    assert agrees()


DRIFTS: dict[str, Callable[[], object]] = {
    "emptied": lambda: SearchEntry.objects.all().delete(),
    "other words": lambda: SearchEntry.objects.update(words="nothing"),
    "other days": lambda: SearchEntry.objects.update(known_from="1999-01-01"),
    "names forgotten": lambda: NameWord.objects.all().delete(),
    "names made up": lambda: NameWord.objects.create(word="lecia", left="lecia"),
    "an entry of nothing": lambda: SearchEntry.objects.create(place=1, kind="brand", record=999),
}


@pytest.mark.parametrize("drift", DRIFTS.values(), ids=DRIFTS)
def test_check_finds_drift_and_rebuild_mends_it(
    partnership: Partnership, drift: Callable[[], object], capsys: pytest.CaptureFixture[str]
) -> None:
    with recording.as_recording():
        drift()
    with pytest.raises(CommandError):
        call_command("check_timeline")
    assert "in search:" in capsys.readouterr().out
    call_command("rebuild_timeline")
    call_command("check_timeline")
    assert found("leica")[0] == "brand: Leica"


def test_migration_fills_the_index_of_what_was_recorded_before() -> None:
    call_command("loaddata", "seed", "demonstration", verbosity=0)
    migration = import_module("partnerships.migrations.0010_search_filled")
    with recording.as_recording():
        migration.empty(apps, connection.schema_editor())
        assert found("leica") == []
        migration.fill(apps, connection.schema_editor())
    assert agrees()


@pytest.mark.django_db(transaction=True)
def test_emptied_tables_leave_nothing_to_be_found() -> None:
    make.company("Leica")
    with recording.as_recording():
        call_command("flush", interactive=False, verbosity=0)
    make.company("Sharp")
    assert found("leica") == []
    assert found("sharp") == ["brand: Sharp"]


def test_text_of_very_many_words_is_found_by_its_first(leica: Company) -> None:
    words = [f"w{number}" for number in range(120_000)]
    make.article("2022", text=" ".join(words), title="Long")
    assert found(words[0]) == found(words[15_000]) == ["article: Long (2022)"]
    assert found(words[-1]) == []


def test_index_of_a_text_stays_within_what_postgresql_can_keep() -> None:
    """Each of these letters is written out with four, of two bytes each."""
    text = " ".join(islice(map("".join, product("ﷲﷳﷴﷶﷷﷸ", repeat=10)), 10_000))
    words = Document(SearchKind.ARTICLE, 1, 0, None, text=text).fields["words"]
    assert 300_000 < len(words.encode()) <= MOST_BYTES
