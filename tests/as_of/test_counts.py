"""The figures of a brand, and the counts beside its filters."""

import datetime

import pytest

from partnerships import timeline
from partnerships.models import Company
from tests.as_of.days import each_day, some
from tests.as_of.records import Records, entries, known
from tests.as_of.statuses import of_partnerships, promises, status_in_words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@each_day
def test_counts_of_a_brand(records: Records, day: datetime.date) -> None:
    partnerships = of_partnerships(records, day)
    claims = [
        *entries(known(records.milestones.values(), day)),
        *known(records.statements.values(), day),
    ]
    for brand in [
        *Company.objects.filter(slug="leica"),
        *some(list(Company.objects.all()), day, 4),
    ]:
        concerning = [row for row in claims if brand.pk in records.concerned(row)]
        own = {
            row["partnership_id"]
            for row in known(records.participations.values(), day)
            if row["company_id"] == brand.pk
        }
        launches = [
            records.of_launch(pk, day)
            for pk, row in records.launches.items()
            if records.of_launch(pk, day)
            and (brand.pk in row["makers"] or row["partnership_id"] in own)
        ]
        came = [each for rows in launches for each in promises(rows, day).values()]
        found = timeline.counts(timeline.Question(brand, as_of=day))
        figures = found.figures
        assert figures.partnerships == len(own)
        assert figures.running == sum(
            status_in_words(records, pk, partnerships[pk], day) == "active" for pk in own
        )
        assert figures.launches == len(launches)
        assert figures.statements == sum("said" in row for row in concerning)
        assert figures.kept == came.count("kept on time")
        assert figures.decided == sum(
            came.count(each) for each in ("kept on time", "kept late", "broken")
        )
        assert {choice.value: choice.count for choice in found.kinds} == {
            "": len(concerning),
            "milestone": sum("due" in row and not row["launch_id"] for row in concerning),
            "launch": sum("due" in row and bool(row["launch_id"]) for row in concerning),
            "statement": sum("said" in row for row in concerning),
        }
        partners = [pk for row in concerning for pk in records.concerned(row) - {brand.pk}]
        slugs = dict(Company.objects.values_list("pk", "slug"))
        assert {choice.value: choice.count for choice in found.partners} == {
            slugs[pk]: partners.count(pk) for pk in partners
        }
