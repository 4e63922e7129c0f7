"""From the article: what it says is entered and cited, and what is in doubt is asked back."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnerships import history, timeline
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
)
from tests import factories
from tests.admin import address, only_with, rights_of, send

pytestmark = pytest.mark.django_db

TEXT = (
    "Xiaomi 📷 and Leica today announced a strategic partnership. “We share the same ideas”, said "
    "Jane Doe, CEO of Leica. The phone comes by July this year. Xiaomi makes phones, and so does "
    "Leica.\n\n“It will be great”, she went on."
)
ANNOUNCED = "Xiaomi 📷 and Leica today announced a strategic partnership"
PHONE = "The phone comes by July this year"


@pytest.fixture
def source() -> Article:
    return factories.article("2022-05-24", TEXT, language="en")


def entries(article: Article, kind: str = "", last: object = "") -> str:
    place = reverse("admin:partnerships_article_entries", args=[article.pk])
    return f"{place}?add={kind}&last={last}" if kind else place


def enter(client: Client, article: Article, kind: str, /, **typed: Any) -> HttpResponse:
    """Open the form, type over what it holds, and save."""
    url = entries(article, kind, typed.pop("last", ""))
    form = client.get(url).context["form"]
    held = {bound.html_name: bound.value() for bound in form if bound.value()}
    return client.post(url, held | typed)


def told(response: HttpResponse) -> str:
    """What the message after saving says, links left out."""
    assert response.status_code == 302, wrong(response)
    [message] = get_messages(response.wsgi_request)
    return str(message)


def wrong(response: HttpResponse) -> dict[str, list[str]]:
    context: Any = response.context
    return dict(context["form"].errors)


def asked(response: HttpResponse, name: str) -> dict[str, str]:
    context: Any = response.context
    *_, last = context["form"].asked[name]
    return {each.value: str(each.label) for each in last.options}


def announced(client: Client, source: Article, **typed: Any) -> HttpResponse:
    held = {
        "passage": ANNOUNCED,
        "company_1": "Xiaomi",
        "company_2": "Leica",
        "kind": "announced",
        "occurred": "today",
    }
    return enter(client, source, "partnership", **held | typed)


class TestPartnership:
    def test_comes_with_its_companies_and_what_happened_in_one_batch(
        self, client: Client, source: Article
    ) -> None:
        batches = Batch.objects.count()
        answer = announced(client, source, kinds=["strategic-alliance"], scope="mobile imaging")
        assert answer.status_code == 302
        [partnership] = Partnership.objects.all()
        [milestone] = partnership.milestones.all()
        assert (partnership.title, partnership.slug) == ("Xiaomi and Leica", "xiaomi-leica")
        assert partnership.kinds == ("strategic-alliance",)
        assert (milestone.occurred, milestone.occurred_words) == ("2022-05-24", "today")
        assert set(Citation.objects.values_list("start", "passage")) == {(0, ANNOUNCED)}
        assert Citation.objects.count() == 3
        assert Batch.objects.count() == batches + 1

    def test_that_is_known_is_cited_and_not_made_again(
        self, client: Client, source: Article
    ) -> None:
        known = factories.partnership(factories.company("Leica"), factories.company("Xiaomi"))
        announced(client, source, company_1="XIAOMI")
        assert list(Partnership.objects.all()) == [known]
        assert [each.citations.count() for each in known.participations.all()] == [2, 2]
        assert Milestone.objects.get().partnership == known

    def test_needs_two_companies(self, client: Client, source: Article) -> None:
        answer = announced(client, source, company_2="xiaomi ")
        assert wrong(answer) == {"company_2": ["Name two different companies at least."]}
        assert not Company.objects.exists()

    def test_of_several_between_the_same_companies_asks_which(
        self, client: Client, source: Article
    ) -> None:
        xiaomi, leica = factories.company("Xiaomi"), factories.company("Leica")
        first = factories.partnership(xiaomi, leica, slug="one", scope="phones")
        second = factories.partnership(xiaomi, leica, slug="two", scope="watches")
        answer = announced(client, source)
        assert asked(answer, "company_1") == {
            str(first.pk): "Xiaomi and Leica: phones",
            str(second.pk): "Xiaomi and Leica: watches",
        }
        announced(client, source, company_1_which=str(second.pk))
        assert Milestone.objects.get().partnership == second

    def test_asks_for_the_company_and_then_for_the_partnership(
        self, client: Client, source: Article
    ) -> None:
        xiaomi, leica = factories.company("Xiaomi"), factories.company("Leica")
        factories.partnership(xiaomi, leica, slug="one", scope="phones")
        second = factories.partnership(xiaomi, leica, slug="two", scope="watches")
        first_answer = {"company_1": "Xiaomi Corporation", "company_1_means": f"is-{xiaomi.pk}"}
        answer = announced(client, source, **first_answer)
        assert str(second.pk) in asked(answer, "company_1")
        assert str(client.post(answer.request["PATH_INFO"]).status_code) == "200"
        html = answer.content.decode()
        assert f'name="company_1_means" value="is-{xiaomi.pk}" checked' in html
        announced(client, source, **first_answer, company_1_which=str(second.pk))
        assert Milestone.objects.get().partnership == second

    def test_with_a_third_company_is_another(self, client: Client, source: Article) -> None:
        announced(client, source)
        announced(client, source, company_3="Sigma", occurred="")
        assert [each.title for each in Partnership.objects.order_by("pk")] == [
            "Xiaomi and Leica",
            "Xiaomi, Leica and Sigma",
        ]


class TestPassage:
    def test_that_is_not_there_is_refused_with_the_nearest(
        self, client: Client, source: Article
    ) -> None:
        words = "Leica announced today a strategic partnership"
        answer = announced(client, source, passage=words)
        [(place, shown)] = asked(answer, "passage").items()
        assert "<b>" in shown
        assert "announced a strategic partnership" in shown
        assert not Partnership.objects.exists()
        assert answer.context["form"]["passage"].value() == words
        assert announced(client, source, passage=words, passage_means=place).status_code == 302
        assert TEXT[slice(*map(int, place.split("-")))] == Citation.objects.first().passage

    def test_with_other_signs_is_shown_as_the_text_has_it(
        self, client: Client, source: Article
    ) -> None:
        words = '"We  share the\nsame ideas"'
        answer = announced(client, source, passage=words)
        start = TEXT.index("“We")
        assert list(asked(answer, "passage")) == [f"{start}-{start + 25}"]

    def test_that_is_nowhere_near_is_refused(self, client: Client, source: Article) -> None:
        answer = announced(client, source, passage="0123456789 9876543210")
        assert wrong(answer) == {
            "passage": ["The text has no such passage, nor one that is near to it."]
        }

    def test_that_stands_twice_asks_which(self, client: Client, source: Article) -> None:
        answer = announced(client, source, passage="Leica")
        options = asked(answer, "passage")
        assert len(options) == 3
        place = list(options)[1]
        announced(client, source, passage="Leica", passage_means=place)
        assert Citation.objects.first().start == int(place.split("-")[0])

    def test_that_was_selected_asks_nothing(self, client: Client, source: Article) -> None:
        second = TEXT.index("Leica", 30)
        announced(client, source, passage="Leica", passage_place=str(second))
        assert Citation.objects.first().start == second

    def test_that_was_changed_after_it_was_selected_is_looked_for(
        self, client: Client, source: Article
    ) -> None:
        announced(client, source, passage="Xiaomi makes phones", passage_place="0")
        assert Citation.objects.first().start == TEXT.index("Xiaomi makes")

    def test_may_go_over_lines(self, client: Client, source: Article) -> None:
        announced(client, source, passage="so does Leica.\r\n\r\n“It will be great”")
        assert Citation.objects.first().passage == "so does Leica.\n\n“It will be great”"

    def test_is_left_out_where_no_text_is_kept(self, client: Client) -> None:
        unkept = factories.article("2022-05-24")
        form = client.get(entries(unkept, "partnership")).context["form"]
        assert "passage" not in form.fields
        assert announced(client, unkept).status_code == 302
        assert {each.passage for each in Citation.objects.all()} == {""}

    @pytest.mark.parametrize("passage", ["", " ", "\0", "x" * 30_000, "(" * 10_000])
    def test_odd_ones_are_refused(self, client: Client, source: Article, passage: str) -> None:
        form = {"passage": passage, "company_1": "A"}
        answer = client.post(entries(source, "partnership"), form)
        assert answer.status_code == 200
        assert "passage" in wrong(answer)


class TestNames:
    def test_that_are_ambiguous_ask_which(self, client: Client, source: Article) -> None:
        lens = factories.company("Zeiss Lens")
        semi = factories.company("Zeiss Chips")
        for company in (lens, semi):
            factories.record(CompanyName(company=company, name="Zeiss", ambiguous=True))
        answer = announced(client, source, company_2="Zeiss")
        assert wrong(answer) == {"company_2": ["Which company is “Zeiss”?"]}
        options = {f"is-{lens.pk}": "Zeiss Lens", f"is-{semi.pk}": "Zeiss Chips"}
        assert asked(answer, "company_2") == options
        announced(client, source, company_2="Zeiss", company_2_means=f"is-{semi.pk}")
        assert Partnership.objects.get().title == "Xiaomi and Zeiss Chips"

    def test_that_are_very_near_to_a_known_one_ask_once(
        self, client: Client, source: Article
    ) -> None:
        xiaomi = factories.company("Xiaomi")
        answer = announced(client, source, company_1="Xiaomii")
        assert list(asked(answer, "company_1")) == [
            f"is-{xiaomi.pk}",
            f"also-{xiaomi.pk}",
            "new-xiaomii",
        ]
        announced(client, source, company_1="Xiaomii", company_1_means="new-xiaomii")
        assert Company.objects.filter(name="Xiaomii").exists()

    def test_that_are_longer_than_a_known_one_can_be_remembered(
        self, client: Client, source: Article
    ) -> None:
        leica = factories.company("Leica")
        announced(client, source, company_2="Leica Camera AG", company_2_means=f"also-{leica.pk}")
        assert {each.name for each in leica.names.all()} == {"Leica", "Leica Camera AG"}
        assert Partnership.objects.get().title == "Xiaomi and Leica"

    def test_an_answer_to_another_question_is_none(self, client: Client, source: Article) -> None:
        leica = factories.company("Leica")
        answer = announced(client, source, company_1="Xiaomi", company_1_means=f"is-{leica.pk}")
        assert answer.status_code == 302
        answer = announced(client, source, company_2="Leika", company_2_means="new-other")
        assert answer.status_code == 302  # too far from Leica to be asked

    def test_are_kept_as_typed_with_all_else_and_two_problems_shown(
        self, client: Client, source: Article
    ) -> None:
        factories.company("Xiaomi")
        answer = announced(
            client, source, passage="Leica", company_1="Xiaomii", occurred="31 June", scope="x"
        )
        assert set(wrong(answer)) == {"passage", "company_1", "occurred"}
        form = answer.context["form"]
        assert [form[name].value() for name in ("passage", "company_1", "occurred", "scope")] == [
            "Leica",
            "Xiaomii",
            "31 June",
            "x",
        ]
        assert Company.objects.count() == 1

    def test_are_told_while_they_are_typed(self, client: Client) -> None:
        factories.company("Leica", legal_name="Leica Camera AG")
        url = reverse("admin:partnerships_named")
        lines = {
            "leica camera ag": "Leica (Leica Camera AG)",
            "Huawei": "New company: will be made.",
            "Leica Cameras": "Not known, but nearly: Leica (Leica Camera AG). You will be asked.",
            "": "",
        }
        for words, line in lines.items():
            query = {"of": "company", "field": "company_1", "company_1": words}
            answer = client.get(url, query).content.decode()
            assert f'<span class="understood" role="status">{line}</span>' in answer

    @pytest.mark.parametrize("query", [{}, {"of": "x", "field": "y"}, {"of": "company"}])
    def test_are_told_only_of_what_pages_ask(self, client: Client, query: dict[str, str]) -> None:
        assert client.get(reverse("admin:partnerships_named"), query).status_code == 400


class TestLaunch:
    def flagship(self, client: Client, source: Article, **typed: Any) -> HttpResponse:
        held = {
            "passage": PHONE,
            "product": "The phone",
            "product_kind": "descriptive",
            "maker": "Xiaomi",
            "kind": "announced",
            "occurred": "today",
            "due": "by July this year",
        }
        return enter(client, source, "launch", **held | typed)

    def test_comes_with_its_promise(self, client: Client, source: Article) -> None:
        assert self.flagship(client, source).status_code == 302
        milestone = Milestone.objects.get()
        assert (milestone.due, milestone.due_words) == (
            "[2022-05-24..2022-07-31]",
            "by July this year",
        )
        assert milestone.launch.names.get().kind == "descriptive"
        assert [each.name for each in milestone.launch.makers.all()] == ["Xiaomi"]

    def test_of_a_partnership_that_is_new_makes_it(self, client: Client, source: Article) -> None:
        self.flagship(client, source, company_1="Xiaomi", company_2="Leica")
        assert ProductLaunch.objects.get().partnership.title == "Xiaomi and Leica"

    def test_of_a_known_name_and_maker_is_cited(self, client: Client, source: Article) -> None:
        known = factories.launch("The phone", factories.company("Xiaomi"), kind="descriptive")
        self.flagship(client, source, product="the PHONE")
        assert list(ProductLaunch.objects.all()) == [known]
        assert known.names.get().citations.count() == 2

    def test_of_a_known_name_and_another_maker_is_asked(
        self, client: Client, source: Article
    ) -> None:
        known = factories.launch("The phone", factories.company("Sony"), kind="descriptive")
        answer = self.flagship(client, source)
        assert list(asked(answer, "product")) == [f"is-{known.pk}", "new"]
        self.flagship(client, source, product_means="new")
        assert ProductLaunch.objects.count() == 2

    def test_needs_a_maker(self, client: Client, source: Article) -> None:
        answer = self.flagship(client, source, maker="")
        assert wrong(answer) == {"maker": ["“The phone” is new: who makes it?"]}

    def test_takes_only_steps_of_a_launch(self, client: Client, source: Article) -> None:
        answer = self.flagship(client, source, kind="signed")
        assert list(wrong(answer)) == ["kind"]

    def test_takes_a_further_name(self, client: Client, source: Article) -> None:
        self.flagship(client, source)
        launch = ProductLaunch.objects.get()
        enter(client, source, "name", launch=launch.pk, name="Xiaomi 12", passage=PHONE)
        assert set(launch.names.values_list("name", "kind")) == {
            ("The phone", "descriptive"),
            ("Xiaomi 12", "rumoured"),
        }

    def test_a_rumoured_name_that_proves_right_is_recorded_beside_the_rumour(
        self, client: Client, source: Article
    ) -> None:
        known = factories.launch("The phone", factories.company("Xiaomi"), kind="rumoured")
        self.flagship(client, source, product_kind="official")
        assert set(known.names.values_list("name", "kind")) == {
            ("The phone", "rumoured"),
            ("The phone", "official"),
        }

    def test_a_name_of_another_kind_is_refused_by_the_record(
        self, client: Client, source: Article
    ) -> None:
        self.flagship(client, source)
        answer = self.flagship(client, source, product_kind="official")
        assert wrong(answer) == {
            "__all__": ["“The phone” is recorded as its descriptive name, not official."]
        }
        assert answer.context["form"]["product"].value() == "The phone"


class TestMilestone:
    def test_may_be_of_a_partnership_that_is_new(self, client: Client, source: Article) -> None:
        enter(
            client,
            source,
            "milestone",
            passage=ANNOUNCED,
            kind="began",
            occurred="before 24 May 2022",
            company_1="Xiaomi",
            company_2="Leica",
        )
        assert str(Milestone.objects.get().partnership) == "Xiaomi and Leica"
        assert Milestone.objects.get().occurred == "[..2022-05-24]"

    def test_may_be_of_a_launch_that_is_new(self, client: Client, source: Article) -> None:
        typed = {"passage": PHONE, "kind": "launched", "product": "P9", "maker": "Huawei"}
        enter(client, source, "milestone", **typed)
        assert str(Milestone.objects.get().launch) == "P9"

    def test_told_again_is_cited_again(self, client: Client, source: Article) -> None:
        announced(client, source)
        partnership = Partnership.objects.get()
        typed = {"about": f"partnership-{partnership.pk}", "kind": "announced", "occurred": "today"}
        answer = enter(client, source, "milestone", passage="today announced", **typed)
        assert told(answer).startswith("Cited for what was known: milestone <a href=")
        assert Milestone.objects.get().citations.count() == 2
        answer = enter(client, source, "milestone", passage="today announced", **typed)
        assert told(answer).startswith("Nothing new, all is recorded and cited: ")

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({}, "about"),
            ({"company_1": "A"}, "company_2"),
            ({"product": "P9"}, "maker"),
            ({"company_1": "A", "company_2": "B", "product": "P9", "maker": "A"}, "about"),
            ({"company_1": "A", "company_2": "B", "kind": "launched"}, "kind"),
            ({"product": "P9", "maker": "A", "kind": "signed"}, "kind"),
        ],
    )
    def test_needs_one_subject_that_fits(
        self, client: Client, source: Article, typed: dict[str, str], field: str
    ) -> None:
        held = {"passage": PHONE, "kind": "announced"} | typed
        assert list(wrong(enter(client, source, "milestone", **held))) == [field]
        assert not Company.objects.exists()


class TestStatement:
    def test_is_its_passage_with_who_said_it(self, client: Client, source: Article) -> None:
        answer = enter(
            client,
            source,
            "statement",
            passage="We share the same ideas",
            speaker="Jane Doe",
            role="CEO",
            company="Leica",
        )
        assert answer.status_code == 302
        statement = Statement.objects.get()
        assert (statement.text, statement.role, statement.said, statement.language) == (
            "We share the same ideas",
            "CEO",
            "2022-05-24",
            "en",
        )
        assert (statement.speaker, statement.company) == (
            Person.objects.get(),
            Company.objects.get(),
        )

    def test_of_segments_is_joined_in_the_order_of_the_text(
        self, client: Client, source: Article
    ) -> None:
        typed = {"passage": "It will be great", "passage_2": "We share the same ideas"}
        for _ in range(2):  # told again, it is not made again
            assert enter(client, source, "statement", company="Leica", **typed).status_code == 302
        statement = Statement.objects.get()
        assert statement.text == "We share the same ideas … It will be great"
        assert statement.citations.count() == 2

    def test_needs_who_said_it(self, client: Client, source: Article) -> None:
        answer = enter(client, source, "statement", passage="We share the same ideas")
        assert wrong(answer) == {"speaker": ["Say who spoke: a person, a company, or both."]}

    def test_of_a_text_that_is_not_kept_is_typed(self, client: Client) -> None:
        unkept = factories.article("2022-05-24")
        enter(client, unkept, "statement", text="We share.", company="Leica")
        assert Statement.objects.get().text == "We share."


class TestSeedArticle:
    """All that the first article states, typed by an editor into an empty database."""

    TEXT = Path(__file__).parent.parent.joinpath("reading", "00-seed.txt").read_text()
    ALLIANCE = TEXT[17:221]
    PROMISE = TEXT[182:355]
    BEFORE = TEXT[1365:1487]
    P9 = TEXT[1435:1512]

    def enter_all(self, client: Client) -> None:
        new = {"text": self.TEXT, "published": "2022-05-24", "named_source": "Leica"}
        send(client, address(Article, "add"), **new, language="en")
        article = Article.objects.get()
        self.partnerships(client, article)
        self.launches(client, article)
        self.statements(client, article)

    def partnerships(self, client: Client, article: Article) -> None:
        leica = {"company_2": "Leica"}
        alliance = {
            "passage": self.ALLIANCE,
            "company_1": "Xiaomi",
            "kind": "announced",
            "occurred": "today",
            "kinds": ["strategic-alliance", "co-development"],
            "scope": "mobile imaging",
        }
        assert enter(client, article, "partnership", **leica, **alliance).status_code == 302
        before = {
            "passage": self.BEFORE,
            "company_1": "Huawei",
            "kind": "began",
            "occurred": "before 24 May 2022",
            "kinds": ["co-development"],
            "scope": "phone cameras",
        }
        assert enter(client, article, "partnership", **leica, **before).status_code == 302
        ended = {
            "passage": self.TEXT[1379:1542],
            "about": f"partnership-{Partnership.objects.get(slug='huawei-leica').pk}",
            "kind": "ended",
            "occurred": "before 24 May 2022",
        }
        assert enter(client, article, "milestone", **ended).status_code == 302

    def launches(self, client: Client, article: Article) -> None:
        xiaomi, huawei = Partnership.objects.order_by("pk")
        flagship = {
            "passage": self.PROMISE,
            "product": "first flagship mobile model",
            "product_kind": "descriptive",
            "maker": "Xiaomi",
            "partnership": xiaomi.pk,
            "kind": "announced",
            "occurred": "today",
            "due": "by July this year",
        }
        assert enter(client, article, "launch", **flagship).status_code == 302
        rumour = {
            "passage": self.TEXT[1158:1256],
            "launch": ProductLaunch.objects.get().pk,
            "name": "Xiaomi 12 Ultra",
        }
        assert enter(client, article, "name", **rumour).status_code == 302
        p9 = {
            "passage": self.P9,
            "product": "Huawei P9",
            "maker": "Huawei",
            "partnership": huawei.pk,
            "kind": "launched",
            "occurred": "before 24 May 2022",
        }
        assert enter(client, article, "launch", **p9).status_code == 302

    def statements(self, client: Client, article: Article) -> None:
        partnership = Partnership.objects.get(slug="xiaomi-leica").pk
        about = {"partnership": partnership, "company": "Leica"}
        ideas = {"passage": self.TEXT[657:909]}
        assert enter(client, article, "statement", **about, **ideas).status_code == 302
        convinced = {
            "passage": self.TEXT[1750:2070],
            "speaker": "Matthias Harsch",
            "role": "CEO",
            "company": "Leica Camera AG",
            "partnership": partnership,
            "launch": ProductLaunch.objects.order_by("pk").first().pk,
        }
        answer = enter(client, article, "statement", **convinced)
        [leica, *_] = asked(answer, "company")
        means = {"company_means": leica.replace("is-", "also-")}
        assert enter(client, article, "statement", **convinced, **means).status_code == 302

    def test_is_on_the_three_timelines_as_the_fixture_has_it(self, client: Client) -> None:
        with transaction.atomic():
            call_command("loaddata", "seed", verbosity=0)
            expected = {slug: timeline_of(slug) for slug in BRANDS}
            supported = supports()
            transaction.set_rollback(True)
        # Its form cites one passage for a launch, its name and its promise.
        supported.remove(("first flagship mobile model", "first flagship mobile model"))
        supported.add(("first flagship mobile model", self.PROMISE))
        self.enter_all(client)
        assert {slug: timeline_of(slug) for slug in BRANDS} == expected
        assert supports() == supported
        assert [each.objects.count() for each in COUNTED] == [2, 2, 2, 3, 1, 5]


BRANDS = ("xiaomi", "leica", "huawei")
COUNTED = (Partnership, ProductLaunch, Statement, Company, Person, Milestone)


def timeline_of(slug: str) -> list[tuple[str, ...]]:
    """Each line of a brand's timeline: what, when, promised when, and the passages that say so."""
    brand = Company.objects.get(slug=slug)
    lines = timeline.page(timeline.Question(brand, as_of=None)).lines
    return sorted(described(line.claim) for line in lines)


