"""For editors: every record can be entered, corrected and removed; all writing is recording's."""

from django.contrib import admin

from partnerships.admin import (
    accounts,
    articles,
    citations,
    companies,
    launches,
    milestones,
    partnerships,
    people,
    statements,
)

__all__ = [
    "accounts",
    "articles",
    "citations",
    "companies",
    "launches",
    "milestones",
    "partnerships",
    "people",
    "statements",
]

admin.site.site_header = "Partnerships"
admin.site.site_title = "Partnerships"
admin.site.index_title = "For editors"
# The kinds of record stand in the head of each page, and lists need the width.
admin.site.enable_nav_sidebar = False
