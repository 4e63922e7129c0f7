"""Saying who says so: an article and, where its text is kept, the words of it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from partnerships.admin.base import RecordAdmin, RecordInline, shortened
from partnerships.admin.choices import is_key
from partnerships.admin.forms import RecordForm, typed_in_rows
from partnerships.models import Article, Citation

# What a claim's form reads of the citations that it has already.
WITH_ARTICLES = Prefetch(
    "citations", Citation.objects.select_related("article").defer("article__text")
)
CITED_CLAIMS = (
    "milestone__partnership__participations__company",
    "milestone__launch__names",
    "statement",
    "participation__company",
    "participation__partnership__participations__company",
    "product_name",
)


def place_in(article: Article, passage: str) -> tuple[int | None, int | None]:
    """Start and end of the passage in the article's text; nothing where no text is kept.

    Raises ValidationError where the passage is missing, does not stand there, stands there more
    than once, or is given for a text that is not kept.
    """
    if not article.text:
        if passage:
            raise ValidationError("The text of this article is not kept: leave the passage empty.")
        return None, None
    if not passage:
        raise ValidationError("The text of this article is kept: copy the passage that says so.")
    places = article.places_of(passage)
    if not places:
        raise ValidationError("The article has no such passage: copy it from its text, unchanged.")
    if len(places) > 1:
        raise ValidationError(
            f"The article has this passage {len(places)} times: copy more of the words around it."
        )
    return places[0], places[0] + len(passage)


class PassageField(forms.CharField):
    """Words copied from an article; browsers send line ends of their own."""

    widget = AdminTextareaWidget(attrs={"rows": 2})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", Citation._meta.get_field("passage").help_text)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


def find_article(key: str) -> Article | None:
    return Article.objects.without_text().filter(pk=key).first() if is_key(key) else None


def first_cited(claim: models.Model) -> Article | None:
    """The article cited first for a stored claim."""
    if not claim.pk:
        return None
    prefetch_related_objects([claim], WITH_ARTICLES)
    citations: list[Citation] = list(claim.citations.all())  # type: ignore[attr-defined]
    return citations[0].article if citations else None


class CitedPageForm(RecordForm):
    """The form of a claim on a page of its own, with its citations in rows below."""

    def anchoring_article(self) -> Article | None:
        keys = typed_in_rows(self.data, "citations", "article") if self.is_bound else ()
        return next((find_article(key) for key in keys), None) or first_cited(self.instance)


class CitingForm(RecordForm):
    """The row of a claim on its subject's page: with it, one citation more can be typed."""

    article = forms.ModelChoiceField(Article.objects.all(), required=False)
    passage = PassageField()

    citation: Citation | None = None

    @property
    def facts(self) -> list[str]:
        count = len(self.instance.citations.all()) if self.instance.pk else 0
        return [
            "not cited" if not count else "cited once" if count == 1 else f"cited {count} times"
        ]

    def anchoring_article(self) -> Article | None:
        key = self.data.get(self.add_prefix("article"), "") if self.is_bound else ""
        return (find_article(key) if key else None) or first_cited(self.instance)

    def clean(self) -> dict[str, Any]:
        super().clean()
        article, passage = self.cleaned_data.get("article"), self.cleaned_data.get("passage", "")
        if article and "passage" not in self.errors:
            self._cite(article, passage)
        elif passage and "article" not in self.errors:
            self.add_error("article", "Choose the article that this passage stands in.")
        elif not self.instance.pk and "article" not in self.errors:
            self.add_error("article", "Choose the article that says so.")
        return self.cleaned_data

    def _cite(self, article: Article, passage: str) -> None:
        supports = {self.instance.citation_field: self.instance}
        try:
            start, end = place_in(article, passage)
            self.citation = Citation(
                article=article, start=start, end=end, passage=passage, **supports
            )
            if self.instance.pk:
                self.citation.validate_constraints()
        except ValidationError as error:
            self.add_error("passage", ValidationError(error.messages))


