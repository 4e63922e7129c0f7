"""A reading as suggestions: plain values that wait in the database, each with its words."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from partnerships import filing
from partnerships.models import Article, CompanyName, Suggestion
from partnerships.models.vocabulary import SuggestionKind
from partnerships.reading import KnownNames, Reading, read_article
from partnerships.reading.findings import Field, Launch, Partnership, Span, Statement

MOST = 200  # suggestions of one article; nobody decides more of them, and the page says so


def known_names() -> KnownNames:
    """All names of companies that the record knows; one with several companies is ambiguous."""
    found: dict[str, tuple[int, ...]] = {}
    for name, company in CompanyName.objects.order_by("company").values_list("name", "company"):
        found[name] = (*found.get(name, ()), company)
    return KnownNames(found)


def read(article: Article) -> Reading:
    """What its text states, read with the names that the record knows."""
    return read_article(article.text, article.published or None, known_names())


def proposals(article: Article, reading: Reading) -> list[Suggestion]:
    """One suggestion a finding, in the order of the text, at most `MOST`."""
    forms = {
        each.name: [form.value for form in each.forms if form.value != each.name]
        for each in reading.companies
    }
    made = [
        Suggestion(
            article=article,
            kind=kind,
            key=_key(kind, spans),
            place=spans[0].start,
            found=found | {"forms": _forms(found, forms)},
            rule=rule,
        )
        for kind, rule, spans, found in _findings(reading)
    ]
    return sorted(made, key=lambda each: each.place)[:MOST]


def _findings(
    reading: Reading,
) -> Iterator[tuple[SuggestionKind, str, Sequence[Span], dict[str, Any]]]:
    for partnership in reading.partnerships:
        spans = [partnership.evidence[0], *(each.span for each in partnership.participants)]
        yield SuggestionKind.PARTNERSHIP, partnership.rule, spans, _partnership(partnership)
    for launch in reading.launches:
        yield SuggestionKind.LAUNCH, launch.rule, [launch.product.span], _launch(launch, reading)
    for statement in reading.statements:
        found = _statement(statement, reading)
        yield SuggestionKind.STATEMENT, statement.rule, statement.segments, found


def _partnership(found: Partnership) -> dict[str, Any]:
    return {
        "participants": [_field(each) for each in found.participants],
        "status": _field(found.status),
        "announced": _field(found.announced),
        "ended": _field(found.ended),
        "scope": _field(found.scope),
        "kinds": [_field(each) for each in found.kinds],
        "evidence": _places(found.evidence),
    }


def _launch(found: Launch, reading: Reading) -> dict[str, Any]:
    return {
        "product": _field(found.product),
        "named": found.named,
        "companies": [_field(each) for each in found.companies],
        "status": _field(found.status),
        "date": _field(found.date),
        "announced": _field(_announced(found, reading)),
        "partnership": sorted(found.partnership) if found.partnership else None,
        "same_as": _field(found.same_as),
        "evidence": _places(found.evidence),
    }


def _announced(found: Launch, reading: Reading) -> Field | None:
    """The day of a product's announcement, where it is that of the partnership it comes from."""
    if found.status.value != "announced" or not found.partnership:
        return None
    days = [
        each.announced
        for each in reading.partnerships
        if each.status.value == "announced"
        and {field.value for field in each.participants} == found.partnership
    ]
    return days[0] if len(days) == 1 else None


def _statement(found: Statement, reading: Reading) -> dict[str, Any]:
    return {
        "speaker": _field(found.speaker),
        "role": _field(found.role),
        "company": _field(found.company),
        "partnership": _about(found, reading),
        "evidence": _places(found.segments),
    }


BY_HAND = "added by hand"


def by_hand(article: Article, told: Sequence[filing.Told], user: Any) -> Suggestion | None:
    """What somebody entered from the article, as a suggestion; None for what is no suggestion of
    its own, such as one more name."""
    first, *steps = told
    if isinstance(first, filing.ToldPartnership):
        kind, found = SuggestionKind.PARTNERSHIP, _partnership_by_hand(first, steps)
    elif isinstance(first, filing.ToldLaunch):
        kind, found = SuggestionKind.LAUNCH, _launch_by_hand(first, steps)
    elif isinstance(first, filing.ToldStatement):
        kind, found = SuggestionKind.STATEMENT, _statement_by_hand(first)
    else:
        return None
    spans = [Span(*place) for place in first.passages]
    return Suggestion(
        article=article,
        kind=kind,
        key=_key(kind, spans),
        place=spans[0].start if spans else 0,
        found=found | {"forms": {}, "evidence": _places(spans)},
        rule=BY_HAND,
        suggested_by=user,
    )


