"""Writing, accepting and signing an agreement together."""

import pytest
from django.db import IntegrityError, transaction

from tests.cast import THEN
from tests.factories.relationships import Bond, a_bond
from viceversa.audit.models import Line
from viceversa.relationships.actions import (
    PartChanged,
    UnableToAgree,
    accept_part,
    begin_agreement,
    move,
    sign_agreement,
    write_part,
)
from viceversa.relationships.choices import PartCode, RelationshipState
from viceversa.relationships.models import Part, Revision, Version
from viceversa.relationships.queries import Document, document
from viceversa.relationships.queries.awaited import awaited

pytestmark = pytest.mark.django_db


def read(bond: Bond, index: int = 0) -> Document:
    found = document(bond.members[index])
    assert found is not None
    return found


def part(bond: Bond, code: str = "rhythm") -> Part:
    return Part.objects.get(agreement__relationship=bond.relationship, code=code)


def write(bond: Bond, index: int, text: str, edition: int | None = None) -> None:
    write_part(
        member=bond.members[index],
        code="rhythm",
        text=text,
        edition=part(bond).edition if edition is None else edition,
        actor=bond.actor(index),
        now=THEN,
    )


def accept(bond: Bond, index: int) -> None:
    accept_part(
        member=bond.members[index],
        code="rhythm",
        edition=part(bond).edition,
        actor=bond.actor(index),
        now=THEN,
    )


def test_it_starts_from_our_text_filled_with_what_is_known() -> None:
    bond = a_bond()
    bond.begin()
    shown = {one.code: one.text for one in read(bond).parts}
    assert list(shown) == PartCode.values
    assert "6 meetings of 45 to 60 minutes over 6 months" in shown["rhythm"]
    assert "never in Francesca’s office" in shown["rhythm"]
    assert "Nicolò" in shown["purpose"]
    assert "Teresa Moroni" in shown["ending"]
    assert (read(bond).number, read(bond).draft) == (1, False)


def test_beginning_twice_keeps_the_first() -> None:
    bond = a_bond()
    bond.begin("it")
    again = begin_agreement(member=bond.members[1], language="en", actor=bond.actor(1), now=THEN)
    assert again.language == "it"


def test_new_words_wear_their_writers_ink_until_accepted() -> None:
    bond = a_bond()
    bond.begin()
    before = part(bond).text
    write(bond, 1, before.replace("6 meetings", "7 meetings"))
    shown = next(one for one in read(bond, 0).parts if one.code == "rhythm")
    assert [(w.text, w.kind, w.role) for w in shown.words if w.kind != "kept"] == [
        ("6", "removed", "mentee"),
        ("7", "added", "mentee"),
    ]
    assert shown.change and shown.change.waits_for_me
    assert part(bond).text == before
    accept(bond, 0)
    settled = next(one for one in read(bond, 0).parts if one.code == "rhythm")
    assert settled.change is None
    assert [w.kind for w in settled.words] == ["kept"]
    assert part(bond).text.startswith("7 meetings")


def test_the_second_writer_is_told_and_nothing_is_written_over() -> None:
    bond = a_bond()
    bond.begin()
    seen = part(bond).edition
    write(bond, 0, "First words.", seen)
    with pytest.raises(PartChanged):
        write(bond, 1, "Second words.", seen)
    assert [one.text for one in Revision.objects.all()] == ["First words."]
    write(bond, 1, "First words. Second words.")
    roles = {w.role for one in read(bond).parts for w in one.words if w.kind == "added"}
    assert roles == {"mentor", "mentee"}


def test_nobody_accepts_their_own_words_or_words_they_have_not_seen() -> None:
    bond = a_bond()
    bond.begin()
    stale = part(bond).edition
    write(bond, 0, "Mine.")
    with pytest.raises(UnableToAgree):
        accept(bond, 0)
    with pytest.raises(PartChanged):
        accept_part(
            member=bond.members[1], code="rhythm", edition=stale, actor=bond.actor(1), now=THEN
        )


def test_saving_the_earlier_words_takes_ones_change_back() -> None:
    bond = a_bond()
    bond.begin()
    bond.sign(0)
    before = part(bond).text
    write(bond, 0, "Something else.")
    assert read(bond).number == 2
    write(bond, 0, before)
    assert read(bond).waiting == []
    assert read(bond).number == 1
    assert read(bond).signed_by_me


