"""Notes as one member may read them: the shared ones, and their own private ones, opened."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from viceversa.kernel import keyring
from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models import Member, Note
from viceversa.relationships.rules.sealing import Unreadable, unseal


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


def key_file() -> Path:
    """Return the file with the keys of private notes."""
    return Path(settings.DATA) / "keys" / "notes"


def notes(viewer: Member, *, most: int | None = None) -> list[NoteShown]:
    """Return what the viewer may read in their relationship, newest first; one query."""
    visible = Q(scope=NoteScope.SHARED) | Q(scope=NoteScope.PRIVATE, author=viewer)
    found = Note.objects.filter(visible, relationship=viewer.relationship_id)
    rows = list(found.select_related("author__person")[:most])
    keys = keyring.read(key_file()) if any(row.sealed for row in rows) else []
    return [_shown(row, viewer, keys) for row in rows]


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
    if row is None:
        return None
    return _shown(row, viewer, keyring.read(key_file()) if row.sealed else [])


def _shown(row: Note, viewer: Member, keys: list[bytes]) -> NoteShown:
    return NoteShown(
        note=row,
        text=_text(row, keys),
        private=row.scope == NoteScope.PRIVATE,
        mine=row.author_id == viewer.pk,
        author=row.author.person.first_name,
        role=row.author.role,
        written_at=row.written_at,
        changed_at=row.changed_at,
    )


def _text(row: Note, keys: list[bytes]) -> str | None:
    if row.scope == NoteScope.SHARED:
        return row.text
    if not keys:
        return None
    try:
        return unseal(row.sealed, keys=keys, author=row.author.person.public_id)
    except Unreadable:
        return None
