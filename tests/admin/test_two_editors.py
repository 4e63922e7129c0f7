"""Two editors of one record: Elmo's version is the base, Adam saves first, Berta second."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.test import Client

from partnerships import history, recording
from partnerships.models import (
    Citation,
    Company,
    CompanyName,
    Milestone,
    Partnership,
    Person,
    ProductLaunch,
    Statement,
)
from partnerships.models.record import content
from tests import factories as make
from tests.admin import address, problems, rows, typed

pytestmark = pytest.mark.django_db


def editor(name: str) -> Client:
    user = User.objects.create_user(name, password="pw", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="partnerships"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def adam(db: None) -> Client:
    return editor("adam")


@pytest.fixture
def berta(db: None) -> Client:
    return editor("berta")


@dataclass
class Case:
    """One field: the record with Elmo's value, what Adam and Berta type, another field."""

    elmo: Callable[[], Any]
    name: str
    adam: Any
    berta: Any
    other: str
    value: Any
    said: list[str] = field(default_factory=list)  # the three values, in words


def company(**fields: Any) -> Company:
    return make.company("Leica", **fields)


def milestone() -> Milestone:
    partnership = make.partnership()
    return make.milestone(partnership, "began", "2016", note="A note.")


def name_form() -> CompanyName:
    return make.record(CompanyName(company=company(), name="Leitz", ambiguous=False))


def person_key(name: str) -> str:
    found = Person.objects.filter(name=name).first() or make.person(name)
    return str(found.pk)


def company_key(name: str) -> str:
    found = Company.objects.filter(name=name).first() or make.company(name)
    return str(found.pk)


LONG = "First line.\nSecond line."
CASES = {
    "text": Case(
        lambda: company(legal_name="Leica AG"),
        "legal_name",
        "Leica Camera AG",
        "Leica GmbH",
        "description",
        "Cameras.",
        ["Leica AG", "Leica Camera AG", "Leica GmbH"],
    ),
    "long text": Case(
        lambda: company(description=LONG),
        "description",
        LONG + "\nAdam’s <b>line</b> & more.",
        "Berta’s.\r\n" + LONG,
        "website",
        "https://leica.example",
        ["First line.", "Adam’s &lt;b&gt;line&lt;/b&gt; &amp; more.", "Berta’s."],
    ),
    "choice": Case(
        milestone,
        "certainty",
        "rumoured",
        "denied",
        "note",
        "Another note.",
        ["Stated", "Rumoured", "Denied"],
    ),
    "country": Case(lambda: company(country="AT"), "country", "DE", "CH", "legal_name", "Leica AG"),
    "date": Case(
        milestone,
        "occurred",
        "May 2016",
        "about 2015",
        "note",
        "Another note.",
        ["2016", "May 2016", "about 2015"],
    ),
    "foreign key": Case(
        lambda: make.statement("Words.", "2022", speaker=make.person("Elmo"), company=company()),
        "speaker",
        lambda: person_key("Adam Ash"),
        lambda: person_key("Berta Birch"),
        "role",
        "CEO",
        ["Elmo", "Adam Ash", "Berta Birch"],
    ),
    "flags": Case(
        lambda: make.partnership(kinds=["supply"]),
        "kinds",
        ["supply", "licensing"],
        ["funding"],
        "scope",
        "phones",
        ["Supply", "Licensing, Supply", "Funding"],
    ),
    "makers": Case(
        lambda: make.launch("P9", company()),
        "makers",
        lambda: [company_key("Huawei")],
        lambda: [company_key("Xiaomi")],
        "slug",
        "huawei-p9",
        ["Leica", "Huawei", "Xiaomi"],
    ),
}
cases = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def value(each: Any) -> Any:
    return each() if callable(each) else each


def change(row: Any) -> str:
    return address(row, "change", row.pk)


def save(client: Client, row: Any, **changes: Any) -> Any:
    answer = client.post(change(row), typed(client.get(change(row))) | changes)
    assert answer.status_code == 302, problems(answer)
    return answer


