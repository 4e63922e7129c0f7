"""What a passage says of a cooperation: rumoured, announced, going on or over; or nothing."""

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from partnerships.reading.anycase import AnyCase
from partnerships.reading.context import Context
from partnerships.reading.dating import (
    AND_THEN,
    BREAKS,
    ENDS,
    clause_start,
    dates_of,
    is_news,
    is_past,
)
from partnerships.reading.findings import PartnershipStatus, Span
from partnerships.reading.lengths import begun_by_length
from partnerships.reading.scenes import STRONG, Hit, words_of
from partnerships.reading.slots import Line
from partnerships.reading.when import When
from partnerships.reading.words import partnerships as words

Refusal: TypeAlias = Literal[
    "denied", "negated", "hypothetical", "asked", "a takeover", "a dispute"
]

PAST = words_of(words.PAST)
GOES_ON = words_of(words.GOES_ON)
CARRIES_ON = words_of(words.CARRIES_ON)
RUMOUR = words_of(words.RUMOUR)
SOURCED = words_of(words.SOURCED)
MODAL = re.compile(rf"(?<![\w§-])(?<!you )(?<!You )(?:{words.MODAL})(?![\w-])")
MODAL_HEADLINE = re.compile(r"(?<![\w§-])(?:May|Could|Might) (?=[A-Z])|\?$")
DENIAL = words_of(words.DENIAL)
NEGATION = AnyCase(rf"(?<![\w§-])(?:{words.NEGATION})(?![\w-])|n't\b")
NOT_NEGATION = re.compile(rf"(?:\b|(?<=\w))(?:{words.NOT_NEGATION})", re.IGNORECASE)
BEGINS = words_of(
    words.FORMS, words.VERBS_WITH, r"together|jointly|to (?:build|develop|launch|create|form)"
)
NEWLY = words_of(words.NEWLY)
FORMED = words_of(words.HAS_FORMED)
DEFINITE = re.compile(
    r"(?:\bthe|§'s?|\bits|\btheir|\bthis|\bthat) (?:[\w-]+ ){0,3}$", re.IGNORECASE
)
NEW = re.compile(r"\b(?:new|first|next) ")
SHORT_LIVED = words_of(words.SHORT_LIVED)
SAME = re.compile(
    rf"(?<![\w§-])(?:the|that|this|an?|§'s) (?:[\w-]+ ){{0,2}}?(?:{words.SAME_NOUNS}|two|pair)\b"
    r"|, (?:but )?§ |, (?:which|until|before) ",
    re.IGNORECASE,
)
LATER = AnyCase(
    rf"(?<![\w§-])(?:the|this|that|those|these|their|both|§'s) (?:[\w-]+ ){{0,3}}?"
    rf"(?:(?:{words.SAME_NOUNS}|friendship|project)s?|two|pair)\b"
    r"|^(?:It|§|They) (?=began|started|dates|goes back|ran|expired|lapsed"
    r"|ended(?! (?:its|the|their|an?|all)\b)|was (?:signed|announced|formed|agreed))"
    r"|^Contracts? with (?:both|§)"
)
MAKES_THINGS = {
    "made together with B",
    "tuned by B",
    "under licence",
    "with B, A makes",
    "in collaboration with B",
    "A and B are partners",
}
IS_PARTNER = "B is the partner of A"
PART_WAYS = "A and B part ways"
ANOTHER = "another with C"
VERBS = {"A teams up with B", "A and B work together"}
CONTINUING = re.compile(words.CONTINUING, re.IGNORECASE)
STARTS_NOW = re.compile(
    r"\b(?:(?:will|would|to|is|are|'s|'re|agreed to|announced?)(?: \w+)?|(?:will|to|are|is)(?:"
    r" [\w'-]+){1,9}) $"
)
TALKS_FAILED = re.compile(
    r"\b(?:broken?|ended?|collapsed|failed|abandoned|called off|suspended|walked away from)(?:"
    r" off)?"
    r" (?:[\w§'-]+ ){0,2}(?:talks|negotiations|discussions)\b"
    r"|\b(?:talks|negotiations|discussions)\b[^.;]{0,80}\b(?:collapsed|failed|ended|broke down"
    r"|fell through"
    r"|came to nothing|broken off)\b"
)
# “… and that it is now with C”: who has moved on to another.
MOVED_ON = re.compile(
    r"\b(?:now|nowadays|these days|today|since (?:then|switched|moved)) (?:\w+ )?(?:with|to) §"
)
TAKEOVER = words_of(r"acqui(?:re[sd]?|ring|sitions?)|takeovers?|buyouts?|mergers?|merged?|to buy")
DISPUTE = words_of(r"sue[sd]?|suing|lawsuits?|in court|patent dispute")
DENIED_AFTER = re.compile(
    r", (?:which|but|and)\b[^.;]{0,90}\b(?:both|has|have|§|companies|quickly|promptly|flatly)"
    r" (?:\w+ )?denied\b"
)
ANNOUNCES_A = re.compile(r"\b(?:announced|signed|sealed|struck|agreed) an? (?:[\w-]+ ){0,3}$")
ANNOUNCES_OUR = re.compile(
    r"\b(?:announc\w+|unveil\w*|present) (?:its|their|our|§'s) (?:[\w-]+ ){0,3}$"
)
AFTER_ENDING = re.compile(r"\b(?:[Aa]fter|[Hh]aving) (?:\w+ )?\w+$")
LEFT_ANOTHER = re.compile(r"\b(?:after|since|when|once) (?:[\w-]+ ){0,2}§ $")
WILL_END = re.compile(r"\b(?:will|would|may|could|not|never)(?: \w+)? $")


