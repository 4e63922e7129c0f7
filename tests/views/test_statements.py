"""The statements, the people who made them, and a page for each."""

import itertools
import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships import recording
from partnerships.models import Company, Person, Statement
from partnerships.timeline import StatementChoices
from partnerships.timeline.counts import Choice
from tests import factories as make
from tests.parts import in_page
from tests.views.listing import Listing, get, more, numbers

pytestmark = pytest.mark.django_db

IDS = r'<article class="line line-statement" id="(\w+)"'
HTMX = {"HX-Request": "true"}
FACETS = ["speaker", "role", "company", "partnership", "kind"]
LIST = Listing("/statements/", IDS)
NUMBERS = itertools.count(1)


def say(words: str, said: str = "", **fields: object) -> Statement:
    """Some words that nobody said before."""
    if not {"speaker", "company"} & set(fields):
        fields["company"] = make.company()
    return make.statement(f"{words} {next(NUMBERS)}", said, **fields)


# The list of statements


def test_list_goes_from_the_newest_to_what_has_no_day(client: Client) -> None:
    rows = [say("one", ""), say("two", "2022-05-24"), say("three", "2023")]
    expected = [row.public_id for row in reversed(rows)]
    assert re.findall(IDS, get(client, "/statements/")) == expected


def test_row_is_a_quotation_with_all_that_is_known_of_it(client: Client) -> None:
    leica, xiaomi = make.company("Leica"), make.company("Xiaomi")
    source = make.article(text="He said: We are convinced.")
    row = make.statement(
        "We are convinced.",
        "2022-05-24",
        speaker=make.person(),
        role="CEO",
        company=leica,
        partnership=make.partnership(xiaomi, leica),
    )
    make.record(make.cite(row, source, "We are convinced."))
    page = get(client, "/statements/")
    for shown in (
        "<blockquote><p>“We are convinced.”</p></blockquote>",
        'href="/people/matthias-harsch/"',
        "CEO",
        'href="/brands/leica/"',
        'href="/partnerships/xiaomi-leica/"',
        "<mark>We are convinced.</mark>",
    ):
        assert shown in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker=matthias-harsch", {"a", "b"}),
        ("speaker=unknown", {"c"}),
        ("company=leica", {"b", "c"}),
        ("kind=denial", {"c"}),
        ("company=leica&speaker=matthias-harsch", {"b"}),
        ("company=leica&speaker=unknown&kind=direct", set()),
        ("role=CEO", {"a"}),
        ("role=unknown", {"b", "c"}),
        ("role=unknown&company=leica&speaker=matthias-harsch", {"b"}),
        ("role=ceo", set()),
        ("partnership=xiaomi-leica", {"c"}),
        ("partnership=xiaomi-leica&kind=direct", set()),
        ("as_of=2022-05-24", {"a"}),
        ("speaker=&company=&role=&partnership=&kind=&as_of=", {"a", "b", "c"}),
    ],
)
def test_filters_combine(client: Client, query: str, expected: set[str]) -> None:
    leica, speaker = make.company("Leica"), make.person()
    partnership = make.partnership(make.company("Xiaomi"), leica)
    rows = {
        "a": make.statement(
            "a", "2022-05-24", make.article("2022-05-24"), speaker=speaker, role="CEO"
        ),
        "b": make.statement("b", "2022-05-25", speaker=speaker, company=leica),
        "c": make.statement(
            "c", "2022-05-26", company=leica, kind="denial", partnership=partnership
        ),
    }
    found = re.findall(IDS, get(client, f"/statements/?{query}"))
    assert set(found) == {rows[name].public_id for name in expected}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("speaker=nobody", "speaker"),
        ("company=nobody", "company"),
        ("partnership=none", "partnership"),
        (f"role={'x' * 201}", "role"),
        ("kind=Direct", "kind"),
        ("kind=direct&kind=denial", "kind"),
        ("after=x", "after"),
    ],
)
def test_wrong_value_is_named(client: Client, query: str, named: str) -> None:
    response = client.get(f"/statements/?{query}")
    assert response.status_code == 400
    assert f"<code>{named}</code>" in response.content.decode()


