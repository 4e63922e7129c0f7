"""Any order of deciding and undoing: after each step records, timelines and history agree."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from partnerships import filing, recording, reverting, reviewing
from partnerships.models import (
    Article,
    Citation,
    Claim,
    Company,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Statement,
    Suggestion,
    TimelineEntry,
)
from tests.reviewing.readings import seed_article, seed_reading

FILED = (Company, Person, Partnership, ProductLaunch)
CLAIMS: tuple[type[Claim], ...] = (Participation, ProductName, Milestone, Statement)


@dataclass(frozen=True)
class Step:
    """One decision: what is done, to which suggestion, and what an editor changes of it."""

    action: str
    number: int
    places: tuple[tuple[int, int], ...]
    change: str


def places_in(length: int) -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    """One or two passages somewhere in the text, none within another."""
    cuts = st.lists(st.integers(0, length), min_size=2, max_size=4, unique=True).map(sorted)
    return cuts.map(lambda found: tuple(zip(found[::2], found[1::2], strict=False)))


ACTIONS = ["accept", "accept", "edit", "edit", "reject", "undo", "undo all"]
CHANGES = ["places", "company", "words", "kind", "nothing"]
STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(ACTIONS),
        st.integers(0, 6),
        places_in(2000),
        st.sampled_from(CHANGES),
    ),
    max_size=10,
)


@pytest.fixture
def article(db: None) -> Article:
    return seed_article()


@pytest.fixture
def ada(db: None) -> User:
    return User.objects.create_user("ada")


def edited(step: Step, facts: Sequence[filing.Told]) -> list[filing.Told]:
    """What an editor made of what a suggestion tells; the steps of it stand by it."""
    first: Any = facts[0]
    several = isinstance(first, filing.ToldStatement)
    more: dict[str, Any] = {"passages": step.places if several else step.places[:1]}
    match first, step.change:
        case _, "nothing":
            return list(facts)
        case filing.ToldPartnership(), "company":
            more["participants"] = (*first.participants, filing.Participant("Sharp", "supplier"))
        case filing.ToldPartnership(), "words":
            more["scope"] = "cameras of phones"
        case filing.ToldPartnership(), "kind":
            more["kinds"] = ("licensing", "supply")
        case filing.ToldLaunch(), "company":
            more["makers"] = ("Sharp",)
        case filing.ToldLaunch(), "words":
            more["name"] = "Xiaomi 12S Ultra"
        case filing.ToldLaunch(), "kind":
            more["name_kind"] = "rumoured"
        case filing.ToldStatement(), "company":
            more["company"] = "Sharp"
        case filing.ToldStatement(), "words":
            more["role"] = "chief executive"
        case filing.ToldStatement(), "kind":
            more["kind"] = "joint"
    changed = replace(first, **more)
    steps = [replace(each, subject=changed, passages=step.places[:1]) for each in facts[1:]]  # type: ignore[call-arg]
    return [changed, *steps]


def take(step: Step, suggestion: Suggestion, user: User) -> list[reverting.Plan]:
    """Decide; returns what was taken back."""
    match step.action:
        case "accept":
            reviewing.accept(suggestion, user)
        case "edit":
            facts = edited(step, reviewing.drafted(suggestion))
            reviewing.accept_edited(suggestion, facts, user)
        case "reject":
            reviewing.reject(suggestion, user, Suggestion.Reason.WRONG_SPAN)
        case "undo":
            return [reviewing.undo(suggestion, user)]
        case _:
            return reviewing.undo_all(suggestion.article, user)
    return []


def check(article: Article) -> None:
    """All that must hold after each step."""
    with Path(os.devnull).open("w") as nowhere:
        call_command("check_timeline", stdout=nowhere)
        call_command("verify_history", stdout=nowhere)
    assert [str(each) for each in Citation.objects.with_holding() if not each.holds] == []
    assert [each for kind in CLAIMS for each in kind.objects.filter(citations=None)] == []
    assert [each for each in Partnership.objects.all() if each.participations.count() < 2] == []
    waiting = article.suggestions.open()
    assert waiting.exclude(batch=None, record=None, decided_at=None).count() == 0
    filed = list(article.suggestions.filed())
    assert len(reviewing.Known.of(filed).siblings) == len(filed)


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(STEPS)
def test_any_order_of_decisions_leaves_the_record_consistent(
    article: Article, ada: User, steps: list[Step]
) -> None:
    # The examples share one test, and so its database.
    with transaction.atomic():
        decide_in_order(article, ada, steps)
        transaction.set_rollback(True)


def decide_in_order(article: Article, user: User, steps: list[Step]) -> None:
    recording.keep_suggestions(article, reviewing.proposals(article, seed_reading(article)))
    found = list(article.suggestions.order_by("place", "pk"))
    plans: list[reverting.Plan] = []
    for step in steps:
        suggestion = Suggestion.objects.get(pk=found[step.number].pk)
        before = snapshot()
        try:
            plans += take(step, suggestion, user)
        except recording.Refused:
            assert snapshot() == before  # what is refused changes nothing
        check(article)
    plans += reviewing.undo_all(article, user)
    check(article)
    assert article.suggestions.open().count() == len(found)
    # What others were built on when it was taken back stays, and is told; else nothing stays.
    stays = any(plan.kept for plan in plans)
    assert stays or [each for each in (*FILED, *CLAIMS, TimelineEntry) if rows_of(each)] == []


def snapshot() -> list[Any]:
    """Every record, every line of the timelines and every state, as it is stored."""
    return [rows_of(each) for each in (*FILED, *CLAIMS, Citation, TimelineEntry, Suggestion)]


def rows_of(kind: Any) -> list[Any]:
    return list(kind._base_manager.order_by("pk").values())