def panel(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def messages(answer: Any) -> list[str]:
    return [str(each) for each in get_messages(answer.wsgi_request)]


def said(row: Any, name: str) -> Any:
    return content(type(row).objects.get(pk=row.pk))[name]


@cases
def test_different_fields_both_survive(case: Case, adam: Client, berta: Client) -> None:
    row = case.elmo()
    page = typed(berta.get(change(row)))
    save(adam, row, **{case.name: value(case.adam)})
    expected = said(row, case.name)
    answer = berta.post(change(row), page | {case.other: case.value})
    assert answer.status_code == 302
    assert (said(row, case.name), said(row, case.other)) == (expected, case.value)
    assert "what adam changed meanwhile is kept" in messages(answer)[0]
    assert list(history.verify()) == []


@cases
def test_the_other_way_round_too(case: Case, adam: Client, berta: Client) -> None:
    row = case.elmo()
    page = typed(berta.get(change(row)))
    save(adam, row, **{case.other: case.value})
    other = said(row, case.other)
    before = said(row, case.name)
    answer = berta.post(change(row), page | {case.name: value(case.berta)})
    assert answer.status_code == 302
    assert said(row, case.other) == other
    assert said(row, case.name) != before


@cases
def test_the_same_field_is_a_clash_with_three_values(
    case: Case, adam: Client, berta: Client
) -> None:
    row = case.elmo()
    page = typed(berta.get(change(row)))
    save(adam, row, **{case.name: value(case.adam)})
    before = said(row, case.name)
    sent = page | {case.name: value(case.berta), case.other: case.value}
    answer = berta.post(change(row), sent)
    assert answer.status_code == 409
    assert said(row, case.name) == before
    shown = typed(answer)
    assert shown[case.name] == sent[case.name]
    assert shown[case.other] == sent[case.other]
    assert shown["version"] == str(row.version + 1)
    text = panel(answer)
    assert "adam changed" in text
    assert 'value="theirs" checked' not in text
    parts = [each.split("</dd>")[0] for each in text.split("<dd>")[1:4]]
    assert [
        words.lower() in part.lower() for words, part in zip(case.said, parts, strict=False)
    ] == [True for _ in case.said]


@cases
@pytest.mark.parametrize("choice", ["theirs", "mine"])
def test_a_choice_settles_the_clash(case: Case, choice: str, adam: Client, berta: Client) -> None:
    row = case.elmo()
    page = typed(berta.get(change(row)))
    save(adam, row, **{case.name: value(case.adam)})
    theirs = said(row, case.name)
    first = berta.post(change(row), page | {case.name: value(case.berta)})
    again = typed(first) | {f"{case.name}-before": str(row.version)}
    answer = berta.post(change(row), again | {f"{case.name}-keep": choice})
    assert answer.status_code == 302
    assert (said(row, case.name) == theirs) == (choice == "theirs")


@cases
def test_the_same_change_twice_is_no_clash(case: Case, adam: Client, berta: Client) -> None:
    row = case.elmo()
    page = typed(berta.get(change(row)))
    save(adam, row, **{case.name: value(case.adam)})
    answer = berta.post(change(row), page | {case.name: value(case.adam)})
    assert answer.status_code == 302


def clash(adam: Client, berta: Client, **typed_by_berta: str) -> tuple[Company, Any]:
    row = company(legal_name="Leica AG")
    page = typed(berta.get(change(row)))
    save(adam, row, legal_name="Leica Camera AG")
    return row, berta.post(change(row), page | {"legal_name": "Leica GmbH"} | typed_by_berta)


class TestClash:
    def test_without_a_choice_is_shown_again(self, adam: Client, berta: Client) -> None:
        row, answer = clash(adam, berta)
        assert 'name="legal_name-before" value="1"' in panel(answer)
        again = berta.post(change(row), typed(answer) | {"legal_name-before": "1"})
        assert again.status_code == 409
        assert said(row, "legal_name") == "Leica Camera AG"
        assert "Leica AG" in panel(again)

    def test_my_text_may_be_edited_further(self, adam: Client, berta: Client) -> None:
        row, answer = clash(adam, berta)
        settled = {
            "legal_name": "Leica Camera AG & Co.",
            "legal_name-before": "1",
            "legal_name-keep": "mine",
        }
        assert berta.post(change(row), typed(answer) | settled).status_code == 302
        assert said(row, "legal_name") == "Leica Camera AG & Co."

    def test_a_third_change_makes_a_choice_void(self, adam: Client, berta: Client) -> None:
        row, answer = clash(adam, berta)
        save(adam, row, legal_name="Ernst Leitz")
        settled = {"legal_name-before": "1", "legal_name-keep": "mine"}
        again = berta.post(change(row), typed(answer) | settled)
        assert again.status_code == 409
        assert said(row, "legal_name") == "Ernst Leitz"
        assert "Ernst Leitz" in panel(again)

    def test_what_only_they_changed_is_taken_over_at_once(
        self, adam: Client, berta: Client
    ) -> None:
        row = company(legal_name="Leica AG")
        page = typed(berta.get(change(row)))
        save(adam, row, legal_name="Leica Camera AG", description="By Adam.")
        answer = berta.post(change(row), page | {"legal_name": "Leica GmbH"})
        assert typed(answer)["description"] == "By Adam."
        settled = {"legal_name-before": "1", "legal_name-keep": "mine"}
        assert berta.post(change(row), typed(answer) | settled).status_code == 302
        assert said(row, "description") == "By Adam."
        assert said(row, "legal_name") == "Leica GmbH"

    @pytest.mark.parametrize("before", ["0", "-1", "x", "9" * 30, "77"])
    def test_a_wrong_base_does_not_settle_it(
        self, adam: Client, berta: Client, before: str
    ) -> None:
        row, answer = clash(adam, berta)
        again = berta.post(change(row), typed(answer) | {"legal_name-before": before})
        assert again.status_code == 409
        assert "not known" in panel(again)

    def test_another_error_keeps_what_was_merged(self, adam: Client, berta: Client) -> None:
        row = company(legal_name="Leica AG")
        page = typed(berta.get(change(row)))
        save(adam, row, legal_name="Leica Camera AG")
        answer = berta.post(change(row), page | {"website": "no address"})
        assert answer.status_code == 200
        assert typed(answer)["legal_name"] == "Leica Camera AG"
        assert berta.post(change(row), typed(answer) | {"website": ""}).status_code == 302
        assert said(row, "legal_name") == "Leica Camera AG"


def test_line_ends_of_a_browser_are_no_change(adam: Client, berta: Client) -> None:
    row = company(description=LONG)
    page = typed(berta.get(change(row)))
    save(adam, row, description="By Adam.")
    sent = page | {"description": LONG.replace("\n", "\r\n"), "website": "https://leica.example"}
    assert berta.post(change(row), sent).status_code == 302
    assert said(row, "description") == "By Adam."


def test_words_of_a_date_go_with_it(adam: Client, berta: Client) -> None:
    source = make.article("2022-05-24")
    row = make.milestone(make.launch(), "announced", "", source, due="2022-06")
    page = typed(berta.get(change(row)))
    save(adam, row, due="by July this year")
    assert berta.post(change(row), page | {"note": "A note."}).status_code == 302
    row.refresh_from_db()
    assert (row.due, row.due_words) == ("[2022-05-24..2022-07-31]", "by July this year")


BAD_VERSIONS = ["", "0", "-1", "text", "1" + "0" * 20, "77", "1.5", "１", "\0"]


@pytest.mark.parametrize("version", BAD_VERSIONS, ids=range(len(BAD_VERSIONS)))
def test_m1_an_impossible_version_saves_nothing(berta: Client, version: str) -> None:
    row = company(legal_name="Leica AG")
    sent = typed(berta.get(change(row))) | {"version": version, "legal_name": "Leica GmbH"}
    answer = berta.post(change(row), sent)
    assert answer.status_code == 409
    assert said(row, "legal_name") == "Leica AG"
    assert typed(answer)["legal_name"] == "Leica GmbH"
    assert "The page did not say which version" in panel(answer)


def test_m1_a_missing_version_saves_nothing(berta: Client) -> None:
    row = company()
    sent = typed(berta.get(change(row)))
    del sent["version"]
    assert berta.post(change(row), sent).status_code == 409


@pytest.mark.parametrize("version", BAD_VERSIONS, ids=range(len(BAD_VERSIONS)))
def test_m1_an_impossible_version_of_a_row_saves_nothing(berta: Client, version: str) -> None:
    row = milestone()
    sent = typed(berta.get(change(row.partnership)))
    sent |= {"milestones-0-version": version, "milestones-0-note": "New."}
    assert berta.post(change(row.partnership), sent).status_code == 409
    assert said(row, "note") == "A note."


class TestRows:
    """The milestones on the page of their partnership."""

    def test_a_row_and_its_page_are_changed(self, adam: Client, berta: Client) -> None:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        save(adam, row.partnership, **{"milestones-0-note": "By Adam."})
        assert berta.post(change(row.partnership), page | {"scope": "phones"}).status_code == 302
        assert said(row, "note") == "By Adam."

    def test_different_fields_of_a_row(self, adam: Client, berta: Client) -> None:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        save(adam, row.partnership, **{"milestones-0-note": "By Adam."})
        sent = page | {"milestones-0-occurred": "May 2016"}
        assert berta.post(change(row.partnership), sent).status_code == 302
        assert (said(row, "note"), said(row, "occurred")) == ("By Adam.", "2016-05")

    def test_the_same_field_of_a_row(self, adam: Client, berta: Client) -> None:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        save(adam, row.partnership, **{"milestones-0-note": "By Adam."})
        answer = berta.post(change(row.partnership), page | {"milestones-0-note": "By Berta."})
        assert answer.status_code == 409
        text = panel(answer)
        assert "A note." in text
        assert "By Adam." in text
        assert "By Berta." in text
        settled = {"milestones-0-note-before": "1", "milestones-0-note-keep": "mine"}
        answer = berta.post(change(row.partnership), typed(answer) | settled)
        assert answer.status_code == 302
        assert said(row, "note") == "By Berta."

    def test_each_adds_a_row(self, adam: Client, berta: Client) -> None:
        row = milestone()
        source = make.article()
        page = typed(berta.get(change(row.partnership)))
        new = {"kind": "extended", "certainty": "stated", "rank": "normal", "article": source.pk}
        for client, day in ((adam, "2018"), (berta, "2019")):
            added = rows("milestones", new | {"occurred": day}, first=1)
            assert client.post(change(row.partnership), page | added).status_code == 302
        days = row.partnership.milestones.values_list("occurred", flat=True)
        assert set(days) == {"2016", "2018", "2019"}

    def test_a_refused_page_shows_the_row_that_the_other_added(
        self, adam: Client, berta: Client
    ) -> None:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        new = {"kind": "extended", "certainty": "stated", "rank": "normal", "occurred": "2020"}
        added = rows("milestones", new | {"article": make.article().pk}, first=1)
        adam.post(change(row.partnership), page | added)
        sent = page | {"milestones-0-note": "By Berta.", "milestones-0-occurred": "some day"}
        answer = berta.post(change(row.partnership), sent)
        shown = typed(answer)
        assert shown["milestones-0-occurred"] == "2020"
        assert shown["milestones-1-note"] == "By Berta."
        assert (
            berta.post(
                change(row.partnership), shown | {"milestones-1-occurred": "2016"}
            ).status_code
            == 302
        )
        assert row.partnership.milestones.count() == 2

    def remove(self, client: Client, row: Milestone) -> None:
        save(client, row.partnership, **{"milestones-0-DELETE": "on"})
        assert not Milestone.objects.filter(pk=row.pk).exists()

    def test_a_removed_row_stays_removed(self, adam: Client, berta: Client) -> None:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        self.remove(adam, row)
        assert berta.post(change(row.partnership), page | {"scope": "phones"}).status_code == 302
        assert not Milestone.objects.exists()
        assert said(row.partnership, "scope") == "phones"

    def test_a_row_that_both_removed_is_removed(self, adam: Client, berta: Client) -> None:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        self.remove(adam, row)
        sent = page | {"milestones-0-DELETE": "on"}
        assert berta.post(change(row.partnership), sent).status_code == 302
        assert not Milestone.objects.exists()

    @pytest.mark.parametrize("choice", ["theirs", "mine"])
    def test_a_row_that_was_removed_while_it_was_changed(
        self, adam: Client, berta: Client, choice: str
    ) -> None:
        row = milestone()
        public_id = row.public_id
        page = typed(berta.get(change(row.partnership)))
        self.remove(adam, row)
        answer = berta.post(change(row.partnership), page | {"milestones-0-note": "By Berta."})
        assert answer.status_code == 409
        assert "adam removed this row" in panel(answer)
        shown = typed(answer)
        assert shown["milestones-0-note"] == "By Berta."
        assert berta.post(change(row.partnership), shown).status_code == 409
        again = berta.post(change(row.partnership), shown | {"milestones-0-keep": choice})
        assert again.status_code == 302
        found = Milestone.objects.filter(public_id=public_id).values_list("pk", "note")
        assert list(found) == ([(row.pk, "By Berta.")] if choice == "mine" else [])
        assert Citation.objects.filter(milestone=row.pk).count() == (choice == "mine")
        assert list(history.verify()) == []

    def test_a_row_that_was_changed_is_not_removed_unseen(
        self, adam: Client, berta: Client
    ) -> None:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        save(adam, row.partnership, **{"milestones-0-note": "By Adam."})
        answer = berta.post(change(row.partnership), page | {"milestones-0-DELETE": "on"})
        assert answer.status_code == 409
        assert "By Adam." in panel(answer)
        shown = typed(answer)
        assert not shown.get("milestones-0-DELETE")
        again = berta.post(change(row.partnership), shown | {"milestones-0-DELETE": "on"})
        assert again.status_code == 302
        assert not Milestone.objects.exists()

    def test_a_box_that_both_may_tick(self, adam: Client, berta: Client) -> None:
        row = name_form()
        place = list(row.company.names.values_list("pk", flat=True)).index(row.pk)
        page = typed(berta.get(change(row.company)))
        save(adam, row.company, **{f"names-{place}-ambiguous": "on"})
        sent = page | {f"names-{place}-name": "Ernst Leitz"}
        assert berta.post(change(row.company), sent).status_code == 302
        row.refresh_from_db()
        assert (row.name, row.ambiguous) == ("Ernst Leitz", True)


TEXT = "Xiaomi and Leica announced a strategic partnership. Xiaomi makes phones."


class TestCitations:
    def cited(self) -> tuple[Milestone, Citation]:
        source = make.article("2022-05-24", TEXT)
        row = Milestone(kind="announced", occurred="2022", partnership=make.partnership())
        with recording.batch() as batch:
            batch.record(row)
            batch.record(make.cite(row, source, "Xiaomi and Leica"))
        return row, row.citations.get()

    def test_the_same_passage_is_a_clash(self, adam: Client, berta: Client) -> None:
        row, citation = self.cited()
        page = typed(berta.get(change(row)))
        save(adam, row, **{"citations-0-passage": "Leica announced"})
        answer = berta.post(change(row), page | {"citations-0-passage": "announced a strategic"})
        assert answer.status_code == 409
        settled = {"citations-0-passage-before": "1", "citations-0-passage-keep": "theirs"}
        assert berta.post(change(row), typed(answer) | settled).status_code == 302
        assert said(citation, "passage") == "Leica announced"

    def test_a_passage_and_its_claim(self, adam: Client, berta: Client) -> None:
        row, citation = self.cited()
        page = typed(berta.get(change(row)))
        save(adam, row, **{"citations-0-passage": "Leica announced"})
        assert berta.post(change(row), page | {"note": "A note."}).status_code == 302
        assert (said(citation, "passage"), said(row, "note")) == ("Leica announced", "A note.")

    def test_a_citation_removed_while_it_was_changed(self, adam: Client, berta: Client) -> None:
        row, citation = self.cited()
        with recording.batch() as batch:
            batch.record(make.cite(row, make.article()))
        page = typed(berta.get(change(row)))
        save(adam, row, **{"citations-0-DELETE": "on"})
        answer = berta.post(change(row), page | {"citations-0-passage": "Leica announced"})
        assert answer.status_code == 409
        [place] = [key[:-8] for key, text in typed(answer).items() if text == "Leica announced"]
        again = berta.post(change(row), typed(answer) | {f"{place}-keep": "mine"})
        assert again.status_code == 302
        assert said(citation, "passage") == "Leica announced"


class TestGone:
    def gone(self, adam: Client, berta: Client) -> tuple[Partnership, Any]:
        row = milestone()
        page = typed(berta.get(change(row.partnership)))
        with recording.batch(User.objects.get(username="adam")) as batch:
            batch.remove(Partnership.objects.get(pk=row.partnership.pk))
        sent = page | {"scope": "Typed <i>words</i>", "milestones-0-note": "More words."}
        return row.partnership, berta.post(change(row.partnership), sent)

    def test_m2_a_save_does_not_make_it_anew(self, adam: Client, berta: Client) -> None:
        _, answer = self.gone(adam, berta)
        assert answer.status_code == 409
        assert not Partnership.objects.exists()
        text = panel(answer)
        assert "adam removed" in text
        assert "Typed &lt;i&gt;words&lt;/i&gt;" in text
        assert "More words." in text

    def test_it_can_be_restored(self, adam: Client, berta: Client) -> None:
        row, _ = self.gone(adam, berta)
        restored = berta.post(address(row, "restore", row.pk))
        assert (restored.status_code, restored.url) == (302, change(row))
        assert Partnership.objects.get().milestones.count() == 1
        assert list(history.verify()) == []

    def test_only_who_may_add_restores_it(self, adam: Client, berta: Client) -> None:
        row, _ = self.gone(adam, berta)
        user = User.objects.get(username="berta")
        user.user_permissions.remove(Permission.objects.get(codename="add_partnership"))
        assert berta.post(address(row, "restore", row.pk)).status_code == 403
        assert not Partnership.objects.exists()

    def test_nothing_is_restored_by_a_look(self, adam: Client, berta: Client) -> None:
        row, _ = self.gone(adam, berta)
        assert berta.get(address(row, "restore", row.pk)).status_code == 405

    def test_what_never_was_is_not_restored(self, berta: Client) -> None:
        answer = berta.post(address(Person, "restore", 999))
        assert answer.status_code == 302
        assert not Person.objects.exists()

    def test_a_later_save_of_a_restored_record_meets_it(self, adam: Client, berta: Client) -> None:
        row = company(legal_name="Leica AG")
        page = typed(berta.get(change(row)))
        with recording.batch() as batch:
            batch.remove(Company.objects.get(pk=row.pk))
        adam.post(address(row, "restore", row.pk))
        answer = berta.post(change(row), page | {"legal_name": "Leica GmbH"})
        assert answer.status_code == 302
        assert said(row, "legal_name") == "Leica GmbH"


class TestRemoval:
    def test_of_what_was_changed_asks_again(self, adam: Client, berta: Client) -> None:
        row = milestone()
        url = address(row.partnership, "delete", row.partnership.pk)
        seen = berta.get(url).context["seen"]
        save(adam, row.partnership, **{"milestones-0-note": "By Adam."})
        answer = berta.post(url, {"post": "yes", "seen": seen})
        assert answer.status_code == 409
        assert "By Adam." in panel(answer)
        assert Partnership.objects.exists()
        again = berta.post(url, {"post": "yes", "seen": answer.context["seen"]})
        assert again.status_code == 302
        assert not Partnership.objects.exists()

    @pytest.mark.parametrize("seen", [None, "", "0", "-1", "x", "9" * 17, "1" + "0" * 30])
    def test_that_does_not_say_what_was_seen_asks_again(
        self, berta: Client, seen: str | None
    ) -> None:
        row = make.person()
        sent = {"post": "yes"} | ({} if seen is None else {"seen": seen})
        assert berta.post(address(row, "delete", row.pk), sent).status_code == 409
        assert Person.objects.exists()


def test_unseen_rows_of_one_editor_and_statement_words_stay(adam: Client, berta: Client) -> None:
    row = make.statement("Words.", "2022", company=company())
    page = typed(berta.get(change(row)))
    save(adam, row, role="CEO")
    assert berta.post(change(row), page | {"text": "Words. … More."}).status_code in {200, 302}
    assert Statement.objects.get().role == "CEO"


def test_a_launch_with_names_is_met_as_well(adam: Client, berta: Client) -> None:
    row = make.launch("P9")
    page = typed(berta.get(change(row)))
    save(adam, row, slug="huawei-p9")
    assert berta.post(change(row), page | {"names-0-name": "Huawei P9"}).status_code == 302
    assert ProductLaunch.objects.get().slug == "huawei-p9"
    assert row.names.get().name == "Huawei P9"
