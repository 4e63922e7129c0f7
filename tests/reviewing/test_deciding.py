"""Accepting, rejecting and undoing suggestions: what becomes records, and that nothing is lost."""

import itertools
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from partnerships import recording, reverting, reviewing
from partnerships.models import (
    Article,
    Batch,
    Company,
    CompanyName,
    Milestone,
    Partnership,
    Person,
    ProductLaunch,
    Statement,
    Suggestion,
    TimelineEntry,
)
from tests.reviewing.readings import seed_article, seed_reading


def suggested(article: Article) -> list[Suggestion]:
    return recording.keep_suggestions(article, reviewing.proposals(article, seed_reading(article)))


@pytest.fixture
def article(db: None) -> Article:
    return seed_article()


@pytest.fixture
def ada(db: None) -> User:
    return User.objects.create_user("ada")


def timeline(name: str) -> set[str]:
    entries = TimelineEntry.objects.filter(company__name=name)
    return {str(each.milestone or each.statement) for each in entries}


def told() -> set[tuple[Any, ...]]:
    """What the record says, without ids: every order of deciding must come to the same."""
    milestones = {
        ("milestone", str(each.subject), each.kind, each.certainty, each.occurred, each.due)
        for each in Milestone.objects.all()
    }
    launches = {
        ("launch", tuple(sorted(n.name for n in each.names.all())), str(each.partnership))
        for each in ProductLaunch.objects.all()
    }
    statements = {
        ("statement", each.text, str(each.speaker), str(each.company), str(each.partnership))
        for each in Statement.objects.all()
    }
    names = {("name", each.name, each.company.name) for each in CompanyName.objects.all()}
    return milestones | launches | statements | names


def consistent() -> bool:
    call_command("check_timeline", verbosity=0)
    call_command("verify_history", verbosity=0)
    return True


def test_accepting_all_files_the_whole_article(article: Article, ada: User) -> None:
    for each in suggested(article):
        reviewing.accept(each, ada)
    assert sorted(Company.objects.values_list("name", flat=True)) == ["Huawei", "Leica", "Xiaomi"]
    assert {str(each) for each in Partnership.objects.all()} == {
        "Xiaomi and Leica",
        "Leica and Huawei",
    }
    assert sorted(sorted(n.name for n in p.names.all()) for p in ProductLaunch.objects.all()) == [
        ["Huawei P9"],
        ["Xiaomi 12 Ultra", "first flagship mobile model"],
    ]
    assert Statement.objects.count() == 2
    assert Person.objects.get().name == "Matthias Harsch"
    assert Company.objects.get(name="Leica").legal_name == "Leica Camera AG"
    assert all(timeline(name) for name in ("Xiaomi", "Leica", "Huawei"))
    assert consistent()


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_accepting_makes_no_difference(article: Article, ada: User, seed: int) -> None:
    found = suggested(article)
    orders = list(itertools.permutations(found))
    for each in orders[seed * 797]:
        reviewing.accept(each, ada)
    assert told() == expected()


def expected() -> set[tuple[Any, ...]]:
    statement = [each.text for each in Statement.objects.order_by("pk")]
    by_july, until = "[2022-05-24..2022-07-31]", "[..2022-05-24]"
    pairs = {str(each) for each in Partnership.objects.all()}
    together = next(each for each in pairs if "Xiaomi" in each)
    before = next(each for each in pairs if "Huawei" in each)
    flagship = next(str(p) for p in ProductLaunch.objects.all() if p.names.count() == 2)
    long = {text.startswith("We"): text for text in statement}
    return {
        ("name", "Xiaomi", "Xiaomi"),
        ("name", "Leica", "Leica"),
        ("name", "Leica Camera AG", "Leica"),
        ("name", "Huawei", "Huawei"),
        ("milestone", together, "announced", "stated", "2022-05-24", ""),
        ("milestone", before, "began", "stated", until, ""),
        ("milestone", before, "ended", "stated", until, ""),
        ("milestone", flagship, "announced", "stated", "2022-05-24", by_july),
        ("milestone", "Huawei P9", "launched", "stated", until, ""),
        ("launch", ("Xiaomi 12 Ultra", "first flagship mobile model"), together),
        ("launch", ("Huawei P9",), before),
        ("statement", long[True], "Matthias Harsch", "Leica", together),
        ("statement", long[False], "None", "Leica", together),
    }


def test_accepting_twice_files_once(article: Article, ada: User) -> None:
    first = suggested(article)[0]
    reviewing.accept(first, ada)
    with pytest.raises(recording.Stale) as stale:
        reviewing.accept(Suggestion.objects.get(pk=first.pk), User.objects.create_user("bob"))
    assert stale.value.problems == ["ada has accepted it already."]
    assert Partnership.objects.count() == 1


def test_what_cannot_be_filed_stays_open(article: Article, ada: User) -> None:
    statement = suggested(article)[-1]
    statement.found |= {"speaker": None, "company": None}
    with recording.as_recording():
        statement.save()
    before = Batch.objects.count()
    with pytest.raises(recording.Refused) as refused:
        reviewing.accept(statement, ada)
    assert refused.value.problems == ["It is not clear who spoke: edit it and say who."]
    assert Suggestion.objects.get(pk=statement.pk).is_open
    assert Batch.objects.count() == before


