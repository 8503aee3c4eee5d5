"""Notes: who can read which, that private ones are sealed, and renewing the keys."""

import json
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.relationships import Bond, a_bond
from viceversa.audit.models import Line
from viceversa.kernel import keyring
from viceversa.kernel.actor import OPERATOR
from viceversa.privacy.actions.keys import renew_keys
from viceversa.relationships.actions import (
    UnableToNote,
    change_note,
    delete_note,
    write_note,
)
from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models import Note
from viceversa.relationships.models.note import NOTES
from viceversa.relationships.queries import notes

pytestmark = pytest.mark.django_db
SECRET = "Ask about Torino before showing anything."


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def write(bond: Bond, index: int, scope: NoteScope, text: str = SECRET) -> Note:
    member = bond.members[index]
    return write_note(member=member, scope=scope, text=text, actor=bond.actor(index), now=THEN)


def texts(bond: Bond, index: int) -> list[str | None]:
    return [note.text for note in notes(bond.members[index])]


def test_a_private_note_is_read_by_its_author_alone() -> None:
    bond = a_bond()
    write(bond, 0, NoteScope.PRIVATE)
    assert texts(bond, 0) == [SECRET]
    assert texts(bond, 1) == []


def test_a_shared_note_is_read_by_all_with_its_author() -> None:
    bond = a_bond(2, 1)
    write(bond, 0, NoteScope.SHARED)
    assert [texts(bond, index) for index in range(3)] == [[SECRET]] * 3
    [note] = notes(bond.members[2])
    assert (note.author, note.mine) == ("Nicolò", False)


def test_neither_the_database_nor_the_audit_holds_the_words() -> None:
    bond = a_bond()
    write(bond, 0, NoteScope.PRIVATE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, sealed FROM relationships_note")
        row = cursor.fetchone()
    assert "Torino" not in json.dumps(row)
    assert "Torino" not in json.dumps([[one.subject, one.facts] for one in Line.objects.all()])


def test_a_note_put_under_another_name_does_not_open() -> None:
    bond = a_bond()
    note = write(bond, 0, NoteScope.PRIVATE)
    Note.objects.filter(pk=note.pk).update(author=bond.members[1])
    assert texts(bond, 1) == [None]


def test_an_unsealed_private_note_is_refused_by_the_database() -> None:
    bond = a_bond()
    note = write(bond, 0, NoteScope.PRIVATE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.filter(pk=note.pk).update(text="open")


def test_only_the_author_changes_or_deletes() -> None:
    bond = a_bond()
    note = write(bond, 0, NoteScope.SHARED)
    stranger = bond.members[1]
    with pytest.raises(UnableToNote):
        change_note(note=note, member=stranger, text="No", actor=bond.actor(1), now=THEN)
    with pytest.raises(UnableToNote):
        delete_note(note=note, member=stranger, actor=bond.actor(1), now=THEN)
    change_note(note=note, member=bond.members[0], text="New", actor=bond.actor(0), now=THEN)
    assert texts(bond, 1) == ["New"]
    delete_note(note=note, member=bond.members[0], actor=bond.actor(0), now=THEN)
    assert texts(bond, 1) == []


def test_keys_are_renewed_and_every_note_stays_readable() -> None:
    bond = a_bond()
    for index in (0, 1):
        write(bond, index, NoteScope.PRIVATE, f"{SECRET} {index}")
    before = {note.pk: note.sealed for note in Note.objects.all()}
    [old] = keyring.read(NOTES.path)
    done = renew_keys(forget=False, actor=OPERATOR, now=THEN)
    assert (done.sealed, done.unreadable, done.forgotten) == (2, 0, False)
    assert keyring.read(NOTES.path)[1:] == [old]
    assert all(note.sealed != before[note.pk] for note in Note.objects.all())
    assert [texts(bond, index) for index in (0, 1)] == [[f"{SECRET} 0"], [f"{SECRET} 1"]]
    done = renew_keys(forget=True, actor=OPERATOR, now=THEN)
    assert done.forgotten
    [new] = keyring.read(NOTES.path)
    assert new != old
    assert texts(bond, 1) == [f"{SECRET} 1"]
    assert NOTES.path.stat().st_mode & 0o077 == 0


def test_old_keys_are_kept_while_a_note_does_not_open() -> None:
    bond = a_bond()
    note = write(bond, 0, NoteScope.PRIVATE)
    Note.objects.filter(pk=note.pk).update(author=bond.members[1])
    done = renew_keys(forget=True, actor=OPERATOR, now=THEN)
    assert (done.unreadable, done.forgotten) == (1, False)
    assert len(keyring.read(NOTES.path)) == 2


def test_without_the_key_the_page_says_so_and_nothing_breaks() -> None:
    bond = a_bond()
    write(bond, 0, NoteScope.PRIVATE)
    NOTES.path.unlink()
    assert texts(bond, 0) == [None]


def test_keys_that_others_can_read_are_refused() -> None:
    bond = a_bond()
    write(bond, 0, NoteScope.PRIVATE)
    NOTES.path.chmod(0o644)
    with pytest.raises(keyring.UnableToUseKeys, match="viceversa check"):
        texts(bond, 0)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 10_001])
def test_a_note_has_some_words_and_not_too_many(text: str) -> None:
    bond = a_bond()
    with pytest.raises(UnableToNote):
        write(bond, 0, NoteScope.PRIVATE, text)
    assert not Note.objects.exists()
