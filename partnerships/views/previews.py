"""The pictures that other sites show beside links to brands and partnerships."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from html import unescape

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.html import strip_tags
from django.utils.http import quote_etag

from partnerships import timeline
from partnerships.models import Company, Partnership
from partnerships.pictures import lanes as drawing
from partnerships.pictures.lettering import legible
from partnerships.pictures.preview import MOST_LANES, Card, Figure, draw
from partnerships.standing import Outcome
from partnerships.views.addresses import as_of, found, only_read, with_former_addresses
from partnerships.views.lanes import most_telling

SECONDS_TO_REMEMBER = 3600
DECIDED = (Outcome.ON_TIME, Outcome.LATE, Outcome.BROKEN)
MOST_TOLD = 1000  # above it “1,000+” is said, as on the pages


@only_read
@with_former_addresses
def brand(request: HttpRequest, slug: str) -> HttpResponse:
    company, day = found(Company.objects.all(), slug), as_of(request)
    question = timeline.Question(company=company, as_of=day)
    card = _brand_card(company, timeline.counts(question).figures, day)
    return _answer(request, _with_lanes(card, timeline.lanes(question), day))


@only_read
@with_former_addresses
def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    row, day = found(Partnership.objects.all(), slug), as_of(request)
    story = timeline.partnership_story(row, day)
    if not story.known:
        return _answer(request, Card("Partnership", "Nothing was known of it.", _as_known(day)))
    first = story.partnership.participations.all()[0].company
    lanes = timeline.lanes(timeline.Question(company=first, as_of=day))
    card = _with_lanes(_partnership_card(story, day), _only(lanes, row), day)
    return _answer(
        request, replace(card, lanes=[replace(lane, name="Together") for lane in card.lanes])
    )


def _answer(request: HttpRequest, card: Card) -> HttpResponse:
    """The picture; nothing is drawn for whoever has it already."""
    etag = quote_etag(sha256(card.told.encode()).hexdigest()[:32])
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(draw(card), content_type="image/png")
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=SECONDS_TO_REMEMBER)
    return response


def _brand_card(company: Company, figures: timeline.Figures, day: datetime.date | None) -> Card:
    facts = [company.legal_name, company.country.name, company.description]
    return Card(
        legible(company.name, _words_of(company)),
        _joined(facts),
        _as_known(day),
        [
            _counted(figures.partnerships, "partnership,partnerships"),
            _counted(figures.launches, "launch,launches"),
            _counted(figures.statements, "statement,statements"),
            *_kept(figures.kept, figures.decided),
        ],
    )


def _partnership_card(story: timeline.PartnershipStory, day: datetime.date | None) -> Card:
    row = story.partnership
    status = render_to_string("partnerships/_status.html", {"standing": story.standing})
    promises = [promise.outcome for _, standing in story.launches for promise in standing.made]
    return Card(
        legible(row.title, _words_of(row)),
        _joined([unescape(strip_tags(status)), row.scope.capitalize()]),
        _as_known(day),
        [
            _counted(len(story.launches), "launch,launches"),
            _counted(len(story.statements), "statement,statements"),
            _counted(len(story.sources), "source,sources"),
            *_kept(
                promises.count(Outcome.ON_TIME), sum(outcome in DECIDED for outcome in promises)
            ),
        ],
    )


def _only(found: timeline.Lanes, row: Partnership) -> timeline.Lanes:
    """One lane with nothing but this partnership; none where it was not read."""
    bars = [bar for bar in found.bars if bar.partnership == row]
    return replace(found, lanes=[timeline.Lane(found.company, bars)] if bars else [])


def _with_lanes(card: Card, found: timeline.Lanes, day: datetime.date | None) -> Card:
    lanes = [
        replace(lane, name=_name_of(partner, found.company))
        for partner, lane in most_telling(found, day, MOST_LANES)
    ]
    scale = drawing.scale_of(lanes, found.on)
    rest = _rest(len(found.lanes) - len(lanes))
    return replace(card, lanes=lanes, scale=scale, on=found.on, rest=rest)


def _rest(number: int) -> str:
    return f"and {number:,} other{'' if number == 1 else 's'}" if number else ""


def _name_of(partner: Company, company: Company) -> str:
    return "Together" if partner == company else legible(partner.name, _words_of(partner))


def _as_known(day: datetime.date | None) -> str:
    on = timeline.looked_at_on(day)
    return f"As known on {on.day} {on:%B %Y}"


def _words_of(row: Company | Partnership) -> str:
    """Its address as words, for a name that the fonts cannot write."""
    return row.slug.replace("-", " ").title()


def _joined(facts: Sequence[str]) -> str:
    return " · ".join(filter(None, map(legible, facts)))


def _counted(number: int, nouns: str) -> Figure:
    one, several = nouns.split(",")
    tally = f"{number:,}" if number <= MOST_TOLD else f"{MOST_TOLD:,}+"
    return Figure(tally, one if number == 1 else several)


def _kept(kept: int, decided: int) -> list[Figure]:
    """Nothing where nothing is decided."""
    return [Figure(f"{kept} of {decided}", "promises kept")] if decided else []
