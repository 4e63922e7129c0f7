"""Whether an answer is a page or the part of it that changes; the one place that asks htmx."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

# Sliders, by the names of their fields: what they ask for on their way is no step to go back.
SLIDERS = {"year"}
DECIDING_HEADERS = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request")


class Shown(NamedTuple):
    """What the page's status says of its rows: how many, what they are called (one and several,
    “entry,entries”), their order, and whether they are added to those already there."""

    number: int
    noun: str
    order: str
    further: bool


def page_or_part(
    request: HttpRequest, page: str, part: str, context: dict[str, Any], address: str = ""
) -> HttpResponse:
    """The whole page, or for htmx the template `part` that the page itself includes, with the new
    text of the page's status; it is told which by `is_part`. Where filters change the page's title,
    `changing_title` in the context is the template of it.

    `address` is what the browser's address bar shows after a part was swapped in.
    """
    partial = wants_part(request)
    template = "_part.html" if partial else page
    response = render(request, template, context | {"is_part": partial, "part": part})
    patch_vary_headers(response, DECIDING_HEADERS)
    # The same address again, as after Enter in a field that was just left, is no step to go back.
    if partial and address and not request.headers.get("HX-Current-URL", "").endswith(address):
        sliding = request.headers.get("HX-Trigger-Name") in SLIDERS
        response["HX-Replace-Url" if sliding else "HX-Push-Url"] = address
    return response


def refusal(request: HttpRequest, page: str, part: str, context: dict[str, Any]) -> HttpResponse:
    """A 400: the whole page, or for htmx the reasons alone, shown beside what was typed."""
    partial = wants_part(request)
    response = render(request, part if partial else page, context, status=400)
    patch_vary_headers(response, DECIDING_HEADERS)
    if partial:
        response["HX-Retarget"], response["HX-Reswap"] = "#problems", "innerHTML"
        # Whatever part of the page was asked for, the reasons are not in it.
        response["HX-Reselect"] = "unset"
    return response


def wants_part(request: HttpRequest) -> bool:
    """Only htmx itself, and not where it replaces the page or asks for one out of the history."""
    # A request that Django refuses before our middleware sees it has none.
    htmx = getattr(request, "htmx", None)
    return bool(htmx and not htmx.boosted and not htmx.history_restore_request)
