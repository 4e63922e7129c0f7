"""What the words beside a name say about what it names: a company, a product, a place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from partnerships.reading.around import Around, aside_after
from partnerships.reading.names import Name
from partnerships.reading.page import Page
from partnerships.reading.words import companies as words
from partnerships.reading.words.given import GIVEN_NAMES
from partnerships.reading.words.launches import NOUNS
from partnerships.reading.words.names import (
    ENDS_OF_COMPANIES,
    LEGAL_FORMS,
    PEOPLES,
    PLACES,
    QUALIFIERS,
    ROMAN,
)

CODE = re.compile(r"[A-Z]{1,5}-?[0-9]{2,5}[A-Z]?")  # “KLV-104”
OFTEN = 2  # who is named more often is what the text is about
_SEATS = frozenset({"-based", "-born", "-listed", "-headquartered"})


@dataclass
class Evidence:
    """How much speaks for each kind of thing, each reason counted once; `places` is how often it
    is named, and `articles` how often with “the” or “a” and no noun."""

    company: dict[str, int] = field(default_factory=dict)
    product: dict[str, int] = field(default_factory=dict)
    place: int = 0
    places: int = 0
    articles: int = 0

    @property
    def for_company(self) -> int:
        return sum(self.company.values())

    @property
    def for_product(self) -> int:
        return sum(self.product.values()) + 2 * (2 * self.articles >= max(self.places, 1))


class Seen(NamedTuple):
    """What speaks for which kind at one place."""

    company: tuple[tuple[str, int], ...]
    product: tuple[tuple[str, int], ...]
    place: bool
    article: bool


def _seen(name: Name, page: Page) -> Seen:
    """Looked at once: a name is weighed alone, and once more with the others of its thing."""
    key = name.first, name.last
    if key not in page.weighed:
        around = Around(page.tokens, name.first, name.last, aside_after(page.tokens, name.last + 1))
        page.weighed[key] = Seen(
            tuple(_of_company(name, around)),
            tuple(_of_product(name, around)),
            _is_place(around),
            _has_article(around),
        )
    found: Seen = page.weighed[key]
    return found


def weigh(names: Sequence[Name], page: Page) -> Evidence:
    """What speaks for which kind, over all places where the name stands."""
    found = Evidence()
    for name in names:
        seen = _seen(name, page)
        for reason, weight in seen.company:
            found.company[reason] = max(weight, found.company.get(reason, 0))
        for reason, weight in seen.product:
            found.product[reason] = max(weight, found.product.get(reason, 0))
        found.place += seen.place
        found.places += 1
        found.articles += seen.article
    if found.places > OFTEN:
        found.company["named often"] = 1
    return found


def _has_article(around: Around) -> bool:
    return (
        around.before(1) in words.ARTICLES and not around.owns and around.after(1) in words.FUNCTION
    )


def is_model(name: Sequence[str]) -> bool:
    """Whether a word or number that only products carry is among the words."""
    return is_numbered(name) or any(each.casefold() in QUALIFIERS for each in name)


def is_numbered(name: Sequence[str]) -> bool:
    return any(each in ROMAN or any(map(str.isdigit, each)) for each in name)


def is_described(word: str) -> bool:
    return word in words.DESCRIBED or word in words.ANY_COMPANY or word.endswith(words.MAKERS)


def _of_company(name: Name, around: Around) -> Iterator[tuple[str, int]]:
    low = [each.casefold().strip(".") for each in name.words]
    if len(low) > 1 and low[-1] in LEGAL_FORMS:
        yield "legal form", 3
    elif len(low) > 1 and low[-1] in ENDS_OF_COMPANIES:
        yield "end of the name", 1
    if around.after(1) in _SEATS or (around.before(1) == "/" == around.after(1)):
        return
    if "&" in name.words[1:-1]:
        yield "two names", 2
    if around.before(1) in {"x", "×"} or around.after(1) in {"x", "×"}:
        yield "crossed", 2
    yield from _before(name, around)
    yield from _after(name, around)


def _before(name: Name, around: Around) -> Iterator[tuple[str, int]]:
    one, two, three = (around.before(count) for count in (1, 2, 3))
    noun = two if one == "," else one
    if (is_described(noun) or noun in words.RIVALS or noun in words.PARTNERS) and not _is_human(
        name, around, noun
    ):
        yield "noun before", 2
    elif noun in words.SERVICES and noun == one and two in PEOPLES:
        yield "noun before", 2  # “the Swedish service Norr”
    if one in words.MANY or (one == "as" and two == "such") or one == "including":
        yield "one of many", 2
    division = around.after(1) in {"at", "for"}  # “head of Research at Norr”
    earlier = {two, three, around.before(4), around.before(5)}
    if one == "of" and not division and earlier & words.ROLES:
        yield "role", 2
    if one in {"at", "for", "from"} and {two, three} & words.ROLES:
        yield "role", 2
    if not around.owns and (place := _with_before(around)) and _near(around, words.WITH, 6, place):
        yield "partner", 2
    if (one == "by" and two not in words.TOLD_BY and not around.follows_name(2)) or (
        one == "from" and two in words.BY
    ):
        yield "maker", 2
    if one == "from" and not _is_from_place(around):
        yield "supplier", 1
    if one == "to" and {two, three, around.before(4)} & words.TO:
        yield "customer", 1
    if one in words.BOUGHT:
        yield "bought", 1
    if one in words.GRANTS and words.GRANTED & {around.after(2), around.after(3), around.after(4)}:
        yield "partner", 2
    if one in {"of", "in"} and two in {
        "shares",
        "stake",
        "majority",
        "owner",
        "parent",
        "maker",
        "makers",
    }:
        yield "shares", 2
    if one in {"for", "to"} and two in words.RIVALS:
        yield "compared", 2
    if one in words.COMPARED or (
        one in {"with", "to"} and two in {"compared", "rival", "competition"}
    ):
        yield "compared", 2
    if one.endswith(("-based", "-listed")):
        yield "where it sits", 2
    if one in PEOPLES or (one == "'s" and two in PLACES):
        yield "where it comes from", 1
    if one in words.CALLED and _near(around, words.NEW_COMPANY, 6):
        yield "new company", 2


def _with_before(around: Around) -> int:
    """How many words before the name “with” stands: 4 in “a deal with the meditation app Norr”; 0
    where it does not."""
    for count in range(1, 6):
        word = around.before(count)
        of_partner = word == "of" and around.before(count + 1) in words.PARTNERS
        if word in {"with", "between"} or of_partner:
            return count if count == 1 or around.before(count - 1) in words.ARTICLES else 0
        if not word[:1].isalpha() or around.follows_name(count):
            return 0
    return 0


def _is_from_place(around: Around) -> bool:
    """“The manufacturer from Harsewinkel”, “flights from Keflavik to North America”"""
    if around.before(1) != "from":
        return False
    return is_described(around.before(2)) or (
        around.after(1) == "to" and around.is_followed_by_name
    )


def _near(around: Around, wanted: frozenset[str], most: int, place: int = 1) -> bool:
    for count in range(place + 1, place + most):
        word = around.before(count)
        if word in wanted:
            return True
        if word in {".", "\n", ";", ":"}:
            return False
    return False


def _after(name: Name, around: Around) -> Iterator[tuple[str, int]]:
    low = name.words
    one, two = around.after(1), around.after(2)
    if one in words.ROLES or (around.owns and two in words.ROLES):
        yield "role", 2
    if _is_owned(two if around.owns else one):
        yield "what it owns", 1
    if around.owns:
        yield "owns", 2 if around.owns_name else 1
        return
    if one == "and" and two in {"its", "their"} and _RELATED & {around.after(3), around.after(4)}:
        yield "beside its rival", 2
    if one == ",":
        yield from _apposed(around)
    if around.is_quoted_on_exchange:
        yield "listed", 3
    verb, passive = _verb(around)
    if verb in words.DOES and not passive:
        yield "does", 1 if verb in words.WEAKLY else 2
    elif verb in words.DO and around.before(1) in {"and", ","}:
        yield "does", 2
    elif (
        not _opens_quotation(name, around)
        and (one in _SINGULAR or (one == "," and two in _ASIDES))
        and (not passive or verb in words.IS_SAID)
        and (len(low) > 1 or low[0][-1] != "s")
    ):
        yield "subject", 1
    if one == "of" and (two in PLACES or two in {"south", "the"}):
        yield "where it sits", 1


_ASIDES = frozenset({"too", "for", "however", "meanwhile", "by", "on"})  # “, by contrast,”
_RELATED = words.RIVALS | words.PARTNERS
_SINGULAR = frozenset({"has", "had", "is", "was", "did", "does", "will", "would", "too"})


def _opens_quotation(name: Name, around: Around) -> bool:
    """“Sodium is everywhere”: the capital is the quotation's."""
    return len(name.words) == 1 and around.before(1) == '"'


