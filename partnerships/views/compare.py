"""Brands beside each other: those whose addresses are named, or whose names are typed."""

import datetime
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from partnerships import search, timeline
from partnerships.forms import CompareForm
from partnerships.models import Company, listing, name_key
from partnerships.models.vocabulary import SearchKind
from partnerships.pictures.lanes import Entry
from partnerships.views.addresses import (
    Moved,
    WrongParameter,
    checked,
    found,
    moved_to,
    only_read,
    with_former_addresses,
)
from partnerships.views.htmx import Shown, page_or_part, refusal
from partnerships.views.lanes import Picture, Wording, picture

MOST_OFFERED = 500  # names that a browser completes while one types


class Chosen(NamedTuple):
    """A brand that is compared, and the address of the comparison without it."""

    company: Company
    without: str


class Shared(NamedTuple):
    """A partner of several of the brands, and its partnerships with them."""

    partner: Company
    entries: list[Entry]


class Unclear(NamedTuple):
    """A name that no brand has or several have, and the brands that may be meant, each with the
    address at which it is taken."""

    words: str
    several: bool
    meant: list[Chosen]


@only_read
@with_former_addresses
def compare(request: HttpRequest) -> HttpResponse:
    form = checked(CompareForm(request.GET))
    named = _at_addresses(form)
    if [each.slug for each in named] != form.cleaned_data["brand"]:
        return moved_to(_address(named, form))
    typed = {words: _of_name(words) for words in form.cleaned_data["name"]}
    brands = list(dict.fromkeys([*named, *(company for [company] in _clear(typed))]))
    unclear = [_unclear(words, brands, form) for words, meant in typed.items() if len(meant) != 1]
    if unclear or len(brands) < form.FEWEST:
        return _choice(request, form, brands, unclear)
    if typed:
        return _added(form, brands)
    return _comparison(request, form, brands)


def _clear(typed: dict[str, list[Company]]) -> list[list[Company]]:
    """The names that mean one brand."""
    return [meant for meant in typed.values() if len(meant) == 1]


def _at_addresses(form: CompareForm) -> list[Company]:
    """The brands that the address names, in its order; one that has another address by now, or is
    named by another of its names, as itself. Raises Gone or WrongParameter where there is none."""
    slugs = form.cleaned_data["brand"]
    here = {each.slug: each for each in Company.objects.filter(slug__in=slugs)} if slugs else {}
    return [here.get(slug) or _elsewhere(slug, form) for slug in slugs]


def _elsewhere(slug: str, form: CompareForm) -> Company:
    try:
        return found(Company.objects.all(), slug)
    except Moved as moved:
        return Company.objects.get(pk=moved.record.pk)
    except Http404:
        meant = _of_name(slug.replace("-", " "))
    if len(meant) != 1:
        form.add_error("brand", f"No brand has this name in its address: {slug}.")
        raise WrongParameter(form)
    return meant[0]


def _of_name(words: str) -> list[Company]:
    """The brands that go by exactly this name, in any spelling."""
    return list(Company.objects.filter(names__key=name_key(words)).distinct().alphabetical()[:8])


def _unclear(words: str, brands: Sequence[Company], form: CompareForm) -> Unclear:
    meant = _of_name(words)
    question = search.Question(words, SearchKind.BRAND, form.cleaned_data["as_of"])
    near = meant or [
        each.record for each in search.suggestions(question) if each.kind == SearchKind.BRAND
    ]
    offers = [Chosen(each, _address(list(dict.fromkeys([*brands, each])), form)) for each in near]
    return Unclear(words, bool(meant), offers)


def _address(brands: Sequence[Company], form: CompareForm) -> str:
    """Of the comparison of these brands; of one alone, where it waits for another."""
    asked: list[tuple[str, str]] = [("brand", each.slug) for each in brands]
    if len(brands) < form.FEWEST:
        asked = [("name", each.name) for each in brands]
    if form.cleaned_data["as_of"]:
        asked.append(("as_of", form.cleaned_data["as_of"].isoformat()))
    return f"{reverse('compare')}?{urlencode(asked)}".rstrip("?")


def _choice(
    request: HttpRequest, form: CompareForm, brands: Sequence[Company], unclear: list[Unclear]
) -> HttpResponse:
    """The page on which brands are chosen; what is unclear is a wrong value."""
    context = {
        "form": form,
        "as_of": form.cleaned_data["as_of"],
        "brands": brands,
        "unclear": unclear,
        "offered": _offered(form),
        "busy": _busy(form, brands),
    }
    if unclear:
        return refusal(request, "compare/compare.html", "compare/_unclear.html", context)
    return page_or_part(request, "compare/compare.html", "compare/_choose.html", context)


def _busy(form: CompareForm, brands: Sequence[Company]) -> list[Chosen]:
    """The brands of which most is told, each with the address at which it is taken too."""
    active = [each.company for each in timeline.most_active(form.cleaned_data["as_of"])]
    return [Chosen(each, _address([*brands, each], form)) for each in active if each not in brands]


def _added(form: CompareForm, brands: Sequence[Company]) -> HttpResponse:
    if len(brands) > form.MOST:
        form.add_error("name", form.how_many(len(brands)))
        raise WrongParameter(form)
    return HttpResponseRedirect(_address(brands, form))


def _offered(form: CompareForm) -> "SimpleLazyObject[list[str]]":
    names = timeline.partners(form.cleaned_data["as_of"])
    return SimpleLazyObject(lambda: list(names.values_list("name", flat=True)[:MOST_OFFERED]))


def _comparison(request: HttpRequest, form: CompareForm, brands: Sequence[Company]) -> HttpResponse:
    as_of, until = form.cleaned_data["as_of"], form.cleaned_data["until"]
    page = timeline.years(brands, as_of, until)
    context = {
        "form": form,
        "as_of": as_of,
        "title": listing([each.name for each in brands]),
        "brands": [
            Chosen(each, _address([other for other in brands if other != each], form))
            for each in brands
        ],
        "offered": _offered(form),
        # Earlier years that are added to a page need none.
        "compared": Compared(brands, as_of),
        "years": page.years,
        "shown": Shown(len(page.years), "year,years", "newest first", bool(until)),
        "more": form.query(until=str(page.next)) if page.next else "",
    }
    part = "compare/_years.html" if until else "compare/_compare.html"
    address = "" if until else f"{reverse('compare')}?{form.query()}"
    return page_or_part(request, "compare/compare.html", part, context, address)


class Compared:
    """What stands above the years, made when it is asked for."""

    def __init__(self, brands: Sequence[Company], as_of: datetime.date | None) -> None:
        self.brands = brands
        self.as_of = as_of

    @cached_property
    def found(self) -> timeline.Comparison:
        return timeline.comparison(self.brands, self.as_of)

    @cached_property
    def picture(self) -> Picture:
        return picture(self.found.lanes, self.as_of)

    @property
    def together(self) -> list[Entry]:
        """The partnerships between the brands."""
        return self._in_words(self.found.together)

    @cached_property
    def shared(self) -> list[Shared]:
        """Their shared partners."""
        return [
            Shared(row.partner, self._in_words(bar for lane in row.lanes for bar in lane.bars))
            for row in self.found.shared
        ]

    def _in_words(self, bars: Iterable[timeline.Bar]) -> list[Entry]:
        wording = Wording(self.brands[0], self.as_of)
        return [wording.bar(bar).entry for bar in {bar.partnership: bar for bar in bars}.values()]
