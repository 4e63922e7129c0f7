"""Which article, and which of its words, say so."""

from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.db.models.functions import Length, Substr

from partnerships.models.article import Article
from partnerships.models.fields import PublicIdField
from partnerships.models.launch import ProductName
from partnerships.models.milestone import Milestone
from partnerships.models.partnership import Participation
from partnerships.models.record import Key, Record
from partnerships.models.statement import Statement

CLAIMS = ("milestone", "statement", "participation", "product_name")


def exactly_one_of(*names: str) -> Q:
    """Of these foreign keys one is set and the others are empty."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


models.TextField.register_lookup(Length)


class CitationQuerySet(models.QuerySet["Citation"]):
    def get_by_natural_key(self, public_id: str) -> "Citation":
        return self.get(public_id=public_id)

    def with_holding(self) -> "CitationQuerySet":
        """Each with `holds`: whether its passage still stands at its place in the text."""
        length = F("end") - F("start")
        at_place = Substr("article__text", F("start") + 1, length)
        stands = Q(start__isnull=True) | Q(passage=at_place, passage__length=length)
        return self.annotate(holds=ExpressionWrapper(stands, models.BooleanField()))


class Citation(Record):
    """The article that says so and, where its text is kept, the passage: characters 171 to 212 of
    the seed article, "today announced a strategic partnership". W3C Web Annotation calls the two
    parts TextPositionSelector (start, end: code points) and TextQuoteSelector (passage)."""

    public_id = PublicIdField()
    article = models.ForeignKey(Article, models.PROTECT, related_name="citations")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    passage = models.TextField(
        blank=True,
        help_text="The words of the article that say so, exactly as they stand there. Leave it "
        "empty where the article's text is not kept.",
    )
    milestone = models.ForeignKey(
        Milestone, models.CASCADE, null=True, blank=True, related_name="citations"
    )
    statement = models.ForeignKey(
        Statement, models.CASCADE, null=True, blank=True, related_name="citations"
    )
    participation = models.ForeignKey(
        Participation, models.CASCADE, null=True, blank=True, related_name="citations"
    )
    product_name = models.ForeignKey(
        ProductName, models.CASCADE, null=True, blank=True, related_name="citations"
    )

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="citation_of_one_claim",
                condition=exactly_one_of(*CLAIMS),
                violation_error_message="A citation supports one thing: a milestone, a statement, "
                "a participation or a product's name.",
            ),
            models.CheckConstraint(
                name="citation_place_whole",
                condition=Q(start__isnull=True, end__isnull=True, passage="")
                | (Q(start__isnull=False, end__isnull=False) & ~Q(passage="")),
                violation_error_message="A passage needs its start, its end and its words: all "
                "three or none.",
            ),
            models.CheckConstraint(
                name="citation_start_before_end",
                condition=Q(start__isnull=True)
                | Q(end__isnull=True)
                | Q(start__lt=models.F("end")),
                violation_error_message="A passage starts before it ends.",
            ),
            *(
                models.UniqueConstraint(
                    name=f"citation_{what}_once_a_{claim}",
                    fields=["article", claim, *place],
                    condition=Q(start__isnull=not place),
                    violation_error_message="This is cited for it already.",
                )
                for claim in CLAIMS
                for what, place in (("article", []), ("place", ["start", "end"]))
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.passage}”" if self.passage else "passage not kept"

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "partnerships.article",
        "partnerships.milestone",
        "partnerships.statement",
        "partnerships.participation",
        "partnerships.productname",
    ]

    @property
    def page_key(self) -> Key:
        return self.claim.page_key

    @property
    def supports(self) -> tuple[str, int]:
        """Which claim it supports, as foreign key and id, without asking the database."""
        name = next(each for each in CLAIMS if getattr(self, f"{each}_id"))
        return name, getattr(self, f"{name}_id")

    @property
    def claim(self) -> Milestone | Statement | Participation | ProductName:
        """The one thing it supports."""
        claim = self.milestone or self.statement or self.participation or self.product_name
        assert claim is not None  # citation_of_one_claim
        return claim

    def holds_in(self, text: str) -> bool:
        """Whether the passage still stands at its place in the article's text."""
        if not self.passage or self.start is None or self.end is None:
            return True
        whole = self.end - self.start == len(self.passage)
        return whole and text[self.start : self.end] == self.passage
