"""Enrolment from a file through the pages: try, answer, confirm."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.programmes import a_person, an_enrolment
from tests.programmes.test_enrolment_files import MENTEE, MENTOR, a_file
from viceversa.people.models import Person
from viceversa.programmes import tasks
from viceversa.programmes.models import Cohort, Enrolment, EnrolmentFile, Topic
from viceversa.programmes.queries.matching import admitted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nora() -> Person:
    return a_person("Nora Piras", external_id="0042", level=2)


@pytest.fixture(autouse=True)
def alberto() -> Person:
    return a_person("Alberto Brambilla", external_id="0007", level=8)


def uploaded(client: Client, cohort: Cohort, content: bytes) -> str:
    """Upload a file and return the page that comes after it."""
    url = reverse("programmes:enrol-file", args=[cohort.public_id])
    file = SimpleUploadedFile("people.csv", content, "text/csv")
    return client.post(url, {"file": file}, follow=True).content.decode()


def address(name: str) -> str:
    """Return an address of the one enrolment file there is."""
    return reverse(f"programmes:{name}", args=[EnrolmentFile.objects.get().public_id])


def test_a_good_file_is_shown_and_written(coordinator: Client, cohort: Cohort) -> None:
    page = uploaded(coordinator, cohort, a_file(MENTOR, MENTEE))
    assert "This is what would happen." in page
    assert "2 added, 0 changed." in page
    assert not Enrolment.objects.exists()
    done = coordinator.post(address("enrolment-file-confirm"), follow=True).content.decode()
    assert "2 enrolled, 0 changed." in done
    assert Enrolment.objects.count() == 2
    twice = coordinator.post(address("enrolment-file-confirm"), follow=True).content.decode()
    assert "written or discarded before" in twice
    assert Enrolment.objects.count() == 2


def test_unknown_topics_are_answered_or_added(coordinator: Client, cohort: Cohort) -> None:
    content = a_file(MENTOR | {"offers": "AI asistants:6; Origami:7; Gossip"})
    page = uploaded(coordinator, cohort, content)
    assert "AI asistants" in page
    assert "Nearest" in page
    assert "Not ready yet." in page
    blocked = coordinator.post(address("enrolment-file-confirm"), follow=True).content.decode()
    assert "still has doubts" in blocked
    answers = {"topic-0": "ai-assistants", "topic-1": "+", "topic-2": ""}
    page = coordinator.post(
        address("enrolment-file-answers"), answers, follow=True
    ).content.decode()
    assert "Ready to write." in page
    coordinator.post(address("enrolment-file-confirm"))
    origami = Topic.objects.get(name_en="Origami")
    [one] = admitted(cohort)
    assert one.offers == (("ai-assistants", 6), (origami.code, 7))


def test_topics_left_undecided_are_settled_at_once(coordinator: Client, cohort: Cohort) -> None:
    uploaded(coordinator, cohort, a_file(MENTOR | {"offers": "Origami:7; Gossip; AI asistants:6"}))
    answers = {"topic-2": "ai-assistants", "every_topic": "+"}
    page = coordinator.post(
        address("enrolment-file-answers"), answers, follow=True
    ).content.decode()
    assert "2 topics added to the catalogue." in page
    assert "Ready to write." in page
    assert set(Topic.objects.filter(own=True).values_list("name_en", flat=True)) == {
        "Origami",
        "Gossip",
    }


def test_topics_left_undecided_are_left_out_at_once(coordinator: Client, cohort: Cohort) -> None:
    uploaded(coordinator, cohort, a_file(MENTOR | {"offers": "Origami:7; Gossip"}))
    coordinator.post(address("enrolment-file-answers"), {"every_topic": ""})
    assert EnrolmentFile.objects.get().report["ready"]
    assert not Topic.objects.filter(own=True).exists()


def test_rows_to_settle_are_told_and_can_be_left_out(coordinator: Client, cohort: Cohort) -> None:
    page = uploaded(coordinator, cohort, a_file(MENTOR | {"id": "9999"}, MENTEE | {"excludes": ""}))
    assert "“9999” is not in the directory." in page
    page = coordinator.post(
        address("enrolment-file-answers"), {"leave_out_all": "1"}, follow=True
    ).content.decode()
    assert "left out by you" in page
    assert "Ready to write." in page


def test_one_row_is_left_out_and_names_are_ignored(coordinator: Client, cohort: Cohort) -> None:
    stranger = {"previous": "nobody@altavalle.example"}
    uploaded(
        coordinator, cohort, a_file(MENTOR | {"id": "9999"}, MENTEE | {"excludes": ""} | stranger)
    )
    sent = {"leave_out": ["2"], "ignore_people": "1"}
    page = coordinator.post(address("enrolment-file-answers"), sent, follow=True).content.decode()
    assert "Ready to write." in page


def test_changes_are_shown_old_and_new(coordinator: Client, cohort: Cohort, nora: Person) -> None:
    an_enrolment(cohort, "mentor", nora, first=(("podcasts", 5),), windows=((0, 600, 660),))
    page = uploaded(coordinator, cohort, a_file(MENTOR))
    for part in ("Podcasts and audio (5)", "AI assistants (6)", "Mon 10:00–11:00"):
        assert part in page


def test_a_file_that_cannot_be_read_is_refused_on_the_spot(
    coordinator: Client, cohort: Cohort
) -> None:
    assert "no column that says who takes part" in uploaded(
        coordinator, cohort, b"id;name\n1;A B\n"
    )
    assert "cannot be read" in uploaded(coordinator, cohort, b"\x00\x01")
    assert not EnrolmentFile.objects.exists()
    nothing = coordinator.post(reverse("programmes:enrol-file", args=[cohort.public_id]), {})
    assert nothing.status_code == 200


def test_a_discarded_file_says_so(coordinator: Client, cohort: Cohort) -> None:
    uploaded(coordinator, cohort, a_file(MENTOR))
    page = coordinator.post(address("enrolment-file-discard"), follow=True).content.decode()
    assert "discarded." in page
    assert "This file was discarded." in coordinator.get(address("enrolment-file")).content.decode()


def test_words_of_a_file_are_escaped(coordinator: Client, cohort: Cohort) -> None:
    page = uploaded(coordinator, cohort, a_file(MENTOR | {"offers": "<script>alert(1)</script>"}))
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


def test_a_large_file_is_tried_and_written_in_the_background(
    coordinator: Client, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "AT_ONCE", 10)
    assert "This is what would happen." in uploaded(coordinator, cohort, a_file(MENTOR, MENTEE))
    done = coordinator.post(address("enrolment-file-confirm"), follow=True).content.decode()
    assert "This is what was written." in done
    assert Enrolment.objects.count() == 2


def test_a_large_file_that_cannot_be_used_says_why_and_is_kept(
    coordinator: Client, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "AT_ONCE", 10)
    page = uploaded(coordinator, cohort, b"id;name\n0042;Nora Piras\n")
    assert "no column that says who takes part" in page
    assert "Choose another file" in page


def test_the_page_of_a_file_at_work_follows_it(coordinator: Client, cohort: Cohort) -> None:
    uploaded(coordinator, cohort, a_file(MENTOR))
    EnrolmentFile.objects.update(
        state="writing", progress={"stage": "writing", "done": 0, "total": 1}
    )
    page = coordinator.get(address("enrolment-file")).content.decode()
    assert "The enrolments are being written" in page
    assert "Stop, enrol nobody" in page
    EnrolmentFile.objects.update(state="read")
    watching = coordinator.get(
        address("enrolment-file"), {"watching": ""}, headers={"HX-Request": "true"}
    )
    assert watching.headers["HX-Refresh"] == "true"


def test_a_file_that_broke_off_can_be_tried_again(coordinator: Client, cohort: Cohort) -> None:
    uploaded(coordinator, cohort, a_file(MENTOR))
    EnrolmentFile.objects.update(state="failed", progress={"why": "broken", "faults": []})
    page = coordinator.get(address("enrolment-file")).content.decode()
    assert "Something went wrong on our side." in page
    page = coordinator.post(address("enrolment-file-again"), follow=True).content.decode()
    assert "Ready to write." in page


def test_a_file_discarded_before_it_was_tried_has_a_page(
    coordinator: Client, cohort: Cohort
) -> None:
    uploaded(coordinator, cohort, a_file(MENTOR))
    EnrolmentFile.objects.update(state="discarded", report={})
    assert "This file was discarded." in coordinator.get(address("enrolment-file")).content.decode()
    every = coordinator.get(reverse("programmes:enrol-file", args=[cohort.public_id]))
    assert "Discarded" in every.content.decode()
