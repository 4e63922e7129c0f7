"""Two who write at once: what one batch checks does not change under it."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from partnerships import recording
from partnerships.models import Milestone, Participation, Partnership
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)

LONG_ENOUGH = 0.3  # seconds that the first holds its batch open


def at_once(first: Callable[[], None], second: Callable[[], None]) -> list[str]:
    """The second begins before the first, which has written, commits; who of them was refused."""
    begun, refusals = threading.Event(), []

    def run(name: str, change: Callable[[], None], *, hold: bool) -> None:
        try:
            with recording.batch():
                change()
                begun.set()
                if hold:
                    threading.Event().wait(LONG_ENOUGH)
        except recording.Refused:
            refusals.append(name)
        finally:
            begun.set()  # also when it failed: the other is not kept waiting, nothing is left over
            connection.close()

    one = threading.Thread(target=run, args=("first", first), kwargs={"hold": True})
    other = threading.Thread(target=run, args=("second", second), kwargs={"hold": False})
    one.start()
    begun.wait()
    other.start()
    one.join()
    other.join()
    return refusals


def removal(row: object) -> Callable[[], None]:
    def remove() -> None:
        with recording.batch() as batch:
            batch.remove(row)

    return remove


def test_two_companies_leave_a_partnership_of_three() -> None:
    partnership = make.partnership(make.company(), make.company(), make.company())
    one, other, _ = Participation.objects.filter(partnership=partnership)
    assert at_once(removal(one), removal(other)) == ["second"]
    assert partnership.participations.count() == 2


def test_two_citations_of_one_claim_are_removed() -> None:
    sources = [make.article("2022-05-23"), make.article("2022-05-24")]
    milestone = make.milestone(make.partnership(), "announced", "2022", *sources)
    one, other = milestone.citations.all()
    assert at_once(removal(one), removal(other)) == ["second"]


def test_index_knows_a_company_and_a_milestone_that_came_at_once() -> None:
    partnership, third = make.partnership(), make.company("Third")
    source = make.article("2022-05-24")

    def join() -> None:
        make.claim(Participation(partnership=partnership, company=third), source)

    def announce() -> None:
        make.claim(Milestone(partnership=partnership, kind="announced", occurred="2022"), source)

    assert at_once(join, announce) == []
    assert third.entries.filter(partner=None).count() == 1


def test_preferred_beginning_and_end_that_contradict() -> None:
    partnership = Partnership.objects.get(pk=make.partnership().pk)
    source = make.article("2022-05-24")
    preferred = {"rank": "preferred", "rank_reason": "It gives the day."}

    def claim(kind: str, occurred: str) -> Callable[[], None]:
        row = Milestone(partnership=partnership, kind=kind, occurred=occurred, **preferred)
        return lambda: make.claim(row, source) and None

    assert at_once(claim("began", "2020"), claim("ended", "2010")) == ["second"]
