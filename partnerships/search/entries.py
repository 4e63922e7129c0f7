"""What the index ought to hold, read from the records; `recording` stores what comes out."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Count, IntegerField, Min, Model, OuterRef, Q, Subquery

from partnerships.models import (
    Article,
    Company,
    CompanyName,
    Milestone,
    NameWord,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    SearchEntry,
    Statement,
    TimelineEntry,
)
from partnerships.models.vocabulary import AllianceKind, SearchKind
from partnerships.search import index
from partnerships.search.documents import MOST_ACTIVE, NAMED, OF_NAME, Document, active, known
from partnerships.search.index import Token, Wanted
from partnerships.search.words import with_letters_left_out
from partnerships.timeline import IN_THE_RECORD

SIZE = 500  # records whose entries are derived at once
MODELS: dict[SearchKind, type[Model]] = {
    SearchKind.BRAND: Company,
    SearchKind.PARTNERSHIP: Partnership,
    SearchKind.LAUNCH: ProductLaunch,
    SearchKind.PERSON: Person,
    SearchKind.STATEMENT: Statement,
    SearchKind.MILESTONE: Milestone,
    SearchKind.ARTICLE: Article,
}
Ids = Collection[int]
Scope = Mapping[SearchKind, Ids]  # the ids of records, by kind
Day = datetime.date | None


class _Counted(Subquery):
    """How many rows a subquery has, which may stop at a number of them."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


class _Member(NamedTuple):
    """Who takes part in a partnership, and from which day that is known."""

    company: int
    name: str
    known_from: Day


def documents(scope: Scope) -> Iterator[Document]:
    """What the index ought to hold of the records in the scope."""
    found = {kind: ids for kind, ids in scope.items() if ids}
    members = _members(found.get(SearchKind.PARTNERSHIP, ()))
    companies = {each.company for group in members.values() for each in group}
    forms = _forms(companies.union(found.get(SearchKind.BRAND, ())))
    if ids := found.get(SearchKind.BRAND):
        yield from _brands(ids, forms)
    if ids := found.get(SearchKind.PARTNERSHIP):
        yield from _partnerships(ids, members, forms)
    for kind, read in OTHERS.items():
        if ids := found.get(kind):
            yield from read(ids)


def _members(partnerships: Ids) -> dict[int, list[_Member]]:
    """By id of the partnership: who takes part."""
    members: defaultdict[int, list[_Member]] = defaultdict(list)
    rows = Participation.objects.filter(partnership__in=partnerships)  # none asks no database
    columns = ("partnership", "company", "company__name", "known_from")
    for pk, *member in rows.values_list(*columns):
        members[pk].append(_Member(*member))
    return members


def _forms(companies: Ids) -> dict[int, list[str]]:
    """By id of the company: the names that it goes by."""
    forms: defaultdict[int, list[str]] = defaultdict(list)
    rows = CompanyName.objects.filter(company__in=companies)
    for pk, name in rows.values_list("company", "name"):
        forms[pk].append(name)
    return forms


def _brands(ids: Ids, forms: Mapping[int, list[str]]) -> Iterator[Document]:
    lines = TimelineEntry.objects.filter(company=OuterRef("pk"), partner=None).order_by()
    first = lines.filter(known_from__isnull=False).order_by("known_from").values("known_from")
    # A brand may have very many lines: no more are counted than make a difference.
    number = _Counted(lines.values("pk")[:MOST_ACTIVE])
    rows = Company.objects.filter(pk__in=ids).order_by()
    for pk, name, text, day, lines_counted in rows.values_list(
        "pk", "name", "description", Subquery(first[:1]), number
    ):
        names = dict.fromkeys([name, *forms.get(pk, ())])
        yield Document(SearchKind.BRAND, pk, lines_counted, day, forms=list(names), text=text)


def _partnerships(
    ids: Ids, members: Mapping[int, list[_Member]], forms: Mapping[int, list[str]]
) -> Iterator[Document]:
    claims = _claims(Milestone, "partnership", ids)
    rows = Partnership.objects.filter(pk__in=ids).order_by()
    for pk, kinds, scope, description in rows.values_list("pk", "kinds", "scope", "description"):
        group = members.get(pk, [])
        labels = [str(AllianceKind(kind).label) for kind in kinds]
        yield Document(
            SearchKind.PARTNERSHIP,
            pk,
            active(claims.get(pk, (0, None))[0]),
            min(filter(None, (each.known_from for each in group)), default=None),
            forms=[" ".join(each.name for each in group)],
            others=[form for each in group for form in forms.get(each.company, ())],
            text=" ".join([scope, description, *labels]),
        )


def _launches(ids: Ids) -> Iterator[Document]:
    claims = _claims(Milestone, "launch", ids)
    makers: defaultdict[int, list[str]] = defaultdict(list)
    made = ProductLaunch.objects.filter(pk__in=ids, makers__isnull=False)
    for pk, name in made.order_by("makers__key", "makers").values_list("pk", "makers__name"):
        makers[pk].append(name)
    names = ProductName.objects.filter(launch__in=ids).order_by()
    for pk, launch, name, day in names.values_list("pk", "launch", "name", "known_from"):
        number, first = claims.get(launch, (0, None))
        yield Document(
            SearchKind.LAUNCH,
            launch,
            active(number),
            # The page of a launch has nothing to show before the first claim about it.
            max(day, first) if day and first else None,
            pk=pk,
            forms=[name],
            others=makers[launch],
        )


