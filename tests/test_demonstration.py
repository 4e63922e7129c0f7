"""The demonstration: what the facts and the decisions on them become."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from partnerships import demonstration
from partnerships.management.commands import build_demonstration
from partnerships.models.fields import PUBLIC_ID_ALPHABET, PUBLIC_ID_LENGTH

FLAGSHIP = "xiaomi-leica-first-flagship"

Records = list[dict[str, Any]]


@pytest.fixture(scope="module")
def tables() -> demonstration.Tables:
    return build_demonstration.tables()


@pytest.fixture(scope="module")
def built(tables: demonstration.Tables) -> demonstration.Built:
    return demonstration.build(tables)


def of(records: Records, model: str, **fields: Any) -> Records:
    """The fields of the records of a model that have these values."""
    return [
        each["fields"]
        for each in records
        if each["model"] == f"partnerships.{model}"
        and all(each["fields"].get(name) == value for name, value in fields.items())
    ]


def keys(records: Records) -> list[str]:
    """Each record's model and natural key, as the ledger names it."""
    named = [(each["model"].partition(".")[2], each["fields"]) for each in records]
    return [f"{model} {fields.get('public_id') or fields['slug']}" for model, fields in named]


# Words of the facts


@pytest.mark.parametrize(
    ("fact", "stored"),
    [
        ("", ""),
        ("2022-07-04", "2022-07-04"),
        ("2019-02-24?", "2019-02-24?"),
        ("2021-21", "2021-21"),
        ("2005-04/2005-06", "2005-34"),
        ("2019-01/2019-06", "2019-40"),
        ("2015-07/2015-12", "2015-41"),
        ("2019-01/2019-04", "[2019-01..2019-04]"),
        ("2014-11/2014-12", "[2014-11..2014-12]"),
        ("../2015-12", "[..2015-12-31]"),
        ("../2023-02-16", "[..2023-02-16]"),
    ],
)
def test_dates_of_the_facts_become_one_day_in_their_span(fact: str, stored: str) -> None:
    assert demonstration.notation(fact) == stored


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Bang & Olufsen", "bang-olufsen"),
        ("BlackBerry Porsche Design P'9981", "blackberry-porsche-design-p9981"),
        ("Sony α100", "sony-a100"),
        ("HTC One (M8) Harman Kardon Edition", "htc-one-m8-harman-kardon-edition"),
    ],
)
def test_addresses_are_plain_letters(name: str, address: str) -> None:
    assert demonstration.slug(name) == address


def test_public_ids_are_of_the_alphabet_of_the_models() -> None:
    assert demonstration.ID_ALPHABET == PUBLIC_ID_ALPHABET
    assert demonstration.ID_LENGTH == PUBLIC_ID_LENGTH


def test_the_same_identity_gets_the_same_public_id() -> None:
    assert demonstration.public_id("article", "https://example.org/") == "2p78kg6gptcr"


# Decisions that do not fit


def changed(
    tables: demonstration.Tables, file: str, line: int, **cells: str
) -> demonstration.Tables:
    rows = list(tables[file])
    rows[line - 2] = {**rows[line - 2], **cells}
    return {**tables, file: rows}


def test_a_decision_on_another_row_is_refused(tables: demonstration.Tables) -> None:
    with pytest.raises(demonstration.FactsError, match=r"milestones\.csv:2: .* another row"):
        demonstration.build(changed(tables, "decisions", 2, date="2021-05-16"))


def test_two_notes_on_one_claim_are_refused(tables: demonstration.Tables) -> None:
    with pytest.raises(demonstration.FactsError, match=r"milestones\.csv:5: two values of note"):
        demonstration.build(changed(tables, "decisions", 5, note="Another note."))


def test_a_row_without_decision_is_refused(tables: demonstration.Tables) -> None:
    with pytest.raises(ValueError, match="shorter"):
        demonstration.build({**tables, "decisions": tables["decisions"][:-1]})


# The ledger


def test_every_row_of_the_facts_is_accounted_for(
    tables: demonstration.Tables, built: demonstration.Built
) -> None:
    rows = [len(tables[file]) for file in demonstration.FACTS]
    assert (rows, len(built.ledger)) == ([63, 58, 194, 126, 316], sum(rows))
    assert [place for place, records in built.ledger.items() if not records] == []


def test_the_ledger_names_records_that_exist_or_a_reason(built: demonstration.Built) -> None:
    reasons = {demonstration.DESCRIBES_ONLY, demonstration.SUPPORTS_NOTHING}
    named = {name for names in built.ledger.values() for name in names} - reasons
    assert named == {key for key in keys(built.records) if not key.startswith("citation ")}


def test_only_sources_are_left_out(built: demonstration.Built) -> None:
    left_out = Counter(
        place.file for place, names in built.ledger.items() if names[0].startswith("left out")
    )
    assert left_out == {"sources": 29}


def test_no_two_records_have_one_key(built: demonstration.Built) -> None:
    named = keys(built.records)
    assert len(named) == len(set(named))


def test_models_come_in_an_order_without_forward_references(built: demonstration.Built) -> None:
    models = [each["model"].partition(".")[2] for each in built.records]
    assert list(dict.fromkeys(models)) == [
        model for model in demonstration.MODELS if model not in {"person", "statement"}
    ]


# What single rows become


