"""What a revision changed, as a page shows it: long texts word by word."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

LONGEST = 600  # characters of a value that stands alone
MOST_WORDS = 3000  # on each side; comparing takes time with the square of them
AROUND = 12  # words left of what stayed, beside what did not
SHORTEST_TEXT = 3  # words; below, the two values are shown whole


def marked(before: str, after: str) -> SafeString:
    """Both values in one: what went in <del>, what came in <ins>."""
    if not before or not after:
        return _removed([shortened(before)]) + _added([shortened(after)])
    old, new = _words(before), _words(after)
    if min(len(old), len(new)) < 2 * SHORTEST_TEXT:
        return format_html("{} {}", _removed([before]), _added([after]))
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    return (
        _stayed(old[:head], first=True)
        + _compared(old_middle, new_middle)
        + _stayed(old[len(old) - tail :], last=True)
    )


def _compared(old: list[str], new: list[str]) -> SafeString:
    if max(len(old), len(new)) > MOST_WORDS:
        return _removed([shortened("".join(old))]) + _added([shortened("".join(new))])
    found = mark_safe("")
    for tag, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag == "equal":
            found += _stayed(old[start:end])
        else:
            found += _removed(old[start:end]) + _added(new[first:last])
    return found


def _words(text: str) -> list[str]:
    """Words and what stands between them: joined again they are the text."""
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def _shared(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next(
        (number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )


def _stayed(words: list[str], *, first: bool = False, last: bool = False) -> SafeString:
    """What stayed, without the middle of a long stretch; at an end of the text, without the end."""
    most = 2 * AROUND
    if len(words) <= 2 * most:
        return format_html("{}", "".join(words))
    left = "" if first else "".join(words[:most])
    right = "" if last else "".join(words[-most:])
    return format_html("{} … {}", left, right)


def _removed(words: list[str]) -> SafeString:
    return format_html_join("", "<del>{}</del>", [("".join(words),)] if any(words) else [])


def _added(words: list[str]) -> SafeString:
    return format_html_join("", "<ins>{}</ins>", [("".join(words),)] if any(words) else [])


def shortened(text: str) -> str:
    """As much of a text as a list has room for."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
