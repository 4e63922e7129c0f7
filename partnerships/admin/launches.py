"""Products brought to market, and the names they went by."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from partnerships import standing
from partnerships.admin.base import RecordAdmin
from partnerships.admin.citations import CITING_FIELDS, CitationInline, CitingInline
from partnerships.admin.forms import SluggedForm, typed_in_rows
from partnerships.admin.merging import Mergeable
from partnerships.admin.milestones import MilestoneInline
from partnerships.models import ProductLaunch, ProductName, listing
from partnerships.models.vocabulary import LAUNCH_KINDS


class LaunchForm(SluggedForm):
    """A launch; its address is made of its first name where none is typed."""

    def slug_words(self) -> str:
        return next(typed_in_rows(self.data, "names", "name"), "")


class ProductNameInline(CitingInline):
    """The names that the product goes or went by."""

    model = ProductName
    fields = [("name", "kind"), CITING_FIELDS, "cited"]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 1


class LaunchMilestoneInline(MilestoneInline):
    """What happened to the launch."""

    fk_name = "launch"
    kinds = LAUNCH_KINDS


@admin.register(ProductLaunch)
class ProductLaunchAdmin(Mergeable):
    form = LaunchForm
    fields = ["makers", "partnership", "slug"]
    inlines = [ProductNameInline, LaunchMilestoneInline]
    list_display = ["name", "maker_list", "partnership", "status"]
    search_fields = ["slug"]
    names = ["names__key", "makers__names__key"]
    search_help_text = "Any name of the product or of its makers, or the address."
    prefetch = ["names", "makers", "milestones", "partnership__participations__company"]

    @admin.display(description="launch", ordering="slug")
    def name(self, launch: ProductLaunch) -> str:
        return launch.name_on(None)

    @admin.display(description="makers")
    def maker_list(self, launch: ProductLaunch) -> str:
        return listing([maker.name for maker in launch.makers.all()])

    @admin.display(description="status today")
    def status(self, launch: ProductLaunch) -> str:
        return standing.launch_standing(list(launch.milestones.all()), timezone.localdate()).status


@admin.register(ProductName)
class ProductNameAdmin(RecordAdmin):
    fields = ["launch", "name", "kind"]
    inlines = [CitationInline]
    list_display = ["name", "kind", "launch"]
    list_filter = ["kind"]
    search_fields = ["launch__slug"]
    names = ["key", "launch__makers__names__key"]
    prefetch = ["launch__names"]

    def choice_label(self, row: ProductName) -> str:
        return f"{row} ({row.get_kind_display()})"
