"""Who speaks: people with their roles and employers, found by the words around their names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerships.reading.findings import Span
from partnerships.reading.quotes import Quote
from partnerships.reading.roles import Role, employer_in, role_before, role_in, tokens_of
from partnerships.reading.rules import Rule
from partnerships.reading.text import Block, Document
from partnerships.reading.words.companies import DESCRIBED
from partnerships.reading.words.given import GIVEN_NAMES
from partnerships.reading.words.names import AFTER_HYPHEN, GENERIC_FIRST
from partnerships.reading.words.people import (
    COMPANY_NOUNS,
    COMPANY_WORDS,
    FAMILY_FIRST,
    HEADS,
    MODIFIERS,
    NO_NAMES,
    PAPERS_NAMED,
    PARTICLES,
    TITLES,
)
from partnerships.reading.words.statements import AUXILIARIES, CUES, WEAK_CUES

UPPER = "A-Z" + "".join(chr(n) for n in range(0xC0, 0x530) if chr(n).isupper())
WORD = rf"[{UPPER}]\w{{0,30}}(?:'(?!s\b)\w{{1,20}}|-\w{{1,20}}){{0,3}}"
INITIALS = rf"(?:[{UPPER}]\. ?){{1,3}}"
BOUND = r"(?:[dl]'|(?:al|el|as|ibn|bin)-)?"  # d'Arcy, al-Masri
NAME = re.compile(
    rf"(?<![\w'&@#])(?<!\w-)(?:{INITIALS})?{WORD}"
    rf"(?: (?:(?:{PARTICLES}|{PARTICLES.title()}) )?(?:{INITIALS} )?{BOUND}{WORD}){{0,7}}"
    r"(?! ?[&@]|\w|\.\w)"
)
NEXT_WORD = re.compile(r"[ ]{0,2}([\w'-]{1,20})")
LAST_WORDS = re.compile(r"([\w'-]{1,20}) ([\w'-]{1,20}) $|([\w'-]{1,20}) $")
MOST = 20_000  # names; a text with more is no article, and need not be read to its end
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
COMPANY_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(COMPANY_NOUNS - HEADS | PAPERS_NAMED))}) $")
PUTS = re.compile(r" puts? it\b|:")
LEADS_IN = re.compile(r"\b(?:[Aa]s|For|From|By) $")
INTERVIEWED = re.compile(
    r"(?:[Aa]ccording to|[Ii]nterview with|[Ss](?:at down|poke|peaking|at) (?:to|with)"
    r"|[Tt]alked (?:to|with)|[Mm]et|[Ww]ords of|[Tt]alk with|[Aa]sked) $"
)
AGE = re.compile(r", (?:aged )?[1-9][0-9](?=[,.) ])")
ASIDE_END = re.compile(r"[,.;:!?()\[\]\"\n]| - ")


SPEECH = (
    CUES
    - WEAK_CUES
    - frozenset(["ask", "call", "called", "calls", "begin", "think", "hope", "thought"])
)


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody by the first full name; `forms` are all places that name them, “Mr Harsch” too.

    `employer` is the place of the words in the text; which company that is, is found later.
    """

    name: Span
    forms: tuple[Span, ...]
    role: Span | None
    employer: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where words look like a person's name; `sure` if the words around tell it."""

    name: Span
    role: Role
    rule: str
    block: int


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
        "speaker of an interview",
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


def find_people(document: Document, quotes: Sequence[Quote]) -> tuple[FoundPerson, ...]:
    """The people of the text, in its order."""
    sightings = list(_sightings(document))
    people = _joined(document, sightings)
    return tuple(sorted(people, key=lambda each: each.name))


def _runs(document: Document) -> Iterator[tuple[int, Block, int, int]]:
    """Capitalised runs, without roles, titles and months: what may be names."""
    text = document.narration
    left = MOST
    for number, block in enumerate(document.blocks):
        for found in NAME.finditer(text, block.span.start, block.span.end):
            left -= 1
            if left < 0:
                return
            for start, end in _names_in(text, found.start(), found.end()):
                yield number, block, start, end


def _sightings(document: Document) -> Iterator[Sighting]:
    for number, block, start, end in _runs(document):
        if block.kind == "boilerplate":
            continue
        sight = _look(document.narration, block, start, end)
        if sight is not None:
            role, rule = sight
            yield Sighting(Span(start, end), role, rule, number)


