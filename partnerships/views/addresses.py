"""What is common to reading any address: its parameters, and the answer when they are wrong."""

import datetime
from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from partnerships.forms import AsOfForm
from partnerships.views.htmx import refusal

F = TypeVar("F", bound=AsOfForm)


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
