"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnerships import timeline
from partnerships.views.addresses import as_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    day = as_of(request)
    return render(request, "home.html", {"home": timeline.home(day), "as_of": day})
