"""Registration with Django, and the one wire from the directory to the look at its tree."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "viceversa.matching"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from viceversa.matching import tasks
        from viceversa.people.models import directory_written

        directory_written.connect(tasks.after_import, dispatch_uid="matching.recheck-lines")
