"""The clerk who files what an article tells: finds what is recorded already, makes what is not,
and cites each with its passages."""

from typing import Any, TypeVar

from django.db import models

from partnerships import recording
from partnerships.filing.facts import (
    AlsoCalled,
    Filed,
    NamedCompany,
    NamedPerson,
    Passages,
    Told,
    ToldLaunch,
    ToldMilestone,
    ToldName,
    ToldParticipation,
    ToldPartnership,
    ToldStatement,
)
from partnerships.filing.names import companies_called, launches_called, people_called
from partnerships.models import (
    Article,
    Citation,
    Claim,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Record,
    Statement,
    name_key,
)
from partnerships.models.address import free_slug
from partnerships.models.fields import TypedDate
from partnerships.models.names import is_legal
from partnerships.models.statement import SEGMENT_SEPARATOR
from partnerships.models.vocabulary import ParticipantRole

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=Claim)


def file(writer: recording.Writer, article: Article, *told: Told) -> Filed:
    """File what the article tells, in the batch of the writer.

    Raises recording.Refused where the record cannot take it; then the whole batch falls.
    """
    clerk = _Clerk(writer, article)
    return Filed([clerk.file(each) for each in told], clerk.made, clerk.citations)


class _Clerk:
    """Files for one article; `made` and `citations` are what is new."""

    def __init__(self, writer: recording.Writer, article: Article) -> None:
        self.writer = writer
        self.article = article
        self.made: list[Record] = []
        self.citations: list[Citation] = []
        self.launches: dict[ToldLaunch, ProductLaunch] = {}  # that were made

    def file(self, told: Told) -> Record:
        match told:
            case ToldPartnership():
                return self.partnership(told)
            case ToldParticipation():
                return self.participation(told)
            case ToldLaunch():
                return self.launch(told)
            case ToldName():
                return self.name(told)
            case ToldMilestone():
                return self.milestone(told)
            case ToldStatement():
                return self.statement(told)

    # Claims

    def partnership(self, told: Partnership | ToldPartnership) -> Partnership:
        if isinstance(told, Partnership):
            return _current(told)
        members = [(self._company(each.company), each.role) for each in told.participants]
        companies = [company for company, _ in members]
        if len(set(companies)) < 2:
            raise recording.Refused(["A partnership needs two companies at least."])
        row = _current(told.known) if told.known else self._partnership_of(companies, told.scope)
        if row is None:
            slug = free_slug(Partnership, "-".join(each.slug for each in companies))
            row = Partnership(slug=slug, scope=told.scope)
            row.kinds = told.kinds
            self._make(row)
        else:
            row.kinds = Partnership._meta.get_field("kinds").to_python({*row.kinds, *told.kinds})
            self._complete(row, scope=told.scope)
        for company, role in members:
            self._take_part(row, company, role, told.passages)
        return row

    def participation(self, told: ToldParticipation) -> Participation:
        partnership = self.partnership(told.partnership)
        company = self._company(told.participant.company)
        return self._take_part(partnership, company, told.participant.role, told.passages)

    def launch(self, told: ProductLaunch | ToldLaunch) -> ProductLaunch:
        if isinstance(told, ProductLaunch):
            return _current(told)
        makers = [self._company(each) for each in told.makers]
        partnership = self.partnership(told.partnership) if told.partnership else None
        row = self._known_launch(told, makers)
        if row is None:
            row = self._make(ProductLaunch(slug=free_slug(ProductLaunch, told.name)))
            self.launches[told] = row
            self.writer.link(row, "makers", makers)
        else:
            self.writer.link(row, "makers", {*row.makers.all(), *makers})
        self._complete(row, partnership=partnership)
        self._call(row, told.name, told.name_kind, told.passages)
        return row

    def name(self, told: ToldName) -> ProductName:
        return self._call(self.launch(told.launch), told.name, told.kind, told.passages)

    def milestone(self, told: ToldMilestone) -> Milestone:
        about = self._subject(told.subject)
        row = Milestone(kind=told.kind, certainty=told.certainty, note=told.note, **about)
        _date(row, "occurred", told.occurred)
        _date(row, "due", told.due)
        same = {"kind": row.kind, "certainty": row.certainty, **about}
        known = Milestone.objects.filter(occurred=row.occurred, due=row.due, **same).first()
        return self._claim(row, known, told.passages, note=told.note)

    def statement(self, told: ToldStatement) -> Statement:
        places = tuple(sorted(told.passages))
        speaker = self._person(told.speaker) if told.speaker else None
        company = self._company(told.company) if told.company else None
        partnership = self.partnership(told.partnership) if told.partnership else None
        launch = self.launch(told.launch) if told.launch else None
        segments = [self.article.text[start:end] for start, end in places]
        said = {"speaker": speaker, "company": company}
        row = Statement(
            text=SEGMENT_SEPARATOR.join(segments) or told.text,
            role=told.role,
            kind=told.kind,
            language=self.article.language,
            partnership=partnership,
            launch=launch,
            **said,
        )
        _date(row, "said", told.said)
        known = Statement.objects.filter(text=row.text, **said).first()
        about = {"role": told.role, "partnership": partnership, "launch": launch}
        # The passages of one article are its words once, even where it gives them twice.
        cited = known is not None and known.citations.filter(article=self.article).exists()
        return self._claim(row, known, places, cite=not cited, **about)

    # Their parts

    def _claim(
        self, row: C, known: C | None, passages: Passages, *, cite: bool = True, **more: Any
    ) -> C:
        """The claim as it is known, completed where it says less, or else made; cited."""
        if known is None:
            self._make(row)
        else:
            row = known
            self._complete(row, **more)
        if cite:
            self._cite(row, passages)
        return row

    def _take_part(
        self, partnership: Partnership, company: Company, role: str, passages: Passages
    ) -> Participation:
        about = {"partnership": partnership, "company": company}
        known = Participation.objects.filter(**about).first()
        if known and known.role != role:
            if ParticipantRole.PARTNER not in {known.role, role}:
                raise recording.Refused(
                    [f"{company} takes part as {known.get_role_display()} already: correct it."]
                )
            known.role = max(known.role, role, key=lambda each: each != ParticipantRole.PARTNER)
        new = Participation(role=role, **about)
        return self._claim(new, known, passages)

    def _call(self, launch: ProductLaunch, name: str, kind: str, passages: Passages) -> ProductName:
        known = ProductName.objects.filter(launch=launch).called(name, kind).first()
        if known and known.kind != kind:
            raise recording.Refused(
                [f"“{known}” is recorded as its {known.get_kind_display()} name, not {kind}."]
            )
        new = ProductName(launch=launch, name=name, kind=kind)
        return self._claim(new, known, passages)

    def _subject(self, told: Any) -> dict[str, Any]:
        if isinstance(told, Partnership | ToldPartnership):
            return {"partnership": self.partnership(told)}
        return {"launch": self.launch(told)}

    def _cite(self, claim: Claim, passages: Passages) -> None:
        for start, end in passages or ((None, None),):
            place = {"article": self.article, "start": start, "end": end}
            supports = {claim.citation_field: claim}
            if Citation.objects.filter(**place, **supports).exists():
                continue
            words = self.article.text[start:end] if end is not None else ""
            citation = Citation(passage=words, **place, **supports)
            self.writer.record(citation)
            self.citations.append(citation)

    # Who and what is named

    def _company(self, named: NamedCompany) -> Company:
        if isinstance(named, AlsoCalled):
            return self._also_called(self._company(named.company), named.names)
        if isinstance(named, Company):
            return _current(named)
        found = companies_called(named)
        if len(found) > 1:
            raise recording.Refused([f"“{named}” is what several companies are called: say which."])
        return (
            found[0] if found else self._make(Company(name=named, slug=free_slug(Company, named)))
        )

    def _also_called(self, company: Company, names: tuple[str, ...]) -> Company:
        for name in names:
            own = name_key(name) == company.key
            if not own and not CompanyName.objects.filter(key=name_key(name)).exists():
                self._make(CompanyName(company=company, name=name))
        if company in self.made:
            self._complete(company, legal_name=next(filter(is_legal, names), ""))
        return company

    def _person(self, named: NamedPerson) -> Person:
        if isinstance(named, Person):
            return _current(named)
        found = people_called(named)
        if len(found) > 1:
            raise recording.Refused([f"“{named}” is the name of several people: say who."])
        if found:
            return found[0]
        return self._make(Person(name=named, slug=free_slug(Person, named)))

    def _known_launch(self, told: ToldLaunch, makers: list[Company]) -> ProductLaunch | None:
        if told.known:
            return _current(told.known)
        return self.launches.get(told) if told.new else _launch_of(told.name, makers)

    def _partnership_of(self, companies: list[Company], scope: str) -> Partnership | None:
        """The one between exactly these companies; of several the one of that scope."""
        found = Partnership.objects.of_exactly(each.pk for each in companies)
        if len(found) > 1:
            found = [each for each in found if each.scope == scope]
        if len(found) > 1:
            raise recording.Refused([f"There are several partnerships {found[0]}: say which."])
        return found[0] if found else None

    def _make(self, row: R) -> R:
        self.writer.record(row)
        self.made.append(row)
        return row

    def _complete(self, row: Any, **values: Any) -> None:
        """Fill in what is told and was not known; what is known stays."""
        for name, value in values.items():
            if value and not getattr(row, name):
                setattr(row, name, value)
        self.writer.record(row)


def _launch_of(name: str, makers: list[Company]) -> ProductLaunch | None:
    """The one of that name that one of them makes; of any maker where none is told."""
    found = launches_called(name)
    if makers:
        found = [each for each in found if {*each.makers.all()} & {*makers}]
    if len(found) > 1:
        raise recording.Refused([f"“{name}” is the name of several products: say which."])
    return found[0] if found else None


def _current(row: R) -> R:
    """The record as it is now, in this transaction."""
    found = type(row)._base_manager.filter(pk=row.pk).first()
    if found is None:
        raise recording.Stale([f"{row} has been removed meanwhile."])
    return found


def _date(row: models.Model, name: str, when: TypedDate | None) -> None:
    field: Any = row._meta.get_field(name)
    field.save_form_data(row, when)
