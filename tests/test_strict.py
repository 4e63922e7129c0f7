"""Hostile and mistaken addresses, dates and htmx headers: each has one right answer, never a 500.

The numbers are those of the catalogue of bad inputs: T for filters, places and search, D for dates,
X for htmx. The tests run on SQLite and on PostgreSQL, so each answer is the same on both.
"""

import base64
import datetime
import itertools
import re
import time
from collections.abc import Iterable
from html import unescape
from urllib.parse import quote, unquote

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.core.exceptions import ValidationError
from django.test import Client, override_settings
from django.urls import get_resolver
from django.utils import timezone

from partnerships import dates, forms, recording, timeline
from partnerships.models import Company, Milestone
from partnerships.models.fields import EdtfFormField
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

LEICA = "/brands/leica/"
SEARCH = "q" in getattr(getattr(forms, "BrandListForm", None), "base_fields", {})
# Where readers may type text of their own: the list, and the parameter.
TEXTS = [
    pytest.param("/articles/", "publisher", id="publisher"),
    pytest.param("/search/", "q", id="search"),
    pytest.param("/search/suggestions/", "q", id="suggestions"),
    pytest.param(
        "/brands/",
        "q",
        id="q",
        marks=pytest.mark.skipif(not SEARCH, reason="the search of brands brings it"),
    ),
]
LISTS = [
    f"/{name}/"
    for name in ("partnerships", "launches", "statements", "people", "articles")
    if any(f"{name}/" == str(each.pattern) for each in get_resolver().url_patterns)
]


def status(client: Client, path: str, **headers: str) -> int:
    return client.get(path, headers=headers).status_code


def refused(client: Client, path: str, name: str) -> bool:
    """Whether the answer is 400 and names the parameter."""
    response = client.get(path)
    return response.status_code == 400 and f"<code>{name}</code>" in response.content.decode()


def more(html: str) -> str:
    """The place at which the list goes on, as its link has it."""
    [link] = re.findall(r'<a href="\?([^"]+)" hx-get', html)
    return str(unescape(link))


# Filters, places and search: T1 to T16


@pytest.mark.parametrize(("path", "name"), TEXTS)
@pytest.mark.parametrize("text", ["%00", "a%00b"])
def test_t1_nul_in_a_text_is_refused(client: Client, path: str, name: str, text: str) -> None:
    assert refused(client, f"{path}?{name}={text}", name)


@pytest.mark.parametrize("name", ["partner", "kind", "certainty", "from", "as_of", "after"])
def test_t1_nul_in_a_choice_is_refused(client: Client, name: str) -> None:
    assert refused(client, f"{LEICA}?{name}=%00", name)


@pytest.mark.parametrize(("path", "name"), TEXTS)
@pytest.mark.parametrize("text", ["%FF", "%ED%A0%80"])
def test_t2_bytes_that_are_no_text_are_replaced(
    client: Client, path: str, name: str, text: str
) -> None:
    assert status(client, f"{path}?{name}={text}") == 200


@pytest.mark.parametrize(("path", "name"), TEXTS)
@pytest.mark.parametrize("length", [201, 60_000])
def test_t3_a_text_that_is_too_long_is_refused(
    client: Client, path: str, name: str, length: int
) -> None:
    assert refused(client, f"{path}?{name}={'x' * length}", name)


@pytest.mark.parametrize(("path", "name"), TEXTS)
@pytest.mark.parametrize("text", ["%" * 200, "_" * 200, "\\" * 200, "%_\\*?[a]"])
def test_t4_wildcards_are_letters(client: Client, path: str, name: str, text: str) -> None:
    began = time.perf_counter()
    response = client.get(path, {name: text})
    assert response.status_code == 200
    assert 'role="status"' in response.content.decode()
    assert "leica" not in links(response.content.decode())
    assert time.perf_counter() - began < 1  # 0.2 s on a machine that does nothing else


def links(html: str) -> list[str]:
    """The brands and articles that a list leads to."""
    main = html[html.index("<main") : html.index("</main>")]
    return re.findall(r'href="/(?:brands|articles)/([\w-]+)/"', main)


