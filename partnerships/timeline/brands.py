"""The brands A to Z, or those that go by a name."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Value, When

from partnerships.models import Company, CompanyName, Participation, TimelineEntry, name_key
from partnerships.models.company import CompanyQuerySet
from partnerships.timeline.statuses import known

PAGE_SIZE = 200  # an alphabet is skimmed, not read
MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class BrandQuestion:
    """What a reader asks of the list: a name or a part of one, and the day."""

    q: str = ""
    as_of: datetime.date | None = None


class BrandPlace(NamedTuple):
    """Where a page ends: names that begin as asked come first, then A to Z."""

    rank: int
    key: str
    pk: int


class ListedBrand(NamedTuple):
    """A brand, the letter that it stands under, and in how many partnerships it took part."""

    company: Company
    letter: str
    partnerships: int


class BrandPage(NamedTuple):
    """Brands, how many there are in all (MOST_COUNTED + 1 for more than that), and where the next
    page goes on; None at the end."""

    brands: list[ListedBrand]
    total: int
    next: BrandPlace | None


def brand_page(
    question: BrandQuestion, after: tuple[int, str, int] | None = None, size: int = PAGE_SIZE
) -> BrandPage:
    """At most `size` brands from a place on, in three queries."""
    found = brands(question)
    total = found.order_by()[: MOST_COUNTED + 1].count()
    if after:
        rank, key, pk = after
        later = Q(key__gt=key) | Q(key=key, pk__gt=pk)
        found = found.filter(Q(later, rank=rank) | Q(rank__gt=rank))
    rows = list(found[: size + 1])
    shown = rows[:size]
    end = None
    if len(rows) > size:
        last = shown[-1]
        end = BrandPlace(last.rank, last.key, last.pk)  # type: ignore[attr-defined]
    numbers = _partnerships_of(shown, question.as_of)
    return BrandPage(
        [ListedBrand(each, letter_of(each.key), numbers.get(each.pk, 0)) for each in shown],
        total,
        end,
    )


def brands(question: BrandQuestion) -> CompanyQuerySet:
    """Those of which anything was known on the day and one of whose names has the words in it;
    `rank` is 0 where one begins with them, otherwise 1."""
    found = Company.objects.all()
    rank: Value | Case = Value(0, IntegerField())
    if question.as_of:
        entries = TimelineEntry.objects.filter(company=OuterRef("pk"), partner=None)
        found = found.filter(Exists(entries.known(question.as_of)))
    key = name_key(question.q)
    if key:
        names = CompanyName.objects.filter(company=OuterRef("pk"))
        begins = When(Exists(names.filter(key__startswith=key)), then=0)
        found = found.filter(Exists(names.filter(key__contains=key)))
        rank = Case(begins, default=1, output_field=IntegerField())
    return found.annotate(rank=rank).order_by("rank", "key", "pk")


def _partnerships_of(companies: Sequence[Company], as_of: datetime.date | None) -> dict[int, int]:
    takes_part = known(Participation.objects.filter(company__in=companies), as_of)
    return dict(takes_part.order_by().values_list("company").annotate(Count("pk")))


def letter_of(key: str) -> str:
    """What its key begins with; digits and signs stand together."""
    return key[:1].upper()[:1] if key[:1].isalpha() else "0–9"
