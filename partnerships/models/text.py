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
SURROGATES = re.compile("[\ud800-\udfff]")


class TextError(ValueError):
    """A text that cannot be stored; the message says why."""


def clean_text(text: str) -> str:
    """The text with its line ends as line feeds and without what cannot be stored; otherwise as it
    was written. Raises TextError for halves of characters (lone surrogates)."""
    if SURROGATES.search(text):
        raise TextError("It holds half a character (a lone surrogate): copy the text again.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return UNSTORABLE.sub("", lines)


def clean_name(name: str) -> str:
    """A name in its composed form (NFC), on one line, without what nobody can see."""
    visible = INVISIBLE.sub("", clean_text(name))
    return " ".join(unicodedata.normalize("NFC", visible).split())
