"""The articles, and a page for each: its text with the cited passages marked, and what they say."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from partnerships import passages, timeline
from partnerships.forms import UNKNOWN, ArticleListForm
from partnerships.models import Article
from partnerships.timeline.articles import article_choices
from partnerships.views.addresses import as_of, checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown, page_or_part


@only_read
def article_list(request: HttpRequest) -> HttpResponse:
    form = checked(ArticleListForm(request.GET, of="articles"))
    question = timeline.ArticleQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.article_page(question, after)
    context = {
        "form": form,
        "question": question,
        "as_of": question.as_of,
        "unknown": UNKNOWN,
        # Earlier articles that are added to a page need none.
        "choices": SimpleLazyObject(lambda: article_choices(question)),
        "articles": page.articles,
        "shown": Shown(len(page.articles), "article,articles", "newest first", bool(after)),
        "more": form.query(after=form.cursor(*page.next)) if page.next else "",
    }
    part = "articles/_rows.html" if after else "articles/_found.html"
    address = "" if after else f"{reverse('article-list')}?{form.query()}".rstrip("?")
    return page_or_part(request, "articles/list.html", part, context, address)


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
