"""The home of participants: what is theirs, what comes next, and nothing of anybody else."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import THEN
from tests.factories.accounts import make_coordinator, make_user
from tests.factories.plans import a_meeting
from tests.factories.programmes import a_cohort, a_person, a_programme, an_enrolment
from tests.factories.relationships import a_bond
from viceversa.accounts.models import User
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.people.actions.sign_ins import link
from viceversa.people.models import Person
from viceversa.programmes.models import Cohort
from viceversa.programmes.rules.timeline import propose
from viceversa.relationships.actions import Opening, Seat, move, open_relationship, plans
from viceversa.relationships.choices import MemberRole, Origin, RelationshipState
from viceversa.relationships.models import Relationship

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def running_cohort(**more: Any) -> Cohort:
    """Return a cohort that started a month ago."""
    return a_cohort(dates=propose("standard", clock.now().date() - timedelta(days=30)), **more)


def signed_in_as(person: Person | None) -> Client:
    """Return a client signed in as the user of a person."""
    user: User = make_user(name="Zoë Kovačević")
    if person is not None:
        link(actor=OPERATOR, now=THEN, person=person, user=user)
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(user, backend=BACKEND)
    return client


def text(client: Client) -> str:
    """Return the page."""
    answer = client.get("/home/")
    assert answer.status_code == 200
    return answer.content.decode()


def together(cohort: Cohort, mentor: Person, mentee: Person) -> Relationship:
    """Open a relationship between two people."""
    seats = [Seat(mentor, MemberRole.MENTOR), Seat(mentee, MemberRole.MENTEE)]
    return open_relationship(
        cohort=cohort,
        opening=Opening(seats=seats, exchange={"mentor": [], "mentee": []}),
        origin=Origin.HAND,
        actor=OPERATOR,
        now=THEN,
    )


def test_a_mentee_reads_whom_to_write_to_and_that_the_first_word_is_theirs() -> None:
    mentor, mentee = a_person("Nicolò Pavesi"), a_person("Francesca Dell’Orto", level=7)
    together(running_cohort(), mentor, mentee)
    page = text(signed_in_as(mentee))
    assert re.search(r"Good (morning|afternoon|evening), Francesca", page)
    assert f"mailto:{mentor.email}" in page
    assert "The first word is yours" in page


def test_a_mentor_is_told_that_the_mentee_writes_first() -> None:
    mentor, mentee = a_person("Nicolò Pavesi"), a_person("Francesca Dell’Orto", level=7)
    together(running_cohort(), mentor, mentee)
    assert "The first word comes from your mentee" in text(signed_in_as(mentor))


def test_nobody_sees_the_relationship_of_others() -> None:
    mentor, mentee = a_person("Nicolò Pavesi"), a_person("Francesca Dell’Orto", level=7)
    together(running_cohort(), mentor, mentee)
    page = text(signed_in_as(a_person("Amina Conti")))
    assert "Pavesi" not in page
    assert "You are not in a cohort" in page


def test_a_concluded_relationship_is_remembered_without_a_next_step() -> None:
    mentor, mentee = a_person("Nicolò Pavesi"), a_person("Francesca Dell’Orto", level=7)
    opened = together(running_cohort(), mentor, mentee)
    for state in ("agreed", "active", "closing", "closed"):
        move(relationship=opened, to=RelationshipState(state), actor=OPERATOR, now=THEN)
        opened.refresh_from_db()
    page = text(signed_in_as(mentor))
    assert "Concluded" in page
    assert "The first word" not in page


def test_who_waits_reads_the_dates_and_that_nothing_is_to_be_done() -> None:
    person = a_person("Amina Conti", level=2)
    an_enrolment(running_cohort(), "mentor", person)
    page = text(signed_in_as(person))
    assert "You take part as mentor" in page
    assert "Nothing to do now" in page


def test_before_publishing_nobody_learns_of_a_pair() -> None:
    from tests.factories.matching import solved_round

    round_ = solved_round()
    proposal = round_.proposals.select_related("mentor__person", "mentee__person").first()
    assert proposal is not None
    page = text(signed_in_as(proposal.mentor.person))
    assert proposal.mentee.person.last_name not in page


def test_a_sponsor_sees_figures_and_no_names() -> None:
    programme = a_programme()
    cohort = running_cohort(programme=programme)
    mentor, mentee = a_person("Nicolò Pavesi"), a_person("Francesca Dell’Orto", level=7)
    together(cohort, mentor, mentee)
    assert programme.sponsor is not None
    page = text(signed_in_as(programme.sponsor))
    assert "You are the sponsor" in page
    assert cohort.name in page
    assert "Pavesi" not in page


def test_a_counsellor_sees_no_figures() -> None:
    programme = a_programme()
    running_cohort(programme=programme, name="Cohort of figures")
    assert programme.counsellor is not None
    page = text(signed_in_as(programme.counsellor))
    assert "You are the counsellor" in page
    assert "Cohort of figures" not in page


def test_who_is_not_in_the_directory_is_told_what_to_do() -> None:
    assert "The directory does not know this address" in text(signed_in_as(None))


def test_the_page_costs_the_same_with_one_relationship_and_with_three() -> None:
    mentee = a_person("Francesca Dell’Orto", level=7)
    client = signed_in_as(mentee)
    costs = []
    for number in range(3):
        together(running_cohort(name=f"Cohort {number}"), a_person(), mentee)
        with CaptureQueriesContext(connection) as queries:
            text(client)
        costs.append(len(queries))
    assert costs[0] == costs[-1]


def test_a_coordinator_is_sent_to_the_cohorts_and_others_home(client: Client) -> None:
    client.force_login(make_coordinator(), backend=BACKEND)
    assert client.get("/").headers["Location"] == "/programmes/"
    assert signed_in_as(None).get("/").headers["Location"] == "/home/"


def test_a_mentee_is_asked_three_things_at_most_and_the_weightiest_first() -> None:
    bond = a_bond()
    bond.begin()
    now = clock.now()
    mentor: dict[str, Any] = {"member": bond.members[0], "actor": bond.actor(0), "now": now}
    mentee: dict[str, Any] = {"member": bond.members[1], "actor": bond.actor(1), "now": now}
    a_meeting(bond, now - timedelta(hours=3))
    plans.choose_experiment(**mentee, text="Ask for the source once.")
    plans.ask_question(**mentor, text="Lyon or Turin?")
    page = bond.client(1).get("/home/").content.decode()
    assert "Three things, two minutes" in page
    found = [page.find(words) for words in ("Did you meet", "sign it", "Ask for the source once.")]
    assert found == sorted(found)
    assert -1 not in found
    assert "Lyon or Turin?" not in page


def test_a_mentor_reads_whom_they_meet_when_and_what_the_agenda_still_needs() -> None:
    bond = a_bond()
    a_meeting(bond, clock.now() + timedelta(days=20))
    page = bond.client(0).get("/home/").content.decode()
    assert "Hello Nicolò, you meet Francesca on" in page
    assert "It is the first of six meetings." in page
    assert "Begin the agenda" in page
    assert "Ciao Nicolò, il" in bond.client(0, "it").get("/home/").content.decode()


def test_while_it_rests_nothing_is_asked() -> None:
    bond = a_bond()
    for state in ("agreed", "active", "paused"):
        move(
            relationship=bond.relationship,
            to=RelationshipState(state),
            actor=OPERATOR,
            now=clock.now(),
        )
    page = bond.client(1).get("/home/").content.decode()
    assert "It rests, and nothing is asked of you meanwhile." in page
    assert 'class="minute"' not in page
