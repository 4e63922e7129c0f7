"""Two records become one, and come apart again as they were."""

import random
from typing import Any

import pytest

from partnerships import history, merging, recording, reverting
from partnerships.models import (
    Batch,
    Company,
    CompanyName,
    FormerAddress,
    Partnership,
    Person,
    ProductLaunch,
    Statement,
    TimelineEntry,
)
from tests import factories

pytestmark = pytest.mark.django_db

PREFERRED = {"rank": "preferred", "rank_reason": "The companies' own day."}


def merge(kept: Any, merged: Any, **chosen: str) -> Batch:
    return merging.merge(
        type(kept).objects.get(pk=kept.pk), type(kept).objects.get(pk=merged.pk), chosen, None
    )


def undo(batch: Batch) -> None:
    _, plan = reverting.revert(reverting.of_batch(batch), None)
    assert plan.kept == []


def names_of(company: Company) -> list[str]:
    return sorted(company.names.values_list("name", flat=True))


class TestCompanies:
    @pytest.fixture
    def zeiss(self) -> Company:
        return factories.company("ZEISS")

    @pytest.fixture
    def carl(self) -> Company:
        return factories.company("Carl Zeiss", legal_name="Carl Zeiss AG", country="DE")

    def test_name_forms_live_on(self, zeiss: Company, carl: Company) -> None:
        factories.record(CompanyName(company=zeiss, name="CZ", ambiguous=True))
        factories.record(CompanyName(company=carl, name="cz", ambiguous=True))
        merge(zeiss, carl)
        assert names_of(zeiss) == ["CZ", "Carl Zeiss", "Carl Zeiss AG", "ZEISS"]

    def test_the_old_address_leads_to_the_kept_one(self, zeiss: Company, carl: Company) -> None:
        old = factories.company("Zeiss Jena")
        merge(carl, old)
        merge(zeiss, carl)
        found = FormerAddress.objects.values_list("slug", "name", "company")
        assert sorted(found) == [
            ("carl-zeiss", "Carl Zeiss", zeiss.pk),
            ("zeiss-jena", "Zeiss Jena", zeiss.pk),
        ]
        assert list(Company.objects.all()) == [zeiss]

    def test_the_choice_decides_by_field(self, zeiss: Company, carl: Company) -> None:
        merge(zeiss, carl, country="merged", legal_name="kept")
        zeiss.refresh_from_db()
        assert (zeiss.country.code, zeiss.legal_name, zeiss.name) == ("DE", "", "ZEISS")

    def test_the_address_may_be_that_of_the_merged(self, zeiss: Company, carl: Company) -> None:
        batch = merge(zeiss, carl, slug="merged")
        zeiss.refresh_from_db()
        assert zeiss.slug == "carl-zeiss"
        assert FormerAddress.objects.get().slug == "zeiss"
        undo(batch)
        assert set(Company.objects.values_list("slug", flat=True)) == {"zeiss", "carl-zeiss"}

    def test_what_rested_on_it_rests_on_the_kept(self, zeiss: Company, carl: Company) -> None:
        partnership = factories.partnership(carl, factories.company("Nokia"))
        factories.milestone(partnership, "began", "2005")
        launch = factories.launch("N90", carl)
        brand = factories.company("Batis", part_of=carl)
        said = factories.statement("Words.", "2005", company=carl)
        lines = TimelineEntry.objects.filter(company=carl).count()
        merge(zeiss, carl)
        for row in (brand, said):
            row.refresh_from_db()
        assert [each.company.name for each in partnership.participations.all()] == [
            "ZEISS",
            "Nokia",
        ]
        assert list(launch.makers.all()) == [zeiss]
        assert (brand.part_of, said.company) == (zeiss, zeiss)
        assert TimelineEntry.objects.filter(company=zeiss).count() == lines > 0

    def test_one_participation_has_the_citations_of_both(
        self, zeiss: Company, carl: Company
    ) -> None:
        first, second = factories.article(), factories.article()
        partnership = factories.partnership(zeiss, carl, factories.company("Nokia"), source=first)
        extra = partnership.participations.get(company=carl)
        factories.record(factories.cite(extra, second))
        merge(zeiss, carl)
        [kept] = partnership.participations.filter(company=zeiss)
        assert [each.article for each in kept.citations.all()] == [first, second]
        assert partnership.participations.count() == 2

    def test_one_participation_has_the_role_that_says_more(
        self, zeiss: Company, carl: Company
    ) -> None:
        partnership = factories.partnership(zeiss, carl, factories.company("Sony"))
        row = partnership.participations.get(company=carl)
        row.role = "licensor"
        factories.record(row)
        merge(zeiss, carl)
        assert partnership.participations.get(company=zeiss).role == "licensor"

    def test_two_roles_are_not_chosen_from_in_silence(self, zeiss: Company, carl: Company) -> None:
        partnership = factories.partnership(zeiss, carl, factories.company("Sony"))
        for row, role in zip(
            partnership.participations.all(), ("licensee", "licensor"), strict=False
        ):
            row.role = role
            factories.record(row)
        with pytest.raises(recording.Refused, match="takes part as"):
            merge(zeiss, carl)

    def test_partners_of_each_other_stay_two(self, zeiss: Company, carl: Company) -> None:
        factories.partnership(zeiss, carl)
        with pytest.raises(recording.Refused, match="it would be alone there"):
            merge(zeiss, carl)
        assert Company.objects.count() == 2

    def test_a_company_is_no_part_of_what_went_into_it(self, carl: Company) -> None:
        brand = factories.company("Batis", part_of=carl)
        before = history.content_hash()
        batch = merge(brand, carl, slug="merged")
        brand.refresh_from_db()
        assert brand.part_of is None
        undo(batch)
        assert history.content_hash() == before

    def test_no_company_is_part_of_itself_in_a_circle(self, zeiss: Company, carl: Company) -> None:
        middle = factories.company("Batis", part_of=carl)
        zeiss.part_of = middle
        factories.record(zeiss)
        with pytest.raises(recording.Refused, match="would be part of itself"):
            merge(zeiss, carl)


