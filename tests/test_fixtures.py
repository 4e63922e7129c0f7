"""The fixtures: they load alone and together, change nothing twice, and tell the known story."""

import csv
import datetime
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from partnerships import dates, demonstration, standing
from partnerships.models import (
    Article,
    Citation,
    Milestone,
    Partnership,
    ProductLaunch,
    ProductName,
    Statement,
    TimelineEntry,
)
from partnerships.standing import LaunchStatus, Outcome, PartnershipStatus

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SEED_TEXT = Path(__file__).resolve().parent / "reading" / "00-seed.txt"
DERIVED_OR_HISTORY = [
    "timelineentry",
    "calendarentry",
    "searchentry",
    "nameword",
    "batch",
    "revision",
]
TODAY = datetime.date(2026, 11, 22)
FLAGSHIP = "xiaomi-leica-first-flagship"

WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
OUTCOMES = {
    "kept": Outcome.ON_TIME,
    "scheduled": Outcome.ON_TIME,
    "missed": Outcome.LATE,
    "delayed": Outcome.LATE,
    "unknown": Outcome.UNRESOLVED,
    "denied": Outcome.WITHDRAWN,
    "launched": None,
    "unconfirmed": None,
}


def records(fixture: str) -> dict[tuple[str, str], dict[str, Any]]:
    """A fixture's records by model and natural key."""
    read = json.loads((FIXTURES / f"{fixture}.json").read_text(encoding="utf-8"))
    return {
        (each["model"], each["fields"].get("public_id") or each["fields"]["slug"]): each["fields"]
        for each in read
    }


def load(*fixtures: str) -> None:
    call_command("loaddata", *fixtures, verbosity=0)


def dump() -> list[str]:
    """Every record with its derived days, in an order that tells nothing of the loading."""
    out = io.StringIO()
    call_command(
        "dumpdata",
        "partnerships",
        exclude=[f"partnerships.{kind}" for kind in DERIVED_OR_HISTORY],
        natural_foreign=True,
        natural_primary=True,
        stdout=out,
    )
    return sorted(json.dumps(each, sort_keys=True) for each in json.loads(out.getvalue()))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# Loading


@pytest.mark.django_db
@pytest.mark.parametrize("fixture", ["seed", "demonstration"])
def test_a_fixture_loads_alone_with_complete_timelines(fixture: str) -> None:
    load(fixture)
    call_command("check_timeline")
    assert TimelineEntry.objects.exists()


@pytest.mark.django_db
def test_loading_twice_writes_nothing() -> None:
    load("seed", "demonstration")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        load("seed", "demonstration")
    assert [each["sql"] for each in queries if WRITE.match(each["sql"])] == []


@pytest.mark.django_db
def test_the_order_of_loading_makes_no_difference() -> None:
    with transaction.atomic():
        load("seed")
        load("demonstration")
        seed_first = dump()
        transaction.set_rollback(True)
    load("demonstration")
    load("seed")
    call_command("check_timeline")
    assert dump() == seed_first


def test_what_stands_in_both_is_identical() -> None:
    seed, shown = records("seed"), records("demonstration")
    both = seed.keys() & shown.keys()
    assert {model.partition(".")[2] for model, _ in both} == {
        "company",
        "companyname",
        "partnership",
        "participation",
        "productlaunch",
        "productname",
    }
    assert {key: seed[key] for key in both} == {key: shown[key] for key in both}


# The seed


def test_the_seed_keeps_the_article_to_the_letter() -> None:
    (article,) = [each for (model, _), each in records("seed").items() if "article" in model]
    assert article["text"] == SEED_TEXT.read_bytes().decode()
    assert {name: value for name, value in article.items() if name != "text"} == {
        "public_id": article["public_id"],
        "named_source": "Leica",
        "published": "2022-05-24",
        "language": "en",
    }


def test_every_passage_of_the_seed_stands_at_its_place() -> None:
    text = SEED_TEXT.read_bytes().decode()
    cited = [each for (model, _), each in records("seed").items() if "citation" in model]
    assert {text[each["start"] : each["end"]] == each["passage"] for each in cited} == {True}


