"""What the names of suggestions stand for in the record: found by their exact forms, and told apart
by their context; never by likeness."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from partnerships import filing
from partnerships.models import (
    Company,
    Partnership,
    Person,
    ProductLaunch,
    Suggestion,
    name_key,
)
from partnerships.models.company import CompanyName
from partnerships.reviewing.proposals import company_fields

COMPANY_SPEAKS = "company speaks"  # the rule of a speaker who is the company itself


@dataclass(frozen=True)
class Meanings:
    """The records that go by the names of some suggestions, by the names' keys, read at once."""

    companies: dict[str, list[Company]] = field(default_factory=dict)
    people: dict[str, list[Person]] = field(default_factory=dict)
    launches: dict[str, list[ProductLaunch]] = field(default_factory=dict)
    partnerships: dict[frozenset[int], list[Partnership]] = field(default_factory=dict)

    @classmethod
    def of(cls, suggestions: Iterable[Suggestion], chosen: Iterable[Any] = ()) -> "Meanings":
        """Read what the suggestions name, and what is known of the companies among those that an
        editor chose; as many questions for one as for a hundred."""
        names = [each for one in suggestions for each in _names(one)]
        companies = _companies({name_key(name) for kind, name in names if kind == "company"})
        known = {each.pk for rows in companies.values() for each in rows}
        bases = [filing.company_of(each) for each in chosen]
        known |= {each.pk for each in bases if isinstance(each, Company)}
        return cls(
            companies,
            _people({name_key(name) for kind, name in names if kind == "person"}),
            _launches({name_key(name) for kind, name in names if kind == "launch"}),
            _partnerships(known),
        )

    def company(
        self, name: str, forms: Sequence[str] = (), beside: Iterable[str] = ()
    ) -> list[Any]:
        """The companies that the name may stand for: none is new, several are in doubt.

        `forms` are its other forms in the article, of which a fuller one decides; `beside` are the
        companies named with it, of which a known partner decides.
        """
        found = Counter(
            each for form in (name, *forms) for each in self.companies.get(name_key(form), ())
        )
        best = [each for each, times in found.items() if times == max(found.values())]
        if len(best) < 2:
            return best
        others = {row.pk for each in beside for row in self.companies.get(name_key(each), ())}
        partners = [each for each in best if self._partners(each) & others]
        return partners if len(partners) == 1 else best

    def _partners(self, company: Company) -> set[int]:
        together = [members for members in self.partnerships if company.pk in members]
        return set().union(*together) - {company.pk}

    def partnership(self, companies: Iterable[Company]) -> list[Partnership]:
        """The partnerships between exactly these, oldest first."""
        return self.partnerships.get(frozenset(each.pk for each in companies), [])

    def person(self, name: str) -> list[Person]:
        return self.people.get(name_key(name), [])

    def launch(self, name: str, makers: Iterable[Company]) -> list[ProductLaunch]:
        """The products of that name; of these companies where they are known to make one."""
        found = self.launches.get(name_key(name), [])
        wanted = {each.pk for each in makers}
        return [each for each in found if wanted & {maker.pk for maker in each.makers.all()}]


def named_companies(suggestion: Suggestion) -> list[str]:
    """The companies that it names, each once, in its order."""
    found = suggestion.found
    names = [each["value"] for each in company_fields(found)] + list(found.get("partnership") or ())
    return list(dict.fromkeys(names))


def asked_companies(suggestion: Suggestion) -> list[str]:
    """Those of them whose meaning may be asked with it: not those of a partnership that it only
    belongs to."""
    found, speaker = suggestion.found, suggestion.field("speaker")
    names = [each["value"] for each in company_fields(found)]
    if speaker and not found["company"] and not speaking_person(suggestion):
        names.append(speaker["value"])
    return list(dict.fromkeys(names))


def speaking_person(suggestion: Suggestion) -> str:
    """The speaker's name; empty where nobody speaks, or the company itself."""
    speaker, company = suggestion.field("speaker"), suggestion.field("company")
    if speaker is None or speaker["rule"] == COMPANY_SPEAKS:
        return ""
    name = str(speaker["value"])
    return "" if company and company["value"] == name else name


def forms_of(suggestion: Suggestion, name: str) -> tuple[str, ...]:
    """The other forms by which the article calls the company."""
    return tuple(suggestion.found.get("forms", {}).get(name, ()))


def _names(suggestion: Suggestion) -> Iterator[tuple[str, str]]:
    for name in named_companies(suggestion):
        yield from (("company", each) for each in (name, *forms_of(suggestion, name)))
    if speaker := suggestion.field("speaker"):
        yield "person", speaker["value"]
        yield "company", speaker["value"]
    for name in ("product", "same_as"):
        if product := suggestion.field(name):
            yield "launch", product["value"]


def _companies(keys: set[str]) -> dict[str, list[Company]]:
    found: defaultdict[str, dict[int, Company]] = defaultdict(dict)
    forms = CompanyName.objects.filter(key__in=keys).select_related("company")
    for form in forms.order_by("company"):
        found[form.key][form.company.pk] = form.company
    for company in Company.objects.filter(key__in=keys).order_by("pk"):
        found[company.key].setdefault(company.pk, company)
    return {key: list(rows.values()) for key, rows in found.items()}


def _people(keys: set[str]) -> dict[str, list[Person]]:
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in Person.objects.order_by("pk") if keys else ():
        if name_key(person.name) in keys:
            found[name_key(person.name)].append(person)
    return found


def _launches(keys: set[str]) -> dict[str, list[ProductLaunch]]:
    found: defaultdict[str, list[ProductLaunch]] = defaultdict(list)
    named = ProductLaunch.objects.filter(names__key__in=keys).distinct().order_by("pk")
    for launch in named.prefetch_related("names", "makers", "milestones"):
        for key in {each.key for each in launch.names.all()} & keys:
            found[key].append(launch)
    return found


def _partnerships(companies: set[int]) -> dict[frozenset[int], list[Partnership]]:
    """By their companies: the partnerships in which any of these takes part."""
    found: defaultdict[frozenset[int], list[Partnership]] = defaultdict(list)
    rows = Partnership.objects.filter(participations__company__in=companies).distinct()
    for row in rows.prefetch_related("participations__company", "milestones").order_by("pk"):
        found[frozenset(each.company_id for each in row.participations.all())].append(row)
    return found
