"""The grammatical frames in which companies cooperate, matched on sentences made simple."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from partnerships.reading.rules import Rule
from partnerships.reading.slots import GROUP, Group, Line, Slot, group_at, groups_of
from partnerships.reading.words import partnerships as words


def _words(*tables: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w§-])(?:{'|'.join(tables)})(?![\w-])", re.IGNORECASE)


STRONG = _words(words.STRONG_NOUNS)
NOUN = _words(words.STRONG_NOUNS, words.WEAK_NOUNS)
TRADE = frozenset(words.TRADE.split())
VERB_WITH = _words(words.VERBS_WITH, words.IDIOMS)
VERB_TO = re.compile(rf"(?<![\w§-])(?:{words.VERBS_TO}) (?=§)", re.IGNORECASE)
FORMS = _words(words.FORMS, words.CARRIES_ON, words.HAS, words.ENDS)
MAKES = _words(words.MAKES)
MAKES_ANY = _words(words.MAKES, words.MAKES_MORE)
BREAKS = re.compile(words.BREAKS, re.IGNORECASE)
PARTS = re.compile(
    r"(?<![\w§-])(?:part(?:s|ed|ing)? (?:ways|company)|split(?:s|ting)?(?: up)?"
    r"|br(?:eak|eaks|oke|oken|eaking) up|cut(?:s|ting)? ties"
    r"|(?:go|goes|going|went|gone) (?:their|§'s) separate ways)(?![\w-])",
    re.IGNORECASE,
)
# One of these stands in each sentence that a frame matches; for small letters.
ANY_TRIGGER = re.compile(
    r"(?:\b|_)(?:sub-?licen|cross-?licen|joint|ventur|jv|partner|co-|coop|collab|allian|allied"
    r"|allies"
    r"|ally|tie|tying|team|link|consorti|codev|coprod|cobrand|memorand|mou|licen|crossover|pact"
    r"|accord"
    r"|agree|deal|arrange|contract|capsule|project|program|relation|work|marriage|friend|adventure"
    r"|experiment|union|associat|conjunction|tandem|concert|forces|hook|pair|together|hand|pool"
    r"|with"
    r"|x|tuned|tweaked|calibrated|ways|company|split|brok|broke|break|letter|help|laps|develop"
    r"|creat"
    r"|design|invent|craft|roaming|under|ended|expir|beg[au]n|finish|dissol|separat|start|dates"
    r"|one-off"
    r"|limited|been|both|bed|item|knot|married|wed|buddie|cosie|cozie|threw|throw|agree)|×"
)
_MODIFIER = (
    r"(?!(?:with|and|or|of|from|for|to|in|on|at|that|which|who|as|but|than|by|like|unlike|against"
    r"|over|under|after|before|until|is|has|was|were|are|have|had|said|will"
    r"|about)\b)[\w'’.-]{1,30} "
)
WITH = re.compile(
    rf"(?P<gap>[^;:§]{{0,110}}?)(?<!\w)(?:with|alongside)(?: both)? (?:{_MODIFIER}){{0,4}}?(?=§)",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"(?P<gap>[^;:§]{{0,70}}?)(?<!\w)(?:between|among|involving|linking|uniting|bringing together"
    rf"|that (?:unites|links|binds))(?: both)? (?:{_MODIFIER}){{0,4}}?(?=§)",
    re.IGNORECASE,
)
OF_BOTH = re.compile(
    rf"(?P<gap>,? (?:(?:was |were |is |be |been |to be |that was |\w+ly )?(?:formed|founded|set up"
    rf"|owned|signed"
    r"|announced|established|created|launched|agreed|struck|run|made|operated|concluded) (?:\w+ )?"
    rf"(?:in [\w ]{{3,20}} )?)?)(?:of|by|from)(?: both)? (?:{_MODIFIER}){{0,3}}?(?=§)",
    re.IGNORECASE,
)
WHO_HAVE = re.compile(
    r"(?:,)? (?:(?:that|which) )?(?=§[^;:.]{0,60}?(?:have|has|had|are|is|were|was|will|announced"
    r"|signed"
    r"|struck|formed|agreed|concluded|began|started|entered|entertain|made|run|ran|reached|sealed"
    r"|unveiled|set up|established|forged|launched)\b)",
    re.IGNORECASE,
)
OWNS = re.compile(rf"(?P<group>{GROUP})(?:(?<='s)|(?<=')) (?:{_MODIFIER}){{0,5}}$", re.IGNORECASE)
JOINED = re.compile(
    r"(?:(?P<group>§ ?[-/+] ?§)(?:'s?)? (?:[\w-]{1,20} ){0,2}"
    r"|\b[Tt]he (?P<pair>§(?: and | & | x | × )§)(?:'s?)? (?:[\w-]{1,20} )?)$"
)
SUBORDINATES = re.compile(
    r"(?:^|[,.;:!?\"'(-]|\b(?:and|but|that|when|while|as|because|after|before|where|which|whom"
    r"|whose"
    r"|since|if|whether|said|says|say|told|then|than|both|the|though|although|until|how|why|what"
    r"|yes|also|later|today|yesterday|now|so|help(?:ed|s)?|see(?:s|n)?|saw|has|have|did|does|do"
    r"|will|is|are|was|were"
    r"|reports?|reported|claims?|claimed|confirmed|announced|suggests?|hear|told us|who|meanwhile"
    r"|spring|summer|autumn"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May"
    r"|June|July|August"
    r"|September|October|November|December|year|month|week|\d{4}|ago|\w+ly|sister|parent)) ?$",
    re.IGNORECASE,
)
GOVERNED = re.compile(
    r"\b(?:with|of|for|by|from|to|in|on|at|against|over|under|between|among|into|like|unlike|than"
    r"|about|without|within|via|behind|beside|alongside|including|after|versus|vs|joining)"
    r"(?: (?:the|a|an|its|their|both))? ?$",
    re.IGNORECASE,
)
PARTNER = re.compile(rf"(?<![\w§-]){words.PARTNER}(?![\w-])", re.IGNORECASE)
NOT_PARTNERS = re.compile(
    r"(?:law|business|managing|founding|senior|general|retail|channel|reselling|sales|sparring"
    r"|dance"
    r"|life|domestic|equity|limited|training|trading|contract|distribution|tennis|doubles|former"
    r" business) (?:\w+ )?partners?$|partners? (?:at|in crime|program)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Companies that a line says cooperate; without slots it speaks of one named before."""

    slots: tuple[Slot, ...]
    rule: str
    line: Line
    start: int  # of the words that tell the cooperation, in the line
    end: int
    left: int  # of all that states it
    right: int
    weak: bool = False
    only_more: bool = False  # tells more, and founds no cooperation

    @property
    def entities(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(one for slot in self.slots for one in slot.entities))


