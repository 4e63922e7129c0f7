"""How promises and rumours read on a page: what was promised, and what came of it."""

from typing import Any

from django import template
from django.utils.text import slugify

from partnerships import dates, standing
from partnerships.dates import EdtfDate

register = template.Library()

OUTCOMES = {
    standing.Outcome.PENDING: "promised {due}",
    standing.Outcome.DUE: "due: promised {due}",
    standing.Outcome.OVERDUE: "{overdue}: promised {due}",
    standing.Outcome.UNRESOLVED: "unresolved, no launch seen: promised {due}",
    standing.Outcome.ON_TIME: "on time: promised {due}",
    standing.Outcome.LATE: "{late}: promised {due}",
    standing.Outcome.CANNOT_TELL: "cannot tell whether kept: promised {due}",
    standing.Outcome.WITHDRAWN: "withdrawn: promised {due}",
    standing.Outcome.BROKEN: "broken: promised {due}",
}

FATES = {
    standing.Fate.TRUE: "came true",
    standing.Fate.FALSE: "came false",
    standing.Fate.OPEN: "open",
}


@register.filter
def outcome(promise: standing.Promise) -> str:
    """What came of a promise: “on time: promised by July 2022”, “3 days late: …”; of a rumoured
    day only that it was rumoured."""
    due = promised(promise.due)
    if promise.rumoured:
        return f"withdrawn: rumoured {due}" if promise.called_off else f"rumoured {due}"
    overdue = _days(promise.passed, promise.passed, "overdue")
    return OUTCOMES[promise.outcome].format(due=due, late=slip(promise), overdue=overdue)


@register.filter
def outcome_class(promise: standing.Promise) -> str:
    """By which the stylesheet tells outcomes apart; a rumour promises nothing."""
    return "outcome-rumoured" if promise.rumoured else f"outcome-{slugify(promise.outcome)}"


@register.filter
def slip(promise: standing.Promise) -> str:
    """How late it came: “3 days late”, “1 to 31 days late”; empty where it did not come late."""
    if promise.slip is None or promise.slip[0] <= 0:
        return ""
    return _days(*promise.slip, "late")


@register.filter
def outcome_alone(promise: standing.Promise) -> str:
    """What came of a promise, where the day that it promised stands beside: “Kept on time”."""
    if promise.rumoured:
        return "Withdrawn, only rumoured" if promise.called_off else "Only rumoured"
    return promise.outcome.capitalize()


@register.filter
def slip_in_days(promise: standing.Promise) -> str:
    """How far the launch lay from the last promised day: “3 days late”, “1 to 31 days to spare”, “4
    days to spare to 2 days late”, “to the day”; of one that is awaited how long it is late by now;
    “not known” where it cannot be said."""
    if promise.slip is None:
        return _late_by_now(promise)
    least, most = promise.slip
    if least == most == 0:
        return "to the day"
    if least >= 0:
        return _days(least, most, "late")
    if most <= 0:
        return _days(-most, -least, "to spare")
    return f"{_days(-least, -least, 'to spare')} to {_days(most, most, 'late')}"


def _late_by_now(promise: standing.Promise) -> str:
    if promise.rumoured:
        return "not known"
    if promise.outcome == standing.Outcome.OVERDUE:
        return _days(promise.passed, promise.passed, "so far")
    return "none yet" if promise.outcome in standing.OPEN else "not known"


def _days(least: int, most: int, direction: str) -> str:
    number = str(most) if least == most else f"{least} to {most}"
    return f"{number} day{'' if number == '1' else 's'} {direction}"


@register.filter
def promised(due: EdtfDate) -> str:
    """The promised day after a verb: “by July 2022”, “for 4 July 2022”."""
    words = dates.plain_due(due)
    if words.startswith("by "):
        return words
    numbered = words.startswith(("first", "second", "third", "fourth"))
    return f"for the {words}" if numbered else f"for {words}"


@register.filter
def fate(rumour: Any) -> str:
    """What became of a rumour: “came true: ended 31 March 2022, 320 days after the report”, “came
    false: launched 2 March 2025, not on the day it named”. Of a row of `timeline.rumour_page`."""
    word = FATES[rumour.verdict.fate]
    return f"{word}: {_reason(rumour)}"


def _reason(rumour: Any) -> str:
    by, dated = rumour.decided_by, bool(getattr(rumour.claim, "due", ""))
    told = f"{by.label} {by.day or 'on a day not recorded'}" if hasattr(by, "label") else str(by)
    after = f", {_days(rumour.lead, rumour.lead, 'after the report')}" if rumour.lead else ""
    limit = "a year after the day that it named" if dated else "eighteen months"
    other = "not when it said" if dated else "more than eighteen months later"
    reasons = {
        "happened": f"{told}{after}",
        "another day": f"{told}, {other}",
        "the opposite": told,
        "denied": told.removesuffix(" on a day not recorded").partition(":")[0]
        + (f" {by.day}" if by and getattr(by, "day", "") else ""),
        "time passed": f"nothing of it was reported within {limit}",
        "waiting": "nothing of it has been reported so far",
        "cannot tell": f"{told}, which does not tell whether it was so",
        "named so": f"the official name is {told}{after}",
        "named otherwise": f"became {told}",
        "never came": "the product was denied or called off",
    }
    return reasons[rumour.verdict.why]
