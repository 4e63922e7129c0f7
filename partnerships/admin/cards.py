"""A suggestion as a card shows it: what it says and by which words, what is known of it already,
what accepting it would file, and what else its names may stand for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from partnerships import dates, filing, reviewing
from partnerships.admin.citations import linked
from partnerships.admin.naming import KINDS
from partnerships.models import (
    Article,
    Company,
    Partnership,
    Person,
    ProductLaunch,
    Record,
    Statement,
    Suggestion,
    listing,
    name_key,
)
from partnerships.models.statement import SEGMENT_SEPARATOR
from partnerships.models.vocabulary import MilestoneKind, SuggestionKind
from partnerships.reading.catalogue import says
from partnerships.reviewing import Telling, Unclear

LONGEST_QUOTED = 300  # characters of a statement on its card
NEW, NONE = "new", "none"


class Line(NamedTuple):
    """One thing that the card says: “Expected: by July 2022”, with the words of the text."""

    label: str
    value: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A name, what it is taken for, and what else it may be; `input` names the form's field."""

    label: str
    name: str
    input: str
    meant: SafeString | str
    options: list[tuple[str, str]] = field(default_factory=list)
    asked: bool = False  # nothing can be filed before it is chosen


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


@dataclass(frozen=True)
class Known:
    """What the cards of one page ask the database, asked once for all of them."""

    named: reviewing.Known
    statements: dict[str, Statement]

    @classmethod
    def of(cls, article: Article, suggestions: Sequence[Suggestion]) -> "Known":
        waiting = [each for each in suggestions if each.is_open]
        texts = [_words(article, each) for each in waiting if each.kind == SuggestionKind.STATEMENT]
        said = Statement.objects.filter(text__in=texts).select_related("speaker", "company")
        return cls(reviewing.Known.of(suggestions), {each.text: each for each in said})


def cards(article: Article, suggestions: Sequence[Suggestion]) -> list[Card]:
    """The cards of an article's suggestions, in their order."""
    known = Known.of(article, suggestions)
    records = {each.pk: row for each, row in known.named.siblings}
    for each in suggestions:
        each.article = article
    return [_card(each, known, records.get(each.pk)) for each in suggestions]


def chosen(suggestion: Suggestion, data: Any) -> dict[str, Any]:
    """What the form of a card chose: by name, or `launch` and `partnership`, the record meant."""
    found: dict[str, Any] = {}
    for number, name in enumerate(reviewing.asked_companies(suggestion)):
        if company := _picked(Company, data.get(f"company-{number}", "")):
            found[name] = filing.AlsoCalled(company, (name, *reviewing.forms_of(suggestion, name)))
    speaker = suggestion.field("speaker")
    if speaker and (person := _picked(Person, data.get("person", ""))):
        found[speaker["value"]] = person
    for name, model in (("launch", ProductLaunch), ("partnership", Partnership)):
        value = data.get(name, "")
        if value in {NEW, NONE}:
            found[name] = None
        elif row := _picked(model, value):
            found[name] = row
    return found


def _picked(model: Any, value: str) -> Any:
    kind, _, pk = value.partition("-")
    is_number = pk.isascii() and pk.isdecimal() and len(pk) < 19
    return model.objects.filter(pk=pk).first() if kind == "is" and is_number else None


# One card