def described(claim: Any) -> tuple[str, ...]:
    passages = sorted(each.passage for each in claim.citations.all())
    if isinstance(claim, Statement):
        speaker = f"{claim.speaker} {claim.role} {claim.company}"
        about = f"{claim.partnership} {claim.launch}"
        return (claim.text, claim.said, speaker, about, *passages)
    about = str(claim.subject)
    return (about, claim.label, claim.occurred, claim.occurred_words, claim.due, *passages)


def supports() -> set[tuple[str, str]]:
    """What each citation supports, and its passage."""
    return {(str(each.claim), each.passage) for each in Citation.objects.all()}


def test_a_company_that_joins_is_a_participation(client: Client, source: Article) -> None:
    announced(client, source)
    partnership = Partnership.objects.get()
    typed = {"partnership": partnership.pk, "company": "Sony", "role": "supplier"}
    enter(client, source, "participation", passage="Xiaomi makes phones", **typed)
    assert Participation.objects.get(company__name="Sony").role == "supplier"


class TestPage:
    def test_marks_what_is_cited_and_links_each_record(
        self, client: Client, source: Article
    ) -> None:
        announced(client, source)
        page = client.get(entries(source)).content.decode()
        milestone = Milestone.objects.get()
        assert f"<mark>{ANNOUNCED}</mark>" in page
        assert f'<a href="{address(Milestone, "change", milestone.pk)}">' in page
        [anchor] = re.findall(r'class="entry-passage" href="#(\w+)"', page)
        assert f'<a id="{anchor}">' in page

    def test_tells_what_was_made_and_fills_in_what_serves_again(
        self, client: Client, source: Article
    ) -> None:
        answer = announced(client, source)
        assert told(answer).count("<a href=") == 4
        page = client.get(answer["Location"])
        links = [link for link, _, _ in page.context["kinds"]]
        form = client.get(entries(source) + links[1]).context["form"]
        assert form["about"].value() == f"partnership-{Partnership.objects.get().pk}"

    def test_asks_the_database_no_more_for_more_citations(
        self, client: Client, source: Article
    ) -> None:
        def asked_for() -> int:
            with CaptureQueriesContext(connection) as queries:
                client.get(entries(source, "milestone"))
            return len(queries)

        announced(client, source)
        once = asked_for()
        for number in range(4):
            typed = {"company_1": f"Maker {number}0", "company_2": f"Brand {number}9"}
            announced(client, source, **typed)
        assert Partnership.objects.count() == 5
        assert asked_for() == once

    def test_follows_a_new_article_with_its_text(self, client: Client) -> None:
        url = address(Article, "add")
        answer = send(client, url, text=TEXT, published="24 May 2022")
        assert answer["Location"] == entries(Article.objects.get())
        assert send(client, url, title="Only its address")["Location"] == address(
            Article, "changelist"
        )

    def test_is_linked_from_the_article(self, client: Client, source: Article) -> None:
        page = client.get(address(Article, "change", source.pk)).content.decode()
        assert f'href="{entries(source)}"' in page

    @pytest.mark.parametrize("pk", ["0", "x", "9" * 25, "9" * 5000, "-1"])
    def test_of_no_article_is_not_found(self, client: Client, pk: str) -> None:
        base = address(Article, "changelist")
        assert client.get(f"{base}{pk}/entries/").status_code == 404

    def test_ignores_what_it_does_not_know(self, client: Client, source: Article) -> None:
        for query in ("?add=wedding", "?add=milestone&last=x", "?last=%00", "?add=name&last=999"):
            assert client.get(entries(source) + query).status_code == 200

    def test_is_for_those_who_may_add(self, client: Client, editor: User, source: Article) -> None:
        only_with(editor, rights_of(editor, without="add_milestone"))
        assert client.get(entries(source)).status_code == 403
        assert client.post(entries(source, "milestone")).status_code == 403
        page = client.get(address(Article, "change", source.pk)).content.decode()
        assert entries(source) not in page
        client.logout()
        assert client.get(entries(source)).status_code == 302


def test_the_citations_of_a_claim_lead_to_their_passages(client: Client, source: Article) -> None:
    announced(client, source)
    milestone = Milestone.objects.get()
    citation = milestone.citations.get()
    page = client.get(address(Milestone, "change", milestone.pk)).content.decode()
    assert f'href="{source.get_absolute_url()}#{citation.public_id}"' in page


def test_what_was_entered_is_in_the_history(client: Client, source: Article) -> None:
    announced(client, source)
    assert list(history.verify()) == []
    assert ProductName.objects.count() == 0
