"""Lists that go on: a whole page, its list under other filters, or the rows that follow."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

from partnerships.views.htmx import page_or_part


class Templates(NamedTuple):
    """Of a list: its page, its rows alone, and what its filters change of it, if it has any."""

    page: str
    rows: str
    found: str = ""


def templates_in(folder: str) -> Templates:
    """Those of a list that has a folder of its own."""
    return Templates(f"{folder}/list.html", f"{folder}/_rows.html", f"{folder}/_found.html")


def list_page(
    request: HttpRequest,
    form: Any,
    templates: Templates,
    context: dict[str, Any],
    end: tuple[object, ...] | None,
) -> HttpResponse:
    """The list that a form with an `after` asks for. `end` is where the shown part ends, as its
    form writes it; None where nothing follows."""
    filtered = templates.found and not form.cleaned_data["after"]
    context |= {
        "form": form,
        "as_of": form.asked["as_of"],
        "more": form.query(after=form.cursor(*end)) if end else "",
    }
    part = templates.found if filtered else templates.rows
    address = f"{request.path}?{form.query()}".rstrip("?") if filtered else ""
    return page_or_part(request, templates.page, part, context, address)
