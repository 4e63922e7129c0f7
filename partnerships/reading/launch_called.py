"""Products by what a text calls them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from partnerships.reading.launch_parts import Product


@dataclass
class ByName:
    """The products by their names in small letters; a name is found by its end as well."""

    names: dict[str, Product] = field(default_factory=dict)
    ends: dict[str, list[str]] = field(default_factory=dict)  # the names that end so

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def add(self, name: str, product: Product) -> None:
        if name not in self.names:
            for end in _ends(name):
                self.ends.setdefault(end, []).append(name)
        self.names[name] = product

    def find(self, name: str) -> Product | None:
        return self.names.get(name) or self._by_part(name)

    def _by_part(self, name: str) -> Product | None:
        """“The Prickle” is the Hoot Prickle: the end of one name that is known."""
        names = [*self.ends.get(name, ()), *(end for end in _ends(name) if end in self.names)]
        fits = {id(self.names[each]): self.names[each] for each in names}
        return next(iter(fits.values())) if len(fits) == 1 else None


def _ends(name: str) -> Iterator[str]:
    """“prickle 2” and “2” of “hoot prickle 2”."""
    _, _, rest = name.partition(" ")
    while rest:
        yield rest
        _, _, rest = rest.partition(" ")
