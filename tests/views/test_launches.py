"""The list of launches, and a launch's page."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.forms import ChoiceField
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from partnerships.forms import LaunchListForm
from partnerships.models import Company, ProductLaunch
from partnerships.standing import LaunchStatus
from partnerships.timeline import LaunchChoices, calendar_choices
from tests import factories as make
from tests.parts import in_page
from tests.views.listing import Listing, choices, get, more, numbers

pytestmark = pytest.mark.django_db

DAY = "2022-05-24"
FACETS = ["brand", "status", "month", "outcome"]
LIST = Listing("/launches/", r'<h3><a href="/launches/([\w-]+)/')


@pytest.fixture
def xiaomi() -> Company:
    return make.company("Xiaomi")


@pytest.fixture
def kept(xiaomi: Company) -> ProductLaunch:
    """Promised for July, then for the third, launched on the fourth, with Leica."""
    partnership = make.partnership(xiaomi, make.company("Leica"))
    make.milestone(partnership, "announced", DAY, make.article(DAY))
    launch = make.launch("12S Ultra", xiaomi, partnership=partnership, source=make.article(DAY))
    make.milestone(launch, "announced", DAY, make.article(DAY), due="2022-07")
    make.milestone(launch, "delayed", "2022-06", make.article("2022-06"), due="2022-07-03")
    make.milestone(launch, "launched", "2022-07-04", make.article("2022-07-04"))
    return launch


@pytest.fixture
def rumoured() -> ProductLaunch:
    source = make.article("2022-08-01")
    launch = make.launch("13 Ultra", make.company("Honor"), "rumoured", source)
    make.milestone(launch, "announced", "2022-08", source, certainty="rumoured", due="2023")
    return launch


def listed(client: Client, query: str = "") -> list[str]:
    """The slugs of the launches listed, in their order."""
    return LIST.names(get(client, f"{LIST.path}{query}"))


def rows(html: str) -> list[list[str]]:
    """The cells of the table of promises."""
    table = html[html.index("<tbody>") : html.index("</table>")]
    cells = [re.findall(r"<td>(.*?)</td>", row, re.DOTALL) for row in table.split("<tbody>")[1:]]
    return [[re.sub("<[^>]+>", "", cell) for cell in row] for row in cells]


def months(html: str) -> list[str]:
    """The headings of the calendar, as they read."""
    found = re.findall(r"<h2>(.*?)</h2>", html[html.index('id="found"') :], re.DOTALL)
    return [re.sub("<[^>]+>", "", heading) for heading in found]


def test_empty_list_says_how_to_begin(client: Client) -> None:
    assert "No launch has been entered yet" in get(client, "/launches/")


@pytest.mark.usefixtures("kept", "rumoured")
def test_list_goes_from_the_newest_to_the_oldest(client: Client) -> None:
    """By the day of the launch, else the last promised, else of what is told; then the others."""
    for slug, claims in {
        "undated": [("announced", "", "")],
        "promised": [("announced", "2022-01", "2022-07-05"), ("delayed", "2022-02", "2022-07-10")],
        "told": [("cancelled", "2022-07-06", "")],
    }.items():
        for kind, occurred, due in claims:
            launch = ProductLaunch.objects.filter(slug=slug).first() or make.launch(slug=slug)
            make.milestone(launch, kind, occurred, make.article(occurred or "2022"), due=due)
    order = ["13-ultra", "promised", "told", "12s-ultra", "undated"]
    assert listed(client) == order
    assert listed(client, "?as_of=2022-06-30") == ["promised", "12s-ultra"]


@pytest.mark.usefixtures("kept")
def test_row_tells_makers_launch_and_each_promise(client: Client) -> None:
    html = get(client, "/launches/")
    assert ">12S Ultra</a> <span" in html
    assert ">Launched</span></h3>" in html
    assert ">4 July 2022</time>" in html
    assert ">On time: promised for July 2022</li>" in html
    assert ">1 day late: promised for 3 July 2022</li>" in html
    assert 'by <a href="/brands/xiaomi/">Xiaomi</a> with <a href="/brands/leica/">Leica</a>' in html


@pytest.mark.usefixtures("rumoured")
def test_months_stand_over_their_launches(client: Client, xiaomi: Company) -> None:
    for number, launched in enumerate(("2022-07-04", "2022-07", "2022", "2021-11-30", "")):
        make.milestone(make.launch(f"l-{number}", xiaomi), "launched", launched)
    headings = ["2022 month not known", "August 2022", "July 2022", "November 2021", "No date"]
    assert months(get(client, "/launches/")) == headings
    assert listed(client) == ["l-2", "13-ultra", "l-1", "l-0", "l-3", "l-4"]


def test_promise_by_a_month_stands_in_it_until_the_launch_is_known(
    client: Client, xiaomi: Company
) -> None:
    launch = make.launch("12S Ultra", xiaomi, source=make.article(DAY))
    by_july = {"due": "[2022-05-24..2022-07-31]"}
    make.milestone(launch, "announced", DAY, make.article(DAY), **by_july)
    make.milestone(launch, "launched", "2022-06-30", make.article("2022-07-02"))
    before, after = (get(client, f"/launches/?as_of=2022-07-0{day}") for day in (1, 2))
    assert (months(before), months(after)) == (["July 2022"], ["June 2022"])
    assert '<p class="when">by July 2022</p>' in before


def test_day_stands_between_what_lies_ahead_and_what_is_past(
    client: Client, xiaomi: Company
) -> None:
    for month in ("05", "06", "07", "08"):
        source = make.article("2022-05-24")
        launch = make.launch(f"l-{month}", xiaomi, source=source)
        make.milestone(launch, "announced", DAY, source, due=f"2022-{month}-10")
    html = get(client, "/launches/?as_of=2022-06-20")
    order = re.findall(r'<h3><a href="/launches/([\w-]+)/|class="today">([\w ]+)', html)
    assert order == [("l-08", ""), ("l-07", ""), ("", "20 June 2022"), ("l-06", ""), ("l-05", "")]


def test_what_is_coming_up_comes_soonest_first_page_after_page(
    client: Client, xiaomi: Company
) -> None:
    with recording.batch():
        for number in range(52):
            launch = make.launch(f"l-{number:02}", xiaomi, source=make.article(DAY))
            due = f"{2023 + number % 13}-{number % 12 + 1:02}"
            make.milestone(launch, "announced", DAY, make.article(DAY), due=due)
    address = f"/launches/?outcome=coming-up&as_of={DAY}"
    first = get(client, address)
    part = get(client, f"/launches/{more(first)}")
    slugs = re.findall(r'<h3><a href="/launches/l-(\d+)/', first + part)
    numbers = [int(each) for each in slugs]
    assert numbers == sorted(range(52), key=lambda each: (each % 13, each % 12, each))
    assert ">Later launches</a>" in first


def test_row_says_what_the_rumoured_name_became(client: Client, kept: ProductLaunch) -> None:
    name = kept.names.model(launch=kept, name="Xiaomi 12 Ultra", kind="rumoured")
    make.claim(name, make.article(DAY))
    assert '<p class="names">rumoured as Xiaomi 12 Ultra</p>' in get(client, "/launches/")


def test_name_that_was_rumoured_and_proved_right_is_told_once(
    client: Client, kept: ProductLaunch
) -> None:
    name = kept.names.model(launch=kept, name="12S Ultra", kind="rumoured")
    make.claim(name, make.article("2022-05-01"))
    assert 'class="names"' not in get(client, "/launches/")
    kinds = re.findall(
        r'<strong(?: class="is-rumoured")?>12S Ultra</strong> <span class="muted">(\w+),',
        get(client, kept.get_absolute_url()),
    )
    assert kinds == ["official", "rumoured"]


@pytest.mark.parametrize(
    ("due", "launched", "told"),
    [
        ("2022-06", "2022-08-12", "43 days late: promised for June 2022"),
        ("2022-06-30", "2022-08", "32 to 62 days late: promised for 30 June 2022"),
        ("2022-06", "2022-06-30?", "On time: promised for June 2022"),
        ("2022-06", "2022", "Cannot tell whether kept: promised for June 2022"),
    ],
)
def test_row_tells_the_slip_in_days(
    client: Client, xiaomi: Company, due: str, launched: str, told: str
) -> None:
    launch = make.launch("12S Ultra", xiaomi)
    make.milestone(launch, "announced", DAY, due=due)
    make.milestone(launch, "launched", launched)
    assert f">{told}</li>" in get(client, "/launches/")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2022-05-31", "Promised for June 2022"),
        ("2022-06-30", "Due: promised for June 2022"),
        ("2022-07-01", "1 day overdue: promised for June 2022"),
        ("2023-06-30", "365 days overdue: promised for June 2022"),
        ("2023-07-01", "Unresolved, no launch seen: promised for June 2022"),
    ],
)
def test_row_tells_how_long_a_promise_is_open(
    client: Client, xiaomi: Company, day: str, told: str
) -> None:
    launch = make.launch("12S Ultra", xiaomi, source=make.article(DAY))
    make.milestone(launch, "announced", DAY, make.article(DAY), due="2022-06")
    assert f">{told}</li>" in get(client, f"/launches/?as_of={day}")


@pytest.mark.parametrize(
    ("month", "links"),
    [
        ("2022-07", ["2022-05", "2022", "2023-01"]),
        ("2022-05", ["2021-11", "2022", "2022-07"]),
        ("2022", ["2021", "2023"]),
        ("2023", ["2022"]),
        ("", []),
        ("unknown", []),
    ],
)
def test_months_lead_to_the_nearest_that_have_launches(
    client: Client, xiaomi: Company, month: str, links: list[str]
) -> None:
    for day in ("2021-11-30", "2022-05-24", "2022-07-04", "2023-01-01", ""):
        make.milestone(make.launch(maker=xiaomi), "launched", day)
    html = get(client, f"/launches/?month={month}&brand=xiaomi")
    found = re.findall(r'<a href="\?brand=xiaomi&amp;month=([\d-]+)"', html)
    assert found == links


@pytest.mark.usefixtures("rumoured")
def test_rumoured_launch_is_marked_and_promises_nothing(client: Client) -> None:
    html = get(client, "/launches/")
    agenda = html[html.index('<ul class="agenda">') :]
    assert '<li class="is-rumoured">' in agenda
    assert ">Rumoured for 2023</li>" in agenda
    assert "promised" not in agenda


@pytest.mark.usefixtures("kept", "rumoured")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("brand=xiaomi", ["12s-ultra"]),
        ("brand=leica", ["12s-ultra"]),
        ("brand=honor", ["13-ultra"]),
        ("status=launched", ["12s-ultra"]),
        ("status=rumoured", ["13-ultra"]),
        ("status=cancelled", []),
        ("outcome=kept-on-time", ["12s-ultra"]),
        ("outcome=kept-late", ["12s-ultra"]),
        ("outcome=overdue", []),
        ("outcome=none", ["13-ultra"]),
        ("outcome=none&brand=leica", []),
        ("as_of=2022-05-23", []),
        ("as_of=2022-05-24&outcome=coming-up", ["12s-ultra"]),
        ("month=2022-07", ["12s-ultra"]),
        ("month=2022-08", ["13-ultra"]),
        ("month=2022", ["13-ultra", "12s-ultra"]),
        ("month=2022&brand=leica", ["12s-ultra"]),
        ("month=2021", []),
        ("month=unknown", []),
        ("month=2022-07&as_of=2022-05-24", ["12s-ultra"]),
        ("as_of=2022-06-30&status=delayed&brand=leica", ["12s-ultra"]),
        ("as_of=2022-07-03&outcome=coming-up", ["12s-ultra"]),
    ],
)
def test_filters_combine(client: Client, query: str, found: list[str]) -> None:
    assert listed(client, f"?{query}") == found


def test_row_has_the_name_of_the_day(client: Client, kept: ProductLaunch) -> None:
    name = kept.names.model(launch=kept, name="first flagship", kind="official")
    make.claim(name, make.article("2022-06-28"))
    assert ">12S Ultra</a>" in get(client, "/launches/?as_of=2022-06-27")
    assert ">first flagship</a>" in get(client, "/launches/?as_of=2022-06-28")


@pytest.mark.usefixtures("kept")
def test_links_carry_the_day(client: Client) -> None:
    html = get(client, "/launches/?as_of=2022-06-01")
    assert 'href="/launches/12s-ultra/?as_of=2022-06-01"' in html
    assert 'href="/brands/xiaomi/?as_of=2022-06-01"' in html


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("brand=nobody", "brand"),
        ("status=active", "status"),
        ("outcome=on+time", "outcome"),
        ("outcome=None", "outcome"),
        ("outcome=due", "outcome"),
        ("month=2022-13", "month"),
        ("month=2022-7", "month"),
        ("month=1799", "month"),
        ("month=July", "month"),
        ("as_of=2022-02-30", "as_of"),
        ("after=nonsense", "after"),
    ],
)
def test_wrong_value_is_named(client: Client, query: str, named: str) -> None:
    response = client.get(f"/launches/?{query}")
    assert response.status_code == 400
    assert f"<code>{named}</code>" in response.content.decode()


@pytest.mark.usefixtures("kept", "rumoured")
@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"status": "launched"},
        {"brand": "leica", "outcome": "none"},
        {"as_of": "2022-06-30"},
        {"as_of": "2022-07-03", "brand": "xiaomi", "outcome": "coming-up"},
        {"month": "2022-07", "brand": "xiaomi"},
        {"month": "2022"},
    ],
)
def test_number_beside_a_choice_is_what_choosing_it_gives(
    client: Client, filters: dict[str, str]
) -> None:
    LIST.assert_numbers_are_those_of_the_rows(client, filters, FACETS)


@pytest.mark.usefixtures("kept", "rumoured")
def test_numbers_are_those_of_the_day(client: Client) -> None:
    before = choices(get(client, "/launches/?as_of=2022-07-31"), "outcome")
    after = choices(get(client, "/launches/"), "outcome")
    assert (before["none"], after["none"]) == (("No promise", "0"), ("No promise", "1"))


def test_brand_that_makes_and_takes_part_counts_a_launch_once(
    client: Client, xiaomi: Company, kept: ProductLaunch
) -> None:
    found = choices(get(client, "/launches/"), "brand")
    assert found == {"leica": ("Leica", "1"), "xiaomi": ("Xiaomi", "1")}


def test_launch_counts_once_for_an_outcome_of_two_promises(
    client: Client, kept: ProductLaunch
) -> None:
    make.milestone(kept, "announced", "2022-06-02", due="2022-07-02")
    found = choices(get(client, "/launches/"), "outcome")
    assert [value for value, (_, number) in found.items() if number != "0"] == [
        "kept-on-time",
        "kept-late",
    ]
    assert found["kept-late"] == ("Kept late", "1")


@pytest.mark.parametrize("name", ["status", "outcome"])
def test_every_choice_of_the_form_is_offered_in_its_words(client: Client, name: str) -> None:
    field = LaunchListForm.base_fields[name]
    assert isinstance(field, ChoiceField)
    offered = choices(get(client, "/launches/"), name)
    assert [(value, words) for value, (words, _) in offered.items()] == field.choices[1:]


@pytest.mark.usefixtures("kept", "rumoured")
def test_chosen_value_is_selected(client: Client) -> None:
    html = get(client, "/launches/?brand=leica&status=launched&outcome=none")
    assert re.findall(r'<option value="([^"]+)" selected', html) == ["leica", "launched"]
    assert re.findall(r'value="([^"]*)" checked', html) == ["none"]


@pytest.mark.usefixtures("kept", "rumoured")
def test_numbers_come_again_with_the_part(client: Client) -> None:
    address = "/launches/?brand=leica"
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert numbers(part) == numbers(get(client, address)) != numbers(get(client, "/launches/"))


def test_rows_added_to_the_page_count_nothing(client: Client) -> None:
    address = f"/launches/?after={quote(LaunchListForm({}, of='launches').cursor(0, 1))}"
    with CaptureQueriesContext(connection) as captured:
        client.get(address, headers={"HX-Request": "true"})
    assert len(captured) == 1


def test_number_is_exact_up_to_1000() -> None:
    statuses = {LaunchStatus.ANNOUNCED: 1000, LaunchStatus.LAUNCHED: 1001}
    found = LaunchChoices({}, statuses, {}, {}, any_outcome=0, earlier=None, later=None)
    html = render_to_string("launches/_found.html", {"choices": found})
    assert [number for _, number in choices(html, "status").values()] == ["1,000", "1,000+"]


def offered(html: str, name: str) -> list[tuple[str, str]]:
    """Value and words of each choice of a select but the first, which narrows nothing."""
    [options] = re.findall(rf'<select name="{name}".*?</select>', html, re.DOTALL)
    return re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)</option>', options)


@pytest.mark.usefixtures("kept", "rumoured")
def test_many_launches_are_not_counted_for_each_brand_and_month(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_choices, "MOST_COUNTED", 1)
    html = get(client, "/launches/")
    assert offered(html, "brand") == [("honor", "Honor"), ("leica", "Leica"), ("xiaomi", "Xiaomi")]
    assert offered(html, "month") == [("2022", "2022"), ("unknown", "No date")]
    assert choices(html, "status")["launched"] == ("Launched", "1")
    assert choices(html, "outcome")["kept-late"] == ("Kept late", "1")


@pytest.mark.usefixtures("kept", "rumoured")
def test_of_many_launches_the_months_of_the_chosen_year_are_choices(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_choices, "MOST_COUNTED", 1)
    html = get(client, "/launches/?month=2022-07")
    values = [value for value, _ in offered(html, "month")]
    months = [f"2022-{number:02}" for number in range(12, 0, -1)]
    assert values == ["2022", *months, "unknown"]
    assert [link for link in ("2022-06", "2022-08") if f'href="?month={link}"' in html] == [
        "2022-06",
        "2022-08",
    ]


@pytest.mark.parametrize("most", [1, 1000])
def test_many_launches_take_as_many_queries_as_few(
    client: Client,
    kept: ProductLaunch,
    rumoured: ProductLaunch,
    most: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calendar_choices, "MOST_COUNTED", most)
    assert queries(client, "/launches/?brand=leica&month=2022") == 12


def test_list_goes_on_where_it_stopped(client: Client, xiaomi: Company) -> None:
    with recording.batch():
        for number in range(51):
            launch = make.launch(f"l-{number:02}", xiaomi)
            make.milestone(launch, "launched", "2022" if number % 2 else "")
    first = get(client, "/launches/")
    part = client.get(f"/launches/{more(first)}", headers={"HX-Request": "true"})
    slugs = re.findall(r"/launches/(l-\d+)/", first + part.content.decode())
    dated, undated = range(49, 0, -2), range(50, -1, -2)
    assert slugs == [f"l-{number:02}" for number in (*dated, *undated)]
    assert "<form" not in part.content.decode()


@pytest.mark.usefixtures("kept")
def test_part_stands_in_the_page_word_for_word(client: Client) -> None:
    page = get(client, "/launches/?brand=leica")
    part = client.get("/launches/?brand=leica", headers={"HX-Request": "true"})
    assert in_page(part.content.decode()) in page
    assert part.headers["HX-Push-Url"] == "/launches/?brand=leica"


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        get(client, address)
    return len(captured)


def test_list_takes_as_many_queries_for_200_as_for_one(client: Client) -> None:
    with recording.batch():
        few, many = make.company("Few"), make.company("Many")
        for maker, number in ((few, 1), (many, 200)):
            for _ in range(number):
                make.milestone(make.launch(maker=maker), "announced", "2022", due="2022-07")
    query = "status=announced&outcome=overdue&as_of=2023-01-01"
    one = queries(client, f"/launches/?{query}&brand=few")
    assert queries(client, f"/launches/?{query}&brand=many") == one <= 12


def test_page_has_each_promise_with_its_outcome_and_slip(
    client: Client, kept: ProductLaunch
) -> None:
    assert rows(get(client, kept.get_absolute_url())) == [
        ["24 May 2022", "July 2022", "Kept on time", "27 days to spare"],
        ["June 2022", "3 July 2022", "Kept late", "1 day late"],
    ]


def test_promise_tells_nothing_of_what_came_later(client: Client, kept: ProductLaunch) -> None:
    html = get(client, f"{kept.get_absolute_url()}?as_of=2022-06-01")
    assert rows(html) == [["24 May 2022", "July 2022", "Pending", "none yet"]]
    assert "4 July 2022" not in html


@pytest.mark.parametrize(
    ("as_of", "outcome", "slip"),
    [
        ("2022-07-31", "Due", "none yet"),
        ("2022-08-01", "Overdue", "1 day so far"),
        ("2022-09-01", "Overdue", "32 days so far"),
        ("2024-01-01", "Unresolved", "not known"),
    ],
)
def test_promise_not_kept_yet_is_late_by_so_many_days(
    client: Client, as_of: str, outcome: str, slip: str
) -> None:
    launch = make.launch()
    make.milestone(launch, "announced", DAY, due="2022-07")
    [[*_, came, late]] = rows(get(client, f"{launch.get_absolute_url()}?as_of={as_of}"))
    assert (came, late) == (outcome, slip)


@pytest.mark.parametrize(
    ("launched", "slip"),
    [
        ("2022-07-31", "to the day"),
        ("2022-08-01", "1 day late"),
        ("2022-08", "1 to 31 days late"),
        ("2022-07-30", "1 day to spare"),
        ("2022-07", "0 to 30 days to spare"),
        ("[2022-07-30..2022-08-02]", "1 day to spare to 2 days late"),
        ("[..2022-07-30]", "not known"),
    ],
)
def test_slip_in_words(client: Client, launched: str, slip: str) -> None:
    launch = make.launch()
    make.milestone(launch, "announced", DAY, due="2022-07")
    make.milestone(launch, "launched", launched)
    [[*_, shown]] = rows(get(client, launch.get_absolute_url()))
    assert shown == slip


def test_rumoured_day_is_no_promise(client: Client, rumoured: ProductLaunch) -> None:
    html = get(client, rumoured.get_absolute_url())
    assert rows(html) == [["August 2022", "2023", "Only rumoured", "not known"]]


def test_page_says_which_claim_the_launch_follows_from(client: Client, kept: ProductLaunch) -> None:
    claim = kept.milestones.get(kind="launched")
    html = get(client, kept.get_absolute_url())
    assert f'<a href="#{claim.public_id}">Launched 4 July 2022</a>' in html
    assert html.count(f'id="{claim.public_id}"') == 1


def test_sources_stand_once_each(client: Client, xiaomi: Company) -> None:
    source = make.article(DAY, title="Only")
    launch = make.launch("12S Ultra", xiaomi, source=source)
    make.milestone(launch, "announced", DAY, source, due="2022-07")
    html = get(client, launch.get_absolute_url())
    sources = html[html.index('<h2 id="sources">') :]
    assert re.findall(r">(\w+)</a> .*cited for (\d)", sources) == [("Only", "2")]


def test_before_anything_was_known_nothing_is_told(client: Client, kept: ProductLaunch) -> None:
    html = get(client, f"{kept.get_absolute_url()}?as_of=2022-05-23")
    assert "Nothing was known of this launch on that day" in html
    assert [word for word in ("Xiaomi", "Leica", "12S Ultra") if word in html] == []


def test_page_takes_as_many_queries_for_200_claims_as_for_one(client: Client) -> None:
    with recording.batch():
        few, many = make.partnership(), make.partnership()
        for partnership, number in ((few, 1), (many, 200)):
            launch = make.launch(partnership=partnership, slug=f"l-{number}")
            for place in range(number):
                make.milestone(launch, "announced", f"20{place % 20:02}", due="2022-07")
            make.statement("We are convinced.", launch=launch, company=make.company())
    assert queries(client, "/launches/l-1/") == queries(client, "/launches/l-200/") <= 12
