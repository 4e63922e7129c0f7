"""Cues of launches without a verb of their own: “the launch of”, “due in June”, “out now”."""

from collections.abc import Sequence

from partnerships.reading.launch_phrases import BEFORE_VERB, PHRASES, Cue, CueKind, Tense
from partnerships.reading.product_tokens import Token
from partnerships.reading.words import launch_cues as words
from partnerships.reading.words.launches import ADVERBS, SHOPS

AFTER_DUE = words.DATE_WORDS | {"for", "to", "out"}
AFTER_AVAILABLE = words.DATE_WORDS | {"now", "for", "as"}


def noun_cue(tokens: Sequence[Token], number: int) -> Cue | None:
    """“The launch of X”, “deliveries of X are to begin”, “the launch date of X”."""
    low = tokens[number].low
    rest = [each.low for each in tokens[number + 1 : number + 4]]
    if low in words.NOUNS and rest[:1] in (["of"], ["for"]):
        return Cue("launch", number, number + 1, "o", "now", number, loose=True)
    owner = tokens[number - 1].low if number else ""
    if low in words.NOUNS and owner in {"its", "their"} and rest[:1] and rest[0] in {"in", "on"}:
        since = number > 1 and tokens[number - 2].low in words.SINCE
        return Cue("launch", number, number, "s", "past", number, "part") if since else None
    if (
        low in words.SALES
        and low not in words.ORDERS
        and rest[:1]
        and rest[0] in words.FROM
        and owner in words.WITH
    ):
        return Cue("sale", number + 1, number + 1, "s", "ahead", number + 1, dated=True)
    if low in words.SALES and rest[:1] in (["of"], ["for"]):
        ahead = any(each.low in words.AHEAD for each in tokens[number + 1 : number + 12])
        tense: Tense = "ahead" if ahead else "now"
        kind: CueKind = "show" if low in words.ORDERS else "sale"
        return Cue(kind, number, number + 1, "o", tense, number, loose=True)
    return None


def due_cue(tokens: Sequence[Token], number: int) -> Cue | None:
    """“Gravel Kings, due in June”, “on sale in the United States”, “available from today”."""
    low = tokens[number].low
    following = tokens[number + 1].low if number + 1 < len(tokens) else ""
    before = tokens[number - 1].low if number else ""
    if low in words.DUE_ALONE and following in AFTER_DUE and not leads_on(tokens, number + 1):
        return None
    if low in words.MEANT and following in {"for", "to"}:
        return Cue(
            "due",
            number,
            number,
            "s",
            "ahead",
            number,
            former=before in words.FORMER | {"once", "first"} or low == "set",
        )
    if low in words.DUE_ALONE and following in AFTER_DUE:
        return Cue("due", number, number, "s", "ahead", number)
    if low == "in" and following == "the" and works(tokens, number + 2):
        return Cue("show", number, number + 2, "s", "ahead", number)
    if low in words.COMES and _never(tokens, number):
        return Cue("cancel", number, number, "s", "ahead", number - 2)
    if number == 0 and low == "out" and following in AFTER_AVAILABLE:
        return Cue("sale", number, number, "s", "now", number)
    if number == 0 and low == "in" and following in SHOPS - {"first"}:
        return Cue("sale", number, number + 1, "s", "now", number, dated=True)
    if low == "sale" and before == "on":
        return Cue("sale", number - 1, number, "s", "now", number - 1)
    if low == "available" and following in AFTER_AVAILABLE:
        return Cue("sale", number, number, "s", "now", number)
    return None


def _never(tokens: Sequence[Token], number: int) -> bool:
    """“Will not appear.”, “will never come”: with nothing more said of when."""
    before = [each.low for each in tokens[max(0, number - 2) : number]]
    after = tokens[number + 1 : number + 3]
    if before not in (["will", "not"], ["will", "never"], ["would", "never"]):
        return False
    return not any(each.low in words.DATE_WORDS - {"at", "in"} for each in after)


def set_apart(tokens: Sequence[Token], number: int) -> Cue | None:
    """“The Bow 3, planned for June, …”: no verb of the sentence."""
    following = tokens[number + 1].low if number + 1 < len(tokens) else ""
    if tokens[number].low not in words.MEANT or following != "for":
        return None
    first = number
    while first and tokens[first - 1].low in ADVERBS:
        first -= 1
    apart = first > 0 and tokens[first].start - tokens[first - 1].end > 1
    return Cue("due", number, number, "s", "ahead", first) if apart else None


def leads_on(tokens: Sequence[Token], number: int) -> bool:
    """Whether what is due is no other deed: “due to come out”, not “due to report results”."""
    rest = [each.low for each in tokens[number : number + 5]]
    if rest[:1] != ["to"]:
        return True
    verb = next((each for each in rest[1:] if each not in BEFORE_VERB), "")
    return not verb or verb in PHRASES or verb in words.OUT


def works(tokens: Sequence[Token], number: int) -> bool:
    return number < len(tokens) and tokens[number].low in {"works", "pipeline", "making"}
