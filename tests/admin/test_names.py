"""Names as they are typed, however odd: one for each thing, and never an error of ours.

The letters and numbers are those of the catalogue of inputs that the issues speak of."""

from typing import Any

import pytest
from django.test import Client

from partnerships.models import Batch, Company, CompanyName, FormerAddress, Person
from partnerships.models.names import bare_key, skeleton
from tests import factories
from tests.admin import address, problems, rows, send, typed

pytestmark = pytest.mark.django_db


def enter(client: Client, name: str, **more: Any) -> Any:
    return send(client, address(Company, "add"), name=name, **more)


@pytest.mark.parametrize(
    ("known", "typed_name"),
    [
        pytest.param("Café", "Cafe\u0301", id="N1 NFD"),
        pytest.param("Café", "CAFÉ", id="N1 upper case"),
        pytest.param("ACME", "ＡＣＭＥ", id="N3 fullwidth"),
        pytest.param("Apple", "\u202eApp\u200ble", id="P11 invisible"),
        pytest.param("Apple", "App\0le\x1b", id="P5 P6 control characters"),
    ],
)
def test_two_spellings_are_one_name(client: Client, known: str, typed_name: str) -> None:
    factories.company(known, slug="known")
    assert problems(enter(client, typed_name))
    assert Company.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "kept", "slug"),
    [
        pytest.param("Cafe\u0301", "Café", "cafe", id="N1"),
        pytest.param("東京", "東京", "company", id="N4 no letter"),
        pytest.param("!!!", "!!!", "company", id="N4 no word"),
        *(
            pytest.param(word.title(), word.title(), f"{word}-company", id=f"N4 {word}")
            for word in ("admin", "api", "feed", "add", "search")
        ),
        *(pytest.param(f"{sign}Sum", f"{sign}Sum", "sum", id=f"N7 {sign}") for sign in "=+@"),
        pytest.param("-Sum", "-Sum", "sum", id="N7 minus"),
        pytest.param("\tSum", "Sum", "sum", id="N7 tab"),
        pytest.param("\u202eelppA", "elppA", "elppa", id="P11"),
        pytest.param("x" * 200, "x" * 200, "x" * 76, id="N6 as long as it may be"),
        pytest.param("Z" + "\u0351" * 8, "Z" + "\u0351" * 8, "z", id="P19 eight marks"),
        pytest.param("<b>Bold</b>", "<b>Bold</b>", "bboldb", id="P8"),
        pytest.param("{{ 7*7 }}", "{{ 7*7 }}", "77", id="P9"),
    ],
)
def test_a_name_is_kept(client: Client, name: str, kept: str, slug: str) -> None:
    assert enter(client, name).status_code == 302
    company = Company.objects.get()
    assert (company.name, company.slug) == (kept, slug)
    assert client.get(company.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param("", "This field is required.", id="P1 empty"),
        pytest.param("\u200b \u2060", "This field is required.", id="P1 invisible"),
        pytest.param("x" * 201, "Ensure this value has at most 200", id="N6 201"),
        pytest.param("x" * 9_000, "Ensure this value has at most 200", id="N6 9,000"),
        pytest.param("Z" + "\u0351" * 9, "It has more than 8 marks", id="P19 nine marks"),
        pytest.param("Z" + "\u0351" * 1000, "It has more than 8 marks", id="P19 a thousand"),
    ],
)
def test_a_name_is_refused_beside_its_field(client: Client, name: str, problem: str) -> None:
    answer: Any = enter(client, name, slug="slug")
    assert [each[: len(problem)] for each in answer.context["adminform"].form.errors["name"]] == [
        problem
    ]
    assert typed(answer)["name"] == name
    assert not Company.objects.exists()


def test_an_address_that_the_site_needs_is_refused(client: Client) -> None:
    assert problems(enter(client, "Admin", slug="admin")) == [
        "The site needs this address itself: take another."
    ]


