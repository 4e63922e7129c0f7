"""Read an article: its text is pasted or dropped, and what is found in it waits for review."""

from contextlib import suppress
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import FileExtensionValidator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from partnerships import markup, recording, reviewing
from partnerships.admin.citations import linked
from partnerships.admin.dated import EdtfInput
from partnerships.admin.forms import LinesField, RecordForm
from partnerships.admin.queue import review_address
from partnerships.admin.saving import batch_of
from partnerships.models import Article, text
from partnerships.reading import Reading

NAME = "partnerships_article_read"
LARGEST = settings.DATA_UPLOAD_MAX_MEMORY_SIZE  # bytes of a file, as of a form
KNOWN_OF_IT = ["title", "publisher", "url", "named_source", "published", "language"]
# What a copy of a text may have lost or gained at its ends.
ENDS = ["", " ", "\n"]


class ReadForm(RecordForm):
    """An article as it is pasted, with what is typed about it; the rest is found in it.

    `already` is the article that has the text or the address; `reading` what a new one states.
    """

    pasted = LinesField(
        required=False,
        label="Text or HTML",
        widget=AdminTextareaWidget(attrs={"rows": 16, "autofocus": True}),
    )
    file = forms.FileField(
        required=False,
        label="Or a file",
        help_text="A text or a saved page: .txt, .html. It can be dropped anywhere on this page.",
        validators=[
            FileExtensionValidator(
                ["txt", "html", "htm"], "Choose a file that ends in .txt or .html."
            )
        ],
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm"}),
    )

    already: Article | None = None
    reading: Reading | None = None

    class Meta:
        model = Article
        fields = KNOWN_OF_IT
        widgets = {"published": EdtfInput}

    def __init__(self, *args: Any, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may_add = may_add

    def known_of_it(self) -> list[forms.BoundField]:
        return [self[name] for name in KNOWN_OF_IT]

    def is_unfolded(self) -> bool:
        """Whether something was typed of it, which the page then shows."""
        return any(self.data.get(name) or self.errors.get(name) for name in KNOWN_OF_IT)

    def clean_file(self) -> str:
        file = self.cleaned_data.get("file")
        if file is None:
            return ""
        if file.size > LARGEST:
            raise ValidationError(f"It is larger than {LARGEST // 1024**2} MB.")
        try:
            return markup.decoded(file.read())
        except markup.NoText as problem:
            raise ValidationError(str(problem)) from problem

    def clean(self) -> dict[str, Any]:
        super().clean()
        pasted, file = self.cleaned_data.get("pasted", ""), self.cleaned_data.get("file", "")
        if pasted and file:
            self.add_error("file", "Paste a text or choose a file: there can be only one of them.")
        elif pasted or file:
            self._take("pasted" if pasted else "file", self._page(pasted or file))
        elif not self.errors:
            self.add_error("pasted", "Paste the text of an article, or choose a file.")
        return self.cleaned_data

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors and self.already is None and self.instance.text:
            self.already = self.find_already()  # somebody was faster while this text was read

    def find_already(self) -> Article | None:
        """The article that has the same text, white space at its ends apart, or the address."""
        body, url = self.instance.text, self.cleaned_data.get("url", "")
        copies = [Article(text=f"{before}{body}{after}") for before in ENDS for after in ENDS]
        for copy in copies:
            copy.derive()
        others = Article.objects.without_text()
        digests = {each.digest for each in copies if body}
        same = others.filter(digest__in=digests).first()
        return same or (others.filter(url=url).first() if url else None)

    def _page(self, source: str) -> markup.Page:
        """HTML by the name of its file, or by its tags; all else is text as it stands."""
        file = self.files.get("file")
        is_html = file is not None and str(file.name).lower().endswith((".html", ".htm"))
        if is_html or markup.looks_like_html(source):
            return markup.read_page(source)
        return markup.Page(source)

    def _take(self, field: str, page: markup.Page) -> None:
        """Have the text in the article, and what is found of it where nothing is typed."""
        try:
            self.instance.text = text.clean("text", page.text).strip()
        except text.TextError as problem:
            self.add_error(field, str(problem))
            return
        if not self.instance.text:
            self.add_error(field, "There is no text in it.")
            return
        for name in ("title", "publisher", "url", "published", "language"):
            self._fill(name, getattr(page, name))
        self.already = self.find_already()
        if self.already is None and not self.errors:
            self._read(field)

    def _read(self, field: str) -> None:
        when = self.cleaned_data.get("published")
        unread = Article(text=self.instance.text, published=when.edtf if when else "")
        self.reading = found = reviewing.read(unread)
        for name in ("title", "publisher", "named_source", "published"):
            told = getattr(found, name)
            self._fill(name, told.value if told else "")
        if not self.may_add and not (found.partnerships or found.launches or found.statements):
            self.add_error(
                field, "Nothing to review was found in it: no partnership, launch or statement."
            )

    def _fill(self, name: str, found: str) -> None:
        """Take what was found where nothing is typed and it is a value that can be stored."""
        field = self.fields[name]
        if not found or self.cleaned_data.get(name) or name in self.errors:
            return
        short = " ".join(found.split())
        if name in {"title", "publisher", "named_source"}:
            short = short[: field.max_length]  # type: ignore[attr-defined]
        with suppress(ValidationError):
            value = field.clean(short)
            if isinstance(value, str):  # a form's field asks less than the model's
                Article._meta.get_field(name).run_validators(value)  # type: ignore[union-attr]
            self.cleaned_data[name] = value


def may_read(request: HttpRequest) -> bool:
    """Whether the account may have articles read, to be reviewed by an editor."""
    return bool(request.user.has_perm("partnerships.add_suggestion"))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    if not may_read(request):
        raise PermissionDenied
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReadForm(*given, may_add=request.user.has_perm("partnerships.add_article"))
    if form.is_bound and form.is_valid() and form.already is None:
        _store(request, form)
    if form.already is not None:
        return _led_to(request, form.already, form.instance.text)
    if form.instance.pk:
        return _review(form.instance)
    context = {
        **admin.site.each_context(request),
        "title": "Read an article",
        "form": form,
        "is_nav_sidebar_enabled": False,
    }
    return render(request, "admin/pasting/page.html", context)


def _store(request: HttpRequest, form: ReadForm) -> None:
    """Keep the article and what was found in it, both or neither. Where somebody was faster with
    the same text, that article is `already` there."""
    article, reading = form.instance, form.reading
    try:
        with transaction.atomic():
            with batch_of(request, "Read for review") as batch:
                batch.record(article)
            found = reviewing.proposals(article, reading) if reading else []
            kept = recording.keep_suggestions(article, found)
    except recording.Refused as refused:
        article.pk = None
        form.already = form.find_already()
        for problem in refused.problems:
            form.add_error(None, problem)
        return
    messages.success(request, _waiting(len(kept)))
    if not article.published:
        messages.warning(request, _without_day(request, article))


def _waiting(number: int) -> str:
    match number:
        case 0:
            return "The article is kept. Nothing was found in it that waits for a decision."
        case 1:
            return "The article is kept. One suggestion waits for a decision."
        case reviewing.MOST:
            return f"The article is kept. Its first {number} suggestions wait for a decision."
    return f"The article is kept. {number} suggestions wait for a decision."


def _without_day(request: HttpRequest, article: Article) -> SafeString:
    problem = "Its day was not found: dates such as “today” are not understood."
    if not request.user.has_perm("partnerships.change_article"):
        return format_html("{} An editor can add it.", problem)
    return format_html("{} {}.", problem, linked(article, "Add it"))


def _led_to(request: HttpRequest, article: Article, body: str) -> HttpResponse:
    """To the article that is there already. Another text under the same address is not kept."""
    if article.text.strip() == body.strip():
        messages.info(request, "This very text is there already: this is its article.")
    else:
        told = "with another text" if article.text else "without its text"
        messages.warning(
            request,
            f"An article with this address is there already, {told}: this is it. "
            "What you pasted was not kept.",
        )
    return _review(article)


def _review(article: Article) -> HttpResponse:
    return HttpResponseRedirect(review_address(article))
