"""Text as it is stored: what no page, feed or database could carry is taken out once, before."""

import re
import unicodedata

# Control characters but tab and line feed, and the code points that are no characters.
UNSTORABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef"
    + "".join(
        chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
    )
    + "]"
)
# Marks of direction and width that nobody sees: two names must not differ by them.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
VISIBLE = re.compile("[^\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
SURROGATES = re.compile("[\ud800-\udfff]")


LONGEST_TEXT = 1_000_000  # characters; the longest articles have a tenth of it
MOST_MARKS = 8  # on one letter; no language needs more
MARKS = {"Mn", "Me", "Mc"}
# Columns that hold a name: compared, listed and sorted, so on one line and without the invisible.
NAMES = frozenset({"name", "legal_name"})


class TextError(ValueError):
    """A text that cannot be stored; the message says why."""


def clean(field: str, value: str) -> str:
    """What is stored of a value of that field, through whatever door it comes. Raises TextError."""
    return clean_name(value) if field in NAMES else clean_text(value)


def clean_text(text: str) -> str:
    """The text with its line ends as line feeds and without what cannot be stored; otherwise as it
    was written, and empty where nobody would see any of it.

    Raises TextError for halves of characters (lone surrogates), and where it is too long.
    """
    if SURROGATES.search(text):
        raise TextError("It holds half a character (a lone surrogate): copy the text again.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    if len(lines) > LONGEST_TEXT:
        raise TextError(f"It has {len(lines):,} characters; {LONGEST_TEXT:,} are the most.")
    cleaned = UNSTORABLE.sub("", lines)
    # The first visible letter of a text is found at once; only an invisible one is read to its end.
    return cleaned if VISIBLE.search(cleaned) else ""


def clean_name(name: str) -> str:
    """A name in its composed form (NFC), on one line, without what nobody can see.

    Raises TextError where marks are piled upon a letter.
    """
    visible = INVISIBLE.sub("", clean_text(name))
    composed = " ".join(unicodedata.normalize("NFC", visible).split())
    piled = 0
    for char in composed:
        piled = piled + 1 if unicodedata.category(char) in MARKS else 0
        if piled > MOST_MARKS:
            raise TextError(f"It has more than {MOST_MARKS} marks on one letter.")
    return composed