def test_empty_list_says_how_to_begin(client: Client) -> None:
    assert "No statement has been entered yet" in get(client, "/statements/")


def test_nothing_found_offers_the_whole_list(client: Client) -> None:
    say("We are convinced.", "2022-05-24")
    page = get(client, "/statements/?kind=denial")
    assert '<a href="/statements/">see every statement</a>' in page


def test_next_page_continues_where_this_one_ends_also_without_days(client: Client) -> None:
    leica = make.company("Leica")
    with recording.batch():
        dated = [say("dated", f"{year}", company=leica) for year in range(1970, 2010)]
        undated = [say("undated", "", company=leica) for _ in range(30)]
    order = [row.public_id for row in [*reversed(dated), *reversed(undated)]]
    first = get(client, "/statements/")
    second = get(client, f"/statements/{more(first)}")
    assert re.findall(IDS, first) == order[:50]
    assert re.findall(IDS, second) == order[50:]


def test_what_is_entered_meanwhile_neither_repeats_nor_hides_a_row(client: Client) -> None:
    leica = make.company("Leica")
    with recording.batch():
        rows = [say("words", "2022-05-24", company=leica) for _ in range(60)]
    first = get(client, "/statements/")
    say("newer", "2022-05-24", company=leica)
    second = get(client, f"/statements/{more(first)}")
    expected = [row.public_id for row in reversed(rows)]
    assert re.findall(IDS, first) + re.findall(IDS, second) == expected


def test_part_stands_in_the_page_word_for_word(client: Client) -> None:
    say("We are convinced.", "2022-05-24")
    part = get(client, "/statements/", **HTMX)
    assert "<html" not in part
    assert in_page(part) in get(client, "/statements/")


def test_next_part_is_the_rows_alone(client: Client) -> None:
    leica = make.company("Leica")
    with recording.batch():
        for _ in range(51):
            say("words", "2022-05-24", company=leica)
    link = more(get(client, "/statements/"))
    part = get(client, f"/statements/{link}", **HTMX)
    assert part.count("<article") == 1
    assert "<form" not in part
    assert "<h2" not in part


def test_address_bar_gets_the_filters_without_empty_ones(client: Client) -> None:
    response = client.get("/statements/?speaker=&kind=denial&as_of=", headers=HTMX)
    assert response.headers["HX-Push-Url"] == "/statements/?kind=denial"


def test_choices_are_those_known_on_the_day(client: Client) -> None:
    make.statement("a", "2016", make.article("2016"), speaker=make.person("Early Bird"))
    make.statement("b", "2022", make.article("2022"), company=make.company("Leica"))
    page = get(client, "/statements/?as_of=2017-01-01")
    assert '<option value="early-bird">' in page
    assert '<option value="leica">' not in page


# The numbers beside the choices


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"speaker": "matthias-harsch"},
        {"speaker": "unknown"},
        {"company": "leica", "kind": "denial"},
        {"speaker": "lei-jun", "company": "leica"},
        {"role": "CEO"},
        {"role": "unknown", "company": "leica"},
        {"partnership": "xiaomi-leica"},
        {"as_of": "2022-05-25"},
        {"as_of": "2022-05-25", "company": "leica", "kind": "direct"},
    ],
)
def test_number_beside_a_choice_is_that_of_its_rows(client: Client, asked: dict[str, str]) -> None:
    leica, xiaomi = make.company("Leica"), make.company("Xiaomi")
    harsch, lei = make.person(), make.person("Lei Jun")
    first, second = make.article("2022-05-24"), make.article("2022-05-26")
    both = make.partnership(xiaomi, leica, source=first)
    make.statement("a", "2022-05-24", first, speaker=harsch, partnership=both)
    make.statement("b", "2022-05-24", first, speaker=harsch, company=leica, role="CEO")
    make.statement("B", "2022-05-26", second, speaker=harsch, company=leica, partnership=both)
    make.statement("c", "2022-05-24", first, company=leica, kind="denial")
    make.statement("d", "2022-05-26", second, company=leica)
    make.statement("e", "2022-05-26", second, speaker=lei, company=xiaomi, kind="denial")
    LIST.assert_numbers_are_those_of_the_rows(client, asked, FACETS)


