"""Note: shared with the whole relationship, or private to its author and sealed."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models.relationship import Member, Relationship


class Note(Base):
    """`text` holds a shared note, `sealed` a private one; never both, so none lies open by error.

    `sealed` is a token of `rules.sealing`, opened only for its author.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    scope = models.CharField(max_length=8, choices=NoteScope.choices)
    text = models.TextField(blank=True)
    sealed = models.TextField(blank=True)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-written_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(scope=NoteScope.SHARED, sealed="") & ~Q(text="")
                | Q(scope=NoteScope.PRIVATE, text="") & ~Q(sealed=""),
                name="relationships_note_sealed_when_private",
            )
        ]
