"""The forms of an article filled in from a suggestion, or with the words that were selected."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from partnerships import dates, filing, reviewing
from partnerships.admin.entering import COMPANIES, NEW, SEGMENTS, Cited, EntryForm
from partnerships.models import Article, Suggestion
from partnerships.models.fields import as_typed
from partnerships.models.vocabulary import SuggestionKind


def correcting(
    kind: type[EntryForm], suggestion: Suggestion, cited: Cited, data: Any, chosen: reviewing.Chosen
) -> EntryForm:
    """The form that corrects the suggestion: it shows first what was found, and what was chosen on
    the card."""
    article = suggestion.article
    told = reviewing.drafted(suggestion, chosen)
    form = kind(article, _offering(cited, told), data)
    form.initial = {**form.initial, **_found(suggestion, article), **_as_told(told)}
    form.answer(chosen)
    return form


def _offering(cited: Cited, told: Sequence[filing.Told]) -> Cited:
    """With the partnership and the launch that are meant to choose from, cited or not."""
    for each in told:
        if isinstance(each, filing.ToldLaunch) and each.known:
            cited = replace(cited, launches=cited.launches | {each.known.pk: each.known})
        if isinstance(each, filing.ToldLaunch | filing.ToldStatement) and each.partnership:
            meant: Any = each.partnership
            cited = replace(cited, partnerships=cited.partnerships | {meant.pk: meant})
    return cited


def _found(suggestion: Suggestion, article: Article) -> dict[str, Any]:
    """All that was found, by the fields of the form of its kind."""
    found = suggestion.found
    filled = _passages(article, found["evidence"])
    match suggestion.kind:
        case SuggestionKind.PARTNERSHIP:
            names = [each["value"] for each in found["participants"]]
            filled |= dict(zip(COMPANIES, names, strict=False))
            filled["kinds"] = [each["value"] for each in found["kinds"]]
            filled["scope"] = _value(found["scope"])
        case SuggestionKind.LAUNCH:
            names = [each["value"] for each in found["companies"]]
            filled |= dict(zip(("maker", "maker_2"), names, strict=False))
            filled["product"] = found["product"]["value"]
        case _:
            filled["speaker"] = _value(found["speaker"])
            filled["role"] = _value(found["role"])
            filled["company"] = _value(found["company"])
            if found["speaker"] and found["speaker"]["rule"] == reviewing.COMPANY_SPEAKS:
                filled["company"], filled["speaker"] = filled["speaker"], ""
    return filled


def _as_told(told: Sequence[filing.Told]) -> dict[str, Any]:
    """The step that accepting would file, which product is meant, and the kind of its name."""
    filled: dict[str, Any] = {}
    for each in told:
        if isinstance(each, filing.ToldMilestone):
            filled |= {
                "kind": each.kind,
                "certainty": each.certainty,
                "occurred": _typed(each.occurred),
                "due": _typed(each.due),
            }
        elif isinstance(each, filing.ToldLaunch):
            filled["product_kind"] = each.name_kind
            filled["product_is"] = NEW if each.new else str(each.known.pk) if each.known else ""
            filled["partnership"] = str(each.partnership.pk) if each.partnership else ""  # type: ignore[union-attr]
        elif isinstance(each, filing.ToldStatement):
            filled["partnership"] = str(each.partnership.pk) if each.partnership else ""  # type: ignore[union-attr]
    return filled


def initial_of_words(asked: Mapping[str, str], article: Article) -> dict[str, Any]:
    """The passage that was selected in the text: `words` in the address, and the place `start`.

    A browser may count letters otherwise: where other words stand at the place, the words are
    looked for, and only what stands in the text once is taken.
    """
    words, start = asked.get("words", "").replace("\r\n", "\n"), asked.get("start", "")
    if not words.strip():
        return {}
    place = int(start) if start.isascii() and start.isdecimal() and len(start) < 9 else -1
    if place < 0 or not article.text.startswith(words, place):
        if article.text.count(words) != 1:
            return {SEGMENTS[0]: words} if words in article.text else {}
        place = article.text.index(words)
    return _passages(article, [(place, place + len(words))])


def _passages(article: Article, places: Any) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    for name, (start, end) in zip(SEGMENTS, places, strict=False):
        filled |= {name: article.text[start:end], f"{name}_place": str(start)}
    return filled


def _value(found: dict[str, Any] | None) -> str:
    return found["value"] if found else ""


def _typed(when: dates.EdtfDate | None) -> str:
    return as_typed(when.edtf) if when else ""
