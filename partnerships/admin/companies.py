"""Companies and brands, and the forms of their names."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django_countries.filters import CountryFilter

from partnerships.admin.base import RecordAdmin, RecordInline
from partnerships.admin.names import CompanyForm, NamedAdmin
from partnerships.models import Company, CompanyName


class CompanyNameInline(RecordInline):
    """Further names; those of the company itself are added without anybody typing them."""

    model = CompanyName
    fields = [("name", "ambiguous")]
    show_change_link = False
    verbose_name_plural = "Names by which texts call it (its own are added by themselves)"


@admin.register(Company)
class CompanyAdmin(NamedAdmin):
    form = CompanyForm
    fieldsets = [
        (None, {"fields": ["name", "is_another", "slug", "legal_name", "part_of", "description"]}),
        ("Where to find it", {"fields": ["country", "website", "wikidata_id"]}),
    ]
    inlines = [CompanyNameInline]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "legal_name", "part_of", "country", "wikidata_id"]
    list_filter = [("country", CountryFilter)]
    list_select_related = ["part_of"]
    search_fields = ["name", "legal_name", "slug", "wikidata_id"]
    names = ["names__key"]
    search_help_text = "Any name that texts call it by, its address or Wikidata id."

    def choice_label(self, row: Company) -> str:
        return f"{row.name} ({row.legal_name})" if row.legal_name else row.name


@admin.register(CompanyName)
class CompanyNameAdmin(RecordAdmin):
    fields = ["company", "name", "ambiguous"]
    list_display = ["name", "company", "ambiguous"]
    list_filter = ["ambiguous"]
    list_select_related = ["company"]
    search_fields = ["name", "company__name"]
    names = ["key"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[CompanyName]:
        return super().get_queryset(request).select_related("company")
