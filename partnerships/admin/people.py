"""People who are quoted."""

from django.contrib import admin

from partnerships.admin.base import RecordAdmin
from partnerships.admin.forms import SluggedForm
from partnerships.models import Person


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    form = SluggedForm
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
