"""How many statements there are with each choice of their filters."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet, Value

from partnerships.models import Participation, Statement, listing, name_key
from partnerships.models.vocabulary import StatementKind
from partnerships.timeline.appearances import FIRST
from partnerships.timeline.counts import Choice
from partnerships.timeline.statements import StatementQuestion, answering, known_by

NOT_GIVEN = "unknown"  # stands for the statements without a speaker, or without a role


@dataclass(frozen=True, slots=True)
class StatementChoices:
    """What can be chosen for each filter, and how many statements the list has with it."""

    speakers: list[Choice]
    companies: list[Choice]
    roles: list[Choice]
    partnerships: list[Choice]
    kinds: list[Choice]


def statement_choices(question: StatementQuestion) -> StatementChoices:
    """The choices of each filter with the others in force, in two queries; one that was not known
    on the day only where it is chosen already."""
    found = _chosen(question)
    first, *others = _facets(question)
    for facet, value, label, number in first.union(*others, all=True):
        found[facet][value or NOT_GIVEN] = Choice(value or NOT_GIVEN, label or "", number)
    titles = _titles(question)
    for slug, choice in found["partnership"].items():
        found["partnership"][slug] = replace(choice, label=titles[slug])
    return StatementChoices(
        speakers=_sorted(found["speaker"], "Nobody named"),
        companies=_sorted(found["company"]),
        roles=_sorted(found["role"], "Role not given"),
        partnerships=_sorted(found["partnership"]),
        kinds=[replace(found["kind"][each], label=str(each.label)) for each in StatementKind],
    )


def _chosen(question: StatementQuestion) -> defaultdict[str, dict[str, Choice]]:
    """By filter and value: what is chosen, and every kind, without statements so far."""
    found: defaultdict[str, dict[str, Choice]] = defaultdict(dict)
    for facet, chosen in (
        ("speaker", question.speaker),
        ("company", question.company),
        ("partnership", question.partnership),
    ):
        if chosen:
            found[facet][chosen.slug] = Choice(chosen.slug, getattr(chosen, "name", ""), 0)
    if question.role:
        found["role"][question.role] = Choice(question.role, question.role, 0)
    for kind in StatementKind:
        found["kind"][kind] = Choice(kind.value, str(kind.label), 0)
    return found


def _facets(question: StatementQuestion) -> Iterator[QuerySet[Any, Any]]:
    """A query for the choices of each filter, that filter itself left out of the question."""
    anybody = replace(question, speaker=None, unattributed=False)
    yield _numbers("speaker", anybody, F("speaker__slug"), F("speaker__name"))
    nobody = replace(question, company=None)
    yield _numbers("company", nobody, F("company__slug"), F("company__name"), company=False)
    yield _numbers("role", replace(question, role=None), F("role"), F("role"))
    nothing = replace(question, partnership=None)
    yield _numbers("partnership", nothing, F("partnership__slug"), _text(""), partnership=False)
    yield _numbers("kind", replace(question, kind=""), F("kind"), F("kind"))


def _numbers(
    facet: str,
    question: StatementQuestion,
    value: Any,
    label: Any,
    **isnull: bool,
) -> QuerySet[Any, Any]:
    """Of all statements known by the day: by value, how many answer the question."""
    known = Statement.objects.filter(known_by(question.as_of))
    known = known.filter(**{f"{name}__isnull": empty for name, empty in isnull.items()})
    number = Count(FIRST, distinct=True, filter=answering(question))
    return (
        known.order_by()
        .annotate(facet=_text(facet), choice=value, label=label)
        .values_list("facet", "choice", "label")
        .annotate(number=number)
    )


def _text(words: str) -> Value:
    return Value(words, CharField())


def _titles(question: StatementQuestion) -> dict[str, str]:
    """By its address: the title of each partnership of which something was said."""
    said = Statement.objects.filter(known_by(question.as_of)).values("partnership")
    rows = Participation.objects.filter(
        Q(partnership__in=said) | Q(partnership=question.partnership)
    ).order_by("pk")
    names: defaultdict[str, list[str]] = defaultdict(list)
    for slug, name in rows.values_list("partnership__slug", "company__name"):
        names[slug].append(name)
    return {slug: listing(companies) for slug, companies in names.items()}


def _sorted(choices: dict[str, Choice], not_given: str = "") -> list[Choice]:
    """A to Z; what is not given comes last."""
    named = sorted(
        (choice for value, choice in choices.items() if value != NOT_GIVEN),
        key=lambda choice: (name_key(choice.label), choice.value),
    )
    rest = [replace(choices[NOT_GIVEN], label=not_given)] if NOT_GIVEN in choices else []
    return [*named, *rest]
