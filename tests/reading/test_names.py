"""Names of every shape are found whole, and what is no company is none."""

import pytest

from partnerships.reading import read_article
from partnerships.scoring import key
from tests.reading.name_cases import COMPANIES, NO_COMPANIES, PARTNERSHIPS

KESTREL = "Kestrel is a maker of lamps. "


@pytest.mark.parametrize("name", COMPANIES)
def test_a_partner_of_any_name_is_found(name: str) -> None:
    sentences = [each.format(n=name) for each in PARTNERSHIPS]
    plain = [each for each in sentences if "'s's" not in each]
    found = [read_article(KESTREL + each, "2024-05-01").partnerships for each in plain]
    pairs = [
        {frozenset(key(one.value) for one in row.participants) for row in rows} for rows in found
    ]
    assert pairs == [{frozenset({key(name), "kestrel"})}] * len(plain)


@pytest.mark.parametrize("sentence", NO_COMPANIES)
def test_what_has_a_capital_is_not_always_a_company(sentence: str) -> None:
    reading = read_article(KESTREL + sentence, "2024-05-01")
    assert [each.name for each in reading.companies] == ["Kestrel"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Leica Camera AG makes cameras. Leica said so.", ["Leica Camera AG", "Leica"]),
        ("Sony Honda Mobility (SHM) said so. SHM has a car.", ["Sony Honda Mobility", "SHM"]),
        ("Bank Lindenhof said so. Lindenhof has grown.", ["Bank Lindenhof", "Lindenhof"]),
        ("The lamp maker ŌURA said so. Oura has grown.", ["ŌURA", "Oura"]),
        ("The van of Halvorsen & Friis (H&F) sells. H&F said so.", ["Halvorsen & Friis", "H&F"]),
        ("The pens belong to inkhorn, a studio. But inkhorn is about to grow.", ["inkhorn"]),
        ("Tod's has sued them. A rival of Tod's, it said.", ["Tod's"]),
        ("The chipmaker Norr, Inc. said so.", ["Norr, Inc."]),
        ("Movila S.A.C. said so. Movila has grown.", ["Movila S.A.C.", "Movila"]),
    ],
)
def test_forms_of_one_company_are_one(text: str, forms: list[str]) -> None:
    found = read_article(text, "2024-05-01").companies
    assert [[form.value for form in each.forms] for each in found] == [forms]


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Norr makes lamps. The Norr 12 Ultra was launched in May.", "Norr"),
        ("Vale has launched the Vale Bow 3 today.", "Vale"),
    ],
)
def test_the_maker_is_the_name_with_which_a_products_begins(text: str, maker: str) -> None:
    (launch,) = read_article(text, "2024-05-30").launches
    assert [each.value for each in launch.companies] == [maker]