def test_all_sign_and_the_relationship_is_agreed() -> None:
    bond = a_bond()
    bond.begin()
    bond.sign(0)
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == RelationshipState.OPENED
    bond.sign(1)
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == RelationshipState.AGREED
    assert read(bond).in_force is not None
    verbs = list(Line.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-4:] == [
        "agreement.signed", "agreement.signed", "agreement.in-force", "relationship.moved",
    ]  # fmt: skip


def test_a_change_after_signing_asks_everybody_again() -> None:
    bond = a_bond()
    bond.begin()
    bond.sign(0)
    bond.sign(1)
    write(bond, 1, "Seven meetings.")
    with pytest.raises(UnableToAgree):
        bond.sign(0)
    accept(bond, 0)
    shown = read(bond)
    assert (shown.number, shown.draft, len(shown.unsigned)) == (2, True, 2)
    assert shown.in_force is not None
    assert shown.in_force.number == 1
    bond.sign(1)
    bond.sign(0)
    shown = read(bond)
    assert shown.in_force is not None
    assert shown.in_force.number == 2
    assert Version.objects.get(number=1).texts["rhythm"] != "Seven meetings."


@pytest.mark.parametrize("name", ["", "Somebody Else", "Nicolò"])
def test_a_signature_is_ones_own_name(name: str) -> None:
    bond = a_bond()
    bond.begin()
    with pytest.raises(UnableToAgree):
        sign_agreement(
            member=bond.members[0],
            name=name,
            digest=read(bond).digest,
            actor=bond.actor(0),
            now=THEN,
        )
    assert not Version.objects.get().signatures.exists()


def test_nobody_signs_words_that_were_not_on_their_page() -> None:
    bond = a_bond()
    bond.begin()
    seen = read(bond).digest
    write(bond, 1, "Other words.")
    accept(bond, 0)
    with pytest.raises(UnableToAgree):
        sign_agreement(
            member=bond.members[0], name="nicolo pavesi", digest=seen, actor=bond.actor(0), now=THEN
        )


def test_in_a_circle_everybody_says_yes_and_everybody_signs() -> None:
    bond = a_bond(3, 2, circle=True)
    bond.begin()
    write(bond, 0, "Six meetings.")
    for index in (1, 2, 3):
        accept(bond, index)
        assert part(bond).text != "Six meetings."
    accept(bond, 4)
    assert part(bond).text == "Six meetings."
    for index in range(5):
        assert read(bond).in_force is None
        bond.sign(index)
    assert read(bond).in_force is not None


def test_a_new_change_asks_for_every_yes_again() -> None:
    bond = a_bond(2, 1)
    bond.begin()
    write(bond, 0, "One.")
    accept(bond, 1)
    write(bond, 2, "Two.")
    shown = next(one for one in read(bond, 1).parts if one.code == "rhythm")
    assert shown.change is not None
    assert shown.change.waits_for_me


@pytest.mark.parametrize("text", ["", "   \n ", "x" * 2001])
def test_a_part_has_some_words_and_not_too_many(text: str) -> None:
    bond = a_bond()
    bond.begin()
    with pytest.raises(UnableToAgree):
        write(bond, 0, text)


def test_at_the_end_the_agreement_rests() -> None:
    bond = a_bond()
    bond.begin()
    edition = part(bond).edition
    move(
        relationship=bond.relationship,
        to=RelationshipState.CLOSED,
        actor=bond.actor(0),
        now=THEN,
    )
    with pytest.raises(UnableToAgree):
        write(bond, 0, "Later.", edition)
    with pytest.raises(UnableToAgree):
        bond.sign(0)


def test_the_database_refuses_empty_parts_and_names() -> None:
    bond = a_bond()
    bond.begin()
    with pytest.raises(IntegrityError), transaction.atomic():
        Part.objects.update(text="")


def test_each_is_told_what_the_agreement_waits_for() -> None:
    bond = a_bond()

    def steps() -> list[str]:
        return [awaited([member]).get(member.pk, "") for member in bond.members]

    def sign(index: int) -> None:
        sign_agreement(
            member=bond.members[index],
            name=bond.members[index].person.name,
            digest=read(bond).digest,
            actor=bond.actor(index),
            now=THEN,
        )

    assert steps() == ["begin", "begin"]
    bond.begin()
    assert steps() == ["sign", "sign"]
    write(bond, 0, "By telephone, on Fridays.")
    assert steps() == ["", "yes"]
    accept(bond, 1)
    assert steps() == ["sign", "sign"]
    sign(0)
    assert steps() == ["", "sign"]
    sign(1)
    assert steps() == ["", ""]
    write(bond, 1, "By telephone, on Mondays.")
    assert steps() == ["yes", ""]