def _names_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of a capitalised run that are left when roles, titles and months are cut out."""
    words = [(m.start(), m.end(), m[0]) for m in re.finditer(r"[^ ]{1,60}", text[start:end])]
    first = 0
    for number, (_, _, word) in enumerate([*words, (0, 0, "the")]):
        low = word.lower().rstrip(".")
        if number < len(words) and not _splits(low, word, number, len(words)):
            continue
        if number > first:
            yield start + words[first][0], start + words[number - 1][1]
        first = number + 1


def _splits(low: str, word: str, number: int, count: int) -> bool:
    if low in NO_NAMES or low in TITLES:
        return True
    if low in HEADS:
        return True
    return low in MODIFIERS and number < count - 1 and word.istitle()


def _look(text: str, block: Block, start: int, end: int) -> tuple[Role, str] | None:
    """What the words around a name tell about it; None if it need not be a person."""
    words = text[start:end]
    single = " " not in words
    before = text[max(block.span.start, start - 24) : start]
    begins = start == block.span.start or SIGNATURE.fullmatch(text[block.span.start : start])
    if begins and not single and (signed := _signature(text, block, start, end)):
        return signed
    if (
        not single
        and text[block.span.end - 1] == ":"
        and HEADS_LINE.fullmatch(text, block.span.start, start)
    ):
        after = _after(text, block, start, end)
        return after or (Role(None, _of(text, block, end)), "name, then role")
    if single:
        return _alias(text, block, start, end)
    if not _may_be_person(words) or COMPANY_BEFORE.search(before):
        return None
    after = _after(text, block, start, end)
    if after is not None:
        return after
    role = role_before(text, block.span.start, start)
    if role is not None and role.role is not None and not _is_trade(text, role.role, words):
        return role, "role, then name"
    if TITLE_BEFORE.search(before):
        return Role(None, _of(text, block, end)), "name with a title"
    if AGE.match(text, end):
        return Role(None), "name, then role"
    if _speaks(text, block, start, end) and not _is_company(words):
        return Role(None, _of(text, block, end)), "name beside a verb of speech"
    if _is_called_so(words) or _is_meant_by_pronoun(text, block, start, end):
        return Role(None, _of(text, block, end)), BY_NAME_ALONE
    return None


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


def _after(text: str, block: Block, start: int, end: int) -> tuple[Role, str] | None:
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
    if not bracketed and any(each.low in CUES | AUXILIARIES for each in tokens):
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


def _of(text: str, block: Block, end: int) -> Span | None:
    """“said Oliver Thackeray of Meridian”."""
    found = re.compile(r",? (?:of|from|at) ([^,.;:()\n\"]{2,50})").match(text, end, block.span.end)
    if found is None:
        return None
    tokens = tokens_of(text, found.start(1), found.end(1))
    cut = next((n for n, each in enumerate(tokens) if each.low in CUES | AUXILIARIES), len(tokens))
    named = employer_in(tokens[:cut]) if cut else None
    return named if named and text[named.start].isupper() else None


def _speaks(text: str, block: Block, start: int, end: int) -> bool:
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


def _signature(text: str, block: Block, start: int, end: int) -> tuple[Role, str] | None:
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


IN_PLACE = re.compile(r"\b(?:in|at|from|near|of|outside) $")
_ROLE = rf"(?:[a-z]+ )?(?:{'|'.join(sorted(HEADS, key=len, reverse=True))})"
MORE_ROLES = re.compile(rf"(?:, {_ROLE})?,? (?:and )?(?P<last>{_ROLE}) (?=of|at)", re.IGNORECASE)
WHO_AFTER = re.compile(r", who\b")
ALIAS_AFTER = re.compile(
    r", (?:the|a|an) (?:[\w-]{1,20} ){0,3}(?P<role>tipster|leaker|insider|whistleblower)\b"
)
ALIAS_BEFORE = re.compile(
    r"\b(?P<role>[Tt]ipster|[Ll]eaker|[Ii]nsider|[Bb]logger)(?: known as| called)?,? \"?$"
)


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
    lives = IN_PLACE.search(text, max(block.span.start, start - 8), start)
    if not lives and (WHO_AFTER.match(text, end) or AGE.match(text, end)):
        return Role(None), "name, then who"
    if text[start:end].casefold() in GIVEN_NAMES and _speaks(text, block, start, end):
        return Role(None), "name beside a verb of speech"
    return None


# ---- the same person in other places ------------------------------------------------------------


def _joined(document: Document, sightings: Sequence[Sighting]) -> list[FoundPerson]:
    """One person a name; the nearest role that the text gives first, later ones fill gaps."""
    text = document.narration
    groups: dict[str, list[Sighting]] = {}
    for sight in sightings:
        groups.setdefault(sight.name.of(text), []).append(sight)
    full = [name for name in groups if " " in name]
    places = _places(document, groups)
    found = []
    for name, sights in groups.items():
        if _belongs(name, full):
            continue
        role = next((each.role.role for each in sights if each.role.role), None)
        employer = next(
            (each.role.employer for each in sights if each.role.role and each.role.employer), None
        )
        employer = employer or next(
            (each.role.employer for each in sights if each.role.employer), None
        )
        forms = places[name]
        first = next((each for each in forms if each.of(text) == name), sights[0].name)
        found.append(FoundPerson(first, tuple(forms), role, employer, sights[0].rule))
    return found


def _belongs(name: str, full: Sequence[str]) -> bool:
    low = name.lower()
    return any(low in each.lower().split() or each.lower().endswith(f" {low}") for each in full)


def surname_of(name: str) -> str:
    """“van Laar” of Joris van Laar, “Cho” of Cho Min-seo."""
    parts = name.split()
    if len(parts) < 2:
        return name
    if re.fullmatch(rf"[{UPPER}]\w+-[a-z]\w+", parts[-1]) and len(parts) == 2:
        return parts[0]
    if (
        (
            parts[0].lower() in FAMILY_FIRST
            and len(parts) == 2
            and parts[-1].lower() not in FAMILY_FIRST
        )
        and len(parts[0]) <= 5
        and parts[1].lower() in GIVEN
    ):
        return parts[0]
    begin = len(parts) - 1
    while begin > 1 and parts[begin - 1].lower() in _PARTICLE_WORDS:
        begin -= 1
    return " ".join(parts[begin:])


_PARTICLE_WORDS = frozenset(word for each in PARTICLES.split("|") for word in each.split())
_GIVEN = (
    "jun haoyu zhe lu wei hao yong ming jian feng lei bin tao bo jie qiang long yang xin hua "
    "li na yan mei jing ling peng ping hui gang fei chao kai yi ying xiang dong zhong guang "
    "jiayi yifan zihan"
)
GIVEN = frozenset(_GIVEN.split())


def _places(document: Document, groups: dict[str, list[Sighting]]) -> dict[str, list[Span]]:
    """Where each of them is named: in full, by surname, by the first name beside a verb."""
    owners: dict[str, str | None] = {}
    for name in groups:
        parts = name.split()
        if len(parts) == 1:
            owners.setdefault(name, name)
            continue
        last = surname_of(name)
        for form in {last, last[0].upper() + last[1:], parts[0], parts[-1]}:
            owners[form] = None if form in owners and owners[form] != name else name
    shared = _shared_words(document, groups)
    places: dict[str, list[Span]] = {name: [] for name in groups}
    text = document.narration
    for _, block, start, end in _runs(document):
        words = text[start:end]
        if words in groups and " " in words:
            places[words].append(Span(start, end))
            continue
        owner = owners.get(words)
        if owner is None:
            continue
        titled = TITLE_BEFORE.search(text, max(block.span.start, start - 12), start)
        plain = words not in shared and words.lower() == surname_of(owner).lower()
        if titled or plain or " " not in owner or _speaks(text, block, start, end):
            places[owner].append(Span(titled.start() if titled else start, end))
    return places


def _shared_words(document: Document, groups: dict[str, list[Sighting]]) -> set[str]:
    """Surnames that stand in other names too, as in Ashgrove Laboratories: those of companies."""
    wanted = {surname_of(name) for name in groups}
    shared: set[str] = set()
    text = document.narration
    for _, _, start, end in _runs(document):
        words = text[start:end]
        if " " in words and words not in groups:
            shared |= wanted.intersection(words.split())
    employers = {
        each.role.employer.of(text)
        for sights in groups.values()
        for each in sights
        if each.role.employer
    }
    return shared | {word for each in employers for word in each.split()} & wanted
