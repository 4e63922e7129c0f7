"""Lists and choices: records are found by any form of their names, in as many queries as one."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnerships import recording
from partnerships.models import (
    Article,
    Citation,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Statement,
)
from tests import factories
from tests.admin import address, only_with

pytestmark = pytest.mark.django_db

MODELS = [
    Article,
    Citation,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Statement,
]


def everything() -> None:
    """One record of each kind more."""
    number = Article.objects.count()
    source = factories.article("2022-05-24", publisher="Reuters", url=f"https://r.example/{number}")
    company = factories.company(country="DE")
    factories.company(part_of=company)
    partnership = factories.partnership(
        company, factories.company(), source=source, kinds=["supply"], scope="phones"
    )
    launch = factories.launch(maker=company, source=source, partnership=partnership)
    factories.milestone(partnership, "announced", "2022-05-24", source)
    factories.milestone(launch, "announced", "2022-05-24", source, due="2022-07")
    person = factories.person(f"Person {number}")
    about = {"company": company, "speaker": person, "partnership": partnership}
    factories.statement("Words.", "2022-05-24", source, **about)


def found(client: Client, model: Any, query: str) -> list[Any]:
    answer = client.get(address(model, "changelist"), {"q": query})
    assert answer.status_code == 200
    return list(answer.context["cl"].result_list)


@pytest.fixture
def zeiss() -> Company:
    company = factories.company("ZEISS", legal_name="Carl Zeiss AG")
    factories.company("Sony")
    return company


@pytest.mark.parametrize("query", ["zeiss", "ＺＥＩＳＳ", "Carl Ze", '"carl zeiss"', "ag zeiss"])
def test_a_company_is_found_by_every_form_of_its_name(
    client: Client, zeiss: Company, query: str
) -> None:
    assert found(client, Company, query) == [zeiss]


@pytest.mark.parametrize("query", ["nokia", "zeiss sony", '"zeiss carl"', "%", "\u200b zeisz"])
def test_what_is_not_there_is_not_found(client: Client, zeiss: Company, query: str) -> None:
    assert found(client, Company, query) == []


def test_a_partnership_is_found_by_names_of_several_companies(
    client: Client, zeiss: Company
) -> None:
    partnership = factories.partnership(zeiss, factories.company("vivo"), slug="first")
    factories.partnership(zeiss, factories.company("Nokia"), slug="second")
    assert found(client, Partnership, "vivo carl") == [partnership]


def test_claims_are_found_by_their_companies_and_products(client: Client, zeiss: Company) -> None:
    partnership = factories.partnership(zeiss, factories.company("vivo"))
    launch = factories.launch("Lumia 1020", zeiss)
    began = factories.milestone(partnership, "began", "2020")
    launched = factories.milestone(launch, "launched", "2013")
    statement = factories.statement("Sharper.", "2020", company=zeiss)
    assert set(found(client, Milestone, "carl")) == {began}
    assert found(client, Milestone, "ＬＵＭＩＡ") == [launched]
    assert found(client, Statement, "carl sharper") == [statement]
    assert found(client, ProductLaunch, "zeiss lumia") == [launch]
    assert found(client, ProductName, "lumia") == [launch.names.get()]
    assert len(found(client, Participation, "ＺＥＩＳＳ")) == 1


@pytest.mark.parametrize("query", ["\0", "x" * 60_000, "a " * 500, "'", '"', "\\", "' OR 1=1--"])
@pytest.mark.parametrize("model", [Company, Milestone, Citation])
def test_no_query_breaks_a_list(client: Client, model: Any, query: str) -> None:
    assert client.get(address(model, "changelist"), {"q": query}).status_code == 200


def filtered(client: Client, model: Any, **choice: str) -> list[Any]:
    return list(client.get(address(model, "changelist"), choice).context["cl"].result_list)


def test_filters_narrow_a_list(client: Client) -> None:
    unkept = factories.article()
    kept = factories.article(text="Words.")
    funding = factories.partnership(kinds=["funding", "supply"], source=unkept)
    factories.partnership(kinds=["supply"], source=unkept)
    assert filtered(client, Partnership, kind="funding") == [funding]
    assert filtered(client, Article, text="kept") == [kept]
    assert filtered(client, Article, text="address") == [unkept]
    assert len(filtered(client, Article, text="other")) == 2


def choices(client: Client, model: Any, field: str, term: str) -> list[str]:
    source = {
        "app_label": "partnerships",
        "model_name": model._meta.model_name,
        "field_name": field,
    }
    answer = client.get(reverse("admin:partnerships_choices"), source | {"term": term})
    assert answer.status_code == 200
    return [each["text"] for each in json.loads(answer.content)["results"]]


class TestChoices:
    def test_tell_similar_records_apart(self, client: Client, zeiss: Company) -> None:
        partnership = factories.partnership(zeiss, factories.company("vivo"), scope="cameras")
        factories.milestone(partnership, "began", "2020")
        assert choices(client, Participation, "company", "ＺＥＩＳＳ") == ["ZEISS (Carl Zeiss AG)"]
        assert choices(client, Milestone, "partnership", "vivo") == ["ZEISS and vivo: cameras"]
        assert choices(client, Citation, "milestone", "vivo") == ["ZEISS and vivo: Began 2020"]
        assert choices(client, Citation, "participation", "ag zeiss") == [
            "ZEISS and vivo: ZEISS as partner"
        ]

    @pytest.mark.parametrize(
        ("model", "field"),
        [
            (model, field.name)
            for model in MODELS
            for field in (*model._meta.fields, *model._meta.many_to_many)
            if field.is_relation and field.editable
        ],
    )
    def test_are_there_for_every_relation(self, client: Client, model: Any, field: str) -> None:
        everything()
        assert choices(client, model, field, "") != []

    def test_take_any_term(self, client: Client, zeiss: Company) -> None:
        for term in ("\0", "x" * 60_000, "%"):
            assert choices(client, Participation, "company", term)[1:] in (
                [],
                ["ZEISS (Carl Zeiss AG)"],
            )

    def test_are_for_those_who_may_see_them(self, client: Client, editor: Any) -> None:
        only_with(editor, [])
        source = {"app_label": "partnerships", "model_name": "milestone", "field_name": "launch"}
        answer = client.get(reverse("admin:partnerships_choices"), source)
        assert answer.status_code == 403


def queries(ask: Callable[[], Any]) -> int:
    ask()
    with CaptureQueriesContext(connection) as captured:
        assert ask().status_code == 200
    return len(captured)


def lists(client: Client) -> dict[str, int]:
    """How many queries each list takes."""
    urls = {model.__name__: address(model, "changelist") for model in MODELS}
    return {name: queries(partial(client.get, url)) for name, url in urls.items()}


def test_lists_make_as_many_queries_for_thirty_rows_as_for_one(client: Client) -> None:
    everything()
    few = lists(client)
    with recording.batch():
        for _ in range(29):
            everything()
    assert lists(client) == few


def pages_with_rows(client: Client) -> dict[str, int]:
    """How many queries the page of each record takes whose rows grow in number."""
    rows = [Partnership.objects.get(slug="many"), ProductLaunch.objects.get(slug="many")]
    rows += [Article.objects.get(title="Many"), Company.objects.get(slug="many")]
    return {
        type(row).__name__: queries(partial(client.get, address(row, "change", row.pk)))
        for row in rows
    }


def test_a_page_makes_as_many_queries_for_many_rows_as_for_few(client: Client) -> None:
    source = factories.article("2022-05-24", title="Many")
    maker = factories.company("Many")
    partnership = factories.partnership(maker, factories.company(), slug="many", source=source)
    launch = factories.launch("Many", maker, source=source)

    def more(number: int) -> None:
        for subject in (partnership, launch):
            factories.milestone(subject, "announced", f"{2000 + number}", source, due="2022")
        factories.claim(ProductName(launch=launch, name=f"Name {number}"), source)
        member = Participation(partnership=partnership, company=factories.company())
        factories.claim(member, source)
        factories.record(CompanyName(company=maker, name=f"Form {number}"))

    more(0)
    few = pages_with_rows(client)
    for number in range(1, 6):
        more(number)
    assert pages_with_rows(client) == few


@pytest.mark.parametrize("model", MODELS)
def test_every_page_of_a_record_opens(client: Client, model: Any) -> None:
    everything()
    row = model.objects.first()
    for page, keys in (
        ("add", ()),
        ("change", (row.pk,)),
        ("delete", (row.pk,)),
        ("history", (row.pk,)),
    ):
        assert client.get(address(model, page, *keys)).status_code == 200


def test_the_first_page_lists_every_kind_of_record(client: Client) -> None:
    answer = client.get(reverse("admin:index"))
    (app,) = answer.context["app_list"]
    assert {each["model"] for each in app["models"]} == set(MODELS)
    assert "<h1>For editors</h1>" in answer.content.decode()


def test_every_list_is_searched_and_chosen_from(client: Client) -> None:
    for model in MODELS:
        answer = client.get(address(model, "changelist"), {"q": "leica 2022"})
        assert answer.status_code == 200, model
