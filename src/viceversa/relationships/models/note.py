"""Note: shared with the whole relationship, or private to its author and sealed."""

from django.db import models
from django.db.models import Q

from viceversa.kernel.models import Base
from viceversa.kernel.sealing import Ring, Sealed
from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models.relationship import Member, Relationship

NOTES = Ring("notes")


class Note(Base, Sealed):
    """`text` holds a shared note, `sealed` a private one; never both: none lies open by error."""

    RING, SEALED_WITH = NOTES, ("author__person",)

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    scope = models.CharField(max_length=8, choices=NoteScope.choices)
    text = models.TextField(blank=True)
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

    def sealed_for(self) -> str:
        """Return the author: nobody else opens it."""
        return self.author.person.public_id