def _verb(around: Around) -> tuple[str, bool]:
    """The verb after the name, and whether it says what is done to it."""
    passive = False
    for count in range(1, 6):
        word = around.after(count)
        if word not in words.AUXILIARIES:
            return word, passive and word.endswith(("ed", "en", "wn", "ilt", "old"))
        passive |= word in words.PASSIVE
    return "", passive


def _is_human(name: Name, around: Around, noun: str) -> bool:
    """Whether the noun may be of a person: “producer Ada Norr”, “her partner Jonas”."""
    if noun in words.PARTNERS and {around.before(2), around.before(3)} & {
        "her",
        "his",
        "my",
        "business",
    }:
        return True
    if noun in words.TRADES and name.words[0].casefold() in GIVEN_NAMES:
        return True
    return (
        noun in words.HUMAN
        and len(name.words) == 2
        and name.words[-1].casefold() not in ENDS_OF_COMPANIES
    )


def _is_owned(word: str) -> bool:
    """Whether only a company has it: its shares, its phones."""
    return word in words.OWNED or (word[-1:] == "s" and word[:-1] in NOUNS)


def _apposed(around: Around) -> Iterator[tuple[str, int]]:
    """“Norr, a Finnish maker of lamps”, “Norr, which sells lamps”."""
    first = around.after(2)
    if around.after(3) in words.SEVERAL:
        return  # “off Vale, the two companies said”
    if first in {"a", "an", "the", "one", "another", "its", "their", "part"}:
        for count in range(3, 10):
            word = around.after(count)
            if is_described(word) or word in words.RIVALS or word in words.MANY:
                yield "apposition", 2
                return
            if word in {",", ".", "who", "\n"}:
                return
    elif first == "which" and around.after(3) in words.DOES:
        yield "what it does", 1
    elif first in {"maker", "makers", "owner", "part", "best"}:
        yield "apposition", 2


