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

import datetime
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partnerships import dates

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
Record = dict[str, Any]
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
# The seed article tells of these launches too, without a day.
IN_SEED = ("xiaomi-leica-first-flagship", "huawei-p9")

ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 12

PROMISE_NOT_DATED = "Day of the promise not recorded."
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
_GROUPS = {
    ("01", "03"): "33",
    ("04", "06"): "34",
    ("07", "09"): "35",
    ("10", "12"): "36",
    ("01", "06"): "40",
    ("07", "12"): "41",
}
_BEGINNINGS = ("announced", "began")
_ENDS = ("ended", "expired")


class FactsError(ValueError):
    """Facts and decisions that do not fit each other; the message names the row."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """One row of the facts: file and line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}.csv:{self.line}"


@dataclass(slots=True)
class Claim:
    """A milestone in the making: rows that say the same are one claim, told by several sources."""

    subject: Subject
    kind: str
    occurred: str
    told: list[tuple[Place, str]]  # the rows that say so, each with a source
    certainty: str = "stated"
    due: str = ""
    note: str = ""
    preferred: str = ""  # the reason, if it is
    expected: bool = False  # its `due` is the launch's `expected`

    @property
    def key(self) -> tuple[Subject, str, str, str]:
        return self.subject, self.kind, self.certainty, self.occurred

    @property
    def sort_day(self) -> datetime.date:
        return dates.parse(self.occurred).sort_day if self.occurred else datetime.date.min

    def take(self, other: "Claim") -> None:
        """Let the other's sources tell this claim too. Raises FactsError where they differ."""
        for name in ("due", "note", "preferred"):
            values = {getattr(self, name), getattr(other, name)} - {""}
            if len(values) > 1:
                raise FactsError(f"{other.told[0][0]}: two values of {name}: {sorted(values)}.")
            setattr(self, name, "".join(values))
        self.told += other.told
        self.expected |= other.expected


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


def claims(tables: Tables) -> list[Claim]:
    """Every milestone: partnerships, then launches, in the order of the facts, then of days."""
    gathered = _Claims(tables)
    gathered.add_decided()
    gathered.add_starts_and_ends()
    gathered.add_launches()
    places = {subject: place for place, subject in enumerate(_subjects(tables))}
    return sorted(gathered.made.values(), key=lambda each: (places[each.subject], each.sort_day))


def decided(tables: Tables) -> Iterator[tuple[Place, Row, Row]]:
    """Each row of milestones.csv with the decision on it, which stands in the same line."""
    for (place, fact), decision in zip(
        _placed(tables, "milestones"), tables["decisions"], strict=True
    ):
        row = (
            fact["partnership_key"] or fact["product"],
            *map(fact.get, ("kind", "date", "publisher")),
        )
        if row != tuple(map(decision.get, ("subject", "said", "date", "publisher"))):
            raise FactsError(f"{place}: the decision in its line is on another row.")
        yield place, fact, decision


def public_id(*identity: str) -> str:
    """Twelve characters that the same identity always gets."""
    number = int.from_bytes(hashlib.sha256("|".join(identity).encode()).digest(), "big")
    letters = ""
    for _ in range(ID_LENGTH):
        number, place = divmod(number, len(ID_ALPHABET))
        letters += ID_ALPHABET[place]
    return letters


def slug(name: str) -> str:
    """The address of a name.

    >>> slug("BlackBerry Porsche Design P'9981"), slug("Sony α100")
    ('blackberry-porsche-design-p9981', 'sony-a100')
    """
    plain = unicodedata.normalize("NFKD", name.replace("α", "a")).encode("ascii", "ignore").decode()
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", plain.lower()).strip())


