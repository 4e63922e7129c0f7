"""The only place where records are saved, linked or deleted.

One batch is one transaction: whatever writes (admin, fixtures, commands) opens a `batch`, hands its
rows over, and at the end the batch checks what crosses rows, brings known-from days and the
timeline index up to date, and commits; or it is `Refused` and nothing of it is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Count, Prefetch, ProtectedError, Q

from partnerships import dates, derivation
from partnerships.models import (
    Article,
    Citation,
    Claim,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    ProductName,
    Statement,
    TimelineEntry,
    name_key,
)
from partnerships.models.citation import CLAIMS
from partnerships.models.fields import EdtfField
from partnerships.models.statement import SEGMENT_SEPARATOR
from partnerships.models.text import TextError, clean_name, clean_text
from partnerships.models.vocabulary import ClaimRank

WRITERS_LOCK = 0x7061_7274  # any number that nobody else of this database locks

_writing: ContextVar[bool] = ContextVar("writing", default=False)
_current: ContextVar["Batch | None"] = ContextVar("current", default=None)


class Refused(Exception):
    """A batch that breaks a rule of the record. `problems` say which, a sentence each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(dict.fromkeys(problems))
        super().__init__(" ".join(self.problems))


def is_writing() -> bool:
    """Whether the writes of this moment are recording's own; the guard in the tests asks."""
    return _writing.get()


@contextmanager
def batch() -> Iterator["Batch"]:
    """One transaction of changes; inside another batch, a part of that one.

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
        new = Batch()
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


@contextmanager
def _as_recording() -> Iterator[None]:
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


class Batch:
    """The changes of one transaction, and what they touch."""

    def __init__(self) -> None:
        self.companies: set[int] = set()
        self.articles: set[int] = set()
        self.partnerships: set[int] = set()
        self.launches: set[int] = set()
        self.statements: set[int] = set()
        self.citations: set[int] = set()
        self.broken = False

    def record(self, row: models.Model) -> bool:
        """Save a new or changed row. False where it is already stored just so.

        Raises Refused where a value or a constraint is broken.
        """
        stored = type(row)._base_manager.filter(pk=row.pk).first() if row.pk else None
        if isinstance(row, TimelineEntry):
            raise Refused(["The timeline index follows from the records; it is not entered."])
        _clean(row)
        _check_values(row, editable=True)
        _derive(row, stored)
        _check_values(row, editable=False)
        if stored is not None and _content(stored) == _content(row):
            return False
        if isinstance(row, Article) and isinstance(stored, Article):
            _check_text_kept(row, stored)
        with _as_recording():
            _save(row)
        for version in filter(None, (stored, row)):
            self._touch(version)
        return True

    def link(self, row: models.Model, relation: str, targets: Iterable[models.Model | int]) -> bool:
        """Set a many-to-many relation. False where it is so already."""
        wanted = {each.pk if isinstance(each, models.Model) else int(each) for each in targets}
        manager = getattr(row, relation)
        if wanted == set(manager.values_list("pk", flat=True)):
            return False
        with _as_recording():
            manager.set(sorted(wanted))
        self._touch(row)
        return True

    def remove(self, row: models.Model) -> None:
        """Delete a row with what belongs to it. Raises Refused where other records rest on it."""
        if isinstance(row, Company) and row.launches.exists():
            raise Refused([f"{row} is the maker of a launch: change its makers first."])
        self._touch(row)
        try:
            with _as_recording(), transaction.atomic():
                row.delete()
        except ProtectedError as error:
            kinds = sorted(
                {str(each._meta.verbose_name_plural) for each in error.protected_objects}
            )
            raise Refused([f"{row} is still in use by {', '.join(kinds)}."]) from error

    def finish(self) -> None:
        """Check what crosses rows, then derive. Raises Refused; the caller's transaction falls."""
        if self.broken:
            raise Refused(["A part of the changes was given up, and so all of them are."])
        with _as_recording():
            self._add_name_forms()
            self._touch_dependents()
            portions = list(
                derivation.in_portions(self.partnerships, self.launches, self.statements)
            )
            problems = [problem for portion in portions for problem in _problems(portion)]
            problems += _citation_problems(self.citations)
            if problems:
                raise Refused(problems)
            bring_up_to_date(portions)
        _check_references()

    def _touch(self, row: models.Model) -> None:
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


