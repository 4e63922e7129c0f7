"""The index of search, brought in step with the records."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from partnerships import derivation, search
from partnerships.models import (
    Claim,
    NameWord,
    Participation,
    ProductLaunch,
    Record,
    SearchEntry,
    Statement,
)
from partnerships.models.record import Key, columns, referred
from partnerships.models.vocabulary import SearchKind
from partnerships.recording.refusal import as_recording
from partnerships.recording.revisions import Change

KINDS = {
    "company": SearchKind.BRAND,
    "partnership": SearchKind.PARTNERSHIP,
    "productlaunch": SearchKind.LAUNCH,
    "person": SearchKind.PERSON,
    "statement": SearchKind.STATEMENT,
    "milestone": SearchKind.MILESTONE,
    "article": SearchKind.ARTICLE,
}
Ids = defaultdict[SearchKind, set[int]]


def touched(
    changes: Mapping[Key, Change], derived: Iterable[Claim], companies: Iterable[int]
) -> search.Scope:
    """What may be found otherwise after a batch: what it changed, what that refers to or did, and
    what shows its names; the claims that were `derived` to be known from another day; the
    `companies` with other lines."""
    ids: Ids = defaultdict(set)
    ids[SearchKind.BRAND].update(companies)
    for key in _keys(changes, derived):
        if key[0] in KINDS:
            ids[KINDS[key[0]]].add(key[1])
    for part in derivation.batched(_renamed(changes), search.SIZE):
        ids[SearchKind.PARTNERSHIP] |= _ids(Participation, "partnership", company__in=part)
        ids[SearchKind.LAUNCH] |= _ids(ProductLaunch, "pk", makers__in=part)
    people = [pk for (kind, pk), change in changes.items() if kind == "person" and change.before]
    for part in derivation.batched(people, search.SIZE):
        ids[SearchKind.STATEMENT] |= _ids(Statement, "pk", speaker__in=part)
    if any(change.after is None for change in changes.values()):
        _add_companies(ids)  # the lines of what was removed went with it
    return ids


def _keys(changes: Mapping[Key, Change], derived: Iterable[Claim]) -> Iterator[Key]:
    for key, change in changes.items():
        yield key
        for said in filter(None, (change.before, change.after)):
            yield from referred(type(change.row), said)
    for row in derived:
        yield from (row.record_key, row.page_key, *referred(type(row), columns(row)))


def _renamed(changes: Mapping[Key, Change]) -> set[int]:
    """Companies that may have other names than before; of a new one nothing shows a name yet."""
    companies = {pk: change for (kind, pk), change in changes.items() if kind == "company"}
    found = set(companies)
    for (kind, _), change in changes.items():
        if kind == "companyname":
            found |= {said["company"] for said in (change.before, change.after) if said}
    return {pk for pk in found if pk not in companies or companies[pk].before}


def _add_companies(ids: Ids) -> None:
    """On whose timelines the partnerships and launches stand."""
    launches = set(ids[SearchKind.LAUNCH])
    partnerships = set(ids[SearchKind.PARTNERSHIP])
    for part in derivation.batched(launches, search.SIZE):
        partnerships |= _ids(ProductLaunch, "partnership", pk__in=part)
        ids[SearchKind.BRAND] |= _ids(ProductLaunch, "makers", pk__in=part)
    for part in derivation.batched(partnerships, search.SIZE):
        ids[SearchKind.BRAND] |= _ids(Participation, "company", partnership__in=part)


def _ids(model: type[Record], field: str, **those: Collection[int]) -> set[int]:
    found = model._base_manager.filter(**those, **{f"{field}__isnull": False})
    return set(found.values_list(field, flat=True))


def bring_search_up_to_date(scope: search.Scope) -> None:
    """Store the entries of the records in the scope as they ought to be; after the known-from days
    and the lines of the timelines, from which they follow."""
    _store(search.in_portions(scope))


def rebuild_search() -> None:
    """The same for every record, and for all words of names."""
    _store(search.whole_record())
    with as_recording():
        kept = search.name_words(SearchEntry.objects.exclude(forms="").iterator())
        NameWord.objects.all().delete()
        NameWord.objects.bulk_create(search.left_of(sorted(kept)), batch_size=500)


def _store(portions: Iterable[search.Scope]) -> None:
    gone: set[str] = set()
    new: set[str] = set()
    with as_recording():
        for scope in portions:
            found = search.drift(scope)
            if found.surplus:
                places = [each.place for each in found.surplus]
                SearchEntry.objects.filter(place__in=places).delete()
            # By place: FTS5 writes out what it has whenever an entry stands before the last.
            by_place = sorted(found.missing, key=lambda each: each.place)
            SearchEntry.objects.bulk_create(by_place, batch_size=100)
            gone |= search.name_words(found.surplus)
            new |= search.name_words(found.missing)
        _store_words(gone - new, new - gone)


def _store_words(gone: set[str], new: set[str]) -> None:
    """Words of names that may be in no name any more, and words that may be new."""
    left = gone - search.still_in_names(gone)
    for part in derivation.batched(left, search.SIZE):
        NameWord.objects.filter(word__in=part).delete()
    words = search.left_of(sorted(new))
    NameWord.objects.bulk_create(words, batch_size=500, ignore_conflicts=True)
