"""Merging two records of one thing: choosing the other, comparing the two, one step."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from partnerships import merging, recording
from partnerships.admin.base import RecordAdmin
from partnerships.admin.choices import is_key
from partnerships.admin.finding import LONGEST_QUERY
from partnerships.models import Batch, Partnership

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the comparison: what each record says in words, and which is ticked."""

    name: str
    label: str
    kept: str
    merged: str
    chosen: str


class Mergeable(RecordAdmin):
    """The pages of a kind of record of which one may be another: with those to merge them."""

    def get_urls(self) -> list[URLPattern]:
        model = f"{self.opts.app_label}_{self.opts.model_name}"
        protected = self.admin_site.admin_view
        return [
            path("<path:key>/merge/", protected(self.choose_view), name=f"{model}_merge"),
            path(
                "<path:key>/merge/<str:other>/",
                protected(self.compare_view),
                name=f"{model}_merge_with",
            ),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        record = kwargs.get("obj")
        if record is not None and self._may_merge(request):
            context["merge_address"] = self._address("merge", record.pk)
        return super().render_change_form(request, context, *args, **kwargs)

    def choose_view(self, request: HttpRequest, key: str) -> HttpResponse:
        """The records that may be the same, and a search for any other."""
        record = self._record_to_merge(request, key)
        words = request.GET.get("q", "")[:LONGEST_QUERY]
        found: list[Any] = []
        if words.strip():
            others = self.get_queryset(request).exclude(pk=record.pk)
            found = list(self.get_search_results(request, others, words)[0][: MOST_FOUND + 1])
        same = merging.possibly_same(record)
        context = self._shared(request, record) | {
            "title": f"Merge {record} with another",
            "same": [(self._comparison(record, each), self.choice_label(each)) for each in same],
            "found": [
                (self._comparison(record, each), self.choice_label(each))
                for each in found[:MOST_FOUND]
            ],
            "more": len(found) > MOST_FOUND,
            "words": words,
            "search_help": self.search_help_text or "Words of its name.",
        }
        return TemplateResponse(request, "admin/merging/choose.html", context)

    def compare_view(self, request: HttpRequest, key: str, other: str) -> HttpResponse:
        """The two side by side; what is sent merges them, unless one was changed meanwhile."""
        kept = self._record_to_merge(request, key)
        merged = self._record_to_merge(request, other)
        if request.method != "POST":
            return self._compared(request, kept, merged, [])
        read = (request.POST.get("kept_version"), request.POST.get("merged_version"))
        if read != (str(kept.version), str(merged.version)):
            return self._compared_again(request, kept, merged)
        called = str(merged)
        try:
            batch = merging.merge(kept, merged, _chosen(request), request.user)
        except recording.Stale:
            kept, merged = (self._record_to_merge(request, each) for each in (key, other))
            return self._compared_again(request, kept, merged)
        except recording.Refused as refused:
            kept, merged = (self._record_to_merge(request, each) for each in (key, other))
            return self._compared(request, kept, merged, refused.problems)
        self.message_user(request, _told(called, kept, batch), messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", kept.pk))

    def _compared_again(self, request: HttpRequest, kept: Any, merged: Any) -> HttpResponse:
        problem = "One of the two was changed meanwhile. This is how they are now: look again."
        return self._compared(request, kept, merged, [problem], status=409)

    def _compared(
        self, request: HttpRequest, kept: Any, merged: Any, problems: list[str], status: int = 200
    ) -> HttpResponse:
        against = merging.problems(kept, merged)
        same_kind = kept.pk != merged.pk
        context = self._shared(request, kept) | {
            "title": f"Merge {merged} into {kept}",
            "merged": merged,
            "kept_label": self.choice_label(kept),
            "merged_label": self.choice_label(merged),
            "rows": _rows(kept, merged, _chosen(request)) if same_kind else [],
            "moving": merging.moving(merged) if same_kind else [],
            "problems": list(dict.fromkeys([*problems, *against])),
            "possible": not against,
            "swapped": self._comparison(merged, kept),
            "choose": self._address("merge", kept.pk),
            "merged_address": self._address("change", merged.pk),
        }
        return TemplateResponse(request, "admin/merging/compare.html", context, status=status)

    def _shared(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return self.admin_site.each_context(request) | {
            "opts": self.opts,
            "record": record,
            "record_address": self._address("change", record.pk),
            "list_address": self._address("changelist"),
        }

    def _comparison(self, kept: Any, merged: Any) -> str:
        return self._address("merge_with", kept.pk, merged.pk)

    def _may_merge(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request) and self.has_delete_permission(request)

    def _record_to_merge(self, request: HttpRequest, key: str) -> Any:
        """Raises PermissionDenied, or Http404 where there is no such record."""
        if not self._may_merge(request):
            raise PermissionDenied
        record = self.get_queryset(request).filter(pk=key).first() if is_key(key) else None
        if record is None:
            raise Http404(f"No {self.opts.verbose_name} {key}.")
        return record


def _chosen(request: HttpRequest) -> dict[str, str]:
    """What is ticked, by field."""
    start = "choice-"
    return {
        name.removeprefix(start): str(value)
        for name, value in request.POST.items()
        if name.startswith(start)
    }


def _rows(kept: Any, merged: Any, chosen: dict[str, str]) -> list[Row]:
    return [
        Row(
            each.name,
            each.label.capitalize() if each.label.islower() else each.label,
            _in_words(kept, each.name),
            _in_words(merged, each.name),
            chosen.get(each.name, each.suggested),
        )
        for each in merging.choices(kept, merged)
    ]


def _in_words(record: Any, name: str) -> str:
    if isinstance(record, Partnership) and name == "kinds":
        return ", ".join(record.kind_labels)
    value = getattr(record, name)
    return str(getattr(value, "name", value) or "") if value else ""


def _told(called: str, kept: Any, batch: Batch) -> SafeString:
    """What was done, with the way to take it back."""
    told = format_html("{} went into {}.", called, kept)
    address = reverse("admin:partnerships_batch", args=[batch.public_id])
    return format_html('{} <a href="{}">See what changed, or undo it</a>.', told, address)
