"""An article's text in, findings out: rules only, offline, without Django.

`read_article` is the one door. Each stage is a pure function of what stands before it.
"""

from partnerships.dates import parse
from partnerships.reading.companies import find_companies
from partnerships.reading.context import Context
from partnerships.reading.findings import Reading
from partnerships.reading.heading import (
    find_named_source,
    find_published,
    find_publisher,
    find_title,
)
from partnerships.reading.launch_links import linked
from partnerships.reading.launches import find_launches
from partnerships.reading.mentions import KnownNames, find_mentions
from partnerships.reading.partnerships import find_partnerships
from partnerships.reading.people import find_people
from partnerships.reading.persons import find_persons
from partnerships.reading.quotes import find_quotes, without_quotes
from partnerships.reading.referents import find_referents
from partnerships.reading.statements import find_statements
from partnerships.reading.text import Document, find_blocks, find_sentences, shadow_of
from partnerships.reading.when import find_dates

__all__ = ["LONGEST", "KnownNames", "Reading", "TooLong", "read_article"]

LONGEST = 1_000_000  # characters
NO_NAMES = KnownNames()


class TooLong(ValueError):
    """A text that is no article; the message says how long it may be."""


def read_article(text: str, published: str | None = None, names: KnownNames = NO_NAMES) -> Reading:
    """What the text states: companies, people, partnerships, launches and statements.

    `published` is its date as EDTF, where it is known; otherwise the text's own first line may
    tell it. Raises TooLong above a million characters, and DateError for a date that is none.
    """
    if len(text) > LONGEST:
        raise TooLong(f"It has {len(text):,} characters; {LONGEST:,} are the most that is read.")
    day = parse(published) if published else None
    shadow = shadow_of(text)
    blocks = find_blocks(shadow)
    quotes = find_quotes(text, shadow, blocks)
    narration = without_quotes(shadow, quotes)
    document = Document(text, shadow, blocks, narration, find_sentences(narration, blocks))
    told = find_published(document)
    if day is None and told:
        day = parse(told.value)
    people = find_people(document)
    mentions = find_mentions(document, people, names)
    context = Context(
        document=document,
        published=day,
        quotes=quotes,
        dates=find_dates(document, day),
        people=people,
        mentions=mentions,
        referents=find_referents(document, mentions),
    )
    partnerships = find_partnerships(context)
    launches = linked(text, find_launches(context, partnerships), partnerships)
    statements = find_statements(context)
    return Reading(
        text=text,
        published=told,
        title=find_title(document),
        publisher=find_publisher(document),
        named_source=find_named_source(document),
        companies=find_companies(context, partnerships, launches, statements),
        people=find_persons(context),
        partnerships=partnerships,
        launches=launches,
        statements=statements,
    )
