"""A suggestion as a card shows it: what it says and by which words, what is known of it already,
what accepting it would file, and what else its names may stand for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.safestring import SafeString

from partnerships import dates, recording
from partnerships.admin.card_choices import Choice, choices, chosen
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
from partnerships.reviewing import Chosen, Telling, Unclear

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
    def has_options(self) -> bool:
        """Whether something can be chosen in it."""
        return any(each.options for each in self.choices)

    @property
    def may_be_accepted(self) -> bool:
        """Whether it can be filed as it stands, or once something is chosen in it."""
        return bool(self.files) or any(each.asked for each in self.choices)


@dataclass(frozen=True, slots=True)
class Picks:
    """What was chosen on one of the cards: the values of its form, and the records meant; or why
    these are none."""

    card: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    chosen: Chosen = field(default_factory=dict)
    problem: str = ""

    @classmethod
    def of(cls, suggestion: Suggestion, values: Mapping[str, str]) -> "Picks":
        """From the values that the form of its card sent."""
        try:
            return cls(suggestion.public_id, values, chosen(suggestion, values))
        except recording.Refused as refused:
            return cls(suggestion.public_id, problem=" ".join(refused.problems))


NO_PICKS = Picks()


def cards(
    article: Article, suggestions: Sequence[Suggestion], picks: Picks = NO_PICKS
) -> list[Card]:
    """The cards of an article's suggestions, in their order."""
    for each in suggestions:
        each.article = article
    recorded = Recorded.of(suggestions, picks.chosen.values())
    records = {each.pk: row for each, row in recorded.named.siblings}
    return [
        _card(
            each,
            recorded,
            records.get(each.pk),
            picks if picks.card == each.public_id else NO_PICKS,
        )
        for each in suggestions
    ]


def _card(suggestion: Suggestion, recorded: Recorded, record: Record | None, picks: Picks) -> Card:
    named = recorded.named
    status = (suggestion.field("status") or {}).get("value", "")
    filed, problem = _filed(named.telling(suggestion, picks.chosen), recorded)
    is_open = suggestion.is_open
    return Card(
        suggestion=suggestion,
        title=_title(suggestion),
        badge=status.capitalize() or "Statement",
        tone="rumour" if status == "rumoured" else suggestion.kind,
        why=says(suggestion.rule),
        is_certain=is_open and named.is_certain(suggestion),
        lines=list(_lines(suggestion)),
        choices=choices(named.telling(suggestion), named, picks.values) if is_open else [],
        files=filed,
        problem=picks.problem or problem,
        record=linked(record, str(record)) if record else "",
        quoted=_quoted(suggestion),
    )


def _filed(telling: Telling, recorded: Recorded) -> tuple[list[str], str]:
    """What accepting it would file, or what is to be decided before."""
    if not telling.suggestion.is_open:
        return [], ""
    try:
        return list(files(telling, recorded)), ""
    except (Unclear, dates.DateError) as error:
        return [], str(error)


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
