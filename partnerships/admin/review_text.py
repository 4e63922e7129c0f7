"""An article's text with the words marked that its suggestions rest on."""

from collections.abc import Iterable
from typing import NamedTuple

from partnerships.models import Article, Suggestion
from partnerships.passages import cut

NAMES = ("participants", "companies", "speaker", "company", "product")  # fields with words of names


class Mark(NamedTuple):
    """Words of the text that belong to a card: what states it, or a name or date in it."""

    start: int
    end: int
    card: str
    tone: str  # the colour: partnership, launch, statement, rumour, or name
    state: str


class Stretch(NamedTuple):
    """A stretch of the text with the classes and cards of its marks; `anchors` are the cards whose
    words begin here."""

    text: str
    classes: str
    cards: str
    anchors: list[str]


def stretches(article: Article, suggestions: Iterable[Suggestion]) -> list[Stretch]:
    """The text, cut where the words of its suggestions begin and end."""
    marks = sorted({mark for each in suggestions for mark in _marks(each)})
    begun: set[str] = set()
    found = []
    for start, end, covering in cut(len(article.text), [(m.start, m.end) for m in marks]):
        here = [marks[each] for each in covering]
        anchors = [m.card for m in here if m.tone != "name" and m.card not in begun]
        anchors = list(dict.fromkeys(anchors))
        begun |= set(anchors)
        classes = dict.fromkeys(
            name for mark in here for name in (f"tone-{mark.tone}", f"is-{mark.state}")
        )
        of = dict.fromkeys(mark.card for mark in here)
        found.append(Stretch(article.text[start:end], " ".join(classes), " ".join(of), anchors))
    return found


def _marks(suggestion: Suggestion) -> Iterable[Mark]:
    found, card = suggestion.found, suggestion.public_id
    status = (found.get("status") or {}).get("value")
    tone = "rumour" if status == "rumoured" else str(suggestion.kind)
    for start, end in found["evidence"]:
        yield Mark(start, end, card, tone, suggestion.state)
    for name in NAMES:
        each = found.get(name)
        for one in each if isinstance(each, list) else [each] if each else []:
            yield Mark(one["start"], one["end"], card, "name", suggestion.state)
    for name in ("date", "announced", "ended"):
        if each := found.get(name):
            yield Mark(each["start"], each["end"], card, tone, suggestion.state)
