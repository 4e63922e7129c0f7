"""The articles, and a page for each: its text with the cited passages marked, and what they say."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from partnerships import passages, timeline
from partnerships.forms import UNKNOWN, ArticleListForm
from partnerships.models import Article
from partnerships.timeline.articles import article_choices
from partnerships.views.addresses import as_of, checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown
from partnerships.views.lists import list_page, templates_in


@only_read
def article_list(request: HttpRequest) -> HttpResponse:
    form = checked(ArticleListForm(request.GET, of="articles"))
    question = timeline.ArticleQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.article_page(question, after)
    context = {
        "question": question,
        "unknown": UNKNOWN,
        # Earlier articles that are added to a page need none.
        "choices": SimpleLazyObject(lambda: article_choices(question)),
        "articles": page.articles,
        "shown": Shown(len(page.articles), "article,articles", "newest first", bool(after)),
    }
    return list_page(request, form, templates_in("articles"), context, page.next)


@only_read
@with_former_addresses
def article(request: HttpRequest, public_id: str) -> HttpResponse:
    day = as_of(request)
    shown = found(Article.objects.all(), public_id)
    # Editors look at what waits for them before readers do.
    if not timeline.in_the_record(shown) and not request.user.is_staff:
        raise Http404("It waits for review.")
    if not timeline.shown_on(shown, day):
        context = {"as_of": day, "undated": not shown.published}
        return render(request, "articles/not_yet.html", context)
    marked = passages.marked(shown, day)
    return render(request, "articles/article.html", {"marked": marked, "as_of": day})
