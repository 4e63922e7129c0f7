"""How long search takes with a few thousand entries and with a million, beside its bare statement.

`python -m bench.search [entries …]` (default 4,000 and 1,000,000) makes a scratch database of each size
in DATABASE_URL's kind. For each question it prints the median milliseconds of the one statement to the
full-text index, of the answers that `search` makes of it, and of the page, with their ratios to the
statement; and the ratio of the page to that of the smallest database. All in processor time.
"""

import datetime
import random
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import accumulate, chain, islice
from urllib.parse import parse_qs

from django.db import connection, transaction
from django.test import Client

from bench.clock import milliseconds
from bench.timeline import _insert, prepare, settle, use
from partnerships import search
from partnerships.models import Milestone, NameWord, SearchEntry
from partnerships.models.vocabulary import SearchKind
from partnerships.search import index
from partnerships.search.asking import Asked
from partnerships.search.documents import Document, known

TURNS, WARM_UP, ROUNDS = 3, 2, 5
WORDS, IN_A_NOTE = 30_000, 12
DICE = random.Random(20220524)  # noqa: S311 - the same in every run
# How many notes there are for one that has the word.
SEEDED = {"imaging": 5, "telephoto": 50, "apochromat": 5000}
QUESTIONS = {
    "a brand": "q=b1",
    "a product": "q=panora+12",
    "mistyped": "q=panroa+12",
    "a beginning": "q=pano",
    "a rare word": "q=apochromat",
    "a word": "q=telephoto",
    "a common word": "q=imaging",
    "two words": "q=imaging+telephoto",
    "as of 2000": "q=imaging&as_of=2000-01-01",
    "nothing found": "q=nothing",
}


def fill(entries: int) -> None:
    """What search finds of the records of `bench.timeline`: notes of their milestones, the brands,
    and a name for each launch; past recording. By place, for FTS5 writes out what it has whenever
    an entry stands before the last."""
    launches = max(20, entries // 50)
    with connection.cursor() as cursor:
        cursor.execute(
            _insert(
                "productname",
                "id, public_id, launch_id, name, key, kind, known_from",
                "n, 'n' || n, n, 'Panora ' || n, 'panora ' || n, 'official', NULL",
                launches,
            )
        )
    made = chain(_notes(), _launches(launches), _brands())
    with transaction.atomic():
        while some := list(islice(made, 5_000)):
            SearchEntry.objects.bulk_create([SearchEntry(**each.fields) for each in some])
    words = ["b1", "b2", "b3", "b4", "b5", "panora", *map(str, range(1, launches + 1))]
    NameWord.objects.bulk_create(search.left_of(words), batch_size=5_000)
    settle()


def _brands() -> Iterator[Document]:
    for number in range(1, 6):
        yield Document(SearchKind.BRAND, number, 999, None, forms=[f"B{number}"])


def _launches(number: int) -> Iterator[Document]:
    for pk in sorted(range(1, number + 1), key=lambda pk: (pk % 7, pk)):
        yield Document(SearchKind.LAUNCH, pk, pk % 7, None, pk=pk, forms=[f"Panora {pk}"])


def _notes() -> Iterator[Document]:
    """Words that are as frequent as those of a language: the second half as frequent, and so on."""
    vocabulary = [f"{DICE.choice('bdfgklmnprst')}{number:x}" for number in range(WORDS)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    rows = (
        Milestone.objects.exclude(note="")
        .order_by("known_from", "pk")
        .values_list("pk", "known_from")
    )
    for pk, day in rows.iterator(5_000):
        words = DICE.choices(vocabulary, cum_weights=weights, k=IN_A_NOTE)
        words += [word for word, every in SEEDED.items() if pk % every == 0]
        yield Document(SearchKind.MILESTONE, pk, known(day), day, text=" ".join(words))


def measured(query: str) -> dict[str, Callable[[], object]]:
    """What is timed of a question."""
    parameters = parse_qs(query)
    [q], day = parameters["q"], parameters.get("as_of")
    as_of = datetime.date.fromisoformat(day[0]) if day else None
    client = Client(headers={"Host": "127.0.0.1"})
    return {
        "statement": lambda: index.find(Asked.typed(q).wanted, as_of),
        "answers": lambda: search.answers(search.Question(q, as_of=as_of)),
        "page": lambda: client.get(f"/search/?{query}"),
    }


def main(sizes: list[int]) -> None:
    base = connection.settings_dict["NAME"]
    databases = {size: f"{base}_search_{size}" for size in sizes}
    for size, database in databases.items():
        prepare(database, size)
        fill(size)
    taken: defaultdict[tuple[str, str, int], list[float]] = defaultdict(list)
    # In turn, so that whatever else the machine does falls on every size alike.
    for _ in range(TURNS):
        for size, database in databases.items():
            use(database)
            for name, query in QUESTIONS.items():
                for what, action in measured(query).items():
                    taken[name, what, size] += milliseconds(action, WARM_UP, ROUNDS)
    medians = {key: statistics.median(each) for key, each in taken.items()}
    for size in sizes:
        _print(size, sizes[0], medians)


def _print(size: int, smallest: int, medians: dict[tuple[str, str, int], float]) -> None:
    print(f"\n{connection.vendor}, search among {size:,} entries: median ms (times the statement)")
    print(f"{'':>14} {'statement':>9} {'answers':>16} {'page':>16} {f'page to {smallest:,}':>16}")
    for name in QUESTIONS:
        bare, answers, page = (
            medians[name, what, size] for what in ("statement", "answers", "page")
        )
        grown = page / medians[name, "page", smallest]
        print(
            f"{name:>14} {bare:9.1f} {answers:8.1f} ({answers / bare:5.1f})"
            f" {page:8.1f} ({page / bare:5.1f}) {grown:16.2f}"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [4_000, 1_000_000])
