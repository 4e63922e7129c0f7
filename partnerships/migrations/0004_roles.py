"""Editors, who enter and correct the records, and administrators, who also keep the accounts."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = [
    "article",
    "citation",
    "company",
    "companyname",
    "milestone",
    "participation",
    "partnership",
    "person",
    "productlaunch",
    "productname",
    "statement",
]
EDITING = {
    **{("partnerships", kind): ["add", "change", "delete", "view"] for kind in RECORDS},
    # What is written by merging and by recording alone.
    ("partnerships", "formeraddress"): ["view"],
    ("partnerships", "batch"): ["view"],
    ("partnerships", "revision"): ["view"],
}
ACCOUNTS = {("auth", "user"): ["add", "change", "view"], ("auth", "group"): ["view"]}
ROLES = {"Editors": EDITING, "Administrators": {**EDITING, **ACCOUNTS}}


def make(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    create_permissions_now(apps, alias)
    for name, rights in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name=name)
        group.permissions.set(permissions_of(apps, alias, rights))


def remove(apps: Any, schema_editor: Any) -> None:
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=ROLES).delete()


def create_permissions_now(apps: Any, alias: str) -> None:
    """Django creates them after all migrations, which is too late for this one."""
    for label in ("auth", "partnerships"):
        config = apps.get_app_config(label)
        # A config of the past has no module of models, and would be passed over.
        config.models_module = getattr(config, "models_module", None) or True
        create_permissions(config, verbosity=0, using=alias, apps=apps)


def permissions_of(
    apps: Any, alias: str, rights: dict[tuple[str, str], list[str]]
) -> Iterator[Any]:
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    for (label, kind), actions in rights.items():
        for action in actions:
            yield permissions.get(content_type__app_label=label, codename=f"{action}_{kind}")


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0003_first_revisions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make, remove)]
