"""What a personal link opens, and everything it does not: the security of the invited pages."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.cast import THEN, user
from tests.factories.invitations import an_invitation
from tests.factories.programmes import a_cohort, a_person, an_enrolment
from viceversa.audit.models import Line
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions import invitations as actions
from viceversa.programmes.actions.invitation_letters import ENTRANCE, issue_link
from viceversa.programmes.choices import LinkPurpose
from viceversa.programmes.models import Enrolment, Invitation, PersonalLink

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ANSWERING = ("invitation", "decline")
PROFILE = ("topics", "back", "times", "profile")
PLACE = ("place", "withdraw")
POSTED = ("accept", "later", "pause", "resume")


@pytest.fixture(autouse=True)
def at_the_time_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages live at the time of the factories, and forget wrong tries of other tests."""
    monkeypatch.setattr(clock, "now", lambda: THEN)
    cache.clear()


def entrance() -> str:
    """Return the path of the link in the last mail."""
    found = re.search(r"/i/[\w-]+/", mail.outbox[-1].body)
    assert found
    return found[0]


def address(name: str, enrolment: Enrolment) -> str:
    """Return the address of a page about an enrolment."""
    return reverse(f"invited:{name}", args=[enrolment.public_id])


def opened(client: Client) -> Invitation:
    """Invite somebody and follow the link in the letter."""
    invitation = an_invitation(person=a_person(level=7, languages=["en"]))
    assert client.get(entrance()).status_code == 302
    return invitation


def placed(client: Client) -> Enrolment:
    """Admit somebody and follow a link made for keeping the place."""
    enrolment = an_enrolment(a_cohort(), person=a_person(level=2, languages=["en"]))
    path = issue_link(
        enrolment=enrolment,
        purpose=LinkPurpose.PLACE,
        expires_at=THEN + timedelta(days=9),
        now=THEN,
    )
    client.get(path)
    return enrolment


def everything() -> str:
    """Return the state of the world that a GET must leave alone."""
    tables = (Enrolment, Invitation, PersonalLink, Line)
    return str([list(table.objects.order_by("pk").values()) for table in tables])


def test_the_address_of_the_letter_is_the_address_of_the_page() -> None:
    assert ENTRANCE.format(token="abc") == reverse("invited:enter", args=["abc"])


def test_the_token_leaves_the_address_and_no_referrer_carries_it(client: Client) -> None:
    invitation = an_invitation()
    path = entrance()
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"] == address("invitation", invitation.enrolment)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    page = client.get(answer["Location"])
    assert page.status_code == 200 and path.split("/")[2] not in page.content.decode()
    assert "no-store" in page["Cache-Control"] and "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "same-origin"


