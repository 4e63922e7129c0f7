"""The launches, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from partnerships import timeline
from partnerships.forms import LaunchListForm
from partnerships.models import ProductLaunch
from partnerships.models.calendar import Month
from partnerships.views.addresses import as_of, checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown, page_or_part


@only_read
def launch_list(request: HttpRequest) -> HttpResponse:
    form = checked(LaunchListForm(request.GET, of="launches"))
    question = timeline.LaunchQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.launch_page(question, after)
    context = {
        "form": form,
        "question": question,
        "as_of": question.as_of,
        # Further launches that are added to a page need none.
        "choices": SimpleLazyObject(lambda: timeline.launch_choices(question)),
        "launches": page.launches,
        "continued": Month.of(after[0]) if after else None,
        "shown": Shown(len(page.launches), "launch,launches", question.order, bool(after)),
        "more": form.query(after=form.cursor(*page.next)) if page.next else "",
    }
    part = "launches/_rows.html" if after else "launches/_found.html"
    address = "" if after else f"{reverse('launch-list')}?{form.query()}".rstrip("?")
    return page_or_part(request, "launches/list.html", part, context, address)


@only_read
@with_former_addresses
def launch(request: HttpRequest, slug: str) -> HttpResponse:
    day = as_of(request)
    row = found(ProductLaunch.objects.with_story(), slug)
    story = timeline.launch_story(row, day)
    page = "launch" if story.known else "not_yet"
    return render(request, f"launches/{page}.html", {"story": story, "as_of": day})
