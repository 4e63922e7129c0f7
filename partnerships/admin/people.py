"""People who are quoted."""

from django.contrib import admin

from partnerships.admin.names import NamedAdmin, PersonForm
from partnerships.models import Person


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    form = PersonForm
    fields = ["name", "is_another", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
