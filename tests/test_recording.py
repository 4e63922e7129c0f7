"""Recording: what it refuses, what it keeps in step, and that nothing of a refused batch stays."""

from contextlib import suppress

import pytest
from django.db import IntegrityError, transaction

from partnerships import recording
from partnerships.models import (
    Article,
    Citation,
    Company,
    CompanyName,
    Milestone,
    Participation,
    Partnership,
    ProductLaunch,
    Statement,
    TimelineEntry,
)
from tests import factories as make

pytestmark = pytest.mark.django_db


def refused(row: object) -> str:
    """Record one row; what recording says against it."""
    with pytest.raises(recording.Refused) as refusal, recording.batch() as batch:
        batch.record(row)
    return str(refusal.value)


# Refused by constraint


def test_statement_needs_an_author() -> None:
    assert "Say who spoke" in refused(Statement(text="We are convinced."))


def test_milestone_needs_a_subject() -> None:
    assert "choose one of them" in refused(Milestone(kind="announced"))


def test_milestone_has_one_subject_only() -> None:
    both = Milestone(kind="announced", partnership=make.partnership(), launch=make.launch())
    assert "choose one of them" in refused(both)


@pytest.mark.parametrize("kind", ["launched", "delayed", "discontinued", "cancelled"])
def test_partnership_takes_no_kind_of_launches(kind: str) -> None:
    assert "does not fit" in refused(Milestone(kind=kind, partnership=make.partnership()))


@pytest.mark.parametrize(
    "kind",
    [
        "letter-of-intent",
        "signed",
        "began",
        "extended",
        "renegotiated",
        "expanded",
        "terminated",
        "expired",
        "ended",
    ],
)
def test_launch_takes_no_kind_of_partnerships(kind: str) -> None:
    assert "does not fit" in refused(Milestone(kind=kind, launch=make.launch()))


def test_rank_needs_a_reason() -> None:
    row = Milestone(kind="announced", partnership=make.partnership(), rank="preferred")
    assert "Say why" in refused(row)


def test_one_claim_of_a_kind_is_preferred() -> None:
    partnership = make.partnership()
    preferred = {"rank": "preferred", "rank_reason": "The companies' own day."}
    make.milestone(partnership, "announced", "2022-05-23", **preferred)
    second = Milestone(kind="announced", partnership=partnership, **preferred)
    assert "preferred already" in refused(second)


def citation(**fields: object) -> Citation:
    return Citation(article=make.article(text="Xiaomi and Leica today announced"), **fields)


def test_citation_supports_something() -> None:
    assert "supports one thing" in refused(citation(start=0, end=6, passage="Xiaomi"))


def test_citation_supports_one_thing_only() -> None:
    partnership = make.partnership()
    first = make.milestone(partnership, "announced")
    said = make.statement("We are convinced.", company=make.company())
    both = citation(milestone=first, statement=said, start=0, end=6, passage="Xiaomi")
    assert "supports one thing" in refused(both)


@pytest.mark.parametrize(
    "place", [{"start": 0}, {"start": 0, "end": 6}, {"passage": "Xiaomi"}, {"end": 6}]
)
def test_place_of_a_passage_is_whole(place: dict[str, object]) -> None:
    milestone = make.milestone(make.partnership(), "announced")
    assert "all three or none" in refused(citation(milestone=milestone, **place))


@pytest.mark.parametrize(("start", "end"), [(6, 6), (6, 0)])
def test_passage_starts_before_it_ends(start: int, end: int) -> None:
    milestone = make.milestone(make.partnership(), "announced")
    row = citation(milestone=milestone, start=start, end=end, passage="Xiaomi")
    assert "starts before it ends" in refused(row)


@pytest.mark.parametrize("year", ["1799", "2201", "0000", "99999"])
def test_years_end_at_1800_and_2200(year: str) -> None:
    row = Milestone(kind="announced", partnership=make.partnership(), occurred=year)
    assert ", occurred: " in refused(row)


