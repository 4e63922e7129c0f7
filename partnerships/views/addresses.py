"""What is common to reading any address: its record, or what became of it; its parameters, and the
answer when they are wrong."""

import datetime
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import ResolverMatch, reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from partnerships import history
from partnerships.forms import AsOfForm
from partnerships.models import FormerAddress, Record
from partnerships.views.htmx import refusal

F = TypeVar("F", bound=AsOfForm)
R = TypeVar("R", bound=Record)
P = ParamSpec("P")

SECONDS_TO_REMEMBER = 3600

# The foreign key by which a former address leads to a record of the kind.
LEADS_TO = {"company": "company", "person": "person", "partnership": "partnership"} | {
    "productlaunch": "launch"
}


def only_read(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that takes GET and HEAD; a form sent to it is answered with 405, whether or not the
    token is right that guards the forms of the admin."""
    safe: Callable[..., HttpResponse] = csrf_exempt(require_safe(view))
    return safe


class WrongParameter(BadRequest):
    """An address with a value that means nothing: `problems` name the parameters and why."""

    def __init__(self, form: AsOfForm) -> None:
        self.problems = form.problems
        super().__init__("; ".join(f"{name}: {why}" for name, why in self.problems))


class Moved(Exception):
    """The record has another address by now."""

    def __init__(self, record: Record) -> None:
        self.record = record
        super().__init__(str(record))


class Gone(Exception):
    """There was a record at this address, and it has been removed."""


def found(rows: "QuerySet[R]", address: str) -> R:
    """The record at the address, its slug or its public id.

    Raises Moved where it has another address by now or was merged into another record, Gone where
    it was removed, Http404 where there never was one.
    """
    key = "slug" if hasattr(rows.model, "slug") else "public_id"
    row = rows.filter(**{key: address}).first()
    if row is None:
        raise _absence(rows.model, address)
    return row


def _absence(model: type[Record], address: str) -> Exception:
    kind = str(model._meta.model_name)
    last = history.last_under(kind, address)
    now = _merged_into(kind, address)
    if now is None and last is not None:
        now = model._base_manager.filter(pk=last.record).first()
        # A record may have had other addresses before the one under which it was merged.
        now = now or _merged_into(kind, last.address)
    if now is not None:
        return Moved(now)
    return Gone() if last else Http404(f"No {kind} has or had the address {address}.")


def _merged_into(kind: str, address: str) -> Record | None:
    about = LEADS_TO.get(kind)
    if about is None:
        return None
    former = FormerAddress.objects.filter(slug=address, **{f"{about}__isnull": False})
    led = former.select_related(about).first()
    return led.target if led else None


def with_former_addresses(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """A view whose records may have moved, 301, or be gone, 410."""

    @wraps(view)
    def answer(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request = cast(HttpRequest, args[0])
        try:
            return view(*args, **kwargs)
        except Moved as moved:
            return _redirect(request, moved.record)
        except Gone:
            return render(request, "410.html", status=410)

    return answer


def _redirect(request: HttpRequest, record: Record) -> HttpResponse:
    """To the same page of the record that is there now."""
    match = cast(ResolverMatch, request.resolver_match)
    kwargs = {key: getattr(record, key) for key in match.kwargs}
    query = request.META.get("QUERY_STRING", "")
    address = reverse(match.view_name, kwargs=kwargs)
    return moved_to(f"{address}?{query}" if query else address)


def moved_to(address: str) -> HttpResponse:
    """What was asked for has this address by now."""
    response = HttpResponsePermanentRedirect(address)
    # A merge can be undone: no browser may remember the redirect for ever.
    patch_cache_control(response, max_age=SECONDS_TO_REMEMBER)
    return response


def checked(form: F) -> F:
    """The form, if all its values mean something; WrongParameter otherwise."""
    if not form.is_valid():
        raise WrongParameter(form)
    return form


def as_of(request: HttpRequest) -> datetime.date | None:
    """The day whose knowledge the address asks for; None for the record of today."""
    day: datetime.date | None = checked(AsOfForm(request.GET)).cleaned_data["as_of"]
    return day


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 400 page; it names the parameter and says what to do."""
    context = {"problems": getattr(exception, "problems", [])}
    return refusal(request, "400.html", "_problems.html", context)
