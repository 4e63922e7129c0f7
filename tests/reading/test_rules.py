"""Each rule finds its example and leaves its near miss alone."""

import pytest

from partnerships.reading import read_article
from partnerships.reading.launches import RULES as LAUNCH_RULES
from partnerships.reading.rules import Rule
from partnerships.reading.statements import RULES as STATEMENT_RULES

DAY = "2022-05-24"


def rules_of(text: str) -> set[str]:
    reading = read_article(text, DAY)
    return {each.rule for each in (*reading.launches, *reading.statements)}


@pytest.mark.parametrize("rule", LAUNCH_RULES, ids=lambda rule: rule.name)
def test_a_rule_of_launches_finds_its_example(rule: Rule) -> None:
    assert rules_of(rule.finds) == {rule.name}


@pytest.mark.parametrize("rule", STATEMENT_RULES, ids=lambda rule: rule.name)
def test_a_rule_of_statements_finds_its_example(rule: Rule) -> None:
    assert rules_of(rule.finds) != set()


@pytest.mark.parametrize("rule", [*LAUNCH_RULES, *STATEMENT_RULES], ids=lambda rule: rule.name)
def test_a_rule_refuses_its_near_miss(rule: Rule) -> None:
    assert rule.name not in rules_of(rule.refuses)
