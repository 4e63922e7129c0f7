"""The right record first, however it is typed; the same on both databases."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships import recording, search
from partnerships.models import Company, Statement
from partnerships.models.vocabulary import SearchKind
from partnerships.search import finding, index
from partnerships.timeline.appearances import each_once
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

# Mistyped, partial or otherwise written queries, and the address of the record that is meant.
MEANT = {
    # Typing errors
    "Xaomi Lecia": "/partnerships/xiaomi-leica/",
    "Hasselblat": "/brands/hasselblad/",
    "Xiaomi and Lieca": "/partnerships/xiaomi-leica/",
    "Huwai P9": "/launches/huawei-p9/",
    "Pansonic": "/brands/panasonic/",
    "Olimpus": "/brands/olympus/",
    "Vivo Ziess": "/partnerships/vivo-zeiss/",
    "Bang & Olufson": "/brands/bang-olufsen/",
    "Scheider Kreuznach": "/brands/schneider-kreuznach/",
    "porshe design": "/brands/porsche-design/",
    "blakbery": "/brands/blackberry/",
    "Sonny Xperia": "/launches/sony-xperia-pro-i/",
    "Samsnug": "/brands/samsung/",
    "harmon kardon": "/brands/harman-kardon/",
    "Mathias Harsh": "/people/matthias-harsch/",
    "leits phone 2": "/launches/leitz-phone-2/",
    "Kodac": "/brands/kodak/",
    "Polariod": "/brands/polaroid/",
    "lamborgini": "/brands/automobili-lamborghini/",
    "swarowski": "/brands/swarovski/",
    "Devaliet": "/brands/devialet/",
    "hisense lieca": "/partnerships/leica-hisense/",
    # Parts, and what is only begun
    "hasslb": "/brands/hasselblad/",
    "Carl Zeis": "/brands/zeiss/",
    "huawei p30": "/launches/huawei-p30-pro/",
    "galaxy s8": "/launches/samsung-galaxy-s8-akg-earphones/",
    "harsch": "/people/matthias-harsch/",
    "12 ultra": "/launches/xiaomi-leica-first-flagship/",
    "lumix cm1": "/launches/panasonic-lumix-cm1/",
    "minolta": "/brands/konica-minolta/",
    "pioneering progress of both": "/statements/ketbqk7scwd6/",
    # Other names
    "Hewlett Packard": "/brands/hp/",
    "eastman kodak": "/brands/kodak/",
    "research in motion": "/brands/blackberry/",
    "first flagship": "/launches/xiaomi-leica-first-flagship/",
    # Spaces, signs, case, accents, order
    "one plus 9": "/launches/oneplus-9/",
    "OnePlus9 pro": "/launches/oneplus-9-pro/",
    "HUAWEI MATE40": "/launches/huawei-mate-40-pro/",
    "pure view 808": "/launches/nokia-808-pureview/",
    "B&O": "/brands/bang-olufsen/",
    "ＳＯＮＹ": "/brands/sony/",
    "pölaroïd": "/brands/polaroid/",
    "zeiss carl": "/brands/zeiss/",
    "leica x huawei": "/partnerships/huawei-leica/",
    "mclaren one plus": "/partnerships/oneplus-mclaren/",
}
# What means something to a database.
OPERATORS = [
    *("%", "%%%%", "_", "\\", "'", '"', "*", "(", ")", ":*", "!", "&|!", "<->", "^", "{}", "[a]"),
    *('leica" OR "xiaomi', "leica* NOT xiaomi", "words:leica", "NEAR(leica xiaomi, 2)", "-leica"),
    *("' OR 1=1--", "'; SELECT pg_sleep(5)--", "=leica", ".leica", "@brand", "lei\\ca:*"),
    *(
        "😀",
        "👩‍👩‍👧‍👦",
        "…",
        "a" * 200,
        "é" * 200,
        "e\u0301" * 100,
        "a " * 100,
        "ﷺ" * 200,
        "\u202eaciel",
    ),
]


def ask(q: str, **asked: Any) -> search.Answers:
    return search.answers(search.Question(q, **asked))


def names(q: str, **asked: Any) -> list[str]:
    return [str(each.record) for each in ask(q, **asked).results]


@pytest.mark.parametrize("q", MEANT)
def test_right_record_comes_first(q: str) -> None:
    first = ask(q).results[0].record
    assert first.get_absolute_url() == MEANT[q]


@pytest.mark.parametrize("q", MEANT)
def test_suggested_first_as_well(q: str) -> None:
    suggested = [each.record.get_absolute_url() for each in search.suggestions(search.Question(q))]
    assert suggested[:1] == [MEANT[q]] or MEANT[q].startswith("/statements/")


@pytest.mark.parametrize("q", OPERATORS)
def test_operators_are_letters_or_nothing(q: str) -> None:
    answers = ask(q)
    assert answers.total == sum(answers.counts.values())


def test_nothing_but_punctuation_finds_nothing() -> None:
    assert ask("!?… – “”").results == []


# Ranking


@pytest.fixture
def zorro() -> Company:
    return make.company("Zorro")


def test_exact_name_then_beginning_then_word_then_text(zorro: Company) -> None:
    make.company("El Zorro")
    make.company("Zorrotech")
    make.partnership(make.company("Mask"), zorro)
    make.company("Fox", description="Makes Zorro masks.")
    make.article("2022", title="Of Zorro")
    assert names("zorro") == [
        "Zorro",
        "Zorrotech",
        "Mask and Zorro",  # it is called by its companies, whichever stands first
        "El Zorro",
        "Fox",
        "Of Zorro (2022)",
    ]


def test_among_equals_the_most_active_comes_first(zorro: Company) -> None:
    zorrotech = make.company("Zorrotech")
    make.company("Zorro Zinc")
    partnership = make.partnership(zorrotech, make.company("Mask"))
    make.milestone(partnership, "announced", "2022")
    assert names("zorr")[0] == "Zorrotech"


def test_texts_come_newest_first(zorro: Company) -> None:
    for day in ("2021-03-01", "2023-03-01", "2022-03-01", ""):
        make.article(day, title=f"Zorros of {day}")
    assert names("zorros", kind="article") == [
        "Zorros of 2023-03-01 (1 March 2023)",
        "Zorros of 2022-03-01 (1 March 2022)",
        "Zorros of 2021-03-01 (1 March 2021)",
        "Zorros of ",
    ]


def test_near_names_come_before_texts_and_say_what_was_taken_as_meant(zorro: Company) -> None:
    make.article("2022", title="A zoro")
    answers = ask("zoro")
    assert [str(each.record) for each in answers.results] == ["Zorro", "A zoro (2022)"]
    assert answers.meant == ["Zorro"]


def test_number_is_no_typing_error() -> None:
    make.launch("Zorro Q7")
    assert names("zorro q8") == []


def said(*days: str) -> list[int]:
    """The ids of statements of one speaker in the same words, which appeared on the days."""
    speaker = make.person("Ada Quux")
    rows = [
        make.statement("We zorrify everything.", day, make.article(day), speaker=speaker)
        for day in days
    ]
    return [row.pk for row in rows]


def test_words_that_were_repeated_are_found_once_where_they_appeared_first() -> None:
    ids = said("2022-05-26", "2022-05-24", "2022-05-25")
    answers = ask("zorrify")
    [found] = answers.results
    assert found.record.pk == ids[1]
    assert [row.pk for row in found.appearances] == [ids[1], ids[2], ids[0]]
    assert (answers.total, found.repetitions) == (1, 2)


def test_of_words_that_are_repeated_what_was_known_is_told() -> None:
    first, *_ = said("2022-05-24", "2022-05-26")
    [found] = ask("zorrify", as_of=datetime.date(2022, 5, 25)).results
    assert (found.record.pk, found.appearances) == (first, [])


def test_part_that_has_the_words_leads_to_where_they_appeared_first() -> None:
    speaker = make.person("Ada Quux")
    words = "the first flagship makes progress visible to all"
    first = make.statement(words, "2022-05-24", make.article("2022-05-24"), speaker=speaker)
    longer = f"{words} and zorrifies it"
    row = make.statement(longer, "2022-05-25", make.article("2022-05-25"), speaker=speaker)
    [found] = ask("zorrifies").results
    assert (found.record.pk, found.appearances) == (row.pk, [first, row])


def test_statements_are_joined_as_in_their_list() -> None:
    said("2022-05-26", "2022-05-24")
    listed = each_once(Statement.objects.filter(text__icontains="zorrif"))
    found = ask("zorrify", kind="statement").results
    assert [each.record for each in found] == list(listed)


def test_more_than_are_looked_at_are_not_fewer_for_being_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "MOST", 2)
    monkeypatch.setattr(finding, "MOST", 2)
    said("2022-05-24", "2022-05-25", "2022-05-26", "2022-05-27")
    assert ask("zorrify").counts[SearchKind.STATEMENT] == 3


def test_launch_is_found_once_by_all_of_its_names() -> None:
    assert names("xiaomi 12 ultra").count("Xiaomi 12S Ultra") == 1


def test_beginning_of_a_word_in_a_text_is_found_where_nothing_else_is() -> None:
    make.article("2022", title="Zeppelins")
    assert names("zeppel") == ["Zeppelins (2022)"]


# Kinds, numbers and pages


def test_each_kind_is_counted_and_can_be_chosen() -> None:
    everything = ask("leica", kind="")
    for kind in SearchKind:
        answers = search.answers(search.Question("leica", kind.value), size=1000)
        assert answers.counts == everything.counts
        assert [each.kind for each in answers.results] == [kind] * everything.counts[kind]


def test_pages_neither_skip_nor_repeat() -> None:
    whole = search.answers(search.Question("leica"), size=1000)
    seen, after = [], None
    while True:
        page = search.answers(search.Question("leica"), after, size=7)
        seen += [(each.kind, each.record.pk) for each in page.results]
        if page.next is None:
            break
        after = page.next
    assert seen == [(each.kind, each.record.pk) for each in whole.results]


def test_page_goes_on_after_what_is_found_no_more(zorro: Company) -> None:
    for name in ("Zorro A", "Zorro B", "Zorro C"):
        make.company(name)
    first = search.answers(search.Question("zorro"), size=2)
    with recording.batch() as batch:
        batch.remove(first.results[-1].record)
    rest = search.answers(search.Question("zorro"), first.next, size=2)
    assert len({str(each.record) for each in (first.results[0], *rest.results)}) == 2


# Known on a day


def test_finds_by_the_names_that_were_known() -> None:
    day = datetime.date(2022, 5, 25)
    assert names("12s ultra", as_of=day) == []
    [launch, *_] = ask("12 ultra", as_of=day).results
    assert ("".join(part.text for part in launch.title), launch.rumoured) == (
        "Xiaomi 12 Ultra",
        True,
    )


# Queries


def enter(*places: int) -> None:
    """Records of every kind that one word finds, for each of the places."""
    with recording.batch():
        for place in places:
            source = make.article("2022-05-24", title=f"Quux {place}")
            company = make.company(f"Quux {place}", description="Quux.")
            partnership = make.partnership(company, make.company())
            launch = make.launch(f"Quux Q{place}", company)
            make.milestone(partnership, "began", "2022", source, note="A quux.")
            make.milestone(launch, "launched", "2022", source, note="A quux.")
            speaker = make.person(f"Ada Quux {place}")
            make.statement("It is quux.", "2022", source, speaker=speaker, company=company)


def queries(q: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answers = search.answers(search.Question(q), size=1000)
        for each in answers.results:
            each.record.get_absolute_url()
    assert {each.kind for each in answers.results} == set(SearchKind)
    return len(captured)


@pytest.mark.parametrize("q", ["quux", "quuux"])
def test_as_many_queries_for_many_results_as_for_few(q: str) -> None:
    enter(0)
    few = queries(q)
    enter(*range(1, 13))
    assert queries(q) == few <= 12
