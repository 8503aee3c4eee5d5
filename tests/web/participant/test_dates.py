"""The pages of dates: members and delegates find their way, nobody else finds a page."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from tests.cast import THEN, user
from tests.factories.meetings import MONDAY, a_delegate, a_meeting_bond, agreed
from tests.factories.programmes import a_person
from tests.factories.relationships import Bond, a_bond, signed_in, user_of
from viceversa.integrations.calendars import Answer
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.relationships import tasks
from viceversa.relationships.actions import write_note
from viceversa.relationships.actions.delegating import revoke_delegate
from viceversa.relationships.actions.meetings import propose, propose_series
from viceversa.relationships.choices import NoteScope
from viceversa.relationships.models import BusyFeed, Delegation, Meeting, Whereabouts

pytestmark = pytest.mark.django_db
TYPED = {"day": "2026-09-16", "at": "10:00", "minutes": "45"}
QUERIES = 17  # of the page of dates
SECRET = "We spoke about the Lyon papers"


@pytest.fixture(autouse=True)
def monday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: THEN)


def later(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_the_page_shows_what_is_next_and_free_times() -> None:
    bond = a_meeting_bond()
    page = bond.client(1).get(bond.path("meetings/")).content.decode()
    assert "The first word is yours" in page and 'name="slot"' in page
    agreed(bond)
    page = bond.client(0).get(bond.path("meetings/")).content.decode()
    assert "Your next meeting" in page and "10:00 to 10:45, first of six" in page
    assert "You are both free at these times" in page


def test_propose_accept_move_confirm(monkeypatch: pytest.MonkeyPatch) -> None:
    bond = a_meeting_bond()
    mentor, mentee = bond.client(0), bond.client(1)
    here = bond.path("meetings/")
    assert mentor.post(f"{here}propose/", {**TYPED, "place": "Sala Adda"}).status_code == 302
    meeting = Meeting.objects.get()
    # Ten o'clock as the page shows it, in Rome.
    assert (meeting.starts_at.isoformat(), meeting.place) == (
        "2026-09-16T08:00:00+00:00",
        "Sala Adda",
    )
    one = f"{here}{meeting.public_id}/"
    assert "A time waits for your yes" in mentee.get(here).content.decode()
    mentee.post(f"{one}accept/", {"seen": "0"})
    meeting.refresh_from_db()
    assert meeting.state == "agreed"
    assert mentor.get(f"{one}move/").status_code == 200
    slot = f"{MONDAY.isoformat()}/15"
    mentor.post(f"{one}move/", {"slot": slot, "seen": "1"})
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.minutes, meeting.state) == (MONDAY, 15, "agreed")
    mentee.post(f"{one}move/", {"slot": slot, "seen": "1"})  # looked at before the move
    assert meeting.moves.count() == 1
    later(MONDAY + timedelta(hours=1), monkeypatch)
    page = mentee.get(here).content.decode()
    assert "Did you meet?" in page and "We met" in page
    told = mentee.post(f"{one}held/", follow=True)  # on to what one took away, at once
    assert told.redirect_chain[-1][0] == bond.path(f"took/{meeting.public_id}/")
    assert "Kept. The rhythm holds." in told.content.decode()
    page = mentor.get(here).content.decode()
    assert "Moved to" in page and "These things happen" in page
    meeting.refresh_from_db()
    assert meeting.state == "held"


def test_what_is_wrong_is_said_beside_it() -> None:
    bond = a_meeting_bond()
    mentee, here = bond.client(1), bond.path("meetings/")
    for rest, values, words in (
        ("propose/", {**TYPED, "day": ""}, "This field is required"),
        ("series/", {**TYPED, "every": "4", "count": "1"}, "greater than or equal to 2"),
        ("log/", {**TYPED, "day": "2026-12-01"}, "still to come"),
        ("place/", {"video": "http://video.example/{id}"}, "must begin with https"),
    ):
        answer = mentee.post(here + rest, values)
        assert (answer.status_code, words in answer.content.decode()) == (422, True), rest
    gone = mentee.post(f"{here}propose/", {**TYPED, "day": "2026-09-01"}, follow=True)
    assert "This time is over" in gone.content.decode()
    assert not Meeting.objects.exists()


def test_rarer_things() -> None:
    bond = a_meeting_bond()
    mentee, here = bond.client(1), bond.path("meetings/")
    place = {"video": "https://video.example/{id}", "place": "Sala Adda"}
    assert mentee.post(f"{here}place/", place).status_code == 302
    assert Whereabouts.objects.get().place == "Sala Adda"
    past = {**TYPED, "day": "2026-09-04"}
    assert mentee.post(f"{here}log/", past).status_code == 302
    assert mentee.post(f"{here}series/", {**TYPED, "every": "4", "count": "3"}).status_code == 302
    series = Meeting.objects.filter(series__isnull=False)[0].series
    assert series is not None
    bond.client(0).post(f"{here}series/{series.public_id}/accept/")
    assert Meeting.objects.filter(state="agreed").count() == 3
    first = series.meetings.all()[0]
    file = mentee.get(f"{here}{first.public_id}/calendar.ics")
    assert file["Content-Type"].startswith("text/calendar") and b"Sala Adda" in file.content
    mentee.post(f"{here}{first.public_id}/off/", {"seen": str(first.sequence)})
    mentee.post(f"{here}series/{series.public_id}/end/")
    assert Meeting.objects.filter(state="cancelled").count() == 3


def every_address(bond: Bond) -> list[tuple[str, str]]:
    """Return (name, path) of every address below the dates of a relationship."""
    meeting = agreed(bond)
    series = propose_series(
        member=bond.members[0],
        first_on=(MONDAY + timedelta(days=2)).date(),
        at_minute=600,
        zone=ZoneInfo("Europe/Rome"),
        every_weeks=1,
        count=2,
        minutes=45,
        now=THEN,
    )
    ids = {
        "public_id": bond.relationship.public_id,
        "meeting_id": meeting.public_id,
        "series_id": series.public_id,
    }
    found = []
    for name, (candidates, *_rest) in _named("participant").items():
        route, parameters = candidates[0]
        if route.startswith("together/%(public_id)s/meetings/"):
            arguments = {each: ids[each] for each in parameters}
            found.append((name, reverse(f"participant:{name}", kwargs=arguments)))
    return sorted(found)


def _named(namespace: str) -> Any:
    resolver = get_resolver().namespace_dict[namespace][1]
    return {name: resolver.reverse_dict.getlist(name)[0] for name in _names(resolver)}


def _names(resolver: Any) -> list[str]:
    return [name for name in resolver.reverse_dict if isinstance(name, str)]


def test_everybody_else_finds_no_page_whatever_they_ask() -> None:
    bond = a_meeting_bond()
    marta, _person, delegation = a_delegate(bond)
    removed = signed_in(marta)
    others = {
        "another pair's mentor": a_bond().client(0),
        "a coordinator": signed_in(user("coordinator")),
    }
    addresses = every_address(bond)
    assert len(addresses) >= 12
    assert removed.get(bond.path("meetings/")).status_code == 200
    revoke_delegate(delegation=delegation, actor=OPERATOR, now=THEN)
    others["a delegate who was removed"] = removed
    before = list(Meeting.objects.order_by("pk").values())
    wrong = [
        (who, name, method, answer.status_code)
        for who, client in others.items()
        for name, path in addresses
        for method in ("get", "post")
        if (answer := getattr(client, method)(path, TYPED)).status_code not in (404, 405)
    ]
    assert wrong == []
    guest = Client()
    assert all(guest.post(path)["Location"].startswith("/sign-in/") for _, path in addresses)
    assert list(Meeting.objects.order_by("pk").values()) == before


def test_a_delegate_sees_times_and_nothing_else_of_a_relationship() -> None:
    bond = a_meeting_bond()
    bond.begin()
    write_note(
        member=bond.members[1],
        scope=NoteScope.SHARED,
        text=SECRET,
        actor=bond.actor(1),
        now=THEN,
    )
    marta, _person, _delegation = a_delegate(bond)
    meeting = agreed(bond)
    client, here = signed_in(marta), bond.path("meetings/")
    for path in (here, f"{here}{meeting.public_id}/move/", "/dates/"):
        page = client.get(path).content.decode()
        assert "Francesca Dell’Orto" in page and "Nicolò Pavesi" in page
        for hidden in (SECRET, "/agreement/", "/notes/", "/agenda", "/conversation/"):
            assert hidden not in page, (path, hidden)
    closed = [
        name
        for name in _names(get_resolver().namespace_dict["participant"][1])
        if _opens(client, bond, meeting, name)
    ]
    assert closed == []
    client.post(f"{here}{meeting.public_id}/move/", {"slot": f"{MONDAY.isoformat()}/30"})
    meeting.refresh_from_db()
    assert meeting.minutes == 30


def _opens(client: Client, bond: Bond, meeting: Meeting, name: str) -> bool:
    """Tell whether a page of a relationship beyond its dates opens for a delegate."""
    candidates = _named("participant")[name][0]
    route, parameters = candidates[0]
    if not route.startswith("together/%(public_id)s/") or "/meetings/" in route:
        return False
    values = {"public_id": bond.relationship.public_id, "meeting_id": meeting.public_id}
    given = {each: values.get(each, "1") for each in parameters}
    answer = client.get(reverse(f"participant:{name}", kwargs=given))
    return answer.status_code not in (404, 405)


def test_naming_and_removing_a_delegate() -> None:
    bond = a_meeting_bond()
    mentee, marta = bond.client(1), a_person("Marta Bellini", level=1)
    assert bond.client(0).get("/dates/delegate/").status_code == 404  # a mentor keeps their own
    assert mentee.get("/dates/delegate/").status_code == 200
    wrong = mentee.post("/dates/delegate/", {"email": "no@altavalle.example", "mail": "both"})
    assert wrong.status_code == 422 and "Nobody in the directory" in wrong.content.decode()
    mentee.post("/dates/delegate/", {"email": marta.email, "mail": "both"})
    assert "Marta Bellini" in mentee.get("/dates/delegate/").content.decode()
    # Both sides see who looks after the dates.
    whose = ("the dates of Francesca", "your dates")
    for index, dates in enumerate(whose):
        page = bond.client(index).get(bond.path("meetings/")).content.decode()
        assert f"Marta Bellini looks after {dates}" in page
    mentee.post("/dates/delegate/", {"mail": "delegate"})
    assert Delegation.objects.get().mail == "delegate"
    delegate = signed_in(user_of(marta))
    assert delegate.get("/dates/").status_code == 200
    assert mentee.post("/dates/delegate/end/").status_code == 302
    assert delegate.get("/dates/").status_code == 404
    assert delegate.get(bond.path("meetings/")).status_code == 404


def test_a_delegate_may_give_the_dates_back() -> None:
    bond = a_meeting_bond()
    marta, _person, delegation = a_delegate(bond)
    client = signed_in(marta)
    stranger = signed_in(user_of(a_person("Gaia Ferretti")))
    path = f"/dates/{delegation.public_id}/give-up/"
    assert stranger.post(path).status_code == 404
    assert client.post(path).status_code == 302
    assert client.post(path).status_code == 404


def test_calendars(monkeypatch: pytest.MonkeyPatch) -> None:
    bond = a_meeting_bond()
    client = bond.client(0)
    monkeypatch.setattr(
        "viceversa.relationships.actions.meetings.subscribing.fetch",
        lambda address, etag="": Answer("unreachable"),
    )
    assert client.get("/calendars/").status_code == 200
    shown = client.post("/calendars/address/").content.decode()
    assert "/calendar/" in shown and ".ics" in shown
    assert ".ics" not in client.get("/calendars/").content.decode()  # shown once
    assert client.post("/calendars/address/end/").status_code == 302
    assert client.post("/calendars/address/end/").status_code == 404
    wrong = client.post("/calendars/busy/", {"address": "https://10.0.0.1/a.ics"})
    assert wrong.status_code == 422
    client.post("/calendars/busy/", {"address": "https://c.example/secret.ics"})
    feed = BusyFeed.objects.get()
    page = client.get("/calendars/").content.decode()
    assert "c.example" in page and "secret.ics" not in page
    path = f"/calendars/busy/{feed.public_id}/remove/"
    assert bond.client(1).post(path).status_code == 404
    assert client.post(path).status_code == 302
    tasks.read_busy_feed.call(feed.pk)  # removed before its turn came: nothing happens
    assert not BusyFeed.objects.exists()


def test_the_page_costs_a_constant(django_assert_num_queries: Any) -> None:
    bond = a_meeting_bond()
    client, here = bond.client(0), bond.path("meetings/")
    agreed(bond)
    with django_assert_num_queries(QUERIES):
        client.get(here)
    for week in (1, 2):
        start = MONDAY + timedelta(weeks=week)
        propose(member=bond.members[0], starts_at=start, minutes=45, now=THEN)
    with django_assert_num_queries(QUERIES):
        client.get(here)


def test_a_refused_time_comes_back_with_what_was_typed() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    client = bond.client(0)
    typed = {"day": "2020-01-01", "at": "10:00", "minutes": "45", "place": "Room Adda"}
    for path in ("meetings/propose/", f"meetings/{meeting.public_id}/move/"):
        answer = client.post(bond.path(path), typed | {"seen": meeting.sequence})
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "This time is over" in page
        assert 'value="2020-01-01"' in page
