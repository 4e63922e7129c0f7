"""A sentence made simple: each company is one sign in it, and what only describes one is gone."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from partnerships.reading.alternatives import one_of
from partnerships.reading.context import Context
from partnerships.reading.findings import Span
from partnerships.reading.interviews import is_interview
from partnerships.reading.persons import employer_of
from partnerships.reading.text import Sentence
from partnerships.reading.words.partnerships import HEADS, NO_DESCRIPTION

SIGN = "§"
OWNERS = {"its", "their", "his", "her", "whose", "our", "your"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a sentence that companies fill; `named` unless words stand for them."""

    span: Span
    entities: tuple[int, ...]
    named: bool
    product: bool = False  # the name goes on: “Leica M11”


@dataclass(frozen=True)
class Line:
    """The words of a sentence; `where` is the place in the text of each of them, and `slots` are
    by their place in the text."""

    words: str
    where: tuple[int, ...]
    slots: dict[int, Slot]
    sentence: Sentence

    def slot(self, at: int) -> Slot:
        return self.slots[self.where[at]]

    def span(self, start: int, end: int) -> Span:
        """The place in the text of a piece of the line."""
        if start >= end:
            place = self.where[start] if start < len(self.where) else self.sentence.span.end
            return Span(place, place)
        last = self.where[end - 1]
        stop = self.slots[last].span.end if last in self.slots else last + 1
        return Span(self.where[start], max(stop, self.where[start]))

    def without(self, pattern: re.Pattern[str]) -> "Line":
        """The line without what the group “cut” of the pattern matches."""
        pieces: list[tuple[int, int]] = []
        place = 0
        for found in pattern.finditer(self.words):
            pieces.append((place, found.start("cut")))
            place = found.end("cut")
        if place == 0:
            return self
        pieces.append((place, len(self.words)))
        words = "".join(self.words[start:end] for start, end in pieces)
        where = tuple(chain.from_iterable(self.where[start:end] for start, end in pieces))
        return Line(words, where, self.slots, self.sentence)


def slots_of(context: Context) -> tuple[Slot, ...]:
    """All places that companies fill, in the order of the text; named ones win."""
    mentions, shadow = context.mentions, context.document.shadow
    found = [
        Slot(each.span, (each.entity,), True, _goes_on(shadow, each.span, each.run))
        for each in mentions.all
        if mentions.entities[each.entity].kind in {"company", "source"}
    ]
    starts = [each.span.start for each in found]
    for each in context.referents:
        at = bisect_left(starts, each.span.start)
        near = found[max(0, at - 1) : at + 1]
        if each.entities and not any(_describes(shadow, each.span, one.span) for one in near):
            found.append(Slot(each.span, each.entities, False))
    found += _first_persons(context, found)
    return tuple(sorted(found, key=lambda slot: slot.span))


WE = re.compile(r"(?=[WwuOo])(?<![\w§'-])(?:[Ww]e|us|[Oo]ur)(?![\w-])")
YOU = re.compile(r"(?<![\w§'-])(?:[Yy]ou|[Yy]our)(?![\w-])")


