"""Eight editors who save the same version at the same moment, again and again."""

import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client

from partnerships import history
from partnerships.models import Company, Person
from tests import factories as make
from tests.admin import address, typed

pytestmark = pytest.mark.django_db(transaction=True)

EDITORS, ROUNDS = 8, 8


@pytest.fixture
def clients() -> list[Client]:
    rights = Permission.objects.filter(content_type__app_label="partnerships")
    made = []
    for number in range(EDITORS):
        user = User.objects.create_user(f"editor{number}", is_staff=True)
        user.user_permissions.set(rights)
        client = Client()
        client.force_login(user)
        made.append(client)
    return made


def at_once(actions: list[Callable[[], Any]]) -> list[int]:
    """The status of each answer; all begin together."""
    ready = threading.Barrier(len(actions))
    answers: dict[int, int] = {}

    def run(number: int, action: Callable[[], Any]) -> None:
        try:
            ready.wait(10)
            answers[number] = action().status_code
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=(number, action)) for number, action in enumerate(actions)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return [answers.get(number, 0) for number in range(len(actions))]


def posts(clients: list[Client], url: str, sent: list[dict[str, Any]]) -> list[Any]:
    return [
        lambda client=client, data=data: client.post(url, data)
        for client, data in zip(clients, sent, strict=True)
    ]


def test_one_of_eight_who_change_the_same_field_wins_each_round(clients: list[Client]) -> None:
    row = make.person("Nobody")
    url = address(row, "change", row.pk)
    outcomes, names = Counter[int](), []
    for number in range(ROUNDS):
        page = typed(clients[0].get(url))
        sent = [page | {"name": f"Editor {each}, round {number}"} for each in range(EDITORS)]
        answers = at_once(posts(clients, url, sent))
        outcomes.update(answers)
        names.append(Person.objects.get().name == sent[answers.index(302)]["name"])
    assert outcomes == {302: ROUNDS, 409: ROUNDS * (EDITORS - 1)}
    assert all(names)
    assert Person.objects.get().version == 1 + ROUNDS
    assert list(history.verify()) == []


def test_eight_who_change_different_fields_all_survive(clients: list[Client]) -> None:
    companies = [make.company(), make.company()]
    sources = [make.article(), make.article()]
    people = [make.person("Ernst Leitz"), make.person("Oskar Barnack")]
    partnerships = [make.partnership(*companies), make.partnership()]
    row = make.statement("Words.", "1900", sources[1], company=companies[1], speaker=people[1])
    url = address(row, "change", row.pk)
    lost: list[str] = []
    for number in range(ROUNDS):
        changes = {
            "text": f"Words of round {number}.",
            "role": f"CEO no. {number}",
            "said": str(1901 + number),
            "language": ["de", "fr"][number % 2],
            "speaker": str(people[number % 2].pk),
            "company": str(companies[number % 2].pk),
            "partnership": str(partnerships[number % 2].pk),
            "citations-0-article": str(sources[number % 2].pk),
        }
        page = typed(clients[0].get(url))
        answers = at_once(posts(clients, url, [page | dict([each]) for each in changes.items()]))
        now = typed(clients[0].get(url))
        lost += [f"{number} {name}" for name, text in changes.items() if now[name] != text]
        lost += [f"{number} {each}" for each in answers if each != 302]
    assert lost == []
    assert list(history.verify()) == []


def test_nothing_that_is_removed_comes_back_by_a_save(clients: list[Client]) -> None:
    outcomes = Counter[tuple[int, ...]]()
    for number in range(ROUNDS):
        row = make.person(f"Person {number}")
        change, delete = (address(row, page, row.pk) for page in ("change", "delete"))
        page = typed(clients[0].get(change))
        seen = {"post": "yes", "seen": clients[1].get(delete).context["seen"]}
        answers = at_once(
            [
                lambda: clients[1].post(delete, seen),  # noqa: B023 - it runs in this round
                *posts(
                    clients[2:5],
                    change,
                    [page | {"name": f"Editor {each} of round {number}"} for each in range(3)],
                ),
            ]
        )
        removed, *saved = answers
        there = Person.objects.filter(pk=row.pk).exists()
        # Either the removal came first and every save is told, or a save did and the removal asks.
        assert (removed, sorted(saved), there) in [
            (302, [409, 409, 409], False),
            (409, [302, 409, 409], True),
        ]
        outcomes[removed,] += 1
    assert sum(outcomes.values()) == ROUNDS
    assert list(history.verify()) == []


def test_removals_at_once_are_one(clients: list[Client]) -> None:
    row = make.company("Leica")
    url = address(row, "delete", row.pk)
    seen = {"post": "yes", "seen": clients[0].get(url).context["seen"]}
    answers = at_once(posts(clients, url, [seen] * EDITORS))
    assert set(answers) == {302}  # the later ones are led away: there is nothing left to remove
    assert not Company.objects.exists()
    assert list(history.verify()) == []
