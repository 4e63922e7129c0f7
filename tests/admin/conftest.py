import pytest
from django.contrib.auth.models import Group, User
from django.test import Client


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
