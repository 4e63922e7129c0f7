"""Entering and correcting records: kept whole or not at all, refused with everything typed."""

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from partnerships.models import (
    Article,
    Batch,
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
    TimelineEntry,
)
from partnerships.models.vocabulary import Source
from tests import factories
from tests.admin import address, problems, rows, send, typed

pytestmark = pytest.mark.django_db

TEXT = "Xiaomi and Leica announced a strategic partnership. Xiaomi makes phones."
ANNOUNCED = "announced a strategic partnership"


@pytest.fixture
def source() -> Article:
    return factories.article("2022-05-24", TEXT)


@pytest.fixture
def xiaomi() -> Company:
    return factories.company("Xiaomi")


@pytest.fixture
def leica() -> Company:
    return factories.company("Leica")


def test_a_company_comes_with_its_names(client: Client) -> None:
    answer = send(
        client,
        address(Company, "add"),
        name="ZEISS",
        slug="zeiss",
        legal_name="Carl Zeiss AG",
        **rows("names", {"name": "Carl Zeiss"}),
    )
    assert answer.status_code == 302
    names = Company.objects.get().names.values_list("name", flat=True)
    assert set(names) == {"ZEISS", "Carl Zeiss AG", "Carl Zeiss"}


def test_a_correction_reaches_the_record(client: Client, leica: Company) -> None:
    answer = send(
        client, address(Company, "change", leica.pk), country="DE", website="leica.example"
    )
    leica.refresh_from_db()
    assert answer.status_code == 302
    assert (str(leica.country), leica.website) == ("DE", "https://leica.example")


def test_an_unchanged_page_changes_nothing(client: Client) -> None:
    launch = factories.launch()
    factories.milestone(launch, "launched", "[2022-05-24..2022-07-31]")
    before = list(Milestone.objects.values()), list(ProductName.objects.values())
    answer = send(client, address(ProductLaunch, "change", launch.pk))
    assert answer.status_code == 302
    assert (list(Milestone.objects.values()), list(ProductName.objects.values())) == before
    assert not Batch.objects.filter(source=Source.ADMIN).exists()


def participation(company: Company, article: Article, **more: str) -> dict[str, object]:
    return {"company": company.pk, "role": "partner", "article": article.pk, **more}


def test_a_partnership_is_entered_with_companies_milestones_and_citations_in_one_go(
    client: Client, source: Article, xiaomi: Company, leica: Company
) -> None:
    answer = send(
        client,
        address(Partnership, "add"),
        kinds=["strategic-alliance", "co-development"],
        scope="mobile imaging",
        **rows(
            "participations",
            participation(xiaomi, source, passage="Xiaomi and Leica"),
            participation(leica, source, passage="Xiaomi and Leica"),
        ),
        **rows(
            "milestones",
            {
                "kind": "announced",
                "certainty": "stated",
                "rank": "normal",
                "occurred": "today",
                "article": source.pk,
                "passage": ANNOUNCED,
            },
        ),
    )
    assert answer.status_code == 302
    partnership = Partnership.objects.get()
    assert partnership.slug == "xiaomi-leica"
    assert partnership.kinds == ("strategic-alliance", "co-development")
    assert partnership.milestones.get().occurred == "2022-05-24"
    citation = partnership.milestones.get().citations.get()
    assert (citation.start, citation.end) == (17, 17 + len(ANNOUNCED))
    assert Citation.objects.count() == 3
    assert TimelineEntry.objects.filter(company=leica).exists()


def test_a_refusal_shows_everything_typed_and_keeps_nothing(
    client: Client, source: Article, xiaomi: Company
) -> None:
    url = address(Partnership, "add")
    sent = typed(client.get(url)) | {
        "scope": "mobile imaging",
        "slug": "alone",
        "kinds": ["supply"],
        **rows("participations", participation(xiaomi, source, passage="Xiaomi and"), {}),
    }
    answer = client.post(url, sent)
    assert answer.status_code == 200
    assert problems(answer) == [
        "Partnership alone needs at least two companies; so far it has Xiaomi."
    ]
    shown = typed(answer)
    assert {name: shown[name] for name in sent} == {
        name: value if isinstance(value, list) else str(value) for name, value in sent.items()
    }
    assert not Partnership.objects.exists()
    assert not Citation.objects.exists()
    assert not Batch.objects.filter(source=Source.ADMIN).exists()
    assert not list(get_messages(answer.wsgi_request))


