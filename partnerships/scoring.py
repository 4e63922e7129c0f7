"""How well the reader reads: its answers held against those of annotated articles; no Django.

Answers are dicts in the format of the annotated articles (tests/reading/README.md). Counts are
summed over all articles before a ratio is taken (micro-average).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Item: TypeAlias = Mapping[str, Any]
Answers: TypeAlias = Mapping[str, Any]
Similarity: TypeAlias = Callable[[Item, Item], float]
FindCompany: TypeAlias = Callable[[str | None], int | None]
Figures: TypeAlias = dict[str, dict[str, Any]]
Error: TypeAlias = dict[str, Any]  # article, category, error (missed, false or wrong), what

DETAILS: dict[str, tuple[str, ...]] = {
    "companies": (),
    "partnerships": ("status", "announced"),
    "launches": ("status", "date"),
    "statements": ("attribution",),
}
CATEGORIES = tuple(DETAILS)
LAUNCH_JACCARD = 0.6
STATEMENT_F1 = 0.8


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that an annotated item gives, and whether its answer gives the same."""

    name: str
    want: Any
    got: Any
    right: bool


@dataclass(frozen=True, slots=True)
class Match:
    """An annotated item and the answer that is taken for it, by their places in their lists."""

    gold: int
    pred: int
    details: tuple[Detail, ...]


@dataclass
class Tally:
    """The counts of one category; `checks` holds [right, checked] per detail of matched items."""

    found: int = 0
    predicted: int = 0
    gold: int = 0
    checks: dict[str, list[int]] = field(default_factory=dict)

    def figures(self) -> dict[str, Any]:
        """Precision, recall and F1, the counts behind them, and the accuracy of each detail; None
        where there is nothing to count."""
        return {
            "precision": ratio(self.found, self.predicted),
            "recall": ratio(self.found, self.gold),
            "f1": ratio(2 * self.found, self.predicted + self.gold),
            "found": self.found,
            "predicted": self.predicted,
            "gold": self.gold,
            "accuracy": {
                name: {"value": ratio(right, checked), "right": right, "checked": checked}
                for name, (right, checked) in self.checks.items()
            },
        }


# All articles


def score(articles: Iterable[tuple[str, Answers, Answers]]) -> tuple[Figures, list[Error]]:
    """The figures of each category, and every error.

    `articles` gives of each its name, its annotation, and the answers to be scored.
    """
    tallies = {name: Tally(checks={each: [0, 0] for each in DETAILS[name]}) for name in CATEGORIES}
    errors: list[Error] = []
    for name, gold, pred in articles:
        for category, matches in matched(gold, pred).items():
            ours, theirs = gold.get(category) or [], pred.get(category) or []
            _count(tallies[category], ours, theirs, matches)
            errors += _errors(name, category, ours, theirs, matches)
    return {name: tally.figures() for name, tally in tallies.items()}, errors


def table(figures: Figures) -> str:
    """The figures as a plain text table."""
    head = ("precision", 10), ("recall", 8), ("F1", 7), ("found", 7), ("pred", 6), ("gold", 6)
    lines = [" " * 13 + "".join(f"{name:>{width}}" for name, width in head) + "  among the found"]
    for name, figure in figures.items():
        accuracy = "  ".join(
            f"{detail} {_shown(a['value'])} ({a['right']}/{a['checked']})"
            for detail, a in figure["accuracy"].items()
        )
        lines.append(
            f"{name:13}{_shown(figure['precision']):>10}{_shown(figure['recall']):>8}"
            f"{_shown(figure['f1']):>7}{figure['found']:>7}{figure['predicted']:>6}"
            f"{figure['gold']:>6}  {accuracy}".rstrip()
        )
    return "\n".join(lines)


def error_line(error: Error) -> str:
    """An error on one line of text."""
    category, kind = error["category"], error["error"]
    return f"{error['article']}  {category:12}  {kind:6}  {error['what']}"


# One article


def matched(gold: Answers, pred: Answers) -> dict[str, list[Match]]:
    """By category: which answers are taken for which annotated items, each for one at most."""
    ours = {name: gold.get(name) or [] for name in CATEGORIES}
    theirs = {name: pred.get(name) or [] for name in CATEGORIES}
    find_company = _company_finder(ours["companies"], theirs["companies"])
    similarity: dict[str, Similarity] = {
        "companies": _company_similarity,
        "partnerships": _partnership_similarity(find_company),
        "launches": _launch_similarity,
        "statements": _statement_similarity,
    }
    return {
        name: [
            Match(g, p, tuple(_details(name, ours[name][g], theirs[name][p], find_company)))
            for g, p in _pairs(ours[name], theirs[name], similarity[name])
        ]
        for name in CATEGORIES
    }


def _count(
    tally: Tally, ours: Sequence[Item], theirs: Sequence[Item], matches: Sequence[Match]
) -> None:
    tally.found += len(matches)
    tally.predicted += len(theirs)
    tally.gold += len(ours)
    for detail in (detail for match in matches for detail in match.details):
        tally.checks[detail.name][0] += detail.right
        tally.checks[detail.name][1] += 1


