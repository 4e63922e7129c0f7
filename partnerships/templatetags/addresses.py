"""Where links lead: each keeps the day that the page shows."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.db.models import Model
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], page: Model) -> str:
    """A record's page, as known on the day that this page shows."""
    as_of = context.get("as_of")
    url: str = page.get_absolute_url()  # type: ignore[attr-defined]
    path, hash_mark, anchor = url.partition("#")
    return f"{path}?as_of={as_of.isoformat()}{hash_mark}{anchor}" if as_of else url


@register.simple_tag(takes_context=True)
def listing(context: dict[str, Any], view: str, **filters: str) -> str:
    """A list with these filters alone, as known on the day that this page shows."""
    as_of = context.get("as_of")
    query = urlencode(filters | ({"as_of": as_of.isoformat()} if as_of else {}))
    return f"{reverse(view)}?{query}" if query else reverse(view)


@register.simple_tag(takes_context=True)
def today(context: dict[str, Any]) -> str:
    """This page with the same filters, as known today."""
    form = context.get("form")
    query = form.query_of_today() if form else ""
    path: str = context["request"].path
    return f"{path}?{query}" if query else path


@register.simple_tag(takes_context=True)
def chosen(context: dict[str, Any], parameter: str) -> str:
    """The value of a parameter in the address of this page; empty where it is not given."""
    form = context.get("form")
    return str(form.data.get(parameter, "")) if form else ""


@register.simple_tag(takes_context=True)
def asked(context: dict[str, Any], parameter: str = "", value: str = "", outcome: str = "") -> str:
    """The part after "?" of another list's address: what is given of the two parameters, as known
    on the day that this page shows."""
    as_of = context.get("as_of")
    day = as_of.isoformat() if as_of else ""
    given = {parameter: value, "outcome": outcome, "as_of": day}
    return urlencode({name: each for name, each in given.items() if name and each})


@register.simple_tag(takes_context=True)
def narrowed(context: dict[str, Any], parameter: str, value: object) -> str:
    """This list with another value of one parameter, from its top."""
    return f"?{context['form'].query(**{parameter: str(value)})}"


@register.simple_tag(takes_context=True)
def preview(context: dict[str, Any], page: Model) -> str:
    """The picture of a brand or partnership, as known on the day that this page shows."""
    path, _, query = address(context, page).partition("?")
    return f"{path}preview.png?{query}" if query else f"{path}preview.png"


@register.simple_tag
def absolute(path: str) -> str:
    """An address of this site as other sites have to write it."""
    return f"{settings.SITE_ADDRESS}{path}"
