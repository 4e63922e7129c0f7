"""Records whose names are so near to an unknown one that they may be the same thing. That is asked
of an editor, never taken for granted."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from partnerships.models import Company, CompanyName, Person, ProductLaunch, ProductName, name_key
from partnerships.models.names import bare_key, skeleton

VERY_NEAR = 88  # of 100, by Levenshtein distance
MOST_NEAR = 4
DIGITS = re.compile(r"\d+")


class Form(NamedTuple):
    """A name, the id of the record that goes by it, and whether it is a company's own: the one
    that people call it or its legal one, not a further form such as “Lenovo Moto” for Motorola."""

    name: str
    pk: int
    own: bool = False


def near(model: Any, names: Iterable[str]) -> dict[str, list[Any]]:
    """By each of the names: the companies, people or launches that go by one which is near to it,
    the nearest first, at most `MOST_NEAR`. Their names are read once for all."""
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return {}
    neighbours = _Neighbours(name_forms(model), _company_key if model is Company else name_key)
    ids = {name: neighbours.of(name) for name in wanted}
    rows = _rows(model).in_bulk({pk for each in ids.values() for pk in each})
    return {name: [rows[pk] for pk in each if pk in rows] for name, each in ids.items()}


def name_forms(model: Any) -> list[Form]:
    """All names that records of the kind go by."""
    return FORMS[model]()


class _Neighbours:
    """The names of all records of a kind, to hold others against; `key` makes of a name what is
    compared."""

    def __init__(self, known: list[Form], key: Callable[[str], str]) -> None:
        self.known = known
        self.key = key
        self.keys = [key(form.name) for form in known]
        self.looks: defaultdict[str, list[int]] = defaultdict(list)
        for place, form in enumerate(known):
            self.looks[skeleton(form.name)].append(place)

    def of(self, name: str) -> list[int]:
        """The ids of the records with a name that looks the same, that differs by a letter or by a
        legal form, or that is a company's own and the beginning of this one, or begins with it."""
        key = self.key(name)
        places = [*self.looks.get(skeleton(name), ()), *self._spelt_like(key)]
        places += [
            place
            for place, form in enumerate(self.known)
            if form.own and _begins(key, self.keys[place])
        ]
        return list(dict.fromkeys(self.known[place].pk for place in places))[:MOST_NEAR]

    def _spelt_like(self, key: str) -> Iterator[int]:
        """A product of another number is another product."""
        numbers = DIGITS.findall(key)
        found = process.extract(
            key, self.keys, scorer=fuzz.ratio, score_cutoff=VERY_NEAR, limit=None
        )
        return (place for _, _, place in found if DIGITS.findall(self.keys[place]) == numbers)


def _company_key(name: str) -> str:
    """Without legal forms, and “Bang & Olufsen” like “Bang and Olufsen”."""
    return bare_key(f" {name} ".replace(" and ", " & "))


def _begins(one: str, other: str) -> bool:
    return one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _rows(model: Any) -> Any:
    """With what tells two of them apart."""
    if model is ProductLaunch:
        return ProductLaunch.objects.prefetch_related("names", "makers")
    return model.objects.all()


def _company_forms() -> list[Form]:
    found = CompanyName.objects.values_list(
        "name", "company", "company__name", "company__legal_name"
    )
    return [Form(name, pk, own=name in {known_as, legal}) for name, pk, known_as, legal in found]


def _product_forms() -> list[Form]:
    return [Form(*each) for each in ProductName.objects.values_list("name", "launch")]


def _people_forms() -> list[Form]:
    return [Form(*each) for each in Person.objects.values_list("name", "pk")]


FORMS: dict[Any, Callable[[], list[Form]]] = {
    Company: _company_forms,
    Person: _people_forms,
    ProductLaunch: _product_forms,
}
