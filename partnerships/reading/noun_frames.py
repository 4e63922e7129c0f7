"""Frames of nouns: “the partnership between A and B”, “its alliance with B”, “A and B sign it”."""

import re
from collections.abc import Iterator

from partnerships.reading.scenes import (
    BREAKS,
    FORMS,
    MODIFIER,
    STARTS,
    VERB_WITH,
    WITH,
    Hit,
    Scene,
    background,
    group_after,
    group_in,
    hit_of,
    nouns_of,
    pair_of,
    passive_subject,
    some,
    subject_of,
)
from partnerships.reading.slots import GROUP, Group

BETWEEN = re.compile(
    rf"(?P<gap>[^;:§]{{0,70}}?)(?<!\w)(?:between|among|involving|linking|uniting|bringing together"
    rf"|that (?:unites|links|binds))(?: both)? (?:{MODIFIER}){{0,4}}?(?=§)",
    re.IGNORECASE,
)
OF_BOTH = re.compile(
    rf"(?P<gap>,? (?:(?:was |were |is |be |been |to be |that was |\w+ly )?(?:formed|founded|set up"
    rf"|owned|signed"
    r"|announced|established|created|launched|agreed|struck|run|made|operated|concluded) (?:\w+ )?"
    rf"(?:in [\w ]{{3,20}} )?)?)(?:of|by|from)(?: both)? (?:{MODIFIER}){{0,3}}?(?=§)",
    re.IGNORECASE,
)
WHO_HAVE = re.compile(
    r"(?:,)? (?:(?:that|which) )?(?:the )?(?=§[^;:.]{0,60}?(?:have|has|had"
    r"|are|is|were|was|will|announced"
    r"|signed"
    r"|struck|formed|founded|agreed|concluded|began|started|entered|entertain|made|run"
    r"|ran|reached|sealed"
    r"|unveiled|set up|established|forged|launched)\b)",
    re.IGNORECASE,
)
OWNS = re.compile(rf"(?P<group>{GROUP})(?:(?<='s)|(?<=')) (?:{MODIFIER}){{0,5}}$", re.IGNORECASE)
JOINED = re.compile(
    r"(?:(?P<group>§ ?[-/+] ?§)(?:'s?)? (?:[\w-]{1,20} ){0,2}"
    r"|\b[Tt]he (?P<pair>§(?: and | & | x | × )§)(?:'s?)? (?:[\w-]{1,20} )?)$"
)
HOLDS = re.compile(r" (?:holds|has|held|had|owns) (?P<gap>)(?:for|from|of) (?=§)")
HAS_HAD = re.compile(
    r" (?:has|have|had)(?: (?:had|run|maintained|enjoyed|pursued))? (?P<gap>)with (?=§)"
)
INCLUDE = re.compile(r" (?:of|by) (?P<group>§) (?:also )?(?:include[ds]?|are|were) (?=§)")
PLURAL = re.compile(
    r"[\w -]*(?:ships|tions|liances|greements|deals|pacts|ventures|-ups|arrangements)",
    re.IGNORECASE,
)
IS_WITH = re.compile(
    r"(?P<gap>[^,;:.§]{0,40}?) (?:was|is|were|are|has been|had been|came"
    r"|will be|would be) with (?=§)",
    re.IGNORECASE,
)
IN_COMPANY = re.compile(r"\b(?:in|through|thanks to) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
BESIDE = re.compile(
    r"\b(?:with|talking to|speaking to) (?:[\w'-]+ ){0,3}(?P<group>§(?:(?:,| and) §)*)"
    r" (?:(?:in|under|through|via|on|for|over"
    r"|about)"
    r" )?(?:an? |the |their )?(?:[\w-]+ ){0,3}$"
)
TALKED_INTO = re.compile(
    r"\b(?:talked|roped|brought|drawn|enlisted|lured|wooed|persuaded|convinced|invited)"
    r" (?P<group>§)"
    r" (?:into|in for|for|in) (?:an? |its |the )?(?:[\w-]+ ){0,4}$"
)
ANOTHER = re.compile(
    r"\b(?i:another|one|a second|a third|others?)(?: one)?(?: \w+){0,2} with (?=§)"
)
WHO = re.compile(r"^,? (?:who|which) ")
OUTCOME = re.compile(r"\b(?:result|fruit|product|outcome|child) of\b")
# “Our partnership with B goes on. The one with C is another story.”
THE_ONE = re.compile(r"(?:And |But )?(?:The|That|Another|One) (?:one )?with ")
AND_WITH = re.compile(
    r"(?:,|,? and) (?:also )?(?:(?:since|from|in) \d{4} )?with (?:(?!and\b)[\w'-]+ ){0,3}?(?=§)"
)
PREPOSED = re.compile(r"\b[Ww]ith (?P<group>§),? $")
IN_A = re.compile(
    r"\b(?:in|into|under|through|via|near|nearing|close to) an? (?:[\w-]+ ){0,3}$"
    r"|\b(?:talks|negotiations|discussions) (?:about|over|on) (?:an? |the )?(?:[\w-]+ ){0,3}$"
)
IN_HEADLINE = re.compile(r" in (?:[\w-]+ ){0,3}")
WITH_BEFORE = re.compile(r"\bwith(?: [\w-]+){0,3} $", re.IGNORECASE)
ABOUT = re.compile(r"\b(?:about|on|over|of|to|under|in|for|into|as part of|a|an)\b")


def noun_frames(scene: Scene) -> Iterator[Hit]:
    """“The partnership between A and B”, “its alliance with B”, “A and B signed a pact”."""
    for noun in nouns_of(scene):
        yield from _noun_frame(scene, noun)


def _noun_frame(scene: Scene, noun: re.Match[str]) -> Iterator[Hit]:
    text = scene.line.words
    both = group_after(BETWEEN, scene, noun.end()) or group_after(OF_BOTH, scene, noun.end())
    if both and len(both.entities) > 1:
        yield from hit_of("noun between A and B", scene, noun, both)
        return
    if joined := JOINED.search(text, max(0, noun.start() - 90), noun.start()):
        pair = group_in(scene, joined, "group" if joined["group"] else "pair")
        yield from hit_of("noun between A and B", scene, noun, pair)
        return
    partner = group_after(WITH, scene, noun.end()) or _joining(scene, noun)
    partner = partner or group_after(IS_WITH, scene, noun.end())
    owns = OWNS.search(text, max(0, noun.start() - 200), noun.start())
    owner = group_in(scene, owns, "group") if owns else None
    if owner and (partner or len(owner.entities) > 1):
        yield from pair_of("A's noun with B", scene, noun, owner, partner)
        return
    if include := INCLUDE.match(text, noun.end()):
        yield from _listed(scene, noun, group_in(scene, include, "group"), include.end())
        return
    told = WHO_HAVE.match(text, noun.end())
    teller = scene.starting(told.end()) if told else None
    if teller and not partner:
        partner = (
            group_after(HAS_HAD, scene, teller.end)
            or group_after(WITH, scene, teller.end)
            or group_after(HOLDS, scene, teller.end)
        )
    if teller and (partner or len(teller.entities) > 1):
        yield from hit_of("noun that A and B announced", scene, noun, teller, partner)
        return
    subject = subject_of(scene, noun.start())
    if partner and len(partner.entities) > 1 and subject and PLURAL.fullmatch(noun[0]):
        yield from _each_of(scene, noun, subject, partner)
        return
    if partner:
        starts = STARTS.search(text, max(0, noun.start() - 70), noun.start())
        if starts and not OUTCOME.search(starts[0]):
            subject = background(scene, partner, noun.start()) if starts.start() == 0 else None
        yield from _with_partner(scene, noun, subject, partner)
        return
    yield from _without_partner(scene, noun, subject)


def _listed(scene: Scene, noun: re.Match[str], owner: Group, start: int) -> Iterator[Hit]:
    """“Collaborations of A include B in 2011 and C in 2012” are two."""
    for each in scene.groups:
        if each.start >= start:
            yield from _each_of(scene, (each.start, each.end), owner, each)


def _each_of(
    scene: Scene, trigger: re.Match[str] | tuple[int, int], owner: Group, others: Group
) -> Iterator[Hit]:
    """“A has deals with B and C” are two cooperations."""
    for slot in others.slots:
        one = Group(others.start, others.end, (slot,), False)
        yield from hit_of("noun with B", scene, trigger, owner, one)


def _other(scene: Scene, partner: Group) -> Group | None:
    """The only other company that the sentence names."""
    others = [each for each in scene.groups if not set(each.entities) & set(partner.entities)]
    return others[0] if len({each.entities for each in others}) == 1 else None


def _with_partner(
    scene: Scene, noun: re.Match[str], subject: Group | None, partner: Group
) -> Iterator[Hit]:
    after = passive_subject(scene, partner.end)
    both = (each for each in scene.groups if each.end <= noun.start() and len(each.entities) > 1)
    same = next((each for each in both if set(partner.entities) <= set(each.entities)), None)
    if same:
        yield from hit_of("A and B sign a noun", scene, noun, same)
        return
    for one in (subject, after, _other(scene, partner), background(scene, partner, noun.start())):
        if one and not set(one.entities) & set(partner.entities):
            beside = IN_COMPANY.search(scene.line.words, max(0, noun.start() - 40), noun.start())
            rule = "in collaboration with B" if beside else "noun with B"
            yield from hit_of(rule, scene, noun, one, partner)
            return


def _without_partner(scene: Scene, noun: re.Match[str], subject: Group | None) -> Iterator[Hit]:
    """“A and B signed a pact”, “A is in talks with B about a venture”."""
    text = scene.line.words
    beside = BESIDE.search(text, max(0, noun.start() - 90), noun.start())
    if beside and (subject is None or subject.start < beside.start()):
        yield from _with_partner(scene, noun, subject, group_in(scene, beside, "group"))
    elif subject and len(subject.entities) > 1:
        if _form(scene, subject, noun):
            yield from hit_of("A and B sign a noun", scene, noun, subject)
    elif subject and (preposed := PREPOSED.search(text[: subject.start])):
        yield from hit_of("noun with B", scene, noun, group_in(scene, preposed, "group"), subject)
    elif subject and (into := TALKED_INTO.search(text, 0, noun.start())):
        speaker, talked = subject_of(scene, into.start()), group_in(scene, into, "group")
        yield from hit_of("noun with B", scene, noun, speaker, talked)
    elif subject and (partner := _between(scene, subject, noun)):
        yield from hit_of("noun with B", scene, noun, subject, partner)


def _form(scene: Scene, subject: Group, noun: re.Match[str]) -> bool:
    """Whether those before the noun sign it, or are in it: “A and B are in talks about a pact”."""
    gap = WHO.sub(" ", scene.line.words[subject.end : noun.start()])
    if len(gap) >= 130 or BREAKS.search(gap):
        return False
    headed = scene.headline and IN_HEADLINE.fullmatch(gap)
    return bool(
        FORMS.search(scene.line.words, subject.end, noun.end()) or IN_A.search(gap) or headed
    )


def _between(scene: Scene, subject: Group, noun: re.Match[str]) -> Group | None:
    """“A is in talks with B about a venture”: who stands between the subject and the noun."""
    text = scene.line.words
    for each in scene.groups:
        if each.start > noun.start():
            return None
        near = each.start > subject.end and noun.start() - each.end < 60
        joins = near and WITH_BEFORE.search(text[max(0, each.start - 40) : each.start])
        if joins and ABOUT.search(text[each.end : noun.start()]):
            return each
    return None


def _joining(scene: Scene, noun: re.Match[str]) -> Group | None:
    """“has a joint venture, C, with B” and “licensing agreement for X from B”."""
    found = re.compile(r"(?:,? §,?| to \w+ [^;:.§]{2,50}) (?:with|alongside) (?=§)").match(
        scene.line.words, noun.end()
    )
    return scene.starting(found.end()) if found else None


def and_with_frames(scene: Scene) -> Iterator[Hit]:
    """“A has partnered with B on a game, and with C on a toy”."""
    text = scene.line.words
    for found in some(AND_WITH, text):
        verbs = [*VERB_WITH.finditer(text, 0, found.start()), *nouns_of(scene)]
        earlier = [each for each in verbs if each.end() <= found.start()]
        subject = subject_of(scene, min(each.start() for each in earlier)) if earlier else None
        group = scene.starting(found.end())
        if (
            subject
            and group
            and re.search(r"\bwith (?:[\w-]+ )*§", text[subject.end : found.start()])
        ):
            yield from hit_of("another with C", scene, found, subject, group)


def another_frames(scene: Scene) -> Iterator[Hit]:
    """“… and another with C in December”."""
    text = scene.line.words
    for found in some(ANOTHER, text):
        nouns = [each for each in nouns_of(scene) if each.end() <= found.start()]
        partner = scene.starting(found.end())
        subject = subject_of(scene, nouns[-1].start()) if nouns else None
        if THE_ONE.match(text, 0, found.end()):
            subject = background(scene, partner, found.start())
        if subject:
            yield from hit_of("another with C", scene, found, subject, partner)
