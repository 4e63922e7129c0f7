"""Makes a fresh clone worth looking at: something to read, and an account to edit it with."""

import secrets
from typing import Any

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from partnerships import local
from partnerships.models import Article, Company

EDITOR = "editor"
EDITORS = "Editors"  # the group comes with a migration
PASSWORD_FILE = "editor-password"
# Without 0, 1, i, l and o, which are hard to tell apart: 15 letters carry 74 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class Command(BaseCommand):
    help = (
        "Loads the seed article and the demonstration data into an empty database "
        "and makes an editor account. What is there already stays as it is."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            editor = _editor()
            if not (Article.objects.exists() or Company.objects.exists()):
                call_command("loaddata", "seed", "demonstration", verbosity=0)
        self.stdout.write(_sign_in(editor))


def _editor() -> User:
    """The account, whose row is the lock that makes a second command wait for the first."""
    editor, is_new = User.objects.get_or_create(username=EDITOR, defaults={"is_staff": True})
    if is_new:
        editor.set_password(_password())
        editor.save()
        editor.groups.add(Group.objects.get(name=EDITORS))
    _move(editor)
    return User.objects.select_for_update().get(pk=editor.pk)


def _move(editor: User) -> None:
    """Into the group, where an earlier version gave the account each permission singly."""
    singly = editor.user_permissions.filter(content_type__app_label="partnerships")
    if singly:
        editor.groups.add(Group.objects.get(name=EDITORS))
        editor.user_permissions.remove(*singly)


def _password() -> str:
    return local.secret(
        PASSWORD_FILE,
        lambda: "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(3)),
    )


def _sign_in(editor: User) -> str:
    file = local.path(PASSWORD_FILE)
    password = file.read_text(encoding="utf-8").strip() if file.exists() else ""
    if password and check_password(password, editor.password):
        return f"To edit, sign in as {EDITOR} with the password {password}"
    return f"To edit, sign in as {EDITOR} with the password that was chosen for this account."
