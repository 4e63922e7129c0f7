"""Frames of roles: “its partner B”, “under licence from B”, “A x B”."""

import re
from collections.abc import Iterator

from partnerships.reading.anycase import AnyCase
from partnerships.reading.noun_frames import OWNS
from partnerships.reading.scenes import (
    MODIFIER,
    Hit,
    Scene,
    background,
    group_in,
    hit_of,
    some,
    subject_of,
)
from partnerships.reading.slots import Group, group_at
from partnerships.reading.words import partnerships as words

PARTNER = AnyCase(rf"(?<![\w§-]){words.PARTNER}(?![\w-])")
NOT_PARTNERS = re.compile(
    r"(?:law|business|managing|founding|senior|general|retail|channel|reselling|sales|sparring"
    r"|dance"
    r"|life|domestic|equity|limited|training|trading|contract|distribution|tennis|doubles|former"
    r" business) (?:\w+ )?partners?$|partners? (?:at|in crime|program)",
    re.IGNORECASE,
)
LICENSED = re.compile(
    r"(?<![\w§-])(?:under|as part of) (?:(?:an? )?licen[cs]e(?= ?[.,;]|$| in\b)|an? (?!(?:supply"
    r"|sales|purchase"
    r"|service|maintenance)\b)"
    r"(?:[\w-]+ ){0,3}(?:licen[cs]e|agreement|deal|pact|arrangement|partnership|alliance)(?!"
    r" (?:with|between|by|from)))",
    re.IGNORECASE,
)
UNDER_LICENCE = re.compile(
    r"(?<![\w§-])(?:under (?:an? )?(?:\w+ )?licen[cs]e (?:by|for|from|to|of)|licen[cs](?:es|ed|ing"
    r"|e)"
    r" (?:(?!from\b|by\b)[\w§'.-]+ ){0,10}?(?:to|from|by)|(?:by|for|from|to) §,? under"
    r" licen[cs]e"
    rf"(?: from)?|(?:a |the )?licensees? of|licen[cs]e (?:to|from|of))"
    rf" (?:{MODIFIER}){{0,3}}?(?=§(?!'s))",
    re.IGNORECASE,
)
GRANTED = re.compile(
    r"(?P<one>§) (?:has |have |had |will )?(?:grant(?:s|ed)?|gave|gives?|given|award(?:s|ed)?)"
    r" (?P<two>§) (?:an? |the )?(?:[\w-]+ ){0,3}licen[cs]e\b",
    re.IGNORECASE,
)
INCLUDE = re.compile(
    r" [^;:.§]{0,50}?(?:includ(?:e|es|ed|ing)|are|such as|like|:) (?=§)", re.IGNORECASE
)
OF_COMPANY = re.compile(r" (?:of|for|to|at) (?=§)", re.IGNORECASE)
APPOSED = re.compile(r", (?:(?:an?|the|one of the) |§'s )(?:[\w-]+ ){0,3}")  # “B, A's partner”
IS_PARTNER = re.compile(
    r"\b(?:is|are|was|were|be|been|become|becomes|became|as|name[ds]?|naming|remains?|chos\w+"
    r"|pick\w*"
    r"|select\w*|appoint\w*|tapp?\w*|being|announce\w*|call\w*)\b",
    re.IGNORECASE,
)
_CHOSEN = (
    r"named|chosen|chose|picked|selected|appointed|tapped|enlisted|welcomed|brought in|signed up"
    r"|presented|confirmed|dropped|ditched|dumped|signed|hired|adopted|kept"
)
NAMED_PARTNER = re.compile(
    rf"(?P<one>§) (?:has |have |had )?(?:{_CHOSEN}|names|chooses|picks|selects|appoints|taps"
    rf"|enlists"
    r"|welcomes|presents|drops|ditches|signs|signs up|keeps) (?P<two>§) as (?:§'s |an? |the )?"
    r"(?:[\w-]+ ){0,4}(?:partner|ally)\b"
    rf"|(?P<three>§) (?:has been|have been|was|is|will be) (?:{_CHOSEN}) by (?P<four>§) as (?:§'s "
    rf"|an? |the )?"
    r"(?:[\w-]+ ){0,4}(?:partner|ally)\b",
    re.IGNORECASE,
)
ARE_PARTNERS = re.compile(
    r"(?<=§)(?:, who)?"
    r" (?:are|were|ha(?:ve|s|d) be(?:en|come)|become|became|remain|remained|had been|will be"
    r"|will become)"
    r"(?: (?!not\b)[\w-]+){0,3} (?:partners|allies|bedfellows)\b"
    r"|(?<=§), (?:[\w-]+ ){0,2}(?:partners|allies) (?:since|for|in)\b"
)
TIMES = re.compile(r"§ ?(?:x|X|×) ?§(?: ?(?:x|X|×) ?§)?")


