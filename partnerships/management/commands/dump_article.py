"""Write an article with all that was filed from it as a fixture: the next seed article."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify
from rapidfuzz import process

from partnerships.models import Article
from partnerships.publishing import fixtures

NEAR = 60  # of 100: how alike a slug must be to be named


class Command(BaseCommand):
    help = "Write an article with all that was filed from it as a fixture for loaddata."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "slug",
            metavar="SLUG",
            help="the last part of its address, or its headline in small letters with hyphens",
        )
        parser.add_argument("--output", metavar="FILE", help="write to FILE")

    def handle(self, *_: Any, slug: str, output: str | None, **options: Any) -> None:
        made = fixtures.of_article(_article(slug))
        if output is None:
            self.stdout.write(fixtures.as_json(made), ending="")
            return
        try:
            Path(output).write_text(fixtures.as_json(made), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{output}: {error.strerror}.") from error
        self.stdout.write(f"{output} has {len(made)} records.")


def _article(slug: str) -> Article:
    """The article with this public id, else the only one with this headline."""
    if found := Article.objects.filter(public_id=slug).first():
        return found
    headlines = {each: slugify(each.headline) for each in Article.objects.without_text()}
    called = [article for article, headline in headlines.items() if headline == slug]
    if len(called) == 1:
        return called[0]
    if called:
        raise CommandError(f"Several articles are called {slug}: {_listed(called)}.")
    raise CommandError(f"There is no article {slug}. {_near(slug, headlines)}")


def _near(slug: str, headlines: dict[Article, str]) -> str:
    slugs = {each: each.public_id for each in headlines}
    alike = [
        (score, article)
        for names in (slugs, headlines)
        for _name, score, article in process.extract(slug, names, limit=3, score_cutoff=NEAR)
    ]
    best = sorted(alike, key=lambda each: each[0], reverse=True)
    near = list(dict.fromkeys(article for _score, article in best))[:3]
    if near:
        return f"Near it: {_listed(near)}."
    return "An article's slug is the last part of its address; read_article tells it too."


def _listed(articles: list[Article]) -> str:
    return ", ".join(f"{each.public_id} ({slugify(each.headline)})" for each in articles)
