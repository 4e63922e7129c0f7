"""What every answer carries, the Content-Security-Policy, and what no page takes."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

# Django's own error pages for developers come with inline styles and scripts.
DEBUG_PAGES = {404, 500}
METHODS = ["GET", "HEAD", "OPTIONS", "POST"]


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Send `SECURE_CSP`, which has the form of Django 6's setting: directive to list of sources. A
    response's `csp_override`, of the same form, comes before it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not (settings.DEBUG and response.status_code in DEBUG_PAGES):
            sources = settings.SECURE_CSP | getattr(response, "csp_override", {})
            response.headers.setdefault("Content-Security-Policy", _policy(sources))
        return response

    return middleware


def _policy(sources: dict[str, list[str]]) -> str:
    return "; ".join(f"{directive} {' '.join(each)}" for directive, each in sources.items())


def known_methods(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer 405 to what no page of the site takes: PUT, DELETE, TRACE and whatever else comes.
    Django's admin would answer them like GET."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return get_response(request)

    return middleware
