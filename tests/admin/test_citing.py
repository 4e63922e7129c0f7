"""Citing: the passage is found in the article's text, and its place with it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from partnerships.models import (
    Article,
    Citation,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
)
from tests import factories
from tests.admin import address, only_with, problems, rights_of, rows, send

pytestmark = pytest.mark.django_db

TEXT = "Leica und Xiaomi 📷 arbeiten zusammen. Xiaomi baut Telefone.\nLeica baut Kameras."

NOT_THERE = "The article has no such passage: copy it from its text, unchanged."
TWICE = "The article has this passage 2 times: copy more of the words around it."
NOT_KEPT = "The text of this article is not kept: leave the passage empty."
MISSING = "The text of this article is kept: copy the passage that says so."
NO_ARTICLE = "Choose the article that says so."
SUPPORTS_ONE = (
    "A citation supports one thing: a milestone, a statement, a participation or a product's name."
)
WHOSE = "Choose the article that this passage stands in."


@pytest.fixture
def source() -> Article:
    return factories.article("2022-05-24", TEXT)


@pytest.fixture
def launch() -> ProductLaunch:
    return factories.launch("Leitz Phone")


def typed_name(article: object, passage: str) -> dict[str, object]:
    row = {"name": "P9", "kind": "official", "article": article, "passage": passage}
    return rows("names", row, first=1)


def test_the_place_counts_characters_not_bytes(
    client: Client, source: Article, launch: ProductLaunch
) -> None:
    url = address(ProductLaunch, "change", launch.pk)
    assert send(client, url, **typed_name(source.pk, "arbeiten zusammen")).status_code == 302
    citation = launch.names.get(name="P9").citations.get()
    assert (citation.start, citation.end) == (19, 36)


def test_a_passage_over_two_lines_is_found(
    client: Client, source: Article, launch: ProductLaunch
) -> None:
    url = address(ProductLaunch, "change", launch.pk)
    send(client, url, **typed_name(source.pk, "Telefone.\r\nLeica"))
    assert launch.names.get(name="P9").citations.get().passage == "Telefone.\nLeica"


@pytest.mark.parametrize(
    ("passage", "problem"),
    [("arbeiten alleine", NOT_THERE), ("Xiaomi", TWICE), ("", MISSING)],
)
def test_a_passage_must_be_found_once(
    client: Client, source: Article, launch: ProductLaunch, passage: str, problem: str
) -> None:
    url = address(ProductLaunch, "change", launch.pk)
    assert problems(send(client, url, **typed_name(source.pk, passage))) == [problem]
    assert launch.names.count() == 1


def test_a_passage_needs_a_kept_text(client: Client, launch: ProductLaunch) -> None:
    unkept = factories.article()
    url = address(ProductLaunch, "change", launch.pk)
    assert problems(send(client, url, **typed_name(unkept.pk, "Leica"))) == [NOT_KEPT]
    assert send(client, url, **typed_name(unkept.pk, "")).status_code == 302


@pytest.mark.parametrize(("passage", "problem"), [("", NO_ARTICLE), ("Leica", WHOSE)])
def test_a_new_claim_needs_an_article(
    client: Client, launch: ProductLaunch, passage: str, problem: str
) -> None:
    url = address(ProductLaunch, "change", launch.pk)
    assert problems(send(client, url, **typed_name("", passage))) == [problem]


def test_a_claim_that_is_cited_already_takes_one_citation_more(
    client: Client, source: Article
) -> None:
    partnership = factories.partnership()
    url = address(Partnership, "change", partnership.pk)
    more = {"participations-0-article": source.pk, "participations-0-passage": "Leica und Xiaomi"}
    assert send(client, url, **more).status_code == 302
    assert [each.citations.count() for each in partnership.participations.all()] == [2, 1]
    assert problems(send(client, url, **more)) == ["This is cited for it already."]


def test_the_citations_of_a_row_stand_beside_it_as_links(client: Client) -> None:
    source = factories.article(title="Leica and Huawei")
    partnership = factories.partnership(source=source)
    page = client.get(address(Partnership, "change", partnership.pk)).content.decode()
    for citation in Citation.objects.all():
        link = f'<a href="{source.get_absolute_url()}">Leica and Huawei'
        assert f'<a href="{address(Citation, "change", citation.pk)}">Change</a>' in page
        assert page.count(link) == 2  # once a citation


def test_a_passage_is_corrected_on_the_citation_s_page(client: Client, source: Article) -> None:
    milestone = factories.milestone(factories.partnership(), "began", "2016")
    citation = milestone.citations.get()
    url = address(Citation, "change", citation.pk)
    send(client, url, article=source.pk, passage="Leica und Xiaomi")
    send(client, url, passage="Xiaomi baut Telefone")
    citation.refresh_from_db()
    assert (citation.start, citation.end) == (38, 58)


def test_a_citation_moves_to_another_claim_unless_its_own_would_have_none(
    client: Client,
) -> None:
    partnership = factories.partnership()
    first = factories.milestone(
        partnership, "began", "2016", factories.article(), factories.article()
    )
    second = factories.milestone(partnership, "ended", "2022")
    for citation, status in zip(first.citations.all(), (302, 200), strict=True):
        url = address(Citation, "change", citation.pk)
        assert send(client, url, milestone=second.pk).status_code == status
    assert (first.citations.count(), second.citations.count()) == (1, 2)


def test_a_citation_supports_one_thing(client: Client) -> None:
    partnership = factories.partnership()
    answer = send(
        client,
        address(Citation, "add"),
        article=factories.article().pk,
        milestone=factories.milestone(partnership, "began", "2016").pk,
        participation=partnership.participations.first().pk,
    )
    assert problems(answer) == [SUPPORTS_ONE]


def test_a_passage_that_stands_twice_stays_where_it_was_recorded(
    client: Client, source: Article
) -> None:
    milestone = factories.milestone(factories.partnership(), "began", "2016")
    factories.record(factories.cite(milestone, source, "Xiaomi"))
    citation = Citation.objects.get(passage="Xiaomi")
    assert send(client, address(Citation, "change", citation.pk)).status_code == 302
    assert send(client, address(Milestone, "change", milestone.pk), note="New.").status_code == 302
    citation.refresh_from_db()
    assert citation.start == TEXT.index("Xiaomi")


class TestArticle:
    def test_tells_what_cites_it(self, client: Client) -> None:
        source = factories.article()
        partnership = factories.partnership(
            factories.company("Huawei"), factories.company("Leica"), source=source
        )
        page = client.get(address(Article, "change", source.pk)).content.decode()
        assert "Participation: Huawei and Leica: Leica as partner" in page
        citation = partnership.participations.first().citations.get()
        assert f'<a href="{address(Citation, "change", citation.pk)}">' in page

    def test_keeps_its_text_once_it_is_cited(self, client: Client, source: Article) -> None:
        url = address(Article, "change", source.pk)
        assert send(client, url, text=f"{TEXT} More.").status_code == 302
        source.refresh_from_db()
        milestone = factories.milestone(factories.partnership(), "began", "2016")
        factories.record(factories.cite(milestone, source, "zusammen"))
        page = client.get(url)
        assert "It is cited: its words stay as they are" in page.content.decode()
        assert send(client, url, title="New", text="Other").status_code == 302
        source.refresh_from_db()
        assert (source.title, source.text) == ("New", f"{TEXT} More.")


def test_an_article_with_its_claims_is_found_by_each_place() -> None:
    article = Article(text="aaa bb aaa")
    assert [article.places_of(each) for each in ("aa", "bb", "c", "")] == [
        [0, 1, 7, 8],
        [4],
        [],
        [],
    ]


def test_a_claim_without_change_permission_shows_no_inputs_for_citations(
    client: Client, editor: User
) -> None:
    only_with(editor, [each for each in rights_of(editor) if each.codename.startswith("view")])
    partnership = factories.partnership()
    factories.milestone(partnership, "began", "2016")
    answer = client.get(address(Partnership, "change", partnership.pk))
    assert answer.status_code == 200
    assert b"-passage" not in answer.content
    participation = Participation.objects.first()
    assert client.get(address(Participation, "change", participation.pk)).status_code == 200
