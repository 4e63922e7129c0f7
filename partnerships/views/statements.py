"""The statements, the people who made them, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from partnerships import timeline
from partnerships.forms import NewestFirstForm, PeopleForm, StatementListForm
from partnerships.models import Person, Statement
from partnerships.views.addresses import as_of, checked, found, only_read, with_former_addresses
from partnerships.views.htmx import Shown
from partnerships.views.lists import Templates, list_page, templates_in

PEOPLE = Templates("people/list.html", "people/_rows.html")
SAID = Templates("people/person.html", "statements/_rows.html")


@only_read
def statement_list(request: HttpRequest) -> HttpResponse:
    form = checked(StatementListForm(request.GET, of="statements"))
    question = timeline.StatementQuestion(**form.asked)
    after = form.cleaned_data["after"]
    page = timeline.statement_page(question, after)
    context = {
        "question": question,
        # Earlier statements that are added to a page need none.
        "choices": SimpleLazyObject(lambda: timeline.statement_choices(question)),
        "continued": year_of(after),
        "lines": page.lines,
        "shown": Shown(len(page.lines), "statement,statements", "newest first", bool(after)),
    }
    return list_page(request, form, templates_in("statements"), context, page.next)


@only_read
@with_former_addresses
def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    day = as_of(request)
    row = found(Statement.objects.select_related(*timeline.STATEMENT_SUBJECTS), public_id)
    [line] = timeline.lines([row], day, again=timeline.appearances([row], day))
    context = {"line": line, "as_of": day, "known": row.known(day)}
    return render(request, "statements/statement.html", context)


@only_read
def people_list(request: HttpRequest) -> HttpResponse:
    form = checked(PeopleForm(request.GET, of="people"))
    after = form.cleaned_data["after"]
    page = timeline.people_page(form.asked["as_of"], after)
    context = {
        "people": page.people,
        "shown": Shown(len(page.people), "person,people", "from A to Z", bool(after)),
    }
    return list_page(request, form, PEOPLE, context, page.next)


@only_read
@with_former_addresses
def person(request: HttpRequest, slug: str) -> HttpResponse:
    speaker = found(Person.objects.all(), slug)
    form = checked(NewestFirstForm(request.GET, of=f"statements of {slug}"))
    question = timeline.StatementQuestion(speaker=speaker, **form.asked)
    after = form.cleaned_data["after"]
    page = timeline.statement_page(question, after)
    context = {
        "person": speaker,
        "roles": timeline.roles_of(speaker, question.as_of),
        "continued": year_of(after),
        "lines": page.lines,
        "shown": Shown(len(page.lines), "statement,statements", "newest first", bool(after)),
    }
    return list_page(request, form, SAID, context, page.next)


def year_of(after: tuple[object, ...] | None) -> str:
    """The heading under which the page before this one ended."""
    if not after:
        return ""
    return str(after[0])[:4] if after[0] else "No date"
