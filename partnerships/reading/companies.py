"""Which companies an article is about: those of its findings, competitors, and others for sure."""

import re
from collections.abc import Iterator, Sequence

from partnerships.reading.context import Context
from partnerships.reading.findings import Company, Field, Launch, Partnership, Statement
from partnerships.reading.mentions import Mention

RIVAL = re.compile(
    r"(?:\b(?:rivals?|competitors?|arch-rival|unlike|compared (?:with|to)|compet\w+ with|against"
    r"|takes? on|taking on|challenge|overtake|ahead of|position against|answer yet to the)"
    r" (?:the )?(?:[\w-]+ ){0,2}|(?<!\byou )(?<!\bwould )(?<!\bI )(?<!\bthey )\blike )$"
)
RIVAL_AFTER = re.compile(
    r",? (?:(?:an?|the|its|their|one of the|[\w-]+'s) )?(?:[\w-]+ ){0,2}?(?:rivals?|competitors?"
    r"|market leader)\b|,? which competes\b"
)
# What leads to a company that the article is not about: owners, targets, advisers, suppliers.
ASIDE_BEFORE = re.compile(
    r"(?:\b(?:acquir(?:e|es|ed|ing)|acquisition of|buy|buys|buying|bought|take[sn]? over|took over"
    r"|purchase of|paid [\w ,.€£$]{2,30} for|paying [\w ,.€£$]{2,30} for|replaces"
    r"|has sued|have sued|sued by"
    r"|is suing|sponsored by|belongs? to|grew out of|merge[rd]? with"
    r"|(?:bought|acquired|owned|swallowed) by|part of|unit of"
    r"|subsidiary of|(?:stake|shares?|majority|investment) (?:in|of|from)|(?:%|per ?cent) (?:in|of)"
    r"|investors? (?:include|are|led by)|(?:advised|supplied|audited|provided|financed|backed) by"
    r"|(?:sourced|leased|rented|bought|bought in|ordered) from|suppl(?:y|ies|ied) [\w ]{2,30} to"
    r"|buys [\w ]{2,30}from|supply contract with|moved to|joined from|formerly of|worked (?:at|for)"
    r"|engineers from|somebody from|someone from) (?:the |a |an |its |insurer |\w+-based )?"
    r"(?:[\w.-]+ ){0,4}?"
    r"|\b(?:law firm|insurers?|broker(?:age)?|(?:investment|private-equity|venture) (?:fund|firm)"
    r"|auditors?|courier|owner|parent|parent company|subsidiary|shareholder|daily|newspaper|weekly"
    r"|magazine|website|newsletter|union|financial adviser|publisher|radio station|hosting firm"
    r"|City firm) )$"
)
ASIDE_AFTER = re.compile(
    r"(?:,[^,.;]{3,40},)?(?: (?:has|had|have|is|was|last year|in \w+|also))*"
    r" (?:bought|buying|acquired|acquiring|taken over|owns|led the (?:investment|round)"
    r"|holds? (?:a stake|[0-9]+|a third|half|shares)|invested|advis(?:es|ed)"
    r"|sold (?:its|a) (?:stake|shares|last|remaining|package)"
    r"|(?:is being )?sued|is suing|asked a court|buys|is paying|has completed|sponsors?|reimburses?"
    r"|suppl(?:y|ies|ied)\b(?! with)|act(?:s|ed|ing) (?:as|for)|looked at the books"
    r"|raised its stake|served as)\b"
)
_AROUND = 60  # characters


def find_companies(
    context: Context,
    partnerships: Sequence[Partnership],
    launches: Sequence[Launch],
    statements: Sequence[Statement],
) -> tuple[Company, ...]:
    """Participants, makers, employers of speakers and competitors, in the order of the text."""
    wanted = {each.value for one in partnerships for each in one.participants}
    wanted |= {each.value for one in launches for each in one.companies}
    wanted |= {one.company.value for one in statements if one.company}
    entities = context.mentions.entities
    places: dict[int, list[Mention]] = {}
    for mention in context.mentions.all:
        places.setdefault(mention.entity, []).append(mention)
    found = [
        Company(
            entities[number].name,
            tuple(_forms(context, at)),
            entities[number].rule,
            entities[number].record,
        )
        for number, at in places.items()
        if entities[number].name in wanted or _is_sure(context, number, at)
    ]
    return tuple(sorted(found, key=lambda each: each.forms[0].span))


def _forms(context: Context, mentions: Sequence[Mention]) -> Iterator[Field]:
    seen = set()
    for each in mentions:
        form = each.span.of(context.document.text)
        if form not in seen:
            seen.add(form)
            yield Field(form, each.span, "a form of its name")


def _is_sure(context: Context, number: int, mentions: Sequence[Mention]) -> bool:
    """Whether it is a company for reasons of its own, or a rival of one."""
    likely = context.mentions.entities[number].is_likely
    if likely and not _stands_aside(context, mentions):
        return True
    return _is_rival(context, number, mentions)


def _stands_aside(context: Context, mentions: Sequence[Mention]) -> bool:
    """Whether the text only tells who owns it, buys it, advises or supplies somebody."""
    shadow = context.document.shadow
    return all(
        ASIDE_BEFORE.search(shadow, max(0, each.span.start - _AROUND), each.span.start)
        or ASIDE_AFTER.match(shadow, each.span.end, each.span.end + 80)
        for each in mentions
    )


def _is_rival(context: Context, number: int, mentions: Sequence[Mention]) -> bool:
    if context.mentions.entities[number].kind != "company":
        return False
    shadow = context.document.shadow
    return any(
        each.run == each.span
        and (
            RIVAL.search(shadow, max(0, each.span.start - _AROUND), each.span.start)
            or RIVAL_AFTER.match(shadow, each.span.end, each.span.end + _AROUND)
        )
        for each in mentions
    )
