"""The seed article as an ideal reader would read it, put together by hand."""

import json
from dataclasses import replace
from pathlib import Path

from partnerships import recording
from partnerships.models import Article
from partnerships.reading.findings import (
    Company,
    Field,
    Launch,
    Partnership,
    Reading,
    Span,
    Statement,
)
from partnerships.reading.precision import MEASURED, is_certain

SEED = Path(__file__).resolve().parents[2] / "fixtures" / "seed.json"
BY_HAND = "by hand"
CERTAIN = next(rule for rule in sorted(MEASURED) if is_certain(rule))


def seed_article() -> Article:
    """The seed article alone, as somebody pasted it."""
    rows = json.loads(SEED.read_text())
    (fields,) = (row["fields"] for row in rows if row["model"] == "partnerships.article")
    article = Article(**{name: value for name, value in fields.items() if name != "public_id"})
    with recording.batch() as batch:
        batch.record(article)
    return article


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def field(text: str, words: str, value: str = "", rule: str = BY_HAND) -> Field:
    return Field(value or words, span(text, words), rule)


def certain_reading(article: Article) -> Reading:
    """The same, found by a rule that is certain."""
    reading = seed_reading(article)
    return replace(
        reading,
        partnerships=tuple(replace(each, rule=CERTAIN) for each in reading.partnerships),
        launches=tuple(replace(each, rule=CERTAIN) for each in reading.launches),
        statements=tuple(replace(each, rule=CERTAIN) for each in reading.statements),
    )


def seed_reading(article: Article) -> Reading:
    """All that the seed article states: its partnerships, launches and statements."""
    text = article.text
    xiaomi, leica, huawei = (field(text, each) for each in ("Xiaomi", "Leica", "Huawei"))
    together, before = frozenset({"Xiaomi", "Leica"}), frozenset({"Leica", "Huawei"})
    news = span(text, "today announced a strategic partnership")
    old = span(text, "helped launch a few more models. premium from Huawei")
    ultra = field(text, "Xiaomi 12 Ultra")
    first = field(text, "first flagship mobile model")
    return Reading(
        text=text,
        companies=(
            Company("Xiaomi", (xiaomi,), BY_HAND),
            Company("Leica", (leica, field(text, "Leica Camera AG")), BY_HAND),
            Company("Huawei", (huawei,), BY_HAND),
        ),
        partnerships=(
            Partnership(
                participants=(xiaomi, leica),
                status=field(text, "announced", "announced"),
                rule=BY_HAND,
                evidence=(news,),
                kinds=(field(text, "strategic partnership", "strategic-alliance"),),
                announced=field(text, "today", "2022-05-24"),
                scope=field(text, "mobile photography"),
            ),
            Partnership(
                participants=(leica, huawei),
                status=field(text, "helped", "ended"),
                rule=BY_HAND,
                evidence=(old,),
            ),
        ),
        launches=(
            Launch(
                product=first,
                named=False,
                companies=(xiaomi, leica),
                status=field(text, "will launch", "announced"),
                rule=BY_HAND,
                evidence=(span(text, "by July this year will launch"),),
                date=field(text, "by July this year", "[2022-05-24..2022-07-31]"),
                partnership=together,
            ),
            Launch(
                product=ultra,
                named=True,
                companies=(xiaomi, leica),
                status=field(text, "rumors and leaks", "rumoured"),
                rule=BY_HAND,
                evidence=(span(text, "the new and expected Xiaomi 12 Ultra"),),
                date=field(text, "by July this year", "[2022-05-24..2022-07-31]"),
                partnership=together,
                same_as=first,
            ),
            Launch(
                product=field(text, "Huawei P9"),
                named=True,
                companies=(huawei, leica),
                status=field(text, "helped launch", "launched"),
                rule=BY_HAND,
                evidence=(span(text, "including the Huawei P9"),),
                partnership=before,
            ),
        ),
        statements=(
            Statement(
                segments=(span(text, text[text.index("Xiaomi and Leica share") :].split("\n")[0]),),
                rule=BY_HAND,
                speaker=Field("Leica", leica.span, "company speaks"),
                company=leica,
            ),
            Statement(
                segments=(span(text, text[text.index("We are convinced") :].split("\n")[0]),),
                rule=BY_HAND,
                speaker=field(text, "Matthias Harsch"),
                role=field(text, "CEO"),
                company=leica,
            ),
        ),
    )
