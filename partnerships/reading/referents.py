"""What “the company”, “the chipmaker”, “it” and “both companies” stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from partnerships.reading.alternatives import one_of
from partnerships.reading.findings import Span
from partnerships.reading.mentions import Mention, Mentions
from partnerships.reading.text import Document, Sentence
from partnerships.reading.words import companies as words
from partnerships.reading.words.names import PEOPLES, PLACES


@dataclass(frozen=True, slots=True)
class Referent:
    """Words that stand for companies named elsewhere; `entities` number them in the mentions."""

    span: Span
    entities: tuple[int, ...]


_NOUN = rf"(?:{one_of(words.ONE_COMPANY)}|[\w-]+-?maker)"
# First the letter, then what may not stand before it: re goes from one such letter to the next.
_ONE = re.compile(
    rf"[Tt](?<!\w.)he (?:[\w-]+ ){{0,3}}?(?P<noun>{_NOUN})\b"
    r"(?! (?:of|that|which|behind)\b| and [a-z])"
)
_IT = re.compile(
    r"[Ii](?<![\w'].)(?<!call .)(?<!called .)(?<!calling .)ts?(?![\w'])"
    r"(?! (?:is|was|remains|seems|appears|makes sense|turns out|will be)"
    r" (?:\w+ ){0,2}(?:that|to|whether|who|which)\b)"
)
_SEVERAL = re.compile(
    r"(?=[BETbet])(?:"
    r"\b(?:(?:[Bb]oth|[Tt]he two|[Tt]he three|[Tt]hese two|[Tt]wo|[Ee]ach of the two)"
    r" (?:companies|firms|brands|partners|sides|groups|parties|houses|manufacturers|makers|rivals"
    r"|parents|labels|businesses)"
    r"|[Tt]he (?:companies|firms|partners|brands|parties|manufacturers)"
    r"|(?:[Bb]oth|[Tt]he two|[Tt]he three|[Tt]hese two|[Tt]he pair|[Tt]he duo)"
    r"(?! of| [a-z]+(?:phones|models|cars|products)\b)(?: (?:Germans|Swedes|Danes|Finns|Italians"
    r"|Americans|Koreans|Europeans|Norwegians|Austrians|Belgians|Canadians|Australians))?)"
    r"(?=[ ,.'’])"
    r"|\b[Tt]heir(?= (?:[\w-]+ ){0,3}?(?:partnership|co-?operation|alliance|collaboration|agreement"
    r"|pact"
    r"|joint venture|tie-up|deal|marriage)\b(?! (?:with|between|of)))"
    r"|\b[Tt]hey(?= (?:\w+ ){0,3}(?:partners|partnered|teamed|joined|signed|parted|split|ended"
    r"|work together|working together|worked together|dissolved|collaborat\w+|cooperat\w+)\b))"
)
_APPOSED = re.compile(rf",? (?:an?|the) (?:[\w-]+ ){{0,4}}?(?P<noun>{_NOUN})\b")
_LED = re.compile(rf"\b(?:[\w-]+ )?(?P<noun>{_NOUN}) $")
_NOUN_ENDS = tuple(f"{noun} " for noun in (*words.ONE_COMPANY, "maker"))
_LED_BY = re.compile(r"\b(?P<people>[A-Z][a-z]+) (?:[a-z-]+ ){0,4}$")
_APPOSED_BY = re.compile(r", (?:an?|the) (?:[a-z-]+ ){0,2}(?P<people>[A-Z][a-z]+) [a-z]")
_IS_ABOUT = re.compile(r",? (?:it|this|that|the)\b")  # “For Norr, it is the second alliance”
_ORIGINS = PEOPLES | PLACES
_LEADING = re.compile(
    r"(?:With|For|From|At|In|On|Like|Unlike|After|Besides|Alongside|By|To)\b[^,]*$"
)
_TOGETHER = re.compile(
    r"partner|collab|cooperat|co-operat|allian|venture|team|deal|agreement|joint|together|pact"
)
_LIST = re.compile(r"(?:, of [^;:]{3,40})?(?:,| and| &|, and| x)")
_TOPIC_WITHIN = 90  # characters from the start of a sentence, in which its subject stands


@dataclass
class _Talk:
    """What the text speaks of up to a place."""

    described: dict[str, int]
    peoples: dict[int, set[str]]  # by company: “french”, where the text says so
    most: tuple[int, ...]  # the companies that the text names most
    topic: int | None = None
    together: tuple[int, ...] = ()
    subject: int | None = None  # of the sentence
    met: list[int] = field(default_factory=list)  # spoken of in the sentence so far
    last: Mention | None = None  # named in it
    couple: tuple[int, ...] = ()  # the last that it named side by side: “A and B”


def find_referents(document: Document, mentions: Mentions) -> tuple[Referent, ...]:
    """Those that are clear, in the order of the text; what is in doubt is left out."""
    return tuple(sorted(_found(document, mentions), key=lambda each: each.span))


def _found(document: Document, mentions: Mentions) -> Iterator[Referent]:
    most = _most_named(mentions)
    talk = _Talk(
        _described(document, mentions),
        _peoples(document, mentions),
        most,
        together=most if len(most) == 2 else (),
    )
    for sentence in document.prose:
        named = [each for each in mentions.companies_within(sentence.span) if each.span == each.run]
        talk.subject, talk.met, talk.last, talk.couple = None, [], None, ()
        for place, what in _places(document, sentence, named):
            if isinstance(what, Mention):
                _meet(talk, document, sentence, what)
            elif entities := _meant(talk, place, what):
                yield Referent(place, entities)
                if what.re is not _SEVERAL:
                    talk.met.append(entities[0])
                    talk.subject = entities[0] if talk.subject is None else talk.subject
        _leave(talk, document, sentence, named)


def _places(
    document: Document, sentence: Sentence, named: Sequence[Mention]
) -> list[tuple[Span, "Mention | re.Match[str]"]]:
    """The names of the sentence and the words that stand for names, in their order."""
    start, end = sentence.span.start, sentence.span.end
    found: list[tuple[Span, Mention | re.Match[str]]] = [(each.span, each) for each in named]
    for pattern in (_ONE, _IT, _SEVERAL):
        matches = pattern.finditer(document.narration, start, end)
        found += [(Span(*match.span()), match) for match in matches]
    return sorted(found, key=lambda each: each[0])


def _meet(talk: _Talk, document: Document, sentence: Sentence, name: Mention) -> None:
    talk.met.append(name.entity)
    if talk.last and _are_listed(document, talk.last, name):
        talk.couple = (talk.last.entity, name.entity)
    talk.last = name
    before = document.narration[sentence.span.start : name.span.start]
    fronted = before == "For " and _IS_ABOUT.match(document.narration, name.run.end)
    if talk.subject is None and (fronted or not _LEADING.match(before)):
        talk.subject = name.entity


def _meant(talk: _Talk, place: Span, what: re.Match[str]) -> tuple[int, ...]:
    """Which companies the words stand for; none where that is not clear."""
    if what.re is _SEVERAL:
        before = talk.couple or tuple(dict.fromkeys(talk.met))[:2]
        return before if len(before) == 2 else talk.together
    entity = talk.subject if talk.subject is not None else talk.topic
    if what.re is _ONE:
        entity = talk.described.get(what["noun"], entity)
        peoples = {one for one in what[0].casefold().split()[1:-1] if one in PEOPLES}
        entity = _theirs(talk, peoples, entity) if peoples else entity
    return () if entity is None else (entity,)


def _theirs(talk: _Talk, peoples: set[str], guess: int | None) -> int | None:
    """The only company that is said to be of the people; otherwise the guess, unless that is said
    to be of another: then the one that the text names most."""
    said = {number for number, others in talk.peoples.items() if others & peoples}
    if len(said) == 1:
        return said.pop()
    if guess is None or not talk.peoples.get(guess, peoples) & peoples:
        return next((one for one in talk.most if talk.peoples.get(one, peoples) & peoples), guess)
    return guess


def _leave(talk: _Talk, document: Document, sentence: Sentence, named: Sequence[Mention]) -> None:
    """What the sentence leaves to be spoken of."""
    if talk.subject is None and named:
        talk.subject = named[0].entity
    entities = tuple(dict.fromkeys(each.entity for each in named))
    told = _TOGETHER.search(document.narration, sentence.span.start, sentence.span.end)
    if pair := _listed(document, named):
        talk.together = pair
    elif len(entities) in {2, 3} and told:
        talk.together = entities
    if talk.subject is not None and (
        not named or named[0].span.start - sentence.span.start < _TOPIC_WITHIN
    ):
        talk.topic = talk.subject


def _listed(document: Document, named: Sequence[Mention]) -> tuple[int, ...]:
    """The companies that the sentence names first side by side: “A and B”."""
    found: list[int] = []
    for one, other in pairwise(named):
        if _are_listed(document, one, other):
            found += [one.entity, other.entity]
        elif found:
            break
    return tuple(dict.fromkeys(found))


def _are_listed(document: Document, one: Mention, other: Mention) -> bool:
    between = document.narration[one.span.end : other.span.start]
    return _LIST.fullmatch(between.rstrip()) is not None


def _most_named(mentions: Mentions) -> tuple[int, ...]:
    """The two companies that the text names most."""
    counts: dict[int, int] = {}
    for each in mentions.all:
        if mentions.entities[each.entity].kind == "company":
            counts[each.entity] = counts.get(each.entity, 0) + 1
    most = sorted(counts, key=lambda one: -counts[one])[:2]
    return tuple(most)


def _described(document: Document, mentions: Mentions) -> dict[str, int]:
    """By noun: the only company that the text calls so: “Norr, a Finnish chipmaker”."""
    found: dict[str, set[int]] = {}
    for each in mentions.all:
        if mentions.entities[each.entity].kind != "company":
            continue
        after = _APPOSED.match(document.narration, each.run.end, each.run.end + 60)
        for told in (after, _leading_noun(document.narration, each.span.start)):
            if told and told["noun"] not in words.ANY_COMPANY:
                found.setdefault(told["noun"], set()).add(each.entity)
    return {noun: one.pop() for noun, one in found.items() if len(one) == 1}


def _leading_noun(narration: str, start: int) -> re.Match[str] | None:
    """“The chipmaker Norr”: the noun before a name."""
    if not narration.endswith(_NOUN_ENDS, max(0, start - 40), start):
        return None
    return _LED.search(narration, max(0, start - 40), start)


def _peoples(document: Document, mentions: Mentions) -> dict[int, set[str]]:
    """By company: of which people or place it is said to be: “the French maker Norr”."""
    found: dict[int, set[str]] = {}
    for each in mentions.all:
        if mentions.entities[each.entity].kind != "company":
            continue
        before = _LED_BY.search(document.narration, max(0, each.span.start - 50), each.span.start)
        after = _APPOSED_BY.match(document.narration, each.run.end, each.run.end + 50)
        for told in (before, after):
            if told and told["people"].casefold() in _ORIGINS:
                found.setdefault(each.entity, set()).add(told["people"].casefold())
    return found
