"""Search: what was found, and what is suggested while somebody types."""

from django.http import HttpRequest, HttpResponse

from partnerships import search
from partnerships.forms import SearchForm
from partnerships.views.addresses import checked, only_read
from partnerships.views.htmx import Shown, page_or_part
from partnerships.views.lists import Templates, list_page

RESULTS = Templates("search/search.html", "search/_rows.html", "search/_found.html")


@only_read
def found(request: HttpRequest) -> HttpResponse:
    form = checked(SearchForm(request.GET, of="search"))
    question = search.Question(**form.asked)
    after = form.cleaned_data["after"]
    answers = search.answers(question, after)
    shown = Shown(len(answers.results), "result,results", "best first", bool(after))
    context = {
        "question": question,
        "sought": question.q,
        "answers": answers,
        "results": answers.results,
        "shown": shown if question.q else None,
    }
    return list_page(request, form, RESULTS, context, answers.next)


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