def test_what_is_chosen_stays_a_choice_before_it_was_known(client: Client) -> None:
    speaker, leica = make.person(), make.company("Leica")
    make.statement("a", "2022", make.article("2022"), speaker=speaker, company=leica)
    query = "speaker=matthias-harsch&company=leica&as_of=2021-01-01"
    page = get(client, f"/statements/?{query}")
    assert '<option value="matthias-harsch" selected>Matthias Harsch (0)</option>' in page
    assert '<option value="leica" selected>Leica (0)</option>' in page


def test_numbers_change_with_the_part(client: Client) -> None:
    speaker = make.person()
    say("a", "2022", speaker=speaker)
    say("b", "2022", kind="denial")
    part = get(client, "/statements/?kind=denial", **HTMX)
    assert numbers(part)["speaker", "matthias-harsch"] == "0"
    assert numbers(part)["speaker", "unknown"] == "1"
    assert numbers(part)["kind", "direct"] == "1"


@pytest.mark.parametrize(("number", "shown"), [(1000, "1,000"), (1001, "1,000+")])
def test_above_a_thousand_a_choice_says_no_more_than_that(
    client: Client, monkeypatch: pytest.MonkeyPatch, number: int, shown: str
) -> None:
    say("words", "2022")
    brand, kind = (Choice(value, value, number) for value in ("leica", "direct"))
    told = StatementChoices([], [brand], [], [], [kind])
    monkeypatch.setattr("partnerships.timeline.statement_choices", lambda _: told)
    assert set(numbers(get(client, "/statements/")).values()) == {shown}


# The same words in several articles

WORDS = "We are convinced that the first flagship makes progress visible."


def repeat(speaker: Person) -> list[Statement]:
    """What one article prints, then another, of which a third prints a part."""
    return [
        make.statement(text, f"2022-05-{day}", source, speaker=speaker)
        for day, paper, text in (
            (24, "Leica", WORDS),
            (25, "The Paper", f"“{WORDS.upper()}”"),
            (26, "The Other", "the first flagship makes progress"),
        )
        for source in [make.article(f"2022-05-{day}", publisher=paper)]
    ]


def appearances(page: str) -> list[str]:
    found = re.findall(r'<p class="appearances">(.*?)</p>', page, re.DOTALL)
    return [" ".join(re.sub("<[^>]+>", "", each).split()) for each in found]


def test_same_words_are_one_entry_that_names_where_else_they_appeared(client: Client) -> None:
    first, second, third = repeat(make.person())
    page = get(client, "/statements/")
    assert re.findall(IDS, page) == [first.public_id]
    [told] = appearances(page)
    assert told.split("; ") == [
        "First in Leica, 24 May 2022",
        "also in The Paper, 25 May 2022, The Other, 26 May 2022 in part",
    ]
    for row in (second, third):
        assert f'<a href="/statements/{row.public_id}/">' in page


def test_on_a_day_only_what_had_appeared_by_then(client: Client) -> None:
    first, *_ = repeat(make.person())
    page = get(client, "/statements/?as_of=2022-05-24")
    assert (re.findall(IDS, page), appearances(page)) == ([first.public_id], [])
    page = get(client, "/statements/?as_of=2022-05-25")
    assert appearances(page) == ["First in Leica, 24 May 2022; also in The Paper, 25 May 2022"]


def test_repetition_leads_to_where_the_words_appeared_first(client: Client) -> None:
    first, second, third = repeat(make.person())
    page = get(client, third.get_absolute_url())
    assert f'First in <a href="/statements/{first.public_id}/">' in page
    [told] = appearances(page)
    assert told.split("; ") == [
        "First in Leica, 24 May 2022 with more",
        "also in The Paper, 25 May 2022 with more, The Other, 26 May 2022",
    ]
    assert f'<a href="/statements/{third.public_id}/">' not in page
    assert f'<a href="/statements/{second.public_id}/">' in page


