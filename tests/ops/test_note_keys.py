"""The command that renews the keys of private notes."""

import json
from argparse import Namespace
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.relationships import a_bond
from viceversa.audit.models import Line
from viceversa.ops.commands import note_keys
from viceversa.relationships.actions import write_note
from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models import Note
from viceversa.relationships.queries import notes

pytestmark = pytest.mark.django_db


def test_it_renews_and_tells(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA = tmp_path
    bond = a_bond()
    write_note(
        member=bond.members[0],
        scope=NoteScope.PRIVATE,
        text="Slower.",
        actor=bond.actor(0),
        now=THEN,
    )
    assert note_keys.run(Namespace(forget_old=False, json=False)) == 0
    assert "sealed with them: 1" in capsys.readouterr().out
    assert note_keys.run(Namespace(forget_old=True, json=True)) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"sealed": 1, "unreadable": 0, "forgotten": True}
    assert [note.text for note in notes(bond.members[0])] == ["Slower."]
    assert Line.objects.filter(verb="note-keys.renewed").count() == 2


def test_a_note_without_its_key_ends_with_one_and_drops_nothing(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA = tmp_path
    bond = a_bond()
    note = write_note(
        member=bond.members[0],
        scope=NoteScope.PRIVATE,
        text="Slower.",
        actor=bond.actor(0),
        now=THEN,
    )
    Note.objects.filter(pk=note.pk).update(sealed="not-a-token")
    assert note_keys.run(Namespace(forget_old=True, json=False)) == 1
    assert "Nothing was dropped" in capsys.readouterr().out
