"""Who has which page for editors open."""

from django.conf import settings
from django.db import models


class Presence(models.Model):
    """An editor who had the page of a record open a moment ago: Ada, on the company Leica."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # As in a revision, the kind and the id of the record.
    kind = models.CharField(max_length=20)
    record = models.BigIntegerField()
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "presences"
        default_permissions = ()
        ordering = ["user__username"]
        constraints = [
            models.UniqueConstraint(name="presence_once", fields=["kind", "record", "user"]),
        ]
        indexes = [
            models.Index(fields=["seen_at"], name="presence_by_age"),  # what is forgotten
        ]

    def __str__(self) -> str:
        return f"{self.user} on {self.kind} {self.record}"
