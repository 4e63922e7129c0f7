"""What stands in a database when its history begins is the first revision of each record."""

from collections.abc import Callable
from typing import Any

from django.db import migrations
from django.utils import timezone


def page_of_milestone(row: Any) -> tuple[str, int]:
    if row.partnership_id:
        return "partnership", row.partnership_id
    return "productlaunch", row.launch_id


def page_of_citation(row: Any) -> tuple[str, int]:
    if row.milestone_id:
        return page_of_milestone(row.milestone)
    if row.participation_id:
        return "partnership", row.participation.partnership_id
    if row.product_name_id:
        return "productlaunch", row.product_name.launch_id
    return "statement", row.statement_id


KINDS: dict[str, Callable[[Any], tuple[str, int]]] = {
    "Company": lambda row: ("company", row.pk),
    "CompanyName": lambda row: ("company", row.company_id),
    "Person": lambda row: ("person", row.pk),
    "Article": lambda row: ("article", row.pk),
    "Partnership": lambda row: ("partnership", row.pk),
    "Participation": lambda row: ("partnership", row.partnership_id),
    "ProductLaunch": lambda row: ("productlaunch", row.pk),
    "ProductName": lambda row: ("productlaunch", row.launch_id),
    "Milestone": page_of_milestone,
    "Statement": lambda row: ("statement", row.pk),
    "Citation": page_of_citation,
}


def content(row: Any) -> dict[str, Any]:
    said = {
        field.name: field.get_prep_value(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if not field.primary_key
        and (field.editable or field.name == "public_id" or field.name.endswith("_words"))
    }
    if row._meta.model_name == "productlaunch":
        said["makers"] = sorted(row.makers.values_list("pk", flat=True))
    return said


def keep(apps: Any, schema_editor: Any) -> None:
    model = {name: apps.get_model("partnerships", name) for name in (*KINDS, "Batch", "Revision")}
    if not any(model[name].objects.exists() for name in KINDS):
        return
    batch = model["Batch"].objects.create(
        at=timezone.now(), source="migration", comment="What was recorded before"
    )
    for name, page_of in KINDS.items():
        rows = list(model[name].objects.filter(version=0))
        revisions = [first(model["Revision"], batch, row, page_of(row)) for row in rows]
        model["Revision"].objects.bulk_create(revisions, batch_size=500)
        model[name].objects.filter(version=0).update(version=1)


def first(revision: Any, batch: Any, row: Any, page: tuple[str, int]) -> Any:
    address = getattr(row, "slug", "") or getattr(row, "public_id", "")
    label = getattr(row, "name", "") or getattr(row, "title", "") or address
    return revision(
        batch=batch,
        kind=row._meta.model_name,
        record=row.pk,
        number=1,
        action="created",
        address=address,
        label=label[:200],
        page_kind=page[0],
        page=page[1],
        after=content(row),
    )


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0002_history")]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
