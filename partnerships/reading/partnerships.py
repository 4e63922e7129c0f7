"""Who works with whom: cooperations that the narration asserts, or reports as rumoured."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from partnerships.reading.context import Context
from partnerships.reading.dating import is_news
from partnerships.reading.findings import Field, Partnership, PartnershipStatus, Span
from partnerships.reading.frames import ANY_TRIGGER, LISTING, RULES, hits_of, scene_of
from partnerships.reading.partnership_rows import Row, Rows
from partnerships.reading.scenes import Hit, Scene, leading_of, words_of
from partnerships.reading.slots import Group, Line, Slot, line_of, slots_of, topics_of
from partnerships.reading.telling import (
    CARRIES_ON,
    GOES_ON,
    MODAL_HEADLINE,
    RUMOUR,
    Place,
    Told,
    told_by,
    told_later,
)
from partnerships.reading.text import Sentence
from partnerships.reading.when import When
from partnerships.reading.words import partnerships as words

__all__ = ["RULES", "find_partnerships"]

KINDS = tuple((kind, words_of(table)) for kind, table in words.KINDS)
ANY_KIND = words_of(*(table for _, table in words.KINDS))
BEGAN = "began on the date"  # the rule of a first day that is no announcement's
BEGINS = re.compile(r"\b(?:since|from|back to|began|begun|started)\b[\w ]{0,24}$", re.IGNORECASE)
LASTS = re.compile(r"(?:since|from|between)\b", re.IGNORECASE)
LONGEST = 1200  # characters of a sentence that tells something
DENIED_WITHIN = 3  # sentences
# They say less of a cooperation than any other frame that matches as well.
LESS_TOLD = frozenset({"A and B bring it out", "A talks with B about it"})
SCOPE = re.compile(
    rf"(?<![\w§-]){words.SCOPE} (?:the |an? |its |their |§'s"
    rf" )?(?P<scope>(?![§\d])[^.,;:()]{{3,90}})",
    re.IGNORECASE,
)
SCOPE_END = re.compile(rf" (?:{'|'.join(words.SCOPE_ENDS.split())})\b", re.IGNORECASE)
NO_SCOPE = re.compile(
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|first|second|next|last|past|time"
    r"|example"
    r"|instance|now|years|several|many|more|(?:two|three|four|five|six|ten|\w+ more) years)\b",
    re.IGNORECASE,
)


@dataclass
class _State:
    """What the sentences read so far leave behind for the next."""

    block: int = -1
    before: Group | None = None  # the subject of the sentence before
    words: tuple[str, int, int] = ("", 0, 0)  # of the sentence before: a text, and where in it
    headline: bool = False  # whether that was one
    listing: bool = False
    rumoured: frozenset[int] = frozenset()  # who does, by one of the sentences before
    since: int = 0  # the number of the sentence that said so

    def enter(self, sentence: Sentence) -> None:
        if sentence.block != self.block:
            self.block, self.before, self.listing = sentence.block, None, False

    def leave(self, scene: Scene, hits: Sequence[Hit]) -> None:
        text = scene.line.words
        self.words, self.headline = (text, 0, len(text)), scene.headline
        self.listing = self.listing or (not hits and bool(LISTING.search(text)))
        self.before = leading_of(scene) or self.before

    def is_doubtful(self) -> bool:
        """Whether the sentence before passes on a rumour; asked only where something is told."""
        modal = self.headline and MODAL_HEADLINE.search(*self.words)
        return bool(modal or RUMOUR.search(*self.words))


def find_partnerships(context: Context) -> tuple[Partnership, ...]:
    """One a cooperation, with all passages that state it, in the order of the text."""
    rows = Rows()
    for told in _without_denied(list(_all_told(context))):
        rows.file(told)
    found = [_partnership(context, row) for row in rows.all]
    return tuple(sorted(found, key=lambda each: each.evidence[0]))


def _all_told(context: Context) -> Iterator[Told | frozenset[int]]:
    """What each sentence says of cooperations, or of which companies it denies one."""
    document = context.document
    slots = slots_of(context)
    if len({one for slot in slots for one in slot.entities}) < 2:
        return
    topics = topics_of(context, slots)
    rumours = _is_rumour(context)
    state = _State()
    for number, sentence in enumerate(document.prose):
        state.enter(sentence)
        start, end = sentence.span.start, sentence.span.end
        if number > state.since + DENIED_WITHIN:
            state.rumoured = frozenset()
        if state.rumoured and DENIES_IT.search(document.narration, start, min(end, start + 200)):
            yield state.rumoured
        told = ANY_TRIGGER.search(document.low, start, end)
        if not told or end - start > LONGEST:
            state.before = _first_group(slots, sentence.span) or state.before
            state.words = (document.narration, start, min(end, start + LONGEST))
            state.headline = False
            continue
        line = line_of(context, sentence, slots)
        headline = document.blocks[sentence.block].kind == "headline"
        scene = scene_of(line, state.before, topics, headline, state.listing)
        hits = _respectively(_best(hits_of(scene)), line) if line.slots else []
        doubtful = bool(hits) and (rumours or state.is_doubtful())
        place = Place(number, headline, doubtful)
        for each in _told(context, line, hits, place):
            if isinstance(each, Told) and each.status == "rumoured":
                state.rumoured, state.since = frozenset(each.hit.entities), number
            yield each
        state.leave(scene, hits)


def _told(
    context: Context, line: Line, hits: Sequence[Hit], place: Place
) -> Iterator[Told | frozenset[int]]:
    for hit in hits:
        told = told_by(context, hit, place)
        if isinstance(told, Told):
            yield told
        elif told == "denied":
            yield frozenset(hit.entities)
    if not hits and (later := told_later(context, line, place.number)):
        yield later


def _without_denied(found: Sequence[Told | frozenset[int]]) -> list[Told]:
    """What is told, without rumours that the article reports as denied."""
    denied = {each for each in found if not isinstance(each, Told)}
    return [
        each
        for each in found
        if isinstance(each, Told)
        and not (each.status == "rumoured" and frozenset(each.hit.entities) in denied)
    ]


def _is_rumour(context: Context) -> bool:
    """Whether the article as a whole passes on a rumour."""
    narration = context.document.narration
    first = [each.span.of(narration) for each in context.document.prose[:3]]
    blocks = context.document.blocks
    title = first[0] if first and blocks[context.document.prose[0].block].kind == "headline" else ""
    return any(RUMOUR.search(each) for each in first) or bool(MODAL_TITLE.search(title))


# The sentence after a rumour: “A spokeswoman denied it.”
DENIES_IT = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)) (?:it|this|that|both|the (?:report"
    r"|rumou?r|claim|talk|story)s?|any such|all)\b|\b(?:called|calls) (?:it|this|that|the (?:report"
    r"|rumou?r)s?) (?:\w+ )?(?:nonsense|untrue|false|rubbish|wrong)"
    r"|\b(?:it is|it's|that is|that's|this is|they are)"
    r" (?:not true|untrue|nonsense|invented|false)\b"
    r"|\b(?:no truth in|nothing in|nothing to) (?:it|that|this|the (?:rumou?r|story|talk)s?)\b"
)
MODAL_TITLE = re.compile(r"\?|\b(?:may|could|might)\b|\b(?:May|Could|Might) (?=[A-Z])")


def _first_group(slots: Sequence[Slot], span: Span) -> Group | None:
    """The first company that a sentence names."""
    at = bisect_left(slots, span.start, key=lambda slot: slot.span.start)
    end = bisect_left(slots, span.end, at, key=lambda slot: slot.span.start)
    inside = slots[at:end]
    slot = next((each for each in inside if each.named), inside[0] if inside else None)
    return Group(-1, -1, (slot,), False) if slot else None


def _best(hits: Sequence[Hit]) -> list[Hit]:
    """Each cooperation of a sentence once: the hit of most companies among those of the same."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda each: each.rule in LESS_TOLD):
        own = set(hit.entities)
        if any(own <= set(each.entities) for each in kept) or (hit.weak and kept):
            continue
        kept = [each for each in kept if not set(each.entities) < own]
        kept.append(hit)
    return kept


