"""Search: what was found, and what is suggested while somebody types."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from partnerships import search
from partnerships.forms import SearchForm
from partnerships.views.addresses import checked, only_read
from partnerships.views.htmx import Shown, page_or_part


@only_read
def found(request: HttpRequest) -> HttpResponse:
    form = checked(SearchForm(request.GET, of="search"))
    question = search.Question(**form.asked)
    after = form.cleaned_data["after"]
    answers = search.answers(question, after)
    shown = Shown(len(answers.results), "result,results", "best first", bool(after))
    context = {
        "form": form,
        "question": question,
        "as_of": question.as_of,
        "sought": question.q,
        "answers": answers,
        "results": answers.results,
        "shown": shown if question.q else None,
        "more": form.query(after=form.cursor(*answers.next)) if answers.next else "",
    }
    part = "search/_rows.html" if after else "search/_found.html"
    address = "" if after else f"{reverse('search')}?{form.query()}".rstrip("?")
    return page_or_part(request, "search/search.html", part, context, address)


@only_read
def suggested(request: HttpRequest) -> HttpResponse:
    form = checked(SearchForm(request.GET, of="search"))
    question = search.Question(**form.asked)
    results = search.suggestions(question)
    context = {
        "question": question,
        "as_of": question.as_of,
        "sought": question.q,
        "results": results,
        "shown": Shown(len(results), "suggestion,suggestions", "best first", further=False),
        "all": form.query(),
    }
    return page_or_part(request, "search/suggestions.html", "search/_suggestions.html", context)