@dataclass(frozen=True)
class Scene:
    """A line with its groups, and who was spoken of before."""

    line: Line
    groups: tuple[Group, ...]
    before: Group | None  # the subject of the sentence before
    topic: tuple[Slot, ...]  # what the article is about
    headline: bool
    listing: bool = False  # the sentence before announced several cooperations without their names

    def starting(self, at: int) -> Group | None:
        return next((each for each in self.groups if each.start == at), None)

    def holding(self, at: int) -> Group | None:
        return next((each for each in self.groups if each.start <= at < each.end), None)


MOST = 10  # of one kind of trigger in a sentence; what has more is no prose


def some(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The first matches of a pattern."""
    return islice(pattern.finditer(text), MOST)


Frame = Callable[[Scene], Iterator[Hit]]


def subject_of(scene: Scene, at: int) -> Group | None:
    """The companies that act in the clause that the place lies in."""
    before = [each for each in scene.groups if each.end <= at]
    text = scene.line.words
    best: Group | None = None
    best_rank = -1
    for each in reversed(before):
        left = text[max(0, each.start - 24) : each.start]
        rank = 1
        if GOVERNED.search(left):
            rank = 1 if left.endswith(" by ") else 0
        elif SUBORDINATES.search(left):
            rank = 2 if each.owner else 4
        if each.slots and each.slots[-1].product and rank > 1:
            rank -= 1
        if re.match(r",? (?:with|alongside) wh", text[each.end : each.end + 14]):
            rank = 0
        if rank > best_rank:
            best, best_rank = each, rank
        if best_rank == 4:
            break
    return best if best_rank > 0 else None


def _hit(
    rule: str,
    scene: Scene,
    trigger: re.Match[str] | tuple[int, int],
    *groups: Group | None,
    weak: bool = False,
) -> Iterator[Hit]:
    """The hit of these groups, if they are two companies or more."""
    start, end = trigger if isinstance(trigger, tuple) else trigger.span()
    some = [each for each in groups if each is not None]
    slots = tuple(slot for each in some for slot in each.slots)
    places = [each for each in some if each.end > 0]
    left = min([start, *(each.start for each in places)])
    right = max([end, *(each.end for each in places)])
    hit = Hit(slots, rule, scene.line, start, end, left, right, weak)
    if len(hit.entities) > 1:
        yield hit


def _pair(
    rule: str, scene: Scene, trigger: re.Match[str] | tuple[int, int], *groups: Group | None
) -> Iterator[Hit]:
    """The hit of the groups; words that were taken for the partner itself give way to who was
    spoken of before."""
    found = list(_hit(rule, scene, trigger, *groups))
    given = [each for each in groups if each is not None]
    vague = any(not slot.named for each in given for slot in each.slots)
    if vague and given and not found:
        found = list(
            _hit(
                rule,
                scene,
                trigger,
                _background(
                    scene, given[-1], trigger[0] if isinstance(trigger, tuple) else trigger.start()
                ),
                *given,
            )
        )
    yield from found


def _after(pattern: re.Pattern[str], scene: Scene, at: int, lead: str = "") -> Group | None:
    """The group that the pattern leads to from the place, within the clause."""
    found = pattern.match(scene.line.words, at)
    if not found:
        return None
    gap = PASSIVE.sub("", found["gap"])
    if BREAKS.search(gap) or (gap and STOPS.search(gap)):
        return None
    group = scene.starting(found.end())
    if group and group.owner and not any(slot.named for slot in group.slots):
        return None  # “with its own forces”
    if group is None or NOT_THE_COMPANY.match(scene.line.words, group.end):
        return None
    return group


PASSIVE = re.compile(
    r"^,? (?:that |which )?(?:was|were|is|are|has been|had been|have been|being) (?:\w+"
    r" )?(?:signed|announced|agreed"
    r"|struck|formed|made|concluded|reached|sealed|established|set up|closed|entered into|launched"
    r"|developed)\b"
)
STOPS = re.compile(
    r"\b(?:that|which|who|whose|has|have|had|is|are|was|were|will|after|before|until|compet\w+"
    r"|rival\w*)\b|, and "
    r"|\b(?:announced|signed|struck|said|says) (?!in|last|on|this|by|yesterday|today|\d)",
    re.IGNORECASE,
)
NOT_THE_COMPANY = re.compile(
    r"(?<='s) (?:lawyers?|customers?|shares?|shareholders?|investors?|owners? said|prices?"
    r"|products?|users?|fans?"
    r"|regulators?|union|unions|workers|staff|lead|success|approach|help$)\b",
    re.IGNORECASE,
)


HOLDS = re.compile(r"(?P<gap> (?:holds|has|held|had|owns) )(?:for|from|of) (?=§)")


def nouns_of(scene: Scene) -> Iterator[re.Match[str]]:
    """The nouns for a cooperation that mean one here."""
    text = scene.line.words
    for found in some(NOUN, text):
        before = text[max(0, found.start() - 30) : found.start()].lower().split()
        if not STRONG.fullmatch(found[0]) and before and before[-1].strip("-") in TRADE:
            continue
        if found[0].lower() in {"work", "works"} and not re.search(
            r"(?:joint|their|common|earlier|previous|early|§'s) $",
            text[: found.start()],
            re.IGNORECASE,
        ):
            continue
        yield found


def noun_frames(scene: Scene) -> Iterator[Hit]:
    """“The partnership between A and B”, “its alliance with B”, “A and B signed a pact”."""
    for noun in nouns_of(scene):
        yield from _noun_frame(scene, noun)


def _noun_frame(scene: Scene, noun: re.Match[str]) -> Iterator[Hit]:
    text = scene.line.words
    both = _after(BETWEEN, scene, noun.end()) or _after(OF_BOTH, scene, noun.end())
    if both and len(both.entities) > 1:
        yield from _hit("noun between A and B", scene, noun, both)
        return
    if joined := JOINED.search(text, max(0, noun.start() - 90), noun.start()):
        pair = _signs(scene, joined, "group" if joined["group"] else "pair")
        yield from _hit("noun between A and B", scene, noun, pair)
        return
    partner = _after(WITH, scene, noun.end()) or _joining(scene, noun)
    owns = OWNS.search(text, max(0, noun.start() - 200), noun.start())
    owner = _signs(scene, owns, "group") if owns else None
    if owner and (partner or len(owner.entities) > 1):
        yield from _pair("A's noun with B", scene, noun, owner, partner)
        return
    told = WHO_HAVE.match(text, noun.end())
    teller = scene.starting(told.end()) if told else None
    if teller and not partner:
        partner = _after(WITH, scene, teller.end) or _after(HOLDS, scene, teller.end)
    if teller and (partner or len(teller.entities) > 1):
        yield from _hit("noun that A and B announced", scene, noun, teller, partner)
        return
    subject = subject_of(scene, noun.start())
    if partner and len(partner.entities) > 1 and subject and PLURAL.fullmatch(noun[0]):
        yield from _each_of(scene, noun, subject, partner)
        return
    if partner:
        if STARTS.search(text, max(0, noun.start() - 70), noun.start()):
            subject = None
        yield from _with_partner(scene, noun, subject, partner)
        return
    yield from _without_partner(scene, noun, subject)


PLURAL = re.compile(
    r"[\w -]*(?:ships|tions|liances|greements|deals|pacts|ventures|-ups|arrangements)",
    re.IGNORECASE,
)


def _each_of(scene: Scene, trigger: re.Match[str], owner: Group, others: Group) -> Iterator[Hit]:
    """“A has deals with B and C” are two cooperations."""
    for slot in others.slots:
        one = Group(others.start, others.end, (slot,), False)
        yield from _hit("noun with B", scene, trigger, owner, one)


STARTS = re.compile(
    r"(?:^|[,;:.] |[.,;:]? (?:and|but|yet) |^(?:But|And|Yet|Also|Then) )(?:a|an|the|another|one"
    r"|its first)"
    r" (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)


IN_COMPANY = re.compile(r"\b(?:in|through|thanks to) (?:[\w-]+ ){0,2}$", re.IGNORECASE)


def _other(scene: Scene, partner: Group) -> Group | None:
    """The only other company that the sentence names."""
    others = [each for each in scene.groups if not set(each.entities) & set(partner.entities)]
    return others[0] if len({each.entities for each in others}) == 1 else None


def _with_partner(
    scene: Scene, noun: re.Match[str], subject: Group | None, partner: Group
) -> Iterator[Hit]:
    after = _passive_subject(scene, partner.end)
    both = (each for each in scene.groups if each.end <= noun.start() and len(each.entities) > 1)
    same = next((each for each in both if set(partner.entities) <= set(each.entities)), None)
    if same:
        yield from _hit("A and B sign a noun", scene, noun, same)
        return
    for one in (subject, after, _other(scene, partner), _background(scene, partner, noun.start())):
        if one and not set(one.entities) & set(partner.entities):
            beside = IN_COMPANY.search(scene.line.words, max(0, noun.start() - 40), noun.start())
            rule = "in collaboration with B" if beside else "noun with B"
            yield from _hit(rule, scene, noun, one, partner)
            return


def _passive_subject(scene: Scene, at: int) -> Group | None:
    """“In partnership with B, A has launched …”."""
    group = next((each for each in scene.groups if each.start >= at), None)
    if group and re.fullmatch(r",? ?(?:\w+ ){0,2}", scene.line.words[at : group.start]):
        return group
    return None


def _without_partner(scene: Scene, noun: re.Match[str], subject: Group | None) -> Iterator[Hit]:
    """“A and B signed a pact”, “A is in talks with B about a venture”."""
    text = scene.line.words
    beside = BESIDE.search(text, max(0, noun.start() - 90), noun.start())
    if beside and (subject is None or subject.start < beside.start()):
        partner = _signs(scene, beside, "group")
        yield from _with_partner(scene, noun, subject, partner)
        return
    if subject is None:
        return
    if len(subject.entities) > 1:
        gap = text[subject.end : noun.start()]
        formed = (
            FORMS.search(text, subject.end, noun.end())
            or re.search(
                r"\b(?:in|into|under|through|via|near|nearing|close to) an? (?:[\w-]+ ){0,3}$", gap
            )
            or (scene.headline and re.fullmatch(r" in (?:[\w-]+ ){0,3}", gap))
        )
        if len(gap) < 130 and not BREAKS.search(gap) and formed:
            yield from _hit("A and B sign a noun", scene, noun, subject)
        return
    if preposed := re.search(r"\b[Ww]ith (?P<group>§),? $", text[: subject.start]):
        yield from _hit("noun with B", scene, noun, _signs(scene, preposed, "group"), subject)
        return
    if into := TALKED_INTO.search(text, 0, noun.start()):
        yield from _hit(
            "noun with B",
            scene,
            noun,
            subject_of(scene, into.start()),
            _signs(scene, into, "group"),
        )
        return
    for each in scene.groups:
        if each.start > noun.start():
            break
        if each.start > subject.end and re.search(
            r"\bwith(?: [\w-]+){0,3} $", text[max(0, each.start - 40) : each.start], re.IGNORECASE
        ):
            gap = text[each.end : noun.start()]
            if len(gap) < 60 and re.search(
                r"\b(?:about|on|over|of|to|under|in|for|into|as part of|a|an)\b", gap
            ):
                yield from _hit("noun with B", scene, noun, subject, each)
                return


BESIDE = re.compile(
    r"\bwith (?:[\w'-]+ ){0,3}(?P<group>§(?:(?:,| and) §)*) (?:(?:in|under|through|via|on|for|over"
    r"|about)"
    r" )?(?:an? |the |their )?(?:[\w-]+ ){0,3}$"
)
TALKED_INTO = re.compile(
    r"\b(?:talked|roped|brought|drawn|enlisted|lured|wooed|persuaded|convinced|invited)"
    r" (?P<group>§)"
    r" (?:into|in for|for|in) (?:an? |its |the )?(?:[\w-]+ ){0,4}$"
)


def _joining(scene: Scene, noun: re.Match[str]) -> Group | None:
    """“has a joint venture, C, with B” and “licensing agreement for X from B”."""
    found = re.compile(r"(?:,? §,?| to \w+ [^;:.§]{2,50}) (?:with|alongside) (?=§)").match(
        scene.line.words, noun.end()
    )
    return scene.starting(found.end()) if found else None


def _signs(scene: Scene, found: re.Match[str], name: str) -> Group:
    return group_at(scene.line, found.start(name), found.end(name))


OTHER_ACTORS = re.compile(rf"\b(?:{words.OTHER_ACTORS})\b", re.IGNORECASE)


def _background(scene: Scene, partner: Group | None, at: int) -> Group | None:
    """Who acts where the sentence does not say it: who acted before, or whom the article is about;
    not the partner itself. Nobody, if the words before the trigger name another kind of actor."""
    if OTHER_ACTORS.search(scene.line.words, max(0, at - 80), at):
        return None
    own = set(partner.entities) if partner else set()
    topics = (Group(-1, -1, (slot,), False) for slot in scene.topic)
    others = (each for each in (scene.before, *topics) if each)
    return next((each for each in others if not set(each.entities) & own), None)


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
        subject = subject_of(scene, verb.start()) or _background(scene, group, verb.start())
        yield from _hit("A teams up with B", scene, verb, subject, group)


PARTNERS = re.compile(r"partners?", re.IGNORECASE)
PARTNER_ON = re.compile(r" (?:up|on|to|for|in|over)\b|$", re.IGNORECASE)
NOT_A_VERB = re.compile(
    r"\b(?:are|were|as|the|their|§'s|retail|\w+ing|\w+al|\w+ed) $", re.IGNORECASE
)


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
    partner = _after(WITH, scene, verb.end())
    gap = scene.line.words[subject.end : verb.start()] if subject else ""
    if partner:
        subject = (
            subject
            or _passive_subject(scene, partner.end)
            or _background(scene, partner, verb.start())
        )
        yield from _pair("A teams up with B", scene, verb, subject, partner)
        return
    to = TO_PARTNER.match(scene.line.words, verb.end())
    if to and subject and (group := scene.starting(to.end())):
        yield from _hit("A teams up with B", scene, verb, subject, group)
        return
    gap = re.sub(r"^,? (?:who|which) ", " ", gap)
    alone = not re.fullmatch(
        r"work(?:s|ed|ing)?|teams?|ally|allies|pairs?|ties?", verb[0], re.IGNORECASE
    )
    alone = alone and not _is_noun(scene.line.words, verb)
    if subject and len(subject.entities) > 1 and alone and len(gap) < 90 and not BREAKS.search(gap):
        if re.match(r" (?:with|by)\b", scene.line.words[verb.end() :]):
            return  # with somebody else
        yield from _hit("A and B work together", scene, verb, subject)


TO_PARTNER = re.compile(r" (?:(?:[\w'-]+ ){0,8}?)(?:together )?with (?=§)", re.IGNORECASE)
TOGETHER = re.compile(
    r"(?<![\w§-])(?:together|jointly|hand in hand|side by side)(?![\w-])", re.IGNORECASE
)


def together_frames(scene: Scene) -> Iterator[Hit]:
    """“A and B agreed to build vans together”, “speakers that it developed with B”."""
    text = scene.line.words
    for word in some(TOGETHER, text):
        subject = subject_of(scene, word.start())
        if subject is None:
            continue
        gap = text[subject.end : word.start()]
        partner = _after(WITH, scene, word.end())
        after = text[partner.end : partner.end + 40] if partner else ""
        if partner and any(
            MAKES_ANY.search(each) or VERB_WITH.search(each) for each in (gap, after)
        ):
            yield from _hit("made together with B", scene, word, subject, partner)
        elif len(subject.entities) > 1 and len(gap) < 110 and not BREAKS.search(gap):
            made = MAKES_ANY.search(text, subject.end, word.end() + 40)
            yield from _hit("A and B work together", scene, word, subject) if made else ()
    for verb in some(MAKES_ANY, text):
        it = re.match(r" (?:it|them|this|that|one|§) ", text[verb.end() : verb.end() + 6])
        partner = _after(DIRECT_WITH, scene, verb.end()) if it or MAKES.fullmatch(verb[0]) else None
        if partner:
            subject = subject_of(scene, verb.start()) or _background(scene, partner, verb.start())
            yield from _pair("made together with B", scene, verb, subject, partner)
    for verb in some(BUILT_WITH, text):
        group = scene.starting(verb.end())
        subject = subject_of(scene, verb.start()) or _background(scene, group, verb.start())
        yield from _pair("made together with B", scene, verb, subject, group)
    for found in some(AGREED_WITH, text):
        partner = scene.holding(found.start("group"))
        subject = subject_of(scene, found.start()) or _background(scene, partner, found.start())
        if MAKES_OR_WORKS.match(text, found.end()):
            yield from _hit("A teams up with B", scene, found, subject, partner)
    for found in some(PREPOSED_WITH, text):
        partner, subject = (
            scene.holding(found.start("partner")),
            scene.holding(found.start("actor")),
        )
        if partner is subject or partner is None or subject is None:
            continue
        if MAKES_ANY.fullmatch(found["verb"]) or scene.listing:
            yield from _pair("with B, A makes", scene, found.span("verb"), partner, subject)


AGREED_WITH = re.compile(r"\bagree[sd]? with (?P<group>§)[^.;:§]{0,60}? to (?:jointly )?")
MAKES_OR_WORKS = re.compile(
    rf"(?:{words.MAKES}|{words.MAKES_MORE}|work|co-?operate|collaborate|share|team|join)\b",
    re.IGNORECASE,
)
BUILT_WITH = re.compile(
    r"\b(?:built|made|produced|brewed|manufactured|published|launched) (?:it |them )?with (?=§(?:"
    r" and §)?"
    r"(?:[,.;]|$| (?:will|for|in|to|on|by|since|and is|and was)\b))"
)
DIRECT_WITH = re.compile(
    rf"(?P<gap>(?: §(?= with))?(?: (?!with\b)[\w'’%.-]{{1,25}}){{0,7}}?,? )with"
    rf" (?:{_MODIFIER}){{0,3}}?(?=§)",
    re.IGNORECASE,
)
PREPOSED_WITH = re.compile(
    r"(?:^|(?<=[.,;:] )|(?<= and ))(?:Together |together )?[Ww]ith (?P<partner>§),? (?P<actor>§)"
    r" (?:(?:is|are|has|have|will|had|also|now|was|been|be|\w+ly) ){0,3}(?P<verb>\w+)"
)


BY_WITH = re.compile(
    r"\bby (?P<one>§),? (?:jointly |together |in (?:[\w-]+ )?(?:collaboration|co-?operation"
    r"|partnership) )?"
    r"with (?P<two>§)"
)


def by_frames(scene: Scene) -> Iterator[Hit]:
    """“Developed by A together with B”."""
    for found in some(BY_WITH, scene.line.words):
        before = scene.line.words[max(0, found.start() - 50) : found.start()]
        if MAKES_ANY.search(before) or VERB_WITH.search(before):
            one, two = _signs(scene, found, "one"), _signs(scene, found, "two")
            yield from _hit("made together with B", scene, found, one, two)


def licence_frames(scene: Scene) -> Iterator[Hit]:
    """“Built under licence by B”, “licenses its film to B”, “makes watches under licence for B”."""
    text = scene.line.words
    for word in some(UNDER_LICENCE, text):
        group = scene.starting(word.end())
        subject = subject_of(scene, word.start()) or _background(scene, group, word.start())
        if group is None:
            continue
        several = (
            len(group.entities) > 1 and subject and not set(group.entities) & set(subject.entities)
        )
        for slot in group.slots if several else ():
            one = Group(group.start, group.end, (slot,), False)
            yield from _hit("under licence", scene, word, subject, one)
        if not several:
            yield from _hit("under licence", scene, word, subject, group)

    for word in some(LICENSED, text):
        clause = [each for each in scene.groups if word.start() - 160 < each.start < word.start()]
        if len({one for each in clause for one in each.entities}) == 2:
            yield from _hit("under licence", scene, word, *clause)


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
    r" (?:(?!to\b|from\b|by\b)[\w§'-]+ ){0,8}?(?:to|from|by)|(?:by|for|from|to) §,? under"
    r" licen[cs]e"
    rf"(?: from)?|(?:a |the )?licensees? of|licen[cs]e (?:to|from)) (?:{_MODIFIER}){{0,3}}?(?=§)",
    re.IGNORECASE,
)


def partner_frames(scene: Scene) -> Iterator[Hit]:
    """“Its partner B”, “B is the official partner of A”, “A’s partners include B and C”."""
    text = scene.line.words
    for noun in some(PARTNER, text):
        if NOT_PARTNERS.search(text[max(0, noun.start() - 20) : noun.end() + 9]):
            continue
        yield from _partner_frame(scene, noun)


INCLUDE = re.compile(
    r" [^;:.§]{0,50}?(?:includ(?:e|es|ed|ing)|are|such as|like|:) (?=§)", re.IGNORECASE
)
OF_COMPANY = re.compile(r" (?:of|for|to|at) (?=§)", re.IGNORECASE)


def _partner_frame(scene: Scene, noun: re.Match[str]) -> Iterator[Hit]:
    text = scene.line.words
    owns = OWNS.search(text, max(0, noun.start() - 90), noun.start())
    owner = _signs(scene, owns, "group") if owns else None
    named = re.compile(r",? ?(?=§)").match(text, noun.end())
    group = scene.starting(named.end()) if named else None
    if group and (owner is None or not set(owner.entities) & set(group.entities)):
        subject = (
            owner or subject_of(scene, noun.start()) or _background(scene, group, noun.start())
        )
        yield from _hit("its partner B", scene, noun, subject, group)
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
    if subject and subject is not other and IS_PARTNER.search(text[subject.end : noun.start()]):
        yield from _hit("B is the partner of A", scene, noun, subject, other)


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


def named_partner_frames(scene: Scene) -> Iterator[Hit]:
    """“A has named B as its partner”."""
    for found in some(NAMED_PARTNER, scene.line.words):
        names = ("one", "two") if found["one"] else ("three", "four")
        yield from _hit(
            "B is the partner of A", scene, found, *(_signs(scene, found, n) for n in names)
        )


def _one_by_one(scene: Scene, noun: re.Match[str], owner: Group, start: int) -> Iterator[Hit]:
    """Each of the partners that a sentence lists is one of a cooperation of its own."""
    for each in scene.groups:
        if each.start >= start and not each.owner:
            for slot in each.slots:
                if slot.named and not set(slot.entities) & set(owner.entities):
                    one = Group(each.start, each.end, (slot,), False)
                    yield from _hit("its partners include B", scene, noun, owner, one)


ARE_PARTNERS = re.compile(
    r"(?<=§) (?:are|were|ha(?:ve|s|d) be(?:en|come)|become|became|remain|remained|had been|will be"
    r"|will become)"
    r"(?: (?!not\b)[\w-]+){0,3} (?:partners|allies|bedfellows)\b"
)


def are_partners_frames(scene: Scene) -> Iterator[Hit]:
    """“A and B are no longer partners”."""
    for found in some(ARE_PARTNERS, scene.line.words):
        group = next((each for each in scene.groups if each.end == found.start()), None)
        if group and not re.search(
            r"'s partners|of", scene.line.words[found.end() : found.end() + 3]
        ):
            yield from _hit("A and B are partners", scene, found, group)


WORK_ON = re.compile(
    r"(?:\b(?:have|had|has)|'ve|'s) been (?:working on|at work on|at it)\b|\bboth brands'|\bboth"
    r" companies'"
)


def more_frames(scene: Scene) -> Iterator[Hit]:
    """“The two have been working on it since last year”: only for what was found before."""
    for found in some(WORK_ON, scene.line.words):
        for hit in _hit("more about the same", scene, found, subject_of(scene, found.start())):
            yield replace(hit, only_more=True)


def sign_frames(scene: Scene) -> Iterator[Hit]:
    """“A x B”."""
    for found in some(TIMES, scene.line.words):
        group = group_at(scene.line, found.start(), found.end())
        yield from _hit("A x B", scene, found, group)


TIMES = re.compile(r"§ ?(?:x|X|×) ?§(?: ?(?:x|X|×) ?§)?")
MADE_BY = re.compile(
    r"(?<![\w§-])(?:tuned|fine-tuned|co-\w+ed|calibrated|tweaked|co-designed|sound by|audio by"
    r"|optics by"
    r"|by special arrangement) (?:by|with|from) (?=§)|(?<![\w§-])helped? (?:to )?(?:launch|develop"
    r"|create|build|design"
    r"|bring|make)[^;:§.]{1,60}?\. ?(?:premium )?(?:from|of|by|for) (?=§)"
    r"|(?<![\w§-])help(?:ed)? (?:to )?(?:launch|develop|create|build|design|make)[^;:§]{1,60}?"
    r" (?:from|of|by|for) (?=§)",
    re.IGNORECASE,
)


def made_by_frames(scene: Scene) -> Iterator[Hit]:
    """“Earphones tuned by B”."""
    for found in some(MADE_BY, scene.line.words):
        group = scene.starting(found.end())
        subject = subject_of(scene, found.start()) or _background(scene, group, found.start())
        yield from _hit("tuned by B", scene, found, subject, group, weak=True)


def relative_frames(scene: Scene) -> Iterator[Hit]:
    """“B, with which it has established an agreement”."""
    text = scene.line.words
    for found in some(WITH_WHICH, text):
        head, subject = scene.holding(found.start()), scene.starting(found.end())
        tail = text[found.end() : found.end() + 120]
        if (
            head
            and subject
            and (NOUN.search(tail) or VERB_WITH.search(tail) or MAKES_ANY.search(tail))
        ):
            head = Group(head.start, head.end, head.slots[-1:], False)
            yield from _pair("B, with which A cooperates", scene, found, head, subject)


WITH_WHICH = re.compile(r"§[^§;:.]{0,70}?,? (?:along)?(?:with|side) (?:which|whom) (?:also )?(?=§)")
ANOTHER = re.compile(r"\b(?:another|one|a second|a third|others?)(?: one)?(?: \w+){0,2} with (?=§)")


AND_WITH = re.compile(r"(?:,|,? and) (?:also )?with (?:(?!and\b)[\w'-]+ ){0,3}?(?=§)")


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
            yield from _hit("another with C", scene, found, subject, group)


GAP = re.compile(
    r"(?:^|(?:,? and|;|,) )(?P<one>§) with (?P<two>§)(?=,? and §| (?:on|for|to|in|over)\b|[.?]?$)"
)
WITH_PAIR = re.compile(r"§ with §,? and § with §")


def gap_frames(scene: Scene) -> Iterator[Hit]:
    """“A works with B on a sensor, and C with D on a watch”."""
    for found in some(GAP, scene.line.words):
        listed = WITH_PAIR.match(scene.line.words)
        if listed or VERB_WITH.search(scene.line.words, 0, found.start()):
            one, two = _signs(scene, found, "one"), _signs(scene, found, "two")
            yield from _hit("A teams up with B", scene, found, one, two)


def another_frames(scene: Scene) -> Iterator[Hit]:
    """“… and another with C in December”."""
    text = scene.line.words
    for found in some(ANOTHER, text):
        nouns = [each for each in nouns_of(scene) if each.end() <= found.start()]
        subject = subject_of(scene, nouns[-1].start()) if nouns else None
        if subject:
            yield from _hit("another with C", scene, found, subject, scene.starting(found.end()))


def part_frames(scene: Scene) -> Iterator[Hit]:
    """“A and B part ways”."""
    for verb in some(PARTS, scene.line.words):
        subject = subject_of(scene, verb.start())
        partner = _after(WITH, scene, verb.end())
        if subject and (partner or len(subject.entities) > 1):
            yield from _hit("A and B part ways", scene, verb, subject, partner)


# Each frame with letters of which some must stand in the sentence.
FRAMES: tuple[tuple[Frame, tuple[str, ...]], ...] = (
    (noun_frames, ("",)),
    (verb_frames, ("",)),
    (together_frames, ("with", "together", "jointly", "hand in hand", "side by side")),
    (by_frames, ("by §",)),
    (licence_frames, ("licen", "under ", "part of")),
    (named_partner_frames, (" as ",)),
    (partner_frames, ("partner", "collaborator", " ally", " allies")),
    (are_partners_frames, ("partners", "allies", "bedfellows")),
    (more_frames, ("been ", "both ")),
    (gap_frames, ("§ with §",)),
    (sign_frames, ("x", "×")),
    (relative_frames, ("which", "whom")),
    (another_frames, ("with §",)),
    (and_with_frames, ("with",)),
    (part_frames, ("part", "split", "br", "cut", "separate")),
    (made_by_frames, ("tuned", "help", "calibrated", "tweaked", "designed", " by ", "from §")),
)


LISTING = re.compile(
    r"\b(?:partnerships|alliances|collaborations|agreements|deals|tie-ups|cooperations)\b"
)


def scene_of(
    line: Line, before: Group | None, topic: tuple[Slot, ...], headline: bool, listing: bool
) -> Scene:
    """The line as the frames see it."""
    return Scene(line, tuple(groups_of(line)), before, topic, headline, listing)


def hits_of(scene: Scene) -> list[Hit]:
    """What a line says of cooperations, by whatever frame, from left to right."""
    text = scene.line.words.lower()
    frames = [frame for frame, letters in FRAMES if any(each in text for each in letters)]
    found = [hit for frame in frames for hit in frame(scene)]
    return sorted(found, key=lambda hit: (hit.start, hit.end))


RULES: tuple[Rule, ...] = (
    Rule(
        "A teams up with B",
        "A verb for working together joins the two companies: “Norvex has teamed up with Calida”.",
        "Norvex has teamed up with Calida to build a van.",
        "Norvex has teamed up with a school. Calida has not.",
    ),
    Rule(
        "A and B work together",
        "The companies are named as those who do something together.",
        "Norvex and Calida have joined forces.",
        "Norvex and Calida have raised their prices.",
    ),
    Rule(
        "A and B sign a noun",
        "The companies announce, sign or have a partnership, an alliance or the like.",
        "Norvex and Calida have signed a memorandum of understanding.",
        "Norvex and Calida have declined to comment on the agreement.",
    ),
    Rule(
        "noun between A and B",
        "A partnership, an alliance or the like is said to be between the companies, or of them.",
        "The alliance between Norvex and Calida covers trucks.",
        "The takeover deal between Norvex and Calida covers trucks.",
    ),
    Rule(
        "noun with B",
        "A partnership, an alliance or the like is said to be with a company.",
        "Norvex has a partnership with Calida.",
        "Norvex has a supply contract with Calida.",
    ),
    Rule(
        "A's noun with B",
        "A partnership, an alliance or the like belongs to one company and is with the other.",
        "Norvex's alliance with Calida is old.",
        "Norvex's quarrel with Calida is old.",
    ),
    Rule(
        "noun that A and B announced",
        "The sentence speaks of the partnership that the companies have, signed or announced.",
        "It is the first fruit of the partnership that Norvex and Calida announced.",
        "It is the first fruit of the tree that Norvex and Calida planted.",
    ),
    Rule(
        "in collaboration with B",
        "Something is done in collaboration, cooperation or partnership with the other company.",
        "Norvex makes the bar in collaboration with Calida.",
        "Norvex makes the bar in competition with Calida.",
    ),
    Rule(
        "made together with B",
        "Something is developed or made with the other company.",
        "Norvex developed the lens together with Calida.",
        "Norvex developed the lens faster than Calida.",
    ),
    Rule(
        "with B, A makes",
        "The sentence begins “With Calida, Norvex is developing …”.",
        "With Calida, Norvex is developing a van.",
        "With Calida behind it, the field is led by Norvex.",
    ),
    Rule(
        "under licence",
        "One company makes or sells something under the licence of the other.",
        "Norvex makes watches under licence for Calida.",
        "Norvex makes watches for Calida.",
    ),
    Rule(
        "its partner B",
        "One company is called the partner of the other.",
        "Norvex showed the robot with its long-time partner Calida.",
        "Norvex showed the robot to its old rival Calida.",
    ),
    Rule(
        "its partners include B",
        "The companies are listed as partners of the other, each in a cooperation of its own.",
        "Norvex's partners include Calida and Okumo.",
        "Norvex's rivals include Calida and Okumo.",
    ),
    Rule(
        "B is the partner of A",
        "One company is, becomes or is chosen as the partner of the other.",
        "Calida is the official timing partner of Norvex.",
        "Jane Roe is a managing partner at Calida, the bank of Norvex.",
    ),
    Rule(
        "A and B are partners",
        "The companies are said to be partners, or to be so no longer.",
        "Norvex and Calida have become partners.",
        "Norvex and Calida have become rivals.",
    ),
    Rule(
        "A x B",
        "The names are joined by the sign of a collaboration: “Norvex x Calida”.",
        "The Norvex x Calida jacket is here.",
        "The Norvex vs Calida match is here.",
    ),
    Rule(
        "B, with which A cooperates",
        "A relative clause says with which company another cooperates.",
        "Calida, with which Norvex develops lenses, is in Turin.",
        "Calida, against which Norvex lost a case, is in Turin.",
    ),
    Rule(
        "another with C",
        "A sentence lists several cooperations of one company: “and another with Okumo”.",
        "Norvex announced a tie-up with Calida and another with Okumo.",
        "Norvex announced a quarrel with Calida and another with Okumo.",
    ),
    Rule(
        "A and B part ways",
        "The companies part ways, split up or go separate ways.",
        "Norvex and Calida have parted ways.",
        "Norvex and Calida have lost their way.",
    ),
    Rule(
        "tuned by B",
        "The product of one company is tuned or was helped along by the other.",
        "Norvex sells earphones tuned by Calida.",
        "Norvex sells earphones tested by Calida.",
    ),
)
