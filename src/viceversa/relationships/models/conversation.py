"""Conversation: what the members of a relationship write to each other, and their own bookmarks."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.links import Link
from viceversa.kernel.models import Base
from viceversa.relationships.models.relationship import Member, Relationship


class Entry(Base):
    """A message from one member to the others; its words are gone once it is taken back."""

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="conversation"
    )
    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["written_at", "id"]
        indexes = [
            models.Index(fields=["relationship", "written_at"], name="relationships_entry_order"),
            models.Index(fields=["author", "written_at"], name="relationships_entry_rate"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_at=None) & ~Q(text="")
                | Q(taken_back_at__isnull=False, text=""),
                name="relationships_entry_has_words_or_none",
            )
        ]


class Bookmark(models.Model):
    """How far a member has read, for that member alone, and how they are told of news.

    `read_to` is the key of the last entry on a page they opened; nobody else is ever shown it.
    `told_at` is when they were last mailed; None since they looked.
    """

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="bookmark")
    read_to = models.BigIntegerField(default=0)
    words_in_mail = models.BooleanField(default=False)
    told_at = models.DateTimeField(null=True)


class ReplyLink(Link):
    """A way to write to one relationship as one member: a page to write on, nothing to read."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
