"""Claims that something happened, or will, to a partnership or a launch."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from partnerships import dates
from partnerships.admin.base import RecordAdmin
from partnerships.admin.citations import (
    CITING_FIELDS,
    CitationInline,
    CitedPageForm,
    CitingForm,
    CitingInline,
)
from partnerships.admin.ranking import deprecate, prefer
from partnerships.models import Milestone
from partnerships.models.vocabulary import MilestoneKind

CLAIM_FIELDS = (("kind", "certainty"), ("occurred", "due"), "note", ("rank", "rank_reason"))


class ClaimForm(CitingForm):
    """The row of a milestone on its subject's page."""

    @property
    def facts(self) -> list[str]:
        claim = self.instance
        promise = [f"promised for {dates.plain_due(claim.due_on)}"] if claim.due_on else []
        rank = [] if claim.rank == Milestone.Rank.NORMAL else [claim.get_rank_display()]
        return [*promise, *rank, *super().facts]


class MilestoneInline(CitingInline):
    """What happened to the subject of the page; the subject's module says which kinds fit."""

    model = Milestone
    form = ClaimForm
    fields = [*CLAIM_FIELDS, CITING_FIELDS, "cited"]
    kinds: ClassVar[Sequence[MilestoneKind]] = ()

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "kind":
            fitting = [(kind.value, kind.label) for kind in self.kinds]
            kwargs["choices"] = [("", "---------"), *fitting]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


@admin.register(Milestone)
class MilestoneAdmin(RecordAdmin):
    form = CitedPageForm
    fieldsets = [
        (
            None,
            {
                "fields": [("partnership", "launch")],
                "description": "What it is about: a partnership or a launch.",
            },
        ),
        (None, {"fields": CLAIM_FIELDS}),
    ]
    inlines = [CitationInline]
    list_display = ["label", "about", "day", "promised", "certainty", "rank"]
    list_filter = ["kind", "certainty", "rank", ("due", admin.EmptyFieldListFilter)]
    actions = [deprecate, prefer]
    date_hierarchy = "occurred_latest"
    search_fields = ["note", "partnership__slug", "launch__slug"]
    names = ["partnership__participations__company__names__key", "launch__names__key"]
    search_help_text = "Any name of the companies or the product, or words of the note."
    prefetch = ["partnership__participations__company", "launch__names"]

    @admin.display(description="milestone", ordering="kind")
    def label(self, milestone: Milestone) -> str:
        return milestone.label.capitalize()

    @admin.display(description="of")
    def about(self, milestone: Milestone) -> str:
        return str(milestone.subject)

    @admin.display(description="occurred", ordering="occurred_latest")
    def day(self, milestone: Milestone) -> str:
        return milestone.day

    @admin.display(description="promised for", ordering="due_latest")
    def promised(self, milestone: Milestone) -> str:
        return dates.plain_due(milestone.due_on) if milestone.due_on else ""

    def choice_label(self, row: Milestone) -> str:
        return f"{row.subject}: {row}"
