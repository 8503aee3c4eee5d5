"""Calendars of a person: the private address of their feed, and busy times read from elsewhere."""

from django.db import models
from django.db.models import F, Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import FeedResult


class FeedAddress(models.Model):
    """The private address of somebody's calendar; only a digest of it is kept."""

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()


class BusyFeed(Base):
    """A calendar somebody subscribed to, of which nothing but busy times is kept.

    `etag` is what the other side called the version last read.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=1000)
    added_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=12, choices=FeedResult.choices, default=FeedResult.WAITING)
    etag = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "address"], name="relationships_busy_feed_once"
            ),
            models.CheckConstraint(
                condition=Q(result__in=FeedResult.values), name="relationships_feed_result"
            ),
        ]


class BusyTime(models.Model):
    """A time somebody is busy, and nothing about why."""

    feed = models.ForeignKey(BusyFeed, on_delete=models.CASCADE, related_name="times")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="relationships_busy_ends_later"
            )
        ]
