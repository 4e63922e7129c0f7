"""Whether what was rumoured came true: the exact rules, and why they are so.

A *rumour* is a milestone with certainty “rumoured”, or a rumoured name of a product; one that is
deprecated (a mistake of the source or of ours) is none. A *publisher reports* it with the articles
of theirs that are cited for it; several are one report, of the day of the first. An article that
came out when what it tells had happened already (or, for a name, when the product was called off)
reports no rumour but recalls one: it is left out.
As of a day only what was known and out on that day is looked at, the later fate of a rumour
included. Every figure is computed anew from the records; nothing of it is stored.

What a rumour *names*, one of its kind makes true: any beginning of the partnership a rumoured one
(people rumour “a deal”, and do not tell signing from announcing), any end a rumoured end, a launch
also a rumoured announcement; all else only itself. What was known already before the rumour was
cannot make it true. A rumour without a day speaks of the PATIENCE that follows it: long enough for
a deal in talks (Xiaomi and Leica: a year and eight days), too short for one that was “too early by
a year and a half” (the end of OnePlus and Hasselblad).

- It *came true* when something of its kind was stated whose day lies within the day or span that
  it named, or within PATIENCE after it; the day of that is the day on which it came true.
- It *came false* when that day certainly lies outside; when the opposite was stated first (an
  extension where an end was rumoured, a cancellation where a launch was); when those concerned
  denied it and nothing of it has been stated since (a denial is a word, not a fact: what happens
  outweighs it); or when its time passed with nothing of it reported. For a day that it named, its
  time has passed OVERDUE_DAYS after it, as for a promise: that nobody reported the event here is
  no sign on the day after.
- It is *open* until then, and where the days do not tell (launched “in January”, rumoured for the
  8th).
- A *name* came true when it is an official name too, with the maker's name before it or not; it
  came false when the official name is another (“became X”), or when the product was denied or
  cancelled; it is open while no official name is known. It came true on the day from which that
  name was known.

The *lead* is the number of days from the report to the day on which the rumour came true. It is
known where both are known to the day; the median is of those, and says of how many.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from partnerships.models import Milestone, name_key
from partnerships.models.vocabulary import ClaimCertainty, ClaimRank, MilestoneKind, NameKind
from partnerships.standing import OVERDUE_DAYS, Fate

PATIENCE = datetime.timedelta(548)  # eighteen months
GRACE = datetime.timedelta(OVERDUE_DAYS)

Day = datetime.date | None

_BEGINNINGS = frozenset(Milestone.BEGINNINGS)
_ENDS = frozenset(Milestone.ENDS)
_GOING_ON = frozenset({MilestoneKind.EXTENDED, MilestoneKind.RENEGOTIATED, MilestoneKind.EXPANDED})
_LAUNCH = frozenset({MilestoneKind.LAUNCHED})
_CANCELLED = frozenset({MilestoneKind.CANCELLED})


class Why(StrEnum):
    """What decided it."""

    HAPPENED = "happened"
    OTHER_DAY = "another day"
    OPPOSITE = "the opposite"
    DENIED = "denied"
    TIME_PASSED = "time passed"
    WAITING = "waiting"
    CANNOT_TELL = "cannot tell"
    NAMED_SO = "named so"
    NAMED_OTHERWISE = "named otherwise"
    NEVER_CAME = "never came"


class Told(NamedTuple):
    """As much of a milestone as tells the fate of rumours; `FIELDS` in their order."""

    pk: int
    partnership: int | None
    launch: int | None
    kind: str
    certainty: str
    rank: str
    first: Day
    last: Day
    due_first: Day
    due_last: Day
    known: Day

    @property
    def subject(self) -> tuple[int | None, int | None]:
        return self.partnership, self.launch

    @property
    def since(self) -> Day:
        """The first day on which it may have been rumoured; None where nothing tells it."""
        return self.first if self.last else self.known


FIELDS = (
    *("pk", "partnership", "launch", "kind", "certainty", "rank"),
    *("occurred_earliest", "occurred_latest", "due_earliest", "due_latest", "known_from"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fate of a rumour, what decided it, and the claim or name that did; None where none did.
    `on` is the span of days of that event, two of None where it has none."""

    fate: Fate
    why: Why
    by: int | None = None
    on: tuple[Day, Day] = (None, None)


