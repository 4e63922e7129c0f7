"""Which records go by a name; in doubt several, and nothing is guessed."""

from django.db import models

from partnerships.models import Company, Person, ProductLaunch, name_key


def launches_called(name: str) -> list[ProductLaunch]:
    """The products that go or went by the name, oldest first."""
    named = ProductLaunch.objects.filter(names__key=name_key(name)).distinct()
    return list(named.prefetch_related("names", "makers").order_by("pk"))


def people_called(name: str) -> list[Person]:
    """The people of that name, oldest first; their number is small enough to look at each."""
    key = name_key(name)
    return [each for each in Person.objects.order_by("pk") if name_key(each.name) == key]


def companies_called(name: str) -> list[Company]:
    """The companies that go by the name, oldest first; several where it is ambiguous."""
    called = models.Q(names__key=name_key(name)) | models.Q(key=name_key(name))
    return list(Company.objects.filter(called).distinct().order_by("pk"))
