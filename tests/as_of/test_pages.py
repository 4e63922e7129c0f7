"""A few pages as they are read."""

import datetime
import re

import pytest
from django.test import Client

from partnerships import timeline
from partnerships.models import Article, Company, ProductLaunch
from tests.as_of.days import DAYS, some
from tests.as_of.records import Records, known

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


@pytest.mark.parametrize("day", DAYS[::7], ids=str)
def test_pages_show_what_was_known(client: Client, records: Records, day: datetime.date) -> None:
    def html(path: str) -> str:
        return str(client.get(path, {"as_of": day.isoformat()}).content.decode())

    shown = re.findall(r'<article class="line[^"]*" id="(\w+)"', html("/brands/leica/"))
    lines = timeline.page(timeline.Question(Company.objects.get(slug="leica"), as_of=day)).lines
    assert shown == [line.claim.public_id for line in lines]

    said = {row["public_id"] for row in known(records.statements.values(), day)}
    assert set(re.findall(r'<article class="line[^"]*" id="(\w+)"', html("/statements/"))) == said

    out = {pk for pk, row in records.articles.items() if row["out"] and row["out"] <= day}
    listed = re.findall(r'<li><a href="/articles/(\w+)/', html("/articles/"))
    assert len(listed) == min(len(out), 50)
    assert set(Article.objects.filter(public_id__in=listed).values_list("pk", flat=True)) <= out

    for launch in some(list(ProductLaunch.objects.order_by("pk")), day, 5):
        name = records.name(launch.pk, day)
        later = {row["name"] for row in records.names.values() if row["launch_id"] == launch.pk}
        later -= {row["name"] for row in known(records.names.values(), day)}
        text = html(launch.get_absolute_url())
        assert not any(f">{each}<" in text for each in later - {name})
