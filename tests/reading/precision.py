"""How often each rule was right on the annotated articles: `python -m tests.reading.precision`
prints the table that `partnerships/reading/precision.py` holds."""

import json
from collections import defaultdict
from pathlib import Path

from partnerships import scoring
from partnerships.reading import read_article
from partnerships.reading.annotation import as_annotation

FOLDERS = [Path(__file__).parent / name for name in ("annotated", "own")]
FINDINGS = ("partnerships", "launches", "statements")


def measured() -> dict[str, tuple[int, int]]:
    """By rule: how many of its findings were right, details included, and how many it made."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for path in sorted(each for folder in FOLDERS for each in folder.glob("*.json")):
        gold = json.loads(path.read_text())
        reading = read_article(path.with_suffix(".txt").read_bytes().decode(), gold["published"])
        told = as_annotation(reading)
        matches = scoring.matched(gold, told)
        for category in FINDINGS:
            right = {
                each.pred for each in matches[category] if all(one.right for one in each.details)
            }
            for number, finding in enumerate(getattr(reading, category)):
                counts[finding.rule][0] += number in right
                counts[finding.rule][1] += 1
    return {rule: (right, made) for rule, (right, made) in sorted(counts.items())}


if __name__ == "__main__":
    print("\n".join(f"    {rule!r}: {counts}," for rule, counts in measured().items()))  # noqa: T201
