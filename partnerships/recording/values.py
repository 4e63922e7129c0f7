"""One row: cleaned, its derived columns computed, its values checked, and saved or refused."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from partnerships import dates
from partnerships.models import Article, Claim, Statement
from partnerships.models.fields import EdtfField
from partnerships.models.text import TextError
from partnerships.models.text import clean as cleaned
from partnerships.recording.refusal import Refused


def derive(row: models.Model, stored: models.Model | None) -> None:
    """Compute the columns that follow from others; recording's own stay as they are stored."""
    if isinstance(row, Claim) and isinstance(stored, Claim):
        row.known_from = stored.known_from
    if isinstance(row, Statement) and isinstance(stored, Statement):
        row.repeats_id = stored.repeats_id
    for field in row._meta.concrete_fields:
        if isinstance(field, EdtfField):
            try:
                field.derive(row)
            except dates.DateError as error:
                raise Refused([f"{_title(row)}, {field.name}: {error}"]) from error
    if hasattr(row, "derive"):
        row.derive()


def clean(row: models.Model) -> None:
    """The one cleaner for all text, whatever door it comes through."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, models.CharField | models.TextField) and isinstance(value, str):
            try:
                setattr(row, field.attname, cleaned(field.name, value))
            except TextError as error:
                raise Refused([f"{_title(row)}, {field.name}: {error}"]) from error


def check_values(row: models.Model, *, editable: bool) -> None:
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


def check_text_kept(row: Article, stored: Article) -> None:
    if row.text != stored.text and row.citations.exists():
        raise Refused(
            [f"The text of “{stored}” is cited and stays as it is: a new text is a new article."]
        )


def values_of(row: models.Model) -> tuple[Any, ...]:
    return tuple(
        field.get_prep_value(getattr(row, field.attname)) for field in row._meta.concrete_fields
    )


def save(row: models.Model) -> None:
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