def test_a_form_sent_as_browsers_send_it_is_taken(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    invitation = opened(strict)
    page = strict.get(address("invitation", invitation.enrolment)).content.decode()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    url = address("accept", invitation.enrolment)
    assert strict.post(url).status_code == 403
    sent = strict.post(
        url, {"csrfmiddlewaretoken": token[1]}, headers={"origin": "http://testserver"}
    )
    assert sent.status_code == 302


def test_the_log_does_not_hold_the_token(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    an_invitation()
    token = entrance().split("/")[2]
    client.get(entrance())
    client.get("/i/wrong-token-of-somebody/")
    told = capsys.readouterr()
    assert "/i/…" in told.err
    for words in (told.out, told.err):
        assert token not in words and "wrong-token-of-somebody" not in words


@pytest.mark.parametrize("method", ["get", "head"])
def test_scanners_change_nothing(client: Client, method: str) -> None:
    invitation = an_invitation()
    before = everything()
    getattr(client, method)(entrance())
    for name in (*ANSWERING, *PROFILE):
        assert getattr(client, method)(address(name, invitation.enrolment)).status_code == 200
    for name in ("accept", "later"):
        assert getattr(client, method)(address(name, invitation.enrolment)).status_code == 405
    assert everything() == before


def test_a_scanner_that_reads_a_place_changes_nothing(client: Client) -> None:
    enrolment = placed(client)
    before = everything()
    for name in (*PLACE, *PROFILE):
        assert client.get(address(name, enrolment)).status_code == 200
    for name in ("pause", "resume"):
        assert client.get(address(name, enrolment)).status_code == 405
    assert everything() == before


def test_a_link_to_answer_keeps_no_place(client: Client) -> None:
    enrolment = opened(client).enrolment
    for name in (*PLACE, "pause", "resume"):
        assert client.post(address(name, enrolment)).status_code in (404, 405)
        assert client.get(address(name, enrolment)).status_code in (404, 405)
    enrolment.refresh_from_db()
    assert enrolment.state == "invited"


def test_a_link_to_a_place_answers_no_invitation(client: Client) -> None:
    invitation = an_invitation()
    path = issue_link(
        enrolment=invitation.enrolment,
        purpose=LinkPurpose.PLACE,
        expires_at=THEN + timedelta(days=9),
        now=THEN,
    )
    client.get(path)
    for name in ("accept", "later", "decline"):
        assert client.post(address(name, invitation.enrolment)).status_code == 404
    invitation.refresh_from_db()
    assert invitation.answer == "none"


def test_a_link_opens_one_enrolment_and_no_other(client: Client) -> None:
    opened(client)
    other = an_invitation().enrolment
    for name in (*ANSWERING, *PROFILE, *PLACE):
        assert client.get(address(name, other)).status_code == 404, name
    for name in POSTED:
        assert client.post(address(name, other)).status_code == 404, name


def test_without_a_link_every_page_is_unknown(client: Client) -> None:
    enrolment = an_invitation().enrolment
    for name in (*ANSWERING, *PROFILE, *PLACE):
        assert client.get(address(name, enrolment)).status_code == 404, name


@pytest.mark.parametrize("part", ["coordinator", "administrator", "participant"])
def test_an_office_opens_nobody_elses_place(client: Client, part: str) -> None:
    enrolment = an_invitation().enrolment
    client.force_login(user(part), backend=BACKEND)
    for name in (*ANSWERING, *PROFILE, *PLACE):
        assert client.get(address(name, enrolment)).status_code == 404, name
    for name in POSTED:
        assert client.post(address(name, enrolment)).status_code == 404, name


def test_the_person_signed_in_needs_no_link(client: Client) -> None:
    person = a_person(level=2, user=user("participant"))
    enrolment = an_enrolment(a_cohort(), person=person)
    client.force_login(user("participant"), backend=BACKEND)
    for name in (*PROFILE, *PLACE):
        assert client.get(address(name, enrolment)).status_code == 200, name


def test_a_link_that_has_run_out_or_was_never_made_ends_at_the_same_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_invitation()
    monkeypatch.setattr(clock, "now", lambda: THEN + timedelta(days=31))
    answers = [client.get(path) for path in (entrance(), "/i/" + "a" * 43 + "/")]
    assert {answer["Location"] for answer in answers} == {reverse("invited:closed")}
    assert client.get(reverse("invited:closed")).status_code == 410


def test_a_session_ends_with_its_link(client: Client) -> None:
    invitation = opened(client)
    page = address("invitation", invitation.enrolment)
    assert client.get(page).status_code == 200
    actions.revoke(invitation=invitation, actor=OPERATOR, now=THEN)
    assert client.get(page).status_code == 404
    assert client.post(address("accept", invitation.enrolment)).status_code == 404


def test_a_session_ends_when_its_link_runs_out(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation = opened(client)
    monkeypatch.setattr(clock, "now", lambda: THEN + timedelta(days=31))
    assert client.get(address("invitation", invitation.enrolment)).status_code == 404


def test_guessing_is_slowed_down_and_the_right_link_still_opens(client: Client) -> None:
    answers = [client.get(f"/i/{'b' * 42}{number:02}/").status_code for number in range(25)]
    assert answers == [302] * 20 + [429] * 5
    an_invitation()
    assert client.get(entrance()).status_code == 302


def test_the_key_of_the_session_changes_with_a_link(client: Client) -> None:
    client.get(reverse("public:door"))
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = client.session.session_key
    opened(client)
    assert client.session.session_key != before
