"""The brand list, and a brand's timeline."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from partnerships import timeline
from partnerships.forms import BrandListForm, TimelineForm
from partnerships.models import Company
from partnerships.views.addresses import checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown, page_or_part
from partnerships.views.lanes import picture_of


@only_read
def brand_list(request: HttpRequest) -> HttpResponse:
    form = checked(BrandListForm(request.GET, of="brands"))
    question = timeline.BrandQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.brand_page(question, after)
    context = {
        "form": form,
        "question": question,
        "as_of": question.as_of,
        "continued": timeline.letter_of(after[1]) if after else "",
        "brands": page.brands,
        "shown": Shown(len(page.brands), "brand,brands", "from A to Z", bool(after)),
        "total": page.total,
        "more": form.query(after=form.cursor(*page.next)) if page.next else "",
    }
    part = "brands/_rows.html" if after else "brands/_found.html"
    address = "" if after else f"{reverse('brand-list')}?{form.query()}".rstrip("?")
    return page_or_part(request, "brands/list.html", part, context, address)


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
        "form": form,
        "question": question,
        # Earlier entries that are added to a page need none.
        "counts": SimpleLazyObject(lambda: timeline.counts(question)),
        "picture": SimpleLazyObject(lambda: picture_of(timeline.lanes(question), question)),
        "as_of": question.as_of,
        "continued": str(after[0].year) if after else "",
        "lines": page.lines,
        "shown": Shown(len(page.lines), "entry,entries", "newest first", bool(after)),
        "more": form.query(after=form.cursor(*page.next)) if page.next else "",
    }
    part = "brands/_entries.html" if after else "brands/_brand.html"
    address = "" if after else f"{company.get_absolute_url()}?{form.query()}".rstrip("?")
    return page_or_part(request, "brands/brand.html", part, context, address)
