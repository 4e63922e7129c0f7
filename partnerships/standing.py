"""Where a partnership or a launch stands on a day: what follows from its claims, computed only.

Every function takes the claims that are known on that day; none reads the database.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from partnerships.dates import EdtfDate
from partnerships.models.milestone import Milestone
from partnerships.models.vocabulary import ClaimCertainty, ClaimRank, MilestoneKind

STALE_AFTER_YEARS = 2
OVERDUE_DAYS = 365
COMING_UP = "coming up"  # a promise that is pending or due
NO_PROMISE = "none"  # nobody promised a day


class PartnershipStatus(StrEnum):
    """What a partnership is on a day."""

    NOT_KNOWN = "not known"
    RUMOURED = "rumoured"
    DENIED = "denied"
    ANNOUNCED = "announced"
    ACTIVE = "active"
    ENDED = "ended"


class LaunchStatus(StrEnum):
    """What a launch is on a day."""

    NOT_KNOWN = "not known"
    RUMOURED = "rumoured"
    DENIED = "denied"
    ANNOUNCED = "announced"
    DELAYED = "delayed"
    LAUNCHED = "launched"
    DISCONTINUED = "discontinued"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What came of a promise."""

    PENDING = "pending"
    DUE = "due"
    OVERDUE = "overdue"
    UNRESOLVED = "unresolved"
    ON_TIME = "kept on time"
    LATE = "kept late"
    CANNOT_TELL = "cannot tell"
    WITHDRAWN = "withdrawn"
    BROKEN = "broken"


OPEN = {Outcome.PENDING, Outcome.DUE}
# What may be said of a launch's promises, in the order of a calendar.
OUTCOMES = (COMING_UP, *(each.value for each in Outcome if each not in OPEN), NO_PROMISE)


class Kept(StrEnum):
    """What came of a promise, in the words of a tally. It is open until its day has passed, while
    it is overdue or no launch was seen, and where the days do not tell."""

    ON_TIME = "kept on time"
    LATE = "kept late"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    OPEN = "open"

    @classmethod
    def of(cls, outcome: str) -> "Kept":
        return cls(outcome) if outcome in set(cls) else cls.OPEN


class Fate(StrEnum):
    """What became of a rumour."""

    TRUE = "come true"
    FALSE = "come false"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class PartnershipStanding:
    """A partnership on a day. `since` and `ended` are the claims that the two dates come from."""

    status: PartnershipStatus
    since: Milestone | None
    ended: Milestone | None
    last_reported: datetime.date | None
    no_end_reported: bool

    @property
    def contradictory(self) -> bool:
        """Whether the claims say that it ended before it began."""
        return bool(self.since and self.ended and self.ended.lies_before(self.since))

    @property
    def running(self) -> bool:
        return self.status == PartnershipStatus.ACTIVE and not self.no_end_reported


@dataclass(frozen=True, slots=True)
class Promise:
    """One promised day and what came of it. `slip` is the least and the most days it came after
    the last promised day (negative: before); None where no launch with a first day is known.
    `passed` is how many days ago the last promised day was (negative: ahead)."""

    milestone: Milestone
    due: EdtfDate
    outcome: Outcome
    slip: tuple[int, int] | None
    passed: int

    @property
    def rumoured(self) -> bool:
        """Nobody promised it: a rumour named the day."""
        return self.milestone.certainty == ClaimCertainty.RUMOURED

    @property
    def called_off(self) -> bool:
        """Whether the launch was cancelled, or the rumour of it denied."""
        return self.outcome in {Outcome.WITHDRAWN, Outcome.BROKEN}


