"""A suggestion as a card shows it: what it says and by which words, what is known of it already,
what accepting it would file, and what else its names may stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from partnerships import dates
from partnerships.admin.card_choices import Choice, choices
from partnerships.admin.card_files import Recorded, files
from partnerships.admin.citations import linked
from partnerships.models import (
    Article,
    Record,
    Suggestion,
    listing,
)
from partnerships.models.vocabulary import SuggestionKind
from partnerships.reading.catalogue import says
from partnerships.reviewing import Unclear

LONGEST_QUOTED = 300  # characters of a statement on its card


class Line(NamedTuple):
    """One thing that the card says: “Expected: by July 2022”, with the words of the text."""

    label: str
    value: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that the page shows of one suggestion."""

    suggestion: Suggestion
    title: str
    badge: str
    tone: str
    why: str
    is_certain: bool
    lines: list[Line]
    choices: list[Choice]
    files: list[str]
    problem: str
    record: SafeString | str
    quoted: str = ""

    @property
    def may_be_accepted(self) -> bool:
        """Whether it can be filed as it stands, or once something is chosen in it."""
        return not self.problem or any(each.asked for each in self.choices)


def cards(article: Article, suggestions: Sequence[Suggestion]) -> list[Card]:
    """The cards of an article's suggestions, in their order."""
    for each in suggestions:
        each.article = article
    recorded = Recorded.of(suggestions)
    records = {each.pk: row for each, row in recorded.named.siblings}
    return [_card(each, recorded, records.get(each.pk)) for each in suggestions]


def _card(suggestion: Suggestion, recorded: Recorded, record: Record | None) -> Card:
    telling = recorded.named.telling(suggestion)
    status = (suggestion.field("status") or {}).get("value", "")
    problem, filed = "", []
    if suggestion.is_open:
        try:
            filed = list(files(telling, recorded))
        except (Unclear, dates.DateError) as error:
            problem = str(error)
    return Card(
        suggestion=suggestion,
        title=_title(suggestion),
        badge=status.capitalize() or "Statement",
        tone="rumour" if status == "rumoured" else suggestion.kind,
        why=says(suggestion.rule),
        is_certain=suggestion.is_open and recorded.named.is_certain(suggestion),
        lines=list(_lines(suggestion)),
        choices=list(choices(suggestion, telling, recorded.named)) if suggestion.is_open else [],
        files=filed,
        problem=problem,
        record=linked(record, str(record)) if record else "",
        quoted=_quoted(suggestion),
    )


def _title(suggestion: Suggestion) -> str:
    found = suggestion.found
    match suggestion.kind:
        case SuggestionKind.PARTNERSHIP:
            return listing([each["value"] for each in found["participants"]])
        case SuggestionKind.LAUNCH:
            return str(found["product"]["value"])
    speaker = found["speaker"]
    return str(speaker["value"]) if speaker else "Nobody is named"


def _quoted(suggestion: Suggestion) -> str:
    if suggestion.kind != SuggestionKind.STATEMENT:
        return ""
    words = suggestion.words
    return words if len(words) <= LONGEST_QUOTED else f"{words[:LONGEST_QUOTED].rstrip()}…"


LABELS = {
    "announced": "Since",
    "ended": "Until",
    "scope": "Scope",
    "role": "Role",
    "same_as": "Another name of",
}


def _lines(suggestion: Suggestion) -> Iterator[Line]:
    found, text = suggestion.found, suggestion.article.text
    for name, label in LABELS.items():
        if (each := found.get(name)) and not (name == "announced" and "date" in found):
            is_date = name in {"announced", "ended"}
            value = _plain(each["value"]) if is_date else each["value"]
            yield Line(label, value, text[each["start"] : each["end"]])
    if each := found.get("date"):
        done = found["status"]["value"] == "launched"
        value = _plain(each["value"]) if done else _plain_due(each["value"])
        words = text[each["start"] : each["end"]]
        yield Line("Launched" if done else "Expected", value, words)
    elif "date" in found:
        yield Line("Date", "none was found")


def _plain(edtf: str) -> str:
    return dates.plain(dates.parse(edtf))


def _plain_due(edtf: str) -> str:
    return dates.plain_due(dates.parse(edtf))
