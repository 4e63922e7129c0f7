"""The demonstration's records, made from the facts in fixtures/facts and the decisions beside them.

The facts are tables of short statements with a source each. What a row becomes where its words
leave that open stands in tables of ours:

- decisions: a line for each line of milestones.csv: what it says happened and how surely, on which
  day if not the row's (rows that come to the same kind, certainty and day are one claim with
  several citations; kind `name` supports a product's name alone), the day it promises (`expected`:
  the launch's of launches.csv), other products that it promises, or recalls a promise of, the
  products that it names (`-`: none; empty: its own), and the note, which tells nothing later.
- partnership-terms: further kinds, roles other than partner, the scope, and whether the row's own
  source tells of the beginning or of the end.
- company-descriptions, company-names, product-names, weak-sources: descriptions told anew, aliases
  that are no name forms or mean others too, launches whose name or address is not the facts', and
  sources that no page should link.

A promise whose own day nobody gives is a milestone *announced* without a day. It cites the row that
recalls it, otherwise the source of its row in launches.csv. A delay carries the new day that its
row names, if any. Sources on which no claim rests become no articles; the ledger lists them.
"""

from partnerships.demonstration.identity import ID_ALPHABET, ID_LENGTH, notation, public_id, slug
from partnerships.demonstration.records import (
    DESCRIBES_ONLY,
    MODELS,
    SUPPORTS_NOTHING,
    Built,
    build,
)
from partnerships.demonstration.tables import DECISIONS, FACTS, FactsError, Place, Row, Tables

__all__ = [
    "DECISIONS",
    "DESCRIBES_ONLY",
    "FACTS",
    "ID_ALPHABET",
    "ID_LENGTH",
    "MODELS",
    "SUPPORTS_NOTHING",
    "Built",
    "FactsError",
    "Place",
    "Row",
    "Tables",
    "build",
    "notation",
    "public_id",
    "slug",
]
