"""The network of brands and partnerships: a picture, and the same as a table."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import slugify

from partnerships import timeline
from partnerships.forms import NetworkForm
from partnerships.pictures import network as picture
from partnerships.pictures.svg import Svg
from partnerships.standing import PartnershipStatus
from partnerships.timeline.network import NetworkBrand, NetworkPartnership
from partnerships.timeline.statuses import NO_END_REPORTED
from partnerships.views.addresses import checked, only_read
from partnerships.views.htmx import Shown, page_or_part

# In the order of the legend.
STATUSES = [
    PartnershipStatus.ACTIVE,
    PartnershipStatus.ANNOUNCED,
    NO_END_REPORTED,
    PartnershipStatus.ENDED,
    PartnershipStatus.RUMOURED,
    PartnershipStatus.DENIED,
    PartnershipStatus.NOT_KNOWN,
]


class Years(NamedTuple):
    """The years of the slider, the one that is shown, what the last is called, for it has not
    ended, and for each the address's part after "?"."""

    first: int
    last: int
    shown: int
    latest: str
    links: list[tuple[int, str]]


@only_read
def network(request: HttpRequest) -> HttpResponse:
    form = checked(NetworkForm(request.GET))
    question = timeline.NetworkQuestion(**form.asked)
    shown = timeline.network(question)
    query = form.query(year=str(question.year) if question.in_the_past else "")
    context = {
        "changing_title": "network/_title.html",
        "form": form,
        "question": question,
        "as_of": question.as_of,
        "network": shown,
        "statuses": sorted(shown.statuses.items(), key=lambda pair: STATUSES.index(pair[0])),
        "years": _years(shown, question, form),
        "picture": drawn(shown, question),
        "shown": Shown(
            len(shown.partnerships),
            "partnership,partnerships",
            f"between {len(shown.brands)} brands{_at_the_end_of(question)}",
            further=False,
        ),
    }
    address = f"{reverse('network')}?{query}".rstrip("?")
    return page_or_part(request, "network/network.html", "network/_network.html", context, address)


def _at_the_end_of(question: timeline.NetworkQuestion) -> str:
    return f" at the end of {question.year}" if question.in_the_past else ""


def _years(
    network: timeline.Network, question: timeline.NetworkQuestion, form: NetworkForm
) -> Years:
    last = timeline.looked_at_on(question.as_of).year
    latest = date_format(question.as_of, "j M Y") if question.as_of else "Today"
    shown = question.year if question.year and question.in_the_past else last
    first = min(network.first_year, shown)
    links = [(year, form.query(year=str(year))) for year in range(first, last)]
    return Years(first, last, shown, latest, [*links, (last, form.query(year=""))])


def drawn(network: timeline.Network, question: timeline.NetworkQuestion) -> Svg:
    """The picture of the network; each of its links is of the day that is asked for."""
    day = f"?as_of={question.as_of.isoformat()}" if question.as_of else ""
    return picture.drawn(
        [_vertex(each, question, day) for each in network.brands],
        [_tie(each, day) for each in network.partnerships],
        tuple(network.whole.items()),
        f"Brands and their partnerships{_at_the_end_of(question)}",
    )


def _vertex(brand: NetworkBrand, question: timeline.NetworkQuestion, day: str) -> picture.Vertex:
    company, number, told = brand
    return picture.Vertex(
        number=company.pk,
        name=company.name,
        href=f"{company.get_absolute_url()}{day}",
        title=f"{company.name}: {number} partnership{'' if number == 1 else 's'}",
        told=told,
        chosen=company == question.brand,
    )


def _tie(partnership: NetworkPartnership, day: str) -> picture.Tie:
    return picture.Tie(
        number=partnership.partnership.pk,
        members=tuple(company.pk for company in partnership.shown),
        href=f"{partnership.partnership.get_absolute_url()}{day}",
        title=f"{partnership.title}: {_where_it_stands(partnership)}",
        status=slugify(partnership.status),
    )


def _where_it_stands(partnership: NetworkPartnership) -> str:
    """“ended 31 March 2022, began 25 February 2016”."""
    since, ended = partnership.standing.since, partnership.standing.ended
    words = partnership.status
    if ended and ended.day and words == PartnershipStatus.ENDED:
        words = f"{words} {ended.day}"
    return f"{words}, {since.label} {since.day}" if since and since.day else words
