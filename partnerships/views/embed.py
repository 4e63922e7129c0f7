"""A brand's newest entries for a frame in the page of another site."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt

from partnerships import timeline
from partnerships.forms import TimelineForm
from partnerships.models import Company
from partnerships.views.addresses import checked, found, only_read, with_former_addresses

P = ParamSpec("P")
SIZE = 10  # entries


def framed_anywhere(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """A page that any site may frame. What answers in its place, an error or a redirect to
    elsewhere, may not be framed, like any other page."""

    @wraps(view)
    def answer(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        response.csp_override = {"frame-ancestors": ["*"]}  # type: ignore[attr-defined]
        return response

    return xframe_options_exempt(answer)


@only_read
@with_former_addresses
@framed_anywhere
def brand(request: HttpRequest, slug: str) -> HttpResponse:
    company = found(Company.objects.all(), slug)
    form = checked(TimelineForm(request.GET, company=company))
    question = timeline.Question(company=company, **form.asked)
    page = timeline.page(question, form.cleaned_data["after"], SIZE)
    whole = f"{company.get_absolute_url()}?{form.query()}".rstrip("?")
    context = {
        "brand": company,
        "form": form,
        "as_of": question.as_of,
        "lines": page.lines,
        "more": page.next,
        "whole": whole,
    }
    return render(request, "embed/embed.html", context)
