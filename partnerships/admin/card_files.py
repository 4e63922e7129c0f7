"""What accepting a suggestion would file, in words: what is new, and what it confirms."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from partnerships import dates, filing, reviewing
from partnerships.models import Company, Partnership, Record, Statement, Suggestion
from partnerships.models.vocabulary import MilestoneKind, SuggestionKind
from partnerships.reviewing import Telling


@dataclass(frozen=True)
class Recorded:
    """What is recorded of that which some suggestions name and say, asked once for all of them."""

    named: reviewing.Known
    statements: dict[str, Statement]

    @classmethod
    def of(cls, suggestions: Sequence[Suggestion]) -> "Recorded":
        """From all suggestions of an article."""
        texts = [
            each.words
            for each in suggestions
            if each.is_open and each.kind == SuggestionKind.STATEMENT
        ]
        said = Statement.objects.filter(text__in=texts).select_related("speaker", "company")
        return cls(reviewing.Known.of(suggestions), {each.text: each for each in said})


def files(telling: Telling, recorded: Recorded) -> Iterator[str]:
    """One thing that it files each. Raises Unclear and DateError."""
    for each in telling.told():
        match each:
            case filing.ToldPartnership():
                yield from _new_companies(one.company for one in each.participants)
                yield _known_or_new("partnership", each.known or _same_partnership(each, recorded))
            case filing.ToldLaunch():
                yield from _new_companies(each.makers)
                yield _known_or_new("launch", each.known)
            case filing.ToldStatement():
                yield from _new_companies(filter(None, [each.company]))
                if isinstance(each.speaker, str):
                    yield f"new person {each.speaker}"
                yield _known_or_new("statement", recorded.statements.get(telling.suggestion.words))
            case filing.ToldMilestone():
                yield _milestone(each, recorded)


def _new_companies(named: Iterable[filing.NamedCompany]) -> Iterator[str]:
    for each in named:
        if isinstance(base := filing.company_of(each), str):
            yield f"new company {base}"


def _known_or_new(noun: str, row: Record | None) -> str:
    return f"confirms {row}" if row else f"new {noun}"


def _same_partnership(told: filing.ToldPartnership, recorded: Recorded) -> Partnership | None:
    bases = [filing.company_of(each.company) for each in told.participants]
    companies = [each for each in bases if isinstance(each, Company)]
    found = recorded.named.meanings.partnership(companies) if len(companies) == len(bases) else []
    return found[0] if found else None


def _milestone(told: filing.ToldMilestone, recorded: Recorded) -> str:
    subject: Any = told.subject
    if isinstance(subject, filing.ToldPartnership):
        subject = subject.known or _same_partnership(subject, recorded)
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
