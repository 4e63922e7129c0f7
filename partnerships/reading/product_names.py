"""Names that may be those of products, by their shape."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from partnerships.reading.findings import Span
from partnerships.reading.launch_phrases import PHRASES
from partnerships.reading.mentions import Mention
from partnerships.reading.product_tokens import Item, Token, tokens_of
from partnerships.reading.product_words import Names
from partnerships.reading.words import launches as words
from partnerships.reading.words.companies import ANY_COMPANY, DESCRIBED
from partnerships.reading.words.names import ACRONYMS, LEGAL_FORMS

LONGEST_NAME = 7  # words
CODE_BEFORE = re.compile(r"[A-Z][A-Z0-9-]*[0-9] $")
RUNS_ON = words.PREPOSITIONS | {"and", "or", "supports", "uses", "support"}
LONGEST_DATELINE = 120  # characters
DATELINE = re.compile(r"[A-Z][^.!?]{0,110}? -+ ")
OF_THE_YEAR = re.compile(r"\b[Oo]f the (?:Year|Month|Week|Day|Decade|Century)\b")  # a prize
OWNERS = words.BODIES | words.MEDIA  # before a name: what it is of is no product
NO_PRODUCT = words.CORPORATE | ACRONYMS | LEGAL_FORMS  # behind a maker's name
MARKED = re.compile(r"[A-Z]{4}|[12][0-9]{3}|\(|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def find_titles(names: Names, tokens: list[Token], span: Span) -> Iterator[Item]:
    """Titles in quotation marks: few words that begin with capitals."""
    text = names.context.document.shadow
    first = bisect_left(names.quoted, span.start)
    for quote in names.context.quotes[first:]:
        if quote.outer.start >= span.end:
            break
        if not span.holds(quote.outer):
            continue
        found = tokens_of(text, quote.span)
        if not found or len(found) > LONGEST_NAME or not found[0].named or not found[-1].named:
            continue
        if text[quote.span.end - 1] in ".,!?":
            continue
        if CODE_BEFORE.search(text, max(0, quote.outer.start - 12), quote.outer.start):
            continue  # FX-9 “Gannet”: what it is also called
        before = sum(each.start < quote.span.start for each in tokens)
        yield Item(quote.span, "name", before, before - 1)


def find_names(
    names: Names, tokens: list[Token], companies: Sequence[Mention], span: Span
) -> Iterator[Item]:
    starts = {each.span.start: each for each in companies}
    free = _after_dateline(names, tokens, span)  # from here on no name has been found
    for number in [at for at, each in enumerate(tokens) if each.named or each.start in starts]:
        if number < free:
            continue
        last = _run(names, tokens, number, starts.get(tokens[number].start))
        if last >= number:
            yield from _cut(names, tokens, number, last, starts)
            free = last + 1


def _after_dateline(names: Names, tokens: list[Token], span: Span) -> int:
    """The first word behind “BASEL, Switzerland (Reuters) -”."""
    shadow = names.context.document.shadow
    dashed = shadow.find(" -", span.start, min(span.end, span.start + LONGEST_DATELINE)) >= 0
    found = DATELINE.match(shadow, span.start, span.end) if dashed else None
    if not found or not MARKED.search(found[0]):
        return 0
    return sum(each.start < found.end() for each in tokens)


def _run(names: Names, tokens: list[Token], first: int, mention: Mention | None) -> int:
    """The last word of the capitalised run that begins here; before `first` where there is none."""
    token = tokens[first]
    if not mention:
        if not token.capital and not (
            token.named and any(letter.isalpha() for letter in token.text)
        ):
            return first - 1
        if "'" in token.text and token.low.split("'")[0] in words.STARTERS:
            return first - 1
        if token.low in words.NEVER and not _compass(tokens, first):
            return first - 1
        following = tokens[first + 1 : first + 2]
        if first == 0 and token.low in PHRASES and following and not following[0].named:
            return first - 1  # “Launched in 2021, the Bow 3 …”
        if first == 0 and (
            token.low in words.STARTERS or (names.is_small(token.low) and not names.pair(tokens, 0))
        ):
            return first - 1
        if token.low in words.STARTERS and not (
            _the_of_a_title(tokens, first) or _first_of_a_name(names, tokens, first)
        ):
            return first - 1
        if "-" in token.text and re.fullmatch(r"[0-9]+-[a-z]+", token.text):
            return first - 1  # “the 48-seat V48H”
    last = first
    while last + 1 < len(tokens) and last - first < LONGEST_NAME:
        step = _step(names, tokens, first, last, mention)
        if not step:
            break
        last += step
    return last


def _compass(tokens: list[Token], first: int) -> bool:
    """“The North Box”: no place."""
    if tokens[first].low not in {"north", "south"} or not 0 < first < len(tokens) - 1:
        return False
    return tokens[first - 1].low == "the" and tokens[first + 1].low not in words.NEVER


def _the_of_a_title(tokens: list[Token], first: int) -> bool:
    return (
        0 < first < len(tokens) - 1
        and tokens[first].low == "the"
        and tokens[first + 1].text.isalpha()
        and tokens[first + 1].capital
    )


def _first_of_a_name(names: Names, tokens: list[Token], first: int) -> bool:
    """“A beer named Second Slice”: an ordinary word with a capital within the sentence."""
    if not 0 < first < len(tokens) - 1 or tokens[first].low not in words.MAY_BEGIN_NAMES:
        return False
    before, here, after = tokens[first - 1 : first + 2]
    shadow = names.context.document.shadow
    gaps = shadow[before.end : here.start], shadow[here.end : after.start]
    return (
        gaps in {(" ", " "), (", ", " ")}
        and not before.capital
        and here.capital
        and after.capital
        and after.low not in words.NEVER
    )


def _step(names: Names, tokens: list[Token], first: int, last: int, mention: Mention | None) -> int:
    """How many words further the run goes: none, one, or two with a small one between."""
    here, new = tokens[last], tokens[last + 1]
    gap = names.context.document.shadow[here.end : new.start]
    after = tokens[last + 2] if last + 2 < len(tokens) else None
    if mention is None or last > first:
        joined = _across(tokens, first, last, gap, mention)
        if joined:
            return joined
    titled = (
        gap == ": "
        and new.capital
        and (
            last > first
            or new.low in ("the", "a")
            or (
                mention is None
                and not names.starts(tokens, first)
                and not tokens[first].text.isupper()
                and new.low not in words.STARTERS
            )
        )
    )
    if gap not in (" ", " & ") and not titled:
        return 0
    small_brand = mention is not None and not tokens[first].capital
    if new.text in ("x", "×", "by") and mention is not None and after is not None:
        inside = mention.span.end >= here.end
        return 2 if (after.capital or new.text != "by") and inside else 0
    if new.text[0].isdigit():
        unit = after is not None and after.low in words.UNITS and not after.capital
        return 0 if unit or here.low in words.NEVER else 1
    if new.capital:
        return 0 if new.low in words.NEVER else 1
    if small_brand and after is not None and _continues(new, after, last - first):
        return 1
    if small_brand and here.text[0].isdigit() and new.low in words.QUALIFIERS:
        return 1
    return 0


def _across(tokens: list[Token], first: int, last: int, gap: str, mention: Mention | None) -> int:
    """How many words a title goes on behind a small one: “Heart of Stone”, “Lord's Oath”."""
    here, rest = tokens[last], tokens[last + 1 : last + 4]
    if gap == ". " and here.low == "no" and rest[0].text[0].isdigit():
        return 1
    if mention is not None or here.low in words.NEVER or not here.capital:
        return 0
    if (
        gap in ("'s ", "' ")
        and rest[0].capital
        and rest[0].low not in words.NEVER
        and last == first
    ):
        return 1
    low = [each.text for each in rest]
    if gap == " " and last == first and low[0] in words.OF_A_TITLE and low[1:2] == ["the"]:
        named = len(rest) > 2 and rest[2].capital and rest[2].low not in words.NEVER
        return 3 if named else 0
    if gap != " " or rest[0].text not in words.SMALL:
        return 0
    if len(rest) > 1 and rest[1].capital and rest[1].low not in words.NEVER:
        return 2
    if len(rest) > 2 and low[1] == "the" and rest[2].capital and rest[2].low not in words.NEVER:
        return 3
    return 0