def licence_frames(scene: Scene) -> Iterator[Hit]:
    """“Built under licence by B”, “licenses its film to B”, “makes watches under licence for B”."""
    text = scene.line.words
    for word in some(UNDER_LICENCE, text):
        group = scene.starting(word.end())
        subject = subject_of(scene, word.start()) or background(scene, group, word.start())
        if group is None:
            continue
        several = (
            len(group.entities) > 1 and subject and not set(group.entities) & set(subject.entities)
        )
        for slot in group.slots if several else ():
            one = Group(group.start, group.end, (slot,), False)
            yield from hit_of("under licence", scene, word, subject, one)
        if not several:
            yield from hit_of("under licence", scene, word, subject, group)

    for word in some(GRANTED, text):
        yield from hit_of(
            "under licence", scene, word, *(group_in(scene, word, n) for n in ("one", "two"))
        )

    for word in some(LICENSED, text):
        clause = [each for each in scene.groups if word.start() - 160 < each.start < word.start()]
        if len({one for each in clause for one in each.entities}) == 2:
            yield from hit_of("under licence", scene, word, *clause)


def partner_frames(scene: Scene) -> Iterator[Hit]:
    """“Its partner B”, “B is the official partner of A”, “A’s partners include B and C”."""
    text = scene.line.words
    for noun in some(PARTNER, text):
        if NOT_PARTNERS.search(text[max(0, noun.start() - 20) : noun.end() + 9]):
            continue
        yield from _partner_frame(scene, noun)


def _partner_frame(scene: Scene, noun: re.Match[str]) -> Iterator[Hit]:
    text = scene.line.words
    owns = OWNS.search(text, max(0, noun.start() - 90), noun.start())
    owner = group_in(scene, owns, "group") if owns else None
    named = re.compile(r",? ?(?=§)").match(text, noun.end())
    group = scene.starting(named.end()) if named else None
    if group and (owner is None or not set(owner.entities) & set(group.entities)):
        subject = owner or subject_of(scene, noun.start()) or background(scene, group, noun.start())
        yield from hit_of("its partner B", scene, noun, subject, group)
        return
    include = INCLUDE.match(text, noun.end())
    if owner and include:
        yield from _one_by_one(scene, noun, owner, include.end())
        return
    of = OF_COMPANY.match(text, noun.end())
    other = scene.starting(of.end()) if of else owner
    if other is None:
        return
    subject = subject_of(scene, min(noun.start(), other.start))
    gap = text[subject.end : noun.start()] if subject else ""
    if subject and subject is not other and (IS_PARTNER.search(gap) or APPOSED.fullmatch(gap)):
        yield from hit_of("B is the partner of A", scene, noun, subject, other)


def named_partner_frames(scene: Scene) -> Iterator[Hit]:
    """“A has named B as its partner”."""
    for found in some(NAMED_PARTNER, scene.line.words):
        names = ("one", "two") if found["one"] else ("three", "four")
        yield from hit_of(
            "B is the partner of A", scene, found, *(group_in(scene, found, n) for n in names)
        )


def _one_by_one(scene: Scene, noun: re.Match[str], owner: Group, start: int) -> Iterator[Hit]:
    """Each of the partners that a sentence lists is one of a cooperation of its own."""
    for each in scene.groups:
        if each.start >= start and not each.owner:
            for slot in each.slots:
                if slot.named and not set(slot.entities) & set(owner.entities):
                    one = Group(each.start, each.end, (slot,), False)
                    yield from hit_of("its partners include B", scene, noun, owner, one)


def are_partners_frames(scene: Scene) -> Iterator[Hit]:
    """“A and B are no longer partners”."""
    for found in some(ARE_PARTNERS, scene.line.words):
        group = next((each for each in scene.groups if each.end == found.start()), None)
        if group and not re.search(
            r"'s partners|of", scene.line.words[found.end() : found.end() + 3]
        ):
            yield from hit_of("A and B are partners", scene, found, group)


def sign_frames(scene: Scene) -> Iterator[Hit]:
    """“A x B”."""
    for found in some(TIMES, scene.line.words):
        group = group_at(scene.line, found.start(), found.end())
        yield from hit_of("A x B", scene, found, group)
