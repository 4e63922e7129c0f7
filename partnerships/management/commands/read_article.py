"""Read articles from files: print what they state, keep it as suggestions, or file it."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships import recording, reviewing
from partnerships.models import Article
from partnerships.models.text import TextError, clean_text
from partnerships.reading import KnownNames, Reading, TooLong, read_article
from partnerships.reading.annotation import as_annotation
from partnerships.reading.findings import (
    Company,
    Field,
    Launch,
    Partnership,
    Person,
    Statement,
)


class Command(BaseCommand):
    help = "Read articles and print the companies, partnerships, launches and statements in them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a text in UTF-8")
        parser.add_argument("--json", action="store_true", help="as the annotated articles are")
        parser.add_argument("--output", metavar="DIR", help="one JSON file an article, in DIR")
        parser.add_argument("--cold", action="store_true", help="without the names of the record")
        parser.add_argument("--save", action="store_true", help="keep it, with suggestions")
        parser.add_argument("--file", action="store_true", help="keep it, and file what is certain")

    def handle(self, *_: Any, files: list[str], **options: Any) -> None:
        names = KnownNames() if options["cold"] else reviewing.known_names()
        for each in files:
            path = Path(each)
            text = _text(path)
            reading = _read(path, text, names)
            if options["output"]:
                self._write(Path(options["output"]), path, reading)
            elif options["json"]:
                self.stdout.write(_json(reading))
            else:
                self.stdout.write("\n".join(told(path.name, reading)))
            if options["save"] or options["file"]:
                self._keep(text, reading, file=options["file"])

    def _write(self, folder: Path, path: Path, reading: Reading) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{path.stem}.json").write_text(_json(reading) + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{folder}: {error.strerror}.") from error

    def _keep(self, text: str, reading: Reading, *, file: bool) -> None:
        try:
            article = _stored(text, reading)
            found = reviewing.suggest(article)
            kept = f"{article}, kept as {article.public_id}"
            self.stdout.write(f"{kept}: {len(found)} new suggestions.")
            if file:
                self._file(article)
        except recording.Refused as refused:
            raise CommandError("\n".join(refused.problems)) from refused

    def _file(self, article: Article) -> None:
        accepted, problems = reviewing.accept_certain(article, None)
        waiting = article.suggestions.open().count()
        self.stdout.write(f"Filed: {accepted}. Waiting for an editor: {waiting}.")
        for problem in dict.fromkeys(each for found in problems.values() for each in found):
            self.stdout.write(f"  {problem}")


def _text(path: Path) -> str:
    """The text of the file as it is stored, so that all places agree."""
    try:
        return clean_text(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not UTF-8: save it as UTF-8 text.") from error
    except TextError as error:
        raise CommandError(f"{path}: {error}") from error


def _read(path: Path, text: str, names: KnownNames) -> Reading:
    try:
        return read_article(text, None, names)
    except TooLong as error:
        raise CommandError(f"{path}: {error}") from error


def _stored(text: str, reading: Reading) -> Article:
    """The article with this text: the one that is there, or a new one."""
    same = Article(
        text=text,
        title=reading.title.value[:500] if reading.title else "",
        publisher=reading.publisher.value if reading.publisher else "",
        named_source=reading.named_source.value if reading.named_source else "",
        published=reading.published.value if reading.published else "",
    )
    same.derive()
    if known := Article.objects.filter(digest=same.digest).first():
        return known
    with recording.batch() as batch:
        batch.record(same)
    return same


def _json(reading: Reading) -> str:
    return json.dumps(as_annotation(reading), ensure_ascii=False, indent=2)


def told(name: str, reading: Reading) -> list[str]:
    """The reading as lines of text: each finding with its words and the rule that found it."""
    day = f", {reading.published.value}" if reading.published else ""
    lines = [f"{name}{day}", *(_company(each) for each in reading.companies)]
    lines += [_person(each) for each in reading.people]
    lines += [_partnership(each) for each in reading.partnerships]
    lines += [_launch(each) for each in reading.launches]
    lines += [_statement(each, reading.text) for each in reading.statements]
    return lines


def _company(found: Company) -> str:
    return f"  company      {found.name}: {', '.join(each.value for each in found.forms)}"


def _person(found: Person) -> str:
    what = ", ".join(each.value for each in (found.role, found.company) if each)
    return f"  person       {found.name.value}{', ' if what else ''}{what}"


def _partnership(found: Partnership) -> str:
    names = " + ".join(each.value for each in found.participants)
    days = _days(since=found.announced, until=found.ended)
    return f"  partnership  {names}: {found.status.value}{days} [{found.rule}]"


def _launch(found: Launch) -> str:
    by = ", ".join(each.value for each in found.companies)
    days = _days(on=found.date)
    return (
        f"  launch       {found.product.value} by {by}: {found.status.value}{days} [{found.rule}]"
    )


def _statement(found: Statement, text: str) -> str:
    words = " … ".join(each.of(text) for each in found.segments)
    who = ", ".join(each.value for each in (found.speaker, found.role, found.company) if each)
    return f"  statement    {who or 'nobody named'}: “{words}” [{found.rule}]"


def _days(**fields: Field | None) -> str:
    return "".join(f", {name} {each.value}" for name, each in fields.items() if each)
