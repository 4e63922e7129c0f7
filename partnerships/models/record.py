"""What every row that editors answer for has in common: a version, and what it says."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from django.db import models

Content: TypeAlias = dict[str, Any]
Key: TypeAlias = tuple[str, int]


class Record(models.Model):
    """A row whose every change is kept: the revision of its `version` says what it says now."""

    # Counted by recording, one for each batch that changed the row; it is the revision's number.
    version = models.PositiveIntegerField(default=0, editable=False, serialize=False)

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str, ...]:
        """Its permanent name: a slug or a public id."""
        raise NotImplementedError

    @property
    def record_key(self) -> Key:
        """Which record it is in the history: the kind, as `company`, and the id."""
        return str(self._meta.model_name), int(self.pk)

    @property
    def page_key(self) -> Key:
        """The record on whose page for editors it stands: a name form on its company's."""
        return self.record_key


def kept_fields(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The columns that say something of their own; what is derived from others is left out."""
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key
        and (field.editable or field.name == "public_id" or field.name.endswith("_words"))
    ]


def kept_relations(model: type[models.Model]) -> list[str]:
    """The many-to-many relations whose rows are no records of their own."""
    return [
        relation.name
        for relation in model._meta.many_to_many
        if (through := relation.remote_field.through) and through._meta.auto_created
    ]


def columns(row: models.Model) -> Content:
    """What the row's columns say, plain values by the names of the fields; other records by id."""
    return {
        field.name: field.get_prep_value(getattr(row, field.attname))
        for field in kept_fields(type(row))
    }


def relations(row: models.Model) -> Content:
    """The ids of the records that the stored row is linked with, by the names of the relations."""
    return {
        name: sorted(getattr(row, name).order_by().values_list("pk", flat=True))
        for name in kept_relations(type(row))
    }


def content(row: models.Model) -> Content:
    """Everything that the stored row says: `columns` and `relations`."""
    return columns(row) | relations(row)


def references(model: type[models.Model]) -> dict[str, str]:
    """By name of a foreign key or relation: the kind of record that it leads to."""
    return {
        field.name: str(field.related_model._meta.model_name)  # type: ignore[union-attr]
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if field.is_relation
    }


def referred(model: type[models.Model], said: Content) -> Iterator[Key]:
    """The records to which a content refers."""
    for name, target in references(model).items():
        value = said.get(name)
        for pk in value if isinstance(value, list) else [value]:
            if pk is not None:
                yield target, pk
