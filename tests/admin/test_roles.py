"""Who may open what: every address, in every role, with every method, against a written table.

A new address needs a row in `TABLE`; where its parameters are none of the known ones, also an
example in `example`.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from partnerships import recording
from partnerships.models import (
    Article,
    Batch,
    Citation,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    Person,
    ProductLaunch,
    ProductName,
    Revision,
    Statement,
    Suggestion,
)
from partnerships.reviewing import proposals
from tests.admin import account_in, signed_in
from tests.reviewing.readings import seed_reading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seed")]

ROLES = ["anonymous", "staff", "editor", "administrator", "superuser"]
RECORDS = {
    model._meta.model_name: model
    for model in (
        *(Article, Citation, Company, CompanyName, Milestone, Participation, Partnership),
        *(Person, ProductLaunch, ProductName, Statement),
    )
}
MERGED = ["company", "partnership", "person", "productlaunch"]


class Row(NamedTuple):
    """The answers to GET and to an empty POST, one for each of `ROLES`. HEAD is answered like GET
    where nothing else is said, any other method with 405 to everybody."""

    get: str
    post: str
    head: str = ""


PUBLIC = Row("200 200 200 200 200", "405 405 405 405 405")
EDITORS = Row("302 403 200 200 200", "302 403 200 200 200")  # a form that asks, or says what lacks
EDITORS_READ = Row("302 403 200 200 200", "302 405 405 405 405")
HISTORY = Row("302 403 200 200 200", "302 403 405 405 405")
SUPERUSERS = Row("302 403 403 403 200", "302 403 403 403 200")
ADMINISTRATORS = Row("302 403 403 200 200", "302 403 403 200 200")
STAFF = Row("302 200 200 200 200", "302 200 200 200 200")

TABLE: dict[str, Row] = {
    # For readers
    "home": PUBLIC,
    "search": PUBLIC,
    "search-suggestions": PUBLIC,
    "brand-list": PUBLIC,
    "brand": PUBLIC,
    "brand-embed": PUBLIC,
    "brand-preview": PUBLIC,
    "partnership-list": PUBLIC,
    "partnership": PUBLIC,
    "partnership-preview": PUBLIC,
    "network": PUBLIC,
    "compare": PUBLIC,
    "launch-list": PUBLIC,
    "source-list": PUBLIC,
    "rumour-list": PUBLIC,
    "promising-companies": PUBLIC,
    "promising-speakers": PUBLIC,
    "promise-list": PUBLIC,
    "launch": PUBLIC,
    "statement-list": PUBLIC,
    "statement": PUBLIC,
    "people-list": PUBLIC,
    "person": PUBLIC,
    "article-list": PUBLIC,
    "article": PUBLIC,
    # For whoever signs in
    "admin:index": STAFF,
    "admin:login": Row("200 302 302 302 302", "200 200 200 200 200", head="200 200 200 200 200"),
    "admin:logout": Row("302 405 405 405 405", "302 200 200 200 200"),
    "admin:password_change": STAFF,
    "admin:password_change_done": Row("302 200 200 200 200", "302 405 405 405 405"),
    "admin:autocomplete": Row("302 403 403 403 403", "302 405 405 405 405"),  # ours is choices
    "admin:jsi18n": Row("302 200 200 200 200", "302 405 405 405 405"),
    "admin:view_on_site": Row("302 302 302 302 302", "302 302 302 302 302"),
    "admin:app_list": Row("302 404 200 200 200", "302 404 200 200 200"),
    "admin/(?P<url>.*)$": Row("302 404 404 404 404", "302 404 404 404 404"),
    # For editors
    **{f"admin:partnerships_{kind}_changelist": EDITORS for kind in RECORDS},
    **{f"admin:partnerships_{kind}_add": EDITORS for kind in RECORDS},
    # Nothing is saved without the version that was seen.
    **{
        f"admin:partnerships_{kind}_change": Row("302 403 200 200 200", "302 403 409 409 409")
        for kind in RECORDS
    },
    **{
        f"admin:partnerships_{kind}_presence": Row("405 405 405 405 405", "401 403 200 200 200")
        for kind in RECORDS
    },
    **{
        f"admin:partnerships_{kind}_restore": Row("302 405 405 405 405", "302 403 302 302 302")
        for kind in RECORDS
    },
    **{f"admin:partnerships_{kind}_merge": EDITORS for kind in MERGED},
    **{
        f"admin:partnerships_{kind}_merge_with": Row("302 403 200 200 200", "302 403 409 409 409")
        for kind in MERGED
    },
    "admin:partnerships_article_entries": EDITORS,
    "admin:partnerships_article_review": EDITORS,
    "admin:partnerships_article_review_files": EDITORS_READ,
    **{
        f"admin:partnerships_article_review_{action}": Row(
            "302 405 405 405 405", "302 403 302 302 302"
        )
        for action in ("accept", "again", "certain", "reject", "undo")
    },
    "admin:partnerships_article_review_undo_all": Row("302 403 200 200 200", "302 403 302 302 302"),
    "admin:partnerships_article_read": EDITORS,
    # What was typed is missing here.
    "admin:partnerships_named": Row("302 403 400 400 400", "302 403 400 400 400"),
    **{f"admin:partnerships_{kind}_history": HISTORY for kind in RECORDS},
    **{f"admin:partnerships_{kind}_delete": EDITORS for kind in RECORDS},
    # Django's former address of the page, which leads to it
    **{
        f"admin/partnerships/{kind}/<path:object_id>/": Row(
            "302 302 302 302 302", "302 302 302 302 302"
        )
        for kind in RECORDS
    },
    "admin:partnerships_understood": Row("302 403 200 200 200", "302 403 200 200 200"),
    "admin:partnerships_choices": Row("302 403 403 403 403", "302 405 405 405 405"),
    "admin:partnerships_changes": EDITORS_READ,
    "admin:partnerships_batch": EDITORS_READ,
    "admin:partnerships_batch_revert": Row("302 403 200 200 200", "302 403 302 302 302"),
    "admin:partnerships_revision_revert": Row("302 403 200 200 200", "302 403 302 302 302"),
    # For administrators
    "admin:auth_user_changelist": ADMINISTRATORS,
    "admin:auth_user_add": ADMINISTRATORS,
    "admin:auth_user_change": ADMINISTRATORS,
    "admin:auth_user_password_change": ADMINISTRATORS,
    "admin:auth_user_history": ADMINISTRATORS,
    "admin:auth_user_delete": SUPERUSERS,
    "admin/auth/user/<path:object_id>/": Row("302 302 302 302 302", "302 302 302 302 302"),
    "admin:auth_group_changelist": ADMINISTRATORS,
    "admin:auth_group_add": SUPERUSERS,
    "admin:auth_group_change": Row("302 403 403 200 200", "302 403 403 403 200"),
    "admin:auth_group_history": ADMINISTRATORS,
    "admin:auth_group_delete": SUPERUSERS,
    "admin/auth/group/<path:object_id>/": Row("302 302 302 302 302", "302 302 302 302 302"),
}


def addresses(
    patterns: list[Any] | None = None, namespace: str = "", before: str = ""
) -> Iterator[tuple[str, str]]:
    """Every address: its name, or its route where it has none, and its route."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        route = f"{before}{each.pattern}"
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, each.namespace or namespace, route)
        elif isinstance(each, URLPattern):
            name = f"{namespace}:{each.name}".lstrip(":") if each.name else route
            yield name, route


