"""Enrolling from a people file: tried, answered, confirmed once, all or nothing."""

from datetime import timedelta

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.cast import THEN
from tests.factories.programmes import a_cohort, a_person, an_enrolment
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.people.actions.imports import Stopped
from viceversa.people.models import Person
from viceversa.programmes import tasks
from viceversa.programmes.actions import catalogue, cohorts
from viceversa.programmes.actions import enrolment_files as actions
from viceversa.programmes.actions.catalogue import Words
from viceversa.programmes.actions.enrolment_files import Tally, trying
from viceversa.programmes.actions.enrolments import UnableToEnrol, withdraw
from viceversa.programmes.models import Cohort, Enrolment, EnrolmentFile, Wish
from viceversa.programmes.queries.matching import admitted
from viceversa.programmes.rules.eligibility import Eligibility, Limits

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}
HEADER = "id;name;role;wants;offers;gives_back;wants_back;capacity;availability;excludes;previous"


def a_file(*rows: dict[str, str], header: str = HEADER) -> bytes:
    """Return a people file with quoted cells."""
    names = header.split(";")
    lines = [";".join(f'"{row.get(name, "")}"' for name in names) for row in rows]
    return "\n".join([header, *lines]).encode()


@pytest.fixture
def cohort() -> Cohort:
    return a_cohort()


@pytest.fixture
def nora() -> Person:
    return a_person("Nora Piras", external_id="0042", level=2)


@pytest.fixture
def alberto() -> Person:
    return a_person("Alberto Brambilla", external_id="0007", level=8)


MENTOR = {
    "id": "0042",
    "name": "Nora Piras",
    "role": "mentor",
    "offers": "Assistenti AI:6; podcast",
    "wants_back": "Visibility",
    "capacity": "2",
    "availability": "Mon 09:00-11:00; mar 14-16:30",
}
MENTEE = {
    "id": "0007",
    "name": "Alberto Brambilla",
    "role": "mentee",
    "wants": "ai-assistants:3; Short video",
    "gives_back": "How decisions are made",
    "excludes": "0042",
}


def tried(cohort: Cohort, content: bytes) -> EnrolmentFile:
    """Upload a file and return it with its report."""
    return tasks.upload_and_try(cohort=cohort, file_name="people.csv", content=content, **WHO)


def test_a_file_is_tried_without_writing_and_then_written_once(
    cohort: Cohort, nora: Person, alberto: Person
) -> None:
    file = tried(cohort, a_file(MENTOR, MENTEE))
    assert (file.report["added"], file.report["ready"]) == (2, True)
    assert not Enrolment.objects.exists()
    tally = tasks.confirm_and_write(file=file, **WHO)
    assert tally is not None
    assert (tally.added, tally.changed) == (2, 0)
    by_role = {one.role: one for one in admitted(cohort)}
    assert by_role["mentor"].offers == (("ai-assistants", 6), ("podcasts", 5))
    assert by_role["mentor"].wants == (("visibility", 2),)
    assert by_role["mentor"].windows == ((0, 540, 660), (1, 840, 990))
    assert by_role["mentor"].maximum == 2
    assert by_role["mentee"].wants == (("ai-assistants", 3), ("short-video", 2))
    assert by_role["mentee"].offers == (("how-decisions-are-made", 5),)
    assert by_role["mentee"].excludes == (nora.pk,)
    with pytest.raises(UnableToEnrol):
        tasks.confirm_and_write(file=file, **WHO)


def test_the_same_file_again_changes_nothing(cohort: Cohort, nora: Person, alberto: Person) -> None:
    tasks.confirm_and_write(file=tried(cohort, a_file(MENTOR, MENTEE)), **WHO)
    lines = Line.objects.filter(verb__startswith="enrolment").count()
    again = tried(cohort, a_file(MENTOR, MENTEE))
    assert again.report["unchanged"] == 2
    tasks.confirm_and_write(file=again, **WHO)
    assert Line.objects.filter(verb__startswith="enrolment").count() == lines


def test_empty_cells_and_absent_columns_keep_what_is_there(cohort: Cohort, nora: Person) -> None:
    tasks.confirm_and_write(file=tried(cohort, a_file(MENTOR)), **WHO)
    short = a_file(
        {"id": "0042", "name": "Nora Piras", "role": "mentor", "offers": "Podcast:7"},
        header="id;name;role;offers;wants_back",
    )
    file = tried(cohort, short)
    [change] = file.report["changed_entries"]
    assert [field["field"] for field in change["fields"]] == ["first"]
    tasks.confirm_and_write(file=file, **WHO)
    [one] = admitted(cohort)
    assert (one.offers, one.maximum, len(one.windows)) == ((("podcasts", 7),), 2, 2)


