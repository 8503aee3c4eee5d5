"""The coordinator's pages of invitations: choosing, previewing, sending, reminding, admitting."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.cast import THEN, user
from tests.factories.invitations import an_invitation
from tests.factories.programmes import a_person
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions.invitation_answers import decline
from viceversa.programmes.models import Cohort, Enrolment, Invitation, InvitationPlan

pytestmark = pytest.mark.django_db
QUERIES = 13
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def at_the_time_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages live at the time of the factories: by day, so that letters leave at once."""
    monkeypatch.setattr(clock, "now", lambda: THEN)


def at(name: str, cohort: Cohort) -> str:
    """Return the address of a page of a cohort."""
    return reverse(f"programmes:{name}", args=[cohort.public_id])


def test_looking_at_the_letter_sends_nothing(coordinator: Client, cohort: Cohort) -> None:
    person = a_person("Silvia Cocco", level=7)
    page = coordinator.post(at("invite", cohort) + "?role=mentee", {"person": person.public_id})
    text = page.content.decode()
    assert "Silvia Cocco" in text and "Desidero invitarLa" in text and "Lucia Bonfanti" in text
    assert not Enrolment.objects.exists() and not mail.outbox


def test_sending_writes_to_each_of_those_looked_at(coordinator: Client, cohort: Cohort) -> None:
    people = [a_person(level=7), a_person(level=7)]
    sent = {"role": "mentee", "person": [person.public_id for person in people]}
    page = coordinator.post(at("invite-send", cohort), sent, follow=True).content.decode()
    assert "2 invitations on their way." in page and all(person.name in page for person in people)
    assert len(mail.outbox) == 2


def test_mentors_before_their_wave_are_refused_with_the_way_out(
    coordinator: Client, cohort: Cohort
) -> None:
    sent = {"role": "mentor", "person": a_person(level=2).public_id}
    page = coordinator.post(at("invite-send", cohort), sent, follow=True).content.decode()
    assert "Begin the second wave" in page and not mail.outbox
    coordinator.post(at("wave", cohort))
    coordinator.post(at("invite-send", cohort), sent)
    assert len(mail.outbox) == 1


def test_the_sponsors_own_words_are_kept_and_usual_ones_are_not(
    coordinator: Client, cohort: Cohort
) -> None:
    form = coordinator.get(at("letter", cohort)).context["form"]
    sent = {**form.initial, "mentee_it": "Ti aspetto.\r\n\r\nLucia", "admits_itself": "on"}
    del sent["takes_applications"]
    assert coordinator.post(at("letter", cohort), sent).status_code == 302
    plan = InvitationPlan.objects.get()
    assert plan.mentee_it == "Ti aspetto.\n\nLucia" and plan.mentee_en == "" == plan.mentor_it
    assert plan.admits_itself and not plan.takes_applications


def test_one_taken_back_shows_as_such_and_may_be_invited_again(
    coordinator: Client, cohort: Cohort
) -> None:
    invitation = an_invitation(cohort)
    revoke = reverse("programmes:revoke", args=[invitation.public_id])
    page = coordinator.post(revoke, follow=True).content.decode()
    assert "Taken back" in page and "Invite again" in page


def test_whoever_applied_is_admitted_from_the_page(coordinator: Client, cohort: Cohort) -> None:
    invitation = an_invitation(cohort)
    Enrolment.objects.update(state="applied")
    assert "Waiting for your yes" in coordinator.get(at("invitations", cohort)).content.decode()
    page = coordinator.post(
        at("admit", cohort), {"enrolment": invitation.enrolment.public_id}, follow=True
    )
    assert "1 person admitted and told." in page.content.decode()
    assert Enrolment.objects.get().state == "admitted"


def test_reasons_of_four_are_not_on_the_page(coordinator: Client, cohort: Cohort) -> None:
    for _ in range(4):
        decline(invitation=an_invitation(cohort), reason="time", actor=OPERATOR, now=THEN)
    assert "Too little time" not in coordinator.get(at("invitations", cohort)).content.decode()
    decline(invitation=an_invitation(cohort), reason="time", actor=OPERATOR, now=THEN)
    assert "Too little time" in coordinator.get(at("invitations", cohort)).content.decode()


def test_the_list_costs_the_same_for_one_and_for_three(
    coordinator: Client, cohort: Cohort, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    an_invitation(cohort)
    coordinator.get(at("invitations", cohort))
    with django_assert_num_queries(QUERIES):
        coordinator.get(at("invitations", cohort))
    an_invitation(cohort)
    an_invitation(cohort)
    with django_assert_num_queries(QUERIES):
        coordinator.get(at("invitations", cohort))


@pytest.mark.parametrize("part", ["administrator", "participant"])
def test_nobody_else_sees_who_was_invited(client: Client, cohort: Cohort, part: str) -> None:
    invitation = an_invitation(cohort)
    client.force_login(user(part), backend=BACKEND)
    for name in ("invitations", "letter", "invite"):
        assert client.get(at(name, cohort)).status_code == 403, name
    for name in ("wave", "remind", "admit", "invite-send"):
        assert client.post(at(name, cohort)).status_code == 403, name
    revoke = reverse("programmes:revoke", args=[invitation.public_id])
    assert client.post(revoke).status_code == 403
    assert Invitation.objects.get().revoked_at is None
