"""Names that look alike: by letters of other scripts, by legal forms, by their spelling."""

import unicodedata

from partnerships.models.company import name_key

# Letters of Cyrillic, Greek and Armenian, and Latin letters beyond ASCII, that look like one ASCII
# letter: the single-letter rows of Unicode's confusables.txt (UTS #39, https://www.unicode.org/
# Public/security/), in pairs.
ALIKE_PAIRS = (
    "ıi Ƅb ƍg Ɩl ƦR ƽs ǀl ɑa ɡg ɣy ɩi ɪi ɯw ʋu ʏy ͿJ ΑA ΒB ΕE ΖZ ΗH Ιl ΚK ΜM ΝN ΟO ΡP ΤT",
    "ΥY ΧX αa γy ιi νv οo ρp σo υu ϜF ϳj ϺM ЅS Іl ЈJ АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX",
    "Ьb аa гr еe оo рp сc уy хx ѕs іi јj ѡw ѴV ѵv ҮY үy һh ҽe Ӏl ӏi ԁd ԌG ԛq ԜW ԝw ՍU ՏS",
    "ՕO աw գq զq հh ոn ռn սu ցg քf օo ᴄc ᴏo ᴑo ᴜu ᴠv ᴡw ᴢz ᴦr ᶃg ᶌy ẝf ỿy ꙇi ꜱs ꞘF ꞙf ꞟu",
    "ꞲJ ꞳX ꞴB ꬲe ꬵf ꬽo ꭇr ꭈr ꭎu ꭒu ꭚy",
)
ALIKE = {pair[0]: pair[1] for line in ALIKE_PAIRS for pair in line.split()}
# A capital I looks like a small l and like 1: where case does not count, all four are alike.
ALIKE_IN_KEYS = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o"})

_FORMS = (
    "ab ag as asa bv co company corp corporation gmbh group holding holdings inc incorporated kg "
    "kgaa kk limited llc llp ltd nv oy oyj plc pte pty sa sarl se spa srl"
)
LEGAL_FORMS = frozenset(_FORMS.split())
PUNCTUATION = str.maketrans(dict.fromkeys(".,&+()/-", " "))


def skeleton(name: str) -> str:
    """What is left of a name when letters that look alike are one: UTS #39, without regard to case.

    >>> skeleton("Аpple") == skeleton("Apple")  # the first А is Cyrillic
    True
    """
    letters = "".join(ALIKE.get(char, char) for char in unicodedata.normalize("NFKC", name))
    return name_key(letters).translate(ALIKE_IN_KEYS)


def bare_key(name: str) -> str:
    """The key of a name without the legal forms at its end; the key itself where nothing is left.

    >>> bare_key("Leica Camera AG")
    'leica camera'
    """
    words = _words(name)
    while words and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words) or name_key(name)


def _words(name: str) -> list[str]:
    return name_key(name.replace(".", "").translate(PUNCTUATION)).split()


def is_legal(name: str) -> bool:
    """Whether it ends in a legal form: “Leica Camera AG”."""
    return bare_key(name) != " ".join(_words(name))