def test_every_claim_of_the_seed_has_one_passage() -> None:
    claims = {"milestone", "statement", "participation", "productname"}
    found = records("seed")
    cited = [
        each.get(claim.replace("productname", "product_name"))
        for (model, _), each in found.items()
        if "citation" in model
        for claim in claims
    ]
    assert sorted(key for each in cited if each for key in each) == sorted(
        key for model, key in found if model.partition(".")[2] in claims
    )


@pytest.mark.django_db
def test_the_seed_says_what_the_article_says_and_no_more() -> None:
    load("seed")
    said = [
        (
            str(each.subject),
            each.label,
            each.occurred,
            each.occurred_words,
            each.due,
            each.due_words,
        )
        for each in Milestone.objects.order_by("pk")
    ]
    before = "[..2022-05-24]"
    assert said == [
        ("Xiaomi and Leica", "announced", "2022-05-24", "today", "", ""),
        ("Huawei and Leica", "began", before, "", "", ""),
        ("Huawei and Leica", "ended", before, "", "", ""),
        (
            "Xiaomi 12 Ultra",
            "announced",
            "2022-05-24",
            "today",
            "[2022-05-24..2022-07-31]",
            "by July this year",
        ),
        ("Huawei P9", "launched", before, "", "", ""),
    ]


@pytest.mark.django_db
def test_the_seed_has_two_statements_for_leica() -> None:
    load("seed")
    said = [
        (str(each.speaker or ""), str(each.company), each.role, each.text[:16], each.said)
        for each in Statement.objects.order_by("pk")
    ]
    assert said == [
        ("", "Leica", "", "Xiaomi and Leica", "2022-05-24"),
        ("Matthias Harsch", "Leica", "CEO", "We are convinced", "2022-05-24"),
    ]


# Both together


def status(slug: str, as_of: str) -> PartnershipStatus:
    claims = Milestone.objects.filter(partnership__slug=slug, known_from__lte=as_of)
    return standing.partnership_standing(list(claims), day(as_of), None).status


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("slug", "as_of", "expected"),
    [
        ("huawei-leica", "2016-02-24", PartnershipStatus.NOT_KNOWN),
        ("huawei-leica", "2022-04-15", PartnershipStatus.ACTIVE),
        ("huawei-leica", "2022-05-24", PartnershipStatus.ENDED),
        ("xiaomi-leica", "2021-05-14", PartnershipStatus.NOT_KNOWN),
        ("xiaomi-leica", "2022-05-01", PartnershipStatus.RUMOURED),
        ("xiaomi-leica", "2022-05-23", PartnershipStatus.ACTIVE),
        ("hmd-zeiss", "2017-03-06", PartnershipStatus.DENIED),
        ("hmd-zeiss", "2017-07-06", PartnershipStatus.ACTIVE),
        ("oneplus-hasselblad", "2024-02-14", PartnershipStatus.ACTIVE),
    ],
)
def test_a_partnership_is_what_was_reported_by_then(
    slug: str, as_of: str, expected: PartnershipStatus
) -> None:
    assert status(slug, as_of) == expected


@pytest.mark.usefixtures("demonstration")
def test_the_end_of_huawei_and_leica_has_its_day() -> None:
    claims = Milestone.objects.filter(partnership__slug="huawei-leica")
    found = standing.partnership_standing(list(claims), day("2022-05-24"), None)
    assert found.ended is not None
    assert (found.ended.occurred, found.ended.known_from) == ("2022-03-31", day("2022-05-23"))
    assert found.since is not None
    assert found.since.occurred == "2016-02-25"


@pytest.mark.usefixtures("demonstration")
def test_before_the_announcement_nothing_later_is_known_of_xiaomi_and_leica() -> None:
    as_of = day("2022-05-01")
    partnership = Partnership.objects.get(slug="xiaomi-leica")
    known = partnership.milestones.filter(known_from__lte=as_of)
    assert {each.label for each in known} == {"rumoured: began"}
    assert not Statement.objects.filter(partnership=partnership, known_from__lte=as_of).exists()
    assert not ProductName.objects.filter(
        launch__partnership=partnership, known_from__lte=as_of
    ).exists()


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("as_of", "name"),
    [
        ("2022-05-23", "a product not yet named"),
        ("2022-05-25", "Xiaomi 12 Ultra"),
        ("2022-06-27", "Xiaomi 12 Ultra"),
        ("2022-06-28", "Xiaomi 12S Ultra"),
    ],
)
def test_the_flagship_is_called_by_the_name_of_the_day(as_of: str, name: str) -> None:
    assert ProductLaunch.objects.get(slug=FLAGSHIP).name_on(day(as_of)) == name


