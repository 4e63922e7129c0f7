"""A text longer than the reader takes: refused by the record, and by the reader behind it."""

import pytest

from partnerships import recording, reviewing
from partnerships.models import Article, Suggestion
from partnerships.models.text import LONGEST_TEXT
from partnerships.reading import LONGEST, TooLong

pytestmark = pytest.mark.django_db

TOLD = "It has 1,000,001 characters; 1,000,000 are the most"


def too_long() -> Article:
    return Article(text="x" * (LONGEST + 1), published="2022-05-24")


def test_what_the_record_keeps_the_reader_reads() -> None:
    assert LONGEST_TEXT == LONGEST


def test_the_record_refuses_it() -> None:
    with pytest.raises(recording.Refused) as refused, recording.batch() as batch:
        batch.record(too_long())
    assert [each for each in refused.value.problems if TOLD not in each] == []
    assert not Article.objects.exists()


@pytest.mark.parametrize("door", [reviewing.read, reviewing.suggest])
def test_every_door_of_the_reader_refuses_it(door: object) -> None:
    with pytest.raises(TooLong, match=f"{TOLD} that is read"):
        door(too_long())  # type: ignore[operator]
    assert not Suggestion.objects.exists()
