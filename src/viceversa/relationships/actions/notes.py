"""Writing notes: shared with everybody of the relationship, or sealed for oneself."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel import keyring
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.choices import NoteScope, RelationshipState
from viceversa.relationships.models import Member, Note, Reflection
from viceversa.relationships.queries.notes import key_file
from viceversa.relationships.rules.sealing import Unreadable, seal, seal_anew, unseal

LONGEST = 10_000  # characters
BATCH = 200
SEALED = (Note, Reflection)  # the tables that hold private words


class UnableToNote(UnableTo):
    """The note cannot be kept like this."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """How many private texts are under the new key, how many none opens, are old keys gone."""

    sealed: int
    unreadable: int
    forgotten: bool


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


def renew_note_keys(*, forget: bool, actor: Actor, now: datetime) -> Renewal:
    """Put a fresh key first and seal every private note and reflection anew; say what came of it.

    Old keys stay on the ring for backups of the database, unless `forget` and every note opened.
    Web processes read the ring at each use, so they need no restart. Interrupted, it is run again:
    whatever key a note is under is still on the ring.
    """
    keys = keyring.add(key_file())
    done = [_seal_all_anew(table, keys) for table in SEALED]
    sealed, unreadable = (sum(counts) for counts in zip(*done, strict=True))
    forgotten = forget and not unreadable and _forget(keys)
    record(
        actor=actor,
        now=now,
        verb=Verb.NOTE_KEYS_RENEWED,
        notes=sealed,
        unreadable=unreadable,
        forgotten=forgotten,
    )
    return Renewal(sealed, unreadable, forgotten)


def _seal_all_anew(table: type[Note] | type[Reflection], keys: list[bytes]) -> tuple[int, int]:
    """Seal what one table keeps private under the first key; return how many, how many failed."""
    sealed = unreadable = 0
    marks = list(table.objects.filter(scope=NoteScope.PRIVATE).values_list("pk", flat=True))
    for start in range(0, len(marks), BATCH):
        with transaction.atomic():
            rows = table.objects.select_for_update(of=("self",)).select_related("author__person")
            for row in rows.filter(pk__in=marks[start : start + BATCH]):
                author = row.author.person.public_id
                try:
                    row.sealed = seal_anew(row.sealed, keys=keys, author=author)
                except Unreadable:
                    unreadable += 1
                    continue
                row.save(update_fields=["sealed"])
                sealed += 1
    return sealed, unreadable


def _forget(keys: list[bytes]) -> bool:
    """Keep the newest key alone if everything opens with it; what was written since may not."""
    newest = keys[:1]
    for table in SEALED:
        rows = table.objects.filter(scope=NoteScope.PRIVATE).select_related("author__person")
        for row in rows.iterator(chunk_size=BATCH):
            try:
                unseal(row.sealed, keys=newest, author=row.author.person.public_id)
            except Unreadable:
                return False
    keyring.replace(key_file(), newest)
    return True


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
        keys = keyring.read_or_make(key_file())
        note.sealed = seal(words, keys=keys, author=note.author.person.public_id)
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
