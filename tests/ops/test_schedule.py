"""Every job of the schedule exists, and the check says when each ran last and which is late."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.tasks import Task
from django.utils.module_loading import import_string
from django_ox.cron import CronExpression
from django_ox.models import OxScheduleTick, OxTask
from pytest_django import Settings

from viceversa.ops.schedule import rounds
from viceversa.settings.schedule import JOBS

NOW = datetime(2026, 11, 21, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", JOBS)
def test_a_job_is_a_task_that_needs_nothing_and_is_due_some_time(name: str) -> None:
    job = JOBS[name]
    assert isinstance(import_string(job["task"]), Task)
    assert ("every" in job) != ("cron" in job)
    if "cron" in job:
        CronExpression(job["cron"])
    else:
        assert job["every"] >= 60


def ended(path: str, at: datetime) -> None:
    made = OxTask.objects.create(
        task_path=path, backend_name="default", status="SUCCESSFUL", enqueued_at=at, finished_at=at
    )
    OxTask.objects.filter(pk=made.pk).update(finished_at=at)


def seen(name: str, at: datetime) -> None:
    made = OxScheduleTick.objects.create(schedule_name=name, scheduled_for=at, created_at=at)
    OxScheduleTick.objects.filter(pk=made.pk).update(created_at=at)


@pytest.mark.django_db
def test_what_has_not_come_round_is_late_and_what_is_new_is_not(settings: Settings) -> None:
    two = {name: JOBS[name] for name in ("momentum", "leavers")}
    settings.TASKS = {"default": {**settings.TASKS["default"], "OPTIONS": {"SCHEDULES": two}}}
    assert [(one.told, one.late) for one in rounds(NOW)] == [("not yet", False)] * 2
    for name in ("momentum", "leavers"):
        seen(name, NOW - timedelta(days=3))
    ended(JOBS["momentum"]["task"], NOW - timedelta(minutes=40))
    ended(JOBS["leavers"]["task"], NOW - timedelta(days=1, hours=9))
    momentum, leavers = rounds(NOW)
    assert (momentum.late, leavers.late) == (False, True)


def test_the_administrators_page_names_every_job_and_no_other() -> None:
    page = Path(__file__).parents[2] / "docs" / "administrator" / "schedule.md"
    rows = re.findall(r"^\| `([a-z-]+)` \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(JOBS)
