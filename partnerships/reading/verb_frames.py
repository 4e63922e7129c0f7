"""Frames of verbs: “A has teamed up with B”, “A and B build it together”, “made by A with B”."""

import re
from collections.abc import Iterator
from dataclasses import replace

from partnerships.reading.anycase import AnyCase
from partnerships.reading.scenes import (
    BREAKS,
    MAKES,
    MAKES_ANY,
    MODIFIER,
    NOUN,
    VERB_WITH,
    WITH,
    Hit,
    Scene,
    background,
    group_after,
    group_in,
    hit_of,
    pair_of,
    passive_subject,
    some,
    subject_of,
)
from partnerships.reading.slots import Group, Line
from partnerships.reading.words import partnerships as words

VERB_TO = AnyCase(rf"(?<![\w§-])(?:{words.VERBS_TO}) (?=§)")
PARTS = AnyCase(
    r"(?<![\w§-])(?:part(?:s|ed|ing)? (?:ways|company)"
    r"|parted(?= (?:in|last|this|after|on|without|at|amid)\b)|split(?:s|ting)?(?: up)?"
    r"(?! (?:the|its|their|any|profits?|costs?|revenue|proceeds|between|into)\b)"
    r"|br(?:eak|eaks|oke|oken|eaking) up|cut(?:s|ting)? ties"
    r"|(?:go|goes|going|went|gone) (?:their|§'s) separate ways)(?![\w-])"
)
# “… and dissolved the partnership behind it”
DISSOLVES = AnyCase(
    rf"\b(?:{words.ENDS}) (?:the|their|this) (?:[\w-]+ ){{0,2}}?(?:{words.STRONG_NOUNS})\b"
)
PARTNERS = re.compile(r"partners?", re.IGNORECASE)
PARTNER_ON = re.compile(r" (?:up|on|to|for|in|over)\b|$", re.IGNORECASE)
NOT_A_VERB = re.compile(
    r"\b(?:are|were|as|the|their|§'s|retail|\w+ing|\w+al|\w+ed) $", re.IGNORECASE
)
PARTNERED = frozenset({"partnered", "partners", "partnering"})
DIRECT = re.compile(r" (?=§)")  # “A partnered B”, as British papers write
TO_PARTNER = re.compile(r" (?:(?:[\w'-]+ ){0,8}?)(?:together )?with (?=§)", re.IGNORECASE)
TOGETHER = AnyCase(
    r"(?<![\w§-])(?:together|jointly(?! (?:announc|present|unveil|declar|said))|hand in hand"
    r"|side by side)(?![\w-])"
)
SHARES_WITH = re.compile(
    r"\bused to (?:make|build|produce|sell|brew|publish|run) [^.;:]{3,60}? (?=with §)"
    r"|\bshar(?:e|es|ed|ing) (?:[\w§'-]+ ){0,3}?(?:flights|codes|platforms?|architecture|technology"
    r"|capacity|space|ships|factor(?:y|ies)|plants?|engines?|components|parts|networks?|stations"
    r"|infrastructure|costs|patents|data|stores|shops|kitchen|routes|vessels|masts|towers|tools)"
    r" (?:[\w'-]+ ){0,6}?(?=with §)"
)
JUST_WITH = re.compile(r"(?P<gap>)with (?=§)")
AGREED_WITH = re.compile(r"\bagree[sd]? with (?P<group>§)[^.;:§]{0,60}? to (?:jointly )?")
# “A is in talks with B about a jacket”
TALKS_ABOUT = AnyCase(
    r"\b(?:in (?:[\w-]+ )?(?:talks|negotiations|discussions) with|talking to|negotiating with)"
    r" (?:[\w'-]+ ){0,3}?(?P<group>§),? (?:about|over|on) (?!(?:an? |the |its )?(?:possible "
    r"|potential |full )?(?:takeover|sale|merger|stake|buyout|loan|price|purchase|acquisition"
    r"|supply|deliver(?:y|ies)|investment|jobs?|debt|rescue|settlement))"
)
# “A and B have launched a policy”: two who bring out one thing
BOTH_MAKE = re.compile(
    r"(?<=§) (?:have |will |are to |to |both )?(?:jointly |today |also |now )?(?:launch(?:ed)?"
    r"|unveil(?:ed)?|present(?:ed)?|br(?:ing|ought) out|introduced?|develop(?:ed)?|buil[dt]"
    r"|created?|design(?:ed)?|ma[dk]e|releas(?:e|ed)|announced?|reveal(?:ed)?|show(?:ed)?)"
    r" (?:an? |the first |their (?:first |new |joint |next |own )*|(?=§|[A-Z]))"
)
MAKES_OR_WORKS = re.compile(
    rf"(?:{words.MAKES}|{words.MAKES_MORE}|work|co-?operate|collaborate|share|team|join)\b",
    re.IGNORECASE,
)
BUILT_WITH = re.compile(
    r"\b(?:built|made|produced|brewed|manufactured|published|launched|brought out)"
    r" (?:it |them )?with (?=§(?:"
    r" and §)?"
    r"(?:[,.;]|$| (?:will|for|in|to|on|by|since|and is|and was|and \w+ed)\b))"
)
DIRECT_WITH = re.compile(
    rf"(?P<gap>(?: §(?= with))?(?: (?!with\b)[\w'’%.-]{{1,25}}){{0,7}}?,? )with"
    rf" (?:{MODIFIER}){{0,3}}?(?=§)",
    re.IGNORECASE,
)
PREPOSED_WITH = re.compile(
    r"(?:^|(?<=[.,;:] )|(?<= and ))(?:Together |together )?[Ww]ith (?P<partner>§)"
    r"(?:, (?:§'s )?[\w -]{3,50},|,)? (?P<actor>§)"
    r" (?:(?:is|are|has|have|will|had|also|now|was|been|be|\w+ly) ){0,3}(?P<verb>\w+)"
)
BY_WITH = re.compile(
    r"\bby (?P<one>§),? (?:jointly |together |in (?:[\w-]+ )?(?:collaboration|co-?operation"
    r"|partnership) )?"
    r"with (?P<two>§)"
)
WORK_ON = re.compile(
    r"(?:\b(?:have|had|has)|'ve|'s) been (?:working on|at work on|at it)\b|\bboth brands'|\bboth"
    r" companies'"
)
MADE_BY = AnyCase(
    r"(?<![\w§-])(?:tuned|fine-tuned|co-\w+ed|calibrated|tweaked|co-designed|sound by|audio by"
    r"|optics by"
    r"|by special arrangement) (?:by|with|from) (?=§)"
    r"|(?<![\w§-])with (?:the |some )?help (?:of|from) (?=§)"
    r"|(?<![\w§-])helped? (?:to )?(?:launch|develop"
    r"|create|build|design"
    r"|bring|make)[^;:§.]{1,60}?\. ?(?:premium )?(?:from|of|by|for) (?=§)"
    r"|(?<![\w§-])help(?:ed)? (?:to )?(?:launch|develop|create|build|design|make)[^;:§]{1,60}?"
    r" (?:from|of|by|for) (?=§)"
)
STARTED = re.compile(r"^§(?: had| has)? (?:started|begun|began) (?:in|on|out|working)\b")
WITH_WHICH = re.compile(r"§[^§;:.]{0,70}?,? (?:along)?(?:with|side) (?:which|whom) (?:also )?(?=§)")
GAP = re.compile(
    r"(?:^|(?:,? and|;|,) )(?P<one>§) with (?P<two>§)(?=,? and §| (?:on|for|to|in|over)\b|[.?]?$)"
)
WITH_PAIR = re.compile(r"§ with §,? and § with §")
MADE = re.compile(r" (?:it|them|this|that|one|§) ")


