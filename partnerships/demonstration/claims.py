"""The milestones: rows that say the same become one claim, told by several sources."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from partnerships import dates
from partnerships.demonstration.identity import notation
from partnerships.demonstration.tables import (
    FactsError,
    Place,
    Row,
    Subject,
    Tables,
    addresses_of,
    decided,
    listed,
    placed,
    subjects,
)

# The seed article tells of these launches too, without a day.
IN_SEED = ("xiaomi-leica-first-flagship", "huawei-p9")
PROMISE_NOT_DATED = "Day of the promise not recorded."
_BEGINNINGS = ("announced", "began")
_ENDS = ("ended", "expired")


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


def claims(tables: Tables) -> list[Claim]:
    """Every milestone: partnerships, then launches, in the order of the facts, then of days."""
    gathered = _Claims(tables)
    gathered.add_decided()
    gathered.add_starts_and_ends()
    gathered.add_launches()
    places = {subject: place for place, subject in enumerate(subjects(tables))}
    return sorted(gathered.made.values(), key=lambda each: (places[each.subject], each.sort_day))


class _Claims:
    """The milestones, by what they say, as row after row adds to them."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.made: dict[tuple[Subject, str, str, str], Claim] = {}
        self.addresses = addresses_of(tables)
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
            for product in listed(decision["promised"]):
                self._promise(place, fact, product, notation(fact["date"]), decision["note"])
            for product in listed(decision["recalled"]):
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
        for place, row in placed(self.tables, "partnerships"):
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
        for place, row in placed(self.tables, "launches"):
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


def _reason(day: str, others: Sequence[str]) -> str:
    """Why the launch's day in launches.csv is preferred to the other days."""
    exact = dates.parse(day)
    vaguer = [dates.parse(each).overlaps(exact.earliest, exact.latest) for each in others]
    return "It gives the day." if all(vaguer) else "It is the first unveiling."
