"""Cues of launches: the words that launch, show, make, delay or cancel something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from partnerships.reading.launch_bare_cues import due_cue, leads_on, noun_cue, set_apart
from partnerships.reading.launch_phrases import (
    ANY,
    BEFORE_VERB,
    PHRASES,
    Cue,
    CueKind,
    Phrase,
    Side,
    Tense,
)
from partnerships.reading.product_tokens import Token
from partnerships.reading.words import launch_cues as words
from partnerships.reading.words.launches import BE, DETERMINERS, HAVE

LONGEST_OBJECT = 9  # words between a verb and its particle
ALREADY = words.ONTO | {"off", "back", "up", "out", "together", "away"}
TRIGGERS = frozenset(PHRASES) | words.NOUNS | words.SALES | words.DUE_ALONE | words.MEANT
TRIGGERS |= {"in", "sale", "available", "out"} | words.COMES


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Those of a sentence, in their order; where several begin at a word, the longest."""
    found: list[Cue] = []
    for number in [at for at, each in enumerate(tokens) if each.low in TRIGGERS]:
        if found and number <= found[-1].last:
            continue
        if number and tokens[number].capital and not _is_titled(tokens):
            continue  # a part of a name
        if number and tokens[number - 1].low == "than":
            continue  # “later than planned”
        cue = set_apart(tokens, number) or _phrase_cue(tokens, number)
        cue = cue or noun_cue(tokens, number) or due_cue(tokens, number)
        if cue is not None:
            found.append(cue)
    return list(_merged(found, tokens))


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Whether most words have capitals."""
    return sum(each.capital for each in tokens) * 2 > len(tokens)


def _merged(cues: Sequence[Cue], tokens: Sequence[Token]) -> Iterator[Cue]:
    """“Has delayed the launch of”: the verb tells what becomes of what the noun launches."""
    number = 0
    while number < len(cues):
        cue, following = cues[number], cues[number + 1 : number + 2]
        if following and _names_plans(tokens, cue, following[0]):
            number += 1
            following = cues[number + 1 : number + 2]
        noun = following[0] if following and following[0].loose else None
        if following and _is_of_a_plan(tokens, cue, following[0]):
            noun = following[0]
        if noun and cue.side != "s" and not cue.loose and noun.first - cue.last <= 4:
            kind: CueKind = cue.kind if cue.kind in {"delay", "cancel"} else noun.kind
            yield replace(
                noun, kind=kind, first=cue.first, verb=cue.verb, tense=cue.tense, loose=False
            )
            number += 2
            continue
        yield cue
        number += 1


def _names_plans(tokens: Sequence[Token], cue: Cue, following: Cue) -> bool:
    """Whether the second is no verb: “has abandoned plans”."""
    near = 0 < following.first - cue.last <= 2
    return cue.kind in {"cancel", "delay"} and near and tokens[following.first].low in words.PLANS


def _is_of_a_plan(tokens: Sequence[Token], cue: Cue, following: Cue) -> bool:
    """“Has abandoned plans to launch”."""
    between = {each.low for each in tokens[cue.last + 1 : following.first]}
    return cue.kind in {"cancel", "delay"} and "to" in between and bool(words.PLANS & between)


def _phrase_cue(tokens: Sequence[Token], number: int) -> Cue | None:
    phrases = PHRASES.get(tokens[number].low)
    if phrases is None:
        return None
    following = tokens[number + 1].low if number + 1 < len(tokens) else ""
    for phrase in phrases.get(following, phrases[""]):
        last = _matched(tokens, number + 1, phrase)
        if last is None:
            continue
        cue = _told(tokens, number, last, phrase)
        if cue is not None:
            return cue
    return None


def _matched(tokens: Sequence[Token], place: int, phrase: Phrase) -> int | None:
    """The last word of the phrase that goes on at `place`, or None where it does not."""
    if phrase.beyond:
        return _verb_of_two(tokens, place, phrase)
    for number, (optional, options) in enumerate(phrase.parts):
        if options is ANY:
            following = phrase.parts[number + 1][1]
            rest = range(place, min(place + 9, len(tokens)))
            place = next((each for each in rest if tokens[each].low in following), place)
        elif (
            options is words.DATE_WORDS
            and tokens[place : place + 1]
            and tokens[place].text.isdigit()
        ):
            continue
        elif place < len(tokens) and tokens[place].low in options:
            place += options not in (words.DATE_WORDS, words.MONTHS)
        elif not optional:
            return None
    return place - 1


def _verb_of_two(tokens: Sequence[Token], place: int, phrase: Phrase) -> int | None:
    """The verb of “put the Bow 3 off”, “bring it to market”, whose object stands within."""
    rest = tokens[place : place + LONGEST_OBJECT]
    if len(rest) < 2 or rest[0].low in ALREADY:
        return None
    for here, following in pairwise(rest):
        if here.low in words.WITHIN or following.start - here.end > 2:
            return None
        if following.low in phrase.beyond and (here.low in words.ONTO or here.low not in ALREADY):
            return place - 1
    return None


def _told(tokens: Sequence[Token], number: int, last: int, phrase: Phrase) -> Cue | None:
    verb = _verb_group(tokens, number)
    group = [each.low for each in tokens[verb:number]]
    before = tokens[verb - 1].low if verb else ""
    if phrase.form == "base" and not group and not _is_verb(tokens, verb):
        return None
    if phrase.form in {"past", "part"} and _is_adjective(tokens, number, verb):
        return None
    if {"not", "never", "won't"}.intersection(group) and phrase.kind not in {"delay", "cancel"}:
        return _denied(tokens, number, last, phrase, verb)
    if phrase.form == "base" and BE.intersection(group[-1:]):
        phrase = replace(phrase, form="part")  # “was put”, “is set”
    if phrase.tail == ("no",) and before != "there":
        return None
    passive = phrase.form in {"past", "part"} and (
        bool(BE.intersection(group[-4:]))
        or (verb > 0 and tokens[verb - 1].apostrophe and before in {"it", "that", "there", "what"})
    )
    if phrase.tail == ("out",) and tokens[last + 1 : last + 2] and tokens[last + 1].low == "of":
        return None
    if tokens[number].low in {"added", "adds"} and before in words.SPEAKERS:
        return None  # “…”, he added
    if phrase.kind == "name" and phrase.tail and phrase.side == "s":
        known = phrase.form in {"past", "part"}
        return Cue("name", number, last, "o", "past", verb) if known else None  # “sold as”
    if phrase.kind == "name" and phrase.side == "s" and not passive:
        return None if phrase.form == "ing" else Cue("name", number, last, "o", "past", verb)
    if phrase.kind == "name":
        return Cue("name", number, last, "o", "past", verb)
    side = "s" if passive and phrase.side != "s" else phrase.side
    if phrase.kind == "due" and not leads_on(tokens, last + 1):
        return None
    tense = _tense(phrase, group, before)
    dated = any("DATE" in part or part == "MONTH" for part in phrase.tail) and not (
        phrase.kind == "due" and not number
    )
    if "(DATE)" in phrase.tail and phrase.form in {"past", "part"}:
        return None
    spoken = {each.low for each in tokens[verb : last + 1]}
    former = phrase.kind == "due" and bool(words.FORMER & spoken) and "track" not in spoken
    former = former or ("had" in spoken and tense == "ahead")
    former = former or {"should", "have"} <= spoken or {"supposed", "to"} <= spoken
    former = former or (bool({"was", "were"} & spoken) and {"to", "have"} <= spoken)
    return Cue(
        phrase.kind, number, last, side, tense, verb, phrase.form, dated=dated, former=former
    )


def _denied(
    tokens: Sequence[Token], number: int, last: int, phrase: Phrase, verb: int
) -> Cue | None:
    """“Will not come to market”: never, or later than some day."""
    group = {each.low for each in tokens[verb:number]}
    after = {each.low for each in tokens[last + 1 : last + 5]}
    surely = {"will", "won't", "would", "never"}
    if phrase.kind not in {"sale", "launch", "make"} or not group & surely:
        return None
    later = bool(after & {"before", "until", "till"})
    if phrase.kind == "make" and not later and not after & words.NEVER_MADE:
        return None
    kind: CueKind = ("sale" if phrase.kind == "make" else phrase.kind) if later else "cancel"
    side: Side = "s" if BE & group or phrase.side != "o" else "o"
    return Cue(kind, number, last, side, "ahead", verb, phrase.form)


def _is_adjective(tokens: Sequence[Token], number: int, verb: int) -> bool:
    """“The first jointly developed car”: a participle within a noun phrase."""
    place = number
    while place and (
        tokens[place - 1].low.endswith("ly") or tokens[place - 1].low in words.ORDINALS
    ):
        place -= 1
    return place > 0 and tokens[place - 1].low in words.ARTICLES


def _is_verb(tokens: Sequence[Token], number: int) -> bool:
    """Whether a base form is a verb: “Norr and Calida launch”, not “the last big release”."""
    if not number:
        return True
    before = tokens[number - 1]
    if before.low in DETERMINERS - words.BEFORE_BASE or before.apostrophe:
        return False
    if tokens[number].low not in words.NOUN_LIKE:
        return True
    return before.low in words.BEFORE_BASE or before.low.endswith("s") or before.named


def _verb_group(tokens: Sequence[Token], number: int) -> int:
    first = number
    while first and number - first < 7 and tokens[first - 1].low in BEFORE_VERB:
        first -= 1
    return first


def _tense(phrase: Phrase, group: Sequence[str], before: str) -> Tense:
    if words.AHEAD.intersection(group) or before in words.AHEAD:
        return "ahead"
    if phrase.kind == "due":
        return "ahead"
    if phrase.form in {"past", "part"}:
        return "past"
    if phrase.form == "ing":
        return "ahead" if BE.intersection(group) else "past" if HAVE.intersection(group) else "now"
    return "now"
