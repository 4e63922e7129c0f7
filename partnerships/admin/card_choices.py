"""What the names on a card stand for, what else they may, and what was chosen of that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.safestring import SafeString

from partnerships import filing, recording, reviewing
from partnerships.admin.citations import linked
from partnerships.admin.naming import KINDS
from partnerships.models import (
    Company,
    Partnership,
    Person,
    ProductLaunch,
    Suggestion,
    listing,
    name_key,
)
from partnerships.models.vocabulary import SuggestionKind
from partnerships.reviewing import Known, Telling, Unclear

NEW, NONE = "new", "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """A name, what it is taken for, and what else it may be; `input` names the form's field, and
    `picked` is the option that is chosen in it."""

    label: str
    name: str
    input: str
    meant: SafeString | str
    options: list[tuple[str, str]] = field(default_factory=list)
    asked: bool = False  # nothing can be filed before it is chosen
    picked: str = ""


def chosen(suggestion: Suggestion, data: Mapping[str, str]) -> dict[str, Any]:
    """What the form of a card chose: by name, or `launch` and `partnership`, the record meant.

    Raises Refused where that is there no longer.
    """
    found: dict[str, Any] = {}
    for number, name in enumerate(reviewing.asked_companies(suggestion)):
        if company := _picked(Company, data.get(f"company-{number}", "")):
            found[name] = filing.AlsoCalled(company, (name, *reviewing.forms_of(suggestion, name)))
    if person := _picked(Person, data.get("person", "")):
        found[reviewing.speaking_person(suggestion)] = person
    for name, model in (("launch", ProductLaunch), ("partnership", Partnership)):
        value = data.get(name, "")
        if value in {NEW, NONE}:
            found[name] = None
        elif row := _picked(model, value):
            found[name] = row
    return found


def _picked(model: Any, value: str) -> Any:
    if not value:
        return None
    kind, _, pk = value.partition("-")
    is_number = pk.isascii() and pk.isdecimal() and len(pk) < 19
    row = model.objects.filter(pk=pk).first() if kind == "is" and is_number else None
    if row is None:
        raise recording.Refused(["What was chosen is there no longer: choose again."])
    return row


def choices(telling: Telling, known: Known, data: Mapping[str, str]) -> list[Choice]:
    """One for each name on its card; `data` is what was chosen in them."""
    return [
        replace(each, picked=data.get(each.input, ""))
        for each in _choices(telling.suggestion, telling, known)
    ]


def _choices(suggestion: Suggestion, telling: Telling, known: Known) -> Iterator[Choice]:
    names = reviewing.asked_companies(suggestion)
    makers = telling.maker_names() if suggestion.kind == SuggestionKind.LAUNCH else []
    for number, name in enumerate(names):
        rows = known.meanings.company(name, reviewing.forms_of(suggestion, name), names)
        label = {
            SuggestionKind.PARTNERSHIP: "Company",
            SuggestionKind.LAUNCH: "Maker" if name in makers else "With",
        }.get(SuggestionKind(suggestion.kind), "Spoken for")
        yield _choice(label, "company", name, f"company-{number}", rows, known)
    if name := reviewing.speaking_person(suggestion):
        yield _choice("Speaker", "person", name, "person", known.meanings.person(name), known)
    if suggestion.kind == SuggestionKind.LAUNCH:
        yield _launch_choice(suggestion, telling, known)
    if suggestion.kind != SuggestionKind.PARTNERSHIP:
        yield from _partnership_choice(telling, known)


def _choice(  # noqa: PLR0913, PLR0917 - one for each part of what it makes
    label: str, kind: str, name: str, field_name: str, rows: Sequence[Any], known: Known
) -> Choice:
    of = KINDS[kind]
    if len(rows) == 1:
        return Choice(label, name, field_name, linked(rows[0], of.label(rows[0])))
    if rows:
        options = [(f"is-{row.pk}", of.label(row)) for row in rows]
        return Choice(label, name, field_name, "several go by this name", options, asked=True)
    close = known.near_to(of.model, name)
    options = [(f"is-{row.pk}", f"the same as {of.label(row)}") for row in close]
    first = [("", f"a new {of.noun}")] if options else []
    return Choice(label, name, field_name, f"new {of.noun}", [*first, *options])


def _launch_choice(suggestion: Suggestion, telling: Telling, known: Known) -> Choice:
    name = suggestion.found["product"]["value"]
    of = KINDS["launch"]
    try:
        meant = telling.known_launch()
    except Unclear:
        rows = known.meanings.launches.get(name_key(name), [])
        options = [(f"is-{row.pk}", of.label(row)) for row in rows]
        asked = [*options, (NEW, "a new product")]
        return Choice("Product", name, "launch", "several go by this name", asked, asked=True)
    others = [row for each, row in telling.siblings if isinstance(row, ProductLaunch)]
    others += known.near_to(of.model, name)
    rest = {row.pk: row for row in others if meant is None or row.pk != meant.pk}
    options = [(f"is-{pk}", f"another name of {of.label(row)}") for pk, row in rest.items()]
    if meant:
        kept = [("", of.label(meant)), (NEW, "a new product")]
        return Choice("Product", name, "launch", linked(meant, str(meant)), [*kept, *options])
    first = [("", "a new product")] if options else []
    return Choice("Product", name, "launch", "new product", [*first, *options])


def _partnership_choice(telling: Telling, known: Known) -> Iterator[Choice]:
    meant = telling.partnership_meant()
    rows = [row for _, row in telling.siblings if isinstance(row, Partnership)]
    names = reviewing.asked_companies(telling.suggestion)
    companies = [row for name in names for row in known.meanings.company(name)]
    rows += [
        row
        for members, found in known.meanings.partnerships.items()
        if members & {each.pk for each in companies}
        for row in found
    ]
    rest = {row.pk: row for row in rows if meant is None or row.pk != meant.pk}
    options = [(f"is-{pk}", str(row)) for pk, row in rest.items()]
    if meant:
        kept = [("", str(meant)), (NONE, "none")]
        yield Choice("Partnership", "", "partnership", linked(meant, str(meant)), [*kept, *options])
    elif options or telling.suggestion.found.get("partnership"):
        told = telling.suggestion.found.get("partnership")
        later = f"{listing(told)}, once it is accepted" if told else "none"
        first = [("", later), (NONE, "none")] if told else [("", "none")]
        yield Choice("Partnership", "", "partnership", later, [*first, *options] if options else [])
