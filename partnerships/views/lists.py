"""Lists that go on: a whole page, its list under other filters, or the rows that follow."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

from partnerships.views.htmx import page_or_part


class Templates(NamedTuple):
    """Of a list: its page, what a filter changes of it, and its rows alone."""

    page: str
    found: str
    rows: str


def templates_in(folder: str) -> Templates:
    """Those of a list that has a folder of its own."""
    return Templates(f"{folder}/list.html", f"{folder}/_found.html", f"{folder}/_rows.html")


def list_page(
    request: HttpRequest,
    form: Any,
    templates: Templates,
    context: dict[str, Any],
    end: tuple[object, ...] | None,
) -> HttpResponse:
    """The list that a form with an `after` asks for. `end` is where the shown part ends, as its
    form writes it; None where nothing follows."""
    after = form.cleaned_data["after"]
    context |= {
        "form": form,
        "as_of": form.asked["as_of"],
        "more": form.query(after=form.cursor(*end)) if end else "",
    }
    part = templates.rows if after else templates.found
    address = "" if after else f"{request.path}?{form.query()}".rstrip("?")
    return page_or_part(request, templates.page, part, context, address)
