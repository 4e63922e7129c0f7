"""The rules by which a launch is told, each with an example and a near miss."""

from collections.abc import Sequence

from partnerships.reading.launch_parts import Fact
from partnerships.reading.launch_phrases import CueKind
from partnerships.reading.rules import Rule

RULES = (
    Rule(
        "launched by a verb",
        "The text says that it is launched, released or introduced.",
        "Norr has launched the Norr Bow 3 today.",
        "Norr has bought a house in Basel today.",
    ),
    Rule(
        "goes on sale",
        "The text says that it goes on sale, or can be had.",
        "The Norr Bow 3 goes on sale on 4 July.",
        "The Norr works in Basel are for sale.",
    ),
    Rule(
        "shown",
        "The text says that it was shown or announced.",
        "Norr showed the Norr Bow 3 at a fair in Basel.",
        "The bow maker Norr showed a profit of two million.",
    ),
    Rule(
        "due on a day",
        "The text says when it is due.",
        "The Norr Bow 3 is due in July.",
        "The rent of the Norr works is due in July.",
    ),
    Rule(
        "fruit of a partnership",
        "The text says that it came out of a partnership.",
        "Norr and Vale have teamed up. The first fruit of the partnership is the Norr Bow 3.",
        "Norr and Vale have teamed up. They are proud of it.",
    ),
    Rule(
        "made together",
        "The text says that several companies made it together.",
        "Norr and Vale have worked together since 2016. They made the Norr Bow 3 together.",
        "Norr and Vale have worked together since 2016.",
    ),
    Rule(
        "delayed",
        "The text says that it comes later than was told.",
        "Norr delayed the Norr Bow 3 from May to July.",
        "The train from Basel was delayed.",
    ),
    Rule(
        "already sold",
        "The text says how it sells, what it costs or what became of it.",
        "The Norr Bow 3 has sold well.",
        "The Norr works in Basel have sold their canteen.",
    ),
    Rule(
        "cancelled",
        "The text says that it will not come.",
        "Norr cancelled the Norr Bow 3.",
        "The bow maker Norr cancelled a meeting in Basel.",
    ),
)
RULE_OF: dict[CueKind, str] = {
    "cancel": "cancelled",
    "delay": "delayed",
    "sale": "goes on sale",
    "launch": "launched by a verb",
    "due": "due on a day",
    "show": "shown",
    "fruit": "fruit of a partnership",
    "make": "made together",
    "live": "already sold",
}


def rule_of(facts: Sequence[Fact]) -> str:
    kinds = {each.kind for each in facts}
    return next((rule for kind, rule in RULE_OF.items() if kind in kinds), "launched by a verb")