def verb_frames(scene: Scene) -> Iterator[Hit]:
    """“A has teamed up with B”, “A and B will work together”."""
    for verb in some(VERB_WITH, scene.line.words):
        if re.match(
            r"(?:the|a|an|this|that|§'s|no|any|her|his|our)$",
            _word_before(scene.line, verb),
            re.IGNORECASE,
        ):
            continue  # a noun: “the team”
        yield from _verb_frame(scene, verb)
    for verb in some(VERB_TO, scene.line.words):
        group = scene.starting(verb.end())
        subject = subject_of(scene, verb.start()) or background(scene, group, verb.start())
        yield from hit_of("A teams up with B", scene, verb, subject, group)


def _is_noun(text: str, verb: re.Match[str]) -> bool:
    """Whether “partners” are meant, and not that somebody partners."""
    before = text[max(0, verb.start() - 20) : verb.start()]
    after = PARTNER_ON.match(text, verb.end())
    return bool(PARTNERS.fullmatch(verb[0]) and (NOT_A_VERB.search(before) or not after))


def _word_before(line: Line, found: re.Match[str]) -> str:
    words_before = line.words[max(0, found.start() - 20) : found.start()].split()
    return words_before[-1] if words_before else ""


def _verb_frame(scene: Scene, verb: re.Match[str]) -> Iterator[Hit]:
    subject = subject_of(scene, verb.start())
    partner = group_after(WITH, scene, verb.end())
    gap = scene.line.words[subject.end : verb.start()] if subject else ""
    if partner:
        subject = (
            subject
            or passive_subject(scene, partner.end)
            or background(scene, partner, verb.start())
        )
        yield from pair_of("A teams up with B", scene, verb, subject, partner)
        return
    direct = DIRECT.match(scene.line.words, verb.end()) if verb[0].lower() in PARTNERED else None
    if direct and subject and (group := scene.starting(direct.end())):
        yield from hit_of("A teams up with B", scene, verb, subject, group)
        return
    to = TO_PARTNER.match(scene.line.words, verb.end())
    if to and subject and (group := scene.starting(to.end())):
        yield from hit_of("A teams up with B", scene, verb, subject, group)
        return
    gap = re.sub(r"^,? (?:who|which) ", " ", gap)
    alone = not re.fullmatch(
        r"work(?:s|ed|ing)?|teams?|ally|allies|pairs?|ties?", verb[0], re.IGNORECASE
    )
    alone = alone and not _is_noun(scene.line.words, verb)
    if subject and len(subject.entities) > 1 and alone and len(gap) < 90 and not BREAKS.search(gap):
        if re.match(r" (?:with|by)\b", scene.line.words[verb.end() :]):
            return  # with somebody else
        yield from hit_of("A and B work together", scene, verb, subject)