def test_both_makes_two_enrolments_and_no_role_makes_none(
    cohort: Cohort, nora: Person, alberto: Person
) -> None:
    both = MENTOR | {"role": "both", "wants": "Podcast"}
    file = tried(cohort, a_file(both, MENTEE | {"role": ""}))
    assert file.report["roles"] == {"mentor": 1, "mentee": 1}
    assert file.report["without_role"] == 1


def test_an_unknown_topic_waits_for_an_answer(cohort: Cohort, nora: Person) -> None:
    file = tried(cohort, a_file(MENTOR | {"offers": "AI asistants:6; Origami"}))
    assert not file.report["ready"]
    unknown = {entry["text"]: entry["suggestions"] for entry in file.report["unknown_entries"]}
    assert unknown["AI asistants"][0] == "ai-assistants"
    assert list(unknown["Origami"]) == []
    with pytest.raises(UnableToEnrol, match="doubts") as caught:
        tasks.confirm_and_write(file=file, **WHO)
    assert any("Origami" in str(detail) for detail in caught.value.details)
    file = tasks.answer_and_try(file=file, topics={"AI asistants": "ai-assistants", "Origami": ""})
    assert file.report["ready"]
    tasks.confirm_and_write(file=file, **WHO)
    assert [one.offers for one in admitted(cohort)] == [(("ai-assistants", 6),)]


def test_a_topic_added_to_the_catalogue_settles_its_doubt(cohort: Cohort, nora: Person) -> None:
    file = tried(cohort, a_file(MENTOR | {"offers": "Origami:4"}))
    topic = catalogue.add_topic(words=Words("tools", "Origami", "Origami"), **WHO)
    file = tasks.try_again(file=file)
    assert file.report["ready"]
    tasks.confirm_and_write(file=file, **WHO)
    assert Wish.objects.get(kind="offers").topic == topic


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": "9999"}, "not-in-directory"),
        ({"offers": "Podcast:9"}, ""),
        ({"capacity": "21"}, ""),
        ({"excludes": "0042"}, "self"),
        ({"availability": "Mon 11:00-09:00"}, ""),
    ],
)
def test_each_fault_is_told_and_stops_everything(
    cohort: Cohort, nora: Person, alberto: Person, change: dict[str, str], code: str
) -> None:
    file = tried(cohort, a_file(MENTOR | change, MENTEE | {"excludes": ""}))
    assert not file.report["ready"]
    assert (file.report["problems"], file.report["without_role"]) == (1, 0)
    if code:
        assert [entry["code"] for entry in file.report["problem_entries"]] == [code]
    with pytest.raises(UnableToEnrol):
        tasks.confirm_and_write(file=file, **WHO)
    assert not Enrolment.objects.exists()
    file = tasks.answer_and_try(file=file, left_out=file.report["problem_lines"])
    assert file.report["ready"]
    assert tasks.confirm_and_write(file=file, **WHO) == Tally(1, 0, 0)


def test_who_is_not_eligible_is_told_why(nora: Person) -> None:
    cohort = a_cohort(eligibility=Eligibility(mentor=Limits(lowest_level=3)))
    [problem] = tried(cohort, a_file(MENTOR)).report["problem_entries"]
    assert (problem["code"], list(problem["data"])) == ("not-eligible", ["level-below"])


def test_who_withdrew_is_not_brought_back_by_a_file(cohort: Cohort, nora: Person) -> None:
    withdraw(enrolment=an_enrolment(cohort, "mentor", nora), **WHO)
    [problem] = tried(cohort, a_file(MENTOR)).report["problem_entries"]
    assert problem["code"] == "withdrawn"


def test_an_unknown_name_is_told_and_can_be_left_out(cohort: Cohort, nora: Person) -> None:
    file = tried(cohort, a_file(MENTOR | {"previous": "nobody@altavalle.example"}))
    [unknown] = file.report["unknown_entries"]
    assert (unknown["kind"], unknown["text"]) == ("person", "nobody@altavalle.example")
    assert tasks.answer_and_try(file=file, people=[unknown["text"]]).report["ready"]