def _errors(
    article: str,
    category: str,
    ours: Sequence[Item],
    theirs: Sequence[Item],
    matches: Sequence[Match],
) -> Iterator[Error]:
    told = {"article": article, "category": category}
    for match in matches:
        for detail in match.details:
            if not detail.right:
                of = f"{detail.name} of {_label(category, ours[match.gold])}"
                what = f"{of}: want {detail.want}, got {detail.got}"
                yield told | {"error": "wrong", "what": what}
    for kind, items, done in (
        ("missed", ours, {match.gold for match in matches}),
        ("false", theirs, {match.pred for match in matches}),
    ):
        for place, item in enumerate(items):
            if place not in done:
                yield told | {"error": kind, "what": _label(category, item)}


def _details(category: str, gold: Item, pred: Item, find_company: FindCompany) -> Iterator[Detail]:
    """Each detail that the annotated item gives."""
    for name in DETAILS[category]:
        if name == "attribution":
            right = _same_speaker(gold, pred, find_company)
            yield Detail(name, gold.get("speaker"), pred.get("speaker"), right)
        elif gold.get(name):
            yield Detail(name, gold[name], pred.get(name), gold[name] == pred.get(name))


def _label(category: str, item: Item) -> str | None:
    """A short description of an item for the list of errors."""
    if category == "companies":
        return item.get("name")
    if category == "partnerships":
        return f"{' + '.join(item.get('participants') or [])} ({item.get('status')})"
    if category == "launches":
        return f"{item.get('product')} ({item.get('status')})"
    return f"{item.get('speaker')}: {' … '.join(item.get('segments') or [])}"


# When two items are the same


def _pairs(
    gold: Sequence[Item], pred: Sequence[Item], similarity: Similarity
) -> list[tuple[int, int]]:
    """Annotated items and answers one to one, most similar first; their places."""
    candidates = [
        (similarity(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(pred)
    ]
    pairs: list[tuple[int, int]] = []
    for likeness, i, j in sorted(candidates, reverse=True):
        if likeness > 0 and not any(i == -a or j == -b for a, b in pairs):
            pairs.append((-i, -j))
    return pairs


def _company_names(company: Item) -> set[str]:
    """The keys of all names of one company."""
    return {key(name) for name in [company.get("name"), *(company.get("names") or [])]} - {""}


def _company_similarity(gold: Item, pred: Item) -> float:
    """1 if the two companies share a name."""
    return 1 if _company_names(gold) & _company_names(pred) else 0


def _company_finder(gold: Sequence[Item], pred: Sequence[Item]) -> FindCompany:
    """A function from a name to the place of the annotated company it stands for, or None."""
    pairs = _pairs(gold, pred, _company_similarity)
    places = {name: g for g, p in pairs for name in _company_names(pred[p])}
    places |= {name: g for g, company in enumerate(gold) for name in _company_names(company)}
    return lambda name: places.get(key(name))


def _partnership_similarity(find_company: FindCompany) -> Similarity:
    """1 for the same participants, more if the status agrees too."""

    def participants(item: Item) -> set[int | str]:
        found = ((find_company(name), key(name)) for name in item.get("participants") or [])
        return {name if company is None else company for company, name in found}

    def similarity(gold: Item, pred: Item) -> float:
        same = participants(gold) == participants(pred)
        return same + 0.5 * (gold.get("status") == pred.get("status")) if same else 0

    return similarity


def _launch_similarity(gold: Item, pred: Item) -> float:
    """Jaccard index of the product names' words, or 0 if they do not name the same product."""
    ours, theirs = set(words(gold.get("product"))), set(words(pred.get("product")))
    common = ours & theirs
    jaccard = len(common) / len(ours | theirs) if common else 0
    contained = len(common) >= 2 and common in (ours, theirs)
    return jaccard if contained or jaccard >= LAUNCH_JACCARD else 0


def _statement_similarity(gold: Item, pred: Item) -> float:
    """F1 of the words of all segments, or 0 below the threshold."""
    ours, theirs = (Counter(words(" ".join(item.get("segments") or []))) for item in (gold, pred))
    common = (ours & theirs).total()
    f1 = 2 * common / (ours.total() + theirs.total()) if common else 0
    return f1 if f1 >= STATEMENT_F1 else 0


def _same_speaker(gold: Item, pred: Item, find_company: FindCompany) -> bool:
    """True if both speakers have the same last name or both are names of one annotated company."""
    ours, theirs = words(gold.get("speaker")), words(pred.get("speaker"))
    if not ours or not theirs:
        return ours == theirs
    company = find_company(gold["speaker"])
    one_company = company is not None and company == find_company(pred["speaker"])
    return ours[-1] == theirs[-1] or one_company


# Text


def words(text: str | None) -> list[str]:
    """The casefolded words of a text, without punctuation."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold())


def key(text: str | None) -> str:
    """A form in which names that differ only in case, spacing or punctuation are equal."""
    return " ".join(words(text))


def ratio(part: int, whole: int) -> float | None:
    """part / whole, or None where there is nothing to count."""
    return part / whole if whole else None


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
