"""A suggestion in the words of filing: which companies, which product, what happened when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from partnerships import dates, filing
from partnerships.filing import ToldMilestone
from partnerships.models import Article, Company, Partnership, ProductLaunch, Suggestion
from partnerships.models.fields import TypedDate
from partnerships.models.vocabulary import (
    AllianceKind,
    ClaimCertainty,
    MilestoneKind,
    NameKind,
    SuggestionKind,
)
from partnerships.reading.partnerships import BEGAN
from partnerships.reviewing.meanings import Meanings, forms_of, speaking_person

# What an editor chose instead of what a name was taken for, by the name; "" leaves it out.
Chosen = Mapping[str, Any]
NO_CHOICE: Chosen = {}


class Unclear(ValueError):
    """A suggestion that cannot be filed as it stands; the message says what is to be decided."""


@dataclass(frozen=True)
class Telling:
    """Tells one suggestion; `siblings` are those of its article that became records."""

    suggestion: Suggestion
    meanings: Meanings
    siblings: Iterable[tuple[Suggestion, Any]] = ()
    chosen: Chosen = field(default_factory=dict)
    draft: bool = False  # to be corrected: what is in doubt stands as the text names it

    @property
    def article(self) -> Article:
        return self.suggestion.article

    def told(self) -> list[filing.Told]:
        """What is filed, the thing itself first. Raises Unclear."""
        match self.suggestion.kind:
            case SuggestionKind.PARTNERSHIP:
                return self._partnership()
            case SuggestionKind.LAUNCH:
                return self._launch()
        return self._statement()

    def _doubt(self, problem: str) -> None:
        if not self.draft:
            raise Unclear(problem)

    # Partnerships

    def _partnership(self) -> list[filing.Told]:
        found = self.suggestion.found
        names = [each["value"] for each in found["participants"]]
        scope = (found["scope"] or {}).get("value", "")[:200]
        told = filing.ToldPartnership(
            tuple(filing.Participant(self.company(name, names)) for name in names),
            self._passages()[:1],
            tuple(each["value"] for each in found["kinds"] if each["value"] in AllianceKind),
            scope,
            self._known_partnership(names, scope),
        )
        return [told, *self._steps(told)]

    def _known_partnership(self, names: Sequence[str], scope: str) -> Partnership | None:
        """The one between exactly these companies; of several the one of that scope."""
        found = self._partnerships(names)
        if len(found) > 1:
            found = [each for each in found if each.scope == scope]
            if len(found) != 1:
                self._doubt("These have several partnerships: edit it and say which.")
        return found[0] if len(found) == 1 else None

    def _partnerships(self, names: Sequence[str]) -> list[Partnership]:
        """Those between exactly the companies that the names stand for, where that is clear."""
        known = [self._known(name, names) for name in names]
        if any(len(rows) != 1 for rows in known):
            return []
        return self.meanings.partnership(row for (row,) in known)

    def _steps(self, subject: Any) -> list[filing.Told]:
        """What happened to the partnership, by its status."""
        found, passages = self.suggestion.found, self._passages()[:1]
        first = found["announced"]
        began = MilestoneKind.BEGAN
        match found["status"]["value"]:
            case "rumoured":
                return [
                    ToldMilestone(subject, began, passages, ClaimCertainty.RUMOURED, self._today())
                ]
            case "announced":
                day = self._date(first) or self._past()
                return [ToldMilestone(subject, MilestoneKind.ANNOUNCED, passages, occurred=day)]
        announced = first and first["rule"] != BEGAN
        kind = MilestoneKind.ANNOUNCED if announced else began
        day = self._date(first) or self._past()
        steps: list[filing.Told] = [ToldMilestone(subject, kind, passages, occurred=day)]
        if found["status"]["value"] == "ended":
            day = self._date(found["ended"]) or self._past()
            steps.append(ToldMilestone(subject, MilestoneKind.ENDED, passages, occurred=day))
        return steps

    # Launches

    def _launch(self) -> list[filing.Told]:
        found = self.suggestion.found
        product, status = found["product"]["value"], found["status"]["value"]
        kind = NameKind.OFFICIAL if found["named"] else NameKind.DESCRIPTIVE
        kind = NameKind.RUMOURED if found["named"] and status == "rumoured" else kind
        makers = [self.company(name) for name in self.maker_names()]
        known = self.known_launch()
        if known is None and not makers:
            self._doubt(f"“{product}” is new: edit it and say who makes it.")
        passages = self._passages()[:1]
        told = filing.ToldLaunch(
            product,
            tuple(makers),
            passages,
            kind,
            self.partnership_meant(),
            known,
            new="launch" in self.chosen and known is None,
        )
        return [told, *self._launch_steps(told)]

    def maker_names(self) -> list[str]:
        """Those who make it: of a partnership's product the first, the others stand by it."""
        found = self.suggestion.found
        names = [each["value"] for each in found["companies"]]
        return names[:1] if found["partnership"] else names

    def known_launch(self) -> ProductLaunch | None:
        """The product that is meant: one that was chosen, one that the article calls by another
        name, or the only one of that name and maker."""
        if "launch" in self.chosen:
            return self.chosen["launch"] or None
        found = self.suggestion.found
        names = {(found["same_as"] or {}).get("value"), found["product"]["value"]}
        for sibling, record in self.siblings:
            if isinstance(record, ProductLaunch):
                product = sibling.found["product"]["value"]
                other = (sibling.found["same_as"] or {}).get("value")
                if product in names or other == found["product"]["value"]:
                    return record
        makers = [row for each in found["companies"] for row in self._known(each["value"])]
        rows = self.meanings.launch(found["product"]["value"], makers)
        if len(rows) > 1:
            self._doubt(f"“{found['product']['value']}” is the name of several products: choose.")
        return rows[0] if len(rows) == 1 else None

    def _launch_steps(self, subject: filing.ToldLaunch) -> list[filing.Told]:
        found, passages = self.suggestion.found, self._passages()[:1]
        status, day = found["status"]["value"], self._date(found["date"])
        if found["same_as"] and status == "rumoured":
            return []  # what is rumoured is the name; the product's own day stands with it
        kind, certainty = MilestoneKind.ANNOUNCED, ClaimCertainty.STATED
        occurred, due = self._date(found["announced"]), day
        match status:
            case "launched":
                kind, occurred, due = MilestoneKind.LAUNCHED, day or self._past(), None
            case "cancelled":
                kind, occurred, due = MilestoneKind.CANCELLED, self._past(), None
            case "delayed":
                kind, occurred = MilestoneKind.DELAYED, None
            case "rumoured":
                kind, certainty = MilestoneKind.LAUNCHED, ClaimCertainty.RUMOURED
                occurred = self._today()
        return [ToldMilestone(subject, kind, passages, certainty, occurred, due)]

    # Statements

    def _statement(self) -> list[filing.Told]:
        found = self.suggestion.found
        speaker, company = found["speaker"], found["company"]
        spoken_for = company["value"] if company else None
        person = None
        if name := speaking_person(self.suggestion):
            person = self.person(name)
        elif speaker:
            spoken_for = spoken_for or speaker["value"]
        if person is None and spoken_for is None:
            self._doubt("It is not clear who spoke: edit it and say who.")
        return [
            filing.ToldStatement(
                self._passages(),
                speaker=person,
                company=self.company(spoken_for) if spoken_for else None,
                role=(found["role"] or {}).get("value", "")[:200],
                said=self._today(),
                partnership=self.partnership_meant(),
            )
        ]

    # What several kinds have in common

    def company(self, name: str, beside: Iterable[str] = ()) -> filing.NamedCompany:
        """The company that the name stands for, with its other forms. Raises Unclear."""
        if chosen := self.chosen.get(name):
            return chosen  # type: ignore[no-any-return]
        known = self._known(name, beside)
        if len(known) > 1:
            self._doubt(f"“{name}” is what several companies are called: choose which.")
        base = known[0] if len(known) == 1 else name
        return filing.AlsoCalled(base, forms_of(self.suggestion, name)) if base else base

    def _known(self, name: str, beside: Iterable[str] = ()) -> list[Company]:
        if chosen := self.chosen.get(name):
            company = filing.company_of(chosen)
            return [company] if isinstance(company, Company) else []
        return self.meanings.company(name, forms_of(self.suggestion, name), beside)

    def person(self, name: str) -> filing.NamedPerson:
        if chosen := self.chosen.get(name):
            return chosen  # type: ignore[no-any-return]
        known = self.meanings.person(name)
        if len(known) > 1:
            self._doubt(f"“{name}” is the name of several people: choose who.")
        return known[0] if len(known) == 1 else name

    def partnership_meant(self) -> Partnership | None:
        """The partnership that it belongs to, where that is recorded already."""
        if "partnership" in self.chosen:
            return self.chosen["partnership"] or None
        names = self.suggestion.found["partnership"]
        if not names:
            return None
        for sibling, record in self.siblings:
            if isinstance(record, Partnership) and names_of(sibling) == set(names):
                return record
        rows = self._partnerships(names)
        return rows[0] if len(rows) == 1 else None

    def _passages(self) -> filing.Passages:
        return tuple((start, end) for start, end in self.suggestion.found["evidence"])

    def _date(self, found: dict[str, Any] | None) -> TypedDate | None:
        if not found:
            return None
        words = self.article.text[found["start"] : found["end"]]
        return TypedDate.of(words, dates.parse(found["value"]))

    def _today(self) -> TypedDate | None:
        """The article's own date."""
        when = self.article.published_on
        return TypedDate.of("", when) if when else None

    def _past(self) -> TypedDate | None:
        """Before the article: all that is known of what it tells as past without a day."""
        when = self.article.published_on
        return TypedDate.of("", dates.parse(f"[..{when.latest}]")) if when else None


def names_of(suggestion: Suggestion) -> set[str]:
    """The names of a partnership's participants."""
    return {each["value"] for each in suggestion.found.get("participants", ())}
