"""How well the reader reads: its answers against those of annotated articles, cold and warm."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships import reviewing, scoring
from partnerships.reading import KnownNames, read_article
from partnerships.reading.annotation import as_annotation


class Command(BaseCommand):
    help = (
        "Score the reader on a folder of annotated articles: cold, and warm with the names of the "
        "record and of the other articles of the folder."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold_dir", metavar="GOLD_DIR")
        parser.add_argument("--errors", action="store_true", help="each miss and false hit, cold")

    def handle(self, *_: Any, gold_dir: str, errors: bool, **options: Any) -> None:
        articles = _articles(Path(gold_dir))
        record = reviewing.known_names().companies
        cold, found = _score(articles, {name: {} for name in articles})
        warm, _found = _score(
            articles, {name: record | _others(articles, name) for name in articles}
        )
        self.stdout.write(f"cold\n{scoring.table(cold)}\n\nwarm\n{scoring.table(warm)}")
        if errors:
            self.stdout.write("\n".join(map(scoring.error_line, found)))


Articles = dict[str, tuple[str, dict[str, Any]]]


def _articles(folder: Path) -> Articles:
    """By name: the text and its annotation."""
    found: Articles = {}
    for path in sorted(folder.glob("*.json")):
        try:
            text = path.with_suffix(".txt").read_bytes().decode()
            found[path.stem] = text, json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"{path}: {error}") from error
    if not found:
        raise CommandError(f"{folder} has no annotated articles (NN-slug.json with NN-slug.txt).")
    return found


def _others(articles: Articles, name: str) -> dict[str, tuple[int, ...]]:
    """The names of companies in the other articles: what is learnt from one is not scored on it."""
    names = {
        form
        for other, (_, gold) in articles.items()
        if other != name
        for company in gold["companies"]
        for form in company["names"]
    }
    return {form: (-number,) for number, form in enumerate(sorted(names), 1)}


def _score(articles: Articles, names: dict[str, dict[str, tuple[int, ...]]]) -> Any:
    return scoring.score(
        (name, gold, as_annotation(read_article(text, gold["published"], KnownNames(names[name]))))
        for name, (text, gold) in articles.items()
    )
