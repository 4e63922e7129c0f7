"""Who says a quotation: the verb of saying beside it, and whom its subject names or stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from partnerships.reading.alternatives import one_of
from partnerships.reading.context import Context
from partnerships.reading.findings import Span
from partnerships.reading.mentions import Mention
from partnerships.reading.quotes import Quote
from partnerships.reading.words.companies import DESCRIBED
from partnerships.reading.words.people import HEADS
from partnerships.reading.words.statements import CUES, UNNAMED

FAR_BACK = 1_500  # characters back to somebody who is meant by “she”
FARTHEST = 230  # characters from a quotation to the one who says it
# For small letters.
SAYS = re.compile(rf"(?<![\w'-])(?=[a-z])(?:{one_of(CUES)}|quoted as saying)(?![\w-])")
ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s(?= [^,]{2,60} (?:put|puts|said|says)\b))"
)
PRONOUN = re.compile(r"(?<![\w'-])(?:[Hh]e|[Ss]he|[Tt]hey)(?![\w'-])")
# “The 47-year-old”, “the executive”: somebody who has just been spoken of.
SOMEBODY = re.compile(
    r"\b[Tt]he (?:[\w-]+ ){0,2}?(?:[1-9][0-9]-year-old|executive|entrepreneur|businessman"
    r"|businesswoman|industrialist|veteran|newcomer|billionaire|pair's elder)\b"
)
ROLE_NOUN = re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,3}}?(?P<noun>{one_of(HEADS)})\b")
LISTED = re.compile(r",? (?:and )?|,? & ")
THAT_IS_HOW = re.compile(r"\W{0,3}(?:That|This|So)(?: is|'s| was)? (?:how|what)\b")
SIGNED = re.compile(r"\s{0,3}(?:[-–—]+ ?|\()(?=\w)")
STOP = re.compile(r"[.;?!](?= |$|\n)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person's number or a company's; neither where nobody is named."""

    person: int | None = None
    company: int | None = None

    def __bool__(self) -> bool:
        return self.person is not None or self.company is not None


NOBODY = Speaker()


@dataclass
class Hearing:
    """What has been heard up to a place of the text."""

    context: Context
    last: Speaker = NOBODY  # who spoke last
    forms: list[tuple[Span, int]] = field(default_factory=list)
    roles: dict[str, set[int]] = field(default_factory=dict)  # by a word of the role: the people

    def __post_init__(self) -> None:
        people, shadow = self.context.people, self.context.document.shadow
        for number, each in enumerate(people):
            for word in each.role.of(shadow).lower().split() if each.role else ():
                self.roles.setdefault(word, set()).add(number)
        self.forms = sorted(
            (form, number) for number, each in enumerate(people) for form in each.forms
        )

    def people_in(self, span: Span) -> list[tuple[Span, int]]:
        first = bisect_left(self.forms, span.start, key=lambda each: each[0].start)
        last = bisect_left(self.forms, span.end, key=lambda each: each[0].start)
        return self.forms[first:last]


def speaker_beside(hearing: Hearing, quotes: Sequence[Quote], number: int) -> Speaker:
    """Who says it by the words right after it, or by those that lead to it."""
    quote = quotes[number]
    after, leads = _after(hearing, quotes, number), _leading(hearing, quotes, number)
    narration = hearing.context.document.narration
    signed = SIGNED.match(narration, after.start, after.end)
    if signed and (who := _who(hearing, after, first=True)):
        return who
    told = not _is_ended(hearing, quote)
    if not told and (how := THAT_IS_HOW.match(narration, quote.outer.end)):
        block = hearing.context.document.blocks[quote.block].span
        after, told = Span(how.end(), min(block.end, how.end() + FARTHEST)), True
    if told and (who := _told_after(hearing, after)):
        return who
    return _told_before(hearing, leads)


