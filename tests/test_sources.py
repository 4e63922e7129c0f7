"""Whether a rumour came true: by the rules of `timeline.sources`, case by case."""

import datetime

import pytest

from partnerships import dates
from partnerships.timeline.sources import (
    Name,
    Told,
    Verdict,
    verdict,
    verdict_on_name,
)

TODAY = datetime.date(2030, 1, 1)


def told(
    text: str, due: str = "", *, of: str = "partnership", known: str = "", rank: str = "normal"
) -> Told:
    """“rumoured began 2021-05-15”: a claim known from its day, or from another."""
    certainty, kind, occurred, *_ = [*text.split(), ""]
    when = dates.parse(occurred) if occurred else None
    by = dates.parse(due) if due else None
    day = datetime.date.fromisoformat(known) if known else when and when.latest
    subject = (1, None) if of == "partnership" else (None, 1)
    spans = [
        end
        for span in (when, by)
        for end in ((span.earliest, span.latest) if span else (None,) * 2)
    ]
    return Told(len(text), *subject, kind, certainty, rank, *spans, day)


def fate(rumour: Told, *claims: Told, on: datetime.date = TODAY) -> str:
    found = verdict(rumour, [rumour, *claims], on)
    return f"{found.fate}: {found.why}"


BEGAN = told("rumoured began 2021-05-15")
ENDED = told("rumoured ended 2021-05-15")
LAUNCHED = told("rumoured launched 2021-05-15", of="launch")
ANNOUNCED = told("rumoured announced 2021-05-15", of="launch")
CANCELLED = told("rumoured cancelled 2021-05-15", of="launch")
BY_THE_26TH = told("rumoured launched 2025-02-03", "[..2025-02-26]", of="launch")
ON_26TH = told("rumoured launched 2025-02-03", "2025-02-26", of="launch")


@pytest.mark.parametrize(
    ("rumour", "claims", "expected"),
    [
        # Its kind
        (BEGAN, ["stated began 2021-07-01"], "come true: happened"),
        (BEGAN, ["stated announced 2021-07-01"], "come true: happened"),
        (BEGAN, ["stated signed 2021-07-01"], "come true: happened"),
        (BEGAN, ["stated letter-of-intent 2021-07-01"], "open: waiting"),
        (ENDED, ["stated terminated 2022-03-31"], "come true: happened"),
        (ENDED, ["stated began 2022-03-31"], "open: waiting"),
        (told("rumoured extended 2021-05"), ["stated extended 2021-06"], "come true: happened"),
        (told("rumoured extended 2021-05"), ["stated expanded 2021-06"], "open: waiting"),
        (told("rumoured letter-of-intent 2021"), ["stated signed 2021"], "come true: happened"),
        # Its time, where it named none
        (BEGAN, ["stated began 2021-05-15"], "come true: happened"),
        (BEGAN, ["stated began 2021-05-14"], "open: waiting"),  # known before the rumour was
        (BEGAN, ["stated began"], "open: cannot tell"),
        # What decides
        (ENDED, ["denied ended 2021-05-20"], "come false: denied"),
        (ENDED, ["denied ended 2021-05-10"], "open: waiting"),
        (ENDED, ["denied began 2021-05-20"], "open: waiting"),
        (ENDED, ["denied ended 2021-05-20", "stated ended 2022-03-31"], "come true: happened"),
        (ENDED, ["stated extended 2021-12"], "come false: the opposite"),
        (ENDED, ["stated extended 2021-12", "stated ended 2022-03-31"], "come false: the opposite"),
        (ENDED, ["stated extended 2022-12", "stated ended 2022-03-31"], "come true: happened"),
        (ENDED, ["stated extended 2021-05-10"], "open: waiting"),
        (told("rumoured expanded 2021-05"), ["stated ended 2021-12"], "come false: the opposite"),
    ],
)
def test_partnership(rumour: Told, claims: list[str], expected: str) -> None:
    known = [told(each) for each in claims]
    assert fate(rumour, *known, on=datetime.date(2022, 11, 10)) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("stated began 2022-11-14", "come true: happened"),
        ("stated began 2022-11-15", "come false: another day"),
        ("stated began 2022-11", "open: cannot tell"),
    ],
)
def test_rumour_without_a_day_speaks_of_eighteen_months(claim: str, expected: str) -> None:
    assert fate(BEGAN, told(claim)) == expected


