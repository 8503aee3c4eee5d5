"""When each job of the schedule came round last, and whether one is late."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Max, Min
from django_ox.cron import CronExpression
from django_ox.models import OxScheduleTick, OxTask

PATIENCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Round:
    """A job of the schedule: its name, when it ended well last, whether it should have again."""

    name: str
    task: str
    last: datetime | None
    late: bool

    @property
    def told(self) -> str:
        """When it ran last, in UTC."""
        return f"{self.last:%Y-%m-%d %H:%M}" if self.last else "not yet"


def rounds(now: datetime) -> list[Round]:
    """Return every job of the schedule in its order; two queries.

    Late is what was due after the worker first saw the schedule and has not ended well since. An
    instance that has never had a worker is new, not late.
    """
    backend: dict[str, Any] = settings.TASKS["default"]
    jobs: dict[str, dict[str, Any]] = backend.get("OPTIONS", {}).get("SCHEDULES", {})
    paths = {job["task"] for job in jobs.values()}
    done = OxTask.objects.filter(
        task_path__in=paths, status="SUCCESSFUL", finished_at__isnull=False
    )
    ended = dict(done.values_list("task_path").annotate(Max("finished_at")).order_by())
    ticks = OxScheduleTick.objects.filter(schedule_name__in=jobs)
    seen = dict(ticks.values_list("schedule_name").annotate(Min("created_at")).order_by())
    return [
        Round(name, job["task"], ended.get(job["task"]), _late(job, name, seen, ended, now))
        for name, job in jobs.items()
    ]


def _late(
    job: dict[str, Any],
    name: str,
    seen: dict[str, datetime],
    ended: dict[str, datetime],
    now: datetime,
) -> bool:
    """Tell whether the latest time it was due has passed without it."""
    if name not in seen:
        return False
    due = _due(job, now - PATIENCE)
    last = ended.get(str(job["task"]))
    return due > seen[name] and (last is None or last < due)


def _due(job: dict[str, Any], moment: datetime) -> datetime:
    """Return the latest time at or before a moment at which a job was due."""
    if "cron" in job:
        wall_clock = moment.astimezone(UTC).replace(tzinfo=None)
        return CronExpression(str(job["cron"])).previous(wall_clock).replace(tzinfo=UTC)
    every = int(str(job["every"]))
    return datetime.fromtimestamp(moment.timestamp() // every * every, tz=moment.tzinfo)