@pytest.mark.parametrize(("path", "name"), TEXTS)
@pytest.mark.parametrize(
    "text", ["' OR 1=1--", "'; SELECT pg_sleep(5)--", '") UNION SELECT 1--', "%27%20OR%201=1"]
)
def test_t5_sql_is_text(client: Client, path: str, name: str, text: str) -> None:
    began = time.perf_counter()
    response = client.get(path, {name: text})
    assert response.status_code == 200
    assert time.perf_counter() - began < 3
    words = client.get(path, {name: " ".join(re.findall(r"\w+", text))})
    assert links(response.content.decode()) == links(words.content.decode())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/brands/nobody/", 404),
        (f"{LEICA}?partner=nobody", 400),
        (f"{LEICA}?partner=xiaomi&partner=huawei", 400),
        (f"{LEICA}?partner=xiaomi&partner=xiaomi", 400),
        (f"{LEICA}?partner=", 200),
        (f"{LEICA}?partner=xiaomi&{'&'.join(f'p{each}=' for each in range(999))}", 200),
        (f"{LEICA}?partner=xiaomi&{'&'.join(f'p{each}=' for each in range(1000))}", 400),
    ],
    ids=["address", "unknown", "two", "twice", "empty", "1000", "1001"],
)
def test_t6_a_brand_is_one_that_exists(client: Client, path: str, expected: int) -> None:
    assert status(client, path) == expected


ROOMS = ("brands", "partnerships", "launches", "statements", "people", "articles")
BAD_IDS = ["abc", "1e3", "-1", "1" + "0" * 23, "9" * 5_000, "é", "１２"]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("text", BAD_IDS, ids=range(len(BAD_IDS)))
def test_t7_an_address_of_nothing_is_not_found(client: Client, room: str, text: str) -> None:
    assert status(client, f"/{room}/{quote(text)}/") == 404


@pytest.mark.parametrize("path", [LEICA, "/brands/", *LISTS])
@pytest.mark.parametrize("page", ["0", "-1", "NaN", "inf", "1" + "0" * 24, "１２"])
def test_t8_pages_have_no_numbers(client: Client, path: str, page: str) -> None:
    assert client.get(path, {"page": page}).content == client.get(path).content


