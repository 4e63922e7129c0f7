"""Whose rumours come true, and who keeps what they promise."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from partnerships import timeline
from partnerships.forms import PromiseListForm, PromiserForm, RumourListForm, SourceForm
from partnerships.views.addresses import checked, only_read
from partnerships.views.htmx import Shown
from partnerships.views.lists import Templates, list_page


@only_read
def source_list(request: HttpRequest) -> HttpResponse:
    form = checked(SourceForm(request.GET, of="sources"))
    question = timeline.SourceQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.source_page(question, after)
    shown = Shown(len(page.tallies), "publisher,publishers", _order(form, question), bool(after))
    context = {"tallies": page.tallies, "total": page.total, "question": question}
    return _answer(request, form, context | {"shown": shown}, "publishers", page.next)


@only_read
def company_list(request: HttpRequest) -> HttpResponse:
    return _promisers(request, "companies", "company,companies")


@only_read
def speaker_list(request: HttpRequest) -> HttpResponse:
    return _promisers(request, "speakers", "speaker,speakers")


def _promisers(request: HttpRequest, of: str, noun: str) -> HttpResponse:
    form = checked(PromiserForm(request.GET, of=of))
    question = timeline.PromiserQuestion(of == "speakers", **form.asked)
    after = form.cleaned_data["after"]
    page = timeline.promiser_page(question, after)
    shown = Shown(len(page.tallies), noun, _order(form, question), bool(after))
    context = {"tallies": page.tallies, "question": question, "who": noun.partition(",")[0]}
    return _answer(request, form, context | {"shown": shown}, "promisers", page.next)


@only_read
def rumour_list(request: HttpRequest) -> HttpResponse:
    form = checked(RumourListForm(request.GET, of="rumours"))
    question = timeline.RumourQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.rumour_page(question, after)
    shown = Shown(len(page.rumours), "rumour,rumours", "latest reported first", bool(after))
    context = {"page": page, "question": question, "shown": shown}
    context["changing_title"] = "sources/_rumours_title.html"
    return _answer(request, form, context, "rumours", page.next)


@only_read
def promise_list(request: HttpRequest) -> HttpResponse:
    form = checked(PromiseListForm(request.GET, of="promises"))
    question = timeline.PromiseQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.promise_page(question, after)
    shown = Shown(len(page.lines), "promise,promises", "last promised day first", bool(after))
    continued = after.split()[0] if after else ""
    context = {"page": page, "question": question, "shown": shown, "continued": continued}
    return _answer(request, form, context, "promises", page.next)


def _order(form: Any, question: Any) -> str:
    """The order as the page's status says it."""
    label = dict(form.fields["order"].choices)[question.order].lower()
    return "from A to Z" if question.order == "name" else f"most first by “{label}”"


def _answer(
    request: HttpRequest, form: Any, context: dict[str, Any], name: str, end: str | None
) -> HttpResponse:
    """The page of that name, its list, or what follows of it."""
    templates = Templates(
        f"sources/{name}.html", f"sources/_{name}_rows.html", f"sources/_{name}.html"
    )
    return list_page(request, form, templates, context, (end,) if end else None)
