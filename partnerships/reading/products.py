"""What in a sentence may be a product: names, noun phrases, and pronouns for them."""

from partnerships.reading.findings import Span
from partnerships.reading.product_names import find_names, find_titles
from partnerships.reading.product_nouns import find_nouns
from partnerships.reading.product_tokens import Item, Token, tokens_of
from partnerships.reading.product_words import Names
from partnerships.reading.words import launches as words

PRONOUNS = frozenset({"it", "they", "both", "deliveries", "shipments", "sales", "production"})
MAY_STAND = PRONOUNS | words.EVENTS  # for a product


def find_items(names: Names, span: Span) -> tuple[list[Token], list[Item]]:
    """The words of a sentence, and its candidates in their order."""
    shadow = names.context.document.shadow
    tokens = names.unglued(tokens_of(names.context.document.narration, span))
    companies = names.context.mentions.companies_within(span)
    named = list(find_names(names, tokens, companies, span))
    named += find_titles(names, tokens, span)
    taken = {number for each in named for number in range(each.first, each.last + 1)}
    nouns = list(find_nouns(shadow, tokens, taken))
    pronouns = [
        Item(Span(each.start, each.end), "pronoun", number, number)
        for number, each in enumerate(tokens)
        if each.low in MAY_STAND and (each.low in PRONOUNS or _is_event(tokens, number))
    ]
    return tokens, sorted([*named, *nouns, *pronouns], key=lambda each: each.span)


def _is_event(tokens: list[Token], number: int) -> bool:
    """“The launch”, “its release”: as good as the product itself."""
    before = tokens[number - 1].low if number else ""
    after = tokens[number + 1].low if number + 1 < len(tokens) else ""
    return before in {"the", "its", "official", "release"} and after != "of"
