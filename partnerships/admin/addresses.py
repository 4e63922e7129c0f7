"""The addresses of the pages of one kind of record."""

from django.contrib import admin
from django.urls import reverse


class Addressed(admin.ModelAdmin):  # type: ignore[type-arg]
    """Knows where its own pages are."""

    def _address(self, page: str, *args: object) -> str:
        model = f"{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"{self.admin_site.name}:{model}_{page}", args=args)