def test_person_said_the_same_words_once(client: Client) -> None:
    speaker = make.person()
    first, *_ = repeat(speaker)
    page = get(client, "/people/matthias-harsch/")
    assert re.findall(IDS, page) == [first.public_id]
    assert "24 May 2022 to 26 May 2022 · 1 statement<" in page
    assert "1 statement<" in get(client, "/people/")


def test_repetitions_take_as_many_queries_as_none(client: Client) -> None:
    few, many = make.person("Few"), make.person("Many")
    say("words", "2022", speaker=few)
    with recording.batch():
        for number in range(60):
            for _ in range(3):
                make.statement(f"{WORDS} {number}", "2022", speaker=many)
    one, several = (queries(client, f"/statements/?speaker={name}") for name in ("few", "many"))
    assert one == several <= 12


# People


def test_people_go_from_a_to_z_with_the_number_of_their_statements(client: Client) -> None:
    speaker = make.person("Matthias Harsch")
    make.person("Lei Jun")
    say("a", "2022", speaker=speaker)
    say("b", "2022", speaker=speaker)
    found = re.findall(r'/people/([\w-]+)/">.*?(\d+) statement', get(client, "/people/"))
    assert found == [("lei-jun", "0"), ("matthias-harsch", "2")]


def test_on_a_day_only_people_of_whom_something_was_known(client: Client) -> None:
    early, late = make.person("Early Bird"), make.person("Late Riser")
    for speaker, year in ((early, "2016"), (early, "2022"), (late, "2022")):
        make.statement("words", year, make.article(year), speaker=speaker)
    page = get(client, "/people/?as_of=2017-01-01")
    assert re.findall(r"/people/([\w-]+)/[^>]*>.*?(\d+) statement", page) == [("early-bird", "1")]
    assert 'href="/people/early-bird/?as_of=2017-01-01"' in page


def test_more_people_follow(client: Client) -> None:
    names = [f"Person {number:02}" for number in range(55)]
    for name in names:
        make.person(name)
    first = get(client, "/people/")
    second = get(client, f"/people/{more(first)}")
    assert re.findall(r">(Person \d\d)</a>", first) == names[:50]
    assert re.findall(r">(Person \d\d)</a>", second) == names[50:]


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "Nobody is quoted yet"), ("?as_of=2000-01-01", "by 1 January 2000")],
)
def test_list_without_people_says_why(client: Client, query: str, said: str) -> None:
    assert said in get(client, f"/people/{query}")


def test_person_page_tells_roles_over_time(client: Client) -> None:
    speaker, leica = make.person(), make.company("Leica")
    for said, role in (("2017-04-01", "CFO"), ("2020-01-01", "CEO"), ("2022-05-24", "CEO")):
        say("words", said, speaker=speaker, company=leica, role=role)
    page = get(client, "/people/matthias-harsch/")
    roles = re.findall(r"<strong>(\w+)</strong>.*?<span class=\"muted\">(.*?)</span>", page)
    assert roles == [
        ("CEO", "1 January 2020 to 24 May 2022 · 2 statements"),
        ("CFO", "1 April 2017 · 1 statement"),
    ]


def test_person_page_goes_on_after_fifty_statements(client: Client) -> None:
    speaker = make.person()
    with recording.batch():
        rows = [say("words", f"{year}", speaker=speaker) for year in range(1960, 2020)]
    first = get(client, "/people/matthias-harsch/")
    second = get(client, f"/people/matthias-harsch/{more(first)}")
    expected = [row.public_id for row in reversed(rows)]
    assert re.findall(IDS, first) + re.findall(IDS, second) == expected


def test_person_tells_no_role_that_was_not_known(client: Client) -> None:
    make.statement("words", "2022", make.article("2022"), speaker=make.person(), role="CEO")
    page = get(client, "/people/matthias-harsch/?as_of=2021-01-01")
    assert "CEO" not in page
    assert "No statement is recorded that was known on 1 January 2021" in page


