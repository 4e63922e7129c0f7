"""Read an article: pasted or dropped, as text or HTML, its suggestions wait for review."""

from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from partnerships import reviewing
from partnerships.models import Article, Batch
from tests.admin import account_in, signed_in
from tests.admin.test_races import at_once
from tests.reviewing.readings import seed_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

TEXT = """Norr and Vale team up for a watch

By Ada Grey

Norr and Vale today announced a partnership to develop a watch. It goes on sale on 4 July.

“We are glad to work with Norr on this watch,” said Eva Lind, CEO of Vale.
"""
TOO_LONG = "word " * 200_000 + "s"
HTML = f"""<!doctype html><html lang="en"><head><title>Norr and Vale team up</title>
<meta property="og:site_name" content="The Bow Paper">
<meta property="article:published_time" content="2024-05-24T10:00:00Z"></head>
<body><nav>Home News</nav><article>{"".join(f"<p>{each}</p>" for each in TEXT.splitlines())}
</article><script>alert(1)</script></body></html>"""


def paste(client: Client, **data: Any) -> Any:
    return client.post(reverse("admin:partnerships_article_read"), data)


def review_of(article: Article) -> str:
    return reverse("admin:partnerships_article_review", args=[article.pk])


def test_a_pasted_text_is_read_and_leads_to_its_review(client: Client) -> None:
    answer = paste(client, pasted=TEXT, published="24 May 2024")
    article = Article.objects.get()
    assert answer["Location"] == review_of(article)
    assert (article.title, article.published) == ("Norr and Vale team up for a watch", "2024-05-24")
    kinds = set(article.suggestions.values_list("kind", flat=True))
    assert {"partnership", "statement"} <= kinds


def test_the_day_in_the_first_line_is_found(client: Client) -> None:
    paste(client, pasted=f"date 2024-05-24\n\n{TEXT}")
    assert Article.objects.get().published == "2024-05-24"


def test_a_page_of_html_becomes_text_with_what_it_says_of_itself(client: Client) -> None:
    paste(client, pasted=HTML)
    article = Article.objects.get()
    assert (article.publisher, article.published, article.language) == (
        "The Bow Paper",
        "2024-05-24",
        "en",
    )
    assert "Norr and Vale today announced a partnership" in article.text
    assert [each for each in ("<p>", "alert", "Home News") if each in article.text] == []


def test_a_file_is_read(client: Client) -> None:
    paste(client, file=SimpleUploadedFile("article.html", HTML.encode()))
    assert Article.objects.get().publisher == "The Bow Paper"


def test_a_file_of_html_is_known_by_its_name(client: Client) -> None:
    content = f"{TEXT}<p>Vale told <b>more</b> today.".encode()
    paste(client, file=SimpleUploadedFile("part.htm", content))
    assert "Vale told more today." in Article.objects.get().text


def test_a_text_that_mentions_a_tag_stays_as_it_is(client: Client) -> None:
    text = f"{TEXT}\nNorr ends each paragraph with </p>, said Vale.\n"
    paste(client, pasted=text)
    assert Article.objects.get().text == text.strip()


@pytest.mark.parametrize("lang", ["klingon!", "x" * 40, "<b>", "en_GB.UTF-8", "{{ page.lang }}"])
def test_a_language_that_is_none_is_left_out(client: Client, lang: str) -> None:
    paste(client, pasted=HTML.replace('lang="en"', f'lang="{lang}"'))
    assert Article.objects.get().language == ""


def test_what_is_typed_stands_before_what_is_found(client: Client) -> None:
    paste(client, pasted=HTML, publisher="Another Paper")
    assert Article.objects.get().publisher == "Another Paper"


def test_the_same_text_again_leads_to_its_article(client: Client) -> None:
    article = seed_article()
    answer = paste(client, pasted=article.text)
    assert (answer["Location"], Article.objects.count()) == (review_of(article), 1)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"pasted": ""}, "Paste the text of an article, or choose a file."),
        ({"pasted": "   \n "}, "Paste the text of an article, or choose a file."),
        ({"pasted": "<p></p>"}, "There is no text in it."),
        ({"pasted": TOO_LONG}, "It has 1,000,001 characters; 1,000,000 are the most."),
        ({"pasted": f"<p>{TOO_LONG}</p>"}, "1,000,000 are the most."),
        (
            {"file": SimpleUploadedFile("a.html", f"<p>{TOO_LONG}</p>".encode())},
            "It has 1,000,001 characters; 1,000,000 are the most.",
        ),
        ({"file": SimpleUploadedFile("a.txt", TOO_LONG.encode())}, "1,000,000 are the most."),
        ({"pasted": "“" * 1_000_001}, "It has 1,000,001 characters; 1,000,000 are the most."),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF")}, "ends in .txt or .html"),
        ({"file": SimpleUploadedFile("a.txt", b"\x00\x01\xff")}, "This is no text"),
    ],
)
def test_what_is_no_article_is_told_and_nothing_is_kept(
    client: Client, data: dict[str, Any], problem: str
) -> None:
    answer = paste(client, **data)
    assert problem in answer.content.decode()
    assert (Article.objects.count(), Batch.objects.count()) == (0, 0)