class TestLookAlikes:
    """N2."""

    APPLE = "Аpple"  # with a Cyrillic А

    @pytest.fixture(autouse=True)
    def apple(self) -> Company:
        return factories.company("Apple")

    def test_are_pointed_out(self, client: Client) -> None:
        answer = enter(client, self.APPLE)
        assert problems(answer) == [
            "“Аpple” looks like “Apple”. If it is another, tick the box that says so."
        ]
        assert '<input type="checkbox" name="is_another"' in answer.content.decode()
        assert not Company.objects.filter(name=self.APPLE).exists()

    def test_are_kept_once_confirmed_and_the_history_says_so(self, client: Client) -> None:
        assert enter(client, self.APPLE, is_another="on").status_code == 302
        assert Company.objects.filter(name=self.APPLE).exists()
        assert Batch.objects.latest("pk").comment == (
            "Confirmed: “Аpple” looks like “Apple”, and is another."
        )

    def test_are_pointed_out_among_the_other_forms_of_a_name(self, client: Client) -> None:
        answer = enter(client, "Pear", **rows("names", {"name": self.APPLE}))
        assert len(problems(answer)) == 1
        assert not CompanyName.objects.filter(name=self.APPLE).exists()

    def test_are_not_asked_for_again(self, client: Client) -> None:
        enter(client, self.APPLE, is_another="on")
        company = Company.objects.get(name=self.APPLE)
        answer = send(client, address(Company, "change", company.pk), country="US")
        assert answer.status_code == 302

    def test_no_box_stands_where_nothing_looks_alike(self, client: Client) -> None:
        html = client.get(address(Company, "add")).content.decode()
        assert '<input type="hidden" name="is_another"' in html

    def test_of_people_are_pointed_out_too(self, client: Client) -> None:
        factories.person()
        url = address(Person, "add")
        assert len(problems(send(client, url, name="Matthias Harsch"))) == 1
        answer = send(client, url, name="Matthias Harsch", is_another="on")
        assert answer.status_code == 302
        assert Person.objects.count() == 2


@pytest.mark.parametrize("other", ["Xіaomi", "ΧIAOMI", "Xiаоmi", "Xlaomi", "ＸＩＡＯＭＩ"])
def test_names_that_look_alike_have_one_skeleton(other: str) -> None:
    assert skeleton(other) == skeleton("Xiaomi")


@pytest.mark.parametrize("other", ["Xiaomo", "Xiomi", "Leica"])
def test_names_that_look_different_have_not(other: str) -> None:
    assert skeleton(other) != skeleton("Xiaomi")


@pytest.mark.parametrize("name", ["Leica Camera", "Leica Camera A.G.", "LEICA CAMERA Co., Ltd."])
def test_legal_forms_are_no_part_of_a_bare_key(name: str) -> None:
    assert bare_key(name) == "leica camera"


def test_a_name_that_is_a_legal_form_keeps_it() -> None:
    assert bare_key("AG") == "ag"


def test_a_name_that_another_editor_took_meanwhile_is_a_form_error(client: Client) -> None:
    """N8: A is renamed B while another enters B."""
    company = factories.company("A")
    url = address(Company, "change", company.pk)
    sent = typed(client.get(url)) | {"name": "B"}
    factories.company("B")
    answer = client.post(url, sent)
    assert answer.status_code == 200
    assert problems(answer) == [
        "“B” is a name of B already. If texts mean either, mark it ambiguous there first."
    ]
    company.refresh_from_db()
    assert company.name == "A"


def test_an_address_that_leads_to_another_record_is_not_given_again(client: Client) -> None:
    zeiss = factories.company("ZEISS")
    factories.record(FormerAddress(slug="carl-zeiss", name="Carl Zeiss", company=zeiss))
    assert enter(client, "Carl Zeiss").status_code == 302
    assert Company.objects.get(name="Carl Zeiss").slug == "carl-zeiss-2"
