"""Registration with Django, and the one wire from the directory to the look for leavers."""

from django.apps import AppConfig


class RelationshipsConfig(AppConfig):
    name = "viceversa.relationships"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from viceversa.people.models import directory_written
        from viceversa.relationships import tasks

        directory_written.connect(tasks.after_import, dispatch_uid="relationships.leavers")