def together_frames(scene: Scene) -> Iterator[Hit]:
    """“A and B agreed to build vans together”, “speakers that it developed with B”."""
    for frames in (_together, _makes_with, _built_with, _agreed_with, _shares_with, _with_preposed):
        yield from frames(scene)


def _together(scene: Scene) -> Iterator[Hit]:
    """“A and B agreed to build vans together”."""
    text = scene.line.words
    for word in some(TOGETHER, text):
        subject = subject_of(scene, word.start())
        if subject is None:
            continue
        gap = text[subject.end : word.start()]
        partner = group_after(WITH, scene, word.end())
        after = text[partner.end : partner.end + 40] if partner else ""
        if partner and any(
            MAKES_ANY.search(each) or VERB_WITH.search(each) for each in (gap, after)
        ):
            yield from hit_of("made together with B", scene, word, subject, partner)
        elif len(subject.entities) > 1 and len(gap) < 110 and not BREAKS.search(gap):
            made = MAKES_ANY.search(text, subject.end, word.end() + 40)
            yield from hit_of("A and B work together", scene, word, subject) if made else ()


def _makes_with(scene: Scene) -> Iterator[Hit]:
    """“Speakers that it developed with B”."""
    text = scene.line.words
    for verb in some(MAKES_ANY, text):
        it = MADE.match(text, verb.end())
        if not (it or verb[0].endswith("ing") or MAKES.fullmatch(verb[0])):
            continue
        if partner := group_after(DIRECT_WITH, scene, verb.end()):
            subject = subject_of(scene, verb.start()) or background(scene, partner, verb.start())
            yield from pair_of("made together with B", scene, verb, subject, partner)


def _built_with(scene: Scene) -> Iterator[Hit]:
    for verb in some(BUILT_WITH, scene.line.words):
        group = scene.starting(verb.end())
        subject = subject_of(scene, verb.start()) or background(scene, group, verb.start())
        yield from pair_of("made together with B", scene, verb, subject, group)


def _agreed_with(scene: Scene) -> Iterator[Hit]:
    for found in some(AGREED_WITH, scene.line.words):
        partner = scene.holding(found.start("group"))
        subject = subject_of(scene, found.start()) or background(scene, partner, found.start())
        if MAKES_OR_WORKS.match(scene.line.words, found.end()):
            yield from hit_of("A teams up with B", scene, found, subject, partner)