def verdict(rumour: Told, claims: Iterable[Told], on: datetime.date) -> Verdict:
    """What became of a rumour by that day; `claims` are those known of its subject, of all kinds
    and certainties."""
    later = [each for each in claims if _counts(each, on) and _is_later(each, rumour)]
    event = _first_of(later, _fulfilling(rumour))
    opposite = _first_of(later, _opposite(rumour.kind))
    if opposite and (event is None or _before(opposite, event)):
        return Verdict(Fate.FALSE, Why.OPPOSITE, opposite.pk, _days(opposite))
    if event:
        return _measured(rumour, event)
    denial = _denial(rumour, later)
    if denial:
        return Verdict(Fate.FALSE, Why.DENIED, denial.pk, _days(denial))
    given_up = _given_up(rumour)
    if given_up and on > given_up:
        return Verdict(Fate.FALSE, Why.TIME_PASSED)
    return Verdict(Fate.OPEN, Why.WAITING)


def _counts(claim: Told, on: datetime.date) -> bool:
    """Whether it may decide anything: not a mistake, and its day has come."""
    day = claim.first or claim.last or claim.known or on
    return claim.rank != ClaimRank.DEPRECATED and day <= on


def _is_later(claim: Told, rumour: Told) -> bool:
    """Whether it was not known already before the rumour was."""
    return claim.known is None or rumour.since is None or claim.known >= rumour.since


def _fulfilling(rumour: Told) -> frozenset[str]:
    """The kinds of what makes it true."""
    if rumour.launch and rumour.kind == MilestoneKind.ANNOUNCED:
        return frozenset({MilestoneKind.ANNOUNCED, MilestoneKind.LAUNCHED})
    if rumour.kind == MilestoneKind.LETTER_OF_INTENT:
        return frozenset({MilestoneKind.LETTER_OF_INTENT, *_BEGINNINGS})
    for group in (_BEGINNINGS, _ENDS):
        if rumour.partnership and rumour.kind in group:
            return group
    return frozenset({rumour.kind})


def _opposite(kind: str) -> frozenset[str]:
    """The kinds of what makes a rumour of this kind false."""
    if kind in _ENDS:
        return _GOING_ON
    if kind in _GOING_ON:
        return _ENDS
    if kind in {MilestoneKind.ANNOUNCED, MilestoneKind.LAUNCHED}:
        return _CANCELLED  # of partnerships there is no such milestone
    return _LAUNCH if kind == MilestoneKind.CANCELLED else frozenset()


def _first_of(claims: Sequence[Told], kinds: frozenset[str]) -> Told | None:
    """What was stated of these kinds and happened first; of each kind the claim that decides its
    date: the preferred one, otherwise the most precise, then the earliest known."""
    stated = [each for each in claims if each.certainty == ClaimCertainty.STATED]
    deciding = [
        min((each for each in stated if each.kind == kind), key=_weight, default=None)
        for kind in sorted(kinds)
    ]
    found = [each for each in deciding if each]
    return min(found, key=lambda each: (each.last or datetime.date.max, each.pk), default=None)


def _weight(claim: Told) -> tuple[bool, float, datetime.date, int]:
    first, last = claim.first, claim.last
    days = (last - first).days if first and last else float("inf")
    known = claim.known or datetime.date.max
    return (claim.rank != ClaimRank.PREFERRED, days, known, claim.pk)


def _days(claim: Told) -> tuple[Day, Day]:
    """When it happened; what has no day had happened when it was known."""
    return (claim.first, claim.last) if claim.last else (None, claim.known)


