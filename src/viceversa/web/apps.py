"""Registration with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "viceversa.web"

    def ready(self) -> None:
        # Imported for what they register: a system check, the receivers of sign-in.
        from viceversa.web import checks  # noqa: F401
        from viceversa.web.account import receivers  # noqa: F401