def _respectively(hits: Sequence[Hit], line: Line) -> list[Hit]:
    """“A and B work with C and D, respectively” are two cooperations of two."""
    if "respectively" not in line.words:
        return list(hits)
    found: list[Hit] = []
    for hit in hits:
        half = len(hit.slots) // 2
        pairs = list(zip(hit.slots[:half], hit.slots[half:], strict=False))
        even = len(hit.slots) % 2 == 0 and half > 1
        found += [replace(hit, slots=pair) for pair in pairs] if even else [hit]
    return found


def _partnership(context: Context, row: Row) -> Partnership:
    first = row.told[0]
    rule = first.hit.rule
    begun = _begun(row)
    status, span = _settled(context, row, begun)
    number = 0 if rule == "with B, A makes" else first.number  # “at the show SHM also announced …”
    begun = begun or _day_of_news(context, number, status)
    ended = next((each.ended for each in row.told if each.ended), None)
    entities = context.mentions.entities
    order = sorted(row.entities, key=lambda one: row.slots[one].span)
    return Partnership(
        participants=tuple(Field(entities[one].name, row.slots[one].span, rule) for one in order),
        status=Field(status, span, rule),
        rule=rule,
        evidence=tuple(dict.fromkeys(each.hit.line.sentence.span for each in row.told)),
        kinds=_kinds(row),
        announced=_day(begun, BEGAN if _began(context, begun) else "date"),
        ended=_day(ended) if status == "ended" else None,
        scope=_scope(context, row),
    )


