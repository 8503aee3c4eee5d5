"""The pages of an end, as people use them: two clicks, the last weeks, what is past, champions."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.cast import user
from tests.factories.endings import active, closing, fresh, held
from tests.factories.pictures import a_picture
from tests.factories.programmes import a_cohort, a_person, an_enrolment
from tests.factories.relationships import a_bond, signed_in, user_of
from viceversa.kernel import clock
from viceversa.programmes.actions.champions import appear
from viceversa.programmes.models import Champion
from viceversa.relationships.models import Nomination, Reflection, Relationship

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: object) -> None:
    settings.DATA = tmp_path


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_clicks_end_it_and_looking_ends_nothing() -> None:
    bond = active()
    client = bond.client(1)
    assert bond.path("end/") in text(client, bond.path())
    assert "No reason is owed" in text(client, bond.path("end/"))
    assert Relationship.objects.get().state == "active"
    answer = client.post(bond.path("end/"), {"next": "again"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/past/")
    assert "Nicolò Pavesi" in text(client, "/past/")
    assert "has come to its end" in text(client, bond.path("end/"))
    assert client.post(bond.path("end/")).status_code == 409


def test_a_circle_is_left_and_its_pages_with_it() -> None:
    bond = active(2, 2, circle=True)
    client = bond.client(0)
    assert "The circle goes on without you" in text(client, bond.path("end/"))
    client.post(bond.path("end/"), {"next": "rest"})
    assert client.get(bond.path()).status_code == 404
    assert "you left this circle" in text(client, "/past/")
    page = text(bond.client(1), bond.path())
    assert bond.members[0].person.name not in page
    assert "The circle goes on" not in text(bond.client(1), bond.path("end/"))


def test_the_last_weeks_are_begun_lived_and_settled() -> None:
    bond = active()
    one, two = bond.client(0), bond.client(1)
    one.post(bond.path("close/begin/"))
    assert "Your last weeks" in text(two, bond.path("close/"))
    empty = two.post(bond.path("close/reflection/"), {"scope": "shared"})
    assert empty.status_code == 422
    assert "Answer at least one" in empty.content.decode()
    two.post(bond.path("close/reflection/"), {"scope": "shared", "gave": "<b>Courage</b>"})
    assert "&lt;b&gt;Courage" in text(one, bond.path("close/"))
    two.post(bond.path("close/reflection/"), {"scope": "private", "gave": "Courage"})
    assert "Courage" not in text(one, bond.path("close/"))
    assert Reflection.objects.count() == 1
    assert two.post(bond.path("close/thanks/"), {"thanks": " "}).status_code == 422
    two.post(bond.path("close/thanks/"), {"thanks": "Thank you for the questions."})
    assert "Thank you for the questions." in text(one, bond.path("close/"))
    for client in (one, two):
        client.post(bond.path("close/next/"), {"choice": "continue"})
    following = Relationship.objects.latest("pk")
    assert f"/together/{following.public_id}/" in text(one, bond.path("close/"))


def test_a_colleague_is_found_named_and_shown_to_coordinators_without_the_namer() -> None:
    bond = closing()
    rosa = a_person("Rosa Bellini")
    client = bond.client(0)
    assert rosa.public_id in text(client, bond.path("close/?search=rosa"))
    client.post(bond.path("close/colleague/"), {"colleague": rosa.public_id})
    assert Nomination.objects.get().person == rosa
    page = text(signed_in(user("coordinator")), f"/endings/{bond.relationship.cohort.public_id}/")
    assert "Rosa Bellini" in page
    assert "Nicolò" not in page
    client.post(bond.path("close/colleague/"), {"colleague": ""})
    assert not Nomination.objects.exists()


def test_a_pause_names_its_day_and_can_be_ended() -> None:
    bond = active()
    one, two = bond.client(0), bond.client(1)
    day = (clock.now() + timedelta(days=20)).date()
    assert one.post(bond.path("pause/"), {"until": "2020-01-01"}).status_code == 422
    one.post(bond.path("pause/"), {"until": day.isoformat()})
    assert "Paused until" in text(two, bond.path("pause/"))
    two.post(bond.path("resume/"))
    assert Relationship.objects.get().state == "active"


def test_a_number_is_confirmed_to_coordinators_without_a_name() -> None:
    bond = closing()
    held(bond)
    bond.client(0).post(bond.path("close/letter/"))
    number = fresh(bond)[0].letters.get().number
    coordinator = signed_in(user("coordinator"))
    path = f"/endings/{bond.relationship.cohort.public_id}/"
    assert "was issued on" in text(coordinator, f"{path}?number={number}")
    assert "No letter of ours" in text(coordinator, f"{path}?number=VV-2222-2222-2222")


def test_a_champion_appears_and_leaves_at_once() -> None:
    cohort = a_cohort()
    leader = a_person("Stefano Arrighi", level=8)
    an_enrolment(cohort, "mentee", leader)
    client, path = signed_in(user_of(leader)), f"/champion/{cohort.public_id}/"
    client.post(path, {"sentence": "I ask what I had stopped asking."})
    assert Champion.objects.get().person == leader
    assert "I ask what I had stopped asking." in text(client, "/home/")
    coordinator = signed_in(user("coordinator"))
    down = f"/endings/champions/{Champion.objects.get().public_id}/down/"
    coordinator.post(down)
    assert "I ask what I had stopped asking.</" not in text(client, "/home/")
    coordinator.post(down.replace("down", "up"))
    client.post(path + "back/")
    assert not Champion.objects.exists()


def test_only_mentees_and_the_sponsor_can_be_champions() -> None:
    bond = a_bond()
    cohort = bond.relationship.cohort
    path = f"/champion/{cohort.public_id}/"
    assert bond.client(0).get(path).status_code == 404
    sponsor = cohort.programme.sponsor
    assert sponsor is not None
    client = signed_in(user_of(sponsor))
    assert client.get(path).status_code == 200
    assert client.post(path, {"sentence": "x" * 300}).status_code == 422


def test_who_was_taken_down_does_not_come_back_by_writing_again() -> None:
    bond = a_bond()
    cohort, actor = bond.relationship.cohort, bond.actor(0)
    sponsor = cohort.programme.sponsor
    assert sponsor is not None
    now = clock.now()
    appear(cohort=cohort, person=sponsor, sentence="One.", actor=actor, now=now)
    champion = Champion.objects.get()
    signed_in(user("coordinator")).post(f"/endings/champions/{champion.public_id}/down/")
    client = signed_in(user_of(sponsor))
    client.post(f"/champion/{cohort.public_id}/back/")
    client.post(f"/champion/{cohort.public_id}/", {"sentence": "Two."})
    assert Champion.objects.get().taken_down_at is not None


def test_a_picture_is_sent_seen_by_guests_and_deleted() -> None:
    cohort = a_cohort()
    leader = a_person("Stefano Arrighi", level=8)
    an_enrolment(cohort, "mentee", leader)
    client, path = signed_in(user_of(leader)), f"/champion/{cohort.public_id}/"
    words = {"sentence": "I ask, too."}
    wrong = client.post(path, {**words, "picture": SimpleUploadedFile("me.jpg", b"not one")})
    assert wrong.status_code == 422
    assert "not a JPEG, PNG or WebP" in wrong.content.decode()
    assert "I ask, too." in wrong.content.decode()  # nothing typed is lost

    client.post(path, {**words, "picture": SimpleUploadedFile("me.gif", a_picture())})
    page = text(client, "/home/")
    address = re.search(r'src="(/pictures/[0-9a-f]{40}/small.webp)"', page)
    assert address and 'alt="Picture of Stefano Arrighi"' in page
    answer = Client().get(address[1])
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, max-age=86400"
    assert answer.content[8:12] == b"WEBP"
    assert Client().get(address[1].replace("small", "vast")).status_code == 404

    client.post(path + "picture/back/")
    assert Client().get(address[1]).status_code == 404
    assert "/pictures/" not in text(client, path)
