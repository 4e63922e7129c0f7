"""Of very many entries with a word the newest are found, on both databases."""

import datetime

import pytest

from partnerships import recording
from partnerships.models.vocabulary import SearchKind
from partnerships.search import index
from partnerships.search.documents import record_at
from partnerships.search.index import Every, Token, Wanted
from tests import factories as make
from tests.claims import day

pytestmark = pytest.mark.django_db

# Years apart and days apart, before everything that has a day and after today.
DAYS = (
    "1801-01-01",
    *("1953-04-01", "1990-11-05", "2003-02-01", "2003-02-02", "2019-06-30", "2021-01-01"),
    *("2022-03-01", "2022-05-23", "2022-05-24", "2022-05-24", "2030-01-01"),
)


@pytest.fixture
def said() -> list[int]:
    """Milestones about imaging, those known last first, the last of them from no day known; and
    others beside them, and a statement."""
    row = make.partnership(make.company("Xiaomi"), make.company("Leica"))
    undated = make.milestone(row, "extended", note="Something about imaging.").pk
    dated = []
    with recording.batch():
        for known in DAYS:
            make.milestone(row, "extended", known, note="Something about audio.")
            dated.append(make.milestone(row, "extended", known, note="About imaging too.").pk)
    make.statement("We believe in imaging.", "2022-05-24", company=make.company("ZEISS"))
    return [*reversed(dated), undated]


def found(as_of: datetime.date | None = None, word: str = "imaging") -> list[int]:
    """The ids of the milestones that are found, the highest place first."""
    wanted = [Wanted(SearchKind.MILESTONE, Every([Token(word)]))]
    places = [each.place for each in index.find(wanted, as_of)]
    return [record_at(place) for place in sorted(places, reverse=True)]


@pytest.mark.parametrize(("few", "most"), [(0, 1), (0, 3), (0, 7), (5, 7), (0, 1000), (300, 1000)])
def test_those_known_last_are_found(
    monkeypatch: pytest.MonkeyPatch, said: list[int], few: int, most: int
) -> None:
    monkeypatch.setattr(index, "FEW", few)
    monkeypatch.setattr(index, "MOST", most)
    assert found()[:most] == said[:most]
    assert len(found()) == min(most + 1, len(said))


@pytest.mark.parametrize("few", [0, 300])
@pytest.mark.parametrize(
    ("as_of", "later"),
    [
        ("2022-05-24", 1),
        ("2022-05-23", 3),
        ("2010-01-01", 7),
        ("1850-01-01", 11),
        ("1800-01-01", 12),
    ],
)
def test_on_a_day_only_what_was_known_is_found(
    monkeypatch: pytest.MonkeyPatch, said: list[int], few: int, as_of: str, later: int
) -> None:
    monkeypatch.setattr(index, "FEW", few)
    assert found(day(as_of)) == said[later:-1]


@pytest.mark.parametrize("few", [0, 300])
def test_word_that_nothing_has_is_not_found(
    monkeypatch: pytest.MonkeyPatch, said: list[int], few: int
) -> None:
    monkeypatch.setattr(index, "FEW", few)
    assert found(word="nothing") == []
