"""What a record of the demonstration is known by, and how a date of the facts is written."""

import hashlib
import re
import unicodedata

from partnerships import dates

ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 12
_GROUPS = {
    ("01", "03"): "33",
    ("04", "06"): "34",
    ("07", "09"): "35",
    ("10", "12"): "36",
    ("01", "06"): "40",
    ("07", "12"): "41",
}


def public_id(*identity: str) -> str:
    """Twelve characters that the same identity always gets."""
    number = int.from_bytes(hashlib.sha256("|".join(identity).encode()).digest(), "big")
    letters = ""
    for _ in range(ID_LENGTH):
        number, place = divmod(number, len(ID_ALPHABET))
        letters += ID_ALPHABET[place]
    return letters


def slug(name: str) -> str:
    """The address of a name.

    >>> slug("BlackBerry Porsche Design P'9981"), slug("Sony α100")
    ('blackberry-porsche-design-p9981', 'sony-a100')
    """
    plain = unicodedata.normalize("NFKD", name.replace("α", "a")).encode("ascii", "ignore").decode()
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", plain.lower()).strip())


def notation(text: str) -> str:
    """A date of the facts as it is stored: there, `A/B` means one day in that span.

    >>> notation("2005-04/2005-06"), notation("2014-11/2014-12"), notation("../2015-12")
    ('2005-34', '[2014-11..2014-12]', '[..2015-12-31]')
    """
    start, slash, end = text.partition("/")
    if start == "..":
        return f"[..{dates.parse(end).latest}]"
    if not slash:
        return dates.parse(text).edtf if text else ""
    group = _GROUPS.get((start[5:], end[5:])) if start[:4] == end[:4] else None
    return dates.parse(f"{start[:4]}-{group}" if group else f"[{start}..{end}]").edtf
