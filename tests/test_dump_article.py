"""dump_article: an article with all that was filed from it, as a fixture that loads alone."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from partnerships.models import Article
from partnerships.publishing import fixtures
from tests import factories as make

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
ARTICLES = Path(__file__).resolve().parent / "reading" / "annotated"
SEED_ARTICLE = "wzzafe3mcm3y"


def dump(article: Article | str) -> str:
    found = Article.objects.get(public_id=article) if isinstance(article, str) else article
    return fixtures.as_json(fixtures.of_article(found))


@contextmanager
def for_a_while() -> Iterator[None]:
    """What is recorded in the block is gone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def loaded_alone(article: Article, fixture: str, file: Path) -> str:
    """What is dumped of the article from a database that holds the fixture alone."""
    assert not Article.objects.exists()
    file.write_text(fixture, encoding="utf-8")
    with for_a_while():
        call_command("loaddata", str(file), verbosity=0)
        call_command("check_timeline")
        return dump(article.public_id)


def kinds(fixture: str) -> Counter[str]:
    return Counter(each["model"].removeprefix("partnerships.") for each in json.loads(fixture))


def test_the_seed_article_gives_the_seed() -> None:
    call_command("loaddata", "seed", verbosity=0)
    assert dump(SEED_ARTICLE) == (FIXTURES / "seed.json").read_text(encoding="utf-8")


def test_beside_other_articles_the_seed_article_still_gives_all_of_the_seed() -> None:
    call_command("loaddata", "seed", "demonstration", verbosity=0)
    seed = json.loads((FIXTURES / "seed.json").read_text(encoding="utf-8"))
    dumped = json.loads(dump(SEED_ARTICLE))
    assert [each for each in seed if each not in dumped] == []
    # The demonstration knows more names of the companies, and nothing else of what is told.
    assert {each["model"] for each in dumped if each not in seed} == {"partnerships.companyname"}


@pytest.mark.parametrize("text", sorted(ARTICLES.glob("*.txt"))[:6], ids=lambda path: path.stem)
def test_what_is_read_and_filed_comes_back_to_the_byte(text: Path, tmp_path: Path) -> None:
    with for_a_while():
        call_command("read_article", "--file", str(text))
        article = Article.objects.get()
        dumped = dump(article)
    assert loaded_alone(article, dumped, tmp_path / "article.json") == dumped


def test_any_article_of_the_demonstration_loads_alone(tmp_path: Path) -> None:
    with for_a_while():
        call_command("loaddata", "seed", "demonstration", verbosity=0)
        dumped = {each: dump(each) for each in Article.objects.order_by("public_id")[::16]}
    again = {
        each: loaded_alone(each, fixture, tmp_path / "article.json")
        for each, fixture in dumped.items()
    }
    assert again == dumped


def test_a_milestone_of_a_partnership_known_from_elsewhere_brings_who_takes_part(
    tmp_path: Path,
) -> None:
    with for_a_while():
        partnership = make.partnership(make.company("Leica"), make.company("Xiaomi"))
        article = make.article("2022-05-24")
        make.milestone(partnership, "announced", "2022-05-24", article)
        dumped = dump(article)
    assert kinds(dumped)["participation"] == 2
    assert loaded_alone(article, dumped, tmp_path / "article.json") == dumped


def test_what_another_article_says_of_the_same_is_left_out() -> None:
    partnership = make.partnership()
    one, other = make.article("2022-05-24"), make.article("2022-05-25")
    make.milestone(partnership, "announced", "2022-05-24", one, other)
    make.milestone(partnership, "ended", "2022-05-25", other)
    cited = [
        each["fields"]["article"]
        for each in json.loads(dump(one))
        if "milestone" in each["fields"] and each["model"] == "partnerships.citation"
    ]
    assert (cited, kinds(dump(one))["milestone"]) == ([[one.public_id]], 1)


def test_a_brand_comes_after_the_company_it_is_part_of(tmp_path: Path) -> None:
    with for_a_while():
        brand, article = make.company("AKG"), make.article("2022-05-24")
        make.partnership(brand, make.company("Leica"), source=article)
        brand.part_of = make.company("Harman")
        make.record(brand)
        dumped = dump(article)
    names = [each["fields"].get("name") for each in json.loads(dumped)]
    assert names[:3] == ["Harman", "AKG", "Leica"]
    assert loaded_alone(article, dumped, tmp_path / "article.json") == dumped


def test_an_article_that_nothing_cites_is_written_alone() -> None:
    assert kinds(dump(make.article("2022-05-24", "Words."))) == {"article": 1}


def test_what_is_derived_is_not_written() -> None:
    call_command("loaddata", "seed", verbosity=0)
    written = {name for each in json.loads(dump(SEED_ARTICLE)) for name in each["fields"]}
    assert written & {"key", "known_from", "digest", "version", "occurred_latest"} == set()


# The command


def output_of(capsys: Any, *arguments: str) -> str:
    call_command("dump_article", *arguments)
    return str(capsys.readouterr().out)


@pytest.mark.parametrize("slug", [SEED_ARTICLE, "article-of-24-may-2022"])
def test_it_is_printed_by_public_id_or_by_headline(capsys: Any, slug: str) -> None:
    call_command("loaddata", "seed", verbosity=0)
    assert output_of(capsys, slug) == (FIXTURES / "seed.json").read_text(encoding="utf-8")


def test_it_is_written_to_a_file(capsys: Any, tmp_path: Path) -> None:
    call_command("loaddata", "seed", verbosity=0)
    file = tmp_path / "again.json"
    told = output_of(capsys, SEED_ARTICLE, "--output", str(file))
    assert told == f"{file} has 41 records.\n"
    assert file.read_text(encoding="utf-8") == (FIXTURES / "seed.json").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    make.article("2022", title="One")
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("dump_article", "one", "--output", str(tmp_path / "none" / "file.json"))


def test_an_unknown_slug_is_answered_with_near_ones() -> None:
    near = make.article("2022", title="Xiaomi and Leica")
    make.article("2022", title="Nothing of the kind")
    with pytest.raises(CommandError) as refusal:
        call_command("dump_article", "xiaomi-leica")
    assert str(refusal.value) == (
        f"There is no article xiaomi-leica. Near it: {near.public_id} (xiaomi-and-leica)."
    )


def test_an_unknown_slug_that_nothing_is_near_says_where_slugs_stand() -> None:
    with pytest.raises(CommandError, match="the last part of its address"):
        call_command("dump_article", "xiaomi-leica")


def test_a_headline_of_two_articles_is_answered_with_both() -> None:
    for _ in range(2):
        make.article("2022", title="Xiaomi and Leica")
    with pytest.raises(CommandError, match=r"Several articles .* \(xiaomi-and-leica\), .*\)\.$"):
        call_command("dump_article", "xiaomi-and-leica")
