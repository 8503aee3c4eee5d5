"""Notes as one member may read them: the shared ones, and their own private ones, opened."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models import Member, Note


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note on the page; `text` is None where no key opens it any more."""

    note: Note
    text: str | None
    private: bool
    mine: bool
    author: str
    role: str
    written_at: datetime
    changed_at: datetime | None


def notes(viewer: Member, *, most: int | None = None) -> list[NoteShown]:
    """Return what the viewer may read in their relationship, newest first; one query."""
    visible = Q(scope=NoteScope.SHARED) | Q(scope=NoteScope.PRIVATE, author=viewer)
    found = Note.objects.filter(visible, relationship=viewer.relationship_id)
    return [_shown(row, viewer) for row in found.select_related("author__person")[:most]]


def note_count(viewer: Member) -> int:
    """Return how many notes the viewer may read; one query."""
    visible = Q(scope=NoteScope.SHARED) | Q(scope=NoteScope.PRIVATE, author=viewer)
    return Note.objects.filter(visible, relationship=viewer.relationship_id).count()


def own_note(viewer: Member, public_id: str) -> NoteShown | None:
    """Return a note of the viewer's own, None for any other."""
    row = (
        Note.objects.filter(author=viewer, public_id=public_id)
        .select_related("author__person")
        .first()
    )
    return _shown(row, viewer) if row else None


def _shown(row: Note, viewer: Member) -> NoteShown:
    return NoteShown(
        note=row,
        text=row.words() if row.sealed else row.text,
        private=row.scope == NoteScope.PRIVATE,
        mine=row.author_id == viewer.pk,
        author=row.author.person.first_name,
        role=row.author.role,
        written_at=row.written_at,
        changed_at=row.changed_at,
    )