def constraint_holds(changes: dict[str, object]) -> None:
    """The database itself refuses, whatever wrote: recording is not asked."""
    row = make.milestone(make.partnership(), "announced", "2022-05-24")
    with pytest.raises(IntegrityError), transaction.atomic(), recording.as_recording():
        Milestone.objects.filter(pk=row.pk).update(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"occurred_earliest": "2022-05-25"},
        {"occurred_earliest": "1799-12-31"},
        {"occurred_latest": "2201-01-01"},
        {"occurred": ""},
        {"occurred_latest": None},
        {"certainty": "perhaps"},
        {"rank": "best"},
        {"kind": "married"},
        {"partnership": None},
    ],
)
def test_database_holds_no_impossible_milestone(changes: dict[str, object]) -> None:
    constraint_holds(changes)


# Refused before commit


def test_passage_is_the_text_at_its_place() -> None:
    milestone = make.milestone(make.partnership(), "announced")
    row = citation(milestone=milestone, start=1, end=7, passage="Xiaomi")
    assert "does not stand at characters 1 to 7" in refused(row)


def test_places_count_code_points() -> None:
    text = "📷 Leica and Xiaomi"
    source = make.article(text=text)
    row = make.milestone(make.partnership(), "announced")
    make.record(Citation(article=source, milestone=row, start=2, end=7, passage="Leica"))
    assert row.citations.get(article=source).holds_in(text)


def test_kept_text_is_cited_with_its_passage() -> None:
    milestone = make.milestone(make.partnership(), "announced")
    assert "cite the passage" in refused(citation(milestone=milestone))


def test_partnership_has_two_companies() -> None:
    row = Partnership(slug="alone")
    alone = Participation(partnership=row, company=make.company())
    source = make.article()
    with pytest.raises(recording.Refused, match="at least two"), recording.batch() as batch:
        for each in (row, alone, make.cite(alone, source)):
            batch.record(each)


def test_removing_the_second_company_is_refused() -> None:
    partnership = make.partnership()
    with pytest.raises(recording.Refused, match="at least two"), recording.batch() as batch:
        batch.remove(partnership.participations.first())
    assert partnership.participations.count() == 2


@pytest.mark.parametrize("kind", ["milestone", "statement", "participation", "product_name"])
def test_claim_cites_an_article(kind: str) -> None:
    partnership, launch = make.partnership(), make.launch()
    claims = {
        "milestone": Milestone(partnership=partnership, kind="announced"),
        "statement": Statement(text="We are convinced.", company=make.company()),
        "participation": Participation(partnership=partnership, company=make.company()),
        "product_name": launch.names.model(launch=launch, name="P10"),
    }
    assert "cites no article" in refused(claims[kind])


def test_last_citation_of_a_claim_stays() -> None:
    milestone = make.milestone(make.partnership(), "announced")
    with pytest.raises(recording.Refused, match="cites no article"), recording.batch() as batch:
        batch.remove(milestone.citations.get())


def preferred_pair(began: str, ended: str) -> None:
    partnership = make.partnership()
    reason = {"rank": "preferred", "rank_reason": "The companies' own word."}
    make.milestone(partnership, "began", began, **reason)
    make.milestone(partnership, "ended", ended, **reason)


def test_preferred_end_is_not_before_the_preferred_beginning() -> None:
    with pytest.raises(recording.Refused, match="before the preferred beginning"):
        preferred_pair("2016", "2015-12-31")


def test_preferred_end_may_overlap_the_beginning() -> None:
    preferred_pair("2016", "2016-06")


def test_other_claims_may_contradict() -> None:
    partnership = make.partnership()
    make.milestone(partnership, "began", "2016")
    assert make.milestone(partnership, "ended", "2012").pk


