"""What must not get through the pages for editors: the inputs M4, M5, M9, M10 and M11."""

from time import perf_counter
from typing import Any

import pytest
from django.conf import settings as project
from django.contrib.auth.models import Group, Permission, User
from django.test import Client, override_settings
from django.urls import reverse

from partnerships.models import Company, Milestone
from tests import factories
from tests.admin import address, send, signed_in

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"


@pytest.fixture
def administrator(roles: None) -> User:
    account = User.objects.create_user("administrator", password="pw", is_staff=True)
    account.groups.add(Group.objects.get(name="Administrators"))
    return account


@pytest.fixture
def superuser(db: None) -> User:
    return User.objects.create_superuser("root", password="pw")


def of_account(account: User, page: str = "change") -> str:
    name = "user_password_change" if page == "password" else f"user_{page}"
    return reverse(f"admin:auth_{name}", args=[account.pk])


class TestStaffWithoutPermission:
    """M4"""

    @pytest.mark.parametrize(
        "path",
        [
            "{pk}/change/",
            "{pk}/change/?_popup=1",
            "{pk}/change/?_to_field=id",
            "{pk}/delete/",
            "{pk}/history/",
            "add/?_popup=1",
            "",
            "?_to_field=slug",
            "?_popup=1&_to_field=id",
        ],
    )
    def test_opens_nothing(self, path: str) -> None:
        staff = signed_in(User.objects.create_user("staff", is_staff=True))
        company = factories.company()
        assert (
            staff.get(f"/admin/partnerships/company/{path}".format(pk=company.pk)).status_code
            == 403
        )

    def test_runs_no_action(self) -> None:
        staff = signed_in(User.objects.create_user("staff", is_staff=True))
        milestone = factories.milestone(factories.partnership(), "began", "2016")
        for action in ("delete_selected", "deprecate", "prefer"):
            chosen = {"action": action, "_selected_action": [milestone.pk], "post": "yes"}
            assert staff.post(address(Milestone, "changelist"), chosen).status_code == 403

    def test_chooses_no_record(self) -> None:
        staff = signed_in(User.objects.create_user("staff", is_staff=True))
        asked = {
            "term": "a",
            "app_label": "partnerships",
            "model_name": "milestone",
            "field_name": "partnership",
        }
        assert staff.get(reverse("admin:partnerships_choices"), asked).status_code == 403


class TestFieldsThatAreNotOnThePage:
    """M5"""

    def test_of_a_record_are_ignored(self, client: Client, editor: User) -> None:
        company = factories.company("Leica")
        more = {"is_superuser": "on", "created_by": "1", "status": "accepted", "key": "x"}
        answer = send(client, address(Company, "change", company.pk), country="DE", **more)
        assert answer.status_code == 302
        company.refresh_from_db()
        editor.refresh_from_db()
        assert (company.key, str(company.country), editor.is_superuser) == ("leica", "DE", False)

    def test_make_no_superuser(self, administrator: User) -> None:
        other = User.objects.create_user("other", is_staff=True)
        client, url = signed_in(administrator), of_account(other)
        sent = typed_account(client, url) | {
            "first_name": "Ada",
            "is_superuser": "on",
            "user_permissions": ["1", "2"],
        }
        assert client.post(url, sent).status_code == 302
        other.refresh_from_db()
        assert (other.first_name, other.is_superuser) == ("Ada", False)
        assert other.user_permissions.count() == 0


class TestAdministrator:
    @pytest.mark.parametrize("page", ["change", "delete", "password"])
    def test_leaves_the_accounts_of_superusers_alone(
        self, administrator: User, superuser: User, page: str
    ) -> None:
        password = superuser.password
        sent = {
            "first_name": "X",
            "post": "yes",
            "password1": "n3wpassw0rd",
            "password2": "n3wpassw0rd",
        }
        answer = signed_in(administrator).post(of_account(superuser, page), sent)
        superuser.refresh_from_db()
        assert answer.status_code == 403
        assert (superuser.first_name, superuser.password) == ("", password)

    def test_leaves_an_account_that_is_switched_off_to_those_who_may_do_as_much(
        self, administrator: User
    ) -> None:
        account = User.objects.create_user("mighty", is_staff=True, is_active=False)
        account.user_permissions.add(Permission.objects.get(codename="delete_user"))
        client = signed_in(administrator)
        for page in ("change", "password_change"):
            url = reverse(f"admin:auth_user_{page}", args=[account.pk])
            assert client.post(url, {"is_active": "on"}).status_code == 403

    def test_gives_roles_but_none_beyond_their_own(self, administrator: User) -> None:
        strong = Group.objects.create(name="Strong")
        strong.permissions.add(*Permission.objects.filter(codename="delete_user"))
        other = User.objects.create_user("other", is_staff=True)
        client, url = signed_in(administrator), of_account(other)
        editors = Group.objects.get(name="Editors")
        sent = typed_account(client, url)
        client.post(url, sent | {"groups": [editors.pk]})
        client.post(url, sent | {"groups": [editors.pk, strong.pk]})
        assert list(other.groups.all()) == [editors]

    def test_makes_accounts(self, administrator: User) -> None:
        password = "correct horse battery"
        sent = {"username": "new", "password1": password, "password2": password}
        sent["usable_password"] = "true"
        signed_in(administrator).post(reverse("admin:auth_user_add"), sent)
        assert User.objects.get(username="new").check_password(password)


