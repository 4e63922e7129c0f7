"""The numbers of a brand's page: exact as far as they are counted, and for one statement."""

import datetime
import random
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import recording, timeline
from partnerships.models import Company, Participation, ProductLaunch
from partnerships.models.vocabulary import ClaimCertainty, EntryKind
from partnerships.standing import Outcome
from partnerships.templatetags.partnerships import tally
from partnerships.timeline import Question
from tests import factories as make

pytestmark = [pytest.mark.django_db]

EVERYTHING = 10_000
DECIDED = {Outcome.ON_TIME, Outcome.LATE, Outcome.BROKEN}


def walked(question: Question) -> int:
    """How many lines the timeline itself has."""
    return len(timeline.page(question, size=EVERYTHING).lines)


def questions(number: int) -> list[Question]:
    """So many questions about the demonstration, each with some of the filters; always the same."""
    chance = random.Random(20220524)  # noqa: S311 - no secret
    companies = list(Company.objects.filter(slug__in=["leica", "zeiss", "xiaomi", "huawei"]))
    days = [datetime.date(year, 7, 1) for year in range(2005, 2026, 2)]

    def one() -> Question:
        first = chance.choice([None, *days])
        last = chance.choice([None, *days])
        return Question(
            chance.choice(companies),
            kind=chance.choice(["", *EntryKind.values]),
            partner=chance.choice([None, None, *companies]),
            certainty=chance.choice(["", "", *ClaimCertainty.values]),
            dated=chance.choice([None, None, True, False]),
            first=first,
            last=last if not first or not last or first <= last else None,
            as_of=chance.choice([None, *days]),
        )

    return [one() for _ in range(number)]


@pytest.mark.usefixtures("demonstration")
def test_number_beside_a_choice_is_what_choosing_it_gives() -> None:
    for question in questions(25):
        found = timeline.counts(question)
        partners = Company.objects.in_bulk(
            [each.value for each in found.partners], field_name="slug"
        )
        for choice in found.kinds:
            assert choice.count == walked(replace(question, kind=choice.value)), (question, choice)
        for choice in found.certainties:
            assert choice.count == walked(replace(question, certainty=choice.value))
        for choice in found.partners:
            assert choice.count == walked(replace(question, partner=partners[choice.value]))
        assert found.dated == walked(replace(question, dated=True))
        assert found.undated == walked(replace(question, dated=False))


def expected(company: Company, as_of: datetime.date | None) -> dict[str, int]:
    """The figures as the pages of each partnership and launch add up to them."""
    takes_part = Participation.objects.filter(company=company).select_related("partnership")
    known = [each.partnership for each in takes_part if each.known(as_of)]
    stories = [timeline.partnership_story(each, as_of) for each in known]
    launches = [
        timeline.launch_story(each, as_of)
        for each in ProductLaunch.objects.all()
        if company in each.makers.all() or each.partnership in known
    ]
    launches = [story for story in launches if story.milestones or as_of is None]
    outcomes = [promise.outcome for story in launches for promise in story.standing.made]
    return {
        "partnerships": len(known),
        "running": sum(story.standing.running for story in stories),
        "launches": len(launches),
        "statements": walked(Question(company, kind="statement", as_of=as_of)),
        "kept": outcomes.count(Outcome.ON_TIME),
        "decided": sum(outcome in DECIDED for outcome in outcomes),
    }


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("as_of", [None, "2008-06-01", "2016-06-01", "2022-05-24", "2024-02-29"])
def test_figures_agree_with_the_pages_they_sum_up(as_of: str | None) -> None:
    day = datetime.date.fromisoformat(as_of) if as_of else None
    for company in Company.objects.filter(slug__in=["leica", "zeiss", "xiaomi", "nokia"]):
        figures = timeline.counts(Question(company, as_of=day)).figures
        assert {name: getattr(figures, name) for name in figures.__slots__} == expected(
            company, day
        )


def test_partner_of_later_days_is_no_choice() -> None:
    brand, partner = make.company(), make.company("Partner")
    partnership = make.partnership(partner, brand)
    make.milestone(partnership, "announced", "2022-05-23", make.article("2022-05-23"))
    before = timeline.counts(Question(brand, as_of=datetime.date(2022, 5, 22)))
    after = timeline.counts(Question(brand, as_of=datetime.date(2022, 5, 23)))
    assert ([each.label for each in before.partners], [each.label for each in after.partners]) == (
        [],
        ["Partner"],
    )


def test_broken_promise_counts_as_decided_and_a_withdrawn_one_does_not() -> None:
    brand = make.company()
    for due, cancelled in (("2020", "2021-06"), ("2022", "2021-06")):
        launch = make.launch(maker=brand)
        make.milestone(launch, "announced", "2019-01-01", due=due)
        make.milestone(launch, "cancelled", cancelled)
    figures = timeline.counts(Question(brand)).figures
    assert (figures.kept, figures.decided) == (0, 1)


def test_day_that_two_claims_promise_is_one_promise() -> None:
    brand = make.company()
    launch = make.launch(maker=brand)
    for occurred in ("2022-05-23", "2022-05-24"):
        make.milestone(launch, "announced", occurred, due="2022-07")
    make.milestone(launch, "launched", "2022-07-04")
    figures = timeline.counts(Question(brand)).figures
    assert (figures.kept, figures.decided) == (1, 1)


def test_names_are_those_it_does_not_already_go_by() -> None:
    brand = make.company("Brand", legal_name="Brand AG")
    make.record(brand.names.model(company=brand, name="Other name"))
    assert timeline.counts(Question(brand)).names == ["Other name"]


@pytest.mark.parametrize("number", [1, 60])
def test_all_numbers_take_one_statement(number: int) -> None:
    brand = make.company()
    with recording.batch():
        for _ in range(number):
            make.milestone(make.partnership(brand, make.company()), "announced", "2022-05-23")
    filters: dict[str, Any] = {"kind": "milestone", "certainty": "stated", "dated": True}
    span = {"first": datetime.date(2020, 1, 1), "last": datetime.date(2023, 1, 1)}
    with CaptureQueriesContext(connection) as captured:
        found = timeline.counts(Question(brand, **filters, **span))
    assert (len(captured), len(found.partners)) == (1, number)


def test_no_more_is_counted_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    # By its name, for the package has a function of the same name.
    counts = import_module("partnerships.timeline.counts")
    monkeypatch.setattr(counts, "LIMIT", 3)
    monkeypatch.setattr(counts, "LOOKED_AT", 2)
    brand, partner = make.company(), make.company("Partner")
    for number in range(6):
        partnership = make.partnership(brand, partner, slug=f"p-{number}")
        make.milestone(partnership, "announced", "2022-05-23")
        make.milestone(make.launch(maker=brand), "announced", "2022-05-23", due="2022-07")
    found = timeline.counts(Question(brand))
    assert {each.value: each.count for each in found.kinds} == {
        "": 4,
        "milestone": 4,
        "launch": 4,
        "statement": 0,
    }
    assert (found.partners[0].count, found.figures.partnerships, found.figures.launches) == (4,) * 3


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (999, "999"), (1000, "1,000"), (1001, "1,000+")]
)
def test_numbers_are_exact_up_to_a_thousand(number: int, shown: str) -> None:
    assert tally(number) == shown
