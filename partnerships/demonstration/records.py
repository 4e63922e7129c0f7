"""The records of the fixture, and the ledger of what became of each row of the facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from partnerships.demonstration.claims import Claim, claims
from partnerships.demonstration.identity import notation, public_id, slug
from partnerships.demonstration.tables import (
    FACTS,
    Place,
    Row,
    Tables,
    addresses_of,
    decided,
    listed,
    placed,
)

Record = dict[str, Any]

# Records that name others come after them: the fixture is loaded from top to bottom.
MODELS = (
    "company",
    "companyname",
    "person",
    "article",
    "partnership",
    "participation",
    "productlaunch",
    "productname",
    "milestone",
    "statement",
    "citation",
)
DESCRIBES_ONLY = "left out: it describes a company, and no claim rests on it"
SUPPORTS_NOTHING = "left out: no row of the facts rests on it"
_KINDS = {
    "co-engineering": "co-development",
    "joint development": "co-development",
    "audio tuning": "co-development",
    "software integration": "co-development",
    "design collaboration": "co-branding",
    "co-branding": "co-branding",
    "technology alliance": "strategic-alliance",
    "brand licence": "licensing",
    "technology licence": "licensing",
    "equity stake": "funding",
}


@dataclass(frozen=True, slots=True)
class Built:
    """The fixture's records in their order, and what became of each row of the facts."""

    records: list[Record]
    ledger: dict[Place, list[str]]


def build(tables: Tables) -> Built:
    """The whole demonstration. Raises FactsError where facts and decisions do not fit."""
    records = _Records(tables)
    records.add_companies()
    records.add_partnerships()
    records.add_launches()
    for claim in claims(tables):
        records.add_milestone(claim)
    records.add_articles()
    return Built([each for model in MODELS for each in records.made[model]], records.ledger)


