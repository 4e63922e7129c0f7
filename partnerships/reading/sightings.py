"""Places where the words around a capitalised name say that it is a person's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerships.reading.alternatives import one_of
from partnerships.reading.beside import AGE, employer_after, role_after, role_signed
from partnerships.reading.findings import Span
from partnerships.reading.interviews import FEWEST_QUESTIONS, questions_of, who_speaks
from partnerships.reading.role_before import role_before
from partnerships.reading.roles import Role
from partnerships.reading.rules import Rule
from partnerships.reading.runs import NAME, UPPER, Run
from partnerships.reading.text import Block, Document
from partnerships.reading.words.companies import DESCRIBED
from partnerships.reading.words.given import GIVEN_NAMES
from partnerships.reading.words.names import AFTER_HYPHEN, GENERIC_FIRST
from partnerships.reading.words.people import COMPANY_NOUNS, COMPANY_WORDS, HEADS, PAPERS_NAMED
from partnerships.reading.words.statements import AUXILIARIES, CUES, WEAK_CUES

NEXT_WORD = re.compile(r"[ ]{0,2}([\w'-]{1,20})")
LAST_WORDS = re.compile(r"([\w'-]{1,20}) ([\w'-]{1,20}) $|([\w'-]{1,20}) $")
OF_SOMEBODY = re.compile(
    r",? (?:of|at|from|with) (?:[^\W\d_][\w.&'-]* ){1,5}?"
    r"(?:(?:has|had|also|then|later|now|\w+ly) )?"
    r"(?P<verb>said|says|told|added|adds|explained|explains|noted|notes|thinks|believes|argues"
    r"|argued|warned|warns|called|calls|wrote|writes|joked|jokes|expects|hopes|wants|denied)\b"
)
HIRED = re.compile(
    r"\b(?:hired|appointed|named|poached|promoted|welcomed|recruited|tapped|picked|introduced)"
    r"(?: (?:the )?(?:\w+ ){0,2})? ?$"
)
AS_ROLE = re.compile(r",? (?:[^,;.]{2,30}, )?(?:as|to (?:run|lead|head))\b")
PLAIN_NAME = re.compile(rf"[{UPPER}][a-zß-öø-ÿ'-]+(?: [{UPPER}][a-zß-öø-ÿ'-]+){{1,2}}")
MEANT = re.compile(
    r"(?P<between>[^.\"\n]{0,120}\. ?)[^.\n]{0,220}?(?<![\w'])(?:[Hh]e|[Ss]he)(?![\w'])"
)
HEADS_LINE = re.compile(r"(?:For|From|By|According to|Quote from|Statement by) ")
TRADES = HEADS & (COMPANY_NOUNS | DESCRIBED | {"farmer", "trader", "brewer", "baker", "planner"})
SIGNATURE = re.compile(r"- {0,2}")
TITLE_BEFORE = re.compile(
    r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Herr|Frau)"
    r"(?:\.? |\. ?(?:\w{1,4}\. )?)$"
)
COMPANY_BEFORE = re.compile(rf"\b{one_of(COMPANY_NOUNS - HEADS | PAPERS_NAMED)} $")
PUTS = re.compile(r" puts? it\b|:")
LEADS_IN = re.compile(r"\b(?:[Aa]s|For|From|By) $")
INTERVIEWED = re.compile(
    r"(?:[Aa]ccording to|[Ii]nterview with|[Ss](?:at down|poke|peaking|at) (?:to|with)"
    r"|[Tt]alked (?:to|with)|[Mm]et|[Ww]ords of|[Tt]alk with|[Aa]sked) $"
)
SPEECH = (
    CUES
    - WEAK_CUES
    - frozenset(["ask", "call", "called", "calls", "begin", "think", "hope", "thought"])
)
IN_PLACE = re.compile(r"\b(?:in|at|from|near|of|outside) $")
WHO_AFTER = re.compile(r", who\b(?! (?:have|are|were)\b)")
# What companies are as well: “Norr, the market leader”, “Norr has been its design partner”.
OF_COMPANIES = re.compile(
    r"(?:market|industry|sector|world|segment|category) leader|(?!managing )\w+ partner",
    re.IGNORECASE,
)
ALIAS_AFTER = re.compile(
    r", (?:the|a|an) (?:[\w-]{1,20} ){0,3}(?P<role>tipster|leaker|insider|whistleblower)\b"
)
ALIAS_BEFORE = re.compile(
    r"\b(?P<role>[Tt]ipster|[Ll]eaker|[Ii]nsider|[Bb]logger)(?: known as| called)?,? \"?$"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where words look like a person's name; `sure` if the words around tell it."""

    name: Span
    role: Role
    rule: str
    block: int