def test_a_refused_correction_changes_nothing(client: Client) -> None:
    partnership = factories.partnership(scope="phones")
    source = factories.article()
    factories.milestone(
        partnership, "began", "2020", source, rank="preferred", rank_reason="Exact."
    )
    answer = send(
        client,
        address(Partnership, "change", partnership.pk),
        scope="cameras",
        **rows(
            "milestones",
            {
                "kind": "ended",
                "certainty": "stated",
                "rank": "preferred",
                "rank_reason": "Exact.",
                "occurred": "2019",
                "article": source.pk,
            },
            first=1,
        ),
    )
    assert answer.status_code == 200
    assert [each.partition(" (")[0] for each in problems(answer)] == ["The preferred end"]
    partnership.refresh_from_db()
    assert partnership.scope == "phones"
    assert partnership.milestones.count() == 1


def test_a_launch_comes_with_makers_names_and_an_address_of_its_first_name(
    client: Client, source: Article, xiaomi: Company, leica: Company
) -> None:
    answer = send(
        client,
        address(ProductLaunch, "add"),
        makers=[xiaomi.pk, leica.pk],
        **rows(
            "names",
            {
                "name": "Xiaomi 12 Ultra",
                "kind": "rumoured",
                "article": source.pk,
                "passage": "Xiaomi makes phones",
            },
        ),
    )
    assert answer.status_code == 302
    launch = ProductLaunch.objects.get()
    assert (launch.slug, set(launch.makers.all())) == ("xiaomi-12-ultra", {xiaomi, leica})
    assert launch.names.get().citations.get().passage == "Xiaomi makes phones"


def test_makers_can_be_changed_but_not_all_removed(client: Client, leica: Company) -> None:
    launch = factories.launch()
    url = address(ProductLaunch, "change", launch.pk)
    assert send(client, url, makers=[leica.pk]).status_code == 302
    assert list(launch.makers.all()) == [leica]
    assert problems(send(client, url, makers=[])) == ["This field is required."]


def test_a_milestone_on_its_own_page_is_cited_in_a_row(client: Client, source: Article) -> None:
    partnership = factories.partnership()
    answer = send(
        client,
        address(Milestone, "add"),
        partnership=partnership.pk,
        kind="announced",
        occurred="today",
        **rows("citations", {"article": source.pk, "passage": ANNOUNCED}),
    )
    assert answer.status_code == 302
    assert Milestone.objects.get().occurred == "2022-05-24"


def test_a_milestone_without_citation_is_refused(client: Client) -> None:
    partnership = factories.partnership()
    answer = send(
        client, address(Milestone, "add"), partnership=partnership.pk, kind="began", occurred="2020"
    )
    assert problems(answer) == ["Milestone “Began 2020” cites no article: say who says so."]
    assert not Milestone.objects.exists()


def test_a_statement_has_a_citation_a_segment(client: Client, leica: Company) -> None:
    source = factories.article("2022-05-24", "“One.” he said, and went on: “Two.”")
    answer = send(
        client,
        address(Statement, "add"),
        text="One. … Two.",
        speaker=factories.person().pk,
        company=leica.pk,
        said="today",
        **rows(
            "citations",
            {"article": source.pk, "passage": "One."},
            {"article": source.pk, "passage": "Two."},
        ),
    )
    assert answer.status_code == 302
    assert [each.passage for each in Statement.objects.get().citations.all()] == ["One.", "Two."]


def test_people_and_articles_are_entered(client: Client) -> None:
    assert send(client, address(Person, "add"), name="Matthias Harsch").status_code == 302
    answer = send(
        client, address(Article, "add"), title="A title", published="May 2022", text="One\r\nTwo"
    )
    assert answer.status_code == 302
    assert Person.objects.get().slug == "matthias-harsch"
    assert (Article.objects.get().published, Article.objects.get().text) == ("2022-05", "One\nTwo")