@dataclass(frozen=True, slots=True)
class LaunchStanding:
    """A launch on a day, with the claim of its launch and each promise."""

    status: LaunchStatus
    launched: Milestone | None
    expected: EdtfDate | None
    promises: tuple[Promise, ...]

    @property
    def awaited(self) -> bool:
        """Whether a launch is still expected: a promised day has not passed long ago."""
        waiting = {Outcome.PENDING, Outcome.DUE, Outcome.OVERDUE}
        return any(promise.outcome in waiting for promise in self.made)

    @property
    def made(self) -> list[Promise]:
        """The promises without what was only rumoured, each promised day once."""
        return _each_day_once(promise for promise in self.promises if not promise.rumoured)

    @property
    def rumoured(self) -> list[Promise]:
        """The days that were only rumoured, each once."""
        return _each_day_once(promise for promise in self.promises if promise.rumoured)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What came of its promises, each word once and in the order of OUTCOMES. A rumour promises
        nothing, but one that was denied is withdrawn."""
        found = {promise.outcome for promise in self.made}
        words = {COMING_UP if outcome in OPEN else outcome.value for outcome in found}
        if not words:
            denied = any(promise.called_off for promise in self.promises)
            return (Outcome.WITHDRAWN.value if denied else NO_PROMISE,)
        return tuple(word for word in OUTCOMES if word in words)


def _each_day_once(promises: Iterable[Promise]) -> list[Promise]:
    first = {promise.due.edtf: promise for promise in reversed(list(promises))}
    return list(first.values())[::-1]


def deciding(claims: Iterable[Milestone], *kinds: str) -> Milestone | None:
    """The stated claim of these kinds that a date is taken from: the preferred one, otherwise the
    most precise, then the earliest known."""
    candidates = [each for each in claims if each.kind in kinds and each.stated and each.counts]
    return min(candidates, key=_weight, default=None)


def _weight(claim: Milestone) -> tuple[bool, float, datetime.date, int]:
    when = claim.occurred_on
    days = when.days if when and when.days is not None else float("inf")
    known = claim.known_from or datetime.date.max
    return (claim.rank != ClaimRank.PREFERRED, days, known, claim.pk or 0)


def partnership_standing(
    claims: Sequence[Milestone], on: datetime.date, last_reported: datetime.date | None
) -> PartnershipStanding:
    """What the partnership is by these claims. `last_reported`: the last day anything of it, its
    launches and statements included, was reported to have happened."""
    counting = [claim for claim in claims if claim.counts]
    status = _partnership_status(counting, on)
    quiet = last_reported is not None and on > years_after(last_reported, STALE_AFTER_YEARS)
    return PartnershipStanding(
        status=status,
        since=_beginning(counting),
        ended=deciding(counting, *Milestone.ENDS),
        last_reported=last_reported,
        no_end_reported=status == PartnershipStatus.ACTIVE and quiet,
    )


def _partnership_status(claims: Sequence[Milestone], on: datetime.date) -> PartnershipStatus:
    if not claims:
        return PartnershipStatus.NOT_KNOWN
    if _denied(claims, (MilestoneKind.LETTER_OF_INTENT, *Milestone.BEGINNINGS)):
        return PartnershipStatus.DENIED
    stated = [claim for claim in claims if claim.stated]
    if not stated:
        return PartnershipStatus.RUMOURED
    end = deciding(stated, *Milestone.ENDS)
    if end and _reached(end, on):
        return PartnershipStatus.ENDED
    began = deciding(stated, MilestoneKind.BEGAN)
    if (began and not _reached(began, on)) or _only_intended(stated):
        return PartnershipStatus.ANNOUNCED
    return PartnershipStatus.ACTIVE


def _only_intended(stated: Sequence[Milestone]) -> bool:
    return all(claim.kind == MilestoneKind.LETTER_OF_INTENT for claim in stated)


def _beginning(claims: Sequence[Milestone]) -> Milestone | None:
    """The claim that tells since when: a beginning, otherwise a signing or announcement; one that
    says only "before some day" is taken where nothing better is known."""
    began = deciding(claims, MilestoneKind.BEGAN)
    if began and began.occurred_earliest:
        return began
    return deciding(claims, MilestoneKind.ANNOUNCED, MilestoneKind.SIGNED) or began


def _denied(claims: Sequence[Milestone], kinds: Sequence[str]) -> bool:
    """Whether the latest word on whether it exists is a denial of these kinds. Whatever is stated
    of a thing says that it exists; of one day, what is stated is the last word."""
    weights = {ClaimCertainty.RUMOURED: 0, ClaimCertainty.DENIED: 1, ClaimCertainty.STATED: 2}
    words = [each for each in claims if each.counts and (each.stated or each.kind in kinds)]
    latest = max(
        words,
        key=lambda each: (
            each.known_from or datetime.date.min,
            weights[ClaimCertainty(each.certainty)],
        ),
        default=None,
    )
    return latest is not None and latest.certainty == ClaimCertainty.DENIED


def _reached(claim: Milestone, on: datetime.date) -> bool:
    """Whether its day has come, or the day it promises; without any it speaks of something past."""
    when = claim.occurred_on or claim.due_on
    return when is None or when.sort_day <= on


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later; of 29 February the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def launch_standing(claims: Sequence[Milestone], on: datetime.date) -> LaunchStanding:
    """What the launch is by these claims, and what came of each promise."""
    counting = [claim for claim in claims if claim.counts]
    dated = [claim for claim in counting if claim.stated and claim.due]
    latest = max(
        dated, key=lambda each: (each.known_from or datetime.date.min, each.pk), default=None
    )
    return LaunchStanding(
        status=_launch_status(counting, on),
        launched=deciding(counting, MilestoneKind.LAUNCHED),
        expected=latest.due_on if latest else None,
        promises=tuple(promises(counting, on)),
    )


def _launch_status(claims: Sequence[Milestone], on: datetime.date) -> LaunchStatus:
    if not claims:
        return LaunchStatus.NOT_KNOWN
    for kind in (MilestoneKind.DISCONTINUED, MilestoneKind.LAUNCHED, MilestoneKind.CANCELLED):
        claim = deciding(claims, kind)
        if claim and _reached(claim, on):
            return LaunchStatus(kind.value)
    if _denied(claims, (MilestoneKind.ANNOUNCED, MilestoneKind.LAUNCHED)):
        return LaunchStatus.DENIED
    stated = [claim for claim in claims if claim.stated]
    if not stated:
        return LaunchStatus.RUMOURED
    latest = max(stated, key=lambda each: (each.known_from or datetime.date.min, each.pk))
    delayed = latest.kind == MilestoneKind.DELAYED
    return LaunchStatus.DELAYED if delayed else LaunchStatus.ANNOUNCED


def promises(claims: Sequence[Milestone], on: datetime.date) -> list[Promise]:
    """Each promised day with its own outcome, in the order in which they became known; a delay
    does not erase the earlier promise."""
    counting = [claim for claim in claims if claim.counts]
    launched = deciding(counting, MilestoneKind.LAUNCHED)
    called_off = _called_off(counting)
    made = [
        claim for claim in counting if claim.due_on and claim.certainty != ClaimCertainty.DENIED
    ]
    made.sort(key=lambda each: (each.known_from or datetime.date.max, each.pk or 0))
    return [_promise(each, launched, called_off, on) for each in made]


def _promise(
    claim: Milestone,
    launched: Milestone | None,
    called_off: datetime.date | None,
    on: datetime.date,
) -> Promise:
    due = claim.due_on
    assert due is not None
    span = launched.occurred_on if launched and _reached(launched, on) else None
    if launched and _reached(launched, on):
        outcome = _kept(due, span)
    else:
        outcome = _open(due, called_off, on)
    slip = None
    if span and span.earliest:
        slip = ((span.earliest - due.latest).days, (span.latest - due.latest).days)
    return Promise(claim, due, outcome, slip, (on - due.latest).days)


def _kept(due: EdtfDate, launched: EdtfDate | None) -> Outcome:
    if launched and launched.latest <= due.latest:
        return Outcome.ON_TIME
    if launched and launched.earliest and launched.earliest > due.latest:
        return Outcome.LATE
    return Outcome.CANNOT_TELL


def _open(due: EdtfDate, called_off: datetime.date | None, on: datetime.date) -> Outcome:
    if called_off:
        return Outcome.WITHDRAWN if called_off <= due.latest else Outcome.BROKEN
    if due.earliest and on < due.earliest:
        return Outcome.PENDING
    if on <= due.latest:
        return Outcome.DUE
    overdue = (on - due.latest).days <= OVERDUE_DAYS
    return Outcome.OVERDUE if overdue else Outcome.UNRESOLVED


def _called_off(claims: Sequence[Milestone]) -> datetime.date | None:
    """The day on which the launch was cancelled, or its rumour denied for good."""
    cancelled = deciding(claims, MilestoneKind.CANCELLED)
    if cancelled:
        return _day_of(cancelled)
    kinds = (MilestoneKind.ANNOUNCED, MilestoneKind.LAUNCHED)
    if not _denied(claims, kinds):
        return None
    denials = [
        claim
        for claim in claims
        if claim.kind in kinds and claim.certainty == ClaimCertainty.DENIED
    ]
    return min(_day_of(claim) for claim in denials)


def _day_of(claim: Milestone) -> datetime.date:
    return claim.occurred_latest or claim.known_from or datetime.date.max
