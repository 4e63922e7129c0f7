"""Which companies are named where: every capitalised name, what kind of thing it is, and whose."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from partnerships.reading.around import Around
from partnerships.reading.clusters import Cluster, Part, cluster, parts_of
from partnerships.reading.findings import Span
from partnerships.reading.names import find_names, key_of
from partnerships.reading.page import Page, is_shouted, page_of
from partnerships.reading.people import FoundPerson
from partnerships.reading.sightings import BY_NAME_ALONE
from partnerships.reading.text import Document
from partnerships.reading.words import names as words
from partnerships.reading.words.companies import EXCHANGES

# What people and colours do as well.
WEAK = frozenset({"does", "subject", "owns", "named often", "maker"})
OFTEN_IN = 2  # places where “in” stands before a name
LIKELY = 2  # the weight of reasons from which most names are companies' in annotated articles
# Of these each is enough there.
ENOUGH = frozenset({"subject", "does", "beside a company", "where it comes from", "what it does"})
Kind: TypeAlias = Literal["company", "source", "person", "product", "place", "other"]


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of the record, each with the number of the company that goes by it; a name with
    several numbers is ambiguous. Empty where the reader works cold."""

    companies: dict[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the text names, under all its forms.

    `name` is a company's shortest form. `score` is the weight of the reasons to take it for what
    `kind` says. A "source" is a company that is only named as such (“reports GSMArena”).
    """

    kind: Kind
    name: str
    score: int
    rule: str
    record: int | None = None
    is_likely: bool = False  # a company, even where it fills no place in a finding


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

    @cached_property
    def first(self) -> dict[int, Mention]:
        """By the number of each entity: where it is named first."""
        return {each.entity: each for each in reversed(self.all)}

    @cached_property
    def starts(self) -> list[int]:
        return [each.span.start for each in self.all]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Those that lie in the span."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return tuple(each for each in self.all[first:last] if each.span.end <= span.end)

    def companies_within(self, span: Span) -> tuple[Mention, ...]:
        """Those of companies, for which at least one reason speaks, that lie in the span."""
        entities = self.entities
        return tuple(
            each
            for each in self.within(span)
            if entities[each.entity].kind == "company" and entities[each.entity].score > 0
        )

    def entity(self, mention: Mention) -> Entity:
        return self.entities[mention.entity]


def find_mentions(document: Document, people: Sequence[FoundPerson], known: KnownNames) -> Mentions:
    """Every name of the text, as what it is taken for."""
    page = page_of(document)
    sure = [each for each in people if each.rule != BY_NAME_ALONE]
    persons = [form for each in sure for form in each.forms]
    persons += [each.role for each in sure if each.role]
    names = list(find_names(page, persons))
    clusters = cluster(parts_of(names, page, frozenset(known.companies)), page)
    maybe = {form for each in people if each.rule == BY_NAME_ALONE for form in each.forms}
    entities, mentions = [], []
    for number, each in enumerate(clusters):
        entities.append(_entity(each, page, known, maybe))
        mentions += [Mention(part.span, number, part.run) for part in each.parts]
    mentions += _in_titles(page, clusters)
    return Mentions(tuple(entities), tuple(sorted(mentions, key=lambda each: each.span)))


def _in_titles(page: Page, clusters: Sequence[Cluster]) -> Iterator[Mention]:
    """What a title in capitals names, by the names of the text below it."""
    numbers = {key: number for number, each in enumerate(clusters) for key in each.keys}
    if not numbers:
        return
    longest = max(len(key.split()) for key in numbers)
    for block, (_, first, stop) in enumerate(page.blocks):
        if is_shouted(page, block):
            yield from _named_in(page, first, stop, numbers, longest)


def _named_in(
    page: Page, first: int, stop: int, numbers: Mapping[str, int], longest: int
) -> Iterator[Mention]:
    tokens, place = page.tokens, first
    while place < stop:
        for count in range(min(longest, stop - place), 0, -1):
            span = Span(tokens[place].start, tokens[place + count - 1].end)
            number = numbers.get(key_of(span.of(page.document.shadow).split()))
            if number is not None and tokens[place].text[0].isupper():
                yield Mention(span, number, span)
                place += count - 1
                break
        place += 1


def _entity(found: Cluster, page: Page, known: KnownNames, persons: set[Span]) -> Entity:
    text = page.document.text
    forms = {part.span.of(text) for part in found.parts}
    name = min(forms, key=lambda form: (len(form), form.isupper() and len(form) > 3, form))
    records = {one for form in forms for one in known.companies.get(form, ())}
    kind, rule = _kind(found, page, bool(records))
    if kind == "company" and found.keys & page.asking and not found.evidence.company.keys() - WEAK:
        kind, rule = "source", "asks in the interview"
    if kind == "company" and not records and _is_person(found, page, persons):
        kind, rule = "person", BY_NAME_ALONE
    score = found.evidence.for_company + 3 * bool(records)
    record = records.pop() if len(records) == 1 else None
    likely = kind == "company" and (score >= LIKELY or found.evidence.company.keys() & ENOUGH)
    return Entity(kind, name, score, rule, record, bool(likely))


def _is_person(found: Cluster, page: Page, persons: set[Span]) -> bool:
    """Whether it is named as people are, and not as a company: “Tommy Hilfiger” may be both."""
    named = [part for part in found.parts if part.span in persons]
    reasons = found.evidence.company.keys() - WEAK
    return bool(named) and not reasons and not any(_is_among(part, page) for part in named)


def _is_among(part: Part, page: Page) -> bool:
    """Whether it stands in a list: “Diesel and Michael Kors”."""
    around = Around(page.tokens, part.first, part.last)
    before = page.tokens[part.first - 2].text[:1].isupper() if part.first > 1 else False
    return around.is_listed or (before and around.before(1) in {"and", "or", "&"})


def _kind(found: Cluster, page: Page, known: bool) -> tuple[Kind, str]:
    """What the name is taken for, and why."""
    evidence = found.evidence
    for_company = evidence.for_company + 3 * known
    surely = for_company >= 3 or "partner" in evidence.company
    if found.keys & words.SOURCES and not surely:
        return "source", "a list of media and shops"
    surely_one = evidence.company.keys() & {"legal form", "a couple"}
    if any(map(_is_place, found.keys)) and not surely_one:
        return "place", "a list of places"
    if found.keys <= words.ACRONYMS or _is_organisation(found) or _is_ticker(found, page):
        return "other", "a list of short forms and public bodies"
    if not known and _is_only_source(found.parts, page, evidence.company.keys()):
        return "source", "named only as a source"
    if evidence.for_product > for_company:
        return "product", "words around the name"
    weak = not evidence.company.keys() - WEAK
    often = evidence.place >= OFTEN_IN or 2 * evidence.place > (for_company > 0) * evidence.places
    if evidence.place and often and (weak or for_company < LIKELY):
        return "place", "words around the name"
    if for_company == 0 and all(_is_first_word(each, page) for each in found.parts):
        return "other", "a first word of sentences"
    return "company", "words around the name"


def _is_ticker(found: Cluster, page: Page) -> bool:
    """Whether it only stands for shares: “(NYSE: NORR)”."""
    arounds = [Around(page.tokens, each.first, each.last) for each in found.parts]
    return all(each.before(1) == ":" and each.before(2) in EXCHANGES for each in arounds)


def _is_first_word(part: Part, page: Page) -> bool:
    """Whether it may have its capital only because a sentence begins: not “AstraZeneca”, “JBL”."""
    around = Around(page.tokens, part.first, part.last)
    odd = not part.words[0][1:].islower() and part.words[0][1:].isalpha()
    told = around.after(1) == "," and around.after(2) in {"whose", "which", "owned", "made"}
    odd = odd or told
    return page.tokens[part.first].starts and not odd and not around.is_listed


def _is_place(key: str) -> bool:
    return key in words.PLACES or key in words.PLACE_PAIRS


def _is_organisation(found: Cluster) -> bool:
    """Whether its name says that it is a public body, an event or a place: “University of …”."""
    if found.evidence.for_company > 3 and "legal form" in found.evidence.company:
        return False
    longest = max(found.keys, key=len).split()
    headed = longest[0] in words.ORGANISATIONS and "of" in longest
    return len(longest) > 1 and (headed or longest[-1] in words.ORGANISATIONS)


def _is_only_source(parts: Sequence[Part], page: Page, reasons: Iterable[str]) -> bool:
    if set(reasons) - {"does", "owns", "end of the name"}:
        return False
    arounds = [Around(page.tokens, each.first, each.last) for each in parts]
    return any(map(_tells, arounds)) or all(map(_is_in_dateline, arounds))


def _is_in_dateline(around: Around) -> bool:
    """“OSLO, May 3 (Nordic Press) -”"""
    return around.before(1) == "(" and around.after(1) == ")" and around.after(2)[:1] == "-"


def _tells(around: Around) -> bool:
    one, two = around.before(1), around.before(2)
    if one == "the":
        one, two = two, around.before(3)
    if (one, two) in {("to", "according"), ("by", "reported"), ("by", "seen"), ("by", "spotted")}:
        return True
    return one in {"told", "via"} or around.after(1) in {"reports", "reported", "writes", "wrote"}