def _card(suggestion: Suggestion, known: Known, record: Record | None) -> Card:
    telling = known.named.telling(suggestion)
    status = (suggestion.field("status") or {}).get("value", "")
    problem, files = "", []
    if suggestion.is_open:
        try:
            files = list(_files(telling, known))
        except (Unclear, dates.DateError) as error:
            problem = str(error)
    return Card(
        suggestion=suggestion,
        title=_title(suggestion),
        badge=status.capitalize() or "Statement",
        tone="rumour" if status == "rumoured" else suggestion.kind,
        why=says(suggestion.rule),
        is_certain=suggestion.is_open and known.named.is_certain(suggestion),
        lines=list(_lines(suggestion)),
        choices=list(_choices(suggestion, telling, known)) if suggestion.is_open else [],
        files=files,
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
    words = _words(suggestion.article, suggestion)
    return words if len(words) <= LONGEST_QUOTED else f"{words[:LONGEST_QUOTED].rstrip()}…"


def _words(article: Article, suggestion: Suggestion) -> str:
    pieces = [article.text[start:end] for start, end in suggestion.found["evidence"]]
    return SEGMENT_SEPARATOR.join(pieces)


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


# What accepting files


def _files(telling: Telling, known: Known) -> Iterator[str]:
    told = telling.told()
    for each in told:
        match each:
            case filing.ToldPartnership():
                yield from _new_companies(one.company for one in each.participants)
                yield _known_or_new("partnership", each.known or _same_partnership(each, known))
            case filing.ToldLaunch():
                yield from _new_companies(each.makers)
                yield _known_or_new("launch", each.known)
            case filing.ToldStatement():
                yield from _new_companies(filter(None, [each.company]))
                if isinstance(each.speaker, str):
                    yield f"new person {each.speaker}"
                words = _words(telling.article, telling.suggestion)
                yield _known_or_new("statement", known.statements.get(words))
            case filing.ToldMilestone():
                yield _milestone(each, known)


def _new_companies(named: Iterable[filing.NamedCompany]) -> Iterator[str]:
    for each in named:
        if isinstance(base := filing.company_of(each), str):
            yield f"new company {base}"


def _known_or_new(noun: str, row: Record | None) -> str:
    return f"confirms {row}" if row else f"new {noun}"


def _same_partnership(told: filing.ToldPartnership, known: Known) -> Partnership | None:
    bases = [filing.company_of(each.company) for each in told.participants]
    companies = [each for each in bases if isinstance(each, Company)]
    found = known.named.meanings.partnership(companies) if len(companies) == len(bases) else []
    return found[0] if found else None


def _milestone(told: filing.ToldMilestone, known: Known) -> str:
    subject: Any = told.subject
    if isinstance(subject, filing.ToldPartnership):
        subject = subject.known or _same_partnership(subject, known)
    elif isinstance(subject, filing.ToldLaunch):
        subject = subject.known
    occurred = told.occurred.edtf if told.occurred else ""
    due = told.due.edtf if told.due else ""
    wanted = (told.kind, told.certainty, occurred, due)
    there = [
        each
        for each in (subject.milestones.all() if subject else ())
        if (each.kind, each.certainty, each.occurred, each.due) == wanted
    ]
    label = MilestoneKind(told.kind).label.partition(" (")[0]
    days = [dates.plain(told.occurred)] if told.occurred else []
    days += [f"for {dates.plain_due(told.due)}"] if told.due else []
    sure = "" if told.certainty == "stated" else f"{told.certainty}: "
    return f"{'confirms' if there else 'adds'} {sure}{', '.join([label, *days])}"


# What its names stand for


def _choices(suggestion: Suggestion, telling: Telling, known: Known) -> Iterator[Choice]:
    names = reviewing.asked_companies(suggestion)
    makers = telling.maker_names() if suggestion.kind == SuggestionKind.LAUNCH else []
    for number, name in enumerate(names):
        rows = known.named.meanings.company(name, reviewing.forms_of(suggestion, name), names)
        label = {
            SuggestionKind.PARTNERSHIP: "Company",
            SuggestionKind.LAUNCH: "Maker" if name in makers else "With",
        }.get(SuggestionKind(suggestion.kind), "Spoken for")
        yield _choice(label, "company", name, f"company-{number}", rows, known)
    if name := reviewing.speaking_person(suggestion):
        yield _choice("Speaker", "person", name, "person", known.named.meanings.person(name), known)
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
    close = known.named.near_to(of.model, name)
    options = [(f"is-{row.pk}", f"the same as {of.label(row)}") for row in close]
    first = [("", f"a new {of.noun}")] if options else []
    return Choice(label, name, field_name, f"new {of.noun}", [*first, *options])


def _launch_choice(suggestion: Suggestion, telling: Telling, known: Known) -> Choice:
    name = suggestion.found["product"]["value"]
    of = KINDS["launch"]
    try:
        meant = telling.known_launch()
    except Unclear:
        rows = known.named.meanings.launches.get(name_key(name), [])
        options = [(f"is-{row.pk}", of.label(row)) for row in rows]
        asked = [*options, (NEW, "a new product")]
        return Choice("Product", name, "launch", "several go by this name", asked, asked=True)
    others = [row for each, row in telling.siblings if isinstance(row, ProductLaunch)]
    others += known.named.near_to(of.model, name)
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
    companies = [row for name in names for row in known.named.meanings.company(name)]
    rows += [
        row
        for members, found in known.named.meanings.partnerships.items()
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
