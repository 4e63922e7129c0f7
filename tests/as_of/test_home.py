"""The list of brands and the first page."""

import datetime

import pytest

from partnerships import timeline
from tests.as_of.days import each_day
from tests.as_of.records import Records, Row, entries, known
from tests.as_of.statuses import outcomes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@each_day
def test_brands_and_home(records: Records, day: datetime.date) -> None:
    claims = [*known(records.milestones.values(), day), *known(records.statements.values(), day)]
    companies = {pk for row in claims for pk in records.concerned(row)}
    takes_part = [row["company_id"] for row in known(records.participations.values(), day)]
    page = timeline.brand_page(timeline.BrandQuestion(as_of=day), size=1000)
    assert {each.company.pk: each.partnerships for each in page.brands} == {
        pk: takes_part.count(pk) for pk in companies
    }
    home = timeline.home(day)
    counting = [row for row in claims if row.get("rank") != "deprecated"]
    newest = sorted((row["known"] for row in counting if stands_alone(row, claims)), reverse=True)
    assert [news.line.claim.known_from for news in home.news] == newest[:10]
    still = {
        (row["launch_id"], row["due_to"]): came
        for row in counting
        if "due" in row and row["launch_id"] and row["certainty"] == "stated"
        for came in [outcomes(records.of_launch(row["launch_id"], day), day).get(row["id"], "")]
    }
    for lines, words in ((home.due, {"due", "pending"}), (home.overdue, {"overdue"})):
        wanted = {key for key, came in still.items() if came in words}
        shown = [(line.claim.launch_id, line.claim.due_latest) for line in lines]  # type: ignore[union-attr]
        assert len(shown) == len(set(shown)) == min(10, len(wanted))
        assert set(shown) <= wanted


def stands_alone(row: Row, claims: list[Row]) -> bool:
    """Whether it is an entry and not one of those beneath a preferred claim."""
    return "said" in row or row in entries([each for each in claims if "due" in each])
