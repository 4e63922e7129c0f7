"""The partnerships, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from partnerships import timeline
from partnerships.forms import PartnershipListForm
from partnerships.models import Partnership
from partnerships.timeline.partnerships import partnership_choices
from partnerships.views.addresses import as_of, checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown
from partnerships.views.lists import list_page, templates_in


@only_read
def partnership_list(request: HttpRequest) -> HttpResponse:
    form = checked(PartnershipListForm(request.GET, of="partnerships"))
    question = timeline.PartnershipQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.partnership_page(question, after)
    context = {
        "question": question,
        # Further partnerships that are added to a page need none.
        "choices": SimpleLazyObject(lambda: partnership_choices(question)),
        "partnerships": page.partnerships,
        "shown": Shown(
            len(page.partnerships), "partnership,partnerships", "from A to Z", bool(after)
        ),
    }
    return list_page(request, form, templates_in("partnerships"), context, page.next)


@only_read
@with_former_addresses
def partnership(request: HttpRequest, slug: str) -> HttpResponse:
    day = as_of(request)
    row = found(Partnership.objects.all(), slug)
    story = timeline.partnership_story(row, day)
    page = "partnership" if story.known else "not_yet"
    return render(request, f"partnerships/{page}.html", {"story": story, "as_of": day})
