"""Writing: a batch of changes that is checked, derived and kept whole, or refused."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import IntegrityError, connection, models, transaction
from django.db.models import CASCADE, ProtectedError, Q

from partnerships import derivation
from partnerships.models import (
    Article,
    Batch,
    Citation,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    ProductName,
    Record,
    Statement,
    name_key,
)
from partnerships.models.citation import CLAIMS
from partnerships.models.record import Content, Key, columns, content, kept_relations
from partnerships.models.vocabulary import Source
from partnerships.recording import revisions, rules, values
from partnerships.recording.index import bring_up_to_date, refresh_statistics
from partnerships.recording.refusal import Refused, Stale, as_recording
from partnerships.recording.searching import bring_search_up_to_date, touched

WRITERS_LOCK = 0x7061_7274  # any number that nobody else of this database locks
MANY = 1000  # records in one batch, after which PostgreSQL's statistics tell nothing any more
_current: ContextVar["Writer | None"] = ContextVar("current", default=None)


@contextmanager
def batch(
    actor: Any = None,
    source: Source = Source.COMMAND,
    comment: str = "",
    reverts: Batch | None = None,
) -> Iterator["Writer"]:
    """One transaction of changes by an account or, without one, by a program; inside another batch,
    a part of that one.

    Raises Refused, and keeps nothing, where the rules of the record are broken; nor is anything
    kept of a batch of which a part was given up.
    """
    outer = _current.get()
    if outer is not None:
        try:
            yield outer
        except BaseException:
            outer.broken = True
            raise
        return
    with transaction.atomic():
        _wait_for_other_writers()
        new = Writer(revisions.Occasion(actor, source, comment, reverts))
        token = _current.set(new)
        try:
            yield new
            new.finish()
        finally:
            _current.reset(token)


def _wait_for_other_writers() -> None:
    """One batch at a time: what a batch checks must not change under it. On SQLite the transaction
    itself is the only one that writes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS_LOCK])


