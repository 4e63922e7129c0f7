"""What accepting a suggestion would file, in words: what is new, and what it confirms."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from partnerships import dates, filing, reviewing
from partnerships.models import Record, Statement, Suggestion, name_key
from partnerships.models.vocabulary import MilestoneKind, SuggestionKind
from partnerships.reviewing import Meanings, Telling


@dataclass(frozen=True)
class Recorded:
    """What is recorded of that which some suggestions name and say, asked once for all of them."""

    named: reviewing.Known
    statements: list[Statement]

    @classmethod
    def of(cls, suggestions: Sequence[Suggestion], chosen: Iterable[Any]) -> "Recorded":
        """From all suggestions of an article, and the records that an editor chose."""
        texts = [
            each.words
            for each in suggestions
            if each.is_open and each.kind == SuggestionKind.STATEMENT
        ]
        said = Statement.objects.filter(text__in=texts).select_related("speaker", "company")
        return cls(reviewing.Known.of(suggestions, chosen), list(said))


def files(telling: Telling, recorded: Recorded) -> Iterator[str]:
    """One thing that it files each. Raises Unclear and DateError."""
    meanings = recorded.named.meanings
    for each in telling.told():
        match each:
            case filing.ToldPartnership():
                yield from _names((one.company for one in each.participants), meanings)
                yield _known_or_new("partnership", each.known)
            case filing.ToldLaunch():
                yield from _names(each.makers, meanings)
                yield _known_or_new("launch", each.known)
            case filing.ToldStatement():
                yield from _names(filter(None, [each.company]), meanings)
                if isinstance(each.speaker, str):
                    yield f"new person {each.speaker}"
                known = _same_statement(telling.suggestion.words, each, recorded.statements)
                yield _known_or_new("statement", known)
            case filing.ToldMilestone():
                yield _milestone(each)


def _names(named: Iterable[filing.NamedCompany], meanings: Meanings) -> Iterator[str]:
    """The companies that are new, and the new names of those that are known."""
    for each in named:
        base = filing.company_of(each)
        if isinstance(base, str):
            yield f"new company {base}"
        elif isinstance(each, filing.AlsoCalled):
            new = (name for name in each.names if name_key(name) not in meanings.companies)
            yield from (f"new name “{name}” of {base}" for name in new)


def _known_or_new(noun: str, row: Record | None) -> str:
    return f"confirms {row}" if row else f"new {noun}"


def _same_statement(
    words: str, told: filing.ToldStatement, statements: Iterable[Statement]
) -> Statement | None:
    """The same words of the same speaker for the same company."""
    company = filing.company_of(told.company) if told.company else None
    said_by = (words, told.speaker, company)
    found = (each for each in statements if (each.text, each.speaker, each.company) == said_by)
    return next(found, None)


def _milestone(told: filing.ToldMilestone) -> str:
    subject: Any = told.subject
    if isinstance(subject, filing.ToldPartnership | filing.ToldLaunch):
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
