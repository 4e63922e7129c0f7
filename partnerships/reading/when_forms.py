"""Forms of expressions of time, and the words around them that tell the tense."""

import re

from partnerships.reading.anycase import AnyCase

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?"
)
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
SEASONS = "spring|summer|autumn|fall|winter"
YEAR = "(?:18|19|20|21)[0-9]{2}"
DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
            "nineteen", "twenty",
        ],
        1,
    )
} | {"an": 1, "one": 1, "thirty": 30, "a couple of": 2, "a couple": 2, "half a": 0}  # fmt: skip
COUNT = rf"(?:{'|'.join(NUMBERS)}|[0-9]{{1,2}})"
UNIT = "days?|fortnights?|weeks?|months?|years?|decades?"
PART = r"(?:early|mid|late|the (?:beginning|start|middle|end) of|end of)[ -]"
MODIFIER = r"by|before|until|since|from|after|around|about|no later than|till|through"
GROUP = (
    r"Q[1-4]|H[12]|(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)"
    r"(?: of(?: the year)?)?"
)
# From the fullest to the barest; what stands first wins.
FORMS = (
    ("day", rf"(?:(?:{DAYS}),? )?{DAY}(?: of)? (?:{MONTHS}),? {YEAR}"),
    ("day", rf"(?:(?:{DAYS}),? )?(?:{MONTHS}) {DAY},? {YEAR}"),
    ("iso", rf"{YEAR}-[0-9]{{2}}-[0-9]{{2}}"),
    ("numbers", rf"(?:{DAY}[./][01]?[0-9][./]{YEAR})"),
    ("month", rf"(?:{PART})?(?:{MONTHS})(?: of)?,? (?:{YEAR}|(?:this|last|next|that) year)"),
    (
        "group",
        rf"(?:{PART})?(?:{GROUP}|{SEASONS}),?(?: of)? (?:{YEAR}|(?:this|last|next|that) year)",
    ),
    ("bare day", rf"(?:(?:{DAYS}),? )?(?:{DAY}(?: of)? (?:{MONTHS})|(?:{MONTHS}) {DAY})"),
    (
        "shift",
        (
            r"(?:(?:early|mid|late)[ -]|(?:the )?(?:beginning|start|middle|end) of )?"
            r"(?:this|last|next|past|coming|previous) (?:year|month|week|quarter)"
        ),
    ),
    ("shifted", rf"(?:this|last|next|past|coming) (?:{MONTHS}|{DAYS}|{SEASONS})"),
    ("before last", r"the (?:year|month) before last"),
    ("new year", r"(?:the )?new year"),
    (
        "end",
        (
            r"(?:(?:the )?(?:year|month)'s end)|(?:the )?(?:(?:end|beginning|start|middle) of "
            r"(?:the|this) (?:year|month)|year-end|end of next (?:year|month))"
        ),
    ),
    ("later", r"later (?:this|that) (?:year|month|week)"),
    ("earlier", r"earlier (?:this|that) (?:year|month|week)"),
    (
        "same",
        (
            r"(?:that|the|this)(?: very)? same (?:day|month|year)|that (?:day|month|year|spring"
            r"|summer"
            r"|autumn|winter)|(?:next|following|same) day"
            r"|the (?:next|following|previous) (?:day|month|year)|the (?:day"
            r"|month|year) (?:after|before)"
        ),
    ),
    ("week of", rf"(?:the )?(?:first|second|third|last) (?:week|days) of (?:{MONTHS})(?: {YEAR})?"),
    ("feast", rf"(?:Christmas|Easter|the holidays|the holiday season)(?: {YEAR})?"),
    ("seasons ago", rf"{COUNT} (?:springs?|summers?|autumns?|winters?) ago"),
    ("ago", rf"{COUNT} (?:{UNIT}) (?:ago|earlier|later|from now|hence)"),
    ("in", rf"{COUNT} (?:{UNIT})(?:'s?)?(?: time)?"),
    ("near", r"today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)"),
    ("part", rf"{PART}{YEAR}"),
    ("bare month", rf"(?:{PART})?(?:{MONTHS})"),
    ("bare group", rf"(?:{GROUP})"),
    ("bare season", rf"(?:{SEASONS})"),
    ("weekday", rf"(?:{DAYS})"),
    ("short year", r"'[0-9]{2}"),
    ("of month", rf"{DAY} of (?:this|next|last) month"),
    ("year", YEAR),
)
# Of a text in small letters: a pattern that minds no case takes twice the time.
EXPRESSION = re.compile(
    rf"(?<![\w$€£.-])(?:(?P<modifier>{MODIFIER}) (?:the )?)?(?:"
    + "|".join(f"(?P<f{number}>{form.lower()})" for number, (_, form) in enumerate(FORMS))
    + r")(?![\w%]|-[\w])"
)
# With one of these an expression begins, perhaps behind an article: a digit, an apostrophe, or a
# word of its pattern, both with and without a letter that may be missing.
FIRST_WORDS = frozenset("0123456789'").union(
    re.findall("[a-z]+", EXPRESSION.pattern),
    re.findall(r"[a-z]+(?=[a-z]\?)", EXPRESSION.pattern),
)
WORD = re.compile("(?=[a-z0-9'])(?:(?:the|an?) )?([a-z]+|[0-9]|')[0-9]*")
FORM_OF = {f"f{number}": name for number, (name, _) in enumerate(FORMS)}  # by its group
LEADS_YEAR = re.compile(
    r"(?:\b(?:in|since|from|until|by|before|after|of|during|around|about|to|into|early|mid|late"
    r"|and|year"
    r"|between|through|throughout|back|for|come|only|than|till|summer|spring|autumn|winter|fall"
    r"|as far back as)|[-(]) ?$"
)
LEADS_MONTH = re.compile(
    r"\b(?:in|by|since|until|of|this|next|last|early|mid|late|from|before|after|during|till|and"
    r"|to|for"
    r"|between|around|back in|through|throughout|early as|late as|soon as|beginning|start of"
    r"|end of|middle of)[ -]$|[^ ] \($",
    re.IGNORECASE,
)
LEADS_SEASON = re.compile(
    r"\b(?:in|to|by|until|till|for|from|before|after|during|since|early|late|mid|over|come"
    r"|around)[ -](?:the )?$",
    re.IGNORECASE,
)
LEADS_FEAST = AnyCase(
    r"\b(?:at|by|until|till|for|from|before|after|during|since|over|around|this|last|next|come|of"
    r"|in)[ -](?:the )?$",
)
FUTURE = AnyCase(
    r"\b(?=[\w'])(?:will|'ll|shall|would|expects?|expected|plans?|planned|due|set to|scheduled"
    r"|slated|pencill?ed in|earmarked|going to"
    r"|to be|aims?|hopes?|coming|next|arrives?|lands?|goes|go|follows?|until|ships?|hits|opens?"
    r"|takes|ends|closes|finishes|starts?|begins|comes"
    r"|launch(?:es)?|debuts|releases|reach(?:es)?|rolls|enters|becomes"
    r"|premieres|introduces|brings|intends?|wants?|can be|should(?! have)|(?:is|are) out|on track"
    r"|in time for|ready for|(?:said|tipped|believed) to|now (?:says?|speaks?|talks?)"
    r"|(?:shipping|arriving|launching|landing) (?:on|in|from|this)"
    r"|(?:is|are) (?:now |also )?\w+ing|promises|awaited|available from"
    r"|available in"
    r"|rumou?red|could|might|is to|are to)\b"
)
PAST = AnyCase(
    r"\b(?=\w)(?<!\bbe )(?<!should )(?<!would )(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bits )"
    r"(?<!\bis )(?<!\bare )(?<!\bwill )(?<!\bin )(?<!\bof )(?<!\bfor )(?<!\bat )(?<!\bwith )"
    r"(?:was|were|had|has|have|did|ago|since|(?!called|named"
    r"|dubbed|titled|planned|expected|scheduled|slated|pencill?ed|earmarked)\w{2,}ed|began|came|went|said|told|won"
    r"|sold|struck"
    r"|bought|grew|fell|took|made|broke|ran|left|gave|brought|shown|seen|begun|last|back|when)\b",
)
PUT_OFF = re.compile(
    r"\b(?:delay(?:ed|s)|postpone[sd]|moved|slip(?:ped|s)|rescheduled|(?:put|push(?:ed|es)?|set|held)"
    r" (?:[\w']+ ){0,4}?(?:off|back|up)|pushed (?:in)?to|months late)\b"
)
# A plan that may have failed: the day lies near, before or behind.
ONCE_PLANNED = re.compile(
    r"\b(?:(?:was|were|had) (?:\w+ )?(?:been )?(?:due|meant|supposed|planned|expected|scheduled"
    r"|promised|slated|to|pencilled in)|should have|had promised)\b(?!.*\b(?:but|now|will)\b)"
)
CLAUSE = 90  # characters on either side that tell the tense
