"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from partnerships import timeline
from partnerships.views.addresses import as_of, only_read


@only_read
def home(request: HttpRequest) -> HttpResponse:
    day = as_of(request)
    return render(request, "home.html", {"home": timeline.home(day), "as_of": day})
