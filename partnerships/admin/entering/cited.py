"""What an article is cited for already, to choose from while more is entered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from partnerships.models import (
    Citation,
    Partnership,
    ProductLaunch,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What an article is cited for already: the partnerships and launches to choose from, and what
    was entered last, whose subject, company and day often serve again."""

    partnerships: dict[int, Partnership]
    launches: dict[int, ProductLaunch]
    last: Any = None

    @classmethod
    def of(cls, citations: Iterable[Citation], last: str) -> "Cited":
        """From all citations of the article; `last` is the id of one of them, as an address has
        it."""
        partnerships: dict[int, Partnership] = {}
        launches: dict[int, ProductLaunch] = {}
        claim = None
        for citation in sorted(citations, key=lambda each: each.pk):
            for partnership in filter(None, [_partnership(citation.claim)]):
                partnerships[partnership.pk] = partnership
            for launch in filter(None, [_launch(citation.claim)]):
                launches[launch.pk] = launch
            claim = citation.claim if str(citation.pk) == last else claim
        return cls(partnerships, launches, claim)

    @property
    def last_partnership(self) -> Partnership | None:
        launch = self.last_launch
        return _partnership(self.last) or (launch.partnership if launch else None)

    @property
    def last_launch(self) -> ProductLaunch | None:
        return _launch(self.last)

    @property
    def last_company(self) -> str:
        company = getattr(self.last, "company", None)
        return str(company.name) if company and isinstance(self.last, Statement) else ""


def _partnership(claim: Any) -> Partnership | None:
    found: Partnership | None = getattr(claim, "partnership", None)
    return found


def _launch(claim: Any) -> ProductLaunch | None:
    found: ProductLaunch | None = getattr(claim, "launch", None)
    return found
