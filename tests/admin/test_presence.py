"""Who else has a page open, and what an answer needs so that no text is lost with the session."""

import datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from partnerships import recording
from partnerships.models import Company, Partnership, Person, Presence
from tests import factories as make
from tests.admin import address, rows, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(db: None) -> User:
    user = User.objects.create_user("Ada", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="partnerships"))
    return user


def sees(client: Client, row: Person) -> str:
    return client.post(address(row, "presence", row.pk)).content.decode()


def later(seconds: int) -> None:
    with recording.as_recording():
        Presence.objects.update(seen_at=timezone.now() - datetime.timedelta(seconds=seconds))


def test_the_page_says_who_else_has_it_open(client: Client, ada: User) -> None:
    row = make.person()
    recording.note_presence(ada, row)
    assert "Ada has this page open too." in sees(client, row)
    assert "Ada has this page open too." in client.get(
        address(row, "change", row.pk)
    ).content.decode().replace("\n", " ")


def test_it_names_nobody_on_another_page_nor_oneself(
    client: Client, ada: User, editor: User
) -> None:
    row, other = make.person(), make.person("Ernst Leitz")
    recording.note_presence(ada, other)
    recording.note_presence(editor, row)
    assert "open too" not in sees(client, row)


def test_who_left_is_not_named(client: Client, ada: User) -> None:
    row = make.person()
    recording.note_presence(ada, row)
    later(31)
    assert "open too" not in sees(client, row)


def test_a_poll_that_would_say_the_same_says_nothing(client: Client, ada: User) -> None:
    row = make.person()
    recording.note_presence(ada, row)
    answer = client.post(address(row, "presence", row.pk), {"shown": "Ada"})
    assert answer.status_code == 204


def test_old_rows_go(client: Client, ada: User, editor: User) -> None:
    row = make.person()
    recording.note_presence(ada, row)
    later(601)
    sees(client, row)
    assert Presence.objects.get().user == editor


def test_a_look_writes_nothing(client: Client) -> None:
    row = make.person()
    client.get(address(row, "change", row.pk))
    assert client.get(address(row, "presence", row.pk)).status_code == 405
    assert not Presence.objects.exists()


def test_who_may_not_see_the_record_is_not_told(ada: User) -> None:
    row = make.person()
    ada.user_permissions.clear()
    client = Client()
    client.force_login(ada)
    assert client.post(address(row, "presence", row.pk)).status_code == 403


def test_x7_an_ended_session_leads_to_the_sign_in() -> None:
    row = make.person()
    answer = Client().post(address(row, "presence", row.pk))
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == (
        f"/admin/login/?next=%2Fadmin%2Fpartnerships%2Fperson%2F{row.pk}%2Fchange%2F"
    )
    assert answer.content == b""


class TestM3:
    def test_without_a_token_is_refused(self, editor: User) -> None:
        row = make.person()
        client = Client(enforce_csrf_checks=True)
        client.force_login(editor)
        for page in ("change", "delete", "presence", "restore"):
            assert client.post(address(row, page, row.pk), {"name": "New"}).status_code == 403
        assert Person.objects.get().name == row.name

    def test_from_another_site_is_refused(self, editor: User) -> None:
        row = make.person()
        client = Client(enforce_csrf_checks=True)
        client.force_login(editor)
        url = address(row, "change", row.pk)
        page = client.get(url)
        token = page.context["csrf_token"]
        sent = typed(page) | {"csrfmiddlewaretoken": str(token), "name": "New"}
        assert client.post(url, sent, headers={"origin": "https://evil.example"}).status_code == 403
        assert client.post(url, sent).status_code == 302

    def test_after_the_session_leads_to_the_sign_in(self, client: Client) -> None:
        row = make.person()
        url = address(row, "change", row.pk)
        sent = typed(client.get(url)) | {"name": "New"}
        client.session.flush()
        answer = client.post(url, sent)
        assert answer.status_code == 302
        assert answer.url.startswith("/admin/login/")
        assert Person.objects.get().name == row.name

    def test_a_form_may_stay_in_the_memory_of_the_browser(self, client: Client) -> None:
        row = make.person()
        for url in (address(row, "change", row.pk), address(Person, "add")):
            assert client.get(url).headers["Cache-Control"] == "private, no-cache"
        assert "no-store" in client.get(address(Person, "changelist")).headers["Cache-Control"]


class TestM8:
    def test_a_thousand_and_one_fields_are_refused(self, client: Client) -> None:
        row = make.person()
        url = address(row, "change", row.pk)
        sent = typed(client.get(url)) | {f"x{each}": "" for each in range(1001)}
        assert client.post(url, sent).status_code == 400

    @pytest.mark.parametrize("total", ["1000000000", "9" * 30, "x", ""])
    def test_a_number_of_rows_that_are_not_there(self, client: Client, total: str) -> None:
        row = make.partnership()
        url = address(row, "change", row.pk)
        sent = typed(client.get(url)) | {"milestones-TOTAL_FORMS": total, "scope": "New"}
        answer = client.post(url, sent)
        assert answer.status_code == 200
        [forms] = [
            each.formset.forms
            for each in answer.context["inline_admin_formsets"]
            if each.formset.prefix == "milestones"
        ]
        assert len(forms) < 100
        assert Partnership.objects.get().scope == ""

    @pytest.mark.parametrize("first", ["1000000000", "5", "-1", "x"])
    def test_a_number_of_stored_rows_that_are_not_there(self, client: Client, first: str) -> None:
        row = make.partnership()
        url = address(row, "change", row.pk)
        sent = typed(client.get(url)) | {"milestones-INITIAL_FORMS": first}
        assert client.post(url, sent).status_code in {200, 302, 409}

    def test_a_missing_count_is_a_form_error(self, client: Client) -> None:
        row = make.partnership()
        url = address(row, "change", row.pk)
        sent = typed(client.get(url)) | {"scope": "New"}
        for name in ("TOTAL_FORMS", "INITIAL_FORMS"):
            del sent[f"milestones-{name}"]
        answer = client.post(url, sent)
        assert answer.status_code == 200
        assert "ManagementForm data is missing" in answer.content.decode()

    def test_an_id_of_a_row_elsewhere_changes_nothing_there(self, client: Client) -> None:
        row, other = make.company("Leica"), make.company("Huawei")
        url = address(row, "change", row.pk)
        stranger = other.names.get()
        sent = typed(client.get(url)) | rows(
            "names", {"id": stranger.pk, "version": "1", "name": "Stolen"}, first=1
        )
        client.post(url, sent | {"names-INITIAL_FORMS": "2"})
        assert Company.objects.get(pk=other.pk).names.get().name == "Huawei"
