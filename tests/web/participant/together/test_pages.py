"""What the members of a relationship read and do on its pages."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.relationships import Bond, a_bond
from viceversa.relationships.actions import move, write_note
from viceversa.relationships.choices import NoteScope, RelationshipState
from viceversa.relationships.models import Agreement, Note, Part, Revision
from viceversa.relationships.queries import document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def page(bond: Bond, index: int = 0, rest: str = "", language: str = "en") -> str:
    answer = bond.client(index, language).get(bond.path(rest))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_shows_both_directions_and_what_comes_next() -> None:
    text = page(a_bond())
    assert "Nicolò Pavesi and Francesca Dell’Orto" in text
    assert "You give" in text
    assert "Francesca gives" in text
    assert "Begin your agreement" in text


def test_a_circle_says_that_everybody_gives() -> None:
    text = page(a_bond(3, 2, circle=True), 4)
    assert "In a circle everybody gives and everybody receives." in text


def test_looking_changes_nothing() -> None:
    bond = a_bond()
    assert "Not begun yet" in page(bond, 0, "agreement/")
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(("language", "words"), [("en", "So that"), ("it", "Perché Francesca")])
def test_it_is_begun_in_the_language_asked_for(language: str, words: str) -> None:
    bond = a_bond()
    bond.client(0, language).post(bond.path("agreement/begin/"), {"language": language})
    other = "it" if language == "en" else "en"
    assert words in page(bond, 1, "agreement/", other)


def test_two_people_write_say_yes_and_sign() -> None:
    bond = a_bond()
    nicolo, francesca = bond.client(0), bond.client(1)
    nicolo.post(bond.path("agreement/begin/"), {"language": "en"})
    words = {"text": "Seven meetings of half an hour.", "edition": "1"}
    assert francesca.post(bond.path("agreement/parts/rhythm/"), words).status_code == 302
    text = page(bond, 0, "agreement/")
    assert "Francesca’s change" in text
    assert '<ins data-role="mentee">' in text
    assert "Sign version" not in text
    nicolo.post(bond.path("agreement/parts/rhythm/accept/"), {"edition": "2"})
    for client, name in ((nicolo, "Nicolò Pavesi"), (francesca, "francesca dell'orto")):
        pact = document(bond.members[0])
        assert pact is not None
        answer = client.post(
            bond.path("agreement/sign/"), {"name": name, "digest": pact.digest}, follow=True
        )
        assert answer.status_code == 200
    assert "Everybody has signed: version 2 is in force." in answer.content.decode()
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == RelationshipState.AGREED
    assert "Seven meetings of half an hour." in page(bond, 0, "agreement/versions/2/")
    assert "Seven meetings of half an hour." not in page(bond, 0, "agreement/versions/1/")


def test_the_second_writer_keeps_their_words_and_can_save_them() -> None:
    bond = a_bond()
    bond.begin()
    path = bond.path("agreement/parts/rhythm/")
    bond.client(0).post(path, {"text": "Nicolò was first.", "edition": "1"})
    late = bond.client(1)
    answer = late.post(path, {"text": "Francesca was second.", "edition": "1"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Two of you were writing" in text
    assert "Francesca was second." in text
    assert "first." in text
    assert 'name="edition" value="2"' in text
    assert late.post(path, {"text": "Both.", "edition": "2"}).status_code == 302
    assert [one.text for one in Revision.objects.all()] == ["Nicolò was first.", "Both."]


def test_a_wrong_name_is_explained_and_nothing_is_signed() -> None:
    bond = a_bond()
    bond.begin()
    pact = document(bond.members[0])
    assert pact is not None
    answer = bond.client(0).post(
        bond.path("agreement/sign/"), {"name": "Mario", "digest": pact.digest}
    )
    assert answer.status_code == 422
    assert "To sign, type your name as it stands here: Nicolò Pavesi." in answer.content.decode()


def test_words_are_escaped() -> None:
    bond = a_bond()
    bond.begin()
    bond.client(0).post(
        bond.path("agreement/parts/topics/"), {"text": "<script>alert(1)</script>", "edition": "1"}
    )
    bond.client(0).post(bond.path("notes/"), {"text": "<b>bold</b>", "scope": "shared"})
    assert "<script>alert" not in page(bond, 1, "agreement/")
    assert "<b>bold</b>" not in page(bond, 1, "notes/")


def test_notes_are_kept_changed_and_deleted() -> None:
    bond = a_bond()
    client = bond.client(0)
    client.post(bond.path("notes/"), {"text": "I talked too fast.", "scope": "private"})
    client.post(bond.path("notes/"), {"text": "Prompts that worked.", "scope": "shared"})
    assert "I talked too fast." in page(bond, 0, "notes/")
    other = page(bond, 1, "notes/")
    assert "Prompts that worked." in other
    assert "I talked too fast." not in other
    note = Note.objects.get(scope=NoteScope.PRIVATE)
    assert "I talked too fast." in page(bond, 0, f"notes/{note.public_id}/")
    client.post(bond.path(f"notes/{note.public_id}/"), {"text": "Slower."})
    assert "Slower." in page(bond, 0, "notes/")
    client.post(bond.path(f"notes/{note.public_id}/delete/"))
    assert "Slower." not in page(bond, 0, "notes/")


def test_an_empty_note_is_explained() -> None:
    bond = a_bond()
    answer = bond.client(0).post(bond.path("notes/"), {"text": " ", "scope": "private"})
    assert answer.status_code == 422
    assert not Note.objects.exists()


def test_at_the_end_everything_can_be_read_and_nothing_written() -> None:
    bond = a_bond()
    bond.begin()
    bond.client(0).post(bond.path("notes/"), {"text": "Remember.", "scope": "private"})
    note = Note.objects.get()
    move(relationship=bond.relationship, to=RelationshipState.CLOSED, actor=bond.actor(0), now=THEN)
    for rest in ("", "agreement/", "agreement/parts/topics/", "notes/", f"notes/{note.public_id}/"):
        assert "<textarea" not in page(bond, 0, rest)
    assert "Remember." in page(bond, 0, "notes/")
    answer = bond.client(0).post(bond.path("notes/"), {"text": "Late", "scope": "shared"})
    assert answer.status_code == 422


def test_the_pages_cost_the_same_with_one_note_and_with_three() -> None:
    bond = a_bond()
    bond.begin()
    client = bond.client(0)
    costs = set()
    for number in range(3):
        for scope in NoteScope:
            write_note(
                member=bond.members[0],
                scope=scope,
                text=f"Note {number}",
                actor=bond.actor(0),
                now=THEN,
            )
        part = Part.objects.all()[number]
        client.post(
            bond.path(f"agreement/parts/{part.code}/"),
            {"text": f"Words {number}", "edition": part.edition},
        )
        with CaptureQueriesContext(connection) as queries:
            for rest in ("", "agreement/", "notes/"):
                client.get(bond.path(rest))
        costs.add(len(queries))
    assert len(costs) == 1
