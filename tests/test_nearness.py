"""Which records an unknown name is offered as the same as."""

import pytest

from partnerships import filing
from partnerships.models import Company, CompanyName, Person, ProductLaunch
from tests import factories

pytestmark = pytest.mark.django_db


def offered(name: str) -> list[str]:
    return [str(each) for each in filing.near(Company, [name])[name]]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        pytest.param("Leica Camera", "Leica Camera AG", id="a legal form added"),
        pytest.param("Leica Camera AG", "Leica Camera GmbH", id="another legal form"),
        pytest.param("Leica Camera AG", "Leica Camera", id="without its legal form"),
        pytest.param("Leica", "Leica Camera AG", id="the full form"),
        pytest.param("Leica Camera", "Leica", id="the short form"),
        pytest.param("Xiaomi", "Xiaomii", id="a letter more"),
        pytest.param("Bang & Olufsen", "Bang and Olufsen", id="spelt out"),
        pytest.param("Apple", "Аpple", id="a letter of another script"),
    ],
)
def test_a_company_that_is_spelt_otherwise_is_offered(known: str, name: str) -> None:
    factories.company(known, slug="known")
    assert offered(name) == [known]


@pytest.mark.parametrize(
    ("known", "further", "name"),
    [
        pytest.param("Motorola", "Lenovo Moto", "Lenovo", id="begins a further form"),
        pytest.param("Motorola", "Moto", "Moto Guzzi", id="begins with a further form"),
        pytest.param("Studio 21", "Twenty-one", "Studio 22", id="another number"),
        pytest.param("Leica", "Ernst Leitz", "Lei", id="the beginning of a word"),
        pytest.param("Camera Leica", "Leitz", "Leica", id="the end of a name"),
    ],
)
def test_another_company_is_not_offered(known: str, further: str, name: str) -> None:
    factories.record(CompanyName(company=factories.company(known), name=further))
    assert offered(name) == []


def test_a_further_form_that_is_spelt_otherwise_is_offered() -> None:
    motorola = factories.company("Motorola")
    factories.record(CompanyName(company=motorola, name="Lenovo Moto"))
    assert offered("Lenovo Moto Ltd") == ["Motorola"]


def test_the_legal_name_counts_as_the_company_s_own() -> None:
    factories.company("BMW", legal_name="Bayerische Motoren Werke AG")
    assert offered("Bayerische Motoren Werke Aktiengesellschaft") == ["BMW"]


def test_the_nearest_come_first_and_four_at_most() -> None:
    for name in ("Norr Cameras", "Norr Cars", "Norr Phones", "Norr Lenses", "Norr"):
        factories.company(name)
    assert offered("Norr Phone")[0] == "Norr Phones"
    assert len(offered("Norr A")) <= len(offered("Norr Inc")) == 4


def test_people_and_products_are_near_by_spelling_alone() -> None:
    factories.person("Matthias Harsch")
    phone = factories.launch("Xiaomi 12 Ultra", factories.company("Xiaomi"))
    people = filing.near(Person, ["Mathias Harsch", "Matthias"])
    products = filing.near(ProductLaunch, ["Xiaomi 12S Ultra", "Xiaomi 13 Ultra", "Xiaomi 12"])
    assert [len(each) for each in people.values()] == [1, 0]
    assert products == {"Xiaomi 12S Ultra": [phone], "Xiaomi 13 Ultra": [], "Xiaomi 12": []}


def test_as_many_questions_for_one_name_as_for_ten(django_assert_num_queries: object) -> None:
    for number in range(12):
        factories.launch(f"Phone {number} Ultra", factories.company(f"Maker {number}"))
    for names in (["Phone 1 Ultr"], [f"Phone {number} Ultr" for number in range(10)]):
        with django_assert_num_queries(4):  # type: ignore[operator]
            filing.near(ProductLaunch, names)
