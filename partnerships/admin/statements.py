"""Words that somebody said, verbatim."""

from django.contrib import admin

from partnerships.admin.base import RecordAdmin, shortened
from partnerships.admin.citations import CitationInline, CitedPageForm
from partnerships.admin.finding import LanguageFilter
from partnerships.models import Statement


class SegmentInline(CitationInline):
    """The segments of the text, one citation each."""

    verbose_name_plural = "Citations: one for each segment that “ … ” joins"


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    form = CitedPageForm
    fieldsets = [
        (None, {"fields": ["text", ("speaker", "role"), "company", ("kind", "said"), "language"]}),
        ("What it is about", {"fields": [("partnership", "launch")]}),
    ]
    inlines = [SegmentInline]
    list_display = ["words", "speaker", "company", "day", "kind"]
    list_filter = [
        "kind",
        ("language", LanguageFilter),
        ("company", admin.RelatedOnlyFieldListFilter),
    ]
    date_hierarchy = "said_latest"
    list_select_related = ["speaker", "company"]
    search_fields = ["text", "speaker__name"]
    names = ["company__names__key"]
    search_help_text = "Words of the text, the speaker, or any name of the company spoken for."

    @admin.display(description="statement", ordering="text")
    def words(self, statement: Statement) -> str:
        return shortened(str(statement))

    @admin.display(description="said", ordering="said_latest")
    def day(self, statement: Statement) -> str:
        return statement.day
