"""A simple sentence with its companies, and what each frame asks of it: who acts, with whom."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from partnerships.reading.anycase import AnyCase, Pattern
from partnerships.reading.slots import Group, Line, Slot, group_at
from partnerships.reading.words import partnerships as words


def words_of(*tables: str) -> AnyCase:
    """A pattern for whole words of the tables, in lines."""
    return AnyCase(rf"(?<![\w§-])(?=\S)(?:{'|'.join(tables)})(?![\w-])")


STRONG = words_of(words.STRONG_NOUNS)
NOUN = words_of(words.STRONG_NOUNS, words.WEAK_NOUNS)
TRADE = frozenset(words.TRADE.split())
VERB_WITH = words_of(words.VERBS_WITH, words.IDIOMS)
FORMS = words_of(words.FORMS, words.CARRIES_ON, words.HAS, words.ENDS)
MAKES = words_of(words.MAKES)
MAKES_ANY = words_of(words.MAKES, words.MAKES_MORE)
BREAKS = re.compile(words.BREAKS, re.IGNORECASE)
MODIFIER = (
    r"(?!(?:with|and|or|of|from|for|to|in|on|at|that|which|who|as|but|than|by|like|unlike|against"
    r"|over|under|after|before|until|is|has|was|were|are|have|had|said|will"
    r"|about)\b)[\w'’.-]{1,30} "
)
WITH = re.compile(
    rf"(?P<gap>[^;:§]{{0,110}}?)(?<!\w)(?:with|alongside)(?: both)? (?:{MODIFIER}){{0,4}}?(?=§)",
    re.IGNORECASE,
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
CLAUSE_OF = re.compile(r"\b(?:after|before|since|until|than) $", re.IGNORECASE)
AUXILIARIES = re.compile(
    r" (?:(?:has|have|had|is|are|was|were|will|would|first|also|\w+ly|been|recently) ){0,3}"
)
SAYS_THAT = re.compile(r" (?:has |have |had )?\w+(?: on \w+)? (?:that )?(?:they|§) (?:\w+ ){0,2}")
MOST = 10  # of one kind of trigger in a sentence; what has more is no prose
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
STARTS = re.compile(
    r"(?:^|[,;:.] |[.,;:]? (?:and|but|yet) |^(?:But|And|Yet|Also|Then) )(?:a|an|the|another|one"
    r"|its first)"
    r" (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
OTHER_ACTORS = re.compile(rf"\b(?:{words.OTHER_ACTORS})\b", re.IGNORECASE)


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


def some(pattern: Pattern, text: str) -> Iterator[re.Match[str]]:
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
        if CLAUSE_OF.search(left) and _acts(text[each.end : at]):
            rank = 4  # “days after A partnered with B”
        elif each.start == 4 and text.startswith("For §") and not each.owner:
            rank = 3  # “For A, the launch follows a partnership with B”
        elif GOVERNED.search(left):
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


def leading_of(scene: Scene) -> Group | None:
    """Whom the next sentence goes on about: the first that acts, else the first that is named."""
    text = scene.line.words
    acting = (
        each
        for each in scene.groups
        if not each.owner and not GOVERNED.search(text[max(0, each.start - 24) : each.start])
    )
    owners = (each for each in scene.groups if each.owner and each.slots and each.slots[0].named)
    named = (each for each in scene.groups if each.slots and each.slots[0].named)
    return (
        next(acting, None)
        or next(owners, None)
        or scene.before
        or next(named, None)
        or next(iter(scene.groups), None)
    )


def _acts(gap: str) -> bool:
    """Whether the words up to the trigger are the verb of a clause, or its beginning."""
    if AUXILIARIES.fullmatch(gap):
        return True
    return SAYS_THAT.fullmatch(gap) is not None


def hit_of(
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
    # Who was spoken of before stands in another line.
    places = [each for each in some if each.end > 0 and each is not scene.before]
    left = min([start, *(each.start for each in places)])
    right = max([end, *(each.end for each in places)])
    hit = Hit(slots, rule, scene.line, start, end, left, right, weak)
    if len(hit.entities) > 1:
        yield hit


def pair_of(
    rule: str, scene: Scene, trigger: re.Match[str] | tuple[int, int], *groups: Group | None
) -> Iterator[Hit]:
    """The hit of the groups; words that were taken for the partner itself give way to who was
    spoken of before."""
    found = list(hit_of(rule, scene, trigger, *groups))
    given = [each for each in groups if each is not None]
    vague = any(not slot.named for each in given for slot in each.slots)
    if vague and given and not found:
        found = list(
            hit_of(
                rule,
                scene,
                trigger,
                background(
                    scene, given[-1], trigger[0] if isinstance(trigger, tuple) else trigger.start()
                ),
                *given,
            )
        )
    yield from found


def group_after(pattern: re.Pattern[str], scene: Scene, at: int) -> Group | None:
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


def passive_subject(scene: Scene, at: int) -> Group | None:
    """“In partnership with B, A has launched …”."""
    group = next((each for each in scene.groups if each.start >= at), None)
    if group and re.fullmatch(r",? ?(?:\w+ ){0,2}", scene.line.words[at : group.start]):
        return group
    return None


def group_in(scene: Scene, found: re.Match[str], name: str) -> Group:
    return group_at(scene.line, found.start(name), found.end(name))


def background(scene: Scene, partner: Group | None, at: int) -> Group | None:
    """Who acts where the sentence does not say it: who acted before, or whom the article is about;
    not the partner itself. Nobody, if the words before the trigger name another kind of actor."""
    if OTHER_ACTORS.search(scene.line.words, max(0, at - 80), at):
        return None
    own = set(partner.entities) if partner else set()
    topics = (Group(-1, -1, (slot,), False) for slot in scene.topic)
    others = (each for each in (scene.before, *topics) if each)
    return next((each for each in others if not set(each.entities) & own), None)
