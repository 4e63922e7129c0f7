"""Cooperations between companies, and who takes part in them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from partnerships import standing
from partnerships.admin.base import RecordAdmin
from partnerships.admin.choices import is_key
from partnerships.admin.citations import CITING_FIELDS, CitationInline, CitingInline
from partnerships.admin.forms import SluggedForm, typed_in_rows
from partnerships.admin.merging import Mergeable
from partnerships.admin.milestones import MilestoneInline
from partnerships.models import Company, Participation, Partnership
from partnerships.models.vocabulary import PARTNERSHIP_KINDS, AllianceKind


class PartnershipForm(SluggedForm):
    """A partnership; its address is made of its companies where none is typed."""

    def slug_words(self) -> str:
        keys = list(filter(is_key, typed_in_rows(self.data, "participations", "company")))
        slugs = dict(Company.objects.filter(pk__in=keys).values_list("pk", "slug"))
        return "-".join(slugs[int(key)] for key in dict.fromkeys(keys) if int(key) in slugs)


class ParticipationInline(CitingInline):
    """The companies that take part, two at least."""

    model = Participation
    fields = [("company", "role"), CITING_FIELDS, "cited"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        return super().get_queryset(request).select_related("company")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 2


class PartnershipMilestoneInline(MilestoneInline):
    """What happened to the partnership."""

    fk_name = "partnership"
    kinds = PARTNERSHIP_KINDS


class KindFilter(admin.SimpleListFilter):
    """One of the kinds that a partnership combines."""

    title = "kind"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Sequence[tuple[str, str]]:
        return AllianceKind.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(kinds__has=self.value()) if self.value() else queryset


@admin.register(Partnership)
class PartnershipAdmin(Mergeable):
    form = PartnershipForm
    fields = ["kinds", "scope", "description", "slug"]
    inlines = [ParticipationInline, PartnershipMilestoneInline]
    list_display = ["title", "kind_list", "scope", "status"]
    list_filter = [KindFilter, "participations__role"]
    search_fields = ["slug", "scope"]
    names = ["participations__company__names__key"]
    search_help_text = "Any names of the companies, the scope or the address."
    prefetch = ["participations__company", "milestones"]

    @admin.display(ordering="slug", description="partnership")
    def title(self, partnership: Partnership) -> str:
        return partnership.title

    @admin.display(description="kinds")
    def kind_list(self, partnership: Partnership) -> str:
        return ", ".join(partnership.kind_labels)

    @admin.display(description="status today")
    def status(self, partnership: Partnership) -> str:
        claims = list(partnership.milestones.all())
        return standing.partnership_standing(claims, timezone.localdate(), None).status

    def choice_label(self, row: Partnership) -> str:
        return f"{row.title}: {row.scope}" if row.scope else row.title


@admin.register(Participation)
class ParticipationAdmin(RecordAdmin):
    fields = ["partnership", "company", "role"]
    inlines = [CitationInline]
    list_display = ["company", "partnership", "role"]
    list_filter = ["role"]
    search_fields = ["partnership__slug", "company__name"]
    names = ["company__names__key"]
    prefetch = ["partnership__participations__company"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        return super().get_queryset(request).select_related("company")

    def choice_label(self, row: Participation) -> str:
        return f"{row.partnership.title}: {row}"