def _partnership_by_hand(
    told: filing.ToldPartnership, steps: Sequence[filing.Told]
) -> dict[str, Any]:
    return {
        "participants": [_named(each.company, told) for each in told.participants],
        "kinds": [_typed(each, told) for each in told.kinds],
        "scope": _typed(told.scope, told) if told.scope else None,
        "status": _typed(_status(steps, "active"), told),
        "announced": _day(steps, told, "occurred"),
        "ended": None,
    }


def _launch_by_hand(told: filing.ToldLaunch, steps: Sequence[filing.Told]) -> dict[str, Any]:
    launched = _status(steps, "launched") == "launched"
    return {
        "product": _typed(told.name, told),
        "named": told.name_kind != "descriptive",
        "companies": [_named(each, told) for each in told.makers],
        "status": _typed(_status(steps, "launched"), told),
        "date": _day(steps, told, "occurred" if launched else "due"),
        "announced": None if launched else _day(steps, told, "occurred"),
        "partnership": None,
        "same_as": None,
    }


def _statement_by_hand(told: filing.ToldStatement) -> dict[str, Any]:
    return {
        "speaker": _typed(str(told.speaker), told) if told.speaker else None,
        "role": _typed(told.role, told) if told.role else None,
        "company": _named(told.company, told) if told.company else None,
        "partnership": None,
    }


def _status(steps: Sequence[filing.Told], otherwise: str) -> str:
    """The status in a reader's word that a step tells."""
    for step in steps:
        if isinstance(step, filing.ToldMilestone):
            known = {"began": "active", "terminated": "ended", "expired": "ended"}
            word = known.get(step.kind, step.kind)
            return "rumoured" if step.certainty == "rumoured" else word
    return otherwise


def _day(steps: Sequence[filing.Told], told: Any, name: str) -> dict[str, Any] | None:
    for step in steps:
        if isinstance(step, filing.ToldMilestone) and (when := getattr(step, name)):
            return _typed(when.edtf, told)
    return None


def _named(named: Any, told: Any) -> dict[str, Any]:
    return _typed(str(filing.company_of(named)), told)


def _typed(value: str, told: Any) -> dict[str, Any]:
    """A field whose words are those of the first passage."""
    start, end = told.passages[0] if told.passages else (0, 0)
    return {"value": value, "start": start, "end": end, "rule": BY_HAND, "why": ""}


def _about(found: Statement, reading: Reading) -> list[str] | None:
    """The companies of the partnership that the words are likely to be about: the article's news,
    where the one spoken for takes part in it."""
    spoken_for = found.company.value if found.company else None
    news = [
        sorted(field.value for field in each.participants)
        for each in reading.partnerships
        if each.status.value in {"announced", "rumoured"}
        and spoken_for in {field.value for field in each.participants}
    ]
    return news[0] if len(news) == 1 else None


def _forms(found: dict[str, Any], forms: dict[str, list[str]]) -> dict[str, list[str]]:
    """Of each company that the finding names: the other forms of its name in the text."""
    names = {each["value"] for each in company_fields(found)} | {*(found.get("partnership") or ())}
    return {name: forms[name] for name in sorted(names) if forms.get(name)}


def company_fields(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields that name a company: participants, makers, the one spoken for."""
    fields = [*found.get("participants", ()), *found.get("companies", ()), found.get("company")]
    return [each for each in fields if each]


def _field(found: Field | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "value": found.value,
        "start": found.span.start,
        "end": found.span.end,
        "rule": found.rule,
        "why": found.why,
    }


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[each.start, each.end] for each in spans]


def _key(kind: SuggestionKind, spans: Sequence[Span]) -> str:
    places = ",".join(f"{each.start}-{each.end}" for each in spans)
    return hashlib.sha256(f"{kind} {places}".encode()).hexdigest()[:40]
