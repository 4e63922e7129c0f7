"""How often each rule was right on the annotated articles: `python -m tests.reading.precision`
prints the table that `partnerships/reading/precision.py` holds."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from partnerships.reading import read_article
from partnerships.reading.annotation import as_annotation
from tests.reading import score

FOLDERS = [Path(__file__).parent / name for name in ("annotated", "own")]
FINDINGS = ("partnerships", "launches", "statements")


def measured() -> dict[str, tuple[int, int]]:
    """By rule: how many of its findings were right, details included, and how many it made."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for path in sorted(each for folder in FOLDERS for each in folder.glob("*.json")):
        gold = json.loads(path.read_text())
        reading = read_article(path.with_suffix(".txt").read_bytes().decode(), gold["published"])
        told = as_annotation(reading)
        for category in FINDINGS:
            right = _right(category, gold, told)
            for number, finding in enumerate(getattr(reading, category)):
                counts[finding.rule][0] += number in right
                counts[finding.rule][1] += 1
    return {rule: (right, made) for rule, (right, made) in sorted(counts.items())}


def _right(category: str, gold: dict[str, Any], told: dict[str, Any]) -> set[int]:
    """The numbers of the findings that the scorer matches, with all their details right."""
    one_kind = {name: told[name] if name in {category, "companies"} else [] for name in told}
    right = set()
    for number, finding in enumerate(told[category]):
        tallies, errors = score.new_tallies(), []
        alone = {**one_kind, category: [finding]}
        score.score_article("x", gold, alone, tallies, errors)
        wrong = [
            each for each in errors if (each["category"], each["error"]) == (category, "wrong")
        ]
        if tallies[category].found and not wrong:
            right.add(number)
    return right


if __name__ == "__main__":
    print("\n".join(f"    {rule!r}: {counts}," for rule, counts in measured().items()))  # noqa: T201
