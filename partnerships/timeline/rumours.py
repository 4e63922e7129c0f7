"""Who reported which rumour, when, and what became of it, as known on which day; `sources` has the
rules."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from partnerships.models import Citation, Milestone, ProductLaunch, ProductName
from partnerships.models.vocabulary import ClaimCertainty, ClaimRank, NameKind
from partnerships.standing import Fate
from partnerships.timeline.lines import looked_at_on
from partnerships.timeline.sources import (
    FIELDS,
    NAME_FIELDS,
    Name,
    Told,
    Verdict,
    Why,
    verdict,
    verdict_on_name,
)
from partnerships.timeline.statuses import known

Day = datetime.date | None

# What happened, so that an article that came later tells nothing new.
EVENTS = {Why.HAPPENED, Why.OTHER_DAY, Why.CANNOT_TELL}
EVENTS |= {Why.NAMED_SO, Why.NAMED_OTHERWISE, Why.NEVER_CAME}


class Out(NamedTuple):
    """An article cited for a rumour: its publisher, empty where not known, and when it came out."""

    publisher: str
    first: Day
    last: Day


class Report(NamedTuple):
    """A rumour that a publisher reported, with their first article and what became of it."""

    publisher: str
    rumour: Told | Name
    article: Out
    verdict: Verdict

    @property
    def key(self) -> str:
        """The publisher, however it is spelt in upper or lower case."""
        return self.publisher.casefold()

    @property
    def place(self) -> tuple[datetime.date, bool, int]:
        """Where it stands in a list by day: when it was reported, otherwise when it was known."""
        day = self.article.last or self.rumour.known or datetime.date.min
        return day, isinstance(self.rumour, Name), self.rumour.pk

    @property
    def lead(self) -> int | None:
        """Days from the report to the day it came true, where both are known to the day."""
        first, last = self.verdict.on
        known = first == last and self.article.first == self.article.last
        if self.verdict.fate != Fate.TRUE or not known or not last or not self.article.last:
            return None
        return (last - self.article.last).days


def reports(as_of: Day) -> list[Report]:
    """Every rumour once for each publisher that reported it, in no order; in four queries."""
    on, record = looked_at_on(as_of), _Record.read(as_of)
    found: list[Report] = []
    for rumour in record.rumours:
        decided = verdict(rumour, record.claims[rumour.subject], on)
        found += _reported(rumour, decided, record.articles["milestone", rumour.pk], as_of)
    for name in record.rumoured_names:
        claims = record.claims[None, name.launch]
        makers = record.makers[name.launch]
        decided = verdict_on_name(name, record.names[name.launch], makers, claims, on)
        found += _reported(name, decided, record.articles["product_name", name.pk], as_of)
    return found


def _reported(
    rumour: Told | Name, decided: Verdict, articles: Iterable[Out], as_of: Day
) -> Iterator[Report]:
    publishers: defaultdict[str, list[Out]] = defaultdict(list)
    for article in _out_by(as_of, list(articles)):
        if not _recalls(article, decided):
            publishers[article.publisher.casefold()].append(article)
    for several in publishers.values():
        first = min(several, key=lambda each: (each.last or datetime.date.max, each.publisher))
        yield Report(min(each.publisher for each in several), rumour, first, decided)


def _out_by(as_of: Day, articles: Sequence[Out]) -> Sequence[Out]:
    """Those out by the day; undated ones only where no dated one tells it."""
    dated = [each for each in articles if each.last]
    if as_of is None or not dated:
        return articles
    return [each for each in dated if each.last and each.last <= as_of]


def _recalls(article: Out, decided: Verdict) -> bool:
    """Whether it came out when what it tells had happened already."""
    happened = decided.on[1] if decided.why in EVENTS else None
    return bool(happened and article.first and article.first >= happened)


@dataclass(slots=True)
class _Record:
    """All that tells the fate of the rumours known on a day."""

    rumours: list[Told] = field(default_factory=list)
    claims: defaultdict[tuple[int | None, int | None], list[Told]] = field(
        default_factory=lambda: defaultdict(list)
    )
    rumoured_names: list[Name] = field(default_factory=list)
    names: defaultdict[int, list[Name]] = field(default_factory=lambda: defaultdict(list))
    makers: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    articles: defaultdict[tuple[str, int], list[Out]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def read(cls, as_of: Day) -> "_Record":
        record = cls()
        for row in _milestones(as_of).order_by("pk").values_list(*FIELDS):
            record._add_claim(Told(*row))
        for row in _names(as_of).order_by("pk").values_list(*NAME_FIELDS):
            record._add_name(Name(*row))
        makers = ProductLaunch.makers.through.objects.filter(
            Exists(_rumoured_names(as_of).filter(launch=OuterRef("productlaunch")))
        )
        for launch, maker in makers.values_list("productlaunch", "company__name"):
            record.makers[launch].append(maker)
        for claim, article in _citations(as_of):
            record.articles[claim].append(article)
        return record

    def _add_claim(self, claim: Told) -> None:
        self.claims[claim.subject].append(claim)
        rumoured = claim.certainty == ClaimCertainty.RUMOURED
        if rumoured and claim.rank != ClaimRank.DEPRECATED:
            self.rumours.append(claim)

    def _add_name(self, name: Name) -> None:
        self.names[name.launch].append(name)
        if name.kind == NameKind.RUMOURED:
            self.rumoured_names.append(name)


def _milestones(as_of: Day) -> QuerySet[Milestone]:
    """Those about a partnership or launch of which something is rumoured, its name included."""
    rumours = _rumours(as_of)
    return known(Milestone.objects.all(), as_of).filter(
        Q(partnership__in=rumours.filter(launch=None).values("partnership"))
        | Q(launch__in=rumours.filter(partnership=None).values("launch"))
        | Q(launch__in=_rumoured_names(as_of).values("launch"))
    )


def _rumours(as_of: Day) -> QuerySet[Milestone]:
    rumoured = Milestone.objects.filter(certainty=ClaimCertainty.RUMOURED)
    return known(rumoured.exclude(rank=ClaimRank.DEPRECATED), as_of)


def _rumoured_names(as_of: Day) -> QuerySet[ProductName]:
    return known(ProductName.objects.filter(kind=NameKind.RUMOURED), as_of)


def _names(as_of: Day) -> QuerySet[ProductName]:
    """The names of the products of which a name is rumoured."""
    launches = _rumoured_names(as_of).values("launch")
    return known(ProductName.objects.filter(launch__in=launches), as_of)


def _citations(as_of: Day) -> Iterator[tuple[tuple[str, int], Out]]:
    """Which article is cited for which rumour: the kind of claim, its id, the article."""
    rows = Citation.objects.filter(
        Q(milestone__in=_rumours(as_of).values("pk"))
        | Q(product_name__in=_rumoured_names(as_of).values("pk"))
    )
    for milestone, name, publisher, first, last in rows.order_by("pk").values_list(
        "milestone",
        "product_name",
        "article__publisher",
        "article__published_earliest",
        "article__published_latest",
    ):
        claim = ("milestone", milestone) if milestone else ("product_name", name)
        yield claim, Out(publisher, first, last)
