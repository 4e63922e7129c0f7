from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from partnerships import history


@pytest.fixture(autouse=True)
def _history_holds(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever an editor did in a test: no record differs from its last revision afterwards."""
    if "client" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("client")  # before, so that the database is still there after it
    yield
    assert list(history.verify()) == []


@pytest.fixture
def editor(roles: None) -> User:
    """An editor as `prepare_demonstration` makes one: all rights over records, no superuser."""
    user = User.objects.create_user("editor", password="pw", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def client(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client
