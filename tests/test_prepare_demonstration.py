"""The command behind `make run`: the editor account that it makes, and what it leaves alone."""

from pathlib import Path

import pytest
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import Permission, User
from django.core.management import call_command

from partnerships import local
from partnerships.management.commands import prepare_demonstration

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keeps the password elsewhere; collects the fixtures to load instead of loading them."""
    fixtures: list[str] = []
    monkeypatch.setattr(local, "DIRECTORY", tmp_path / "kept")
    monkeypatch.setattr(
        prepare_demonstration, "call_command", lambda _, *names, **__: fixtures.extend(names)
    )
    return fixtures


@pytest.fixture
def password(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "editor-password"


def test_an_empty_database_gets_the_seed_and_the_demonstration(loaded: list[str]) -> None:
    call_command("prepare_demonstration")
    assert loaded == ["seed", "demonstration"]


def groups(editor: User) -> list[str]:
    return list(editor.groups.values_list("name", flat=True))


def test_the_editor_is_one_of_the_editors_and_nothing_else() -> None:
    call_command("prepare_demonstration")
    editor = User.objects.get(username="editor")
    assert (editor.is_staff, editor.is_superuser) == (True, False)
    assert (groups(editor), editor.user_permissions.count()) == (["Editors"], 0)


def test_an_editor_with_single_permissions_is_moved_into_the_group() -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label="partnerships"))
    call_command("prepare_demonstration")
    assert (groups(editor), editor.user_permissions.count()) == (["Editors"], 0)


def test_the_password_is_printed_and_kept_for_the_owner(
    password: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("prepare_demonstration")
    kept = password.read_text().strip()
    assert capsys.readouterr().out == f"To edit, sign in as editor with the password {kept}\n"
    assert check_password(kept, User.objects.get(username="editor").password)
    assert password.stat().st_mode & 0o777 == 0o600


def test_a_second_start_changes_nothing_and_prints_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("prepare_demonstration")
    before, first = User.objects.values().get(), capsys.readouterr().out
    call_command("prepare_demonstration")
    assert (User.objects.values().get(), capsys.readouterr().out) == (before, first)


def test_a_password_of_the_editor_s_own_stays_and_is_not_printed(
    password: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("prepare_demonstration")
    editor = User.objects.get(username="editor")
    editor.set_password("chosen by the editor")
    editor.save()
    capsys.readouterr()
    call_command("prepare_demonstration")
    assert capsys.readouterr().out == (
        "To edit, sign in as editor with the password that was chosen for this account.\n"
    )
    assert User.objects.get(username="editor").password == editor.password


def test_an_account_that_was_there_before_is_left_alone(password: Path) -> None:
    User.objects.create_user("editor", password="of somebody")
    call_command("prepare_demonstration")
    editor = User.objects.get(username="editor")
    assert (editor.is_staff, groups(editor)) == (False, [])
    assert not password.exists()


def test_permissions_that_were_taken_away_stay_away() -> None:
    call_command("prepare_demonstration")
    editor = User.objects.get(username="editor")
    editor.groups.clear()
    call_command("prepare_demonstration")
    assert groups(editor) == []
