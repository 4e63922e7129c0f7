"""The tables of facts and of decisions, row by row, with their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnerships.demonstration.identity import slug

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
Subject = tuple[str, str]  # "partnership" or "launch", and its slug

FACTS = ("companies", "partnerships", "milestones", "launches", "sources")
DECISIONS = (
    "decisions",
    "partnership-terms",
    "company-descriptions",
    "company-names",
    "product-names",
    "weak-sources",
)


class FactsError(ValueError):
    """Facts and decisions that do not fit each other; the message names the row."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """One row of the facts: file and line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}.csv:{self.line}"


def decided(tables: Tables) -> Iterator[tuple[Place, Row, Row]]:
    """Each row of milestones.csv with the decision on it, which stands in the same line."""
    for (place, fact), decision in zip(
        placed(tables, "milestones"), tables["decisions"], strict=True
    ):
        row = (
            fact["partnership_key"] or fact["product"],
            *map(fact.get, ("kind", "date", "publisher")),
        )
        if row != tuple(map(decision.get, ("subject", "said", "date", "publisher"))):
            raise FactsError(f"{place}: the decision in its line is on another row.")
        yield place, fact, decision


def subjects(tables: Tables) -> Iterator[Subject]:
    """What milestones are about, in the order of the facts."""
    yield from (("partnership", row["key"]) for row in tables["partnerships"])
    yield from (("launch", address) for address in addresses_of(tables).values())


def addresses_of(tables: Tables) -> dict[str, str]:
    """The slug of each product's launch."""
    given = {row["product"]: row["slug"] for row in tables["product-names"]}
    products = [row["product"] for row in tables["launches"]]
    return {product: given.get(product) or slug(product) for product in products}


def listed(cell: str) -> list[str]:
    """The parts of a cell that has several: “Xiaomi;Leica”."""
    return [part for part in cell.split(";") if part]


def placed(tables: Tables, file: str) -> Iterator[tuple[Place, Row]]:
    """The rows with their places; line 1 of each file is its header."""
    for line, row in enumerate(tables[file], start=2):
        yield Place(file, line), row
