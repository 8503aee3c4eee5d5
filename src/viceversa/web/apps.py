"""Registration with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "viceversa.web"

    def ready(self) -> None:
        from viceversa.web import checks  # noqa: F401  # registers a system check
        from viceversa.web.account import receivers  # noqa: F401  # those of sign-in
