"""The first page."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from partnerships import timeline
from partnerships.pictures.sparkline import sparkline
from partnerships.pictures.svg import Svg
from partnerships.views.addresses import as_of, only_read


class DrawnBrand(NamedTuple):
    """A brand and how lively it was, with the picture of it."""

    activity: timeline.Activity
    svg: Svg


@only_read
def home(request: HttpRequest) -> HttpResponse:
    day = as_of(request)
    brands = [DrawnBrand(each, sparkline(each.numbers)) for each in timeline.most_active(day)]
    context = {"home": timeline.home(day), "brands": brands, "as_of": day}
    return render(request, "home.html", context)