@pytest.mark.parametrize(
    ("rumour", "claims", "expected"),
    [
        (LAUNCHED, ["stated launched 2021-09-01"], "come true: happened"),
        (LAUNCHED, ["stated announced 2021-09-01"], "come false: time passed"),
        (ANNOUNCED, ["stated launched 2021-09-01"], "come true: happened"),
        (ANNOUNCED, ["stated announced 2021-09-01"], "come true: happened"),
        (LAUNCHED, ["stated cancelled 2021-09-01"], "come false: the opposite"),
        (CANCELLED, ["stated launched 2021-09-01"], "come false: the opposite"),
        (ON_26TH, ["stated launched 2025-02-26"], "come true: happened"),
        (ON_26TH, ["stated launched 2025-03-02"], "come false: another day"),
        (ON_26TH, ["stated launched 2025-02-25"], "come false: another day"),
        (ON_26TH, ["stated launched 2025-02"], "open: cannot tell"),
        (ON_26TH, ["denied launched 2025-02-10"], "come false: denied"),
        (BY_THE_26TH, ["stated launched 2025-02-20"], "come true: happened"),
        (BY_THE_26TH, ["stated launched 2025-02-27"], "come false: another day"),
    ],
)
def test_launch(rumour: Told, claims: list[str], expected: str) -> None:
    assert fate(rumour, *(told(each, of="launch") for each in claims)) == expected


@pytest.mark.parametrize(
    ("rumour", "day", "expected"),
    [
        (BEGAN, "2022-11-14", "open: waiting"),
        (BEGAN, "2022-11-15", "come false: time passed"),
        (ON_26TH, "2026-02-26", "open: waiting"),
        (ON_26TH, "2026-02-27", "come false: time passed"),
        (told("rumoured began"), "2030-01-01", "open: waiting"),
    ],
)
def test_time_passes(rumour: Told, day: str, expected: str) -> None:
    assert fate(rumour, on=datetime.date.fromisoformat(day)) == expected


def test_what_lies_ahead_has_not_come_true() -> None:
    planned = told("stated began 2021-09-01", known="2021-06-01")
    assert fate(BEGAN, planned, on=datetime.date(2021, 8, 31)) == "open: waiting"
    assert fate(BEGAN, planned, on=datetime.date(2021, 9, 1)) == "come true: happened"


def test_mistake_decides_nothing() -> None:
    mistake = told("stated began 2021-09-01", rank="deprecated")
    assert fate(BEGAN, mistake, on=datetime.date(2021, 12, 1)) == "open: waiting"


def test_preferred_and_precise_claims_give_the_day() -> None:
    vague, exact = told("stated began 2021"), told("stated began 2021-09-01")
    assert verdict(BEGAN, [vague, exact], TODAY).on == (exact.first, exact.last)
    preferred = told("stated began 2021-10", rank="preferred")
    assert verdict(BEGAN, [exact, preferred], TODAY).on == (preferred.first, preferred.last)


# Names


def name(text: str, kind: str = "official", known: str = "2022-06-28", pk: int = 1) -> Name:
    return Name(pk, 1, kind, text, datetime.date.fromisoformat(known))


RUMOURED = name("Xiaomi 12 Ultra", "rumoured", "2022-05-24", pk=9)


def of_name(*names: Name, rumoured: Name = RUMOURED, claims: list[str] | None = None) -> Verdict:
    known = [told(each, of="launch") for each in claims or []]
    return verdict_on_name(rumoured, [rumoured, *names], ["Xiaomi"], known, TODAY)


@pytest.mark.parametrize(
    ("names", "claims", "expected"),
    [
        ([], [], "open: waiting"),
        ([name("first flagship", "descriptive")], [], "open: waiting"),
        ([name("Xiaomi 12S Ultra")], [], "come false: named otherwise"),
        ([name("12 Ultra")], [], "come true: named so"),
        ([name("XIAOMI  12 ultra")], [], "come true: named so"),
        ([name("12 Ultra"), name("Xiaomi 12S Ultra", pk=2)], [], "come true: named so"),
        ([], ["denied launched 2022-06-01"], "come false: never came"),
        ([], ["stated cancelled 2022-06-01"], "come false: never came"),
        ([], ["denied launched 2022-06-01", "stated announced 2022-06-02"], "open: waiting"),
        ([], ["rumoured launched 2022-06-01"], "open: waiting"),
    ],
)
def test_name(names: list[Name], claims: list[str], expected: str) -> None:
    found = of_name(*names, claims=claims)
    assert f"{found.fate}: {found.why}" == expected


def test_name_became_the_latest_official_one() -> None:
    first, last = name("12X", known="2022-06-01", pk=1), name("12S", known="2022-06-28", pk=2)
    assert of_name(last, first).by == last.pk
