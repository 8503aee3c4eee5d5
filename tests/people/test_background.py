"""Large files are read and written by jobs that may run twice, fail, or be stopped."""

import pytest

from tests.cast import THEN
from tests.factories.people import load, make_import, people_file, row
from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.people import tasks
from viceversa.people.actions import reading
from viceversa.people.actions.imports import Stopped, confirm, discard, tell_progress, upload
from viceversa.people.choices import ImportState
from viceversa.people.models import Import, Person

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}
CONTENT = people_file([row(0), row(1, manager="0000")])


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as large."""
    monkeypatch.setattr(tasks, "AT_ONCE", 10)


@pytest.mark.usefixtures("large")
def test_a_large_file_is_read_by_a_job() -> None:
    import_ = tasks.upload_and_read(file_name="p.csv", content=CONTENT, **WHO)
    import_.refresh_from_db()
    assert (import_.state, import_.report["added"]) == (ImportState.READY, 2)


@pytest.mark.usefixtures("large")
def test_corrections_of_a_large_file_wait_until_it_is_read_again() -> None:
    import_ = make_import(people_file([row(0), row(1, email="x")]))
    Import.objects.filter(pk=import_.pk).update(decisions={"3": {"leave_out": True}}, stale=True)
    import_.refresh_from_db()
    tasks.read_if_small(import_)
    import_.refresh_from_db()
    assert import_.stale
    tasks.read_again(import_)
    import_.refresh_from_db()
    assert (import_.state, import_.stale, import_.report["left_out"]) == ("ready", False, 1)


def test_a_job_that_runs_twice_writes_once() -> None:
    import_ = make_import(CONTENT)
    tasks.confirm_and_write(import_=import_, **WHO)
    tasks.write_file.call(import_.pk)
    assert Person.objects.count() == 2
    assert Line.objects.filter(verb=Verb.IMPORT_APPLIED).count() == 1


def test_a_confirmed_import_overtaken_by_another_fails_and_can_be_read_again() -> None:
    load([row(0)])
    import_ = make_import(people_file([row(0, site="Bari")]))
    confirm(import_=import_, **WHO)
    load([row(0, site="Lione")])
    tasks.write_file.call(import_.pk)
    import_.refresh_from_db()
    assert (import_.state, import_.progress) == (ImportState.FAILED, {"why": "changed"})
    assert Person.objects.get().site == "Lione"
    tasks.read_again(import_)
    import_.refresh_from_db()
    assert import_.state == ImportState.READY


def test_a_broken_reading_says_so_and_leaves_the_error_to_the_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import_ = upload(file_name="p.csv", content=CONTENT, **WHO)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reading, "preview", broken)
    with pytest.raises(ZeroDivisionError):
        tasks.read_file.call(import_.pk)
    import_.refresh_from_db()
    assert (import_.state, import_.progress) == (ImportState.FAILED, {"why": "broken"})


def test_discarding_stops_a_reading_and_nothing_is_kept() -> None:
    import_ = upload(file_name="p.csv", content=CONTENT, **WHO)
    Import.objects.filter(pk=import_.pk).update(state=ImportState.READING)
    discard(import_=import_, **WHO)
    with pytest.raises(Stopped):
        tell_progress(import_=import_, stage="reading", done=1, total=2)
    assert not import_.changes.exists()