@dataclass(frozen=True, slots=True)
class Told:
    """One passage with what it says; no status where it only dates the cooperation."""

    hit: Hit
    status: PartnershipStatus | None
    words: Span  # that decided the status
    begun: When | None
    ended: When | None
    number: int  # of the sentence
    named: frozenset[int] = frozenset()  # in a sentence that says more of one spoken of before


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the article a sentence stands."""

    number: int
    headline: bool
    doubtful: bool  # the sentence before, or the whole article, passes on a rumour


def told_by(context: Context, hit: Hit, place: Place) -> Told | Refusal:
    """What the passage says of the cooperation, or why it says nothing."""
    text = hit.line.words
    left = clause_start(text, hit.start)
    right = _clause_end(text, hit.right)
    rumour = RUMOUR.search(text, 0, right) or _sourced(text, hit.right)
    modal = _doubt(text, left, hit.start)
    modal = modal or (MODAL_HEADLINE.search(text) if place.headline or place.doubtful else None)
    doubted = rumour or modal
    if refusal := _refused(hit, left):
        return refusal
    end = hit.line.span(hit.start, hit.right).end
    if DENIED_AFTER.search(context.document.narration, end, hit.line.sentence.span.end):
        return "denied"
    if rumour and re.search(r"\byou\b", text[: hit.start]):
        return "asked"
    if modal and not (rumour or place.doubtful or place.headline):
        return "hypothetical"
    begun, ended = dates_of(context, hit)
    if CARRIES_ON.search(text, left, hit.right) and begun and not _surely_begun(context, begun):
        begun = _older(context, hit)
    if begun is None and not doubted:
        begun = begun_by_length(context, hit, ended)
    if doubted:
        return Told(hit, "rumoured", hit.line.span(*doubted.span()), begun, None, place.number)
    status, span = _status(context, _Passage(hit, left, right, begun, ended, place))
    if status == "ended" and begun and is_news(context, begun):
        begun = None  # the day on which the end was told
    return Told(hit, status, span, begun, ended, place.number)


def _doubt(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words for what may be; “they said that they would” is none."""
    for conjunction in CONJUNCTION.finditer(text, start, end):
        start = conjunction.end()
    found = MODAL.search(text, start, end)
    if found and found[0] == "would" and SAID_THEY.search(text, start, found.start()):
        return None
    return found


CONJUNCTION = re.compile(r" (?:since|after|because) (?=§)")
SAID_THEY = re.compile(
    r"\b(?:said|says|told|announced|confirmed|declared|communicated|revealed|agreed)\b[^.;]{0,60} $"
)


def _clause_end(text: str, at: int) -> int:
    ends = [found.start() for pattern in (BREAKS, CLAUSE) if (found := pattern.search(text, at))]
    return min(ends, default=len(text))