def wrong_places(place: str) -> Iterable[str]:
    """Places that are none: cut, altered, unsigned, of a wrong shape, too long."""
    text, _, signature = place.partition(":")
    yield from (place[:-1], place[1:], text, f":{signature}", f"{text}:", place[: len(place) // 2])
    yield place[:5] + chr(ord(place[5]) ^ 1) + place[6:]
    yield place + "x" * 10_000
    yield base64.b64encode(b'["2022-05-24", "1"]').decode()
    yield signing.Signer(salt="another list").sign(text)


def test_t9_a_damaged_place_is_refused_with_a_way_to_begin_again(client: Client) -> None:
    [place] = re.findall(r"after=([^&]+)", more(client.get(LEICA).content.decode()))
    good = place.replace("%22", '"').replace("%3A", ":").replace("%5B", "[").replace("%5D", "]")
    good = good.replace("%2C", ",").replace("+", " ")
    assert client.get(LEICA, {"after": good}).status_code == 200
    for wrong in wrong_places(good):
        response = client.get(LEICA, {"after": wrong})
        assert response.status_code == 400, wrong
        assert f'href="{LEICA}"' in response.content.decode()


@pytest.mark.parametrize("shape", ["null", "[]", '["2022-05-24"]', "[1, 2, 3]", '{"a": 1}', '"x"'])
def test_t9_a_signed_place_of_a_wrong_shape_is_refused(client: Client, shape: str) -> None:
    form = forms.TimelineForm({}, company=Company.objects.get(slug="leica"))
    assert refused(client, f"{LEICA}?after={quote(form._signer().sign(shape))}", "after")


def test_t9_a_place_is_good_for_its_own_list_and_filters_alone(client: Client) -> None:
    place = more(client.get(LEICA).content.decode())
    for path in (f"{LEICA}?kind=launch&{place}", f"/articles/?{place}", f"/brands/xiaomi/?{place}"):
        assert refused(client, path, "after")


def test_t9_the_place_of_a_record_that_is_gone_still_serves(client: Client) -> None:
    leica = Company.objects.get(slug="leica")
    question = timeline.Question(leica)
    first = timeline.page(question)
    assert first.next is not None
    place = more(client.get(LEICA).content.decode())
    last = first.lines[-1].claim
    expected = [line.claim.public_id for line in timeline.page(question, first.next).lines]
    with recording.batch() as batch:
        batch.remove(last)
    html = client.get(f"{LEICA}?{place}").content.decode()
    assert re.findall(r'<article class="line[^"]*" id="(\w+)"', html) == expected


def test_t10_an_insert_in_the_middle_neither_skips_nor_repeats(client: Client) -> None:
    question = timeline.Question(Company.objects.get(slug="leica"))
    first = timeline.page(question)
    assert first.next is not None
    before = timeline.page(question, first.next)
    partnership = make.partnership(question.company, make.company())
    for line in (first.lines[25], first.lines[-1]):
        assert line.day is not None
        make.milestone(partnership, "extended", (line.day + datetime.timedelta(1)).isoformat())
    after = timeline.page(question, first.next)
    ids = [[line.claim.public_id for line in page.lines] for page in (before, after)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("path", [LEICA, "/brands/", *LISTS])
@pytest.mark.parametrize(
    "query",
    [
        "order=-password",
        "start__year__gt=1",
        "brand__user__password__startswith=a",
        "company__entries__statement__text=x",
        "__proto__=x",
    ],
)
def test_t11_unknown_names_are_ignored(client: Client, path: str, query: str) -> None:
    assert client.get(f"{path}?{query}").content == client.get(path).content


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (LEICA, "kind"),
        (LEICA, "certainty"),
        ("/statements/", "kind"),
        ("/articles/", "text"),
        ("/articles/", "dated"),
        ("/partnerships/", "kind"),
        ("/partnerships/", "status"),
        ("/launches/", "status"),
        ("/launches/", "outcome"),
    ],
)
@pytest.mark.parametrize("value", ["none-such", "LAUNCH", "launch%20", "%20launch", "direct,joint"])
def test_t12_a_choice_is_one_of_its_values_to_the_letter(
    client: Client, path: str, name: str, value: str
) -> None:
    if path not in {LEICA, *LISTS}:
        pytest.skip("its list brings it")
    assert refused(client, f"{path}?{name}={value}", name)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/brands/%2e%2e/", 404),
        ("/brands/../admin/", 404),
        ("//evil.com", 404),
        ("//evil.com/brands", 404),
        ("/%2F%2Fevil.com/", 404),
        ("/brands/%00/", 404),
        ("/brands/%0A/", 404),
        ("/brands/leica%0A", 404),
        ("/brands/leica%0d%0aX: y/", 404),
        ("/brands/le\\ica/", 404),
        ("/.git/config", 404),
        ("/" + "x" * 8_000, 404),
        ("/brands/leica", 301),
    ],
)
def test_t13_a_path_leads_nowhere_off_the_site(client: Client, path: str, expected: int) -> None:
    response = client.get("/", PATH_INFO=unquote(path))  # a client's own path takes // for a host
    assert response.status_code == expected
    assert response.headers.get("Location", "/brands/leica/") == "/brands/leica/"


@pytest.mark.parametrize(
    "target", ["//evil.com", "https:evil", "https:///evil.com", "javascript:alert(1)", "\\\\evil"]
)
def test_t14_after_signing_in_one_stays_on_the_site(client: Client, target: str) -> None:
    make_editor()
    typed = {"username": "editor", "password": "a long password", "next": target}
    response = client.post("/admin/login/", typed)
    assert response.status_code == 302
    assert re.fullmatch(r"/[\w/-]*", response.headers["Location"])


def make_editor() -> None:
    User.objects.create_superuser("editor", password="a long password")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("&".join(f"filter{number}=x" for number in range(2000)), 400),
        ("&".join(["partner=xiaomi"] * 200), 400),
        ("&".join(["kind=launch"] * 2), 400),
    ],
    ids=["2000 filters", "200 brands", "2 kinds"],
)
def test_t15_filters_have_an_end(client: Client, query: str, expected: int) -> None:
    assert status(client, f"{LEICA}?{query}") == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("as_of", "２０２２-０５-２４"),
        ("from", "٢٠٢٢-٠١-٠١"),
        ("to", "२०२२-०१-०१"),
        ("after", "１２"),
    ],
)
def test_t16_digits_are_plain_ones(client: Client, name: str, value: str) -> None:
    assert refused(client, f"{LEICA}?{name}={quote(value)}", name)


