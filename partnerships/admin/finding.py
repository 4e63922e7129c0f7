"""Finding records by words: in any column that the page searches, in any form of a name."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.text import smart_split, unescape_string_literal

from partnerships.models import name_key

LONGEST_QUERY = 200  # characters
MOST_WORDS = 10


class Finding(admin.ModelAdmin):  # type: ignore[type-arg]
    """Finds a record by each of the words that are typed."""

    names: ClassVar[Sequence[str]] = ()  # columns to search that hold `name_key`s

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return [*super().get_search_fields(request), *self.names]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Records in which each word stands in some column or name; “two words” is a phrase.

        A word is looked for in names also as their key spells it: ＺＥＩＳＳ is found as zeiss.
        """
        for word in _words(search_term):
            found = Q()
            for column in self.search_fields:
                found |= Q(**{f"{column}__icontains": word})
            for column in self.names:
                found |= Q(**{f"{column}__contains": name_key(word)})
            matches = self.model._base_manager.filter(found)
            queryset = queryset.filter(pk__in=matches.values("pk"))
        return queryset, False


def _words(query: str) -> list[str]:
    parts = smart_split(query[:LONGEST_QUERY].replace("\0", ""))
    words = (unescape_string_literal(each) if _is_phrase(each) else each for each in parts)
    return [word for word in words if name_key(word)][:MOST_WORDS]


def _is_phrase(part: str) -> bool:
    return len(part) > 1 and part[0] in "\"'" and part[0] == part[-1]


class LanguageFilter(admin.AllValuesFieldListFilter):
    """The languages that there are; what has none is a choice too, and says so."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "not known"}
