"""Names that are forms of one thing, and the maker's name within that of a product."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from partnerships.reading.evidence import Evidence, is_described, is_model, is_numbered, weigh
from partnerships.reading.findings import Span
from partnerships.reading.names import Name, key_of
from partnerships.reading.page import Page
from partnerships.reading.words import companies
from partnerships.reading.words import names as words

ENDS = words.ENDS_OF_COMPANIES | words.LEGAL_FORMS
ADDED = ENDS | words.GENERIC_FIRST  # to a shorter name of the same company
LONGEST_APART = 6  # words between two names that are listed
APART = frozenset(["is", "was", "has", "had", "that", "which", "who", "will"])
REPEATED = frozenset({"to", "with", "by", "from", "for", "at", "of"})
BETWEEN = frozenset({",", "and", "or", "&", "x", "/", "-", "+", "with"})


@dataclass(slots=True)
class Part(Name):
    """A name, or the maker's name with which that of a product (`run`) begins."""

    run: Span

    @property
    def is_whole(self) -> bool:
        return self.span == self.run


@dataclass
class Cluster:
    """All places of one thing; `keys` are its forms as they are compared."""

    parts: list[Part]
    keys: set[str]
    evidence: Evidence = field(default_factory=Evidence)


def parts_of(names: Sequence[Name], page: Page, known: frozenset[str]) -> list[Part]:
    """Each name as a whole, or cut where a product's begins: “Leica” of “Leica M11”."""
    by_key: dict[str, list[Name]] = {}
    for each in names:
        by_key.setdefault(each.key, []).append(each)
    lengths: dict[str, int] = {}
    for key in sorted(by_key, key=lambda each: each.count(" ")):
        found = by_key[key]
        lengths[key] = _length(found[0], lengths, weigh(found, page), known)
    later = {word for key in by_key for word in key.split()[1:]}
    for key, found in by_key.items():
        # “Wink 2” beside “Lumen Wink” has not its maker's name.
        if lengths[key] == 1 < len(found[0].words) and key.split()[0] in later - by_key.keys():
            lengths[key] = len(found[0].words)
    parts = []
    for each in names:
        halves = _halves(each, by_key, page)
        if halves:
            parts += halves
        elif count := lengths[each.key]:
            # “Norr AG” has the key of “Norr”, and a word more.
            whole = count >= len(by_key[each.key][0].words)
            count = len(each.words) if whole else min(count, len(each.words))
            parts.append(_part(each, count, page))
    return parts


def _halves(name: Name, by_key: Mapping[str, object], page: Page) -> list[Part]:
    """Both names of “Sony-Honda”, where each also stands alone."""
    if name.first != name.last or "-" not in name.words[0]:
        return []
    one, _, other = name.words[0].partition("-")
    if one.casefold() not in by_key or other.casefold() not in by_key:
        return []
    cut = name.span.start + len(one)
    spans = Span(name.span.start, cut), Span(cut + 1, name.span.end)
    return [
        Part(name.first, name.last, (word,), span, span)
        for word, span in zip((one, other), spans, strict=True)
    ]


def _length(
    name: Name, lengths: Mapping[str, int], evidence: Evidence, known: frozenset[str]
) -> int:
    """How many of its words are the company's name; all of them where no product's follows."""
    count = len(name.words)
    shown = " ".join(name.words)
    if count == 1 or shown in known:
        return count
    alone = [
        length
        for length in range(count - 1, 0, -1)
        if _can_stand(name.words, length)
        and (key_of(name.words[:length]) in lengths or " ".join(name.words[:length]) in known)
    ]
    for length in alone:
        rest = name.words[length:]
        if _all_ends(rest) or (_is_company(evidence) and not is_model(rest)):
            return count
        if key_of(name.words[:length]) not in words.PRODUCT_LINES:
            return min(length, lengths.get(key_of(name.words[:length]), length))
    return _before_model(name.words, evidence)


def _can_stand(name: Sequence[str], length: int) -> bool:
    """Whether so many of the words can be a maker's name: not “Xiaomi 12”, not “Bellamy &”."""
    if length == 1 and name[0].casefold() == "the":
        return False
    return not is_model(name[1:length]) and "&" not in (name[length], name[length - 1])