def test_launch_needs_a_name() -> None:
    row = ProductLaunch(slug="nameless")
    with pytest.raises(recording.Refused, match="needs a name"), recording.batch() as batch:
        batch.record(row)
        batch.link(row, "makers", [make.company()])


def test_cited_text_stays() -> None:
    source = make.article(text="Leica and Xiaomi")
    row = make.milestone(make.partnership(), "announced")
    make.record(make.cite(row, source, "Leica"))
    source.text = "Leica and Huawei"
    assert "stays as it is" in refused(source)


def test_address_without_spaces_or_markup() -> None:
    assert "slug" in refused(Company(name="A b", slug="a b/<script>"))


def test_name_longer_than_its_column() -> None:
    assert "200 characters" in refused(Company(name="x" * 201, slug="x"))


@pytest.mark.parametrize("again", ["Café", "Cafe\u0301", "CAFÉ", "ＣＡＦＥ\u0301"])
def test_spellings_of_one_name_are_one_name(again: str) -> None:
    make.company("Café", slug="cafe")
    assert "is a name of Café already" in refused(Company(name=again, slug="other"))


def test_same_text_is_one_article() -> None:
    make.article(text="Leica and Xiaomi")
    assert "this very text already" in refused(Article(text="Leica and Xiaomi"))


def test_nothing_of_a_refused_batch_stays() -> None:
    with pytest.raises(recording.Refused), recording.batch() as batch:
        batch.record(Company(name="Leica", slug="leica"))
        batch.record(Partnership(slug="alone"))
    assert Company.objects.count() == 0


def test_company_in_use_is_not_removed() -> None:
    partnership = make.partnership()
    with pytest.raises(recording.Refused, match="in use"), recording.batch() as batch:
        batch.remove(partnership.participations.first().company)


def test_maker_of_a_launch_is_not_removed() -> None:
    maker = make.company()
    make.launch(maker=maker)
    with pytest.raises(recording.Refused, match="maker of a launch"), recording.batch() as batch:
        batch.remove(maker)


# Kept in step


def test_company_is_found_by_its_name_and_legal_name() -> None:
    make.company("Leica", legal_name="Leica Camera AG")
    assert set(CompanyName.objects.values_list("key", flat=True)) == {"leica", "leica camera ag"}


def test_recording_the_same_again_writes_nothing() -> None:
    row = make.company("Leica")
    with recording.batch() as batch:
        assert batch.record(Company.objects.get(pk=row.pk)) is False


def entries_of(company: Company) -> list[tuple[str, str | None]]:
    rows = TimelineEntry.objects.of(company).newest_first()
    return [(row.kind, row.day.isoformat()) for row in rows]


def test_milestone_stands_on_the_timeline_of_each_participant() -> None:
    leica, xiaomi = make.company("Leica"), make.company("Xiaomi")
    make.milestone(make.partnership(leica, xiaomi), "announced", "2022-05-23")
    assert entries_of(leica) == entries_of(xiaomi) == [("milestone", "2022-05-23")]


def test_launch_stands_on_the_timelines_of_makers_and_participants() -> None:
    leica, xiaomi, maker = make.company("Leica"), make.company("Xiaomi"), make.company("Maker")
    launch = make.launch(maker=maker, partnership=make.partnership(leica, xiaomi))
    make.milestone(launch, "launched", "2022-07-04")
    assert (
        entries_of(leica) == entries_of(xiaomi) == entries_of(maker) == [("launch", "2022-07-04")]
    )


def test_statement_stands_with_the_company_spoken_for_and_the_participants() -> None:
    leica, xiaomi, agency = make.company("Leica"), make.company("Xiaomi"), make.company("Agency")
    partnership = make.partnership(leica, xiaomi)
    make.statement("We are convinced.", "2022-05-24", company=agency, partnership=partnership)
    expected = [("statement", "2022-05-24")]
    assert entries_of(leica) == entries_of(xiaomi) == entries_of(agency) == expected


