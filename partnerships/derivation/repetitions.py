"""Which statement repeats the words of which."""

from collections.abc import Iterator

from django.db.models import F, QuerySet

from partnerships.models import Statement
from partnerships.quoting import first_appearances


def repetitions(author: tuple[str, int]) -> Iterator[tuple[Statement, int | None]]:
    """Each statement of an author (see `Statement.author`) with the id of that in which its words
    appeared first, None where it did itself; to be asked after `known_days` are stored."""
    whose, pk = author
    alone = {} if whose == "speaker" else {"speaker": None}
    known = F("known_from").asc(nulls_last=True)
    rows = list(Statement.objects.filter(**{whose: pk}, **alone).order_by(known, "pk"))
    for row, first in zip(rows, first_appearances([row.text for row in rows]), strict=True):
        yield row, None if first is None else rows[first].pk


def authors(statements: QuerySet[Statement]) -> set[tuple[str, int]]:
    """Whose words the statements are."""
    both = statements.order_by().values_list("speaker", "company").distinct()
    return {Statement(speaker_id=speaker, company_id=company).author for speaker, company in both}
