"""The table of jobs does not grow for ever, and keeps what failed."""

from datetime import datetime, timedelta

import pytest
from django_ox.models import OxTask

from viceversa.kernel import clock
from viceversa.ops.tasks import forget_done_jobs

pytestmark = pytest.mark.django_db


def job(status: str, ended: datetime) -> OxTask:
    made = OxTask.objects.create(
        task_path="viceversa.notifications.tasks.deliver_due",
        backend_name="default",
        status=status,
        finished_at=ended,
        enqueued_at=ended,
    )
    OxTask.objects.filter(pk=made.pk).update(finished_at=ended, enqueued_at=ended)
    return made


def test_what_ended_a_week_ago_goes_and_what_failed_stays() -> None:
    now = clock.now()
    job("SUCCESSFUL", now - timedelta(days=8))
    kept = {
        job("SUCCESSFUL", now - timedelta(days=6)).pk,
        job("FAILED", now - timedelta(days=90)).pk,
    }
    forget_done_jobs.call()
    assert set(OxTask.objects.values_list("pk", flat=True)) == kept
