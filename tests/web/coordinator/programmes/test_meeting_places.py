"""Where a cohort meets: coordinators say it, pairs inherit it, nothing else passes."""

import pytest

from tests.cast import THEN, user
from tests.factories.meetings import MONDAY, a_meeting_bond
from tests.factories.relationships import signed_in
from viceversa.relationships.actions.meetings import propose
from viceversa.relationships.models import Whereabouts

pytestmark = pytest.mark.django_db


def test_a_cohort_says_where_its_pairs_meet() -> None:
    bond = a_meeting_bond()
    path = f"/programmes/cohorts/{bond.relationship.cohort.public_id}/meetings/"
    client = signed_in(user("coordinator"))
    assert client.get(path).status_code == 200
    wrong = client.post(path, {"video": "ftp://video.example/", "place": ""})
    assert wrong.status_code == 422 and "must begin with https" in wrong.content.decode()
    assert not Whereabouts.objects.exists()
    said = {"video": "https://video.example/{id}", "place": "Sala Adda"}
    assert client.post(path, said).status_code == 302
    assert "Sala Adda" in client.get(path).content.decode()
    meeting = propose(member=bond.members[0], starts_at=MONDAY, minutes=45, now=THEN)
    assert (meeting.place, meeting.public_id in meeting.video_url) == ("Sala Adda", True)


def test_others_do_not_say_it() -> None:
    bond = a_meeting_bond()
    path = f"/programmes/cohorts/{bond.relationship.cohort.public_id}/meetings/"
    for client in (bond.client(0), signed_in(user("administrator"))):
        assert client.post(path, {"place": "Elsewhere"}).status_code == 403
    assert not Whereabouts.objects.exists()
