"""What every cited fact has in common."""

import datetime
from typing import ClassVar

from django.db import models

from partnerships.models.fields import PublicIdField
from partnerships.models.record import Record


class Claim(Record):
    """Something that at least one article says: a milestone, a statement, a participation or a
    product's name. `citations` are the places that say so."""

    citation_field: ClassVar[str]  # the foreign key by which a citation supports it

    public_id = PublicIdField()
    # Derived by recording: the first day on which an article cited for it was certainly out.
    known_from = models.DateField(null=True, editable=False)

    class Meta(Record.Meta):
        abstract = True

    def known(self, on: datetime.date | None) -> bool:
        """Whether it was reported by that day; everything recorded counts where no day is asked."""
        return on is None or (self.known_from is not None and self.known_from <= on)