def _people(ids: Ids) -> Iterator[Document]:
    claims = _claims(Statement, "speaker", ids)
    for pk, name in Person.objects.filter(pk__in=ids).order_by().values_list("pk", "name"):
        number, first = claims.get(pk, (0, None))
        yield Document(SearchKind.PERSON, pk, active(number), first, forms=[name])


def _statements(ids: Ids) -> Iterator[Document]:
    rows = Statement.objects.filter(pk__in=ids).order_by()
    for pk, day, text, speaker in rows.values_list("pk", "known_from", "text", "speaker__name"):
        said = f"{speaker or ''} {text}"
        yield Document(SearchKind.STATEMENT, pk, known(day), day, text=said)


def _milestones(ids: Ids) -> Iterator[Document]:
    rows = Milestone.objects.filter(pk__in=ids).exclude(note="").order_by()
    for pk, day, note in rows.values_list("pk", "known_from", "note"):
        yield Document(SearchKind.MILESTONE, pk, known(day), day, text=note)


def _articles(ids: Ids) -> Iterator[Document]:
    rows = Article.objects.filter(IN_THE_RECORD, pk__in=ids).order_by()
    columns = ("title", "publisher", "named_source", "text")
    for pk, day, *texts in rows.values_list("pk", "published_latest", *columns):
        yield Document(SearchKind.ARTICLE, pk, known(day), day, text=" ".join(texts))


OTHERS = {
    SearchKind.LAUNCH: _launches,
    SearchKind.PERSON: _people,
    SearchKind.STATEMENT: _statements,
    SearchKind.MILESTONE: _milestones,
    SearchKind.ARTICLE: _articles,
}


def _claims(model: Any, subject: str, ids: Ids) -> dict[int, tuple[int, Day]]:
    """By id of the subject: how many claims are about it, and from which day the first is known."""
    rows = model.objects.filter(**{f"{subject}__in": ids}).order_by().values_list(subject)
    return {
        pk: (number, first)
        for pk, number, first in rows.annotate(number=Count("pk"), first=Min("known_from"))
    }


@dataclass(frozen=True, slots=True)
class Drift:
    """How the stored index differs from what it ought to be; a changed entry is one of each."""

    missing: list[SearchEntry]
    surplus: list[SearchEntry]


def drift(scope: Scope) -> Drift:
    """The entries that lack, or are too many, of the records in the scope."""
    of_records = [Q(kind=kind, record__in=ids) for kind, ids in scope.items() if ids]
    if not of_records:
        return Drift([], [])
    wanted = [SearchEntry(**each.fields) for each in documents(scope)]
    stored = list(SearchEntry.objects.filter(reduce(or_, of_records)))
    present, right = set(map(_content, stored)), set(map(_content, wanted))
    return Drift(
        missing=[each for each in wanted if _content(each) not in present],
        surplus=[each for each in stored if _content(each) not in right],
    )


def _content(entry: SearchEntry) -> tuple[object, ...]:
    return (
        *(entry.place, entry.kind, entry.record, entry.known_from),
        *(entry.forms, entry.words),
    )


def in_portions(scope: Scope) -> Iterator[Scope]:
    """The same records, so many at once as one query takes."""
    if sum(map(len, scope.values())) <= SIZE:
        yield scope
        return
    for kind, ids in scope.items():
        ordered = sorted(ids)
        for start in range(0, len(ordered), SIZE):
            yield {kind: ordered[start : start + SIZE]}


def whole_record() -> Iterator[Scope]:
    """Every record there is, and every one that the index knows of."""
    for kind, model in MODELS.items():
        ids = set(model._base_manager.values_list("pk", flat=True))
        indexed = SearchEntry.objects.filter(kind=kind).values_list("record", flat=True)
        yield from in_portions({kind: ids.union(indexed)})


def name_words(entries: Iterable[SearchEntry]) -> set[str]:
    """The words of the names that the entries are ranked by."""
    return {word for each in entries for word in each.forms.split()}


def still_in_names(words: Iterable[str]) -> set[str]:
    """Those of the words that some name has."""
    found = set()
    for word in words:
        having = Token(f"{OF_NAME}{word}")
        rows = index.find(Wanted(kind, having) for kind in NAMED)
        if any(word in each.forms.split() for each in rows):
            found.add(word)
    return found


def left_of(words: Iterable[str]) -> list[NameWord]:
    """What is stored of words of names, so that they are found in spite of typing errors."""
    return [
        NameWord(word=word, left=left) for word in words for left in with_letters_left_out(word)
    ]


def differences() -> Iterator[str]:
    """Each difference between what is stored and what follows from the records, a line each."""
    for scope in whole_record():
        found = drift(scope)
        for sign, entries in (("missing", found.missing), ("surplus", found.surplus)):
            for each in entries:
                yield f"{sign} in search: {each}"
    names = name_words(SearchEntry.objects.exclude(forms="").iterator())
    wanted = {(each.word, each.left) for each in left_of(names)}
    stored = set(NameWord.objects.values_list("word", "left"))
    for sign, pairs in (("missing", wanted - stored), ("surplus", stored - wanted)):
        for word in sorted({word for word, _ in pairs}):
            yield f"{sign} in search: the word {word}"
