"""How dates, names and numbers read on a page."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from partnerships import dates
from partnerships.models import Citation, Company, Milestone, ProductLaunch
from partnerships.models import listing as sentence
from partnerships.models.vocabulary import NameKind, SearchKind
from partnerships.search import Part, Result

register = template.Library()

register.filter("plain", dates.plain)
register.filter("plain_due", dates.plain_due)
register.filter("html_datetime", dates.html_datetime)


FOUND = {
    SearchKind.BRAND: "Brand",
    SearchKind.PARTNERSHIP: "Partnership",
    SearchKind.LAUNCH: "Launch",
    SearchKind.PERSON: "Person",
    SearchKind.STATEMENT: "Statement",
    SearchKind.MILESTONE: "Milestone",
    SearchKind.ARTICLE: "Article",
}


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
