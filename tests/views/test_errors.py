"""The pages for what went wrong: they look like the site and say what to do."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.test.signals import template_rendered
from django.views import defaults
from whitenoise.storage import CompressedManifestStaticFilesStorage

from partnerships.models import Article, Company, Statement
from partnerships.views import addresses
from tests import factories as make

TEMPLATES = Path(settings.BASE_DIR, "templates")
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
ERRORS = ["400.html", "403.html", "403_csrf.html", "404.html", "410.html", "500.html"]
STATIC = re.compile(r"""{% static ["']([^"']+)["']""")

# Shown only where editors work, or not before something else is built: rendered by name.
ALONE = {*ERRORS, "admin/_understood.html", "admin/base_site.html"}


@pytest.fixture
def request_of_nothing(rf: RequestFactory) -> HttpRequest:
    return rf.get("/nothing/")


def test_static_files_are_served_under_hashed_names() -> None:
    assert isinstance(staticfiles_storage, CompressedManifestStaticFilesStorage)
    assert re.search(r"site\.[0-9a-f]{12}\.css", staticfiles_storage.url("site.css"))
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry"):
        staticfiles_storage.url("missing.css")


@pytest.mark.parametrize("name", NAMES)
def test_template_can_be_read_and_its_static_files_exist(name: str) -> None:
    get_template(name)
    for file in STATIC.findall((TEMPLATES / name).read_text()):
        assert staticfiles_storage.url(file)


@pytest.mark.parametrize("name", ERRORS)
def test_error_page_looks_like_the_site_and_leads_on(
    name: str, request_of_nothing: HttpRequest
) -> None:
    html = get_template(name).render({}, request_of_nothing)
    assert html.count("<h1>") == 1
    assert staticfiles_storage.url("site.css") in html
    main = html[html.index("<main") : html.index("</main>")]
    assert "<a href=" in main
    assert "<form" not in main


@pytest.mark.django_db
def test_page_for_a_name_the_address_gets_wrong(client: Client) -> None:
    response = client.get("/brands/?as_of=<b>")
    html = response.content.decode()
    assert response.status_code == 400
    assert "<code>as_of</code>" in html
    assert 'href="/brands/"' in html


@pytest.mark.django_db
def test_page_for_too_many_parameters(client: Client) -> None:
    query = "&".join(f"p{number}=" for number in range(1001))
    response = client.get(f"/brands/?{query}")
    assert response.status_code == 400
    assert "This address means nothing here" in response.content.decode()


@pytest.mark.django_db
def test_page_for_an_address_without_a_page(client: Client) -> None:
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert "Nothing at this address" in response.content.decode()


@pytest.mark.django_db
def test_page_for_a_form_that_is_out_of_date() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert "The form was out of date" in response.content.decode()


def test_page_for_what_is_not_allowed(request_of_nothing: HttpRequest) -> None:
    response = defaults.permission_denied(request_of_nothing, PermissionDenied())
    assert response.status_code == 403
    assert b"You may not see this" in response.content


@pytest.mark.django_db
def test_page_for_a_mistake_of_ours(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    make.article()
    monkeypatch.setattr("partnerships.timeline.articles._claims_an_article", fail)
    client.raise_request_exception = False
    response = client.get("/articles/")
    assert response.status_code == 500
    assert b"Something went wrong" in response.content
    assert "Content-Security-Policy" in response.headers


def test_bad_request_without_a_form_has_a_page_too(request_of_nothing: HttpRequest) -> None:
    response = addresses.bad_request(request_of_nothing, Exception("secret"))
    assert response.status_code == 400
    assert b"secret" not in response.content


# Every template, in a page that shows it


@pytest.fixture
def rendered() -> Iterator[set[str]]:
    """The names of all templates that are rendered meanwhile."""
    names: set[str] = set()

    def note(template: object, **_: object) -> None:
        names.add(str(getattr(template, "name", "")))

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


@pytest.mark.django_db
@pytest.mark.usefixtures("demonstration")
def test_every_template_is_rendered_with_its_static_files(
    client: Client, rendered: set[str], request_of_nothing: HttpRequest
) -> None:
    article = Article.objects.exclude(text="").get().get_absolute_url()
    flagship = "/launches/xiaomi-leica-first-flagship/"
    statement = Statement.objects.all()[0].get_absolute_url()
    for path in (
        *("/", "/?as_of=2022-06-01", "/brands/", "/brands/leica/?as_of=2022-05-24"),
        *(
            "/partnerships/",
            "/partnerships/xiaomi-leica/",
            "/partnerships/xiaomi-leica/?as_of=2000-01-01",
        ),
        *("/network/", "/brands/leica/embed/"),
        *("/search/?q=leica", "/search/?q=convinced", "/search/suggestions/?q=leica"),
        *("/compare/?brand=leica&brand=zeiss", "/compare/?brand=xiaomi&brand=huawei"),
        *("/compare/", "/compare/?name=Zeis"),
        *("/launches/", "/launches/?as_of=2022-06-01", flagship, f"{flagship}?as_of=2000-01-01"),
        *("/sources/", "/sources/rumours/", "/sources/companies/", "/sources/speakers/"),
        "/sources/promises/",
        *("/statements/", statement, "/people/", "/people/matthias-harsch/"),
        *("/articles/", article, f"{article}?as_of=2000-01-01"),
    ):
        client.get(path)
    client.get("/brands/leica/", headers={"HX-Request": "true"})
    editor = User.objects.create_superuser("editor")
    client.force_login(editor)
    client.get("/admin/")
    leica, xiaomi = Company.objects.filter(slug__in=["leica", "xiaomi"])
    for page in ("change/", "merge/", f"merge/{xiaomi.pk}/"):
        client.get(f"/admin/partnerships/company/{leica.pk}/{page}")
    for name in ERRORS:
        get_template(name).render({}, request_of_nothing)
    # No statement of the demonstration is printed twice, and no date is typed here.
    for name in ("admin/_understood.html", "_printed_in.html"):
        get_template(name).render({}, request_of_nothing)
    # The pages for editors are rendered by their own tests, which serve static files as this one.
    public = {name for name in NAMES if not name.startswith("admin/")}
    assert sorted(public - rendered) == []
