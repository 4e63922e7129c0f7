"""What was found, with all that a page shows of it."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import prefetch_related_objects
from django.db.models.functions import Substr

from partnerships import timeline
from partnerships.models import (
    Article,
    Company,
    Milestone,
    Participation,
    Person,
    ProductLaunch,
    ProductName,
    Statement,
    listing,
)
from partnerships.models.launch import UNNAMED, best_first
from partnerships.models.vocabulary import NameKind, SearchKind
from partnerships.search.documents import READ
from partnerships.search.excerpts import Marker, Part
from partnerships.search.ranking import Hit


class OtherName(NamedTuple):
    """Another name that a record goes or went by, and how: “rumoured as”."""

    how: str
    parts: list[Part]


@dataclass(slots=True)
class Result:
    """A record with its marked words; `about` is what stands beside its name."""

    kind: SearchKind
    record: Any
    title: list[Part] = field(default_factory=list)
    also: list[OtherName] = field(default_factory=list)
    about: str = ""
    excerpt: list[Part] = field(default_factory=list)
    # Of a statement whose words appeared several times: all that have them, the first first.
    appearances: list[Statement] = field(default_factory=list)
    rumoured: bool = False  # the name that is its title

    @property
    def repetitions(self) -> int:
        """How often its words appeared again."""
        return len(self.appearances) - 1

    @property
    def marked(self) -> list[OtherName]:
        """The other names by which it was found."""
        return [name for name in self.also if any(part.marked for part in name.parts)]

    @property
    def parts(self) -> list[Part]:
        """All that may be marked."""
        return [*self.title, *(part for name in self.also for part in name.parts), *self.excerpt]


class Records:
    """The records of some hits as they were known on a day, in nine queries at most."""

    def __init__(self, hits: Collection[Hit], as_of: datetime.date | None) -> None:
        self.as_of = as_of
        self.ids: defaultdict[SearchKind, set[int]] = defaultdict(set)
        for hit in hits:
            self.ids[hit.kind].add(hit.record)
        said = self._statements({hit.first for hit in hits if hit.kind == SearchKind.STATEMENT})
        self.appearances = timeline.several_times(said)
        companies = Company.objects.prefetch_related("names")
        articles: Any = Article.objects.without_text().annotate(beginning=Substr("text", 1, READ))
        self.of: dict[SearchKind, dict[int, Any]] = {
            SearchKind.BRAND: companies.in_bulk(self.ids[SearchKind.BRAND]),
            SearchKind.PERSON: Person.objects.in_bulk(self.ids[SearchKind.PERSON]),
            SearchKind.STATEMENT: {row.pk: row for row in said},
            SearchKind.MILESTONE: Milestone.objects.in_bulk(self.ids[SearchKind.MILESTONE]),
            SearchKind.ARTICLE: articles.in_bulk(self.ids[SearchKind.ARTICLE]),
        }
        self.titles: dict[int, str] = {}
        self.names: defaultdict[int, list[ProductName]] = defaultdict(list)
        self.of[SearchKind.PARTNERSHIP] = self._partnerships()
        self.of[SearchKind.LAUNCH] = self._launches()
        for each in self.of[SearchKind.MILESTONE].values():
            each.partnership = self.of[SearchKind.PARTNERSHIP].get(each.partnership_id)
            each.launch = self.of[SearchKind.LAUNCH].get(each.launch_id)

    def _statements(self, firsts: Collection[int]) -> list[Statement]:
        """Those found, and all that have their words."""
        rows = timeline.of_words(firsts, self.as_of)
        return list(rows.select_related("speaker", "company")) if firsts else []

    def _partnerships(self) -> dict[int, Any]:
        """Those found and those of the milestones found, with their titles."""
        milestones = self.of[SearchKind.MILESTONE].values()
        ids = self.ids[SearchKind.PARTNERSHIP] | {each.partnership_id for each in milestones}
        rows = Participation.objects.filter(partnership__in=ids - {None})
        members: defaultdict[int, list[str]] = defaultdict(list)
        found = {}
        for row in rows.select_related("partnership", "company"):
            members[row.partnership_id].append(row.company.name)
            found[row.partnership_id] = row.partnership
        self.titles = {pk: listing(names) for pk, names in members.items()}
        return found

    def _launches(self) -> dict[int, Any]:
        """Those found and those of the milestones found, with their names and makers."""
        milestones = self.of[SearchKind.MILESTONE].values()
        ids = self.ids[SearchKind.LAUNCH] | {each.launch_id for each in milestones}
        rows = ProductName.objects.filter(launch__in=ids - {None}).select_related("launch")
        found: dict[int, ProductLaunch] = {}
        for row in rows:
            found.setdefault(row.launch_id, row.launch)
            if row.known(self.as_of):
                self.names[row.launch_id].append(row)
        prefetch_related_objects(list(found.values()), "makers")
        return found


def results(
    hits: Sequence[Hit], marked: Iterable[str], as_of: datetime.date | None
) -> list[Result]:
    """The hits as a page shows them; without what was removed since they were found."""
    records = Records(hits, as_of)
    marker = Marker(marked)
    found = []
    for hit in hits:
        record = records.of[hit.kind].get(hit.record)
        if record is not None:
            result = Result(hit.kind, record)
            SHOWN[hit.kind](result, records, marker)
            found.append(result)
    return found


def _brand(result: Result, records: Records, marker: Marker) -> None:
    company: Company = result.record
    result.title = marker.whole(company.name)
    others = [marker.whole(each.name) for each in company.names.all() if each.name != company.name]
    result.also = [OtherName("also", parts) for parts in others]
    result.also = result.marked  # a brand goes by many
    result.excerpt = marker.excerpt(company.description)


def _partnership(result: Result, records: Records, marker: Marker) -> None:
    result.title = marker.whole(records.titles[result.record.pk])
    result.about = result.record.scope
    result.excerpt = marker.excerpt(result.record.description)


def _launch(result: Result, records: Records, marker: Marker) -> None:
    first, *others = best_first(records.names[result.record.pk]) or [ProductName(name=UNNAMED)]
    result.title = marker.whole(first.name)
    result.rumoured = first.kind == NameKind.RUMOURED
    result.also = [OtherName(CALLED[each.kind], marker.whole(each.name)) for each in others]
    result.about = ", ".join(each.name for each in result.record.makers.all())


def _person(result: Result, records: Records, marker: Marker) -> None:
    result.title = marker.whole(result.record.name)


def _statement(result: Result, records: Records, marker: Marker) -> None:
    result.title = marker.excerpt(result.record.text)
    result.appearances = records.appearances.get(result.record.first_id, [])


def _milestone(result: Result, records: Records, marker: Marker) -> None:
    row: Milestone = result.record
    if row.partnership:
        result.title = marker.whole(records.titles[row.partnership.pk])
    elif row.launch:
        shown = Result(result.kind, row.launch)
        _launch(shown, records, marker)
        result.title, result.rumoured = shown.title, shown.rumoured
    result.excerpt = marker.excerpt(row.note)


def _article(result: Result, records: Records, marker: Marker) -> None:
    result.title = marker.whole(result.record.headline)
    result.excerpt = marker.excerpt(result.record.beginning)


CALLED: dict[str, str] = {
    NameKind.OFFICIAL: "also",
    NameKind.RUMOURED: "rumoured as",
    NameKind.DESCRIPTIVE: "described as",
}
SHOWN = {
    SearchKind.BRAND: _brand,
    SearchKind.PARTNERSHIP: _partnership,
    SearchKind.LAUNCH: _launch,
    SearchKind.PERSON: _person,
    SearchKind.STATEMENT: _statement,
    SearchKind.MILESTONE: _milestone,
    SearchKind.ARTICLE: _article,
}