CLAUSE = re.compile(r", and |, the ")


def _sourced(text: str, at: int) -> re.Match[str] | None:
    """“…, two people familiar with the matter said”."""
    found = SOURCED.search(text, at)
    return None if found is None or BREAKS.search(text, at, found.start()) else found


def _refused(hit: Hit, left: int) -> Refusal | None:
    """Why the words mean no cooperation, if they do not."""
    text = hit.line.words
    if DENIAL.search(text, 0, hit.start) or (DENIAL.search(text) and RUMOUR.search(text)):
        return "denied"
    piece = text[left : hit.right]
    if NEGATION.search(piece) and _is_negated(NOT_NEGATION.sub("", piece)):
        return "negated"
    if TALKS_FAILED.search(text):
        return "negated"
    if hit.rule != "noun with B" or STRONG.search(text, hit.start, hit.end):
        return None
    near = text[max(0, hit.start - 50) : hit.right]
    return "a takeover" if TAKEOVER.search(near) else "a dispute" if DISPUTE.search(near) else None


def _is_negated(piece: str) -> bool:
    return NEGATION.search(piece) is not None and not ENDS.search(piece)


def _surely_begun(context: Context, when: When) -> bool:
    """Whether the words before the date say that it was begun then."""
    before = context.document.shadow[max(0, when.span.start - 40) : when.span.start]
    return when.modifier == "since" or bool(BEGUN.search(before))


def _older(context: Context, hit: Hit) -> When | None:
    """The day since which goes on what is now extended: “their pact, which began in 2019”."""
    sentence = hit.line.sentence.span
    inside = (each for each in context.dates if each.span.overlaps(sentence))
    return next((each for each in inside if _surely_begun(context, each)), None)


BEGUN = re.compile(
    r"\b(?:since|from|back to|began|begun|started|signed|concluded|agreed|announced|struck|formed"
    r"|entered)\b[\w ]{0,24}$"
)


@dataclass(frozen=True, slots=True)
class _Passage:
    hit: Hit
    left: int  # of its clause
    right: int
    begun: When | None
    ended: When | None
    place: Place

    @property
    def start(self) -> int:
        # “ended its pact with B, but kept the one with C”
        return self.left if self.hit.rule == ANOTHER else min(self.left, self.hit.left)


def _status(context: Context, passage: _Passage) -> tuple[PartnershipStatus, Span]:
    """The status that an assertion gives, and the words that give it."""
    hit = passage.hit
    if over := _over(context, passage):
        return "ended", over
    trigger = hit.line.span(hit.start, hit.end)
    return ("announced" if _announces(context, passage) else "active"), trigger


def _over(context: Context, passage: _Passage) -> Span | None:
    """The words that say that it is over."""
    hit, text = passage.hit, passage.hit.line.words
    if hit.rule == PART_WAYS:
        return hit.line.span(hit.start, hit.end)
    ends = ENDS.search(text, passage.start, passage.right)
    if ends and AND_THEN.search(text, ends.end(), max(ends.end(), hit.start)):
        ends = None  # “parted ways with A and now works with B”
    if ends and AFTER_ENDING.search(text, 0, ends.end()) and ", §" in text[ends.end() : hit.start]:
        ends = None  # “after ending its pact with A, B began one with C”
    if ends and LEFT_ANOTHER.search(text, hit.right, max(hit.right, ends.start())):
        ends = None  # “A will build it with B, a month after B parted ways with C”
    if ends and not re.search(r"joint venture|to form", text[hit.end : ends.start()]):
        return hit.line.span(*ends.span())
    if passage.ended is not None and is_past(context, passage.ended):
        return passage.ended.span
    old = passage.begun is not None and not is_news(context, passage.begun)
    comma = text.find(",", hit.right)
    end = passage.right if comma < 0 else min(comma, passage.right)
    past = PAST.search(text, max(0, passage.start - 12), end)
    if past and (old or not SHORT_LIVED.fullmatch(past[0]) or passage.place.number > 3):
        return hit.line.span(*past.span())
    if moved := MOVED_ON.search(text, hit.right):
        return hit.line.span(*moved.span())
    if later := _same_ended(text, hit.right):
        return hit.line.span(*later)
    short = SHORT_LIVED.search(text, hit.start, hit.end)
    return hit.line.span(*short.span()) if short and old else None


