"""How fast articles are read: by the article, by length, and where somebody pastes a million signs.

`python -m bench.reading` needs no database; the milliseconds are of one core's processor time.
"""

import re
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from partnerships import reading

ARTICLES = Path(__file__).resolve().parent.parent / "tests" / "reading"
FOLDERS = ("annotated", "own")
WORDS, ROUNDS = 750, 3
LENGTHS = (25_000, 50_000, 100_000, 200_000)
COMPANIES = 10_000
SIGNS = {
    "quotation marks": '"',
    "opening marks": "“",
    "pairs of marks": "“”",
    "apostrophes": "’",
    "commas": ",",
    "full stops": ".",
    "capital letters": "A",
    "capitalised words": "Aa ",
    "digits": "7",
    "spaces": " ",
    "newlines": "\n",
    "short paragraphs": "A.\n\n",
    "mixed": "A, “7” B. said\n",
}


def texts() -> str:
    """The articles that the rules were made with, one after the other."""
    files = [file for folder in FOLDERS for file in sorted((ARTICLES / folder).glob("*.txt"))]
    return "\n\n".join(file.read_text(encoding="utf-8") for file in files)


def pieces(text: str) -> list[str]:
    """The text in pieces of 750 words; what is left over is dropped."""
    words = list(re.finditer(r"\S+", text))
    ends = range(WORDS - 1, len(words), WORDS)
    return [text[words[last - WORDS + 1].start() : words[last].end()] for last in ends]


def milliseconds(action: Callable[..., Any], *given: Any) -> float:
    """The least of some rounds: whatever else the machine does only adds to it."""
    return min(once(action, *given) for _ in range(ROUNDS))


def once(action: Callable[..., Any], *given: Any) -> float:
    start = time.process_time()
    action(*given)
    return (time.process_time() - start) * 1000


def measure_articles(articles: list[str]) -> None:
    """Without the names of the record, and with many."""
    known = {f"Company{number} Works": (number,) for number in range(COMPANIES)}
    records = {"cold": reading.KnownNames(), f"{COMPANIES:,} names": reading.KnownNames(known)}
    print(f"\nreading {len(articles)} articles of {WORDS} words")
    for name, names in records.items():
        taken = [milliseconds(reading.read_article, text, None, names) for text in articles]
        mean = statistics.mean(taken)
        print(f"{name:>18} {1000 / mean:7.1f} a second {mean:7.1f} ms")


def measure_stages(articles: list[str]) -> None:
    """What each stage takes, by the names under which `read_article` calls them."""
    taken: defaultdict[str, float] = defaultdict(float)
    own = vars(reading)
    stages = {name: call for name, call in own.items() if name.startswith(("find_", "shadow_"))}

    def timed(name: str, *given: Any) -> Any:
        start = time.process_time()
        found = stages[name](*given)
        taken[name] += (time.process_time() - start) * 1000 / len(articles)
        return found

    own.update({name: partial(timed, name) for name in stages})
    for text in articles:
        reading.read_article(text)
    own.update(stages)
    print("\nmilliseconds an article in each stage")
    for name, each in sorted(taken.items(), key=lambda stage: -stage[1]):
        print(f"{name:>18} {each:7.2f}")


def measure_growth(text: str) -> None:
    """Articles as they are, in one paragraph, and in one sentence."""
    kinds = {
        "articles": text,
        "one paragraph": re.sub(r"\s+", " ", text),
        "one sentence": re.sub(r"\s+", " ", re.sub(r"[.!?:]", ",", text)),
    }
    print("\nmilliseconds by length, and the ratio to half of it")
    print(" " * 18, "".join(f"{f'{length // 1000} kB':>16}" for length in LENGTHS))
    for name, kind in kinds.items():
        long = kind * (LENGTHS[-1] // len(kind) + 1)
        taken = [once(reading.read_article, long[:length]) for length in LENGTHS]
        ratios = ["", *(f"({now / half:4.2f})" for half, now in pairwise(taken))]
        cells = [f"{now:8.0f} {ratio:>7}" for now, ratio in zip(taken, ratios, strict=True)]
        print(f"{name:>18} {''.join(cells)}")


def measure_signs() -> None:
    print("\nseconds for a million of")
    for name, sign in SIGNS.items():
        text = (sign * reading.LONGEST)[: reading.LONGEST]
        print(f"{name:>18} {once(reading.read_article, text) / 1000:7.2f}", flush=True)


def main() -> None:
    text = texts()
    articles = pieces(text)
    measure_articles(articles)
    measure_stages(articles)
    measure_growth(text)
    measure_signs()


if __name__ == "__main__":
    main()
