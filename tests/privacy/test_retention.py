"""What has passed its day is deleted that night: not a day earlier, and nothing else with it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import models
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.care import a_counsellor
from tests.factories.learning import a_self_check
from tests.factories.meetings import a_meeting_bond
from tests.factories.people import make_import, people_file, row
from tests.factories.plans import prepare_and_keep
from tests.factories.relationships import Bond, a_bond
from viceversa.audit.actions import first_broken_line, record
from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.measurement.models import SelfCheck
from viceversa.notifications.actions import Kind, Recipient, enqueue
from viceversa.notifications.models import Message
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Import, Person
from viceversa.privacy.actions.retention import apply_retention, would_delete
from viceversa.privacy.queries.shelves import SHELVES, start_of_day
from viceversa.programmes.models import Cohort
from viceversa.relationships.actions import conversation, move, write_note
from viceversa.relationships.actions.care import raise_concern, resolve
from viceversa.relationships.actions.closing import send_thanks, write_reflection
from viceversa.relationships.actions.meetings.feeding import open_feed
from viceversa.relationships.choices import ConcernHelp, NoteScope, RelationshipState
from viceversa.relationships.models import (
    Agreement,
    Concern,
    Entry,
    FeedAddress,
    Goal,
    Meeting,
    Member,
    Note,
    Reflection,
    Relationship,
    ReplyLink,
    Step,
    Thanks,
)

pytestmark = pytest.mark.django_db
END = datetime(2027, 3, 10, 15, tzinfo=UTC)
ROME = ZoneInfo("Europe/Rome")


@pytest.fixture(autouse=True)
def keys_apart(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def seat(bond: Bond, index: int) -> Member:
    related = ("person", "relationship__cohort__programme__counsellor")
    return Member.objects.select_related(*related).get(pk=bond.members[index].pk)


def full_of_words() -> Bond:
    """Return a relationship in which both wrote whatever can be written."""
    bond = a_bond()
    a_counsellor(bond)
    bond.begin()
    prepare_and_keep(bond)
    for scope in (NoteScope.PRIVATE, NoteScope.SHARED):
        for index in (0, 1):
            write_note(
                member=seat(bond, index), scope=scope, text="Words", actor=bond.actor(0), now=THEN
            )
    conversation.write(member=seat(bond, 0), text="Words", now=THEN)
    concern = raise_concern(member=seat(bond, 0), help=ConcernHelp.TALK, text="Words", now=THEN)
    resolve(concern=concern, by_author=True, now=THEN)
    Relationship.objects.filter(pk=bond.relationship.pk).update(state="closing")
    who = {"member": seat(bond, 1), "actor": bond.actor(1), "now": END}
    write_reflection(answers={"took": "Words"}, scope=NoteScope.SHARED, **who)
    send_thanks(text="Thank you", **who)
    end(bond)
    return bond


def end(bond: Bond, at: datetime = END) -> None:
    bond.relationship.refresh_from_db()
    if bond.relationship.state != RelationshipState.CLOSING:
        Relationship.objects.filter(pk=bond.relationship.pk).update(state="closing")
        bond.relationship.refresh_from_db()
    move(relationship=bond.relationship, to=RelationshipState.CLOSED, actor=OPERATOR, now=at)


def night(days: int) -> datetime:
    """Return half past three in Rome, so many days after the end."""
    return datetime.combine(END.date() + timedelta(days=days), datetime.min.time(), ROME).replace(
        hour=3, minute=30
    )


def clear(days: int) -> dict[str, int]:
    return {each.shelf: each.rows for each in apply_retention(actor=OPERATOR, now=night(days))}


def there(*tables: type[models.Model]) -> list[bool]:
    return [table._default_manager.exists() for table in tables]


def test_each_thing_goes_in_the_night_after_its_last_day() -> None:
    full_of_words()
    private = Note.objects.filter(scope=NoteScope.PRIVATE)
    assert clear(30)["private notes"] == 0
    assert private.count() == 2
    assert clear(31)["private notes"] == 2
    assert not private.exists()
    shared = (Note, Entry, Goal, Reflection, Thanks, Concern)
    assert (clear(90)["what was shared"], clear(90)["concerns"]) == (0, 0)
    assert all(there(*shared))
    assert clear(91)["concerns"] == 1
    assert not any(there(*shared))
    assert clear(365)["agreements"] == 0
    assert there(Agreement) == [True]
    assert clear(366)["agreements"] == 1
    assert there(Agreement, Relationship, Member, Meeting, Step) == [False, *[True] * 4]


def test_what_goes_on_keeps_everything() -> None:
    bond = full_of_words()
    other = a_bond()
    write_note(
        member=seat(other, 0),
        scope=NoteScope.PRIVATE,
        text="Words",
        actor=other.actor(0),
        now=THEN,
    )
    assert clear(364)["private notes"] == 2
    assert [note.relationship for note in Note.objects.all()] == [other.relationship]
    assert bond.relationship != other.relationship


def test_a_counting_changes_nothing_and_tells_what_the_night_will_do() -> None:
    full_of_words()
    before = Line.objects.count()
    told = {each.shelf: each.rows for each in would_delete(now=night(91))}
    assert told["private notes"] == 2
    assert Line.objects.count() == before
    assert clear(91) == told
    assert set(clear(91).values()) == {0}
    lines = Line.objects.filter(verb=Verb.RETENTION_APPLIED)
    assert {line.facts["shelf"]: line.facts["rows"] for line in lines} == {
        shelf: rows for shelf, rows in told.items() if rows
    }


def test_an_open_concern_stays_until_it_is_resolved() -> None:
    bond = a_bond()
    a_counsellor(bond)
    concern = raise_concern(member=seat(bond, 0), help=ConcernHelp.RECORD, text="Words", now=THEN)
    end(bond)
    assert clear(200)["concerns"] == 0
    resolve(concern=concern, by_author=True, now=night(200))
    assert clear(290)["concerns"] == 0
    assert clear(291)["concerns"] == 1


def test_private_notes_of_somebody_who_left_a_circle_go_by_their_own_day() -> None:
    bond = a_bond(2, 2, circle=True)
    for index in (0, 1):
        write_note(
            member=seat(bond, index),
            scope=NoteScope.PRIVATE,
            text="Words",
            actor=bond.actor(index),
            now=THEN,
        )
    Member.objects.filter(pk=bond.members[0].pk).update(left_at=END)
    assert clear(30)["private notes"] == 0
    assert clear(31)["private notes"] == 1
    assert Note.objects.get().author_id == bond.members[1].pk


def test_what_a_leaver_had_goes_and_what_others_have_stays() -> None:
    bond = a_meeting_bond()
    for index in (0, 1):
        a_self_check(bond, index, {"1.2": "base"})
        open_feed(person=bond.members[index].person, actor=OPERATOR, now=THEN)
    Cohort.objects.update(ends_on=date(2030, 1, 1))
    gone = Person.objects.filter(pk=bond.members[0].person_id)
    gone.update(status=PersonStatus.LEFT, left_on=END.date())
    assert clear(30)["what leavers had"] == 0
    assert clear(31)["what leavers had"] == 2
    stay = bond.members[1].person_id
    assert SelfCheck.objects.get().person_id == FeedAddress.objects.get().person_id == stay


def test_a_self_check_goes_a_year_after_its_cohort() -> None:
    bond = a_meeting_bond()
    a_self_check(bond, 0, {"1.2": "base"})
    Cohort.objects.update(ends_on=END.date())
    assert clear(365)["self-checks"] == 0
    assert clear(366)["self-checks"] == 1


def test_ended_links_sent_messages_and_uploaded_files_go() -> None:
    bond = a_bond()
    conversation.issue_reply_link(member=seat(bond, 0), now=END)
    reader = Recipient(
        key="person:x", email="a@altavalle.example", name="A", language="en", time_zone="UTC"
    )
    enqueue(kind=Kind.TEST, recipient=reader, context={}, now=END)
    Message.objects.update(state="sent", settled_at=END)
    make_import(people_file([row(0)]))
    Import.objects.update(uploaded_at=END)
    holds = (ReplyLink.objects.get().expires_at - END).days
    assert clear(holds)["ended links"] == 0
    assert clear(holds + 1)["ended links"] == 1
    first = clear(90)
    assert (first["messages sent"], first["uploaded files"]) == (0, 0)
    second = clear(91)
    assert (second["messages sent"], second["uploaded files"]) == (1, 1)


def test_the_rest_of_the_audit_is_still_proven_after_its_beginning_has_gone() -> None:
    for days in (0, 1, 40):
        record(
            actor=OPERATOR,
            now=END + timedelta(days=days),
            verb=Verb.ROUND_PREPARED,
            subject=f"round:{days}",
        )
    assert clear(731)["audit lines"] == 1
    assert clear(732)["audit lines"] == 1
    assert first_broken_line() is None
    assert [line.subject for line in Line.objects.filter(verb=Verb.ROUND_PREPARED)] == ["round:40"]
    assert clear(5000)["audit lines"] > 0
    assert first_broken_line() is None
    first = Line.objects.order_by("pk").first()
    assert first is not None
    record(actor=OPERATOR, now=END, verb=Verb.ROUND_PREPARED)
    Line.objects.filter(pk=first.pk)._raw_delete("default")
    assert first_broken_line() is not None  # taken out by hand, it is missed


def test_a_clock_can_be_set(settings: Settings) -> None:
    full_of_words()
    settings.KEEP_DAYS = {**settings.KEEP_DAYS, "notes": 2}
    assert clear(2)["private notes"] == 0
    assert clear(3)["private notes"] == 2


def test_the_job_is_the_same_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    from viceversa.privacy import tasks

    full_of_words()
    monkeypatch.setattr(tasks.clock, "now", lambda: night(31))
    tasks.apply_retention.call()
    assert not Note.objects.filter(scope=NoteScope.PRIVATE).exists()


# What is not deleted by a clock, and why.
STAYS = {
    "Relationship Member Step Meeting Series Move Closing RenewalAnswer Rest": "dates and states",
    "Whereabouts Watch": "settings of a cohort",
    "Letter Nomination": "given to somebody, for them to keep or to act on",
    "Assent": "gone as soon as a time is agreed",
    "Preference ChatWish Hours Address Postbox": "how somebody wants their mail; settings",
}
PACKAGES = ("relationships", "measurement", "notifications")


def test_every_table_of_words_stands_on_a_shelf_or_is_named_here() -> None:
    moment = start_of_day(END.date())
    on_shelves = {rows.model for shelf in SHELVES for rows in shelf.past(moment)}
    named = {name for names in STAYS for name in names.split()}
    missing = [
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in PACKAGES
        and model.__name__ not in named
        and not _goes(model, on_shelves)
    ]
    assert missing == []


def _goes(model: type[models.Model], shelves: set[type[models.Model]]) -> bool:
    """Tell whether a table is on a shelf, or hangs on one that is."""
    if model in shelves:
        return True
    parents = [
        field.related_model
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    ]
    return any(parent is not model and _goes(parent, shelves) for parent in parents)
