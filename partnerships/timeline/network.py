"""The network: brands and the partnerships between them, at the end of a year, as known on which
day.

Year and day are the two clocks: the year asks for what had happened by its end, the day for what
was known of it.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F, QuerySet

from partnerships.models import Company, Milestone, Participation, Partnership, Statement
from partnerships.models.partnership import listing
from partnerships.models.vocabulary import ClaimRank
from partnerships.standing import PartnershipStanding, partnership_standing
from partnerships.timeline.lines import looked_at_on
from partnerships.timeline.partnerships import UNKNOWN_KIND, last_day
from partnerships.timeline.statuses import NO_END_REPORTED, known

MOST_BRANDS = 500
MOST_PARTNERSHIPS = 1500

Members = dict[int, tuple[int, ...]]  # by id of a partnership: the ids of two or more companies
Told = list[Milestone | Statement]


@dataclass(frozen=True, slots=True)
class NetworkQuestion:
    """What a reader asks of the network; all of it may be left out. `brand`: this one, its partners
    and what is between them; `kind` and `status` as in the list of partnerships; `year`: what had
    happened by its end."""

    brand: Company | None = None
    kind: str = ""
    status: str = ""
    year: int | None = None
    as_of: datetime.date | None = None

    @property
    def on(self) -> datetime.date:
        """The day on which partnerships are looked at."""
        last = looked_at_on(self.as_of)
        return min(last, datetime.date(self.year, 12, 31)) if self.year else last

    @property
    def in_the_past(self) -> bool:
        """Whether it asks for a year before that of the day whose knowledge is shown."""
        return self.year is not None and self.year < looked_at_on(self.as_of).year


class NetworkBrand(NamedTuple):
    """A brand, in how many of the partnerships that are shown it takes part, and how many claims
    and statements tell of these and of their launches."""

    company: Company
    partnerships: int
    told: int


class NetworkPartnership(NamedTuple):
    """A partnership, its members, those of them that are shown, where it stands, and how many
    claims and statements tell of it and of its launches."""

    partnership: Partnership
    members: list[Company]
    shown: list[Company]
    standing: PartnershipStanding
    told: int

    @property
    def title(self) -> str:
        return listing([each.name for each in self.members])

    @property
    def status(self) -> str:
        """As `statuses.partnership_status` words it."""
        quiet = self.standing.no_end_reported
        return NO_END_REPORTED if quiet else str(self.standing.status)


@dataclass(frozen=True, slots=True)
class Network:
    """What the question finds: brands, those of which most is told first, and partnerships A to Z.

    `whole` has the partnerships of every year, kind and status, so that a picture of some leaves
    them where they are among all. Of `brands_in_all` and `partnerships_in_all` at most MOST_BRANDS,
    those with most partnerships, and MOST_PARTNERSHIPS, those recorded last, are looked at.
    `choices` are the brands to look around, `first_year` is that of the first partnership.
    """

    brands: list[NetworkBrand]
    partnerships: list[NetworkPartnership]
    whole: Members
    choices: list[Company]
    brands_in_all: int
    partnerships_in_all: int
    first_year: int

    @property
    def brands_looked_at(self) -> int:
        return len(_numbers(self.whole))

    @property
    def has_hubs(self) -> bool:
        """Whether any partnership shown is one of three or more."""
        return any(len(each.shown) > 2 for each in self.partnerships)

    @property
    def statuses(self) -> Counter[str]:
        """How many of the partnerships stand where."""
        return Counter(each.status for each in self.partnerships)


def network(question: NetworkQuestion) -> Network:
    """What the question finds, in six queries."""
    everything = _members(question.as_of)
    near = _around(everything, question.brand) if question.brand else everything
    whole = _newest(_among(near, _busiest(near, question.brand)))
    choices = _busiest(everything, question.brand)
    if question.brand:
        choices.add(question.brand.pk)
    companies = _companies(choices.union(*(everything[pk] for pk in whole)))
    told = _told(whole, question.as_of)
    found = [
        NetworkPartnership(
            row,
            [companies[each] for each in everything[row.pk]],
            [companies[each] for each in whole[row.pk]],
            _standing(by_then, question.on),
            len(by_then),
        )
        for row, by_then in _by_then(told, question)
    ]
    shown = [each for each in found if question.status in ("", each.status)]
    return Network(
        brands=_brands(shown),
        partnerships=shown,
        whole=whole,
        choices=[each for each in companies.values() if each.pk in choices],
        brands_in_all=len(_numbers(near)),
        partnerships_in_all=len(near),
        first_year=_first_year(told.values(), question.on),
    )


def _members(as_of: datetime.date | None) -> Members:
    """Those of every partnership that were known on the day, where there are two or more."""
    rows = known(Participation.objects.order_by("pk"), as_of)
    members: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
    for partnership, company in rows.values_list("partnership_id", "company_id"):
        members[partnership] += (company,)
    return {pk: each for pk, each in members.items() if len(each) > 1}


def _around(members: Members, brand: Company) -> Members:
    """What is between a brand and its partners."""
    with_it = (each for each in members.values() if brand.pk in each)
    return _among(members, {company for each in with_it for company in each})


def _among(members: Members, companies: Collection[int]) -> Members:
    """The partnerships of two or more of the companies, with these alone."""
    kept = {pk: tuple(one for one in each if one in companies) for pk, each in members.items()}
    return {pk: each for pk, each in kept.items() if len(each) > 1}


def _newest(members: Members) -> Members:
    return {pk: members[pk] for pk in sorted(members)[-MOST_PARTNERSHIPS:]}


def _busiest(members: Members, brand: Company | None) -> set[int]:
    """The brand, and those that take part in most partnerships."""
    first = brand.pk if brand else None
    most = sorted(_numbers(members).items(), key=lambda pair: (pair[0] != first, -pair[1], pair[0]))
    return {company for company, _ in most[:MOST_BRANDS]}


def _numbers(members: Members) -> Counter[int]:
    """By company: in how many of the partnerships it takes part."""
    return Counter(company for each in members.values() for company in each)


def _companies(ids: Collection[int]) -> dict[int, Company]:
    rows = Company.objects.filter(pk__in=ids).alphabetical().only("name", "key", "slug")
    return {row.pk: row for row in rows}


def _told(partnerships: Iterable[int], as_of: datetime.date | None) -> dict[int, Told]:
    """By id of the partnership: the claims and statements about it and its launches that were known
    on the day, in three queries."""
    told: dict[int, Told] = {pk: [] for pk in partnerships}
    counting = Milestone.objects.exclude(rank=ClaimRank.DEPRECATED)
    queries: list[tuple[QuerySet[Any], str]] = [
        (counting, "partnership"),
        (counting, "launch__partnership"),
        (Statement.objects.all(), "partnership"),
    ]
    for rows, subject in queries:
        found = known(rows, as_of).filter(**{f"{subject}__in": list(told)})
        for row in found.order_by("pk").annotate(about=F(subject)):
            told[row.about].append(row)
    return told


def _by_then(
    told: dict[int, Told], question: NetworkQuestion
) -> Iterator[tuple[Partnership, Told]]:
    """The partnerships of the kind, A to Z, with what is told of each that stands on a timeline by
    the end of the year; what nothing dates stands in no year."""
    for row in Partnership.objects.filter(pk__in=list(told)).order_by("slug"):
        about = told[row.pk]
        if question.in_the_past:
            about = [each for each in about if each.entry_day and each.entry_day <= question.on]
        if (about or not question.in_the_past) and _is_of_kind(row, question.kind):
            yield row, about


def _is_of_kind(row: Partnership, kind: str) -> bool:
    return not row.kinds if kind == UNKNOWN_KIND else not kind or kind in row.kinds


def _standing(told: Told, on: datetime.date) -> PartnershipStanding:
    own = [each for each in told if isinstance(each, Milestone) and each.partnership_id]
    return partnership_standing(own, on, last_day(told, on))


def _brands(partnerships: Iterable[NetworkPartnership]) -> list[NetworkBrand]:
    companies: dict[int, Company] = {}
    number, told = Counter[int](), Counter[int]()
    for each in partnerships:
        for company in each.shown:
            companies[company.pk] = company
            number[company.pk] += 1
            told[company.pk] += each.told
    brands = [NetworkBrand(row, number[pk], told[pk]) for pk, row in companies.items()]
    return sorted(brands, key=lambda each: (-each.told, each.company.key, each.company.pk))


def _first_year(told: Iterable[Told], on: datetime.date) -> int:
    days = (each.entry_day for claims in told for each in claims)
    return min((day.year for day in days if day), default=on.year)
