"""People who are quoted."""

from django.db import models
from django.urls import reverse

from partnerships.models.record import Record


class PersonQuerySet(models.QuerySet["Person"]):
    def get_by_natural_key(self, slug: str) -> "Person":
        return self.get(slug=slug)


class Person(Record):
    """Somebody who is quoted: Matthias Harsch. Roles stand on the statements, as printed."""

    name = models.CharField(max_length=200, help_text="As the article first gives it in full.")
    slug = models.SlugField(max_length=80, unique=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
