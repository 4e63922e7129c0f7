"""The grammatical frames in which companies cooperate, with the rules that tell of them."""

import re

from partnerships.reading.alternatives import one_of
from partnerships.reading.noun_frames import and_with_frames, another_frames, noun_frames
from partnerships.reading.partner_frames import (
    are_partners_frames,
    licence_frames,
    named_partner_frames,
    partner_frames,
    sign_frames,
)
from partnerships.reading.rules import Rule
from partnerships.reading.scenes import Frame, Hit, Scene
from partnerships.reading.slots import Group, Line, Slot, groups_of
from partnerships.reading.verb_frames import (
    both_frames,
    by_frames,
    gap_frames,
    made_by_frames,
    more_frames,
    part_frames,
    relative_frames,
    talks_frames,
    together_frames,
    verb_frames,
)

# With one of these begins a word of each sentence that a frame matches; for small letters.
_TRIGGERS = (
    "sub-licen sublicen cross-licen crosslicen joint ventur jv partner co- coop collab allian "
    "allied allies ally tie tying team link consorti codev coprod cobrand memorand mou licen "
    "crossover pact accord agree deal arrange contract capsule project program relation work "
    "marriage friend adventure experiment union associat conjunction tandem concert forces hook "
    "pair together hand pool with x tuned tweaked calibrated ways company split brok broke "
    "break letter help laps develop creat design invent craft roaming under talk negotiat "
    "discuss ended expir began begun finish dissol separat start dates one-off parted launch "
    "unveil present bring brought announc reveal introduc limited been both bed item knot "
    "married wed buddie cosie cozie threw throw"
)
ANY_TRIGGER = re.compile(rf"(?<![^\W_])(?=[a-z]){one_of(_TRIGGERS.split())}|×")
LISTING = re.compile(
    r"\b(?:partnerships|alliances|collaborations|agreements|deals|tie-ups|cooperations)\b"
)


# Each frame with letters of which some must stand in the sentence.
FRAMES: tuple[tuple[Frame, tuple[str, ...]], ...] = (
    (noun_frames, ("",)),
    (verb_frames, ("",)),
    (together_frames, ("with", "together", "jointly", "hand in hand", "side by side")),
    (both_frames, ("§",)),
    (talks_frames, (" with ", "talking to ")),
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


def scene_of(
    line: Line, before: Group | None, topic: tuple[Slot, ...], headline: bool, listing: bool
) -> Scene:
    """The line as the frames see it."""
    return Scene(line, tuple(groups_of(line)), before, topic, headline, listing)


def hits_of(scene: Scene) -> list[Hit]:
    """What a line says of cooperations, by whatever frame, from left to right."""
    text = scene.line.words.lower()
    frames = [frame for frame, letters in FRAMES if any(map(text.__contains__, letters))]
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
        "A and B bring it out",
        "Two companies together are the subject of one thing's launch.",
        "Norvex and Calida have launched a policy for growers.",
        "Norvex and Calida have launched legal proceedings.",
    ),
    Rule(
        "A talks with B about it",
        "A company is in talks with another about something that is no sale and no purchase.",
        "Norvex is in talks with Calida about a jacket for cyclists.",
        "Norvex is in talks with Calida about a takeover.",
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
