"""What the doors ask about the database as a whole: does it answer, is it up to date."""

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def answers() -> bool:
    """Ask the database the smallest question; raises django.db.Error where it does not answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def pending_migrations() -> list[str]:
    """Return the migrations this version brings that the database has not seen, in order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def unknown_migrations() -> list[str]:
    """Return the migrations of ours the database has seen and this version does not have."""
    loader = MigrationExecutor(connection).loader
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("viceversa.")}
    strange = set(loader.applied_migrations) - set(loader.disk_migrations)
    return sorted(f"{app}.{name}" for app, name in strange if app in ours)
