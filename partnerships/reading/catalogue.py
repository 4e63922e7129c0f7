"""All rules by which partnerships, launches and statements are found, by their names."""

from partnerships.reading import frames, launches, statements
from partnerships.reading.rules import Rule

RULES: dict[str, Rule] = {
    each.name: each for each in (*frames.RULES, *launches.RULES, *statements.RULES)
}


def says(rule: str) -> str:
    """Why a finding of that rule was proposed, in a sentence; the name itself of a rule that is no
    more."""
    return RULES[rule].says if rule in RULES else rule
