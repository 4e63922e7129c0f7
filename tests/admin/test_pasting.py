"""What is pasted as an article, however odd: kept, cleaned or refused, and never an error of ours.

The letters and numbers are those of the catalogue of inputs that the issues speak of."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from partnerships.models import Article, text
from tests import factories
from tests.admin import address, problems, send, typed

pytestmark = pytest.mark.django_db

LONGEST = text.LONGEST_TEXT
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)><svg><set attributeName=href>"
TEMPLATE = "{{ 7*7 }} {% load x %} %(x)s ${jndi:ldap://x}"
RECORDS = 'id: 1\n--- !yaml\n[{"model": "partnerships.article"}]\n=== 2022-05-24 ==='
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ZALGO = "Z" + "\u0351" * 1000


def paste(client: Client, pasted: str, **more: str) -> Any:
    return client.post(address(Article, "add"), {"text": pasted, **more})


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        pytest.param("語" * LONGEST, "語" * LONGEST, id="P2 3 MB"),
        pytest.param("Xiaomi\0 and Leica", "Xiaomi and Leica", id="P5 NUL"),
        pytest.param("a\x1bb\x0bc\x08d\ufffee", "abcde", id="P6 control characters"),
        pytest.param(MARKUP, MARKUP, id="P8 markup"),
        pytest.param(TEMPLATE, TEMPLATE, id="P9 template"),
        pytest.param("Apple \u202eelppA", "Apple \u202eelppA", id="P11 direction"),
        *(
            pytest.param(
                part * (100_000 // len(part)), part * (100_000 // len(part)), id=f"P12 {part}"
            )
            for part in ("(", "&:;", "a@", "<")
        ),
        pytest.param("x" * LONGEST, "x" * LONGEST, id="P13 one line"),
        pytest.param("a" + "\r\n" * 900_000 + "b", "a" + "\n" * 900_000 + "b", id="P13 lines"),
        pytest.param(
            " ".join(map(str, range(130_000))), " ".join(map(str, range(130_000))), id="P15 words"
        ),
        pytest.param(RECORDS, RECORDS, id="P18 records"),
        pytest.param(FAMILY, FAMILY, id="P19 family"),
        pytest.param(ZALGO, ZALGO, id="P19 marks"),
    ],
)
def test_a_text_is_kept(client: Client, pasted: str, kept: str) -> None:
    assert paste(client, pasted).status_code == 302
    article = Article.objects.get()
    assert article.text == kept
    assert client.get(article.get_absolute_url()).status_code == 200
    for page in ("change", "history", "delete"):
        assert client.get(address(Article, page, article.pk)).status_code == 200


@pytest.mark.parametrize(
    ("pasted", "problem"),
    [
        pytest.param("", "Give the text, or where it can be found", id="P1 empty"),
        pytest.param(" \r\n\t", "Give the text, or where it can be found", id="P1 spaces"),
        pytest.param("\u200b\u200b \ufeff", "Give the text, or where it", id="P1 invisible"),
        pytest.param("x" * (LONGEST + 1), "It has 1,000,001 characters", id="P3 too long"),
    ],
)
def test_a_text_is_refused_and_stays_in_the_form(client: Client, pasted: str, problem: str) -> None:
    answer = paste(client, pasted, language="en")
    assert answer.status_code == 200
    assert [each[: len(problem)] for each in problems(answer)] == [problem]
    assert typed(answer)["text"] == pasted
    assert not Article.objects.exists()


def test_half_a_character_in_a_fixture_is_refused(tmp_path: Path) -> None:
    """P7. A form cannot send one: what is no UTF-8 arrives as replacement characters."""
    row = {"model": "partnerships.article", "fields": {"text": "a\ud800b"}}
    file = tmp_path / "rows.json"
    file.write_text(json.dumps([row]), encoding="utf-8")
    with pytest.raises(CommandError, match="half a character"):
        call_command("loaddata", str(file), verbosity=0)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        pytest.param(b"Caf\xe9 \x93Leica\x94", "Caf\ufffd \ufffdLeica\ufffd", id="P10 cp1252"),
        pytest.param(b"a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb", id="P7 surrogate"),
    ],
)
def test_bytes_that_are_no_utf8_are_marked_as_lost(client: Client, sent: bytes, kept: str) -> None:
    body = b"text=" + b"".join(b"%%%02X" % byte for byte in sent)
    answer = client.post(
        address(Article, "add"), body, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 302
    assert Article.objects.get().text == kept


@pytest.mark.parametrize("odd", [MARKUP, TEMPLATE])
def test_what_looks_like_code_is_shown_as_it_was_typed(client: Client, odd: str) -> None:
    """P8, P9."""
    assert paste(client, odd, title=odd).status_code == 302
    article = Article.objects.get()
    for page in (
        article.get_absolute_url(),
        "/articles/",
        address(Article, "changelist"),
        address(Article, "change", article.pk),
        address(Article, "history", article.pk),
        address(Article, "delete", article.pk),
    ):
        html = client.get(page).content.decode()
        assert not [each for each in ("<script>alert", "<img src=x", "<svg><set") if each in html]
        assert " 49 " not in html


def test_a_text_may_change_the_direction_of_itself_only(client: Client) -> None:
    """P11."""
    article = factories.article(text="Apple \u202eelppA")
    html = client.get(article.get_absolute_url()).content.decode()
    assert "<bdi>Apple \u202eelppA</bdi>" in html


@pytest.mark.parametrize("pasted", ["(" * 100_000, "&:;" * 33_000, "x" * LONGEST, "a\n" * 500_000])
def test_the_page_of_an_odd_text_is_there_within_a_second(client: Client, pasted: str) -> None:
    """P12, P13."""
    article = factories.article(text=pasted)
    client.get("/")
    start = time.process_time()
    assert client.get(article.get_absolute_url()).status_code == 200
    assert time.process_time() - start < 1


def test_a_second_copy_is_pointed_to_the_first(client: Client) -> None:
    """P16: also the second of two clicks."""
    paste(client, "One\r\nTwo", title="A title")
    first = Article.objects.get()
    [problem] = problems(paste(client, "One\nTwo"))
    assert problem == (
        "There is an article with this very text already: "
        f'<a href="{address(first, "change", first.pk)}">A title</a>.'
    )
    assert list(Article.objects.all()) == [first]


def test_an_address_that_is_there_is_pointed_to(client: Client) -> None:
    first = factories.article(url="https://example.org/a")
    [problem] = problems(paste(client, "", url="https://example.org/a"))
    assert address(first, "change", first.pk) in problem


def test_the_form_sends_a_text_as_it_is(client: Client) -> None:
    html = client.get(address(Article, "add")).content.decode()
    assert 'enctype="multipart/form-data"' in html


def test_the_text_of_an_article_is_cleaned_once(client: Client) -> None:
    paste(client, "a\x1bb\x85c")
    article = Article.objects.get()
    assert send(client, address(Article, "change", article.pk), title="New").status_code == 302
    article.refresh_from_db()
    assert (article.text, article.title) == ("ab\nc", "New")