# A statement


def test_statement_leads_on_to_more_of_the_same(client: Client) -> None:
    row = make.statement(
        "words", "2022", make.article("2022"), speaker=make.person(), company=make.company("Leica")
    )
    page = get(client, f"{row.get_absolute_url()}?as_of=2023-01-01")
    assert 'href="/people/matthias-harsch/?as_of=2023-01-01">All that' in page
    assert 'href="/statements/?company=leica&amp;as_of=2023-01-01"' in page


def test_statement_tells_nothing_of_itself_before_it_was_known(client: Client) -> None:
    row = make.statement("words", "2022", make.article("2022"), speaker=make.person())
    page = get(client, f"{row.get_absolute_url()}?as_of=2021-01-01")
    assert "Harsch" not in page
    assert "2022" not in page
    assert "not known yet on that day" in page


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"title": ""}, "The Paper, 24 May 2022</a>. The passage is not kept here."),
        ({"title": "Story"}, "Story</a>, The Paper, 24 May 2022. The passage is not kept here."),
        ({"url": "https://example.org/a"}, 'href="https://example.org/a">Read it at The Paper</a>'),
        ({"url": ""}, "Its address is not recorded."),
    ],
)
def test_where_the_passage_is_not_kept_the_source_says_where_it_stands(
    client: Client, fields: dict[str, str], shown: str
) -> None:
    source = make.article("2022-05-24", publisher="The Paper", **fields)
    row = make.statement("words", "2022-05-24", source, speaker=make.person())
    assert shown in get(client, row.get_absolute_url())


# Queries


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        get(client, path)
    return len(captured)


def enter(number: int) -> None:
    """So many statements in one batch, each of another person for another company."""
    partnership = make.partnership()
    launch = make.launch(partnership=partnership)
    source = make.article("2022")
    with recording.batch() as batch:
        for _ in range(number):
            name = f"person-{next(NUMBERS)}"
            speaker = Person(name=name, slug=name)
            company = Company(name=name, slug=name)
            row = Statement(
                text="words",
                said="2022",
                speaker=speaker,
                company=company,
                partnership=partnership,
                launch=launch,
            )
            for each in (speaker, company, row):
                batch.record(each)
            batch.record(make.cite(row, source))


@pytest.mark.parametrize("path", ["/statements/", "/people/"])
def test_lists_take_as_many_queries_for_200_rows_as_for_one(client: Client, path: str) -> None:
    enter(1)
    one = queries(client, path)
    enter(199)
    assert queries(client, path) == one <= 12


def test_all_filters_together_take_at_most_twelve_queries(client: Client) -> None:
    enter(1)
    row = Statement.objects.select_related("speaker", "company", "partnership").get()
    assert row.speaker is not None
    assert row.company is not None
    assert row.partnership is not None
    asked = {"speaker": row.speaker.slug, "company": row.company.slug, "kind": "direct"}
    asked |= {"role": "unknown", "partnership": row.partnership.slug, "as_of": "2023-01-01"}
    path = f"/statements/?{urlencode(asked)}"
    assert row.public_id in get(client, path)
    assert queries(client, path) <= 12


def test_person_takes_as_many_queries_for_200_statements_as_for_one(client: Client) -> None:
    few, many = make.person("Few"), make.person("Many")
    with recording.batch():
        for speaker, number in ((few, 1), (many, 200)):
            for _ in range(number):
                say("words", "2022", speaker=speaker, company=make.company())
    assert queries(client, "/people/few/") == queries(client, "/people/many/") <= 12


# The last of this module: the demonstration data stay until its end.
@pytest.mark.usefixtures("demonstration")
def test_numbers_are_those_of_the_demonstration(client: Client) -> None:
    LIST.assert_numbers_are_those_of_the_rows(client, {}, FACETS)
    filters = {"as_of": "2022-06-30", "company": "leica", "kind": "direct"}
    LIST.assert_numbers_are_those_of_the_rows(client, filters, FACETS)
