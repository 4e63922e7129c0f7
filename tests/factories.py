"""Records for tests, made the one way there is: through recording."""

import itertools
from typing import Any, TypeVar

from partnerships import recording
from partnerships.models import (
    Article,
    Citation,
    Company,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Statement,
)

T = TypeVar("T")

_numbers = itertools.count(1)


def record(row: T) -> T:
    """Save one row in a batch of its own."""
    with recording.batch() as batch:
        batch.record(row)
    return row


def company(name: str = "", **fields: Any) -> Company:
    name = name or f"Brand {next(_numbers)}"
    return record(
        Company(name=name, slug=fields.pop("slug", name.lower().replace(" ", "-")), **fields)
    )


def person(name: str = "Matthias Harsch") -> Person:
    return record(Person(name=name, slug=name.lower().replace(" ", "-")))


def article(published: str = "2022-05-24", text: str = "", **fields: Any) -> Article:
    fields.setdefault("title", f"Article {next(_numbers)}")
    return record(Article(published=published, text=text, **fields))


def cite(claim: Any, source: Article, passage: str = "") -> Citation:
    """A citation, unsaved; its place is that of the passage's first occurrence."""
    place = {}
    if passage:
        start = source.text.index(passage)
        place = {"start": start, "end": start + len(passage), "passage": passage}
    return Citation(article=source, **{claim.citation_field: claim}, **place)


def claim(row: T, *sources: Article) -> T:
    """Save a claim with its citations; without a source, a new undated article is cited."""
    with recording.batch() as batch:
        batch.record(row)
        for source in sources or (Article(title=f"Article {next(_numbers)}"),):
            batch.record(source)
            batch.record(cite(row, source))
    return row


def partnership(*companies: Company, source: Article | None = None, **fields: Any) -> Partnership:
    members = companies or (company(), company())
    slug = fields.pop("slug", "-".join(each.slug for each in members))
    row = Partnership(slug=slug, **fields)
    source = source or Article(title=f"Article {next(_numbers)}")
    with recording.batch() as batch:
        batch.record(source)
        batch.record(row)
        for member in members:
            participation = Participation(partnership=row, company=member)
            batch.record(participation)
            batch.record(cite(participation, source))
    return row


def launch(
    name: str = "",
    maker: Company | None = None,
    kind: str = "official",
    source: Article | None = None,
    **fields: Any,
) -> ProductLaunch:
    name = name or f"Phone {next(_numbers)}"
    row = ProductLaunch(slug=fields.pop("slug", name.lower().replace(" ", "-")), **fields)
    source = source or Article(title=f"Article {next(_numbers)}")
    product_name = ProductName(launch=row, name=name, kind=kind)
    with recording.batch() as batch:
        batch.record(source)
        batch.record(row)
        batch.link(row, "makers", [maker or company()])
        batch.record(product_name)
        batch.record(cite(product_name, source))
    return row


def milestone(
    subject: Any, kind: str, occurred: str = "", *sources: Article, **fields: Any
) -> Milestone:
    about = "partnership" if isinstance(subject, Partnership) else "launch"
    return claim(Milestone(kind=kind, occurred=occurred, **{about: subject}, **fields), *sources)


def statement(text: str, said: str = "", *sources: Article, **fields: Any) -> Statement:
    return claim(Statement(text=text, said=said, **fields), *sources)
