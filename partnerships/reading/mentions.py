"""Which companies are named where: every capitalised name, what kind of thing it is, and whose."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from partnerships.reading.findings import Span
from partnerships.reading.people import FoundPerson
from partnerships.reading.text import Document
from partnerships.reading.words.mentions import (
    ACRONYMS,
    AFTER,
    BEFORE,
    COMMON,
    ENDINGS,
    MONTHS_AND_DAYS,
    ONLY_SOURCE,
    PEOPLES,
    PLACE_PAIRS,
    PLACES,
    QUALIFIERS,
    SOURCES,
    SUFFIXES,
)

Kind: TypeAlias = Literal["company", "source", "person", "product", "place", "other"]
SMALL = frozenset({"of", "de", "by", "the", "&"})
NO_NAMES = COMMON | MONTHS_AND_DAYS | PEOPLES
# At the end of a run, “Apple and Microsoft Group”, a common noun may belong to the name.
LAST_COMMON = COMMON - {"group", "company", "media", "press", "nothing"} | MONTHS_AND_DAYS


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of the record, each with the number of the company that goes by it; a name with
    several numbers is ambiguous. Empty where the reader works cold."""

    companies: dict[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the text names, under all its forms.

    `name` is a company's shortest form. `score` is the number of independent reasons to take it
    for what `kind` says. A "source" is a company that is only named as such (“reports GSMArena”).
    """

    kind: Kind
    name: str
    score: int
    rule: str
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named; `run` is the whole capitalised name that it begins or
    ends: of “Leica M11” in the text the mention is “Leica”, the run “Leica M11”."""

    span: Span
    entity: int
    run: Span


@dataclass(frozen=True)
class Mentions:
    """All of them in the order of the text."""

    entities: tuple[Entity, ...] = ()
    all: tuple[Mention, ...] = ()

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Those that lie in the span."""
        first = bisect_left(self.all, span.start, key=lambda each: each.span.start)
        last = bisect_left(self.all, span.end, key=lambda each: each.span.start)
        return tuple(each for each in self.all[first:last] if each.span.end <= span.end)

    def companies_within(self, span: Span) -> tuple[Mention, ...]:
        """Those of companies, or of what may be one, that lie in the span."""
        kinds = {"company"}
        return tuple(each for each in self.within(span) if self.entities[each.entity].kind in kinds)

    def entity(self, mention: Mention) -> Entity:
        return self.entities[mention.entity]


# A name: words with a capital, a digit first or a capital inside, joined by a space, & or a small
# word that stands inside names.
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w&'.+/-]*|[a-z]{1,2}[A-Z]\w*|[0-9]+[A-Z]\w*)"
RUN = re.compile(
    rf"(?<![\w@#/.]){_WORD}(?:(?: | & | of the | of | de | by )(?={_WORD})(?:{_WORD}|[0-9][\w.]*)"
    r"| [0-9][\w.]{0,6}(?=[ ,.;:)\n]|$)){0,7}"
)
POSSESSIVE = re.compile(r"'s?(?= |$)")
LONGEST_RUN = 80  # characters
MOST_RUNS = 20_000  # of one text; what has more is no article
_AROUND = 90  # characters of context on either side
_BEFORE = re.compile(BEFORE)
_AFTER = re.compile(AFTER)
_ONLY_SOURCE = re.compile(ONLY_SOURCE)


@dataclass(frozen=True, slots=True)
class _Name:
    """One capitalised stretch that may name something, with the whole run that it belongs to."""

    span: Span
    run: Span
    words: tuple[str, ...]


def find_mentions(document: Document, people: Sequence[FoundPerson], known: KnownNames) -> Mentions:
    """Every name of the text, as what it is taken for."""
    shadow = document.shadow
    persons = sorted({form for each in people for form in each.forms})
    names = list(_names(document, persons))
    alone = Counter(" ".join(each.words) for each in names)
    parts = [part for each in names for part in _parted(each, alone, known)]
    by_key: dict[str, list[_Name]] = {}
    for each in parts:
        by_key.setdefault(_key(each, shadow), []).append(each)
    heads = _heads(by_key)
    clusters: dict[str, list[_Name]] = {}
    for key, found in by_key.items():
        clusters.setdefault(heads.get(key, key), []).extend(found)
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for found in clusters.values():
        entity = _entity(found, document, known)
        mentions += [Mention(each.span, len(entities), each.run) for each in found]
        entities.append(entity)
    return Mentions(tuple(entities), tuple(sorted(mentions, key=lambda each: each.span)))


def _names(document: Document, persons: Sequence[Span]) -> Iterator[_Name]:
    """The capitalised runs of the text without people, months, places and common first words."""
    shadow, count = document.shadow, 0
    starts = [each.start for each in persons]
    for block in document.blocks:
        if block.kind in {"byline", "boilerplate", "caption"}:
            continue
        for found in RUN.finditer(shadow, block.span.start, block.span.end):
            for span in _pieces(found.start(), found[0]):
                count += 1
                if count > MOST_RUNS:
                    return
                place = bisect_left(starts, span.end) - 1
                if place >= 0 and persons[place].overlaps(span):
                    continue
                if name := _stripped(span, shadow, block.kind == "headline"):
                    yield name


def _pieces(start: int, words: str) -> Iterator[Span]:
    """A run cut after each possessive: of “Leica's Summicron” two names."""
    place = 0
    for found in POSSESSIVE.finditer(words):
        if found.start() > place:
            yield Span(start + place, start + found.start())
        place = found.end() + 1
    if place < len(words):
        yield Span(start + place, start + len(words.rstrip("'.-/&+")))


def _stripped(span: Span, shadow: str, headline: bool) -> _Name | None:
    """The run without the common words at its ends; None where nothing is left that names."""
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", span.of(shadow))]
    text = [span.of(shadow)[start:end] for start, end in words]
    while text and _is_no_name(text, span.start + words[0][0], shadow):
        del text[0], words[0]
    while text and (text[-1].lower().strip(".'") in LAST_COMMON or text[-1].lower() in SMALL):
        del text[-1], words[-1]
    if not text:
        return None
    cut = Span(span.start + words[0][0], span.start + words[-1][1])
    if len(text) == 1 and (cut.end - cut.start < 2 or text[0].lower() in NO_NAMES):
        return None
    if headline and len(text) > 4:
        return None  # a headline in capitals names nothing new
    return _Name(cut, cut, tuple(text)) if cut.end - cut.start <= LONGEST_RUN else None


def _is_no_name(words: Sequence[str], start: int, shadow: str) -> bool:
    """Whether the first of the words belongs to no name. “The” does where it is written so within
    a sentence: “with The North Face”."""
    first = words[0].lower().strip(".'")
    if first == "the" and len(words) > 1 and not _begins(start, shadow):
        return False
    more = len(words) > 1 and (first in PEOPLES or first.isdigit() or first in MONTHS_AND_DAYS)
    return more or first in COMMON or first in SMALL


def _begins(start: int, shadow: str) -> bool:
    """Whether a sentence, a line or a quotation begins here."""
    before = shadow[max(0, start - 2) : start].strip(" ")
    return not before or before[-1] in ".!?:\n\"'(-•"


def _parted(name: _Name, alone: Counter[str], known: KnownNames) -> Iterator[_Name]:
    """The name of a company in a run that goes on as a product's: “Leica” of “Leica M11”."""
    words = name.words
    for count in range(len(words), 0, -1):
        if " ".join(words[:count]) in known.companies:
            yield _first(name, count)
            return
    rest = words[1:]
    if not rest or rest[-1].lower().strip(".,") in ENDINGS | SUFFIXES:
        yield name
    elif _is_model(rest) or (alone[words[0]] > alone[" ".join(words)] and not _is_model(words[:1])):
        yield _first(name, 1)
    else:
        yield name


def _is_model(words: Sequence[str]) -> bool:
    return any(each.lower() in QUALIFIERS or any(map(str.isdigit, each)) for each in words)


def _first(name: _Name, count: int) -> _Name:
    length = len(" ".join(name.words[:count]))
    return _Name(Span(name.span.start, name.span.start + length), name.run, name.words[:count])


def _key(name: _Name, shadow: str) -> str:
    """The name without the legal forms at its end."""
    words = [each.casefold().strip(",") for each in name.words]
    while len(words) > 1 and words[-1].strip(".") in ENDINGS:
        words.pop()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _heads(by_key: dict[str, list[_Name]]) -> dict[str, str]:
    """By key of a fuller name: that of the shorter one in the same text, “Leica” of “Leica Camera”,
    and initials of “Leica Camera AG”."""
    found = {}
    for key in by_key:
        words = key.split()
        for count in range(1, len(words)):
            head = " ".join(words[:count])
            if head in by_key and set(words[count:]) <= SUFFIXES | ENDINGS:
                found[key] = head
                break
    return found


def _entity(found: Sequence[_Name], document: Document, known: KnownNames) -> Entity:
    shadow = document.shadow
    forms = {each.span.of(document.text): each for each in reversed(found)}
    name = min(forms, key=lambda form: (len(form), form))
    low = name.casefold()
    records = {one for form in forms for one in known.companies.get(form, ())}
    if low in SOURCES:
        return Entity("source", name, 1, "a list of media and shops")
    first = low.split()[0]
    if low in PLACES or " ".join(low.split()[:2]) in PLACE_PAIRS or first in PEOPLES:
        return Entity("place", name, 1, "a list of places")
    if low in ACRONYMS or all(_is_model([each]) for each in low.split()):
        return Entity("other", name, 1, "a list of short forms")
    score = 2 * bool(records) + sum(_reasons(found, shadow))
    if score == 0 and any(_ONLY_SOURCE.search(_before(each, shadow)) for each in found):
        return Entity("source", name, 1, "named only as a source")
    if score == 0 and not records and all(_begins(each.span.start, shadow) for each in found):
        return Entity("other", name, 1, "a first word of sentences")
    record = records.pop() if len(records) == 1 else None
    return Entity("company", name, score, "words around the name", record)


def _before(name: _Name, shadow: str) -> str:
    return shadow[max(0, name.span.start - _AROUND) : name.span.start]


def _reasons(found: Sequence[_Name], shadow: str) -> Iterator[int]:
    """The independent reasons to take it for a company: a legal form, words before, words after."""
    yield any(each.words[-1].lower().strip(".,") in ENDINGS | SUFFIXES for each in found)
    yield any(_BEFORE.search(_before(each, shadow)) for each in found)
    yield any(_AFTER.match(shadow, each.span.end, each.span.end + _AROUND) for each in found)
