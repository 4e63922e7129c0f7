"""What every record said before: its revisions in readable words, and whether they hold."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Exists, Max, OuterRef, Q

from partnerships import dates
from partnerships.models import Record, Revision
from partnerships.models.fields import EdtfField, FlagsField
from partnerships.models.record import (
    Content,
    Key,
    content,
    kept_fields,
    kept_relations,
    references,
    referred,
)

NOTHING = ""


def kinds() -> dict[str, type[Record]]:
    """Every kind of record by the name that its revisions have."""
    found = apps.get_app_config("partnerships").get_models()
    return {str(each._meta.model_name): each for each in found if issubclass(each, Record)}


class Difference(NamedTuple):
    """One thing that a revision changed, in words; `before` is empty where it was not there."""

    label: str
    before: str
    after: str


class Told(NamedTuple):
    """A revision as a page shows it."""

    revision: Revision
    differences: list[Difference]


def told(revisions: Iterable[Revision]) -> list[Told]:
    """The revisions with what each changed, in a number of queries that does not grow with them."""
    shown = list(revisions)
    earlier = befores(shown)
    names = _Names(
        (each.kind, said)
        for each in shown
        for said in (earlier.get((each.kind, each.record, each.number)), each.after)
        if said
    )
    return [
        Told(each, _differences(each, earlier.get((each.kind, each.record, each.number)), names))
        for each in shown
    ]


def befores(revisions: Sequence[Revision]) -> dict[tuple[str, int, int], Content]:
    """By kind, record and number of a revision: what the record said before it, where it was."""
    later = iter([each for each in revisions if each.number > 1])
    found: dict[tuple[str, int, int], Content] = {}
    while part := list(islice(later, 200)):  # SQLite takes no more than a thousand conditions
        wanted = Q(pk__in=[])
        for each in part:
            wanted |= Q(kind=each.kind, record=each.record, number=each.number - 1)
        for each in Revision.objects.filter(wanted).exclude(after=None):
            found[each.kind, each.record, each.number + 1] = each.after
    return found


def since(kind: str, record: int, version: int) -> list[Revision]:
    """That version of the record and all later ones, the first first."""
    found: Any = Revision.objects.filter(kind=kind, record=record, number__gte=version)
    return list(found.select_related("batch").order_by("number"))


def in_words(model: type[Record], name: str, *contents: Content | None) -> list[str]:
    """The value of one column or relation in each of the contents, as a reader understands it."""
    kind = str(model._meta.model_name)
    names = _Names((kind, each) for each in contents if each)
    return [names.words(model, name, each or {}) for each in contents]


def of_page(record: Record) -> models.QuerySet[Revision]:
    """Every revision of the record and of what stands on its page, the last first."""
    kind, pk = record.page_key
    found: models.QuerySet[Revision] = Revision.objects.filter(page_kind=kind, page=pk)
    return found.select_related("batch")


def last_of(kind: str, pk: int) -> Revision | None:
    """The last revision of the record; None where no record ever had the id."""
    return Revision.objects.filter(kind=kind, record=pk).order_by("-number").first()


def of_record(kind: str, pk: int) -> models.QuerySet[Revision]:
    """Every revision of the record and of what stands on its own page, the last first; also of one
    that is gone. A milestone has its citations with it."""
    last = last_of(kind, pk)
    wanted = Q(page_kind=kind, page=pk) | Q(kind=kind, record=pk)
    field = getattr(kinds().get(kind), "citation_field", "")
    if last and field and (last.page_kind, last.page) != (kind, pk):
        citing = Revision.objects.filter(
            kind="citation", page_kind=last.page_kind, page=last.page, **{f"after__{field}": pk}
        )
        wanted |= Q(kind="citation", record__in=citing.order_by().values("record"))
    found: models.QuerySet[Revision] = Revision.objects.filter(wanted).select_related("batch")
    return found


def last_under(kind: str, address: str) -> Revision | None:
    """The last revision of the record that last had the address; None where none ever had it."""
    had: Any = Revision.objects.filter(kind=kind, address=address).order_by("-pk").first()
    if had is None:
        return None
    found: Any = Revision.objects.filter(kind=kind, record=had.record).order_by("-number").first()
    return found if isinstance(found, Revision) else None


def _differences(revision: Revision, before: Content | None, names: "_Names") -> list[Difference]:
    model = kinds().get(revision.kind)
    if model is None:
        return []
    found = []
    for name, label in _labels(model).items():
        old, new = (names.words(model, name, each or {}) for each in (before, revision.after))
        if old != new:
            found.append(Difference(label, old, new))
    return found


def _labels(model: type[Record]) -> dict[str, str]:
    """What each column and relation is called, in the order of the model."""
    found = {
        field.name: str(field.verbose_name)
        for field in kept_fields(model)
        if field.name != "public_id"
    }
    for name in kept_relations(model):
        found[name] = str(model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return found


class _Names:
    """What the records are called to which contents refer: as now, or as they were last."""

    def __init__(self, contents: Iterable[tuple[str, Content]]) -> None:
        wanted: defaultdict[str, set[int]] = defaultdict(set)
        for kind, said in contents:
            model = kinds().get(kind)
            for target, pk in referred(model, said) if model else ():
                wanted[target].add(pk)
        self.found: dict[Key, str] = {}
        for kind, records in wanted.items():
            last = (
                Revision.objects.filter(kind=kind, record__in=records)
                .order_by()
                .values("record")
                .annotate(last=Max("pk"))
                .values("last")
            )
            for revision in Revision.objects.filter(pk__in=last):
                self.found[kind, revision.record] = revision.label

    def words(self, model: type[Record], name: str, said: Content) -> str:
        """The value of a column or relation as a reader understands it."""
        value = said.get(name)
        if value in (None, "", [], ()):
            return NOTHING
        target = references(model).get(name)
        if target:
            keys = value if isinstance(value, list) else [value]
            return ", ".join(self.found.get((target, key), f"no. {key}") for key in keys)
        return _in_words(model._meta.get_field(name), value)


def _in_words(field: Any, value: Any) -> str:
    if isinstance(field, EdtfField):
        try:
            return dates.plain(dates.parse(value))
        except dates.DateError:
            return str(value)
    if isinstance(field, FlagsField) and field.vocabulary:
        labels = dict(field.vocabulary.choices)
        return ", ".join(str(labels.get(word, word)) for word in str(value).split())
    if isinstance(field, models.BooleanField):
        return "yes" if value else "no"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return str(value)


def verify() -> Iterator[str]:
    """Each way in which the history does not hold, a line each: a record that differs from its
    last revision, a number that is missing, a revision of a record that is not there."""
    for kind, model in kinds().items():
        rows = model._base_manager.order_by("pk").iterator(chunk_size=500)
        while part := list(islice(rows, 500)):
            last = _last_revisions(kind, [row.pk for row in part])
            for row in part:
                yield from _row_problems(row, last.get(row.pk))
        yield from _left_behind(kind, model)
        yield from _gaps(kind)


def _last_revisions(kind: str, records: list[int]) -> dict[int, Revision]:
    found: Any = Revision.objects.filter(kind=kind, record__in=records).order_by("number")
    return {each.record: each for each in found}


def _row_problems(row: Record, last: Revision | None) -> Iterator[str]:
    kind, pk = row.record_key
    if last is None:
        yield f"{kind} {pk}: has no revision"
    elif last.number != row.version:
        yield f"{kind} {pk}: is at version {row.version}, its last revision is {last.number}"
    elif last.after != content(row):
        yield f"{kind} {pk}: differs from its revision {last.number}"


def _left_behind(kind: str, model: type[Record]) -> Iterator[str]:
    later = Revision.objects.filter(
        kind=kind, record=OuterRef("record"), number__gt=OuterRef("number")
    )
    there = model._base_manager.filter(pk=OuterRef("record"))
    lost: Any = Revision.objects.filter(
        ~Exists(later), ~Exists(there), kind=kind, after__isnull=False
    )
    for each in lost.order_by("record"):
        yield f"{kind} {each.record}: its last revision says that it is there, and it is not"


def _gaps(kind: str) -> Iterator[str]:
    numbers = Revision.objects.filter(kind=kind).order_by("record", "number")
    rows = numbers.values_list("record", "number").iterator(chunk_size=2000)
    for (record, number), (following, next_number) in pairwise([(0, 0), *rows]):
        expected = number + 1 if following == record else 1
        if next_number != expected:
            yield f"{kind} {following}: revision {expected} is missing"


def content_hash() -> str:
    """One hash over everything that all records say, the same whatever ids they have: equal hashes
    are equal record sets."""
    keys = {
        kind: {row.pk: "/".join(row.natural_key()) for row in model._base_manager.all()}
        for kind, model in kinds().items()
    }
    lines = sorted(
        f"{kind} {_portable(row, keys)}"
        for kind, model in kinds().items()
        for row in model._base_manager.all()
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _portable(row: Record, keys: dict[str, dict[int, str]]) -> str:
    """What the row says, other records by their natural keys."""
    said = content(row)
    for name, target in references(type(row)).items():
        value = said.get(name)
        if isinstance(value, list):
            said[name] = sorted(keys[target][each] for each in value)
        elif value is not None:
            said[name] = keys[target][value]
    return json.dumps(said, sort_keys=True, ensure_ascii=False)