def _is_ended(hearing: Hearing, quote: Quote) -> bool:
    """Whether its last sentence has ended: what follows belongs to the next quotation."""
    words = quote.span.of(hearing.context.document.shadow).rstrip()
    after = hearing.context.document.shadow[quote.outer.end : quote.outer.end + 2]
    return (
        words[-1:] in {".", "…"} and not after.lstrip().startswith(",") and not after[1:].islower()
    )


def _after(hearing: Hearing, quotes: Sequence[Quote], number: int) -> Span:
    """The rest of the sentence after a quotation, up to the next one."""
    quote, document = quotes[number], hearing.context.document
    end = min(document.blocks[quote.block].span.end, quote.outer.end + FARTHEST)
    if number + 1 < len(quotes):
        end = max(quote.outer.end, min(end, quotes[number + 1].outer.start))
    place = quote.outer.end
    while stop := STOP.search(document.narration, place, end):
        if not re.search(
            r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Inc|Co|Corp|Ltd|St)$", document.narration[: stop.start()][-5:]
        ):
            return Span(quote.outer.end, stop.start())
        place = stop.end()
    return Span(quote.outer.end, end)


def _leading(hearing: Hearing, quotes: Sequence[Quote], number: int) -> Span:
    """The words of the sentence that lead to a quotation."""
    quote, document = quotes[number], hearing.context.document
    start = max(document.blocks[quote.block].span.start, quote.outer.start - FARTHEST)
    if number and quotes[number - 1].block == quote.block:
        start = max(start, quotes[number - 1].outer.end)
    words = document.narration[start : quote.outer.start]
    stops = [
        each.end()
        for each in STOP.finditer(words)
        if not re.search(
            r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Inc|Co|Corp|Ltd|St)$", words[: each.start()][-5:]
        )
        and words[each.end() :].strip()
    ]
    return Span(start + (stops[-1] if stops else 0), quote.outer.start)


def _told_after(hearing: Hearing, after: Span) -> Speaker:
    """“…,” said Ada Norr; “…,” the company's CEO, Ada Norr, said; “…,” according to Norr."""
    narration = hearing.context.document.narration
    if according := ACCORDING.search(narration, after.start, min(after.end, after.start + 30)):
        return _who(hearing, Span(according.end(), after.end), first=True)
    verb = SAYS.search(hearing.context.document.low, after.start, after.end)
    if verb is None:
        return NOBODY
    left = Span(after.start, verb.start())
    right = Span(verb.end(), after.end)
    beside = _who(hearing, right, first=True)
    if re.search(r"\w", left.of(narration)):
        beside = _who(hearing, left, first=False) or beside
    return beside or _last_named(hearing, after.start)  # “…”, joked during the act


def _told_before(hearing: Hearing, leads: Span) -> Speaker:
    """Ada Norr said: “…”; according to Norr, “…”; for Ada Norr: “…”."""
    narration = hearing.context.document.narration
    words = leads.of(narration)
    verbs = list(SAYS.finditer(hearing.context.document.low, leads.start, leads.end))
    colon = words.rstrip().endswith(":")
    according = ACCORDING.search(narration, leads.start, leads.end)
    if according and not (verbs and verbs[-1].start() > according.end() + 60):
        return _who(hearing, Span(according.end(), leads.end), first=True)
    if verbs:
        verb = verbs[-1]
        before = _who(hearing, Span(leads.start, verb.start()), first=False)
        return before or _who(hearing, Span(verb.end(), leads.end), first=True)
    return _who(hearing, leads, first=False) if colon else NOBODY


def _who(hearing: Hearing, span: Span, *, first: bool) -> Speaker:
    """The one of the span who can speak: a person before a company, by name before a pronoun."""
    if span.start >= span.end:
        return NOBODY
    people = hearing.people_in(span)
    if people:
        return Speaker(person=(people[0] if first else people[-1])[1])
    return _by_role(hearing, span) or _company(hearing, span, first) or _by_pronoun(hearing, span)