ROUTES = dict(addresses())


def example(name: str) -> str:
    """The address with parameters that lead to something."""
    route = ROUTES[name]
    for parameter, value in parameters(name).items():
        route = route.replace(parameter, str(value))
    assert "<" not in route, f"{name}: which {route}?"
    return f"/{route}"


def parameters(name: str) -> dict[str, Any]:
    slugs = {"brand": Company, "partnership": Partnership, "launch": ProductLaunch}
    slugs |= dict.fromkeys(["brand-embed", "brand-preview"], Company)
    slugs["partnership-preview"] = Partnership
    slugs["person"] = Person
    ids = {"statement": Statement, "article": Article}
    kind = name.replace("/", "_").replace("admin:", "admin_").split("_")[2:3]
    models: dict[str, Any] = {**RECORDS, "user": User, "group": Group}
    found: dict[str, Any] = {"<path:object_id>": 0, "<id>": 0, "(?P<url>.*)$": "nothing/"}
    if name in slugs:
        found["<slug:slug>"] = slugs[name].objects.values_list("slug", flat=True)[0]
    if name in ids:
        found["<slug:public_id>"] = ids[name].objects.values_list("public_id", flat=True)[0]
    elif name.startswith("admin:"):
        found["<slug:public_id>"] = Batch.objects.values_list("public_id", flat=True)[0]
        found["<int:pk>"] = Revision.objects.filter(kind="statement")[0].pk
    if "_article_review" in name:
        found["<slug:public_id>"] = Suggestion.objects.values_list("public_id", flat=True)[0]
    if kind and kind[0] in models:
        first, *others = models[kind[0]].objects.order_by("pk").values_list("pk", flat=True)
        for parameter in ("<path:object_id>", "<int:object_id>", "<path:key>", "<str:pk>", "<id>"):
            found[parameter] = first
        found["<str:other>"] = others[0] if others else first
    found["(?P<app_label>auth|partnerships)/$"] = "partnerships/"
    found["(?P<app_label>partnerships|auth)/$"] = "partnerships/"
    if name == "admin:view_on_site":
        found["<path:content_type_id>"] = ContentType.objects.get_for_model(Company).pk
        found["<path:object_id>"] = Company.objects.values_list("pk", flat=True)[0]
    found["^"] = ""
    return found


