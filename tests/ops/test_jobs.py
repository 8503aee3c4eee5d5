"""Jobs survive their workers: killed ones run again, unborn ones never, stopped ones finish."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ops.instance import PATIENCE, RealInstance, open_gate, read_pipe, real_instance

# On PostgreSQL these tests use the same server, in a database of their own.
pytestmark = [pytest.mark.django_db(databases=[]), pytest.mark.long]

ENQUEUE = "from tests.ops.jobs import guarded; print(guarded.enqueue({!r}).id)"
STATES = (
    "from django_ox.models import OxTask\n"
    "ours = OxTask.objects.filter(task_path__startswith='tests.')\n"  # not those of schedules
    "print(*ours.values_list('status', 'attempts'))"
)


@pytest.fixture
def instance(tmp_path: Path, migrated: Path) -> Iterator[RealInstance]:
    """An instance whose dead workers are noticed after two seconds."""
    for pipe in ("began", "gate"):
        os.mkfifo(tmp_path / pipe)
    with real_instance(tmp_path, migrated, VICEVERSA_JOB_LEASE="2") as instance:
        yield instance


def test_a_job_whose_worker_is_killed_runs_again(instance: RealInstance) -> None:
    folder = instance.folder
    instance.python(ENQUEUE.format(str(folder)))
    first = instance.start("worker")
    assert int(read_pipe(folder / "began")) == first.pid
    first.kill()
    first.wait(PATIENCE)
    second = instance.start("worker")
    try:
        assert int(read_pipe(folder / "began")) == second.pid
        open_gate(folder / "gate")
        second.terminate()
        assert second.wait(PATIENCE) == 0
    finally:
        second.kill()
    assert (folder / "ended").read_text() == f"{second.pid}\n"
    assert instance.python(STATES) == "('SUCCESSFUL', 2)"


def test_a_stopped_worker_finishes_the_job_at_hand(instance: RealInstance) -> None:
    folder = instance.folder
    instance.python(ENQUEUE.format(str(folder)))
    worker = instance.start("worker")
    try:
        read_pipe(folder / "began")
        worker.send_signal(signal.SIGTERM)
        open_gate(folder / "gate")
        assert worker.wait(PATIENCE) == 0
    finally:
        worker.kill()
    assert instance.python(STATES) == "('SUCCESSFUL', 1)"


def test_what_a_rolled_back_transaction_enqueued_never_runs(instance: RealInstance) -> None:
    folder = instance.folder
    kept = folder / "kept"
    kept.mkdir()
    instance.python(
        "from django.db import transaction\n"
        "from tests.ops.jobs import mark\n"
        "try:\n"
        "    with transaction.atomic():\n"
        f"        mark.enqueue({str(folder)!r})\n"
        "        raise ValueError\n"
        "except ValueError:\n"
        "    pass\n"
        "with transaction.atomic():\n"
        f"    mark.enqueue({str(kept)!r})\n"
    )
    assert instance.run("worker", "--until-empty").returncode == 0
    assert (kept / "trace").exists()
    assert not (folder / "trace").exists()