def test_a_confirmation_of_a_claim_is_a_further_citation(built: demonstration.Built) -> None:
    announced = of(built.records, "milestone", partnership=["xiaomi-leica"], kind="announced")
    assert [each["occurred"] for each in announced] == ["2022-05-23"]
    assert len(of(built.records, "citation", milestone=[announced[0]["public_id"]])) == 2


def test_the_end_of_huawei_and_leica_is_preferred_and_cites_three_sources(
    built: demonstration.Built,
) -> None:
    (end,) = of(
        built.records, "milestone", partnership=["huawei-leica"], kind="ended", certainty="stated"
    )
    cited = of(built.records, "citation", milestone=[end["public_id"]])
    articles = {each["public_id"]: each for each in of(built.records, "article")}
    assert (end["occurred"], end["rank"]) == ("2022-03-31", "preferred")
    assert [articles[each["article"][0]]["publisher"] for each in cited] == [
        "Tweakers",
        "South China Morning Post",
        "GFM Review (from The Register)",
    ]


def test_a_rumour_of_a_launch_day_keeps_its_own_day(built: demonstration.Built) -> None:
    (rumour,) = of(built.records, "milestone", launch=["xiaomi-14"], certainty="rumoured")
    assert (rumour["kind"], rumour["occurred"], rumour["due"]) == (
        "launched",
        "2023-10~",
        "2023-10-31",
    )


def test_a_launch_day_is_preferred_to_vaguer_reports(built: demonstration.Built) -> None:
    launched = of(built.records, "milestone", launch=[FLAGSHIP], kind="launched")
    assert {each["occurred"]: each.get("rank_reason") for each in launched} == {
        "2022-07": None,
        "2022-07-04": "It gives the day.",
    }


def test_the_flagship_is_named_only_by_sources_that_know_the_name(
    built: demonstration.Built,
) -> None:
    (name,) = of(built.records, "productname", launch=[FLAGSHIP])
    articles = {each["public_id"]: each for each in of(built.records, "article")}
    cited = of(built.records, "citation", product_name=[name["public_id"]])
    assert name["name"] == "Xiaomi 12S Ultra"
    assert [articles[each["article"][0]]["published"] for each in cited] == [
        "2022-06-28",
        "2023-04-06",
    ]


def test_makers_are_the_first_company_and_those_outside_the_partnership(
    built: demonstration.Built,
) -> None:
    makers = {each["slug"]: each["makers"] for each in of(built.records, "productlaunch")}
    assert makers["moto-buds-loop"] == [["motorola"], ["bose"]]
    assert makers["xiaomi-13"] == [["xiaomi"]]
    assert makers["samsung-galaxy-s22-with-olympus-branding"] == [["samsung"], ["olympus"]]


def test_a_partnership_gets_its_announcement_only_where_none_stands(
    built: demonstration.Built,
) -> None:
    stated = of(built.records, "milestone", partnership=["hp-beats"], kind="announced")
    alone = of(built.records, "milestone", partnership=["leica-jmgo"])
    assert [each["occurred"] for each in stated] == ["2009-10-07", "2009-10-12"]
    assert [(each["kind"], each["occurred"]) for each in alone] == [("announced", "2021~")]


def test_product_lines_are_no_name_forms(built: demonstration.Built) -> None:
    forms = {each["name"] for each in of(built.records, "companyname")}
    assert forms & {"LUMIX", "Aquos", "Mi", "Dolby Vision", "Samsung Techwin"} == set()
    assert {"Leica Camera AG", "Carl Zeiss", "B&O"} <= forms


def test_weak_sources_keep_publisher_and_day_without_address(
    tables: demonstration.Tables, built: demonstration.Built
) -> None:
    addresses = {each.get("url") for each in of(built.records, "article")}
    (copy,) = of(built.records, "article", publisher="ITmedia (via a proxy address)")
    assert addresses & {row["source_url"] for row in tables["weak-sources"]} == set()
    assert copy["published"] == "2006-09-29"


def test_articles_are_sources_of_the_facts_and_nothing_else(
    tables: demonstration.Tables, built: demonstration.Built
) -> None:
    known = {demonstration.public_id("article", row["source_url"]) for row in tables["sources"]}
    assert {each["public_id"] for each in of(built.records, "article")} <= known
    assert of(built.records, "statement") == of(built.records, "person") == []


def test_what_is_shown_on_every_day_names_no_year(built: demonstration.Built) -> None:
    timeless = [
        text
        for each in of(built.records, "company") + of(built.records, "partnership")
        for text in (each.get("description", ""), each.get("scope", ""))
    ]
    assert [text for text in timeless if re.search(r"\d{4}", text)] == []


# The command


def test_the_committed_fixture_is_what_the_facts_make() -> None:
    call_command("build_demonstration", check=True)


def test_a_fixture_that_differs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_demonstration, "FILE", tmp_path / "demonstration.json")
    with pytest.raises(CommandError, match="not what the facts make") as refused:
        call_command("build_demonstration", check=True)
    assert refused.value.returncode == 1


def test_the_command_writes_one_record_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "demonstration.json"
    monkeypatch.setattr(build_demonstration, "FILE", file)
    call_command("build_demonstration")
    records = json.loads(file.read_text(encoding="utf-8"))
    assert len(file.read_text(encoding="utf-8").splitlines()) == len(records) + 2
    assert capsys.readouterr().out == f"demonstration.json has {len(records)} records.\n"


def test_the_report_has_a_line_for_each_row(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("build_demonstration", report=True)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 757
    assert lines[0].startswith("companies.csv:2: company leica, companyname ")