def _same_ended(text: str, at: int) -> tuple[int, int] | None:
    """“…, and the cooperation was over before it had begun”."""
    for same in SAME.finditer(text, at):
        if same[0][0] == "," and "§" in text[at : same.start()]:
            continue  # “… with B, and used to have one with C, which lapsed”
        found = ENDS.search(text, same.end(), same.end() + 45)
        between = text[same.end() : found.start()] if found else ""
        if "with §" in between:
            continue  # “…, and a pact with C ended”
        if found and not NEGATION.search(between) and not BREAKS.search(between):
            return found.span()
    return None


def _announces(context: Context, passage: _Passage) -> bool:
    """Whether the passage is the news of a cooperation that begins."""
    hit, text = passage.hit, passage.hit.line.words
    if GOES_ON.search(text, passage.start, passage.right) or _carries_on(passage):
        return False
    if hit.rule == "its partner B" and not re.search(r"\bnew\b", text[: hit.end]):
        return False
    begins = BEGINS.search(text, max(0, hit.left - 2), hit.right + 40) is not None
    begins = begins or ANNOUNCES_A.search(text, passage.left, hit.start) is not None
    if passage.begun is not None:
        return begins and is_news(context, passage.begun)
    before = text[max(0, hit.start - 40) : hit.start]
    if ANNOUNCES_OUR.search(before):
        return True
    if DEFINITE.search(before) and not NEW.search(before) and hit.rule != IS_PARTNER:
        return False
    lead = passage.place.number < 4 and (begins or passage.place.headline)
    lead = lead and hit.rule != IS_PARTNER
    return lead or FORMED.search(text, passage.left, passage.right) is not None


def _carries_on(passage: _Passage) -> bool:
    """Whether the words tell what goes on: “A works with B”, “A and B extend their pact”."""
    hit, text = passage.hit, passage.hit.line.words
    if CARRIES_ON.search(text, passage.left, hit.right):
        return True
    if hit.rule in MAKES_THINGS:
        return NEWLY.search(text, passage.left, hit.right) is None
    if hit.rule not in VERBS or not CONTINUING.fullmatch(text, hit.start, hit.end):
        return False
    now = STARTS_NOW.search(text, passage.left, hit.start)
    return not (now or passage.place.headline)


def told_later(context: Context, line: Line, number: int) -> Told | None:
    """“The pact was signed in March”: more about the cooperation that was spoken of last."""
    text = line.words
    found = LATER.search(text)
    if not found:
        return None
    told = _later(context, line, number, found)
    return replace(told, named=_named(context, line)) if told else None


def _named(context: Context, line: Line) -> frozenset[int]:
    entities = context.mentions.entities
    return frozenset(
        one
        for slot in line.slots.values()
        for one in slot.entities
        if slot.named and entities[one].kind == "company"
    )


def _later(context: Context, line: Line, number: int, found: re.Match[str]) -> Told | None:
    text = line.words
    at, end = found.span()
    hit = Hit((), "the same, later on", line, at, end, at, end)
    begun, ended = dates_of(context, hit)
    over = ENDS.search(text)
    if over and _ends_it(text, found, over):
        return Told(hit, "ended", line.span(*over.span()), None, ended, number)
    if begun and BEGINS_OR_RUNS.search(text, max(0, at - 60), end + 60):
        status: PartnershipStatus | None = "announced" if is_news(context, begun) else None
        return Told(hit, status, line.span(at, end), begun, None, number)
    if ended and is_past(context, ended):
        return Told(hit, "ended", ended.span, None, ended, number)
    return None


BEGINS_OR_RUNS = words_of(
    words.FORMS, words.VERBS_WITH, r"since|dates? (?:from|back)|goes back|going on|first|ran|runs?"
)


def _ends_it(text: str, found: re.Match[str], over: re.Match[str]) -> bool:
    """Whether the verb says that it has ended."""
    between = text[min(found.end(), over.start()) : max(found.start(), over.end())]
    before = text[found.start() : over.start()]
    negated = NEGATION.search(NOT_NEGATION.sub("", before)) or WILL_END.search(before)
    return not (BREAKS.search(between) or negated or GOES_ON.search(text))
