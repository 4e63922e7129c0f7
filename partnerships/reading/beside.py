"""What the words beside a person's name say of a role and an employer."""

import re

from partnerships.reading.alternatives import one_of
from partnerships.reading.employers import employer_in
from partnerships.reading.findings import Span
from partnerships.reading.role_tokens import tokens_of
from partnerships.reading.roles import Role, role_in
from partnerships.reading.runs import UPPER
from partnerships.reading.text import Block
from partnerships.reading.words.people import HEADS
from partnerships.reading.words.statements import AUXILIARIES, CUES

VERBS = CUES | AUXILIARIES
AGE = re.compile(r", (?:aged )?[1-9][0-9](?=[,.) ])")
ASIDE_END = re.compile(r"[,.;:!?()\[\]\"\n]| - ")
_ROLE = rf"(?:[a-z]+ )?{one_of(HEADS)}"
MORE_ROLES = re.compile(rf"(?:, {_ROLE})?,? (?:and )?(?P<last>{_ROLE}) (?=of|at)", re.IGNORECASE)


def role_after(text: str, block: Block, start: int, end: int) -> tuple[Role, str] | None:
    """“NAME, head of play at LEGO”, “NAME (CEO, Leica)”, “NAME, who leads design at Oura”."""
    opening = re.compile(r"(?: of ([^,.;:()\n]{2,40}))?(?:, | \(| - |,? (?=who\b))").match(
        text, end, block.span.end
    )
    if opening is None:
        return _is_role(text, block, end)
    place = opening.end()
    if age := AGE.match(text, place - 2, block.span.end):
        place = age.end() + 2 if text[age.end() : age.end() + 1] == "," else place
    stop = ASIDE_END.search(text, place, min(block.span.end, place + 140))
    edge = stop.start() if stop else min(block.span.end, place + 140)
    edge = _with_abbreviation(text, edge, block, place)
    role = role_in(text, place, edge)
    if role is None:
        return None
    employer = role.employer or _next_employer(text, block, edge, opening[0].endswith("("))
    employer = employer or _employer_of_more(text, block, edge)
    if opening[1] and employer is None:
        employer = employer_in(tokens_of(text, opening.start(1), opening.end(1)))
    rule = "name, then who" if text.startswith("who ", place) else "name, then role"
    return Role(role.role, employer), rule


def _employer_of_more(text: str, block: Block, edge: int) -> Span | None:
    """The company of “founder, chairman, and CEO of Norr”."""
    more = MORE_ROLES.match(text, edge, min(block.span.end, edge + 90))
    if more is None:
        return None
    stop = ASIDE_END.search(text, more.start("last"), min(block.span.end, more.start("last") + 90))
    role = role_in(text, more.start("last"), stop.start() if stop else block.span.end)
    return role.employer if role else None


def _with_abbreviation(text: str, edge: int, block: Block, place: int) -> int:
    """Over the dot of “U.S.” and the like."""
    while (
        text[edge : edge + 1] == "."
        and re.search(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|St|Dr|Mr)$", text[max(place, edge - 5) : edge])
        and edge + 1 < block.span.end
    ):
        stop = ASIDE_END.search(text, edge + 1, min(block.span.end, place + 140))
        edge = stop.start() if stop else min(block.span.end, place + 140)
    return edge


def _next_employer(text: str, block: Block, edge: int, bracketed: bool) -> Span | None:
    """The company behind the comma of “(CEO, Leica)” and “Ada Brunn, CEO, Leica”."""
    more = re.compile(rf", (?=[{UPPER}])").match(text, edge, block.span.end)
    if more is None:
        return None
    found = re.compile(r"[^,;:()\n\"]{2,60}?(?=[,)]|\.?$|, )").match(
        text, more.end(), block.span.end
    )
    if found is None or (not bracketed and len(found[0].split()) > 5):
        return None
    tokens = tokens_of(text, found.start(), found.end())
    if not bracketed and any(each.low in VERBS for each in tokens):
        return None
    return employer_in(tokens)


def _is_role(text: str, block: Block, end: int) -> tuple[Role, str] | None:
    """“NAME is the founder of Tarebruk”."""
    verb = re.compile(
        r" (?:is|was|became|becomes|has been|serves as|joined as)"
        r" (?=the |a |an |[a-z]+ing |chief|head|[A-Z]|its |their )"
    ).match(text, end, block.span.end)
    if verb is None:
        return None
    stop = ASIDE_END.search(text, verb.end(), min(block.span.end, verb.end() + 120))
    edge = stop.start() if stop else min(block.span.end, verb.end() + 120)
    role = role_in(text, verb.end(), edge)
    if role is None or role.role is None or role.role.start - verb.end() > 40:
        return None
    return role, "name, then role"


def employer_after(text: str, block: Block, end: int) -> Span | None:
    """“said Oliver Thackeray of Meridian”."""
    found = re.compile(r",? (?:of|from|at) ([^,.;:()\n\"]{2,50})").match(text, end, block.span.end)
    if found is None:
        return None
    tokens = tokens_of(text, found.start(1), found.end(1))
    cut = next((n for n, each in enumerate(tokens) if each.low in VERBS), len(tokens))
    named = employer_in(tokens[:cut]) if cut else None
    return named if named and text[named.start].isupper() else None


def role_signed(text: str, block: Block, start: int, end: int) -> tuple[Role, str] | None:
    """A line of its own: “— Takumi Isobe, Chief Operating Officer, Sony Honda Mobility”."""
    words = text[block.span.start : block.span.end]
    if len(words) > 160 or (words.endswith((".", ":")) and not words.startswith("-")):
        return None
    if not words.startswith("-") and not re.match(r"[^,]{3,40},", words):
        return None
    parts = list(re.finditer(r"[^,/|]{2,80}", text[end : block.span.end]))
    if not parts or text[end : end + 1] not in {",", ""}:
        return (
            (Role(None), "name in a signature")
            if words.startswith("-") and end == block.span.end
            else None
        )
    role: Role | None = None
    for number, part in enumerate(parts):
        role = role_in(text, end + part.start(), end + part.end())
        if role is not None:
            employer = role.employer
            rest = parts[number + 1 :]
            if employer is None and rest:
                employer = employer_in(
                    tokens_of(text, end + rest[-1].start(), end + rest[-1].end())
                )
            return Role(role.role, employer), "name in a signature"
    if not words.startswith("-"):
        return None
    last = parts[-1]
    return (
        Role(None, employer_in(tokens_of(text, end + last.start(), end + last.end()))),
        "name in a signature",
    )
