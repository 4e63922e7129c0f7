"""The history: what every record said after every change, and what was changed at once."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from partnerships.models.fields import PublicIdField
from partnerships.models.vocabulary import RevisionAction, Source


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that are written once: what was, was."""

    def update(self, **_: Any) -> NoReturn:
        raise TypeError("The history is only added to.")

    def delete(self) -> NoReturn:
        raise TypeError("The history is only added to.")


class AppendOnly(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("The history is only added to.")
        super().save(**kwargs)

    def delete(self, using: Any = None, keep_parents: bool = False) -> NoReturn:
        raise TypeError("The history is only added to.")


class Batch(AppendOnly):
    """What was done at once, by whom: the seed article loaded by a command, or Ada entering a
    partnership with its two participations and their citations."""

    Source = Source

    public_id = PublicIdField()
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    # Stays when the account goes.
    actor_name = models.CharField(max_length=150, blank=True)
    source = models.CharField(max_length=10, choices=Source.choices)
    comment = models.CharField(max_length=300, blank=True)
    reverts = models.ForeignKey("self", models.PROTECT, null=True, related_name="reverted_by")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "batches"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["at"], name="batch_by_day"),  # recent changes of some days
            models.Index(fields=["actor_name", "-id"], name="batch_by_actor"),  # … of somebody
        ]

    def __str__(self) -> str:
        return f"{self.who}, {date_format(timezone.localtime(self.at), 'j F Y H:i')}"

    @property
    def who(self) -> str:
        """The name of the account, or through what it came where nobody was signed in."""
        return self.actor_name or str(self.get_source_display())


class Revision(AppendOnly):
    """One record as it was after one batch: version 3 of the company Leica, its country corrected.

    What it was before is the revision with the number before; `after` is empty once it is deleted.
    """

    Action = RevisionAction

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="revisions")
    # No foreign key: the record may be gone, and its history stays.
    kind = models.CharField(max_length=20)
    record = models.BigIntegerField()
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=10, choices=RevisionAction.choices)
    # Its slug or public id, by which a deleted record is known to have been.
    address = models.CharField(max_length=120)
    label = models.CharField(max_length=200)
    # The record on whose page it stands: a citation's is that of the claim's subject.
    page_kind = models.CharField(max_length=20)
    page = models.BigIntegerField()
    after = models.JSONField(null=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="revision_number_once", fields=["kind", "record", "number"]
            ),
            models.CheckConstraint(
                name="revision_says_what_is_left",
                condition=models.Q(action=RevisionAction.DELETED, after__isnull=True)
                | (~models.Q(action=RevisionAction.DELETED) & models.Q(after__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["page_kind", "page", "-id"], name="revision_of_page"),  # history
            models.Index(fields=["kind", "address"], name="revision_by_address"),  # 410
            models.Index(fields=["kind", "-id"], name="revision_by_kind"),  # recent changes
        ]

    def __str__(self) -> str:
        return f"{self.label}, version {self.number}"
