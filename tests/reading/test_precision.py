"""Confidence is measured: the table beside the rules is what the annotated articles say."""

from partnerships.reading.catalogue import RULES
from partnerships.reading.precision import MEASURED, is_certain, precision_of
from tests.reading.precision import measured


def test_the_table_is_what_is_measured() -> None:
    assert measured() == MEASURED


def test_a_rule_is_certain_by_its_precision_and_number() -> None:
    certain = {
        rule for rule, (right, made) in MEASURED.items() if made >= 5 and right / made >= 0.95
    }
    assert {rule for rule in MEASURED if is_certain(rule)} == certain
    assert not is_certain("added by hand")


def test_a_rule_that_found_nothing_has_no_precision() -> None:
    assert precision_of("no such rule") is None


def test_the_catalogue_explains_rules_of_partnerships_and_statements() -> None:
    assert {"said by somebody near the quotation", "A teams up with B"} <= set(RULES)