INTERVIEW = "speaker of an interview"
INTRODUCTION = 4  # blocks, in which the one who answers is named
BY_NAME_ALONE = "a person's name"
RULES = (
    Rule(
        "name, then role",
        "The name is followed by what the person is.",
        "“It works,” said Ada Brunn, head of sales at Velm.",
        "Velm, a maker of lamps, opens a shop.",
    ),
    Rule(
        "role, then name",
        "The name follows the words for a role.",
        "Velm chief executive Ada Brunn opened the shop.",
        "Velm Brunn Lamps opened the shop.",
    ),
    Rule(
        "name in a signature",
        "A line of its own signs the words above it with name and role.",
        "We do this every day.\n\n— Ada Brunn, CEO, Velm",
        "We do this every day.\n\n— Made in Velm",
    ),
    Rule(
        "name with a title",
        "A title such as Mr or Dr stands before the name.",
        "The shop belongs to Dr Ada Brunn.",
        "The shop belongs to Velm Lamps.",
    ),
    Rule(
        "name beside a verb of speech",
        "A name of two words or more says something.",
        "“It works,” said Ada Brunn.",
        "“It works,” said Velm Motors.",
    ),
    Rule(
        "name, then who",
        "The name is followed by what the person does.",
        "Ada Brunn, who leads design at Velm, opened the shop.",
        "Velm Lamps, which opened the shop, is old.",
    ),
    Rule(
        BY_NAME_ALONE,
        "It begins with a given name, or the next sentence says “she”.",
        "The shop was opened by Ada Brunn. “It works,” she said.",
        "The shop was opened by Velm Lamps. It works.",
    ),
    Rule(
        INTERVIEW,
        "The turns of an interview begin with the name.",
        "Ada Brunn spoke to us.\n\nBRUNN: It works.\n\nBRUNN: It does.",
        "NOTE: It works.\n\nPRICE: It is low.",
    ),
    Rule(
        "alias of a tipster",
        "Somebody is called a tipster or leaker and goes by an odd name.",
        "According to LampCat, a tipster, the lamp comes in May.",
        "According to LampCat, a lamp, the shop opens in May.",
    ),
)


def find_sightings(document: Document, runs: Sequence[Run]) -> Iterator[Sighting]:
    """All of them, block by block."""
    speaking = who_speaks(document)
    asked = not speaking and len(questions_of(document)) >= FEWEST_QUESTIONS
    for number, block, start, end in runs:
        if block.kind == "boilerplate":
            continue
        sight = _look(document.narration, block, start, end)
        if sight is None and (
            (number <= INTRODUCTION and _takes_turns(document.narration[start:end], speaking))
            or (asked and _is_introduced(document, start, end))
        ):
            sight = Role(None, employer_after(document.narration, block, end)), INTERVIEW
        if sight is not None:
            role, rule = sight
            yield Sighting(Span(start, end), role, rule, number)


def _takes_turns(words: str, speaking: frozenset[str]) -> bool:
    """Whether the name is that of somebody who takes turns in the interview."""
    if not speaking or " " not in words or not _may_be_person(words):
        return False
    low, initials = words.casefold(), "".join(each[0] for each in words.split()).casefold()
    return bool({low, low.split()[-1], initials} & speaking)


def _is_introduced(document: Document, start: int, end: int) -> bool:
    """Whether the text, which asks and is answered, begins with the name."""
    words = document.narration[start:end]
    begins = {each.span.start for each in document.blocks[:2]}
    return start in begins and " " in words and _may_be_person(words)


def _look(text: str, block: Block, start: int, end: int) -> tuple[Role, str] | None:
    """What the words around a name tell about it; None if it need not be a person."""
    words = text[start:end]
    single = " " not in words
    before = text[max(block.span.start, start - 24) : start]
    begins = start == block.span.start or SIGNATURE.fullmatch(text, block.span.start, start)
    if begins and not single and (signed := role_signed(text, block, start, end)):
        return signed
    if (
        not single
        and text[block.span.end - 1] == ":"
        and HEADS_LINE.fullmatch(text, block.span.start, start)
    ):
        after = role_after(text, block, start, end)
        return after or (Role(None, employer_after(text, block, end)), "name, then role")
    if single:
        return _alias(text, block, start, end)
    if not _may_be_person(words) or COMPANY_BEFORE.search(before):
        return None
    after = role_after(text, block, start, end)
    if after is not None and not _is_of_companies(text, words, after[0]):
        return after
    role = role_before(text, block.span.start, start)
    if role is not None and role.role is not None and not _is_trade(text, role.role, words):
        return role, "role, then name"
    if TITLE_BEFORE.search(before):
        return Role(None, employer_after(text, block, end)), "name with a title"
    if AGE.match(text, end):
        return Role(None), "name, then role"
    if speaks(text, block, start, end) and not _is_company(words) and not before.endswith("the "):
        return Role(None, employer_after(text, block, end)), "name beside a verb of speech"
    if _is_called_so(words) or _is_meant_by_pronoun(text, block, start, end):
        return Role(None, employer_after(text, block, end)), BY_NAME_ALONE
    return None