@pytest.mark.parametrize("name", ["東京", "!!!"])
def test_a_name_without_latin_letters_gets_an_address(client: Client, name: str) -> None:
    factories.company("Company")
    assert send(client, address(Company, "add"), name=name).status_code == 302
    assert Company.objects.get(name=name).slug == "company-2"


def test_rows_of_claims_have_pages_of_their_own(client: Client, leica: Company) -> None:
    partnership, launch = factories.partnership(), factories.launch()
    participation = partnership.participations.first()
    changes = [
        (Participation, participation, {"role": "supplier"}),
        (ProductName, launch.names.get(), {"kind": "rumoured"}),
        (CompanyName, leica.names.get(), {"ambiguous": "on"}),
    ]
    for model, row, change in changes:
        assert send(client, address(model, "change", row.pk), **change).status_code == 302
    assert (
        Participation.objects.filter(role="supplier").count(),
        ProductName.objects.get().kind,
        CompanyName.objects.filter(ambiguous=True).get().company,
    ) == (1, "rumoured", leica)


class TestBrokenConstraintsAreFormErrors:
    def test_of_a_name_that_another_company_has(self, client: Client, leica: Company) -> None:
        answer = send(
            client, address(Company, "add"), name="New", **rows("names", {"name": "ＬＥＩＣＡ"})
        )
        assert problems(answer) == [
            "Another company goes by this name. Mark both ambiguous if texts mean either."
        ]
        assert not Company.objects.filter(name="New").exists()

    def test_of_a_company_named_like_another(self, client: Client, leica: Company) -> None:
        answer = send(client, address(Company, "add"), name="leica")
        assert len(problems(answer)) == 1
        assert Company.objects.count() == 1

    def test_of_a_company_that_takes_part_twice(self, client: Client) -> None:
        partnership = factories.partnership()
        member = partnership.participations.first()
        answer = send(
            client,
            address(Participation, "add"),
            partnership=partnership.pk,
            company=member.company.pk,
            **rows("citations", {"article": factories.article().pk}),
        )
        assert problems(answer) == ["This company takes part already."]

    def test_of_a_text_that_is_recorded_already(self, client: Client, source: Article) -> None:
        answer = send(client, address(Article, "add"), text=TEXT)
        assert [each.partition(":")[0] for each in problems(answer)] == [
            "There is an article with this very text already"
        ]

    def test_of_a_milestone_of_both_subjects(self, client: Client) -> None:
        answer = send(
            client,
            address(Milestone, "add"),
            partnership=factories.partnership().pk,
            launch=factories.launch().pk,
            kind="announced",
            **rows("citations", {"article": factories.article().pk}),
        )
        assert problems(answer) == [
            "A milestone belongs to a partnership or to a launch: choose one of them, not both."
        ]

    def test_of_a_preferred_claim_without_reason(self, client: Client) -> None:
        launch = factories.launch()
        milestone = factories.milestone(launch, "launched", "2022")
        answer = send(client, address(Milestone, "change", milestone.pk), rank="preferred")
        assert problems(answer) == ["Say why this claim is preferred or deprecated."]

    def test_of_a_taken_slug(self, client: Client, leica: Company) -> None:
        answer = send(client, address(Company, "add"), name="Other", slug="leica")
        assert problems(answer) == ["Company with this Slug already exists."]

    @pytest.mark.parametrize("key", ["abc", "-1", "9" * 30, "0"])
    def test_of_a_choice_that_is_none(self, client: Client, key: str) -> None:
        answer = send(client, address(Milestone, "add"), partnership=key, kind="began")
        assert answer.status_code == 200
        assert not Milestone.objects.exists()


def test_a_field_that_is_not_on_the_page_is_ignored(client: Client, leica: Company) -> None:
    send(client, address(Company, "change", leica.pk), key="other", id="999", public_id="x")
    leica.refresh_from_db()
    assert leica.key == "leica"
