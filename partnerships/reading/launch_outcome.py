"""Status and day of a launch, from all that is told of the product."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from partnerships.dates import DateError, EdtfDate, parse
from partnerships.reading.findings import Field, LaunchStatus
from partnerships.reading.launch_parts import Fact
from partnerships.reading.launch_phrases import CueKind

ORDER: tuple[CueKind, ...] = (
    "sale", "launch", "due", "delay", "fruit", "make", "show", "live", "name", "cancel"
)  # fmt: skip
RECENT = 60  # days after which what was shown is taken to be on the market


@dataclass(frozen=True)
class Outcome:
    """`published` is the article's day, on which a launch lies ahead or behind."""

    published: EdtfDate | None

    def of(self, facts: Sequence[Fact]) -> tuple[Field, Field | None]:
        told = [each for each in facts if each.kind != "name"] or list(facts)
        if all(map(self._has_passed, told)):
            told = [replace(each, tense="past") for each in told]  # a tense that was misread
        facts = [replace(each, former=True) if self._has_passed(each) else each for each in told]
        cancelled = next((each for each in facts if each.kind == "cancel"), None)
        if cancelled and not self._was_out(facts):
            return _told("cancelled", cancelled), None
        delayed = next((each for each in facts if each.kind == "delay"), None)
        if delayed:
            later = [each for each in [delayed, *facts] if self._is_coming(each)]
            return _told("delayed", delayed), _dated(later[0] if later else delayed)
        put_off = self._put_off(facts)
        if put_off:
            return _told("delayed", put_off), _dated(put_off)
        holding = [each for each in facts if not each.former]
        return self._coming(holding) if holding else self._made_or_shown(facts)

    def _has_passed(self, fact: Fact) -> bool:
        """Whether the day of a plan lies behind: “should come in autumn”, told in December."""
        when = _parsed(fact)
        if when is None or self.published is None or fact.tense != "ahead":
            return False
        return when.latest < self.published.latest and fact.kind in {"sale", "launch", "due"}

    def _is_coming(self, fact: Fact) -> bool:
        return fact.when is not None and not fact.former and self.is_ahead(fact)

    def _put_off(self, facts: Sequence[Fact]) -> Fact | None:
        """What is planned now, where the text also tells of an earlier plan."""
        former = [
            each for each in facts if each.former and (each.when or each.kind in {"sale", "launch"})
        ]
        now = [each for each in facts if not each.former and each.when and self.is_ahead(each)]
        for each in now:
            if any(_parsed(each) != _parsed(other) for other in former):
                return each
        return None

    def _coming(self, facts: Sequence[Fact]) -> tuple[Field, Field | None]:
        done = [each for each in facts if self._is_done(each) and not each.hedged]
        ahead = [each for each in facts if self.is_ahead(each) and not each.hedged]
        hedged = [each for each in facts if each.hedged]
        shown = any(each.kind == "show" and self._is_news(each) for each in facts)
        kinds = {"sale", "launch"} if ahead or hedged or shown else {"sale", "launch", "fruit"}
        sold = [each for each in done if each.kind in kinds]
        lives = [each for each in facts if each.kind == "live" and each.tense != "ahead"]
        if lives and len(lives) == len(facts):
            return _told("launched", lives[0]), None
        ahead = [each for each in ahead if each.kind != "live" or each.tense == "ahead"]
        if hedged:
            ahead = [each for each in ahead if each.kind not in {"due", "show"}]
        if sold and not self._only_shown(sold, ahead):
            return self._launched(sold, done)
        if ahead:
            return _told("announced", ahead[0]), _first_date(ahead)
        if hedged:
            coming = [each for each in [*hedged, *facts] if each.when and self.is_ahead(each)]
            return _told("rumoured", hedged[0]), _first_date(coming)
        return self._made_or_shown(done or facts)

    def _only_shown(self, sold: Iterable[Fact], ahead: Sequence[Fact]) -> bool:
        """Presented these days, with the day of sale still to come."""
        sale = any(each.kind in {"sale", "due"} and each.when for each in ahead)
        return sale and all(
            self._is_news(each)
            and (each.kind != "sale" or (each.when is None and each.tense == "now"))
            for each in sold
        )

    def _launched(self, sold: Sequence[Fact], done: Sequence[Fact]) -> tuple[Field, Field | None]:
        made = [each for each in done if each.kind == "make"]
        return _told("launched", sold[0]), _first_date(sold) or _first_date(made)

    def _made_or_shown(self, facts: Sequence[Fact]) -> tuple[Field, Field | None]:
        if all(each.kind in {"due", "name"} or each.former for each in facts):
            return _told("announced", facts[0]), _first_date(facts)
        made = [each for each in facts if each.kind in {"make", "fruit", "launch", "sale"}]
        dated = [each for each in [*made, *facts] if each.when]
        shown = any(each.kind == "show" and self._is_news(each) for each in facts)
        if made and made[0].tense != "ahead" and not (shown and not any(e.when for e in made)):
            return _told("launched", made[0]), _dated(dated[0]) if dated else None
        old = [each for each in dated if not self._is_news(each)]
        if old:
            return _told("launched", old[0]), _dated(old[0])
        return _told("announced", facts[0]), None

    def _was_out(self, facts: Sequence[Fact]) -> bool:
        return any(
            each.kind in {"sale", "launch"}
            and self._is_done(each)
            and not each.hedged
            and each.tense == "past"
            for each in facts
        )

    def _is_done(self, fact: Fact) -> bool:
        return not self.is_ahead(fact)

    def is_ahead(self, fact: Fact) -> bool:
        """Whether the launch is still to come on the day of the article."""
        when, day = _parsed(fact), self.published
        if day is None and when is not None:
            return fact.tense != "past"
        if when is None or day is None:
            return fact.tense == "ahead"
        if fact.tense != "past" and when.latest > day.latest:
            return True
        return when.earliest is not None and when.earliest > day.latest

    def _is_news(self, fact: Fact) -> bool:
        when, day = _parsed(fact), self.published
        if when is None or day is None:
            return when is None
        return (day.latest - when.latest).days <= RECENT


def _first_date(facts: Iterable[Fact]) -> Field | None:
    """The day of the fact that tells most of a launch."""
    dated = sorted((each for each in facts if each.when), key=lambda each: ORDER.index(each.kind))
    return _dated(dated[0]) if dated else None


def _parsed(fact: Fact) -> EdtfDate | None:
    try:
        return parse(fact.when.edtf) if fact.when else None
    except DateError:
        return None


def _told(status: LaunchStatus, fact: Fact) -> Field:
    return Field(status, fact.words, "words of the launch")


def _dated(fact: Fact) -> Field | None:
    when = fact.when
    return Field(when.edtf, when.span, "date of the launch", when.why) if when else None
