"""Proposing, agreeing, moving, confirming: what happens, what is refused, what happens twice."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage

from tests.cast import THEN
from tests.factories.meetings import MONDAY, a_meeting_bond, agreed
from viceversa.audit.models import Line
from viceversa.notifications.models import Message
from viceversa.relationships.actions.meetings import (
    UnableToMeet,
    accept,
    ask_another_time,
    clear_ahead,
    confirm_held,
    log_held,
    move,
    propose,
    take_off,
)
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Assent, Meeting, Tap
from viceversa.relationships.queries.meetings import block, next_meeting, to_confirm

pytestmark = pytest.mark.django_db
EVENING = MONDAY + timedelta(hours=9)  # nobody said they were free then
LATER = MONDAY + timedelta(hours=1)


def kinds() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("kind", flat=True))


def test_a_proposal_asks_the_other_and_their_yes_agrees() -> None:
    bond = a_meeting_bond()
    mentor, mentee = bond.members
    meeting = propose(member=mentee, starts_at=MONDAY, minutes=45, place=" Sala Adda ", now=THEN)
    assert (meeting.state, meeting.place, meeting.keep_alive) == ("proposed", "Sala Adda", False)
    [mail] = Message.objects.all()
    assert (mail.kind, mail.email) == ("meeting-proposed", mentor.person.email)
    again = accept(meeting=meeting, member=mentee, now=THEN)  # whoever proposes has said yes
    assert again.state == "proposed"
    done = accept(meeting=meeting, member=mentor, now=THEN)
    assert (done.state, done.sequence, done.agreed_at) == ("agreed", 1, THEN)
    assert accept(meeting=meeting, member=mentor, now=THEN).sequence == 1
    assert kinds() == ["meeting-proposed", "meeting-agreed", "meeting-agreed"]
    assert not Assent.objects.exists()


def test_in_a_circle_everybody_says_yes() -> None:
    bond = a_meeting_bond(2, 2, circle=True)
    meeting = propose(member=bond.members[0], starts_at=MONDAY, minutes=60, now=THEN)
    for member in bond.members[1:]:
        assert meeting.state == "proposed"
        assert block(member, THEN).next.asks_me  # type: ignore[union-attr]  # there is one
        meeting = accept(meeting=meeting, member=member, now=THEN)
    assert meeting.state == "agreed"
    assert kinds().count("meeting-agreed") == 4


def test_a_move_to_a_time_all_have_free_stays_agreed_and_names_nobody(
    mailoutbox: list[EmailMessage],
) -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    Message.objects.all().delete()
    moved = move(meeting=meeting, member=bond.members[1], to=LATER, now=THEN)
    assert (moved.state, moved.starts_at, moved.sequence) == ("agreed", LATER, 2)
    [row] = moved.moves.all()
    assert (row.from_at, row.to_at) == (MONDAY, LATER)
    assert kinds() == ["meeting-moved", "meeting-moved"]
    for member, mail in zip(bond.members, mailoutbox[-2:], strict=True):
        # Who moved it reads the same sentence as everybody else, and no name beside “and …”.
        assert "ha un nuovo orario" in mail.body and mail.to[0].startswith(member.person.first_name)
    for line in Line.objects.filter(verb__startswith="meeting."):
        said = f"{line.actor_name} {line.actor_user} {line.facts}"
        assert line.actor_kind == "system" and line.actor_user is None
        for member in bond.members:
            assert member.public_id not in said and member.person.public_id not in said


def test_a_move_elsewhere_asks_once_more(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    mailoutbox.clear()
    moved = move(meeting=meeting, member=bond.members[0], to=EVENING, minutes=30, now=THEN)
    assert (moved.state, moved.minutes, moved.agreed_at) == ("proposed", 30, None)
    asked = [mail.to[0] for mail in mailoutbox if mail.body.count("/t/") == 2]
    assert len(mailoutbox) == 2 and len(asked) == 1
    assert bond.members[1].person.email in asked[0]
    assert accept(meeting=moved, member=bond.members[1], now=THEN).state == "agreed"


def test_a_meeting_of_the_same_people_elsewhere_is_not_a_free_time() -> None:
    bond = a_meeting_bond()
    meeting, other = agreed(bond), agreed(bond, MONDAY + timedelta(days=1))
    with pytest.raises(UnableToMeet, match="another meeting"):
        move(meeting=meeting, member=bond.members[0], to=other.starts_at, now=THEN)
    times = [slot.starts_at for slot in block(bond.members[0], THEN).slots]
    assert times and other.starts_at not in times


def test_a_quarter_of_an_hour_keeps_it_alive() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    short = block(bond.members[1], THEN).slots[-1]
    assert (short.minutes, short.short) == (15, True)
    moved = move(meeting=meeting, member=bond.members[1], to=short.starts_at, minutes=15, now=THEN)
    assert (moved.keep_alive, moved.minutes, moved.state) == (True, 15, "agreed")


def test_taking_off_tells_calendars_and_ends_links() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    take_off(meeting=meeting, member=bond.members[0], now=THEN)
    take_off(meeting=meeting, member=bond.members[1], now=THEN)
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"
    assert [(m.from_at, m.to_at) for m in meeting.moves.all()] == [(MONDAY, None)]
    assert kinds().count("meeting-cancelled") == 2
    assert set(
        Message.objects.filter(kind="meeting-cancelled").values_list("calendar_method", flat=True)
    ) == {"CANCEL"}
    assert not Tap.objects.filter(revoked_at=None).exists()
    with pytest.raises(UnableToMeet, match="taken off"):
        move(meeting=meeting, member=bond.members[0], to=LATER, now=THEN)


def test_another_time_is_wanted_and_anybody_chooses_it() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    row = ask_another_time(meeting=meeting, member=bond.members[1], now=THEN)
    assert (row.state, row.another_time_at) == ("proposed", THEN)
    assert ask_another_time(meeting=meeting, member=bond.members[0], now=THEN).sequence == 2
    assert kinds().count("meeting-wanted") == 2
    moved = move(meeting=meeting, member=bond.members[0], to=LATER, now=THEN)
    assert (moved.state, moved.another_time_at) == ("proposed", None)
    assert accept(meeting=meeting, member=bond.members[1], now=THEN).state == "agreed"


def test_we_met_makes_an_agreed_relationship_active_once() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    with pytest.raises(UnableToMeet, match="still to come"):
        confirm_held(meeting=meeting, member=bond.members[0], now=THEN)
    after = MONDAY + timedelta(hours=3)
    assert to_confirm(bond.relationship, after) == [meeting]
    for member in bond.members:
        row = confirm_held(meeting=meeting, member=member, now=after)
        assert (row.state, row.held_at) == ("held", MONDAY)
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == "active"
    assert [step.state for step in bond.relationship.steps.all()] == ["opened", "agreed", "active"]
    assert Line.objects.filter(verb="meeting.held").count() == 1
    with pytest.raises(UnableToMeet, match="taken place"):
        take_off(meeting=meeting, member=bond.members[0], now=after)


def test_a_meeting_held_elsewhere_is_written_down() -> None:
    bond = a_meeting_bond()
    member = bond.members[1]
    now = MONDAY + timedelta(days=1)
    row = log_held(member=member, starts_at=MONDAY, minutes=50, place="Bar", now=now)
    assert (row.state, row.logged, row.minutes) == ("held", True, 50)
    assert Message.objects.count() == 0
    for starts_at, words in (
        (MONDAY + timedelta(minutes=20), "written down already"),
        (now + timedelta(hours=1), "still to come"),
        (THEN - timedelta(days=30), "before your relationship"),
    ):
        with pytest.raises(UnableToMeet, match=words):
            log_held(member=member, starts_at=starts_at, minutes=45, now=now)
    assert Meeting.objects.count() == 1


def test_two_who_move_at_once_do_not_undo_each_other() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    move(meeting=meeting, member=bond.members[0], to=LATER, seen=1, now=THEN)
    with pytest.raises(UnableToMeet, match="changed meanwhile"):
        move(meeting=meeting, member=bond.members[1], to=EVENING, seen=1, now=THEN)


def test_a_second_yes_from_an_older_page_changes_nothing() -> None:
    bond = a_meeting_bond()
    meeting = propose(member=bond.members[0], starts_at=LATER, minutes=45, now=THEN)
    yes = {"meeting": meeting, "member": bond.members[1], "seen": meeting.sequence, "now": THEN}
    first = accept(**yes)
    told = Message.objects.count()
    assert accept(**yes).sequence == first.sequence
    assert Message.objects.count() == told
    moved = move(meeting=meeting, member=bond.members[0], to=EVENING, now=THEN)
    assert moved.sequence > first.sequence
    with pytest.raises(UnableToMeet, match="changed meanwhile"):
        accept(**yes)


@pytest.mark.parametrize("state", [RelationshipState.PAUSED, RelationshipState.CLOSED])
def test_nothing_is_planned_while_paused_or_over(state: RelationshipState) -> None:
    bond = a_meeting_bond(state=RelationshipState.AGREED)
    meeting = agreed(bond)
    bond.relationship.state = state
    if state == RelationshipState.CLOSED:
        bond.relationship.closed_at = THEN
    bond.relationship.save()
    with pytest.raises(UnableToMeet):
        propose(member=bond.members[0], starts_at=EVENING, minutes=45, now=THEN)
    with pytest.raises(UnableToMeet):
        move(meeting=meeting, member=bond.members[0], to=LATER, now=THEN)
    assert clear_ahead(relationship=bond.relationship, now=THEN) == 1
    assert next_meeting(bond.relationship, THEN) is None


@pytest.mark.parametrize(
    ("starts_at", "minutes", "words"),
    [
        (THEN - timedelta(hours=1), 45, "is over"),
        (THEN + timedelta(days=400), 45, "twelve months"),
        (MONDAY, 5, "10 minutes"),
        (MONDAY, 300, "4 hours"),
    ],
)
def test_times_that_make_no_sense(starts_at: object, minutes: int, words: str) -> None:
    bond = a_meeting_bond()
    with pytest.raises(UnableToMeet, match=words):
        propose(
            member=bond.members[0],
            starts_at=starts_at,  # type: ignore[arg-type]  # a moment
            minutes=minutes,
            now=THEN,
        )
    assert not Meeting.objects.exists()


def test_nobody_moves_the_meetings_of_others() -> None:
    bond, other = a_meeting_bond(), a_meeting_bond()
    meeting = agreed(bond)
    for member in other.members:
        with pytest.raises(UnableToMeet, match="another relationship"):
            move(meeting=meeting, member=member, to=LATER, now=THEN)
        with pytest.raises(UnableToMeet, match="another relationship"):
            confirm_held(meeting=meeting, member=member, now=LATER)


def test_the_block_says_where_it_stands() -> None:
    bond = a_meeting_bond()
    empty = block(bond.members[1], THEN)
    assert (empty.kept, empty.planned, empty.next, empty.minutes) == (0, 6, None, 45)
    assert empty.first_by == THEN + timedelta(days=7)
    assert len(empty.slots) == 4 and empty.untold == ""
    meeting = agreed(bond)
    confirm_held(meeting=meeting, member=bond.members[0], now=MONDAY + timedelta(hours=1))
    second = agreed(bond, MONDAY + timedelta(days=14), now=MONDAY + timedelta(days=1))
    move(
        meeting=second,
        member=bond.members[0],
        to=second.starts_at + timedelta(days=1),
        now=MONDAY + timedelta(days=2),
    )
    shown = block(bond.members[1], MONDAY + timedelta(days=3))
    assert (shown.kept, shown.still_to_come, shown.first_by) == (1, 4, None)
    assert shown.next is not None and shown.next.number == 2
    assert shown.next.steps == ["done", "now", "", "", "", ""]
    assert [(row.moved, row.number) for row in shown.rows] == [
        (False, 2),
        (True, None),
        (False, 1),
    ]


def test_who_gave_no_times_is_named_instead_of_slots() -> None:
    bond = a_meeting_bond()
    enrolment = bond.members[1].enrolment
    assert enrolment is not None
    enrolment.availability = []
    enrolment.save()
    shown = block(bond.members[0], THEN)
    assert (shown.slots, shown.untold) == ([], "Francesca")


def test_who_met_before_signing_is_active_with_the_last_signature() -> None:
    bond = a_meeting_bond(state=None)
    log_held(member=bond.members[0], starts_at=THEN, minutes=45, now=THEN + timedelta(hours=2))
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == "opened"
    bond.begin()
    for index in range(2):
        bond.sign(index, now=THEN + timedelta(days=1))
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == "active"
    assert [step.state for step in bond.relationship.steps.all()] == ["opened", "agreed", "active"]