def _shares_with(scene: Scene) -> Iterator[Hit]:
    for found in some(SHARES_WITH, scene.line.words):
        subject, partner = (
            subject_of(scene, found.start()),
            group_after(JUST_WITH, scene, found.end()),
        )
        yield from hit_of("A teams up with B", scene, found, subject, partner)


def _with_preposed(scene: Scene) -> Iterator[Hit]:
    """“With B, A makes lenses”."""
    text = scene.line.words
    for found in some(PREPOSED_WITH, text):
        partner = scene.holding(found.start("partner"))
        subject = scene.holding(found.start("actor"))
        if partner is subject or partner is None or subject is None:
            continue
        if MAKES_ANY.match(text, found.start("verb")) or scene.listing:
            yield from pair_of("with B, A makes", scene, found.span("verb"), partner, subject)


def talks_frames(scene: Scene) -> Iterator[Hit]:
    """“A is in talks with B about a jacket”."""
    for found in some(TALKS_ABOUT, scene.line.words):
        group, subject = scene.holding(found.start("group")), subject_of(scene, found.start())
        yield from hit_of("A talks with B about it", scene, found, subject, group)


def both_frames(scene: Scene) -> Iterator[Hit]:
    """“A and B have launched a policy for olive growers”."""
    text = scene.line.words
    for found in some(BOTH_MAKE, text):
        group = next((each for each in scene.groups if each.end == found.start()), None)
        if group and len(group.slots) == 2 and subject_of(scene, found.start()) is group:
            yield from hit_of("A and B bring it out", scene, found, group)


def by_frames(scene: Scene) -> Iterator[Hit]:
    """“Developed by A together with B”."""
    for found in some(BY_WITH, scene.line.words):
        before = scene.line.words[max(0, found.start() - 50) : found.start()]
        if MAKES_ANY.search(before) or VERB_WITH.search(before):
            one, two = group_in(scene, found, "one"), group_in(scene, found, "two")
            yield from hit_of("made together with B", scene, found, one, two)


def more_frames(scene: Scene) -> Iterator[Hit]:
    """“The two have been working on it since last year”: only for what was found before."""
    for found in some(WORK_ON, scene.line.words):
        for hit in hit_of("more about the same", scene, found, subject_of(scene, found.start())):
            yield replace(hit, only_more=True)


def made_by_frames(scene: Scene) -> Iterator[Hit]:
    """“Earphones tuned by B”."""
    for found in some(MADE_BY, scene.line.words):
        group = scene.starting(found.end())
        subject = subject_of(scene, found.start()) or background(scene, group, found.start())
        yield from hit_of("tuned by B", scene, found, subject, group, weak=True)


def relative_frames(scene: Scene) -> Iterator[Hit]:
    """“B, with which it has established an agreement”."""
    text = scene.line.words
    for found in some(WITH_WHICH, text):
        head, subject = scene.holding(found.start()), scene.starting(found.end())
        tail = text[found.end() : found.end() + 120]
        if (
            head
            and subject
            and any(each.search(tail) for each in (NOUN, VERB_WITH, MAKES_ANY, STARTED))
        ):
            head = Group(head.start, head.end, head.slots[-1:], False)
            yield from pair_of("B, with which A cooperates", scene, found, head, subject)


def gap_frames(scene: Scene) -> Iterator[Hit]:
    """“A works with B on a sensor, and C with D on a watch”."""
    for found in some(GAP, scene.line.words):
        listed = WITH_PAIR.match(scene.line.words)
        if listed or VERB_WITH.search(scene.line.words, 0, found.start()):
            one, two = group_in(scene, found, "one"), group_in(scene, found, "two")
            yield from hit_of("A teams up with B", scene, found, one, two)


def part_frames(scene: Scene) -> Iterator[Hit]:
    """“A and B part ways”."""
    for verb in some(PARTS, scene.line.words):
        subject = subject_of(scene, verb.start())
        partner = group_after(WITH, scene, verb.end())
        if subject and (partner or len(subject.entities) > 1):
            yield from hit_of("A and B part ways", scene, verb, subject, partner)
    for found in some(DISSOLVES, scene.line.words):
        subject = subject_of(scene, found.start())
        if subject and len(subject.entities) > 1:
            yield from hit_of("A and B part ways", scene, found, subject)
