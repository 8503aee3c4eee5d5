"""Registration with Django, and the one wire from the outbox to its jobs."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "viceversa.notifications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from viceversa.notifications import tasks
        from viceversa.notifications.models import written

        written.connect(tasks.deliver_soon, dispatch_uid="notifications.deliver-soon")
