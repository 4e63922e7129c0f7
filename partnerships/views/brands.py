"""The brand list, and a brand's timeline."""

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from partnerships import timeline
from partnerships.forms import BrandListForm, TimelineForm
from partnerships.models import Company
from partnerships.views.addresses import checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown
from partnerships.views.lanes import picture_of
from partnerships.views.lists import Templates, list_page, templates_in

TIMELINE = Templates("brands/brand.html", "brands/_entries.html", "brands/_brand.html")


@only_read
def brand_list(request: HttpRequest) -> HttpResponse:
    form = checked(BrandListForm(request.GET, of="brands"))
    question = timeline.BrandQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.brand_page(question, after)
    context = {
        "question": question,
        "continued": timeline.letter_of(after[1]) if after else "",
        "brands": page.brands,
        "shown": Shown(len(page.brands), "brand,brands", "from A to Z", bool(after)),
        "total": page.total,
    }
    return list_page(request, form, templates_in("brands"), context, page.next)


@only_read
@with_former_addresses
def brand(request: HttpRequest, slug: str) -> HttpResponse:
    company = found(Company.objects.all(), slug)
    form = TimelineForm(request.GET, company=company)
    question = timeline.Question(company=company, **checked(form).asked)
    after = form.cleaned_data["after"]
    page = timeline.page(question, after)
    context = {
        "brand": company,
        "question": question,
        # Earlier entries that are added to a page need none.
        "counts": SimpleLazyObject(lambda: timeline.counts(question)),
        "picture": SimpleLazyObject(lambda: picture_of(timeline.lanes(question), question)),
        "continued": str(after[0].year) if after else "",
        "lines": page.lines,
        "shown": Shown(len(page.lines), "entry,entries", "newest first", bool(after)),
    }
    return list_page(request, form, TIMELINE, context, page.next)