def test_undo_takes_all_back_that_was_filed(article: Article, ada: User) -> None:
    first = suggested(article)[0]
    reviewing.accept(first, ada)
    first.refresh_from_db()
    reviewing.undo(first, ada)
    first.refresh_from_db()
    assert first.is_open
    assert (Company.objects.count(), Partnership.objects.count()) == (0, 0)
    assert consistent()


def test_undo_of_the_article_takes_back_all_of_it(article: Article, ada: User) -> None:
    for each in suggested(article):
        reviewing.accept(each, ada)
    reviewing.undo_all(article, ada)
    assert article.suggestions.open().count() == article.suggestions.count()
    assert Company.objects.count() == 0
    assert consistent()


def test_a_batch_taken_back_in_the_history_opens_its_suggestion(
    article: Article, ada: User
) -> None:
    first = suggested(article)[0]
    reviewing.accept(first, ada)
    first.refresh_from_db()
    assert first.batch
    reverting.revert(reverting.of_batch(first.batch), ada)
    first.refresh_from_db()
    assert first.is_open


def test_a_rejected_one_can_be_opened_again(article: Article, ada: User) -> None:
    first = suggested(article)[0]
    reviewing.reject(first, ada, Suggestion.Reason.NOT_ASSERTED)
    first.refresh_from_db()
    assert (first.state, first.reason) == ("rejected", "not-asserted")
    reviewing.undo(first, ada)
    first.refresh_from_db()
    assert first.is_open


def test_reading_again_suggests_nothing_twice(article: Article) -> None:
    first = suggested(article)
    assert suggested(article) == []
    assert article.suggestions.count() == len(first)


def test_what_is_known_is_cited_not_made_again(ada: User) -> None:
    call_command("loaddata", "seed", verbosity=0)
    first = Article.objects.get()
    other = Article(text=first.text + "\n", published=first.published)
    with recording.batch() as batch:
        batch.record(other)
    kinds = (Partnership, ProductLaunch, Company, Milestone, Statement)
    before = [kind.objects.count() for kind in kinds]
    for each in suggested(other):
        reviewing.accept(each, ada)
    assert [kind.objects.count() for kind in kinds] == before
    cited = Statement.objects.earliest("pk").citations.values_list("article", flat=True)
    assert sorted(cited) == [first.pk, other.pk]


def test_an_ambiguous_name_is_told_apart_by_its_fuller_form(article: Article, ada: User) -> None:
    with recording.batch() as batch:
        for slug, legal in (("leica", "Leica Camera AG"), ("lm", "Leica Microsystems")):
            company = Company(name=legal, slug=slug)
            batch.record(company)
            batch.record(CompanyName(company=company, name="Leica", ambiguous=True))
    reviewing.accept(suggested(article)[0], ada)
    partners = Partnership.objects.get().participations.values_list("company__name", flat=True)
    assert sorted(partners) == ["Leica Camera AG", "Xiaomi"]


def test_an_ambiguous_name_without_context_is_asked_for(article: Article, ada: User) -> None:
    with recording.batch() as batch:
        for slug in ("one", "two"):
            company = Company(name=f"Huawei {slug}", slug=slug)
            batch.record(company)
            batch.record(CompanyName(company=company, name="Huawei", ambiguous=True))
    old = next(
        each for each in suggested(article) if "Huawei" in str(each.found.get("participants"))
    )
    with pytest.raises(recording.Refused, match="what several companies are called"):
        reviewing.accept(old, ada)
    reviewing.accept(old, ada, {"Huawei": Company.objects.get(slug="two")})
    assert Partnership.objects.get().participations.filter(company__slug="two").exists()


@pytest.mark.parametrize("seed", range(3))
def test_undo_in_whatever_order_they_were_accepted_leaves_nothing(
    article: Article, ada: User, seed: int
) -> None:
    orders = list(itertools.permutations(suggested(article)))
    for each in orders[seed * 1597]:
        reviewing.accept(each, ada)
    reviewing.undo_all(article, ada)
    kinds = (Company, CompanyName, Milestone, Partnership, Person, ProductLaunch, Statement)
    assert [each for each in kinds if each.objects.exists()] == []


def test_typed_dates_keep_the_words_of_the_article(article: Article, ada: User) -> None:
    launch = next(each for each in suggested(article) if each.kind == "launch")
    reviewing.accept(launch, ada)
    promise = Milestone.objects.get(kind="announced")
    assert (promise.due, promise.due_words) == ("[2022-05-24..2022-07-31]", "by July this year")


@pytest.mark.parametrize(
    ("words", "milestones"),
    [
        ("Norr Inc has worked with Vale Inc since 2016.", [("began", "2016")]),
        ("Norr Inc joined forces with Vale Inc in March 2019.", [("announced", "2019-03")]),
        (
            "In January 2021 Norr Inc ended its partnership with Vale Inc, which began in 2016.",
            [("began", "2016"), ("ended", "2021-01")],
        ),
    ],
)
def test_a_day_of_beginning_is_filed_as_that(
    ada: User, words: str, milestones: list[tuple[str, str]]
) -> None:
    article = Article(text=words, published="2024-05-14")
    with recording.batch() as batch:
        batch.record(article)
    (partnership,) = reviewing.suggest(article)
    reviewing.accept(partnership, ada)
    assert sorted(Milestone.objects.values_list("kind", "occurred")) == milestones
