"""Jobs that keep the instance itself in order."""

from django.core.management import call_command
from django.tasks import task


@task()
def forget_done_jobs() -> None:
    """Remove the rows of jobs that ended a week ago or earlier; those that failed stay."""
    call_command("ox_prune", older_than="7d", verbosity=0)