def _all_ends(rest: Iterable[str]) -> bool:
    return all(each.casefold().rstrip(".") in ENDS or each == "&" for each in rest)


def _is_company(evidence: Evidence) -> bool:
    weak = {"owns", "end of the name", "what it owns", "does"}
    strong = sum(weight for reason, weight in evidence.company.items() if reason not in weak)
    return strong >= 2 and evidence.for_company > evidence.for_product


def _before_model(name: Sequence[str], evidence: Evidence) -> int:
    """Of “Nokia 808” the first word, of “Galaxy S21” all: its maker is not named."""
    low = [each.casefold() for each in name]
    if evidence.company.get("legal form") or _is_company(evidence) or low[0] in words.PRODUCT_LINES:
        return len(name)
    told = evidence.product.keys() & {"apposition", "called", "noun before", "whose it is"}
    if told or (evidence.articles and 2 * evidence.articles >= evidence.places):
        return len(name)
    for place in range(1, len(name)):
        if is_numbered(name[place : place + 1]) or low[place] in words.PRODUCT_LINES:
            short = place == 2 and name[1].isupper() and len(name[1]) <= 3
            return 1 if short else place  # “Norr DT 880”
    return len(name)


def _part(name: Name, count: int, page: Page) -> Part:
    if count == len(name.words):
        return Part(name.first, name.last, name.words, name.span, name.span)
    shown = name.words[:count]
    # The tokens of a name may be more than its words: a stop, a comma, a hyphen is one of its own.
    last, text = name.first, page.document.shadow
    while len(Span(name.span.start, page.tokens[last].end).of(text).split()) < count:
        last += 1
    return Part(name.first, last, shown, Span(name.span.start, page.tokens[last].end), name.span)


def cluster(parts: Sequence[Part], page: Page) -> list[Cluster]:
    """The parts by what they name."""
    by_key: dict[str, list[Part]] = {}
    for each in parts:
        by_key.setdefault(each.key, []).append(each)
    evidence = {
        key: weigh([each for each in found if each.is_whole], page) for key, found in by_key.items()
    }
    heads = _heads(by_key, evidence, _below_the_headline(page))
    clusters: dict[str, Cluster] = {}
    for key, found in by_key.items():
        head = _root(key, heads)
        one = clusters.setdefault(head, Cluster([], set()))
        one.parts += found
        one.keys.add(key)
        _add(one.evidence, evidence[key])
        if any(not each.is_whole and _is_more_than_a_number(each, page) for each in found):
            one.evidence.company.setdefault("maker of a product", 1)
    together = list(clusters.values())
    _spread(together, page)
    return together


def _is_more_than_a_number(part: Part, page: Page) -> bool:
    """Whether the product's name says more: “Cloud 60” is one of several Clouds."""
    rest = Span(part.span.end, part.run.end).of(page.document.shadow).split()
    return not all(each.isdigit() or each in words.ROMAN for each in rest)


def _root(key: str, heads: Mapping[str, str]) -> str:
    seen = {key}
    while key in heads and heads[key] not in seen:
        key = heads[key]
        seen.add(key)
    return key


def _add(one: Evidence, other: Evidence) -> None:
    for mine, its in ((one.company, other.company), (one.product, other.product)):
        for reason, weight in its.items():
            mine[reason] = max(weight, mine.get(reason, 0))
    one.place += other.place
    one.places += other.places
    one.articles += other.articles


def _below_the_headline(page: Page) -> int:
    """The number of the first token that is not the headline's."""
    return next((first for block, first, _ in page.blocks if block.kind != "headline"), 0)


def _heads(
    by_key: Mapping[str, Sequence[Part]], evidence: Mapping[str, Evidence], below: int
) -> dict[str, str]:
    """By key of a fuller name: that of the shorter one, “leica” of “leica camera”; initials too."""
    found = {}
    initials = {
        key.replace("&", ""): key
        for key in by_key
        if key.replace("&", "").isalpha() and 2 <= len(key) <= 5 and _is_short(by_key[key])
    }
    for key in by_key:
        low = key.split()
        if len(low) < 2:
            continue
        for head in _shorter(low):
            if head in by_key and _stands_for(head, low, by_key, evidence, below):
                found[key] = head
                break
        short = "".join(each[0] for each in low if each[0].isalnum())
        if short in initials:
            found[initials[short]] = key
    return found


