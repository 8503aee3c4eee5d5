"""From the letter to a place, and everything one may do with it, as somebody at the browser."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from tests.cast import THEN, user
from tests.factories.invitations import an_invitation
from tests.factories.programmes import a_cohort, a_person, an_enrolment
from tests.web.invited.test_links import address, entrance, opened, placed
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions.invitations import save_plan
from viceversa.programmes.models import Cohort, Enrolment, Invitation, Pause
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.rules.eligibility import Eligibility, Limits

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def at_the_time_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages live at the time of the factories."""
    monkeypatch.setattr(clock, "now", lambda: THEN)


def open_to_applications(cohort: Cohort, **limits: object) -> None:
    """Let the eligible apply."""
    save_plan(
        cohort=cohort,
        words={},
        admits_itself=False,
        takes_applications=True,
        actor=OPERATOR,
        now=THEN,
    )


def test_from_the_letter_to_a_place(client: Client) -> None:
    enrolment = opened(client).enrolment
    assert client.post(address("accept", enrolment))["Location"] == address("topics", enrolment)
    answer = client.post(
        address("topics", enrolment), {"topic": ["podcasts", "no-such"], "value_podcasts": "3"}
    )
    assert answer["Location"] == address("back", enrolment)
    client.post(address("back", enrolment), {"topic": ["visibility"]})
    client.post(
        address("times", enrolment),
        {"block": ["0-8", "0-10", "9-99"], "language": ["it", "xx"], "places": "2"},
    )
    said = details_of([Enrolment.objects.get()])[enrolment.pk]
    assert said.first == (("podcasts", 3),) and said.back == (("visibility", 5),)
    assert said.windows == ((0, 480, 720),) and said.languages == ("it",) and said.maximum == 2
    client.post(address("profile", enrolment))
    assert Enrolment.objects.get().state == "applied"
    page = client.get(address("profile", enrolment)).content.decode()
    assert "Your profile has arrived" in page
    client.get(entrance())  # the link for later, in the mail that confirms
    assert client.get(address("place", enrolment)).status_code == 200
    assert len(mail.outbox) == 2


def test_handing_in_says_what_is_still_missing(client: Client) -> None:
    enrolment = opened(client).enrolment
    client.post(address("accept", enrolment))
    page = client.post(address("profile", enrolment), follow=True).content.decode()
    for sentence in ("one topic", "one thing you give back", "one time of the week"):
        assert sentence in page
    enrolment.refresh_from_db()
    assert enrolment.state == "invited"


def test_searching_for_a_topic_keeps_the_ticks(client: Client) -> None:
    enrolment = opened(client).enrolment
    sent = {"topic": ["podcasts"], "q": "cyber", "find": "1"}
    page = client.post(address("topics", enrolment), sent, follow=True).content.decode()
    assert 'value="podcasts" checked' in page and 'value="cybersecurity"' in page
    assert 'value="ai-assistants"' not in page


def test_times_that_do_not_fit_the_grid_are_kept(client: Client) -> None:
    enrolment = placed(client)
    Enrolment.objects.filter(pk=enrolment.pk).update(availability=[[0, 450, 630], [6, 600, 660]])
    page = client.get(address("times", enrolment)).content.decode()
    assert "7:30–8:00" in page and "10:00–10:30" in page and "10:00–11:00" in page
    client.post(
        address("times", enrolment),
        {"block": ["0-8"], "other": ["0-450-480", "0-600-630", "6-600-660"]},
    )
    enrolment.refresh_from_db()
    assert enrolment.availability == [[0, 450, 630], [6, 600, 660]]


def test_declining_needs_no_reason_and_can_be_taken_back(client: Client) -> None:
    invitation = opened(client)
    client.post(address("decline", invitation.enrolment))
    page = client.get(address("invitation", invitation.enrolment)).content.decode()
    assert "that is fine" in page
    client.post(address("accept", invitation.enrolment))
    assert Invitation.objects.get().answer == "yes"


