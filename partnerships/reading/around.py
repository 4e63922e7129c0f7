"""The words beside a name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from partnerships.reading.page import Token
from partnerships.reading.words import companies as words


@dataclass(slots=True)
class Around:
    """The tokens beside a name."""

    tokens: Sequence[Token]
    first: int
    last: int
    aside: int = 0  # tokens in brackets right after the name
    owns: bool = field(init=False)  # whether the name is followed by its “'s”

    def __post_init__(self) -> None:
        self.owns = _is_owner(self.tokens, self.last)

    def before(self, count: int) -> str:
        """The count-th word before the name, in small letters."""
        at = self.first - count
        return self.tokens[at].low if at >= 0 else "\n"

    def after(self, count: int) -> str:
        """The count-th word after the name, its 's not counted."""
        at = self.last + count + self.owns + self.aside
        return self.tokens[at].low if at < len(self.tokens) else "\n"

    def follows_name(self, count: int) -> bool:
        """Whether the count-th word before is a name too: “Starbucks by Nespresso”."""
        at = self.first - count
        return at >= 0 and self.tokens[at].text[:1].isupper()

    @property
    def owns_name(self) -> bool:
        """Whether another name follows: “Norr's Bow 3”."""
        at = self.last + 2
        if at >= len(self.tokens) or self.tokens[at].low in {"day", "eve"}:
            return False
        return self.tokens[at].text[0].isupper()

    @property
    def is_followed_by_name(self) -> bool:
        """Whether the word after the next is a name: “Norr to Vale”."""
        at = self.last + 2
        return at < len(self.tokens) and self.tokens[at].text[:1].isupper()

    @property
    def is_quoted_on_exchange(self) -> bool:
        """“Norr (NASDAQ: NORR)”"""
        aside = self.tokens[self.last + 2 : self.last + 3] if self.aside else ()
        return any(each.low in words.EXCHANGES for each in aside)

    @property
    def is_listed(self) -> bool:
        """Whether another name follows: “Monzo, Revolut”, “Grado and Audeze”."""
        at = self.last + 2
        if at >= len(self.tokens) or self.tokens[at - 1].low not in {"and", "or", ",", "with"}:
            return False
        return self.tokens[at].text[0].isupper()


def _is_owner(tokens: Sequence[Token], last: int) -> bool:
    if last + 1 >= len(tokens):
        return False
    follows = tokens[last + 1]
    return follows.text in {"'s", "'"} and follows.start == tokens[last].end


def aside_after(tokens: Sequence[Token], first: int) -> int:
    """How many tokens an aside in brackets takes: “Norr (formerly Vale) said”."""
    if first >= len(tokens) or tokens[first].text != "(":
        return 0
    closing = (at for at in range(first, min(first + 10, len(tokens))) if tokens[at].text == ")")
    return next(closing, first - 1) - first + 1