class Writer:
    """The changes of one transaction, and what they touch. `kept` is the batch that the history has
    of them; None before the end, and where nothing changed."""

    def __init__(self, occasion: revisions.Occasion) -> None:
        self.occasion = occasion
        self.changes: dict[Key, revisions.Change] = {}
        self.kept: Batch | None = None
        self.companies: set[int] = set()
        self.articles: set[int] = set()
        self.partnerships: set[int] = set()
        self.launches: set[int] = set()
        self.statements: set[int] = set()
        self.authors: set[tuple[str, int]] = set()
        self.citations: set[int] = set()
        self.broken = False

    def record(self, row: Record) -> bool:
        """Save a new or changed row. False where it is already stored just so.

        Raises Refused where a value or a constraint is broken, Stale where the row was changed or
        removed since it was read. A row with an id and version 0 was not read from the database:
        it is written over what is there.
        """
        if not isinstance(row, Record):
            raise Refused([f"{row._meta.verbose_name} follows from the records; not entered."])
        stored = self._stored(row)
        self._hand_over_known(row)
        values.clean(row)
        values.check_values(row, editable=True)
        values.derive(row, stored)
        values.check_values(row, editable=False)
        if stored is not None:
            row.version = stored.version
            if values.values_of(stored) == values.values_of(row):
                return False
            if isinstance(row, Article) and isinstance(stored, Article):
                values.check_text_kept(row, stored)
        before = self._before(row, stored)
        row.version = self._number(row, stored)
        with as_recording():
            values.save(row)
        linked = self._content_so_far(row, before)
        kept = {name: linked.get(name, []) for name in kept_relations(type(row))}
        self._note(row, before, columns(row) | kept)
        for version in filter(None, (stored, row)):
            self._touch(version)
        return True

    def link(self, row: Record, relation: str, targets: Iterable[models.Model | int]) -> bool:
        """Set a many-to-many relation. False where it is so already."""
        wanted = {each.pk if isinstance(each, models.Model) else int(each) for each in targets}
        manager = getattr(row, relation)
        if wanted == set(manager.values_list("pk", flat=True)):
            return False
        stored = self._stored(row)
        before = self._before(row, stored)
        number = self._number(row, stored)
        with as_recording():
            manager.set(sorted(wanted))
            type(row)._base_manager.filter(pk=row.pk).update(version=number)
        row.version = number
        after = self._content_so_far(row, before) | {relation: sorted(wanted)}
        self._note(row, before, after)
        self._touch(row)
        return True

    def remove(self, row: Record) -> None:
        """Delete a row with what belongs to it. Raises Refused where other records rest on it,
        Stale where it was changed or removed since it was read."""
        if isinstance(row, Company) and row.launches.exists():
            raise Refused([f"{row} is the maker of a launch: change its makers first."])
        stored = self._stored(row)
        if stored is None:
            raise Stale([f"{row} has been removed already."])
        self._touch(row)
        change = revisions.Change(
            row=row,
            before=self._before(row, stored),
            after=None,
            number=self._number(row, stored),
            page=row.page_key,
            label=str(row),
        )
        key = row.record_key
        try:
            with as_recording(), transaction.atomic():
                for part in _belonging_to(row):
                    self.remove(part)
                row.delete()
        except ProtectedError as error:
            kinds = sorted(
                {str(each._meta.verbose_name_plural) for each in error.protected_objects}
            )
            raise Refused([f"{row} is still in use by {', '.join(kinds)}."]) from error
        self.changes[key] = change

    def _hand_over_known(self, row: Record) -> None:
        """Spare the question for each record to which the row refers and which this batch wrote."""
        for field in row._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and not field.is_cached(row):
                kind = str(field.related_model._meta.model_name)
                change = self.changes.get((kind, getattr(row, field.attname)))
                if change is not None and change.after is not None:
                    field.set_cached_value(row, change.row)

    def _stored(self, row: Record) -> Record | None:
        """The row as it stands in the database. Raises Stale where it is not what was read."""
        if row.pk is None:
            return None
        stored: Record | None = type(row)._base_manager.filter(pk=row.pk).first()
        if row.version and stored is None:
            raise Stale([f"{_called(row)} has been removed meanwhile."])
        if row.version and stored is not None and stored.version != row.version:
            raise Stale([f"{_called(row)} was changed meanwhile."])
        return stored

    def _before(self, row: Record, stored: Record | None) -> Content | None:
        """What the row said before this batch."""
        change = self.changes.get(row.record_key) if row.pk else None
        if change is not None:
            return change.before
        return content(stored) if stored is not None else None

    def _content_so_far(self, row: Record, before: Content | None) -> Content:
        """What the row says by what this batch has done to it already."""
        change = self.changes.get(row.record_key)
        return (change.after if change else before) or {}

    def _number(self, row: Record, stored: Record | None) -> int:
        """The number of the revision that this batch makes of the row."""
        change = self.changes.get(row.record_key) if row.pk else None
        if change is not None:
            return change.number
        if stored is not None:
            return stored.version + 1
        return revisions.last_number(row) + 1 if row.pk else 1

    def _note(self, row: Record, before: Content | None, after: Content) -> None:
        self.changes[row.record_key] = revisions.Change(
            row=row, before=before, after=after, number=row.version, page=row.page_key
        )

    def finish(self) -> None:
        """Check what crosses rows, then derive. Raises Refused; the caller's transaction falls."""
        if self.broken:
            raise Refused(["A part of the changes was given up, and so all of them are."])
        missing = rules.missing_references(
            (type(change.row), change.after) for change in self.changes.values() if change.after
        )
        if missing:
            raise Refused(["Something that was chosen has been removed meanwhile."])
        with as_recording():
            self._add_name_forms()
            self._touch_dependents()
            portions = list(
                derivation.in_portions(self.partnerships, self.launches, self.statements)
            )
            problems = [problem for portion in portions for problem in rules.problems(portion)]
            problems += rules.citation_problems(self.citations)
            if problems:
                raise Refused(problems)
            derived = bring_up_to_date(portions, self.authors)
            bring_search_up_to_date(touched(self.changes, derived.claims, derived.companies))
            self.kept = revisions.keep(self.changes, self.occasion)
        if len(self.changes) > MANY:
            # PostgreSQL looks references up by a plan that it made when the tables were empty.
            refresh_statistics()
        _check_references()

    def _touch(self, row: Record) -> None:
        """Note whose derived facts may change with the row."""
        match row:
            case Company():
                self.companies.add(row.pk)
            case CompanyName():
                self.companies.add(row.company_id)
            case Article():
                self.articles.add(row.pk)
            case Partnership():
                self.partnerships.add(row.pk)
            case ProductLaunch():
                self.launches.add(row.pk)
            case Statement():
                self.statements.add(row.pk)
                self.authors.add(row.author)
            case Participation():
                self.partnerships.add(row.partnership_id)
            case ProductName():
                self.launches.add(row.launch_id)
            case Milestone():
                self._touch_subject(row)
            case Citation():
                self.citations.add(row.pk)
                self._touch(row.claim)

    def _touch_subject(self, row: Milestone) -> None:
        if row.partnership_id:
            self.partnerships.add(row.partnership_id)
        if row.launch_id:
            self.launches.add(row.launch_id)

    def _touch_dependents(self) -> None:
        """An article's day moves the claims that cite it; a partnership's companies are those of
        its launches and statements."""
        cited = Citation.objects.filter(article__in=self.articles).select_related(*CLAIMS)
        for citation in cited:
            self._touch(citation.claim)
        of_partnerships = Q(partnership__in=self.partnerships)
        self.launches |= set(
            ProductLaunch.objects.filter(of_partnerships).values_list("pk", flat=True)
        )
        self.statements |= set(
            Statement.objects.filter(of_partnerships).values_list("pk", flat=True)
        )

    def _add_name_forms(self) -> None:
        """A company is found by its name and its legal name without anybody entering them twice."""
        companies = Company.objects.filter(pk__in=self.companies).prefetch_related("names")
        for company in companies:
            self._refuse_names_of_others(company)
            known = {form.key for form in company.names.all()}
            for name in dict.fromkeys(filter(None, (company.name, company.legal_name))):
                if name_key(name) not in known:
                    self.record(CompanyName(company=company, name=name))
                    known.add(name_key(name))

    def _refuse_names_of_others(self, company: Company) -> None:
        names = [company.name, *filter(None, [company.legal_name])]
        taken = CompanyName.objects.filter(key__in=map(name_key, names), ambiguous=False)
        problems = [
            f"“{form.name}” is a name of {form.company} already. If texts mean either, mark it "
            "ambiguous there first."
            for form in taken.exclude(company=company).select_related("company")
        ]
        if problems:
            raise Refused(problems)


def _belonging_to(row: Record) -> Iterator[Record]:
    """The records that go with the row."""
    for relation in row._meta.related_objects:
        model = relation.related_model
        if relation.on_delete is CASCADE and issubclass(model, Record):
            yield from model._base_manager.filter(**{relation.field.name: row})


def _called(row: Record) -> str:
    return f"{str(row._meta.verbose_name).capitalize()} “{row}”"


def _check_references() -> None:
    """Both databases would say only at the commit that what a row refers to is gone. What a batch
    wrote it has looked up; here PostgreSQL says so of everything."""
    if connection.vendor == "postgresql":
        try:
            connection.check_constraints()
        except IntegrityError as error:
            raise Refused(["Something that was chosen has been removed meanwhile."]) from error