def _derive(row: models.Model, stored: models.Model | None) -> None:
    """Compute the columns that follow from others; recording's own stay as they are stored."""
    if isinstance(row, Claim) and isinstance(stored, Claim):
        row.known_from = stored.known_from
    for field in row._meta.concrete_fields:
        if isinstance(field, EdtfField):
            try:
                field.derive(row)
            except dates.DateError as error:
                raise Refused([f"{_title(row)}, {field.name}: {error}"]) from error
    if hasattr(row, "derive"):
        row.derive()


def _clean(row: models.Model) -> None:
    """The one cleaner for all text, whatever door it comes through."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, models.CharField | models.TextField) and isinstance(value, str):
            clean = clean_name if field.name == "name" else clean_text
            try:
                setattr(row, field.attname, clean(value))
            except TextError as error:
                raise Refused([f"{_title(row)}, {field.name}: {error}"]) from error


def _check_references() -> None:
    """What a row refers to is still there; PostgreSQL would say so only when all is committed."""
    if connection.vendor == "postgresql":
        try:
            connection.check_constraints()
        except IntegrityError as error:
            raise Refused(["Something that was chosen has been removed meanwhile."]) from error


def _check_values(row: models.Model, *, editable: bool) -> None:
    """Values fit their columns, alike on both databases: SQLite itself would take longer ones."""
    others = [
        field.name
        for field in row._meta.concrete_fields
        if field.is_relation or field.editable is not editable
    ]
    try:
        row.clean_fields(exclude=others)
    except ValidationError as error:
        raise Refused(_sentences(row, error)) from error


def _check_text_kept(row: Article, stored: Article) -> None:
    if row.text != stored.text and row.citations.exists():
        raise Refused(
            [f"The text of “{stored}” is cited and stays as it is: a new text is a new article."]
        )


def _content(row: models.Model) -> tuple[Any, ...]:
    return tuple(
        field.get_prep_value(getattr(row, field.attname)) for field in row._meta.concrete_fields
    )


def _save(row: models.Model) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(_broken_constraints(row, error)) from error


def _broken_constraints(row: models.Model, error: IntegrityError) -> list[str]:
    """What the constraints themselves say; the database's words only where they are silent."""
    for check in (row.validate_unique, row.validate_constraints):
        try:
            check()
        except ValidationError as broken:
            return _sentences(row, broken)
    return [f"{_title(row)}: {error}"]


