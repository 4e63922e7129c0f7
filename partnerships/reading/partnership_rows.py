"""What the passages of a text say of cooperations, gathered by who takes part in each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from partnerships.reading.slots import Slot
from partnerships.reading.telling import Told

LATER_WITHIN = 6  # sentences: what is said later of “the pact” is said of the last one


@dataclass
class Row:
    """A cooperation while its passages are gathered; `number` is its place among all."""

    number: int
    entities: frozenset[int] = frozenset()
    slots: dict[int, Slot] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    @property
    def is_vague(self) -> bool:
        """Whether no sentence below the headline names all who take part."""
        return all(
            each.number == 0 or not all(slot.named for slot in each.hit.slots) for each in self.told
        )


class Rows:
    """The cooperations of a text; passages are filed in the order of its sentences."""

    def __init__(self) -> None:
        self.all: list[Row] = []
        self._with: defaultdict[int, list[Row]] = defaultdict(list)  # by one who takes part
        self._spoken_of: list[tuple[int, Row]] = []  # with the sentence, in their order

    def file(self, told: Told) -> None:
        """Put a passage to the cooperation that it speaks of."""
        own = frozenset(told.hit.entities)
        row = self._row_of(own) if own else self._spoken_of_before(told)
        if row is None and own and not told.hit.only_more:
            row = Row(len(self.all))
            self.all.append(row)
        if row is not None:
            self._add(row, told, own)

    def _add(self, row: Row, told: Told, own: frozenset[int]) -> None:
        for one in own - row.entities:
            self._with[one].append(row)
        row.entities |= own
        for slot in told.hit.slots if own else ():
            for one in slot.entities:
                if one not in row.slots or (slot.named and not row.slots[one].named):
                    row.slots[one] = slot
        row.told.append(told)
        self._spoken_of.append((told.number, row))

    def _row_of(self, own: frozenset[int]) -> Row | None:
        """The cooperation of these companies, of these and more, or of some of these where it was
        not said clearly who takes part."""
        rows = min((self._with[one] for one in own), key=len)  # whoever has all is in each
        same = (row for row in rows if row.entities == own)
        more = (row for row in rows if own < row.entities)
        return _first(same) or _first(more) or _first(self._vague_within(own))

    def _vague_within(self, own: frozenset[int]) -> Iterator[Row]:
        rows = (row for one in own for row in self._with[one])
        return (row for row in rows if row.entities < own and row.is_vague)

    def _spoken_of_before(self, told: Told) -> Row | None:
        """What is said of “the pact” is said of the cooperation that was spoken of last."""
        recent = takewhile(
            lambda each: told.number - each[0] <= LATER_WITHIN, reversed(self._spoken_of)
        )
        about = (row for _, row in recent if told.named <= row.entities)
        return max(about, key=lambda row: (row.told[-1].number, -row.number), default=None)


def _first(rows: Iterator[Row]) -> Row | None:
    return min(rows, key=lambda row: row.number, default=None)
