"""The pages of preparing and keeping, as the two use them, without a script."""

from datetime import timedelta

import pytest

from tests.factories.plans import a_meeting, a_meeting_held
from tests.factories.relationships import Bond, a_bond
from viceversa.kernel import clock
from viceversa.relationships.models import (
    Agenda,
    AgendaItem,
    Experiment,
    Goal,
    Meeting,
    Question,
    Takeaway,
)

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = 0, 1


@pytest.fixture
def bond() -> Bond:
    return a_bond()


@pytest.fixture
def meeting(bond: Bond) -> Meeting:
    return a_meeting(bond, clock.now() + timedelta(days=4))


def read(bond: Bond, index: int, rest: str, language: str = "en") -> str:
    answer = bond.client(index, language).get(bond.path(rest))
    assert answer.status_code == 200
    return answer.content.decode()


def send(bond: Bond, index: int, rest: str, **words: object) -> int:
    return bond.client(index).post(bond.path(rest), words).status_code


def test_a_mentor_fills_an_agenda_from_the_library_and_sends_it(
    bond: Bond, meeting: Meeting
) -> None:
    here = f"agenda/{meeting.public_id}/"
    assert "Begin the agenda" in read(bond, MENTOR, here)
    assert "48 hours before" in read(bond, MENTOR, here)
    assert "It comes from Nicolò" in read(bond, MENTEE, here)
    assert send(bond, MENTOR, f"{here}plan/", plan="read-a-chart") == 302
    page = read(bond, MENTOR, "agenda/")
    assert "Four questions to a chart" in page
    assert "40 min of 45" in page
    assert send(bond, MENTOR, f"{here}send/") == 302
    page = read(bond, MENTEE, here)
    assert "Four questions to a chart" in page
    assert "Whoever coordinates knows only that it was sent" in page
    assert send(bond, MENTEE, f"{here}approve/") == 302
    assert Agenda.objects.get().state == "approved"
    assert "confirmed" in read(bond, MENTOR, here)


def test_what_stands_in_the_way_of_sending_is_said(bond: Bond, meeting: Meeting) -> None:
    here = f"agenda/{meeting.public_id}/"
    words = {"title": "Show it", "text": "", "minutes": 20, "gives": "mentor"}
    assert send(bond, MENTOR, f"{here}points/new/", **words) == 302
    assert "Nothing comes back to you yet" in read(bond, MENTOR, here)
    answer = bond.client(MENTOR).post(bond.path(f"{here}send/"), follow=True)
    assert "Nothing comes back yet" in answer.content.decode()
    assert Agenda.objects.get().state == "drafted"


def test_a_point_with_a_wrong_number_comes_back_with_its_words(
    bond: Bond, meeting: Meeting
) -> None:
    words = {"title": "Show <b>it</b>", "text": "", "minutes": 0, "gives": "mentor"}
    answer = bond.client(MENTOR).post(bond.path(f"agenda/{meeting.public_id}/points/new/"), words)
    assert answer.status_code == 422
    assert "Show &lt;b&gt;it&lt;/b&gt;" in answer.content.decode()
    assert not AgendaItem.objects.exists()


def test_a_mentee_chooses_tries_and_tells(bond: Bond) -> None:
    held = a_meeting_held(bond)
    Agenda.objects.create(
        meeting=held,
        state="sent",
        sent_at=held.starts_at,
        begun_at=held.starts_at,
        first_idea="Ask for the source",
    )
    assert "Ask for the source" in read(bond, MENTEE, "experiment/")
    assert send(bond, MENTEE, "experiment/", idea="own", own="Draw it by hand") == 302
    tried = Experiment.objects.get()
    assert tried.text == "Draw it by hand"
    assert "Draw it by hand" in read(bond, MENTEE, "")
    assert send(bond, MENTEE, f"experiment/{tried.public_id}/", outcome="It was crooked.") == 302
    assert "It was crooked." in read(bond, MENTOR, "")
    assert send(bond, MENTEE, "experiment/", idea="own", own="") == 422


def test_goals_are_set_ticked_and_counted_in_steps(bond: Bond) -> None:
    words = {"text": "I can read a chart", "measure": "", "steps": "Look\nAsk\nDraw"}
    assert send(bond, MENTEE, "goals/new/", **words) == 302
    goal = Goal.objects.get()
    step = goal.steps.first()
    assert step is not None
    where = f"goals/{goal.public_id}/"
    assert send(bond, MENTEE, f"{where}steps/{step.pk}/", done="1") == 302
    page = read(bond, MENTOR, "")
    assert "1 of 3 steps" in page
    assert "%" not in page[page.index('id="goals"') : page.index('id="goals"') + 2500]
    assert send(bond, MENTOR, f"{where}close/", how="reached") == 404
    assert send(bond, MENTEE, f"{where}close/", how="reached") == 302
    assert Goal.objects.get().state == "reached"


def test_both_say_what_they_took_away(bond: Bond) -> None:
    held = a_meeting_held(bond)
    assert "What did you take away?" in read(bond, MENTOR, "")
    for index, words in ((MENTOR, "Silence is not a no."), (MENTEE, "Ask for the source.")):
        assert send(bond, index, f"took/{held.public_id}/", text=words) == 302
    page = read(bond, MENTOR, "")
    assert "You took away" in page
    assert "Francesca took away" in page
    assert Takeaway.objects.count() == 2


def test_a_question_waits_on_the_mentees_first_page_and_is_answered(bond: Bond) -> None:
    assert send(bond, MENTOR, "question/", text="Lyon or Turin?") == 302
    asked = Question.objects.get()
    home = bond.client(MENTEE).get("/home/").content.decode()
    assert "What Nicolò hopes to hear from you" in home
    assert "Lyon or Turin?" in home
    assert send(bond, MENTEE, f"question/{asked.public_id}/", text="Neither.") == 302
    assert "Lyon or Turin?" not in bond.client(MENTEE).get("/home/").content.decode()
    assert "Neither." in read(bond, MENTOR, "")


def test_the_library_is_searched_in_the_language_of_the_page(bond: Bond) -> None:
    client = bond.client(MENTOR, "it")
    assert "Leggere un grafico" in client.get("/plans/?q=grafico").content.decode()
    page = client.get("/plans/?rung=audience").content.decode()
    assert "Il mio profilo pubblico" in page
    assert "Leggere un grafico" not in page
    assert "Nessuna traccia" in client.get("/plans/?q=xilofono").content.decode()
    assert client.get("/plans/nothing/").status_code == 404


def test_a_plan_offers_the_meetings_one_prepares(bond: Bond, meeting: Meeting) -> None:
    assert "Francesca," in bond.client(MENTOR).get("/plans/read-a-chart/").content.decode()
    page = bond.client(MENTEE).get("/plans/read-a-chart/").content.decode()
    assert "As soon as you have a meeting to prepare as mentor" in page


def test_in_a_circle_all_of_it_works_for_everybody() -> None:
    circle = a_bond(2, 2, circle=True)
    meeting = a_meeting(circle, clock.now() + timedelta(days=4), minutes=60)
    here = f"agenda/{meeting.public_id}/"
    assert send(circle, MENTOR, f"{here}plan/", plan="a-circle-begins") == 302
    assert send(circle, 1, f"{here}send/") == 302
    for index in range(4):
        assert "One round, two minutes each" in read(circle, index, here)
        assert read(circle, index, "")
        assert circle.client(index).get("/home/").status_code == 200
