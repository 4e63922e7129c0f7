"""People as the reading tells them: with what they are, and for which of its companies."""

from bisect import bisect_left

from partnerships.reading.context import Context
from partnerships.reading.findings import Field, Person
from partnerships.reading.people import FoundPerson


def find_persons(context: Context) -> tuple[Person, ...]:
    """Everybody whom the text names, in its order."""
    text = context.document.text
    return tuple(
        Person(
            Field(each.name.of(text), each.name, each.rule),
            tuple(sorted({form.of(text): form for form in reversed(each.forms)}.values())),
            role_of(each, context),
            employer_of(each, context),
        )
        for each in context.people
    )


def role_of(person: FoundPerson, context: Context) -> Field | None:
    """The words of the text for what the person is."""
    if person.role is None:
        return None
    return Field(person.role.of(context.document.text), person.role, person.rule)


def employer_of(person: FoundPerson, context: Context) -> Field | None:
    """The company that the words for the employer name, or stand for."""
    if person.employer is None:
        return None
    mentions = context.mentions
    named = mentions.companies_within(person.employer)
    if not named:
        place = bisect_left(mentions.starts, person.employer.start)
        near = mentions.all[max(0, place - 1) : place + 1]
        named = tuple(each for each in near if each.span.overlaps(person.employer))
    if named:
        name = mentions.entity(named[0]).name
        return Field(name, named[0].span, person.rule)
    place = bisect_left(context.referents, person.employer.start, key=lambda each: each.span.start)
    for each in context.referents[max(0, place - 2) : place + 4]:
        if each.span.overlaps(person.employer) and each.entities:
            name = mentions.entities[each.entities[0]].name
            return Field(name, each.span, person.rule)
    return None
