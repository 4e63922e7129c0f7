"""The pages of the history, and taking changes back there."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships import history, recording
from partnerships.models import Batch, Company, Milestone, Partnership, Revision
from partnerships.models.vocabulary import Source
from tests import factories
from tests.admin import address, rows, send

pytestmark = pytest.mark.django_db

CHANGES = "admin:partnerships_changes"


def shown(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def told(answer: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """The lines of a page: what each record is called, and its differences."""
    return [
        (line.revision.label, [(label, str(words)) for label, words in line.differences])
        for line in answer.context["lines"]
    ]


def said(answer: Any) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def revert_of(revision: Revision) -> str:
    return reverse("admin:partnerships_revision_revert", args=[revision.pk])


def revert_of_batch(batch: Batch) -> str:
    return reverse("admin:partnerships_batch_revert", args=[batch.public_id])


def last_batch() -> Batch:
    batch: Batch = Batch.objects.first()
    return batch


@pytest.fixture
def leica() -> Company:
    return factories.company("Leica", description="Cameras and lenses from Wetzlar since 1914.")


class TestRecord:
    def test_shows_every_version_newest_first_with_who_and_how(
        self, client: Client, leica: Company
    ) -> None:
        send(client, address(Company, "change", leica.pk), country="DE")
        answer = client.get(address(Company, "history", leica.pk))
        labels = [label for label, _ in told(answer)]
        assert labels[0] == "Leica"
        assert told(answer)[0][1] == [("Country", "<ins>Germany</ins>")]
        batches = [line.revision.batch for line in answer.context["lines"]]
        assert (batches[0].who, batches[0].source) == ("editor", Source.ADMIN)
        assert batches[-1].who == "a command"

    def test_marks_the_words_of_a_long_text(self, client: Client, leica: Company) -> None:
        text = "Cameras and binoculars from Wetzlar since 1914."
        send(client, address(Company, "change", leica.pk), description=text)
        answer = client.get(address(Company, "history", leica.pk))
        assert told(answer)[0][1] == [
            (
                "Description",
                "Cameras and <del>lenses</del><ins>binoculars</ins> from Wetzlar since 1914.",
            )
        ]

    def test_tells_what_stands_on_its_page(self, client: Client) -> None:
        partnership = factories.partnership()
        factories.milestone(partnership, "began", "2016")
        answer = client.get(address(Partnership, "history", partnership.pk))
        kinds = {line.revision.kind for line in answer.context["lines"]}
        assert kinds == {"partnership", "participation", "milestone", "citation"}

    def test_of_a_milestone_leaves_out_the_rest_of_its_partnership(self, client: Client) -> None:
        partnership = factories.partnership()
        milestone = factories.milestone(partnership, "began", "2016")
        factories.milestone(partnership, "announced", "2015")
        answer = client.get(address(Milestone, "history", milestone.pk))
        assert sorted(line.revision.kind for line in answer.context["lines"]) == [
            "citation",
            "milestone",
        ]

    def test_text_of_others_is_shown_as_text(self, client: Client) -> None:
        company = factories.company("<b>Leica", slug="leica", description="<script>x</script>")
        page = shown(client.get(address(Company, "history", company.pk)))
        assert "<script>x" not in page
        assert "<b>Leica" not in page

    def test_goes_on_where_a_page_ends(self, client: Client, leica: Company) -> None:
        for number in range(55):
            leica.description = f"Version {number}"
            factories.record(leica)
        first = client.get(address(Company, "history", leica.pk))
        rest = client.get(f"{address(Company, 'history', leica.pk)}?{first.context['more']}")
        numbers = [line.revision.pk for page in (first, rest) for line in page.context["lines"]]
        assert numbers == list(history.of_record("company", leica.pk).values_list("pk", flat=True))
        assert rest.context["more"] == ""

    def test_a_place_of_another_list_is_refused(self, client: Client, leica: Company) -> None:
        answer = client.get(f"{address(Company, 'history', leica.pk)}?after=x")
        assert (answer.status_code, answer.content.decode().partition(":")[0]) == (400, "after")

    def test_asks_no_more_questions_for_many_changes_than_for_few(
        self, client: Client, leica: Company, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for count in (1, 60):
            for number in range(count):
                leica.description = f"Version {count}.{number}"
                factories.record(leica)
            with django_assert_max_num_queries(9):
                client.get(address(Company, "history", leica.pk))

    @pytest.mark.parametrize("page", ["change", "delete", "history"])
    def test_stays_when_the_record_is_removed(
        self, client: Client, leica: Company, page: str
    ) -> None:
        key = leica.pk
        with recording.batch() as batch:
            batch.remove(leica)
        answer = client.get(address(Company, page, key), follow=True)
        last = history.last_of("company", key)
        assert answer.request["PATH_INFO"] == address(Company, "history", key)
        assert last is not None
        assert revert_of(last) in shown(answer)

    @pytest.mark.parametrize("pk", ["999", "x", "9" * 30, "%00"])
    def test_of_what_never_was_leads_home(self, client: Client, pk: str) -> None:
        answer = client.get(f"/admin/partnerships/company/{pk}/history/")
        assert (answer.status_code, answer.url) == (302, reverse("admin:index"))


class TestChanges:
    def test_lists_batches_with_what_they_did(self, client: Client) -> None:
        factories.partnership(factories.company("Xiaomi"), factories.company("Leica"))
        batch, done = client.get(reverse(CHANGES)).context["batches"][0]
        assert batch == last_batch()
        assert [(each.action, each.kind, each.others) for each in done] == [
            ("created", "article", 0),
            ("created", "partnership", 0),
            ("created", "participation", 1),
            ("created", "citation", 1),
        ]

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ({"who": "editor"}, {"ADMIN"}),
            ({"who": "nobody"}, set()),
            ({"kind": "person"}, {"PERSON"}),
            ({"through": "admin"}, {"ADMIN"}),
            ({"from": "2100-01-01"}, set()),
            ({"to": "1999-12-31"}, set()),
            ({"from": "2000-01-01", "to": "2100-01-01"}, {"ADMIN", "PERSON"}),
        ],
    )
    def test_is_narrowed(
        self, client: Client, editor: User, asked: dict[str, str], expected: set[str]
    ) -> None:
        with recording.batch(editor, Source.ADMIN, "ADMIN") as batch:
            batch.record(Company(name="Leica", slug="leica"))
        with recording.batch(comment="PERSON"):
            factories.person()
        answer = client.get(reverse(CHANGES), asked)
        assert {batch.comment for batch, _ in answer.context["batches"]} == expected

    def test_finds_one_batch(self, client: Client) -> None:
        factories.person()
        wanted = last_batch()
        factories.company()
        answer = client.get(reverse(CHANGES), {"batch": wanted.public_id})
        assert [batch for batch, _ in answer.context["batches"]] == [wanted]

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("who", "\0"),
            ("who", "x" * 151),
            ("kind", "user"),
            ("through", "window"),
            ("from", "2022-02-30"),
            ("to", "99999-01-01"),
            ("batch", "nothing"),
            ("batch", "\0"),
            ("after", "1"),
        ],
    )
    def test_names_the_field_of_a_bad_value(self, client: Client, name: str, value: str) -> None:
        answer = client.get(reverse(CHANGES), {name: value})
        assert answer.status_code == 400
        assert [problem for problem, _ in answer.context["form"].problems] == [name]

    def test_days_the_wrong_way_round_are_refused(self, client: Client) -> None:
        answer = client.get(reverse(CHANGES), {"from": "2022-02-02", "to": "2022-02-01"})
        assert answer.status_code == 400

    def test_goes_on_where_a_page_ends(self, client: Client) -> None:
        for _ in range(60):
            factories.person(f"Person {Batch.objects.count()}")
        first = client.get(reverse(CHANGES), {"kind": "person"})
        rest = client.get(f"{reverse(CHANGES)}?{first.context['more']}")
        found = [batch.pk for page in (first, rest) for batch, _ in page.context["batches"]]
        assert found == list(Batch.objects.values_list("pk", flat=True))

    def test_asks_the_same_number_of_questions_for_one_batch_and_for_many(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for count in (1, 50):
            for _ in range(count):
                factories.partnership()
            with django_assert_num_queries(7):
                client.get(reverse(CHANGES))

    def test_the_first_page_shows_the_latest(self, client: Client) -> None:
        factories.company("Leica")
        answer = client.get(reverse("admin:index"))
        assert [batch for batch, _ in answer.context["latest"]] == [last_batch()]
        assert reverse(CHANGES) in shown(answer)


class TestBatch:
    def test_tells_all_that_was_done_at_once(self, client: Client, leica: Company) -> None:
        batch = last_batch()
        answer = client.get(reverse("admin:partnerships_batch", args=[batch.public_id]))
        assert [label for label, _ in told(answer)] == ["Leica", "Leica"]
        assert revert_of_batch(batch) in shown(answer)

    def test_that_never_was_is_not_found(self, client: Client) -> None:
        answer = client.get(reverse("admin:partnerships_batch", args=["nothing"]))
        assert answer.status_code == 404


class TestRevert:
    def test_is_shown_before_it_is_done(self, client: Client, leica: Company) -> None:
        send(client, address(Company, "change", leica.pk), country="DE")
        before = history.content_hash()
        answer = client.get(revert_of(Revision.objects.first()))
        ((word, line),) = answer.context["steps"]
        assert (word, line.differences) == ("As before", [("Country", "<del>Germany</del>")])
        assert history.content_hash() == before

    def test_of_a_change_brings_the_field_back_and_links_what_it_did(
        self, client: Client, leica: Company, editor: User
    ) -> None:
        before = history.content_hash()
        send(client, address(Company, "change", leica.pk), country="DE")
        batch = last_batch()
        answer = client.post(revert_of(batch.revisions.get()))
        assert (answer.status_code, answer.url) == (302, address(Company, "history", leica.pk))
        assert history.content_hash() == before
        undone = last_batch()
        assert (undone.actor, undone.source, undone.reverts) == (editor, Source.ADMIN, batch)
        assert undone.public_id in said(answer)[-1]

    def test_of_a_removal_brings_the_record_back_with_its_rows(self, client: Client) -> None:
        partnership = factories.partnership()
        factories.milestone(partnership, "began", "2016")
        before = history.content_hash()
        client.post(address(Partnership, "delete", partnership.pk), {"post": "yes"})
        last = history.last_of("partnership", partnership.pk)
        assert last is not None
        client.post(revert_of(last))
        assert history.content_hash() == before
        assert client.get(address(Partnership, "change", partnership.pk)).status_code == 200

    def test_of_a_batch_keeps_what_was_changed_since_and_says_so(
        self, client: Client, leica: Company
    ) -> None:
        send(client, address(Company, "change", leica.pk), country="DE", wikidata_id="Q95")
        batch = last_batch()
        send(client, address(Company, "change", leica.pk), country="AT")
        page = client.get(revert_of_batch(batch))
        assert [each.reason for each in page.context["kept"]] == ["Changed since: country."]
        ((_, line),) = page.context["steps"]
        assert line.differences == [("Wikidata id", "<del>Q95</del>")]
        answer = client.post(revert_of_batch(batch))
        leica.refresh_from_db()
        assert (str(leica.country), leica.wikidata_id) == ("AT", "")
        assert said(answer)[-1] == "Leica stays as it is. Changed since: country."

    def test_that_breaks_a_rule_is_shown_and_nothing_is_done(self, client: Client) -> None:
        partnership = factories.partnership(*(factories.company() for _ in range(3)))
        url = address(Partnership, "change", partnership.pk)
        send(client, url, **{"participations-0-DELETE": "on"})
        removal = last_batch()
        # Entered again by hand: both would stand there.
        gone = history.befores(list(removal.revisions.filter(kind="participation")))
        (content,) = gone.values()
        source = factories.article()
        send(
            client,
            url,
            **rows(
                "participations",
                {"company": content["company"], "role": "partner", "article": source.pk},
                first=2,
            ),
        )
        before = history.content_hash()
        answer = client.post(revert_of_batch(removal))
        assert answer.status_code == 409
        assert "Nothing was changed." in shown(answer)
        assert history.content_hash() == before

    def test_where_nothing_is_left_says_so(self, client: Client, leica: Company) -> None:
        send(client, address(Company, "change", leica.pk), country="DE")
        batch = last_batch()
        client.post(revert_of_batch(batch))
        assert "Nothing is left to take back." in shown(client.get(revert_of_batch(batch)))
        assert said(client.post(revert_of_batch(batch)))[0].startswith("Nothing was changed")

    def test_needs_the_permission_to_change_what_it_changes(
        self, client: Client, editor: User, leica: Company
    ) -> None:
        send(client, address(Company, "change", leica.pk), country="DE")
        editor.groups.clear()
        editor.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
        for method in (client.get, client.post):
            assert method(revert_of_batch(last_batch())).status_code == 403
        leica.refresh_from_db()
        assert str(leica.country) == "DE"

    def test_is_done_only_from_the_page_itself(self, editor: User, leica: Company) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(editor)
        assert strict.post(revert_of_batch(last_batch())).status_code == 403
        assert Company.objects.filter(pk=leica.pk).exists()