class CitingInline(RecordInline):
    """An inline whose rows are claims: `CitingForm` with the citations of each row beside it."""

    form = CitingForm
    readonly_fields = ("cited",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related(WITH_ARTICLES)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_fields(request, obj)
        if self.has_change_permission(request, obj) or self.has_add_permission(request, obj):
            return fields
        return [each for each in fields if each != CITING_FIELDS]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        if "article" in formset.form.base_fields:
            formset.form.base_fields["article"] = self._article_field(request)
        return formset

    def _article_field(self, request: HttpRequest) -> Any:
        return self.formfield_for_dbfield(
            Citation._meta.get_field("article"),
            request,
            required=False,
            label="Cited article",
            help_text="Who says so. On a row that is cited already: one citation more.",
        )

    @admin.display(description="Cited already")
    def cited(self, claim: Any) -> SafeString:
        citations = claim.citations.all() if claim.pk else ()
        lines = (
            (at_passage(each, f"{each.article}: {each}"), linked(each, "Change"))
            for each in citations
        )
        return format_html_join("", "<div>{} ({})</div>", lines) or mark_safe("Nothing yet.")


CITING_FIELDS = ("article", "passage")


def passage_address(citation: Citation) -> str:
    """The article as readers see it, at the passage where its text is kept."""
    address = citation.article.get_absolute_url()
    return f"{address}#{citation.public_id}" if citation.passage else address


def at_passage(citation: Citation, text: str) -> SafeString:
    """A link to the article at the passage."""
    return format_html('<a href="{}">{}</a>', passage_address(citation), text)


def linked(row: models.Model, text: str) -> SafeString:
    """A link to the row's own page for editors."""
    meta = row._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, text)


class CitationForm(RecordForm):
    """An article and its passage; where it begins and ends is found, not typed."""

    passage = PassageField()

    @property
    def facts(self) -> list[str]:
        return [shortened(str(self.instance.article))]

    @property
    def passage_address(self) -> str:
        return passage_address(self.instance)

    def clean(self) -> dict[str, Any]:
        super().clean()
        article, passage = self.cleaned_data.get("article"), self.cleaned_data.get("passage", "")
        moved = {"article", "passage"} & set(self.changed_data) or not self.instance.pk
        if article and moved and "passage" not in self.errors:
            try:
                self.instance.start, self.instance.end = place_in(article, passage)
            except ValidationError as error:
                self.add_error("passage", error)
        return self.cleaned_data


class CitationInline(RecordInline):
    """The citations of one claim, on its own page."""

    model = Citation
    form = CitationForm
    fields = ["article", "passage"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("article").defer("article__text")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 1


@admin.register(Citation)
class CitationAdmin(RecordAdmin):
    form = CitationForm
    fieldsets = [
        (None, {"fields": ["article", "passage", "place"]}),
        (
            "What it supports",
            {
                "fields": ["milestone", "statement", "participation", "product_name"],
                "description": "One of the four.",
            },
        ),
    ]
    readonly_fields = ["place"]
    list_display = ["words", "article", "supports"]
    list_filter = [
        ("passage", admin.EmptyFieldListFilter),
        ("article__published_latest", admin.DateFieldListFilter),
    ]
    search_fields = ["passage", "article__title", "article__publisher", "article__named_source"]
    search_help_text = "Words of the passage, or the article's title or publisher."
    prefetch = CITED_CLAIMS

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("article").defer("article__text")

    @admin.display(description="passage", ordering="passage")
    def words(self, citation: Citation) -> str:
        return shortened(str(citation))

    @admin.display(description="supports")
    def supports(self, citation: Citation) -> str:
        return supported(citation)

    @admin.display(description="Where")
    def place(self, citation: Citation) -> str:
        if citation.start is None:
            return "The text is not kept." if citation.pk else "Found when it is saved."
        return f"Characters {citation.start} to {citation.end} of the text."


def supported(citation: Citation) -> str:
    """What the citation supports, with the kind of claim and its subject; see CITED_CLAIMS."""
    claim = citation.claim
    kind = str(claim._meta.verbose_name).capitalize()
    label = admin.site.get_model_admin(type(claim)).choice_label(claim)  # type: ignore[attr-defined]
    return f"{kind}: {shortened(label)}"