# Dates: D1 to D7

NO_DAYS = ["0000-00-00", "2024-02-30", "99999-01-01", "2023-02-29", "%00", "2022-05-24%00", "x"]


@pytest.mark.parametrize("name", ["from", "to", "as_of"])
@pytest.mark.parametrize("value", NO_DAYS)
def test_d1_what_is_no_day_is_refused(client: Client, name: str, value: str) -> None:
    assert refused(client, f"{LEICA}?{name}={value}", name)


@pytest.mark.parametrize("name", ["from", "to", "as_of"])
def test_d1_an_empty_day_is_none(client: Client, name: str) -> None:
    assert status(client, f"{LEICA}?{name}=") == 200


@pytest.mark.parametrize("year", ["0000", "0001", "1799", "2201", "9999", "10000", "1e11", "x"])
def test_d2_years_go_from_1800_to_2200(client: Client, year: str) -> None:
    assert refused(client, f"{LEICA}?to={year}-01-01", "to")


@pytest.mark.parametrize("text", ["[2022-06..2022-05]", "2022-06/2022-05", "2022-06-02/2022-06-01"])
def test_d3_a_span_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(dates.DateError):
        dates.parse(text)
    with pytest.raises(recording.Refused):
        make.milestone(make.partnership(), "began", text)


def test_d3_a_preferred_end_before_the_preferred_beginning_is_refused() -> None:
    partnership = make.partnership()
    preferred = {"rank": "preferred", "rank_reason": "The companies' own day."}
    make.milestone(partnership, "began", "2016", **preferred)
    with pytest.raises(recording.Refused):
        make.milestone(partnership, "ended", "2012", **preferred)


def test_d4_partial_dates_keep_their_precision_and_order(client: Client) -> None:
    partnership = make.partnership(make.company("Partial"), make.company())
    written = ["2023", "2023-05", "2023-05-04", "2024-01~", "2024?"]
    for text in written:
        make.milestone(partnership, "extended", text)
    html = client.get("/brands/partial/").content.decode()
    shown = re.findall(r'<p class="line-head"><(?:time|span)[^>]*>([^<]*)', html)
    assert sorted(shown) == sorted(dates.plain(dates.parse(text)) for text in written)
    kept = Milestone.objects.filter(partnership=partnership).values_list("occurred", flat=True)
    assert sorted(kept) == sorted(written)
    assert client.get("/brands/partial/").content.decode() == html


@pytest.mark.parametrize("text", ["1799-12-31", "2201", "1799/1801", "[2200..2201]", "-0001"])
def test_d5_a_date_beyond_the_range_is_refused(text: str) -> None:
    with pytest.raises(dates.DateError):
        dates.parse(text)
    with pytest.raises(recording.Refused):
        make.milestone(make.partnership(), "began", text)


def test_d5_the_ends_of_the_range_are_stored_and_shown(client: Client) -> None:
    partnership = make.partnership(make.company("Ends"), make.company())
    make.milestone(partnership, "began", "1800-01-01")
    make.milestone(partnership, "ended", "2200-12-31")
    html = client.get("/brands/ends/?from=1800-01-01&to=2200-12-31").content.decode()
    assert "1 January 1800" in html
    assert "31 December 2200" in html


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "America/Sao_Paulo"])
def test_d6_a_day_is_the_same_everywhere(client: Client, zone: str) -> None:
    path = f"{LEICA}?from=2018-11-04&to=2022-07-04&as_of=2022-12-31"
    with override_settings(TIME_ZONE=zone), timezone.override(zone):
        there = client.get(path).content.decode()
    # Which day is today differs, and so the last one that can be asked for.
    last = re.compile(r'(id="id_as_of"[^>]*?) max="[^"]*"|max="[^"]*"([^>]*id="id_as_of")')
    assert last.sub("", there) == last.sub("", client.get(path).content.decode())