def _before(one: Told, other: Told) -> bool:
    """Whether it was certainly over before the other began."""
    ours, theirs = _days(one)[1], _days(other)[0]
    return ours is not None and theirs is not None and ours < theirs


def _measured(rumour: Told, event: Told) -> Verdict:
    """By the day of the event: whether it is the one that was rumoured."""
    first, last = _days(event)
    start, end = rumour.due_first, rumour.due_last or _horizon(rumour)
    begins_within = start is None or (first is not None and first >= start)
    ends_within = end is None or (last is not None and last <= end)
    if (last and start and last < start) or (first and end and first > end):
        fate, why = Fate.FALSE, Why.OTHER_DAY
    elif begins_within and ends_within:
        fate, why = Fate.TRUE, Why.HAPPENED
    else:
        fate, why = Fate.OPEN, Why.CANNOT_TELL
    return Verdict(fate, why, event.pk, (first, last))


def _horizon(rumour: Told) -> Day:
    """The last day of which a rumour speaks that names none."""
    told = rumour.last or rumour.known
    return told + PATIENCE if told else None


def _given_up(rumour: Told) -> Day:
    """The day after which nothing is waited for."""
    return rumour.due_last + GRACE if rumour.due_last else _horizon(rumour)


def _denial(rumour: Told, claims: Iterable[Told]) -> Told | None:
    """The first denial that came with the rumour or after it."""
    kinds = _fulfilling(rumour)
    denials = [
        each
        for each in claims
        if each.certainty == ClaimCertainty.DENIED
        and each.kind in kinds
        and (each.known is None or rumour.known is None or each.known >= rumour.known)
    ]
    return min(denials, key=lambda each: (each.known or datetime.date.max, each.pk), default=None)


class Name(NamedTuple):
    """A name of a product; `NAME_FIELDS` in their order."""

    pk: int
    launch: int
    kind: str
    name: str
    known: Day


NAME_FIELDS = ("pk", "launch", "kind", "name", "known_from")


def verdict_on_name(
    rumoured: Name,
    names: Iterable[Name],
    makers: Iterable[str],
    claims: Iterable[Told],
    on: datetime.date,
) -> Verdict:
    """What became of a rumoured name by that day; `names` and `claims` are those known of its
    product, `makers` the names of those who make it."""
    prefixes = [f"{name_key(maker)} " for maker in makers]
    official = [each for each in names if each.kind == NameKind.OFFICIAL]
    official.sort(key=lambda name: (name.known or datetime.date.max, name.pk))
    same = [name for name in official if _bare(name, prefixes) == _bare(rumoured, prefixes)]
    if same:
        return Verdict(Fate.TRUE, Why.NAMED_SO, same[0].pk, (same[0].known,) * 2)
    if official:
        last = official[-1]
        return Verdict(Fate.FALSE, Why.NAMED_OTHERWISE, last.pk, (last.known,) * 2)
    end = _called_off([each for each in claims if _counts(each, on)])
    if end:
        return Verdict(Fate.FALSE, Why.NEVER_CAME, None, _days(end))
    return Verdict(Fate.OPEN, Why.WAITING)


def _bare(name: Name, prefixes: Iterable[str]) -> str:
    """The name without that of a maker in front of it."""
    key = name_key(name.name)
    return next((key.removeprefix(each) for each in prefixes if key.startswith(each)), key)


def _called_off(claims: Iterable[Told]) -> Told | None:
    """What says that a product will not come, if it is the last word on it: that it was cancelled,
    or a denial."""
    words = [each for each in claims if each.certainty != ClaimCertainty.RUMOURED]
    last = max(words, key=lambda each: (each.known or datetime.date.min, each.pk), default=None)
    denied = last is not None and last.certainty == ClaimCertainty.DENIED
    return last if last and (denied or last.kind == MilestoneKind.CANCELLED) else None