def _is_of_companies(text: str, words: str, role: Role) -> bool:
    """Whether the role is one that companies have, and no given name begins the name."""
    if role.role is None or role.employer is not None or _is_called_so(words):
        return False
    return OF_COMPANIES.fullmatch(role.role.of(text)) is not None


def _is_trade(text: str, role: Span, words: str) -> bool:
    """Whether the role is one that companies have too: “salmon farmer Norr Marin”."""
    last = role.of(text).split()[-1].casefold()
    said = LAST_WORDS.search(text, max(0, role.start - 42), role.start)
    speaks = said is not None and (said[2] or said[3]).lower() in SPEECH
    return last in TRADES and not (speaks or _is_called_so(words))


def _is_called_so(words: str) -> bool:
    """Whether the name begins as people's names do."""
    first, *rest = words.split()
    return first.casefold() in GIVEN_NAMES and all(each[0].isalpha() for each in rest)


def _is_meant_by_pronoun(text: str, block: Block, start: int, end: int) -> bool:
    """Whether the next sentence speaks of “she” and no other name stands between."""
    if not PLAIN_NAME.fullmatch(text, start, end) or f"{text[start:end]}'s " in text:
        return False
    found = MEANT.match(text, end, min(block.span.end, end + 260))
    return found is not None and not NAME.search(found["between"].lstrip())


def _may_be_person(words: str) -> bool:
    parts = words.split()
    if any(part.lower().rstrip(".") in COMPANY_WORDS or part == "&" for part in parts[1:]):
        return False
    if words.isupper() and len(words) > 25:
        return False
    if parts[0].casefold() in GENERIC_FIRST:
        return False
    if any(part.rpartition("-")[2] in AFTER_HYPHEN for part in parts if "-" in part):
        return False
    return len(parts) <= 6 and not any(any(c.isdigit() for c in part) for part in parts)


def _is_company(words: str) -> bool:
    parts = words.split()
    return any(len(part) > 1 and part.isupper() and part.isalpha() for part in parts)


def speaks(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside the name."""
    after = NEXT_WORD.match(text, end, block.span.end)
    if after and after[1] in SPEECH:
        return True
    if after and after[1] in AUXILIARIES:
        second = NEXT_WORD.match(text, after.end(), block.span.end)
        if second and second[1] in SPEECH and after[1] not in {"is", "was"}:
            return True
    before = LAST_WORDS.search(text, max(block.span.start, start - 42), start)
    if before is not None and (before[2] or before[3]).lower() in SPEECH:
        return True
    employed = OF_SOMEBODY.match(text, end, block.span.end)
    if employed and employed["verb"].lower() in SPEECH:
        return True
    if HIRED.search(text, max(block.span.start, start - 40), start) and AS_ROLE.match(text, end):
        return True
    if PUTS.match(text, end) and LEADS_IN.search(text, max(block.span.start, start - 8), start):
        return True
    if text.startswith(': "', end) and text.endswith("'s ", 0, start):
        return True  # “Norr's Ada Brunn: “…””
    return bool(INTERVIEWED.search(text, max(block.span.start, start - 24), start))


def _alias(text: str, block: Block, start: int, end: int) -> tuple[Role, str] | None:
    after = ALIAS_AFTER.match(text, end, block.span.end)
    if after:
        return Role(Span(*after.span("role"))), "alias of a tipster"
    begin = max(block.span.start, start - 40)
    before = ALIAS_BEFORE.search(text, begin, start)
    if before:
        return Role(Span(*before.span("role"))), "alias of a tipster"
    if TITLE_BEFORE.search(text, max(block.span.start, start - 12), start):
        return Role(None), "name with a title"
    told = WHO_AFTER.match(text, end) or AGE.match(text, end)
    if told and not IN_PLACE.search(text, max(block.span.start, start - 8), start):
        return Role(None), "name, then who"
    if text[start:end].casefold() in GIVEN_NAMES and speaks(text, block, start, end):
        return Role(None), "name beside a verb of speech"
    return None
