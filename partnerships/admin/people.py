"""People who are quoted."""

from django.contrib import admin

from partnerships.admin.forms import SluggedForm
from partnerships.admin.merging import Mergeable
from partnerships.models import Person


@admin.register(Person)
class PersonAdmin(Mergeable):
    form = SluggedForm
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
