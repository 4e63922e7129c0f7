"""Letters of pictures that are no markup: which the fonts have, and how many fit into a line.

The fonts are Noto Serif and Noto Sans (fonts/OFL.txt), with Latin, Greek and Cyrillic letters.
"""

import unicodedata
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
LONGEST = 200  # letters that are looked at, of however many
SMALLEST = 0.7  # of the size asked for, before letters are left out
MISSING = "\U0010ffff"  # no font has it


class Face(StrEnum):
    SERIF = "NotoSerif-SemiBold.ttf"
    SANS = "NotoSans-Regular.ttf"


@lru_cache(maxsize=32)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    # The other engine's answers depend on which libraries a machine has.
    return ImageFont.truetype(FONTS / face, size, layout_engine=ImageFont.Layout.BASIC)


def legible(text: str, instead: str = "") -> str:
    """The text without the signs that the fonts lack, such as emoji; `instead` where letters would
    be lost, as of a Chinese or Arabic name."""
    composed = unicodedata.normalize("NFC", text[:LONGEST])
    if any(char.isalpha() and not _drawn(char) for char in composed):
        return instead
    return " ".join("".join(char for char in composed if _drawn(char)).split()) or instead


@lru_cache(maxsize=4096)
def _drawn(char: str) -> bool:
    if char.isspace():
        return True
    if unicodedata.category(char).startswith("C"):
        return False
    return all(_shape(face, char) != _shape(face, MISSING) for face in Face)


def _shape(face: Face, char: str) -> bytes:
    return bytes(font(face, 32).getmask(char))


def fitted(face: Face, size: int, text: str, width: float) -> tuple[str, ImageFont.FreeTypeFont]:
    """The text with the largest font up to `size` in which it is no wider; shortened, with an
    ellipsis, where it is so even in the smallest."""
    text = text[:LONGEST]
    for each in (size, int(size * (1 + SMALLEST) / 2), int(size * SMALLEST)):
        chosen = font(face, each)
        if chosen.getlength(text) <= width:
            return text, chosen
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if chosen.getlength(_shortened(text, middle)) <= width:
            least = middle
        else:
            most = middle - 1
    return _shortened(text, least), chosen


def _shortened(text: str, length: int) -> str:
    return f"{text[:length].rstrip()}…"
