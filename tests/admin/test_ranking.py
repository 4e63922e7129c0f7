"""Deprecating and preferring many claims at once."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.test import Client

from partnerships import history, recording, reverting
from partnerships.models import Batch, Milestone, Partnership, Person, Revision
from partnerships.models.vocabulary import Source
from tests import factories
from tests.admin import address

pytestmark = pytest.mark.django_db

LIST = "/admin/partnerships/milestone/"


def ask(client: Client, action: str, *rows: Milestone, **more: Any) -> Any:
    chosen = {"action": action, "_selected_action": [row.pk for row in rows], "index": "0"}
    return client.post(LIST + more.pop("query", ""), chosen | more)


def do(client: Client, action: str, *rows: Milestone, reason: str = "A slip.", **more: Any) -> Any:
    more.setdefault("seen", ask(client, action, *rows).context["seen"])
    return ask(client, action, *rows, reason=reason, **more)


def said(answer: Any) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def ranks() -> list[tuple[str, str]]:
    return list(Milestone.objects.order_by("pk").values_list("rank", "rank_reason"))


@pytest.fixture
def partnership() -> Partnership:
    return factories.partnership(factories.company("Xiaomi"), factories.company("Leica"))


@pytest.fixture
def claims(partnership: Partnership) -> list[Milestone]:
    return [factories.milestone(partnership, "began", year) for year in ("2015", "2016")]


def test_the_reason_is_asked_first(client: Client, claims: list[Milestone]) -> None:
    answer = ask(client, "deprecate", *claims)
    assert [name for name, _ in answer.context["shown"]] == [
        "Xiaomi and Leica: Began 2016",
        "Xiaomi and Leica: Began 2015",
    ]
    assert ranks() == [("normal", "")] * 2


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301, "\0"])
def test_without_a_reason_nothing_is_done(
    client: Client, claims: list[Milestone], reason: str
) -> None:
    answer = do(client, "deprecate", *claims, reason=reason)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["reason"])
    assert ranks() == [("normal", "")] * 2


def test_all_are_deprecated_in_one_batch_that_says_why(
    client: Client, claims: list[Milestone], editor: User
) -> None:
    answer = do(client, "deprecate", *claims)
    assert said(answer) == ["2 milestones now deprecated."]
    assert ranks() == [("deprecated", "A slip.")] * 2
    batch = Batch.objects.first()
    assert (batch.actor, batch.source, batch.comment) == (
        editor,
        Source.ADMIN,
        "Deprecated: A slip.",
    )
    assert {each.record for each in batch.revisions.all()} == {row.pk for row in claims}


def test_one_is_preferred(client: Client, claims: list[Milestone]) -> None:
    do(client, "prefer", claims[0], reason="The companies' own day.")
    assert ranks() == [("preferred", "The companies' own day."), ("normal", "")]


def test_several_of_a_family_are_not_preferred(client: Client, claims: list[Milestone]) -> None:
    answer = do(client, "prefer", *claims)
    (problem,) = said(answer)
    assert problem == (
        "Nothing was changed. Of the claims “began” of Xiaomi and Leica only one can be "
        "preferred; 2 are chosen."
    )
    assert ranks() == [("normal", "")] * 2


def test_beside_one_that_is_preferred_already_nothing_is_done(
    client: Client, claims: list[Milestone], partnership: Partnership
) -> None:
    other = factories.milestone(partnership, "announced", "2014")
    do(client, "prefer", claims[0])
    answer = do(client, "prefer", claims[1], other)
    assert "is preferred already" in said(answer)[-1]
    assert [rank for rank, _ in ranks()] == ["preferred", "normal", "normal"]


def test_what_was_changed_meanwhile_is_listed_and_left_alone(
    client: Client, claims: list[Milestone]
) -> None:
    seen = ask(client, "deprecate", *claims).context["seen"]
    claims[0].note = "Corrected."
    factories.record(claims[0])
    answer = do(client, "deprecate", *claims, seen=seen)
    assert said(answer) == [
        "1 milestone now deprecated.",
        "Changed meanwhile, and left as they are: Xiaomi and Leica: Began 2015.",
    ]
    assert [rank for rank, _ in ranks()] == ["normal", "deprecated"]


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 40])
def test_a_page_that_was_not_sent_whole_is_shown_again(
    client: Client, claims: list[Milestone], seen: str
) -> None:
    assert do(client, "deprecate", *claims, seen=seen).status_code == 200
    assert ranks() == [("normal", "")] * 2


def test_all_pages_of_a_list_are_deprecated_at_once_and_taken_back(
    client: Client, partnership: Partnership
) -> None:
    many(partnership, 300)
    factories.milestone(partnership, "announced", "2014")
    before = history.content_hash()
    first = Milestone.objects.first()
    assert first is not None
    query = "?kind__exact=began"
    seen = ask(client, "deprecate", first, select_across="1", query=query).context["seen"]
    sent = {"select_across": "1", "query": query, "seen": seen}
    answer = do(client, "deprecate", first, **sent)
    assert said(answer) == ["300 milestones now deprecated."]
    batch = Batch.objects.first()
    assert batch.revisions.count() == Milestone.objects.filter(rank="deprecated").count() == 300
    reverting.revert(reverting.of_batch(batch), None)
    assert history.content_hash() == before


def test_whoever_may_only_look_is_not_offered_it(
    client: Client, editor: User, claims: list[Milestone]
) -> None:
    editor.groups.clear()
    editor.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    ask(client, "deprecate", *claims, reason="A slip.", seen="999999")
    assert ranks() == [("normal", "")] * 2


def test_removing_many_is_one_batch(client: Client) -> None:
    for number in range(3):
        factories.person(f"Person {number}")
    keys = list(Person.objects.values_list("pk", flat=True))
    chosen = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    chosen["seen"] = Revision.objects.latest("pk").pk
    client.post(address(Person, "changelist"), chosen)
    last = Revision.objects.filter(action="deleted")
    assert (last.count(), last.values("batch").distinct().count()) == (3, 1)


def many(partnership: Partnership, number: int) -> None:
    source = factories.article()
    with recording.batch() as batch:
        for _ in range(number):
            row = Milestone(partnership=partnership, kind="began", occurred="2016")
            batch.record(row)
            batch.record(factories.cite(row, source))