@pytest.fixture
def clients(roles: None) -> dict[str, Client]:
    found = {role: Client() for role in ROLES}
    article = Article.objects.earliest("pk")
    recording.keep_suggestions(article, proposals(article, seed_reading(article)))
    # The first account is the one that the pages of accounts show.
    User.objects.create_user("somebody")
    accounts = {
        "staff": User.objects.create_user("staff", is_staff=True),
        "editor": User.objects.create_user("editor", is_staff=True),
        "administrator": User.objects.create_user("administrator", is_staff=True),
        "superuser": User.objects.create_superuser("superuser"),
    }
    accounts["editor"].groups.add(Group.objects.get(name="Editors"))
    accounts["administrator"].groups.add(Group.objects.get(name="Administrators"))
    for role, account in accounts.items():
        found[role].force_login(account)
    return found


def test_every_address_has_a_row() -> None:
    assert set(TABLE) == {name for name, _ in addresses()}


@pytest.mark.parametrize("name", TABLE)
def test_everybody_is_answered_as_the_table_says(name: str, clients: dict[str, Client]) -> None:
    path = example(name)
    wanted = {method: getattr(TABLE[name], method).split() for method in ("get", "post")}
    wanted["head"] = TABLE[name].head.split() or wanted["get"]
    wanted |= {method: ["405"] * len(ROLES) for method in ("put", "delete", "trace")}
    answers = {
        method: [str(getattr(clients[role], method)(path).status_code) for role in ROLES]
        for method in ("get", "head", "put", "delete", "trace", "post")
    }
    assert answers == wanted


# What a contributor is answered, GET and POST, where it is not what an editor is: records are
# looked at and facts suggested, but nothing is saved, decided, merged, deleted or taken back.
CONTRIBUTORS: dict[str, str] = {
    **{f"admin:partnerships_{kind}_add": "403 403" for kind in RECORDS},
    **{f"admin:partnerships_{kind}_change": "200 403" for kind in RECORDS},
    **{f"admin:partnerships_{kind}_restore": "405 403" for kind in RECORDS},
    **{f"admin:partnerships_{kind}_delete": "403 403" for kind in RECORDS},
    **{f"admin:partnerships_{kind}_merge": "403 403" for kind in MERGED},
    **{f"admin:partnerships_{kind}_merge_with": "403 403" for kind in MERGED},
    "admin:partnerships_article_entries": "403 403",
    **{
        f"admin:partnerships_article_review_{action}": "405 403"
        for action in ("accept", "certain", "reject", "undo")
    },
    "admin:partnerships_article_review_undo_all": "403 403",
    "admin:partnerships_changes": "403 405",
    "admin:partnerships_batch": "403 405",
    "admin:partnerships_batch_revert": "403 403",
    "admin:partnerships_revision_revert": "403 403",
}


@pytest.mark.parametrize("name", TABLE)
def test_a_contributor_looks_and_suggests(name: str, clients: dict[str, Client]) -> None:
    client = signed_in(account_in("Contributors"))
    path = example(name)
    answers = f"{client.get(path).status_code} {client.post(path).status_code}"
    row = TABLE[name]
    as_editor = f"{row.get.split()[2]} {row.post.split()[2]}"
    assert answers == CONTRIBUTORS.get(name, as_editor)
