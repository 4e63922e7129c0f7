"""The launches, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from partnerships import timeline
from partnerships.forms import LaunchListForm
from partnerships.models import ProductLaunch
from partnerships.models.calendar import Month
from partnerships.views.addresses import as_of, checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown
from partnerships.views.lists import list_page, templates_in


@only_read
def launch_list(request: HttpRequest) -> HttpResponse:
    form = checked(LaunchListForm(request.GET, of="launches"))
    question = timeline.LaunchQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.launch_page(question, after)
    context = {
        "changing_title": "launches/_title.html",
        "question": question,
        # Further launches that are added to a page need none.
        "choices": SimpleLazyObject(lambda: timeline.launch_choices(question)),
        "launches": page.launches,
        "continued": Month.of(after[0]) if after else None,
        "shown": Shown(len(page.launches), "launch,launches", question.order, bool(after)),
    }
    return list_page(request, form, templates_in("launches"), context, page.next)


@only_read
@with_former_addresses
def launch(request: HttpRequest, slug: str) -> HttpResponse:
    day = as_of(request)
    row = found(ProductLaunch.objects.with_story(), slug)
    story = timeline.launch_story(row, day)
    page = "launch" if story.known else "not_yet"
    return render(request, f"launches/{page}.html", {"story": story, "as_of": day})
