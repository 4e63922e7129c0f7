"""Typed dates: what was understood is shown while an editor types, before anything is saved."""

from contextlib import suppress
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from partnerships import dates
from partnerships.models import Article

ADDRESS = "admin:partnerships_understood"


class UnderstoodForm(forms.Form):
    """What the page asks while a date is typed: the words, and the article they stand in."""

    words = forms.CharField(required=False)
    anchor = forms.ModelChoiceField(Article.objects.without_text(), required=False)


def understood(words: str, article: Article | None) -> str:
    """The days that the words mean, or why none are understood; empty for no words."""
    try:
        return _meaning(words, article)
    except dates.DateError as error:
        return str(error)


def _meaning(words: str, article: Article | None) -> str:
    if not words.strip():
        return ""
    meaning = dates.explain(dates.understand(words, article.published_on if article else None))
    return f"{meaning[0].upper()}{meaning[1:]}"


def _meaning_if_any(words: str, article: Article | None) -> str:
    """Without the reason why not: on the page as it is sent, the error of the field says it."""
    with suppress(dates.DateError):
        return _meaning(words, article)
    return ""


class EdtfInput(AdminTextInputWidget):
    """A date in plain words with the days it means beside it, which htmx keeps fresh.

    A form that knows them sets `article`, whose day “this year” goes by, and `original`, the words
    that were typed when the date was stored.
    """

    article: Article | None = None
    original = ""

    class Media:
        js = ["admin-dates.js"]

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        asking = {
            "autocomplete": "off",
            "data-anchor": self.article.pk if self.article else "",
            "hx-get": reverse(ADDRESS),
            "hx-trigger": "input changed delay:300ms, change, anchored",
            "hx-target": "next .understood",
            "hx-swap": "outerHTML",
            "hx-sync": "this:queue last",
        }
        line = {"understood": _meaning_if_any(value or "", self.article)}
        return format_html(
            "{}{}{}",
            super().render(name, value, {**(attrs or {}), **asking}, renderer),
            render_to_string("admin/_understood.html", line),
            self.original
            and format_html('<span class="understood-original">(“{}”)</span>', self.original),
        )
