import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client


@pytest.fixture
def editor(db: None) -> User:
    """An editor as `prepare_demonstration` makes one: all rights over records, no superuser."""
    user = User.objects.create_user("editor", password="pw", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="partnerships"))
    return user


@pytest.fixture
def client(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client
