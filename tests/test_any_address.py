"""No address, however odd, is answered with an error of ours: 2,000 of them, over every route."""

import re
import urllib.parse
from collections.abc import Iterable
from html import unescape

import pytest
from django import forms as django_forms
from django.test import Client
from django.urls import URLPattern, get_resolver
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from partnerships import forms
from partnerships.models import (
    Article,
    Company,
    Milestone,
    Partnership,
    Person,
    ProductLaunch,
    Statement,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

RIGHT = {200, 301, 302, 400, 404, 405}
ADMIN = ["admin/", "admin/login/", "admin/partnerships/company/", "admin/none/"]
ROUTES = [str(each.pattern) for each in get_resolver().url_patterns if isinstance(each, URLPattern)]
ARGUMENT = re.compile(r"<\w+:(\w+)>")
HTMX = [
    "HX-Request",
    "HX-Boosted",
    "HX-History-Restore-Request",
    "HX-Current-URL",
    "HX-Target",
    "HX-Trigger",
    "HX-Trigger-Name",
    "HX-Prompt",
    "Triggering-Event",
    "Triggering-Event-URI-AutoEncoded",
    "HX-Current-URL-URI-AutoEncoded",
]


def every_form(form: type[forms.AsOfForm] = forms.AsOfForm) -> Iterable[type[forms.AsOfForm]]:
    yield form
    for more in form.__subclasses__():
        yield from every_form(more)


def fields() -> Iterable[tuple[str, django_forms.Field]]:
    """Every parameter of every page, as an address has it."""
    for form in every_form():
        for name, field in form.base_fields.items():
            yield form.parameters.get(name, name), field


PARAMETERS = sorted({name for name, _ in fields()})
CHOICES = sorted(
    {
        str(value)
        for _, field in fields()
        if isinstance(field, django_forms.ChoiceField)
        and not isinstance(field, django_forms.ModelChoiceField)
        for value, _ in field.choices
    }
)

# What tests need of the data is read once, before the first example.
found: dict[str, list[str]] = {}


@pytest.fixture(autouse=True)
def _found(client: Client) -> None:
    """Real names in addresses, and real places in lists."""
    found["names"] = [
        *Company.objects.values_list("slug", flat=True),
        *Partnership.objects.values_list("slug", flat=True),
        *ProductLaunch.objects.values_list("slug", flat=True),
        *Person.objects.values_list("slug", flat=True),
        *Statement.objects.values_list("public_id", flat=True),
        *Article.objects.values_list("public_id", flat=True),
        *Milestone.objects.values_list("public_id", flat=True)[:50],
    ]
    lists = ["/brands/leica/", *(f"/{route}" for route in ROUTES if not ARGUMENT.search(route))]
    pages = [client.get(path).content.decode() for path in lists]
    links = [unescape(link) for page in pages for link in re.findall(r'href="\?([^"]+)"', page)]
    found["places"] = [
        place for link in links for place in urllib.parse.parse_qs(link).get("after", [])
    ]


junk = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(["\0", "..", "%", "//evil.com", "9" * 5_000, "1e3", "-1", "' OR 1=1--", "[]"]),
)
days = st.one_of(
    st.dates().map(str),
    st.sampled_from(["2022-05-24", "2022-02-30", "0000-00-00", "1799-12-31", "2200-12-31"]),
)
names = st.deferred(lambda: st.sampled_from(found["names"]))
places = st.deferred(lambda: st.sampled_from(found["places"]))
values = st.one_of(
    st.sampled_from(CHOICES),
    names,
    days,
    st.just(""),
    st.just("unknown"),
    places,
    places.flatmap(lambda place: st.integers(0, len(place)).map(lambda end: place[:end])),
    junk,
)
queries = st.lists(
    st.tuples(st.one_of(st.sampled_from(PARAMETERS), st.sampled_from(PARAMETERS), junk), values),
    max_size=4,
)
encodings = st.sampled_from([urllib.parse.quote, urllib.parse.quote_plus, str])
headers = st.dictionaries(
    st.sampled_from(HTMX),
    st.one_of(
        st.sampled_from(["true", "false", "http://[", "[" * 5_000, "{}", "/brands/"]),
        st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=20),
    ),
    max_size=3,
)
methods = st.sampled_from(["GET"] * 8 + ["HEAD", "POST", "OPTIONS"])


@st.composite
def paths(draw: st.DrawFn) -> str:
    """A route with its arguments filled in, mostly with a name that exists."""
    route = draw(st.sampled_from([*ROUTES, *ROUTES, *ROUTES, *ADMIN]))
    filled = ARGUMENT.sub(lambda _: draw(st.one_of(names, names, names, junk)), route)
    return "/" + filled + draw(st.sampled_from(["", "", "", "", "/", "x", "%00"]))


@settings(
    max_examples=2_000,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(method=methods, path=paths(), query=queries, encode=encodings, headers=headers)
def test_no_address_is_answered_with_an_error_of_ours(
    method: str,
    path: str,
    query: list[tuple[str, str]],
    encode: object,
    headers: dict[str, str],
) -> None:
    assert callable(encode)
    response = Client().generic(
        method,
        "/",
        headers=headers,
        # As a server gives them: bytes read as Latin-1.
        PATH_INFO=path.encode().decode("latin-1"),
        QUERY_STRING="&".join(f"{encode(name)}={encode(value)}" for name, value in query)
        .encode()
        .decode("latin-1"),
    )
    event(f"answered {response.status_code}")
    assert response.status_code in RIGHT