def notation(text: str) -> str:
    """A date of the facts as it is stored: there, `A/B` means one day in that span.

    >>> notation("2005-04/2005-06"), notation("2014-11/2014-12"), notation("../2015-12")
    ('2005-34', '[2014-11..2014-12]', '[..2015-12-31]')
    """
    start, slash, end = text.partition("/")
    if start == "..":
        return f"[..{dates.parse(end).latest}]"
    if not slash:
        return dates.parse(text).edtf if text else ""
    group = _GROUPS.get((start[5:], end[5:])) if start[:4] == end[:4] else None
    return dates.parse(f"{start[:4]}-{group}" if group else f"[{start}..{end}]").edtf


class _Claims:
    """The milestones, by what they say, as row after row adds to them."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.made: dict[tuple[Subject, str, str, str], Claim] = {}
        self.addresses = _addresses(tables)
        self.expected = {row["product"]: notation(row["expected"]) for row in tables["launches"]}

    def add(self, claim: Claim) -> None:
        """Add it, or its sources to the claim that says the same."""
        known = self.made.setdefault(claim.key, claim)
        if known is not claim:
            known.take(claim)

    def add_decided(self) -> None:
        for place, fact, decision in decided(self.tables):
            if decision["kind"] != "name":
                self.add(self._decided(place, fact, decision))
            for product in _listed(decision["promised"]):
                self._promise(place, fact, product, notation(fact["date"]), decision["note"])
            for product in _listed(decision["recalled"]):
                self._promise(place, fact, product, "", PROMISE_NOT_DATED)

    def _decided(self, place: Place, fact: Row, decision: Row) -> Claim:
        expected = decision["due"] == "expected"
        sources = filter(None, [fact["source_url"], decision["further_source"]])
        return Claim(
            subject=self._subject(fact),
            kind=decision["kind"],
            certainty=decision["certainty"],
            occurred=notation(decision["occurred"] or fact["date"]),
            due=self.expected[fact["product"]] if expected else decision["due"],
            note=decision["note"],
            preferred=decision["preferred"],
            told=[(place, source) for source in sources],
            expected=expected,
        )

    def _subject(self, row: Row) -> Subject:
        if not row["product"]:
            return "partnership", row["partnership_key"]
        return "launch", self.addresses[row["product"]]

    def _promise(self, place: Place, row: Row, product: str, made: str, note: str) -> None:
        self.add(
            Claim(
                subject=("launch", self.addresses[product]),
                kind="announced",
                occurred=made,
                due=self.expected[product],
                note=note,
                told=[(place, row["source_url"])],
                expected=True,
            )
        )

    def add_starts_and_ends(self) -> None:
        """`announced` and `ended` of partnerships.csv: claims where none stands yet."""
        terms = {row["key"]: row for row in self.tables["partnership-terms"]}
        for place, row in _placed(self.tables, "partnerships"):
            subject, of_row = ("partnership", row["key"]), terms[row["key"]]
            start = Claim(
                subject=subject,
                kind="announced",
                occurred=notation(row["announced"]),
                told=[(place, row["source_url"])],
            )
            self._add_if_new(start, _BEGINNINGS, of_row["source_says"] == "announced")
            if row["ended"]:
                end = Claim(
                    subject=subject,
                    kind="ended",
                    occurred=notation(row["ended"]),
                    note=of_row["ended_note"],
                    told=[(place, of_row["ended_source"] or row["source_url"])],
                )
                self._add_if_new(end, _ENDS, of_row["source_says"] == "ended")

    def _add_if_new(self, claim: Claim, kinds: Sequence[str], tells: bool) -> None:
        """Add it where no stated claim of these kinds stands; one of the same day takes its source
        if that tells of it."""
        standing = [
            each
            for each in self.made.values()
            if (each.subject, each.certainty) == (claim.subject, "stated") and each.kind in kinds
        ]
        if not standing:
            self.add(claim)
        for each in standing:
            if tells and each.occurred == claim.occurred:
                each.take(claim)

    def add_launches(self) -> None:
        for place, row in _placed(self.tables, "launches"):
            subject = ("launch", self.addresses[row["product"]])
            if row["launched"]:
                self._launched(place, row, subject)
            if row["expected"]:
                self._expected(place, row, subject)

    def _launched(self, place: Place, row: Row, subject: Subject) -> None:
        day = notation(row["launched"])
        self.add(
            Claim(subject=subject, kind="launched", occurred=day, told=[(place, row["source_url"])])
        )
        same = (subject, "launched", "stated")
        others = [key[-1] for key in self.made if key[:3] == same and key[-1] != day]
        if others or subject[1] in IN_SEED:
            self.made[*same, day].preferred = _reason(day, others)

    def _expected(self, place: Place, row: Row, subject: Subject) -> None:
        """The promise in launches.csv, where no row of milestones.csv makes or recalls it."""
        made = [each for each in self.made.values() if each.subject == subject and each.expected]
        if not made:
            self._promise(place, row, row["product"], "", PROMISE_NOT_DATED)
        elif not row["launched"] and row["status"] != "denied":
            made[0].told.append((place, row["source_url"]))  # there it supports the promise


class _Records:
    """The fixture's records by model, and the ledger, as the tables become records."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.made: dict[str, list[Record]] = {model: [] for model in MODELS}
        self.ledger: dict[Place, list[str]] = {
            place: [] for file in FACTS for place, _ in _placed(tables, file)
        }
        self.addresses = _addresses(tables)
        self.participants = {
            row["key"]: _listed(row["participants"]) for row in tables["partnerships"]
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
        for place, row in _placed(self.tables, "companies"):
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
        for form in (row["name"], row["legal_name"], *_listed(row["aliases"])):
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
        for place, row in _placed(self.tables, "partnerships"):
            of_row = terms[row["key"]]
            kinds = [*_listed(of_row["also_kinds"]), _KINDS[row["kind"]]]
            fields = {"slug": row["key"], "kinds": " ".join(kinds), "scope": of_row["scope"]}
            self.add("partnership", fields, place)
            roles = dict(pair.split("=") for pair in _listed(of_row["roles"]))
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
        for place, row in _placed(self.tables, "launches"):
            fields = {
                "slug": self.addresses[row["product"]],
                "makers": [[slug(company)] for company in self._makers(row)],
                "partnership": _listed(row["partnership_key"]),
            }
            self.add("productlaunch", fields, place)
            self._add_product_name(place, row)

    def _makers(self, row: Row) -> list[str]:
        """The first company, and those that take no part in the launch's partnership."""
        first, *others = _listed(row["companies"])
        partners = self.participants.get(row["partnership_key"], [])
        return [first, *(each for each in others if each not in partners)]

    def _add_product_name(self, place: Place, row: Row) -> None:
        given = {each["product"]: each for each in self.tables["product-names"]}.get(row["product"])
        name, kind = (given["name"], given["kind"]) if given else (row["product"], "official")
        address = self.addresses[row["product"]]
        told = [(place, row["source_url"])]
        for where, fact, decision in decided(self.tables):
            if row["product"] in _listed(decision["names"] or fact["product"]):
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
        for place, row in _placed(self.tables, "sources"):
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


def _subjects(tables: Tables) -> Iterator[Subject]:
    yield from (("partnership", row["key"]) for row in tables["partnerships"])
    yield from (("launch", address) for address in _addresses(tables).values())


def _addresses(tables: Tables) -> dict[str, str]:
    """The slug of each product's launch."""
    given = {row["product"]: row["slug"] for row in tables["product-names"]}
    products = [row["product"] for row in tables["launches"]]
    return {product: given.get(product) or slug(product) for product in products}


def _reason(day: str, others: Sequence[str]) -> str:
    """Why the launch's day in launches.csv is preferred to the other days."""
    exact = dates.parse(day)
    vaguer = [dates.parse(each).overlaps(exact.earliest, exact.latest) for each in others]
    return "It gives the day." if all(vaguer) else "It is the first unveiling."


def _listed(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _placed(tables: Tables, file: str) -> Iterator[tuple[Place, Row]]:
    """The rows with their places; line 1 of each file is its header."""
    for line, row in enumerate(tables[file], start=2):
        yield Place(file, line), row