def test_timeline_follows_a_corrected_day() -> None:
    leica = make.company("Leica")
    row = make.milestone(make.partnership(leica, make.company()), "announced", "2022-05-23")
    row.occurred = "2022-05-24"
    make.record(row)
    assert entries_of(leica) == [("milestone", "2022-05-24")]


def test_timeline_follows_a_new_participant() -> None:
    partnership, third = make.partnership(), make.company("Third")
    make.milestone(partnership, "announced", "2022-05-23")
    make.claim(Participation(partnership=partnership, company=third))
    assert entries_of(third) == [("milestone", "2022-05-23")]


def test_timeline_forgets_what_is_removed() -> None:
    leica = make.company("Leica")
    row = make.milestone(make.partnership(leica, make.company()), "announced", "2022-05-23")
    with recording.batch() as batch:
        batch.remove(row)
    assert entries_of(leica) == []


def test_partnership_of_a_launch_can_change() -> None:
    leica, zeiss = make.company("Leica"), make.company("ZEISS")
    launch = make.launch(partnership=make.partnership(leica, make.company()))
    make.milestone(launch, "launched", "2022-07-04")
    launch.partnership = make.partnership(zeiss, make.company())
    make.record(launch)
    assert (entries_of(leica), entries_of(zeiss)) == ([], [("launch", "2022-07-04")])


@pytest.mark.parametrize(
    ("published", "occurred", "expected"),
    [
        ("2022-05-24", "2022-05-23", "2022-05-24"),
        ("2022-05", "2022-05-23", "2022-05-31"),
        ("2022", "2022-05-23", "2022-12-31"),
        ("2022-05-24", "2022-07-04", "2022-07-04"),  # never before the event
        ("2022-05-24", "2022", "2022-05-24"),
        ("", "2021", "2021-12-31"),  # no dated article: the last day of the event
        ("2022-05-24", "[..2022-05-24]", "2022-05-24"),
        ("2022-05-24", "", "2022-05-24"),
    ],
)
def test_known_from(published: str, occurred: str, expected: str) -> None:
    source = make.article(published)
    row = make.milestone(make.partnership(), "announced", occurred, source)
    row.refresh_from_db()
    assert str(row.known_from) == expected


def test_known_from_follows_the_article() -> None:
    source = make.article("2022-05-24")
    row = make.milestone(make.partnership(), "announced", "2021", source)
    source.published = "2022-05-20"
    make.record(source)
    row.refresh_from_db()
    assert str(row.known_from) == "2022-05-20"


def test_earliest_dated_article_counts() -> None:
    sources = [make.article("2022-05-27"), make.article(""), make.article("2022-05-23")]
    row = make.milestone(make.partnership(), "announced", "2022-05", *sources)
    row.refresh_from_db()
    assert str(row.known_from) == "2022-05-23"


def name_known_from(*sources: Article) -> str:
    """From when the name is known that these sources give, the first being the launch's too."""
    launch = make.launch("first flagship", kind="descriptive", source=make.article("2022-05-24"))
    make.milestone(launch, "announced", "2022-05-24", make.article("2022-05-24"))
    make.milestone(launch, "launched", "2022-07-04", sources[0])
    name = make.claim(launch.names.model(launch=launch, name="12S Ultra"), *sources)
    name.refresh_from_db()
    return str(name.known_from)


def test_name_is_known_from_its_first_dated_article() -> None:
    assert name_known_from(make.article("2022-07-05"), make.article("2022-06-28")) == "2022-06-28"


def test_name_in_an_undated_article_is_known_with_what_it_reports() -> None:
    assert name_known_from(make.article(""), make.article("2022-12-01")) == "2022-07-04"


def test_name_that_nothing_dates_is_known_with_its_launch() -> None:
    launch = make.launch("12S Ultra", source=make.article(""))
    make.milestone(launch, "announced", "2022-05-24", make.article("2022-05-24"))
    assert str(launch.names.get().known_from) == "2022-05-24"