@pytest.mark.parametrize("value", ["2022-05-24T00:00%2B14:00", "2022-05-24Z", "2022-05-24-12:00"])
def test_d6_a_day_has_no_offset(client: Client, value: str) -> None:
    assert refused(client, f"{LEICA}?as_of={value}", "as_of")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("29 February 2024", "2024-02-29"),
        ("29 February 2023", None),
        ("31 April 2022", None),
        ("week 53 of 2022", None),
        ("2022-W53", None),
        ("1 Muharram 1444", None),
        ("14 Brumaire 2022", None),
        ("1 Nisan 5782", None),
        ("32 May 2022", None),
    ],
)
def test_d7_what_an_editor_types_is_understood_or_refused_never_shifted(
    typed: str, expected: str | None
) -> None:
    field = EdtfFormField(required=False)
    try:
        understood = field.clean(typed).edtf
    except ValidationError:
        understood = None
    assert understood == expected


# The headers of htmx: X1 to X8

PAGES = [LEICA, "/brands/", *LISTS]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("headers", "whole"),
    [
        ({}, True),
        ({"HX-Request": "true"}, False),
        ({"HX-Request": "True"}, True),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, True),
        ({"HX-Request": "true", "HX-Boosted": "true"}, True),
        ({"HX-History-Restore-Request": "true"}, True),
    ],
)
def test_x1_part_only_where_htmx_asks_for_it(
    client: Client, path: str, headers: dict[str, str], whole: bool
) -> None:
    html = client.get(path, headers=headers).content.decode()
    assert ("<html" in html) is whole


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("url", ["http://[", "http://[::1", "javascript:x", "\x00", "%", "é"])
def test_x2_a_current_url_of_junk_is_not_read(client: Client, path: str, url: str) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": url}
    assert client.get(path, headers=headers).content == part(client, path)


def part(client: Client, path: str) -> bytes:
    return bytes(client.get(path, headers={"HX-Request": "true"}).content)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("event", ["[" * 100_000, '{"a":' * 50_000, "NaN", "\x00", "%"])
def test_x3_a_triggering_event_of_junk_is_not_read(client: Client, path: str, event: str) -> None:
    headers = {"HX-Request": "true", "Triggering-Event": event}
    headers["Triggering-Event-URI-AutoEncoded"] = "true"
    assert client.get(path, headers=headers).content == part(client, path)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("name", ["HX-Target", "HX-Trigger", "HX-Trigger-Name", "HX-Prompt"])
@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "x\r\nSet-Cookie: a=b"])
def test_x4_headers_are_never_echoed(client: Client, path: str, name: str, value: str) -> None:
    response = client.get(path, headers={"HX-Request": "true", name: value})
    assert response.content == part(client, path)
    assert value not in str(response.headers)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_x5_both_shapes_say_what_decides_between_them(
    client: Client, path: str, headers: dict[str, str]
) -> None:
    vary = client.get(path, headers=headers).headers["Vary"].split(", ")
    assert {"HX-Request", "HX-Boosted", "HX-History-Restore-Request"} <= set(vary)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("query", ["", "as_of=2022-05-24", "x=//evil.com", "as_of=&x=%0d%0aA: b"])
def test_x6_addresses_in_headers_are_our_own(client: Client, path: str, query: str) -> None:
    response = client.get(f"{path}?{query}", headers={"HX-Request": "true"})
    pushed = response.headers.get("HX-Push-Url", path)
    assert pushed in {path, f"{path}?as_of=2022-05-24"}
    assert "HX-Redirect" not in response.headers


def test_x7_a_session_that_ends_leads_to_the_sign_in(client: Client) -> None:
    response = client.post(
        "/admin/partnerships/company/1/presence/", headers={"HX-Request": "true"}
    )
    assert (response.status_code, response.content) == (401, b"")
    assert response.headers["HX-Redirect"].startswith("/admin/login/?next=%2Fadmin%2F")


@pytest.mark.parametrize("path", PAGES)
def test_x8_the_last_of_many_clicks_wins(client: Client, path: str) -> None:
    html = client.get(path).content.decode()
    filters = re.findall(r"<form class=\"filters\"[^>]*>", html)
    if not filters:
        pytest.skip("this list has no filters")
    assert all('hx-sync="this:replace"' in each for each in filters)


def test_x8_twenty_clicks_are_twenty_answers(client: Client) -> None:
    kinds = itertools.islice(itertools.cycle(["", "launch", "milestone", "statement"]), 20)
    answers = [status(client, f"{LEICA}?kind={kind}", **{"HX-Request": "true"}) for kind in kinds]
    assert answers == [200] * 20
