"""How dates, promises and addresses read on a page."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify

from partnerships import dates, standing
from partnerships.dates import EdtfDate
from partnerships.models import Citation, Company, Milestone, ProductLaunch
from partnerships.models import listing as sentence
from partnerships.models.vocabulary import NameKind, SearchKind
from partnerships.search import Part, Result

register = template.Library()

register.filter("plain", dates.plain)
register.filter("plain_due", dates.plain_due)
register.filter("html_datetime", dates.html_datetime)

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


FOUND = {
    SearchKind.BRAND: "Brand",
    SearchKind.PARTNERSHIP: "Partnership",
    SearchKind.LAUNCH: "Launch",
    SearchKind.PERSON: "Person",
    SearchKind.STATEMENT: "Statement",
    SearchKind.MILESTONE: "Milestone",
    SearchKind.ARTICLE: "Article",
}

FATES = {
    standing.Fate.TRUE: "came true",
    standing.Fate.FALSE: "came false",
    standing.Fate.OPEN: "open",
}


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], page: Model) -> str:
    """A record's page, as known on the day that this page shows."""
    as_of = context.get("as_of")
    url: str = page.get_absolute_url()  # type: ignore[attr-defined]
    path, hash_mark, anchor = url.partition("#")
    return f"{path}?as_of={as_of.isoformat()}{hash_mark}{anchor}" if as_of else url


@register.simple_tag(takes_context=True)
def listing(context: dict[str, Any], view: str, **filters: str) -> str:
    """A list with these filters alone, as known on the day that this page shows."""
    as_of = context.get("as_of")
    query = urlencode(filters | ({"as_of": as_of.isoformat()} if as_of else {}))
    return f"{reverse(view)}?{query}" if query else reverse(view)


@register.simple_tag(takes_context=True)
def today(context: dict[str, Any]) -> str:
    """This page with the same filters, as known today."""
    form = context.get("form")
    query = form.query_of_today() if form else ""
    path: str = context["request"].path
    return f"{path}?{query}" if query else path


@register.simple_tag(takes_context=True)
def chosen(context: dict[str, Any], parameter: str) -> str:
    """The value of a parameter in the address of this page; empty where it is not given."""
    form = context.get("form")
    return str(form.data.get(parameter, "")) if form else ""


@register.simple_tag(takes_context=True)
def asked(context: dict[str, Any], parameter: str = "", value: str = "", outcome: str = "") -> str:
    """The part after "?" of another list's address: what is given of the two parameters, as known
    on the day that this page shows."""
    as_of = context.get("as_of")
    day = as_of.isoformat() if as_of else ""
    given = {parameter: value, "outcome": outcome, "as_of": day}
    return urlencode({name: each for name, each in given.items() if name and each})


@register.simple_tag(takes_context=True)
def narrowed(context: dict[str, Any], parameter: str, value: object) -> str:
    """This list with another value of one parameter, from its top."""
    return f"?{context['form'].query(**{parameter: str(value)})}"


@register.simple_tag(takes_context=True)
def preview(context: dict[str, Any], page: Model) -> str:
    """The picture of a brand or partnership, as known on the day that this page shows."""
    path, _, query = address(context, page).partition("?")
    return f"{path}preview.png?{query}" if query else f"{path}preview.png"


@register.simple_tag
def absolute(path: str) -> str:
    """An address of this site as other sites have to write it."""
    return f"{settings.SITE_ADDRESS}{path}"


@register.simple_tag(takes_context=True)
def name(context: dict[str, Any], launch: ProductLaunch) -> str:
    """What the launch was called on the day that this page shows; a rumoured name says so."""
    names = launch.names_on(context.get("as_of"))
    if not names or names[0].kind != NameKind.RUMOURED:
        return launch.name_on(context.get("as_of"))
    return format_html('<span class="rumour">{}</span> <small>rumoured name</small>', names[0].name)


@register.simple_tag(takes_context=True)
def plain_name(context: dict[str, Any], launch: ProductLaunch) -> str:
    """The same in letters alone, for the title of the page."""
    names = launch.names_on(context.get("as_of"))
    rumoured = bool(names) and names[0].kind == NameKind.RUMOURED
    return launch.name_on(context.get("as_of")) + (" (rumoured name)" if rumoured else "")


@register.simple_tag
def others(companies: list[Company], brand: Company) -> str:
    """The companies beside the brand, as a sentence lists them."""
    return sentence([each.name for each in companies if each != brand])


@register.filter
def month(claim: Milestone | None) -> str:
    """When it was, where the day does not matter: “March 2022”, “some day before 31 May 2022”."""
    when = claim.occurred_on if claim else None
    if when is None:
        return "a day not recorded"
    words = dates.to_the_month(when)
    return f"some day {words}" if when.earliest is None else words


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
    least, most = promise.slip
    days = str(least) if least == most else f"{least} to {most}"
    return f"{days} day late" if days == "1" else f"{days} days late"


@register.filter
def outcome_alone(promise: standing.Promise) -> str:
    """What came of a promise, where the day that it promised stands beside: “Kept on time”."""
    if promise.rumoured:
        return "Withdrawn, only rumoured" if promise.called_off else "Only rumoured"
    return promise.outcome.capitalize()


@register.filter
def slip_in_days(promise: standing.Promise) -> str:
    """How far the launch lay from the last promised day: “3 days late”, “1 to 31 days to spare”, “4
    days to spare to 2 days late”, “to the day”; “not known” where no first day of a launch is."""
    if promise.slip is None:
        return "not known"
    least, most = promise.slip
    if least == most == 0:
        return "to the day"
    if least >= 0:
        return _days(least, most, "late")
    if most <= 0:
        return _days(-most, -least, "to spare")
    return f"{_days(-least, -least, 'to spare')} to {_days(most, most, 'late')}"


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


@register.filter
def percent(share: float) -> str:
    """A part of one: “75%”."""
    return f"{share:.0%}"


@register.filter
def in_days(number: float) -> str:
    """“7 days”, “12.5 days”, “1 day”."""
    return f"{number:g} day{'' if number == 1 else 's'}"


@register.filter
def total(numbers: Iterable[int]) -> int:
    return sum(numbers)


@register.filter
def to_show(citations: list[Citation]) -> str:
    """What opening the sources shows: passages, or only where they stand."""
    noun = "passage" if any(citation.passage for citation in citations) else "source"
    return noun if len(citations) == 1 else f"{noun}s"


@register.filter
def tally(number: int) -> str:
    """A number as pages show it: exact up to 1,000, then “1,000+”."""
    return f"{number:,}" if number <= 1000 else "1,000+"


@register.filter
def kind_found(kind: SearchKind) -> str:
    """What one record that search found is: “Brand”."""
    return FOUND[kind]


@register.simple_tag
def marked(parts: list[Part]) -> SafeString:
    """A text with the words marked that were looked for."""
    return format_html_join("", "{}", ((_mark(part),) for part in parts))


def _mark(part: Part) -> str:
    return format_html("<mark>{}</mark>", part.text) if part.marked else part.text


@register.simple_tag
def found_name(result: Result) -> SafeString:
    """What a record that was found is called, marked; a rumoured name says so."""
    if not result.rumoured:
        return marked(result.title)
    name = marked(result.title)
    return format_html('<span class="rumour">{}</span> <small>rumoured name</small>', name)
