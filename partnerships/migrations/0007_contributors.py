"""Contributors, whose articles and suggestions wait for an editor; editors decide on them."""

from importlib import import_module
from typing import Any

from django.db import migrations

roles = import_module("partnerships.migrations.0004_roles")

LOOKING = {("partnerships", kind): ["view"] for kind in roles.RECORDS}
RIGHTS = {
    "Editors": {("partnerships", "suggestion"): ["add", "change", "view"]},
    "Administrators": {("partnerships", "suggestion"): ["add", "change", "view"]},
    "Contributors": {**LOOKING, ("partnerships", "suggestion"): ["add", "view"]},
}


def make(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    roles.create_permissions_now(apps, alias)
    for name, rights in RIGHTS.items():
        group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name=name)
        group.permissions.add(*roles.permissions_of(apps, alias, rights))


def remove(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(alias)
    groups.filter(name="Contributors").delete()
    permissions = list(roles.permissions_of(apps, alias, RIGHTS["Editors"]))
    for group in groups.filter(name__in=RIGHTS):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0006_suggestions")]

    operations = [migrations.RunPython(make, remove)]
