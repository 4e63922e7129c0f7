"""The derived index behind search: what can be found, by which words, known from which day."""

from django.db import models

from partnerships.models.vocabulary import SearchKind


class SearchEntry(models.Model):
    """One record as search finds it, by the words of `search.documents`; a launch stands once for
    each name it went by. Derived, never edited: `manage.py rebuild_timeline`.

    Each database keeps its own full-text index of `words` beside the rows: an FTS5 table that
    triggers fill on SQLite, a column of lexemes on PostgreSQL (see the migration).
    """

    Kind = SearchKind

    # The order in which the index gives the entries of a kind (see `search.documents.place`); it
    # follows from the record, so that a rebuild changes nothing.
    place = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=12, choices=SearchKind.choices)
    record = models.BigIntegerField()
    known_from = models.DateField(null=True)
    forms = models.TextField()  # the names that are ranked by, folded, a line each; else empty
    words = models.TextField()

    class Meta:
        verbose_name_plural = "search entries"
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "record"], name="search_of_record")  # keeping it in step
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"


class NameWord(models.Model):
    """A word of some name, and what is left of it without one or two of its letters: “leia” of
    “leica”. A typing error leaves the same: “leia” is “lecia” without its c. Derived like the
    search entries."""

    left = models.CharField(max_length=40)
    word = models.CharField(max_length=40)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(name="name_word_once", fields=["left", "word"])  # finding
        ]
        indexes = [models.Index(fields=["word"], name="name_word")]  # keeping it in step

    def __str__(self) -> str:
        return f"{self.word}: {self.left}"
