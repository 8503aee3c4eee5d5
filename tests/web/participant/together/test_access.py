"""Members enter every page of their relationship, each only their own to change, and no further.

And what members write reaches no page, download, audit line or log of those who run the programme.
"""

import logging
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings

from tests.access.about import about
from tests.access.test_matrix import addresses
from tests.cast import THEN, user
from tests.factories.plans import KEPT, prepare_and_keep
from tests.factories.relationships import Bond, a_bond, signed_in
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.relationships.actions import move, write_note, write_part
from viceversa.relationships.actions.closing import begin_closing, send_thanks, write_reflection
from viceversa.relationships.actions.conversation import write
from viceversa.relationships.choices import NoteScope, RelationshipState
from viceversa.relationships.models import Entry, Note, Part, Relationship
from viceversa.web.participant.closing.urls import urlpatterns as closing
from viceversa.web.participant.conversation.urls import urlpatterns as conversation
from viceversa.web.participant.together.urls import urlpatterns as together

pytestmark = pytest.mark.django_db
WORDS = (
    *("Quokka agreement", "Quokka shared", "Quokka private"),
    *("Quokka conversation", "Quokka reflection", "Quokka sealed", "Quokka thanks"),
    *KEPT,
)
PATTERNS = [
    pattern
    for pattern in (*together, *closing, *conversation)
    if str(pattern.pattern).startswith("together/")
]
POSTED = {
    *("begin", "sign", "accept", "delete-note"),
    *("resume", "close-begin", "reflect", "thank", "choose", "nominate", "issue-letter"),
    *("conversation-seen", "conversation-mail", "message-back"),
}


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def bond() -> Bond:
    """A relationship in its last weeks, with everything in it that members write."""
    bond = a_bond()
    bond.begin()
    bond.sign(0)
    mentor, actor = bond.members[0], bond.actor(0)
    part = Part.objects.get(code="topics")
    write_part(
        member=mentor, code="topics", text=WORDS[0], edition=part.edition, actor=actor, now=THEN
    )
    write_note(member=mentor, scope=NoteScope.SHARED, text=WORDS[1], actor=actor, now=THEN)
    write_note(member=mentor, scope=NoteScope.PRIVATE, text=WORDS[2], actor=actor, now=THEN)
    write(member=mentor, text=WORDS[3], now=THEN)
    prepare_and_keep(bond)
    _come_to_the_end(bond)
    return bond


def _come_to_the_end(bond: Bond) -> None:
    """Begin the last weeks: one reflects for all of them, the other for themselves."""
    Relationship.objects.update(state=RelationshipState.AGREED)
    move(relationship=bond.relationship, to=RelationshipState.ACTIVE, actor=OPERATOR, now=THEN)
    begin_closing(member=bond.members[0], today=THEN.date(), now=THEN)
    for index, scope, words in ((0, NoteScope.SHARED, WORDS[4]), (1, NoteScope.PRIVATE, WORDS[5])):
        write_reflection(
            member=bond.members[index],
            scope=scope,
            answers={"took": words},
            actor=bond.actor(index),
            now=THEN,
        )
    send_thanks(member=bond.members[0], text=WORDS[6], actor=bond.actor(0), now=THEN)


def pages(bond: Bond) -> dict[str, str]:
    """Return every address of a relationship by name."""
    note = Note.objects.get(scope=NoteScope.PRIVATE)
    values = {
        "public_id": bond.relationship.public_id,
        "code": "topics",
        "number": 1,
        "note_id": note.public_id,
        "entry_id": Entry.objects.get().public_id,
    }
    return {
        pattern.name: reverse(
            f"participant:{pattern.name}",
            kwargs={key: values[key] for key in pattern.pattern.converters},
        )
        for pattern in PATTERNS
        if pattern.name
    }


def test_members_enter_everywhere_but_anothers_note(bond: Bond) -> None:
    for index in (0, 1):
        client = bond.client(index)
        for name, path in pages(bond).items():
            own = index == 0 or name not in ("note", "message")
            reads = name not in POSTED
            expected = 404 if not own and reads else 200 if reads else 405
            assert client.get(path).status_code == expected, (index, name)
    assert bond.client(1).post(pages(bond)["delete-note"]).status_code == 404
    assert Note.objects.count() == 2


def test_a_coordinator_who_is_a_member_enters_as_a_member_only(bond: Bond) -> None:
    coordinator = user("coordinator")
    person = bond.members[1].person
    person.user = coordinator
    person.save(update_fields=["user"])
    client = signed_in(coordinator)
    assert client.get(pages(bond)["agreement"]).status_code == 200
    assert WORDS[2] not in client.get(pages(bond)["notes"]).content.decode()
    last = client.get(pages(bond)["close"]).content.decode()
    assert WORDS[4] in last
    assert WORDS[5] in last  # their own, opened for them
    assert WORDS[5] not in bond.client(0).get(pages(bond)["close"]).content.decode()


@pytest.mark.once
@pytest.mark.parametrize("part", ["coordinator", "administrator"])
def test_no_words_reach_those_who_run_it(
    bond: Bond, part: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "django.template")  # else each variable that is not there
    client = signed_in(user(part))
    paths = {filled for address in addresses() for filled in about(bond, address.path)}
    leaking, found = [], 0
    for path in sorted(paths):
        answer = client.get(path)
        found += answer.status_code == 200
        body = b"".join(answer) if answer.streaming else answer.content
        leaking += [path for word in WORDS if word.encode() in body]
    assert leaking == []
    assert found > (10 if part == "coordinator" else 3)
    lines = [f"{line.subject} {line.facts}" for line in Line.objects.all()]
    assert not [text for text in lines if "Quokka" in text]
    assert "Quokka" not in caplog.text


def test_what_is_sent_is_not_logged(bond: Bond, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = bond.client(0)
    client.post(bond.path("notes/"), {"text": "Wombat", "scope": "private"})
    client.post(bond.path("agreement/parts/topics/"), {"text": "Wombat", "edition": "99"})
    client.post(bond.path("conversation/"), {"text": "Wombat"})
    client.post(bond.path("close/reflection/"), {"took": "Wombat", "scope": "private"})
    assert "Wombat" not in caplog.text
    assert "Wombat" not in "".join(str(line.facts) for line in Line.objects.all())
