"""What the article's own words tell about its names: which are products, which only begin a
sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from partnerships.reading.context import Context
from partnerships.reading.findings import Span
from partnerships.reading.mentions import Mention
from partnerships.reading.product_nouns import singular
from partnerships.reading.product_tokens import Token, token_of
from partnerships.reading.words import launches as words

CODE = re.compile(r"^(?:[A-Z]{1,4}-[0-9]+[A-Z]*|[A-Z]+[0-9]{2,}[A-Z]+)$|[0-9] (?:Pro|Ultra|Max)$")
APPOSED = re.compile(
    r", (?P<owner>an?|the|its|their|his|her|our|(?:the |its )?\w+'s) "
    r"(?P<noun>[\w-]+(?: [\w-]+){0,6})(?P<end>[,.;:)]|$)?"
)
ENDS_PHRASE = words.PREPOSITIONS | words.RELATIVE | frozenset({"and", "made", "built"})
CALLED = re.compile(
    r"\b(?:called|named|dubbed|christened|codenamed|nicknamed|under the name|by the name of) $"
)
APPOSED_BEFORE = re.compile(
    r"\b(?P<owner>an?|the|its|their|his|her|our|\w+'s) (?:[\w-]+ ){0,4}?(?P<noun>[\w-]+), $"
)
ON_SALE = re.compile(
    r", (?:which (?:went|goes|has been) on sale|on sale|available|out (?:now|since|on|in)"
    r"|due (?:out )?(?:in|on|for)|released)\b"
)
FIRM = re.compile(
    r"\b(?:company|firm|maker|brand|start-?up|business|venture|studio|group|label|house|bank"
    r"|supplier|subsidiary|agency|shop|chain|carrier|airline|team|club|laboratory|lab) [^.]{0,40}$"
)


@dataclass(frozen=True)
class Names:
    """What the article's own words tell about its capitalised ones."""

    context: Context

    @cached_property
    def people(self) -> tuple[Span, ...]:
        return tuple(sorted(form for each in self.context.people for form in each.forms))

    @cached_property
    def quoted(self) -> list[int]:
        return [each.outer.start for each in self.context.quotes]

    @cached_property
    def written(self) -> frozenset[str]:
        """The words of the text, as it writes them."""
        return frozenset(re.findall(r"\w+", self.context.document.shadow))

    def is_small(self, word: str) -> bool:
        """Whether it also stands in small letters: a capital one at a start is no name then."""
        return len(word) > 1 and word in self.written and word.isascii() and word.isalpha()

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Two capitalised words that stand together within sentences."""
        found = re.findall(r"(?<=[a-z,'] )([A-Z]\w+) (?=([A-Z]\w+))", self.context.document.shadow)
        return frozenset(found)

    @cached_property
    def called(self) -> frozenset[int]:
        """The supposed companies that the text somewhere calls a product."""
        mentions, shadow = self.context.mentions, self.context.document.shadow
        found = (each for each in mentions.all if mentions.entity(each).kind == "company")
        return frozenset(each.entity for each in found if is_called_product(shadow, each.span))

    def is_product(self, mention: Mention) -> bool:
        """Whether what is taken for a company is a product: “the Gearly, its robot bear”."""
        entity = self.context.mentions.entity(mention)
        return entity.record is None and (
            mention.entity in self.called
            or bool(CODE.search(mention.span.of(self.context.document.shadow)))
        )

    def pair(self, tokens: Sequence[Token], first: int) -> bool:
        here = tokens[first : first + 2]
        return len(here) == 2 and (here[0].text, here[1].text) in self.pairs

    def starts(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the word may have its capital only because the sentence begins."""
        return first == 0 and (tokens[0].low in words.STARTERS or self.is_small(tokens[0].low))

    def unglued(self, tokens: list[Token]) -> list[Token]:
        """The words without function words that were run into them: “Ultrawhose” is “Ultra”."""
        if not any(each.named and each.text.endswith(words.GLUED) for each in tokens):
            return tokens
        return [part for each in tokens for part in (self._parts(each) if each.named else [each])]

    def _parts(self, token: Token) -> list[Token]:
        for tail in words.GLUED:
            stem = token.text[: -len(tail)]
            if len(stem) > 1 and token.text.endswith(tail):
                sure = stem[-1].isdigit() or stem.lower() in words.QUALIFIERS or tail == "that"
                sure = sure or (tail == "and" and stem[-1] == "e" and len(stem) > 4)
                if sure or len(tail) == 5 or (stem[0].isupper() and stem in self.written):
                    cut = token.end - len(tail)
                    return [
                        token_of(token.start, cut, stem),
                        token_of(cut, token.end, tail),
                    ]
        return [token]


def is_called_product(shadow: str, span: Span) -> bool:
    """“Hjem, its heat pump”, “Gearly, the robot bear”, “a shelf called Hjem”."""
    after = APPOSED.match(shadow, span.end)
    if after:
        phrase = after["noun"].split()
        last = next((n for n, each in enumerate(phrase) if each in ENDS_PHRASE), len(phrase))
        ends = last < len(phrase) or after["end"] is not None
        head = singular(phrase[last - 1].lower()) if last and ends else ""
        owned = after["owner"] not in {"a", "an", "the"}
        if head and (owned or head not in words.COMPANIES_TOO):
            return True
    if ON_SALE.match(shadow, span.end):
        return True
    before = shadow[max(0, span.start - 60) : span.start]
    if CALLED.search(before):
        return not FIRM.search(before)
    noun = APPOSED_BEFORE.search(before) if shadow[span.end : span.end + 1] in ",.;:" else None
    head = singular(noun["noun"].lower()) if noun else ""
    owned = noun is not None and noun["owner"] not in {"a", "an", "the"}
    return bool(head) and (owned or head not in words.COMPANIES_TOO)