def topics_of(context: Context, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The two companies that the text names most, where they are named first; none that only asks
    or reports."""
    counts: dict[int, int] = {}
    firsts: dict[int, Slot] = {}
    for slot in slots:
        if _is_company(context, slot):
            one = slot.entities[0]
            counts[one] = counts.get(one, 0) + 1
            firsts.setdefault(one, slot)
    most = sorted(counts, key=lambda one: -counts[one])[:2]
    return tuple(firsts[one] for one in most)


def _is_company(context: Context, slot: Slot) -> bool:
    return slot.named and context.mentions.entities[slot.entities[0]].kind == "company"


def _first_persons(context: Context, slots: Sequence[Slot]) -> list[Slot]:
    """“We” of a company's own blog, or of an answer in an interview, and “you” of its questions."""
    topics = topics_of(context, slots)
    if not topics:
        return []
    taken = {slot.span.start for slot in slots}
    document, speaking = context.document, topics[0].entities
    found = list(WE.finditer(document.narration))
    if is_interview(document):
        found += YOU.finditer(document.narration)
        named = (
            each for each in sorted(slots, key=lambda slot: slot.span) if _is_company(context, each)
        )
        speaking = _asked(context) or next(named).entities
    return [
        Slot(Span(*each.span()), speaking, False) for each in found if each.start() not in taken
    ]


def _asked(context: Context) -> tuple[int, ...]:
    """The company of whoever the text names most."""
    most = max(context.people, key=lambda each: len(each.forms), default=None)
    employer = employer_of(most, context) if most else None
    entities = context.mentions.entities
    fitting = (
        number
        for number, each in enumerate(entities)
        if employer and each.kind == "company" and each.name == employer.value
    )
    return tuple(islice(fitting, 1))


def _describes(shadow: str, words: Span, name: Span) -> bool:
    """Whether the words stand beside the name: “the British firm Norr”, “Norr, the carmaker”."""
    if words.overlaps(name):
        return True
    before = shadow[words.end : name.start] if words.end <= name.start else "-"
    after = shadow[name.end : words.start] if name.end <= words.start else "-"
    described = words.of(shadow).lower().startswith(("the ", "a ", "an "))
    return described and (before == " " or after in {", ", " - "})


def _goes_on(shadow: str, name: Span, run: Span) -> bool:
    """Whether the capitalised name goes on after the company's name."""
    rest = shadow[name.end : run.end]
    return rest.startswith(" ") and bool(rest.strip())


def line_of(context: Context, sentence: Sentence, slots: Sequence[Slot]) -> Line:
    """The sentence with a sign for each of the slots in it, and without what describes them."""
    narration, end = context.document.narration, sentence.span.end
    first = bisect_left(slots, sentence.span.start, key=lambda slot: slot.span.start)
    words: list[str] = []
    where: list[int] = []
    inside: dict[int, Slot] = {}
    place = sentence.span.start
    for slot in _until(slots, first, end):
        if slot.span.start < place:
            continue
        words.append(narration[place : slot.span.start].replace(SIGN, "$"))
        where.extend(range(place, slot.span.start))
        sign = SIGN + ("'s" if slot.span.of(narration).lower() in OWNERS else "")
        words.append(sign)
        where.extend([slot.span.start] * len(sign))
        inside[slot.span.start] = slot
        place = slot.span.end
    words.append(narration[place:end].replace(SIGN, "$"))
    where.extend(range(place, end))
    text = "".join(words).replace("\n", " ")
    line = Line(text, tuple(where), inside, sentence)
    return simple(line) if inside else line


def _until(slots: Sequence[Slot], first: int, end: int) -> Iterator[Slot]:
    for at in range(first, len(slots)):
        if slots[at].span.start >= end:
            return
        if slots[at].span.end <= end:
            yield slots[at]


_HEAD = one_of(set(HEADS.split()))
_STOP = one_of(set(NO_DESCRIPTION.split()))
_WORD = rf"(?!(?i:{_STOP})\b)[\w'&./-]{{1,30}} "
BRACKETS = re.compile(r"(?P<cut> ?\((?![^()]{0,120}§[^()§]{0,80}§)[^()]{0,120}\))")
_PLAIN = (
    rf"(?!(?i:{_STOP})\b)(?!(?:\w{{1,20}}ed|including|using|being|having|making|joining)"
    rf" )[\w'-]{{2,30}} "
)
HEAD_WORDS = frozenset(head.rpartition("-")[2] for head in HEADS.split())
DESCRIBED_BEFORE = re.compile(
    rf"(?<![\w§-])(?P<cut>(?:(?:the|an?|fellow|§'s) (?:{_WORD}){{0,5}}?"
    rf"|(?:[\w-]{{2,30}} and )?(?:{_PLAIN}){{0,3}}?)"
    rf"(?:{_HEAD})(?: (?:of|for|in|at) (?:{_PLAIN}){{0,3}}?| )?(?<= ))(?=§)",
)
FROM_CITY = re.compile(  # “the Budapest milliner Norr”, whatever a milliner is
    rf"(?<![\w§-])(?P<cut>(?:[Tt]he |[Aa]n? )[A-Z][\w.-]{{1,20}} (?:{_PLAIN}){{1,2}})(?=§)"
)
MAKER_OF = re.compile(  # “Moonfall publisher Norr”
    rf"(?P<cut>§ (?:{_PLAIN}){{0,1}}(?:{_HEAD}) )(?=§)"
)
PEOPLE_AT = re.compile(  # “and the heat-pump folk at Norr”
    r"(?<= and )(?P<cut>(?:the|its|their|our|§'s) (?:[\w-]+ ){0,2}"
    r"(?:\w+s|folk|people|team|crew|gang) (?:at|over at|from) )(?=§)"
)
ITS_RIVAL = re.compile(  # “Norr and its fiercest rival, Vale,”
    r"(?<= and )(?P<cut>(?:its|their|§'s) (?:[\w-]+ ){0,3}(?:rival|competitor|neighbour"
    r"|compatriot),? )(?=§)"
)
OF_TOWN = re.compile(  # “Norr, of Basel, Switzerland, and Vale”
    r"(?<=§)(?P<cut>, of (?:[A-Z][\w.'-]+ ){0,2}[A-Z][\w.'-]+(?: and [A-Z][\w.'-]+)?"
    r"(?:, (?:[A-Z][\w.'-]+ ?){1,3})?,)(?= )"
)
OWNED_BY = re.compile(  # “Norr's Vale has …”: it is Vale that acts
    r"(?P<cut>§'s )(?=§ (?:has|have|had|is|was|will|would|said|also|and|today|recently)\b)"
)
OF_PLACE = re.compile(
    r"(?<=§)(?P<cut> (?:of|in|from) (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)?)(?=,? and (?:[A-Z]\w+'s"
    r" )?§|,? §)"
)
_NATION = (
    r"(?:[A-Z][a-z]{2,12}(?:an|ese|ish|ch|ic|ss|i)|Dutch|Greek|Czech|Swiss|Thai|UK|US|U\.S\.|EU)"
)
ADJECTIVES = re.compile(
    rf"(?<![\w§-])(?P<cut>(?:the |an? )?(?:{_NATION}|[A-Z][\w.]{{2,20}}'s|little|tiny|mighty|rival"
    rf"|fellow"
    rf"|neighbouring|neighboring|local|bigger|smaller|larger|big|small|once|fashionable|troubled"
    rf"|state-owned|privately held|listed|family-owned) )(?=§)"
)
BASED = re.compile(
    r"(?<![\w§-])(?P<cut>(?:(?:the|an?) )?(?:[A-Z][\w.]{1,20} ){0,2}[A-Z][\w.]{1,20}-based )(?=§"
    r"|[\w-]{2,20} (?:[\w-]{2,20} )?§)"
)
APPOSITION = re.compile(
    r"(?<=§)(?P<cut>, (?:an?|the|one of|part of|maker|makers|owner|owned|based|which|who|whose"
    r"|known"
    r"|formerly|now|home|itself|headquartered|founded|a division|best known|at|currently|long|also"
    r"|like|not|long|once|until|like|for (?:its|their) part|by contrast|too|itself|meanwhile"
    r"|property|on (?:its|their) part|of course|however|in turn|then|instead|already)\b"
    r"[^,;:§()]{0,110}(?:§(?:'s)?[^,;:§()]{0,60})?(?:(?:,(?= ))|(?=[.!?;]['\")]?$)))"
)
TRIGGER_INSIDE = re.compile(
    r"partner|collaborat|co-?operat|allian|licen[cs]e|with (?:which|whom)|joint|team|agree|deal"
    r"|forces|venture|together|work|pact|talks|dates|since|beg[au]n|\bruns?\b|\bran\b|ended|expire"
    r"|goes back"
    r"|started|dissolv|lapse|until|signed|finished",
    re.IGNORECASE,
)


# What is cut out of a line, in this order, with letters that stand in each.
CUTS = (
    (BRACKETS, "("),
    (MAKER_OF, "§ "),
    (PEOPLE_AT, " and "),
    (ITS_RIVAL, " and "),
    (OF_TOWN, "§, of "),
    (OWNED_BY, "§'s §"),
    (BASED, "-based "),
    (DESCRIBED_BEFORE, " §"),
    (FROM_CITY, " §"),
    (OF_PLACE, "§ "),
    (ADJECTIVES, " §"),
)
WITH_HEADS = {MAKER_OF, DESCRIBED_BEFORE}  # in which one of the nouns stands
TELLS = re.compile(r", (?:which|who|an? (?:[\w-]+ ){0,3}\w+ that) ")


def simple(line: Line) -> Line:
    """The line without brackets, descriptions before a name, and appositions after it."""
    described = not HEAD_WORDS.isdisjoint(re.findall(r"\w+", line.words))
    for pattern, letters in CUTS:
        if letters in line.words and (described or pattern not in WITH_HEADS):
            line = line.without(pattern)
    return without_appositions(line)


def without_appositions(line: Line) -> Line:
    """The line without “, the Swedish maker of cells,” unless it tells a cooperation itself."""
    place = 0
    while found := APPOSITION.search(line.words, place):
        inner = found["cut"]
        told = TRIGGER_INSIDE.search(inner)
        if told and (SIGN in inner or TELLS.match(inner)):
            place = found.end("cut")
            continue
        line = _cut(line, found.start("cut"), found.end("cut"))
        place = found.start("cut")
    return line


def _cut(line: Line, start: int, end: int) -> Line:
    words = line.words[:start] + line.words[end:]
    return Line(words, line.where[:start] + line.where[end:], line.slots, line.sentence)


# A group: “A”, “A and B”, “A, B and C”; each perhaps with a possessive.
_ONE = r"§(?!'(?:re|ll|ve|m|d)\b)(?:'s?(?!\w))?"
_AND = (
    r"(?:,? (?:and|&|plus|as well as|along with|together with) |/| x | X | × | \+ )(?:both |the "
    r"|also )?"
)
_PLAIN_AND = _AND.replace(",? ", " ", 1)
GROUP = rf"{_ONE}(?:(?:, {_ONE}){{1,8}}{_AND}{_ONE}|(?:{_PLAIN_AND}{_ONE}){{0,4}})"
GROUPS = re.compile(GROUP)
HEAD_LIST = re.compile(
    rf"{_ONE}(?:(?:, {_ONE}){{1,5}}(?<!')(?<!'s)(?= (?!and\b|&))"
    rf"|, and {_ONE}(?= (?:have|are|were|will|both|today|jointly|plan)\b))"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Companies that stand together in a line."""

    start: int
    end: int
    slots: tuple[Slot, ...]
    owner: bool  # “A's”

    @property
    def entities(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(one for slot in self.slots for one in slot.entities))


def groups_of(line: Line) -> list[Group]:
    """The groups of a line, from left to right."""
    found = []
    place = 0
    if first := HEAD_LIST.match(line.words):
        found.append(group_at(line, first.start(), first.end()))
        place = first.end()
    rest = GROUPS.finditer(line.words, place)
    return [*found, *(group_at(line, each.start(), each.end()) for each in rest)]


def group_at(line: Line, start: int, end: int) -> Group:
    """The group that fills a piece of the line."""
    signs = [at for at in range(start, end) if line.words[at] == SIGN]
    slots = tuple(line.slot(at) for at in signs if line.where[at] in line.slots)
    return Group(start, end, slots, line.words[start:end].endswith(("'s", "'")))