@pytest.mark.usefixtures("demonstration")
def test_the_flagship_is_one_launch_with_three_names() -> None:
    names = ProductName.objects.filter(launch__slug=FLAGSHIP)
    assert {each.name: each.kind for each in names} == {
        "first flagship mobile model": "descriptive",
        "Xiaomi 12 Ultra": "rumoured",
        "Xiaomi 12S Ultra": "official",
    }


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        ("2022-07-03", Outcome.DUE),
        ("2022-07-04", Outcome.ON_TIME),
    ],
)
def test_by_july_this_year_is_kept_on_the_fourth(on: str, outcome: Outcome) -> None:
    claims = Milestone.objects.filter(launch__slug=FLAGSHIP, known_from__lte=on)
    found = standing.launch_standing(list(claims), day(on))
    outcomes = {each.milestone.due_words: each.outcome for each in found.promises}
    assert outcomes["by July this year"] == outcome


@pytest.mark.usefixtures("demonstration")
def test_by_july_this_year_is_overdue_in_august_while_no_launch_is_known() -> None:
    seed = Milestone.objects.filter(launch__slug=FLAGSHIP, due_words="by July this year")
    (promise,) = standing.launch_standing(list(seed), day("2022-08-01")).promises
    assert promise.outcome == Outcome.OVERDUE


def launches() -> list[dict[str, str]]:
    with (FIXTURES / "facts" / "launches.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def expected(row: dict[str, str]) -> dates.EdtfDate | None:
    return dates.parse(demonstration.notation(row["expected"])) if row["expected"] else None


def launch_claims(row: dict[str, str]) -> list[Milestone]:
    given = row["product"] == "Xiaomi 12S Ultra"
    slug = FLAGSHIP if given else demonstration.slug(row["product"])
    return list(Milestone.objects.filter(launch__slug=slug))


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("row", launches(), ids=lambda row: row["product"])
def test_a_promise_ended_as_the_facts_say(row: dict[str, str]) -> None:
    promises = standing.launch_standing(launch_claims(row), TODAY).promises
    made = [each for each in promises if row["status"] == "denied" or not each.rumoured]
    first = made[0].outcome if made else None
    of_facts = {each.outcome for each in made if each.due == expected(row)} or {None}
    assert (first, of_facts) == (OUTCOMES[row["status"]], {OUTCOMES[row["status"]]})


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("row", launches(), ids=lambda row: row["product"])
def test_a_launch_has_the_day_of_the_facts(row: dict[str, str]) -> None:
    launched = standing.launch_standing(launch_claims(row), TODAY).launched
    assert (launched.occurred if launched else "") == demonstration.notation(row["launched"])


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("samsung-galaxy-s22-with-olympus-branding", LaunchStatus.DENIED),
        ("realme-phone-with-kodak-camera", LaunchStatus.RUMOURED),
        ("leitz-phone-1", LaunchStatus.ANNOUNCED),
        (FLAGSHIP, LaunchStatus.LAUNCHED),
    ],
)
def test_a_launch_is_what_its_claims_say(slug: str, expected: LaunchStatus) -> None:
    claims = Milestone.objects.filter(launch__slug=slug)
    assert standing.launch_standing(list(claims), TODAY).status == expected


@pytest.mark.usefixtures("demonstration")
def test_no_note_tells_a_later_year_than_its_claim() -> None:
    later = [
        (str(each.subject), each.note)
        for each in Milestone.objects.exclude(note="")
        for year in re.findall(r"\b(?:19|20)\d\d\b", each.note)
        if int(year) > max(filter(None, (each.known_from, each.due_latest))).year
    ]
    assert later == []


@pytest.mark.usefixtures("demonstration")
def test_every_claim_has_a_day_from_which_it_is_known() -> None:
    undated = [
        row
        for model in (Milestone, Statement, ProductName)
        for row in model._base_manager.filter(known_from=None)
    ]
    assert undated == []


@pytest.mark.usefixtures("demonstration")
def test_every_article_is_cited() -> None:
    assert not Article.objects.filter(citations=None).exists()
    assert Citation.objects.exclude(passage="").count() == 14