def test_what_changed_since_the_trial_run_is_not_written(
    cohort: Cohort, nora: Person, alberto: Person
) -> None:
    file = tried(cohort, a_file(MENTOR, MENTEE))
    an_enrolment(cohort, "mentor", nora)  # somebody else was quicker
    with pytest.raises(UnableToEnrol, match="changed since"):
        tasks.confirm_and_write(file=file, **WHO)
    assert Enrolment.objects.count() == 1
    file = tasks.try_again(file=file)
    assert (file.report["added"], file.report["changed"]) == (1, 1)
    tasks.confirm_and_write(file=file, **WHO)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"id;name\n0042;Nora Piras\n"])
def test_a_file_without_the_columns_is_refused_and_not_kept(cohort: Cohort, content: bytes) -> None:
    with pytest.raises(UnableToEnrol):
        tried(cohort, content)
    assert not EnrolmentFile.objects.exists()


def test_a_discarded_file_is_forgotten_and_cannot_be_written(cohort: Cohort, nora: Person) -> None:
    file = tried(cohort, a_file(MENTOR))
    actions.discard(file=file, **WHO)
    file.refresh_from_db()
    assert (file.state, bytes(file.content)) == ("discarded", b"")
    with pytest.raises(UnableToEnrol, match="Upload it again"):
        tasks.confirm_and_write(file=file, **WHO)


def test_nothing_is_tried_on_a_closed_cohort(cohort: Cohort, nora: Person) -> None:
    cohorts.close_cohort(cohort=cohort, actor=OPERATOR, now=THEN + timedelta(days=1))
    with pytest.raises(UnableToEnrol, match="closed"):
        tried(cohort, a_file(MENTOR))


def test_a_loader_may_enrol_some_rows_in_one_go(
    cohort: Cohort, nora: Person, alberto: Person
) -> None:
    tally = actions.enrol_from_content(
        cohort=cohort,
        file_name="people.csv",
        content=a_file(MENTOR, MENTEE),
        only=frozenset({"0042"}),
        **WHO,
    )
    assert (tally.added, Enrolment.objects.get().person) == (1, nora)


def test_a_thousand_rows_cost_few_queries(
    cohort: Cohort, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    template = a_person()
    Person.objects.bulk_create(
        Person(
            external_id=f"N{i:04}", first_name="Nora", last_name=str(i), level=2, languages=["it"]
        )
        for i in range(1000)
    )
    assert template.pk
    rows = [MENTOR | {"id": f"N{i:04}", "name": f"Nora {i}"} for i in range(1000)]
    with django_assert_max_num_queries(60):
        file = tried(cohort, a_file(*rows))
        assert tasks.confirm_and_write(file=file, **WHO) == Tally(1000, 0, 0)


def test_a_job_that_runs_twice_writes_once(
    cohort: Cohort, nora: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "AT_ONCE", 10)
    file = tried(cohort, a_file(MENTOR))
    assert tasks.confirm_and_write(file=file, **WHO) is None
    tasks.write_enrolment_file.call(file.pk)
    assert Enrolment.objects.count() == 1
    assert Line.objects.filter(verb="enrolment.added").count() == 1


def test_a_confirmed_file_overtaken_by_somebody_fails_and_can_be_tried_again(
    cohort: Cohort, nora: Person
) -> None:
    file = tried(cohort, a_file(MENTOR))
    actions.confirm(file=file, **WHO)
    an_enrolment(cohort, "mentor", nora)
    tasks.write_enrolment_file.call(file.pk)
    file.refresh_from_db()
    assert (file.state, file.progress["why"]) == ("failed", "changed")
    assert tasks.try_again(file=file).report["changed"] == 1


def test_discarding_stops_a_file_at_work_and_nothing_is_written(
    cohort: Cohort, nora: Person
) -> None:
    file = tried(cohort, a_file(MENTOR))
    actions.confirm(file=file, **WHO)
    with pytest.raises(UnableToEnrol, match="being worked on"):
        tasks.answer_and_try(file=file)
    actions.discard(file=file, **WHO)
    with pytest.raises(Stopped):
        actions.tell_progress(file=file, stage="reading", done=1, total=2)
    tasks.write_enrolment_file.call(file.pk)
    assert not Enrolment.objects.exists()


def test_a_broken_trial_says_so_and_leaves_the_error_to_the_log(
    cohort: Cohort, nora: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tried(cohort, a_file(MENTOR))
    actions.expect_trying(file=file)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(trying, "compare", broken)
    with pytest.raises(ZeroDivisionError):
        tasks.try_enrolment_file.call(file.pk)
    file.refresh_from_db()
    assert (file.state, file.progress["why"]) == ("failed", "broken")