def _by_pronoun(hearing: Hearing, span: Span) -> Speaker:
    narration = hearing.context.document.narration
    if not PRONOUN.search(narration, span.start, span.end):
        return NOBODY
    return _spoken_of(hearing, span.start)


def _spoken_of(hearing: Hearing, place: int) -> Speaker:
    """Whom “she” or “the executive” means: the last named of the paragraph, who spoke last, or
    the last named before."""
    if near := _last_named(hearing, place):
        return near
    if hearing.last.person is not None:
        return hearing.last
    return _named_before(hearing, place)


def _named_before(hearing: Hearing, place: int) -> Speaker:
    before = hearing.people_in(Span(max(0, place - FAR_BACK), place))
    return Speaker(person=before[-1][1]) if before else NOBODY


def _last_named(hearing: Hearing, place: int) -> Speaker:
    """The person whom the paragraph up to the place names last."""
    blocks = hearing.context.document.blocks
    block = bisect_left(blocks, place, key=lambda each: each.span.end)
    start = blocks[block].span.start if block < len(blocks) else 0
    people = hearing.people_in(Span(start, place))
    return Speaker(person=people[-1][1]) if people else NOBODY


def _by_role(hearing: Hearing, span: Span) -> Speaker:
    """“The designer said”: the only person who goes by that role, or the last who spoke."""
    narration = hearing.context.document.narration
    if SOMEBODY.search(narration, span.start, span.end):
        return _spoken_of(hearing, span.start)
    found = ROLE_NOUN.search(narration, span.start, span.end)
    if found is None or found["noun"] in UNNAMED & DESCRIBED:
        return NOBODY
    fitting = hearing.roles.get(found["noun"].lower(), set())
    return Speaker(person=min(fitting)) if len(fitting) == 1 else NOBODY


def _company(hearing: Hearing, span: Span, first: bool) -> Speaker:
    """“Norr said”, “the company said”, “a spokesman for Norr said”."""
    context = hearing.context
    if named := _companies(context, span):
        return Speaker(company=(named[0] if first else _first_of_list(context, named)).entity)
    start = bisect_left(context.referents, span.start, key=lambda each: each.span.start)
    for each in context.referents[start : start + 4]:
        words = each.span.of(context.document.shadow).lower()
        if each.span.end <= span.end and each.entities and words != "its":
            return Speaker(company=each.entities[0])
    return NOBODY


def _companies(context: Context, span: Span) -> list[Mention]:
    """Who is named beside a verb of saying needs no other reason to be a company."""
    entities = context.mentions.entities
    return [
        each for each in context.mentions.within(span) if entities[each.entity].kind == "company"
    ]


def _first_of_list(context: Context, named: Sequence[Mention]) -> Mention:
    """Of “Norr and Vale said” the first."""
    at = len(named) - 1
    while at and LISTED.fullmatch(
        context.document.narration, named[at - 1].span.end, named[at].span.start
    ):
        at -= 1
    return named[at]


def speaker_before(hearing: Hearing, quotes: Sequence[Quote], number: int) -> Speaker:
    """Who is spoken of in the sentence before a quotation that is a sentence of its own: Ada Norr
    shakes her head. “…”"""
    quote, context = quotes[number], hearing.context
    leads = _leading(hearing, quotes, number)
    words = leads.of(context.document.narration).rstrip()
    if not words.endswith((".", "!", "?")) or not _is_ended(hearing, quote):
        return NOBODY
    people = hearing.people_in(leads)
    return Speaker(person=people[0][1]) if people else NOBODY


def speaker_alone(hearing: Hearing, quote: Quote) -> Speaker:
    """Who says a quotation that has a paragraph for itself: who spoke last, or of whom the sentence
    before tells."""
    if quote.block == 0 or hearing.last:
        return hearing.last
    return _named_before(hearing, quote.outer.start)