def _is_short(parts: Sequence[Part]) -> bool:
    return all(each.words[0].isupper() for each in parts)


def _shorter(low: Sequence[str]) -> Iterator[str]:
    for count in range(len(low) - 1, 0, -1):
        yield " ".join(low[:count])
    if low[0] in words.GENERIC_FIRST:
        yield " ".join(low[1:])


def _stands_for(
    head: str,
    low: Sequence[str],
    by_key: Mapping[str, Sequence[Part]],
    evidence: Mapping[str, Evidence],
    below: int,
) -> bool:
    """Whether the text means the fuller name by the shorter one; a headline may be shorter."""
    key, count = " ".join(low), len(head.split())
    rest = low[count:] if low[0] == head.split(maxsplit=1)[0] else low[:1]
    if all(each in ADDED for each in rest):
        return True
    if is_model(rest) or any(each in by_key for each in rest) or len(rest) > 2:
        return False
    # The parts of a key are in the order of the text.
    shorter = next((each.first for each in by_key[head] if each.first >= below), None)
    introduced = shorter is None or by_key[key][0].first < shorter
    return introduced and evidence[key].for_company >= 2


def _spread(clusters: Sequence[Cluster], page: Page) -> None:
    """What stands beside companies in a list is one: “Volvo and Solaris”."""
    places = sorted(
        (part.first, part.last, number)
        for number, each in enumerate(clusters)
        for part in each.parts
        if part.is_whole
    )
    # “Norr and the Turin lamp maker Vale”: a place may stand between the two.
    near = [*pairwise(places), *zip(places, places[2:], strict=False)]
    listed = [
        (left, right)
        for left, right in near
        if left[2] != right[2] and _is_list(page, left[1] + 1, right[0])
    ]
    for left, right in listed:
        both = (left[2], right[2])
        if _is_couple(page, left[0], right[1]) and not all(_is_place(clusters[n]) for n in both):
            for number in both:
                clusters[number].evidence.company["a couple"] = 2
    pairs = [(left[2], right[2]) for left, right in listed]
    for pair in [*pairs, *((other, one) for one, other in pairs)] * 2:
        one, other = (clusters[number].evidence for number in pair)
        if one.for_company >= 2 and one.for_company > one.for_product:
            sure = one.for_company >= 3 or "one of many" in one.company
            weight = 2 if sure and not other.place else 1
            other.company["beside a company"] = weight


def _is_place(one: Cluster) -> bool:
    return bool(one.keys & words.PLACES)


def _is_couple(page: Page, first: int, last: int) -> bool:
    """Whether the two are a line of their own, “3. Norr and Vale”, or do something together."""
    low = [each.low for each in page.tokens[max(0, first - 2) : first]]
    alone = not low or low[-1] == "\n" or (low[-1] == "." and low[0].isdigit())
    after = [each.low for each in page.tokens[last + 1 : last + 5]]
    follows = after[:2] == [",", "who"]
    follows = follows or (after[:2] == [".", "their"] and bool(companies.WITH & set(after[2:])))
    acts = (
        after[:1]
        and after[0] in companies.PLURAL_VERBS
        and bool(companies.TOGETHER & set(after[1:]))
    )
    acts = acts or (after[:1] and after[0] in companies.PART)
    return (alone and after[:1] in (["\n"], ["."])) or follows or bool(acts)


def _is_list(page: Page, first: int, stop: int) -> bool:
    if stop - first > LONGEST_APART:
        return False
    between = [each.low for each in page.tokens[first:stop]]
    if len(between) == 2 and between[0] == ",":
        del between[0]
    if len(between) == 2 and between[0] in {"and", "or"} and between[1] in REPEATED:
        return first > 1 and page.tokens[first - 2].low == between[1]  # “to Norr and to Vale”
    if 1 < len(between) <= LONGEST_APART and between[0] in {"and", "&"}:
        # “Norr and the Finnish maker of lamps Vale”
        if all(each in companies.DESCRIBING or each in words.PEOPLES for each in between[1:]):
            return True  # “Norr and little old Vale”
        return between[1] not in APART and is_described(between[-1])
    return len(between) == 1 and between[0] in BETWEEN