def test_participants_are_known_with_the_first_launch_of_their_partnership() -> None:
    partnership = make.partnership()
    make.milestone(partnership, "extended", "2022-05-31", make.article("2022-05-31"))
    launch = make.launch(partnership=partnership)
    make.milestone(launch, "launched", "2001-07", make.article("2001-07-20"))
    days = partnership.participations.values_list("known_from", flat=True)
    assert {str(day) for day in days} == {"2001-07-20"}


def said(text: str, *passages: str) -> Statement:
    """A statement, cited in an article that has these passages and some words between them."""
    source = make.article(text=" said the chief. ".join(["It began.", *passages]))
    row = Statement(text=text, company=make.company())
    with recording.batch() as batch:
        batch.record(row)
        for passage in passages:
            batch.record(make.cite(row, source, passage))
    return row


def test_statement_is_its_segments() -> None:
    assert said("We are convinced. … We will provide.", "We are convinced.", "We will provide.").pk


@pytest.mark.parametrize(
    "text", ["I love it.", "We are convinced.", "We are convinced. We will provide.", "We will …"]
)
def test_words_that_were_not_said_are_refused(text: str) -> None:
    with pytest.raises(recording.Refused, match="are not those of the cited passages"):
        said(text, "We are convinced.", "We will provide.")


@pytest.mark.parametrize("published", ["[2022-05-01..2022-05-24]", "2022/2023"])
def test_article_came_out_on_one_day(published: str) -> None:
    assert "one day, month or year" in refused(Article(title="Article", published=published))


def test_article_can_be_found() -> None:
    assert "where it can be found" in refused(Article(published="2022"))


# Cleaned once, whatever door it comes through


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("one\r\ntwo\rthree\x85four", "one\ntwo\nthree\nfour"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("nul\x00 esc\x1b bs\x08 vt\x0b del\x7f", "nul esc bs vt del"),
        ("no\ufffe\uffff\ufdd0 character", "no character"),
        ("kept: \u202e 👨‍👩‍👧 e\u0301", "kept: \u202e 👨‍👩‍👧 e\u0301"),
        (" date 2022-05-24 Xiaomi", " date 2022-05-24 Xiaomi"),
    ],
)
def test_text_is_cleaned_before_it_is_stored(typed: str, stored: str) -> None:
    assert Article.objects.get(pk=make.article(text=typed).pk).text == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Cafe\u0301", "Café"),
        ("  Leica \n Camera ", "Leica Camera"),
        ("Le\u200bica\u202e", "Leica"),
        ("Lei\x00ca", "Leica"),
    ],
)
def test_name_is_cleaned_before_it_is_stored(typed: str, stored: str) -> None:
    assert Company.objects.get(pk=make.company(typed, slug="leica").pk).name == stored


def test_name_of_nothing_visible_is_refused() -> None:
    assert "cannot be blank" in refused(Company(name="\u200b", slug="nothing"))


def test_half_a_character_is_refused() -> None:
    assert "half a character" in refused(Article(text="broken \ud83d text"))


@pytest.mark.parametrize(
    "row", [Company(name=None, slug="none"), Company(name="x" * 201, slug="long"), TimelineEntry()]
)
def test_row_that_fits_no_column_is_refused(row: object) -> None:
    assert refused(row)


def test_part_that_was_given_up_gives_up_all() -> None:
    with pytest.raises(recording.Refused, match="given up"), recording.batch() as outer:
        outer.record(Company(name="Leica", slug="leica"))
        with suppress(recording.Refused), recording.batch() as inner:
            inner.record(Company(name="", slug="nameless"))
    assert Company.objects.count() == 0


def test_passage_ends_where_its_words_end() -> None:
    milestone = make.milestone(make.partnership(), "announced")
    row = citation(milestone=milestone, start=17, end=9_999, passage="today announced")
    assert "does not stand" in refused(row)
