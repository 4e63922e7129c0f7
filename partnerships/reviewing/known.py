"""What is known of that which an article's suggestions name, asked of the database once for all of
them; and which of them may be filed without an editor's look at each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partnerships import dates, filing, history
from partnerships.models import Company, Person, ProductLaunch, Record, Suggestion
from partnerships.reading.precision import is_certain
from partnerships.reviewing.meanings import Meanings, asked_companies, forms_of, speaking_person
from partnerships.reviewing.telling import NO_CHOICE, Chosen, Telling, Unclear


@dataclass(frozen=True)
class Known:
    """The records that some suggestions name, those that others of the article became, and by kind
    and name those that go by a name near to one that nothing goes by."""

    meanings: Meanings
    siblings: Sequence[tuple[Suggestion, Any]]
    near: Mapping[Any, Mapping[str, list[Any]]]

    @classmethod
    def of(cls, suggestions: Sequence[Suggestion], chosen: Iterable[Any] = ()) -> "Known":
        """From all suggestions of an article; names are looked up of those that wait, and what is
        known of the companies that an editor chose."""
        waiting = [each for each in suggestions if each.is_open]
        meanings = Meanings.of(waiting, chosen)
        unknown = [pair for each in waiting for pair in _unknown(each, meanings)]
        near = {
            model: filing.near(model, (name for kind, name in unknown if kind is model))
            for model in (Company, Person, ProductLaunch)
        }
        return cls(meanings, with_records(suggestions), near)

    def telling(self, suggestion: Suggestion, chosen: Chosen = NO_CHOICE) -> Telling:
        siblings = [pair for pair in self.siblings if pair[0].pk != suggestion.pk]
        return Telling(suggestion, self.meanings, siblings, chosen)

    def near_to(self, model: Any, name: str) -> list[Any]:
        return self.near[model].get(name, [])

    def is_certain(self, suggestion: Suggestion) -> bool:
        """Whether it may be filed without an editor's look: its rule is certain, it is clear what
        is to be filed, and no company or person in it may be a known one by another spelling."""
        return (
            _found_for_certain(suggestion)
            and not any(
                self.near_to(model, name)
                for model, name in _unknown(suggestion, self.meanings)
                if model is not ProductLaunch  # products of one maker are called alike
            )
            and self._is_clear(suggestion)
        )

    def _is_clear(self, suggestion: Suggestion) -> bool:
        try:
            self.telling(suggestion).told()
        except (Unclear, dates.DateError):
            return False
        return True


def with_records(suggestions: Iterable[Suggestion]) -> list[tuple[Suggestion, Any]]:
    """Each suggestion that became a record, with it; not those whose record has gone since."""
    filed = [each for each in suggestions if each.record is not None]
    kinds = history.kinds()
    found: dict[Any, Record] = {}
    for kind in {each.record_kind for each in filed}:
        ids = [each.record for each in filed if each.record_kind == kind]
        found |= {(kind, row.pk): row for row in kinds[kind]._base_manager.filter(pk__in=ids)}
    pairs = [(each, found.get((each.record_kind, each.record))) for each in filed]
    return [(each, row) for each, row in pairs if row is not None]


def _found_for_certain(suggestion: Suggestion) -> bool:
    """Whether the rule that found it was right in at least 95 of 100 cases."""
    return suggestion.suggested_by_id is None and is_certain(suggestion.rule)


def _unknown(suggestion: Suggestion, meanings: Meanings) -> Iterator[tuple[Any, str]]:
    """The kinds and names of what nothing goes by; products by whatever name."""
    for name in asked_companies(suggestion):
        if not meanings.company(name, forms_of(suggestion, name)):
            yield Company, name
    speaker = speaking_person(suggestion)
    if speaker and not meanings.person(speaker):
        yield Person, speaker
    if product := suggestion.field("product"):
        yield ProductLaunch, product["value"]
