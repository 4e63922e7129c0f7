"""Who keeps what they promise: promised days of launches by those who make them, and by those who
gave their word, as known on which day.

A promise is a day that was stated for a launch; one that several claims give is one promise. Its
outcome is that of `standing`, worked out anew from the claims. It is a company's promise that makes
the product. It is a speaker's where the article prints it within the speaker's own words: the
passage cited for the promise overlaps one that is cited for a statement of theirs.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F, Q

from partnerships import dates
from partnerships.models import Citation, Company, Milestone, Person, ProductLaunch
from partnerships.standing import Kept
from partnerships.timeline.lines import MILESTONE_SUBJECTS, Line, lines
from partnerships.timeline.newest import PAGE_SIZE
from partnerships.timeline.statuses import promises_made
from partnerships.timeline.tallies import ENOUGH, part_of

Day = datetime.date | None


class Promised(NamedTuple):
    """A promise: the claim, the launch, the day as EDTF, what came of it."""

    pk: int
    launch: int
    due: str
    kept: Kept

    @property
    def last_day(self) -> datetime.date:
        return dates.parse(self.due).latest


@dataclass(frozen=True, slots=True)
class PromiserTally:
    """A company or person (their address and name), and what came of so many promises."""

    slug: str
    name: str
    on_time: int
    late: int
    broken: int
    withdrawn: int
    open: int

    @property
    def made(self) -> int:
        return self.resolved + self.withdrawn + self.open

    @property
    def resolved(self) -> int:
        """Those that were kept, in time or not, or broken. What is withdrawn in time is neither."""
        return self.on_time + self.late + self.broken

    @property
    def share(self) -> float | None:
        """The part kept on time of those that were resolved; None where these are too few."""
        return self.on_time / self.resolved if self.resolved >= ENOUGH else None


class PromiserQuestion(NamedTuple):
    """What a reader asks: of companies, or of speakers; in order of their names or of a number of
    the tally, the most first."""

    speakers: bool
    order: str = "made"
    as_of: Day = None


class PromiserPage(NamedTuple):
    """Tallies in the order asked for, and after whose the next page goes on; None at the end."""

    tallies: list[PromiserTally]
    next: str | None


def promiser_page(
    question: PromiserQuestion, after: str | None = None, size: int = PAGE_SIZE
) -> PromiserPage:
    """At most `size` companies or speakers from one on, in two queries."""
    promises = _promises(question.as_of)
    owners = _speakers(question.as_of) if question.speakers else _makers(promises.values())
    tallies = sorted(_tallies(promises, owners), key=_by(question.order))
    shown, end = part_of(tallies, lambda tally: tally.slug, after, size)
    return PromiserPage(shown, end)


def promises_of(who: Company | Person | None, as_of: Day) -> list[Promised]:
    """Their promises, or all there are, each once; in two queries."""
    promises = _promises(as_of)
    if who is None:
        return _once(promises.values())
    owners = _makers(promises.values()) if isinstance(who, Company) else _speakers(as_of)
    return _once(promises[pk] for pk, slug, _ in owners if slug == who.slug and pk in promises)


class PromiseQuestion(NamedTuple):
    """Whose promises are asked for, and of what came of them; empty for all."""

    who: Company | Person | None = None
    kept: str = ""
    as_of: Day = None


class PromisePage(NamedTuple):
    """Promises, the last promised day first, and behind which the next page goes on; None at the
    end. How many there are with another outcome."""

    lines: list[Line]
    next: str | None
    numbers: dict[Kept, int]


def promise_page(
    question: PromiseQuestion, after: str | None = None, size: int = PAGE_SIZE
) -> PromisePage:
    """At most `size` promises from one on, in eight queries."""
    made = promises_of(question.who, question.as_of)
    found = [promise for promise in made if question.kept in {"", promise.kept}]
    found.sort(key=lambda promise: (promise.last_day, promise.pk), reverse=True)
    shown, end = part_of(found, _key, after, size)
    rows = Milestone.objects.select_related(*MILESTONE_SUBJECTS).in_bulk(
        [promise.pk for promise in shown]
    )
    numbers = Counter(promise.kept for promise in made)
    told = lines([rows[promise.pk] for promise in shown], question.as_of)
    for line, promise in zip(told, shown, strict=True):
        line.day = promise.last_day
    return PromisePage(told, end, {kept: numbers[kept] for kept in Kept})


def _key(promise: Promised) -> str:
    """Where it stands in the list: the year under which, and which it is."""
    return f"{promise.last_day.year} {promise.pk}"


def _promises(as_of: Day) -> dict[int, Promised]:
    """By id of the claim."""
    rows = promises_made(as_of).order_by("pk").values_list("pk", "launch", "due", "outcome")
    return {pk: Promised(pk, launch, due, Kept.of(word)) for pk, launch, due, word in rows}


def _makers(promises: Iterable[Promised]) -> Iterator[tuple[int, str, str]]:
    """Whose promises they are: the id of the claim, with the address and name of a maker."""
    made: defaultdict[int, list[int]] = defaultdict(list)
    for promise in promises:
        made[promise.launch].append(promise.pk)
    makers = ProductLaunch.makers.through.objects.filter(
        productlaunch__milestones__due_latest__isnull=False
    ).distinct()
    for launch, slug, name in makers.values_list("productlaunch", "company__slug", "company__name"):
        yield from ((pk, slug, name) for pk in made[launch])


def _speakers(as_of: Day) -> Iterator[tuple[int, str, str]]:
    """The same with the person in whose words, known by then, it was promised."""
    said = "article__citations__statement"
    known = Q(**{f"{said}__known_from__lte": as_of}) if as_of else Q()
    rows = Citation.objects.filter(
        known,
        milestone__due_latest__isnull=False,
        article__citations__start__lt=F("end"),
        article__citations__end__gt=F("start"),
        **{f"{said}__speaker__isnull": False},
    )
    names = (f"{said}__speaker__slug", f"{said}__speaker__name")
    yield from rows.order_by("milestone").values_list("milestone", *names).distinct()


def _once(promises: Iterable[Promised]) -> list[Promised]:
    """What several claims promise for a launch by one day is one promise, that of the first."""
    once: dict[tuple[int, str], Promised] = {}
    for promise in promises:
        once.setdefault((promise.launch, promise.due), promise)
    return list(once.values())


def _tallies(
    promises: dict[int, Promised], owners: Iterable[tuple[int, str, str]]
) -> Iterator[PromiserTally]:
    theirs: defaultdict[tuple[str, str], list[Promised]] = defaultdict(list)
    for pk, slug, name in owners:
        if pk in promises:
            theirs[slug, name].append(promises[pk])
    for (slug, name), made in theirs.items():
        numbers = Counter(promise.kept for promise in _once(made))
        yield PromiserTally(slug, name, *(numbers[kept] for kept in Kept))


def _by(order: str) -> Callable[[PromiserTally], tuple[Any, ...]]:
    def key(tally: PromiserTally) -> tuple[Any, ...]:
        name = (tally.name.casefold(), tally.slug)
        return name if order == "name" else (-getattr(tally, order.replace("-", "_")), *name)

    return key