def _sentences(row: models.Model, error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return [f"{_title(row)}: {message}" for message in error.messages]
    return [
        f"{_title(row)}: {message}" if name == "__all__" else f"{_title(row)}, {name}: {message}"
        for name, messages in error.message_dict.items()
        for message in messages
    ]


def _title(row: models.Model) -> str:
    """Which row is meant, without asking the database."""
    key = getattr(row, "slug", None) or getattr(row, "public_id", None) or row.pk
    return f"{str(row._meta.verbose_name).capitalize()} {key}"


def _problems(scope: derivation.Scope) -> Iterator[str]:
    """What the scope breaks of the rules that no constraint can hold."""
    yield from _lonely_partnerships(scope)
    yield from _nameless_launches(scope)
    yield from _uncited_claims(scope)
    yield from _ends_before_beginnings(scope)
    yield from _words_not_said(scope)


def _lonely_partnerships(scope: derivation.Scope) -> Iterator[str]:
    lonely = (
        Partnership.objects.filter(pk__in=scope.partnerships)
        .annotate(companies=Count("participations"))
        .filter(companies__lt=2)
    )
    for partnership in lonely:
        yield (
            f"Partnership {partnership.slug} needs at least two companies; so far it has "
            f"{partnership.title or 'none'}."
        )


def _nameless_launches(scope: derivation.Scope) -> Iterator[str]:
    launches = ProductLaunch.objects.filter(pk__in=scope.launches)
    for launch in launches.filter(names=None):
        yield f"Launch {launch.slug} needs a name: official, rumoured, or words that describe it."
    for launch in launches.filter(makers=None):
        yield f"Launch {launch.slug} needs a maker."


def _uncited_claims(scope: derivation.Scope) -> Iterator[str]:
    claims: list[models.QuerySet[Any]] = [
        derivation.milestones_of(scope),
        Participation.objects.filter(partnership__in=scope.partnerships).select_related("company"),
        ProductName.objects.filter(launch__in=scope.launches),
        Statement.objects.filter(pk__in=scope.statements),
    ]
    for rows in claims:
        for row in rows.filter(citations=None):
            kind = str(row._meta.verbose_name).capitalize()
            yield f"{kind} “{row}” cites no article: say who says so."


def _ends_before_beginnings(scope: derivation.Scope) -> Iterator[str]:
    preferred = derivation.milestones_of(scope).filter(rank=ClaimRank.PREFERRED)
    claims = [each for each in preferred if each.stated and each.occurred]
    for end in claims:
        for start in claims:
            if _same_subject(start, end) and _ends_before(start, end):
                yield (
                    f"The preferred end ({end.day}) lies before the preferred beginning "
                    f"({start.day}) of {end.subject}."
                )


def _words_not_said(scope: derivation.Scope) -> Iterator[str]:
    """A statement is verbatim: where a text that is kept says it, its passages are its words."""
    statements = Statement.objects.filter(pk__in=scope.statements).prefetch_related(
        Prefetch("citations", Citation.objects.exclude(passage="").order_by("start"))
    )
    for statement in statements:
        segments: dict[int, list[str]] = {}
        for citation in statement.citations.all():
            segments.setdefault(citation.article_id, []).append(citation.passage)
        for passages in segments.values():
            said = SEGMENT_SEPARATOR.join(passages)
            if said != statement.text:
                yield (
                    f"The words of {statement} are not those of the cited passages: “{said}”. Cite "
                    "each segment and join them by “ … ”."
                )


def _same_subject(one: Milestone, other: Milestone) -> bool:
    return (one.partnership_id, one.launch_id) == (other.partnership_id, other.launch_id)


def _ends_before(start: Milestone, end: Milestone) -> bool:
    pairs = [(Milestone.BEGINNINGS, Milestone.ENDS), *Milestone.LAUNCH_SPANS]
    fits = any(start.kind in starts and end.kind in ends for starts, ends in pairs)
    return fits and end.lies_before(start)


def _citation_problems(ids: Iterable[int]) -> Iterator[str]:
    for part in derivation.batched(ids, 500):
        for citation in Citation.objects.filter(pk__in=part).select_related("article"):
            if not citation.holds_in(citation.article.text):
                yield (
                    f"“{citation.passage}” does not stand at characters {citation.start} to "
                    f"{citation.end} of “{citation.article}”."
                )
            elif citation.article.text and not citation.passage:
                yield f"The text of “{citation.article}” is kept: cite the passage that says so."


def bring_up_to_date(portions: Sequence[derivation.Scope]) -> None:
    """Store the known-from days and the index lines of the portions as they ought to be.

    In three rounds, for participations and names are known by the claims, whichever portion they
    are in, and the lines carry the days.
    """
    with _as_recording():
        for scope in portions:
            _store_days(derivation.known_days(scope))
        for scope in [*portions, *derivation.partnerships_behind(portions)]:
            _store_days(derivation.dependent_days(scope))
        for scope in portions:
            found = derivation.drift(scope)
            surplus = [entry.pk for entry in found.surplus]
            TimelineEntry.objects.filter(pk__in=surplus).delete()
            TimelineEntry.objects.bulk_create(found.missing, batch_size=500)


def _store_days(pairs: Iterable[tuple[Claim, Any]]) -> None:
    changed: dict[type[models.Model], list[models.Model]] = {}
    for row, day in pairs:
        if row.known_from != day:
            row.known_from = day
            changed.setdefault(type(row), []).append(row)
    for model, rows in changed.items():
        model._base_manager.bulk_update(rows, ["known_from"], batch_size=300)


def refresh_statistics() -> None:
    """Let PostgreSQL look at its tables after many rows were written at once. By itself it looks a
    minute later, and what it plans for nearly empty tables can run into the time limit."""
    if connection.vendor == "postgresql":
        kinds = apps.get_app_config("partnerships").get_models(include_auto_created=True)
        tables = [connection.ops.quote_name(each._meta.db_table) for each in kinds]
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(tables)}")


def rebuild() -> int:
    """Derive everything anew, in one transaction; the number of index lines afterwards."""
    with transaction.atomic():
        bring_up_to_date(list(derivation.whole_record()))
    refresh_statistics()
    return TimelineEntry.objects.count()
