"""The list of partnerships, and a partnership's page."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.forms import ChoiceField
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from partnerships.forms import PartnershipListForm
from partnerships.models import Company, Partnership
from partnerships.timeline.partnerships import PartnershipChoices
from tests import factories as make
from tests.parts import in_page
from tests.views.days import NEW, OLD
from tests.views.listing import Listing, choices, get, more, numbers

pytestmark = pytest.mark.django_db

FACETS = ["brand", "kind", "status"]
LIST = Listing("/partnerships/", r'<h2><a href="/partnerships/([\w-]+)/')


def listed(client: Client, query: str = "") -> list[str]:
    """The slugs of the partnerships listed, in their order."""
    return LIST.names(get(client, f"{LIST.path}{query}"))


def test_empty_list_says_how_to_begin(client: Client) -> None:
    assert "No partnership has been entered yet" in get(client, "/partnerships/")


@pytest.mark.usefixtures("huawei", "xiaomi")
def test_list_goes_from_a_to_z(client: Client) -> None:
    assert listed(client) == ["huawei-leica", "xiaomi-leica"]


def test_row_tells_status_participants_kinds_and_launches(
    client: Client, huawei: Partnership
) -> None:
    make.launch(partnership=huawei)
    html = get(client, "/partnerships/")
    assert ">Ended</span> 31 March 2022, began 25 February 2016" in html
    assert '<a href="/brands/leica/">Leica</a> · co-development · 1 launch</p>' in html


def test_rumoured_partnership_is_marked_as_such(client: Client, xiaomi: Partnership) -> None:
    assert '<li class="is-rumoured">' in get(client, "/partnerships/")


@pytest.mark.usefixtures("huawei", "xiaomi")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("brand=huawei", ["huawei-leica"]),
        ("brand=leica", ["huawei-leica", "xiaomi-leica"]),
        ("kind=co-development", ["huawei-leica"]),
        ("kind=licensing", []),
        ("kind=unknown", ["xiaomi-leica"]),
        ("status=ended", ["huawei-leica"]),
        ("status=rumoured", ["xiaomi-leica"]),
        ("status=rumoured&brand=huawei", []),
        ("status=no-end-reported", []),
        ("as_of=2016-02-24", []),
        ("as_of=2016-02-25", ["huawei-leica"]),
        ("as_of=2018-03-01&status=no-end-reported", ["huawei-leica"]),
        ("as_of=2018-02-25&status=active", ["huawei-leica"]),
        ("as_of=2018-02-25&brand=xiaomi", []),
    ],
)
def test_filters_combine(client: Client, query: str, found: list[str]) -> None:
    assert listed(client, f"?{query}") == found


def test_launches_not_yet_known_are_not_counted(client: Client, huawei: Partnership) -> None:
    launch = make.launch(partnership=huawei)
    make.milestone(launch, "launched", "2020-01-01", make.article("2020-01-01"))
    assert "1 launch" in get(client, "/partnerships/?as_of=2020-01-01")
    assert "launch</p>" not in get(client, "/partnerships/?as_of=2019-12-31")


def test_links_carry_the_day(client: Client, huawei: Partnership) -> None:
    html = get(client, "/partnerships/?as_of=2020-01-01")
    assert 'href="/partnerships/huawei-leica/?as_of=2020-01-01"' in html
    assert 'href="/brands/leica/?as_of=2020-01-01"' in html


@pytest.mark.usefixtures("huawei")
def test_nothing_found_says_what_to_do(client: Client) -> None:
    html = get(client, "/partnerships/?status=denied")
    assert 'or <a href="/partnerships/">see every partnership</a>' in html


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("brand=nobody", "brand"),
        ("brand=%00", "brand"),
        ("kind=wedding", "kind"),
        ("status=Active", "status"),
        ("status=not+known", "status"),
        ("as_of=2999-01-01", "as_of"),
        ("after=nonsense", "after"),
    ],
)
def test_wrong_value_is_named(client: Client, query: str, named: str) -> None:
    response = client.get(f"/partnerships/?{query}")
    assert response.status_code == 400
    assert f"<code>{named}</code>" in response.content.decode()


@pytest.mark.usefixtures("huawei", "xiaomi")
@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"status": "ended"},
        {"brand": "xiaomi", "kind": "unknown"},
        {"as_of": "2018-03-01"},
        {"as_of": "2018-02-25", "status": "active", "kind": "co-development"},
    ],
)
def test_number_beside_a_choice_is_what_choosing_it_gives(
    client: Client, filters: dict[str, str]
) -> None:
    LIST.assert_numbers_are_those_of_the_rows(client, filters, FACETS)


@pytest.mark.usefixtures("huawei", "xiaomi")
def test_numbers_are_those_of_the_day(client: Client) -> None:
    before = choices(get(client, "/partnerships/?as_of=2018-02-25&kind=unknown"), "kind")
    after = choices(get(client, "/partnerships/?kind=unknown"), "kind")
    assert (before["unknown"], after["unknown"]) == (
        ("Kind not recorded", "0"),
        ("Kind not recorded", "1"),
    )


@pytest.mark.usefixtures("huawei", "xiaomi")
def test_brand_of_later_days_is_no_choice_unless_chosen(client: Client) -> None:
    day = "as_of=2018-03-01"
    assert list(choices(get(client, f"/partnerships/?{day}"), "brand")) == ["huawei", "leica"]
    chosen = choices(get(client, f"/partnerships/?{day}&brand=xiaomi"), "brand")
    assert chosen["xiaomi"] == ("Xiaomi", "0")


def test_partnership_of_two_kinds_counts_for_both(client: Client) -> None:
    make.partnership(kinds=["licensing", "co-branding"])
    found = choices(get(client, "/partnerships/"), "kind")
    assert [value for value, (_, number) in found.items() if number == "1"] == [
        "licensing",
        "co-branding",
    ]


@pytest.mark.parametrize("name", ["kind", "status"])
def test_every_choice_of_the_form_is_offered_in_its_words(client: Client, name: str) -> None:
    field = PartnershipListForm.base_fields[name]
    assert isinstance(field, ChoiceField)
    offered = choices(get(client, "/partnerships/"), name)
    assert [(value, words) for value, (words, _) in offered.items()] == field.choices[1:]


@pytest.mark.usefixtures("huawei", "xiaomi")
def test_chosen_value_is_selected(client: Client) -> None:
    html = get(client, "/partnerships/?brand=leica&kind=unknown&status=no-end-reported")
    assert re.findall(r'<option value="([^"]+)" selected', html) == [
        "leica",
        "unknown",
        "no-end-reported",
    ]


@pytest.mark.usefixtures("huawei", "xiaomi")
def test_numbers_come_again_with_the_part(client: Client) -> None:
    address = "/partnerships/?brand=huawei"
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert numbers(part) == numbers(get(client, address)) != numbers(get(client, "/partnerships/"))


def test_rows_added_to_the_page_count_nothing(client: Client) -> None:
    address = (
        f"/partnerships/?after={quote(PartnershipListForm({}, of='partnerships').cursor('a', 1))}"
    )
    with CaptureQueriesContext(connection) as captured:
        client.get(address, headers={"HX-Request": "true"})
    assert len(captured) == 1


def test_number_is_exact_up_to_1000() -> None:
    found = PartnershipChoices({}, {}, 0, {"active": 1000, "ended": 1001})
    html = render_to_string("partnerships/_found.html", {"choices": found})
    assert [number for _, number in choices(html, "status").values()] == ["1,000", "1,000+"]


def test_list_goes_on_where_it_stopped(client: Client) -> None:
    with recording.batch():
        brand = make.company("Brand")
        for number in range(51):
            make.partnership(brand, make.company(), slug=f"p-{number:02}")
    first = get(client, "/partnerships/")
    part = client.get(f"/partnerships/{more(first)}", headers={"HX-Request": "true"})
    slugs = re.findall(r"/partnerships/(p-\d+)/", first + part.content.decode())
    assert slugs == [f"p-{number:02}" for number in range(51)]
    assert "<form" not in part.content.decode()
    assert client.get(f"/partnerships/{more(first)}&brand=brand").status_code == 400


def test_part_stands_in_the_page_word_for_word(client: Client, huawei: Partnership) -> None:
    page = get(client, "/partnerships/?brand=leica")
    part = client.get("/partnerships/?brand=leica", headers={"HX-Request": "true"})
    assert in_page(part.content.decode()) in page
    assert part.headers["HX-Push-Url"] == "/partnerships/?brand=leica"


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        get(client, address)
    return len(captured)


def enter(brand: Company, number: int) -> None:
    with recording.batch():
        for place in range(number):
            partnership = make.partnership(brand, make.company(), kinds=["licensing"])
            make.milestone(partnership, "announced", f"20{place % 20:02}")
            launch = make.launch(partnership=partnership)
            make.milestone(launch, "launched", "2022-07-04")


def test_list_takes_as_many_queries_for_200_as_for_one(client: Client) -> None:
    with recording.batch():
        few, many = make.company("Few"), make.company("Many")
        enter(few, 1)
        enter(many, 200)
    query = "kind=licensing&status=active&as_of=2023-01-01"
    one = queries(client, f"/partnerships/?{query}&brand=few")
    assert queries(client, f"/partnerships/?{query}&brand=many") == one <= 12


def test_page_names_the_claims_that_the_status_follows_from(
    client: Client, huawei: Partnership
) -> None:
    html = get(client, huawei.get_absolute_url())
    began, ended = huawei.milestones.order_by("occurred_latest")
    assert f'<dt>Since</dt>\n  <dd><a href="#{began.public_id}">Began 25 February 2016' in html
    assert f'<dt>Ended</dt>\n  <dd><a href="#{ended.public_id}">Ended 31 March 2022' in html
    assert html.count(f'id="{began.public_id}"') == 1


def test_page_says_why_a_claim_is_preferred(client: Client, xiaomi: Partnership) -> None:
    make.milestone(xiaomi, "began", NEW, rank="preferred", rank_reason="The companies' own day.")
    html = get(client, xiaomi.get_absolute_url())
    assert "preferred to other claims: The companies&#x27; own day." in html


def test_page_says_that_all_is_rumour(client: Client, xiaomi: Partnership) -> None:
    assert "every claim about it is a rumour" in get(client, xiaomi.get_absolute_url())


def test_sources_stand_once_each_newest_first(client: Client, leica: Company) -> None:
    first, second = make.article(OLD, title="First"), make.article(NEW, title="Second")
    partnership = make.partnership(make.company("Huawei"), leica, source=first)
    make.milestone(partnership, "ended", "2022-03-31", first, second)
    html = get(client, partnership.get_absolute_url())
    sources = html[html.index('<h2 id="sources">') :]
    assert re.findall(r'href="/articles/\w+/">(\w+)</a>', sources) == ["Second", "First"]
    assert re.findall(r"cited for (\d)", sources) == ["1", "3"]


def test_before_anything_was_known_nothing_is_told(
    client: Client, leica: Company, huawei: Partnership
) -> None:
    said = "We are convinced."
    make.statement(said, NEW, make.article(NEW), partnership=huawei, company=leica)
    html = get(client, f"{huawei.get_absolute_url()}?as_of=2016-02-24")
    assert "Nothing was known of this partnership on that day" in html
    assert [word for word in ("Huawei", "Leica", "co-development", said) if word in html] == []


def test_page_takes_as_many_queries_for_200_claims_as_for_one(client: Client) -> None:
    with recording.batch():
        few, many = make.partnership(), make.partnership()
        for partnership, number in ((few, 1), (many, 200)):
            for place in range(number):
                make.milestone(partnership, "extended", f"20{place % 20:02}")
                launch = make.launch(partnership=partnership)
                make.milestone(launch, "announced", NEW, due="2022-07")
                make.statement("We are convinced.", partnership=partnership, company=make.company())
    one = queries(client, few.get_absolute_url())
    assert queries(client, many.get_absolute_url()) == one <= 12


# The last of this module: the demonstration data stay until its end.
@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("filters", [{}, {"as_of": "2022-05-24", "brand": "leica"}])
def test_numbers_hold_for_the_demonstration(client: Client, filters: dict[str, str]) -> None:
    LIST.assert_numbers_are_those_of_the_rows(client, filters, FACETS)
