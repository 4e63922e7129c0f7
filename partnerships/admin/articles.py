"""Published texts, what cites each, and the address that tells how a typed date is understood."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from partnerships import dates
from partnerships.admin import entries, pasting, queue, review
from partnerships.admin.base import RecordAdmin, shortened
from partnerships.admin.choices import ChoicesView
from partnerships.admin.citations import CITED_CLAIMS, linked, supported
from partnerships.admin.dated import UnderstoodForm, understood
from partnerships.admin.finding import LanguageFilter
from partnerships.admin.forms import RecordForm
from partnerships.admin.naming import NamedForm
from partnerships.admin.review_access import may_look
from partnerships.models import Article, Citation

# As a join it would group by every column of the article, and lose the list's order.
CITATION_COUNT = (
    Citation.objects.filter(article=OuterRef("pk"))
    .order_by()
    .values("article")
    .annotate(times=Count("pk"))
    .values("times")
)
MOST_CITATIONS = 100  # on the article's page; all of them are in the list of citations


class KeptFilter(admin.SimpleListFilter):
    """Whether the text is kept, or only its address."""

    title = "text"
    parameter_name = "text"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("kept", "kept"), ("address", "only the address")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "kept":
                return queryset.exclude(digest="")
            case "address":
                return queryset.filter(digest="")
        return queryset


class ArticleForm(RecordForm):
    """An article as it is typed or pasted; one that is there already is pointed to."""

    class Meta:
        widgets = {"text": AdminTextareaWidget(attrs={"rows": 25})}

    def is_multipart(self) -> bool:
        """So that a text is sent as it is: as a query a letter of Chinese would take nine bytes
        instead of three, and a text that may be kept be longer than a request."""
        return True

    def clean(self) -> dict[str, Any]:
        super().clean()
        others = Article.objects.without_text().exclude(pk=self.instance.pk)
        same = Article(text=self.cleaned_data.get("text", ""))
        same.derive()
        if same.digest and (first := others.filter(digest=same.digest).first()):
            self._point_to("text", "There is an article with this very text already", first)
        url = self.cleaned_data.get("url", "")
        if url and (first := others.filter(url=url).first()):
            self._point_to("url", "There is an article with this address already", first)
        return self.cleaned_data

    def _point_to(self, field: str, problem: str, first: Article) -> None:
        told = format_html("{}: {}.", problem, linked(first, first.headline))
        self.add_error(field if field in self.fields else None, ValidationError(told))


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    form = ArticleForm
    change_form_template = "admin/partnerships/article/change_form.html"
    change_list_template = "admin/partnerships/article/change_list.html"
    list_display = ["headline", "source", "day", "language", "kept", "citation_count", "to_review"]
    list_filter = [queue.ReviewFilter, KeptFilter, ("language", LanguageFilter)]
    date_hierarchy = "published_latest"
    search_fields = ["title", "publisher", "named_source", "url"]
    search_help_text = "Title, publisher, named source, address or day: 24 May 2022."

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        articles: QuerySet[Article] = super().get_queryset(request).defer("text")
        return articles.annotate(
            times_cited=Coalesce(Subquery(CITATION_COUNT), 0),
            waiting=queue.HOW_MANY_WAIT,
            suggested=queue.HOW_MANY,
            entered_by=queue.ENTERED_BY,
        )

    def get_list_display(self, request: HttpRequest) -> Any:
        """In the queue also who had the article read."""
        return [*self.list_display, *(["submitter"] if queue.is_asked_for(request) else [])]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        return super().changelist_view(
            request, {"may_read": pasting.may_read(request), **(extra_context or {})}
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Articles without a title are known by their day: it is looked for however it is typed."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        try:
            when = dates.understand(search_term)
        except dates.DateError:
            return found, duplicates
        return found | queryset.filter(published=when.edtf), duplicates

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        about = ["title", "publisher", "url", "named_source", "published", "language"]
        if obj is None:
            return [(None, {"fields": about}), ("Text", {"fields": ["text"]})]
        reason = (
            "It is cited: its words stay as they are, so that every passage keeps its place. "
            "Where the text itself was corrected, add the new one as an article of its own."
        )
        return [
            (None, {"fields": about}),
            ("Text", {"fields": ["text"], "description": reason if _is_cited(obj) else ""}),
            ("Cited for", {"fields": ["cited_for"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        return ["cited_for", "text"] if obj and _is_cited(obj) else ["cited_for"]

    @admin.display(description="article", ordering="title")
    def headline(self, article: Article) -> str:
        return shortened(article.headline)

    @admin.display(description="published", ordering="published_latest")
    def day(self, article: Article) -> str:
        return dates.plain(article.published_on) if article.published_on else ""

    @admin.display(description="text kept", boolean=True)
    def kept(self, article: Article) -> bool:
        return bool(article.digest)

    @admin.display(description="citations", ordering="times_cited")
    def citation_count(self, article: Any) -> int:
        return int(article.times_cited)

    @admin.display(description="review", ordering="waiting")
    def to_review(self, article: Any) -> SafeString | str:
        if not article.suggested:
            return ""
        told = f"{article.waiting} of {article.suggested} waiting" if article.waiting else "decided"
        return format_html('<a href="{}">{}</a>', queue.review_address(article), told)

    @admin.display(description="entered by", ordering="entered_by")
    def submitter(self, article: Any) -> str:
        return article.entered_by or ""

    @admin.display(description="Citations")
    def cited_for(self, article: Article) -> SafeString:
        if not article.pk:
            return mark_safe("Nothing yet.")
        citations = article.citations.prefetch_related(*CITED_CLAIMS)[: MOST_CITATIONS + 1]
        lines = ((linked(each, str(each)), supported(each)) for each in citations[:MOST_CITATIONS])
        return format_html_join("", "<p>{}<br>{}</p>", lines) or mark_safe("Nothing yet.")

    def get_urls(self) -> list[URLPattern]:
        protected = self.admin_site.admin_view
        return [
            path("read/", protected(pasting.page), name=pasting.NAME),
            path("understood/", protected(self.understood_view), name="partnerships_understood"),
            path(
                "choices/",
                protected(ChoicesView.as_view(admin_site=self.admin_site)),
                name="partnerships_choices",
            ),
            path("named/", protected(self.named_view), name="partnerships_named"),
            path("<str:pk>/entries/", protected(entries.page), name=entries.NAME),
            *review.urls(protected),
            *super().get_urls(),
        ]

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        """With its text at hand, an editor goes on to what it says."""
        elsewhere = {"_popup", "_addanother", "_continue"} & set(request.POST)
        answer = super().response_add(request, obj, post_url_continue)
        if not obj.text or elsewhere or not entries.may_enter(request):
            return answer
        return HttpResponseRedirect(reverse(entries.ADDRESS, args=[obj.pk]))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context["may_enter"] = entries.may_enter(request)
        article = context.get("original")
        context["may_review"] = article and article.digest and may_look(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def named_view(self, request: HttpRequest) -> HttpResponse:
        """The line beside a name: which record is meant, or that a new one will be made."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = NamedForm(request.GET)
        if not form.is_valid():
            return HttpResponseBadRequest("No such name.", content_type="text/plain")
        return render(request, "admin/entries/_named.html", {"form": form})

    def understood_view(self, request: HttpRequest) -> HttpResponse:
        """The line beside a date input: what the typed words mean by the article's day."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = UnderstoodForm(request.GET)
        if not form.is_valid():
            return HttpResponseBadRequest("No such article.", content_type="text/plain")
        line = understood(form.cleaned_data["words"], form.cleaned_data["anchor"])
        return render(request, "admin/_understood.html", {"understood": line})


def _is_cited(article: Article) -> bool:
    return article.citations.exists()
