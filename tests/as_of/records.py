"""The records as plain rows, and what was known of them on a day."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from partnerships import dates
from partnerships.models import (
    Article,
    Citation,
    Milestone,
    Participation,
    ProductLaunch,
    ProductName,
    Statement,
)

Row = dict[str, Any]


def span(edtf: str) -> tuple[datetime.date | None, datetime.date | None]:
    """The earliest and the latest day of a date; two of None where there is no date."""
    if not edtf:
        return None, None
    when = dates.parse(edtf)
    return when.earliest, when.latest


def by_id(rows: Iterable[Row]) -> dict[int, Row]:
    return {row["id"]: row for row in rows}


@dataclass
class Records:
    """The records as plain rows, and for each claim the day from which it is known."""

    articles: dict[int, Row] = field(default_factory=dict)
    milestones: dict[int, Row] = field(default_factory=dict)
    statements: dict[int, Row] = field(default_factory=dict)
    names: dict[int, Row] = field(default_factory=dict)
    participations: dict[int, Row] = field(default_factory=dict)
    launches: dict[int, Row] = field(default_factory=dict)
    cited: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls) -> "Records":
        records = cls(
            articles=by_id(Article.objects.values("id", "published", "publisher", "text")),
            milestones=by_id(Milestone.objects.values()),
            statements=by_id(Statement.objects.values()),
            names=by_id(ProductName.objects.values()),
            participations=by_id(Participation.objects.values()),
            launches=by_id(ProductLaunch.objects.values()),
        )
        for row in records.launches.values():
            row["makers"] = []
        for launch, company in ProductLaunch.makers.through.objects.values_list(
            "productlaunch", "company"
        ):
            records.launches[launch]["makers"].append(company)
        for citation in Citation.objects.values():
            for claim in ("milestone", "statement", "participation", "product_name"):
                if citation[f"{claim}_id"]:
                    records.cited[claim, citation[f"{claim}_id"]].append(citation["article_id"])
        for row in records.articles.values():
            row["out"] = span(row["published"])[1]
        records._find_known_days()
        return records

    def _find_known_days(self) -> None:
        for row in self.milestones.values():
            row["from"], row["to"] = span(row["occurred"])
            row["due_from"], row["due_to"] = span(row["due"])
            last = row["to"] or row["due_to"]
            row["known"] = self._known("milestone", row["id"], row["from"], last)
        for row in self.statements.values():
            row["from"], row["to"] = span(row["said"])
            row["known"] = self._known("statement", row["id"], row["from"], row["to"])
        for row in self.participations.values():
            row["known"] = self._first(self._about(row["partnership_id"]))
        for row in self.names.values():
            row["known"] = self._name_known(row)

    def _known(
        self, claim: str, pk: int, first: datetime.date | None, last: datetime.date | None
    ) -> datetime.date | None:
        """When an article said so, but not before it began; unreported, when it was over."""
        reports = [self.articles[each]["out"] for each in self.cited[claim, pk]]
        reports = [day for day in reports if day]
        if not reports:
            return last
        return max(min(reports), first) if first else min(reports)

    def _about(self, partnership: int) -> Iterator[Row]:
        """The claims about a partnership, about its launches, and what was said of it."""
        launches = {pk for pk, row in self.launches.items() if row["partnership_id"] == partnership}
        for row in self.milestones.values():
            if row["partnership_id"] == partnership or row["launch_id"] in launches:
                yield row
        for row in self.statements.values():
            if row["partnership_id"] == partnership:
                yield row

    def _name_known(self, row: Row) -> datetime.date | None:
        """With the first article that gives it; an undated one counts from the first claim about
        the launch that cites it too; without any of these with the launch."""
        claims = [
            each for each in self.milestones.values() if each["launch_id"] == row["launch_id"]
        ]
        days = []
        for article in self.cited["product_name", row["id"]]:
            same = [each for each in claims if article in self.cited["milestone", each["id"]]]
            days.append(self.articles[article]["out"] or self._first(same))
        return min(filter(None, days), default=self._first(claims))

    @staticmethod
    def _first(rows: Iterable[Row]) -> datetime.date | None:
        return min(filter(None, (row["known"] for row in rows)), default=None)

    # What was known on a day

    def of_partnership(self, pk: int, day: datetime.date) -> list[Row]:
        return [row for row in known(self.milestones.values(), day) if row["partnership_id"] == pk]

    def of_launch(self, pk: int, day: datetime.date) -> list[Row]:
        return [row for row in known(self.milestones.values(), day) if row["launch_id"] == pk]

    def concerned(self, row: Row) -> set[int]:
        """The companies on whose timelines the claim stands."""
        partnership, companies = row["partnership_id"], set()
        if "said" in row:
            companies.add(row["company_id"])
        elif row["launch_id"]:
            companies.update(self.launches[row["launch_id"]]["makers"])
            partnership = self.launches[row["launch_id"]]["partnership_id"]
        for each in self.participations.values():
            if partnership and each["partnership_id"] == partnership:
                companies.add(each["company_id"])
        return companies - {None}

    def name(self, launch: int, day: datetime.date) -> str:
        rows = [row for row in known(self.names.values(), day) if row["launch_id"] == launch]
        for kind in ("official", "rumoured", "descriptive"):
            of_kind = [row for row in rows if row["kind"] == kind]
            if of_kind:
                return str(max(of_kind, key=lambda row: (row["known"], row["id"]))["name"])
        return "a product not yet named"

    def sources(self, claim: str, pk: int, day: datetime.date) -> list[int]:
        """The articles that were out, or undated ones where no dated one says so."""
        cited = self.cited[claim, pk]
        dated = [each for each in cited if self.articles[each]["out"]]
        out = [each for each in dated if self.articles[each]["out"] <= day]
        return sorted(out if dated else cited)


def known(rows: Iterable[Row], day: datetime.date) -> list[Row]:
    return [row for row in rows if row["known"] and row["known"] <= day]


def entries(rows: list[Row]) -> list[Row]:
    """Those that stand for themselves: not those beside which one is preferred."""

    def family(row: Row) -> tuple[Any, ...]:
        return tuple(row[name] for name in ("partnership_id", "launch_id", "kind", "certainty"))

    preferred = {family(row) for row in rows if row["rank"] == "preferred"}
    return [row for row in rows if row["rank"] == "preferred" or family(row) not in preferred]
