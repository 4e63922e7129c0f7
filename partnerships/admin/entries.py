"""From the article: its text with what it is cited for, and the forms to enter more."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from partnerships import filing, passages, recording
from partnerships.admin.citations import find_article, linked
from partnerships.admin.entering import ENTRIES, Cited, EntryForm
from partnerships.admin.naming import suggestions
from partnerships.admin.saving import batch_of
from partnerships.models import (
    Article,
    Citation,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Record,
    Statement,
)

NAME = "partnerships_article_entries"
ADDRESS = f"admin:{NAME}"
# What one entry may have to make.
MADE = (
    Citation,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Statement,
)
PARTS = (Participation, ProductName, CompanyName)  # told with what they belong to


class Entered(NamedTuple):
    """What the article is cited for, with the page for editors of the record."""

    noun: str
    link: SafeString


class Passage(NamedTuple):
    """Words of the article with all that they are cited for; `anchor` is their place on the page.
    Empty where the text is not kept."""

    words: str
    anchor: str
    entered: list[Entered]


def may_enter(request: HttpRequest) -> bool:
    """Whether the editor may change articles and add whatever one says."""
    rights = [f"partnerships.add_{model._meta.model_name}" for model in MADE]
    user: Any = request.user
    return bool(user.has_perms(["partnerships.change_article", *rights]))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str) -> HttpResponse:
    if not may_enter(request):
        raise PermissionDenied
    article = find_article(pk)
    if article is None:
        raise Http404("There is no such article.")
    marked = passages.marked(article)
    citations = [*marked.cited, *marked.without_passage]
    form = _form(request, article, citations)
    if form is not None and form.is_bound and form.is_valid():
        try:
            return _filed(request, article, form)
        except recording.Refused as refused:
            form.refuse(refused.problems)
    return _shown(request, marked, form, citations)


def cited_for(article: Article) -> Cited:
    """What the article is cited for already, to choose from."""
    marked = passages.marked(article)
    return Cited.of([*marked.cited, *marked.without_passage], "")


def _form(
    request: HttpRequest, article: Article, citations: Iterable[Citation]
) -> EntryForm | None:
    """That of the address; None where nothing is being added."""
    kind = ENTRIES.get(request.GET.get("add", ""))
    if kind is None:
        return None
    cited = Cited.of(citations, request.GET.get("last", ""))
    return kind(article, cited, request.POST if request.method == "POST" else None)


def _filed(request: HttpRequest, article: Article, form: EntryForm) -> HttpResponse:
    with batch_of(request) as batch:
        filed = filing.file(batch, article, *form.told())
    messages.success(request, _told(filed))
    last = article.citations.filter(**_supporting(filed.records[-1])).order_by("pk").last()
    query = {"add": request.GET["add"], **({"last": str(last.pk)} if last else {})}
    return HttpResponseRedirect(f"{_address(article)}?{urlencode(query)}")


def _supporting(record: Record) -> dict[str, Any]:
    """The condition on citations that they support the record, or a part of it."""
    match record:
        case Partnership():
            return {"participation__partnership": record}
        case ProductLaunch():
            return {"product_name__launch": record}
    return {record.citation_field: record}  # type: ignore[attr-defined]


def _told(filed: filing.Filed) -> SafeString:
    """What was made, with links, or that all of it was there."""
    made = [each for each in filed.made if not isinstance(each, PARTS) or each in filed.records]
    cited = [each for each in filed.records if each not in made]
    parts = []
    if made:
        parts.append(format_html("Made: {}.", _links(made)))
    if cited and filed.citations:
        parts.append(format_html("Cited for what was known: {}.", _links(cited)))
    if not made and not filed.citations:
        parts.append(format_html("Nothing new, all is recorded and cited: {}.", _links(cited)))
    return format_html_join(" ", "{}", ((each,) for each in parts))


def _links(records: Iterable[Record]) -> SafeString:
    unique = dict.fromkeys(records)
    pairs = ((each._meta.verbose_name, linked(each, str(each))) for each in unique)
    return format_html_join(", ", "{} {}", pairs)


def _shown(
    request: HttpRequest,
    marked: passages.MarkedText,
    form: EntryForm | None,
    citations: list[Citation],
) -> HttpResponse:
    last = request.GET.get("last", "")
    kept = f"&last={last}" if last.isdecimal() and last.isascii() else ""
    context = {
        **admin.site.each_context(request),
        "title": f"From the article: {marked.article.headline}",
        "marked": marked,
        "article": marked.article,
        "form": form,
        "kinds": [
            (f"?add={kind}{kept}", each.title, isinstance(form, each))
            for kind, each in ENTRIES.items()
        ],
        "suggestions": suggestions() if form else [],
        "entered": _by_passage(citations),
        "is_nav_sidebar_enabled": False,  # the text and the form need its room
    }
    return render(request, "admin/entries/page.html", context)


def _by_passage(citations: Iterable[Citation]) -> list[Passage]:
    """In the order of the text; a passage that is cited for several things stands once."""
    found: dict[tuple[int | None, int | None], Passage] = {}
    for each in citations:
        new = Passage(each.passage, each.public_id, [])
        found.setdefault((each.start, each.end), new).entered.append(_entered(each))
    return list(found.values())


def _entered(citation: Citation) -> Entered:
    claim = citation.claim
    model_admin: Any = admin.site.get_model_admin(type(claim))
    return Entered(
        str(claim._meta.verbose_name).capitalize(),
        linked(claim, model_admin.choice_label(claim)),
    )


def _address(article: Article) -> str:
    return reverse(ADDRESS, args=[article.pk])
