"""Passages of a form found in the article; where in doubt, asked."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.html import format_html

from partnerships import filing, passages
from partnerships.admin.entering.questions import Asked, Option
from partnerships.models import (
    Article,
)
from partnerships.models.text import TextError, clean_text

MOST_PLACES = 20  # to choose one of
SEGMENTS = ("passage", "passage_2", "passage_3")


class PlacingForm(forms.Form):
    """Has passages, whose places in the article's text are found as it is cleaned."""

    article: Article
    asked: dict[str, list[Asked]]
    segments: ClassVar[Sequence[str]] = SEGMENTS[:1]

    def ask(self, name: str, question: str, options: dict[str, Any], about: str = "means") -> str:
        """The answer to what is asked back; empty, with the question as the field's error, where
        none is given yet. Of two questions about one field each is `about` something else, and an
        answer stays while the next is asked."""
        answer = self.data.get(f"{name}_{about}", "")
        answer = answer if answer in options else ""
        shown = [Option(value, label, value == answer) for value, label in options.items()]
        asked = Asked(f"{name}_{about}", question, shown)
        self.asked.setdefault(name, []).append(asked)
        if not answer:
            self.add_error(name, question)
        return str(answer)

    def find_places(self) -> filing.Passages:
        """Those of its passages; what is in doubt is asked, what stands nowhere an error."""
        names = [name for name in self.segments if self.cleaned_data.get(name)]
        return tuple(place for name in names if (place := self._place(name)))

    def _place(self, name: str) -> tuple[int, int] | None:
        """Where the words of the field stand in the text."""
        try:
            passage = clean_text(self.cleaned_data[name])
        except TextError as error:
            self.add_error(name, str(error))
            return None
        starts = self.article.places_of(passage)
        seen_at = self.cleaned_data.get(f"{name}_place") or ""
        if seen_at in {str(start) for start in starts}:
            return int(seen_at), int(seen_at) + len(passage)
        if len(starts) == 1:
            return starts[0], starts[0] + len(passage)
        if len(starts) > MOST_PLACES:
            self.add_error(
                name, f"This stands in the text {len(starts)} times: take more words around it."
            )
            return None
        if starts:
            question = f"This stands in the text {len(starts)} times. Which do you mean?"
            return self._chosen(name, question, [(each, each + len(passage)) for each in starts])
        return self._nearest(name, passage)

    def _nearest(self, name: str, passage: str) -> tuple[int, int] | None:
        text = self.article.text
        if same := passages.alike(text, passage)[:MOST_PLACES]:
            question = "The text writes this with other spaces, quotation marks or dashes:"
            return self._chosen(name, question, same)
        if near := passages.nearest(text, passage):
            return self._chosen(name, "The text has no such passage. The nearest is:", [near])
        self.add_error(name, "The text has no such passage, nor one that is near to it.")
        return None

    def _chosen(
        self, name: str, question: str, places: list[tuple[int, int]]
    ) -> tuple[int, int] | None:
        """The place that was chosen of several; its words then stand in the field."""
        options = {
            f"{start}-{end}": format_html(
                "{}<b>{}</b>{}", *passages.surrounded(self.article.text, start, end)
            )
            for start, end in places
        }
        answer = self.ask(name, question, options)
        if not answer:
            return None
        start, end = map(int, answer.split("-"))
        del self.asked[name]
        typed: Any = self.data  # a copy of its own
        typed[name], typed[f"{name}_place"] = self.article.text[start:end], str(start)
        return start, end