class TestPartnerships:
    def test_what_is_told_of_either_is_told_of_the_kept(self) -> None:
        xiaomi, leica, sony = (factories.company(name) for name in ("Xiaomi", "Leica", "Sony"))
        kept = factories.partnership(xiaomi, leica)
        merged = factories.partnership(leica, sony, slug="other")
        factories.milestone(merged, "began", "2022")
        launch = factories.launch("12S Ultra", xiaomi, partnership=merged)
        said = factories.statement("Words.", "2022", company=leica, partnership=merged)
        merge(kept, merged)
        launch.refresh_from_db()
        said.refresh_from_db()
        assert {each.company for each in kept.participations.all()} == {xiaomi, leica, sony}
        assert kept.milestones.count() == 1
        assert (launch.partnership, said.partnership) == (kept, kept)
        assert FormerAddress.objects.get().name == "Leica and Sony"

    def test_one_claim_stays_preferred(self) -> None:
        xiaomi, leica = factories.company("Xiaomi"), factories.company("Leica")
        kept = factories.partnership(xiaomi, leica)
        merged = factories.partnership(xiaomi, leica, slug="other")
        ours = factories.milestone(kept, "announced", "2022-05-23", **PREFERRED)
        theirs = factories.milestone(merged, "announced", "2022-05-24", **PREFERRED)
        merge(kept, merged)
        ours.refresh_from_db()
        theirs.refresh_from_db()
        assert (ours.rank, theirs.rank, theirs.partnership) == ("preferred", "normal", kept)


class TestLaunches:
    def test_names_and_makers_are_united(self) -> None:
        source, other = factories.article(), factories.article()
        xiaomi, leica = factories.company("Xiaomi"), factories.company("Leica")
        kept = factories.launch("12S Ultra", xiaomi, source=source)
        merged = factories.launch("12S ULTRA", leica, "descriptive", other, slug="other")
        factories.milestone(merged, "launched", "2022-07-04")
        merge(kept, merged)
        [name] = kept.names.all()
        assert (name.name, name.kind) == ("12S Ultra", "official")
        assert [each.article for each in name.citations.all()] == [source, other]
        assert set(kept.makers.all()) == {xiaomi, leica}
        assert kept.milestones.count() == 1

    def test_a_rumour_of_the_name_stays_beside_it(self) -> None:
        kept = factories.launch("12S Ultra", slug="kept")
        merge(kept, factories.launch("12S ULTRA", kind="rumoured", slug="rumour"))
        assert set(kept.names.values_list("name", "kind")) == {
            ("12S Ultra", "official"),
            ("12S ULTRA", "rumoured"),
        }


class TestPeople:
    def test_statements_follow(self) -> None:
        kept, merged = factories.person(), factories.person("Matthias Harsh")
        said = factories.statement("Words.", "2022", speaker=merged)
        batch = merge(kept, merged, name="merged")
        said.refresh_from_db()
        assert (said.speaker, said.speaker.name) == (kept, "Matthias Harsh")
        assert batch.comment == "Merged Matthias Harsh into Matthias Harsch"


def test_a_record_is_not_merged_with_itself_or_another_kind() -> None:
    company, person = factories.company(), factories.person()
    for other in (company, person):
        with pytest.raises(recording.Refused, match="same kind"):
            merging.merge(company, other, {}, None)


@pytest.mark.parametrize("which", ["kept", "merged"])
def test_records_changed_since_they_were_compared_are_not_merged(which: str) -> None:
    both = {"kept": factories.company("ZEISS"), "merged": factories.company("Carl Zeiss")}
    newer = Company.objects.get(pk=both[which].pk)
    newer.country = "DE"
    factories.record(newer)
    with pytest.raises(recording.Stale):
        merging.merge(both["kept"], both["merged"], {}, None)
    assert Company.objects.count() == 2


