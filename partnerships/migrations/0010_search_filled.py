"""What stands in a database when search begins is found by it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import migrations
from django.db.models import Count, Min

from partnerships.models.vocabulary import AllianceKind, SearchKind
from partnerships.search.documents import Document, active, known
from partnerships.search.words import with_letters_left_out

SIZE = 500
Claims = dict[int, tuple[int, datetime.date | None]]


class Records:
    """The records as the migrations so far have made their tables."""

    def __init__(self, apps: Any) -> None:
        self.apps = apps
        self.forms: defaultdict[int, list[str]] = defaultdict(list)
        self.called = dict(self.all("Company").values_list("pk", "name"))
        names = self.all("CompanyName").order_by("key", "pk")
        for company, name in names.values_list("company", "name"):
            self.forms[company].append(name)

    def all(self, model: str) -> Any:
        return self.apps.get_model("partnerships", model).objects.order_by("pk")

    def claims(self, model: str, subject: str, **those: Any) -> Claims:
        """By id of the subject: how many claims are about it, and when the first became known."""
        rows = self.all(model).filter(**those).exclude(**{subject: None}).order_by()
        counted = rows.values_list(subject).annotate(number=Count("pk"), first=Min("known_from"))
        return {pk: (number, first) for pk, number, first in counted}


def brands(records: Records) -> Iterator[Document]:
    lines = records.claims("TimelineEntry", "company", partner=None)
    for row in records.all("Company"):
        number, first = lines.get(row.pk, (0, None))
        forms = list(dict.fromkeys([row.name, *records.forms[row.pk]]))
        yield Document(
            SearchKind.BRAND, row.pk, active(number), first, forms=forms, text=row.description
        )


def partnerships(records: Records) -> Iterator[Document]:
    numbers = records.claims("Milestone", "partnership")
    members: defaultdict[int, list[tuple[int, datetime.date | None]]] = defaultdict(list)
    for pk, *member in records.all("Participation").values_list(
        "partnership", "company", "known_from"
    ):
        members[pk].append((member[0], member[1]))
    for row in records.all("Partnership"):
        companies = [company for company, _ in members[row.pk]]
        kinds = [str(AllianceKind(kind).label) for kind in row.kinds]
        yield Document(
            SearchKind.PARTNERSHIP,
            row.pk,
            active(numbers.get(row.pk, (0, None))[0]),
            min(filter(None, (day for _, day in members[row.pk])), default=None),
            forms=[" ".join(records.called[company] for company in companies)],
            others=[form for company in companies for form in records.forms[company]],
            text=" ".join([row.scope, row.description, *kinds]),
        )


def launches(records: Records) -> Iterator[Document]:
    numbers = records.claims("Milestone", "launch")
    makers: defaultdict[int, list[str]] = defaultdict(list)
    made = records.all("ProductLaunch").exclude(makers=None).order_by("makers__key", "makers")
    for launch, company in made.values_list("pk", "makers"):
        makers[launch].append(records.called[company])
    for row in records.all("ProductName"):
        number, first = numbers.get(row.launch_id, (0, None))
        yield Document(
            SearchKind.LAUNCH,
            row.launch_id,
            active(number),
            max(row.known_from, first) if row.known_from and first else None,
            pk=row.pk,
            forms=[row.name],
            others=makers[row.launch_id],
        )


def people(records: Records) -> Iterator[Document]:
    numbers = records.claims("Statement", "speaker")
    for row in records.all("Person"):
        number, first = numbers.get(row.pk, (0, None))
        yield Document(SearchKind.PERSON, row.pk, active(number), first, forms=[row.name])


def texts(records: Records) -> Iterator[Document]:
    for row in records.all("Statement").select_related("speaker").iterator(SIZE):
        day, text = row.known_from, f"{row.speaker.name if row.speaker else ''} {row.text}"
        yield Document(SearchKind.STATEMENT, row.pk, known(day), day, text=text)
    for row in records.all("Milestone").exclude(note="").iterator(SIZE):
        day = row.known_from
        yield Document(SearchKind.MILESTONE, row.pk, known(day), day, text=row.note)
    cited = set(records.all("Citation").values_list("article", flat=True))
    waiting = set(records.all("Suggestion").values_list("article", flat=True)) - cited
    for row in records.all("Article").exclude(pk__in=waiting).iterator(SIZE):
        day = row.published_latest
        text = " ".join([row.title, row.publisher, row.named_source, row.text])
        yield Document(SearchKind.ARTICLE, row.pk, known(day), day, text=text)


def fill(apps: Any, schema_editor: Any) -> None:
    model = apps.get_model("partnerships", "SearchEntry")
    records = Records(apps)
    names: set[str] = set()
    for made in (brands, partnerships, launches, people, texts):
        for part in batched(made(records)):
            entries = [model(**each.fields) for each in part]
            model.objects.bulk_create(entries)
            names.update(word for each in entries for word in each.forms.split())
    word_model = apps.get_model("partnerships", "NameWord")
    pairs = ((word, left) for word in sorted(names) for left in with_letters_left_out(word))
    for some in batched(pairs):
        word_model.objects.bulk_create([word_model(word=word, left=left) for word, left in some])


def batched(made: Iterable[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for each in made:
        part.append(each)
        if len(part) == SIZE:
            yield part
            part = []
    if part:
        yield part


def empty(apps: Any, schema_editor: Any) -> None:
    for model in ("SearchEntry", "NameWord"):
        apps.get_model("partnerships", model).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0009_search_index")]

    operations = [migrations.RunPython(fill, empty)]
