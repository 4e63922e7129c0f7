"""The commands that read articles from files and score the reader."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from partnerships import reviewing
from partnerships.models import Article, Statement
from tests import factories

pytestmark = pytest.mark.django_db
ANNOTATED = Path(__file__).parent / "reading" / "annotated"
SEED = ANNOTATED / "00-seed.txt"


def output_of(capsys: Any, *arguments: str) -> str:
    call_command(*arguments)
    return str(capsys.readouterr().out)


def test_a_reading_is_printed_with_words_and_rules(capsys: Any) -> None:
    told = output_of(capsys, "read_article", str(SEED))
    assert "  partnership  Xiaomi + Leica: announced, since 2022-05-24" in told
    assert "  statement    Matthias Harsch, CEO, Leica: “We are convinced" in told


def test_json_is_in_the_format_of_the_annotated_articles(capsys: Any) -> None:
    told = json.loads(output_of(capsys, "read_article", "--json", "--cold", str(SEED)))
    assert set(told) == set(json.loads(SEED.with_suffix(".json").read_text()))


def test_one_file_an_article_is_written(tmp_path: Path) -> None:
    call_command("read_article", "--output", str(tmp_path / "new"), str(SEED))
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["00-seed.json"]


def test_saving_keeps_the_article_with_its_suggestions_once() -> None:
    call_command("read_article", "--save", str(SEED))
    call_command("read_article", "--save", str(SEED))
    article = Article.objects.get()
    assert (article.published, article.named_source) == ("2022-05-24", "Leica")
    assert article.suggestions.count() == article.suggestions.open().count() > 0


def test_filing_files_what_is_certain() -> None:
    call_command("read_article", "--file", str(SEED))
    assert Statement.objects.count() == 2
    assert Article.objects.get().suggestions.open().exists()


def test_filing_leaves_to_an_editor_what_may_be_known_by_another_spelling(capsys: Any) -> None:
    factories.company("Leica Camera")
    told = output_of(capsys, "read_article", "--file", str(SEED))
    article = Article.objects.get()
    known = reviewing.Known.of(list(article.suggestions.all()))
    waiting = article.suggestions.open()
    assert [each for each in waiting if known.is_certain(each)] == []
    assert (Statement.objects.count(), waiting.count()) == (0, article.suggestions.count())
    assert f"Filed: 0. Waiting for an editor: {waiting.count()}." in told


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "No such file"), (b"\xff\xfe\xff", "is not UTF-8"), (b"x" * 1_000_001, "are the most")],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes | None, problem: str) -> None:
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=problem):
        call_command("read_article", str(path))


def test_the_figures_are_printed_cold_and_warm(capsys: Any) -> None:
    told = output_of(capsys, "score_reading", str(ANNOTATED), "--errors")
    assert [each for each in ("cold\n", "\nwarm\n", "  missed  ") if each not in told] == []


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="has no annotated articles"):
        call_command("score_reading", str(tmp_path))