def test_the_longest_text_is_taken(client: Client) -> None:
    paste(client, pasted="“" * 1_000_000, published="24 May 2024")
    assert len(Article.objects.get().text) == 1_000_000


def test_a_contributors_article_waits_and_readers_do_not_see_it(client: Client) -> None:
    paste(signed_in(account_in("Contributors")), pasted=TEXT, published="24 May 2024")
    article = Article.objects.get()
    assert Client().get(article.get_absolute_url()).status_code == 404
    queue = client.get(reverse("admin:partnerships_article_changelist"), {"review": "waiting"})
    assert f'href="{review_of(article)}"' in queue.content.decode()
    assert "Contributors" in queue.content.decode()
    assert "1 article waits for review" in client.get(reverse("admin:index")).content.decode()


def test_an_article_is_shown_once_something_of_it_is_accepted(client: Client) -> None:
    paste(client, pasted=TEXT, published="24 May 2024")
    article = Article.objects.get()
    suggestion = article.suggestions.filter(kind="partnership")[0]
    name = "admin:partnerships_article_review_accept"
    client.post(reverse(name, args=[article.pk, suggestion.public_id]))
    assert Client().get(article.get_absolute_url()).status_code == 200


def test_who_may_not_suggest_may_not_paste() -> None:
    staff = signed_in(User.objects.create_user("staff", is_staff=True))
    assert paste(staff, pasted=TEXT).status_code == 403


def test_the_list_says_how_many_of_an_articles_suggestions_wait(client: Client) -> None:
    paste(client, pasted=TEXT, published="24 May 2024")
    article = Article.objects.get()
    total = article.suggestions.count()
    reviewing.reject(article.suggestions.all()[0], None, "not-relevant")
    shown = client.get(reverse("admin:partnerships_article_changelist")).content.decode()
    assert f'<a href="{review_of(article)}">{total - 1} of {total} waiting</a>' in shown


@pytest.mark.django_db(transaction=True)
def test_two_who_paste_the_same_text_at_once_are_led_to_one_article() -> None:
    editors = [signed_in(User.objects.create_superuser(name)) for name in ("ada", "berta")]
    address = reverse("admin:partnerships_article_read")
    data = {"pasted": TEXT, "published": "24 May 2024"}
    answers = at_once([partial(each.post, address, data) for each in editors])
    assert (answers, Article.objects.count()) == ([302, 302], 1)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">'])
def test_markup_in_a_text_is_shown_as_text(client: Client, hostile: str) -> None:
    paste(client, pasted=f"{TEXT}\n\nNorr said: {hostile}\n", title=hostile)
    shown = client.get(review_of(Article.objects.get())).content.decode()
    assert (hostile in shown, shown.count(escape(hostile)) >= 2) == (False, True)


def test_template_code_in_a_text_is_text(client: Client) -> None:
    paste(client, pasted=f"{TEXT}\n\nNorr {{{{ 7|add:7 }}}} {{% load x %}} ${{jndi:a}} %(x)s")
    shown = client.get(review_of(Article.objects.get())).content.decode()
    assert "Norr {{ 7|add:7 }} {% load x %} ${jndi:a} %(x)s" in shown


def test_a_text_that_is_refused_stays_in_the_form(client: Client) -> None:
    answer = paste(client, pasted=TEXT, published="some day or other")
    assert (Article.objects.count(), answer.context["form"]["pasted"].value()) == (0, TEXT)


def test_a_text_that_is_too_long_is_refused_and_told(client: Client) -> None:
    words = "Norr and Vale work together. " * 40_000
    answer = paste(client, pasted=words)
    assert "are the most" in answer.content.decode()
    assert answer.context["form"]["pasted"].value() == words


def test_thousands_of_pairs_are_capped_and_told(client: Client) -> None:
    lines = (
        f"Nor{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{n} AG and Val{n} Inc. announced a "
        "partnership."
        for n in range(1500)
    )
    answer = client.post(
        reverse("admin:partnerships_article_read"), {"pasted": "\n\n".join(lines)}, follow=True
    )
    article = Article.objects.get()
    assert (answer.status_code, article.suggestions.count()) == (200, reviewing.MOST)
    assert "only the first" in answer.content.decode()