def _continues(new: Token, after: Token, length: int) -> bool:
    """Whether a name in small letters goes on: “motorola edge 30”, “nuvo three”."""
    if new.low in words.NUMBERS:
        return True
    return length == 0 and after.text[0].isdigit() and new.low not in words.NO_MODIFIERS


def _cut(
    names: Names, tokens: list[Token], first: int, last: int, starts: dict[int, Mention]
) -> Iterator[Item]:
    """The run without what is no part of a product's name; nothing where nothing is left."""
    span = Span(tokens[first].start, tokens[last].end)
    if any(form.overlaps(span) for form in _near(names.people, span)):
        return
    mention, called = starts.get(span.start), False
    if mention is not None:
        whole = mention.span.end >= span.end
        if whole and not names.is_product(mention):
            return
        called, mention = whole, None if whole else mention
    if mention is not None:
        rest = [each for each in tokens[first : last + 1] if each.start >= mention.span.end]
        if rest and all(each.low.strip(".") in NO_PRODUCT for each in rest):
            return
    inner = next(
        (each for each in starts.values() if span.start < each.span.start < span.end), None
    )
    if inner is not None and mention is None and inner.span.end >= span.end:
        return
    told = span.of(names.context.document.shadow)
    if not any(letter.isalpha() for letter in told) or OF_THE_YEAR.search(told):
        return
    source = [each for each in names.context.mentions.within(span) if each.span == span]
    kinds = {names.context.mentions.entity(each).kind for each in source}
    if (
        kinds & {"person", "place", "source"}
        or (not called and {each.low for each in tokens[first : last + 1]} & words.BODIES)
        or tokens[first].low in words.STAGES
        or (tokens[first].low in words.PLATFORMS and _is_of_another(tokens, first))
        or (first and tokens[first - 1].low in OWNERS)
    ):
        return
    if first == last and (tokens[first].low in ACRONYMS or tokens[first].low.endswith("woman")):
        return
    if first == last and mention is None and _describes_company(tokens, first):
        return
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    shadow = names.context.document.shadow
    if after and after.low in words.FAMILIES and shadow[span.end : after.start] == " ":
        last, span = last + 1, Span(span.start, after.end)
    yield Item(span, "name", first, last, maker=mention.entity if mention else None)


def _describes_company(tokens: list[Token], place: int) -> bool:
    """“The Gulf carrier”, “the Shropshire satellite company”."""
    if not place or tokens[place - 1].low not in {"the", "a"}:
        return False
    after = tokens[place + 1 : place + 3]
    return any(
        not each.capital and (each.low in DESCRIBED or each.low in ANY_COMPANY) for each in after
    )


def _is_of_another(tokens: list[Token], first: int) -> bool:
    """“For PlayStation 5 and Xbox”, “an add-on to Windows”: what something else runs on."""
    before = tokens[first - 1] if first else None
    if any(each.low in {"by", "x", "×"} for each in tokens[first + 1 : first + 4]):
        return False  # “Xbox by Norr”
    return before is not None and (before.low in RUNS_ON or before.capital)


def _near(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    place = bisect_left(spans, span)
    return spans[max(0, place - 2) : place + 3]