def _day(when: When | None, rule: str = "date") -> Field | None:
    return Field(when.edtf, when.span, rule, when.why) if when else None


def _began(context: Context, when: When | None) -> bool:
    """Whether the words say that it began on the day, not that it was announced then."""
    if when is None:
        return False
    text, start = context.document.shadow, when.span.start
    return bool(LASTS.match(text, start) or BEGINS.search(text[max(0, start - 40) : start]))


def _begun(row: Row) -> When | None:
    """The earliest day that the passages give; of one year the one that tells more."""
    given = [each.begun for each in row.told if each.begun]
    return min(given, key=lambda when: (when.edtf[:4], len(when.edtf) < 5, when.edtf), default=None)


def _day_of_news(context: Context, number: int, status: str) -> When | None:
    """The day that the first sentences give, for what they announce."""
    sentences = context.document.sentences
    if status != "announced" or number > 3 or not sentences:
        return None
    end = sentences[: number + 3][-1].span.end
    news = (when for when in context.dates[:8] if when.span.end <= end and is_news(context, when))
    return next(news, None)


def _settled(context: Context, row: Row, begun: When | None) -> tuple[PartnershipStatus, Span]:
    """The status by all passages together."""
    told = [each for each in row.told if each.status]
    by = {each.status: each for each in reversed(told)}
    over = by.get("ended")
    if over and not any(
        each.number > over.number and GOES_ON.search(each.hit.line.words) for each in told
    ):
        return "ended", over.words
    running = (each for each in told if each.status == "active" and each.begun)
    if told and told[0].status == "rumoured" and (surely := next(running, None)):
        return "active", surely.words
    if told and told[0].status == "rumoured":
        return "rumoured", told[0].words
    news = by.get("announced")
    if news and any(_extends(each) for each in told):
        news = None
    if news and (begun is None or is_news(context, begun)):
        return "announced", news.words
    return "active", (by.get("active") or news or row.told[0]).words


def _extends(told: Told) -> bool:
    """Whether the passage is the news that an older cooperation goes on."""
    text, hit = told.hit.line.words, told.hit
    return bool(CARRIES_ON.search(text, hit.left, hit.right) and told.status == "active")


def _kinds(row: Row) -> tuple[Field, ...]:
    """What kinds of cooperation the passages call it."""
    found: dict[str, Field] = {}
    for each in row.told:
        hit, text = each.hit, each.hit.line.words
        place = max(0, hit.start - 30), hit.right + 40
        for kind, pattern in KINDS if ANY_KIND.search(text, *place) else ():
            near = pattern.search(text, *place)
            if near and kind not in found:
                found[kind] = Field(kind, hit.line.span(*near.span()), hit.rule)
    return tuple(found.values())


def _scope(context: Context, row: Row) -> Field | None:
    """What it is about, in at most eight words of the text."""
    for each in row.told:
        hit = each.hit
        for found in SCOPE.finditer(hit.line.words, hit.end, hit.right + 120):
            words_of_scope = SCOPE_END.split(found["scope"], maxsplit=1)[0].rstrip(" \"'-")
            short = len(words_of_scope.split()) <= 8
            if not short or NO_SCOPE.match(words_of_scope) or not words_of_scope:
                continue
            start = found.start("scope")
            span = hit.line.span(start, start + len(words_of_scope))
            if len(span.of(context.document.text).split()) <= 8:
                return Field(span.of(context.document.text), span, hit.rule)
    return None
