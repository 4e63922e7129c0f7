"""Taking changes back: one change, a deletion, or all that was done at once.

A revert is itself a batch of changes. What was changed since stays as it is, and is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from partnerships import history, recording
from partnerships.models import Batch, Record, Revision
from partnerships.models.record import (
    Content,
    Key,
    content,
    kept_fields,
    kept_relations,
    referred,
)
from partnerships.models.vocabulary import RevisionAction, Source

# The kind, the id and the field of a record, and what stands in the field.
Reference: TypeAlias = tuple[str, int, str]
References: TypeAlias = dict[Reference, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """A change that is not taken back, and why."""

    revision: Revision
    reason: str


@dataclass(slots=True)
class Step:
    """What taking one revision back makes of its record: these values, or nothing at all."""

    revision: Revision
    values: Content | None
    stored: Record | None


@dataclass(slots=True)
class Plan:
    """What a revert does, in its order, and what it leaves as it is."""

    steps: list[Step] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)


def plan(revisions: Iterable[Revision]) -> Plan:
    """What taking these revisions back would do now; nothing is written."""
    wanted = sorted(revisions, key=lambda each: each.pk, reverse=True)
    earlier = history.befores(wanted)
    rows = _stored(wanted)
    changes = {
        each.pk: _planned_change(
            each, earlier.get((each.kind, each.record, each.number), {}), rows.get(_key(each))
        )
        for each in wanted
        if each.action == RevisionAction.CHANGED
    }
    staying = _staying(wanted, rows, _released(changes.values()))
    found = Plan()
    for each in wanted:
        row = rows.get(_key(each))
        before = earlier.get((each.kind, each.record, each.number))
        match each.action:
            case RevisionAction.CREATED:
                if row is not None and _key(each) in staying:
                    found.kept.append(Kept(each, staying[_key(each)]))
                elif row is not None:
                    found.steps.append(Step(each, None, row))
            case RevisionAction.DELETED:
                if row is not None:
                    found.kept.append(Kept(each, "It has been entered again since."))
                else:
                    found.steps.append(Step(each, before, None))
            case _:
                found.steps += changes[each.pk].steps
                found.kept += changes[each.pk].kept
    return _without_what_lacks(found)


def of_batch(batch: Batch) -> list[Revision]:
    """All that was done at once."""
    return list(batch.revisions.all())


def of_revision(revision: Revision) -> list[Revision]:
    """The revision with those of the same batch that go with it: what was made or removed together
    with the record because it belongs to it."""
    if revision.action == RevisionAction.CHANGED:
        return [revision]
    others = [each for each in of_batch(revision.batch) if each.action == revision.action]
    said = _referred(others)
    found = {_key(revision)}
    while True:
        more = {key for key, refers in said.items() if refers & found} - found
        if revision.action == RevisionAction.DELETED:
            needed = {key for each in found for key in said.get(each, set()) if key in said}
            more |= needed - found
        if not more:
            return [each for each in others if _key(each) in found]
        found |= more


def revert(
    revisions: Sequence[Revision], actor: Any, comment: str = "", source: Source = Source.ADMIN
) -> tuple[Batch | None, Plan]:
    """Take the revisions back, as far as nothing was changed since, in a batch of its own; None
    where nothing was left to do. The suggestions that a whole batch filed wait again.

    Raises Refused where the rules of the record forbid it.
    """
    reverts = revisions[0].batch if revisions else None
    with recording.batch(actor, source, comment, reverts) as writer:
        made = plan(revisions)
        for step in made.steps:
            if step.values is None:
                _remove(writer, step)
            else:
                _put_back(writer, step, step.values)
        if reverts and len(revisions) == reverts.revisions.count():
            recording.reopen(reverts.suggestions.all())
    return writer.kept, made


def _without_what_lacks(found: Plan) -> Plan:
    """The plan without the steps that refer to records which are gone and do not come back."""
    while True:
        kinds = history.kinds()
        back = {_key(each.revision) for each in found.steps if each.stored is None}
        said = [(kinds[each.revision.kind], each.values) for each in found.steps if each.values]
        missing = {
            (kind, pk)
            for kind, ids in recording.missing_references(said).items()
            for pk in ids
            if (kind, pk) not in back
        }
        lacking = [
            each
            for each in found.steps
            if each.values and missing & set(referred(kinds[each.revision.kind], each.values))
        ]
        if not lacking:
            return found
        reason = "What it refers to has been removed since."
        found.kept += [Kept(each.revision, reason) for each in lacking]
        found.steps = [each for each in found.steps if each not in lacking]


def _key(revision: Revision) -> Key:
    return revision.kind, revision.record


def _stored(revisions: Iterable[Revision]) -> dict[Key, Record]:
    """The records as they are now."""
    ids: dict[str, set[int]] = {}
    for each in revisions:
        ids.setdefault(each.kind, set()).add(each.record)
    kinds = history.kinds()
    return {
        (kind, row.pk): row
        for kind, records in ids.items()
        if kind in kinds
        for row in kinds[kind]._base_manager.filter(pk__in=records)
    }


def _released(changes: Iterable[Plan]) -> References:
    """What the references of records become that are changed back, by the record and the field."""
    return {
        (*_key(step.revision), name): value
        for each in changes
        for step in each.steps
        for name, value in (step.values or {}).items()
    }


def _staying(
    revisions: Sequence[Revision], rows: dict[Key, Record], released: References
) -> dict[Key, str]:
    """Of the records that were made: those that cannot go, with the reason. What others were built
    on since stays, and so does what stands on its page."""
    made = [
        each for each in revisions if each.action == RevisionAction.CREATED and _key(each) in rows
    ]
    staying = {
        _key(each): "It was changed since."
        for each in made
        if _changed_since(each, rows[_key(each)])
    }
    going = {_key(each) for each in made} - set(staying)
    while True:
        used = _in_use(going, released)
        more = {key: f"It is in use: {', '.join(by)}." for key, by in used.items()}
        for each in made:
            page = (each.page_kind, each.page)
            if _key(each) in going and page in staying and page != _key(each):
                more.setdefault(_key(each), "What it belongs to stays.")
        if not more:
            return staying
        staying |= more
        going -= set(more)


def _changed_since(made: Revision, row: Record) -> bool:
    """Whether the record says something else than when it was made; what was changed and taken back
    leaves no trace in it."""
    if row.version == made.number:
        return False
    now = content(row)
    return any(now.get(name) != value for name, value in (made.after or {}).items())


def _in_use(going: set[Key], released: References) -> dict[Key, list[str]]:
    """Of those that go: up to three records that refer to each, do not go with it, and are not
    changed back with it to refer to something else."""
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for kind, model in history.kinds().items():
        ids = sorted(pk for of, pk in going if of == kind)
        for relation in model._meta.related_objects if ids else ():
            user: Any = relation.related_model
            if not issubclass(user, Record):
                continue
            name, of = relation.field.name, str(user._meta.model_name)
            for start in range(0, len(ids), 500):
                users = user._base_manager.filter(**{f"{name}__in": ids[start : start + 500]})
                pairs = users.order_by("pk").values_list("pk", name)
                staying = [
                    (pk, used)
                    for pk, used in pairs
                    if (of, pk) not in going and _refers(released, (of, pk, name), used)
                ]
                for pk, used in staying:
                    if len(found[kind, used]) < 3:
                        found[kind, used].append(str(user._base_manager.get(pk=pk)))
    return found


def _refers(released: References, reference: Reference, target: int) -> bool:
    """Whether it still refers to the target after what is changed back."""
    value = released.get(reference, target)
    return target in value if isinstance(value, list) else value == target


def _planned_change(revision: Revision, before: Content, row: Record | None) -> Plan:
    """Each field goes back to what it was unless it was changed since."""
    found = Plan()
    if row is None:
        found.kept.append(Kept(revision, "It has been removed since."))
        return found
    now, after = content(row), revision.after or {}
    groups: dict[str, list[str]] = {}
    for name in after:
        if after[name] != before.get(name):
            # A date and the words it was typed in go together.
            groups.setdefault(name.removesuffix("_words"), []).append(name)
    values: Content = {}
    changed_since = []
    for group, names in groups.items():
        if all(now.get(name) == after[name] for name in names):
            values |= {name: before.get(name) for name in names}
        elif any(now.get(name) != before.get(name) for name in names):
            changed_since.append(str(type(row)._meta.get_field(group).verbose_name))  # type: ignore[union-attr]
    if changed_since:
        reason = f"Changed since: {', '.join(changed_since)}."
        found.kept.append(Kept(revision, reason))
    if values:
        found.steps.append(Step(revision, values, row))
    return found


def _remove(writer: recording.Writer, step: Step) -> None:
    # What belongs to it may be gone with a record that was removed before it.
    if step.stored is not None and type(step.stored)._base_manager.filter(pk=step.stored.pk):
        step.stored.refresh_from_db()
        writer.remove(step.stored)


def _put_back(writer: recording.Writer, step: Step, values: Content) -> None:
    """Give the record these values; a removed one comes back under the id that it had."""
    model = history.kinds()[step.revision.kind]
    if step.stored is None:
        row = model()
        row.pk = step.revision.record
    else:
        row = model._base_manager.get(pk=step.stored.pk)
    for each in kept_fields(model):
        if each.name in values:
            setattr(row, each.attname, each.to_python(values[each.name]))
    writer.record(row)
    for relation in kept_relations(model):
        if relation in values:
            writer.link(row, relation, values[relation])


def _referred(revisions: Sequence[Revision]) -> dict[Key, set[Key]]:
    """By record: the records to which it refers in what it said last."""
    earlier, kinds = history.befores(revisions), history.kinds()
    found: dict[Key, set[Key]] = {}
    for each in revisions:
        said = each.after or earlier.get((each.kind, each.record, each.number)) or {}
        model = kinds.get(each.kind)
        found[_key(each)] = set(referred(model, said)) if model else set()
    return found