class TestOddAddresses:
    """M9"""

    @pytest.mark.parametrize(
        "query",
        [
            *("q=%00", "p=-1", "p=999999", "e=1", "o=99999", "o=-x.y", "password__startswith=p"),
            *("all=", "q=" + "x" * 5000, "id__exact=%00", "pk__in=1,x", "_to_field=password"),
        ],
    )
    @pytest.mark.parametrize(
        "page", ["partnerships_company", "partnerships_milestone", "auth_user"]
    )
    def test_of_lists_show_a_clean_list(self, superuser: User, page: str, query: str) -> None:
        client = signed_in(superuser)
        answer = client.get(f"{reverse(f'admin:{page}_changelist')}?{query}", follow=True)
        refused = {"password__startswith=p", "_to_field=password"}
        assert answer.status_code == 200 or (query in refused and answer.status_code == 400)

    def test_tell_nothing_of_passwords(self, superuser: User) -> None:
        url = reverse("admin:auth_user_changelist")
        answers = [
            signed_in(superuser).get(f"{url}?password__startswith={start}").status_code
            for start in (superuser.password[0], "no")
        ]
        assert answers[0] == answers[1]


class TestLogin:
    """M10"""

    @pytest.mark.parametrize(
        ("username", "password"),
        [
            ("editor", "\0"),
            ("\0", "pw"),
            ("editor\0", "pw"),
            ("editor", "x" * 1_000_000),
            ("e" * 10_000, "pw"),
            ("' OR 1=1--", "pw"),
            ("EDITOR", "pw"),
            ("editor", "wrong"),
            ("", ""),
        ],
        ids=lambda text: repr(text[:12]),
    )
    def test_refuses_within_a_second(self, editor: User, username: str, password: str) -> None:
        start = perf_counter()
        answer = Client().post(LOGIN, {"username": username, "password": password})
        assert answer.status_code == 200
        assert answer.wsgi_request.user.is_anonymous
        assert answer.context["form"].errors
        assert perf_counter() - start < 1

    def test_says_the_same_of_a_wrong_password_and_an_unknown_name(self, editor: User) -> None:
        said = [
            Client().post(LOGIN, {"username": name, "password": "wrong"}).context["form"].errors
            for name in ("editor", "nobody")
        ]
        assert said[0] == said[1]

    def test_takes_as_long_for_an_unknown_name(self) -> None:
        hasher = "django.contrib.auth.hashers.PBKDF2PasswordHasher"
        with override_settings(PASSWORD_HASHERS=[hasher]):
            User.objects.create_user("editor", password="pw", is_staff=True)
            times = {name: min(seconds_of(name) for _ in range(3)) for name in ("editor", "nobody")}
        assert 0.5 < times["editor"] / times["nobody"] < 2


def seconds_of(name: str) -> float:
    start = perf_counter()
    Client().post(LOGIN, {"username": name, "password": "wrong"})
    return perf_counter() - start


class TestSessions:
    """M11"""

    def test_end_elsewhere_when_the_password_changes(self, editor: User) -> None:
        here, elsewhere = signed_in(editor), signed_in(editor)
        sent = {"old_password": "pw", "new_password1": "a n3w passw0rd"}
        sent["new_password2"] = sent["new_password1"]
        assert here.post(reverse("admin:password_change"), sent).status_code == 302
        assert here.get("/admin/").status_code == 200
        assert elsewhere.get("/admin/").status_code == 302

    def test_end_at_the_next_request_when_the_account_is_disabled(self, editor: User) -> None:
        client = signed_in(editor)
        assert client.get("/admin/").status_code == 200
        User.objects.filter(pk=editor.pk).update(is_active=False)
        assert client.get("/admin/").status_code == 302

    def test_last_no_longer_than_half_a_day(self) -> None:
        assert project.SESSION_COOKIE_AGE == 12 * 60 * 60


def typed_account(client: Client, url: str) -> dict[str, Any]:
    """What the page of an account sends."""
    answer = client.get(url)
    form = answer.context["adminform"].form
    sent = {bound.html_name: bound.value() for bound in form if bound.value()}
    sent.pop("password", None)
    joined = form.initial["date_joined"]
    sent.pop("date_joined", None)
    sent.pop("last_login", None)
    return sent | {"date_joined_0": f"{joined:%Y-%m-%d}", "date_joined_1": f"{joined:%H:%M:%S}"}