class Graph:
    """Companies, people, partnerships, launches and statements that rest on each other at random,
    some cited by the same articles."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - data for a test
        pick = self.random
        text = "One. Two. Three. Four."
        self.articles = [
            factories.article("2022-05-24", text) if n == 0 else factories.article()
            for n in range(4)
        ]
        self.companies = [
            factories.company(f"Brand {seed}-{n}", country=pick.choice(["", "DE", "CN"]))
            for n in range(5)
        ]
        for n, company in enumerate(self.companies):
            form = CompanyName(company=company, name=pick.choice(["Star", f"Alias {n}"]))
            form.ambiguous = True
            factories.record(form)
            if n and pick.random() < 0.4:
                company.part_of = pick.choice(self.companies[:n])
                factories.record(company)
        self.people = [factories.person(f"Ada {n}") for n in range(3)]
        self.partnerships = [
            factories.partnership(
                *pick.sample(self.companies, pick.choice([2, 3, 3])),
                slug=f"partnership-{n}",
                source=pick.choice(self.articles[1:]),
                scope=pick.choice(["", "phones", "cameras"]),
            )
            for n in range(3)
        ]
        self.launches = [self.launch(n) for n in range(3)]
        for subject in (*self.partnerships, *self.launches):
            for kind in pick.sample(self.kinds(subject), 2):
                rank = PREFERRED if pick.random() < 0.5 else {}
                factories.milestone(subject, kind, "2022", pick.choice(self.articles[1:]), **rank)
        for n in range(4):
            self.statement(n)

    def kinds(self, subject: Any) -> list[str]:
        if isinstance(subject, Partnership):
            return ["announced", "signed", "extended"]
        return ["announced", "launched", "delayed"]

    def launch(self, number: int) -> ProductLaunch:
        pick = self.random
        return factories.launch(
            pick.choice(["Phone", "PHONE", f"Phone {number}"]),
            pick.choice(self.companies),
            pick.choice(["official", "rumoured"]),
            pick.choice(self.articles[1:]),
            slug=f"launch-{number}",
            partnership=pick.choice([None, *self.partnerships]),
        )

    def statement(self, number: int) -> Statement:
        pick = self.random
        row = Statement(
            text="One.",
            speaker=pick.choice(self.people),
            company=pick.choice([None, *self.companies]),
            partnership=pick.choice([None, *self.partnerships]),
            launch=pick.choice([None, *self.launches]),
        )
        with recording.batch() as batch:
            batch.record(row)
            batch.record(factories.cite(row, self.articles[0], "One."))
        return row

    def pair(self, kind: type[Any]) -> tuple[Any, Any]:
        rows = {
            Company: self.companies,
            Person: self.people,
            Partnership: self.partnerships,
            ProductLaunch: self.launches,
        }[kind]
        kept, merged = self.random.sample(rows, 2)
        return kept, merged


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("kind", [Company, Person, Partnership, ProductLaunch])
def test_a_merge_and_its_undo_leave_the_record_as_it_was(kind: Any, seed: int) -> None:
    with recording.batch():
        graph = Graph(seed)
    kept, merged = graph.pair(kind)
    before, count = history.content_hash(), kind.objects.count()
    lines = set(TimelineEntry.objects.values_list("company", "day", "kind"))
    choices = merging.choices(kept, merged)
    chosen = {each.name: graph.random.choice(["kept", "merged"]) for each in choices}
    try:
        batch = merge(kept, merged, **chosen)
    except recording.Refused:
        assert history.content_hash() == before
        return
    assert kind.objects.count() == count - 1
    assert list(history.verify()) == []
    undo(batch)
    assert history.content_hash() == before
    assert set(TimelineEntry.objects.values_list("company", "day", "kind")) == lines
    assert list(history.verify()) == []


class TestPossiblySame:
    @pytest.mark.parametrize(
        "other", ["Аpple", "Apple Inc.", "Appel", "apple music", "A pple GmbH & Co. KG"]
    )
    def test_companies_by_look_legal_form_and_spelling(self, other: str) -> None:
        apple = factories.company("Apple")
        factories.company("Nokia")
        found = factories.company(other, slug="other")
        assert merging.possibly_same(apple) == [found]

    def test_companies_that_are_called_otherwise_are_not(self) -> None:
        vivo = factories.company("vivo")
        for name in ("Nokia", "Oppo", "Sony"):
            factories.company(name)
        assert merging.possibly_same(vivo) == []

    def test_people_by_spelling(self) -> None:
        person = factories.person()
        near = factories.person("Mathias Harsch")
        factories.person("Ada Lovelace")
        assert merging.possibly_same(person) == [near]

    def test_partnerships_by_their_companies(self) -> None:
        a, b, c = (factories.company(name) for name in "ABC")
        partnership = factories.partnership(a, b)
        same = factories.partnership(b, a, slug="again")
        factories.partnership(a, b, c)
        assert merging.possibly_same(partnership) == [same]

    def test_launches_of_one_maker_by_their_names(self) -> None:
        xiaomi = factories.company("Xiaomi")
        launch = factories.launch("Xiaomi 12S Ultra", xiaomi)
        same = factories.launch("Xiaomi 12 S Ultra", xiaomi)
        factories.launch("Xiaomi 13 Ultra", xiaomi)
        factories.launch("Xiaomi 12S  Ultra", factories.company("Other"), slug="others")
        assert merging.possibly_same(launch) == [same]
