"""Registration with Django."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "viceversa.programmes"
    default_auto_field = "django.db.models.BigAutoField"