def _of_product(name: Name, around: Around) -> Iterator[tuple[str, int]]:
    one, after = around.before(1), around.after(1)
    if is_numbered(name.words[1:]) or (len(name.words) == 1 and CODE.fullmatch(name.words[0])):
        yield "number", 2
    elif is_model(name.words[1:]):
        yield "number", 1
    if after in words.PRODUCT_AFTER and not around.owns:
        yield "noun after", 1
    place = 2 if one == "," else 1
    service = place == 1 and one in words.SERVICES and around.before(2) in PEOPLES
    if _is_product_noun(around.before(place)) and not around.follows_name(place) and not service:
        yield "noun before", 2
    if after == "," and (_is_apposed_product(around) or around.after(2) in words.ON_SALE):
        yield "apposition", 2
    if one in words.CALLED and not _near(around, words.NEW_COMPANY, 6):
        yield "called", 2
    if one in words.LAUNCHES:
        yield "launched", 1
    if one == '"' and after in {'"', ","}:
        yield "in marks", 1
    if one in {"'s", "its", "their", "our", "'"}:
        yield "whose it is", 1
    verb, passive = _verb(around)
    if not around.owns and (verb in words.SELLS or (passive and verb in words.LAUNCHES)):
        yield "does", 1


def _is_product_noun(word: str) -> bool:
    return word in NOUNS and not is_described(word)


def _is_apposed_product(around: Around) -> bool:
    """“Bow 3, a lamp with three switches”"""
    if around.after(2) not in {"a", "an", "the", "its", "their"}:
        return False
    for count in range(3, 8):
        word = around.after(count)
        if word in words.FUNCTION or is_described(word):
            return count > 3 and _is_product_noun(around.after(count - 1))
    return False


def _is_place(around: Around) -> bool:
    """“in Basel”, and no company's reason in it."""
    one, after = around.before(1), around.after(1)
    if after in _SEATS or (one in words.PLACE_BEFORE and not around.owns):
        return True
    if _is_from_place(around):
        return True
    return after == "," and around.after(2) in PLACES and one in {"of", "from", "in", "at", "near"}
