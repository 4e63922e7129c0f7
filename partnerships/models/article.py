"""Published texts: kept as they were read, or only their address."""

import datetime
import hashlib

from django.db import models
from django.db.models import Q
from django.urls import reverse

from partnerships import dates
from partnerships.models.fields import (
    LANGUAGE_TAG,
    EdtfField,
    PublicIdField,
    span_constraints,
)
from partnerships.models.record import Record


class ArticleQuerySet(models.QuerySet["Article"]):
    def get_by_natural_key(self, public_id: str) -> "Article":
        return self.get(public_id=public_id)

    def without_text(self) -> "ArticleQuerySet":
        """For lists: the text is long and only its own page shows it."""
        return self.defer("text")


class Article(Record):
    """One published text. The seed article of 24 May 2022 has a text and names its source, Leica,
    but has neither title, publisher nor address; most others have an address and no kept text."""

    public_id = PublicIdField()
    title = models.CharField(max_length=500, blank=True)
    publisher = models.CharField(max_length=200, blank=True, help_text="The site or paper.")
    url = models.URLField("address", max_length=1000, blank=True)
    named_source = models.CharField(
        max_length=200,
        blank=True,
        help_text="The source that the article itself names: “More information: Leica”.",
    )
    published = EdtfField(
        single=True, help_text="The day, month or year it came out; empty where none is shown."
    )
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="A BCP 47 tag: en, de, pt-BR.",
        validators=[LANGUAGE_TAG],
    )
    text = models.TextField(
        blank=True,
        help_text="The text as it was read. It cannot be changed once a passage of it is cited. "
        "Leave it empty where only the address is kept.",
    )
    digest = models.CharField(max_length=64, editable=False, blank=True)

    published_words: str
    published_earliest: datetime.date | None
    published_latest: datetime.date | None

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_latest", "-pk"]
        indexes = [
            models.Index(fields=["-published_latest", "-id"], name="article_newest")  # admin list
        ]
        constraints = [
            *span_constraints("article", "published"),
            models.CheckConstraint(
                name="article_can_be_found",
                condition=~Q(text="", url="", title="", publisher=""),
                violation_error_message="Give the text, or where it can be found: an address, or "
                "at least a title or a publisher.",
            ),
            models.UniqueConstraint(
                name="article_url_once",
                fields=["url"],
                condition=~Q(url=""),
                violation_error_message="There is an article with this address already.",
            ),
            models.UniqueConstraint(
                name="article_text_once",
                fields=["digest"],
                condition=~Q(digest=""),
                violation_error_message="There is an article with this very text already.",
            ),
        ]

    def __str__(self) -> str:
        told = self.byline if self.title else self.source
        return f"{self.headline} ({told})" if told and told not in self.headline else self.headline

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.public_id])

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    def derive(self) -> None:
        self.digest = hashlib.sha256(self.text.encode()).hexdigest() if self.text else ""

    def places_of(self, passage: str) -> list[int]:
        """Where in the text the passage begins (code points), places that overlap included."""
        places: list[int] = []
        place = self.text.find(passage) if passage else -1
        while place >= 0:
            places.append(place)
            place = self.text.find(passage, place + 1)
        return places

    @property
    def published_on(self) -> dates.EdtfDate | None:
        """When it came out, as precisely as it says."""
        return dates.parse(self.published) if self.published else None

    def out_by(self, day: datetime.date) -> bool:
        """Whether it was certainly out on that day."""
        return self.published_latest is not None and self.published_latest <= day

    @property
    def source(self) -> str:
        """Who says so, in one word or two: the publisher, else the source that the text names."""
        return self.publisher or self.named_source

    @property
    def byline(self) -> str:
        """“Leica, 24 May 2022”; empty where neither is known."""
        when = self.published_on
        return ", ".join(filter(None, [self.source, dates.plain(when) if when else ""]))

    @property
    def headline(self) -> str:
        """Its title, or what stands for one where it has none."""
        if self.title:
            return self.title
        when = self.published_on
        if when:
            return f"Article of {dates.plain(when)}"
        return f"Article from {self.source}" if self.source else "Article without title"
