"""Care on pages: a concern from raised to resolved, hours shown and taken back, a push answered."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.care import a_counsellor, a_meeting, name_counsellor
from tests.factories.programmes import a_person
from tests.factories.relationships import Bond, a_bond, signed_in, user_of
from viceversa.kernel import clock
from viceversa.relationships.actions.momentum import guard
from viceversa.relationships.models import Concern, Member, Nudge, Relationship, SharedHours

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys_apart(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def aside(bond: Bond) -> str:
    return f"/aside/{bond.relationship.public_id}/"


def test_a_concern_goes_from_raised_to_resolved_by_clicks_alone() -> None:
    bond = a_bond()
    teresa = a_counsellor(bond)
    desk = signed_in(user_of(teresa))
    mine = bond.client(0)
    page = mine.get(aside(bond)).content.decode()
    assert "Tell Teresa Moroni" in page
    assert "Only Teresa reads this." in page
    mine.post(aside(bond), {"text": "", "help": "talk"})
    concern = Concern.objects.get()
    assert "Something is on your desk" in desk.get("/home/").content.decode()
    desk.post(f"/counsel/{concern.public_id}/acknowledge/")
    desk.post(f"/counsel/{concern.public_id}/", {"text": "Tomorrow at nine?"})
    assert "Something from Teresa Moroni" in mine.get("/home/").content.decode()
    assert "Tomorrow at nine?" in mine.get(aside(bond)).content.decode()
    mine.post(f"{aside(bond)}{concern.public_id}/read/")
    assert "Something from Teresa Moroni" not in mine.get("/home/").content.decode()
    mine.post(f"{aside(bond)}{concern.public_id}/more/", {"text": "Yes."})
    desk.post(f"/counsel/{concern.public_id}/resolve/")
    concern.refresh_from_db()
    assert concern.state == "resolved"
    assert "You can raise a new one at any time." in mine.get(aside(bond)).content.decode()


def test_an_empty_word_and_a_wish_to_pause_get_their_answers() -> None:
    bond = a_bond()
    a_counsellor(bond)
    mine = bond.client(0)
    answer = mine.post(aside(bond), {"text": "Please.", "help": "pause"})
    assert answer.headers["Location"].endswith("?pause=1")
    assert "until when?" in mine.get(answer.headers["Location"]).content.decode()
    concern = Concern.objects.get()
    answer = mine.post(f"{aside(bond)}{concern.public_id}/more/", {"text": " "})
    assert answer.status_code == 422
    assert mine.post(aside(bond), {"text": "Again.", "help": "talk"}).status_code == 422


@pytest.mark.parametrize("how", ["left the circle", "ended"])
def test_what_is_over_can_be_spoken_of_until_its_words_are_gone(
    how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bond = a_bond(2, 2, circle=True)
    a_counsellor(bond)
    if how == "ended":
        Relationship.objects.update(state="closed", closed_at=THEN)
    else:
        Member.objects.filter(pk=bond.members[0].pk).update(left_at=THEN)
    mine = bond.client(0)
    monkeypatch.setattr(clock, "now", lambda: THEN + timedelta(days=90))
    assert aside(bond) in mine.get("/past/").content.decode()
    page = mine.get(aside(bond)).content.decode()
    assert "Pause our meetings" not in page
    assert ("/conversation/" in page) == (how == "ended")  # a circle one left is closed
    mine.post(aside(bond), {"text": "The last day.", "help": "talk"})
    concern = Concern.objects.get()
    monkeypatch.setattr(clock, "now", lambda: THEN + timedelta(days=91))
    assert aside(bond) not in mine.get("/past/").content.decode()
    assert "The last day." in mine.get(aside(bond)).content.decode()
    mine.post(f"{aside(bond)}{concern.public_id}/resolve/")
    assert mine.post(aside(bond), {"text": "Again.", "help": "talk"}).status_code == 422
    assert bond.client(1).post(aside(bond), {"text": "Me too.", "help": "talk"}).status_code == (
        404 if how == "ended" else 302
    )


def test_without_a_counsellor_the_page_says_who_else() -> None:
    bond = a_bond()
    name_counsellor(bond, None)
    page = bond.client(0).get(aside(bond)).content.decode()
    assert "Who to turn to" in page
    assert "Nobody coordinates at the moment either." in page
    assert "<textarea" not in page


def test_the_log_of_requests_does_not_say_whose_page_it_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bond = a_bond()
    bond.client(0).get(aside(bond))
    told = capsys.readouterr()
    assert bond.relationship.public_id not in told.out + told.err


def test_hours_are_shown_as_a_total_while_the_mentor_wants_it() -> None:
    bond = a_bond()
    renato = a_person("Renato Galli")
    boss = signed_in(user_of(renato))
    nicolo = bond.members[0].person
    nicolo.manager = renato
    nicolo.save()
    a_meeting(bond, clock.now() - timedelta(days=3))
    mine = bond.client(0)
    assert "1.5" in mine.get("/hours/").content.decode()
    assert "Nicolò" not in boss.get("/hours/team/").content.decode()
    mine.post("/hours/", {"share": "1"})
    shown = boss.get("/hours/team/").content.decode()
    assert "Nicolò Pavesi" in shown
    assert "1.5" in shown
    for other in ("Francesca", "Reverse mentoring", bond.relationship.public_id):
        assert other not in shown
    mine.post("/hours/", {"share": "0"})
    assert not SharedHours.objects.exists()
    assert "Nicolò" not in boss.get("/hours/team/").content.decode()
    assert bond.client(1).get("/hours/").status_code == 404  # no mentor
    assert bond.client(1).get("/hours/team/").status_code == 404  # nobody’s manager


def test_a_push_stands_on_the_page_of_the_two_until_somebody_is_on_it() -> None:
    bond = a_bond()
    guard(now=THEN + timedelta(days=22))
    nudge = Nudge.objects.get(signal="first-meeting")
    mine = bond.client(0)
    assert "wants a date" in mine.get(bond.path()).content.decode()
    assert a_bond().client(0).post(f"/push/{nudge.public_id}/").status_code == 404
    mine.post(f"/push/{nudge.public_id}/")
    assert "wants a date" not in bond.client(1).get(bond.path()).content.decode()