def test_later_says_when(client: Client) -> None:
    invitation = an_invitation(person=a_person(level=7, languages=["en"]))
    client.get(entrance())
    page = client.post(address("later", invitation.enrolment), {"days": "14"}, follow=True)
    assert "21 Sep" in page.content.decode()
    assert client.post(address("later", invitation.enrolment), {"days": "x"}).status_code == 409


def test_the_page_speaks_the_language_of_the_letter(client: Client) -> None:
    person = a_person("Silvia Cocco", level=7, languages=["it"])
    invitation = an_invitation(person=person)
    client.get(entrance())
    page = client.get(address("invitation", invitation.enrolment)).content.decode()
    assert '<html lang="it"' in page and "Desidero invitarLa" in page


def test_a_pause_and_back(client: Client) -> None:
    enrolment = placed(client)
    client.post(address("pause", enrolment))
    assert Pause.objects.get().enrolment == enrolment
    assert "Paused" in client.get(address("place", enrolment)).content.decode()
    client.post(address("resume", enrolment))
    assert not Pause.objects.exists()


def test_giving_up_ends_at_a_page_that_thanks(client: Client) -> None:
    enrolment = placed(client)
    page = client.post(address("withdraw", enrolment), follow=True)
    assert "given up" in page.content.decode()
    assert client.get(address("place", enrolment)).status_code == 404
    enrolment.refresh_from_db()
    assert enrolment.state == "withdrawn"


def test_what_the_sponsor_wrote_is_escaped(client: Client) -> None:
    cohort = a_cohort()
    save_plan(
        cohort=cohort,
        words={"mentee_en": "<script>x</script> come", "mentee_it": "<b>vieni</b>"},
        admits_itself=False,
        takes_applications=False,
        actor=OPERATOR,
        now=THEN,
    )
    invitation = an_invitation(cohort, a_person(level=7, languages=["en"]))
    client.get(entrance())
    page = client.get(address("invitation", invitation.enrolment)).content.decode()
    assert "&lt;script&gt;x" in page and "<script>x" not in page
    html = str(mail.outbox[-1].alternatives[0][0])
    assert "&lt;script&gt;x" in html and "<script>x" not in html


def test_the_eligible_apply_and_newcomers_learn_from_when(client: Client) -> None:
    limits = Eligibility(mentor=Limits(tenure=6), mentee=Limits(lowest_level=5))
    start = localdate(clock.now()) + timedelta(days=30)
    cohort = a_cohort(eligibility=limits)
    Cohort.objects.filter(pk=cohort.pk).update(
        starts_on=start, midpoint_on=None, ends_on=start + timedelta(days=200)
    )
    open_to_applications(cohort)
    person = a_person(level=2, hired_on=start - timedelta(days=30), user=user("participant"))
    client.force_login(user("participant"), backend=BACKEND)
    page = client.get(reverse("invited:join")).content.decode()
    assert "You have just arrived" in page and "seniority below the limit" in page
    apply = reverse("invited:apply", args=[cohort.public_id, "mentor"])
    client.post(apply)
    assert not Enrolment.objects.exists()
    person.hired_on = start - timedelta(days=900)
    person.save()
    assert client.post(apply).status_code == 302
    assert Enrolment.objects.get(person=person).state == "applied"


def test_guests_apply_for_nothing(client: Client) -> None:
    cohort = a_cohort()
    open_to_applications(cohort)
    answer = client.post(reverse("invited:apply", args=[cohort.public_id, "mentor"]))
    assert answer["Location"].startswith("/sign-in/")


def test_a_place_with_a_profile_is_shown_to_its_owner_on_the_home_page(client: Client) -> None:
    person = a_person(level=2, user=user("participant"))
    enrolment = an_enrolment(a_cohort(), person=person)
    Cohort.objects.update(ends_on=localdate(clock.now()) + timedelta(days=90))
    client.force_login(user("participant"), backend=BACKEND)
    home = client.get(reverse("participant:home")).content.decode()
    assert address("place", enrolment) in home
