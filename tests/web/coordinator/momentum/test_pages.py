"""The coordinator's list: what is the matter, the response ready to send; never who, nor early."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import user
from tests.factories.care import a_meeting, moved
from tests.factories.relationships import Bond, a_bond, signed_in
from viceversa.kernel import clock
from viceversa.notifications.models import Message
from viceversa.relationships.actions.momentum import flag_lines, guard
from viceversa.relationships.models import Nudge, Relationship

pytestmark = pytest.mark.django_db


def late(days: int = 60) -> Bond:
    """Return a pair that opened long ago and has never met."""
    bond = a_bond()
    Relationship.objects.update(opened_at=clock.now() - timedelta(days=days))
    return bond


def chiara() -> Client:
    return signed_in(user("coordinator"))


def test_the_people_come_first_then_the_list() -> None:
    bond = late()
    now = clock.now()
    guard(now=now - timedelta(days=3))
    path = f"/momentum/{bond.relationship.cohort.public_id}/"
    assert "Nicolò" not in chiara().get(path).content.decode()
    Nudge.objects.update(shown_at=now - timedelta(hours=1))
    page = chiara().get(path).content.decode()
    assert "first meeting not held yet" in page
    assert "Propose it to them" in page
    cohort = chiara().get(f"/programmes/cohorts/{bond.relationship.cohort.public_id}/")
    assert "Where a small push helps" in cohort.content.decode()


def test_send_wait_and_done_leave_the_list() -> None:
    bond = late()
    now = clock.now()
    guard(now=now - timedelta(days=9))
    client, path = chiara(), f"/momentum/{bond.relationship.cohort.public_id}/"
    nudge = Nudge.objects.get(signal="first-meeting")
    client.post(f"/momentum/pushes/{nudge.public_id}/send/")
    assert Message.objects.filter(kind="nudge-offer").count() == 2
    assert "Sent or put off" in client.get(path).content.decode()
    Nudge.objects.update(snoozed_until=None)
    client.post(f"/momentum/pushes/{nudge.public_id}/later/", {"back": path})
    answer = client.post(
        f"/momentum/pushes/{nudge.public_id}/done/", {"back": "https://elsewhere.example/"}
    )
    assert answer.headers["Location"] == path
    assert "Nothing asks for you" in client.get(path).content.decode()


def test_a_line_is_told_with_rule_and_fact_and_waived_with_a_reason() -> None:
    bond = a_bond()
    mentor, mentee = bond.members[0].person, bond.members[1].person
    mentor.manager = mentee
    mentor.save()
    rules = {"reporting-line": (mentor.pk, mentee.pk)}
    nudge = flag_lines(relationship=bond.relationship, rules=rules, now=clock.now())
    assert nudge
    client, path = chiara(), f"/momentum/{bond.relationship.cohort.public_id}/"
    page = client.get(path).content.decode()
    assert "In the same reporting line" in page
    assert "Francesca is Nicolò’s line manager" in page
    client.post(f"/momentum/pushes/{nudge.public_id}/waive/", {"reason": "Only for a month."})
    bond.relationship.refresh_from_db()
    assert bond.relationship.override_reason == "Only for a month."


def test_numbers_are_changed_within_their_bounds() -> None:
    bond = a_bond()
    path = f"/momentum/{bond.relationship.cohort.public_id}/settings/"
    client = chiara()
    numbers = {
        "moves": 3, "quiet_days": 40, "first_meeting_days": 21, "first_contact_days": 7,
        "agreement_days": 14, "agenda_hours": 48, "grace_days": 4, "preparation": 20,
    }  # fmt: skip
    assert "Usually 35; from 14 to 120." in client.get(path).content.decode()
    assert client.post(path, {**numbers, "moves": 1}).status_code == 422
    assert client.post(path, numbers).status_code == 302
    assert 'value="40"' in client.get(path).content.decode()


def test_the_list_costs_the_same_for_one_and_for_three() -> None:
    first = late()
    cohort = first.relationship.cohort
    now = clock.now()
    moved(a_meeting(first, now + timedelta(days=2), "agreed"), now, now)
    guard(now=now - timedelta(days=9))
    client, path = chiara(), f"/momentum/{cohort.public_id}/"
    client.get(path)
    with CaptureQueriesContext(connection) as one:
        client.get(path)
    for _each in range(2):
        late()
    Relationship.objects.update(cohort=cohort)
    guard(now=now - timedelta(days=9))
    with CaptureQueriesContext(connection) as three:
        page = client.get(path).content.decode()
    assert page.count("Propose it to them") == 3
    assert len(three) == len(one)
