"""The review of an article: cards that say what accepting files, and what the actions do."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from partnerships import recording, reviewing
from partnerships.models import Article, Company, Partnership, ProductLaunch, Statement, Suggestion
from tests import factories
from tests.admin import account_in, signed_in
from tests.reviewing.readings import certain_reading, seed_article, seed_reading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def article() -> Article:
    article = seed_article()
    recording.keep_suggestions(article, reviewing.proposals(article, certain_reading(article)))
    return article


def address(article: Article, action: str = "", suggestion: Suggestion | None = None) -> str:
    of = [suggestion.public_id] if suggestion else []
    name = "admin:partnerships_article_review" + (f"_{action}" if action else "")
    return reverse(name, args=[article.pk, *of])


def page(client: Client, article: Article, query: str = "") -> str:
    answer = client.get(address(article) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def first(article: Article, kind: str) -> Suggestion:
    return article.suggestions.filter(kind=kind)[0]


def test_each_suggestion_has_a_card(client: Client, article: Article) -> None:
    shown = page(client, article)
    assert shown.count('class="card ') == 7
    assert "0 of 7 reviewed" in shown


def test_a_card_says_what_accepting_files(client: Client, article: Article) -> None:
    shown = page(client, article)
    told = "new company Xiaomi; new company Leica; new partnership; adds announced, 24 May 2022"
    assert told in shown


def test_a_card_says_what_is_known(client: Client, article: Article) -> None:
    user = User.objects.get(username="editor")
    reviewing.accept(first(article, "partnership"), user)
    again = first(article, "partnership")
    with recording.as_recording():
        Suggestion.objects.filter(pk=again.pk).update(state="open", batch=None)
    told = "confirms Xiaomi and Leica; confirms announced, 24 May 2022"
    assert told in page(client, article)


def test_accepting_files_it_and_goes_back_to_the_card(client: Client, article: Article) -> None:
    suggestion = first(article, "partnership")
    answer = client.post(address(article, "accept", suggestion))
    assert answer["Location"] == f"{address(article)}#card-{suggestion.public_id}"
    assert str(Partnership.objects.get()) == "Xiaomi and Leica"
    assert "accepted" in page(client, article)


def test_accepting_all_that_are_certain_files_the_article(client: Client, article: Article) -> None:
    client.post(address(article, "certain"))
    counts = [kind.objects.count() for kind in (Partnership, ProductLaunch, Statement)]
    open_ones = article.suggestions.open().count()
    assert (counts, open_ones) == ([2, 2, 2], 0)


def test_what_is_not_certain_waits(client: Client) -> None:
    article = seed_article()
    recording.keep_suggestions(article, reviewing.proposals(article, seed_reading(article)))
    client.post(address(article, "certain"))
    assert article.suggestions.open().count() == 7


def test_a_card_that_somebody_decided_says_so(client: Client, article: Article) -> None:
    suggestion = first(article, "partnership")
    reviewing.accept(suggestion, User.objects.create_user("bob"))
    answer = client.post(address(article, "accept", suggestion), follow=True)
    told = [str(each) for each in answer.context["messages"]]
    assert told == ["bob has accepted it already."]
    assert Partnership.objects.count() == 1


def test_another_company_can_be_chosen(client: Client, article: Article) -> None:
    with recording.batch() as batch:
        other = Company(name="Leica Kamera", slug="leica-kamera")
        batch.record(other)
    suggestion = first(article, "partnership")
    names = [each["value"] for each in suggestion.found["participants"]]
    data = {f"company-{names.index('Leica')}": f"is-{other.pk}"}
    client.post(address(article, "accept", suggestion), data)
    assert other in [each.company for each in Partnership.objects.get().participations.all()]


class TestChoices:
    """What is chosen on a card for its names."""

    @pytest.fixture
    def kamera(self) -> Company:
        return factories.company("Leica Kamera")

    @pytest.fixture
    def partnership(self, article: Article) -> Suggestion:
        return first(article, "partnership")

    def files(self, client: Client, article: Article, of: Suggestion, **picked: str) -> str:
        answer = client.get(address(article, "files", of), picked)
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    def test_the_line_follows_what_is_chosen(
        self, client: Client, article: Article, partnership: Suggestion, kamera: Company
    ) -> None:
        known = factories.partnership(factories.company("Xiaomi"), kamera)
        before = self.files(client, article, partnership)
        after = self.files(client, article, partnership, **{"company-1": f"is-{kamera.pk}"})
        assert "new company Leica; new partnership; adds announced, 24 May 2022" in before
        names = "new name “Leica” of Leica Kamera; new name “Leica Camera AG” of Leica Kamera"
        assert f"<dd> {names}; confirms {known}; adds announced, 24 May 2022 </dd>" in after

    def test_the_page_shows_what_its_address_says_was_chosen(
        self, client: Client, article: Article, partnership: Suggestion, kamera: Company
    ) -> None:
        picked = {"card": partnership.public_id, "company-1": f"is-{kamera.pk}"}
        shown = page(client, article, f"?{urlencode(picked)}")
        assert f'<option value="is-{kamera.pk}" selected>' in shown
        assert "new company Xiaomi; new name “Leica” of Leica Kamera; " in shown

    def test_accepting_files_what_the_line_says(
        self, client: Client, article: Article, partnership: Suggestion, kamera: Company
    ) -> None:
        known = factories.partnership(factories.company("Xiaomi"), kamera)
        client.post(address(article, "accept", partnership), {"company-1": f"is-{kamera.pk}"})
        assert [each.pk for each in Partnership.objects.all()] == [known.pk]
        assert "Leica" in [each.name for each in kamera.names.all()]

    def test_editing_keeps_another_company(
        self, client: Client, article: Article, partnership: Suggestion, kamera: Company
    ) -> None:
        picked = {"edit": partnership.public_id, "company-1": f"is-{kamera.pk}"}
        shown = " ".join(page(client, article, f"?{urlencode(picked)}").split())
        assert f'name="company_2_means" value="also-{kamera.pk}" checked' in shown

    def test_editing_keeps_another_product(self, client: Client, article: Article) -> None:
        launch = first(article, "launch")
        phone = factories.launch("Xiaomi 12S Ultra", factories.company("Xiaomi"))
        picked = {"edit": launch.public_id, "launch": f"is-{phone.pk}"}
        shown = page(client, article, f"?{urlencode(picked)}")
        assert f'<option value="{phone.pk}" selected>Xiaomi 12S Ultra</option>' in shown

    def test_what_is_chosen_and_corrected_is_filed_as_that_product(
        self, client: Client, article: Article
    ) -> None:
        launch = first(article, "launch")
        phone = factories.launch("Xiaomi 12S Ultra", factories.company("Xiaomi"))
        picked = urlencode({"edit": launch.public_id, "launch": f"is-{phone.pk}"})
        client.post(f"{address(article)}?{picked}", MISSED | {"product_is": str(phone.pk)})
        assert sorted(each.name for each in phone.names.all()) == ["Leica Logo", "Xiaomi 12S Ultra"]
        assert ProductLaunch.objects.count() == 1

    def test_a_new_product_of_a_known_name_can_be_chosen(
        self, client: Client, article: Article
    ) -> None:
        p9 = factories.launch("Huawei P9", factories.company("Huawei"))
        (launch,) = [
            each
            for each in article.suggestions.filter(kind="launch")
            if each.found["product"]["value"] == "Huawei P9"
        ]
        assert "confirms Huawei P9" in self.files(client, article, launch)
        assert "new launch" in self.files(client, article, launch, launch="new")
        client.post(address(article, "accept", launch), {"launch": "new"})
        new = ProductLaunch.objects.exclude(pk=p9.pk).get()
        assert (str(new), [each.kind for each in new.milestones.all()]) == (
            "Huawei P9",
            ["launched"],
        )

    def test_what_was_chosen_and_is_there_no_longer_is_told_and_not_filed(
        self, client: Client, article: Article, partnership: Suggestion
    ) -> None:
        gone = {"company-1": "is-999999"}
        problem = "What was chosen is there no longer: choose again."
        answer = client.post(address(article, "accept", partnership), gone, follow=True)
        assert [str(each) for each in answer.context["messages"]] == [problem]
        assert problem in self.files(client, article, partnership, **gone)
        assert Partnership.objects.count() == 0

    def test_a_card_that_somebody_decided_says_so_instead(
        self, client: Client, article: Article, partnership: Suggestion
    ) -> None:
        reviewing.accept(partnership, User.objects.create_user("bob"))
        assert "Decided by bob meanwhile." in self.files(client, article, partnership)


def test_rejecting_asks_for_a_reason(client: Client, article: Article) -> None:
    suggestion = first(article, "launch")
    answer = client.post(address(article, "reject", suggestion), follow=True)
    assert "Say why: choose one of the six reasons." in answer.content.decode()
    client.post(address(article, "reject", suggestion), {"reason": "wrong-span"})
    assert "rejected by editor: The wrong words" in " ".join(page(client, article).split())


def test_undo_opens_the_card_again(client: Client, article: Article) -> None:
    suggestion = first(article, "statement")
    client.post(address(article, "accept", suggestion))
    client.post(address(article, "undo", suggestion))
    assert (Statement.objects.count(), article.suggestions.open().count()) == (0, 7)


def test_undoing_everything_asks_first(client: Client, article: Article) -> None:
    client.post(address(article, "certain"))
    asked = client.get(address(article, "undo_all")).content.decode()
    assert ("7 decisions go back" in asked, asked.count("Accepted by editor")) == (True, 7)
    assert article.suggestions.open().count() == 0


def test_undoing_nothing_is_told(client: Client, article: Article) -> None:
    asked = client.get(address(article, "undo_all")).content.decode()
    assert "Nothing is left to take back." in asked


def test_everything_can_be_undone(client: Client, article: Article) -> None:
    client.post(address(article, "certain"))
    client.post(address(article, "undo_all"))
    assert (Company.objects.count(), article.suggestions.open().count()) == (0, 7)


def test_editing_starts_with_what_was_found(client: Client, article: Article) -> None:
    suggestion = first(article, "partnership")
    shown = page(client, article, f"?edit={suggestion.public_id}")
    assert 'name="company_1" value="Xiaomi"' in shown
    assert "today announced a strategic partnership</textarea>" in shown


def test_editing_keeps_the_date_of_what_nobody_is_said_to_make(client: Client) -> None:
    article = Article(text="The Yoga Pro 9i will go on sale in September.", published="2024-06-18")
    with recording.batch() as batch:
        batch.record(article)
    (launch,) = reviewing.suggest(article)
    shown = page(client, article, f"?edit={launch.public_id}")
    assert '<option value="announced" selected>' in shown
    assert 'name="due" value="September 2024"' in shown


CORRECTED = {
    "passage": "today announced a strategic partnership",
    "company_1": "Xiaomi",
    "company_1_role": "partner",
    "company_2": "Leica Camera",
    "company_2_role": "partner",
    "company_3_role": "partner",
    "certainty": "stated",
}


def test_what_is_corrected_too_late_is_refused_and_not_lost(
    client: Client, article: Article
) -> None:
    suggestion = first(article, "partnership")
    reviewing.accept(suggestion, User.objects.create_user("bob"))
    typed = CORRECTED | {"company_2": "Vale"}
    answer = client.post(f"{address(article)}?edit={suggestion.public_id}", typed)
    shown = answer.content.decode()
    assert "bob has accepted it already." in shown
    assert 'name="company_2" value="Vale"' in shown


def test_what_was_corrected_is_filed(client: Client, article: Article) -> None:
    suggestion = first(article, "partnership")
    client.post(f"{address(article)}?edit={suggestion.public_id}", CORRECTED)
    suggestion.refresh_from_db()
    assert (suggestion.state, str(Partnership.objects.get())) == (
        "edited",
        "Xiaomi and Leica Camera",
    )


def test_what_was_missed_is_added_from_the_selected_words(client: Client, article: Article) -> None:
    start = article.text.index("long-term agreement")
    words = urlencode(
        {"add": "partnership", "start": start, "words": article.text[start : start + 19]}
    )
    shown = page(client, article, f"?{words}")
    assert "long-term agreement</textarea>" in shown


MISSED = {
    "passage": "small Leica logo",
    "product": "Leica Logo",
    "product_kind": "official",
    "maker": "Leica",
    "certainty": "stated",
}


@pytest.mark.parametrize("start", ["0", "99999", "x"])
def test_words_at_another_place_are_looked_for(
    client: Client, article: Article, start: str
) -> None:
    words = "veteran company specializing"
    shown = page(
        client, article, f"?{urlencode({'add': 'statement', 'start': start, 'words': words})}"
    )
    place = article.text.index(words)
    assert f'name="passage_place" value="{place}"' in shown


def test_words_that_are_not_in_the_text_fill_in_nothing(client: Client, article: Article) -> None:
    shown = page(
        client, article, f"?{urlencode({'add': 'statement', 'start': 5, 'words': 'Nokia 808'})}"
    )
    assert "Nokia 808" not in shown


def test_what_an_editor_adds_is_filed_and_stands_among_the_cards(
    client: Client, article: Article
) -> None:
    client.post(f"{address(article)}?add=launch", MISSED)
    assert str(ProductLaunch.objects.get()) == "Leica Logo"
    assert "1 of 8 reviewed" in page(client, article)


def test_what_a_contributor_adds_waits_for_an_editor(client: Client, article: Article) -> None:
    contributor = signed_in(account_in("Contributors"))
    contributor.post(f"{address(article)}?add=launch", MISSED)
    assert ProductLaunch.objects.count() == 0
    waiting = article.suggestions.get(suggested_by__username="Contributors")
    client.post(address(article, "accept", waiting))
    assert str(ProductLaunch.objects.get()) == "Leica Logo"


@pytest.mark.parametrize("action", ["accept", "reject", "undo"])
def test_a_contributor_decides_nothing(article: Article, action: str) -> None:
    suggestion = first(article, "partnership")
    answer = signed_in(account_in("Contributors")).post(address(article, action, suggestion))
    assert (answer.status_code, article.suggestions.open().count()) == (403, 7)


@pytest.mark.parametrize("query", ["?edit=nothing", "?add=partnership&start=x&words=Leica"])
def test_a_wrong_value_in_the_address_is_no_error_of_the_server(
    client: Client, article: Article, query: str
) -> None:
    assert client.get(address(article) + query).status_code in {200, 404}


def test_an_article_without_text_has_no_review(client: Client, db: None) -> None:
    with recording.batch() as batch:
        bare = Article(title="Only its address", url="https://example.com/")
        batch.record(bare)
    assert client.get(address(bare)).status_code == 404


def test_as_many_questions_for_one_card_as_for_seven(
    client: Client, article: Article, django_assert_max_num_queries: object
) -> None:
    page(client, article)
    with django_assert_max_num_queries(45):  # type: ignore[operator]
        page(client, article)
