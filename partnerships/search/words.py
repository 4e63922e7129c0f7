"""A text as the words that search compares: without case, accents and punctuation."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations

# Letters that no accent tells apart from a plain one, so that decomposing leaves them.
PLAIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i"}
)
# Scripts without spaces between words: each letter is a word.
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = re.compile(rf"[{IDEOGRAPHS}]|[^\W_{IDEOGRAPHS}]+")
LONGEST = 40  # letters of a word; what comes after them is left out
# Too frequent to find anything by.
_STOP = (
    "a an and are as at be but by for from has have in is it its of on or that the this to was "
    "were will with"
)
STOP = frozenset(_STOP.split())
# What people write between two names that work together.
LINKS = STOP | {"x", "vs", "versus", "und", "et"}
TYPED_AS_MEANT = 2  # letters of a word in which none is taken for a typing error
LEFT_OUT_OF = 7  # letters of a word that are looked at for typing errors
ONE_ERROR = 4  # letters of a word in which one may be mistyped; in longer ones it may be two


def fold(text: str) -> str:
    """The text without case and accents.

    >>> fold("Ｃafé STRAẞE")
    'cafe strasse'
    """
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(char for char in letters if not unicodedata.category(char).startswith("M"))
    return bare.translate(PLAIN)


def words(text: str) -> list[str]:
    """Its words in their order.

    >>> words("Bang & Olufsen’s “Beosound A9”, 小米")
    ['bang', 'olufsen', 's', 'beosound', 'a9', '小', '米']
    """
    return [word[:LONGEST] for word in WORD.findall(fold(text))]


def stem(word: str) -> str:
    """A word without the ending of an English plural; words are left alone by and large.

    The rules are those of Harman's S-stemmer (1991).

    >>> [stem(each) for each in ["cameras", "companies", "lens", "zeiss", "focus"]]
    ['camera', 'company', 'len', 'zeiss', 'focus']
    """
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return f"{word[:-3]}y"
    return word if word.endswith(("us", "ss")) else word[:-1]


def stems(text_words: Iterable[str]) -> list[str]:
    """The words by which a text is found: each once, without plurals and the most frequent."""
    return list(dict.fromkeys(stem(word) for word in text_words if word not in STOP))


def errors_allowed(word: str) -> int:
    """How many letters of a name may be mistyped; none of a number, which is another product."""
    if len(word) <= TYPED_AS_MEANT or not word.isalpha():
        return 0
    return 1 if len(word) <= ONE_ERROR else 2


def with_letters_left_out(word: str) -> Iterator[str]:
    """What its first letters are without so many of them as may be mistyped, and the whole.

    Two words that differ by so many errors have one of these in common: the symmetric deletes of
    SymSpell (Wolf Garbe, 2012).

    >>> sorted(with_letters_left_out("vivo"))
    ['ivo', 'vio', 'viv', 'vivo', 'vvo']
    """
    first = word[:LEFT_OUT_OF]
    found = {first}
    for number in range(1, errors_allowed(word) + 1):
        for places in combinations(range(len(first)), number):
            found.add("".join(char for at, char in enumerate(first) if at not in places))
    return iter(found)
