"""Registration with Django; after every migration the shipped topics are brought up to date."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class ProgrammesConfig(AppConfig):
    name = "viceversa.programmes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_bring_topics_up_to_date, sender=self)


def _bring_topics_up_to_date(*, using: str, **kwargs: Any) -> None:
    """Load the catalogue into a new database, and carry an upgrade into an old one."""
    from viceversa.kernel.actor import SYSTEM
    from viceversa.kernel.clock import now
    from viceversa.programmes.actions.catalogue import set_up_catalogue
    from viceversa.programmes.models import Topic

    # Half-way states (one package migrated back and forth by hand) have no complete table yet.
    with connections[using].cursor() as cursor:
        tables = connections[using].introspection.table_names(cursor)
        if Topic._meta.db_table not in tables or "audit_line" not in tables:
            return
    set_up_catalogue(actor=SYSTEM, now=now())
