"""Who speaks: people with their roles and employers, and all places that name them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.runs import UPPER, Run, runs_of
from partnerships.reading.sightings import TITLE_BEFORE, Sighting, find_sightings, speaks
from partnerships.reading.text import Document
from partnerships.reading.words.people import FAMILY_FIRST, PARTICLES


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody by the first full name; `forms` are all places that name them, “Mr Harsch” too.

    `employer` is the place of the words in the text; which company that is, is found later.
    """

    name: Span
    forms: tuple[Span, ...]
    role: Span | None
    employer: Span | None
    rule: str


def find_people(document: Document) -> tuple[FoundPerson, ...]:
    """The people of the text, in its order."""
    runs = list(runs_of(document))
    people = _joined(document, list(find_sightings(document, runs)), runs)
    return tuple(sorted(people, key=lambda each: each.name))


def _joined(
    document: Document, sightings: Sequence[Sighting], runs: Sequence[Run]
) -> list[FoundPerson]:
    """One person a name; the nearest role that the text gives first, later ones fill gaps."""
    text = document.narration
    groups: dict[str, list[Sighting]] = {}
    for sight in sightings:
        groups.setdefault(sight.name.of(text), []).append(sight)
    within = {part for name in groups for part in _parts(name)}
    places = _places(document, groups, runs)
    found = []
    for name, sights in groups.items():
        if name.lower() in within:
            continue
        role = next((each.role.role for each in sights if each.role.role), None)
        employer = next(
            (each.role.employer for each in sights if each.role.role and each.role.employer), None
        )
        employer = employer or next(
            (each.role.employer for each in sights if each.role.employer), None
        )
        forms = places[name]
        first = next((each for each in forms if each.of(text) == name), sights[0].name)
        found.append(FoundPerson(first, tuple(forms), role, employer, sights[0].rule))
    return found


def _parts(name: str) -> Iterator[str]:
    """What a full name has in it: its words, and its ends of several words."""
    first, *rest = words = name.lower().split()
    if rest:
        yield first
        yield from (" ".join(words[place:]) for place in range(1, len(words)))
        yield from rest


def surname_of(name: str) -> str:
    """“van Laar” of Joris van Laar, “Cho” of Cho Min-seo."""
    parts = name.split()
    if len(parts) < 2:
        return name
    if re.fullmatch(rf"[{UPPER}]\w+-[a-z]\w+", parts[-1]) and len(parts) == 2:
        return parts[0]
    if (
        (
            parts[0].lower() in FAMILY_FIRST
            and len(parts) == 2
            and parts[-1].lower() not in FAMILY_FIRST
        )
        and len(parts[0]) <= 5
        and parts[1].lower() in GIVEN
    ):
        return parts[0]
    begin = len(parts) - 1
    while begin > 1 and parts[begin - 1].lower() in _PARTICLE_WORDS:
        begin -= 1
    return " ".join(parts[begin:])


_PARTICLE_WORDS = frozenset(word for each in PARTICLES.split("|") for word in each.split())
_GIVEN = (
    "jun haoyu zhe lu wei hao yong ming jian feng lei bin tao bo jie qiang long yang xin hua "
    "li na yan mei jing ling peng ping hui gang fei chao kai yi ying xiang dong zhong guang "
    "jiayi yifan zihan"
)
GIVEN = frozenset(_GIVEN.split())


def _places(
    document: Document, groups: dict[str, list[Sighting]], runs: Sequence[Run]
) -> dict[str, list[Span]]:
    """Where each of them is named: in full, by surname, by the first name beside a verb."""
    owners: dict[str, str | None] = {}
    for name in groups:
        parts = name.split()
        if len(parts) == 1:
            owners.setdefault(name, name)
            continue
        last = surname_of(name)
        for form in {last, last[0].upper() + last[1:], parts[0], parts[-1]}:
            owners[form] = None if form in owners and owners[form] != name else name
    shared = _shared_words(document, groups, runs)
    places: dict[str, list[Span]] = {name: [] for name in groups}
    text = document.narration
    for _, block, start, end in runs:
        words = text[start:end]
        if words in groups and " " in words:
            places[words].append(Span(start, end))
            continue
        owner = owners.get(words)
        if owner is None:
            continue
        titled = TITLE_BEFORE.search(text, max(block.span.start, start - 12), start)
        plain = words not in shared and words.lower() == surname_of(owner).lower()
        if titled or plain or " " not in owner or speaks(text, block, start, end):
            places[owner].append(Span(titled.start() if titled else start, end))
    return places


def _shared_words(
    document: Document, groups: dict[str, list[Sighting]], runs: Sequence[Run]
) -> set[str]:
    """Surnames that stand in other names too, as in Ashgrove Laboratories: those of companies."""
    wanted = {surname_of(name) for name in groups}
    shared: set[str] = set()
    text = document.narration
    for _, _, start, end in runs:
        words = text[start:end]
        if " " in words and words not in groups:
            shared |= wanted.intersection(words.split())
    employers = {
        each.role.employer.of(text)
        for sights in groups.values()
        for each in sights
        if each.role.employer
    }
    return shared | {word for each in employers for word in each.split()} & wanted