class _Records:
    """The fixture's records by model, and the ledger, as the tables become records."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.made: dict[str, list[Record]] = {model: [] for model in MODELS}
        self.ledger: dict[Place, list[str]] = {
            place: [] for file in FACTS for place, _ in placed(tables, file)
        }
        self.addresses = addresses_of(tables)
        self.participants = {
            row["key"]: listed(row["participants"]) for row in tables["partnerships"]
        }

    def add(self, model: str, fields: dict[str, Any], *places: Place) -> None:
        """Append a record without its empty values, and enter it in the ledger."""
        filled = {name: value for name, value in fields.items() if value}
        self.made[model].append({"model": f"partnerships.{model}", "fields": filled})
        for place in dict.fromkeys(places):
            self.ledger[place].append(f"{model} {fields.get('public_id') or fields['slug']}")

    def cite(self, claim: str, claim_id: str, sources: Iterable[str]) -> None:
        for source in dict.fromkeys(sources):
            article = public_id("article", source)
            own_id = public_id("citation", claim_id, article)
            self.add("citation", {"public_id": own_id, "article": [article], claim: [claim_id]})

    def add_companies(self) -> None:
        told_anew = {row["name"]: row["description"] for row in self.tables["company-descriptions"]}
        for place, row in placed(self.tables, "companies"):
            fields = {
                "name": row["name"],
                "slug": slug(row["name"]),
                "legal_name": row["legal_name"],
                "description": told_anew.get(row["name"], row["description"]),
                "country": row["country"],
                "website": row["website"],
            }
            self.add("company", fields, place)
            self._add_name_forms(place, row)

    def _add_name_forms(self, place: Place, row: Row) -> None:
        judged = {
            each["name"]: each["decision"]
            for each in self.tables["company-names"]
            if each["company"] == row["name"]
        }
        forms: dict[str, str] = {}  # spellings that differ in capitals alone are one form
        for form in (row["name"], row["legal_name"], *listed(row["aliases"])):
            if form and judged.get(form) != "left out":
                forms.setdefault(form.casefold(), form)
        company = slug(row["name"])
        for form in forms.values():
            fields = {
                "public_id": public_id("companyname", company, form),
                "company": [company],
                "name": form,
                "ambiguous": judged.get(form) == "ambiguous",
            }
            self.add("companyname", fields, place)

    def add_partnerships(self) -> None:
        terms = {row["key"]: row for row in self.tables["partnership-terms"]}
        for place, row in placed(self.tables, "partnerships"):
            of_row = terms[row["key"]]
            kinds = [*listed(of_row["also_kinds"]), _KINDS[row["kind"]]]
            fields = {"slug": row["key"], "kinds": " ".join(kinds), "scope": of_row["scope"]}
            self.add("partnership", fields, place)
            roles = dict(pair.split("=") for pair in listed(of_row["roles"]))
            for company in self.participants[row["key"]]:
                self._add_participation(place, row, slug(company), roles.get(company, "partner"))

    def _add_participation(self, place: Place, row: Row, company: str, role: str) -> None:
        own_id = public_id("participation", row["key"], company)
        fields = {
            "public_id": own_id,
            "partnership": [row["key"]],
            "company": [company],
            "role": role,
        }
        self.add("participation", fields, place)
        self.cite("participation", own_id, [row["source_url"]])

    def add_launches(self) -> None:
        for place, row in placed(self.tables, "launches"):
            fields = {
                "slug": self.addresses[row["product"]],
                "makers": [[slug(company)] for company in self._makers(row)],
                "partnership": listed(row["partnership_key"]),
            }
            self.add("productlaunch", fields, place)
            self._add_product_name(place, row)

    def _makers(self, row: Row) -> list[str]:
        """The first company, and those that take no part in the launch's partnership."""
        first, *others = listed(row["companies"])
        partners = self.participants.get(row["partnership_key"], [])
        return [first, *(each for each in others if each not in partners)]

    def _add_product_name(self, place: Place, row: Row) -> None:
        given = {each["product"]: each for each in self.tables["product-names"]}.get(row["product"])
        name, kind = (given["name"], given["kind"]) if given else (row["product"], "official")
        address = self.addresses[row["product"]]
        told = [(place, row["source_url"])]
        for where, fact, decision in decided(self.tables):
            if row["product"] in listed(decision["names"] or fact["product"]):
                told.append((where, fact["source_url"]))
        own_id = public_id("productname", address, name)
        fields = {"public_id": own_id, "launch": [address], "name": name, "kind": kind}
        self.add("productname", fields, *(where for where, _ in told))
        self.cite("product_name", own_id, (source for _, source in told))

    def add_milestone(self, claim: Claim) -> None:
        subject, address = claim.subject
        first_source = claim.told[0][1]
        own_id = public_id(
            "milestone", address, claim.kind, claim.certainty, claim.occurred, first_source
        )
        fields = {
            "public_id": own_id,
            subject: [address],
            "kind": claim.kind,
            "certainty": claim.certainty,
            "occurred": claim.occurred,
            "due": claim.due,
            "note": claim.note,
            "rank": "preferred" if claim.preferred else "",
            "rank_reason": claim.preferred,
        }
        self.add("milestone", fields, *(place for place, _ in claim.told))
        self.cite("milestone", own_id, (source for _, source in claim.told))

    def add_articles(self) -> None:
        """Every source that is cited; the ledger says why the others are left out."""
        cited = {each["fields"]["article"][0] for each in self.made["citation"]}
        weak = {row["source_url"] for row in self.tables["weak-sources"]}
        describing = {row["source_url"] for row in self.tables["companies"]}
        for place, row in placed(self.tables, "sources"):
            own_id = public_id("article", row["source_url"])
            if own_id not in cited:
                self.ledger[place].append(
                    DESCRIBES_ONLY if row["source_url"] in describing else SUPPORTS_NOTHING
                )
                continue
            fields = {
                "public_id": own_id,
                "title": row["title"],
                "publisher": row["publisher"],
                "url": "" if row["source_url"] in weak else row["source_url"],
                "published": notation(row["published"]),
            }
            self.add("article", fields, place)
