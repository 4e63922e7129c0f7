"""Cues of launches: the words that launch, show, make, delay or cancel something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnerships.reading.launch_phrases import ANY, PHRASES, CueKind, Form, Phrase, Side, Tense
from partnerships.reading.product_tokens import Token
from partnerships.reading.words import launch_cues as words
from partnerships.reading.words.launches import ADVERBS, BE, DETERMINERS, HAVE

BEFORE_VERB = BE | HAVE | ADVERBS | words.AHEAD | {"not", "be", "been", "being", "have", "has"}


@dataclass(frozen=True, slots=True)
class Cue:
    """The words `first` to `last` of a sentence; `verb` numbers the first of their verb group.

    `side` tells where the product stands: o after them, s before them, b after them where a noun
    phrase follows, else before.
    """

    kind: CueKind
    first: int
    last: int
    side: Side
    tense: Tense
    verb: int
    form: Form = "base"
    loose: bool = False  # a noun such as “the launch of”, without a tense of its own
    dated: bool = False  # that tells of a launch only with a date
    former: bool = False  # “was planned for”: a plan that need not hold any more


AFTER_DUE = words.DATE_WORDS | {"for", "to", "out"}
AFTER_AVAILABLE = words.DATE_WORDS | {"now", "for", "as"}
TRIGGERS = frozenset(PHRASES) | words.NOUNS | words.SALES | words.DUE_ALONE | words.MEANT
TRIGGERS |= {"in", "sale", "available"}


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Those of a sentence, in their order; where several begin at a word, the longest."""
    found: list[Cue] = []
    titled = sum(each.capital for each in tokens) * 2 > len(tokens)
    for number in range(len(tokens)):
        if tokens[number].low not in TRIGGERS or (found and number <= found[-1].last):
            continue
        if number and tokens[number].capital and not titled:
            continue  # a part of a name
        cue = _phrase_cue(tokens, number) or _noun_cue(tokens, number) or _due_cue(tokens, number)
        if cue is not None:
            found.append(cue)
    return list(_merged(found))


def _merged(cues: Sequence[Cue]) -> Iterator[Cue]:
    """“Has delayed the launch of”: the verb tells what becomes of what the noun launches."""
    number = 0
    while number < len(cues):
        cue, following = cues[number], cues[number + 1 : number + 2]
        noun = following[0] if following and following[0].loose else None
        if noun and cue.side != "s" and not cue.loose and noun.first - cue.last <= 4:
            kind: CueKind = cue.kind if cue.kind in {"delay", "cancel"} else noun.kind
            yield replace(
                noun, kind=kind, first=cue.first, verb=cue.verb, tense=cue.tense, loose=False
            )
            number += 2
            continue
        yield cue
        number += 1


def _phrase_cue(tokens: Sequence[Token], number: int) -> Cue | None:
    phrases = PHRASES.get(tokens[number].low)
    if phrases is None:
        return None
    following = tokens[number + 1].low if number + 1 < len(tokens) else ""
    for phrase in phrases:
        if phrase.seconds and following not in phrase.seconds:
            continue
        last = _matched(tokens, number + 1, phrase)
        if last is None:
            continue
        cue = _told(tokens, number, last, phrase)
        if cue is not None:
            return cue
    return None


def _matched(tokens: Sequence[Token], place: int, phrase: Phrase) -> int | None:
    """The last word of the phrase that goes on at `place`, or None where it does not."""
    for number, (optional, options) in enumerate(phrase.parts):
        if options is ANY:
            following = phrase.parts[number + 1][1]
            rest = range(place, min(place + 9, len(tokens)))
            place = next((each for each in rest if tokens[each].low in following), place)
        elif place < len(tokens) and tokens[place].low in options:
            place += options is not words.DATE_WORDS
        elif not optional:
            return None
    return place - 1


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
    passive = phrase.form in {"past", "part"} and (
        bool(BE.intersection(group[-4:]))
        or (verb > 0 and tokens[verb - 1].apostrophe and before in {"it", "that", "there", "what"})
    )
    if phrase.tail == ("out",) and tokens[last + 1 : last + 2] and tokens[last + 1].low == "of":
        return None
    if tokens[number].low in {"added", "adds"} and before in words.SPEAKERS:
        return None  # “…”, he added
    if phrase.kind == "name" and phrase.side == "s" and not passive:
        return None if phrase.form == "ing" else Cue("name", number, last, "o", "past", verb)
    if phrase.kind == "name":
        return Cue("name", number, last, "o", "past", verb)
    side = "s" if passive and phrase.side != "s" else phrase.side
    tense = _tense(phrase, group, before)
    dated = any("DATE" in part for part in phrase.tail)
    if "(DATE)" in phrase.tail and phrase.form in {"past", "part"}:
        return None
    spoken = {each.low for each in tokens[verb : last + 1]}
    former = phrase.kind == "due" and bool(words.FORMER & spoken) and "track" not in spoken
    former = former or ("had" in spoken and tense == "ahead")
    former = former or {"should", "have"} <= spoken or {"supposed", "to"} <= spoken
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
    if phrase.kind not in {"sale", "launch"} or not group & surely:
        return None
    later = bool(after & {"before", "until"})
    kind: CueKind = phrase.kind if later else "cancel"
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


def _noun_cue(tokens: Sequence[Token], number: int) -> Cue | None:
    """“The launch of X”, “deliveries of X are to begin”, “the launch date of X”."""
    low = tokens[number].low
    rest = [each.low for each in tokens[number + 1 : number + 4]]
    if low in words.NOUNS and rest[:1] in (["of"], ["for"]):
        return Cue("launch", number, number + 1, "o", "now", number, loose=True)
    if low in words.SALES and rest[:1] in (["of"], ["for"]):
        ahead = any(each.low in words.AHEAD for each in tokens[number + 1 : number + 12])
        tense: Tense = "ahead" if ahead else "now"
        kind: CueKind = "show" if low in words.ORDERS else "sale"
        return Cue(kind, number, number + 1, "o", tense, number, loose=True)
    return None


def _due_cue(tokens: Sequence[Token], number: int) -> Cue | None:
    """“Gravel Kings, due in June”, “on sale in the United States”, “available from today”."""
    low = tokens[number].low
    following = tokens[number + 1].low if number + 1 < len(tokens) else ""
    before = tokens[number - 1].low if number else ""
    if low in words.MEANT and following in {"for", "to"}:
        return Cue(
            "due",
            number,
            number,
            "s",
            "ahead",
            number,
            former=before in words.FORMER | {"once", "first"} or low == "set",
        )
    if low in words.DUE_ALONE and following in AFTER_DUE:
        return Cue("due", number, number, "s", "ahead", number)
    if low == "in" and following == "the" and _works(tokens, number + 2):
        return Cue("show", number, number + 2, "s", "ahead", number)
    if low == "sale" and before == "on":
        return Cue("sale", number - 1, number, "s", "now", number - 1)
    if low == "available" and following in AFTER_AVAILABLE:
        return Cue("sale", number, number, "s", "now", number)
    return None


def _works(tokens: Sequence[Token], number: int) -> bool:
    return number < len(tokens) and tokens[number].low in {"works", "pipeline", "making"}
