"""Writing notes: shared with everybody of the relationship, or sealed for oneself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.choices import NoteScope, RelationshipState
from viceversa.relationships.models import Member, Note

LONGEST = 10_000  # characters


class UnableToNote(UnableTo):
    """The note cannot be kept like this."""


def write_note(*, member: Member, scope: NoteScope, text: str, actor: Actor, now: datetime) -> Note:
    """Keep a note of `member`; a private one is sealed before it reaches the database."""
    words = _checked(member, text)
    with transaction.atomic():
        note = Note(relationship=member.relationship, author=member, scope=scope, written_at=now)
        _fill(note, words)
        note.save()
        _record(Verb.NOTE_WRITTEN, member, actor, now)
    return note


def change_note(*, note: Note, member: Member, text: str, actor: Actor, now: datetime) -> Note:
    """Write a note of one's own anew; whose it is and who sees it stay as they are."""
    words = _checked(member, text)
    with transaction.atomic():
        current = _own(note, member)
        _fill(current, words)
        current.changed_at = now
        current.save(update_fields=["text", "sealed", "changed_at"])
        _record(Verb.NOTE_CHANGED, member, actor, now)
    return current


def delete_note(*, note: Note, member: Member, actor: Actor, now: datetime) -> None:
    """Delete a note of one's own for good; possible after the end, too."""
    with transaction.atomic():
        _own(note, member).delete()
        _record(Verb.NOTE_DELETED, member, actor, now)


def _checked(member: Member, text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise UnableToNote(_("The note is empty. Write something, then save it."))
    if len(words) > LONGEST:
        raise UnableToNote(
            _("A note has %(most)s characters at most. Split it in two.") % {"most": LONGEST}
        )
    if member.relationship.state == RelationshipState.CLOSED:
        raise UnableToNote(_("This relationship has come to its end; its notes can only be read."))
    return words


def _fill(note: Note, words: str) -> None:
    if note.scope == NoteScope.PRIVATE:
        note.seal(words)
    else:
        note.text = words


def _own(note: Note, member: Member) -> Note:
    """Return the note, locked, if it is the member's own."""
    found = (
        Note.objects.select_for_update(of=("self",))
        .select_related("author__person")
        .filter(pk=note.pk, author=member)
        .first()
    )
    if found is None:
        raise UnableToNote(_("This note is not there any more, or is not yours."))
    return found


def _record(verb: Verb, member: Member, actor: Actor, now: datetime) -> None:
    """Say that a note of this relationship changed: neither its words nor who can read it."""
    record(actor=actor, now=now, verb=verb, subject=f"relationship:{member.relationship.public_id}")
