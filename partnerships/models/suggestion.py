"""What was found in an article and waits for an editor."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from partnerships.models.article import Article
from partnerships.models.fields import PublicIdField
from partnerships.models.revision import Batch
from partnerships.models.statement import SEGMENT_SEPARATOR
from partnerships.models.vocabulary import RejectionReason, SuggestionKind, SuggestionState


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def open(self) -> "SuggestionQuerySet":
        """Those that nobody has decided."""
        return self.filter(state=SuggestionState.OPEN)

    def decided(self) -> "SuggestionQuerySet":
        return self.exclude(state=SuggestionState.OPEN)

    def filed(self) -> "SuggestionQuerySet":
        """Those that became records."""
        return self.filter(state__in=[SuggestionState.ACCEPTED, SuggestionState.EDITED])


class Suggestion(models.Model):
    """Something that the reader found in an article: that Xiaomi and Leica announced a partnership
    on 24 May 2022, by these words. An editor accepts, corrects or rejects it."""

    Kind = SuggestionKind
    State = SuggestionState
    Reason = RejectionReason

    public_id = PublicIdField()
    article = models.ForeignKey(Article, models.CASCADE, related_name="suggestions")
    kind = models.CharField(max_length=12, choices=SuggestionKind.choices)
    # The kind with the places of its words: the same finding is suggested once, however often an
    # article is read.
    key = models.CharField(max_length=40)
    place = models.PositiveIntegerField()  # where its first words begin: cards stand in text order
    found = models.JSONField()  # as `reviewing.proposals` writes it; it is never changed
    rule = models.CharField(max_length=100)
    # Who suggested it, where it was not the reader.
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    state = models.CharField(
        max_length=8, choices=SuggestionState.choices, default=SuggestionState.OPEN
    )
    reason = models.CharField(max_length=14, choices=RejectionReason.choices, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)  # stays when the account goes
    decided_at = models.DateTimeField(null=True)
    # What was filed with it, to be taken back with it; none where all was recorded before.
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="suggestions")
    # The record that it became, as a revision tells it: the kind and the id.
    record_kind = models.CharField(max_length=20, blank=True)
    record = models.BigIntegerField(null=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["place", "pk"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(name="suggestion_once", fields=["article", "key"]),
            models.CheckConstraint(
                name="suggestion_state_known", condition=Q(state__in=SuggestionState.values)
            ),
            models.CheckConstraint(
                name="suggestion_rejected_with_reason",
                condition=Q(state=SuggestionState.REJECTED, reason__in=RejectionReason.values)
                | (~Q(state=SuggestionState.REJECTED) & Q(reason="")),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "article"], name="suggestion_waiting"),  # the queue
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} at {self.place} of {self.article_id}"

    @property
    def is_open(self) -> bool:
        return bool(self.state == self.State.OPEN)

    def field(self, name: str) -> dict[str, Any] | None:
        """One thing that it states, with its place and the rule that found it."""
        found: dict[str, Any] | None = self.found.get(name)
        return found

    @property
    def words(self) -> str:
        """Those of the text that state it, as a statement would have them."""
        text = self.article.text
        return SEGMENT_SEPARATOR.join(text[start:end] for start, end in self.found["evidence"])
