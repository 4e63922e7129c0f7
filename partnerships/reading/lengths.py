"""How long a cooperation has lasted: “ended it after six years”, “the tenth anniversary”."""

import re

from partnerships.dates import FIRST_YEAR, EdtfDate, parse
from partnerships.reading.context import Context
from partnerships.reading.scenes import Hit
from partnerships.reading.when import When
from partnerships.reading.when_forms import COUNT, NUMBERS

_WORDS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = dict(zip(_WORDS.split(), range(2, 13), strict=True))
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|[0-9]{{1,2}}(?:th|st|nd|rd))"
_BEGAN = (
    r"(?:had )?(?:been |was |were )?(?:began|begun|started|signed|formed|founded|announced|launched"
    r"|joined|teamed|set up|agreed|struck)"
)
LENGTHS = re.compile(
    rf"(?P<count>{COUNT}) years after (?:it|they|§|the two|both|the \w+) {_BEGAN}\b"
    rf"|\b(?:after|(?:ha(?:s|ve|d)|'ve) (?!agreed|signed)[^,.;]{{3,60}} for)"
    rf" (?P<lasted>{COUNT}) years\b"
    rf"|(?P<ordinal>{_ORDINAL}) (?:anniversary|birthday) of\b"
    rf"|\bin (?:its|their|§'s) (?P<year>{_ORDINAL}) year\b",
    re.IGNORECASE,
)
_ENOUGH = " year"  # of its letters one of these stands in each
_WITHIN = 90  # characters behind the words that tell the cooperation


def begun_by_length(context: Context, hit: Hit, ended: When | None) -> When | None:
    """The year in which it began, reckoned from the year of its end or of the article."""
    text = hit.line.words
    if _ENOUGH not in text and "anniversary" not in text:
        return None
    found = LENGTHS.search(text, max(0, hit.left - 60), hit.right + _WITHIN)
    until = _year(parse(ended.edtf) if ended else context.published)
    if found is None or until is None:
        return None
    year = until - _count(found)
    if year < FIRST_YEAR:
        return None
    span = hit.line.span(*found.span())
    return When(span, str(year), "about", f"‘{span.of(context.document.text)}’ before {until}")


def _year(given: EdtfDate | None) -> int | None:
    return given.latest.year if given and given.latest else None


def _count(found: re.Match[str]) -> int:
    given = (found["count"] or found["lasted"] or found["ordinal"] or found["year"]).lower()
    number = NUMBERS.get(given) or _ORDINALS.get(given) or int(re.sub(r"\D", "", given))
    return number - 1 if found["year"] else number
