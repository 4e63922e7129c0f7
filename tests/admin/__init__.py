"""The pages for editors, opened and sent as a browser does."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.forms import BaseForm, BooleanField
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def address(model: Any, page: str, *args: object) -> str:
    return reverse(f"admin:partnerships_{model._meta.model_name}_{page}", args=args)


def typed(response: HttpResponse) -> dict[str, Any]:
    """What the inputs of an admin page hold, as a browser would send it."""
    return {
        bound.html_name: _sent(bound.value())
        for form in _forms(response)
        for bound in form
        if bound.value() or not isinstance(bound.field, BooleanField)  # an empty box is not sent
    }


def problems(response: HttpResponse) -> list[str]:
    """Every message beside a field or above the form, in the page's order."""
    return [
        message
        for form in _forms(response)
        for messages in form.errors.values()
        for message in messages
    ]


def send(client: Client, url: str, **changes: Any) -> HttpResponse:
    """Open a page, type the changes over what it holds, and save."""
    return client.post(url, typed(client.get(url)) | changes)


def rows(prefix: str, *each: dict[str, Any], first: int = 0) -> dict[str, Any]:
    """The rows of an inline as they are typed; those before `first` are there already."""
    values = {
        f"{prefix}-{number}-{name}": value
        for number, row in enumerate(each, first)
        for name, value in row.items()
    }
    return {f"{prefix}-TOTAL_FORMS": str(first + len(each)), **values}


def account_in(role: str) -> User:
    """An account for the pages for editors, by the name of its role. Needs the fixture `roles`."""
    account = User.objects.create_user(role, is_staff=True)
    account.groups.add(Group.objects.get(name=role))
    return account


def signed_in(account: User) -> Client:
    client = Client()
    client.force_login(account)
    return client


def only_with(account: User, rights: Iterable[Permission]) -> None:
    """Give the account these rights, and none of a role's."""
    account.user_permissions.set(list(rights))
    account.groups.clear()


def rights_of(account: User, without: str = "") -> list[Permission]:
    """What the account may do through its roles, one right left out."""
    held = Permission.objects.filter(group__user=account)
    return list(held.exclude(codename=without))


def _forms(response: HttpResponse) -> Iterator[BaseForm]:
    context: Any = response.context
    yield context["adminform"].form
    for inline in context["inline_admin_formsets"]:
        yield inline.formset.management_form
        yield from inline.formset.forms


def _sent(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [str(each) for each in value]
    return "" if value is None else str(value)
