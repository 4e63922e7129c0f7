"""Who works with whom: cooperations that the narration asserts, or reports as rumoured."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from partnerships.dates import DateError, parse
from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Partnership, Span
from partnerships.reading.frames import ANY_TRIGGER, LISTING, NOUN, STRONG, Hit, hits_of, scene_of
from partnerships.reading.slots import SIGN, Group, Line, Slot, line_of, slots_of, topic_of
from partnerships.reading.when import When
from partnerships.reading.words import partnerships as words


def _words(*tables: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w§-])(?:{'|'.join(tables)})(?![\w-])", re.IGNORECASE)


ENDS = _words(words.ENDS)
PAST = _words(words.PAST)
GOES_ON = _words(words.GOES_ON)
CARRIES_ON = _words(words.CARRIES_ON)
RUMOUR = _words(words.RUMOUR)
MODAL = re.compile(
    rf"(?<![\w§-])(?:{words.MODAL}|If)(?![\w-])(?<!you may)(?<!you might)(?<!You may)"
)
MODAL_HEAD = re.compile(r"(?<![\w§-])(?:May|Could|Might) (?=[A-Z])|\?$")
DENIAL = _words(words.DENIAL)
NEGATION = re.compile(rf"(?<![\w§-])(?:{words.NEGATION})(?![\w-])|n't\b", re.IGNORECASE)
NOT_NEGATION = re.compile(rf"(?:\b|(?<=\w))(?:{words.NOT_NEGATION})", re.IGNORECASE)
BEGINS = _words(words.FORMS, words.VERBS_WITH, r"since|dates? (?:from|back)|going on|first")
BREAKS = re.compile(words.BREAKS, re.IGNORECASE)
ANAPHOR = re.compile(
    r"(?<![\w§-])(?:the|this|that|those|these|their|§'s) (?:[\w-]+ ){0,3}?(?:partnership|cooperation"
    r"|co-operation|collaboration|alliance|joint venture|venture|tie-up|team-up|pact|accord|agreement"
    r"|deal|arrangement|contract|licen[cs]e|memorandum|MoU|relationship|project|two|pair|friendship)s?\b"
    r"|^(?:It|§|They) (?=(?:began|started|dates|goes back|ran|expired|ended|lapsed|was (?:signed|announced|formed|agreed)))"
    r"|§'s (?=partnership|collaboration|cooperation|alliance)",
    re.IGNORECASE,
)
KINDS = tuple((kind, _words(table)) for kind, table in words.KINDS)
NEWS_DAYS = 10


@dataclass
class Row:
    """A cooperation while its passages are gathered."""

    entities: frozenset[int]
    slots: dict[int, Slot]
    hits: list["Told"] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """One passage with what it says of the cooperation."""

    hit: Hit
    status: str
    status_span: Span
    announced: When | None
    ended: When | None
    number: int  # of the sentence


def find_partnerships(context: Context) -> tuple[Partnership, ...]:
    """One a cooperation, with all passages that state it, in the order of the text."""
    rows: list[Row] = []
    for told in _all_told(context):
        _file(rows, told)
    found = [_partnership(context, row) for row in rows if _stands(row)]
    return tuple(sorted(found, key=lambda each: each.evidence[0]))


def _all_told(context: Context) -> list[Told]:
    document = context.document
    slots = slots_of(context)
    if len({one for slot in slots for one in slot.entities}) < 2:
        return []
    found: list[Told] = []
    main = topic_of(slots)
    rumours = _rumour_text(context)
    topic = (main,) if main else ()
    block = -1
    before: Group | None = None
    doubtful = listing = False
    denied: set[frozenset[int]] = set()
    for number, sentence in enumerate(document.prose):
        if sentence.block != block:
            before, block, listing = None, sentence.block, False
        words_of = sentence.span.of(document.narration)
        headline = document.blocks[sentence.block].kind == "headline"
        if not ANY_TRIGGER.search(words_of):
            before = _first_group(slots, sentence.span) or before
            continue
        line = line_of(context, sentence, slots)
        scene = scene_of(line, before, topic, headline, listing)
        hits = _best(hits_of(scene))
        for hit in hits:
            verdict = _verdict(context, hit, number, headline, doubtful or rumours)
            if verdict == "denied":
                denied.add(frozenset(hit.entities))
            elif isinstance(verdict, Told):
                found.append(verdict)
        if not hits and (later := _anaphor(context, line, number)):
            found.append(later)
        doubtful = bool(RUMOUR.search(line.words)) or (
            headline and bool(MODAL_HEAD.search(line.words))
        )
        listing = listing or (not hits and bool(LISTING.search(line.words)))
        before = next((each for each in scene.groups if each.slots[0].named), None) or (
            scene.groups[0] if scene.groups else before
        )
    return [
        each
        for each in found
        if frozenset(each.hit.entities) not in denied or each.status != "rumoured"
    ]


def _first_group(slots: Sequence[Slot], span: Span) -> Group | None:
    at = bisect_left(slots, span.start, key=lambda slot: slot.span.start)
    end = bisect_left(slots, span.end, at, key=lambda slot: slot.span.start)
    inside = slots[at:end]
    slot = next((each for each in inside if each.named), inside[0] if inside else None)
    return Group(-1, -1, (slot,), False) if slot else None


def _rumour_text(context: Context) -> bool:
    """Whether the article as a whole passes on a rumour."""
    first = [each.span.of(context.document.narration) for each in context.document.prose[:4]]
    return any(RUMOUR.search(words_of) for words_of in first[:3]) or bool(first and "?" in first[0])


def _best(hits: list[Hit]) -> list[Hit]:
    """Each cooperation of a sentence once: the hit of most companies among those of the same."""
    kept: list[Hit] = []
    for hit in hits:
        own = set(hit.entities)
        same = [
            one
            for one in kept
            if own <= set(one.entities) and not hit.weak or own == set(one.entities)
        ]
        if same or (hit.weak and kept):
            continue
        kept = [one for one in kept if not set(one.entities) < own]
        kept.append(hit)
    return kept


def _verdict(context: Context, hit: Hit, number: int, headline: bool, doubtful: bool) -> Told | str:
    """What the passage says of the cooperation, or why it says nothing."""
    text = hit.line.words
    left = _clause_start(text, hit.start)
    right = _clause_end(text, hit.right)
    before = text[left : hit.start]
    inside = text[min(left, hit.left) : right]
    if DENIAL.search(text[: hit.start]):
        return "denied"
    if _negated(text[left : hit.right], hit, text):
        return "negated"
    if reason := _refused(text, hit):
        return reason
    rumour = RUMOUR.search(text, 0, right) or _sourced(text, hit.right)
    modal = MODAL.search(before) or (MODAL_HEAD.search(text) if headline else None)
    announced, ended = _dates(context, hit, left)
    if CARRIES_ON.search(text, left, hit.right) and announced and not _since(context, announced):
        announced = None
    if rumour and re.search(r"\byou\b", text[: hit.start]):
        return "asked"
    if modal and not (rumour or doubtful or headline):
        return "hypothetical"
    if rumour or modal:
        where = rumour or modal
        assert where is not None
        return Told(hit, "rumoured", hit.line.span(*where.span()), announced, None, number)
    status, span = _status(context, hit, text, left, right, number, announced, ended, inside)
    return Told(hit, status, span, announced, ended, number)


def _since(context: Context, when: When) -> bool:
    """Whether the words before the date say that it was begun then."""
    before = context.document.shadow[max(0, when.span.start - 40) : when.span.start]
    return when.modifier == "since" or bool(BEGINS_SURELY.search(before))


BEGINS_SURELY = re.compile(
    r"\b(?:since|from|back to|began|begun|started|signed|concluded|agreed|announced|struck|formed|entered)\b[\w ]{0,24}$"
)
SOURCED = re.compile(
    r"(?:people|sources?|person|persons) (?:familiar|close|with knowledge|briefed)|according to (?:sources"
    r"|people|a person|a report|reports|insiders|leak\w*)|(?:sources|people|insiders) (?:said|say)"
)


def _sourced(text: str, at: int) -> re.Match[str] | None:
    """“…, two people familiar with the matter said”."""
    found = SOURCED.search(text, at)
    return None if found is None or BREAKS.search(text, at, found.start()) else found


def _clause_start(text: str, at: int) -> int:
    start = 0
    for found in BREAKS.finditer(text, 0, at):
        start = found.end()
    for found in AND_THEN.finditer(text, start, at):
        start = found.end()
    return start


AND_THEN = re.compile(r", and (?=§|an? |the |one )|,? and (?=(?:now|in [A-Z0-9]))")


def _clause_end(text: str, at: int) -> int:
    found = re.compile(rf"{words.BREAKS}|, and |, the ", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)


def _negated(piece: str, hit: Hit, text: str) -> bool:
    piece = NOT_NEGATION.sub("", piece)
    return bool(NEGATION.search(piece)) and not ENDS.search(piece)


REFUSED = (
    (
        "a takeover",
        re.compile(
            r"(?:acqui(?:re|red|sition)|takeover|buyout|merger|merge[ds]?|to buy|stake in|suing|lawsuit)\b"
        ),
    ),
    ("a lawsuit", re.compile(r"\b(?:sue[ds]?|suing|lawsuit|in court)\b")),
)


def _refused(text: str, hit: Hit) -> str | None:
    """Why the words mean no cooperation, if they do not."""
    if STRONG.search(text[hit.start : hit.end]) or hit.rule != "noun with B":
        return None
    near = text[max(0, hit.start - 50) : hit.right]
    return next((reason for reason, pattern in REFUSED if pattern.search(near)), None)


def _status(
    context: Context,
    hit: Hit,
    text: str,
    left: int,
    right: int,
    number: int,
    announced: When | None,
    ended: When | None,
    inside: str,
) -> tuple[str, Span]:
    if found := ENDS.search(text, min(left, hit.left), right):
        if not re.search(r"joint venture|to form", text[hit.end : found.start()]):
            return "ended", hit.line.span(*found.span())
    if ended is not None and _past(context, ended):
        return "ended", ended.span
    past = PAST.search(text, max(0, min(left, hit.left) - 12), right)
    fresh = number < 4 and (announced is None or _is_news(context, announced))
    if (found := past) and not (found[0] == "one-off" and fresh):
        return "ended", hit.line.span(*found.span())
    if found := _same_ended(text, hit.right):
        return "ended", hit.line.span(*found)
    trigger = hit.line.span(hit.start, hit.end)
    if GOES_ON.search(text, min(left, hit.left), right):
        return "active", trigger
    if announced is not None:
        return (
            "announced" if _is_news(context, announced) and _begins(hit, text) else "active"
        ), trigger
    if number < 4 and _begins(hit, text) and not _definite(hit, text):
        return "announced", trigger
    if re.search(
        r"(?:ha(?:s|ve) (?:\w+ )?(?:signed|agreed|formed|announced|teamed|joined|struck|entered|partnered|concluded|forged|set up|established|unveiled|inked|begun|launched|struck up)"
        r"|\bwill\b|also announced)",
        text[left : hit.right],
    ) and not _definite(hit, text):
        return "announced", trigger
    return "active", trigger


SHORT_LIVED = _words(r"capsules?(?: collections?)?|limited[ -]edition.*|one-off.*|crossovers?")
SAME = re.compile(
    r"(?<![\w§-])(?:the|that|this|a|an|§'s) (?:[\w-]+ ){0,2}?(?:partnership|co-?operation|collaboration|alliance"
    r"|venture|tie-up|pact|agreement|deal|contract|arrangement|licen[cs]e|relationship|two|pair)\b|, (?:but )?§ |, which ",
    re.IGNORECASE,
)


def _same_ended(text: str, at: int) -> tuple[int, int] | None:
    """“…, and the cooperation was over before it had begun”."""
    for same in SAME.finditer(text, at):
        found = ENDS.search(text, same.end(), same.end() + 45)
        if (
            found
            and not NEGATION.search(text, same.end(), found.start())
            and not BREAKS.search(text, same.end(), found.start())
        ):
            return found.span()
    return None


def _begins(hit: Hit, text: str) -> bool:
    """Whether the words tell the beginning of the cooperation."""
    near = text[max(0, hit.left - 2) : hit.right + 40]
    return bool(BEGIN_NOW.search(near))


BEGIN_NOW = _words(
    words.FORMS, words.VERBS_WITH, r"together|jointly|to (?:build|develop|launch|create|form)"
)


def _definite(hit: Hit, text: str) -> bool:
    """“The partnership”, “its alliance”: it was there before."""
    before = text[max(0, hit.start - 40) : hit.start]
    return bool(
        re.search(
            r"(?:\bthe|§'s?|\bits|\btheir|\bthis|\bthat) (?:[\w-]+ ){0,3}$", before, re.IGNORECASE
        )
    ) and not re.search(r"\bnew |first (?:product|result|fruit)", before)


def _past(context: Context, when: When) -> bool:
    if context.published is None:
        return True
    try:
        return parse(when.edtf).earliest <= context.published.latest
    except (DateError, TypeError):
        return True


def _is_news(context: Context, when: When) -> bool:
    """Whether the day is that of the article, or one of the days before it."""
    try:
        given = parse(when.edtf)
    except DateError:
        return False
    published = context.published
    if published is None:
        return given.days == 1
    first, last = given.earliest, published.latest
    if not isinstance(first, date) or not isinstance(last, date):
        return False
    return given.days == 1 and last - timedelta(NEWS_DAYS) <= first


RUNS = re.compile(
    r", (?:which|that) (?:has |have |had )?(?:\w+ )?(?:run|been|existed|lasted|dates?|goes|going|began|started)\b"
)
DATE_OTHER = _words(
    r"(?:re)?launch(?:es|ed)?|releas\w+|unveil\w*|sales?|sells?|sold|present(?:s|ed)|delay\w*|arriv\w+|expected|shipp?\w*"
    r"|came out|come out|comes out|deliver\w*|opens?|opened|debut\w*|available|reach\w*|hits?|acquir\w+|bought|buy"
    r"|introduced|shown|showed|tested|built|extend\w*|renew\w*|complet\w+|published|reported|rose|fell|gave"
)


def _dates(context: Context, hit: Hit, left: int) -> tuple[When | None, When | None]:
    """The day it was announced or begun, and the day it ended, as the sentence tells."""
    announced: When | None = None
    ended: When | None = None
    rank = 0
    sentence = hit.line.sentence.span
    first = bisect_left(context.dates, sentence.start, key=lambda when: when.span.start)
    for when in context.dates[first : first + 12]:
        if when.span.end > sentence.end:
            break
        role, weight = _role(context, hit, when)
        if role == "ended":
            ended = ended or when
        elif role == "announced" and weight > rank:
            announced, rank = when, weight
    return announced, ended


def _role(context: Context, hit: Hit, when: When) -> tuple[str, int]:
    """What a date of the sentence dates, and how surely."""
    line = hit.line
    at = bisect_left(line.where, when.span.start)
    end = bisect_left(line.where, when.span.end)
    if at >= len(line.where) or line.where[at] >= when.span.end:
        return "nothing", 0
    text = line.words
    if text[end : end + 2] == "'s":
        return "nothing", 0
    if when.modifier in {"until", "till"} or re.search(
        r"\b(?:until|till) (?:\w+ )?$", text[max(0, at - 20) : at]
    ):
        return "ended", 1
    past = _past(context, when)
    if when.modifier in {"by", "before"} or not past:
        return "nothing", 0
    if hit.right <= at:
        between = text[hit.right : at]
    else:
        between = text[end : hit.left] if end < hit.left else ""
    if when.modifier == "since" or re.search(
        r"\b(?:goes|going|dates|dating|stretch\w+|reach\w+) (?:back (?:to|as far as)|from) (?:the )?(?:\w+ of )?$",
        text[:at],
    ):
        return (
            ("nothing", 0)
            if DATE_OTHER.search(text[_clause_start(text, at) : at]) and BREAKS.search(between)
            else ("announced", 5)
        )
    start = _clause_start(text, at)
    verb, gap = _last(text[start:at])
    if gap > 60 and verb != "ends":
        verb = ""
    if verb == "begins" and not (SAYS.search(text, at - gap - 12, at) and gap < 14):
        return "announced", 4 if not BREAKS.search(between) else 2
    if verb == "ends":
        return "ended", 1
    if verb == "other":
        return "nothing", 0
    if at < hit.right:
        piece = text[end : max(end, hit.start)]
        if ENDS.search(text, end, hit.right) and not BREAKS.search(piece):
            return "ended", 1
        first = _first(text[end : max(hit.right, end + 40)])
        if first == "other":
            return "nothing", 0
        return (
            ("announced", 1)
            if verb == "begins"
            else ("announced", 3)
            if not BREAKS.search(piece)
            else ("nothing", 0)
        )
    if not _other(between) and not BREAKS.search(between):
        return "announced", 3
    return "nothing", 0


SAYS = _words(r"said|says|told|confirm\w*")


def _other(piece: str) -> bool:
    return bool(DATE_OTHER.search(piece))


def _last(clause: str) -> tuple[str, int]:
    """Which kind of verb stands last before a date, and how far from it."""
    best, kind, gap = -1, "", 0
    for name, pattern in DATED:
        for found in pattern.finditer(clause):
            if found.start() > best:
                best, kind, gap = found.start(), name, len(clause) - found.end()
    return kind, gap


def _first(clause: str) -> str:
    """Which kind of verb stands first after a date."""
    found = [(each.start(), name) for name, pattern in DATED if (each := pattern.search(clause))]
    return min(found)[1] if found else ""


BEGINS_DATE = _words(
    r"announc\w+|sign(?:s|ed|ing)?|form(?:s|ed|ing)?|establish\w*|struck|enter(?:s|ed|ing)?|agree[ds]?|forg\w+"
    r"|inked|sealed|conclud\w+|began|begun|start(?:ed|s)?|dat(?:es|ing) (?:from|back)|teamed(?: up)?|join(?:ed|s|ing)? forces"
    r"|joined hands|partnered|launch(?:ed|es) (?:a|an|the|their|its) (?:[\w-]+ ){0,3}(?:partnership|venture|collaboration|alliance)"
    r"|said|says|told|confirm\w*|unveil(?:s|ed) (?:a|an|the|their) (?:[\w-]+ ){0,3}(?:partnership|venture|collaboration|alliance)"
    r"|cooperat\w*|collaborat\w*|worked|working|set up|created|founded|going on|allied|tied up|linked up|paired up|got together"
)


DATED = (("begins", BEGINS_DATE), ("ends", ENDS), ("other", DATE_OTHER))


def _anaphor(context: Context, line: Line, number: int) -> Told | None:
    """“The pact was signed in March”: more about the cooperation that was spoken of last."""
    found = ANAPHOR.search(line.words)
    if not found:
        return None
    hit = Hit(
        (), "more about the same", line, found.start(), found.end(), found.start(), found.end()
    )
    announced, ended = _dates(context, hit, 0)
    text = line.words
    end = ENDS.search(text, 0)
    near = end and not BREAKS.search(
        text[min(found.end(), end.start()) : max(found.start(), end.start())]
    )
    if (
        end
        and near
        and not _negated(text[: end.start()], hit, text)
        and not GOES_ON.search(text)
        and not re.search(r"\b(?:will|would|may|could) (?:\w+ )?$", text[: end.start()])
    ):
        return Told(hit, "ended", line.span(*end.span()), None, ended, number)
    if announced:
        verb = text[max(0, found.start() - 60) : found.end() + 60]
        if BEGINS.search(verb):
            news = _is_news(context, announced)
            return Told(
                hit, "announced" if news else "", line.span(*found.span()), announced, None, number
            )
    if ended and _past(context, ended):
        return Told(hit, "ended", ended.span, None, ended, number)
    return None


def _file(rows: list[Row], told: Told) -> None:
    """Put a passage to the cooperation that it speaks of."""
    own = frozenset(told.hit.entities)
    if not own:
        if rows:
            last = max(rows, key=lambda row: row.hits[-1].number)
            if told.number - last.hits[-1].number <= 6:
                last.hits.append(told)
        return
    row = next((each for each in rows if each.entities == own), None)
    if told.hit.only_more and row is None:
        return
    row = row or next((each for each in rows if own < each.entities), None)
    if row is None:
        row = next((each for each in rows if each.entities < own), None)
        if row is not None:
            row.entities = own
    if row is None:
        row = Row(own, {})
        rows.append(row)
    for slot in told.hit.slots:
        for one in slot.entities:
            if one not in row.slots or (slot.named and not row.slots[one].named):
                row.slots[one] = slot
    row.hits.append(told)


def _stands(row: Row) -> bool:
    return bool(row.hits)


def _partnership(context: Context, row: Row) -> Partnership:
    entities = context.mentions.entities
    order = sorted(
        row.entities, key=lambda one: row.slots[one].span if one in row.slots else Span(0, 0)
    )
    told = row.hits[0]
    participants = tuple(
        Field(entities[one].name, row.slots[one].span, told.hit.rule) for one in order
    )
    announced, ended = _announced(row), next((each.ended for each in row.hits if each.ended), None)
    status, span = _settled(context, row, announced)
    announced = announced or _dateline(context, told.number, status)
    return Partnership(
        participants,
        Field(status, span, told.hit.rule),
        told.hit.rule,
        _evidence(row),
        _kinds(row),
        _when(announced),
        _when(ended) if status == "ended" else None,
        None,
    )


def _when(when: When | None) -> Field | None:
    return Field(when.edtf, when.span, "date", when.why) if when else None


def _announced(row: Row) -> When | None:
    """The earliest day that the passages give; of one year the one that tells more."""
    given = [each.announced for each in row.hits if each.announced]
    return min(given, key=lambda when: (when.edtf[:4], len(when.edtf) < 5, when.edtf), default=None)


def _dateline(context: Context, number: int, status: str) -> When | None:
    """The day that the first sentences give, for what they announce."""
    if status != "announced" or number > 3:
        return None
    end = context.document.sentences[min(3, len(context.document.sentences) - 1)].span.end
    for when in context.dates[:8]:
        if when.span.start > end:
            return None
        if _is_news(context, when):
            return when
    return None


def _settled(context: Context, row: Row, announced: When | None) -> tuple[str, Span]:
    """The status by all passages together."""
    told = [each for each in row.hits if each.status]
    by = {each.status: each for each in reversed(told)}
    if "ended" in by:
        return "ended", by["ended"].status_span
    if told and told[0].status == "rumoured":
        return "rumoured", told[0].status_span
    if "announced" in by and (announced is None or _is_news(context, announced)):
        return "announced", by["announced"].status_span
    first = by.get("active") or by.get("announced") or row.hits[0]
    return "active", first.status_span


def _evidence(row: Row) -> tuple[Span, ...]:
    found: list[Span] = []
    for each in row.hits:
        span = each.hit.line.sentence.span
        if span not in found:
            found.append(span)
    return tuple(found)


def _kinds(row: Row) -> tuple[Field, ...]:
    found: dict[str, Field] = {}
    for each in row.hits:
        text = each.hit.line.words
        for kind, pattern in KINDS:
            near = pattern.search(text, max(0, each.hit.start - 30), each.hit.right + 40)
            if near and kind not in found:
                found[kind] = Field(kind, each.hit.line.span(*near.span()), each.hit.rule)
    return tuple(found.values())


__all__ = ["NOUN", "SIGN", "find_partnerships"]
